"""The judge's client against servers that say what a test makes them say: abilities, bounds, retries, errors, keys."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from medfrag_assets.scoring.judge_budget import Budget
from medfrag_assets.scoring.judge_client import JudgeClient, Reply, key_of
from medfrag_assets.scoring.judges import RESPONSE_FORMAT, Judgement
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Judge
from medfrag_assets_tests.fixtures.proxy import Request, Respond, Response, completion, failure, serving

PROBE = "Say hello."
POSITIVE = Judgement("positive", "answered")
KEY = "sk-recognisable-0123456789"


class Bench:
    """Serves and asks."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self.seen: list[Request] = []
        self.budget: Budget | None = None

    def ask(self, respond: Respond, *prompts: str, **bounds: object) -> list[Reply]:
        def remembered(request: Request) -> Response | None:
            self.seen.append(request)
            return respond(request)

        url = self._open.enter_context(serving(remembered))
        judge = Judge.model_validate({"base_url": url, "model": "m", "retries": 0} | bounds)
        self.budget = Budget(judge)
        client = JudgeClient(judge, self.budget)
        replies: list[Reply] = []
        client.ask(prompts, replies.append)
        client.close()
        assert sorted(reply.prompt for reply in replies) == sorted(prompts)
        for reply in replies:
            assert (reply.judgement is None) == (reply.error is not None)
        return replies

    def close(self) -> None:
        self._open.close()


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    made = Bench()
    yield made
    made.close()


def word(request: Request) -> Response:
    """A server that knows no schemas."""
    return completion("Hello!" if request.prompt == PROBE else "POSITIVE")


def schema(request: Request) -> Response:
    """A server that holds its model to a schema."""
    assert request.body["response_format"] == RESPONSE_FORMAT
    return completion('{"answer": "POSITIVE"}')


def test_a_schema_is_used_where_it_is_honoured(bench: Bench) -> None:
    replies = bench.ask(schema, "a", "b")
    assert [(reply.mode, reply.judgement) for reply in replies] == [("json_schema", POSITIVE)] * 2
    assert [request.prompt for request in bench.seen].count(PROBE) == 1
    assert all(request.body["temperature"] == 0 for request in bench.seen)


def test_a_schema_that_is_dropped_without_a_word_is_noticed(bench: Bench) -> None:
    replies = bench.ask(word, "a")
    assert [(reply.mode, reply.judgement) for reply in replies] == [("word", POSITIVE)]
    assert "response_format" not in bench.seen[-1].body


def test_a_json_object_of_another_shape_is_no_honoured_schema(bench: Bench) -> None:
    replies = bench.ask(lambda r: completion('{"greeting": "hello"}' if r.prompt == PROBE else "HEDGED"), "a")
    assert [(reply.mode, reply.judgement) for reply in replies] == [("word", Judgement(None, "hedged"))]


def test_what_a_server_refuses_is_left_out(bench: Bench) -> None:
    def choosy(request: Request) -> Response:
        if "temperature" in request.body:
            return failure(400, "Unsupported value: 'temperature' does not support 0 with this model.")
        if "max_tokens" in request.body:
            return failure(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        if "response_format" in request.body:
            return failure(422, "extra fields not permitted")
        return word(request)

    replies = bench.ask(choosy, "a", "b")
    assert [(reply.mode, reply.judgement) for reply in replies] == [("word", POSITIVE)] * 2
    assert [request.prompt for request in bench.seen].count(PROBE) == 4
    assert bench.seen[-1].body["max_completion_tokens"] >= 1000


def test_a_server_that_breaks_on_a_schema_is_asked_without_one(bench: Bench) -> None:
    """llama-cpp-python's server answers HTTP 500 to a kind of response format that it does not know."""

    def breaks(request: Request) -> Response:
        if "response_format" in request.body:
            return failure(500, "('body', 'response_format', 'type'): Input should be 'text' or 'json_object'")
        return word(request)

    replies = bench.ask(breaks, "a", "b")
    assert [(reply.mode, reply.judgement) for reply in replies] == [("word", POSITIVE)] * 2


def test_a_server_that_breaks_for_another_reason_is_no_server_without_schemas(bench: Bench) -> None:
    replies = bench.ask(lambda _: failure(500, "out of memory"), "a")
    assert ["HTTP 500: out of memory" in (reply.error or "") for reply in replies] == [True]
    assert all("response_format" in request.body for request in bench.seen)


def test_a_server_that_takes_no_request_makes_every_call_an_error(bench: Bench) -> None:
    replies = bench.ask(lambda _: failure(400, "the model does not exist"), "a", "b")
    assert all("HTTP 400" in (reply.error or "") and reply.mode is None for reply in replies)
    assert {request.prompt for request in bench.seen} == {PROBE}


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (None, "Connection error"),
        (failure(500, "something broke"), "HTTP 500"),
        (failure(404, "no such model"), "HTTP 404"),
        (Response(200, b'{"choices": [{"mess'), "no whole chat completion"),
        (Response(200, b"<html>sign in</html>", {"Content-Type": "text/html"}), "no whole chat completion"),
        (Response(200, b'{"choices": null}'), "no whole chat completion"),
        (Response(200, b'{"choices": []}'), "holds no choice"),
        (Response(200, b"\xff\xfe"), "no whole chat completion"),
        (completion(None), "wrote nothing"),
        (completion(""), "the judge answered ''"),
        (completion("POSITIVE, I am sure"), "the judge answered"),
    ],
)
def test_a_failure_is_an_error_and_no_label(bench: Bench, spoiled: Response | None, reason: str) -> None:
    replies = bench.ask(lambda r: spoiled if r.prompt == "bad" else word(r), "good", "bad")
    by_prompt = {reply.prompt: reply for reply in replies}
    assert by_prompt["good"].judgement == POSITIVE
    assert reason in (by_prompt["bad"].error or "")


def test_a_slow_answer_is_an_error(bench: Bench) -> None:
    def slow(request: Request) -> Response:
        time.sleep(1 if request.prompt == "slow" else 0)
        return word(request)

    replies = {reply.prompt: reply for reply in bench.ask(slow, "slow", "fast", timeout_seconds=0.3)}
    assert replies["slow"].error == "no answer within 0.3 s"
    assert replies["fast"].judgement == POSITIVE


def test_retries_honour_retry_after(bench: Bench) -> None:
    sent: list[float] = []

    def busy(request: Request) -> Response:
        if request.prompt == PROBE:
            return word(request)
        sent.append(time.monotonic())
        return failure(429, "slow down", **{"Retry-After": "1"}) if len(sent) == 1 else word(request)

    assert bench.ask(busy, "a", retries=1)[0].judgement == POSITIVE
    assert 1.0 <= sent[1] - sent[0] < 2.5


def test_retries_back_off(bench: Bench) -> None:
    sent: list[float] = []

    def broken(request: Request) -> Response | None:
        if request.prompt == PROBE:
            return word(request)
        sent.append(time.monotonic())
        return [failure(500, "x"), None, word(request)][len(sent) - 1]

    assert bench.ask(broken, "a", retries=2)[0].judgement == POSITIVE
    assert 0.3 < sent[1] - sent[0] < sent[2] - sent[1]
    assert bench.budget is not None
    assert bench.budget.requests == len(bench.seen) == 4


def test_too_long_a_retry_after_is_left_to_the_next_run(bench: Bench) -> None:
    replies = bench.ask(lambda r: word(r) if r.prompt == PROBE else failure(429, "x", **{"Retry-After": "900"}), "a")
    assert "HTTP 429" in (replies[0].error or "")


def test_a_hopeless_server_is_left_alone(bench: Bench) -> None:
    prompts = [str(number) for number in range(60)]
    replies = bench.ask(lambda r: word(r) if r.prompt == PROBE else failure(403, "no"), *prompts, concurrency=4)
    assert len(bench.seen) < 30
    assert sum("20 calls in a row failed" in (reply.error or "") for reply in replies) > 30


def test_concurrency_is_bounded(bench: Bench) -> None:
    lock, running, most = threading.Lock(), [0], [0]

    def counted(request: Request) -> Response:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.05)
        with lock:
            running[0] -= 1
        return word(request)

    bench.ask(counted, *[str(number) for number in range(20)], concurrency=3)
    assert most[0] == 3


@pytest.mark.parametrize("calls", [0, 1, 5])
def test_no_more_calls_are_made_than_allowed(bench: Bench, calls: int) -> None:
    replies = bench.ask(word, *[str(number) for number in range(12)], maximum_calls=calls, concurrency=8)
    assert len(bench.seen) == calls
    assert sum(reply.judgement is not None for reply in replies) == max(0, calls - 1)
    assert all("budget reached: maximum_calls" in reply.error for reply in replies if reply.error)


def test_no_more_is_spent_than_allowed(bench: Bench) -> None:
    prices = {"dollars_per_million_read": 1, "dollars_per_million_written": 1, "maximum_dollars": 0.003}
    replies = bench.ask(word, *[str(number) for number in range(60)], concurrency=8, **prices)
    assert bench.budget is not None
    # 104 tokens a reply. Calls stop once another one might go too far, and not before.
    assert bench.budget.dollars == pytest.approx(0.000104 * len(bench.seen))
    assert 0.003 - 2 * 0.000545 < bench.budget.dollars <= 0.003
    assert sum(reply.judgement is not None for reply in replies) == len(bench.seen) - 1
    assert all("budget reached: maximum_dollars" in reply.error for reply in replies if reply.error)


def test_an_answer_lost_on_the_way_counts_as_spent(bench: Bench) -> None:
    prices = {"dollars_per_million_read": 1, "dollars_per_million_written": 1}
    bench.ask(lambda r: word(r) if r.prompt == PROBE else None, "a", **prices)
    assert bench.budget is not None
    assert bench.budget.dollars > 0.000104
    bench.ask(lambda r: word(r) if r.prompt == PROBE else failure(500, "x"), "a", **prices)
    assert bench.budget.dollars == pytest.approx(0.000104)


def test_a_reply_without_usage_costs_what_was_reserved(bench: Bench) -> None:
    prices = {"dollars_per_million_read": 1, "dollars_per_million_written": 1}
    replies = bench.ask(lambda r: completion("POSITIVE", tokens=None), "a", **prices)
    assert replies[0].dollars == pytest.approx((1 + 512 + 32) / 1e6)


def test_what_is_under_way_is_heard_when_interrupted(bench: Bench) -> None:
    heard: list[Reply] = []

    def slow(request: Request) -> Response:
        time.sleep(0.2)
        return word(request)

    def stops(reply: Reply) -> None:
        heard.append(reply)
        if len(heard) == 1:
            raise KeyboardInterrupt

    with serving(slow) as url:
        judge = Judge(base_url=url, model="m", concurrency=4)
        budget = Budget(judge)
        with pytest.raises(KeyboardInterrupt):
            JudgeClient(judge, budget).ask([str(number) for number in range(40)], stops)
    answered = [reply for reply in heard if reply.judgement]
    assert len(answered) == budget.requests - 1 < 10


def test_the_key_is_sent_and_found_in_no_reply(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", f" {KEY}\n")
    echoes: list[Respond] = [
        lambda r: failure(401, f"Incorrect API key provided: {r.headers['authorization']}. " + "x" * 500),
        lambda r: word(r) if r.prompt == PROBE else failure(400, "x" * 270 + r.headers["authorization"]),
        lambda r: word(r) if r.prompt == PROBE else completion(f"your key is {KEY}"),
        lambda r: word(r) if r.prompt == PROBE else Response(200, json.dumps({"choices": KEY}).encode()),
    ]
    for echo in echoes:
        replies = bench.ask(echo, "a")
        assert bench.seen[-1].headers["authorization"] == f"Bearer {KEY}"
        assert replies[0].error
        assert KEY[:8] not in str(replies)


def test_a_key_is_needed_only_for_servers_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOME_KEY", raising=False)
    for url in ("http://localhost:8000/v1", "http://127.0.0.2/v1", "http://[::1]:80/v1"):
        assert key_of(Judge(base_url=url, model="m", key_variable="SOME_KEY"))
    hosted = Judge(base_url="https://judge.example/v1", model="m", key_variable="SOME_KEY")
    with pytest.raises(MedfragError, match="SOME_KEY"):
        JudgeClient(hosted, Budget(hosted)).ask(["a"], lambda reply: None)
    monkeypatch.setenv("SOME_KEY", "two\nlines")
    with pytest.raises(MedfragError, match="SOME_KEY") as error:
        key_of(hosted)
    assert "two" not in str(error.value)


def test_nothing_to_ask_needs_neither_key_nor_server() -> None:
    hosted = Judge(base_url="https://judge.example/v1", model="m", key_variable="SURELY_NOT_SET")
    JudgeClient(hosted, Budget(hosted)).ask([], lambda reply: None)

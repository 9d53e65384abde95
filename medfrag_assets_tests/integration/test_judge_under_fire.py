"""The judge's client against a real local server, through a proxy that does harm: no call lost, none twice, no error a
label."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
import pytest

from medfrag_assets.lake.judge_ledger import read_calls
from medfrag_assets.lake.judging import fill_calls
from medfrag_assets.scoring.judge_budget import Budget
from medfrag_assets.scoring.judge_client import Hear, JudgeClient, Reply
from medfrag_assets.scoring.judges import ANSWERS, call_id, judge_prompt
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import Judge
from medfrag_assets_tests.fixtures.local_server import MODEL, local_server
from medfrag_assets_tests.fixtures.proxy import Fault, Harm, serving, word_for

FAULTS: dict[Fault, float] = {
    "drop": 0.06,
    "slow": 0.05,
    "too_slow": 0.01,
    "429": 0.06,
    "500": 0.06,
    "half": 0.05,
    "wrong": 0.06,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with local_server(tmp_path_factory.mktemp("server")) as url:
        yield url


def judge_at(url: str, **bounds: object) -> Judge:
    settings = {"base_url": url, "model": MODEL, "timeout_seconds": 3, "retries": 1, "concurrency": 8}
    return Judge.model_validate(settings | bounds)


def prompts(count: int) -> list[str]:
    vocabulary = load_study("embedded").tasks["brain_tumor"].vocabulary
    question = "Is there a tumor in this brain MRI?"
    return [
        judge_prompt(vocabulary, question, "yesno", "positive", None, f"Case {number}: yes, I think so.")
        for number in range(count)
    ]


class Heard:
    """Asks as a run does, and remembers what was heard."""

    def __init__(self, judge: Judge) -> None:
        self.budget = Budget(judge)
        self.replies: list[Reply] = []
        self._client = JudgeClient(judge, self.budget)

    def ask(self, prompts: Sequence[str], hear: Hear) -> None:
        def both(reply: Reply) -> None:
            self.replies.append(reply)
            hear(reply)

        self._client.ask(prompts, both)
        self._client.close()


def test_the_server_is_found_to_drop_the_schema(server: str) -> None:
    replies: list[Reply] = []
    judge = judge_at(server, timeout_seconds=60)
    client = JudgeClient(judge, Budget(judge))
    client.ask(prompts(1), replies.append)
    client.close()
    # The toy itself knows none of the words, and what it writes is not taken for one.
    assert [(reply.mode, reply.judgement) for reply in replies] == [("word", None)]
    assert "the judge answered" in (replies[0].error or "")


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.long)])
def test_no_call_is_lost_or_counted_twice_and_no_error_is_a_label(server: str, tmp_path: Path, count: int) -> None:
    harm = Harm(server, seed=count, faults=FAULTS)
    with serving(harm.respond) as url:
        judge = judge_at(url)
        calls = {call_id(judge, prompt): prompt for prompt in prompts(count)}
        assert len(calls) == count
        left = dict(calls)
        failed_by_run = []
        while left:
            asked = list(left.values())
            before = Counter(harm.requests)
            heard = Heard(judge)
            failures = fill_calls(tmp_path, judge, left, heard)
            assert sorted(reply.prompt for reply in heard.replies) == sorted(asked)
            assert sum((harm.requests - before).values()) == heard.budget.requests
            assert set(harm.requests - before) <= {*asked, "Say hello."}
            for reply in heard.replies:
                assert (reply.judgement is None) == (reply.error is not None)
                assert reply.judgement in (None, ANSWERS[word_for(reply.prompt)])
            known = read_calls(tmp_path, judge)
            assert set(known["call_id"]) == set(calls) - set(failures)
            left = {name: left[name] for name in failures}
            failed_by_run.append(len(failures))
            assert len(failed_by_run) < 12
    rows = [file for file in tmp_path.rglob("*.parquet")]
    assert known.height == count
    assert sum(pl.read_parquet(file).height for file in rows) == count
    for row in known.iter_rows(named=True):
        judgement = ANSWERS[word_for(calls[row["call_id"]])]
        assert (row["verdict"], row["label"], row["mode"]) == (*judgement, "word")
    assert failed_by_run[0] > 0
    assert all(harm.done[fault] for fault in FAULTS)
    print(
        f"{count} calls: {sum(harm.requests.values())} requests, {harm.round_trips} round trips, {failed_by_run} left"
    )

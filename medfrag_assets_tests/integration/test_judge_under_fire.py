"""The judge's client against a real local server, through a proxy that does harm: no call lost, none twice, no error a
label."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medfrag_assets.scoring.judge_budget import Budget
from medfrag_assets.scoring.judge_client import JudgeClient, Reply
from medfrag_assets.scoring.judges import ANSWERS
from medfrag_assets_tests.fixtures.local_server import local_server
from medfrag_assets_tests.fixtures.proxy import word_for
from medfrag_assets_tests.fixtures.under_fire import FAULTS, judge_at, judge_prompts, under_fire


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with local_server(tmp_path_factory.mktemp("server")) as url:
        yield url


def test_the_server_is_found_to_drop_the_schema(server: str) -> None:
    replies: list[Reply] = []
    judge = judge_at(server, timeout_seconds=60)
    client = JudgeClient(judge, Budget(judge))
    client.ask(judge_prompts(1), replies.append)
    client.close()
    # The toy itself knows none of the words, and what it writes is not taken for one.
    assert [(reply.mode, reply.judgement) for reply in replies] == [("word", None)]
    assert "the judge answered" in (replies[0].error or "")


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.long)])
def test_no_call_is_lost_or_counted_twice_and_no_error_is_a_label(server: str, tmp_path: Path, count: int) -> None:
    fired = under_fire(server, tmp_path, count)
    for one in fired.rounds:
        assert sorted(reply.prompt for reply in one.replies) == sorted(one.asked)
        assert sum(one.requests.values()) == one.budgeted
        assert set(one.requests) <= {*one.asked, "Say hello."}
        for reply in one.replies:
            assert (reply.judgement is None) == (reply.error is not None)
            assert reply.judgement in (None, ANSWERS[word_for(reply.prompt)])
    assert len(fired.expected) == fired.known.height == count
    assert (fired.lost, fired.twice, fired.wrong) == (0, 0, 0)
    assert set(fired.known["mode"]) == {"word"}
    assert fired.rounds[0].failed > 0
    assert all(fired.harm.done[fault] for fault in FAULTS)

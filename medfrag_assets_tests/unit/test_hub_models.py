from collections.abc import Iterator
from pathlib import Path

import pytest

from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.hub_models import (
    EVERY_SECONDS,
    HubUnreachableError,
    Polled,
    fetch_from_hub,
    hub_commit,
    poll_hub,
)
from medfrag_assets.vlm.weights import CheckpointError
from medfrag_assets_tests.fixtures.local_hub import Hub, local_hub

_REPOSITORY = "somebody/some-model"
_FIRST, _SECOND = "a" * 40, "b" * 40


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"weights")
    (folder / "pytorch_model.bin").write_bytes(b"never fetched")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    with local_hub(_REPOSITORY, folder, _FIRST) as found:
        monkeypatch.setenv("HF_ENDPOINT", found.url)
        yield found


def _study() -> Study:
    """One hub model beside a local one."""
    study = load_study("embedded")
    local = study.models["tiny-gemma"]
    return study.model_copy(
        update={"models": {"hub": local.model_copy(update={"checkpoint": _REPOSITORY}), "local": local}}
    )


def test_a_revision_is_asked_for_by_the_real_client_with_the_token_of_the_environment(hub: Hub) -> None:
    assert hub_commit(_REPOSITORY, "main") == _FIRST
    assert hub.tokens == {"Bearer hf_secret"}


def test_a_moved_revision_is_another_commit(hub: Hub) -> None:
    first = poll_hub(_study(), {}, 1000.0)
    hub.commit = _SECOND
    second = poll_hub(_study(), first.known, 1000.0 + EVERY_SECONDS)
    assert [polling.known["hub"].commit for polling in (first, second)] == [_FIRST, _SECOND]
    assert (first.problems, second.problems) == ({}, {})


def test_only_hub_models_are_asked_for_and_only_when_their_time_has_come(hub: Hub) -> None:
    first = poll_hub(_study(), {}, 1000.0)
    assert list(first.known) == ["hub"]
    poll_hub(_study(), first.known, 1000.0 + EVERY_SECONDS - 1)
    assert len(hub.asked) == 1


def test_a_clock_that_has_gone_back_asks_at_once(hub: Hub) -> None:
    later = poll_hub(_study(), {}, 10_000_000.0)
    poll_hub(_study(), later.known, 1000.0)
    assert len(hub.asked) == 2


def test_failures_are_asked_again_ever_more_rarely_and_keep_the_commit(hub: Hub) -> None:
    known, now = poll_hub(_study(), {}, 0.0).known, EVERY_SECONDS
    hub.status = 503
    waits = []
    for _ in range(12):
        polling = poll_hub(_study(), known, now)
        assert "answered 503" in str(polling.problems["hub"])
        known = polling.known
        waits.append(known["hub"].next_poll - now)
        now = known["hub"].next_poll
    assert known["hub"].commit == _FIRST
    assert waits[:4] == [60, 120, 240, 480]
    assert max(waits) == 6 * 3600
    hub.status = 200
    assert poll_hub(_study(), known, now).known["hub"] == Polled(_FIRST, 0, now + EVERY_SECONDS)


@pytest.mark.parametrize(
    ("hub_id", "revision", "words"),
    [
        ("somebody/other", "main", "not on the hub"),
        (_REPOSITORY, "no-such", "no such revision"),
    ],
)
def test_what_the_hub_does_not_have_is_said_with_the_way_out(hub: Hub, hub_id: str, revision: str, words: str) -> None:
    with pytest.raises(CheckpointError, match=words) as caught:
        hub_commit(hub_id, revision)
    assert len(str(caught.value).splitlines()) == 1
    assert "hf_secret" not in str(caught.value)


def test_a_hub_that_cannot_be_reached_is_a_problem_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    problem = poll_hub(_study(), {}, 0.0).problems["hub"]
    assert isinstance(problem, HubUnreachableError)
    assert "cannot be reached" in str(problem)


def test_offline_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    problem = poll_hub(_study(), {}, 0.0).problems["hub"]
    assert isinstance(problem, HubUnreachableError)
    assert "HF_HUB_OFFLINE" in str(problem)


def test_a_revision_is_fetched_without_its_pickled_weights(hub: Hub) -> None:
    folder = fetch_from_hub(_REPOSITORY, "main")
    assert folder.name == _FIRST
    assert sorted(path.name for path in folder.iterdir()) == ["config.json", "model.safetensors"]
    hub.commit = _SECOND
    (hub.folder / "model.safetensors").write_bytes(b"other weights")
    again = fetch_from_hub(_REPOSITORY, "main")
    assert (again.name, (again / "model.safetensors").read_bytes()) == (_SECOND, b"other weights")


# Not 500, which the client itself tries again for half a minute.
@pytest.mark.parametrize(("status", "words"), [(403, "not for this token"), (501, "the hub answered 501")])
def test_a_download_says_what_the_hub_answered(hub: Hub, status: int, words: str) -> None:
    hub.status = status
    with pytest.raises(CheckpointError, match=words):
        fetch_from_hub(_REPOSITORY, _FIRST)


def test_a_cache_that_cannot_be_written_to_is_not_taken_for_a_hub_that_is_away(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "file"))
    with pytest.raises(CheckpointError, match="cannot be stored in the hub's cache: Not a directory") as caught:
        fetch_from_hub(_REPOSITORY, _FIRST)
    assert not isinstance(caught.value, HubUnreachableError)


def test_no_further_model_is_asked_for_once_the_time_is_over(hub: Hub) -> None:
    polling = poll_hub(_study(), {}, 0.0, seconds=-1)
    assert (polling.asked, polling.known) == ([], {"hub": Polled()})
    assert hub.asked == []

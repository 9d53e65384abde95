"""Models on the hub: which commit a revision stands at now, and fetching it. Through huggingface_hub alone.

Its cache, its token (from the environment) and its endpoint are used as they are. Being offline is no error.

What a study evaluates of a hub model is the commit at which its revision stands in the cache of this machine, as it was
fetched last. `take_up` moves it, once the new commit is there whole and can be used.
"""

import math
import os
import re
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.study.files import whole_file
from medfrag_assets.study.spec import Model, ProtocolName, Study
from medfrag_assets.vlm.checkpoints import (
    HUB_FILES,
    Checkpoint,
    find_checkpoint,
    identifying_files,
    is_hub_id,
    local_snapshot,
)
from medfrag_assets.vlm.weights import PICKLED, CheckpointError

# A revision is asked for this often, and after failures ever more rarely.
EVERY_SECONDS = 10 * 60.0
_FIRST_WAIT = 60.0
_LONGEST_WAIT = 6 * 3600.0
_TIMEOUT = 10.0
_COMMIT = re.compile(r"[0-9a-f]{40}")


class HubUnreachableError(CheckpointError):
    """The hub was not asked or did not answer: nothing is wrong with the model."""


class Polled(NamedTuple):
    """What is known of a hub model: the commit found last, how often in a row it failed since, and when to ask next.

    `next_poll`: seconds since the epoch.
    """

    commit: str | None = None
    failures: int = 0
    next_poll: float = 0.0


class Polling(NamedTuple):
    """What a poll gave, by alias: what to remember of every hub model, and what went wrong with those asked for."""

    known: dict[str, Polled]
    problems: dict[str, CheckpointError]
    asked: list[str]


def moving_models(study: Study) -> dict[str, Model]:
    """Models of the study that come from the hub, by alias, but for those that the study pins to a commit."""
    return {
        alias: model
        for alias, model in study.models.items()
        if is_hub_id(model.checkpoint) and not _COMMIT.fullmatch(model.revision)
    }


def poll_hub(study: Study, known: Mapping[str, Polled], now: float, seconds: float = math.inf) -> Polling:
    """Asks the hub for the commit of every moving model of the study whose time has come.

    known: what the poll before returned. now: seconds since the epoch; a clock that has gone back asks at once.
    seconds: no further model is asked for after so long; the next poll goes on there.
    """
    started = time.monotonic()
    polling = Polling({}, {}, [])
    for alias, model in moving_models(study).items():
        before = known.get(alias, Polled())
        polling.known[alias] = before
        if is_waiting(before.next_poll, now) or time.monotonic() - started > seconds:
            continue
        polling.asked.append(alias)
        try:
            polling.known[alias] = Polled(hub_commit(model.checkpoint, model.revision), 0, now + EVERY_SECONDS)
        except CheckpointError as error:
            polling.problems[alias] = error
            polling.known[alias] = Polled(before.commit, before.failures + 1, now + back_off(before.failures))
    return polling


def back_off(failures: int) -> float:
    """Seconds to wait after one more failure than so many in a row."""
    return float(min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(failures, 30)))


def is_waiting(until: float, now: float) -> bool:
    """Whether it is too early yet. Further off than any wait: the clock has gone back, and nothing waits."""
    return 0 < until - now <= _LONGEST_WAIT


def hub_commit(hub_id: str, revision: str) -> str:
    """The commit (40 hex) that a revision of a hub model stands at.

    Raises `CheckpointError` with the reason, also for weights that are pickled, and `HubUnreachableError`.
    """
    from huggingface_hub import HfApi

    with _hub_errors(hub_id):
        found = HfApi(endpoint=_endpoint()).model_info(hub_id, revision=revision, timeout=_TIMEOUT)
    if found.sha is None:
        raise CheckpointError(f"{hub_id} ({revision}): the hub names no commit.")
    _require_safetensors(f"{hub_id} ({revision})", [file.rfilename for file in found.siblings or ()])
    return found.sha


def take_up(alias: str, model: Model, revision: str, protocols: Collection[ProtocolName]) -> Checkpoint:
    """Fetches a revision of a hub model and makes it the one that the study evaluates.

    A snapshot that cannot be used changes nothing, nor does one with the files of the present one. Raises
    `CheckpointError` with the reason.
    """
    commit = hub_commit(model.checkpoint, revision)
    snapshot = fetch_from_hub(model.checkpoint, commit)
    found = find_checkpoint(alias, model.model_copy(update={"revision": commit}), protocols)
    now = local_snapshot(model.checkpoint, model.revision)
    if now is None or not holds_the_same(now, snapshot):
        # The hub's cache keeps the commit of each revision in a file; fetching a commit leaves it alone.
        with whole_file(snapshot.parents[1] / "refs" / model.revision) as reference:
            reference.write_text(commit, encoding="ascii")
    return found


def holds_the_same(snapshot: Path, other: Path) -> bool:
    """Whether two snapshots of a repository have the same weights and processor: a README alone may move a revision."""
    return identifying_files(snapshot) == identifying_files(other)


def fetch_from_hub(hub_id: str, revision: str) -> Path:
    """Fetches a revision's safetensors weights and its small files into the hub's cache, and returns where they lie.

    Raises `CheckpointError` with the reason; what was fetched before stays and is not fetched again.
    """
    from huggingface_hub import snapshot_download

    with _hub_errors(hub_id):
        return Path(snapshot_download(hub_id, revision=revision, allow_patterns=list(HUB_FILES), endpoint=_endpoint()))


def _require_safetensors(of: str, files: Collection[str]) -> None:
    if any(name.endswith(".safetensors") for name in files):
        return
    pickled = sorted(name for name in files if Path(name).suffix in PICKLED)
    if pickled:
        raise CheckpointError(
            f"{of}: its weights are pickled ({pickled[0]}), which may run code when opened and is never fetched. "
            "Name a repository or revision with safetensors."
        )
    raise CheckpointError(f"{of}: holds no weights (no *.safetensors file).")


@contextmanager
def _hub_errors(hub_id: str) -> Iterator[None]:
    """Turns what the hub's client raises into a line that says which model, why, and the way out."""
    from huggingface_hub.errors import HTTPError, OfflineModeIsEnabled  # type: ignore[attr-defined]

    try:
        yield
    except (HTTPError, OfflineModeIsEnabled, OSError) as error:
        raise _translated(hub_id, error) from None


def _translated(hub_id: str, error: BaseException) -> CheckpointError:
    from huggingface_hub import errors

    # What could not be looked up is looked for in the cache; that it is not there either says nothing of the reason.
    if isinstance(error, errors.LocalEntryNotFoundError) and error.__cause__ is not None:
        error = error.__cause__
    # From the narrowest kind to the widest: several of them are kinds of one another.
    match error:
        case errors.GatedRepoError():
            reason = "gated. Accept its terms on the hub, then set HF_TOKEN."
        case errors.RevisionNotFoundError():
            reason = "the hub has no such revision of it. Correct `revision` in the study file."
        case errors.RepositoryNotFoundError():
            reason = "not on the hub, or not for this token. Correct the id in the study file, or HF_TOKEN."
        case errors.OfflineModeIsEnabled():
            return HubUnreachableError(
                f"{hub_id}: the hub is not asked, since HF_HUB_OFFLINE is set. It is asked again later."
            )
        case errors.HfHubHTTPError() if error.response.status_code in (401, 403):
            reason = f"the hub answered {error.response.status_code}: not for this token. Correct HF_TOKEN."
        case errors.HfHubHTTPError():
            reason = f"the hub answered {error.response.status_code}. It is asked again later."
        case OSError(errno=int(), strerror=str() as words) if not isinstance(error, ConnectionError | TimeoutError):
            reason = f"it cannot be stored in the hub's cache: {words}."
        case _:
            return HubUnreachableError(
                f"{hub_id}: the hub cannot be reached ({type(error).__name__}). It is asked again later."
            )
    return CheckpointError(f"{hub_id}: {reason}")


def _endpoint() -> str | None:
    """Read now, not when huggingface_hub was imported."""
    return os.environ.get("HF_ENDPOINT") or None

"""Models on the hub: which commit a revision stands at now, and fetching it. Through huggingface_hub alone.

Its cache, its token (from the environment) and its endpoint are used as they are. Being offline is no error.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import is_hub_id
from medfrag_assets.vlm.weights import CheckpointError

# A revision is asked for this often, and after failures ever more rarely.
EVERY_SECONDS = 15 * 60.0
_FIRST_WAIT = 60.0
_LONGEST_WAIT = 6 * 3600.0
_TIMEOUT = 10.0
# Weights that may run code when opened are not even fetched.
_FETCHED = ("*.safetensors", "*.json", "*.jinja", "*.model", "*.txt")


class Polled(NamedTuple):
    """What is known of a hub model: the commit found last, how often in a row it failed since, and when to ask next.

    `next_poll`: seconds since the epoch.
    """

    commit: str | None = None
    failures: int = 0
    next_poll: float = 0.0


class Polling(NamedTuple):
    """What a poll gave, by alias: what to remember of every hub model, and what went wrong with some."""

    known: dict[str, Polled]
    problems: dict[str, str]


def poll_hub(study: Study, known: Mapping[str, Polled], now: float) -> Polling:
    """Asks the hub for the commit of every hub model of the study whose time has come.

    known: what the poll before returned. now: seconds since the epoch; a clock that has gone back asks at once.
    """
    states: dict[str, Polled] = {}
    problems: dict[str, str] = {}
    for alias, model in study.models.items():
        if not is_hub_id(model.checkpoint):
            continue
        before = known.get(alias, Polled())
        states[alias] = before
        if 0 < before.next_poll - now <= _LONGEST_WAIT:
            continue
        try:
            states[alias] = Polled(hub_commit(model.checkpoint, model.revision), 0, now + EVERY_SECONDS)
        except CheckpointError as error:
            problems[alias] = str(error)
            wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2**before.failures)
            states[alias] = Polled(before.commit, before.failures + 1, now + wait)
    return Polling(states, problems)


def hub_commit(hub_id: str, revision: str) -> str:
    """The commit (40 hex) that a revision of a hub model stands at. Raises `CheckpointError` with the reason."""
    from huggingface_hub import HfApi

    with _hub_errors(hub_id):
        commit = HfApi(endpoint=_endpoint()).model_info(hub_id, revision=revision, timeout=_TIMEOUT).sha
    if commit is None:
        raise CheckpointError(f"{hub_id} ({revision}): the hub names no commit.")
    return commit


def fetch_from_hub(hub_id: str, revision: str) -> Path:
    """Fetches a revision's safetensors weights and its small files into the hub's cache, and returns where they lie.

    Raises `CheckpointError` with the reason; what was fetched before stays and is not fetched again.
    """
    from huggingface_hub import snapshot_download

    with _hub_errors(hub_id):
        return Path(snapshot_download(hub_id, revision=revision, allow_patterns=list(_FETCHED), endpoint=_endpoint()))


@contextmanager
def _hub_errors(hub_id: str) -> Iterator[None]:
    """Turns what the hub's client raises into a line that says which model, why, and the way out."""
    from huggingface_hub.errors import HTTPError, OfflineModeIsEnabled  # type: ignore[attr-defined]

    try:
        yield
    except (HTTPError, OfflineModeIsEnabled, OSError) as error:
        raise CheckpointError(f"{hub_id}: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    from huggingface_hub import errors

    # From the narrowest kind to the widest: several of them are kinds of one another.
    match error:
        case errors.GatedRepoError():
            return "gated. Accept its terms on the hub, then set HF_TOKEN."
        case errors.RevisionNotFoundError():
            return "the hub has no such revision of it. Correct `revision` in the study file."
        case errors.RepositoryNotFoundError():
            return "not on the hub, or not for this token. Correct the id in the study file, or HF_TOKEN."
        case errors.OfflineModeIsEnabled() | errors.LocalEntryNotFoundError():
            return "the hub was not asked, since this machine is offline. It is asked again later."
        case errors.HfHubHTTPError():
            return f"the hub answered {error.response.status_code}. It is asked again later."
    return f"the hub cannot be reached ({type(error).__name__}). It is asked again later."


def _endpoint() -> str | None:
    """Read now, not when huggingface_hub was imported."""
    return os.environ.get("HF_ENDPOINT") or None

"""Watches a checkpoint's folder while it is used: one that is replaced meanwhile must not be evaluated by halves."""

from collections.abc import Collection, Iterator, Sequence

from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.generation import Batch, Generator, Known, Request
from medfrag_assets.vlm.known_folders import folder_state
from medfrag_assets.vlm.weights import CheckpointError


class FolderGuard:
    """Knows the state of a checkpoint's folder when it was made. A folder in place of it, or none, is another state."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._checkpoint = checkpoint
        self._state = self._now()

    def require_unchanged(self) -> None:
        """Raises `CheckpointError`, with the checkpoint's name, when any file there is not what it was."""
        if self._now() != self._state:
            raise CheckpointError(
                f"{self._checkpoint.key}: {self._checkpoint.folder} was changed while it was being evaluated, so that "
                "what was computed since may be of either. It was not kept; what the folder holds now is a checkpoint "
                "of its own."
            )

    def _now(self) -> str | None:
        try:
            return folder_state(self._checkpoint.folder)
        except OSError:
            return None


class Guarded:
    """A generator that looks at the folder after every batch, before anyone can keep it."""

    def __init__(self, generator: Generator, guard: FolderGuard) -> None:
        self._generator = generator
        self._guard = guard

    def generate(self, requests: Sequence[Request], embed: Collection[str], known: Known) -> Iterator[Batch]:
        """See `Generator`. Raises `CheckpointError` when the folder has changed."""
        for batch in self._generator.generate(requests, embed, known):
            self._guard.require_unchanged()
            yield batch

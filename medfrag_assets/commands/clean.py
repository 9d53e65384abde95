"""`medfrag clean`."""

import shutil
from pathlib import Path

from medfrag_assets.lake.locks import holder_of, is_held
from medfrag_assets.study.errors import MedfragError

# Checkpoints that ship with medfrag, and those that a person has put there.
_KEPT = ("embedded", "checkpoints")


def clean(root: Path) -> None:
    """Removes what runs wrote below the data root; checkpoints stay.

    Raises `MedfragError` while a web UI or a run works on it: they would write on into what is gone.
    """
    for lock in sorted((root / "locks").glob("*")):
        if is_held(lock):
            raise MedfragError(
                f"Process {holder_of(lock)} works on {root} ({lock.stem}). Stop it with Ctrl-C there; then clean."
            )
    for entry in sorted(root.iterdir()):
        if entry.name in _KEPT:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()

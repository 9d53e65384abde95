"""`medfrag clean`."""

import shutil
from pathlib import Path

from medfrag_assets.lake.locks import holder_of, is_held
from medfrag_assets.study.errors import MedfragError

# What runs write, by name: a data folder may hold more, checkpoints above all, and things of a person's own.
_WRITTEN = ("cache", "dagster_home", "images", "lake", "ledger", "locks", "notified", "reports", "warehouse")


def clean(root: Path) -> None:
    """Removes what runs wrote below the data root; anything else stays.

    Raises `MedfragError` while a web UI or a run works on it: they would write on into what is gone.
    """
    for lock in sorted((root / "locks").glob("*")):
        if is_held(lock):
            raise MedfragError(
                f"Process {holder_of(lock)} works on {root} ({lock.stem}). Stop it with Ctrl-C there; then clean."
            )
    for entry in (root / name for name in _WRITTEN):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink(missing_ok=True)

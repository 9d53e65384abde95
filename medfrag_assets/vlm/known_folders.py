"""Remembers what a checkpoint folder was found to hold, so that gigabytes of weights are not read again and again.

An entry holds as long as every file's name, size, times and inode are the same. Losing the entries costs time only.
"""

import hashlib
import json
import time
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.study.digest import digest
from medfrag_assets.study.files import whole_file
from medfrag_assets.study.paths import data_root

# A file written again within the tick of the file system's clock may look the same: what is that fresh is not kept.
_TICK_SECONDS = 2


class Digests(NamedTuple):
    """Digests of a folder that was looked over and found usable."""

    weights: str
    processor: str


def folder_state(folder: Path) -> str:
    """Digest of names, sizes, times and inodes of a folder's files: the same as long as nobody writes there."""
    stats = [(file.name, file.stat()) for file in sorted(folder.iterdir()) if file.is_file()]
    return digest([[name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino] for name, stat in stats])


def recall(folder: Path, state: str) -> Digests | None:
    """What is remembered of the folder in this state; null when nothing is, or nothing readable."""
    try:
        entry = json.loads(_entry(folder).read_text(encoding="utf-8"))
        return Digests(str(entry["weights"]), str(entry["processor"])) if entry["state"] == state else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(folder: Path, state: str, found: Digests) -> None:
    """Keeps what the folder was found to hold in this state. A data root that cannot be written to is no error."""
    newest = max((file.stat().st_ctime for file in folder.iterdir() if file.is_file()), default=0)
    if time.time() - newest < _TICK_SECONDS:
        return
    try:
        with whole_file(_entry(folder)) as temporary:
            temporary.write_text(json.dumps({"state": state, **found._asdict()}), encoding="utf-8")
    except OSError:
        return


def _entry(folder: Path) -> Path:
    name = hashlib.sha256(str(folder.resolve()).encode(errors="surrogateescape")).hexdigest()
    return data_root() / "cache" / "checkpoints" / f"{name}.json"

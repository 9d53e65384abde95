"""Locks between processes: files that who works on something holds locked, with the number of the process in them."""

import fcntl
import os
import time
from pathlib import Path
from typing import TextIO

_TRIES = 5
# Whoever only looks whether a lock is held holds it for as long as that takes.
_BETWEEN_SECONDS = 0.05


class HeldError(Exception):
    """A lock is held by another process, whose number is `holder`."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


def take(file: Path) -> TextIO:
    """The file, locked until it is closed or the process ends. Raises `HeldError` when another process holds it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = file.open("a+")
    for attempt in range(_TRIES):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if attempt == _TRIES - 1:
                holder = holder_of(file)
                lock.close()
                raise HeldError(holder) from None
            time.sleep(_BETWEEN_SECONDS)
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def is_held(file: Path) -> bool:
    """Whether a process holds the lock."""
    try:
        with file.open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def holder_of(file: Path) -> str:
    """The number of the process that wrote itself into the lock, or `unknown`."""
    return file.read_text().strip() or "unknown"

"""What somebody outside has been told already: each thing is told once, whatever happens in between."""

import fcntl
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.study.files import whole_file


class Telling(NamedTuple):
    """What was told now, and what could not be and why; `reason` is null where all was told."""

    told: list[str]
    untold: list[str]
    reason: str | None


def tell_once(path: Path, news: Iterable[str], tell: Callable[[str], str | None]) -> Telling:
    """Tells of each of `news` that `path` does not remember, and remembers it there.

    tell: returns null, or why it failed, after which it is not called again: what failed and what comes behind it are
    left for the next call. Other processes wait meanwhile. A file that holds no list remembers nothing. Raises
    `OSError` when the file cannot be read or written.
    """
    with _alone(path):
        before = _remembered(path)
        left = [one for one in dict.fromkeys(news) if one not in before]
        told: list[str] = []
        while left:
            reason = tell(left[0])
            if reason is not None:
                return Telling(told, left, reason)
            told.append(left.pop(0))
            _remember(path, [*before, *told])
    return Telling(told, [], None)


def _remembered(path: Path) -> list[str]:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return [one for one in held if isinstance(one, str)] if isinstance(held, list) else []


def _remember(path: Path, told: list[str]) -> None:
    with whole_file(path) as temporary:
        temporary.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Other processes wait here. The system lets go of the lock of a process that dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f".{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

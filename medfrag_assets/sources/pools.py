"""What every source hands to the sampler: candidates of both sides in seeded order, and what it had to leave out."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PIL import Image

from medfrag_assets.study.spec import Side

_SHOWN = 3


class Picture(NamedTuple):
    """One candidate, read: RGB pixels, sha256 of the bytes they came from, and findings where they are known."""

    image: Image.Image
    bytes_digest: str
    findings: dict[str, Any] = {}


class Candidate(NamedTuple):
    """An image that may be sampled. `read` raises `UnusableImageError` when it turns out to be no usable one."""

    origin: str
    group_id: str
    read: Callable[[], Picture]


class LeftOut(NamedTuple):
    """Something that cannot be sampled, why, and its side where it has one."""

    origin: str
    reason: str
    side: Side | None = None


class Pool(NamedTuple):
    """All that a source has for a task.

    `place` is the source in words, `parts` how each side is named there, `counts` how many files or rows (`unit`) each
    side has, readable or not. Candidates come in seeded order and may be read lazily.
    """

    place: str
    parts: dict[Side, str]
    counts: dict[Side, int]
    candidates: dict[Side, Iterable[Candidate]]
    left_out: tuple[LeftOut, ...] = ()
    unit: str = "files"


def in_seeded_order(origins: Iterable[str], task: str, seed: int) -> list[str]:
    """Origins ordered by a hash of seed, task and themselves.

    The place of one depends on no other: what is added elsewhere moves nothing, and one more image of the class
    displaces at most one of the first K.
    """
    return sorted(origins, key=lambda origin: (_place(origin, task, seed), origin))


def _place(origin: str, task: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}|{task}|{origin}".encode()).hexdigest()


def left_out_words(left_out: Iterable[LeftOut], side: Side) -> str:
    """` Left out: a.jpg (zero bytes), …` for what a side lost: the first three by name and the number of the others."""
    lost = sorted((left.origin, left.reason) for left in left_out if left.side == side)
    if not lost:
        return ""
    shown = ", ".join(f"{origin} ({reason})" for origin, reason in lost[:_SHOWN])
    more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
    return f" Left out: {shown}{more}."

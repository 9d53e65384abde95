"""A reply, as all who look for one give it."""

from typing import NamedTuple

from medfrag_assets.study.spec import Side


class Reply(NamedTuple):
    """A reply, the side it stands for (null where it chooses none), the rule that read it and its place."""

    side: Side | None
    rule: str
    start: int
    end: int

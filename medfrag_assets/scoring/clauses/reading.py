"""What was said: each mention of a side, an option or a finding, and all that a response is remembered by."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.lexicon import Item

Mode: TypeAlias = Literal["said", "hedged", "asked"]


class Mention(NamedTuple):
    """A word of a side, an option or a finding, with what its clause does to it.

    `start` takes in the negator before it. `corrected`: stands behind a correction; `concluded`: in a concluding
    sentence; `initial`: said to be a first impression; `weak`: only spoken for; `partial`: the clause is about a part
    of the picture only; `asserted`: the clause says that it is there, and does more than speak of it. `name` is the
    word, or the letter of an option.
    """

    cue: Cue
    name: str
    negated: bool
    mode: Mode
    concluded: bool
    corrected: bool
    initial: bool
    weak: bool
    partial: bool
    asserted: bool
    start: int
    end: int


class Span(NamedTuple):
    """A place in the response."""

    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """All that was said. Cues that name no side are kept with their place, the first of each kind.

    `corrected_at` is the place of the last correction, `described` the first clause that says what a structure looks
    like, `undecided` the first inability to decide, `wondered` the end of the first name with a question mark behind
    it, `opened_at` the place where the answer was last left open, `either` the first clause that names both sides with
    an "or" between; null without one. `supposed` is what is said only under a condition, `doubted` how often a "may"
    was about the picture, `weighed` whether a condition was, `bordered` whether the text begins by leaving all open,
    `contrasted` what is told of as it would look.
    """

    mentions: list[Mention] = field(default_factory=list)
    hedge: Item | None = None
    modal: Item | None = None
    refusal: Item | Span | None = None
    condition: Item | None = None
    corrected_at: int | None = None
    described: Span | None = None
    undecided: Item | None = None
    wondered: Item | None = None
    opened_at: int | None = None
    either: Span | None = None
    doubted: int = 0
    weighed: bool = False
    bordered: bool = False
    supposed: list[Mention] = field(default_factory=list)
    contrasted: list[Mention] = field(default_factory=list)

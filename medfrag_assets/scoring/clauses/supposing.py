"""What of a sentence holds only under a condition."""

from dataclasses import dataclass

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.sentences import Passage


@dataclass(slots=True)
class Supposition:
    """What of a sentence holds only under a condition, while its clauses are read.

    `begun`: a condition has been read; `silences`: nothing but it makes what follows silent; `hinges`: all that follows
    is supposed; `sight`: the condition is about what is seen; `declined`: it, or what follows, declines.
    """

    begun: bool = False
    silences: bool = False
    hinges: bool = False
    sight: bool = False
    declined: bool = False


# Of a sentence without a condition; never changed.
UNCONDITIONAL = Supposition()


def turns_on(clause: Passage) -> bool:
    """Like "that comes down to three cells": the answer hangs on something in the picture."""
    return any(item.cue is Cue.CONDITION and item.text.endswith((" on", " to")) for item in clause.items)


def hinges(clause: Passage) -> bool:
    """Like "that hinges on the film: if ...": all that comes after is supposed."""
    items = clause.items
    return Cue.CONDITION in clause.cues and any(
        item.cue is Cue.CONDITION and (items[place - 1].text == ":" or (place in (1, 2) and " on" in item.text))
        for place, item in enumerate(items)
        if place
    )

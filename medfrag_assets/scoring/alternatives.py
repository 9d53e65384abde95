"""Clauses that leave it open by an "or": "pneumonia or atelectasis", "either a mass or an artifact"."""

from collections.abc import Sequence

from medfrag_assets.scoring.cues import MENTIONS, Cue, phrases
from medfrag_assets.scoring.lexicon import Item

_SIDES = frozenset({Cue.POSITIVE, Cue.POSITIVE_ENTITY})
_OTHERS = frozenset({Cue.NEGATIVE, Cue.NEGATIVE_ENTITY, Cue.NORMAL, Cue.FINDING})
_DENIES = frozenset({Cue.NO, Cue.NOT, Cue.ABSENT, Cue.ASKED, Cue.SEARCH})
# Findings that say no more than the side's word beside them: "a mass or lesion".
_VAGUE = frozenset(
    phrases(
        """
        mass | masses | lesion | lesions | opacity | opacities | nodule | nodules | infiltrate | infiltrates | growth |
        consolidation | tumor | tumors | cancer | infection | swelling | necrosis | in situ | inflammation |
        white patch |
        white patches | edema
        """
    )
)
_JOINS = frozenset({"or", "/"})
_NEAR = 5


def leaves_open(clause: Sequence[Item], words: set[str]) -> bool:
    """Whether the clause of these words offers something else beside the positive side, and denies neither."""
    if words.isdisjoint(_JOINS):
        return False
    places = [place for place, item in enumerate(clause) if item.text in _JOINS]
    if not places or any(item.cue in _DENIES for item in clause):
        return False
    either = "either" in words
    for place in places:
        before = next((item for item in reversed(clause[max(0, place - _NEAR) : place]) if item.cue in MENTIONS), None)
        after = next((item for item in clause[place + 1 : place + 1 + _NEAR] if item.cue in MENTIONS), None)
        if _differ(before, after) or (either and (before is None) != (after is None)):
            return True
    return False


def _differ(one: Item | None, other: Item | None) -> bool:
    if one is None or other is None:
        return False
    return _is_other(one, other) or _is_other(other, one)


def _is_other(one: Item, other: Item) -> bool:
    return one.cue in _SIDES and other.cue in _OTHERS and other.text not in _VAGUE


def is_neither(cues: set[Cue | None], words: set[str]) -> bool:
    """Whether a clause of these denies both sides: "neither clearly normal nor typical of pneumonia"."""
    return "nor" in words and not cues.isdisjoint(_SIDES) and not cues.isdisjoint(_OTHERS - {Cue.FINDING})

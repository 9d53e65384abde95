"""Words whose cue depends on others further off: "should it grow", "cannot rule a tumor out", "favored over"."""

from medfrag_assets.scoring.cues import MENTIONS, Cue, phrases
from medfrag_assets.scoring.lexicon import Item

_SUBJECTS = frozenset(
    phrases("the|it|this|there|you|any|a|an|that|they|follow|symptoms|further|these|your|one|more|histology")
)
# An order to exclude something, as on a request form, leaves it open.
_ORDERS = frozenset(phrases("rule out|to rule out|exclude|to exclude|to be excluded"))
_LONGEST_ORDER = 6
_UNABLE = frozenset(phrases("cannot|unable to|not able to|impossible to|difficult to|could not|can not|hard to"))
# How many words "rule" and "out" hold between them.
_BETWEEN = 5
_PREFERS = frozenset(
    phrases(
        """
        favor | favors | favored | favoring | prefer | prefers | preferred | choose | chose | likely | most likely |
        more likely | wins | pick | fits | i favor | i would favor | probable | probably | is favored | select |
        choosing
        """
    )
)
# Without one of these, or a condition that is met, a sentence holds no idiom.
IDIOMATIC = _ORDERS | {"should", "rule", "over"}


def read_idioms(items: list[Item], question: bool) -> list[Item]:
    """The items of a sentence with the cues that these words have together."""
    first, texts = items[0], {item.text for item in items}
    if first.text == "should" and not question and len(items) > 1 and items[1].text in _SUBJECTS:
        items = [first._replace(cue=Cue.CONDITION, text="if"), *items[1:]]
    elif first.text in _ORDERS and len(items) <= _LONGEST_ORDER:
        items = [first._replace(cue=Cue.HEDGE), *items[1:]]
    if "rule" in texts:
        items = _not_ruled_out(items)
    if "over" in texts and not texts.isdisjoint(_PREFERS):
        items = _preferred_over(items)
    return _without_met_conditions(items)


def _not_ruled_out(items: list[Item]) -> list[Item]:
    """Like "I cannot rule a tumor out", which excludes nothing."""
    for place, item in enumerate(items[1:], start=1):
        near = [other.text for other in items[place + 1 : place + 2 + _BETWEEN]]
        if item.text == "rule" and items[place - 1].text in _UNABLE and ("out" in near or "in" in near):
            items = [*items[: place - 1], items[place - 1]._replace(cue=Cue.HEDGE), *items[place:]]
    return items


def _preferred_over(items: list[Item]) -> list[Item]:
    """Like "malignant is favored over benign": what stands behind "over" is not chosen."""
    for place, item in enumerate(items):
        named_before = any(other.cue in MENTIONS for other in items[:place])
        if item.text == "over" and named_before and any(other.cue in MENTIONS for other in items[place + 1 :]):
            return [*items[:place], item._replace(cue=Cue.NOT), *items[place + 1 :]]
    return items


def _without_met_conditions(items: list[Item]) -> list[Item]:
    """Like "if it is symmetric, as it is here, it is benign", which holds."""
    cues = {item.cue for item in items}
    if Cue.HOLDS in cues and Cue.CONDITION in cues:
        return [item._replace(cue=None) if item.cue is Cue.CONDITION else item for item in items]
    return items

"""Standards that the picture is held against, as in "A normal film would have dark fields. Here they are white".

What would be normal, or would be the disease, says nothing of the picture until the text says whether it is met.
"""

from collections.abc import Sequence
from typing import NamedTuple

from medfrag_assets.scoring.cues.kinds import DECLINES, DENIES, HEDGES, VERDICTS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_OPEN = HEDGES | DECLINES | {Cue.CONDITION}
# "A normal mole does not have ...": what all of a kind have or lack.
_HAVE = frozenset(phrases("has|have|does|do|shows|show|never|is|are|needs|requires|calls|demands|presupposes"))
_ONE = frozenset({"a", "an", "any", "does", "do", "never"})
_REQUIRES = frozenset(
    phrases("would|should|must|ought|requires|needs|calls for|demands|presupposes|would need|require")
)
_NEEDS = frozenset(
    {"needs", "requires", "demands", "presupposes", "calls for", "would need", "would require"}
) | frozenset(
    f"{who} would {what}"
    for who in ("i", "one", "we", "you")
    for what in ("need", "want", "require", "need to see", "want to see")
)
# How far behind what the standard is of the verb stands that demands it.
_DEMANDED_WITHIN = 5
# What may stand in an answer that points back: "and this one does", "which they are not", "it has none".
_PRO_FORMS = spelled(
    """
    they | do | does | it | is | are | has | have | this | one | these | those | here | not | the | both | neither |
    pair | all | each | every | there | that | which | and | but | so | in | image | scan | film | patch | lesion |
    case | none | no | exactly | just | what | we | i | see | too | indeed | of | them | such | any |
    either
    """
) | {","}
_ANAPHORS = frozenset({"one", "none", "any", "it", "them", "such", "either", "neither", "nothing"})
_AUXILIARIES = frozenset({"do", "does", "is", "are", "has", "have"})
_POINTS = frozenset(phrases("here|this|the|these|in|instead|what|there|both|it|they|that|one|i|only|nothing|not|none"))
_SHOWN = frozenset({"this", "that", "such", "so", "like this", "these", "there", "here"})
_JOINS = frozenset({"and", "but", "while", "whereas", "yet", "which", "that this one", "however"})
_MOST = 6
_CONTENT = 4
_STEM = 5


class Standard(NamedTuple):
    """What is required (stems of its words), whether it is the lack of that, and whether the picture is said to have
    it, as in "cancer would not be this symmetrical". `kind` is the item of what it is a standard of.
    """

    required: frozenset[str]
    lacking: bool
    shown: bool
    kind: int
    conditional: bool = False


def standard_of(items: Sequence[Item], cues: set[Cue | None], words: set[str]) -> tuple[Standard, int] | None:
    """The standard that a sentence of these sets, and at which item what is required is over."""
    if Cue.WOULD not in cues and words.isdisjoint(_REQUIRES) and (words.isdisjoint(_ONE) or words.isdisjoint(_HAVE)):
        return None
    kinds = [place for place, item in enumerate(items) if item.cue in VERDICTS]
    if not kinds:
        return None
    kind, modal = kinds[0], -1
    for named in kinds:
        modal = next(
            (place for place in range(named + 1, min(named + _DEMANDED_WITHIN, len(items))) if _demands(items[place])),
            -1,
        )
        if modal >= 0:
            kind = max(place for place in kinds if place < modal)
            break
    if modal < 0:
        modal = _all_of_a_kind(items, kind)
    if modal < 0 or any(map(_leaves_open, items)):
        return None
    # "To decide between A and B we would look at the lungs."
    if items[0].text == "to" or items[modal - 1].text in ("i", "we", "you"):
        return None
    end = next((at for at in range(modal + 2, len(items)) if _joins(items, at)), len(items))
    required = items[modal:end]
    # "B needs clear lungs, and these are not."
    if any(item.cue in VERDICTS for item in required) and items[modal].text not in _NEEDS:
        return None
    denials = sum(item.cue in DENIES for item in required)
    has = {word for item in required for word in item.text.split(" ")}
    return Standard(_stems(required), denials % 2 == 1, not _SHOWN.isdisjoint(has), kind), end


def _leaves_open(item: Item) -> bool:
    """Whether the item doubts, declines or offers to look. "The network here is regular" offers nothing."""
    return item.cue in _OPEN or (item.cue is Cue.FILLER and item.text != "here is")


def condition_of(items: Sequence[Item]) -> tuple[Standard, int] | None:
    """The condition that a sentence sets, as in "If it has a veil, the answer is A", and where the sentence is over."""
    conditions = [place for place, item in enumerate(items) if item.cue is Cue.CONDITION]
    if len(conditions) != 1 or any(item.cue in _OPEN and item.cue is not Cue.CONDITION for item in items):
        return None
    end = next((at for at in range(conditions[0], len(items)) if items[at].text == ","), len(items))
    required = items[conditions[0] + 1 : end]
    denials = sum(item.cue in DENIES for item in required)
    return Standard(_stems(required), denials % 2 == 1, False, 0, True), len(items)


def is_met(  # noqa: PLR0911 - a return for each form
    standard: Standard, items: Sequence[Item]
) -> bool | None:
    """Whether the items say that the standard is met; null where they say nothing of it."""
    if standard.shown and standard.lacking:
        return False
    if not items or any(item.cue in VERDICTS or _leaves_open(item) for item in items):
        return None
    words = [word for item in items for word in item.text.split(" ")]
    head = next((place for place, item in enumerate(items) if place and item.text in (":", ",")), len(items))
    answer = _points_back(items[:head])
    if answer is not None:
        # "... would not have one. This one does" has what would be lacking.
        return answer != standard.lacking
    if standard.conditional:
        return None
    denied = sum(item.cue in DENIES for item in items) % 2 == 1
    if len(_stems(items)) == 0:
        return None
    # Of a long list some of it is told of in any case.
    if len(standard.required) > _MOST:
        return None
    common = standard.required & _stems(items)
    if common:
        return denied == standard.lacking if 2 * len(common) >= len(standard.required) else None
    # "... and I have gone through all of it without meeting one."
    if denied and not standard.lacking and not _ANAPHORS.isdisjoint(words):
        return False
    points = words[0] in _POINTS or (words[0] in _JOINS and len(words) > 1 and words[1] in _POINTS)
    return False if points and not denied and not standard.lacking else None


def _points_back(items: Sequence[Item]) -> bool | None:
    """Whether the items assent to what was required ("and this one does"), or deny it; null where they do neither."""
    words = [word for item in items for word in item.text.split(" ")]
    if not all(word in _PRO_FORMS for word in words) or _AUXILIARIES.isdisjoint(words):
        return None
    return sum(item.cue in DENIES for item in items) % 2 == 0


def _demands(item: Item) -> bool:
    return item.cue is Cue.WOULD or item.text.split(" ")[0] in _REQUIRES


def _all_of_a_kind(items: Sequence[Item], kind: int) -> int:
    """Where the verb stands in "a normal mole does not have ... that this one has"; -1 elsewhere."""
    if kind and items[kind - 1].text not in ("a", "an", "any"):
        return -1
    # "Pneumonia does not spare the border like that."
    if not kind:
        shown = any(item.text in _SHOWN for item in items[2:])
        return 1 if shown and items[1].text in ("does", "do", "never") else -1
    return next((place for place in range(kind + 1, min(kind + 4, len(items))) if items[place].text in _HAVE), -1)


def _joins(items: Sequence[Item], place: int) -> bool:
    """Whether what is required is over before this item: ", and they do not", "that this one has"."""
    text = items[place].text
    if items[place].cue is Cue.BREAK:
        return True
    after = items[place + 1].text if place + 1 < len(items) else ""
    if text == "and":
        return after in ("this", "here", "these", "it", "they", "neither", "there")
    if text == ",":
        return after in _JOINS or after in ("this", "here", "these", "the", "it", "they")
    return text in ("that", "which") and after == "this"


def _stems(items: Sequence[Item]) -> frozenset[str]:
    words = (word for item in items for word in item.text.split(" "))
    return frozenset(word[:_STEM] for word in words if len(word) >= _CONTENT and word not in _EMPTY)


_EMPTY = spelled(
    """
    would | should | must | have | does | show | shows | this | that | these | those | with | from | here | there |
    they | them | none | image | scan | film | patch | lesion | both | either | neither | what | which | while |
    require | requires | need | needs | look | looks | like | alike | appear | expect | some | more | than | only |
    other | each | every | seen | visible | present | picture | case | also | very | such | into | your
    """
)

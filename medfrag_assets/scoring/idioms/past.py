"""What was so at another time: "pneumonia was diagnosed three weeks ago", "the last scan, on which a mass was seen"."""

from medfrag_assets.scoring.cues.kinds import MENTIONS, STATES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.idioms.names import REACH
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

WAS = frozenset({"was", "were"})
# What was so before is no longer told of now, unless one of these says that it lasts, or has become more.
_STILL = frozenset({"still", "again", "remains", "persists", "same", "unchanged"})
_LASTS = spelled(
    "still | again | remains | remain | persists | persist | persisting | persistent | same | unchanged | stable | "
    "grown | larger | increased | progressed | worse | recurred | returned | since | new | also"
)
_THEN = frozenset(phrases("ago|previously|formerly|earlier|once|last|before|then|until"))
# When it was: a sentence in the past with one of these tells of another picture.
TIMES = frozenset({"ago", "earlier", "previously", "formerly", "last"}) | {str(year) for year in range(1980, 2040)}
_LAST = spelled("week | month | year | spring | summer | autumn | winter | fall | time | visit | film | scan | exam")
_TOLD = spelled("was | were | had | showed | revealed | demonstrated")
_PRESENT = spelled("is | are | has | have | shows | show | i | can | looks")
_NOW = frozenset({"now", "today", "currently", "nowadays", "meanwhile"})
# "The film of May, on which a pneumonia was described".
_PICTURES = spelled(
    "radiograph | film | scan | mri | image | study | examination | exam | ray | biopsy | photo | slide"
)
_PICTURE_WITHIN = 6
_LEAD = 6


def leave_out_the_past(items: list[Item]) -> None:
    """Like "It was normal in 2019 and has stopped being so"."""
    if any(item.text in _STILL for item in items):
        return
    then = False
    for place, item in enumerate(items):
        then = then or _is_of_the_past(item)
        if item.text in WAS:
            near = items[place + 1 : place + REACH + 2]
            at = next((at for at, other in enumerate(near) if other.cue in STATES), None)
            if at is not None and (then or any(map(_is_of_the_past, near))):
                items[place + 1 + at] = items[place + 1 + at].changed(None)


def suppose_the_past(items: list[Item]) -> None:
    """Like "Pneumonia was diagnosed three weeks ago", "A film two weeks earlier had shown it": it need not be there."""
    end = next((at for at, item in enumerate(items) if item.text in _NOW or item.cue is Cue.BREAK), len(items))
    told = items[:end]
    if any(item.text in _LASTS or item.text in _PRESENT for item in told) or not _is_of_another_time(told):
        return
    # "Two weeks earlier, the lungs were full of it."
    lead = next((at + 1 for at, item in enumerate(told[:_LEAD]) if item.text == ","), 0)
    start = 0 if any(item.cue in MENTIONS for item in told[:lead]) else lead
    verb = next((at for at in range(start, len(told)) if not _TOLD.isdisjoint(told[at].text.split(" "))), None)
    if verb is None:
        return
    if start < len(told) and told[start].cue not in MENTIONS:
        items[start] = items[start].changed(Cue.SEARCH)
    elif told[verb].cue not in MENTIONS:
        items[verb] = items[verb].changed(Cue.WOULD)
    if end < len(items) and items[end].text in _NOW:
        items[end] = items[end].changed(Cue.BREAK)


def suppose_what_another_showed(items: list[Item]) -> None:
    """Like "Compared with the film of May, on which a pneumonia was described, the opacity has cleared"."""
    for place in range(1, len(items) - 2):
        if items[place].text != "which" or items[place - 1].text not in ("on", "in"):
            continue
        before = {word for item in items[max(0, place - _PICTURE_WITHIN) : place] for word in item.text.split(" ")}
        if not before.isdisjoint(_PICTURES) and any(item.text in WAS for item in items[place : place + 2 * REACH]):
            items[place] = items[place].changed(Cue.SEARCH)


def _is_of_another_time(items: list[Item]) -> bool:
    """Whether one of the items is a year or a word like "ago". Of "last" only "last week" and the like are."""
    return any(
        _is_of_the_past(item) and (item.text != "last" or (place + 1 < len(items) and items[place + 1].text in _LAST))
        for place, item in enumerate(items)
    )


def _is_of_the_past(item: Item) -> bool:
    """Whether the item is a year or a word like "ago"."""
    text = item.text
    return text in _THEN or (len(text) == 4 and text.isdecimal() and text.startswith(("19", "20")))

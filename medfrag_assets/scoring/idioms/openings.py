"""What a sentence begins with and is turned by: "should it grow", "of pneumonia I find not a trace"."""

from medfrag_assets.scoring.cues.kinds import MENTIONS, STATES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.idioms.names import REACH
from medfrag_assets.scoring.idioms.seeming import IS, SEEMS, TURNS_OUT, read_seeming
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_SUBJECTS = frozenset(
    phrases("the|it|this|there|you|any|a|an|that|they|follow|symptoms|further|these|your|one|more|histology")
)
# "Should be biopsied" and "should not worry you" suppose nothing; "should the rim enhance" does.
_PREDICATES = frozenset(phrases("be|not|have|probably|also|i|we|get|see|always"))
_INVERTED = frozenset({"should", "were", "had"})
# "In a patient with fever, A", "for somebody aged eighty, sure".
_IN_SOMEBODY = frozenset({"in", "for", "with"})
_SOMEBODY = frozenset(
    phrases(
        "somebody|someone|anyone|anybody|patient|child|adult|smoker|person|man|woman|baby|infant|teenager|newborn|"
        "older|younger|young|old|elderly"
    )
)
_WITH = {"with": "without", "without": "with"}
_BACK = frozenset({"it", "them", "this", "that", "these", "those", ",", "one", "any", "such", "fever"})
# What one does who reads a picture, as the subject of a sentence.
_TASKS = frozenset(
    phrases(
        "ruling out|excluding|finding|spotting|detecting|identifying|diagnosing|seeing|recognizing|confirming|naming|"
        "calling|telling|looking|reading|labeling|distinguishing|saying|deciding|looking for|searching for"
    )
)
# "Looking for a mass: none."
_LOOKS = frozenset({"looking for", "checking for", "searching for"})
# "For a tumor: the bright rim. Against it: the straight midline".
_WEIGHS = frozenset({"for", "against", "pro", "contra"})
# An order to exclude something, as on a request form, leaves it open.
ORDERS = frozenset(phrases("rule out|to rule out|exclude|to exclude|to be excluded"))
_LONGEST_ORDER = 6
_TRACES = spelled(
    "sign | signs | trace | traces | hint | hints | evidence | indication | suggestion | shadow | whiff | anything | "
    "nothing | none | feature | features | vestige | glimmer | inkling | one | bit | thing | whisper"
)
OPENINGS = _LOOKS | _INVERTED | _IN_SOMEBODY | _WEIGHS | _TASKS | _WITH.keys() | {"of"}


def read_opening(read: list[Item], texts: set[str], question: bool) -> None:
    """Reads the idiom that a sentence begins with, or that turns all of it."""
    first = read[0]
    if first.text in _LOOKS and not question:
        read[0] = first.changed(Cue.SEARCH)
    elif first.text in _TASKS and not question:
        _read_task(read)
    elif first.text in _INVERTED and not question and _is_inverted(read):
        read[0] = first.changed(Cue.CONDITION, "if")
    elif first.text in _WITH and not texts.isdisjoint(_WITH.keys() - {first.text}):
        _set_against(read)
    elif first.text in _IN_SOMEBODY and any(item.text in _SOMEBODY for item in read[1:4]):
        read[0] = first.changed(Cue.CONDITION)
    elif first.text in _WEIGHS and [item.text for item in read[2:4] if item.text == ":"] and len(read) > 3:
        read[0] = first.changed(Cue.SPEAKS)
    elif first.text == "of" and not question:
        _deny_what_stands_in_front(read)
    elif first.text in ORDERS and len(read) <= _LONGEST_ORDER:
        read[0] = first.changed(Cue.HEDGE)
    elif first.text in SEEMS:
        read_seeming(read, 0, IS)
    elif not texts.isdisjoint(TURNS_OUT) and not _is_denied_before(read):
        read_seeming(read, -1, TURNS_OUT)


def _is_denied_before(items: list[Item]) -> bool:
    """Like "I would be surprised if this turned out to be a tumor"."""
    turns = next(place for place, item in enumerate(items) if item.text in TURNS_OUT)
    return any(item.cue in (Cue.NOT, Cue.NO, Cue.CONDITION) for item in items[:turns])


def _deny_what_stands_in_front(items: list[Item]) -> None:
    """Like "Of pneumonia I find not a trace", "Of cancer there is no sign"."""
    named = next((place for place, item in enumerate(items[:REACH]) if item.cue in MENTIONS), 0)
    comma = next((place for place in range(named, len(items)) if items[place].text in (",", ":")), len(items))
    for place in range(named + 1, comma):
        behind = {word for item in items[place : place + REACH] for word in item.text.split(" ")}
        if named and items[place].cue in (Cue.NO, Cue.NOT) and not _TRACES.isdisjoint(behind):
            items[place] = items[place].changed(Cue.ABSENT)
            return


def _is_inverted(items: list[Item]) -> bool:
    """Like "Had this been a tumor, it would have grown". "Had a biopsy last year" is not."""
    if len(items) < 3:
        return False
    if items[0].text != "had":
        return items[1].text.split(" ")[0] not in _PREDICATES
    return items[1].text in _SUBJECTS or items[1].cue in STATES or len(items[1].text) == 1


def _read_task(items: list[Item]) -> None:
    """Like "ruling out a tumor takes more than this". But "ruling out a tumor, I choose B" has ruled it out."""
    named = next((place for place, item in enumerate(items) if place and item.cue in MENTIONS), None)
    if named is not None and named + 1 < len(items) and items[named + 1].text not in (",", ":", "in", "with", "is"):
        items[0] = items[0].changed(Cue.ASKED)


def _set_against(items: list[Item]) -> None:
    """Like "with fever it is pneumonia, without it edema": each holds under its own condition."""
    for place, item in enumerate(items[:-1]):
        if place and item.text in _WITH and item.text != items[0].text and items[place + 1].text in _BACK:
            items[0] = items[0].changed(Cue.CONDITION)
            items[place] = item.changed(Cue.CONDITION)
            return

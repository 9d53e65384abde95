"""Words whose cue depends on others further off: "should it grow", "cannot rule a tumor out", "favored over"."""

from itertools import pairwise

from medfrag_assets.scoring.cues import MENTIONS, Cue, phrases
from medfrag_assets.scoring.lexicon import Item

_SIDES = frozenset({Cue.POSITIVE, Cue.NEGATIVE, Cue.POSITIVE_ENTITY, Cue.NEGATIVE_ENTITY})
# "Should be biopsied" and "should not worry you" suppose nothing; "should the rim enhance" does.
_PREDICATES = frozenset(phrases("be|not|have|probably|also|i|we|get|see|always"))
_INVERTED = frozenset({"should", "were"})
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
# "For a tumor: the bright rim. Against it: the straight midline".
_WEIGHS = frozenset({"for", "against", "pro", "contra"})
# An order to exclude something, as on a request form, leaves it open.
_ORDERS = frozenset(phrases("rule out|to rule out|exclude|to exclude|to be excluded"))
_LONGEST_ORDER = 6
_NOT_ONLY = frozenset(phrases("not just|not only|not merely|not simply"))
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
# What it looks like or was suspected to be, in front of what it is.
_SEEMS = frozenset(
    phrases(
        "what looks like|what appears to be|what seems to be|what might look like|what may look like|what resembles"
    )
)
_TURNS_OUT = frozenset(phrases("turned out to be|turns out to be|proved to be|proves to be"))
_IS = frozenset({"is", "are", "was"})
# "After tumor resection" no tumor need be there.
_TREATED = frozenset(
    phrases(
        "resection|removal|excision|surgery|treatment|operation|ablation|screening|protocol|foundation|society|"
        "association|academy|institute|awareness|research|data|dataset|prevention|guidelines|detection|classification|"
        "segmentation|labels|challenge|dataset"
    )
)
_LUNGS = frozenset({"lungs", "fields", "lung"})
_AFTER_CLEAR = frozenset(phrases(",|and|with|without|bilaterally|but|except|throughout|on|in|)"))
# Without one of these, or a condition that is met, a sentence holds no idiom, unless it begins with one of the others.
IDIOMATIC = _ORDERS | _NOT_ONLY | _SEEMS | _TURNS_OUT | _TREATED | {"rule", "over", "clear", "were"}
OPENINGS = _INVERTED | _IN_SOMEBODY | _WEIGHS | _TASKS | _WITH.keys()


def read_idioms(items: list[Item], question: bool) -> list[Item]:
    """The items of a sentence with the cues that these words have together."""
    read, texts = list(items), {item.text for item in items}
    _read_opening(read, texts, question)
    if not texts.isdisjoint(_NOT_ONLY):
        _deny_the_harmless(read)
    if "were" in texts and "would" in " ".join(texts):
        _suppose_behind(read)
    if "rule" in texts:
        _exclude_nothing(read)
    if "over" in texts and not texts.isdisjoint(_PREFERS):
        _prefer(read)
    if "clear" in texts and not texts.isdisjoint(_LUNGS):
        _clear(read)
    if not texts.isdisjoint(_TREATED):
        _take_away_what_was_treated(read)
    return _without_met_conditions(read)


def _read_opening(read: list[Item], texts: set[str], question: bool) -> None:
    """Reads the idiom that a sentence begins with, or that turns all of it."""
    first = read[0]
    if first.text in _TASKS and not question:
        _read_task(read)
    elif first.text in _INVERTED and not question and len(read) > 2 and read[1].text.split(" ")[0] not in _PREDICATES:
        read[0] = first._replace(cue=Cue.CONDITION, text="if")
    elif first.text in _WITH and not texts.isdisjoint(_WITH.keys() - {first.text}):
        _set_against(read)
    elif first.text in _IN_SOMEBODY and any(item.text in _SOMEBODY for item in read[1:4]):
        read[0] = first._replace(cue=Cue.CONDITION)
    elif first.text in _WEIGHS and [item.text for item in read[2:4] if item.text == ":"] and len(read) > 3:
        read[0] = first._replace(cue=Cue.SPEAKS)
    elif first.text in _ORDERS and len(read) <= _LONGEST_ORDER:
        read[0] = first._replace(cue=Cue.HEDGE)
    elif first.text in _SEEMS:
        _read_seeming(read, 0, _IS)
    elif not texts.isdisjoint(_TURNS_OUT):
        _read_seeming(read, -1, _TURNS_OUT)


def _read_seeming(items: list[Item], first: int, joints: frozenset[str]) -> None:
    """Like "what looks like a vessel is a tumor", "the suspected tumor turned out to be a cyst".

    What stands before the joint is denied where nothing of the task stands behind it, else only asked about.
    """
    joint = next((place for place, item in enumerate(items) if place > first and item.text in joints), None)
    if joint is None:
        return
    replaced = any(item.cue in _SIDES for item in items[joint + 1 :])
    items[joint] = items[joint]._replace(cue=Cue.BREAK if replaced else Cue.ABSENT)
    if replaced:
        items[0] = items[0]._replace(cue=Cue.ASKED)


def _read_task(items: list[Item]) -> None:
    """Like "ruling out a tumor takes more than this". But "ruling out a tumor, I choose B" has ruled it out."""
    named = next((place for place, item in enumerate(items) if place and item.cue in MENTIONS), None)
    if named is not None and named + 1 < len(items) and items[named + 1].text not in (",", ":", "in", "with", "is"):
        items[0] = items[0]._replace(cue=Cue.ASKED)


def _suppose_behind(items: list[Item]) -> None:
    """Like "this would be carcinoma were the outer layer absent"."""
    for place, item in enumerate(items[1:-1], start=1):
        if item.text == "were" and items[place + 1].text in ("the", "it", "there", "this", "they", "these"):
            items[place] = item._replace(cue=Cue.CONDITION)


def _set_against(items: list[Item]) -> None:
    """Like "with fever it is pneumonia, without it edema": each holds under its own condition."""
    for place, item in enumerate(items[:-1]):
        if place and item.text in _WITH and item.text != items[0].text and items[place + 1].text in _BACK:
            items[0] = items[0]._replace(cue=Cue.CONDITION)
            items[place] = item._replace(cue=Cue.CONDITION)
            return


def _deny_the_harmless(items: list[Item]) -> None:
    """Like "it is not just a mole"."""
    last_but = max((place for place, item in enumerate(items) if item.text == "but"), default=-1)
    for place, item in enumerate(items):
        if item.text in _NOT_ONLY and place > last_but:
            named = [other.cue for other in items[place + 1 : place + 4] if other.cue in MENTIONS]
            if named[:1] in ([Cue.NEGATIVE], [Cue.NEGATIVE_ENTITY], [Cue.NORMAL]):
                items[place] = item._replace(cue=Cue.NOT)


def _exclude_nothing(items: list[Item]) -> None:
    """Like "I cannot rule a tumor out"."""
    for place, item in enumerate(items):
        if item.text == "rule" and place and items[place - 1].text in _UNABLE:
            near = [other.text for other in items[place + 1 : place + 2 + _BETWEEN]]
            if "out" in near or "in" in near:
                items[place - 1] = items[place - 1]._replace(cue=Cue.HEDGE)


def _prefer(items: list[Item]) -> None:
    """Like "malignant is favored over benign": what stands behind "over" is not chosen."""
    named = [place for place, item in enumerate(items) if item.cue in MENTIONS]
    for place, item in enumerate(items):
        if item.text == "over" and named and named[0] < place < named[-1]:
            items[place] = item._replace(cue=Cue.NOT)
            return


def _clear(items: list[Item]) -> None:
    """Like "the lungs are well expanded and clear". But "the lungs show clear evidence of" something."""
    for place, item in enumerate(items):
        if item.text == "clear" and item.cue is None:
            after = items[place + 1].text if place + 1 < len(items) else ","
            if after in _AFTER_CLEAR:
                items[place] = item._replace(cue=Cue.NORMAL)


def _take_away_what_was_treated(items: list[Item]) -> None:
    for place in range(len(items) - 1):
        if items[place].cue in _SIDES and items[place + 1].text in _TREATED:
            items[place] = items[place]._replace(cue=None)


def _without_met_conditions(items: list[Item]) -> list[Item]:
    """Like "if it is symmetric, as it is here, it is benign", which holds."""
    # "If they are gone, and they are not" is not met.
    met = any(item.cue is Cue.HOLDS and after.cue is not Cue.NOT for item, after in pairwise([*items, items[-1]]))
    if met and any(item.cue is Cue.CONDITION for item in items):
        return [item._replace(cue=None) if item.cue is Cue.CONDITION else item for item in items]
    return items

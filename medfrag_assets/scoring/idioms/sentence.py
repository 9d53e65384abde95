"""The idioms of a sentence, and the words without which it holds none."""

from itertools import pairwise

from medfrag_assets.scoring.cues.kinds import MENTIONS, SIDES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.idioms.calling import dispel, refuse_to_call
from medfrag_assets.scoring.idioms.figures import DENIED, FIGURATIVE, read_figures
from medfrag_assets.scoring.idioms.names import BETWEEN
from medfrag_assets.scoring.idioms.openings import ORDERS, read_opening
from medfrag_assets.scoring.idioms.seeming import SEEMS, TURNS_OUT
from medfrag_assets.scoring.lexicon import Item

_NOT_ONLY = frozenset(phrases("not just|not only|not merely|not simply"))
_UNABLE = frozenset(phrases("cannot|unable to|not able to|impossible to|difficult to|could not|can not|hard to"))
_PREFERS = frozenset(
    phrases(
        """
        favor | favors | favored | favoring | prefer | prefers | preferred | choose | chose | likely | most likely |
        more likely | wins | pick | fits | i favor | i would favor | probable | probably | is favored | select |
        choosing
        """
    )
)
_BARE_CHOICE = 4
# "After tumor resection" no tumor need be there.
_TREATED = frozenset(
    phrases(
        "resection|removal|excision|surgery|treatment|operation|ablation|screening|protocol|foundation|society|"
        "association|academy|institute|awareness|research|data|dataset|prevention|guidelines|detection|classification|"
        "segmentation|labels|challenge|statistics|facts|information|hotline|helpline|charity|survivors|support|website"
    )
)
_LUNGS = frozenset({"lungs", "fields", "lung", "cxr"})
_AFTER_CLEAR = frozenset(phrases(",|and|with|without|bilaterally|but|except|throughout|on|in|)"))
# Without one of these, or a condition that is met, a sentence holds no idiom, unless it begins with one of the others.
IDIOMATIC = ORDERS | _NOT_ONLY | SEEMS | TURNS_OUT | _TREATED | (FIGURATIVE - DENIED) | {"rule", "over", "clear"}


def read_idioms(
    items: list[Item], cues: set[Cue | None], texts: set[str], question: bool, declines: bool
) -> list[Item]:
    """The items of a sentence of these cues and texts with the cues that these words have together."""
    read = list(items)
    read_opening(read, texts, question)
    if not texts.isdisjoint(_NOT_ONLY):
        _deny_the_harmless(read)
    if "were" in texts and "would" in " ".join(texts):
        _suppose_behind(read)
    if "rule" in texts:
        _exclude_nothing(read)
    # "Benign over malignant."
    if "over" in texts and (len(read) <= _BARE_CHOICE or not texts.isdisjoint(_PREFERS)):
        _prefer(read)
    if "clear" in texts and not texts.isdisjoint(_LUNGS):
        _clear(read)
    if not texts.isdisjoint(_TREATED):
        _take_away_what_was_treated(read)
    told = texts & FIGURATIVE
    if told:
        read_figures(read, told)
    if declines:
        dispel(read)
        refuse_to_call(read)
    return _without_met_conditions(read) if Cue.HOLDS in cues else read


def _suppose_behind(items: list[Item]) -> None:
    """Like "this would be carcinoma were the outer layer absent"."""
    for place, item in enumerate(items[1:-1], start=1):
        if item.text == "were" and items[place + 1].text in ("the", "it", "there", "this", "they", "these"):
            items[place] = item.changed(Cue.CONDITION)


def _deny_the_harmless(items: list[Item]) -> None:
    """Like "it is not just a mole"."""
    last_but = max((place for place, item in enumerate(items) if item.text == "but"), default=-1)
    for place, item in enumerate(items):
        if item.text in _NOT_ONLY and place > last_but:
            named = [other.cue for other in items[place + 1 : place + 4] if other.cue in MENTIONS]
            if named[:1] in ([Cue.NEGATIVE], [Cue.NEGATIVE_ENTITY], [Cue.NORMAL]):
                items[place] = item.changed(Cue.NOT)


def _exclude_nothing(items: list[Item]) -> None:
    """Like "I cannot rule a tumor out"."""
    for place, item in enumerate(items):
        if item.text == "rule" and place and items[place - 1].text in _UNABLE:
            near = [other.text for other in items[place + 1 : place + 2 + BETWEEN]]
            if "out" in near or "in" in near:
                items[place - 1] = items[place - 1].changed(Cue.HEDGE)


def _prefer(items: list[Item]) -> None:
    """Like "malignant is favored over benign": what stands behind "over" is not chosen."""
    named = [place for place, item in enumerate(items) if item.cue in MENTIONS]
    for place, item in enumerate(items):
        if item.text == "over" and named and named[0] < place < named[-1]:
            items[place] = item.changed(Cue.NOT)
            return


def _clear(items: list[Item]) -> None:
    """Like "the lungs are well expanded and clear". But "the lungs show clear evidence of" something."""
    for place, item in enumerate(items):
        if item.text == "clear" and item.cue is None:
            after = items[place + 1].text if place + 1 < len(items) else ","
            if after in _AFTER_CLEAR:
                items[place] = item.changed(Cue.NORMAL)


def _take_away_what_was_treated(items: list[Item]) -> None:
    for place in range(len(items) - 1):
        if items[place].cue in SIDES and items[place + 1].text in _TREATED:
            items[place] = items[place].changed(None)


def _without_met_conditions(items: list[Item]) -> list[Item]:
    """Like "if it is symmetric, as it is here, it is benign", which holds."""
    # "If they are gone, and they are not" is not met.
    met = any(item.cue is Cue.HOLDS and after.cue is not Cue.NOT for item, after in pairwise([*items, items[-1]]))
    if met and any(item.cue is Cue.CONDITION for item in items):
        return [item.changed(None) if item.cue is Cue.CONDITION else item for item in items]
    return items

"""Whether a clause declines by any of the families, and from where on it only asks."""

from collections.abc import Sequence
from typing import NamedTuple

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.exams import (
    BARE_EXAMS,
    EXAM,
    EXAMINED,
    MATERIAL,
    SPECIMENS,
    advises_a_check,
    needs_an_exam,
    wants_more,
)
from medfrag_assets.scoring.refusals.images import SENDS, SPOILED, asks_for_an_image, lacks_an_image
from medfrag_assets.scoring.refusals.judging import (
    BEYOND,
    GUESSES,
    JUDGING,
    JUDGING_ALONE,
    PERSONS,
    REACH,
    can_not_be_decided,
    gives_neither,
    is_no_reader,
    is_to_be_judged,
    is_too_little,
    lacks_a_judgment,
    lacks_the_power,
    only_guesses,
)
from medfrag_assets.scoring.refusals.negators import NEGATORS, NONE
from medfrag_assets.scoring.refusals.professionals import (
    COMPETENCE,
    LACKING,
    MADE,
    PROFESSIONALS,
    ROLES,
    STAKES,
    is_no_professional,
    is_not_for_a_machine,
    refers,
    speaks_for_all,
    were_i_a_professional,
    would_do_so,
)

# "The diagnosis of melanoma requires histology" says nothing of the picture.
_JUDGED = frozenset(
    {
        *("diagnosis", "distinction", "confirmation", "question", "differentiation", "determination"),
        *("classification", "opinion", "giving", "deciding", "telling", "diagnosing", "judging", "saying", "whether"),
        *("distinguishing", "assessing", "excluding", "interpreting", "ruling", "answering", "interpretation"),
    }
)
# "The presence of pneumonia must be established by a physician" says nothing of whether it is there.
_QUESTIONED = frozenset({"presence", "absence", "normality", "abnormality", "existence", "nature", "benignity"})
# Every family needs one of these.
_DECLINING = frozenset({"need"}).union(
    *(EXAM, MATERIAL, BARE_EXAMS, PROFESSIONALS, ROLES, COMPETENCE, SPOILED, NONE, NEGATORS, SENDS),
    *(BEYOND, GUESSES, EXAMINED, {"too", "text", "nobody", "noone", "rather", "by"}),
)


class Refusal(NamedTuple):
    """Where a clause declines, and from which item on what it names is only asked about (null: nowhere)."""

    start: int
    end: int
    asked_from: int | None


def declines(items: Sequence[Item], words: set[str]) -> Refusal | None:
    """The family that a clause of these items and words declines by, where it does."""
    if words.isdisjoint(_DECLINING):
        return None
    if "opinion" not in words:
        return _declines(items, words)
    # "Not malignant in my opinion" gives one.
    items = [item for item in items if item.text != "in my opinion"]
    return _declines(items, {word for item in items for word in item.text.split(" ")}) if items else None


def _declines(items: Sequence[Item], words: set[str]) -> Refusal | None:  # noqa: PLR0911 - a return for each family
    if not words.isdisjoint(PROFESSIONALS) and _speaks_of_all(items, words):
        return None
    wants = needs_an_exam(items, words) or wants_more(words)
    if (wants and all(item.cue is not Cue.FILLER for item in items)) or refers(words):
        asks = not words.isdisjoint(_JUDGED) or (is_to_be_judged(words) and _begins_with_a_question(items))
        return _over(items, 0 if asks else _asked_from(items))
    if not words.isdisjoint(ROLES) and ("an" in words or "am" in words or "as" in words):
        return _over(items, None if words.isdisjoint(MADE) else 0)
    if is_not_for_a_machine(items, words) or were_i_a_professional(words):
        return _over(items, 0)
    if not words.isdisjoint(COMPETENCE) and not words.isdisjoint(LACKING) and words.isdisjoint(STAKES):
        return _over(items, 0)
    if not words.isdisjoint(SPOILED) and lacks_an_image(items, words):
        return _over(items, 0)
    if len(items) <= 2 and not words.isdisjoint(BARE_EXAMS) and words.isdisjoint(SPECIMENS):
        return _over(items, None)
    if not words.isdisjoint(NONE) and (
        ("be" in words and can_not_be_decided(items)) or ("neither" in words and gives_neither(items))
    ):
        return _over(items, 0)
    if not words.isdisjoint(NEGATORS):
        if lacks_an_image(items, words) or is_no_professional(items, words):
            return _over(items, 0)
        if lacks_a_judgment(items, words):
            return _over(items, 0)
    if (not words.isdisjoint(SENDS) or "need" in words) and asks_for_an_image(words, items[0].text):
        return _over(items, 0)
    return _declines_by_what_it_takes(items, words)


def _speaks_of_all(items: Sequence[Item], words: set[str]) -> bool:
    return speaks_for_all(items) or would_do_so(items, words)


def _declines_by_what_it_takes(items: Sequence[Item], words: set[str]) -> Refusal | None:
    """The families of what one who answers would have to be able to do, like "nobody can judge that"."""
    if not words.isdisjoint(BEYOND) and not words.isdisjoint(REACH) and not words.isdisjoint(PERSONS):
        return _over(items, 0)
    if is_too_little(words) or only_guesses(words) or is_no_reader(words):
        return _over(items, None)
    named = any(item.cue in MENTIONS for item in items)
    unable = lacks_the_power(items, words, JUDGING if not named else JUDGING_ALONE)
    if unable or (not named and advises_a_check(words)) or is_to_be_judged(words):
        return _over(items, None)
    return None


def _begins_with_a_question(items: Sequence[Item]) -> bool:
    """Whether the first words are like "the presence of", "normality"."""
    return any(not _QUESTIONED.isdisjoint(item.text.split(" ")) for item in items[:3])


def _over(items: Sequence[Item], asked_from: int | None) -> Refusal:
    return Refusal(items[0].start, items[-1].end, asked_from)


def _asked_from(items: Sequence[Item]) -> int | None:
    """What an examination is needed for stands behind a "to" or the like."""
    for place, item in enumerate(items):
        if place and item.text.split(" ")[0] in (
            "to",
            "before",
            "whether",
            "until",
            "that",
            "who",
            "for",
            "can",
            "could",
            "will",
            "would",
        ):
            return place
    return None

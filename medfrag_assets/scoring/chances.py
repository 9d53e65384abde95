"""The probability that a clause states: "85 % likely", "benign: 93 %", "one chance in twenty"."""

from collections.abc import Sequence

from medfrag_assets.scoring.cues.kinds import MENTIONS
from medfrag_assets.scoring.lexicon import Item

_CHANCE = frozenset(
    {
        *("chance", "chances", "probability", "likelihood", "likely", "certain", "sure", "confident", "probable"),
        *("risk", "odds", "probabilities", "certainty", "prob"),
    }
)
# A chance in words.
CHANCES = frozenset({"risk", "chance", "chances", "probability", "likelihood", "odds"})
_CERTAINTY = CHANCES | {"confidence", "certainty"}
_LITTLE = frozenset(
    {"small", "low", "slim", "tiny", "minimal", "negligible", "remote", "little", "minute", "zero", "nil"}
)
_MUCH = frozenset({"high", "considerable", "great", "substantial", "excellent", "overwhelming"})
_BETWEEN = frozenset(
    {":", ",", "(", ")", "at", "is", "about", "approximately", "roughly", "around", "only", "p", "of", "for", "a", "an"}
)
_LINKS = frozenset({"is", "are", "was", "be", "seems", "seem", "appears", "remains", "as", ":"}) | CHANCES
_OF = frozenset({"/", "in", "out", "out of"})
_TENS = {
    **{"five": 5.0, "ten": 10.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0},
    **{"sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "hundred": 100.0},
}
# "One in fifty."
_ONES = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "nine": 9.0, "eight": 8.0, "seven": 7.0, "six": 6.0}
_BIG = {"thousand": 1000.0, "million": 1e6}
_PERCENT = frozenset({"%", "percent"})


def states_percent(items: Sequence[Item]) -> int:
    """How many percentages or decimal fractions the items hold."""
    return sum(item.text in _PERCENT or item.text.startswith("0.") for item in items)


def is_number(text: str) -> bool:
    """Whether the text is a number, in digits or as a word for tens."""
    return text[0].isdecimal() or text in _TENS


def is_label(clause: Sequence[Item]) -> bool:
    """Whether the number of the clause stands behind what it is the chance of: "no tumor 0.06"."""
    place = next((place for place, item in enumerate(clause) if item.text[0].isdecimal()), 0)
    while place and clause[place - 1].text in (":", "(", ",", "at"):
        place -= 1
    return place > 0 and clause[place - 1].cue in MENTIONS


def is_even(percent: float | None) -> bool:
    """Whether a probability in percent is near one half."""
    return percent is not None and 40 < percent < 60


def percents(clause: Sequence[Item], words: set[str]) -> float | None:
    """The probability that the clause of these words states, in percent, if it does. "30 % of the brain" is none."""
    # "Confidence that a tumor is present: 10 %". A confidence alone may be that of the answer.
    told = not _CHANCE.isdisjoint(words) or {"confidence", "that"} <= words
    spoken = _in_words(clause, words)
    if spoken is not None:
        return spoken
    for place, item in enumerate(clause):
        if not is_number(item.text) and item.text not in _ONES:
            continue
        after = clause[place + 1].text if place + 1 < len(clause) else ""
        if after in _PERCENT:
            beside = _mention_beside(clause, place, -1) or _mention_beside(clause, place + 1, 1)
            return _number(item) if told or beside else None
        fraction = _fraction(clause, place)
        if fraction is not None and (
            told
            or (
                fraction <= 1
                and _mention_beside(clause, place, -1)
                and ("." in item.text or item.text in _ONES or (after == "/" and _is_score(clause, place)))
            )
        ):
            return 100 * fraction
    return None


def _is_score(clause: Sequence[Item], place: int) -> bool:
    """Like "1/10" behind what it is a score of."""
    return place + 2 < len(clause) and clause[place + 2].text in ("10", "100")


def _in_words(clause: Sequence[Item], words: set[str]) -> float | None:
    """A chance without a number: "about half", "one in two", "very small"."""
    if "half" in words and not words.isdisjoint(_CERTAINTY):
        return 50.0
    if words.isdisjoint(CHANCES) or "not" in words:
        return None
    if {"one", "in", "two"} <= words:
        return 50.0
    if not words.isdisjoint(_LITTLE) and _is_of_a_chance(clause, _LITTLE):
        return 5.0
    return 95.0 if not words.isdisjoint(_MUCH) and _is_of_a_chance(clause, _MUCH) else None


def _is_of_a_chance(clause: Sequence[Item], sizes: frozenset[str]) -> bool:
    """Whether a size is that of the chance: "a small chance", "the chance is very small". "A small mass" is none."""
    texts = [word for item in clause for word in item.text.split(" ")]
    for place, text in enumerate(texts):
        if text not in sizes:
            continue
        before, after = texts[max(0, place - 2) : place], texts[place + 1 : place + 4]
        if not CHANCES.isdisjoint(after) or place + 1 == len(texts) or not _LINKS.isdisjoint(before):
            return True
    return False


def _fraction(clause: Sequence[Item], place: int) -> float | None:
    """A share written as 0.9, 9/10, 1 in 20 or 9 out of 10."""
    number = _number(clause[place])
    after = clause[place + 1].text if place + 1 < len(clause) else ""
    whole = place + (3 if after == "out" else 2)
    joined = after in _OF and (after != "out" or (whole < len(clause) and clause[whole - 1].text == "of"))
    if joined and whole < len(clause) and (is_number(clause[whole].text) or clause[whole].text in _BIG):
        total = _number(clause[whole])
        return number / total if number is not None and total else None
    return number if number is not None and number <= 1 and "." in clause[place].text else None


def _number(item: Item) -> float | None:
    told = _TENS.get(item.text) or _ONES.get(item.text) or _BIG.get(item.text)
    if told is not None:
        return told
    try:
        return float(item.text.replace(",", "."))
    except ValueError:
        return None


def _mention_beside(clause: Sequence[Item], place: int, step: int) -> bool:
    at = place + step
    while 0 <= at < len(clause):
        if clause[at].cue in MENTIONS:
            return True
        if clause[at].text not in _BETWEEN:
            return False
        at += step
    return False

"""Which words of a response name an option of its prompt: letters in any dress, and "the second option"."""

from typing import NamedTuple

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.replies.opening import after_lead, is_lead
from medfrag_assets.scoring.sentences import Passage, Sentence, passage_of
from medfrag_assets.scoring.words import spelled

CHOOSES = frozenset(
    phrases(
        """
        option | choice | answer | letter | select | choose | selected | pick | chose | finding | say | towards |
        toward |
        with | for | guess | take | picking | selecting | choosing | vote | label | alternative | call | lean |
        statement
        """
    )
)
_BEFORE_LETTER = frozenset(phrases("not|both|neither|either|and|or|is|/|be|than|over|between"))
# What may follow a letter A that is no article.
_AFTER_LETTER = frozenset(
    phrases(
        """
        is | because | since | as | seems | appears | was | would | and | or | no | not | can | cannot | may | could |
        might | if | fits | does | has | looks | it | must | should | best | describes | matches | rather | over |
        then |
        obviously | definitely | clearly | probably | likely | without | otherwise | wins | vs | unless | provided |
        when
        """
    )
)
_VERBS = frozenset(
    phrases(
        """
        is | was | would | can | cannot | may | could | might | seems | appears | does | has | should | must | looks |
        fits | describes | matches | wins | gets | takes | holds | stands | makes | comes | goes | carries | explains |
        accounts | covers | applies | remains | suits | works | loses | fails | falls | requires | needs | gains |
        leads |
        beats | outweighs | trumps | prevails | reads | sounds | leaves | ignores | misses | stays | will | had | did |
        captures | hits | agrees | deserves | earns | becomes | drops | calls | demands | presupposes | implies | means
        """
    )
)
# "A series of dots", "A lens-shaped opacity".
_SINGULAR = frozenset({"series", "lens", "species", "cells", "his", "its", "colors", "always", "perhaps"})
# How far before a word that ranks the letter stands that it ranks first.
_CHOSEN_WITHIN = 10
# What says of a letter that it is not the answer: "A is out", "A is too strong", "A overstates it", "forget A".
_FALLS = frozenset({"out", "off", "too", "loses", "fails"})
_WRONGS = spelled(
    "overstates | overstate | understates | understate | exaggerates | exaggerate | ignores | misses | overlooks | "
    "neglects | disregards | underestimates | overestimates | clashes | conflicts | overcalls | undercalls | "
    "overreaches | stumbles | founders | collapses | crumbles | contradicts | struggles"
) | {"clashes with", "conflicts with"}
_WORSE = spelled("weaker | worse | poorer | lesser | inferior | weakest | worst | poorest | wrong | poor") | {
    "less likely"
}
_SKIPS = spelled("forget | skip | drop | avoid | ignore | scratch | scrap | disregard | discount | skipping | dropping")
_RULES = frozenset({"rule", "rules", "ruled", "ruling", "cross", "strike", "throw", "leave", "leaves", "knocks"})
_DETERMINES = frozenset({"the", "option", "answer", "choice", "letter"})
_SEEMS = frozenset(
    {*("is", "was", "are", "seems", "looks", "sounds", "would", "would be", "be", "option", "clearly", "simply"), ")"}
)
_AGAINST = _FALLS | _WRONGS | _WORSE | _SKIPS | _RULES
_ENDS = frozenset({"", ",", ":", "and", "for", "here", "then", "because", "since", "as", "so", "now", "(", "but"})
_BEATS = frozenset({"over", "beats", "outweighs", "trumps", "above", "ahead of", "ahead", "defeats", "outscores"})
# "Kerley B", "vitamin A", "B cells": a letter that is part of a name.
_NAMED_BEFORE = frozenset(
    phrases("kerley|vitamin|hepatitis|type|group|grade|stage|panel|figure|class|phase|part|section|t|h|influenza")
)
_NAMED_AFTER = frozenset(phrases("cell|cells|line|lines|mode|symptoms|scan|stands|for|lymphocytes|lymphocyte|weighted"))
_ORDINALS = {
    **dict.fromkeys(phrases("first|former|1st|one|1|top|upper"), 0),
    **dict.fromkeys(phrases("second|latter|last|2nd|two|2|bottom|lower"), 1),
}
_MAY_COUNT = frozenset(_ORDINALS) | frozenset("abcdefghjklmnopqrstuvwxyz")
_ORDINAL_ALONE = frozenset(phrases("first|second|former|latter"))
_COUNTED = frozenset(
    phrases(
        "option|choice|answer|one|statement|alternative|listed|description|label|possibility|entry|item|box|line|row|"
        "bullet|proposition|suggestion|proposal"
    )
)
_COUNTED_AFTER = frozenset(phrases("option|choice|answer|number|alternative"))
_QUOTES = frozenset("\"'*`[({<“‘_")
_CLOSING_QUOTES = _QUOTES | frozenset(")]}>”’")


# What speaks for or against an option, and how many words describe something.
_SPEAKS = frozenset(
    {
        *(Cue.POSITIVE, Cue.NEGATIVE, Cue.POSITIVE_ENTITY, Cue.NEGATIVE_ENTITY, Cue.NORMAL, Cue.OPTION, Cue.LIKELY),
        *(Cue.NO, Cue.NOT, Cue.ABSENT, Cue.WRONG, Cue.MODAL, Cue.HEDGE, Cue.REFUSAL, Cue.REFUSED_SCOPE),
    }
)
_DESCRIPTION = 4


class Marked(NamedTuple):
    """The sentences with every option as one item of cue OPTION, which of them are announced as the answer (by place
    in the response), and the first letter that names no option.
    """

    sentences: list[Sentence]
    announced: frozenset[int]
    not_offered: Item | None


def mark_options(sentences: list[Sentence], letters: tuple[str, ...], response: str) -> Marked:
    """Finds the options in the sentences of a response to a choice between `letters`."""
    marked: list[Sentence] = []
    announced: set[int] = set()
    not_offered: Item | None = None
    shouted = response.isupper()
    for place, sentence in enumerate(sentences):
        items, found, other = _mark(sentence.whole, place == 0, letters, response, shouted)
        marked.append(sentence if items == sentence.items else Sentence(passage_of(items), sentence.question))
        announced.update(found)
        if not sentence.question:
            not_offered = not_offered or other
    return Marked(_weighed_in_turn(marked, letters), frozenset(announced), not_offered)


def _weighed_in_turn(sentences: list[Sentence], letters: tuple[str, ...]) -> list[Sentence]:
    """The sentences, where headings of a description of each option choose none: "A) tumor: ... B) no tumor: ..."."""
    headings = {place: at for place, one in enumerate(sentences) if (at := _heads_a_description(one)) is not None}
    if {sentences[place].items[at].text for place, at in headings.items()} != set(letters):
        return sentences
    weighed = list(sentences)
    for place, at in headings.items():
        items = sentences[place].items
        named = [item.changed(None) if item.cue in MENTIONS else item for item in items[at + 1 : at + 3]]
        both = [*items[:at], items[at].changed(Cue.HEDGE), *named, *items[at + 3 :]]
        weighed[place] = Sentence(passage_of(both), False)
    return weighed


def _heads_a_description(sentence: Sentence) -> int | None:
    """Where an option stands that only heads what the sentence describes: behind its name nothing speaks for a side."""
    items = sentence.items
    at = next((place for place, item in enumerate(items) if item.cue is Cue.OPTION), None)
    if at is None or (at and items[at - 1].text != ":") or [item.text for item in items[at + 1 : at + 2]] != [")"]:
        return None
    behind = next((place for place in range(at + 2, len(items)) if items[place].text in (",", ":")), len(items))
    told = items[behind + 1 :]
    if len(told) < _DESCRIPTION or not {item.cue for item in told}.isdisjoint(_SPEAKS):
        return None
    return at


def _mark(
    whole: Passage, first: bool, letters: tuple[str, ...], response: str, shouted: bool
) -> tuple[list[Item], set[int], Item | None]:
    items = whole.items
    if whole.texts.isdisjoint(_MAY_COUNT):
        return items, set(), None
    items = _without_choice(items)
    singles = [place for place, item in enumerate(items) if len(item.text) == 1 and is_letter(item)]
    ordinals = [place for place, item in enumerate(items) if item.text in _ORDINALS and item.cue is None]
    if not singles and not ordinals:
        return items, set(), None
    only = all(is_letter(item) or is_lead(item) for item in items)
    concludes = Cue.CONCLUSION in whole.cues or Cue.CORRECTION in whole.cues
    opening = after_lead(items) if first or only or concludes else -1
    marked, announced, other = list(items), set(), None
    for place in singles:
        item = items[place]
        told = only or _announced(items, place, opening)
        if not (only or _names_an_option(items, place, place == opening, told, response, letters, shouted)):
            continue
        letter = item.text.upper()
        if letter in letters:
            marked[place] = Item(Cue.OPTION, letter, item.start, item.end)
            if told:
                announced.add(item.start)
        else:
            other = other or item
    for place in ordinals:
        at = _ORDINALS[items[place].text]
        if at < len(letters) and _counts(items, place):
            marked[place] = items[place].changed(Cue.OPTION, letters[at])
            announced.add(items[place].start)
    if not whole.words.isdisjoint(_AGAINST):
        _rule_out(marked)
    if not whole.texts.isdisjoint(_BEATS):
        _rank(marked)
    return marked, announced, other


def _is_verb(word: str) -> bool:
    """Whether a word behind a letter A ends like a verb, as in "A lacks support"; "a mass" and "a nevus" do not."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "as")) and word not in _SINGULAR


def _rank(items: list[Item]) -> None:
    """Like "A is a hair ahead of B": what is beaten is not chosen."""
    for place in range(1, len(items) - 1):
        chosen = any(item.cue is Cue.OPTION for item in items[max(0, place - _CHOSEN_WITHIN) : place])
        beaten = any(item.cue is Cue.OPTION for item in items[place + 1 : place + 3])
        if items[place].text in _BEATS and chosen and beaten:
            items[place] = items[place].changed(Cue.NOT)


def _rule_out(items: list[Item]) -> None:
    """Takes as denied what is said against a letter in words that say nothing of a finding."""
    for place, item in enumerate(items):
        if item.cue is Cue.OPTION:
            _rule_out_before(items, place)
            _rule_out_behind(items, place)


def _rule_out_before(items: list[Item], place: int) -> None:
    """Like "Forget A", "I would avoid option A", "I rule the first one out"."""
    first = next((at for at in range(place - 1, max(-1, place - 4), -1) if items[at].text in _SKIPS), None)
    if first is not None and all(item.text in _DETERMINES for item in items[first + 1 : place]):
        items[first] = items[first].changed(Cue.NOT)
    rules = next((at for at in range(max(0, place - 3), place) if items[at].text in _RULES), None)
    if rules is not None and any(item.text == "out" for item in items[place + 1 : place + 3]):
        items[rules] = items[rules].changed(Cue.NOT)


def _rule_out_behind(items: list[Item], place: int) -> None:
    """Like "A is out", "A is too strong for a spot this tidy", "A overstates it", "A is the weaker option"."""
    told = items[place + 1 : place + 5]
    links = next((at for at, item in enumerate(told) if item.text not in _SEEMS), len(told))
    if links == len(told):
        return
    at = place + 1 + links
    after = items[at + 1].text if at + 1 < len(items) else ""
    text = items[at].text
    # "A it is, too" and "A is off to the left" rule out nothing.
    falls = text in _FALLS and (after in _ENDS) != (text == "too") and (links or text != "too")
    if falls or text in _WRONGS or (links and (text in _WORSE or (text in ("the", "a") and after in _WORSE))):
        items[at] = items[at].changed(Cue.ABSENT)


def _without_choice(items: list[Item]) -> list[Item]:
    """The items, where "between A and B" in front of the choice names none: "Between A and B, B fits better"."""
    for place, item in enumerate(items[:-4]):
        if item.text in ("between", "of") and is_letter(items[place + 1]) and is_letter(items[place + 3]):
            later = any(is_letter(other) for other in items[place + 4 :])
            unnamed = [Item(None, "option", other.start, other.end) for other in items[place + 1 : place + 4]]
            return [*items[: place + 1], *unnamed, *items[place + 4 :]] if later else items
    return items


def is_letter(item: Item) -> bool:
    """Whether the item is a single letter other than "I"."""
    return len(item.text) == 1 and item.text.isascii() and item.text.isalpha() and item.text != "i"


def _has_any(text: str, words: frozenset[str]) -> bool:
    """Whether one of the text's words is among these."""
    return text in words or (" " in text and not words.isdisjoint(text.split(" ")))


def _counts(items: list[Item], place: int) -> bool:
    """Whether an ordinal counts options: "the second option", "option 2", "the latter"."""
    before = items[place - 1].text if place else ""
    after = items[place + 1].text if place + 1 < len(items) else ""
    if after.split(" ")[0] in _COUNTED and items[place].text not in ("one", "two", "1", "2"):
        return True
    if before.split(" ")[-1] in _COUNTED_AFTER:
        return True
    alone = after in ("", ",", ":", ")") or after in ("of", "is", "fits", "describes", "seems")
    return items[place].text in _ORDINAL_ALONE and alone and (before == "the" or len(items) == 1)


def _announced(items: list[Item], place: int, opening: int) -> bool:
    if place and _has_any(items[place - 1].text, CHOOSES):
        return True
    if place > 1 and items[place - 1].text in (":", "is", "be") and items[place - 2].cue is Cue.CONCLUSION:
        return True
    return place == opening and any(item.cue is Cue.CONCLUSION or item.text in CHOOSES for item in items[:place])


def _names_an_option(  # noqa: PLR0911 - a return for each form
    items: list[Item],
    place: int,
    opens: bool,
    announced: bool,
    response: str,
    letters: tuple[str, ...],
    shouted: bool,
) -> bool:
    """Whether a single letter names an option. "A tumor is visible" holds an article, "H and E" a stain."""
    item = items[place]
    after = items[place + 1].text.partition(" ")[0] if place + 1 < len(items) else ""
    before = items[place - 1].text.rpartition(" ")[2] if place else ""
    if before in _NAMED_BEFORE or (after in _NAMED_AFTER and not announced):
        return False
    if after in (")", ":"):
        return True
    upper = response[item.start].isupper()
    offered = item.text.upper() in letters
    if offered and upper and place and not shouted and before not in (".", ""):
        return (
            item.text != "a" or before not in (":", ",", "(") or after in _AFTER_LETTER or after in ("", ",", "(", "/")
        )
    # No article stands before a verb.
    if offered and upper and (item.text != "a" or after in _VERBS or _is_verb(after)):
        return True
    if (
        offered
        and item.start
        and response[item.start - 1] in _QUOTES
        and response[item.end : item.end + 1] in _CLOSING_QUOTES
    ):
        return True
    # No article stands before a comma.
    if offered and upper and after == ",":
        return True
    placed = opens or announced or before in _BEFORE_LETTER
    if not placed:
        return False
    if after in ("", ",", "(", "/"):
        return upper or opens or (announced and offered)
    return upper and (item.text != "a" or after in _AFTER_LETTER)

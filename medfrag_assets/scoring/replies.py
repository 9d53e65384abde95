"""The short reply a response opens or closes with: a yes or no, or the letter of an option."""

import re
from typing import NamedTuple

from medfrag_assets.scoring.clauses import Sentence
from medfrag_assets.scoring.lexicon import MENTIONS, Cue, Item
from medfrag_assets.study.spec import Side

_YES = frozenset("yes yeah yep yup affirmative sí si oui ja да sim sì はい 是 是的 そうです tak evet".split())
_NO_WORDS = frozenset("no nope nein nej não нет non nie 不 不是 没有 いいえ hayır nah".split())
# Words that may stand before the reply.
_LEAD = frozenset(
    "the my final answer response assistant model is would be correct best well so it that option choice letter "
    ", : ( ) sure oh i choose select think say believe pick".split()
)
# What may follow "no" when it is the reply itself, not part of "no tumor".
_AFTER_NO = frozenset("it this the there that i we they these image scan , : ) ( and but no yes".split())
# A first sentence that is a reply without the word.
_ELLIPSES_YES = frozenset(
    (
        "it is|it does|there is|they are|it shows|this is|correct|true|indeed|likely|probably|most likely|very likely"
        "|definitely|certainly|absolutely|that is correct|probably yes|it appears so|it seems so|of course|highly likely"
    ).split("|")
)
_ELLIPSES_NO = frozenset(
    (
        "it is not|it does not|there is not|they are not|not|unlikely|probably not|not likely|highly unlikely|false|incorrect"
        "|definitely not|certainly not|not at all|very unlikely|absolutely not|it is no|not really|never|i do not think so"
    ).split("|")
)
# One word that names a side on its own.
_BARE: dict[str, Side] = {
    "none": "negative",
    "nothing": "negative",
    "negative": "negative",
    "absent": "negative",
    "positive": "positive",
    "present": "positive",
    "none of these": "negative",
}
_CHOOSES = frozenset("option choice answer letter select choose selected pick chose".split())
_AFTER_LETTER = frozenset(
    "is because since as seems appears was would best and or no brain invasive normal malignant benign".split()
)


class Reply(NamedTuple):
    """A reply, the side it stands for (null where it chooses none) and its place in the response."""

    side: Side | None
    rule: str
    start: int
    end: int


def yes_no_reply(sentences: list[Sentence], yes: Side, no: Side) -> Reply | None:
    """The response's yes or no: its first word behind "the answer is" and the like, or an answer announced later."""
    told = [sentence.items for sentence in sentences if not sentence.question]
    for place, items in enumerate(told):
        if place and Cue.CONCLUSION not in {item.cue for item in items}:
            continue
        reply = _opening(items, yes, no)
        if reply is not None:
            return reply
    return _unoffered_letter(told)


def _opening(items: list[Item], yes: Side, no: Side) -> Reply | None:
    whole = " ".join(item.text for item in items if item.text != ",")
    start, end = items[0].start, items[-1].end
    if whole in _BARE:
        return Reply(_BARE[whole], "bare_word", start, end)
    if whole in _ELLIPSES_YES:
        return Reply(yes, "yes_no", start, end)
    if whole in _ELLIPSES_NO:
        return Reply(no, "yes_no", start, end)
    place = _after_lead(items)
    if place == len(items) or _takes_it_back(items):
        return None
    item = items[place]
    if item.text in _YES:
        return Reply(yes, "yes_no", item.start, item.end)
    after = items[place + 1].text.split(" ")[0] if place + 1 < len(items) else ","
    if item.text in _NO_WORDS and after in _AFTER_NO:
        return Reply(no, "yes_no", item.start, item.end)
    return None


def _after_lead(items: list[Item]) -> int:
    place = 0
    while place < len(items) and (
        items[place].text in _LEAD or items[place].cue is Cue.CONCLUSION or items[place].text.isdigit()
    ):
        place += 1
    return place


def _takes_it_back(items: list[Item]) -> bool:
    """ "No, I cannot determine ..." and "Yes, I can help" answer another question. A "but" between makes it a disclaimer."""
    for item in items:
        if item.cue is Cue.BREAK or item.cue in MENTIONS:
            return False
        if item.cue in (Cue.REFUSAL, Cue.REFUSED_SCOPE, Cue.FILLER):
            return True
    return False


def _unoffered_letter(told: list[list[Item]]) -> Reply | None:
    if len(told) == 1 and len(told[0]) <= 3:
        for item in told[0]:
            if len(item.text) == 1 and item.text.isalpha():
                return Reply(None, "letter_not_offered", item.start, item.end)
    return None


class _Letter(NamedTuple):
    text: str
    negated: bool
    chosen: bool
    start: int
    end: int


def letter_reply(sentences: list[Sentence], offered: tuple[tuple[str, Side], ...], response: str) -> Reply | None:
    """The option whose letter the response gives, in any dress. An announced letter outweighs a listed one."""
    sides = dict(offered)
    found: list[_Letter] = []
    for place, sentence in enumerate(sentences):
        if not sentence.question:
            found.extend(_letters(sentence.items, first=place == 0, response=response))
    meant = [letter for letter in found if letter.text in sides]
    if not meant:
        if found:
            return Reply(None, "letter_not_offered", found[0].start, found[0].end)
        return _bare_side(sentences)
    return _chosen(meant, sides)


def _chosen(meant: list[_Letter], sides: dict[str, Side]) -> Reply:
    for candidates in ([x for x in meant if x.chosen and not x.negated], [x for x in meant if not x.negated]):
        if len({letter.text for letter in candidates}) == 1:
            letter = candidates[-1]
            return Reply(sides[letter.text], "letter", letter.start, letter.end)
        if candidates:
            return Reply(None, "both_options", candidates[0].start, candidates[-1].end)
    ruled_out = {letter.text for letter in meant}
    left = {side for name, side in sides.items() if name not in ruled_out}
    return Reply(left.pop() if len(left) == 1 else None, "letter_ruled_out", meant[0].start, meant[-1].end)


def _letters(items: list[Item], first: bool, response: str) -> list[_Letter]:
    found = []
    start = _after_lead(items) if first or Cue.CONCLUSION in {item.cue for item in items} else -1
    for place, item in enumerate(items):
        if len(item.text) == 1 and item.text.isascii() and item.text.isalpha() and item.text != "i":
            before = items[place - 1].text.split(" ") if place else [""]
            chosen = not _CHOOSES.isdisjoint(before) or (place == start and _announces(items[:place]))
            if _is_letter(items, place, place == start, chosen, response):
                negated = place > 0 and items[place - 1].cue in (Cue.NOT, Cue.NO)
                found.append(_Letter(item.text.upper(), negated, chosen, item.start, item.end))
    return found


def _announces(lead: list[Item]) -> bool:
    return any(item.cue is Cue.CONCLUSION or item.text in _CHOOSES for item in lead)


def _is_letter(items: list[Item], place: int, opens: bool, chosen: bool, response: str) -> bool:
    """Whether a single letter names an option. "A tumor is visible" holds an article, "H and E" a stain."""
    item = items[place]
    after = items[place + 1].text if place + 1 < len(items) else ""
    before = items[place - 1].text if place else ""
    upper = response[item.start] == item.text.upper()
    dressed = after == ")" or after == ":"
    if dressed:
        return True
    alone = after in ("", ",", "(")
    if opens:
        if alone:
            return True
        # Only an upper-case letter that is no article stands before a word: "B no tumor", "A no tumor".
        return upper and (
            item.text != "a" or after.split(" ")[0] in _AFTER_LETTER or re.match(r"[a-z]$", after) is not None
        )
    if chosen or before in ("not", "both", "neither", "and", "or", "is", "either"):
        return upper and (alone or after.split(" ")[0] in _AFTER_LETTER or item.text != "a")
    return False


def _bare_side(sentences: list[Sentence]) -> Reply | None:
    if len(sentences) == 1:
        items = sentences[0].items
        side = _BARE.get(" ".join(item.text for item in items))
        if side is not None:
            return Reply(side, "bare_word", items[0].start, items[-1].end)
    return None

"""The short reply a response opens or closes with: a yes or no, or the letter of an option."""

from typing import NamedTuple

from medfrag_assets.scoring.clauses import Sentence
from medfrag_assets.scoring.cues import MENTIONS, Cue, phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.study.spec import Side

_YES = frozenset(phrases("yes|yeah|yep|yup|affirmative|sí|si|oui|ja|да|sim|sì|はい|是|是的|tak|evet"))
_NO = frozenset(phrases("no|nope|nah|nein|nej|não|нет|non|nie|不|不是|没有|いいえ|hayır"))
# Words that may stand before the reply.
_LEAD = frozenset(
    phrases(
        """
        the | my | final | response | assistant | model | is | would | be | correct | best | well | so | it | that |
        option | choice | letter | sure | oh | i | choose | select | think | say | believe | pick | boxed |
        , | : | ( | )
        """
    )
)
# What may follow a "no" that is the reply itself, not part of "no tumor".
_AFTER_NO = frozenset(phrases("it|this|the|there|that|i|we|they|these|image|scan|and|but|no|yes|,|:|(|)"))
# A sentence that is a reply without the word.
_ELLIPSES_YES = frozenset(
    phrases(
        """
        it is | it does | they are | correct | true | indeed | likely | probably |
        most likely | very likely | highly likely | definitely | certainly | absolutely | that is correct |
        probably yes | it appears so | it seems so | of course
        """
    )
)
_ELLIPSES_NO = frozenset(
    phrases(
        """
        it is not | it does not | there is not | they are not | not | unlikely | probably not | not likely |
        highly unlikely | very unlikely | false | incorrect | definitely not | certainly not | not at all |
        absolutely not | not really | never | i do not think so
        """
    )
)
# A sentence that names a side on its own.
_BARE: dict[str, Side] = {
    "none": "negative",
    "nothing": "negative",
    "negative": "negative",
    "absent": "negative",
    "positive": "positive",
    "present": "positive",
}
_CHOOSES = frozenset(phrases("option|choice|answer|letter|select|choose|selected|pick|chose|finding"))
_BEFORE_LETTER = frozenset(phrases("not|both|neither|either|and|or|is|/"))
# What may follow a letter A that is no article.
_AFTER_LETTER = frozenset(phrases("is|because|since|as|seems|appears|was|would|and|or|no|not"))
_WRONG = frozenset(phrases("wrong|incorrect|false|not"))


class Reply(NamedTuple):
    """A reply, the side it stands for (null where it chooses none), the rule that read it and its place."""

    side: Side | None
    rule: str
    start: int
    end: int


def yes_no_reply(sentences: list[Sentence], yes: Side, no: Side) -> Reply | None:
    """The response's yes or no: its first word behind "the answer is" and the like, or one given on its own later.

    Yes and no both given is a reply without a side.
    """
    told = [sentence.items for sentence in sentences if not sentence.question]
    replies = []
    for place, items in enumerate(told):
        if place == 0 or len(items) == 1 or any(item.cue is Cue.CONCLUSION for item in items):
            reply = _whole(items, yes, no) or _opening(items, yes, no) or _closing(items, yes, no)
            if reply is not None:
                replies.append(reply)
    if len({reply.side for reply in replies}) > 1:
        return Reply(None, "both_options", replies[0].start, replies[-1].end)
    return replies[0] if replies else _letter_alone(told)


def _whole(items: list[Item], yes: Side, no: Side) -> Reply | None:
    said = " ".join(item.text for item in items if item.text != ",")
    start, end = items[0].start, items[-1].end
    if said in _BARE:
        return Reply(_BARE[said], "bare_word", start, end)
    if said in _ELLIPSES_YES:
        return Reply(yes, "yes_no", start, end)
    return Reply(no, "yes_no", start, end) if said in _ELLIPSES_NO else None


def _opening(items: list[Item], yes: Side, no: Side) -> Reply | None:
    place = _after_lead(items)
    if place == len(items) or _answers_something_else(items):
        return None
    item = items[place]
    after = [other.text for other in items[place + 1 : place + 3]]
    if item.text in _YES:
        if after in (["no"], ["and", "no"], ["or", "no"], ["/", "no"]):
            return Reply(None, "both_options", item.start, items[place + len(after)].end)
        return Reply(yes, "yes_no", item.start, item.end)
    if item.text in _NO and (not after or after[0].split(" ")[0] in _AFTER_NO):
        return Reply(no, "yes_no", item.start, item.end)
    return None


def _closing(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """A reply that a sentence about the answer ends with: "The answer to your question is no"."""
    last = items[-1]
    if (
        len(items) < 2
        or items[-2].text.split(" ")[-1] not in ("is", ":", ",")
        or all(item.cue is not Cue.CONCLUSION for item in items)
    ):
        return None
    if last.text in _YES:
        return Reply(yes, "yes_no", last.start, last.end)
    return Reply(no, "yes_no", last.start, last.end) if last.text in _NO else None


def _after_lead(items: list[Item]) -> int:
    for place, item in enumerate(items):
        if item.text not in _LEAD and item.cue is not Cue.CONCLUSION and not item.text.isdigit():
            return place
    return len(items)


def _answers_something_else(items: list[Item]) -> bool:
    """Whether the sentence goes on to refuse or to offer help: "No, I cannot determine that". A "but" disclaims."""
    for item in items:
        if item.cue is Cue.BREAK or item.cue in MENTIONS:
            return False
        if item.cue in (Cue.REFUSAL, Cue.REFUSED_SCOPE, Cue.FILLER):
            return True
    return False


def _letter_alone(told: list[list[Item]]) -> Reply | None:
    if len(told) == 1 and len(told[0]) <= 3:
        for item in told[0]:
            if _single_letter(item):
                return Reply(None, "letter_not_offered", item.start, item.end)
    return None


class _Letter(NamedTuple):
    """A letter that names an option. `announced`: the text says that it is the answer; `denied`: that it is not."""

    name: str
    denied: bool
    announced: bool
    start: int
    end: int


def letter_reply(sentences: list[Sentence], offered: tuple[tuple[str, Side], ...], response: str) -> Reply | None:
    """The option whose letter the response gives, in any dress. An announced letter outweighs a listed one."""
    sides = dict(offered)
    found: list[_Letter] = []
    told = [sentence.items for sentence in sentences if not sentence.question]
    for place, items in enumerate(told):
        found.extend(_letters(items, place == 0, response))
    meant = [letter for letter in found if letter.name in sides]
    if meant:
        return _chosen(meant, sides)
    if found:
        return Reply(None, "letter_not_offered", found[0].start, found[0].end)
    said = " ".join(item.text for items in told for item in items)
    return Reply(_BARE[said], "bare_word", told[0][0].start, told[-1][-1].end) if said in _BARE else None


def _chosen(meant: list[_Letter], sides: dict[str, Side]) -> Reply:
    standing = [letter for letter in meant if not letter.denied]
    candidates = [letter for letter in standing if letter.announced] or standing
    if candidates:
        first, last = candidates[0], candidates[-1]
        if len({letter.name for letter in candidates}) > 1:
            return Reply(None, "both_options", first.start, last.end)
        return Reply(sides[last.name], "letter", last.start, last.end)
    ruled_out = {letter.name for letter in meant}
    left = [side for name, side in sides.items() if name not in ruled_out]
    return Reply(left[0] if len(left) == 1 else None, "letter_ruled_out", meant[0].start, meant[-1].end)


def _letters(items: list[Item], first: bool, response: str) -> list[_Letter]:
    singles = [place for place, item in enumerate(items) if _single_letter(item)]
    if not singles:
        return []
    only_letters = all(_single_letter(item) or item.text in _LEAD for item in items)
    opening = _after_lead(items) if first or only_letters or any(item.cue is Cue.CONCLUSION for item in items) else -1
    found = []
    for place in singles:
        item = items[place]
        announced = _announced(items, place, opening)
        if only_letters or _names_an_option(items, place, place == opening, announced, response):
            found.append(_Letter(item.text.upper(), _denied(items, place), announced, item.start, item.end))
    return found


def _single_letter(item: Item) -> bool:
    return len(item.text) == 1 and item.text.isascii() and item.text.isalpha() and item.text != "i"


def _announced(items: list[Item], place: int, opening: int) -> bool:
    if place and not _CHOOSES.isdisjoint(items[place - 1].text.split(" ")):
        return True
    return place == opening and any(item.cue is Cue.CONCLUSION or item.text in _CHOOSES for item in items[:place])


def _denied(items: list[Item], place: int) -> bool:
    if place and items[place - 1].cue in (Cue.NOT, Cue.NO):
        return True
    after = [item.text for item in items[place + 1 : place + 3]]
    return len(after) == 2 and after[0] in ("is", "was") and after[1] in _WRONG


def _names_an_option(items: list[Item], place: int, opens: bool, announced: bool, response: str) -> bool:
    """Whether a single letter names an option. "A tumor is visible" holds an article, "H and E" a stain."""
    item = items[place]
    after = items[place + 1].text.split(" ")[0] if place + 1 < len(items) else ""
    if after in (")", ":"):
        return True
    placed = opens or announced or (place > 0 and items[place - 1].text in _BEFORE_LETTER)
    if not placed:
        return False
    upper = response[item.start].isupper()
    if after in ("", ",", "(", "/"):
        return upper or opens
    return upper and (item.text != "a" or after in _AFTER_LETTER)

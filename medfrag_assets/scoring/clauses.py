"""What a response says about a task's words: each mention asserted, negated, hedged or only asked about."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from medfrag_assets.scoring.lexicon import MENTIONS, Cue, Item
from medfrag_assets.scoring.words import SENTENCE_ENDS

Mode: TypeAlias = Literal["said", "hedged", "asked"]

_NEGATORS = frozenset({Cue.NO, Cue.NOT})
_REFUSALS = frozenset({Cue.REFUSAL, Cue.REFUSED_SCOPE})
_DOUBTS = frozenset({Cue.HEDGE, Cue.MODAL})
_CHANCE = frozenset(
    {"chance", "probability", "likelihood", "likely", "certain", "sure", "confident", "probable", "risk"}
)
# "Pneumonia is an infection ..." explains a word and says nothing of the picture.
_DEFINES = frozenset({"refers", "defined", "characterized", "characterised", "caused", "occurs", "disease", "type of"})
_OF_THE_PICTURE = frozenset({"image", "scan", "picture", "present", "visible", "seen", "here", "this", "patient"})


class Mention(NamedTuple):
    """A word of a side or a finding, with what its clause does to it. `start` takes in the negator before it."""

    cue: Cue
    negated: bool
    mode: Mode
    concluded: bool
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """All that was said. Cues that name no side are kept with their place, the first of each kind."""

    mentions: list[Mention] = field(default_factory=list)
    hedge: Item | None = None
    modal: Item | None = None
    refusal: Item | None = None
    condition: Item | None = None


class Sentence(NamedTuple):
    """The items of a sentence, without the mark that ends it, and whether that was a question mark."""

    items: list[Item]
    question: bool


def split_sentences(items: list[Item]) -> list[Sentence]:
    """The sentences that hold anything, in order."""
    sentences: list[Sentence] = []
    current: list[Item] = []
    for item in items:
        if item.text in SENTENCE_ENDS:
            if current:
                sentences.append(Sentence(current, item.text == "?"))
            current = []
        else:
            current.append(item)
    if current:
        sentences.append(Sentence(current, False))
    return sentences


def read_sentences(sentences: list[Sentence]) -> Reading:
    """Reads every clause. Mentions of an explaining sentence or of a question say nothing."""
    reading = Reading()
    for sentence in sentences:
        cues = {item.cue for item in sentence.items}
        _keep_first_cues(sentence, cues, reading)
        if not cues & MENTIONS:
            continue
        explains = _explains(sentence.items, cues)
        concluded = Cue.CONCLUSION in cues
        for clause in _split_clauses(sentence.items):
            _read_clause(clause, sentence.question or explains, concluded, reading)
    return reading


def _keep_first_cues(sentence: Sentence, cues: set[Cue | None], reading: Reading) -> None:
    if cues.isdisjoint(_REFUSALS) and cues.isdisjoint(_DOUBTS) and Cue.CONDITION not in cues:
        return
    for item in sentence.items:
        if item.cue in _REFUSALS:
            reading.refusal = reading.refusal or item
        elif item.cue is Cue.HEDGE:
            reading.hedge = reading.hedge or item
        elif item.cue is Cue.MODAL and not sentence.question:
            reading.modal = reading.modal or item
        elif item.cue is Cue.CONDITION:
            reading.condition = reading.condition or item


def _explains(items: list[Item], cues: set[Cue | None]) -> bool:
    start = 1 if items[0].text in ("a", "an") else 0
    if len(items) < start + 3 or items[start].cue not in MENTIONS or Cue.LIKELY in cues or cues & _DOUBTS:
        return False
    texts = {item.text for item in items}
    if not texts.isdisjoint(_OF_THE_PICTURE):
        return False
    verb, complement = items[start + 1].text, items[start + 2].text
    if verb in _DEFINES or (verb in ("is", "are") and complement in _DEFINES):
        return True
    return (
        verb in ("is", "are")
        and complement in ("a", "an", "the", "when", "usually", "often")
        and len(items) > start + 3
    )


def _split_clauses(items: list[Item]) -> list[list[Item]]:
    clauses: list[list[Item]] = [[]]
    before: Item | None = None
    mentioned = False
    for place, item in enumerate(items):
        after = items[place + 1] if place + 1 < len(items) else None
        if _opens_clause(item, before, after, mentioned) and clauses[-1]:
            clauses.append([])
            mentioned = False
        clauses[-1].append(item)
        mentioned = mentioned or item.cue in MENTIONS
        before = item
    return clauses


def _opens_clause(item: Item, before: Item | None, after: Item | None, mentioned: bool) -> bool:
    if item.cue is Cue.BREAK:
        return True
    if before is None:
        return False
    if item.cue is Cue.OPENER or item.cue is Cue.LIKELY or item.cue is Cue.SHOWS:
        return before.text in (",", "and", "(")
    # "a mass that may be a glioma": the doubt is about the second word only.
    return mentioned and item.cue is Cue.MODAL and before.text in ("that", "which")


class _Scope:
    """Negation as it runs through a clause."""

    def __init__(self) -> None:
        self.odd = False
        self.start: int | None = None
        self.used = False
        self.ends_at_verb = False

    def negate(self, item: Item, fresh: bool) -> None:
        """A negator. After a comma, a conjunction or a mention it begins anew, otherwise it doubles."""
        if fresh or self.used:
            self.odd = False
            self.start = None
        self.odd = not self.odd
        self.start = item.start if self.start is None else self.start
        self.used = False
        self.ends_at_verb = item.cue is not Cue.NO

    def reach_verb(self) -> None:
        """ "MRI without contrast shows a mass": the verb ends what "without" negates."""
        if self.ends_at_verb:
            self.odd = False


def _read_clause(clause: list[Item], silent: bool, concluded: bool, reading: Reading) -> None:
    cues = {item.cue for item in clause}
    if cues.isdisjoint(MENTIONS):
        return
    percent = _percent(clause)
    doubt = not cues.isdisjoint(_DOUBTS) or (percent is not None and 40 < percent < 60)
    asked = silent or Cue.REFUSED_SCOPE in cues
    first = len(reading.mentions)
    partial = Cue.PART in cues
    scope = _Scope()
    before: Item | None = None
    for place, item in enumerate(clause):
        cue = item.cue
        if cue is None:
            pass
        elif cue in MENTIONS:
            if not (partial and cue is Cue.NORMAL):
                mode: Mode = "asked" if asked else "hedged" if doubt else "said"
                start = scope.start if scope.odd and scope.start is not None else item.start
                reading.mentions.append(Mention(cue, scope.odd, mode, concluded, start, item.end))
            scope.used = True
        elif cue is Cue.ABSENT or (cue is Cue.NO and _stands_last(clause, place)):
            if not _deny(reading.mentions, first, item):
                scope.negate(item, fresh=False)
        elif cue in _NEGATORS:
            scope.negate(item, fresh=before is not None and (before.text == "," or before.cue is Cue.JOINS))
        elif cue is Cue.SHOWS:
            scope.reach_verb()
        elif cue is Cue.LIKELY:
            doubt = False
        elif cue is Cue.ASKED or cue is Cue.CONDITION:
            asked = True
        before = item
    if percent is not None and percent <= 40:
        _deny(reading.mentions, first, clause[-1])


def _stands_last(clause: list[Item], place: int) -> bool:
    """Whether the item closes its clause, as "no" in "Tumor: no"."""
    return place > 0 and all(item.text in (",", ")") for item in clause[place + 1 :])


def _deny(mentions: list[Mention], first: int, item: Item) -> bool:
    """Negates the clause's mentions that are not negated yet. Returns whether the clause had any mention."""
    for place in range(first, len(mentions)):
        mention = mentions[place]
        if not mention.negated:
            mentions[place] = mention._replace(negated=True, end=max(mention.end, item.end))
    return len(mentions) > first


def _percent(clause: list[Item]) -> float | None:
    """The probability that the clause states in percent, if it does."""
    for place, item in enumerate(clause):
        if place and item.text in ("%", "percent") and clause[place - 1].text[0].isdigit():
            if _CHANCE.isdisjoint(other.text for other in clause):
                return None
            return float(clause[place - 1].text.replace(",", "."))
    return None

"""What a response says about a task's words: each mention asserted, negated, hedged or only asked about."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from medfrag_assets.scoring.cues import MENTIONS, Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import SENTENCE_ENDS

Mode: TypeAlias = Literal["said", "hedged", "asked"]

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
        silent = sentence.question or _explains(sentence.items, cues)
        concluded = Cue.CONCLUSION in cues
        for clause in _split_clauses(sentence.items):
            # What follows an "if" holds only under it, to the end of the sentence.
            silent = silent or clause[0].cue is Cue.CONDITION
            if any(item.cue in MENTIONS for item in clause):
                _Clause(clause, reading.mentions, silent, concluded).read()
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
        and complement in ("a", "an", "the", "abnormal", "when", "usually", "often")
        and len(items) > start + 3
    )


def _split_clauses(items: list[Item]) -> list[list[Item]]:
    clauses: list[list[Item]] = [[]]
    before: Item | None = None
    mentioned = False
    for item in items:
        if item.cue is not None and _opens_clause(item, before, mentioned) and clauses[-1]:
            clauses.append([])
            mentioned = False
        clauses[-1].append(item)
        mentioned = mentioned or item.cue in MENTIONS
        before = item
    return clauses


def _opens_clause(item: Item, before: Item | None, mentioned: bool) -> bool:
    if item.cue is Cue.BREAK:
        return True
    if before is None:
        return False
    if item.cue is Cue.OPENER or item.cue is Cue.LIKELY or item.cue is Cue.SHOWS:
        return before.text in (",", "and", "(")
    # "a mass that may be a glioma": the doubt is about the second word only.
    return mentioned and item.cue is Cue.MODAL and before.text in ("that", "which")


class _Clause:
    """A clause while it is read from left to right: what negates, doubts or only asks about the next word."""

    def __init__(self, items: list[Item], mentions: list[Mention], silent: bool, concluded: bool) -> None:
        cues = {item.cue for item in items}
        self._items = items
        self._mentions = mentions
        self._concluded = concluded
        self._percent = _percent(items)
        self._asked = silent or Cue.REFUSED_SCOPE in cues
        self._doubt = not cues.isdisjoint(_DOUBTS) or (self._percent is not None and 40 < self._percent < 60)
        self._about_a_part = Cue.PART in cues
        # Mentions from here on are not settled by an "absent" yet.
        self._open = len(mentions)
        self._negated = False
        self._negated_from = 0
        self._negation_used = False
        self._negation_ends_at_verb = False

    def read(self) -> None:
        """Adds the clause's mentions."""
        before: Item | None = None
        for place, item in enumerate(self._items):
            if item.cue is not None:
                self._take(item, before, place)
            before = item
        if self._percent is not None and self._percent <= 40:
            self._deny(self._items[-1])

    def _take(self, item: Item, before: Item | None, place: int) -> None:
        cue = item.cue
        if cue in MENTIONS:
            self._mention(item)
        elif cue is Cue.ABSENT or (cue is Cue.NO and _stands_last(self._items, place)):
            if not self._deny(item):
                self._negate(item, fresh=False)
        elif cue is Cue.NO or cue is Cue.NOT:
            self._negate(item, fresh=before is not None and (before.text == "," or before.cue is Cue.JOINS))
        elif cue is Cue.SHOWS and self._negation_ends_at_verb:
            self._negated = False
        elif cue is Cue.LIKELY:
            self._doubt = False
        elif cue is Cue.ASKED or cue is Cue.CONDITION:
            self._asked = True

    def _mention(self, item: Item) -> None:
        self._negation_used = True
        if item.cue is None or (self._about_a_part and item.cue is Cue.NORMAL):
            return
        mode: Mode = "asked" if self._asked else "hedged" if self._doubt else "said"
        start = self._negated_from if self._negated else item.start
        self._mentions.append(Mention(item.cue, self._negated, mode, self._concluded, start, item.end))

    def _negate(self, item: Item, fresh: bool) -> None:
        """After a comma, a conjunction or a mention a negation begins anew; otherwise a second one undoes the first."""
        if fresh or self._negation_used:
            self._negated = False
        if not self._negated:
            self._negated_from = item.start
        self._negated = not self._negated
        self._negation_used = False
        self._negation_ends_at_verb = item.cue is not Cue.NO

    def _deny(self, item: Item) -> bool:
        """Negates the open mentions that are not negated yet. Returns whether there were any to settle."""
        settled = len(self._mentions) > self._open
        for place in range(self._open, len(self._mentions)):
            mention = self._mentions[place]
            if not mention.negated:
                self._mentions[place] = mention._replace(negated=True, end=max(mention.end, item.end))
        self._open = len(self._mentions)
        return settled


def _stands_last(clause: list[Item], place: int) -> bool:
    """Whether the item closes its clause, as "no" in "Tumor: no"."""
    return place > 0 and all(item.text in (",", ")") for item in clause[place + 1 :])


def _percent(clause: list[Item]) -> float | None:
    """The probability that the clause states in percent, if it does."""
    for place, item in enumerate(clause):
        if place and item.text in ("%", "percent") and clause[place - 1].text[0].isdecimal():
            if _CHANCE.isdisjoint(other.text for other in clause):
                return None
            return float(clause[place - 1].text.replace(",", "."))
    return None

"""A response as sentences, each with what is in it: what most questions about a sentence or clause are answered by."""

from dataclasses import dataclass, field

from medfrag_assets.scoring.cues.kinds import DECLINES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.idioms.calling import CALLING
from medfrag_assets.scoring.idioms.figures import DENIED
from medfrag_assets.scoring.idioms.openings import OPENINGS
from medfrag_assets.scoring.idioms.sentence import IDIOMATIC, read_idioms
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import MARKS, SENTENCE_ENDS, ends

# More sentences or clauses than this that are shorter than so many characters on average are no prose.
FRAGMENTS = (24, 24)


# A longer question is none that a name with a question mark behind it makes.
_FRAGMENT = 6
_ASKING = frozenset(
    phrases(
        """
        is | are | was | were | do | does | did | can | could | would | should | will | has | have | what | which |
        where | who | how | why | when | shall | may | am | you | your | i | we | me | it | please | want | need |
        about | else | es | est | ist | é | hay | hat | haben | sind | son | muestra | montre | zeigt
        """
    )
)
_NEGATES = frozenset({Cue.NO, Cue.NOT})
_OPENING_MARKS = frozenset(":,(/\n")


@dataclass(slots=True, eq=False)
class Passage:
    """Items with their cues, their texts, and the words of these."""

    items: list[Item]
    cues: set[Cue | None]
    texts: set[str]
    words: set[str]


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence without the mark that ends it, and whether that was a question mark."""

    whole: Passage
    question: bool
    items: list[Item] = field(init=False)

    def __post_init__(self) -> None:
        self.items = self.whole.items

    @property
    def is_fragment(self) -> bool:
        """Whether this is a question that asks nobody anything: "Early pneumonia?"."""
        return self.question and len(self.items) <= _FRAGMENT and self.whole.words.isdisjoint(_ASKING)


def passage_of(items: list[Item]) -> Passage:
    """The items, with all that is in them."""
    texts = {item.text for item in items}
    words = " ".join(texts).split(" ")
    # Without a phrase of several words the texts are the words.
    return Passage(items, {item.cue for item in items}, texts, set(words) if len(words) > len(texts) else texts)


def split_sentences(items: list[Item]) -> list[Sentence]:
    """The sentences that hold anything, in order. Of fragments without end the first and the last are enough."""
    found: list[tuple[list[Item], bool]] = []
    current: list[Item] = []
    for place, item in enumerate(items):
        if item.text == "?" and _queries(items, place, current):
            current.append(Item(Cue.HEDGE, "query", item.start, item.end))
        elif item.text in SENTENCE_ENDS:
            if current:
                found.append((current, item.text == "?"))
                current = []
        else:
            current.append(item)
    if current:
        found.append((current, False))
    found = ends(found, items[-1].end - items[0].start if items else 0, *FRAGMENTS)
    return [Sentence(_passage(items, question), question) for items, question in found]


def _passage(items: list[Item], question: bool) -> Passage:
    """The items of a sentence as a passage, idioms read."""
    whole = passage_of(items)
    declines = not whole.cues.isdisjoint(DECLINES) and not whole.words.isdisjoint(CALLING)
    idle = not declines and whole.texts.isdisjoint(IDIOMATIC) and items[0].text not in OPENINGS
    if idle and Cue.HOLDS not in whole.cues and (whole.cues.isdisjoint(_NEGATES) or whole.texts.isdisjoint(DENIED)):
        return whole
    read = read_idioms(items, whole.cues, whole.texts, question, declines)
    return whole if read == items else passage_of(read)


def _queries(items: list[Item], place: int, current: list[Item]) -> bool:
    """Whether a question mark stands before what it doubts: "? pneumonia", "Impression: ?pneumonia"."""
    if place + 1 == len(items) or items[place + 1].text in MARKS:
        return False
    item, following = items[place], items[place + 1]
    while place and items[place - 1].text == "?":
        place -= 1
    before = items[place - 1] if place else None
    apart = before is None or before.end < item.start or before.text in _OPENING_MARKS
    if not current or current[-1].text in _OPENING_MARKS:
        return apart
    return apart and item.end == following.start

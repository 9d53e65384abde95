"""A response as sentences, each with what is in it: what most questions about a sentence or clause are answered by."""

from typing import NamedTuple

from medfrag_assets.scoring.cues import Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import SENTENCE_ENDS, ends

# More sentences or clauses than this that are shorter than so many characters on average are no prose.
FRAGMENTS = (32, 24)


class Passage(NamedTuple):
    """Items with their cues, their texts, and the words of these."""

    items: list[Item]
    cues: set[Cue | None]
    texts: set[str]
    words: set[str]


class Sentence(NamedTuple):
    """A sentence without the mark that ends it, and whether that was a question mark."""

    whole: Passage
    question: bool

    @property
    def items(self) -> list[Item]:
        """The items of the sentence."""
        return self.whole.items


def passage_of(items: list[Item]) -> Passage:
    """The items, with all that is in them."""
    texts = {item.text for item in items}
    return Passage(items, {item.cue for item in items}, texts, set(" ".join(texts).split(" ")))


def split_sentences(items: list[Item]) -> list[Sentence]:
    """The sentences that hold anything, in order. Of fragments without end the first and the last are enough."""
    found: list[tuple[list[Item], bool]] = []
    current: list[Item] = []
    for item in items:
        if item.text in SENTENCE_ENDS:
            if current:
                found.append((current, item.text == "?"))
                current = []
        else:
            current.append(item)
    if current:
        found.append((current, False))
    found = ends(found, items[-1].end - items[0].start if items else 0, *FRAGMENTS)
    return [Sentence(passage_of(items), question) for items, question in found]

"""Reads a word that nothing knows as the vocabulary's word it is a misspelling of, or a compound of."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from medfrag_assets.scoring.cues.lists import phrases

# Shorter words are often one letter away from another word.
LEAST = 6
# A compound is named by its last part: an oligodendroglioma is a glioma.
_LAST_PARTS = ("oma", "omas", "omata", "monia", "nevus", "nevi", "keratosis")
_PREFIXES_OF_OTHERS = ("non", "pseudo", "pre", "anti", "un")
# Ordinary words one letter away from a vocabulary's.
_WORDS = frozenset(
    phrases(
        """
        health | formal | lesson | cancel | legion | region | injection | inflection | invasion | benching |
        masters | cancelled |
        pathologist | pathologists | ductile | season | reason | passes | messes | angina | stroma | stromal |
        ischemia |
        informal | healthily | dancer | lesions | paranormal | format | clears | cleared | clearly | clearer |
        infections |
        reflection | function | chances | misses | cancels | simple | simpler | simplest | plants | planes | cleans |
        breaks | charge | charges | breath | radical | brings | brands | injected | retain | acquire |
        malignantly | hearing
        """
    )
)


class Speller:
    """Corrects words against those of a task. A word that is known to the lexicon is left as it is."""

    def __init__(self, known: Iterable[str], own: Iterable[str]) -> None:
        self._known = frozenset(known) | _WORDS
        self._own = sorted({word for word in own if len(word) >= LEAST and word.isalpha()})
        # A longer word is no misspelling of any, and looking at each of its letters left out would take its time.
        self._longest = max((len(word) for word in self._own), default=0) + 1
        self._parts = tuple(word for word in self._own if word.endswith(_LAST_PARTS))
        self._near: dict[str, str] = {}
        self._shuffled: dict[str, str] = {}
        for word in self._own:
            for near in (word, *_shortened(word)):
                self._near.setdefault(near, word)
            self._shuffled.setdefault(_letters(word), word)
        self.correct = lru_cache(maxsize=16384)(self._correct)

    def _correct(self, text: str) -> str:
        """The vocabulary's word that the text means, or the text itself."""
        if text in self._known or not text.isalpha():
            return text
        compound = next((part for part in self._parts if text.endswith(part)), None)
        if compound is not None and len(text) > len(compound) + 1:
            return text if text.startswith(_PREFIXES_OF_OTHERS) else compound
        if len(text) > self._longest:
            return text
        meant = self._near.get(text) or self._shuffled.get(_letters(text))
        if meant is None:
            meant = next((self._near[near] for near in _shortened(text) if near in self._near), None)
        if meant is None or meant[0] != text[0] or abs(len(meant) - len(text)) > 1:
            return text
        return meant


def _shortened(word: str) -> Iterator[str]:
    """The word with each of its letters left out. Two words one edit apart share one of these."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _letters(word: str) -> str:
    """The first and last letter, and the others in order: the same for two words whose inner letters are swapped."""
    return f"{word[0]}{''.join(sorted(word[1:-1]))}{word[-1]}"

"""Finds the words that carry meaning for a verdict: those every task shares, and a task's own vocabulary over them."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.cues.shared import SHARED
from medfrag_assets.scoring.spelling import LEAST, Speller
from medfrag_assets.scoring.words import MARKS, Word, split_words, spoken
from medfrag_assets.study.spec import Vocabulary

# No word is empty, so no phrase goes on with it.
_NO_WORD = ""
# How many adverbs may stand inside a phrase: "cannot really reliably determine".
_ADVERBS = 2
# These deny: "I would hardly call it normal".
HARDLY = frozenset({"hardly", "scarcely"})
# Names of diseases that nobody listed are known by their ends.
_DISEASES = (
    *("itis", "osis", "oses", "megaly", "ectasis", "ectasia", "thorax", "malacia", "opathy", "stenosis", "rrhage"),
    "cephaly",
)
_NO_DISEASES = frozenset(
    phrases(
        "diagnosis|diagnoses|prognosis|prognoses|mitosis|mitoses|apoptosis|osmosis|symbiosis|purposes|supposes|"
        "exposes|imposes|proposes|discloses|encloses|composes|disposes|opposes|juxtaposes|presupposes|transposes"
    )
)
_LEAST = 6
_INVASIONS = tuple(
    phrases("invasion|stromal invasion|invasive growth")
    + [f"{verb} the stroma" for verb in phrases("invading|invade|invades|infiltrating|infiltrate|infiltrates|invaded")]
)
# A word cut to fewer letters than this may be any; these are words of their own.
_LEAST_CUT = 3
_NOT_CUT = frozenset(
    phrases(
        "car|can|inf|ben|mal|les|spec|cell|inter|per|mar|for|new|pro|con|pre|non|dis|gra|pap|derm|path|gehirn|hirn|lungen|brust|haut"
    )
)
_LONGEST_PHRASE = 6
# Words of all tasks that are also found misspelled.
_OFTEN_MISSPELLED = ("abnormal", "normal", "unremarkable", "abnormality", "positive", "negative", "indeterminate")


# A class with slots: its attributes are read twice as fast as a named tuple's, dozens of times for each word.
@dataclass(slots=True)
class Item:
    """A cue's phrase, or a word or mark without one. Never changed: see `changed`."""

    cue: Cue | None
    text: str
    start: int
    end: int

    def changed(self, cue: Cue | None, text: str | None = None) -> "Item":
        """The item with another cue, and text if given."""
        return Item(cue, self.text if text is None else text, self.start, self.end)


class _Node:
    """The phrases that begin with the same words: the cue of those words alone, and what they go on with."""

    __slots__ = ("after", "cue")

    def __init__(self) -> None:
        self.cue: Cue | None = None
        self.after = _NOTHING


# Most phrases go on with nothing. Never changed.
_NOTHING: dict[str, _Node] = {}


def _tree(phrases: Iterable[tuple[str, Cue]]) -> _Node:
    """The phrases, word by word. Of one that comes twice, the later cue holds."""
    root = _Node()
    for phrase, cue in phrases:
        node = root
        for word in spoken(phrase):
            below = node.after.get(word)
            if below is None:
                below = _Node()
                if node.after is _NOTHING:
                    node.after = {}
                node.after[word] = below
            node = below
        node.cue = cue
    return root


def _overlaid(under: _Node | None, over: _Node, silent: Set[str] = frozenset()) -> _Node:
    """Both trees; where both have a cue, that of `over`. Words in `silent` have none of `under`. Neither is changed."""
    if under is None:
        return over
    both = _Node()
    both.cue = over.cue or under.cue
    if over.after is _NOTHING:
        both.after = under.after
        return both
    both.after = dict(under.after)
    for word, below in over.after.items():
        both.after[word] = _overlaid(under.after.get(word), below)
    for word in silent & under.after.keys():
        own = over.after.get(word)
        both.after[word] = _overlaid(under.after[word], own or _Node())
        both.after[word].cue = own.cue if own else None
    return both


@lru_cache(maxsize=1)
def _shared() -> tuple[_Node, frozenset[str]]:
    """The phrases that every task shares, built once for all tasks, and their words."""
    return _tree(SHARED), frozenset(word for phrase, _ in SHARED for word in spoken(phrase))


class Lexicon:
    """Finds the longest known phrase at every word, in one pass."""

    def __init__(self, phrases: Sequence[tuple[str, Cue]], silent: Set[str], own: Iterable[str]) -> None:
        """`phrases`: those of the task, over those that every task shares, of which `silent` words say nothing here.
        `own`: the names of the task, whose words are also found misspelled or as the end of a longer word.
        """
        shared, shared_words = _shared()
        self._root = _overlaid(shared, _tree(phrases), silent).after
        known = shared_words.union(word for phrase, _ in phrases for word in spoken(phrase))
        self._known = known
        spelled = dict.fromkeys(word for phrase in own for word in spoken(phrase) if len(word) > _LEAST_CUT)
        self._own = sorted(spelled, key=len)
        # The shortest of them that begins with so many letters.
        self._begun: dict[str, str] = {}
        for word in self._own:
            for cut in range(_LEAST_CUT, len(word) + 1):
                self._begun.setdefault(word[:cut], word)
        self._spell = Speller(known, self._own).correct

    def items(self, words: list[Word], cut: bool = False) -> list[Item]:
        """The words as items, each phrase one item. `cut`: the last word may lack its end."""
        found: list[Item] = []
        words = self._corrected(words)
        if cut and words:
            words[-1] = self._completed(words)
        place, count, root = 0, len(words), self._root
        while place < count:
            text, start, end = words[place]
            node = root.get(text)
            cue, after = None, place + 1
            if node is not None:
                following = words[after].text if after < count else _NO_WORD
                # Most words begin no phrase that goes on, which is quickly seen.
                if following in node.after or (node.after and following.endswith("ly")):
                    cue, after = self._longest(words, place)
                else:
                    cue = node.cue
            if cue is None:
                after = place + 1
                cue = _of_a_disease(text) if len(text) > _LEAST else None
            elif after > place + 1:
                text = " ".join(word.text for word in words[place:after])
                end = words[after - 1].end
            found.append(Item(cue, text, start, end))
            place = after
        return found

    def _corrected(self, words: list[Word]) -> list[Word]:
        corrected, known, spell = list(words), self._known, self._spell
        unknown = [place for place, (text, _, _) in enumerate(words) if len(text) >= LEAST and text not in known]
        for place in unknown:
            text, start, end = words[place]
            corrected[place] = Word(spell(text), start, end)
        return corrected

    def _completed(self, words: list[Word]) -> Word:
        """The last word with its end, where only one of the task's words, or of a phrase begun before it, begins so."""
        text, start, end = words[-1]
        if text in self._known or text in _NOT_CUT or not text.isalpha():
            return words[-1]
        own = [self._begun[text]] if text in self._begun else []
        for first in range(max(0, len(words) - _LONGEST_PHRASE), len(words) - 1):
            below: dict[str, _Node] = self._root
            for word in words[first:-1]:
                below = below[word.text].after if word.text in below else {}
            # Two words before it say more than its own first letters.
            if len(text) < _LEAST_CUT and len(words) - first < _LEAST_CUT:
                break
            if not own and below:
                own = sorted(word for word, node in below.items() if word.startswith(text) and node.cue is not None)
        return Word(own[0], start, end) if own else words[-1]

    def _longest(self, words: list[Word], place: int) -> tuple[Cue | None, int]:
        best: tuple[Cue | None, int] = (None, place)
        ways = [(self._root, place, 0)]
        while ways:
            below, at, adverbs = ways.pop()
            if at == len(words):
                continue
            text = words[at].text
            node = below.get(text)
            # An adverb inside a phrase changes nothing: "cannot reliably determine", "not entirely excluded".
            if at > place and adverbs < _ADVERBS and text.endswith("ly") and text not in HARDLY:
                ways.append((below, at + 1, adverbs + 1))
            if node is not None:
                ways.append((node.after, at + 1, adverbs))
                if node.cue is not None and at + 1 > best[1]:
                    best = node.cue, at + 1
        return best


def _of_a_disease(text: str) -> Cue | None:
    """The cue of a word like "sinusitis" or "splenomegaly"."""
    return Cue.FINDING if text.endswith(_DISEASES) and text not in _NO_DISEASES else None


@lru_cache(maxsize=64)
def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The shared words with the vocabulary's own over them. Built once for each vocabulary."""
    sides = (vocabulary.positive, vocabulary.negative)
    named = [phrase for side in sides for phrase in (side.name, *side.synonyms, *side.entities)]
    # In order, so that no two runs complete a word differently.
    own = [form for phrase in named for form in sorted(_forms((phrase,)))]
    return Lexicon(list(_phrases(vocabulary)), _silent(vocabulary), [*own, *_OFTEN_MISSPELLED])


def _silent(vocabulary: Vocabulary) -> set[str]:
    """Findings that are none here: "lesion" says nothing where a side is called "benign lesion"."""
    denials = _forms((vocabulary.negative.name, *vocabulary.negative.synonyms))
    named = {word for phrase in denials for word in phrase.split()}
    return {text for text, cue in SHARED if cue is Cue.FINDING and text in named}


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[str, Cue]]:
    positive, negative = vocabulary.positive, vocabulary.negative
    explicit = _forms((positive.name, *positive.synonyms))
    own = explicit | _forms(positive.entities)
    denials = _forms((negative.name, *negative.synonyms))
    for text in explicit:
        yield text, Cue.POSITIVE
        if positive.name.lower().startswith("invasive"):
            yield from ((text, Cue.POSITIVE) for text in _INVASIONS)
            yield from ((f"invasive {join} in situ {text}", Cue.POSITIVE) for join in ("or", "nor", "and"))
            yield from (
                (phrase, Cue.FINDING) for phrase in (f"{text} in situ", f"in situ {text}", f"noninvasive {text}")
            )
    for text in _forms(positive.entities) - explicit:
        yield text, Cue.POSITIVE_ENTITY
    for text in denials:
        if not _denies(text, own):
            yield text, Cue.NEGATIVE
        for verb in ("is", "are"):
            if f" {verb} " in text:
                yield text.replace(f" {verb} ", f" {verb} not "), Cue.POSITIVE
    for text in _forms(negative.entities):
        yield text, Cue.NEGATIVE_ENTITY
    for text in own:
        yield f"{text} free", Cue.NEGATIVE
        yield f"{text} negative", Cue.NEGATIVE


def _denies(phrase: str, own: set[str]) -> bool:
    """Whether the phrase is a negation of the positive side, which the reading of negations does better."""
    first, _, rest = phrase.partition(" ")
    return first in ("no", "not", "non") and rest in own


def _forms(phrases: Iterable[str]) -> set[str]:
    """The phrases as the words they are read as, with their plurals."""
    forms: set[str] = set()
    for phrase in phrases:
        words = [word.text for word in split_words(phrase) if word.text not in MARKS]
        if words:
            forms.update(" ".join([*words[:-1], last]) for last in _plurals(words[-1]))
    return forms


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("y"):
        return (word, f"{word[:-1]}ies")
    if word.endswith("us"):
        return (word, f"{word[:-2]}i", f"{word}es")
    if word.endswith("is"):
        return (word, f"{word[:-2]}es")
    if word.endswith("oma"):
        return (word, f"{word}s", f"{word}ta")
    if word.endswith(("s", "ss")):
        return (word, f"{word}es")
    return (word, f"{word}s")

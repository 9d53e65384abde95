"""Headings that deny or leave open what is listed below them, and the entries: "None of these: ..."."""

from medfrag_assets.scoring.cues.kinds import DENIES, MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.sentences import Sentence, passage_of

_BORDERLINE = frozenset({"borderline", "indeterminate", "equivocal", "inconclusive", "ambiguous"})
# How long a heading may be, and an entry, and what heads a list of which any may be.
HEADING = 5
LONG_HEADING = 16
ENTRY = 8
POSSIBILITIES = frozenset(
    phrases("differential|differentials|ddx|possible|possibilities|considerations|interpretations|possibility")
)
_LISTED = frozenset({"following", "these", "those", "them", "listed"})
_VERBS = frozenset(
    phrases(
        "is|are|was|were|has|have|shows|show|i|there|this|it|final|answer|conclusion|therefore|so|but|however|no|not|"
        "yes"
    )
)


def heads_a_denied_list(sentence: Sentence) -> int | None:
    """Where the colon stands behind "none of the following", "I see no sign of these", "not seen"."""
    if ":" not in sentence.whole.texts or sentence.question or sentence.whole.cues.isdisjoint(DENIES):
        return None
    colon = next(place for place, item in enumerate(sentence.whole.items) if item.text == ":")
    head = passage_of(sentence.whole.items[:colon])
    if head.cues.isdisjoint(DENIES) or not head.cues.isdisjoint(MENTIONS):
        return None
    lists = not head.words.isdisjoint(_LISTED) or (Cue.ABSENT in head.cues and colon <= 2)
    return colon if lists else None


def heads_possibilities(sentence: Sentence) -> bool:
    """Whether the sentence is a heading like "Differential diagnosis" or "Possible causes"."""
    whole = sentence.whole
    # "Let me run through a differential for the density:"
    most = LONG_HEADING if whole.items[-1].text == ":" else HEADING
    if len(whole.items) > most or whole.words.isdisjoint(POSSIBILITIES) or sentence.question:
        return False
    return whole.cues.isdisjoint(MENTIONS)


def lists_possibilities(sentence: Sentence) -> bool:
    """Like "Considerations: edema, hemorrhage, pneumonia"."""
    items = sentence.whole.items
    if items[0].text not in POSSIBILITIES or sentence.question or Cue.LIKELY in sentence.whole.cues:
        return False
    colon = next((at for at, item in enumerate(items[:HEADING]) if item.text == ":"), len(items))
    return colon + 1 < len(items) and all(item.cue not in MENTIONS for item in items[:colon])


def is_borderline(sentence: Sentence) -> bool:
    """Like "It is borderline"."""
    return len(sentence.whole.items) <= HEADING and not sentence.whole.words.isdisjoint(_BORDERLINE)


def is_entry(sentence: Sentence) -> bool:
    """Whether the sentence is no more than a name, as in a list."""
    return not sentence.question and len(sentence.whole.items) <= 6 and sentence.whole.words.isdisjoint(_VERBS)

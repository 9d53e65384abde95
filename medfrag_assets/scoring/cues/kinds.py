"""The kinds of cues: what a word or phrase can do to the reading of its clause, and which do the same."""

from enum import Enum, auto


class Cue(Enum):
    """What a word or phrase does to the reading of its clause."""

    POSITIVE = auto()
    NEGATIVE = auto()
    POSITIVE_ENTITY = auto()
    NEGATIVE_ENTITY = auto()
    # A letter or ordinal that names an option of the prompt.
    OPTION = auto()
    NORMAL = auto()
    ABNORMAL = auto()
    # A finding that is no side of the task, but is abnormal and counts as evidence.
    FINDING = auto()
    # What a part of the picture looks like: evidence, and no finding.
    SIGN = auto()
    # "no": negates what follows, also past a verb ("no part shows"). NOT and WITHOUT end at "shows".
    NO = auto()
    NOT = auto()
    # "absent", "ruled out": negates what stands before it in the clause, or else what follows.
    ABSENT = auto()
    # "is wrong": the opposite of what stands before it in the clause is meant.
    WRONG = auto()
    LIKELY = auto()
    # "may", "could": hedges what is named in its clause, and nothing when nothing is named.
    MODAL = auto()
    HEDGE = auto()
    # "whether": what follows is asked, not said.
    ASKED = auto()
    CONDITION = auto()
    REFUSAL = auto()
    # "cannot determine": a refusal, and nothing in its clause is said.
    REFUSED_SCOPE = auto()
    FILLER = auto()
    # A part of the picture, of which "normal" says nothing about the whole.
    PART = auto()
    BREAK = auto()
    CONCLUSION = auto()
    # "wait, actually": what comes after it outweighs what came before.
    CORRECTION = auto()
    # "at first glance": outweighed by what is said without it.
    INITIAL = auto()
    # "I looked for": asked, until the text says what was found.
    SEARCH = auto()
    # "would show": what stands before it is only supposed, until the text says what was found.
    WOULD = auto()
    # "destroyed": what was normal before it in the clause is not.
    UNDONE = auto()
    # "as it is here": a condition in the sentence is met.
    HOLDS = auto()
    # "speaks for": weighs for what follows, which is a choice only where the text leaves nothing open.
    SPEAKS = auto()
    # Opens a new clause after a comma or "and".
    OPENER = auto()
    SHOWS = auto()
    JOINS = auto()
    IGNORED = auto()

    # Members are singletons. The enum's own hash is a call in Python, and cues are looked up for every word.
    __hash__ = object.__hash__


# What may be named, each set wider than the one before: the words of the two sides, what else says outright how it is,
# all that a verdict may rest on, and what else is seen.
SIDES = frozenset({Cue.POSITIVE, Cue.NEGATIVE, Cue.POSITIVE_ENTITY, Cue.NEGATIVE_ENTITY})
STATES = SIDES | {Cue.NORMAL, Cue.ABNORMAL}
VERDICTS = STATES | {Cue.OPTION}
MENTIONS = VERDICTS | {Cue.FINDING, Cue.SIGN}
# The sides apart: the disease, and what is sound.
DISEASE = frozenset({Cue.POSITIVE, Cue.POSITIVE_ENTITY})
SOUND = frozenset({Cue.NORMAL, Cue.NEGATIVE, Cue.NEGATIVE_ENTITY})
# What is done to what is named.
DENIES = frozenset({Cue.NO, Cue.NOT, Cue.ABSENT})
HEDGES = frozenset({Cue.HEDGE, Cue.MODAL})
DECLINES = frozenset({Cue.REFUSAL, Cue.REFUSED_SCOPE})
SUPPOSES = frozenset({Cue.SEARCH, Cue.WOULD})

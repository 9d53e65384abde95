"""What a clause does to what was named before it: settles a question, takes it back, corrects it."""

from itertools import pairwise

from medfrag_assets.scoring.clauses.groups import DENYING
from medfrag_assets.scoring.cues.kinds import DENIES, HEDGES, MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.replies.ellipses import assent_of
from medfrag_assets.scoring.sentences import Passage

# What a denial without a word of its own refers to: "I could not find either".
_ANAPHORS = frozenset(
    {"either", "any", "it", "them", "one", "such", "these", "those", "neither", "none", "nothing", "so", "that", "this"}
)
ASSENTS = frozenset(phrases("yes|yeah|yep|present|positive|both|all|affirmative|definitely|certainly|confirmed|ja|sí"))
# What answers a question before it.
SETTLING = ASSENTS | DENYING
_PASSIVES = frozenset(
    {
        *("is", "was", "it", "they", "this", "has", "have", "been", "then", "later", "could", "were", "are", ","),
        *("the", "mri", "scan", "image", "x", "ray", "patch", "slide", "does", "did", "i", "film", "picture", "photo"),
        *(
            "radiograph",
            "lesion",
            "tissue",
            "lungs",
            "brain",
            "chest",
            "here",
            "that",
            "so",
            "do",
            "evidence",
            "findings",
        ),
        *("what", "there", "nothing", "of", "kind", "sort", "itself", "simply", "actually", "clearly", "would"),
    }
)
# How far behind a "but" a "none" takes back what stands before it, and what may follow it.
_NONE_WITHIN = 6
_NOW = frozenset(phrases("now|here|today|in|at|is|left|remains|any more|anymore|,|on|can be seen|any longer|present"))
_UNSETTLED = frozenset({"which", "whether", "if"})
_HEDGING_ADVERBS = frozenset({"only", "just", "really", "actually", "rather", "probably", "merely", "in", "fact"})
_ELLIPSES = frozenset({"there is", "there are", "it is", "it does", "they are", "it has", "they do"})
# "Abnormal? I would say the opposite."
_OPPOSITES = frozenset({"opposite", "reverse", "contrary", "otherwise"})
_HAVE = frozenset({"is", "has", "see", "shows", "contains", "have"})
_IT = frozenset({"it", "this", "that", "they", "these", "both", "which"})
_THINGS = frozenset(
    {"opacity", "shadow", "spot", "density", "haze", "area", "blob", "dot", "patch", "focus", "whiteness"}
)
_GONE = frozenset(
    phrases(
        """
        resolved | has cleared | have cleared | cleared up | is gone | are gone | has gone | disappeared |
        been removed | was removed | completely removed | fully removed | been excised | was excised | resected |
        ruled out | excluded | rejected | dismissed | discarded
        """
    )
)
_OTHER_THAN_THEM = frozenset({"not one of them", "not one of these", "not one of those", "not among them"})
# "A tumor, it is not."
_NOT_IT = frozenset({"it is not", "this is not", "that is not", "they are not", "that it is not"})


def settles(  # noqa: PLR0911 - a return for each form
    items: list[Item], cues: set[Cue | None]
) -> bool | None:
    """Whether the words deny what was asked about (true), assent to it (false), or neither."""
    texts = [item.text for item in items]
    words = {word for text in texts for word in text.split(" ")}
    if cues & HEDGES or not words.isdisjoint(_UNSETTLED):
        return None
    said = " ".join(texts)
    if said in _ELLIPSES:
        return False
    assents = assent_of(texts, said)
    if assents is not None:
        return not assents
    if (texts[0] in DENYING and (len(items) <= 4 or texts[1] == ",")) or (Cue.ABSENT in cues and len(items) <= 4):
        return True
    if texts[-1] in _OPPOSITES:
        return True
    # "The last film showed pneumonia. This one is clear."
    if texts[-1] == "clear" and len(items) <= 4:
        return True
    if not cues.isdisjoint(DENIES):
        return True if not words.isdisjoint(_ANAPHORS) or texts[-1] in DENYING else None
    if any(text in _HAVE and after == "one" for text, after in pairwise(texts)):
        return False
    return False if texts[0] in ASSENTS and len(items) <= 4 else None


def is_gone(whole: Passage) -> bool:
    """Whether the passage says of what was named before it that it is no more: "It is gone now"."""
    return whole.items[0].text in _IT and not whole.texts.isdisjoint(_GONE) and whole.cues.isdisjoint(MENTIONS)


def takes_back(clause: Passage) -> bool:
    """Whether a clause denies what the one before it named: "... was suspected but not found"."""
    first = clause.items[0]
    # "It does not spare the border and is not what we see": the subject is that of the clause before.
    goes_on = first.cue is Cue.BREAK or (first.text in _HAVE and Cue.ABSENT in clause.cues)
    # "I have seen malignant lesions and this is not one of them."
    if "not" in clause.words and " ".join(item.text for item in clause.items) in _NOT_IT:
        return True
    goes_on = goes_on or not clause.texts.isdisjoint(_OTHER_THAN_THEM)
    return is_gone(clause) or (goes_on and _denies_in_short(clause.items))


def is_another(clause: list[Item]) -> bool:
    """Like "(it looks like a tumor,) but it is only an artifact": what it is instead, and no doubt."""
    rest = [item.text for item in clause[1:] if item.text not in _HEDGING_ADVERBS]
    if rest[:1] and rest[0] in _IT:
        rest = rest[1:]
    elif len(rest) > 3 and rest[0] in ("the", "this") and rest[1] in _THINGS and rest[3] == "the":
        # "... but the opacity is the scapula."
        rest = rest[2:]
    if len(rest) < 2 or rest[0] not in ("is", "are", "was"):
        return False
    return (len(rest) > 2 and rest[1] in ("a", "an", "the")) or any(item.cue is Cue.FINDING for item in clause)


def _denies_in_short(clause: list[Item]) -> bool:
    for place, item in enumerate(clause[1:], start=1):
        if item.text == "none" and place <= _NONE_WITHIN:
            return place + 1 == len(clause) or clause[place + 1].text in _NOW
    for item in clause[1:]:
        if item.cue in (Cue.ABSENT, Cue.WRONG):
            return True
        if item.text not in _PASSIVES:
            return False
    return False


def corrects(items: list[Item]) -> bool:
    """Whether a later sentence begins with a "no" that takes back the one before: "A... no, B"."""
    return len(items) > 2 and items[0].text == "no" and items[1].text == ","

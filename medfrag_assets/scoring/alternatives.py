"""Clauses that leave it open by an "or": "pneumonia or atelectasis", "either a mass or an artifact"."""

from collections.abc import Sequence

from medfrag_assets.scoring.cues.kinds import DENIES, DISEASE, MENTIONS, SOUND, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_OTHERS = SOUND | {Cue.FINDING}
_DENIES_OR_ASKS = DENIES | {Cue.ASKED, Cue.SEARCH}
# Findings that say no more than the side's word beside them: "a mass or lesion".
_VAGUE = frozenset(
    phrases(
        """
        mass | masses | lesion | lesions | opacity | opacities | nodule | nodules | infiltrate | infiltrates |
        growth |
        consolidation | tumor | tumors | cancer | infection | swelling | necrosis | in situ | inflammation |
        white patch |
        white patches | edema
        """
    )
)
_UNSOUND = frozenset({Cue.FINDING, Cue.ABNORMAL, Cue.POSITIVE, Cue.POSITIVE_ENTITY})
_JOINS = frozenset({"or", "/"})
_NAMES = frozenset({Cue.OPTION, Cue.POSITIVE, Cue.NEGATIVE, Cue.NORMAL, Cue.ABNORMAL})
_OPPOSITES = ({Cue.POSITIVE, Cue.NEGATIVE}, {Cue.NORMAL, Cue.ABNORMAL}, {Cue.POSITIVE, Cue.NORMAL})
# How far from an "or" stands what it offers, in items.
_OFFERED_WITHIN = 5


def leaves_open(clause: Sequence[Item], words: set[str]) -> bool:
    """Whether the clause of these words offers something else beside the positive side, and denies neither."""
    if words.isdisjoint(_JOINS):
        return False
    places = [place for place, item in enumerate(clause) if item.text in _JOINS]
    # "Tumor or abscess, or nothing at all" denies neither.
    if not places or any(
        item.cue in _DENIES_OR_ASKS and (not at or clause[at - 1].text != "or") for at, item in enumerate(clause)
    ):
        return False
    either = "either" in words
    for place in places:
        before = next(
            (item for item in reversed(clause[max(0, place - _OFFERED_WITHIN) : place]) if item.cue in MENTIONS), None
        )
        after = next((item for item in clause[place + 1 : place + 1 + _OFFERED_WITHIN] if item.cue in MENTIONS), None)
        if _differ(before, after) or (either and (before is None) != (after is None)):
            return True
        # "Either a normal variant or a small lesion."
        if either and before is not None and after is not None and before.cue in SOUND and after.cue in _UNSOUND:
            return True
    return False


def _differ(one: Item | None, other: Item | None) -> bool:
    if one is None or other is None:
        return False
    return _is_other(one, other) or _is_other(other, one)


def _is_other(one: Item, other: Item) -> bool:
    # An edema may come with a tumor, and is something else than a pneumonia.
    vague = other.text in _VAGUE and not (other.text == "edema" and one.text.endswith("pneumonia"))
    return one.cue in DISEASE and other.cue in _OTHERS and not vague


def is_neither(cues: set[Cue | None], words: set[str]) -> bool:
    """Whether a clause of these denies both sides: "neither clearly normal nor typical of pneumonia"."""
    return "nor" in words and not cues.isdisjoint(DISEASE) and not cues.isdisjoint(SOUND)


# "Both readings are defensible", "glioma and infarct both come into question".
_EACH = frozenset({"both", "either", "each", "all", "two", "neither"})
_TENABLE = spelled(
    """
    possible | plausible | conceivable | defensible | tenable | viable | table | play | running | thinkable |
    feasible |
    arguable | eligible | contention | contenders | candidates | justifiable | imaginable | reasonable | compatible |
    consideration | fair | valid | equal | equally | outweighs | prevails | dominates | decisive | convincing |
    conclusive | compelling | mind | strong | weak | enough | sufficient | certain | explanations | explain
    """
)
# "I leave it open", "the matter stays unresolved".
_LEAVES = frozenset(
    {"leave", "leaves", "left", "leaving", "keep", "keeps", "keeping", "remain", "remains", "stay", "stays"}
)
_UNSETTLED = frozenset({"open", "undecided", "unsettled", "unresolved", "undetermined", "moot"})
# "I would not commit to A or B", "I can pick neither".
_CHOOSES = spelled(
    "separate | distinguish | differentiate | discriminate | apart | preferred | favored | choose | chosen | "
    "decide | decided | settle | settled | commit | pick | select | choosing | deciding | committing"
)
_BETS = spelled(
    "prefer | favor | favoring | leaning | lean | bet | money | preference | call | mind | edge | weight | "
    "winner | tell | name | put | vote | "
    "win | wins | rely | back | stand | side | inclined | give | honest | have"
)
_EXPLAINS = frozenset({"explain", "explains"})
# "So I am stuck", "it leaves me guessing which".
_LOSES = frozenset({"stuck", "torn", "nowhere", "undecided", "stumped", "baffled", "puzzled", "indecisive", "wavering"})
_AT_A_LOSS = (frozenset({"at", "loss"}), frozenset({"guessing", "which"}), frozenset({"wondering", "which"}))
_SELF = frozenset({"i", "me", "us", "we", "my"})
_CLUES = frozenset({"clue", "factor", "feature", "point", "sign", "detail", "argument", "finding", "thing"})
_NAMES_IT = frozenset({"call", "make", "think", "name", "label"})
_RAISES = frozenset({"raise", "raises", "raised", "poses", "pose", "posed", "remains"})
_BETWEEN = frozenset(
    {"them", "two", "these", "others", "other", "either", "neither", "between", "nor", "or", "both", "which", "whether"}
)
# "The rim worries me, the midline reassures me".
_WORRIES = frozenset({"worries", "troubles", "bothers", "concerns", "disturbs", "worrying", "alarming"})
_COMFORTS = frozenset({"reassures", "comforts", "reassuring", "calms"})
_STOPS = (
    *(frozenset({"not", "enough", said}) for said in ("say", "commit", "call", "conclude", "decide", "choose")),
    *(frozenset({"not", "go", "far"}), frozenset({"stop", "short"}), frozenset({"stops", "short"})),
    *(frozenset({where, "between"}) for where in ("sits", "hovers", "somewhere", "halfway")),
)
# "Both sides are equal" tells what is seen.
_PAIRS = frozenset({"sides", "halves", "hemispheres", "lungs", "lobes", "axes", "bases", "fields", "eyes"})
_OPEN_ENDS = (
    *(frozenset({"equally", how}) for how in ("credible", "likely", "plausible", "probable", "compatible", "well")),
    *(frozenset({"left", "without", "answer"}), frozenset({"between", "letters"})),
    *(frozenset({"take", "sides", "not"}), frozenset({"take", "sides", "cannot"})),
)
_OPENING = frozenset({"equally", "without", "letters", "sides"})
_STOPPING = frozenset({"far", "short", "enough", "between"})
_DECLINES = frozenset(
    {"none", "not", "cannot", "unable", "neither", "never", "no", "hard", "difficult", "refuse", "decline"}
)
# What is left open of a thing that is there.
ASPECTS = spelled(
    """
    type | kind | grade | subtype | stage | origin | cause | size | extent | entity | etiology | age | significance |
    classification | treatment | management | primary | exact | exactly | precise | further | else | rest | nature
    """
)


# Without one of these a clause leaves nothing undecided.
UNDECIDING = (
    _COMFORTS
    | _LEAVES
    | _LOSES
    | _EACH
    | _DECLINES
    | _JOINS
    | _OPENING
    | {"loss", "guessing", "wondering", "question", "short", "between", "enough"}
)


def opposites(clause: Sequence[Item], words: set[str]) -> bool:
    """Whether the clause of these words only names both sides with an "or" between: "normal or abnormal"."""
    if "or" not in words and "/" not in words:
        return False
    for place, item in enumerate(clause):
        if item.text in _JOINS and place:
            before = next((at for at in range(place - 1, max(-1, place - 3), -1) if clause[at].cue in _NAMES), None)
            after = next((at for at in range(place + 1, min(place + 4, len(clause))) if clause[at].cue in _NAMES), None)
            if before is not None and _is_or_not(clause, place):
                return True
            if before is not None and after is not None and _are_opposite(clause, before, after):
                return True
    return False


def _is_or_not(clause: Sequence[Item], joint: int) -> bool:
    """Like "tumor or not", "benign or otherwise"."""
    following = [item.text for item in clause[joint + 1 : joint + 3]]
    return following[:1] != [] and following[0] in ("not", "otherwise", "none") and following[1:] in ([], [","], [":"])


def _are_opposite(clause: Sequence[Item], before: int, after: int) -> bool:
    """Whether the names at two places stand for both sides: by their cues, or by a "no" before one of them."""
    denied = sum(place > 0 and clause[place - 1].cue in _DENIES_OR_ASKS for place in (before, after))
    named = {clause[before].cue, clause[after].cue}
    if denied == 2:
        return False
    if named == {Cue.OPTION}:
        return clause[before].text != clause[after].text
    if denied:
        return clause[before].text == clause[after].text or named == {Cue.POSITIVE}
    return named in _OPPOSITES


def leaves_undecided(words: set[str], names: bool) -> bool:
    """Whether a clause of these words says that the answer itself stays open: "I leave it open", "both are tenable".

    `names`: whether it names a side, a letter or a finding.
    """
    left = not words.isdisjoint(_LEAVES) and not words.isdisjoint(_UNSETTLED) and words.isdisjoint(ASPECTS)
    if left or (not words.isdisjoint(_OPENING) and any(words >= ends for ends in _OPEN_ENDS)):
        return True
    if not words.isdisjoint(_SELF) and (not words.isdisjoint(_LOSES) or any(words >= loss for loss in _AT_A_LOSS)):
        return True
    both_ways = not words.isdisjoint(_WORRIES) and not words.isdisjoint(_COMFORTS)
    asks = "question" in words and not words.isdisjoint(_RAISES)
    if both_ways or asks or (not words.isdisjoint(_STOPPING) and any(words >= stop for stop in _STOPS)):
        return True
    if words.isdisjoint(_EACH) or not words.isdisjoint(_PAIRS):
        return False
    # "A would explain neither" speaks against A.
    if names and "neither" in words and not words.isdisjoint(_EXPLAINS):
        return False
    return not words.isdisjoint(_TENABLE) and not (names and "not" in words) and "clear" not in words


def declines_to_choose(words: set[str], names: bool) -> bool:
    """Whether a clause of these words chooses none of both: "I would not commit to A or B", "I cannot decide"."""
    if words.isdisjoint(_DECLINES) or not words.isdisjoint(ASPECTS):
        return False
    # "The deciding clue is the one that does not fit."
    if "deciding" in words and not words.isdisjoint(_CLUES):
        return False
    # "I do not know what to call it."
    if {"know", "what", "to"} <= words and not words.isdisjoint(_NAMES_IT):
        return True
    between = not words.isdisjoint(_BETWEEN) or {"yes", "no"} <= words
    if not words.isdisjoint(_CHOOSES):
        return between or not names
    return between and not words.isdisjoint(_BETS) and not names

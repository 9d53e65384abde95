"""What a picture is said to look like, where that alone answers whether it is normal: "ragged, with four colors".

A look here is abnormal or normal, and is asked for only where nothing else is said. Whether a look is told of at all,
whatever it means, is asked in `sights`, for every clause. Most words of either would be misread by the other.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from medfrag_assets.scoring.cues.kinds import DECLINES, DENIES, HEDGES, SUPPOSES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.explains import explains
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.sentences import Passage, Sentence, passage_of
from medfrag_assets.scoring.sights import BAD_LOOKS, GOOD_LOOKS
from medfrag_assets.scoring.words import spelled

_BAD = BAD_LOOKS | spelled(
    """
    irregularly | irregularity | irregularities | asymmetrical | asymmetry | notched | blurry | opacified |
    whitened | deviated | atypia | disordered | disorderly | chaos | crowding | pleomorphism | hyperchromatic |
    mitotic | mitoses | disruption | invaded | invading | collapsed | obliterated | obscured | ulcerated | eroded |
    multicolored | unequal | bulges | fractured | dilated | flattened | cloudy | murky | overinflated | shrunken |
    atrophic | bent | crusted | crust | bizarre | haphazard | erratic | discohesive | atypical | infiltrating |
    lopsided | misshapen | jumbled | scarred | infarcted | pushed | squeezed | squashed | shrunk | pathologically |
    cardiomegaly | veil | streaks | pseudopods | ulcerating | inflamed | edematous | necrotic | confluent |
    discolored | unevenly | untidy | disarray | messy | ominous | effacement | displacement | frays | frayed |
    pulled | glows | lights | dented | broken | twisted | torn | riddled | eaten | overrun | swamped | riot | amok |
    wild | angry | distortion | enlargement | thickening | blunting | widening | compression | deviation |
    opacification
    """
)
_GOOD = GOOD_LOOKS | spelled(
    """
    regularly | symmetrically | symmetry | smoothly | sharply | crisp | uniformly | evenly | homogeneously |
    centered | aerated | undisturbed | undisplaced | orderly | ordered | tidy | neat | neatly | unaffected |
    unchanged | mirror | reassuring | reassuringly | innocent | innocuous | trivial | commonplace | plain | quiet |
    slim | monomorphic | bland | ordinary | proper | properly | harmonious | inconspicuous | identical | expanded
    """
)
_PLACED = frozenset(
    phrases(
        "where it belongs|where they belong|where it ought to be|where it should be|where they should be|"
        "where they ought to be|where one expects them|where one expects it|in place|in position|in the midline|"
        "in the middle|even in color|even in shape|even color"
    )
)
# What is there in a normal picture, and what is said of it where it is not, or is.
_NEEDED = spelled(
    "duct | ducts | lobules | lobule | glands | architecture | sulci | network | layer | layers | symmetry | outline | "
    "structure | structures | markings | angle | angles | order | pattern | membrane"
)
_VANISHED = spelled("gone | disappeared | vanished | left | absent | nowhere | remain | remains | there")
# These are there, unless a "no" stands before the thing.
_LEFT = frozenset({"left", "remain", "remains"})
_IS_GONE = _VANISHED - _LEFT - {"there"}
_THERE = frozenset({"all", "still"})
_PLACES = (
    _PLACED
    | {"where"}
    | frozenset(
        phrases(
            "where it should not be|where they should not be|where it does not belong|where they do not belong|"
            "where none should be|where nothing should be|where there should be none"
        )
    )
)
# What is too much, too little, or not what it should be.
_AMISS = frozenset({"lost", "missing", "loss", "times", "twice", "bulky", "veiled"})
_DEVIATES = spelled("bulky | veiled | too | than | times | twice | more | less | loss | lost | missing | lacks | lack")
_THAN = spelled("usual | normal | expected | expect | expects | should | ought | other | healthy | before | necessary")
_TURNS = frozenset(
    phrases(
        "anything but|far from|hardly|scarcely|no longer|nowhere near|less than|barely|breaks|violates|lacks|loses|"
        "defies|flouts|lost|without"
    )
)
# What makes a statement general, or leaves it open.
_GENERAL = spelled(
    "when | called | graded | percent | classified | defined | accounts | microscope | if | would | may | might | "
    "could | perhaps | possibly | maybe | usually | either | whether"
)
_OPEN = HEDGES | DECLINES | SUPPOSES | {Cue.CONDITION, Cue.ASKED, Cue.FILLER}
# How far behind what it is said of a word stands that makes it absent.
_SAID_WITHIN = 4
_JOINTS = frozenset({",", "and", "but", ":", "(", ")", "or", "/"})


class Look(NamedTuple):
    """What something looks like: whether that is abnormal, and where it is said."""

    abnormal: bool
    start: int
    end: int


def looks(sentences: Iterable[Sentence]) -> Look | None:
    """What the sentences say of the picture's looks: an abnormal look wherever there is one, else a normal one."""
    found: list[Look] = []
    for sentence in sentences:
        whole = _behind_but(sentence.whole)
        if sentence.question or not whole.cues.isdisjoint(_OPEN) or not whole.words.isdisjoint(_GENERAL):
            continue
        if not whole.words.isdisjoint(_NEEDED) and not whole.words.isdisjoint(_VANISHED):
            found += _is_there(whole)
        looked = not (
            whole.words.isdisjoint(_BAD)
            and whole.words.isdisjoint(_GOOD)
            and whole.words.isdisjoint(_DEVIATES)
            and whole.texts.isdisjoint(_PLACES)
        )
        # "A normal brain MRI shows symmetric ventricles" tells of no picture.
        if looked and not explains(sentence.items, sentence.whole.cues, sentence.whole.texts):
            found += _looks_of(whole.items)
    return next((look for look in found if look.abnormal), found[0] if found else None)


def _is_there(whole: Passage) -> list[Look]:
    """Like "The ducts are gone", "no ducts are left", "the ducts are all there"."""
    texts = [item.text for item in whole.items]
    first = next(place for place, text in enumerate(texts) if not _NEEDED.isdisjoint(text.split(" ")))
    start, end = whole.items[first].start, whole.items[-1].end
    behind = {word for text in texts[first + 1 : first + 1 + _SAID_WITHIN] for word in text.split(" ")}
    before = whole.items[max(0, first - 3) : first]
    if any(item.cue is Cue.NO for item in before):
        return [Look(True, start, end)] if not behind.isdisjoint(_LEFT) else []
    if not behind.isdisjoint(_IS_GONE):
        return [Look(behind.isdisjoint({"not", "nor"}), start, end)]
    return [Look(False, start, end)] if "there" in behind and not behind.isdisjoint(_THERE) else []


def _behind_but(whole: Passage) -> Passage:
    """What stands behind the last "but", or everything."""
    last = max((place for place, item in enumerate(whole.items) if item.text == "but"), default=-1)
    return passage_of(whole.items[last + 1 :]) if 0 <= last < len(whole.items) - 1 else whole


def _looks_of(items: Sequence[Item]) -> list[Look]:
    found: list[Look] = []
    denied = False
    for place, item in enumerate(items):
        text = item.text
        words = text.split(" ")
        bad, good = not _BAD.isdisjoint(words), not _GOOD.isdisjoint(words) or text in _PLACED
        if text.startswith("where ") and (" not " in text or "none" in text or "nothing" in text):
            found.append(Look(not denied, item.start, item.end))
        elif text.startswith("where ") and place + 1 < len(items) and items[place + 1].text not in _JOINTS:
            # "White where it should be dark."
            found.append(Look(True, item.start, item.end))
        elif bad or good:
            # "The heart is slim", "mitoses are absent".
            absent = any(other.cue is Cue.ABSENT for other in items[place + 1 : place + _SAID_WITHIN])
            found.append(Look(bad != (denied or absent), item.start, item.end))
        elif text == "where" and items[min(place + 1, len(items) - 1)].cue is Cue.NO:
            # "A shadow where no shadow should be."
            found.append(Look(not denied, item.start, item.end))
            break
        elif _deviates(items, place):
            found.append(Look(not denied, item.start, item.end))
        elif text in _TURNS or item.cue in DENIES:
            denied = not denied if text in _TURNS or not denied else denied
        elif item.cue is Cue.BREAK or text in (":", ","):
            denied = denied and text == "," and items[min(place + 1, len(items) - 1)].text in ("no", "or", "nor")
    return found


def _deviates(items: Sequence[Item], place: int) -> bool:
    """Like "larger than usual", "whiter than it should be", "too many", "has lost its"."""
    text = items[place].text
    if text == "than":
        return any(not _THAN.isdisjoint(item.text.split(" ")) for item in items[place + 1 : place + 5])
    if text == "too":
        return place + 1 < len(items) and items[place + 1].text not in _JOINTS
    return not _AMISS.isdisjoint(text.split(" "))

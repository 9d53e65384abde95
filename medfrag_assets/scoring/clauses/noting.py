"""The cues of a sentence that name no side, as a reading keeps them."""

from medfrag_assets.scoring.clauses.reading import Reading
from medfrag_assets.scoring.cues.kinds import DECLINES, HEDGES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.sentences import Sentence
from medfrag_assets.scoring.sights import is_of_the_picture

# What one does who asks.
_WISHES = frozenset(phrases("ask|asking|asked|want|wanted|wish|hope|hoping|wonder|wondering|fear|worry|worried"))
_NO_DOUBTS = frozenset({"can be", "consider", "potential", "potentially"})


def keep_first_cues(sentence: Sentence, cues: set[Cue | None], reading: Reading) -> None:
    """Keeps the first cue of each kind, and the place of the last correction."""
    if Cue.CORRECTION in cues:
        reading.corrected_at = next(item.start for item in sentence.items if item.cue is Cue.CORRECTION)
    if cues.isdisjoint(DECLINES) and cues.isdisjoint(HEDGES) and Cue.CONDITION not in cues:
        return
    # "You ask whether it is abnormal, perhaps because someone fears a tumor" doubts nothing in the picture.
    told_back = sentence.items[0].text.startswith("you") and not sentence.whole.words.isdisjoint(_WISHES)
    supposed = told_back
    for item in sentence.items:
        if item.cue in DECLINES:
            reading.refusal = reading.refusal or item
            reading.undecided = reading.undecided or (item if item.cue is Cue.REFUSED_SCOPE else None)
        elif item.cue is Cue.HEDGE:
            # "If anything is unclear, ask" leaves nothing open.
            reading.hedge = reading.hedge or (item if not supposed else None)
        elif item.cue is Cue.MODAL and (sentence.is_fragment or not sentence.question) and not told_back:
            reading.modal = reading.modal or item
            reading.doubted += (
                not supposed and item.text not in _NO_DOUBTS and is_of_the_picture(sentence.whole.words, cues)
            )
        elif item.cue is Cue.CONDITION:
            reading.condition = reading.condition or item
        supposed = told_back or (item.text != "," and (supposed or item.cue is Cue.CONDITION))

"""Cues and words that do the same to a clause, for all who ask what is done to it."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import phrases

REFUSALS = frozenset({Cue.REFUSAL, Cue.REFUSED_SCOPE})
DOUBTS = frozenset({Cue.HEDGE, Cue.MODAL})
SUPPOSES = frozenset({Cue.SEARCH, Cue.WOULD})
DENIES = frozenset({Cue.NO, Cue.NOT, Cue.ABSENT})
DENIALS = frozenset(
    phrases(
        """
        no | none | nope | nah | negative | absent | not | never | neither | nothing | nein | non | hardly | scarcely |
        barely | not a chance | no chance | fat chance | not the slightest chance | not in a million years |
        not for a moment | not for a second | not by a long shot
        """
    )
)
PAUSES = frozenset({",", ":"})
# In front of what is granted, before something else is said to weigh more.
CONCEDES = frozenset({"although", "though", "even though", "while", "despite", "granted", "admittedly"})

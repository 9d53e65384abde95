"""Words that do the same to a clause, for all who ask what is done to it. Cues that do: `cues.kinds`."""

from medfrag_assets.scoring.cues.lists import phrases

DENYING = frozenset(
    phrases(
        """
        no | none | nope | nah | negative | absent | not | never | neither | nothing | nein | non | hardly | scarcely |
        barely | not a chance | no chance | fat chance | not the slightest chance | not in a million years |
        not for a moment | not for a second | not by a long shot
        """
    )
)
# What a side depends on leaves it open, and is a reason to refuse: "A reading depends on the history".
DEPENDS = frozenset({"depends", "depending on"})
PAUSES = frozenset({",", ":"})
# In front of what is granted, before something else is said to weigh more.
CONCEDES = frozenset({"although", "though", "even though", "while", "despite", "granted", "admittedly"})

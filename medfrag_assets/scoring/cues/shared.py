"""All phrases that every task shares, with their cues."""

from medfrag_assets.scoring.cues.denials import DENIALS
from medfrag_assets.scoring.cues.doubts import DOUBTS
from medfrag_assets.scoring.cues.findings import FINDINGS
from medfrag_assets.scoring.cues.ignored import IGNORED
from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.naming import NAMING
from medfrag_assets.scoring.cues.normality import NORMALITY
from medfrag_assets.scoring.cues.refusals import REFUSALS
from medfrag_assets.scoring.cues.suppositions import SUPPOSITIONS
from medfrag_assets.scoring.cues.turns import TURNS

# No phrase stands here twice.
SHARED: tuple[tuple[str, Cue], ...] = (
    *NORMALITY,
    *DENIALS,
    *NAMING,
    *DOUBTS,
    *SUPPOSITIONS,
    *REFUSALS,
    *IGNORED,
    *FINDINGS,
    *TURNS,
)

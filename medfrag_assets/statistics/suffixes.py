"""What a suffix does: the same wording with it and without it, on the same image."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import Asked, some
from medfrag_assets.statistics.differences import difference_rows, outcomes
from medfrag_assets.statistics.estimates import SCHEMA

PLAIN = "plain"


def suffix_effects(asked: Asked) -> pl.DataFrame:
    """`suffix_effect_accuracy` and `suffix_effect_refusal`: with a suffix minus `plain`, pooled over all.

    Paired by wording and image (n: pairs), with a t interval clustered by group and the p of sign flips over groups.
    No wording was asked both ways: no rows.
    """
    pairs = _pairs(asked)
    if not pairs:
        return pl.DataFrame(schema=SCHEMA)
    suffixed, plain = ([pair[place] for pair in pairs] for place in (0, 1))
    among = asked.asked[suffixed] & asked.asked[plain]
    compared = {"suffix_effect_accuracy": "strict_accuracy", "suffix_effect_refusal": "refusal"}
    values = outcomes(asked)
    differences = np.stack(
        [values[name][suffixed].astype(np.float64) - values[name][plain] for name in compared.values()]
    )
    return difference_rows(asked, list(compared), differences, among, [None])


def _pairs(asked: Asked) -> list[tuple[int, int]]:
    """Places of the two forms of each wording that was asked in both."""
    put = some(asked.asked, 1)
    names = zip(asked.wordings["wording"], asked.wordings["suffix"], strict=True)
    places = {name: place for place, name in enumerate(names) if put[place]}
    return [
        (place, places[wording, PLAIN])
        for (wording, suffix), place in places.items()
        if suffix not in (PLAIN, None) and (wording, PLAIN) in places
    ]

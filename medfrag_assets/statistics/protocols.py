"""What the published procedure makes of the same images: `as_published` minus `corrected`."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import Asked, some
from medfrag_assets.statistics.differences import difference_rows, outcomes


def protocol_effects(as_published: Asked, corrected: Asked) -> pl.DataFrame:
    """`protocol_effect_strict_accuracy`, `_coverage` and `_refusal`, by wording and pooled, on the image itself.

    Differences of rows asked under both protocols (n), paired by wording and image, with a t interval clustered by
    group and the p of sign flips over groups. A wording never asked under both has no row.
    """
    both = as_published.asked & corrected.asked
    put = some(both, 1)
    prompt_ids = [prompt_id for prompt_id, was_put in zip(corrected.prompt_ids, put, strict=True) if was_put]
    before, after = outcomes(corrected), outcomes(as_published)
    differences = np.stack([after[name][put].astype(np.float64) - before[name][put] for name in before])
    metrics = [f"protocol_effect_{name}" for name in before]
    return difference_rows(as_published, metrics, differences, both[put], [*prompt_ids, None])

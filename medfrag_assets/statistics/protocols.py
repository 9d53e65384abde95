"""What the protocol alone changes: as published minus corrected, on the same images and wordings."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import REFUSED, Asked, some
from medfrag_assets.statistics.bootstrap import sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates, sign_flip_ps
from medfrag_assets.statistics.estimates import SCHEMA, estimate_rows


def protocol_effects(published: Asked, corrected: Asked) -> pl.DataFrame:
    """`protocol_effect_strict_accuracy`, `_coverage` and `_refusal`, by wording and pooled; rows carry `as_published`.

    Mean difference over rows that both protocols asked, with a t interval and p from sign flips by group. No row that
    both asked: no rows.
    """
    both = published.asked & corrected.asked
    put = some(both, 1)
    if not put.any():
        return pl.DataFrame(schema=SCHEMA)
    outcomes = {
        "strict_accuracy": (published.correct, corrected.correct),
        "coverage": (published.answered, corrected.answered),
        "refusal": (published.label == REFUSED, corrected.label == REFUSED),
    }
    metrics = [f"protocol_effect_{name}" for name in outcomes]
    images = published.images
    differences = np.stack([first.astype(np.float64) - second for first, second in outcomes.values()])
    sums = sums_by_group(np.where(both, differences, 0.0)[:, put], images.groups, images.group_count)
    sizes = np.broadcast_to(sums_by_group(both[put], images.groups, images.group_count)[:, None], sums.shape)
    sums, sizes = (np.concatenate([part, part.sum(axis=2, keepdims=True)], axis=2) for part in (sums, sizes))
    shape = sums.shape[1:]
    flat_sums, flat_sizes = (part.reshape(len(part), -1) for part in (sums, sizes))
    estimate, low, high = (part.reshape(shape) for part in ratio_estimates(flat_sums, flat_sizes))
    return estimate_rows(
        published,
        metrics,
        [*(name for name, was_put in zip(published.prompt_ids, put, strict=True) if was_put), None],
        "clustered_t",
        n=[*both[put].sum(axis=1), both.sum()],
        n_images=[*both[put].sum(axis=1), some(both, 0).sum()],
        estimate=estimate,
        low=low,
        high=high,
        p_value=sign_flip_ps(flat_sums).reshape(shape),
    )

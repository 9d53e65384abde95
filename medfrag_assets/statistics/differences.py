"""Mean paired differences with clustered t intervals and sign-flip tests, many wordings and metrics at once."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import REFUSED, Asked, Floats, Mask, some
from medfrag_assets.statistics.bootstrap import sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates, sign_flip_ps
from medfrag_assets.statistics.estimates import estimate_rows


def outcomes(asked: Asked) -> dict[str, Mask]:
    """What differences are taken of, (W, I) each: right, answered and refused."""
    return {"strict_accuracy": asked.correct, "coverage": asked.answered, "refusal": asked.label == REFUSED}


def difference_rows(
    asked: Asked, metrics: Sequence[str], differences: Floats, among: Mask, prompt_ids: Sequence[str | None]
) -> pl.DataFrame:
    """Mean differences by wording (rows), one for each of `prompt_ids`: a null one, which is pooled, comes last.

    differences: (M, K, I) for M metrics and K pairs of rows that were put to I images; among: (K, I) pairs that exist.
    `prompt_ids` holds K wordings and null, or null alone. n counts pairs.
    """
    groups, count = asked.images.groups, asked.images.group_count
    sums = sums_by_group(np.where(among, differences, 0.0), groups, count)
    sizes = np.broadcast_to(sums_by_group(among, groups, count)[:, None], sums.shape)
    pairs, n_images = among.sum(axis=1), some(among, 0).sum()
    kept = slice(None) if len(prompt_ids) > 1 else slice(0, 0)
    sums, sizes = (
        np.concatenate([part[..., kept], part.sum(axis=-1, keepdims=True)], axis=-1) for part in (sums, sizes)
    )
    shape = sums.shape[1:]
    flat_sums, flat_sizes = sums.reshape(count, -1), sizes.reshape(count, -1)
    estimate, low, high = ratio_estimates(flat_sums, flat_sizes)
    p_value = np.where(flat_sizes.sum(axis=0) > 0, sign_flip_ps(flat_sums), np.nan)
    numbers = {"estimate": estimate, "low": low, "high": high, "p_value": p_value}
    return estimate_rows(
        asked,
        metrics,
        prompt_ids,
        "clustered_t",
        n=[*pairs[kept], pairs.sum()],
        n_images=[*pairs[kept], n_images],
        **{name: values.reshape(shape) for name, values in numbers.items()},
    )

"""The bootstrap by group: seeded weights that many estimates share, and what intervals are made of the resamples."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from medfrag_assets.statistics.arrays import Asked, Codes, Floats, some

RESAMPLES = 1000
_SEED = 0


def group_weights(asked: Asked) -> npt.NDArray[np.float32]:
    """(1000, G) how often each group is drawn in each of 1,000 seeded resamples; 0 for a group that was not asked.

    Groups are drawn with replacement, all their rows with them, separately among those with positive images only,
    negative only, and both: the study fixes how many images a side has. How often a group is drawn is multinomial, so
    that one matrix product with sums by group makes all resamples at once.
    Source: Davison and Hinkley 1997, Bootstrap Methods and their Application, sections 3.2 and 3.8.
    """
    images, count = asked.images, asked.images.group_count
    put = some(asked.asked, 0)
    positive, negative = (
        np.bincount(images.groups[put & side[0]], minlength=count) > 0 for side in (asked.positive, asked.negative)
    )
    strata = positive * 2 + negative
    weights = np.zeros((RESAMPLES, count), dtype=np.float32)
    present = [stratum for stratum in (1, 2, 3) if (strata == stratum).any()]
    drawn = _draws(tuple(int((strata == stratum).sum()) for stratum in present))
    for stratum, draws in zip(present, drawn, strict=True):
        weights[:, strata == stratum] = draws
    return weights


@lru_cache(maxsize=8)
def _draws(sizes: tuple[int, ...]) -> list[npt.NDArray[np.float32]]:
    """Multinomial weights of each stratum. Kept: cells of one study have strata of the same sizes."""
    generator = np.random.default_rng(_SEED)
    return [generator.multinomial(size, np.full(size, 1 / size), size=RESAMPLES).astype(np.float32) for size in sizes]


def resampled(weights: npt.NDArray[np.float32], sums: Floats) -> Floats:
    """(1000, G) weights, (G, …) sums by group -> (1000, …) sums of each resample."""
    flat = weights @ sums.reshape(len(sums), -1).astype(np.float32)
    return flat.astype(np.float64).reshape(len(weights), *sums.shape[1:])


def sums_by_group(values: npt.NDArray[Any], groups: Codes, count: int) -> Floats:
    """(…, I) values -> (count, …) sums over the images of each group."""
    flat = values.reshape(-1, values.shape[-1])
    places = np.arange(len(flat))[:, None] * count + groups
    sums = np.bincount(places.ravel(), flat.ravel(), len(flat) * count).reshape(len(flat), count)
    return sums.T.reshape(count, *values.shape[:-1]).astype(np.float64)


def percentiles(resamples: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """(1000, …) -> lower and upper end of the percentile interval, (…).

    A resample in which the estimate is undefined (NaN) is left out. NaN where there is none left, or where all agree:
    they then tell nothing.
    """
    flat = resamples.reshape(len(resamples), -1)
    ends = np.full((2, flat.shape[1]), np.nan)
    wanted = [50 * (1 - level), 50 * (1 + level)]
    undefined = np.isnan(flat).any(axis=0)
    if not undefined.all():
        ends[:, ~undefined] = np.percentile(flat[:, ~undefined], wanted, axis=0)
    for place in np.flatnonzero(undefined):
        known = flat[~np.isnan(flat[:, place]), place]
        if len(known):
            ends[:, place] = np.percentile(known, wanted)
    ends[:, ends[0] == ends[1]] = np.nan
    low, high = ends.reshape(2, *resamples.shape[1:])
    return low, high

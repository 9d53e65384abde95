"""Means of clustered values, with intervals and sign-flip tests: the unit is the group (patient, lesion) of an image.

`clustered_mean` and `sign_flip_p` take one set of values; `ratio_estimates` and `sign_flip_ps` do the same for many
at once, from sums by group, as one array operation. scipy is imported inside functions: whoever only loads the
definitions never pays for it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

Floats = npt.NDArray[np.float64]
Groups = Sequence[Any] | npt.NDArray[Any] | pl.Series

# Up to so many groups that differ, every pattern of signs is tried; beyond, `FLIPS` random ones.
EXACT_GROUPS = 12
FLIPS = 9999
# Sums that ought to be equal may differ by rounding, which is far below this share of the sum of all sizes.
_ROUNDING = 1e-5


class Estimate(NamedTuple):
    """A mean with its interval and the number of groups behind it.

    `estimate` is null without values; the ends are null with fewer than two groups or where the groups do not vary.
    """

    estimate: float | None
    low: float | None
    high: float | None
    groups: int


def clustered_mean(values: npt.ArrayLike, groups: Groups, level: float = 0.95) -> Estimate:
    """The mean of clustered values, or of paired differences, with a t interval of the given level.

    values: (n,) finite numbers, or NaN where there is none, which is left out; groups: (n,) names.
    With G groups g of n_g values that sum to s_g:

        m  = Σs_g / n,  n = Σn_g
        V  = Σ (s_g - m n_g)² / (1 - n_g/n) / n²
        df = (Σn_g²)² / Σn_g⁴ - 1
        m ± t_df √V

    the ratio estimator and its variance by linearisation under sampling of whole groups. In groups of one size V is
    G/(G-1) Σ(s_g - m n_g)²/n² and df is G - 1; in unequal ones the large groups pull m towards themselves (hence
    1 - n_g/n), and V rests on few of them (hence df, as if the values of a group were all alike: the cautious end).
    Single-value groups leave the
    ordinary t interval exactly. The ends are not cut to the range of the values: for shares of rows use
    `intervals.wilson_clustered`, which stays within 0 and 1. No values: estimate null. One group, or groups that do not
    vary at all (V = 0: nothing was learnt about their spread): ends null.
    Source: Cochran 1977, Sampling Techniques, sections 6.3 and 9A; Bell and McCaffrey 2002, Survey Methodology 28,
    169-181 (1 - n_g/n, and degrees of freedom by Satterthwaite; here without the terms that centring adds but for 1).
    """
    found, sizes = _sums_by_group(values, groups)
    if not len(sizes):
        return Estimate(None, None, None, 0)
    mean, low, high = (float(part[0]) for part in ratio_estimates(found[:, None], sizes[:, None], level))
    return Estimate(mean, None, None, len(sizes)) if np.isnan(low) else Estimate(mean, low, high, len(sizes))


def ratio_estimates(sums: Floats, sizes: Floats, level: float = 0.95) -> tuple[Floats, Floats, Floats]:
    """`clustered_mean` for k sets of values at once: (G, k) sums and sizes by group -> k estimates, lows and highs.

    A group of size 0 does not belong to that set. NaN stands where `clustered_mean` says null.
    """
    from scipy.special import stdtrit

    mean, variance, freedom = ratio_variances(sums, sizes)
    half = np.full(mean.shape, np.nan)
    known = ~np.isnan(variance)
    half[known] = stdtrit(freedom[known], (1 + level) / 2) * np.sqrt(variance[known])
    return mean, mean - half, mean + half


def ratio_variances(sums: Floats, sizes: Floats) -> tuple[Floats, Floats, Floats]:
    """The mean m, its variance V and the degrees of freedom df of `clustered_mean` for k sets of values at once.

    (G, k) sums and sizes by group -> arrays (k,). V is NaN with fewer than two groups, and where groups do not vary.
    """
    n, squares = sizes.sum(axis=0), (sizes**2).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = sums.sum(axis=0) / n
        variance = ((sums - mean * sizes) ** 2 / (1 - sizes / n)).sum(axis=0) / n**2
        freedom = squares**2 / (sizes**4).sum(axis=0) - 1
    # What rounding leaves of residuals that are all zero is no variance.
    known = (np.count_nonzero(sizes, axis=0) > 1) & (variance > 1e-24 * np.maximum(1, mean**2))
    return mean, np.where(known, variance, np.nan), freedom


def sign_flip_p(differences: npt.ArrayLike, groups: Groups, seed: int = 0, flips: int = FLIPS) -> float | None:
    """Two-sided p of paired differences whose sign is arbitrary under the null hypothesis, group by group.

    differences: (n,) finite numbers, or NaN where there is none, which is left out; groups: (n,) names. All differences
    of a group change sign together; the statistic is |Σ differences|, and p the share of patterns of signs that give at
    least the observed one. Exact when at most 12 groups have a sum other than 0 (at most 2^12 patterns, the observed
    one among them); otherwise of `flips` seeded random ones, never 0: p = (1 + larger + as large / 2) / (1 + flips).
    Shares of a dozen wordings give the same sum so often that counting all of those rejects too rarely (3.4 to 4.7 % at
    a level of 5 %; 4.8 to 5.2 % like this), as in the mid-p of McNemar's test. With few groups all of them count.
    Null without differences; 1 when all sums are 0.
    Source: Fisher 1935, The Design of Experiments, section 21; Phipson and Smyth 2010 (the 1 added), Statistical
    Applications in Genetics and Molecular Biology 9, 39; Canay, Romano and Shaikh 2017, Econometrica 85 (groups);
    Lancaster 1961, JASA 56, 223-234 (half of what is equal).
    """
    sums, sizes = _sums_by_group(differences, groups)
    return float(sign_flip_ps(sums[:, None], seed, flips)[0]) if len(sizes) else None


def sign_flip_ps(sums: Floats, seed: int = 0, flips: int = FLIPS) -> Floats:
    """`sign_flip_p` for k sets of differences at once: (G, k) sums by group, 0 where a group has none -> k p-values.

    All sets are flipped by the same patterns: a set has the same p alone and among others.
    """
    telling = np.count_nonzero(sums, axis=0)
    exact = telling <= EXACT_GROUPS
    p = np.ones(sums.shape[1])
    for place in np.flatnonzero(exact & (telling > 0)):
        own = sums[sums[:, place] != 0, place]
        p[place] = _at_least(own @ _all_signs(len(own)), own).mean()
    if not exact.all():
        many = sums[:, ~exact].T
        flipped = many.astype(np.float32) @ _random_signs(seed, flips, _width(many.shape[1]))[: many.shape[1]]
        # A pattern that is larger is in both sums, one that is as large in the first only.
        twice = _at_least(flipped, many).sum(axis=-1) + _at_least(flipped, many, beyond=True).sum(axis=-1)
        p[~exact] = (1 + twice / 2) / (1 + flips)
    return p


def _at_least(flipped: npt.NDArray[Any], sums: Floats, beyond: bool = False) -> npt.NDArray[np.bool_]:
    """(…, patterns) flipped sums -> whether each is as large as the observed sum of the last axis of `sums`, or beyond.

    What differs by rounding only is as large.
    """
    rounding = _ROUNDING * np.abs(sums).sum(axis=-1, keepdims=True)
    observed = np.abs(sums.sum(axis=-1, keepdims=True)) + (rounding if beyond else -rounding)
    found: npt.NDArray[np.bool_] = np.abs(flipped) >= observed.astype(flipped.dtype)
    return found


@lru_cache(maxsize=EXACT_GROUPS + 1)
def _all_signs(groups: int) -> Floats:
    """(groups, 2^groups): every pattern of signs, one a column."""
    patterns = np.arange(2**groups) >> np.arange(groups)[:, None]
    return np.where(patterns & 1, 1.0, -1.0)


def _width(groups: int) -> int:
    """The next power of two, 64 at least: few sizes of sign matrices are ever drawn, and a size depends on G alone."""
    return max(64, 1 << (groups - 1).bit_length())


@lru_cache(maxsize=4)
def _random_signs(seed: int, flips: int, width: int) -> npt.NDArray[np.float32]:
    """(width, flips) random signs. Kept: drawing them costs more than every test that uses them."""
    bits = np.unpackbits(np.random.default_rng(seed).integers(0, 256, (width, -(-flips // 8)), dtype=np.uint8), axis=1)
    return bits[:, :flips].astype(np.float32) * 2 - 1


def _sums_by_group(values: npt.ArrayLike, groups: Groups) -> tuple[Floats, Floats]:
    """Sum and number of values of each group, groups in order of their names; NaN left out."""
    numbers, names = np.asarray(values, dtype=np.float64), np.asarray(groups)
    if numbers.shape != names.shape:
        raise ValueError(f"{numbers.shape} values and {names.shape} groups: every value has a group")
    known = ~np.isnan(numbers)
    _, codes = np.unique(names[known], return_inverse=True)
    return np.bincount(codes, numbers[known]).astype(np.float64), np.bincount(codes).astype(np.float64)

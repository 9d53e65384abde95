"""Confidence intervals of shares: Wilson's, and Wilson's at the effective sample size of clustered rows.

statsmodels and scipy are imported inside functions: whoever only loads the definitions never pays for them.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

_LEVEL = 0.95

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]


class Interval(NamedTuple):
    """A 95 % interval; both ends null where there is nothing to estimate from."""

    low: float | None
    high: float | None


def wilson(successes: float, n: float) -> Interval:
    """Wilson's score interval of the share successes / n; null at n = 0.

        centre = (p + z²/2n) / (1 + z²/n),  half width = z √(p(1-p)/n + z²/4n²) / (1 + z²/n),  z = 1.96

    Within 0 and 1 always, and of positive width at p = 0 and p = 1. Rows are taken as independent.
    Source: Wilson 1927, JASA 22, 209-212; computed by statsmodels. Raises `ValueError` unless 0 <= successes <= n.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} successes of {n}: need 0 <= successes <= n")
    low, high = wilson_ends(np.array([successes], dtype=np.float64), np.array([n], dtype=np.float64))
    return Interval(None, None) if n == 0 else Interval(float(low[0]), float(high[0]))


def wilson_ends(successes: Floats, n: Floats, level: float = _LEVEL) -> tuple[Floats, Floats]:
    """`wilson` for many shares at once, arrays of one length in and out; NaN where n is 0. n need not be whole."""
    from statsmodels.stats.proportion import proportion_confint

    known = n > 0
    low, high = np.full(n.shape, np.nan), np.full(n.shape, np.nan)
    if known.any():
        low[known], high[known] = proportion_confint(successes[known], n[known], alpha=1 - level, method="wilson")
    return low, high


def unvaried_error(n: float) -> float:
    """A standard error for a mean of n values that did not vary: that of a share of 0, n at least 1.

    All images right, or no difference at all, leave no variance to estimate from; but that is no certainty. Half the
    width of Wilson's interval of 0 out of n, over z: near 1.96 / (2n).
    """
    from scipy.stats import norm

    low, high = wilson_ends(np.zeros(1), np.array([float(n)]))
    return float((high[0] - low[0]) / 2 / norm.ppf((1 + _LEVEL) / 2))


def wilson_clustered(rows: pl.DataFrame, keys: list[str], hit: str, cluster: str) -> pl.DataFrame:
    """The share of `hit` over rows that come in clusters (the wordings put to one image, the images of one patient).

    rows: one per observation; `keys` name the columns that tell one share from another (null is a value), `hit` is the
    Boolean column whose share is wanted, `cluster` says which rows belong together.
    Returns one row per share: keys, n (rows), hits, clusters, estimate, low, high.

    The interval is Wilson's at the effective sample size n* in place of n (see `effective_n`). When every cluster is a
    single row n* is n, and the interval is plain Wilson exactly.
    """
    by_cluster = rows.group_by([*keys, cluster], maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("_rows"), pl.col(hit).sum().cast(pl.Int64).alias("_hits")
    )
    shares = by_cluster.group_by(keys, maintain_order=True).agg(
        pl.col("_rows").sum().alias("n"), pl.col("_hits").sum().alias("hits"), pl.len().cast(pl.Int64).alias("clusters")
    )
    coded = by_cluster.join(
        shares.select(keys).with_row_index("_share"), on=keys, how="left", nulls_equal=True, maintain_order="left"
    )
    found = wilson_of_clusters(
        _floats(coded, "_rows"), _floats(coded, "_hits"), coded["_share"].to_numpy().astype(np.int64), shares.height
    )
    return shares.with_columns(pl.Series(name, getattr(found, name)) for name in ("estimate", "low", "high"))


class Shares(NamedTuple):
    """Many shares, arrays of one shape: rows, hits and clusters of each, estimate and ends; NaN where n is 0."""

    n: Floats
    hits: Floats
    clusters: Floats
    estimate: Floats
    low: Floats
    high: Floats


def wilson_clustered_arrays(hits: Rows, among: Rows, shares: Codes, clusters: Codes, count: int) -> Shares:
    """`wilson_clustered` of M metrics over the same R rows, as arrays.

    among: (M, R) which rows are in the denominator of each metric; hits: (M, R) which are hit, those outside `among`
    left out; shares: (R,) codes below `count` of the share a row belongs to (its wording, or 0 where all are pooled);
    clusters: (R,) codes of the clusters. Returns arrays (M, count), the same numbers as from `wilson_clustered`.
    """
    pairs, pair = np.unique(shares * (clusters.max(initial=0) + 1) + clusters, return_inverse=True)
    share_of = np.zeros(len(pairs), dtype=np.int64)
    share_of[pair] = shares
    rows = _sums(among, pair, len(pairs))
    found = _sums(among & hits, pair, len(pairs))
    own = share_of + count * np.arange(len(among))[:, None]
    flat = wilson_of_clusters(rows.ravel(), found.ravel(), own.ravel(), count * len(among))
    return Shares(*(part.reshape(len(among), count) for part in flat))


def wilson_of_clusters(rows: Floats, hits: Floats, shares: Codes, count: int, level: float = _LEVEL) -> Shares:
    """Shares from their clusters: (C,) rows and hits of each, (C,) codes below `count` -> arrays (count,)."""
    n, total = _sum(rows, shares, count), _sum(hits, shares, count)
    clusters = _sum(rows > 0, shares, count)
    with np.errstate(invalid="ignore", divide="ignore"):
        estimate = total / n
    effective = effective_n(rows, hits, shares, count, level)
    low, high = wilson_ends(np.nan_to_num(estimate) * effective, effective, level)
    return Shares(n, total, clusters, estimate, low, high)


def _sums(values: npt.NDArray[Any], codes: Codes, count: int) -> Floats:
    """(M, R) values, (R,) codes -> (M, count) sums of the values of each code."""
    return np.stack([_sum(row, codes, count) for row in values])


def _sum(values: npt.NDArray[Any], codes: Codes, count: int) -> Floats:
    """(R,) values, (R,) codes -> (count,) sums of the values of each code."""
    sums: Floats = np.bincount(codes, values, count).astype(np.float64)
    return sums


def effective_n(rows: Floats, hits: Floats, shares: Codes, count: int, level: float = _LEVEL) -> Floats:
    """How many independent rows tell as much as the n clustered ones: of `count` shares at once.

    rows, hits: (C,) numbers of each cluster (hits need not be whole); shares: (C,) codes below `count` of the share a
    cluster belongs to. With G clusters g of n_g rows and h_g hits, n = Σn_g, p = Σh_g / n:

        V    = Σ (h_g - p n_g)² / (1 - n_g/n) / n²   variance of the ratio estimator p under sampling of whole clusters
        V0   = p(1-p) / (n-1)                        its variance were the rows independent
        deff = max(1, V / V0)                        the design effect; never below 1, so that clusters gain no rows
        k    = n min(p, 1-p) / deff                  how many independent hits (or misses) V was estimated from
        d    = deff + (deff - 1)/k                   at most Σn_g²/n, that of clusters whose rows are all alike
        df   = (Σv_g)² / Σv_g² - 1,  v_g = n_g (1 + (n_g - 1) ρ),  ρ = (d - 1) / (Σn_g²/n - 1)
        n*   = n / d · (t_{n-1} / t_df)²             t: quantiles of the level, since V rests on few clusters; 1 to n

    Clusters of one size have V = G/(G-1) Σ(h_g - p n_g)²/n² and df = G - 1; in clusters of unequal size the large ones
    pull p towards themselves (hence 1 - n_g/n) and V rests on few of them (hence df).
    - Single-row clusters: V = V0 exactly (hence n-1 in V0 and not n), n* = n.
    - p = 0 or 1: V and V0 are both 0 and say nothing; n* = n²/Σn_g² (G in clusters of one size), as if the rows of a
      cluster were all alike. Cautious.
    - G = 1: V cannot be computed; n* = 1. No rows: 0.

    Source: Korn and Graubard 1998, Survey Methodology 24, 193-201 (effective n, corrected by t); Franco, Little, Louis
    and Slud 2019, Journal of Survey Statistics and Methodology 7, 334-364 (a comparison; Wilson's with effective n is
    among those they recommend); Bell and McCaffrey 2002, Survey Methodology 28, 169-181 (1 - n_g/n, and degrees of
    freedom by Satterthwaite; here without the terms that centring adds but for the 1). The step from deff to d is our
    own: a share of few hits that come together underestimates V just when it is itself too low, and intervals then
    cover too rarely (docs/statistics.md has the figures).
    """
    n, total = _sum(rows, shares, count), _sum(hits, shares, count)
    if rows.max(initial=0) <= 1:
        return n
    squares = _sum(rows**2, shares, count)
    effective = np.zeros(count)
    np.divide(n**2, squares, out=effective, where=n > 0)
    estimable = (squares < n**2) & (total > 0) & (total < n)
    powers = np.stack([_sum(rows**power, shares, count) for power in (3, 4)])
    with np.errstate(invalid="ignore", divide="ignore"):
        residuals = hits - rows * (total / n)[shares]
        between = _sum(residuals**2 / (1 - rows / n[shares]), shares, count)
    n, total, between, squares, powers = (part[..., estimable] for part in (n, total, between, squares, powers))
    effective[estimable] = _effective_n(n, total, between, squares, powers, level)
    return effective


def _effective_n(n: Floats, hits: Floats, between: Floats, squares: Floats, powers: Floats, level: float) -> Floats:
    """`effective_n` of shares that are neither 0 nor 1, of two clusters or more, from sums over their clusters.

    between: Σ(h_g - p n_g)² / (1 - n_g/n); squares: Σn_g²; powers: (2, k), Σn_g³ and Σn_g⁴.
    """
    from scipy.special import stdtrit

    share, alike = hits / n, squares / n
    design_effect = np.maximum(1, between / n**2 / (share * (1 - share) / (n - 1)))
    few = (design_effect - 1) * design_effect / np.minimum(hits, n - hits)
    design_effect = np.minimum(design_effect + few, np.maximum(design_effect, alike))
    rho = np.clip((design_effect - 1) / np.where(alike > 1, alike - 1, 1), 0, 1)
    variances = (1 - rho) * n + rho * squares
    their_squares = (1 - rho) ** 2 * squares + 2 * rho * (1 - rho) * powers[0] + rho**2 * powers[1]
    quantile = (1 + level) / 2
    correction = (stdtrit(n - 1, quantile) / stdtrit(variances**2 / their_squares - 1, quantile)) ** 2
    effective: Floats = np.clip(n / design_effect * correction, 1, n)
    return effective


def _floats(frame: pl.DataFrame, column: str) -> Any:
    return frame[column].to_numpy().astype(np.float64)

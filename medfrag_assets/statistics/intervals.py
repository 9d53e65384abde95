"""Confidence intervals of shares: Wilson's, and Wilson's at the effective sample size of clustered rows.

statsmodels and scipy are imported inside functions: whoever only loads the definitions never pays for them.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

_ALPHA = 0.05

Floats = npt.NDArray[np.float64]


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


def wilson_ends(successes: Floats, n: Floats) -> tuple[Floats, Floats]:
    """`wilson` for many shares at once, arrays of one length in and out; NaN where n is 0. n need not be whole."""
    from statsmodels.stats.proportion import proportion_confint

    known = n > 0
    low, high = np.full(n.shape, np.nan), np.full(n.shape, np.nan)
    if known.any():
        low[known], high[known] = proportion_confint(successes[known], n[known], alpha=_ALPHA, method="wilson")
    return low, high


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
    rows_of, hits_of = pl.col("_rows"), pl.col("_hits")
    residual = hits_of - rows_of * (hits_of.sum() / rows_of.sum())
    shares = by_cluster.group_by(keys, maintain_order=True).agg(
        rows_of.sum().alias("n"),
        hits_of.sum().alias("hits"),
        pl.len().cast(pl.Int64).alias("clusters"),
        residual.pow(2).sum().alias("_between"),
    )
    n, hits = _floats(shares, "n"), _floats(shares, "hits")
    estimate = hits / n
    effective = effective_n(n, hits, _floats(shares, "clusters"), _floats(shares, "_between"))
    low, high = wilson_ends(estimate * effective, effective)
    ends = [pl.Series("estimate", estimate), pl.Series("low", low), pl.Series("high", high)]
    return shares.drop("_between").with_columns(ends)


def effective_n(n: Floats, hits: Floats, clusters: Floats, between: Floats) -> Floats:
    """How many independent rows tell as much as the n clustered ones.

    With G clusters g of n_g rows and h_g hits, p = Σh_g / n:

        V  = G/(G-1) · Σ(h_g - p n_g)² / n²     variance of the ratio estimator p under sampling of whole clusters
        V0 = p(1-p) / (n-1)                     its variance were the rows independent
        deff = max(1, V / V0)                   the design effect; never below 1, so that clusters cannot gain rows
        n* = min(n, n / deff · (t_{n-1} / t_{G-1})²)   t: 97.5 % quantiles, because V itself rests on G clusters only

    `between` is Σ(h_g - p n_g)². All are arrays of one length; n at least 1.
    - Single-row clusters: G = n, V = V0 exactly (hence n-1 in V0 and not n), n* = n.
    - p = 0 or 1: V and V0 are both 0 and say nothing; n* = G, as if the rows of a cluster were all one row. Cautious.
    - G = 1: V cannot be computed; n* = 1.

    Source: Korn and Graubard 1998, Survey Methodology 24, 193-201 (effective n, corrected by t); Franco, Little, Louis
    and Slud 2019, Journal of Survey Statistics and Methodology 7, 334-364 (a comparison; Wilson's with effective n is
    among those they recommend).
    """
    from scipy.stats import t

    p = hits / n
    estimable = (clusters > 1) & (hits > 0) & (hits < n)
    groups, rows, share = clusters[estimable], n[estimable], p[estimable]
    variance = groups / (groups - 1) * between[estimable] / rows**2
    design_effect = np.maximum(1.0, variance / (share * (1 - share) / (rows - 1)))
    correction = (t.ppf(1 - _ALPHA / 2, rows - 1) / t.ppf(1 - _ALPHA / 2, groups - 1)) ** 2
    effective = clusters.astype(np.float64).copy()
    effective[estimable] = np.minimum(rows, rows / design_effect * correction)
    return effective


def _floats(frame: pl.DataFrame, column: str) -> Any:
    return frame[column].to_numpy().astype(np.float64)

"""Wilson's interval at the effective sample size where clusters are unequal or hits are few; worked by hand."""

from collections.abc import Sequence

import numpy as np
import polars as pl
import pytest

from medfrag_assets.statistics.clustered import clustered_mean
from medfrag_assets.statistics.intervals import effective_n, unvaried_error, wilson, wilson_clustered
from medfrag_assets_tests.benchmarks.coverage import clustered_share


def _effective(rows: Sequence[float], hits: Sequence[float]) -> float:
    return float(effective_n(np.array(rows), np.array(hits), np.zeros(len(rows), dtype=np.int64), 1)[0])


def test_unequal_clusters_by_hand() -> None:
    # Eight clusters of one row, half of them hit, four of two rows, all or none: n = 16, p = 1/2.
    # V = (8 · .25 · 16/15 + 4 · 16/14) / 256 = .026190, V0 = .25/15: deff = 1.571429 = d, above Σn_g²/n = 1.5.
    # ρ = 1: df = 24²/72 - 1 = 7. t_15 = 2.131450, t_7 = 2.364624: n* = 16 / 1.571429 · (2.131450/2.364624)².
    assert _effective([1.0] * 8 + [2.0] * 4, [1, 0] * 4 + [2, 2, 0, 0]) == pytest.approx(8.2728, abs=1e-4)


def test_few_hits_that_come_together_by_hand() -> None:
    # Ten clusters of four rows, two of them with two hits: p = .1, V = 10/9 · 6.4 / 1600, V0 = .09/39, deff = 1.925926.
    # d = deff + .925926 · 1.925926/4 = 2.371742; t_39 = 2.022691, t_9 = 2.262157.
    assert _effective([4.0] * 10, [2.0, 2.0] + [0.0] * 8) == pytest.approx(13.4836, abs=1e-3)


def test_a_share_of_zero_counts_unequal_clusters_by_their_size() -> None:
    # (1 + 1 + 2)² / (1 + 1 + 4)
    assert _effective([1.0, 1, 2], [0.0, 0, 0]) == pytest.approx(16 / 6)


@pytest.mark.parametrize(("rows", "hits", "expected"), [([3.0], [2.0], 1), ([], [], 0), ([0.0, 1], [0.0, 1], 1)])
def test_one_cluster_is_one_observation_and_none_is_none(rows: list[float], hits: list[float], expected: int) -> None:
    assert _effective(rows, hits) == expected


def test_one_large_cluster_among_small_ones_is_hardly_more_than_one_observation() -> None:
    assert 1 <= _effective([500.0, 1, 1, 1], [250.0, 1, 0, 1]) < 3


def test_effective_rows_are_never_more_than_rows() -> None:
    generator = np.random.default_rng(4)
    sizes = generator.integers(1, 9, (200, 15)).astype(np.float64)
    hits = generator.binomial(sizes.astype(int), 0.4).astype(np.float64)
    found = effective_n(sizes.ravel(), hits.ravel(), np.repeat(np.arange(200), 15), 200)
    assert (found >= 1).all()
    assert (found <= sizes.sum(axis=1)).all()


def test_the_simulation_takes_the_interval_of_the_tables() -> None:
    sizes, hits = np.array([1, 2, 3, 2]), np.array([1, 0, 2, 1])
    rows = pl.DataFrame(
        {
            "cell": "c",
            "cluster": np.repeat(np.arange(4), sizes),
            "hit": [place < hits[group] for group in range(4) for place in range(sizes[group])],
        }
    )
    low, high = clustered_share(hits[None].astype(np.float64), sizes.astype(np.float64))
    (found,) = wilson_clustered(rows, ["cell"], "hit", "cluster").iter_rows(named=True)
    assert (found["low"], found["high"]) == pytest.approx((low[0], high[0]), abs=1e-12)


def test_clustered_mean_of_unequal_groups_by_hand() -> None:
    # Sums 2, 0, 1 and 3 of 2, 1, 1 and 4 values: n = 8, m = .75; residuals .5, -.75, .25, 0 over 1 - n_g/n = 6/8, 7/8,
    # 7/8: V = (.25 · 8/6 + .5625 · 8/7 + .0625 · 8/7) / 64. df = 22²/(16 + 1 + 1 + 256) - 1 = .766423.
    from scipy.stats import t

    values, groups = [1, 1, 0, 1, 0.5, 1, 1, 0.5], [0, 0, 1, 2, 3, 3, 3, 3]
    half = t.ppf(0.975, 22**2 / 274 - 1) * np.sqrt((0.25 * 8 / 6 + 0.625 * 8 / 7) / 64)
    found = clustered_mean(values, groups)
    assert found[:3] == pytest.approx((0.75, 0.75 - half, 0.75 + half), abs=1e-12)
    assert found.groups == 4


def test_the_error_of_what_did_not_vary() -> None:
    _, high = wilson(0, 50)
    assert high is not None
    assert unvaried_error(50) == pytest.approx(high / 2 / 1.959964, abs=1e-6)
    assert unvaried_error(50) == pytest.approx(0.0182, abs=1e-4)

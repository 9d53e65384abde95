"""Paired differences, mid-p McNemar and the correction of p-values, against hand computation and libraries."""

from fractions import Fraction
from math import comb, nan, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from medfrag_assets.statistics.clustered import clustered_mean, sign_flip_p
from medfrag_assets.statistics.intervals import wilson
from medfrag_assets.statistics.paired import (
    adjusted,
    group_sums,
    mcnemar_mid_p,
    paired_differences,
    paired_share_ends,
    paired_sign_flips,
)

# McNemar


def test_mid_p_by_hand() -> None:
    # One and six: P(X <= 1) = 8/128, P(X = 1) = 7/128, 2 · 8/128 - 7/128 = 9/128.
    assert mcnemar_mid_p([1, 6], [6, 1]) == pytest.approx([9 / 128, 9 / 128], abs=1e-12)


def _exactly(one: int, other: int) -> Fraction:
    total, fewer = one + other, min(one, other)
    below = sum(comb(total, count) for count in range(fewer))
    return Fraction(2 * below + comb(total, fewer), 2**total)


def test_mid_p_is_the_exact_one() -> None:
    grid = [(one, other) for one in range(40) for other in range(40)] + [(130, 190), (259, 261), (0, 520), (520, 0)]
    found = mcnemar_mid_p([one for one, _ in grid], [other for _, other in grid])
    assert found == pytest.approx([float(_exactly(*pair)) for pair in grid], abs=1e-9)


def test_mid_p_is_the_exact_test_of_statsmodels_without_half_of_both_points() -> None:
    from scipy.stats import binom
    from statsmodels.stats.contingency_tables import mcnemar

    exact = mcnemar([[5, 9], [3, 5]], exact=True).pvalue
    assert float(mcnemar_mid_p(9, 3)) == pytest.approx(exact - binom.pmf(3, 12, 0.5), abs=1e-12)


@pytest.mark.parametrize("count", [0, 1, 7, 260])
def test_as_many_on_both_sides_is_no_evidence(count: int) -> None:
    assert float(mcnemar_mid_p(count, count)) == pytest.approx(1, abs=1e-12)


def test_numbers_of_images_are_not_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        mcnemar_mid_p([-1], [3])


# Differences


def test_differences_by_hand() -> None:
    # First column: 1, 0, 1, 0 against 0, 0, 0, 0. Differences 1, 0, 1, 0: mean 1/2, variance 1/3, error √(1/12),
    # t_3 = 3.1824: half the width is 0.9187. Second column: one image is missing on either side, two are left.
    first = np.array([[1, 1], [0, nan], [1, 0.5], [0, 0]])
    second = np.array([[0, 0.5], [0, 1], [0, 0.5], [0, nan]])
    found = paired_differences(first, second, np.arange(4))
    assert found.n.tolist() == [4, 2]
    assert found.first == pytest.approx([0.5, 0.75])
    assert found.second == pytest.approx([0, 0.5])
    assert found.difference == pytest.approx([0.5, 0.25])
    assert (found.low[0], found.high[0]) == pytest.approx((0.5 - 0.9187, 0.5 + 0.9187), abs=1e-4)


def test_single_images_leave_the_paired_t_interval() -> None:
    from scipy.stats import ttest_rel

    generator = np.random.default_rng(1)
    first, second = generator.random(30), generator.random(30)
    found = paired_differences(first[:, None], second[:, None], np.arange(30))
    low, high = ttest_rel(first, second).confidence_interval()
    assert (found.low[0], found.high[0]) == pytest.approx((low, high), abs=1e-12)


def test_a_column_is_what_it_is_alone() -> None:
    generator = np.random.default_rng(2)
    groups = generator.permutation(np.repeat(np.arange(20), 3))
    first, second = generator.random((2, 60, 3))
    first[generator.permutation(60)[:2]] = nan
    first[5, 0] = second[7, 1] = nan
    found, p = paired_differences(first, second, groups), paired_sign_flips(first, second, groups)
    for column in range(3):
        differences = first[:, column] - second[:, column]
        alone = clustered_mean(differences, groups)
        assert (found.difference[column], found.low[column], found.high[column]) == pytest.approx(alone[:3], abs=1e-9)
        assert p[column] == sign_flip_p(differences, groups)


def test_images_of_one_group_count_as_one() -> None:
    # Every image twice: the same estimate and, as groups, the same interval; as images of their own a narrower one.
    generator = np.random.default_rng(3)
    values = generator.random((20, 1))
    once = paired_differences(values, np.zeros_like(values), np.arange(20))
    twice, zeros, groups = np.repeat(values, 2, axis=0), np.zeros((40, 1)), np.repeat(np.arange(20), 2)
    grouped, apart = paired_differences(twice, zeros, groups), paired_differences(twice, zeros, np.arange(40))
    assert np.allclose([grouped.low, grouped.high], [once.low, once.high])
    assert apart.high - apart.low < 0.75 * (grouped.high - grouped.low)


def test_without_images_or_variation_there_is_no_interval() -> None:
    values = np.array([[nan, 1.0], [nan, 1.0]])
    found = paired_differences(values, np.array([[1.0, 0.0], [1.0, 0.0]]), np.arange(2))
    assert found.n.tolist() == [0, 2]
    assert np.isnan(found.difference[0])
    assert found.difference[1] == 1
    assert np.isnan([*found.low, *found.high]).all()
    assert np.isnan(paired_sign_flips(values, np.zeros((2, 2)), np.arange(2))).tolist() == [True, False]


def test_difference_of_shares_by_hand() -> None:
    # Eight images, one decision each: 6 right and 4 right, 4 of them both. Wilson's interval of .75 is .4093 to .9285,
    # that of .5 is .2152 to .7848. r = (4/8 - 3/8) / √(3/16 · 1/4) = .57735.
    first, second = np.array([1.0] * 6 + [0] * 2), np.array([1.0] * 4 + [0] * 4)
    (low, up), (least, most) = wilson(6, 8), wilson(4, 8)
    assert (low, up, least, most) == pytest.approx((0.4093, 0.9285, 0.2152, 0.7848), abs=1e-4)
    left = sqrt(0.3407**2 - 2 * 0.57735 * 0.3407 * 0.2848 + 0.2848**2)
    right = sqrt(0.1785**2 - 2 * 0.57735 * 0.1785 * 0.2848 + 0.2848**2)
    found = paired_share_ends(first, second, np.arange(8), (1, 1))
    assert found == pytest.approx((0.25 - left, 0.25 + right), abs=2e-4)
    swapped = paired_share_ends(second, first, np.arange(8), (1, 1))
    assert swapped == pytest.approx((-found[1], -found[0]))


def test_a_share_that_does_not_vary_leaves_what_the_other_one_is_uncertain_by() -> None:
    right, some = np.ones(10), np.array([1.0] * 5 + [0.0] * 5)
    low, high = paired_share_ends(right, some, np.arange(10), (1, 12))
    assert low < 0.5 < high <= 1


def test_random_patterns_count_half_of_what_is_equal() -> None:
    # Thirteen images of which the first got right 8 alone and the second 5: McNemar's mid-p, but for chance.
    differences = np.array([1.0] * 8 + [-1.0] * 5)
    p = sign_flip_p(differences, np.arange(13), flips=99_999)
    assert p == pytest.approx(float(mcnemar_mid_p(8, 5)), abs=0.006)
    exact = sign_flip_p(differences[1:], np.arange(12))
    assert exact == pytest.approx(float(mcnemar_mid_p(7, 5)) + comb(12, 5) / 2**12)


def test_group_sums() -> None:
    assert group_sums(np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([1, 0, 1])).tolist() == [[3, 4], [6, 8]]


# Correction


def test_holm_by_hand() -> None:
    # .01 · 3, .03 · 2, and .04 · 1, which may not fall below the one before it.
    assert adjusted([0.01, 0.04, None, 0.03], "holm") == [
        pytest.approx(0.03),
        pytest.approx(0.06),
        None,
        pytest.approx(0.06),
    ]


def test_benjamini_hochberg_by_hand() -> None:
    # .01 · 3/1, .03 · 3/2 and .04 · 3/3, none above the one after it.
    found = adjusted([0.01, 0.04, None, 0.03], "benjamini_hochberg")
    assert found == [pytest.approx(0.03), pytest.approx(0.04), None, pytest.approx(0.04)]


def test_nothing_to_correct() -> None:
    assert adjusted([], "holm") == []
    assert adjusted([None, None], "benjamini_hochberg") == [None, None]


@pytest.mark.parametrize("p_values", [[0.2], [0.01, 0.01, 0.9], list(np.random.default_rng(5).random(40) ** 4)])
def test_correction_is_that_of_statsmodels(p_values: list[float]) -> None:
    from statsmodels.stats.multitest import multipletests

    assert adjusted(p_values, "holm") == pytest.approx(multipletests(p_values, method="holm")[1], abs=1e-9)
    found = adjusted(p_values, "benjamini_hochberg")
    assert found == pytest.approx(multipletests(p_values, method="fdr_bh")[1], abs=1e-9)


@given(some.lists(some.none() | some.floats(0, 1), max_size=12))
@settings(deadline=None)
def test_correction_only_raises_and_holm_the_most(p_values: list[float | None]) -> None:
    holm, hochberg = adjusted(p_values, "holm"), adjusted(p_values, "benjamini_hochberg")
    for p, strict, lenient in zip(p_values, holm, hochberg, strict=True):
        if p is None or strict is None or lenient is None:
            assert p is strict is lenient is None
        else:
            assert p <= lenient + 1e-12 <= strict + 2e-12 <= 1 + 2e-12

"""What the option scores tell: AUROC, Brier score and calibration of the probability of the positive side."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import Asked, Codes, Floats, some
from medfrag_assets.statistics.bootstrap import group_weights, percentiles, resampled, sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates
from medfrag_assets.statistics.estimates import estimate_rows

_BINS = 10


def score_metrics(asked: Asked) -> pl.DataFrame:
    """`auroc`, `brier` and `ece` by wording and pooled, from the log-odds of the positive option.

    The probability of the positive side is the softmax of the two options' log-probabilities, the logistic function of
    the log-odds. Rows without a score are left out of n; without any, n is 0 and the rest null.

    - AUROC: the chance that a positive image scores above a negative one, ties half; null where a side has no score.
      Interval: `auroc_with_interval`.
    - Brier score: mean of (probability - truth)², 0 best; t interval by group, cut at 0 and 1.
    - ECE: expected calibration error over ten bins of equal width, Σ_b |Σ_{i in b} (truth_i - probability_i)| / n;
      percentiles of the bootstrap by group. It grows with noise alone, the more so the smaller n.
    Sources: Brier 1950, Monthly Weather Review 78, 1-3; Naeini, Cooper and Hauskrecht 2015, AAAI, 2901-2907.
    """
    put = some(asked.asked, 1)
    prompt_ids = [*(name for name, was_put in zip(asked.prompt_ids, put, strict=True) if was_put), None]
    log_odds = asked.log_odds[put]
    known = ~np.isnan(log_odds) & (asked.positive | asked.negative)
    size = {
        "n": [*known.sum(axis=1), known.sum()],
        "n_images": [*known.sum(axis=1), some(known, 0).sum()],
    }
    truth = np.broadcast_to(asked.positive, known.shape)
    areas = [_auroc(asked, odds, there) for odds, there in [*zip(log_odds, known, strict=True), (log_odds, known)]]
    rows = [
        estimate_rows(asked, ["auroc"], prompt_ids, "delong_clustered", **size, **_named(np.array(areas).T)),
        estimate_rows(asked, ["brier"], prompt_ids, "clustered_t", **size, **_named(_brier(asked, log_odds, truth))),
        estimate_rows(asked, ["ece"], prompt_ids, "bootstrap_by_image", **size, **_named(_ece(asked, log_odds, truth))),
    ]
    return pl.concat(rows)


def auroc_with_interval(scores: Floats, positive: np.ndarray, groups: Codes) -> tuple[float, float, float]:
    """AUROC of clustered scores with its 95 % interval; NaN where it is undefined.

    scores: (n,) finite; positive: (n,) whether the truth is positive; groups: (n,) codes. With M positives and N
    negatives, ψ(x, y) = 1, ½ or 0 as x is above, equal to or below y, and V10 of a positive (V01 of a negative) its
    mean ψ against all of the other side, summed by group:

        var = S10/M + S01/N + 2 S11/(MN)

    with S10, S01 and S11 the between-group sums of squares and products of Obuchowski. Single-row groups leave DeLong's
    variance exactly. The interval is symmetric on the logit scale, with t of the number of groups less one. Ends are
    NaN at an AUROC of 0 or 1, where the variance vanishes, and with fewer than two groups on a side.
    Sources: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44, 837-845; Obuchowski 1997, Biometrics 53, 567-578.
    """
    from scipy.special import stdtrit

    above, below = scores[positive], scores[~positive]
    m, n = len(above), len(below)
    if not m or not n:
        return np.nan, np.nan, np.nan
    count = int(groups.max()) + 1
    v10, v01 = _share_below(above, below), 1 - _share_below(below, above)
    area = float(v10.mean())
    of_positive = np.bincount(groups[positive], minlength=count)
    of_negative = np.bincount(groups[~positive], minlength=count)
    spread10 = np.bincount(groups[positive], v10, count) - of_positive * area
    spread01 = np.bincount(groups[~positive], v01, count) - of_negative * area
    i10, i01, i = (int((sizes > 0).sum()) for sizes in (of_positive, of_negative, of_positive + of_negative))
    if i10 < 2 or i01 < 2 or area in (0.0, 1.0):
        return area, np.nan, np.nan
    s10 = i10 / ((i10 - 1) * m) * (spread10**2).sum()
    s01 = i01 / ((i01 - 1) * n) * (spread01**2).sum()
    s11 = i / (i - 1) * (spread10 * spread01).sum()
    variance = max(0.0, s10 / m + s01 / n + 2 * s11 / (m * n))
    half = stdtrit(i - 1, 0.975) * np.sqrt(variance) / (area * (1 - area))
    middle = np.log(area / (1 - area))
    return area, float(1 / (1 + np.exp(half - middle))), float(1 / (1 + np.exp(-half - middle)))


def _share_below(these: Floats, others: Floats) -> Floats:
    """Of each of `these`, the share of `others` that are smaller, equal ones half."""
    ordered = np.sort(others)
    found: Floats = (ordered.searchsorted(these, "left") + ordered.searchsorted(these, "right")) / (2 * len(others))
    return found


def _auroc(asked: Asked, log_odds: Floats, known: np.ndarray) -> tuple[float, float, float]:
    positive, groups = (
        np.broadcast_to(part, known.shape)[known] for part in (asked.positive.squeeze(0), asked.images.groups)
    )
    return auroc_with_interval(log_odds[known], positive, groups)


def _probability(log_odds: Floats) -> Floats:
    from scipy.special import expit

    probability: Floats = expit(log_odds)
    return probability


def _brier(asked: Asked, log_odds: Floats, truth: np.ndarray) -> Floats:
    """(3, W + 1): estimate, low and high by wording and pooled."""
    squares = (_probability(log_odds) - truth) ** 2
    known = ~np.isnan(squares)
    images = asked.images
    sums, sizes = (
        sums_by_group(part, images.groups, images.group_count) for part in (np.where(known, squares, 0.0), known)
    )
    return np.clip(np.stack(ratio_estimates(_and_pooled(sums), _and_pooled(sizes))), 0, 1)


def _ece(asked: Asked, log_odds: Floats, truth: np.ndarray) -> Floats:
    """(3, W + 1): estimate, low and high by wording and pooled."""
    probability = _probability(log_odds)
    known = ~np.isnan(probability)
    place = np.minimum(np.nan_to_num(probability) * _BINS, _BINS - 1).astype(np.int64)
    gap = np.where(known, truth - probability, 0.0)
    by_bin = np.stack([np.where(place == number, gap, 0.0) for number in range(_BINS)] + [known.astype(np.float64)])
    sums = _and_pooled(sums_by_group(by_bin, asked.images.groups, asked.images.group_count))
    low, high = percentiles(_calibration_error(resampled(group_weights(asked), sums)))
    return np.stack([_calibration_error(sums.sum(axis=0)), low, high])


def _calibration_error(sums: Floats) -> Floats:
    """(…, bins + 1, k) gaps of the bins, and rows -> (…, k); NaN without rows."""
    with np.errstate(invalid="ignore", divide="ignore"):
        error: Floats = np.abs(sums[..., :-1, :]).sum(axis=-2) / sums[..., -1, :]
    return error


def _and_pooled(sums: Floats) -> Floats:
    """(…, W) -> (…, W + 1): the sum over wordings behind them."""
    return np.concatenate([sums, sums.sum(axis=-1, keepdims=True)], axis=-1)


def _named(numbers: Floats) -> dict[str, Floats]:
    return dict(zip(("estimate", "low", "high"), numbers, strict=True))

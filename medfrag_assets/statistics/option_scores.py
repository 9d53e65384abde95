"""What the option scores know: how well they rank the sides (AUROC), and how well they are calibrated (Brier, ECE).

The probability of the positive side is the softmax of both options' log-probabilities: 1 / (1 + exp(-log-odds)).
"""

from typing import NamedTuple

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import Asked, Codes, Floats, Mask, some
from medfrag_assets.statistics.bootstrap import group_weights, percentiles, resampled, sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates
from medfrag_assets.statistics.estimates import SCHEMA, estimate_rows

BINS = 10
_LEVEL = 0.95


class Auroc(NamedTuple):
    """Area under the ROC curve with its 95 % interval; NaN where undefined."""

    estimate: float
    low: float
    high: float


_UNKNOWN = Auroc(np.nan, np.nan, np.nan)


def option_score_metrics(asked: Asked) -> pl.DataFrame:
    """`auroc`, `brier` and `ece` of one protocol on the image itself, by wording and pooled over rows.

    n counts rows with a score and a known side; no rows at all where the cell has no score.
    """
    scored = ~np.isnan(asked.log_odds) & (asked.positive | asked.negative)
    put = some(scored, 1)
    if not put.any():
        return pl.DataFrame(schema=SCHEMA)
    prompt_ids = [*(prompt_id for prompt_id, was_put in zip(asked.prompt_ids, put, strict=True) if was_put), None]
    size = {
        "n": [*scored[put].sum(axis=1), scored.sum()],
        "n_images": [*scored[put].sum(axis=1), some(scored, 0).sum()],
    }
    areas = np.array([_auroc_of(asked, scored[[place]], [place]) for place in np.flatnonzero(put)])
    areas = np.concatenate([areas, [_auroc_of(asked, scored, slice(None))]])
    errors = _errors(asked, scored)
    found = {
        ("auroc", "delong_clustered"): tuple(areas.T),
        ("brier", "clustered_t"): _brier(asked, scored, errors, put),
        ("ece", "bootstrap_by_image"): _ece(asked, scored, errors, put),
    }
    return pl.concat(
        [
            estimate_rows(asked, [metric], prompt_ids, method, **size, estimate=estimate, low=low, high=high)
            for (metric, method), (estimate, low, high) in found.items()
        ]
    )


def _auroc_of(asked: Asked, scored: Mask, wordings: list[np.intp] | slice) -> Auroc:
    groups = np.broadcast_to(asked.images.groups, scored.shape)[scored]
    return auroc(asked.log_odds[wordings][scored], np.broadcast_to(asked.positive, scored.shape)[scored], groups)


def auroc(scores: Floats, positive: Mask, groups: Codes) -> Auroc:
    """Share of pairs of a positive and a negative row in which the positive one scores higher, ties counted half.

    scores: (n,) finite; positive: (n,) side; groups: (n,) codes of what is independent. NaN without rows on both sides.
    The interval is Obuchowski's for clustered data: DeLong's variance with the placements of a group added up before
    they are squared. With V a row's placement (the share of the other side's rows it beats), A the area, and over the I
    groups the sums P_g = Σ (V - A) of positive rows and N_g of negative ones:

        var = I+/(I+ - 1) Σ P_g²/m² + I-/(I- - 1) Σ N_g²/n² + 2 I/(I - 1) Σ P_g N_g / (m n)

    with m positive and n negative rows and I+ and I- groups that have such. It is taken on the logit, with t of
    min(I+, I-) - 1 degrees of freedom, so that it stays within 0 and 1. Ends NaN at 0 and 1, and with one group on a
    side.
    Source: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44, 837-845; Obuchowski 1997, Biometrics 53, 567-578;
    Pepe 2003, The Statistical Evaluation of Medical Tests, section 5.2 (logit).
    """
    from scipy.special import expit, logit, stdtrit

    m, n = int(positive.sum()), int((~positive).sum())
    if not m or not n:
        return _UNKNOWN
    placed = _placements(scores, positive)
    area = float(placed[positive].mean())
    count = int(groups.max()) + 1
    own, other = (np.bincount(groups[side], minlength=count) > 0 for side in (positive, ~positive))
    above, below = (np.bincount(groups[s], placed[s] - area, count) / s.sum() for s in (positive, ~positive))
    smaller, groups_here = min(own.sum(), other.sum()), (own | other).sum()
    if smaller < 2 or not 0 < area < 1:
        return Auroc(area, np.nan, np.nan)
    variance = sum(has.sum() / (has.sum() - 1) * (part**2).sum() for has, part in ((own, above), (other, below)))
    variance += 2 * groups_here / (groups_here - 1) * (above * below).sum()
    half = stdtrit(smaller - 1, (1 + _LEVEL) / 2) * np.sqrt(max(variance, 0.0)) / (area * (1 - area))
    low, high = expit(logit(area) - half), expit(logit(area) + half)
    return Auroc(area, float(low), float(high)) if variance > 0 else Auroc(area, np.nan, np.nan)


def _placements(scores: Floats, positive: Mask) -> Floats:
    """(n,) share of the other side's rows that a row beats: lower ones for a positive row, higher ones otherwise."""
    from scipy.stats import rankdata

    ranks, placed = rankdata(scores), np.empty(len(scores))
    for side in (positive, ~positive):
        beaten = (ranks[side] - rankdata(scores[side])) / (len(scores) - side.sum())
        placed[side] = beaten if side is positive else 1 - beaten
    return placed


def _errors(asked: Asked, scored: Mask) -> Floats:
    """(W, I) probability of positive minus whether it is so, -1 to 1; 0 where there is no score."""
    from scipy.special import expit

    errors: Floats = np.where(scored, expit(asked.log_odds) - asked.positive, 0.0)
    return errors


def _with_pooled(values: Floats, put: Mask) -> Floats:
    """(..., W) -> (..., wordings put + 1): the sum over all wordings last."""
    return np.concatenate([values[..., put], values.sum(axis=-1, keepdims=True)], axis=-1)


def _brier(asked: Asked, scored: Mask, errors: Floats, put: Mask) -> tuple[Floats, Floats, Floats]:
    """Brier score: mean of (p - y)², 0 best, 1/4 for a constant one half; t interval clustered by group.

    The ends are cut to 0 and 1. Source: Brier 1950, Monthly Weather Review 78, 1-3.
    """
    groups, count = asked.images.groups, asked.images.group_count
    squares, sizes = (_with_pooled(sums_by_group(part, groups, count), put) for part in (errors**2, scored))
    estimate, low, high = ratio_estimates(squares, sizes)
    return estimate, np.maximum(low, 0), np.minimum(high, 1)


def _ece(asked: Asked, scored: Mask, errors: Floats, put: Mask) -> tuple[Floats, Floats, Floats]:
    """Expected calibration error of the probability of positive.

    Over 10 bins of equal width, with n_b rows each,

        Σ n_b/n |mean p - share positive|  =  Σ |Σ_b (p - y)| / n,   0 best.

    Positively biased in small samples, and more so in resamples: the interval is the basic bootstrap's by group, which
    mirrors the resamples at the estimate, cut to 0 and 1.
    Source: Naeini, Cooper and Hauskrecht 2015, AAAI; Davison and Hinkley 1997, section 5.2.1 (basic bootstrap).
    """
    groups, count = asked.images.groups, asked.images.group_count
    bins = np.clip(((errors + asked.positive) * BINS).astype(np.int64), 0, BINS - 1)
    wordings = len(errors)
    place = (groups * BINS + bins) * wordings + np.arange(wordings)[:, None]
    sums = np.bincount(place.ravel(), errors.ravel(), count * BINS * wordings).astype(np.float64)
    signed = _with_pooled(sums.reshape(count, BINS, wordings), put)
    sizes = _with_pooled(sums_by_group(scored, groups, count), put)
    estimate = np.abs(signed.sum(axis=0)).sum(axis=0) / sizes.sum(axis=0)
    weights = group_weights(asked)
    with np.errstate(invalid="ignore", divide="ignore"):
        drawn = np.abs(resampled(weights, signed)).sum(axis=1) / resampled(weights, sizes)
    low, high = percentiles(drawn)
    return estimate, np.clip(2 * estimate - high, 0, 1), np.clip(2 * estimate - low, 0, 1)

"""Balanced accuracy and Matthews' correlation of the answered, by wording and pooled, with intervals."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, Asked, Floats, some
from medfrag_assets.statistics.bootstrap import group_weights, percentiles, resampled, sums_by_group
from medfrag_assets.statistics.estimates import estimate_rows
from medfrag_assets.statistics.intervals import wilson_of_clusters

_MOVER = "mover_wilson_clustered"


def balanced_and_mcc(asked: Asked) -> pl.DataFrame:
    """`balanced_accuracy` and `mcc` by wording and pooled, `balanced_accuracy_90` pooled (the same, 90 % interval).

    Both count answered rows only: coverage must be read beside them. Null where a side has no answer and, for MCC,
    where all answers are of one side. Interval of balanced accuracy: `mean_of_sides_ends`; of MCC: percentiles of the
    bootstrap by group (`bootstrap.group_weights`), null where all resamples agree.
    """
    counts = _counts(asked)
    put = some(asked.asked, 1)
    prompt_ids = [*(prompt_id for prompt_id, was_put in zip(asked.prompt_ids, put, strict=True) if was_put), None]
    sums = np.concatenate([counts[:, :, put], counts.sum(axis=2, keepdims=True)], axis=2)
    total = sums.sum(axis=0)
    answered = asked.answered
    size = {
        "n": [*answered[put].sum(axis=1), answered.sum()],
        "n_images": [*answered[put].sum(axis=1), some(answered, 0).sum()],
    }
    pooled = {name: values[-1] for name, values in size.items()}
    balanced = {"estimate": mean_of_sides(total), **_named(mean_of_sides_ends(sums))}
    narrow = {"estimate": balanced["estimate"][-1:], **_named(mean_of_sides_ends(sums[:, :, -1:], 0.90))}
    correlation = {"estimate": mcc(total), **_named(percentiles(mcc(resampled(group_weights(asked), sums))))}
    parts = [
        estimate_rows(asked, ["balanced_accuracy"], prompt_ids, _MOVER, **size, **balanced),
        estimate_rows(asked, ["mcc"], prompt_ids, "bootstrap_by_image", **size, **correlation),
        estimate_rows(asked, ["balanced_accuracy_90"], [None], _MOVER, **pooled, **narrow),
    ]
    return pl.concat(parts)


def _named(ends: tuple[Floats, Floats]) -> dict[str, Floats]:
    return dict(zip(("low", "high"), ends, strict=True))


def _counts(asked: Asked) -> Floats:
    """(G, 4, W) of each group and wording: right and all answers on positive images, right and all on negative."""
    positive, negative = asked.answered & asked.positive, asked.answered & asked.negative
    masks = np.stack(
        [positive & (asked.verdict == POSITIVE), positive, negative & (asked.verdict == NEGATIVE), negative]
    )
    return sums_by_group(masks, asked.images.groups, asked.images.group_count)


def mean_of_sides(counts: Floats) -> Floats:
    """(…, 4, k) right and all answers on both sides -> (…, k) balanced accuracy; NaN where a side has no answer.

    (right positive / positive + right negative / negative) / 2: one half for any answer that ignores the image.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        sides: Floats = (counts[..., 0, :] / counts[..., 1, :] + counts[..., 2, :] / counts[..., 3, :]) / 2
    return sides


def mean_of_sides_ends(counts: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """(G, 4, k) right and all answers on both sides, by group -> ends (k,) of the interval of `mean_of_sides`.

    With p_s the share right on a side, l_s and u_s the ends of its own interval (`intervals.effective_n`), and r the
    correlation of both shares, that of their groups' residuals r_gs - p_s a_gs (0 where no group has both sides):

        low  = ½ (p_1 + p_2) - ½ √((p_1 - l_1)² + (p_2 - l_2)² + 2 r (p_1 - l_1)(p_2 - l_2)),  high with u_s - p_s

    It keeps what makes Wilson's interval cover near 0 and 1 and with few groups, where the bootstrap is too narrow. NaN
    where a side has no answer.
    Source: Zou and Donner 2008, Statistics in Medicine 27, 1693-1702 (limits of a sum from those of its terms, MOVER).
    """
    right, answers = counts[:, 0::2], counts[:, 1::2]
    kept = answers.shape[1:]
    codes = np.broadcast_to(np.arange(kept[0] * kept[1]).reshape(kept), answers.shape)
    flat = wilson_of_clusters(answers.ravel(), right.ravel(), codes.ravel(), kept[0] * kept[1], level)
    share, low, high = (part.reshape(kept) for part in (flat.estimate, flat.low, flat.high))
    residuals = right - np.nan_to_num(share) * answers
    spread = (residuals**2).sum(axis=0).prod(axis=0)
    together = residuals.prod(axis=1).sum(axis=0)
    correlation = np.divide(together, np.sqrt(spread), out=np.zeros(kept[1]), where=spread > 0)
    below, above = (_root_of_sum(part, correlation) / 2 for part in (share - low, high - share))
    return share.mean(axis=0) - below, share.mean(axis=0) + above


def _root_of_sum(distances: Floats, correlation: Floats) -> Floats:
    """(2, k), (k,) -> (k,) √(a² + b² + 2 r a b)."""
    first, second = distances
    root: Floats = np.sqrt(np.maximum(first**2 + second**2 + 2 * correlation * first * second, 0))
    return root


def mcc(counts: Floats) -> Floats:
    """(…, 4, k) right and all answers on both sides -> (…, k) Matthews' correlation coefficient, -1 to 1.

        (TP · TN - FP · FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))

    NaN, not 0, where a factor is 0: one side without an answer, or one verdict for all.
    Source: Matthews 1975, Biochimica et Biophysica Acta 405, 442-451.
    """
    true_positive, positive = counts[..., 0, :], counts[..., 1, :]
    true_negative, negative = counts[..., 2, :], counts[..., 3, :]
    false_positive, false_negative = negative - true_negative, positive - true_positive
    says_positive, says_negative = true_positive + false_positive, true_negative + false_negative
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Floats = (true_positive * true_negative - false_positive * false_negative) / np.sqrt(
            says_positive * positive * negative * says_negative
        )
    return found

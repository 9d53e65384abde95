"""Balanced accuracy and Matthews' correlation of the answered, by wording and pooled, with bootstrap intervals."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, Asked, Floats, some
from medfrag_assets.statistics.bootstrap import group_weights, percentiles, resampled, sums_by_group
from medfrag_assets.statistics.estimates import estimate_rows


def balanced_and_mcc(asked: Asked) -> pl.DataFrame:
    """`balanced_accuracy` and `mcc` by wording and pooled, `balanced_accuracy_90` pooled (the same, 90 % interval).

    Both count answered rows only: coverage must be read beside them. Null where a side has no answer and, for MCC,
    where all answers are of one side; ends null where all resamples agree. Intervals: percentiles of the bootstrap by
    group (`bootstrap.group_weights`).
    """
    counts = _counts(asked)
    put = some(asked.asked, 1)
    prompt_ids = [*(prompt_id for prompt_id, was_put in zip(asked.prompt_ids, put, strict=True) if was_put), None]
    sums = np.concatenate([counts[:, :, put], counts.sum(axis=2, keepdims=True)], axis=2)
    total = sums.sum(axis=0)
    drawn = resampled(group_weights(asked), sums)
    answered = asked.answered
    n_images = [*answered[put].sum(axis=1), some(answered, 0).sum()]
    size = {"n": [*answered[put].sum(axis=1), answered.sum()], "n_images": n_images}
    balanced, correlation = mean_of_sides(drawn), mcc(drawn)
    ends = [percentiles(balanced), percentiles(correlation)]
    numbers = {
        "estimate": np.stack([mean_of_sides(total), mcc(total)]),
        "low": np.stack([low for low, _ in ends]),
        "high": np.stack([high for _, high in ends]),
    }
    low, high = percentiles(balanced[:, -1:], 0.90)
    narrow = {"estimate": mean_of_sides(total)[-1], "low": low, "high": high}
    pooled = {name: values[-1] for name, values in size.items()}
    return pl.concat(
        [
            estimate_rows(asked, ["balanced_accuracy", "mcc"], prompt_ids, "bootstrap_by_image", **size, **numbers),
            estimate_rows(asked, ["balanced_accuracy_90"], [None], "bootstrap_by_image", **pooled, **narrow),
        ]
    )


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

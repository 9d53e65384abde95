"""What an answer owes to the form of the question: yes or no, which option comes first, a suffix."""

from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, REFUSED, Asked, Codes, some
from medfrag_assets.statistics.bootstrap import sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates, sign_flip_ps
from medfrag_assets.statistics.estimates import SCHEMA, estimate_rows
from medfrag_assets.statistics.shares import pooled_share

_PLAIN = "plain"
Pairs = list[tuple[int, int]]


def polarity_metrics(asked: Asked) -> pl.DataFrame:
    """`polarity_consistency` and `acquiescence`, over images and pairs of a positive and an inverted yes/no wording.

    Pairs have the same specificity and suffix. Among those that were both answered: the share on the same side, and the
    share of those answered yes both times, which contradict themselves by agreeing (Krosnick 1999, Annual Review of
    Psychology 50, 537-567). Wilson's intervals, clustered by group. No such pair: no rows.
    """
    pairs = _pairs(asked, "yesno", "polarity", ("positive", "inverted"), ("specificity", "suffix"))
    if not pairs:
        return pl.DataFrame(schema=SCHEMA)
    positive, inverted = _verdicts(asked, pairs)
    among = (positive >= 0) & (inverted >= 0)
    both_yes = (positive == POSITIVE) & (inverted == NEGATIVE)
    hits = np.stack([positive == inverted, both_yes])
    metrics = ["polarity_consistency", "acquiescence"]
    return pooled_share(asked, metrics, hits & among, np.stack([among, among]), asked.images.groups)


def order_metrics(asked: Asked) -> pl.DataFrame:
    """`order_agreement` and `order_bias`, over images and pairs of a choice with its options in both orders.

    Pairs have the same meaning, specificity and suffix. Among those that were both answered: the share on the same
    side; and the share of answers that chose the option named first, minus one half, with p from flipping signs of
    whole groups. Wilson's intervals, clustered by group, that of the bias shifted alike. No such pair: no rows.
    """
    pairs = _pairs(asked, "choice", "option_a", ("positive", "negative"), ("meaning", "specificity", "suffix"))
    if not pairs:
        return pl.DataFrame(schema=SCHEMA)
    disease_first, none_first = _verdicts(asked, pairs)
    among = (disease_first >= 0) & (none_first >= 0)
    groups = asked.images.groups
    agree = pooled_share(asked, ["order_agreement"], ((disease_first == none_first) & among)[None], among[None], groups)
    chose_first = np.concatenate([disease_first == POSITIVE, none_first == NEGATIVE])
    twice = np.concatenate([among, among])
    bias = pooled_share(asked, ["order_bias"], (chose_first & twice)[None], twice[None], groups, minus=0.5)
    sums = sums_by_group(np.where(twice, chose_first - 0.5, 0.0), groups, asked.images.group_count)
    p = sign_flip_ps(sums.sum(axis=1, keepdims=True)) if among.any() else [None]
    return pl.concat([agree, bias.with_columns(pl.Series("p_value", p, dtype=pl.Float64))])


def suffix_effects(asked: Asked) -> pl.DataFrame:
    """`suffix_effect_accuracy` and `suffix_effect_refusal`: with a suffix minus plain, paired by wording and image.

    t intervals by group, p from flipping signs of whole groups. No wording asked both ways: no rows.
    """
    names = asked.wordings.select("wording", "suffix").rows()
    plain = {wording: place for place, (wording, suffix) in enumerate(names) if suffix == _PLAIN}
    pairs = [
        (place, plain[wording])
        for place, (wording, suffix) in enumerate(names)
        if wording in plain and suffix not in (_PLAIN, None)
    ]
    if not pairs:
        return pl.DataFrame(schema=SCHEMA)
    first, second = (list(places) for places in zip(*pairs, strict=True))
    among = asked.asked[first] & asked.asked[second]
    outcomes = {"accuracy": asked.correct, "refusal": asked.label == REFUSED}
    return pl.concat(
        [
            paired_differences(asked, f"suffix_effect_{name}", hit[first], hit[second], among)
            for name, hit in outcomes.items()
        ]
    )


def paired_differences(asked: Asked, metric: str, first: Any, second: Any, among: Any) -> pl.DataFrame:
    """Mean difference of two outcomes (K, I) over the rows `among`: pooled, with t interval and p by group."""
    images = asked.images
    differences = np.where(among, first.astype(np.float64) - second, 0.0)
    sums, sizes = (
        sums_by_group(part, images.groups, images.group_count).sum(axis=1, keepdims=True)
        for part in (differences, among)
    )
    if not sizes.any():
        return estimate_rows(asked, [metric], [None], "clustered_t", n=0, n_images=0, estimate=np.nan, low=np.nan,
                             high=np.nan)  # fmt: skip
    numbers = dict(zip(("estimate", "low", "high"), ratio_estimates(sums, sizes), strict=True))
    size = {"n": among.sum(), "n_images": some(among, 0).sum()}
    return estimate_rows(asked, [metric], [None], "clustered_t", **size, **numbers, p_value=sign_flip_ps(sums))


def _pairs(asked: Asked, family: str, differing: str, values: tuple[str, str], alike: tuple[str, ...]) -> Pairs:
    """Places of wordings of a family that are alike but for one column, the one of the first value first."""
    rows = asked.wordings.rows(named=True)
    of_value: Callable[[str], list[int]] = lambda value: [  # noqa: E731
        place for place, row in enumerate(rows) if row["family"] == family and row[differing] == value
    ]
    return [
        (one, other)
        for one in of_value(values[0])
        for other in of_value(values[1])
        if all(rows[one][name] == rows[other][name] for name in alike)
    ]


def _verdicts(asked: Asked, pairs: Pairs) -> tuple[Codes, Codes]:
    """(pairs, I) verdicts of the first and of the second of each pair."""
    first, second = zip(*pairs, strict=True)
    return asked.verdict[list(first)], asked.verdict[list(second)]

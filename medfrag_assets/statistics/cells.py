"""Every estimate of a cell (one checkpoint on one task), each with n, images and interval.

The metrics lie in rooms of their own: `shares`, `balanced`, `option_scores`, `flips`, `polarity`, `suffixes`,
`reliance`, `protocols`.
"""

from collections.abc import Iterator
from typing import Any

import polars as pl

from medfrag_assets.statistics.arrays import Asked, asked_arrays
from medfrag_assets.statistics.balanced import balanced_and_mcc
from medfrag_assets.statistics.estimates import SCHEMA, WHERE
from medfrag_assets.statistics.flips import flip_rate
from medfrag_assets.statistics.option_scores import option_score_metrics
from medfrag_assets.statistics.polarity import polarity_and_order
from medfrag_assets.statistics.protocols import protocol_effects
from medfrag_assets.statistics.reliance import reliance
from medfrag_assets.statistics.shares import shares
from medfrag_assets.statistics.suffixes import suffix_effects

_ON_THE_IMAGE = (flip_rate, balanced_and_mcc, option_score_metrics, polarity_and_order, suffix_effects)


def cell_statistics(
    answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame, option_scores: pl.DataFrame
) -> pl.DataFrame:
    """All estimates of one cell, with the columns of the table `statistics` that do not name the cell.

    answers, option_scores: the cell's tables, the second possibly empty; images, prompts: the task's. One row per
    protocol, control, wording and metric, and one with a null wording for all closed wordings pooled. Metrics:

    - under every control, by wording and pooled: the shares of `shares.SHARES`, about the truth on the image only;
    - on the image, by wording and pooled: `balanced_accuracy`, `mcc`, and from option scores `auroc`, `brier`, `ece`;
    - on the image, pooled: `flip_rate`, `balanced_accuracy_90`, and, where such wordings were asked,
      `polarity_consistency`, `acquiescence`, `order_agreement`, `order_bias`, `suffix_effect_accuracy` and `_refusal`;
    - under every other control, pooled, against the image: `verdict_changed`, `log_odds_change`, and under `blank` and
      `no_image` the quadrants of `reliance.QUADRANTS`;
    - of `as_published`, on the image, by wording and pooled: `protocol_effect_strict_accuracy`, `_coverage` and
      `_refusal`.

    Where a denominator is 0, n is 0 and estimate, low, high and p_value are null. Rows are not independent, and
    intervals say so: see `arrays.asked_arrays` for the unit. No answers: no rows.
    """
    if answers.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    from threadpoolctl import threadpool_limits

    # Matrices are small: threads of BLAS that wait for one another cost more than the work.
    with threadpool_limits(limits=1):
        found = asked_arrays(answers, images, prompts, option_scores)
        return pl.concat(_parts(found)).sort(WHERE)


def pooled_accuracy(statistics: pl.DataFrame) -> dict[str, Any] | None:
    """Of a cell's statistics the headline: strict accuracy, corrected protocol, the image itself, all wordings pooled.

    Null where nothing was asked so.
    """
    pooled = statistics.filter(
        (pl.col("metric") == "strict_accuracy")
        & (pl.col("protocol") == "corrected")
        & (pl.col("control") == "image")
        & pl.col("prompt_id").is_null()
    )
    return next(pooled.iter_rows(named=True), None)


def answered_accuracy(answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame) -> dict[str, Any] | None:
    """The headline of `pooled_accuracy` straight from a cell's answers, before its statistics are made."""
    shown = answers.filter((pl.col("protocol") == "corrected") & (pl.col("control") == "image"))
    if shown.is_empty():
        return None
    (asked,) = asked_arrays(shown, images, prompts)
    return pooled_accuracy(shares(asked))


def _parts(found: list[Asked]) -> Iterator[pl.DataFrame]:
    shown = {asked.protocol: asked for asked in found if asked.control == "image"}
    for asked in found:
        yield shares(asked)
        if asked.control == "image":
            yield from (metrics(asked) for metrics in _ON_THE_IMAGE)
        elif asked.protocol in shown:
            yield reliance(shown[asked.protocol], asked)
    if {"as_published", "corrected"} <= shown.keys():
        yield protocol_effects(shown["as_published"], shown["corrected"])

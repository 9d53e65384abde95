"""Every estimate of a cell (one checkpoint on one task), each with n, images and interval."""

import polars as pl

from medfrag_assets.statistics.arrays import Asked, asked_arrays
from medfrag_assets.statistics.balanced import balanced_and_mcc
from medfrag_assets.statistics.estimates import SCHEMA, WHERE
from medfrag_assets.statistics.flips import flip_rate
from medfrag_assets.statistics.option_scores import score_metrics
from medfrag_assets.statistics.polarity import order_metrics, polarity_metrics, suffix_effects
from medfrag_assets.statistics.protocols import protocol_effects
from medfrag_assets.statistics.reliance import reliance
from medfrag_assets.statistics.shares import shares

_TO_THE_IMAGE = (balanced_and_mcc, score_metrics, flip_rate, polarity_metrics, order_metrics, suffix_effects)


def cell_statistics(
    answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame, option_scores: pl.DataFrame
) -> pl.DataFrame:
    """All estimates of one cell, with the columns of the table `statistics` that do not name the cell.

    answers, option_scores: those of the cell; images, prompts: the task's. One row per protocol, control, wording
    (null: all closed wordings pooled) and metric. What each metric is and how its interval comes about stands with the
    functions that compute it: `shares`, `balanced_and_mcc`, `score_metrics`, `flip_rate`, `polarity_metrics`,
    `order_metrics`, `suffix_effects` (the image itself only), `reliance` (by control), `protocol_effects` (as published
    against corrected). Where an estimate is undefined it is null, with its n.

    Rows are not independent, and intervals say so: the unit is the group of the image that was shown (`asked_arrays`).
    """
    asked = {(one.protocol, one.control): one for one in asked_arrays(answers, images, prompts, option_scores)}
    parts = [pl.DataFrame(schema=SCHEMA)]
    for (protocol, control), one in asked.items():
        parts.append(shares(one))
        if control == "image":
            parts += [metrics(one) for metrics in _TO_THE_IMAGE]
        elif (protocol, "image") in asked:
            parts.append(reliance(asked[protocol, "image"], one))
    parts += _protocols(asked)
    return pl.concat(parts).sort(WHERE)


def _protocols(asked: dict[tuple[str, str], Asked]) -> list[pl.DataFrame]:
    published, corrected = (asked.get((name, "image")) for name in ("as_published", "corrected"))
    return [protocol_effects(published, corrected)] if published and corrected else []

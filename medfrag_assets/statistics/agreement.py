"""How far two raters of the same responses agree: Cohen's kappa with its interval, overall and per label."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from medfrag_assets.study.spec import LABELS, SIDES

# What a rater can say of a response: a side, or why there is none.
OUTCOMES = (*SIDES, *(label for label in LABELS if label != "answered"))
OVERALL = "all"
_SCHEMA = pl.Schema(
    {
        "first": pl.String,
        "second": pl.String,
        "scope": pl.String,
        "n": pl.Int64,
        "agreed": pl.Int64,
        "kappa": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
    }
)


class Kappa(NamedTuple):
    """Cohen's kappa and its 95 % interval over `n` responses, of which `agreed` were read alike.

    Null where it is undefined, because one of the raters said the same of everything or there is nothing to compare.
    """

    n: int
    agreed: int
    kappa: float | None
    low: float | None
    high: float | None


def cohens_kappa(first: Sequence[str], second: Sequence[str], categories: Sequence[str]) -> Kappa:
    """Agreement beyond chance of two raters on the same items, in order.

        kappa = (observed - expected) / (1 - expected)

    with the share of equal ratings and the share expected from both raters' own frequencies; 1 is full agreement, 0
    that of chance. The interval is normal, from the asymptotic variance, cut at -1 and 1; items are independent.
    Source: Cohen 1960, Educational and Psychological Measurement 20, 37-46; Fleiss, Cohen and Everitt 1969; computed by
    statsmodels. Raises `ValueError` for sequences of different length and for an unknown category.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} and {len(second)} ratings: both raters rate the same items")
    table = np.zeros((len(categories), len(categories)))
    for one, other in zip(first, second, strict=True):
        table[categories.index(one), categories.index(other)] += 1
    agreed = int(np.trace(table))
    if len(set(first)) < 2 or len(set(second)) < 2:
        return Kappa(len(first), agreed, None, None, None)
    from statsmodels.stats.inter_rater import cohens_kappa as computed

    used = (table.sum(axis=0) + table.sum(axis=1)) > 0
    found = computed(table[used][:, used])
    low, high = max(-1.0, float(found.kappa_low)), min(1.0, float(found.kappa_upp))
    return Kappa(len(first), agreed, float(found.kappa), low, high)


def agreement(first: str, second: str, ratings: pl.DataFrame) -> pl.DataFrame:
    """Kappa of two raters overall (scope `all`: the six outcomes of `OUTCOMES`) and per label (it or another one).

    ratings: one row per response both rated, with first_verdict, first_label, second_verdict and second_label.
    """
    rows = [_row(first, second, OVERALL, _outcomes(ratings, "first"), _outcomes(ratings, "second"), OUTCOMES)]
    for label in LABELS:
        mine, theirs = (_is(ratings, side, label) for side in ("first", "second"))
        rows.append(_row(first, second, label, mine, theirs, ("yes", "no")))
    return pl.DataFrame(rows, schema=_SCHEMA)


def _row(
    first: str, second: str, scope: str, mine: Sequence[str], theirs: Sequence[str], categories: Sequence[str]
) -> dict[str, object]:
    return {"first": first, "second": second, "scope": scope, **cohens_kappa(mine, theirs, categories)._asdict()}


def _outcomes(ratings: pl.DataFrame, side: str) -> list[str]:
    return ratings.select(pl.coalesce(f"{side}_verdict", f"{side}_label")).to_series().to_list()


def _is(ratings: pl.DataFrame, side: str, label: str) -> list[str]:
    says = pl.when(pl.col(f"{side}_label") == label).then(pl.lit("yes")).otherwise(pl.lit("no"))
    return ratings.select(says.alias("says")).to_series().to_list()

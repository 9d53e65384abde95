"""Every estimate of a cell (one checkpoint on one task): shares of its answers, each with n, images and interval.

What each metric counts is declared in `SHARES`, once; `flip_rate` and `balanced_accuracy` are no plain shares of rows
and have functions of their own.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.statistics.intervals import wilson_clustered
from medfrag_assets.study.spec import LABELS

_WHERE = ["protocol", "control", "prompt_id"]
_KEYS = [*_WHERE, "metric"]
_SCHEMA = pl.Schema(
    {
        **dict.fromkeys(_KEYS, pl.String),
        "n": pl.Int64,
        "n_images": pl.Int64,
        "estimate": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
        "method": pl.String,
    }
)
_POOLED = pl.lit(None, dtype=pl.String).alias("prompt_id")
_RESAMPLES = 1000
_SEED = 0
_ENDS = (2.5, 97.5)


class Share(NamedTuple):
    """A share of rows: of those `among` (the denominator), how many `hit`.

    A share `about_the_image` compares with the truth, and is estimated only where the model saw the image itself: under
    the controls there is nothing it could have been right about.
    """

    metric: str
    hit: pl.Expr
    among: pl.Expr
    about_the_image: bool


_ALL = pl.lit(True)
_ANSWERED = pl.col("label") == "answered"
_SAYS_POSITIVE = (pl.col("verdict") == "positive").fill_null(False)
_SAYS_NEGATIVE = (pl.col("verdict") == "negative").fill_null(False)
_IS_POSITIVE = pl.col("truth") == "positive"
_IS_NEGATIVE = pl.col("truth") == "negative"

SHARES = (
    # Right among all responses: a refusal, a hedge, an empty or an unrelated response counts as not right.
    Share("strict_accuracy", pl.col("correct"), _ALL, True),
    # Answered among all responses.
    Share("coverage", _ANSWERED, _ALL, False),
    # Right among the answered.
    Share("selective_accuracy", pl.col("correct"), _ANSWERED, True),
    # Each response label among all responses; the five add up to 1, and `rate_answered` is `coverage`.
    *(Share(f"rate_{label}", pl.col("label") == label, _ALL, False) for label in LABELS),
    # Positive verdicts among the answered: a model that always says yes has 1.
    Share("yes_rate", _SAYS_POSITIVE, _ANSWERED, False),
    # Positive verdicts among the answered on positive images; null (never 0) where there are none.
    Share("sensitivity", _SAYS_POSITIVE, _ANSWERED & _IS_POSITIVE, True),
    # Negative verdicts among the answered on negative images; null where there are none.
    Share("specificity", _SAYS_NEGATIVE, _ANSWERED & _IS_NEGATIVE, True),
)


def cell_statistics(answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame) -> pl.DataFrame:
    """All estimates of one cell, with the columns of the table `statistics` that do not name the cell.

    answers: the cell's `answers`; images, prompts: the task's. One row per protocol, control, wording and metric, and
    one with a null wording for all closed wordings pooled. Metrics are those of `SHARES`, by wording and pooled, and,
    pooled only and on the image itself, `flip_rate` and `balanced_accuracy`. Where a denominator is 0, n is 0 and
    estimate, low and high are null.

    Rows are not independent, and intervals say so (`wilson_clustered`): the unit is the group of the image that was
    shown, its partner's under `swapped`. Under `blank` and `no_image` the unit is the generation: every image shares
    the one response to the same empty picture, and a hundred copies of it are one observation. By wording, where every
    row is a unit, the interval is plain Wilson.
    """
    rows = _rows(answers, images, prompts)
    parts = [_shares(rows), _shares(rows.with_columns(_POOLED)), _flip_rate(rows), _balanced_accuracy(rows)]
    return pl.concat([part.select(_SCHEMA.names()).cast(_SCHEMA) for part in parts]).sort(_KEYS)


def _rows(answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame) -> pl.DataFrame:
    """Answers with `truth`, `meaning` of the wording, and `unit`: what intervals take as independent."""
    sampled = images.select("image_id", "group_id", "sample_rank", truth="label")
    # A swapped row shows the image of the same rank on the other side.
    flipped = pl.when(_IS_POSITIVE).then(pl.lit("negative")).otherwise(pl.lit("positive")).alias("truth")
    partners = sampled.select("sample_rank", flipped, partner_group="group_id")
    units = sampled.join(partners, on=["truth", "sample_rank"], how="left").drop("sample_rank")
    unit = (
        pl.when(pl.col("control") == "image")
        .then("group_id")
        .when(pl.col("control") == "swapped")
        .then(pl.coalesce("partner_group", "group_id"))
        .otherwise("generation_id")
    )
    return (
        answers.select(*_WHERE, "image_id", "generation_id", "verdict", "label", "correct")
        .join(units, on="image_id", how="left")
        .join(prompts.select("prompt_id", "meaning"), on="prompt_id", how="left")
        .with_columns(unit.alias("unit"))
    )


def _shares(rows: pl.DataFrame) -> pl.DataFrame:
    """Every metric of `SHARES` for every protocol, control and wording (null when pooled) in `rows`."""
    asked = rows.select(_WHERE).unique()
    expected = pl.concat(
        [_where_it_applies(asked, share).with_columns(metric=pl.lit(share.metric)) for share in SHARES]
    )
    counted = pl.concat(
        [
            _where_it_applies(rows, share)
            .filter(share.among)
            .select(*_WHERE, "image_id", "unit", pl.lit(share.metric).alias("metric"), share.hit.alias("hit"))
            for share in SHARES
        ]
    )
    return expected.join(_estimates(counted), on=_KEYS, how="left", nulls_equal=True).with_columns(
        pl.col("n", "n_images").fill_null(0), _method()
    )


def _where_it_applies(rows: pl.DataFrame, share: Share) -> pl.DataFrame:
    return rows.filter(pl.col("control") == "image") if share.about_the_image else rows


def _estimates(counted: pl.DataFrame) -> pl.DataFrame:
    """Share, interval and number of images of each of `_KEYS` in `counted` (one row per response in a denominator)."""
    images = counted.group_by(_KEYS).agg(pl.col("image_id").n_unique().alias("n_images"))
    shares = wilson_clustered(counted, _KEYS, hit="hit", cluster="unit")
    return shares.join(images, on=_KEYS, nulls_equal=True)


def _method() -> pl.Expr:
    """Single-row units leave plain Wilson, and by wording that is what it is called."""
    plain = pl.col("prompt_id").is_not_null() & (pl.col("clusters").fill_null(0) == pl.col("n").fill_null(0))
    return pl.when(plain).then(pl.lit("wilson")).otherwise(pl.lit("wilson_clustered")).alias("method")


def _flip_rate(rows: pl.DataFrame) -> pl.DataFrame:
    """The share of images that got both verdicts among wordings of one meaning: flips that the wording alone made.

    A meaning counts when it was asked in at least two wordings, a suffix making another one; an image flips when any
    such meaning got both verdicts. The denominator is every image that was asked so, answered or not: an image whose
    wordings were refused cannot flip, so that refusals lower this rate and `coverage` must be read beside it.
    """
    shown = rows.filter((pl.col("control") == "image") & pl.col("meaning").is_not_null())
    reworded = shown.filter(pl.col("prompt_id").n_unique().over("protocol", "meaning") > 1)
    verdicts = pl.col("verdict").drop_nulls().n_unique()
    flips = (
        reworded.group_by("protocol", "control", "image_id", "unit", "meaning")
        .agg((verdicts > 1).alias("hit"))
        .group_by("protocol", "control", "image_id", "unit")
        .agg(pl.col("hit").any())
        .with_columns(_POOLED, metric=pl.lit("flip_rate"))
    )
    asked = shown.select("protocol", "control").unique().with_columns(_POOLED, metric=pl.lit("flip_rate"))
    return asked.join(_estimates(flips), on=_KEYS, how="left", nulls_equal=True).with_columns(
        pl.col("n", "n_images").fill_null(0), _method()
    )


def _balanced_accuracy(rows: pl.DataFrame) -> pl.DataFrame:
    """The mean of sensitivity and specificity of the answered, pooled, per protocol on the image itself."""
    shown = rows.filter(pl.col("control") == "image")
    estimates = [
        {"protocol": protocol, "control": "image", "metric": "balanced_accuracy", "method": "bootstrap_by_image"}
        | _balanced(part.filter(_ANSWERED))._asdict()
        for (protocol,), part in shown.group_by(["protocol"], maintain_order=True)
    ]
    return pl.DataFrame(estimates, schema=_SCHEMA)


class _Balanced(NamedTuple):
    n: int
    n_images: int
    estimate: float | None
    low: float | None
    high: float | None


def _balanced(answered: pl.DataFrame) -> _Balanced:
    """Balanced accuracy of answered rows with a bootstrap interval: percentiles of 1,000 seeded resamples of units.

    Units (groups of images) are drawn with replacement, all their rows with them, separately among those with positive
    images only, negative only, and both: the study fixes how many images a side has. A resample without an answer on
    one side has no balanced accuracy and is left out. Null ends where all resamples agree: they then tell nothing.
    Source: Davison and Hinkley 1997, Bootstrap Methods and their Application, sections 3.2 and 3.8.
    """
    by_unit = answered.group_by("unit", maintain_order=True).agg(
        (_IS_POSITIVE & _SAYS_POSITIVE).sum().alias("right_positive"),
        _IS_POSITIVE.sum().alias("positive"),
        (_IS_NEGATIVE & _SAYS_NEGATIVE).sum().alias("right_negative"),
        _IS_NEGATIVE.sum().alias("negative"),
    )
    counts = by_unit.drop("unit").to_numpy().astype(np.float64)
    size = answered.height, answered["image_id"].n_unique()
    estimate = float(_mean_of_sides(counts.sum(axis=0, keepdims=True))[0])
    if np.isnan(estimate):
        return _Balanced(*size, None, None, None)
    resampled = _mean_of_sides(_resample(counts))
    low, high = np.nanpercentile(resampled, _ENDS)
    agree = bool(low == high)
    return _Balanced(*size, estimate, None if agree else float(low), None if agree else float(high))


def _mean_of_sides(totals: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(resamples, 4) sums of right and all answers on both sides -> (resamples,); NaN where a side has no answer."""
    with np.errstate(invalid="ignore", divide="ignore"):
        sides: npt.NDArray[np.float64] = (totals[:, 0] / totals[:, 1] + totals[:, 2] / totals[:, 3]) / 2
    return sides


def _resample(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(units, 4) counts -> (1000, 4) sums over as many units drawn with replacement within each stratum of sides."""
    generator = np.random.default_rng(_SEED)
    strata = (counts[:, 1] > 0) * 2 + (counts[:, 3] > 0)
    totals = np.zeros((_RESAMPLES, counts.shape[1]))
    for stratum in np.unique(strata):
        members = counts[strata == stratum]
        size = len(members)
        # How often each unit is drawn is multinomial: one matrix product sums all resamples at once.
        totals += generator.multinomial(size, np.full(size, 1 / size), size=_RESAMPLES) @ members
    return totals

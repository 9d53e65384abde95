"""What describing first gains: diagnoses from descriptions against the closed answers on the same images."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.statistics.clustered import clustered_mean, sign_flip_p

_COUNTS = dict.fromkeys(("n", "n_images"), pl.Int64)
_PLACES = dict.fromkeys(("protocol", "given", "prompt_id", "framing", "diagnostician"), pl.String)
_GAINS = ("gain_over_options", "gain_over_answers")
_NUMBERS = (
    *("balanced_accuracy", "low", "high"),
    *(f"{gain}{end}" for gain in _GAINS for end in ("", "_low", "_high", "_p")),
)
_SCHEMA = pl.Schema({**_PLACES, **_COUNTS, **dict.fromkeys(_NUMBERS, pl.Float64)})


class _Scored(NamedTuple):
    """Images with a diagnosis: their score, what the closed questions scored (NaN: not asked), side and group."""

    diagnosed: npt.NDArray[np.float64]
    by_options: npt.NDArray[np.float64]
    by_answers: npt.NDArray[np.float64]
    truth: npt.NDArray[np.str_]
    groups: npt.NDArray[np.str_]


def description_effects(
    diagnoses: pl.DataFrame,
    answers: pl.DataFrame,
    option_scores: pl.DataFrame,
    images: pl.DataFrame,
    prompts: pl.DataFrame,
) -> pl.DataFrame:
    """The columns of the table `description_effects` that do not name the cell.

    diagnoses, answers, option_scores: those of one cell; images, prompts: the task's. One row per protocol, what was
    given, description prompt and framing, and one pooled over both (null). Per image the diagnosis' score is the share
    of its diagnoses on the right side; the closed questions' is, over the same protocol's closed wordings put to the
    image itself, the share of option scores on the right side (a tie counts half: forced choice against forced choice)
    and the share of right strict answers. With x an image's score and the mean over images of one side

        balanced accuracy = (mean x over positive + mean x over negative) / 2,   gain = that of the diagnoses minus that
        of the closed questions, over the images that have both

    Intervals: t, by group, from the residuals within sides, those of balanced accuracy cut at 0 and 1; p by flipping
    signs of whole groups. Calls that failed have no verdict and are left out of n. Balanced accuracy and gains are null
    where a side has no image. What an empty description, or another image's, gives stands in rows of its own and is
    subtracted from nothing.
    """
    known = diagnoses.filter(pl.col("verdict").is_not_null() & (pl.col("control") == "image"))
    closed = _closed(answers, option_scores, images)
    rows = [
        {**place, "n": part.height, "n_images": part["image_id"].n_unique(), **_effects(part, closed, images)}
        for place, part in _places(known)
    ]
    return pl.DataFrame(rows, schema=_SCHEMA).sort("protocol", "given", "diagnostician", "prompt_id", "framing")


def _places(known: pl.DataFrame) -> Iterator[tuple[dict[str, str | None], pl.DataFrame]]:
    """Every combination that has rows of its own in the table, with its diagnoses."""
    own = ["protocol", "given", "prompt_id", "framing", "diagnostician"]
    for place, part in known.group_by(own, maintain_order=True):
        yield dict(zip(own, place, strict=True)), part
    pooled = ["protocol", "given", "diagnostician"]
    for place, part in known.group_by(pooled, maintain_order=True):
        yield {**dict(zip(pooled, place, strict=True)), "prompt_id": None, "framing": None}, part


def _closed(answers: pl.DataFrame, option_scores: pl.DataFrame, images: pl.DataFrame) -> pl.DataFrame:
    """Per protocol and image: what the closed questions scored by option score and by strict answer."""
    to_image = pl.col("control") == "image"
    strict = answers.filter(to_image).group_by("protocol", "image_id").agg(by_answers=pl.col("correct").mean())
    odds = pl.col("positive_logprob") - pl.col("negative_logprob")
    side = pl.when(pl.col("label") == "positive").then(1.0).otherwise(-1.0)
    chosen = (
        option_scores.filter(to_image & odds.is_finite())
        .join(images.select("image_id", "label"), on="image_id")
        # Right: the sign of the log-odds is the side's; a tie is half right.
        .with_columns(right=(1 + odds.sign() * side) / 2)
        .group_by("protocol", "image_id")
        .agg(by_options=pl.col("right").mean())
    )
    return strict.join(chosen, on=["protocol", "image_id"], how="left")


def _effects(part: pl.DataFrame, closed: pl.DataFrame, images: pl.DataFrame) -> dict[str, float | None]:
    scored = _scored(part, closed, images)
    level = _balanced(scored.diagnosed, scored)
    low, high = (None if end is None else min(1.0, max(0.0, end)) for end in level[1:3])
    found: dict[str, float | None] = {"balanced_accuracy": level[0], "low": low, "high": high}
    for gain, other in zip(_GAINS, (scored.by_options, scored.by_answers), strict=True):
        difference = _balanced(scored.diagnosed - other, scored)
        found |= dict(zip((gain, f"{gain}_low", f"{gain}_high", f"{gain}_p"), difference, strict=True))
    return found


def _scored(part: pl.DataFrame, closed: pl.DataFrame, images: pl.DataFrame) -> _Scored:
    rows = (
        part.group_by("protocol", "image_id", maintain_order=True)
        .agg(diagnosed=pl.col("correct").mean())
        .join(images.select("image_id", "label", "group_id"), on="image_id", maintain_order="left")
        .join(closed, on=["protocol", "image_id"], how="left", maintain_order="left")
    )
    diagnosed, by_options, by_answers = (
        rows[name].cast(pl.Float64).fill_null(np.nan).to_numpy() for name in ("diagnosed", "by_options", "by_answers")
    )
    return _Scored(diagnosed, by_options, by_answers, rows["label"].to_numpy(), rows["group_id"].to_numpy())


def _balanced(
    values: npt.NDArray[np.float64], scored: _Scored
) -> tuple[float | None, float | None, float | None, float | None]:
    """Mean of both sides' means of `values` (NaN left out), with interval and p; nulls where a side has none."""
    known = ~np.isnan(values)
    sides = [known & (scored.truth == side) for side in ("positive", "negative")]
    if not all(side.any() for side in sides):
        return None, None, None, None
    means = [float(values[side].mean()) for side in sides]
    # Residuals within sides, weighted so that both sides weigh one half: the study fixes how many images a side has,
    # so that how far apart the sides lie is no part of the variance.
    weights = [known.sum() / (2 * side.sum()) for side in sides]
    linear = sum(weight * side * (values - mean) for weight, side, mean in zip(weights, sides, means, strict=True))
    spread = clustered_mean(np.asarray(linear)[known], scored.groups[known])
    weighted = sum(weight * side * values for weight, side in zip(weights, sides, strict=True))
    p = sign_flip_p(np.asarray(weighted)[known], scored.groups[known])
    estimate = sum(means) / 2
    if spread.low is None or spread.high is None:
        return estimate, None, None, p
    return estimate, estimate + spread.low, estimate + spread.high, p

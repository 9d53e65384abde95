"""Shares of a cell's answers, by wording and pooled. What each metric counts is declared in `SHARES`, once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, Asked, Mask, some
from medfrag_assets.statistics.estimates import estimate_rows
from medfrag_assets.statistics.intervals import Shares, wilson_clustered_arrays
from medfrag_assets.study.spec import LABELS


class Share(NamedTuple):
    """A share of rows: of those `among` (the denominator), how many `hit`; both (W, I), rows not asked aside.

    A share `about_the_image` compares with the truth, and is estimated only where the model saw the image itself: under
    the controls there is nothing it could have been right about.
    """

    metric: str
    hit: Callable[[Asked], Mask]
    among: Callable[[Asked], Mask]
    about_the_image: bool


def _asked(asked: Asked) -> Mask:
    return asked.asked


def _answered(asked: Asked) -> Mask:
    return asked.answered


def _says_positive(asked: Asked) -> Mask:
    said: Mask = asked.verdict == POSITIVE
    return said


def _labelled(place: int) -> Callable[[Asked], Mask]:
    return lambda asked: asked.label == place


SHARES = (
    # Right among all responses: a refusal, a hedge, an empty or an unrelated response counts as not right.
    Share("strict_accuracy", lambda asked: asked.correct, _asked, True),
    # Right or unanswered among all: what strict accuracy would be had every unanswered response been right.
    Share("accuracy_upper_bound", lambda asked: asked.correct | ~asked.answered, _asked, True),
    # Answered among all responses.
    Share("coverage", _answered, _asked, False),
    # Right among the answered.
    Share("selective_accuracy", lambda asked: asked.correct, _answered, True),
    # Each response label among all responses; the five add up to 1, and `rate_answered` is `coverage`.
    *(Share(f"rate_{label}", _labelled(place), _asked, False) for place, label in enumerate(LABELS)),
    # Positive verdicts among the answered: a model that always says yes has 1.
    Share("yes_rate", _says_positive, _answered, False),
    # Positive verdicts among the answered on positive images; null (never 0) where there are none.
    Share("sensitivity", _says_positive, lambda asked: asked.answered & asked.positive, True),
    # Negative verdicts among the answered on negative images; null where there are none.
    Share("specificity", lambda asked: asked.verdict == NEGATIVE, lambda asked: asked.answered & asked.negative, True),
)


def shares(asked: Asked) -> pl.DataFrame:
    """Every metric of `SHARES` of one protocol and control, by wording and pooled.

    By wording, where every row is a unit of its own, the interval is plain Wilson; otherwise Wilson's at the effective
    sample size (`intervals.effective_n`). Where a denominator is 0, n is 0 and the rest null.
    """
    metrics = [share for share in SHARES if asked.control == "image" or not share.about_the_image]
    names = [share.metric for share in metrics]
    rows = np.nonzero(asked.asked)
    among = np.stack([np.broadcast_to(share.among(asked), asked.asked.shape)[rows] for share in metrics])
    hits = np.stack([np.broadcast_to(share.hit(asked), asked.asked.shape)[rows] for share in metrics])
    wording, image = rows
    units = asked.units[rows]
    by_wording = wilson_clustered_arrays(hits, among, wording, units, len(asked.wordings))
    pooled = wilson_clustered_arrays(hits, among, np.zeros_like(wording), units, 1)
    seen = np.zeros((len(metrics), len(asked.images.ids)), dtype=bool)
    for place, counted in enumerate(among):
        seen[place, image[counted]] = True
    put = some(asked.asked, 1)
    own = Shares(*(part[:, put] for part in by_wording))
    prompt_ids = [prompt_id for prompt_id, was_put in zip(asked.prompt_ids, put, strict=True) if was_put]
    method = np.where(own.clusters == own.n, "wilson", "wilson_clustered")
    # A wording is put to an image once: as many images as rows.
    parts = [
        estimate_rows(asked, names, prompt_ids, method, n_images=own.n, **_numbers(own)),
        estimate_rows(
            asked, names, [None], "wilson_clustered", n_images=seen.sum(axis=1, keepdims=True), **_numbers(pooled)
        ),
    ]
    return pl.concat(parts)


def pooled_share(
    asked: Asked, metrics: Sequence[str], hits: Mask, among: Mask, units: np.ndarray, minus: float = 0.0
) -> pl.DataFrame:
    """Shares over pairs of rows, or over images: pooled, with Wilson's interval clustered by `units`.

    hits, among: (M, K, I), one layer per metric, K rows for each of I images; units: (I,) codes. `minus` is taken from
    estimate and ends.
    """
    layers, rows, count = among.shape
    flat_hits, flat_among = (part.reshape(layers, rows * count) for part in (hits, among))
    zeros = np.zeros(rows * count, dtype=np.int64)
    found = wilson_clustered_arrays(flat_hits, flat_among, zeros, np.tile(units, rows), 1)
    numbers = _numbers(found)
    moved = {name: numbers[name] - minus for name in ("estimate", "low", "high")}
    n_images = some(among, 1).sum(axis=1, keepdims=True)
    return estimate_rows(asked, metrics, [None], "wilson_clustered", n=found.n, n_images=n_images, **moved)


def _numbers(found: Shares) -> dict[str, np.ndarray]:
    return {"n": found.n, "estimate": found.estimate, "low": found.low, "high": found.high}

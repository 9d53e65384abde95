"""How far wordings of one meaning differ on the same images, in right answers and in refusals."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.statistics.arrays import (
    NEGATIVE,
    POSITIVE,
    REFUSED,
    Asked,
    Codes,
    Floats,
    Mask,
    asked_arrays,
    every,
    some,
)
from medfrag_assets.statistics.bootstrap import group_weights, percentiles, resampled, sums_by_group
from medfrag_assets.statistics.flips import reworded
from medfrag_assets.statistics.intervals import wilson_clustered_arrays

_PERMUTATIONS = 200
_SEED = 0
_TEXTS = ("protocol", "meaning", "outcome", "best_prompt", "worst_prompt")
_COUNTS = ("n_wordings", "n_images", "cochran_df")
_ORDER = (
    *("protocol", "meaning", "outcome", "n_wordings", "n_images", "range", "range_low", "range_high"),
    *("range_by_chance", "sd", "best_prompt", "best", "worst_prompt", "worst"),
    *("under_all", "under_all_low", "under_all_high", "flip_rate", "flip_rate_low", "flip_rate_high"),
    *("fleiss_kappa", "fleiss_kappa_low", "fleiss_kappa_high", "cochran_q", "cochran_df", "p_value"),
)
_SCHEMA = pl.Schema(
    {name: pl.String if name in _TEXTS else pl.Int64 if name in _COUNTS else pl.Float64 for name in _ORDER}
)


class _Wordings(NamedTuple):
    """W wordings of one meaning put to the same I images.

    hits: (W, I) whether the outcome occurred; ratings: (W, I) codes of what was said, for agreement; flipped: (I,)
    whether the wording alone changed it; groups: (I,) codes; weights: (resamples, G) of the bootstrap by group.
    """

    hits: Mask
    ratings: Codes
    flipped: Mask
    groups: Codes
    weights: npt.NDArray[np.float32]


def wording_effects(answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame) -> pl.DataFrame:
    """The columns of the table `wording_effects` that do not name the cell, for answers to the image itself.

    answers: those of one cell; images, prompts: the task's. One row per protocol, meaning that was asked in two
    wordings or more (a suffix makes another one) and outcome: `accuracy` (strictly right) and `refusal_rate`. Only
    images asked under all wordings of the meaning count. With p_w the share of images with the outcome under wording w:

    - range = max p_w - min p_w, with percentiles of the bootstrap by group. A range is never below 0, and grows with
      noise alone: `range_by_chance` is its mean over 200 seeded permutations of the wordings within images, which keep
      every image's number of hits.
    - sd: standard deviation of the p_w over wordings (divided by W).
    - under_all: share of images with the outcome under every wording; flip_rate: share of images with both verdicts, or
      refused under some wording and not under another. Wilson's intervals, clustered by group.
    - Fleiss' kappa of the wordings as raters of the images, by verdict (positive, negative, none) or by refusal; null
      where all ratings are the same. Bootstrap by group. Fleiss 1971, Psychological Bulletin 76, 378-382.
    - Cochran's Q = (W-1) (W ΣS_w² - N²) / (W N - ΣT_i²), with S_w hits of a wording, T_i of an image, N of all; chi
      squared with W-1 degrees of freedom; null where every image has the outcome under all wordings or under none.
      Images are taken as independent. Cochran 1950, Biometrika 37, 256-266.

    No answers, or no meaning asked twice: no rows.
    """
    from threadpoolctl import threadpool_limits

    # Matrices are small: threads of BLAS that wait for one another cost more than the work.
    with threadpool_limits(limits=1):
        rows = list(_rows(asked_arrays(answers.filter(pl.col("control") == "image"), images, prompts)))
    return pl.DataFrame(rows, schema=_SCHEMA, infer_schema_length=None)


def _rows(found: list[Asked]) -> Iterator[dict[str, object]]:
    for asked in found:
        weights = group_weights(asked)
        for meaning, places in reworded(asked):
            everywhere = every(asked.asked[places], 0)
            if everywhere.any():
                prompt_ids = [asked.prompt_ids[place] for place in places]
                for outcome, wordings in _outcomes(asked, places, everywhere, weights):
                    about = {"protocol": asked.protocol, "meaning": meaning, "outcome": outcome}
                    yield {**about, **_effects(wordings, prompt_ids)}


def _outcomes(
    asked: Asked, places: list[int], everywhere: Mask, weights: npt.NDArray[np.float32]
) -> list[tuple[str, _Wordings]]:
    verdict, refused = asked.verdict[places][:, everywhere], asked.label[places][:, everywhere] == REFUSED
    groups = asked.images.groups[everywhere]
    both = some(verdict == POSITIVE, 0) & some(verdict == NEGATIVE, 0)
    sometimes = some(refused, 0) & ~every(refused, 0)
    correct = asked.correct[places][:, everywhere]
    return [
        ("accuracy", _Wordings(correct, verdict, both, groups, weights)),
        ("refusal_rate", _Wordings(refused, refused.astype(np.int64), sometimes, groups, weights)),
    ]


def _effects(wordings: _Wordings, prompt_ids: list[str]) -> dict[str, object]:
    shares = wordings.hits.mean(axis=1)
    best, worst = int(shares.argmax()), int(shares.argmin())
    low, high = _range_ends(wordings)
    return {
        "n_wordings": len(shares),
        "n_images": wordings.hits.shape[1],
        "range": float(shares.max() - shares.min()),
        "range_low": low,
        "range_high": high,
        "range_by_chance": range_by_chance(wordings.hits),
        "sd": float(shares.std()),
        "best_prompt": prompt_ids[best],
        "best": float(shares[best]),
        "worst_prompt": prompt_ids[worst],
        "worst": float(shares[worst]),
        **_share("under_all", every(wordings.hits, 0), wordings.groups),
        **_share("flip_rate", wordings.flipped, wordings.groups),
        **_kappa(wordings),
        **dict(zip(("cochran_q", "cochran_df", "p_value"), cochrans_q(wordings.hits), strict=True)),
    }


def _range_ends(wordings: _Wordings) -> tuple[float | None, float | None]:
    count = wordings.weights.shape[1]
    sums = sums_by_group(wordings.hits, wordings.groups, count)
    sizes = np.bincount(wordings.groups, minlength=count).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = resampled(wordings.weights, sums) / resampled(wordings.weights, sizes[:, None])
    low, high = percentiles(shares.max(axis=1) - shares.min(axis=1))
    return _or_null(low), _or_null(high)


def range_by_chance(hits: Mask) -> float:
    """(W, I) hits -> the range expected if wordings did not matter: each image's hits fall on wordings at random."""
    wordings, count = hits.shape
    totals = hits.sum(axis=0)
    # Images with all hits or none stay as they are under every permutation, and shift all wordings alike.
    mixed = (totals > 0) & (totals < wordings)
    ranks = _random_ranks(wordings, count)[:, mixed]
    sums = (ranks < totals[mixed][None, :, None]).sum(axis=1)
    return float((sums.max(axis=1) - sums.min(axis=1)).mean() / count)


@lru_cache(maxsize=16)
def _random_ranks(wordings: int, images: int) -> npt.NDArray[np.uint8]:
    """(200, I, W) a random order of the wordings for every image and permutation."""
    numbers = np.random.default_rng(_SEED).random((_PERMUTATIONS, images, wordings))
    return numbers.argsort(axis=2).astype(np.uint8)


def _share(name: str, hits: Mask, groups: Codes) -> dict[str, object]:
    among = np.ones((1, len(hits)), dtype=bool)
    found = wilson_clustered_arrays(hits[None, :], among, np.zeros(len(hits), dtype=np.int64), groups, 1)
    numbers = {"": found.estimate, "_low": found.low, "_high": found.high}
    return {f"{name}{end}": float(value[0, 0]) for end, value in numbers.items()}


def _kappa(wordings: _Wordings) -> dict[str, object]:
    """Fleiss' kappa with the bootstrap by group."""
    categories = np.unique(wordings.ratings)
    counts = np.stack([(wordings.ratings == category).sum(axis=0) for category in categories])
    raters, count = len(wordings.ratings), wordings.weights.shape[1]
    agreeing = ((counts**2).sum(axis=0) - raters) / (raters * (raters - 1))
    # Of each image: the share of agreeing pairs, one for the image itself, and how often each category was said.
    parts = np.vstack([agreeing, np.ones_like(agreeing), counts])
    sums = sums_by_group(parts, wordings.groups, count)
    low, high = percentiles(_kappas(resampled(wordings.weights, sums)))
    kappa = _kappas(sums.sum(axis=0)[None])
    return {
        "fleiss_kappa": _or_null(kappa),
        "fleiss_kappa_low": _or_null(low),
        "fleiss_kappa_high": _or_null(high),
    }


def _kappas(parts: Floats) -> Floats:
    """(k, 2 + categories) sums of agreeing shares, images and ratings -> (k,) kappas; NaN where all rate the same."""
    ratings = parts[:, 2:]
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = parts[:, 0] / parts[:, 1]
        expected = ((ratings / ratings.sum(axis=1, keepdims=True)) ** 2).sum(axis=1)
        kappas: Floats = np.where(1 - expected > 1e-12, (observed - expected) / (1 - expected), np.nan)
    return kappas


def cochrans_q(hits: Mask) -> tuple[float | None, int | None, float | None]:
    """(W, I) hits -> Cochran's Q, its degrees of freedom and p; nulls where no image differs between wordings."""
    from scipy.stats import chi2

    wordings = len(hits)
    by_wording, by_image = hits.sum(axis=1).astype(np.float64), hits.sum(axis=0).astype(np.float64)
    total = by_image.sum()
    spread = wordings * total - (by_image**2).sum()
    if spread == 0:
        return None, None, None
    q = float((wordings - 1) * (wordings * (by_wording**2).sum() - total**2) / spread)
    return q, wordings - 1, float(chi2.sf(q, wordings - 1))


def _or_null(value: Floats) -> float | None:
    number = float(np.asarray(value).ravel()[0])
    return None if np.isnan(number) else number

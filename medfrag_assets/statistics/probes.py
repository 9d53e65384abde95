"""The knowledge gap: what the image features, the option scores and the generated answers know of the same images.

The ladder goes from a random vision tower to the generated answer. Each rung decides every image of the study, and is
compared with the answer on the same images: knowledge that the features hold and the answers do not show.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.lake.schemas import PROBES
from medfrag_assets.statistics.clustered import clustered_mean, sign_flip_p
from medfrag_assets.statistics.intervals import effective_n, wilson_ends
from medfrag_assets.statistics.linear_probes import (
    Flags,
    Floats,
    Labelled,
    folds,
    probe_by_cross_validation,
    probe_on_others,
)
from medfrag_assets.statistics.paired import paired_share_ends
from medfrag_assets.statistics.silhouettes import Silhouette, silhouette

# With fewer probe images of a side, probes are cross-validated on the study's own images.
FEWEST_PROBE_IMAGES = 10
# Rungs that are probes: depth and weights of the embeddings they read.
_PROBED = {
    "random_tower": ("tower", "random"),
    "tower": ("tower", "trained"),
    "projector": ("projector", "trained"),
    "last_image_token": ("last_image_token", "trained"),
}
_NOT_HERE = ("model", "checkpoint", "task", "study", "run_id", "code_version")
_SCHEMA = pl.Schema({name: dtype for name, dtype in PROBES.schema.items() if name not in _NOT_HERE})


class Gap(NamedTuple):
    """Mean of one score minus another on the same images, with a 95 % interval and p; null where undefined."""

    n: int
    gap: float | None
    low: float | None
    high: float | None
    p: float | None


class _Images(NamedTuple):
    """The study's images in order: names, true sides and groups, all (n,)."""

    names: pl.Series
    positive: Flags
    groups: npt.NDArray[Any]


class _Rung(NamedTuple):
    """What decided. scores: (n,), 0 to 1, each the mean of so many `decisions`; NaN where it decided nothing."""

    name: str
    scores: Floats
    decisions: float
    trained_on: str | None = None
    n_train: int | None = None
    shuffled_accuracy: float | None = None
    apart: Silhouette = Silhouette(None, None)


def ladder(
    embeddings: pl.DataFrame,
    images: pl.DataFrame,
    probe_images: pl.DataFrame,
    answers: pl.DataFrame,
    option_scores: pl.DataFrame,
    seed: int,
) -> pl.DataFrame:
    """The rungs of one cell: the columns of the table `probes` that do not name the cell, in the table's order.

    embeddings, answers, option_scores: the cell's; images, probe_images: the task's. Answers and option scores are
    those of the corrected protocol under the control `image`; an image's score is the mean over wordings.
    - random_tower, tower, projector, last_image_token: `probe_on_others`, fitted on the probe images of groups that the
      study's images do not have, tested on the study's; with fewer than 10 on a side `probe_by_cross_validation` on the
      study's own. Both with the `silhouette` of the study's images.
    - option_score_tuned: see `_tuned`; option_score: right where the log-odds of the positive option have the true
      side's sign, half where they are 0; answer: `correct`, strict.
    Accuracy is the mean over images, its interval Wilson's at the effective number of decisions (`effective_n`, groups
    of images as clusters); the gap is `paired_gap` to the answer, null for the answer itself but its 0. Both speak of
    other images under the same fitted probe: what another training sample would have changed is not in them.
    A rung without its material (no random tower, no option scores, a side with too few groups) is left out; images that
    a rung could not decide (a vector that is missing or not finite) are not among its n.
    """
    from threadpoolctl import threadpool_limits

    # Matrices are small: on a busy machine, threads that share one take several times the time of one thread.
    with threadpool_limits(limits=1):
        return _ladder(embeddings, images, probe_images, answers, option_scores, seed)


def _ladder(
    embeddings: pl.DataFrame,
    images: pl.DataFrame,
    probe_images: pl.DataFrame,
    answers: pl.DataFrame,
    option_scores: pl.DataFrame,
    seed: int,
) -> pl.DataFrame:
    known = _Images(images["image_id"], _positive(images), images["group_id"].to_numpy())
    others = probe_images.join(images, on="group_id", how="anti").join(images, on="image_id", how="anti")
    rungs = [_probed(name, embeddings, known, others, seed) for name in _PROBED]
    log_odds = _log_odds(option_scores, known)
    answer = _answered(answers, known)
    rungs += [_tuned(log_odds, known, seed), _untuned(log_odds, known), answer]
    rows = [_row(rung, answer, known, seed) for rung in rungs if rung is not None and not np.isnan(rung.scores).all()]
    return pl.DataFrame(rows, schema=_SCHEMA)


def paired_gap(
    scores: npt.ArrayLike,
    reference: npt.ArrayLike,
    groups: npt.ArrayLike,
    seed: int,
    decisions: tuple[float, float] = (1.0, 1.0),
) -> Gap:
    """Mean of `scores` minus `reference` on the images that have both.

    scores, reference: (n,) numbers from 0 to 1, NaN where an image has none; groups: (n,) names; decisions: how many
    each score, each reference is the mean of. The interval is that of `paired_share_ends`, null where that of
    `clustered_mean` over the differences is (one group, or differences that do not vary); p is that of `sign_flip_p`.
    """
    ours, theirs = np.asarray(scores, dtype=np.float64), np.asarray(reference, dtype=np.float64)
    names, known = np.asarray(groups), ~np.isnan(ours - theirs)
    mean = clustered_mean(ours - theirs, names)
    low = high = None
    if mean.low is not None:
        _, codes = np.unique(names[known], return_inverse=True)
        low, high = paired_share_ends(ours[known], theirs[known], codes, decisions)
    return Gap(int(known.sum()), mean.estimate, low, high, sign_flip_p(ours - theirs, names, seed))


def _row(rung: _Rung, answer: _Rung, images: _Images, seed: int) -> dict[str, Any]:
    is_known = ~np.isnan(rung.scores)
    scores, groups = rung.scores[is_known], images.groups[is_known]
    low, high = _interval(scores, groups, rung.decisions)
    gap = paired_gap(rung.scores, answer.scores, images.groups, seed, (rung.decisions, answer.decisions))
    row = {
        "rung": rung.name,
        "trained_on": rung.trained_on,
        "n_train": rung.n_train,
        "n": len(scores),
        "accuracy": float(scores.mean()),
        "low": low,
        "high": high,
        "gap": gap.gap,
        "shuffled_accuracy": rung.shuffled_accuracy,
        "silhouette": rung.apart.value,
        "silhouette_p": rung.apart.p,
    }
    if rung.name == answer.name:
        return row
    return row | {"gap_low": gap.low, "gap_high": gap.high, "gap_p": gap.p}


def _interval(scores: Floats, groups: npt.NDArray[Any], decisions: float) -> tuple[float, float]:
    """Wilson's interval of a mean of scores from 0 to 1, each of them of so many decisions, clustered by group.

    The rows of `effective_n` are decisions: where all images have as many, this is `wilson_clustered` over them.
    """
    _, codes = np.unique(groups, return_inverse=True)
    sizes = (np.bincount(codes) * decisions).astype(np.float64)
    sums = (np.bincount(codes, weights=scores) * decisions).astype(np.float64)
    effective = effective_n(sizes, sums, np.zeros(len(sizes), dtype=np.int64), 1)
    low, high = wilson_ends(sums.sum() / sizes.sum() * effective, effective)
    return float(low[0]), float(high[0])


def _probed(
    name: str, embeddings: pl.DataFrame, images: _Images, probe_images: pl.DataFrame, seed: int
) -> _Rung | None:
    depth, weights = _PROBED[name]
    found = embeddings.filter(pl.col("depth") == depth, pl.col("weights") == weights)
    own, tested = _labelled(found, images)
    behind = _Images(probe_images["image_id"], _positive(probe_images), probe_images["group_id"].to_numpy())
    _, others = _labelled(found, behind)
    if not len(tested.positive):
        return None
    enough = all(np.count_nonzero(others.positive == side) >= FEWEST_PROBE_IMAGES for side in (False, True))
    probed = probe_on_others(others, tested, seed) if enough else probe_by_cross_validation(tested, seed)
    if probed is None:
        return None
    scores = np.full(len(own), np.nan)
    scores[own] = probed.right
    return _Rung(
        name,
        scores,
        1,
        "other_images" if enough else "cross_validation",
        probed.n_train,
        probed.shuffled_accuracy,
        silhouette(tested, seed),
    )


def _labelled(embeddings: pl.DataFrame, images: _Images) -> tuple[Flags, Labelled]:
    """Which images have a usable vector among these embeddings of one depth, and those images with theirs."""
    found = pl.DataFrame({"image_id": images.names}).join(
        embeddings.select("image_id", "vector"), on="image_id", how="left", maintain_order="left"
    )
    own = found["vector"].is_not_null().to_numpy()
    vectors = found["vector"].drop_nulls()
    width = int(vectors.list.len().max() or 1)  # type: ignore[arg-type]
    matrix = vectors.list.to_array(width).to_numpy().astype(np.float64).reshape(len(vectors), width)
    usable = np.isfinite(matrix).all(axis=1)
    own[own] = usable
    return own, Labelled(matrix[usable], images.positive[own], images.groups[own])


def _positive(images: pl.DataFrame) -> Flags:
    return (images["label"] == "positive").to_numpy()


def _answered(answers: pl.DataFrame, images: _Images) -> _Rung:
    by_image = _shown(answers).group_by("image_id").agg(pl.col("correct").mean(), pl.len().alias("wordings"))
    found = pl.DataFrame({"image_id": images.names}).join(by_image, on="image_id", how="left", maintain_order="left")
    wordings = found["wordings"].mean()
    return _Rung("answer", _floats(found["correct"]), float(wordings or 0))  # type: ignore[arg-type]


def _shown(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("protocol") == "corrected", pl.col("control") == "image")


def _log_odds(option_scores: pl.DataFrame, images: _Images) -> Floats:
    """(n, wordings) log-odds of the positive option, wordings in the order of their names; NaN where there is none."""
    odds = _shown(option_scores).select(
        "image_id", "prompt_id", odds=pl.col("positive_logprob") - pl.col("negative_logprob")
    )
    names = odds["prompt_id"].unique().sort().to_list()
    wide = odds.pivot("prompt_id", index="image_id", values="odds") if names else odds.select("image_id").unique()
    found = pl.DataFrame({"image_id": images.names}).join(wide, on="image_id", how="left", maintain_order="left")
    return np.column_stack([np.empty((len(found), 0)), *(_floats(found[name]) for name in names)])


def _untuned(log_odds: Floats, images: _Images) -> _Rung:
    return _scored("option_score", _right(log_odds, 0.0, images.positive[:, None]), None, None)


def _tuned(log_odds: Floats, images: _Images, seed: int) -> _Rung | None:
    """Option scores at a threshold per wording, fitted by grouped cross-validation on the study's own images.

    Each image is decided by thresholds that had not seen its group: those of the highest balanced accuracy on the other
    folds' images (Youden 1950, Cancer 3, 32-35), among 0 and the middles between neighbouring log-odds, the nearest to
    0 of equals. A model that knows, but leans to one answer, gains by it. Null where a side has fewer than two groups.
    """
    splits = folds(images.positive, images.groups, seed)
    if not splits:
        return None
    right = np.full(log_odds.shape, np.nan)
    for train, test in splits:
        thresholds = [best_threshold(scores, images.positive[train]) for scores in log_odds[train].T]
        right[test] = _right(log_odds[test], np.array(thresholds), images.positive[test, None])
    n_train = round(float(np.mean([len(train) for train, _ in splits])))
    return _scored("option_score_tuned", right, "cross_validation", n_train)


def best_threshold(scores: Floats, positive: Flags) -> float:
    """The threshold above which to say positive; 0 where there is nothing to choose by (see `_tuned`).

    scores: (n,), NaN left out; positive: (n,).
    """
    scores, sides = scores[~np.isnan(scores)], positive[~np.isnan(scores)]
    if sides.all() or not sides.any():
        return 0.0
    values = np.unique(scores)
    candidates = np.concatenate([[0.0, -np.inf, np.inf], (values[:-1] + values[1:]) / 2])
    right = _right(scores, candidates[:, None], sides)
    balanced = (right[:, sides].mean(axis=1) + right[:, ~sides].mean(axis=1)) / 2
    best = candidates[balanced >= balanced.max() - 1e-12]
    return float(best[np.abs(best).argmin()])


def _right(scores: Floats, thresholds: Floats | float, positive: Flags) -> Floats:
    """1 where a score lies on its true side of the threshold, 0 on the other, a half on it; NaN without a score.

    Arrays of shapes that broadcast to one another.
    """
    right: Floats = (1 + np.sign(scores - thresholds) * np.where(positive, 1.0, -1.0)) / 2
    return right


def _scored(name: str, right: Floats, trained_on: str | None, n_train: int | None) -> _Rung:
    """A rung from what it decided on (n, wordings)."""
    known = ~np.isnan(right)
    wordings = known.sum(axis=1)
    scores = np.full(len(right), np.nan)
    np.divide(np.nansum(right, axis=1), wordings, out=scores, where=wordings > 0)
    decisions = float(wordings[wordings > 0].mean()) if known.any() else 0.0
    return _Rung(name, scores, decisions, trained_on, n_train)


def _floats(column: pl.Series) -> Floats:
    """The column as numbers, NaN for null."""
    return column.cast(pl.Float64).fill_null(float("nan")).to_numpy()

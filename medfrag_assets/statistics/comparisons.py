"""Comparisons between cells: medical with base, a revision with the one before, a task with the easiest, gains by task.

All of them are about the corrected protocol and the image itself. There is no trend over tasks: four points in an order
that was chosen by looking at such results carry none.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.lake.schemas import COMPARISONS
from medfrag_assets.statistics.balanced import mean_of_sides
from medfrag_assets.statistics.clustered import ratio_variances
from medfrag_assets.statistics.intervals import unvaried_error
from medfrag_assets.statistics.paired import (
    Codes,
    Correction,
    Differences,
    Floats,
    adjusted,
    group_sums,
    mcnemar_mid_p,
    paired_differences,
    paired_sign_flips,
)
from medfrag_assets.study.spec import Study

Mask = npt.NDArray[np.bool_]
Row = dict[str, Any]

OUTCOMES = ("strict_accuracy", "coverage", "refusal_rate")
_PROVENANCE = ("study", "run_id", "code_version")
_SCHEMA = pl.Schema({name: dtype for name, dtype in COMPARISONS.schema.items() if name not in _PROVENANCE})
_Z = 1.959963984540054


class _Task(NamedTuple):
    """All answers of one task as arrays: C checkpoints x I images x W wordings.

    `values` has one array per outcome; `groups` are codes of the images' groups, `positive` their true side.
    """

    name: str
    places: dict[str, int]
    prompt_ids: list[str]
    groups: Codes
    positive: Mask
    asked: Mask
    values: dict[str, Mask]


class _Contrast(NamedTuple):
    """Two checkpoints that are compared, and the columns that say so."""

    kind: str
    pair: str | None
    first: str
    second: str


def comparisons(study: Study, checkpoints: pl.DataFrame, answers: pl.DataFrame, images: pl.DataFrame) -> pl.DataFrame:
    """The rows of the table `comparisons`, without provenance, in the order of its key.

    checkpoints: model, checkpoint, pair, role, first_seen, current; answers: control `image`, protocol corrected, of
    all cells, earlier revisions included; images: all tasks'. Only images and wordings that both cells were asked
    count; where there are none, there is no row.
    - medical_minus_base: of each pair's current medical checkpoints; strict accuracy, coverage and refusals as means of
      image means over wordings (`paired_differences`, `sign_flip_p`), and strict accuracy by wording (`mcnemar_mid_p`,
      which takes images as independent; its interval does not).
    - revision_minus_previous: the same, pooled, of each checkpoint and the one of its model that was seen before it.
    - task_minus_easiest: balanced accuracy of the answered of each current checkpoint on a task minus that on the
      easiest one, which the study's first claim names (the first task where the study lacks that one). Different
      images: the variances (by linearisation, groups as units) add; the interval and the test are normal.
    - interaction: a pair's gain in strict accuracy on one task minus its mean gain on the others, in the same way.
    Declared contrasts (`Study.declared`: pooled strict accuracy, medical minus base) are corrected together with Holm's
    method, the rest by kind, outcome and whether by wording with Benjamini and Hochberg's.
    """
    tasks = [_task(name, answers, images) for name in study.tasks if name in set(answers["task"].unique())]
    current = checkpoints.filter("current")
    against_base = _against_base(current)
    rows = [
        *_medical_minus_base(tasks, against_base, study),
        *_revision_minus_previous(tasks, checkpoints),
        *_task_minus_easiest(tasks, current, study),
        *_interactions(tasks, against_base),
    ]
    return pl.DataFrame(_corrected(rows), schema=_SCHEMA).sort(COMPARISONS.key, nulls_last=False)


def _task(name: str, answers: pl.DataFrame, images: pl.DataFrame) -> _Task:
    """The task's answers as arrays; answers to images that the task does not have are left out."""
    sampled = images.filter(pl.col("task") == name).sort("image_id")
    own = answers.filter(pl.col("task") == name)
    axes = {
        "checkpoint": own["checkpoint"].unique().sort(),
        "image_id": sampled["image_id"],
        "prompt_id": own["prompt_id"].unique().sort(),
    }
    coded = own.with_columns(
        pl.col(column).cast(pl.Enum(values), strict=False).to_physical() for column, values in axes.items()
    ).drop_nulls("image_id")
    place = tuple(coded[column].to_numpy() for column in axes)
    rows = {
        "strict_accuracy": coded["correct"],
        "coverage": coded["label"] == "answered",
        "refusal_rate": coded["label"] == "refused",
    }
    return _Task(
        name,
        {checkpoint: at for at, checkpoint in enumerate(axes["checkpoint"])},
        axes["prompt_id"].to_list(),
        np.unique(sampled["group_id"].to_numpy(), return_inverse=True)[1].astype(np.int64),
        (sampled["label"] == "positive").to_numpy(),
        _filled(np.ones(coded.height, dtype=bool), place, axes),
        {outcome: _filled(values.to_numpy(), place, axes) for outcome, values in rows.items()},
    )


def _filled(values: Mask, place: tuple[Any, ...], axes: dict[str, pl.Series]) -> Mask:
    cube = np.zeros([len(values) for values in axes.values()], dtype=bool)
    cube[place] = values
    return cube


# Which checkpoints are compared


def _against_base(current: pl.DataFrame) -> list[_Contrast]:
    """Each current medical checkpoint with the current base of its pair; none where the pair has no base."""
    paired = current.filter(pl.col("pair").is_not_null()).sort("pair", "checkpoint")
    base, medical = (paired.filter(pl.col("role") == role) for role in ("base", "medical"))
    joined = medical.select("pair", "checkpoint").join(base.select("pair", base="checkpoint"), on="pair")
    return [_Contrast("medical_minus_base", *names) for names in joined.sort("pair", "checkpoint").iter_rows()]


def _medical_minus_base(tasks: Sequence[_Task], contrasts: Sequence[_Contrast], study: Study) -> Iterator[Row]:
    declared = set(study.declared)
    for task in tasks:
        for contrast in contrasts:
            for row in (*_pooled(task, contrast), *_by_wording(task, contrast)):
                told = row["prompt_id"] is None and row["outcome"] == "strict_accuracy"
                yield row | {"declared": told and (contrast.pair, task.name) in declared}


def _revision_minus_previous(tasks: Sequence[_Task], checkpoints: pl.DataFrame) -> Iterator[Row]:
    seen = checkpoints.sort("first_seen", "checkpoint").partition_by("model", maintain_order=True)
    for revisions in seen:
        for earlier, later in pairwise(revisions.iter_rows(named=True)):
            contrast = _Contrast("revision_minus_previous", later["pair"], later["checkpoint"], earlier["checkpoint"])
            for task in tasks:
                yield from _pooled(task, contrast)


# Differences on the same images


def _both(task: _Task, contrast: _Contrast) -> tuple[int, int, Mask] | None:
    """Places of both checkpoints and (I, W) what both were asked; null where that is nothing."""
    first, second = task.places.get(contrast.first), task.places.get(contrast.second)
    if first is None or second is None:
        return None
    both = task.asked[first] & task.asked[second]
    return (first, second, both) if both.any() else None


def _pooled(task: _Task, contrast: _Contrast) -> Iterator[Row]:
    """A row per outcome, from image means over the wordings that both were asked."""
    found = _both(task, contrast)
    if found is None:
        return
    first, second = (_image_means(task, place, found[2]) for place in found[:2])
    differences = paired_differences(first, second, task.groups)
    p = paired_sign_flips(first, second, task.groups)
    for place, outcome in enumerate(OUTCOMES):
        where = _where(contrast, task.name, outcome, None)
        yield where | _numbers(differences, place) | {"test": "sign_flip", "p_value": float(p[place])}


def _image_means(task: _Task, place: int, both: Mask) -> Floats:
    """(I, outcomes) means over wordings; NaN for an image that both were not asked about."""
    counted = both.sum(axis=1)
    hits = np.stack([(task.values[outcome][place] & both).sum(axis=1) for outcome in OUTCOMES], axis=1)
    with np.errstate(invalid="ignore"):
        means: Floats = hits / counted[:, None]
    return means


def _by_wording(task: _Task, contrast: _Contrast) -> Iterator[Row]:
    """A row of strict accuracy per wording."""
    found = _both(task, contrast)
    if found is None:
        return
    place, other, both = found
    right, others = (task.values["strict_accuracy"][at] for at in (place, other))
    one, two = (np.where(both, hits, np.nan) for hits in (right, others))
    differences = paired_differences(one, two, task.groups)
    p = mcnemar_mid_p((right & ~others & both).sum(axis=0), (others & ~right & both).sum(axis=0))
    for at, prompt_id in enumerate(task.prompt_ids):
        if differences.n[at]:
            where = _where(contrast, task.name, "strict_accuracy", prompt_id)
            yield where | _numbers(differences, at) | {"test": "mcnemar_mid_p", "p_value": float(p[at])}


def _where(contrast: _Contrast, task: str, outcome: str, prompt_id: str | None) -> Row:
    return {
        "kind": contrast.kind,
        "pair": contrast.pair,
        "first_checkpoint": contrast.first,
        "first_task": task,
        "second_checkpoint": contrast.second,
        "second_task": task,
        "outcome": outcome,
        "prompt_id": prompt_id,
    }


def _numbers(found: Differences, place: int) -> Row:
    named = {name: values[place] for name, values in found._asdict().items()}
    n_images = int(named.pop("n"))
    return {"n_images": n_images} | {name: None if np.isnan(value) else float(value) for name, value in named.items()}


# Differences between tasks, whose images differ


class _Estimated(NamedTuple):
    """An estimate with its variance; the estimate is NaN where it is undefined, the variance then too."""

    estimate: float
    variance: float
    n_images: int


def _task_minus_easiest(tasks: Sequence[_Task], current: pl.DataFrame, study: Study) -> Iterator[Row]:
    named = study.claims.near_random_when_hard.easiest
    easiest_name = named if named in study.tasks else next(iter(study.tasks))
    easiest = next((task for task in tasks if task.name == easiest_name), None)
    if easiest is None:
        return
    for checkpoint, pair in current.select("checkpoint", "pair").sort("checkpoint").iter_rows():
        for task in tasks:
            if task is not easiest and checkpoint in task.places and checkpoint in easiest.places:
                contrast = _Contrast("task_minus_easiest", pair, checkpoint, checkpoint)
                where = _where(contrast, task.name, "balanced_accuracy", None) | {"second_task": easiest.name}
                yield where | _normal(_balanced(task, checkpoint), _balanced(easiest, checkpoint))


def _balanced(task: _Task, checkpoint: str) -> _Estimated:
    """Balanced accuracy of the answered over all wordings, with the variance of its linearisation.

    With r_gs right of a_gs answers of group g to images of side s, A_s = Σa_gs and p_s = Σr_gs / A_s:

        u_g = ½ Σ_s (r_gs - p_s a_gs) / A_s,  V = G/(G-1) Σu_g²

    A side on which all or none were right adds no residual but `unvaried_error` of as many groups as it has; so do
    groups that do not vary otherwise.
    """
    place = task.places[checkpoint]
    answered, right = (task.values[outcome][place].sum(axis=1) for outcome in ("coverage", "strict_accuracy"))
    n_images = int(np.count_nonzero(answered))
    sides = np.stack([task.positive, ~task.positive], axis=1)
    answers, rights = (group_sums(np.where(sides, part[:, None], 0.0), task.groups) for part in (answered, right))
    totals, right_totals = answers.sum(axis=0), rights.sum(axis=0)
    if not totals.all():
        return _Estimated(np.nan, np.nan, n_images)
    estimate = mean_of_sides(np.stack([right_totals, totals], axis=1).reshape(4, 1))[0]
    residuals = ((rights - right_totals / totals * answers) / totals).sum(axis=1) / 2
    groups = int(np.count_nonzero(answers.any(axis=1)))
    variance = groups / max(1, groups - 1) * float((residuals**2).sum())
    for side in np.flatnonzero((right_totals == 0) | (right_totals == totals)):
        variance += (unvaried_error(int(np.count_nonzero(answers[:, side]))) / 2) ** 2
    return _Estimated(float(estimate), variance or unvaried_error(groups) ** 2, n_images)


def _interactions(tasks: Sequence[_Task], contrasts: Sequence[_Contrast]) -> Iterator[Row]:
    for contrast in contrasts:
        gains = {task.name: gain for task in tasks if (gain := _gain(task, contrast)) is not None}
        for name, gain in gains.items():
            others = [other for task, other in gains.items() if task != name]
            if others:
                where = _where(contrast._replace(kind="interaction"), name, "strict_accuracy", None)
                yield where | {"second_task": None} | _normal(gain, _mean(others))


def _gain(task: _Task, contrast: _Contrast) -> _Estimated | None:
    """Strict accuracy of the first minus that of the second, pooled; null where both have no image in common."""
    found = _both(task, contrast)
    if found is None:
        return None
    first, second = (_image_means(task, place, found[2])[:, :1] for place in found[:2])
    known = ~np.isnan(first)
    sizes = group_sums(known, task.groups)
    mean, variance, _ = ratio_variances(group_sums(np.where(known, first - second, 0), task.groups), sizes)
    if np.isnan(variance[0]):
        variance = np.array([unvaried_error(int(np.count_nonzero(sizes))) ** 2])
    return _Estimated(float(mean[0]), float(variance[0]), int(known.sum()))


def _mean(parts: Sequence[_Estimated]) -> _Estimated:
    """The mean of independent estimates."""
    estimates, variances, images = zip(*parts, strict=True)
    return _Estimated(float(np.mean(estimates)), sum(variances) / len(parts) ** 2, sum(images))


def _normal(first: _Estimated, second: _Estimated) -> Row:
    """The difference of independent estimates with normal interval and p; null where one of them is undefined."""
    from scipy.stats import norm

    difference, error = first.estimate - second.estimate, float(np.sqrt(first.variance + second.variance))
    numbers = {
        "first": first.estimate,
        "second": second.estimate,
        "difference": difference,
        "low": difference - _Z * error,
        "high": difference + _Z * error,
        "p_value": 2 * norm.sf(abs(difference) / error),
    }
    known = {name: None if np.isnan(value) else float(value) for name, value in numbers.items()}
    return {"n_images": first.n_images + second.n_images, "test": "normal"} | known


# Correction for the number of comparisons


def _corrected(rows: Sequence[Row]) -> list[Row]:
    """Rows with `declared`, `correction` and `p_adjusted`."""
    families: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        whole = {"declared": False} | row
        rest = (whole["kind"], whole["outcome"], whole["prompt_id"] is None)
        families.setdefault(("declared",) if whole["declared"] else rest, []).append(whole)
    found = []
    for family, members in families.items():
        correction: Correction = "holm" if family == ("declared",) else "benjamini_hochberg"
        p_adjusted = adjusted([row["p_value"] for row in members], correction)
        found += [row | {"correction": correction, "p_adjusted": p} for row, p in zip(members, p_adjusted, strict=True)]
    return found

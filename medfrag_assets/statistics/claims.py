"""The five claims of the published study: what is estimated, and what the study's written rules make of it.

Small published tables in, one row per claim and estimand out. An estimand is a mean over cells (model and task), and
models share the images of a task: cells of one task are correlated, nobody knows how much. The standard error of their
mean is at most the mean of their standard errors, and is taken as that; images of different tasks have nothing in
common, so that variances of tasks add. With weights w_c of the cells (1/K for a mean over K of them):

    effect = Σ_c w_c e_c,   error² = Σ_tasks (Σ_{c in task} |w_c| s_c)²,   interval = effect ± z error

s_c is the width of the cell's own interval over 2z. Where that interval is null although the estimate is not (nothing
varied), s_c is `unvaried_error` of half the cell's images, as if all of them lay on one side.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any, NamedTuple

import polars as pl

from medfrag_assets.lake.schemas import CLAIM_VERDICTS
from medfrag_assets.statistics.intervals import unvaried_error
from medfrag_assets.statistics.paired import adjusted
from medfrag_assets.study.spec import Claim, Study

Row = dict[str, Any]
Key = tuple[str, ...]

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
_SIGNIFICANT = 0.05
_PROVENANCE = ("study", "run_id", "code_version")
_SCHEMA = pl.Schema({name: dtype for name, dtype in CLAIM_VERDICTS.schema.items() if name not in _PROVENANCE})


class _Cell(NamedTuple):
    """An estimate of a cell. `key` begins with model and task; `rests_on` are the (model, task) behind it."""

    key: Key
    estimate: float
    error: float
    n_images: int
    rests_on: frozenset[Key]


class _Mean(NamedTuple):
    """A weighted sum of cells with its interval; effect and ends null where a cell is missing or undefined."""

    effect: float | None
    low: float | None
    high: float | None
    level: float
    n_images: int
    n_cells: int


def claim_verdicts(
    study: Study,
    statistics: pl.DataFrame,
    wording_effects: pl.DataFrame,
    description_effects: pl.DataFrame,
    probes: pl.DataFrame,
    comparisons: pl.DataFrame,
) -> pl.DataFrame:
    """The rows of the table `claim_verdicts`, without provenance, claims in order.

    All tables are those of current checkpoints (of `comparisons`, the pairs' rows are). Every model of the study is
    expected on every task: where a cell is missing, or its estimate undefined, the effect is null and the verdict
    undecided; n_images and n_cells count what is there. A claim is supported when all of its estimands are,
    contradicted when one of them is, undecided otherwise.
    """
    claims = study.claims
    found: list[tuple[Claim, list[Row]]] = [
        (claims.near_random_when_hard, _near_random_when_hard(study, statistics)),
        (claims.no_consistent_advantage, _no_consistent_advantage(study, comparisons)),
        (claims.wording_swings_answers, _wording_swings_answers(study, wording_effects)),
        (claims.descriptions_recover_little, _descriptions_recover_little(study, description_effects)),
        (claims.weak_features_and_weak_reasoning, _weak_features_and_weak_reasoning(study, probes)),
    ]
    rows = [
        {"claim": number, "statement": claim.statement, "rule": claim.written_rule, "claim_verdict": _whole(rows)} | row
        for number, (claim, rows) in enumerate(found, start=1)
        for row in rows
    ]
    return pl.DataFrame(rows, schema=_SCHEMA)


def _whole(rows: Sequence[Row]) -> str:
    verdicts = {row["verdict"] for row in rows}
    if CONTRADICTED in verdicts:
        return CONTRADICTED
    return SUPPORTED if verdicts == {SUPPORTED} else UNDECIDED


# The five


def _near_random_when_hard(study: Study, statistics: pl.DataFrame) -> list[Row]:
    claim = study.claims.near_random_when_hard
    models = list(study.models)
    cells = _pooled_metric(statistics, "balanced_accuracy")
    signs = {claim.easiest: 1 / len(models), claim.hardest: -1 / len(models)}
    fall = _weighted(cells, {(model, task): sign for task, sign in signs.items() for model in models})
    narrow = _pooled_metric(statistics, "balanced_accuracy_90", level=0.9)
    hard = _mean(narrow, [(model, claim.hardest) for model in models], level=0.9)
    return [
        _row(
            f"balanced accuracy of the answered, {claim.easiest} minus {claim.hardest}, mean over models",
            fall,
            _decide(fall, supported=lambda low, _: low > 0, contradicted=lambda _, high: high < 0),
        ),
        _row(
            f"balanced accuracy of the answered on {claim.hardest}, mean over models",
            hard,
            _decide(
                hard,
                supported=lambda low, high: low >= claim.lowest and high <= claim.highest,
                contradicted=lambda low, high: high < claim.lowest or low > claim.highest,
            ),
        ),
    ]


def _no_consistent_advantage(study: Study, comparisons: pl.DataFrame) -> list[Row]:
    """Three numbers, one rule: all carry its verdict."""
    claim = study.claims.no_consistent_advantage
    rows = comparisons.filter(
        (pl.col("kind") == "medical_minus_base") & pl.col("declared") & (pl.col("outcome") == "strict_accuracy")
    ).filter(pl.col("prompt_id").is_null())
    wanted = [
        (model, task)
        for pair, task in study.declared
        for model, said in study.models.items()
        if (said.pair, said.role) == (pair, "medical")
    ]
    differences = _mean(_contrast_cells(rows), wanted)
    sides = {side: _leaning(rows, sign) for side, sign in (("ahead", 1), ("behind", -1))}
    ahead, behind = (sum(p <= _SIGNIFICANT for p in sides[side]) for side in ("ahead", "behind"))
    often = bool(wanted) and ahead >= claim.consistent * len(wanted)
    verdict = _decide(
        differences,
        supported=lambda _, high: (behind > 0 and not often) or high < claim.margin,
        contradicted=lambda low, _: low > 0 and often and behind == 0,
    )
    found = [_row("strict accuracy, medical minus base, mean over declared contrasts", differences, verdict)]
    for side, count in (("ahead", ahead), ("behind", behind)):
        share = None if differences.effect is None else count / len(wanted)
        mean = differences._replace(effect=share, low=None, high=None)
        name = f"share of declared contrasts in which the medical model is {side} (p: the smallest, Holm-corrected)"
        found.append(_row(name, mean, verdict, min(sides[side], default=None)))
    return found


def _wording_swings_answers(study: Study, wording_effects: pl.DataFrame) -> list[Row]:
    swing = study.claims.wording_swings_answers.swing
    wanted = [
        (model, task, meaning) for task in study.tasks for meaning in _reworded(study, task) for model in study.models
    ]
    found = []
    for outcome, name in (("accuracy", "strict accuracy"), ("refusal_rate", "refusals")):
        rows = wording_effects.filter((pl.col("protocol") == "corrected") & (pl.col("outcome") == outcome))
        beyond = rows.with_columns(estimate=pl.col("range") - pl.col("range_by_chance"))
        mean = _mean(_cells(beyond, "estimate", ("range_low", "range_high"), "n_images", more=("meaning",)), wanted)
        known = [p for p in adjusted(rows["p_value"].to_list(), "holm") if p is not None]
        smallest = min(known, default=None)
        verdict = _decide(mean, supported=lambda low, _: low > swing, contradicted=lambda _, high: high < swing)
        if verdict == SUPPORTED and (smallest is None or smallest > _SIGNIFICANT):
            verdict = UNDECIDED
        estimand = f"range of {name} over wordings of one meaning, beyond chance, mean over models, tasks and meanings"
        found.append(_row(f"{estimand} (p: the smallest of Cochran's Q, Holm-corrected)", mean, verdict, smallest))
    return found


def _descriptions_recover_little(study: Study, description_effects: pl.DataFrame) -> list[Row]:
    little = study.claims.descriptions_recover_little.little
    rows = description_effects.filter(
        (pl.col("protocol") == "corrected") & (pl.col("given") == "own"),
        pl.col("prompt_id").is_null() & pl.col("framing").is_null(),
        pl.col("diagnostician").is_in([study.diagnostician.alias] if study.diagnostician else []),
    )
    found = []
    for column, name in (("gain_over_options", "option scores"), ("gain_over_answers", "strict answers")):
        cells = _cells(rows, column, (f"{column}_low", f"{column}_high"), "n_images")
        mean = _mean(cells, _grid(study, study.tasks))
        verdict = _decide(mean, supported=lambda _, high: high < little, contradicted=lambda low, _: low > little)
        estimand = f"balanced accuracy of diagnoses from own descriptions minus that of {name}"
        found.append(_row(f"{estimand}, mean over models and tasks", mean, verdict))
    return found


def _weak_features_and_weak_reasoning(study: Study, probes: pl.DataFrame) -> list[Row]:
    claim = study.claims.weak_features_and_weak_reasoning
    tower = probes.filter(pl.col("rung") == "tower")
    features = _mean(_cells(tower, "accuracy", ("low", "high"), "n"), _grid(study, [claim.hardest]))
    gap = _mean(_cells(tower, "gap", ("gap_low", "gap_high"), "n"), _grid(study, study.tasks))
    return [
        _row(
            f"weak features: accuracy of probes on the vision tower, {claim.hardest}, mean over models",
            features,
            _decide(
                features,
                supported=lambda _, high: high < claim.strong_features,
                contradicted=lambda low, _: low > claim.strong_features,
            ),
        ),
        _row(
            "weak reasoning: accuracy of probes on the vision tower minus strict accuracy, mean over models and tasks",
            gap,
            _decide(gap, supported=lambda low, _: low > 0, contradicted=lambda _, high: high < 0),
        ),
    ]


# Their cells


def _grid(study: Study, tasks: Iterable[str]) -> list[Key]:
    return list(product(study.models, tasks))


def _reworded(study: Study, task: str) -> list[str]:
    """The meanings that the task asks in two wordings or more, suffixes included."""
    wordings = study.wordings(task)
    asked = Counter(wording.meaning for wording in wordings.closed.values())
    return [meaning for meaning, count in asked.items() if count * len(wordings.suffixes) > 1]


def _pooled_metric(statistics: pl.DataFrame, metric: str, level: float = 0.95) -> list[_Cell]:
    rows = statistics.filter(
        (pl.col("protocol") == "corrected") & (pl.col("control") == "image"),
        pl.col("prompt_id").is_null() & (pl.col("metric") == metric),
    )
    return _cells(rows, "estimate", ("low", "high"), "n_images", level)


def _cells(
    rows: pl.DataFrame,
    estimate: str,
    ends: tuple[str, str],
    n_images: str,
    level: float = 0.95,
    more: tuple[str, ...] = (),
) -> list[_Cell]:
    """Rows with model and task as cells, those whose estimate is null left out; `more` columns complete the key."""
    return [
        _Cell(
            (row["model"], row["task"], *(row[name] for name in more)),
            row[estimate],
            _error(row[ends[0]], row[ends[1]], row[n_images], level),
            row[n_images],
            frozenset([(row["model"], row["task"])]),
        )
        for row in rows.filter(pl.col(estimate).is_not_null()).iter_rows(named=True)
    ]


def _contrast_cells(rows: pl.DataFrame) -> list[_Cell]:
    """Declared contrasts, keyed by medical model and task, resting on two cells each."""
    found = []
    for row in rows.filter(pl.col("difference").is_not_null()).iter_rows(named=True):
        medical, base = (row[name].rsplit("@", 1)[0] for name in ("first_checkpoint", "second_checkpoint"))
        task, n_images = row["first_task"], row["n_images"]
        error = _error(row["low"], row["high"], n_images, 0.95)
        behind = frozenset([(medical, task), (base, task)])
        found.append(_Cell((medical, task), row["difference"], error, n_images, behind))
    return found


def _leaning(rows: pl.DataFrame, sign: int) -> list[float]:
    """Holm-corrected p-values of the contrasts whose difference has that sign."""
    p_values: list[float] = rows.filter(pl.col("difference") * sign > 0)["p_adjusted"].drop_nulls().to_list()
    return p_values


def _error(low: float | None, high: float | None, n_images: int, level: float) -> float:
    """A cell's standard error, from the width of its interval."""
    if low is None or high is None:
        return unvaried_error(max(1, n_images / 2))
    return (high - low) / 2 / _z(level)


# Their means


def _mean(cells: Sequence[_Cell], wanted: Sequence[Key], level: float = 0.95) -> _Mean:
    """The plain mean over the wanted cells."""
    return _weighted(cells, {key: 1 / len(wanted) for key in wanted}, level)


def _weighted(cells: Sequence[_Cell], weights: dict[Key, float], level: float = 0.95) -> _Mean:
    """The weighted sum of the cells that `weights` names, with the interval of this module's heading."""
    used = [cell for cell in cells if cell.key in weights]
    images: dict[str, int] = {}
    errors: dict[str, float] = {}
    for cell in used:
        task = cell.key[1]
        images[task] = max(images.get(task, 0), cell.n_images)
        errors[task] = errors.get(task, 0.0) + abs(weights[cell.key]) * cell.error
    size = sum(images.values()), len(frozenset[Key]().union(*(cell.rests_on for cell in used)))
    if not weights or {cell.key for cell in used} != set(weights):
        return _Mean(None, None, None, level, *size)
    effect = sum(weights[cell.key] * cell.estimate for cell in used)
    half = _z(level) * sum(error**2 for error in errors.values()) ** 0.5
    return _Mean(effect, effect - half, effect + half, level, *size)


def _z(level: float) -> float:
    from scipy.stats import norm

    return float(norm.ppf((1 + level) / 2))


def _decide(
    mean: _Mean, supported: Callable[[float, float], bool], contradicted: Callable[[float, float], bool]
) -> str:
    """What a rule over the ends of the interval makes of the mean; undecided where there is none."""
    if mean.low is None or mean.high is None:
        return UNDECIDED
    if supported(mean.low, mean.high):
        return SUPPORTED
    return CONTRADICTED if contradicted(mean.low, mean.high) else UNDECIDED


def _row(estimand: str, mean: _Mean, verdict: str, p_value: float | None = None) -> Row:
    return {"estimand": estimand, "verdict": verdict, "p_value": p_value} | mean._asdict()

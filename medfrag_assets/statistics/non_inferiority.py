"""Whether a checkpoint is worse than the one before it, or than its base: comparisons read against a margin."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Literal

import polars as pl

from medfrag_assets.statistics.intervals import unvaried_error

Verdict = Literal["worse", "undecided", "missing", "not_worse"]

# What of the table `comparisons` is judged, and which way is bad. Refusals stand beside accuracy, since a checkpoint
# that refuses what it got wrong before loses no accuracy by it. Hedges and unrelated answers count in accuracy alone.
KINDS = ("revision_minus_previous", "medical_minus_base")
_BAD = {"strict_accuracy": -1, "refusal_rate": 1}
_ALPHA = 0.05
_Z = 1.959964
_NUMBERS = ("n_images", "difference", "low", "high", "p_adjusted")
_SCHEMA = pl.Schema(
    dict.fromkeys(("checkpoint", "compared_with", "kind", "task", "outcome"), pl.String())
    | {"n_images": pl.Int64()}
    | dict.fromkeys(_NUMBERS[1:], pl.Float64())
    | {"current": pl.Boolean(), "verdict": pl.String()}
)


def judged(comparisons: pl.DataFrame, checkpoints: pl.DataFrame, tasks: Sequence[str], margin: float) -> pl.DataFrame:
    """A row per checkpoint, what it is compared with, task and outcome (strict accuracy, refusal rate), with `verdict`.

    comparisons: the table, of which pooled rows of `KINDS` count; checkpoints: checkpoint, current; tasks: the study's.
    Two checkpoints that were compared on one task have a row on every task: `missing`, with null numbers, where there
    is no comparison. A first revision that has no base has no row. In the order of the first five columns.
    """
    pooled = pl.col("prompt_id").is_null() & pl.col("kind").is_in(KINDS) & pl.col("outcome").is_in(list(_BAD))
    current = set(checkpoints.filter("current")["checkpoint"])
    rows = list(_rows(comparisons.filter(pooled), tasks, margin, current))
    return pl.DataFrame(rows, schema=_SCHEMA).sort(_SCHEMA.names()[:5])


def verdict(outcome: str, row: Mapping[str, Any], margin: float) -> Verdict:
    """What one difference comes to. row: n_images, difference, low, high and p_adjusted, each of which may be null.

    worse: the whole 95 % interval lies beyond the margin, on the bad side, and the corrected p of no difference is at
    most .05; not_worse: the whole interval lies on this side of the margin; undecided: neither; missing: no difference.
    A difference that is the same on every image has no interval: `unvaried_error` of as many images takes its place.
    """
    if row["difference"] is None:
        return "missing"
    low, high = row["low"], row["high"]
    if low is None or high is None:
        half = _Z * unvaried_error(row["n_images"])
        low, high = row["difference"] - half, row["difference"] + half
    least, most = (-high, -low) if _BAD[outcome] < 0 else (low, high)
    p = row["p_adjusted"]
    if least > margin and p is not None and p <= _ALPHA:
        return "worse"
    return "not_worse" if most < margin else "undecided"


def _rows(compared: pl.DataFrame, tasks: Sequence[str], margin: float, current: set[str]) -> Iterator[dict[str, Any]]:
    found = {
        (row["kind"], row["first_checkpoint"], row["second_checkpoint"], row["first_task"], row["outcome"]): row
        for row in compared.iter_rows(named=True)
    }
    contrasts = dict.fromkeys(key[:3] for key in found)
    for (kind, checkpoint, other), task, outcome in product(contrasts, tasks, _BAD):
        row = found.get((kind, checkpoint, other, task, outcome), {})
        numbers = {name: row.get(name) for name in _NUMBERS}
        yield {
            "checkpoint": checkpoint,
            "compared_with": other,
            "kind": kind,
            "task": task,
            "outcome": outcome,
            **numbers,
            "current": checkpoint in current,
            "verdict": verdict(outcome, numbers, margin),
        }

"""When a checkpoint is called worse: intervals and a margin, worked by hand."""

from typing import Any

import numpy as np
import polars as pl
import pytest

from medfrag_assets.lake.schemas import CHECKPOINTS, COMPARISONS
from medfrag_assets.statistics.comparisons import comparisons
from medfrag_assets.statistics.intervals import unvaried_error
from medfrag_assets.statistics.non_inferiority import judged, verdict
from medfrag_assets.study.load import load_study
from medfrag_assets_tests.fixtures.simulator import pair, simulate
from medfrag_assets_tests.fixtures.tables import frame_of

MARGIN = 0.05
TASKS = ("brain_tumor", "skin_cancer")


def _numbers(difference: float | None, low: float | None, high: float | None, p: float | None, n: int = 100) -> Any:
    return {"n_images": n, "difference": difference, "low": low, "high": high, "p_adjusted": p}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (_numbers(-0.12, -0.18, -0.06, 0.001), "worse"),
        # As far down, but the interval reaches the margin: the estimate alone calls nobody worse.
        (_numbers(-0.12, -0.20, -0.04, 0.001), "undecided"),
        (_numbers(-0.10, -0.15, -0.05, 0.001), "undecided"),
        # Beyond the margin, but not after correction for the number of comparisons.
        (_numbers(-0.12, -0.18, -0.06, 0.051), "undecided"),
        (_numbers(-0.12, -0.18, -0.06, 0.05), "worse"),
        (_numbers(-0.12, -0.18, -0.06, None), "undecided"),
        # Lower, and surely so, but by less than the margin.
        (_numbers(-0.03, -0.045, -0.015, 0.001), "not_worse"),
        (_numbers(-0.03, -0.05, -0.01, 0.001), "undecided"),
        (_numbers(0.0, -0.09, 0.09, 1.0), "undecided"),
        (_numbers(0.2, 0.1, 0.3, 0.001), "not_worse"),
        (_numbers(None, None, None, None), "missing"),
    ],
)
def test_strict_accuracy(numbers: Any, expected: str) -> None:
    assert verdict("strict_accuracy", numbers, MARGIN) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (_numbers(0.12, 0.06, 0.18, 0.001), "worse"),
        (_numbers(0.12, 0.04, 0.20, 0.001), "undecided"),
        (_numbers(-0.12, -0.18, -0.06, 0.001), "not_worse"),
        (_numbers(0.03, 0.02, 0.04, 0.001), "not_worse"),
    ],
)
def test_more_refusals_are_worse(numbers: Any, expected: str) -> None:
    assert verdict("refusal_rate", numbers, MARGIN) == expected


def test_a_difference_that_is_the_same_on_every_image() -> None:
    # 0 of 100: half a width of .0185, 0 of 4: of .245.
    assert 1.96 * unvaried_error(100) == pytest.approx(0.0185, abs=1e-4)
    assert verdict("strict_accuracy", _numbers(0.0, None, None, 1.0), MARGIN) == "not_worse"
    assert verdict("strict_accuracy", _numbers(0.0, None, None, 1.0, n=4), MARGIN) == "undecided"
    # Broken: right on every image before, on none now.
    assert verdict("strict_accuracy", _numbers(-1.0, None, None, 0.0008), MARGIN) == "worse"
    assert verdict("strict_accuracy", _numbers(-1.0, None, None, 1.0, n=1), MARGIN) == "undecided"
    assert verdict("strict_accuracy", _numbers(-0.06, None, None, 0.0008), MARGIN) == "undecided"


def test_a_wider_margin_forgives() -> None:
    numbers = _numbers(-0.12, -0.18, -0.06, 0.001)
    assert [verdict("strict_accuracy", numbers, margin) for margin in (0.01, 0.1, 0.2)] == [
        "worse",
        "undecided",
        "not_worse",
    ]


def _compared(*rows: tuple[str, str, str, str, float], **more: Any) -> pl.DataFrame:
    """Rows of `comparisons` with an interval of ± .03, from kind, checkpoint, the other, task and difference."""
    return frame_of(
        COMPARISONS,
        [
            {"kind": kind, "first_checkpoint": first, "second_checkpoint": second, "first_task": task}
            | {"second_task": task, "outcome": "strict_accuracy", "n_images": 100, "p_adjusted": 0.01}
            | {"difference": difference, "low": difference - 0.03, "high": difference + 0.03}
            | more
            for kind, first, second, task, difference in rows
        ],
    )


_REVISIONS = frame_of(
    CHECKPOINTS,
    [
        {"checkpoint": f"m@{place}", "model": "m", "first_seen": f"2026-0{place}", "current": place == 2}
        for place in (1, 2)
    ],
)
_REGISTER = pl.DataFrame(
    {"checkpoint": ["base@1", "m@1", "m@2", "m@3"], "current": [True, False, False, True]},
)


def _verdicts(found: pl.DataFrame) -> dict[tuple[Any, ...], str]:
    rows = found.filter(outcome="strict_accuracy").select("checkpoint", "compared_with", "task", "verdict").rows()
    return {row[:3]: row[3] for row in rows}


def test_every_revision_and_the_base_are_looked_at() -> None:
    found = judged(
        _compared(
            ("revision_minus_previous", "m@2", "m@1", "brain_tumor", -0.2),
            ("revision_minus_previous", "m@3", "m@2", "brain_tumor", 0.0),
            ("medical_minus_base", "m@3", "base@1", "brain_tumor", -0.3),
        ),
        _REGISTER,
        TASKS[:1],
        MARGIN,
    )
    assert _verdicts(found) == {
        ("m@2", "m@1", "brain_tumor"): "worse",
        ("m@3", "m@2", "brain_tumor"): "not_worse",
        ("m@3", "base@1", "brain_tumor"): "worse",
    }
    assert dict(found.select("checkpoint", "current").unique().iter_rows()) == {"m@2": False, "m@3": True}


def test_who_is_worse_by_just_the_margin_is_seldom_called_so_and_who_is_worse_by_more_mostly() -> None:
    assert _share_called_worse(drop=MARGIN, studies=50) <= 0.06
    assert _share_called_worse(drop=0.15, studies=20) >= 0.75


def _share_called_worse(drop: float, studies: int) -> float:
    """Of simulated revisions that lose so much strict accuracy on every task, 100 images each."""
    rng = np.random.default_rng(3)
    study = load_study("embedded")
    first, second = _REVISIONS["checkpoint"]
    found = []
    for _ in range(studies):
        parts = [simulate(rng, pair(0.75, -drop), task) for task in study.tasks]
        said = pl.concat(part.answers for part in parts)
        said = said.with_columns(checkpoint=pl.col("checkpoint").replace({"m0@1": first, "m1@1": second}))
        compared = comparisons(study, _REVISIONS, said, pl.concat(part.images for part in parts))
        found.append(judged(compared, _REVISIONS, list(study.tasks), MARGIN).filter(outcome="strict_accuracy"))
    verdicts = pl.concat(found)["verdict"].to_list()
    return verdicts.count("worse") / len(verdicts)


def test_cells_that_were_not_compared_are_missing_and_not_passed_over() -> None:
    found = judged(_compared(("revision_minus_previous", "m@3", "m@2", "skin_cancer", 0.0)), _REGISTER, TASKS, MARGIN)
    assert _verdicts(found) == {
        ("m@3", "m@2", "brain_tumor"): "missing",
        ("m@3", "m@2", "skin_cancer"): "not_worse",
    }
    assert found.filter(task="brain_tumor").select("n_images", "difference", "low").unique().rows() == [(None,) * 3]
    assert found.filter(outcome="refusal_rate")["verdict"].unique().to_list() == ["missing"]


def test_a_first_revision_without_a_base_has_no_row() -> None:
    found = judged(_compared(), _REGISTER, TASKS, MARGIN)
    assert found.is_empty()
    assert found.columns == [
        "checkpoint", "compared_with", "kind", "task", "outcome", "n_images", "difference", "low", "high",
        "p_adjusted", "current", "verdict",
    ]  # fmt: skip


def test_wordings_other_kinds_and_other_outcomes_are_no_verdict() -> None:
    worse = ("medical_minus_base", "m@3", "base@1", "brain_tumor", -0.3)
    assert judged(_compared(worse, prompt_id="w.a"), _REGISTER, TASKS, MARGIN).is_empty()
    assert judged(_compared(worse, outcome="coverage"), _REGISTER, TASKS, MARGIN).is_empty()
    assert judged(_compared(worse, kind="interaction"), _REGISTER, TASKS, MARGIN).is_empty()
    assert judged(_compared(worse), _REGISTER, TASKS, MARGIN).height == 4

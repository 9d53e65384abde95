"""What the written rules make of the five claims: hand-computed means, their errors, and each verdict."""

from collections.abc import Callable, Iterable
from math import sqrt
from typing import Any

import polars as pl
import pytest

from medfrag_assets.lake.schemas import (
    CLAIM_VERDICTS,
    COMPARISONS,
    DESCRIPTION_EFFECTS,
    PROBES,
    STATISTICS,
    WORDING_EFFECTS,
)
from medfrag_assets.statistics.claims import claim_verdicts
from medfrag_assets.statistics.intervals import unvaried_error
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.tables import frame_of

_STUDY = load_study("embedded")
_MODELS, _TASKS = tuple(_STUDY.models), tuple(_STUDY.tasks)
_EASY, _HARD = "brain_tumor", "breast_histopathology"
_Z = 1.959963984540054
_MEANINGS = ("disease", "choice", "abnormal", "normal")
Row = dict[str, Any]


def _cells(numbers: Callable[[str, str], Row | None]) -> list[Row]:
    """A row per model and task with what `numbers` says of it; none where that is null."""
    found = []
    for task in _TASKS:
        for model in _MODELS:
            said = numbers(model, task)
            if said is not None:
                found.append(
                    {"model": model, "checkpoint": f"{model}@1", "task": task, "protocol": "corrected", **said}
                )
    return found


def _statistics(numbers: Callable[[str, str], Row | None], metric: str = "balanced_accuracy") -> list[Row]:
    where = {"control": "image", "prompt_id": None, "metric": metric, "n_images": 100}
    return [where | row for row in _cells(numbers)]


def _contrasts(differences: Iterable[float], p: Iterable[float], half: float = 0.1) -> list[Row]:
    """A row per declared contrast, in the study's order."""
    return [
        {"kind": "medical_minus_base", "pair": pair, "first_checkpoint": f"tiny-{_MEDICAL[pair]}@1", "first_task": task}
        | {"second_checkpoint": f"tiny-{pair}@1", "second_task": task, "outcome": "strict_accuracy", "declared": True}
        | {"difference": difference, "low": difference - half, "high": difference + half, "n_images": 100}
        | {"p_value": 0.01, "p_adjusted": p_adjusted, "prompt_id": None}
        for (pair, task), difference, p_adjusted in zip(_STUDY.declared, differences, p, strict=True)
    ]


_MEDICAL = {"llava": "llava-med", "gemma": "medgemma"}


def _wordings(numbers: Callable[[str, str], Row | None], outcome: str) -> list[Row]:
    return [
        {"meaning": meaning, "outcome": outcome, "n_images": 100, "n_wordings": 2, **row}
        for row in _cells(numbers)
        for meaning in _MEANINGS
    ]


def _verdicts(study: Study = _STUDY, **tables: list[Row]) -> pl.DataFrame:
    declared = (STATISTICS, WORDING_EFFECTS, DESCRIPTION_EFFECTS, PROBES, COMPARISONS)
    return claim_verdicts(study, **{table.name: frame_of(table, tables.get(table.name, [])) for table in declared})


def _claim(number: int, study: Study = _STUDY, **tables: list[Row]) -> list[Row]:
    return _verdicts(study, **tables).filter(pl.col("claim") == number).to_dicts()


def _ends(row: Row) -> tuple[float, float, float]:
    return row["effect"], row["low"], row["high"]


# The table


def test_without_any_table_every_claim_is_undecided() -> None:
    found = _verdicts()
    provenance = ("study", "run_id", "code_version")
    assert found.schema == pl.Schema({k: v for k, v in CLAIM_VERDICTS.schema.items() if k not in provenance})
    assert found["claim"].unique().sort().to_list() == [1, 2, 3, 4, 5]
    assert found.select(CLAIM_VERDICTS.key).is_unique().all()
    assert set(found["verdict"]) == set(found["claim_verdict"]) == {"undecided"}
    assert found["effect"].null_count() == found["low"].null_count() == found.height
    assert found["n_cells"].sum() == found["n_images"].sum() == 0


def test_statement_and_rule_are_those_of_the_study_with_its_numbers() -> None:
    claim = _STUDY.claims.near_random_when_hard
    row = _claim(1)[0]
    assert row["statement"] == claim.statement
    assert "0.45 to 0.55" in row["rule"]
    assert "{" not in "".join(_verdicts()["rule"])


# 1: near-random when hard


def _falling(easy: float, hard: float, half: float = 0.1) -> Callable[[str, str], Row | None]:
    estimates = {_EASY: easy, _HARD: hard}
    return lambda _, task: (
        {"estimate": estimates[task], "low": estimates[task] - half, "high": estimates[task] + half}
        if task in estimates
        else None
    )


def _first(easy: float, hard: float, half: float = 0.1, narrow: float = 0.04) -> list[Row]:
    wide = _statistics(_falling(easy, hard, half))
    return _claim(1, statistics=wide + _statistics(_falling(easy, hard, narrow), "balanced_accuracy_90"))


def test_fall_and_near_random_by_hand() -> None:
    # Four models with an error of .1/1.96 each: as much for their mean, √2 of it for the difference of two tasks. At
    # 90 %, the half width of the mean is the mean half width.
    fall, hard = _first(0.9, 0.5)
    assert _ends(fall) == pytest.approx((0.4, 0.4 - 0.1 * sqrt(2), 0.4 + 0.1 * sqrt(2)))
    assert (fall["level"], fall["n_images"], fall["n_cells"], fall["p_value"]) == (0.95, 200, 8, None)
    assert _ends(hard) == pytest.approx((0.5, 0.46, 0.54))
    assert (hard["level"], hard["n_images"], hard["n_cells"]) == (0.9, 100, 4)
    assert [row["verdict"] for row in (fall, hard)] == ["supported", "supported"]
    assert fall["claim_verdict"] == "supported"


@pytest.mark.parametrize(
    ("easy", "hard", "verdicts", "whole"),
    [
        (0.9, 0.52, ["supported", "undecided"], "undecided"),
        (0.9, 0.7, ["supported", "contradicted"], "contradicted"),
        (0.9, 0.4, ["supported", "contradicted"], "contradicted"),
        (0.55, 0.5, ["undecided", "supported"], "undecided"),
        (0.3, 0.5, ["contradicted", "supported"], "contradicted"),
    ],
)
def test_fall_and_near_random_decided(easy: float, hard: float, verdicts: list[str], whole: str) -> None:
    rows = _first(easy, hard)
    assert [row["verdict"] for row in rows] == verdicts
    assert {row["claim_verdict"] for row in rows} == {whole}


def test_models_differ_and_their_errors_are_averaged() -> None:
    halves = dict(zip(_MODELS, (0.02, 0.04, 0.06, 0.08), strict=True))
    rows = _statistics(
        lambda model, task: (
            {"estimate": 0.5 + halves[model], "low": 0.5, "high": 0.5 + 2 * halves[model]} if task == _HARD else None
        ),
        "balanced_accuracy_90",
    )
    assert _ends(_claim(1, statistics=rows)[1]) == pytest.approx((0.55, 0.5, 0.6))


def test_a_missing_cell_leaves_no_effect() -> None:
    def without_one(model: str, task: str) -> Row | None:
        return None if (model, task) == (_MODELS[0], _HARD) else _falling(0.9, 0.5)(model, task)

    fall, hard = _claim(1, statistics=_statistics(without_one))
    assert (fall["effect"], fall["low"], fall["verdict"], fall["n_cells"]) == (None, None, "undecided", 7)
    assert (hard["effect"], hard["n_cells"]) == (None, 0)


def test_an_undefined_cell_is_a_missing_one() -> None:
    def without_one(model: str, task: str) -> Row | None:
        known = _falling(0.9, 0.5)(model, task)
        return known and (known | {"estimate": None, "low": None, "high": None} if model == _MODELS[0] else known)

    fall, _ = _claim(1, statistics=_statistics(without_one))
    assert (fall["effect"], fall["verdict"], fall["n_cells"]) == (None, "undecided", 6)


def test_a_cell_that_did_not_vary_is_not_certain() -> None:
    constant = _statistics(lambda _, task: {"estimate": 0.5} if task == _HARD else None, "balanced_accuracy_90")
    hard = _claim(1, statistics=constant)[1]
    half = 1.6448536 * unvaried_error(50)
    assert _ends(hard) == pytest.approx((0.5, 0.5 - half, 0.5 + half), abs=1e-6)


def test_other_protocols_controls_and_wordings_do_not_count() -> None:
    rows = _statistics(_falling(0.9, 0.5))
    for other in ({"protocol": "as_published"}, {"control": "blank"}, {"prompt_id": "w"}):
        assert _claim(1, statistics=[row | other for row in rows])[0]["n_cells"] == 0


def test_a_study_without_the_hardest_task_cannot_say() -> None:
    study = _STUDY.model_copy(update={"tasks": {name: _STUDY.tasks[name] for name in _TASKS if name != _HARD}})
    rows = [row for row in _statistics(_falling(0.9, 0.5)) if row["task"] != _HARD]
    fall, hard = _claim(1, study, statistics=rows)
    assert (fall["effect"], hard["effect"], fall["claim_verdict"]) == (None, None, "undecided")


# 2: no consistent advantage


def test_mean_over_contrasts_by_hand() -> None:
    # Two contrasts a task with a half width of .1: as much for the task; the mean of four tasks has half of it.
    mean, ahead, behind = _claim(2, comparisons=_contrasts([0.2] * 6 + [0.0] * 2, [0.01] * 5 + [0.2] * 3))
    assert _ends(mean) == pytest.approx((0.15, 0.1, 0.2))
    assert (mean["n_images"], mean["n_cells"]) == (400, 16)
    assert (ahead["effect"], behind["effect"]) == (5 / 8, 0)
    assert (ahead["p_value"], behind["p_value"], mean["p_value"]) == (0.01, None, None)
    assert {row["verdict"] for row in (mean, ahead, behind)} == {"undecided"}


@pytest.mark.parametrize(
    ("differences", "p", "verdict"),
    [
        # Ahead in six of eight, behind in none, the mean above 0.
        ([0.2] * 8, [0.01] * 6 + [0.06] * 2, "contradicted"),
        # Ahead in five of eight is not enough.
        ([0.2] * 8, [0.01] * 5 + [0.06] * 3, "undecided"),
        # Behind in one, ahead in few.
        ([0.4] * 7 + [-0.2], [0.5] * 7 + [0.01], "supported"),
        # Behind in one, but ahead in the other seven.
        ([0.4] * 7 + [-0.2], [0.01] * 8, "undecided"),
        # Nothing is there: .0 with a half width of .05 reaches .05, with -.01 it stays below.
        ([0.001] * 8, [1.0] * 8, "undecided"),
        ([-0.01] * 8, [1.0] * 8, "supported"),
    ],
)
def test_advantage_decided(differences: list[float], p: list[float], verdict: str) -> None:
    assert {row["verdict"] for row in _claim(2, comparisons=_contrasts(differences, p))} == {verdict}


def test_a_consistent_but_slight_advantage_is_none() -> None:
    rows = _contrasts([0.02] * 8, [0.001] * 8, half=0.02)
    mean, ahead, _ = _claim(2, comparisons=rows)
    assert mean["low"] > 0
    assert (ahead["effect"], mean["verdict"]) == (1, "supported")


def test_a_missing_contrast_leaves_no_effect() -> None:
    rows = _claim(2, comparisons=_contrasts([0.2] * 8, [0.01] * 8)[1:])
    assert [row["effect"] for row in rows] == [None] * 3
    assert {row["verdict"] for row in rows} == {"undecided"}
    assert rows[0]["n_cells"] == 14


def test_only_declared_pooled_contrasts_count() -> None:
    rows = _contrasts([0.2] * 8, [0.01] * 8)
    for other in ({"declared": False}, {"prompt_id": "w"}, {"outcome": "coverage"}, {"kind": "interaction"}):
        assert _claim(2, comparisons=[row | other for row in rows])[0]["n_cells"] == 0


def test_a_study_without_pairs_declares_nothing() -> None:
    models = {name: model.model_copy(update={"pair": None, "role": None}) for name, model in _STUDY.models.items()}
    study = _STUDY.model_copy(update={"models": models, "contrasts": None})
    rows = _claim(2, study)
    assert [row["effect"] for row in rows] == [None] * 3
    assert rows[0]["verdict"] == "undecided"


# 3: wording swings answers


def _swinging(effect: float, p: float | None, half: float = 0.1) -> list[Row]:
    numbers = {"range": effect + 0.05, "range_low": effect, "range_high": effect + 2 * half, "range_by_chance": 0.05}
    return [
        row
        for outcome in ("accuracy", "refusal_rate")
        for row in _wordings(lambda *_: numbers | {"p_value": p}, outcome)
    ]


def test_range_beyond_chance_by_hand() -> None:
    # Four models and four meanings share the images of a task; the mean of four tasks has half of a half width of .1.
    accuracy, refusals = _claim(3, wording_effects=_swinging(0.2, 0.0001))
    assert _ends(accuracy) == pytest.approx((0.2, 0.15, 0.25))
    assert (accuracy["n_images"], accuracy["n_cells"]) == (400, 16)
    # Holm's over 64 of them.
    assert accuracy["p_value"] == pytest.approx(0.0064)
    assert (accuracy["verdict"], refusals["verdict"], accuracy["claim_verdict"]) == ("supported",) * 3


@pytest.mark.parametrize(
    ("effect", "p", "verdict"),
    [(0.2, 0.001, "undecided"), (0.2, None, "undecided"), (0.08, 0.0001, "undecided"), (-0.01, 0.0001, "contradicted")],
)
def test_range_decided(effect: float, p: float | None, verdict: str) -> None:
    assert _claim(3, wording_effects=_swinging(effect, p))[0]["verdict"] == verdict


def test_every_meaning_asked_twice_is_expected() -> None:
    rows = [row for row in _swinging(0.2, 0.0001) if row["meaning"] != "normal"]
    assert _claim(3, wording_effects=rows)[0]["effect"] is None
    # Without the suffix, abnormal and normal are asked once: no rows are expected of them.
    study = _STUDY.model_copy(update={"prompts": _STUDY.prompts.model_copy(update={"suffixes": {"plain": ""}})})
    left = [row for row in rows if row["meaning"] != "abnormal"]
    assert _claim(3, study, wording_effects=left)[0]["effect"] == pytest.approx(0.2)


# 4: descriptions recover little


def _described(options: float, answers: float, **other: Any) -> list[Row]:
    assert _STUDY.diagnostician is not None
    gains = {"gain_over_options": options, "gain_over_answers": answers}
    numbers = gains | {f"{name}_low": gain - 0.04 for name, gain in gains.items()}
    numbers |= {f"{name}_high": gain + 0.04 for name, gain in gains.items()}
    where = {"given": "own", "prompt_id": None, "framing": None, "diagnostician": _STUDY.diagnostician.alias}
    return _cells(lambda *_: numbers | {"n_images": 100} | where | other)


@pytest.mark.parametrize(
    ("options", "answers", "verdicts", "whole"),
    [
        (0.05, 0.07, ["supported", "supported"], "supported"),
        (0.05, 0.09, ["supported", "undecided"], "undecided"),
        (0.05, 0.13, ["supported", "contradicted"], "contradicted"),
    ],
)
def test_gain_decided(options: float, answers: float, verdicts: list[str], whole: str) -> None:
    # Half width .04 a cell: .04 a task, .02 for the mean of four tasks.
    rows = _claim(4, description_effects=_described(options, answers))
    assert _ends(rows[0]) == pytest.approx((options, options - 0.02, options + 0.02))
    assert [row["verdict"] for row in rows] == verdicts
    assert rows[0]["claim_verdict"] == whole


@pytest.mark.parametrize("other", [{"given": "empty"}, {"framing": "f"}, {"prompt_id": "d"}, {"diagnostician": "x"}])
def test_only_own_descriptions_pooled_count(other: Row) -> None:
    assert _claim(4, description_effects=_described(0.05, 0.05, **other))[0]["n_cells"] == 0


def test_a_study_without_a_diagnostician_cannot_say() -> None:
    study = _STUDY.model_copy(update={"diagnostician": None})
    assert _claim(4, study, description_effects=_described(0.05, 0.05))[0]["effect"] is None


# 5: weak features and weak reasoning


def _probed(accuracy: float, gap: float, rung: str = "tower") -> list[Row]:
    numbers = {"accuracy": accuracy, "low": accuracy - 0.04, "high": accuracy + 0.04}
    numbers |= {"gap": gap, "gap_low": gap - 0.1, "gap_high": gap + 0.1}
    return _cells(lambda *_: numbers | {"rung": rung, "n": 100})


def _without_protocol(rows: list[Row]) -> list[Row]:
    return [{name: value for name, value in row.items() if name != "protocol"} for row in rows]


@pytest.mark.parametrize(
    ("accuracy", "gap", "verdicts", "whole"),
    [
        (0.7, 0.2, ["supported", "supported"], "supported"),
        (0.95, 0.2, ["contradicted", "supported"], "contradicted"),
        (0.88, 0.2, ["undecided", "supported"], "undecided"),
        (0.7, 0.03, ["supported", "undecided"], "undecided"),
        (0.7, -0.2, ["supported", "contradicted"], "contradicted"),
    ],
)
def test_features_and_reasoning_decided(accuracy: float, gap: float, verdicts: list[str], whole: str) -> None:
    rows = _claim(5, probes=_without_protocol(_probed(accuracy, gap)))
    assert _ends(rows[0]) == pytest.approx((accuracy, accuracy - 0.04, accuracy + 0.04))
    assert _ends(rows[1]) == pytest.approx((gap, gap - 0.05, gap + 0.05))
    assert [row["n_cells"] for row in rows] == [4, 16]
    assert [row["n_images"] for row in rows] == [100, 400]
    assert [row["verdict"] for row in rows] == verdicts
    assert rows[0]["claim_verdict"] == whole


def test_other_rungs_do_not_count() -> None:
    assert _claim(5, probes=_without_protocol(_probed(0.7, 0.2, "projector")))[0]["n_cells"] == 0

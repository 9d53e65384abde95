"""Comparisons between cells, worked by hand: which rows there are, their numbers, and their correction."""

from typing import Any

import numpy as np
import polars as pl
import pytest

from medfrag_assets.lake.schemas import COMPARISONS
from medfrag_assets.statistics.comparisons import comparisons
from medfrag_assets.statistics.intervals import unvaried_error
from medfrag_assets.statistics.paired import adjusted
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import Contrast, Study
from medfrag_assets_tests.fixtures.simulator import pair, simulate

_STUDY = load_study("embedded")
_EASY, _HARD = "brain_tumor", "breast_histopathology"
# What a letter stands for: right, wrong, refused; a point was not asked.
_SAID = {"1": ("answered", True), "0": ("answered", False), "r": ("refused", False)}
_ANSWERS = {name: pl.String for name in ("model", "checkpoint", "task", "prompt_id", "image_id", "verdict", "label")}


def _answers(said: dict[str, dict[str, dict[str, str]]]) -> pl.DataFrame:
    """Answers from checkpoint -> task -> wording -> a letter per image."""
    rows = [
        {"model": checkpoint.split("@")[0], "checkpoint": checkpoint, "task": task, "prompt_id": prompt_id}
        | {"image_id": f"i{number}", "label": _SAID[letter][0], "correct": _SAID[letter][1]}
        | {"verdict": "positive" if _SAID[letter][0] == "answered" else None}
        for checkpoint, tasks in said.items()
        for task, wordings in tasks.items()
        for prompt_id, letters in wordings.items()
        for number, letter in enumerate(letters)
        if letter != "."
    ]
    return pl.DataFrame(rows, schema={**_ANSWERS, "correct": pl.Boolean})


def _images(count: int, groups: list[int] | None = None) -> pl.DataFrame:
    """The same images for every task, the first half positive."""
    of_groups = groups or list(range(count))
    rows = [
        {"task": task, "image_id": f"i{number}", "group_id": f"g{of_groups[number]}"}
        | {"label": "positive" if number < count / 2 else "negative"}
        for task in _STUDY.tasks
        for number in range(count)
    ]
    return pl.DataFrame(rows)


def _checkpoints(*rows: tuple[str, str | None, str | None, str, bool]) -> pl.DataFrame:
    """From (checkpoint, pair, role, first seen, current)."""
    names = ("checkpoint", "pair", "role", "first_seen", "current")
    known = pl.DataFrame(rows, schema=dict.fromkeys(names[:4], pl.String) | {"current": pl.Boolean}, orient="row")
    return known.with_columns(model=pl.col("checkpoint").str.split("@").list.first())


_PAIR = _checkpoints(("base@1", "p", "base", "2026-01", True), ("medical@1", "p", "medical", "2026-01", True))
_SAID_BY_PAIR = {
    "base@1": {_EASY: {"w.a": "1100", "w.b": "1000"}},
    "medical@1": {_EASY: {"w.a": "1110", "w.b": "1r10"}},
}


def _compared(said: Any, checkpoints: pl.DataFrame = _PAIR, images: int = 4, study: Study = _STUDY) -> pl.DataFrame:
    return comparisons(study, checkpoints, _answers(said), _images(images))


def _row(found: pl.DataFrame, **where: Any) -> dict[str, Any]:
    conditions = [pl.col(name).eq_missing(pl.lit(value)) for name, value in where.items()]
    (row,) = found.filter(pl.lit(value=True), *conditions).iter_rows(named=True)
    return row


# Medical minus base


def test_pooled_difference_by_hand() -> None:
    # Image means: medical 1, 1/2, 1, 0 against 1, 1/2, 0, 0. Differences 0, 0, 1, 0: mean 1/4, variance 1/4, error 1/4,
    # t_3 = 3.1824. One group differs: both signs give as much, p = 1.
    row = _row(_compared(_SAID_BY_PAIR), outcome="strict_accuracy", prompt_id=None)
    assert (row["kind"], row["pair"]) == ("medical_minus_base", "p")
    assert (row["first_checkpoint"], row["second_checkpoint"]) == ("medical@1", "base@1")
    assert (row["first_task"], row["second_task"], row["n_images"]) == (_EASY, _EASY, 4)
    assert (row["first"], row["second"], row["difference"]) == (0.625, 0.375, 0.25)
    assert (row["low"], row["high"]) == pytest.approx((0.25 - 0.7956, 0.25 + 0.7956), abs=1e-4)
    assert (row["test"], row["p_value"]) == ("sign_flip", 1)


def test_coverage_and_refusals_by_hand() -> None:
    found = _compared(_SAID_BY_PAIR)
    coverage, refusals = (_row(found, outcome=outcome) for outcome in ("coverage", "refusal_rate"))
    assert (coverage["first"], coverage["second"], coverage["difference"]) == (0.875, 1, -0.125)
    assert (refusals["first"], refusals["second"], refusals["difference"]) == (0.125, 0, 0.125)


def test_wordings_by_hand() -> None:
    # w.a: one image only the medical one got right, none the other way: 2 · 1/2 - 1/2. w.b: one likewise.
    found = _compared(_SAID_BY_PAIR)
    first = _row(found, prompt_id="w.a")
    assert (first["test"], first["p_value"]) == ("mcnemar_mid_p", pytest.approx(0.5))
    assert (first["first"], first["second"], first["n_images"]) == (0.75, 0.5, 4)
    assert found.filter(pl.col("prompt_id").is_not_null())["outcome"].unique().to_list() == ["strict_accuracy"]


def test_only_what_both_were_asked_counts() -> None:
    said = {"base@1": {_EASY: {"w.a": "11..", "w.b": "0000"}}, "medical@1": {_EASY: {"w.a": ".01.", "w.c": "1111"}}}
    found = _compared(said)
    assert set(found["prompt_id"]) == {None, "w.a"}
    row = _row(found, outcome="strict_accuracy", prompt_id=None)
    assert (row["n_images"], row["first"], row["second"]) == (1, 0, 1)
    assert (row["low"], row["high"]) == (None, None)


def test_nothing_in_common_is_no_row() -> None:
    assert _compared({"base@1": {_EASY: {"w": "1..."}}, "medical@1": {_EASY: {"w": ".1.."}}}).is_empty()
    assert _compared({}).is_empty()


def test_groups_are_the_unit() -> None:
    said = {"base@1": {_EASY: {"w": "00000000"}}, "medical@1": {_EASY: {"w": "11001100"}}}
    apart = comparisons(_STUDY, _PAIR, _answers(said), _images(8))
    grouped = comparisons(_STUDY, _PAIR, _answers(said), _images(8, [0, 0, 1, 1, 2, 2, 3, 3]))
    narrow, wide = (_row(found, outcome="strict_accuracy", prompt_id=None) for found in (apart, grouped))
    # Four groups, differences 1, 0, 1, 0: t_3 √(1/12) = .9187; two of them differ: exact p of 4 patterns.
    assert (wide["low"], wide["high"]) == pytest.approx((0.5 - 0.9187, 0.5 + 0.9187), abs=1e-4)
    assert narrow["high"] < wide["high"]
    assert (wide["p_value"], narrow["p_value"]) == (0.5, 0.125)


def test_a_pair_without_its_medical_or_base_model_is_left_out() -> None:
    lonely = _checkpoints(("base@1", "p", "base", "2026-01", True), ("alone@1", None, None, "2026-01", True))
    said = {name: {_EASY: {"w": "1100"}} for name in ("base@1", "alone@1", "medical@1")}
    assert _compared(said, lonely).is_empty()
    assert _compared(said, _PAIR.filter(pl.col("role") == "medical")).is_empty()


def test_every_medical_model_of_a_pair_is_compared() -> None:
    three = pl.concat([_PAIR, _checkpoints(("other@1", "p", "medical", "2026-01", True))])
    said = {name: {_EASY: {"w": "1100"}} for name in three["checkpoint"]}
    assert set(_compared(said, three)["first_checkpoint"]) == {"medical@1", "other@1"}


def test_a_cell_that_is_missing_takes_its_rows_with_it() -> None:
    tasks = {_EASY: {"w": "1100"}, _HARD: {"w": "1100"}}
    found = _compared({"base@1": tasks, "medical@1": {_EASY: {"w": "1110"}}})
    assert set(found.filter(pl.col("kind") == "medical_minus_base")["first_task"]) == {_EASY}
    assert found.filter(pl.col("kind") == "task_minus_easiest")["first_checkpoint"].to_list() == ["base@1"]
    assert "interaction" not in found["kind"].to_list()


# A revision minus the one before


def test_revisions_are_compared_with_the_one_seen_just_before() -> None:
    seen = _checkpoints(
        ("m@c", "p", "base", "2026-03", True),
        ("m@a", "p", "base", "2026-01", False),
        ("m@b", "p", "base", "2026-02", False),
        ("other@a", None, None, "2026-01", True),
    )
    said = {"m@a": "0000", "m@b": "1000", "m@c": "1111", "other@a": "1111"}
    found = _compared({name: {_EASY: {"w": letters}} for name, letters in said.items()}, seen)
    assert set(found["kind"]) == {"revision_minus_previous"}
    pooled = found.filter(pl.col("outcome") == "strict_accuracy").sort("first_checkpoint")
    assert pooled.select("first_checkpoint", "second_checkpoint", "difference", "pair").rows() == [
        ("m@b", "m@a", 0.25, "p"),
        ("m@c", "m@b", 0.75, "p"),
    ]
    assert found["prompt_id"].is_null().all()


def test_earlier_revisions_are_in_no_pair() -> None:
    seen = pl.concat([_PAIR, _checkpoints(("medical@0", "p", "medical", "2025-01", False))])
    said = {name: {_EASY: {"w": "1100"}} for name in seen["checkpoint"]}
    found = _compared(said, seen).filter(pl.col("kind") == "medical_minus_base")
    assert set(found["first_checkpoint"]) == {"medical@1"}


# Tasks


def test_task_minus_easiest_by_hand() -> None:
    # Easiest: 3 of 4 positive and 2 of 4 negative right, 5/8; u = ½ (r - p)/4, V = 8/7 (3/32² + 9/32² + 4/16²) = 1/32.
    # Hardest: 2 and 2 of 4, 1/2: V = 8/7 · 8/16² = 1/28. Difference -1/8, error √(1/32 + 1/28) = .258775.
    alone = _checkpoints(("m@1", None, None, "2026-01", True))
    row = _row(_compared({"m@1": {_EASY: {"w": "11101100"}, _HARD: {"w": "11001100"}}}, alone, 8))
    assert (row["kind"], row["first_task"], row["second_task"]) == ("task_minus_easiest", _HARD, _EASY)
    assert (row["first"], row["second"], row["difference"], row["n_images"]) == (0.5, 0.625, -0.125, 16)
    half = 1.959964 * 0.258775
    assert (row["low"], row["high"]) == pytest.approx((-0.125 - half, -0.125 + half), abs=1e-5)
    assert (row["test"], row["p_value"]) == ("normal", pytest.approx(0.62906, abs=1e-4))


def test_a_side_that_is_all_right_is_not_certain() -> None:
    # All right: each side adds half the error of 0 out of 4, squared.
    alone = _checkpoints(("m@1", None, None, "2026-01", True))
    row = _row(_compared({"m@1": {_EASY: {"w": "11111111"}, _HARD: {"w": "00000000"}}}, alone, 8))
    half = 1.959964 * np.sqrt(4 * (unvaried_error(4) / 2) ** 2)
    assert (row["difference"], row["low"], row["high"]) == pytest.approx((-1, -1 - half, -1 + half), abs=1e-5)


def test_without_the_easiest_task_the_first_one_stands_for_it() -> None:
    tasks = dict(list(_STUDY.tasks.items())[1:])
    study = _STUDY.model_copy(update={"tasks": tasks})
    alone = _checkpoints(("m@1", None, None, "2026-01", True))
    found = _compared({"m@1": {task: {"w": "1010"} for task in tasks}}, alone, study=study)
    assert set(found["second_task"]) == {next(iter(tasks))}
    assert found.height == len(tasks) - 1


def test_one_task_only_has_no_comparison_of_tasks() -> None:
    assert set(_compared(_SAID_BY_PAIR)["kind"]) == {"medical_minus_base"}


def test_nothing_answered_is_null_and_not_corrected_for() -> None:
    said = {"base@1": {_EASY: {"w": "rrrr"}, _HARD: {"w": "1010"}}, "medical@1": {_EASY: {"w": "rrrr"}}}
    found = _compared(said)
    row = _row(found, kind="task_minus_easiest")
    assert (row["n_images"], row["first"], row["second"]) == (4, 0.5, None)
    assert {row[name] for name in ("difference", "low", "high", "p_value", "p_adjusted")} == {None}
    refusals = _row(found, outcome="refusal_rate")
    assert (refusals["first"], refusals["second"], refusals["difference"], refusals["p_value"]) == (1, 1, 0, 1)


def test_interaction_by_hand() -> None:
    # Gains: 0, 0, 1, 0 on one task, mean 1/4, V = 1/16; 1, 0, 1, 0 on the other, mean 1/2, V = 1/12; their difference
    # has an error of √(7/48). Third task: the same answers, a gain of 0 whose error is that of 0 out of 4.
    said = {
        "base@1": {_EASY: {"w": "1000"}, _HARD: {"w": "0000"}, "pneumonia": {"w": "1010"}},
        "medical@1": {_EASY: {"w": "1010"}, _HARD: {"w": "1010"}, "pneumonia": {"w": "1010"}},
    }
    row = _row(_compared(said), kind="interaction", first_task=_EASY)
    error = np.sqrt(1 / 16 + (1 / 12 + unvaried_error(4) ** 2) / 4)
    assert (row["first"], row["second"], row["difference"], row["second_task"]) == (0.25, 0.25, 0, None)
    assert (row["low"], row["high"]) == pytest.approx((-1.959964 * error, 1.959964 * error), abs=1e-5)
    assert (row["n_images"], row["test"], row["p_value"]) == (12, "normal", 1)
    two = {name: {task: tasks[task] for task in (_EASY, _HARD)} for name, tasks in said.items()}
    row = _row(_compared(two), kind="interaction", first_task=_HARD)
    half = 1.959964 * np.sqrt(7 / 48)
    assert (row["difference"], row["low"], row["high"]) == pytest.approx((0.25, 0.25 - half, 0.25 + half), abs=1e-5)


# The whole table


@pytest.fixture(scope="module")
def whole() -> pl.DataFrame:
    """Two pairs on four tasks, and an earlier revision."""
    rng = np.random.default_rng(6)
    design = pair(0.6, 0.15, accuracy=(0.6, 0.75, 0.6, 0.6), group_sizes=(1, 2), refused=0.1, images=40)
    parts = [simulate(rng, design, task) for task in _STUDY.tasks]
    renamed = parts[0].checkpoints.with_columns(pair=pl.col("pair").replace({"p0": "llava", "p1": "gemma"}))
    earlier = renamed.head(1).with_columns(checkpoint=pl.lit("m0@0"), first_seen=pl.lit("2025"), current=False)
    answers = pl.concat(part.answers for part in parts)
    before = answers.filter(pl.col("checkpoint") == "m1@1").with_columns(checkpoint=pl.lit("m0@0"), model=pl.lit("m0"))
    mixed = pl.concat([answers, before]).sample(fraction=1, shuffle=True, seed=1)
    study = _STUDY.model_copy(update={"contrasts": (Contrast(pair="llava"), Contrast(pair="gemma", tasks=(_HARD,)))})
    images = pl.concat(part.images for part in parts)
    return comparisons(study, pl.concat([renamed, earlier]), mixed, images)


def test_it_is_the_declared_table(whole: pl.DataFrame) -> None:
    provenance = ("study", "run_id", "code_version")
    assert whole.schema == pl.Schema({k: v for k, v in COMPARISONS.schema.items() if k not in provenance})
    assert whole.select(COMPARISONS.key).is_unique().all()
    for column in COMPARISONS.columns:
        if column.name not in provenance:
            assert column.nullable or whole[column.name].null_count() == 0, column.name
            assert column.values is None or set(whole[column.name].drop_nulls()) <= set(column.values)
    assert dict(whole.group_by("kind").len().iter_rows()) == {
        "medical_minus_base": 2 * 4 * (3 + 12),
        "revision_minus_previous": 4 * 3,
        "task_minus_easiest": 4 * 3,
        "interaction": 2 * 4,
    }


def test_declared_contrasts_are_corrected_together_with_holm(whole: pl.DataFrame) -> None:
    declared = whole.filter("declared")
    assert declared.select("pair", "first_task").sort("pair", "first_task").rows() == [
        ("gemma", _HARD),
        *sorted(("llava", task) for task in _STUDY.tasks),
    ]
    assert set(declared["outcome"]) == {"strict_accuracy"}
    assert declared["prompt_id"].is_null().all()
    assert set(declared["correction"]) == {"holm"}
    assert declared["p_adjusted"].to_list() == pytest.approx(adjusted(declared["p_value"].to_list(), "holm"))


def test_the_rest_is_corrected_by_kind_outcome_and_wording(whole: pl.DataFrame) -> None:
    rest = whole.filter(~pl.col("declared")).with_columns(by_wording=pl.col("prompt_id").is_not_null())
    families = rest.partition_by("kind", "outcome", "by_wording")
    assert set(rest["correction"]) == {"benjamini_hochberg"}
    assert len(families) == 4 + 3 + 1 + 1
    for family in families:
        expected = adjusted(family["p_value"].to_list(), "benjamini_hochberg")
        assert family["p_adjusted"].to_list() == pytest.approx(expected)


def test_differences_lie_in_their_intervals(whole: pl.DataFrame) -> None:
    assert (whole["first"] - whole["second"] - whole["difference"]).abs().max() < 1e-12  # type: ignore[operator]
    assert whole.filter(~pl.col("difference").is_between("low", "high")).is_empty()


def test_pooled_values_are_shares_of_rows_where_all_was_asked(whole: pl.DataFrame) -> None:
    rng = np.random.default_rng(7)
    found = simulate(rng, pair(0.5, 0.2, group_sizes=(1, 3), refused=0.2, hedged=0.1, images=30))
    row = _row(
        comparisons(_STUDY, found.checkpoints, found.answers, found.images), outcome="refusal_rate", prompt_id=None
    )
    shares = dict(found.answers.group_by("checkpoint").agg((pl.col("label") == "refused").mean()).iter_rows())
    assert (row["first"], row["second"]) == pytest.approx((shares["m1@1"], shares["m0@1"]), abs=1e-12)

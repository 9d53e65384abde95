import subprocess
import sys

import polars as pl
import pytest

from medfrag_assets.lake.expectations import schema_problems, suite_for, validate
from medfrag_assets.lake.schemas import (
    ANSWERS,
    CHECKPOINTS,
    EMBEDDINGS,
    ERRORS,
    IMAGES,
    PROBES,
    STATISTICS,
    TABLES,
    Table,
)
from medfrag_assets_tests.fixtures.tables import distinct_rows, frame_of


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_frame_of_the_declaration_is_valid(table: Table) -> None:
    assert validate(table, distinct_rows(table, 4)) == (True, 4, ())


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_rows_are_valid_only_where_declared(table: Table) -> None:
    found = validate(table, table.schema.to_frame())
    assert found.success == table.may_be_empty
    assert found.rows == 0
    assert found.failures == (() if table.may_be_empty else ("rows: at least 1: found 0",))


def test_great_expectations_is_not_imported_with_the_module() -> None:
    code = "import sys, medfrag_assets.lake.expectations; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_each_failure_is_a_line_with_column_expectation_count_and_examples() -> None:
    frame = distinct_rows(ANSWERS, 6).with_columns(
        pl.Series("label", ["answered", "maybe", "maybe", "dunno", "perhaps", "unsure"]),
        pl.Series("rule", [None, None, "r", "r", "r", "r"]),
        pl.Series("correct", [None, True, True, True, True, True]),
    )
    assert set(validate(ANSWERS, frame).failures) == {
        "label: one of answered, hedged, refused, off_task, empty: 5 bad values, such as 'maybe', 'dunno', 'perhaps'",
        "rule: not null: 2 bad values",
        "correct: not null: 1 bad values",
    }


def test_a_repeated_key_is_named_with_its_values() -> None:
    twice = pl.concat([distinct_rows(CHECKPOINTS, 2)] * 2)
    (failure,) = validate(CHECKPOINTS, twice).failures
    assert failure == "checkpoint: unique: 4 bad values, such as 'checkpoint-0', 'checkpoint-1'"


def test_a_null_in_a_key_counts_as_a_value_of_its_own() -> None:
    pooled = {"checkpoint": "c", "task": "t", "metric": "coverage", "prompt_id": None}
    by_wording = pooled | {"prompt_id": "w"}
    assert validate(STATISTICS, frame_of(STATISTICS, [pooled, by_wording])).success
    (failure,) = validate(STATISTICS, frame_of(STATISTICS, [pooled, pooled, by_wording])).failures
    assert "unique together: 2 bad values, such as ('c', 't', 'corrected', 'image', null, 'coverage')" in failure


def test_bounds_are_inclusive_and_leave_nulls_alone() -> None:
    rows = [{"metric": str(place), "p_value": p_value} for place, p_value in enumerate((0.0, 1.0, None, 1.5))]
    assert validate(STATISTICS, frame_of(STATISTICS, rows[:3])).success
    assert validate(STATISTICS, frame_of(STATISTICS, rows)).failures == (
        "p_value: at least 0 and at most 1: 1 bad values, such as 1.5",
    )
    counts = distinct_rows(IMAGES, 3).with_columns(finding_count=pl.Series([None, 2, -1]))
    (failure,) = validate(IMAGES, counts).failures
    assert failure.startswith("finding_count: at least 0: 1 bad values, such as -1")


def test_nan_is_no_way_to_write_a_missing_number() -> None:
    frame = distinct_rows(PROBES, 2).with_columns(accuracy=pl.Series([0.5, float("nan")]))
    assert validate(PROBES, frame).failures == ("accuracy: NaN where null is meant: 1 bad values",)


def test_a_list_is_checked_for_null_only() -> None:
    frame = distinct_rows(EMBEDDINGS, 2).with_columns(vector=pl.Series([[1.0, 2.0], None], dtype=pl.List(pl.Float32)))
    assert validate(EMBEDDINGS, frame).failures == ("vector: not null: 1 bad values",)


def test_schema_problems_name_missing_undeclared_wrong_and_moved_columns() -> None:
    frame = distinct_rows(ERRORS, 1)
    assert schema_problems(ERRORS, frame) == []
    changed = frame.drop("reason").with_columns(pl.lit(1).alias("task"), pl.lit("x").alias("extra"))
    assert schema_problems(ERRORS, changed) == [
        "reason: column is missing",
        "extra: column is not declared",
        "task: type is Int32, declared is String",
    ]
    (moved,) = schema_problems(ERRORS, frame.select(pl.all().exclude("model"), "model"))
    assert moved.startswith("columns are in another order: checkpoint, task")
    assert not validate(ERRORS, changed).success


def test_the_suite_follows_the_declaration() -> None:
    suite = suite_for(STATISTICS)
    by_type = [expectation.expectation_type for expectation in suite.expectations]
    required = [column for column in STATISTICS.columns if not column.nullable]
    assert by_type.count("expect_column_values_to_not_be_null") == len(required)
    assert by_type.count("expect_compound_columns_to_be_unique") == 1
    assert suite.name == "statistics"

"""A Great Expectations suite per table, made from the table's one declaration, and the validation of a frame by it.

Great Expectations takes seconds to import, so it is imported inside functions only: what has no table to validate
never pays for it.
"""

import logging
import math
import os
from functools import cache
from typing import Any, NamedTuple

import polars as pl

from medfrag_assets.lake.schemas import Column, Table

_EXAMPLES = 3
# More bad values are fetched than shown, because equal ones are shown once.
_FETCHED = 50


class Validation(NamedTuple):
    """What validation found: a plain line per failure, with column, expectation, number of bad values and examples."""

    success: bool
    rows: int
    failures: tuple[str, ...]


def suite_for(table: Table) -> Any:
    """The suite of a table (`great_expectations.ExpectationSuite`), expectations in the order of the declaration.

    Columns and their order, at least one row unless the table may be empty, a unique key, and for each column: no null
    unless nullable, permitted values, inclusive bounds. A null in a nullable column meets every expectation, and in a
    key it counts as a value of its own. Types are not here: a pandas frame no longer has them. See `schema_problems`.
    """
    gx = _great_expectations()
    gxe = gx.expectations
    expectations = [gxe.ExpectTableColumnsToMatchOrderedList(column_list=table.schema.names())]
    if not table.may_be_empty:
        expectations.append(gxe.ExpectTableRowCountToBeBetween(min_value=1))
    if len(table.key) == 1:
        expectations.append(gxe.ExpectColumnValuesToBeUnique(column=table.key[0]))
    else:
        expectations.append(gxe.ExpectCompoundColumnsToBeUnique(column_list=list(table.key), ignore_row_if="never"))
    for column in table.columns:
        expectations.extend(_column_expectations(gxe, column))
    return gx.ExpectationSuite(name=table.name, expectations=expectations)


def validate(table: Table, frame: pl.DataFrame) -> Validation:
    """Validates `frame` as `table`: column names, order and types first, and where these hold, every value.

    Values are looked at only in a frame of the declared shape, so that one wrong type is one line and not twenty. NaN
    fails even in a nullable column: a missing number is written as null. The suite runs twice when something is wrong:
    first for the mere outcomes, which takes half the time, then for the details of what failed.
    """
    problems = schema_problems(table, frame) or _not_a_number(frame)
    if not problems and not (table.may_be_empty and frame.is_empty()):
        problems = _value_problems(table, frame)
    return Validation(not problems, frame.height, tuple(problems))


def schema_problems(table: Table, frame: pl.DataFrame) -> list[str]:
    """How the frame's schema departs from the declaration: columns missing, not declared, of another type, moved."""
    declared, found = table.schema, frame.schema
    problems = [f"{name}: column is missing" for name in declared if name not in found]
    problems += [f"{name}: column is not declared" for name in found if name not in declared]
    problems += [
        f"{name}: type is {found[name]}, declared is {dtype}"
        for name, dtype in declared.items()
        if name in found and found[name] != dtype
    ]
    if not problems and declared.names() != found.names():
        problems = [f"columns are in another order: {', '.join(found.names())}"]
    return problems


def _great_expectations() -> Any:
    # Set before the import: the library reads it once, and nothing here may leave the machine.
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    for name in ("great_expectations", "posthog"):
        logging.getLogger(name).setLevel(logging.ERROR)
    import great_expectations as gx
    import great_expectations.expectations

    return gx


@cache
def _batch_definition() -> Any:
    """The way to hand over a frame; one context in memory serves the whole process."""
    context = _great_expectations().get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    return asset.add_batch_definition_whole_dataframe("whole")


def _column_expectations(gxe: Any, column: Column) -> list[Any]:
    expectations = []
    if not column.nullable:
        expectations.append(gxe.ExpectColumnValuesToNotBeNull(column=column.name))
    if column.values is not None:
        expectations.append(gxe.ExpectColumnValuesToBeInSet(column=column.name, value_set=list(column.values)))
    if column.low is not None or column.high is not None:
        bounds = gxe.ExpectColumnValuesToBeBetween(column=column.name, min_value=column.low, max_value=column.high)
        expectations.append(bounds)
    return expectations


def _not_a_number(frame: pl.DataFrame) -> list[str]:
    counts = frame.select(pl.col(pl.Float32, pl.Float64).is_nan().sum())
    if counts.is_empty():
        return []
    return [
        f"{name}: NaN where null is meant: {count} bad values"
        for name, count in counts.row(0, named=True).items()
        if count
    ]


def _value_problems(table: Table, frame: pl.DataFrame) -> list[str]:
    batch = _batch_definition().get_batch(batch_parameters={"dataframe": _as_pandas(frame)})
    suite = suite_for(table)
    if batch.validate(suite, result_format={"result_format": "BOOLEAN_ONLY"}).success:
        return []
    detail = {"result_format": "BASIC", "partial_unexpected_count": _FETCHED}
    return [_line(result) for result in batch.validate(suite, result_format=detail).results if not result.success]


def _as_pandas(frame: pl.DataFrame) -> Any:
    """The frame in pandas. Of a list only its length goes over (null stays null): its values have no expectation."""
    lists = [name for name, dtype in frame.schema.items() if isinstance(dtype, pl.List)]
    return frame.with_columns(pl.col(lists).list.len()).to_pandas()


def _line(result: Any) -> str:
    """One failed expectation in words."""
    config, error = result.expectation_config, result.exception_info
    kwargs = config.kwargs
    columns = kwargs.get("column") or ", ".join(kwargs.get("column_list", ())) or "rows"
    if error.get("raised_exception"):
        return f"{columns}: {config.type} could not be computed: {error.get('exception_message')}"
    meaning, found = _meaning(config.type, kwargs), result.result
    if "unexpected_count" not in found:
        return f"{columns}: {meaning}: found {found.get('observed_value')}"
    line = f"{columns}: {meaning}: {found['unexpected_count']} bad values"
    bad = [] if config.type == _NOT_NULL else found.get("partial_unexpected_list") or []
    examples = list(dict.fromkeys(map(_example, bad)))[:_EXAMPLES]
    return f"{line}, such as {', '.join(examples)}" if examples else line


_NOT_NULL = "expect_column_values_to_not_be_null"


def _meaning(expectation: str, kwargs: dict[str, Any]) -> str:
    """An expectation in words; one without words here goes by its own name."""
    words = {
        _NOT_NULL: "not null",
        "expect_column_values_to_be_unique": "unique",
        "expect_compound_columns_to_be_unique": "unique together",
        "expect_column_values_to_be_in_set": f"one of {', '.join(kwargs.get('value_set') or ())}",
        "expect_column_values_to_be_between": _bounds(kwargs),
        "expect_table_row_count_to_be_between": _bounds(kwargs),
    }
    return words.get(expectation, expectation)


def _bounds(kwargs: dict[str, Any]) -> str:
    low, high = kwargs.get("min_value"), kwargs.get("max_value")
    ends = [f"at least {low:g}"] if low is not None else []
    ends += [f"at most {high:g}"] if high is not None else []
    return " and ".join(ends)


def _example(value: Any) -> str:
    """A bad value as text; of a compound key its parts. pandas writes a null as NaN."""
    if isinstance(value, dict):
        return "(" + ", ".join(map(_example, value.values())) + ")"
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    return "null" if missing else repr(value)

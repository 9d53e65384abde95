"""`medfrag sql`."""

import csv
import json
import math
import sys
from typing import Any

import duckdb
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from medfrag_assets.commands.console import standard_console
from medfrag_assets.lake.database import in_two_lines, reading
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths

_FORMATS = ("table", "csv", "json")
# A table's borders: one line, and a space on either side of every value.
_PER_TABLE = 1
_PER_COLUMN = 3
# Whole numbers up to here are told apart by a double.
_LARGEST_WRITTEN_OUT = 1e15
_DECIMALS = 6


def show_query(paths: StudyPaths, query: str, output: str) -> None:
    """Prints what the query gives. Raises `MedfragError` for an unknown format or what DuckDB says of the query."""
    if output not in _FORMATS:
        raise MedfragError(f"--format is one of {', '.join(_FORMATS)}, not {output!r}.")
    columns, rows = _asked(paths, query)
    _PRINTERS[output](columns, rows)


def _asked(paths: StudyPaths, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with reading(paths) as connection:
        try:
            result = connection.execute(query)
            # DuckDB gives no result for a query of blanks and comments, whatever its types say.
            if result is None:
                raise MedfragError('The query is empty. Try: "show tables"')
            return [column[0] for column in result.description or []], result.fetchall()
        except duckdb.Error as error:
            raise MedfragError(in_two_lines(error)) from None


def _print_csv(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _print_json(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    records = [{column: _json_value(value) for column, value in zip(columns, row, strict=True)} for row in rows]
    json.dump(records, sys.stdout, default=str, ensure_ascii=False, indent=1, allow_nan=False)
    sys.stdout.write("\n")


def _json_value(value: Any) -> Any:
    """The value as JSON can say it: null for NaN and infinities, which JSON has no word for."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): _json_value(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_json_value(inner) for inner in value]
    return value


def _print_table(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """A table where it fits the width; otherwise one row after another, every value whole."""
    console = standard_console()
    cells = [[_shown(value) for value in row] for row in rows]
    if _table_width(columns, cells) <= console.width:
        _print_grid(console, columns, cells)
    elif cells:
        _print_row_by_row(columns, cells)
    else:
        sys.stdout.write(f"No rows. Columns: {', '.join(columns)}\n")


def _print_grid(console: Console, columns: list[str], cells: list[list[str]]) -> None:
    table = Table()
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in cells:
        table.add_row(*(Text(value) for value in row))
    console.print(table)


def _print_row_by_row(columns: list[str], cells: list[list[str]]) -> None:
    margin = max(cell_len(column) for column in columns) + 2
    for number, row in enumerate(cells, start=1):
        sys.stdout.write(f"row {number:,} of {len(cells):,}\n")
        for column, value in zip(columns, row, strict=True):
            heading = column + " " * (margin - cell_len(column))
            sys.stdout.write((heading + value.replace("\n", "\n" + " " * margin)).rstrip() + "\n")
        if number < len(cells):
            sys.stdout.write("\n")


def _table_width(columns: list[str], cells: list[list[str]]) -> int:
    widths = [max(_longest_line(value) for value in column) for column in zip(columns, *cells, strict=True)]
    return sum(widths) + _PER_COLUMN * len(widths) + _PER_TABLE


def _longest_line(value: str) -> int:
    return max((cell_len(line) for line in value.split("\n")), default=0)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return _number(value) if isinstance(value, float) else str(value)


def _number(value: float) -> str:
    """At most six decimals, small numbers with six digits; powers of ten only where a number is very small or large."""
    if abs(value) < 1 or not math.isfinite(value):
        return f"{value:.{_DECIMALS}g}"
    if abs(value) >= _LARGEST_WRITTEN_OUT:
        return repr(value)
    return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")


_PRINTERS = {"csv": _print_csv, "json": _print_json, "table": _print_table}

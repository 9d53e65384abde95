"""`medfrag sql`."""

import csv
import json
import sys
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from medfrag_assets.lake.database import reading
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths

_FORMATS = ("table", "csv", "json")


def show_query(paths: StudyPaths, query: str, output: str) -> None:
    """Prints what the query gives. Raises `MedfragError` for an unknown format or what DuckDB says of the query."""
    if output not in _FORMATS:
        raise MedfragError(f"--format is one of {', '.join(_FORMATS)}, not {output!r}.")
    try:
        with reading(paths) as connection:
            result = connection.execute(query)
            columns = [column[0] for column in result.description or []]
            rows = result.fetchall()
    except duckdb.Error as error:
        raise MedfragError(str(error).strip()) from None
    _PRINTERS[output](columns, rows)


def _print_csv(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _print_json(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    json.dump(
        [dict(zip(columns, row, strict=True)) for row in rows], sys.stdout, default=str, ensure_ascii=False, indent=1
    )
    sys.stdout.write("\n")


def _print_table(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    table = Table()
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    Console().print(table)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


_PRINTERS = {"csv": _print_csv, "json": _print_json, "table": _print_table}

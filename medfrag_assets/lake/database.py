"""The published DuckDB file: built elsewhere, then put in place by rename, and read without ever blocking a build."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths

if TYPE_CHECKING:
    import duckdb

_MEMORY = "2GB"
_THREADS = 2
# DuckDB goes on with a picture of the query and an arrow, which is long for queries that are.
_LINES = 2


class NotPublishedError(MedfragError):
    """The study has no database yet. Whoever knows how the user named the study adds how to make one."""


def publish(building: Path, database: Path) -> None:
    """Puts a finished build in the place of the published database. Readers keep the one that they have open.

    Raises `MedfragError` when there is no finished build.
    """
    if not building.is_file():
        raise MedfragError(f"No finished build {building}: materialize the dbt models, then this.")
    database.parent.mkdir(parents=True, exist_ok=True)
    os.replace(building, database)


def table_rows(database: Path) -> dict[str, int]:
    """Number of rows of every table of a database file."""
    import duckdb

    with duckdb.connect(str(database), read_only=True) as connection:
        names = connection.execute("select table_name from duckdb_tables() order by 1").fetchall()
        # Names come from the database's own catalogue and are quoted.
        return {name: _count(connection, name) for (name,) in names}


@contextmanager
def reading(paths: StudyPaths) -> "Iterator[duckdb.DuckDBPyConnection]":
    """A read-only connection to the study's published database, without access to other files or the network.

    Raises `NotPublishedError` when there is none and `MedfragError` when it cannot be opened.
    """
    if not paths.database.is_file():
        raise NotPublishedError(f"No database of study {paths.study} yet ({paths.database}).")
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": _THREADS,
        "memory_limit": _MEMORY,
        "enable_external_access": False,
    }
    try:
        connection = duckdb.connect(str(paths.database), read_only=True, config=settings)
    except duckdb.Error as error:
        raise MedfragError(
            f"The database cannot be opened: {in_two_lines(error)}\n"
            f"If {paths.database} is broken, delete it and run the study again: no model runs for that."
        ) from None
    with connection:
        yield connection


def in_two_lines(error: "duckdb.Error") -> str:
    """What DuckDB says of an error, and its hint: the first two lines that say something."""
    return "\n".join([line.strip() for line in str(error).splitlines() if line.strip()][:_LINES])


def _count(connection: "duckdb.DuckDBPyConnection", table: str) -> int:
    quoted = '"' + table.replace('"', '""') + '"'
    row = connection.execute(f"select count(*) from {quoted}").fetchone()  # noqa: S608
    return int(row[0]) if row else 0

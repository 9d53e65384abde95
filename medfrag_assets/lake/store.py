"""The study's Parquet tables: one file per partition, written whole, with the fingerprint of what it was made from."""

import shutil
from pathlib import Path

import polars as pl

from medfrag_assets.lake.schemas import Table
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.files import whole_file

# Raised when the meaning of a table's content changes, so that older files are made again.
CODE_VERSION = "2"
_FINGERPRINT = "medfrag.fingerprint"


def table_file(lake: Path, table: Table, checkpoint: str | None = None, task: str | None = None) -> Path:
    """Where a partition of a table lies: <table>/model=<checkpoint>/task=<task>/part.parquet."""
    folder = lake / table.name
    if table.partitioning == "model_task":
        folder = folder / f"model={checkpoint}"
    if table.partitioning != "none":
        folder = folder / f"task={task}"
    return folder / "part.parquet"


def with_provenance(frame: pl.DataFrame, table: Table, provenance: dict[str, str]) -> pl.DataFrame:
    """`frame` with study, run_id (given by `provenance`) and code_version, columns in order and cast to their types.

    Raises `polars.exceptions.PolarsError` when a column is missing or does not fit.
    """
    columns = [pl.lit(value).alias(name) for name, value in provenance.items()]
    whole = frame.with_columns(*columns, pl.lit(CODE_VERSION).alias("code_version"))
    return whole.select(table.schema.names()).cast(table.schema)


def write_table(path: Path, whole: pl.DataFrame, fingerprint: str) -> None:
    """Writes one partition whole, and in its file what it was made from."""
    with whole_file(path) as temporary:
        whole.write_parquet(temporary, metadata={_FINGERPRINT: fingerprint})


def read_table(lake: Path, table: Table, checkpoint: str | None = None, task: str | None = None) -> pl.DataFrame:
    """One partition. Raises `MedfragError` when it has not been made yet."""
    path = table_file(lake, table, checkpoint, task)
    if not path.is_file():
        cell = ", ".join(part for part in (checkpoint, task) if part)
        raise MedfragError(f"{table.name}{f' of {cell}' if cell else ''} is not there yet: materialize it first.")
    return pl.read_parquet(path, hive_partitioning=False)


def fingerprint_of(path: Path) -> str | None:
    """What a partition's file was made from; null when there is no such file or it cannot be read."""
    try:
        return pl.read_parquet_metadata(path).get(_FINGERPRINT)
    except (OSError, pl.exceptions.PolarsError):
        return None


def drop_table(lake: Path, table: Table) -> None:
    """Removes all partitions of a table."""
    shutil.rmtree(lake / table.name, ignore_errors=True)

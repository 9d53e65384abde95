"""dbt's staging layer, rendered from the table declarations: `python -m medfrag_assets.lake.dbt_sources` writes it.

A source and a staging model per published table, with grain, types and every column's description. The files are
tracked, and a test fails when they differ from what this renders.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from medfrag_assets.lake.schemas import TABLES, Column, Table
from medfrag_assets.study.paths import PROJECT

STAGING = PROJECT / "dbt_reports" / "models" / "staging"

# Vectors: large, and of no use in SQL. Probes say what can be read from them.
UNPUBLISHED = frozenset({"embeddings"})

_MADE_BY = "Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead."
# A quote would end the string that the path stands in; dbt-duckdb fills in {name}, so that other braces are doubled.
_LAKE = """{{ env_var('MEDFRAG_LAKE', 'lake') | replace("'", "''") | replace('{', '{' * 2) | replace('}', '}' * 2) }}"""
_LOCATION = f"read_parquet('{_LAKE}/{{name}}/**/*.parquet', union_by_name=true, hive_partitioning=false)"
_TYPES = {pl.String: "varchar", pl.Int64: "bigint", pl.Float64: "double", pl.Boolean: "boolean"}


def published_tables() -> list[Table]:
    """The tables that the database holds, in the order of their declaration."""
    return [table for table in TABLES.values() if table.name not in UNPUBLISHED]


def sources_yaml() -> str:
    """dbt's sources: one per published table, read from all Parquet files of its partitions."""
    source = {
        "name": "lake",
        "description": "The study's Parquet tables, validated when they were written.",
        "config": {"external_location": _LOCATION},
        "tables": [
            {
                "name": table.name,
                "description": _grain(table),
                "columns": [_column(column) for column in table.columns],
            }
            for table in published_tables()
        ],
    }
    return _yaml({"version": 2, "sources": [source]})


def staging_yaml() -> str:
    """dbt's staging models: description of table and columns, and the test that the key is unique over partitions."""
    models = [
        {
            "name": f"stg_{table.name}",
            "description": _grain(table),
            "columns": [_column(column) for column in table.columns],
            "data_tests": [
                {"unique_together": {"name": f"{table.name}_key_is_unique", "arguments": {"columns": [*table.key]}}}
            ],
        }
        for table in published_tables()
    ]
    return _yaml({"version": 2, "models": models})


def staging_sql(table: Table) -> str:
    """The staging model of a table: its columns, as a table of the same name in the published database."""
    columns = ",\n".join(f"    {column.name}" for column in table.columns)
    head = f"-- {_MADE_BY}\n{{{{ config(alias='{table.name}') }}}}"
    return f"{head}\n\nselect\n{columns}\nfrom {{{{ lake('{table.name}') }}}}\n"


def rendered() -> dict[Path, str]:
    """Every file of the staging layer with its content."""
    models = {STAGING / f"stg_{table.name}.sql": staging_sql(table) for table in published_tables()}
    return {STAGING / "sources.yml": sources_yaml(), STAGING / "staging.yml": staging_yaml(), **models}


def main() -> None:
    """Writes the staging layer and removes what no table stands for any more."""
    files = rendered()
    STAGING.mkdir(parents=True, exist_ok=True)
    for path in _others(files):
        path.unlink()
    for path, content in files.items():
        path.write_text(content, encoding="utf-8")


def _others(files: Iterable[Path]) -> list[Path]:
    return sorted(set(STAGING.iterdir()) - set(files))


def _grain(table: Table) -> str:
    return f"One row per {table.grain}."


def _column(column: Column) -> dict[str, str]:
    return {"name": column.name, "data_type": _TYPES[column.dtype], "description": column.description}


def _yaml(content: dict[str, Any]) -> str:
    return f"# {_MADE_BY}\n{yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)}"


if __name__ == "__main__":
    main()

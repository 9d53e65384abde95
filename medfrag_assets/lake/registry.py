"""The register of checkpoints that a study has seen: none is forgotten when its folder changes or goes away."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from medfrag_assets.lake.schemas import CHECKPOINTS
from medfrag_assets.lake.store import table_file

_PROVENANCE = ("study", "run_id", "code_version")


def known_checkpoints(lake: Path) -> pl.DataFrame:
    """The register as it lies in the lake; empty before the first one, and for a register of other columns."""
    path = table_file(lake, CHECKPOINTS)
    if not path.is_file() or pl.read_parquet_schema(path) != CHECKPOINTS.schema:
        return pl.DataFrame(schema=CHECKPOINTS.schema)
    return pl.read_parquet(path, hive_partitioning=False)


def register(known: pl.DataFrame, found: Sequence[dict[str, Any]], now: datetime | None = None) -> pl.DataFrame:
    """The register with the checkpoints that are there now, without provenance, in the order they were first seen.

    known: the register so far; found: the columns of `CHECKPOINTS` that describe a checkpoint, one per model. A
    checkpoint seen before keeps the time it was first seen at; a clock that has gone back puts none before those known.
    """
    earlier = {row["checkpoint"]: row for row in known.drop(_PROVENANCE).iter_rows(named=True)}
    seen = _stamp(now or datetime.now(UTC), [row["first_seen"] for row in earlier.values()])
    current = {row["checkpoint"] for row in found}
    rows = {key: row | {"current": False} for key, row in earlier.items() if key not in current}
    for row in found:
        first_seen = earlier[row["checkpoint"]]["first_seen"] if row["checkpoint"] in earlier else seen
        rows[row["checkpoint"]] = row | {"first_seen": first_seen, "current": True}
    schema = {name: dtype for name, dtype in CHECKPOINTS.schema.items() if name not in _PROVENANCE}
    frame = pl.DataFrame(list(rows.values()), schema=schema, infer_schema_length=None)
    return frame.sort("first_seen", "checkpoint")


def _stamp(now: datetime, known: Sequence[str]) -> str:
    """The time of this look, after every one that is known."""
    if known:
        now = max(now, datetime.fromisoformat(max(known)) + timedelta(microseconds=1))
    return now.astimezone(UTC).isoformat(timespec="microseconds")

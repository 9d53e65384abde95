"""Validates, writes and reports tables, the same way for every stage.

A run over one partition reports whole results, so that what lies below it in the same run follows. A run over a range
of partitions reports GPU tables live, each as it is done, so that a crash loses none of those before it; what lies
below is then run by itself. Cheap tables of a range are reported together at the end (`emit_together`), so that what
lies below them follows in the same run.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import dagster as dg
import polars as pl

from medfrag_assets.defs.checks import Outcome, table_outcome
from medfrag_assets.lake.expectations import validate
from medfrag_assets.lake.schemas import Table
from medfrag_assets.lake.store import with_provenance, write_table
from medfrag_assets.study.spec import Study

Event = dg.MaterializeResult[Any] | dg.AssetMaterialization | dg.AssetCheckEvaluation | dg.AssetCheckResult


class TableWrite(NamedTuple):
    """One partition of a table to validate and write. `outcomes` are further checks, already made."""

    table: Table
    frame: pl.DataFrame
    path: Path
    fingerprint: str
    metadata: Mapping[str, Any] = {}
    outcomes: Sequence[Outcome] = ()


def asset_key(study: Study, name: str) -> dg.AssetKey:
    """Keys begin with the study, so that studies lie side by side."""
    return dg.AssetKey([study.study, name])


def emit(context: dg.AssetExecutionContext, study: Study, partition: str | None, write: TableWrite) -> Iterator[Event]:
    """Validates the frame, writes it when every check passes, and reports both.

    A table that fails a check is not written: the earlier one stays, and the run fails with the check. A table that the
    run did not ask for is left alone.
    """
    key = asset_key(study, write.table.name)
    if key not in context.selected_asset_keys:
        return
    metadata, outcomes = _written(context, study, write)
    version = dg.DataVersion(write.fingerprint)
    if partition is not None and len(context.partition_keys) > 1:
        if metadata is not None:
            tags = {"dagster/data_version": version.value}
            yield dg.AssetMaterialization(key, partition=partition, metadata=metadata, tags=tags)
        yield from _evaluations(key, partition, outcomes)
    else:
        yield from _result(key, metadata, version, outcomes)


def emit_together(
    context: dg.AssetExecutionContext, study: Study, writes: Iterable[tuple[str, TableWrite]]
) -> Iterator[Event]:
    """As `emit`, for the cells (partition and table) of a cheap stage: a range is reported whole, after its last cell.

    Tables that were written before a failure stay in the lake, but Dagster hears of none of them: the next run makes
    them again.
    """
    if len(context.partition_keys) == 1:
        for partition, write in writes:
            yield from emit(context, study, partition, write)
        return
    made: dict[dg.AssetKey, None] = {}
    for partition, write in writes:
        key = asset_key(study, write.table.name)
        if key not in context.selected_asset_keys:
            continue
        metadata, outcomes = _written(context, study, write)
        yield from _evaluations(key, partition, outcomes)
        if metadata is None:
            return
        context.add_asset_metadata(metadata, asset_key=key, partition_key=partition)
        made[key] = None
    for key in made:
        yield dg.MaterializeResult(asset_key=key)


def _written(
    context: dg.AssetExecutionContext, study: Study, write: TableWrite
) -> tuple[Mapping[str, Any] | None, Sequence[Outcome]]:
    """Validates a table and writes it if it passes. Its metadata, null if it does not, and what the checks found."""
    whole = with_provenance(write.frame, write.table, {"study": study.study, "run_id": context.run.run_id})
    outcomes = [table_outcome(validate(write.table, whole).failures, len(whole)), *write.outcomes]
    if not all(outcome.passed for outcome in outcomes if outcome.blocking):
        return None, outcomes
    write_table(write.path, whole, write.fingerprint)
    return {"dagster/row_count": len(whole), **write.metadata}, outcomes


def _evaluations(key: dg.AssetKey, partition: str, outcomes: Sequence[Outcome]) -> Iterator[Event]:
    for outcome in outcomes:
        yield dg.AssetCheckEvaluation(
            asset_key=key,
            check_name=outcome.name,
            passed=outcome.passed,
            metadata=outcome.metadata,
            severity=_severity(outcome),
            blocking=outcome.blocking,
            partition=partition,
        )


def _result(
    key: dg.AssetKey, metadata: Mapping[str, Any] | None, version: dg.DataVersion, outcomes: Sequence[Outcome]
) -> Iterator[Event]:
    results = [
        dg.AssetCheckResult(
            asset_key=key,
            check_name=outcome.name,
            passed=outcome.passed,
            metadata=outcome.metadata,
            severity=_severity(outcome),
        )
        for outcome in outcomes
    ]
    if metadata is not None:
        yield dg.MaterializeResult(asset_key=key, metadata=metadata, data_version=version, check_results=results)
    else:
        yield from results


def _severity(outcome: Outcome) -> dg.AssetCheckSeverity:
    return dg.AssetCheckSeverity.ERROR if outcome.blocking else dg.AssetCheckSeverity.WARN

"""Asset checks: every table against its declaration, and the books of every cell."""

import warnings
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import dagster as dg

from medfrag_assets.lake.schemas import Table

TABLE_CHECK = "schema_and_values"
ACCOUNTING_CHECK = "every_planned_row_accounted_for"
AGREEMENT_CHECK = "raters_agree"


class Outcome(NamedTuple):
    """What a check found. One that does not block only warns."""

    name: str
    passed: bool
    metadata: dict[str, dg.MetadataValue]
    blocking: bool = True


def table_check_spec(
    key: dg.AssetKey, table: Table, partitions: dg.PartitionsDefinition | None = None
) -> dg.AssetCheckSpec:
    """The blocking check of a table's columns, types, values and key."""
    return _blocking(
        TABLE_CHECK,
        key,
        partitions,
        f"One row per {table.grain}. Columns, types, permitted values, bounds and the key "
        f"({', '.join(table.key)}), from the table's one declaration, checked with Great Expectations.",
    )


def accounting_check_spec(key: dg.AssetKey, partitions: dg.PartitionsDefinition) -> dg.AssetCheckSpec:
    """The blocking check that nothing planned got lost or was counted twice."""
    return _blocking(
        ACCOUNTING_CHECK,
        key,
        partitions,
        "Every planned closed row ends as exactly one response label or as a named error.",
    )


def agreement_check_spec(key: dg.AssetKey, enough: float) -> dg.AssetCheckSpec:
    """The check that warns when raters agree too little."""
    return dg.AssetCheckSpec(
        AGREEMENT_CHECK,
        asset=key,
        description=f"Cohen's kappa over all outcomes is at least {enough:g} for every pair of raters. Warns otherwise "
        "and lists disagreements worth reading.",
    )


def _blocking(
    name: str, key: dg.AssetKey, partitions: dg.PartitionsDefinition | None, description: str
) -> dg.AssetCheckSpec:
    with warnings.catch_warnings():
        # Checks by partition are marked as a preview in this version of Dagster, which is pinned.
        warnings.simplefilter("ignore", dg.PreviewWarning)
        return dg.AssetCheckSpec(name, asset=key, blocking=True, partitions_def=partitions, description=description)


def table_outcome(problems: Sequence[str], rows: int) -> Outcome:
    """The outcome of a table's check: its problems, if any, as a list to read."""
    metadata: dict[str, dg.MetadataValue] = {"rows": dg.MetadataValue.int(rows)}
    if problems:
        metadata["problems"] = dg.MetadataValue.md("\n".join(f"- {problem}" for problem in problems))
    return Outcome(TABLE_CHECK, not problems, metadata)


def accounting_outcome(planned: int, labels: dict[str, int], failed: int) -> Outcome:
    """Whether the labels and the errors of a cell add up to its planned rows."""
    counts = {"planned": planned, **labels, "errors": failed}
    return Outcome(
        ACCOUNTING_CHECK,
        planned == sum(labels.values()) + failed,
        {name: dg.MetadataValue.int(count) for name, count in counts.items()},
    )


def failed(outcomes: Iterable[Outcome]) -> list[str]:
    """Names of the checks that did not pass."""
    return [outcome.name for outcome in outcomes if not outcome.passed]

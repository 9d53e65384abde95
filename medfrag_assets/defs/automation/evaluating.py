"""That a checkpoint is evaluated, as Dagster is told it: by a run of `evaluated`, or by the sensor that follows up."""

import dagster as dg
import polars as pl

from medfrag_assets.defs.automation.conditions import EVALUATED
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.lake.schemas import STATISTICS
from medfrag_assets.lake.store import read_table
from medfrag_assets.statistics.cells import pooled_accuracy
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study


def evaluation_of(study: Study, paths: StudyPaths, checkpoint: str) -> dg.AssetMaterialization:
    """The event, with the pooled strict accuracy of every task. Raises `MedfragError` when one has no statistics."""
    rows = [_headline(read_table(paths.lake, STATISTICS, checkpoint, task), task) for task in study.tasks]
    shown = {"strict accuracy": dg.MetadataValue.table(records=[dg.TableRecord(row) for row in rows])}
    return dg.AssetMaterialization(asset_key(study, EVALUATED), partition=checkpoint, metadata=shown)


def _headline(estimates: pl.DataFrame, task: str) -> dict[str, str | int | float | None]:
    """Pooled strict accuracy under the headline protocol, with interval and n; nulls where there is none."""
    pooled = pooled_accuracy(estimates) or {}
    shown = {"estimate": "estimate", "low": "low", "high": "high", "n_images": "images"}
    # Rows of a table in the web UI must all have the same columns.
    found = {said: pooled.get(name) for name, said in shown.items()}
    return {"task": task, **{said: None if value is None else round(value, 3) for said, value in found.items()}}

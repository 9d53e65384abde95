"""The grid of a study: for every cell of model and task, how many planned rows there are and how many are done."""

from collections.abc import Mapping

import polars as pl

from medfrag_assets.lake.schemas import ANSWERS, DESCRIPTIONS
from medfrag_assets.lake.store import table_file
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint


def planned_rows(study: Study, task: str) -> int:
    """Planned rows of a cell: protocols × wordings × controls × images."""
    wordings = study.wordings(task)
    prompts = len(wordings.closed) * len(wordings.suffixes) + len(wordings.describe)
    return sum(
        prompts
        * len(protocol.controls)
        * 2
        * min(study.images_per_class, protocol.images_per_class or study.images_per_class)
        for protocol in study.protocols.values()
    )


def grid(study: Study, paths: StudyPaths, checkpoints: Mapping[str, Checkpoint]) -> pl.DataFrame:
    """One row per model and task. `checkpoints` are those that this machine can open, by alias."""
    rows = [
        _row(study, paths, alias, checkpoints[alias].key if alias in checkpoints else None, task)
        for alias in study.models
        for task in study.tasks
    ]
    return pl.DataFrame(rows, infer_schema_length=None, schema_overrides={"checkpoint": pl.String})


def incomplete_cells(cells: pl.DataFrame) -> list[str]:
    """Cells that lack rows, in words."""
    return [
        f"{row['model']} on {row['task']} lacks {row['missing']} of {row['planned']} rows"
        for row in cells.filter(pl.col("missing") > 0).iter_rows(named=True)
    ]


def _row(study: Study, paths: StudyPaths, alias: str, checkpoint: str | None, task: str) -> dict[str, object]:
    planned = planned_rows(study, task)
    done = 0
    if checkpoint is not None:
        files = [table_file(paths.lake, table, checkpoint, task) for table in (ANSWERS, DESCRIPTIONS)]
        done = sum(_rows(str(file)) for file in files if file.is_file())
    return {
        "model": alias,
        "checkpoint": checkpoint,
        "task": task,
        "planned": planned,
        "done": done,
        "missing": max(0, planned - done),
    }


def _rows(file: str) -> int:
    return int(pl.scan_parquet(file, hive_partitioning=False).select(pl.len()).collect().item())

"""From a partition to a cell: its checkpoint as it lies on this machine, and its task's tables, none of them stale."""

import dagster as dg
import polars as pl

from medfrag_assets.defs.partitions import CellKey
from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.fingerprints import (
    INCOMPLETE,
    images_fingerprint,
    probe_images_fingerprint,
    prompts_fingerprint,
)
from medfrag_assets.lake.schemas import IMAGES, PROBE_IMAGES, PROMPTS, Table
from medfrag_assets.lake.store import fingerprint_of, read_table, table_file
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, earlier_snapshot, find_checkpoint
from medfrag_assets.vlm.watched import watched_checkpoint


def checkpoint_of(study: Study, key: CellKey) -> Checkpoint:
    """The checkpoint of a partition. Raises `MedfragError` when the study or the disk no longer holds it."""
    if key.alias not in study.models:
        raise MedfragError(f"{key.checkpoint}: the study has no model {key.alias!r} any more.")
    checkpoint = find_checkpoint(key.alias, study.models[key.alias], study.protocols)
    if checkpoint.key == key.checkpoint:
        return checkpoint
    # An earlier revision: a snapshot in the hub's cache, or one of several in the watched folder.
    if snapshot := earlier_snapshot(key.checkpoint, study.models[key.alias], study.protocols):
        return snapshot
    earlier = watched_checkpoint(study, StudyPaths(data_root(), study.study).checkpoints, key.checkpoint)
    if earlier is None:
        raise MedfragError(
            f"{key.checkpoint}: {checkpoint.folder} now holds {checkpoint.key}. Materialize `checkpoints` again."
        )
    return earlier.checkpoint


def open_cell(study: Study, paths: StudyPaths, checkpoint: Checkpoint, task: str) -> Cell:
    """The cell with its task's images and wordings. Raises `MedfragError` when one of them is missing or stale."""
    images = fresh_table(paths, IMAGES, images_fingerprint(study, task), task=task)
    prompts = fresh_table(paths, PROMPTS, prompts_fingerprint(study, task), task=task)
    probe_images = fresh_table(paths, PROBE_IMAGES, probe_images_fingerprint(study, task), task=task)
    return Cell(study, paths, checkpoint, task, images, prompts, probe_images)


def fresh_table(
    paths: StudyPaths, table: Table, fingerprint: str, checkpoint: str | None = None, task: str | None = None
) -> pl.DataFrame:
    """A table made from what the study says now. Raises `MedfragError` when it is missing, stale or incomplete."""
    found = fingerprint_of(table_file(paths.lake, table, checkpoint, task))
    of = ", ".join(part for part in (checkpoint, task) if part)
    if found == fingerprint + INCOMPLETE:
        raise MedfragError(f"{table.name} of {of} lacks generations that failed: materialize it again.")
    if found is not None and found != fingerprint:
        raise MedfragError(
            f"{table.name} of {of} was made from something else than the study says now: materialize it again."
        )
    return read_table(paths.lake, table, checkpoint, task)


def cell_partition(key: CellKey) -> str:
    """Dagster's key of a cell, as a string."""
    return str(dg.MultiPartitionKey({"model": key.checkpoint, "task": key.task}))

"""Inference: one subsettable asset by model and task; a model is loaded at most once a run, and only if needed.

Diagnoses belong to it although another model makes them: one run then does all GPU work of a checkpoint, and still
reports every cell as it is done.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import dagster as dg

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.diagnosis import diagnosed, diagnoses_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import GPU_POOL, CellKey, StudyPartitions, cell_keys, gpu_op_tags
from medfrag_assets.defs.resources import Batching, Lake
from medfrag_assets.lake.cells import Cell, CellTables, cell_tables, missing_embeddings, missing_requests, planned
from medfrag_assets.lake.filling import fill_cell
from medfrag_assets.lake.fingerprints import INCOMPLETE, embeddings_fingerprint, inference_fingerprint
from medfrag_assets.lake.schemas import (
    COSTS,
    DESCRIPTIONS,
    DIAGNOSES,
    EMBEDDINGS,
    ERRORS,
    OPTION_SCORES,
    RESPONSES,
    Table,
)
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.cell_numbers import cost_totals
from medfrag_assets.reports.pictures import sample_texts
from medfrag_assets.sources.images import read_stored
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.generation import Generator
from medfrag_assets.vlm.guard import FolderGuard, Guarded
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded, load_vision_language_model
from medfrag_assets.vlm.memory import release_memory
from medfrag_assets.vlm.shared_prefix import SharedPrefixGenerator

_TABLES = {
    RESPONSES: "What each checkpoint wrote to each closed question, under every protocol and control.",
    OPTION_SCORES: "Log-probability that the answer begins with the positive or the negative option.",
    DESCRIPTIONS: "Free descriptions of the images, for the text-only diagnostician.",
    EMBEDDINGS: "Embeddings of the sampled and the probe images at three depths, and of a random tower.",
    ERRORS: "Generations that failed. They are tried again by the next run and never counted as answers.",
    COSTS: "What each batch read, wrote and took.",
}


class Ready(NamedTuple):
    """A loaded model with what it needs to compute."""

    loaded: Loaded
    generator: Generator


def inference_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset behind responses, option_scores, descriptions, embeddings, errors, costs and diagnoses."""
    upstream = [asset_key(study, name) for name in ("checkpoints", "images", "probe_images", "prompts")]

    @dg.multi_asset(
        name=f"{study.study}_inference",
        specs=[
            dg.AssetSpec(
                asset_key(study, table.name),
                deps=upstream,
                group_name="inference",
                kinds={"pytorch", "parquet"},
                skippable=True,
                description=description,
            )
            for table, description in _TABLES.items()
        ]
        + [diagnoses_spec(study)],
        can_subset=True,
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        check_specs=[
            table_check_spec(asset_key(study, table.name), table, partitions.cells) for table in (*_TABLES, DIAGNOSES)
        ],
        pool=GPU_POOL,
        op_tags=gpu_op_tags(study),
    )
    def inference(context: dg.AssetExecutionContext, lake: Lake, batching: Batching) -> Iterator[Event]:
        paths = lake.paths(study)
        keys = cell_keys(context.partition_keys)
        selected = {key.path[-1] for key in context.selected_asset_keys}
        if selected != {DIAGNOSES.name}:
            yield from _generated(context, study, paths, keys, batching)
        if DIAGNOSES.name in selected:
            # The model that described is gone by now, and its memory with it.
            release_memory()
            yield from diagnosed(context, study, paths, keys)

    return [inference]


def _generated(
    context: dg.AssetExecutionContext, study: Study, paths: StudyPaths, keys: Sequence[CellKey], batching: Batching
) -> Iterator[Event]:
    """All tables but the diagnoses, one model after the other."""
    selected = {key.path[-1] for key in context.selected_asset_keys} - {DIAGNOSES.name}
    for _, group in groupby(keys, key=lambda key: key.checkpoint):
        of_model = list(group)
        checkpoint, guard = guarded(study, of_model[0])
        ready = loader(checkpoint, batching, paths.images, guard)
        cells = [(key, open_cell(study, paths, checkpoint, key.task)) for key in of_model]
        for key, cell in cells:
            tables, complete = _compute(cell, selected, ready)
            guard.require_unchanged()
            yield from _emit_tables(context, key, cell, tables, selected, complete)


def guarded(study: Study, key: CellKey) -> tuple[Checkpoint, FolderGuard]:
    """The checkpoint of a partition, and a guard that knows its folder in the state that it was found in."""
    guard = FolderGuard(checkpoint_of(study, key))
    # Looked at again: it may have been replaced between the first look and the guard.
    return checkpoint_of(study, key), guard


def loader(checkpoint: Checkpoint, batching: Batching, images: Path, guard: FolderGuard) -> Callable[[], Ready]:
    """Loads the model when it is first needed, and never again in this run."""

    @cache
    def load() -> Ready:
        loaded = load_vision_language_model(checkpoint)
        guard.require_unchanged()
        inputs = InputBuilder(loaded.processor, lambda digest: read_stored(images, digest))
        return Ready(loaded, Guarded(SharedPrefixGenerator(loaded, inputs, batching.images or None), guard))

    return load


def _compute(cell: Cell, selected: set[str], ready: Callable[[], Ready]) -> tuple[CellTables, bool]:
    """Fills the ledger for the selected tables and reads them. Also whether every planned generation is there."""
    plan = planned(cell)
    requests = missing_requests(cell, plan) if selected != {EMBEDDINGS.name} else []
    embed = missing_embeddings(cell) if EMBEDDINGS.name in selected else []
    failures: dict[str, str] = {}
    if requests or embed:
        model = ready()
        failures = fill_cell(
            cell, requests, embed, model.generator, model.loaded, lambda done: progress.advance("inference", done)
        )
    tables = cell_tables(cell, plan, failures)
    return tables, len(tables.responses) + len(tables.descriptions) == len(plan)


def _emit_tables(
    context: dg.AssetExecutionContext,
    key: CellKey,
    cell: Cell,
    tables: CellTables,
    selected: set[str],
    complete: bool,
) -> Iterator[Event]:
    generated = inference_fingerprint(cell.study, cell.task, cell.checkpoint)
    embedded = embeddings_fingerprint(cell.study, cell.task, cell.checkpoint)
    for table in _TABLES:
        if table.name not in selected:
            continue
        path = table_file(cell.paths.lake, table, key.checkpoint, key.task)
        metadata = _metadata(cell, table, tables)
        frame = getattr(tables, table.name)
        fingerprint = (embedded if table == EMBEDDINGS else generated) + ("" if complete else INCOMPLETE)
        yield from emit(context, cell.study, cell_partition(key), TableWrite(table, frame, path, fingerprint, metadata))


def _metadata(cell: Cell, table: Table, tables: CellTables) -> Mapping[str, Any]:
    """What the page of a table shows: a few images with what was written, or what it took."""
    if table == COSTS:
        return cost_totals(tables.costs)
    written = {RESPONSES.name: tables.responses, DESCRIPTIONS.name: tables.descriptions}.get(table.name)
    if written is None:
        return {}
    return {"samples": dg.MetadataValue.md(sample_texts(cell.paths.images, cell.images, written))}

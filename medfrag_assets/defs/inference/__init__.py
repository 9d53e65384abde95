"""Inference: one subsettable asset by model and task; a model is loaded at most once a run, and only if needed."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import GPU_POOL, CellKey, StudyPartitions, cell_keys, gpu_op_tags
from medfrag_assets.defs.resources import Batching, Lake
from medfrag_assets.lake.cells import Cell, CellTables, cell_tables, missing_embeddings, missing_requests, planned
from medfrag_assets.lake.filling import fill_cell
from medfrag_assets.lake.fingerprints import INCOMPLETE, inference_fingerprint
from medfrag_assets.lake.schemas import COSTS, DESCRIPTIONS, EMBEDDINGS, ERRORS, OPTION_SCORES, RESPONSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.pictures import sample_texts
from medfrag_assets.sources.images import read_stored
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded, load_vision_language_model
from medfrag_assets.vlm.shared_prefix import SharedPrefixGenerator

_TABLES = {
    RESPONSES: "What each checkpoint wrote to each closed question, under every protocol and control.",
    OPTION_SCORES: "Log-probability that the answer begins with the positive or the negative option.",
    DESCRIPTIONS: "Free descriptions of the images, for the text-only diagnostician.",
    EMBEDDINGS: "Image embeddings at three depths, and of a random tower of the same shape.",
    ERRORS: "Generations that failed. They are tried again by the next run and never counted as answers.",
    COSTS: "What each batch read, wrote and took.",
}


class _Ready(NamedTuple):
    """A loaded model with what it needs to compute."""

    loaded: Loaded
    generator: SharedPrefixGenerator


def inference_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset behind responses, option_scores, descriptions, embeddings, errors and costs."""
    upstream = [asset_key(study, name) for name in ("checkpoints", "images", "prompts")]

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
        ],
        can_subset=True,
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        check_specs=[table_check_spec(asset_key(study, table.name), table, partitions.cells) for table in _TABLES],
        pool=GPU_POOL,
        op_tags=gpu_op_tags(study),
    )
    def inference(context: dg.AssetExecutionContext, lake: Lake, batching: Batching) -> Iterator[Event]:
        paths = lake.paths(study)
        selected = {key.path[-1] for key in context.selected_asset_keys}
        for _, keys in groupby(cell_keys(context.partition_keys), key=lambda key: key.checkpoint):
            of_model = list(keys)
            checkpoint = checkpoint_of(study, of_model[0])
            ready = _loader(checkpoint, batching, paths.images)
            cells = [(key, open_cell(study, paths, checkpoint, key.task)) for key in of_model]
            for key, cell in cells:
                tables, complete = _compute(cell, selected, ready)
                yield from _emit_tables(context, key, cell, tables, selected, complete)

    return [inference]


def _loader(checkpoint: Checkpoint, batching: Batching, images: Path) -> Callable[[], _Ready]:
    """Loads the model when it is first needed, and never again in this run."""

    @cache
    def load() -> _Ready:
        loaded = load_vision_language_model(checkpoint)
        inputs = InputBuilder(loaded.processor, lambda digest: read_stored(images, digest))
        return _Ready(loaded, SharedPrefixGenerator(loaded, inputs, batching.images or None))

    return load


def _compute(cell: Cell, selected: set[str], ready: Callable[[], _Ready]) -> tuple[CellTables, bool]:
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
    fingerprint = inference_fingerprint(cell.study, cell.task, cell.checkpoint) + ("" if complete else INCOMPLETE)
    texts = {RESPONSES.name: tables.responses, DESCRIPTIONS.name: tables.descriptions}
    for table in _TABLES:
        if table.name not in selected:
            continue
        path = table_file(cell.paths.lake, table, key.checkpoint, key.task)
        shown = texts.get(table.name)
        metadata = {} if shown is None else {"samples": _samples(cell, shown)}
        frame = getattr(tables, table.name)
        yield from emit(context, cell.study, cell_partition(key), TableWrite(table, frame, path, fingerprint, metadata))


def _samples(cell: Cell, written: pl.DataFrame) -> dg.MarkdownMetadataValue:
    return dg.MetadataValue.md(sample_texts(cell.paths.images, cell.images, written))

"""Probes: what the embeddings and the option scores know of the images, beside what the answers show."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.automation.conditions import follows
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.fingerprints import (
    answers_fingerprint,
    embeddings_fingerprint,
    inference_fingerprint,
    probes_fingerprint,
)
from medfrag_assets.lake.schemas import ANSWERS, EMBEDDINGS, OPTION_SCORES, PROBES
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.cell_pictures import ladder_picture
from medfrag_assets.statistics.probes import ladder
from medfrag_assets.study.spec import Study

_UPSTREAM = ("embeddings", "images", "probe_images", "answers", "option_scores")


def probe_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `probes`."""
    key = asset_key(study, "probes")

    @dg.multi_asset(
        name=f"{study.study}_probes",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in _UPSTREAM],
                group_name="probes",
                kinds={"scikitlearn", "parquet"},
                skippable=True,
                automation_condition=follows(study),
                description="The ladder from the vision tower to the generated answer: accuracy of linear probes on "
                "frozen embeddings, of option scores and of answers on the same images, and the gap to the answers.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(key, PROBES, partitions.cells)],
    )
    def probes(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        for cell_key in cell_keys(context.partition_keys):
            checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
            cell = open_cell(study, paths, checkpoint, task)
            frame = _ladder(cell).select(*cell.identity, pl.all())
            path = table_file(paths.lake, PROBES, cell_key.checkpoint, task)
            fingerprint = probes_fingerprint(study, task, checkpoint)
            progress.advance("probes")
            metadata = {"from features to answer": dg.MetadataValue.md(ladder_picture(frame))}
            write = TableWrite(PROBES, frame, path, fingerprint, metadata)
            yield from emit(context, study, cell_partition(cell_key), write)

    return [probes]


def _ladder(cell: Cell) -> pl.DataFrame:
    made_from = {
        EMBEDDINGS: embeddings_fingerprint,
        ANSWERS: answers_fingerprint,
        OPTION_SCORES: inference_fingerprint,
    }
    embeddings, answers, option_scores = (
        fresh_table(cell.paths, table, of(cell.study, cell.task, cell.checkpoint), cell.checkpoint.key, cell.task)
        for table, of in made_from.items()
    )
    return ladder(embeddings, cell.images, cell.probe_images, answers, option_scores, cell.study.seed)

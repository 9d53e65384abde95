"""Probes: how much of the answer a linear classifier finds in the image embeddings."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.fingerprints import inference_fingerprint, probes_fingerprint
from medfrag_assets.lake.schemas import EMBEDDINGS, PROBES
from medfrag_assets.lake.store import table_file
from medfrag_assets.statistics.probes import probe_embeddings
from medfrag_assets.study.spec import Study


def probe_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `probes`."""
    key = asset_key(study, "probes")

    @dg.multi_asset(
        name=f"{study.study}_probes",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("embeddings", "images")],
                group_name="probes",
                kinds={"scikitlearn", "parquet"},
                skippable=True,
                description="Cross-validated accuracy of a linear classifier on frozen embeddings, by depth, beside "
                "the same on a random tower.",
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
            made_from = inference_fingerprint(study, task, checkpoint)
            embeddings = fresh_table(paths, EMBEDDINGS, made_from, cell_key.checkpoint, task)
            frame = probe_embeddings(embeddings, cell.images, study.seed).select(*cell.identity, pl.all())
            path = table_file(paths.lake, PROBES, cell_key.checkpoint, task)
            fingerprint = probes_fingerprint(study, task, checkpoint)
            progress.advance("probes")
            yield from emit(context, study, cell_partition(cell_key), TableWrite(PROBES, frame, path, fingerprint))

    return [probes]

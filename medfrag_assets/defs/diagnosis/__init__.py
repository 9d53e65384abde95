"""Diagnosis: a text-only model decides from the description alone."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import GPU_POOL, StudyPartitions, cell_keys, gpu_op_tags
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.fingerprints import diagnoses_fingerprint, inference_fingerprint
from medfrag_assets.lake.schemas import DESCRIPTIONS, DIAGNOSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import study_diagnostician
from medfrag_assets.vlm.diagnoses import diagnose
from medfrag_assets.vlm.loading import load_text_model


def diagnosis_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `diagnoses`, whose table stays empty where the study names no diagnostician."""
    key = asset_key(study, "diagnoses")

    @dg.multi_asset(
        name=f"{study.study}_diagnoses",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("descriptions", "images", "prompts")],
                group_name="diagnosis",
                kinds={"pytorch", "parquet"},
                skippable=True,
                description="What the text-only diagnostician, which never sees the image, concludes from each "
                "description, under each framing.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(key, DIAGNOSES, partitions.cells)],
        pool=GPU_POOL,
        op_tags=gpu_op_tags(study),
    )
    def diagnoses(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        reader = study_diagnostician(study)
        loaded = load_text_model(reader) if reader else None
        for cell_key in cell_keys(context.partition_keys):
            checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
            cell = open_cell(study, paths, checkpoint, task)
            made_from = inference_fingerprint(study, task, checkpoint)
            descriptions = fresh_table(paths, DESCRIPTIONS, made_from, cell_key.checkpoint, task)
            if reader and loaded:
                frame = diagnose(descriptions, cell.prompts, cell.images, reader.alias, loaded)
            else:
                frame = pl.DataFrame(schema=DIAGNOSES.schema)
            path = table_file(paths.lake, DIAGNOSES, cell_key.checkpoint, task)
            fingerprint = diagnoses_fingerprint(study, task, checkpoint, reader)
            progress.advance("diagnosis")
            yield from emit(context, study, cell_partition(cell_key), TableWrite(DIAGNOSES, frame, path, fingerprint))

    return [diagnoses]

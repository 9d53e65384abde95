"""Diagnosis: a text-only model decides from the description alone."""

from collections.abc import Iterator

import dagster as dg

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import GPU_POOL, StudyPartitions, cell_keys, gpu_op_tags
from medfrag_assets.defs.resources import Lake
from medfrag_assets.vlm.diagnoses import diagnose
from medfrag_assets.lake.fingerprints import diagnoses_fingerprint, inference_fingerprint
from medfrag_assets.lake.schemas import DESCRIPTIONS, DIAGNOSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.study.spec import Diagnostician, Study
from medfrag_assets.vlm.checkpoints import find_diagnostician
from medfrag_assets.vlm.loading import load_text_model


def diagnosis_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `diagnoses`; none where the study names no diagnostician."""
    return [_diagnoses(study, partitions, study.diagnostician)] if study.diagnostician else []


def _diagnoses(study: Study, partitions: StudyPartitions, diagnostician: Diagnostician) -> dg.AssetsDefinition:
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
                description=f"What {diagnostician.alias}, which never sees the image, concludes from each description.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        check_specs=[table_check_spec(key, DIAGNOSES, partitions.cells)],
        pool=GPU_POOL,
        op_tags=gpu_op_tags(study),
    )
    def diagnoses(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        reader = find_diagnostician(diagnostician)
        loaded = load_text_model(reader)
        for cell_key in cell_keys(context.partition_keys):
            checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
            cell = open_cell(study, paths, checkpoint, task)
            made_from = inference_fingerprint(study, task, checkpoint)
            descriptions = fresh_table(paths, DESCRIPTIONS, made_from, cell_key.checkpoint, task)
            frame = diagnose(descriptions, cell.prompts, cell.images, diagnostician.alias, loaded)
            path = table_file(paths.lake, DIAGNOSES, cell_key.checkpoint, task)
            fingerprint = diagnoses_fingerprint(study, task, checkpoint, reader)
            progress.advance("diagnosis")
            yield from emit(context, study, cell_partition(cell_key), TableWrite(DIAGNOSES, frame, path, fingerprint))

    return diagnoses

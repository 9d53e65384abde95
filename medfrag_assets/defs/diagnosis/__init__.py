"""Diagnosis: a text-only model decides from the description alone."""

from collections.abc import Callable, Iterator, Sequence

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import CellKey
from medfrag_assets.lake.diagnosing import diagnose_on_server
from medfrag_assets.lake.fingerprints import diagnoses_fingerprint, inference_fingerprint, with_errors
from medfrag_assets.lake.schemas import DESCRIPTIONS, DIAGNOSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.scoring.judge_budget import shared_budget
from medfrag_assets.scoring.judge_client import JudgeClient
from medfrag_assets.scoring.judges import DIAGNOSIS
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import study_diagnostician
from medfrag_assets.vlm.diagnoses import diagnose
from medfrag_assets.vlm.loading import load_text_model


def diagnoses_spec(study: Study) -> dg.AssetSpec:
    """The table `diagnoses`, which stays empty where the study names no diagnostician."""
    return dg.AssetSpec(
        asset_key(study, DIAGNOSES.name),
        deps=[asset_key(study, name) for name in ("descriptions", "images", "prompts")],
        group_name="diagnosis",
        kinds={"pytorch", "parquet"},
        skippable=True,
        description="What the text-only diagnostician, which never sees the image, concludes from each description, "
        "under each framing.",
    )


def diagnosed(
    context: dg.AssetExecutionContext, study: Study, paths: StudyPaths, keys: Sequence[CellKey]
) -> Iterator[Event]:
    """The diagnoses of these cells, whose descriptions must be there. The diagnostician is loaded once."""
    diagnose_cell = _diagnoser(study, paths)
    reader = study_diagnostician(study)
    for cell_key in keys:
        checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
        cell = open_cell(study, paths, checkpoint, task)
        made_from = inference_fingerprint(study, task, checkpoint)
        descriptions = fresh_table(paths, DESCRIPTIONS, made_from, cell_key.checkpoint, task)
        frame = diagnose_cell(descriptions, cell.prompts, cell.images)
        path = table_file(paths.lake, DIAGNOSES, cell_key.checkpoint, task)
        errors = frame["error"].count()
        fingerprint = with_errors(diagnoses_fingerprint(study, task, checkpoint, reader), errors)
        progress.advance("diagnosis")
        write = TableWrite(DIAGNOSES, frame, path, fingerprint, {"errors": errors})
        yield from emit(context, study, cell_partition(cell_key), write)


def _diagnoser(study: Study, paths: StudyPaths) -> Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame], pl.DataFrame]:
    """Makes a table of diagnoses from descriptions, prompts and images; a model is loaded, or a client made, once."""
    named = study.diagnostician
    if named is None:
        return lambda descriptions, prompts, images: pl.DataFrame(schema=DIAGNOSES.schema)
    if named.server is not None:
        server, client = named.server, JudgeClient(named.server, shared_budget(named.server), DIAGNOSIS)
        return lambda descriptions, prompts, images: diagnose_on_server(
            descriptions, prompts, images, named.alias, server, paths.ledger, client
        )
    reader = study_diagnostician(study)
    assert reader is not None
    loaded = load_text_model(reader)
    return lambda descriptions, prompts, images: diagnose(descriptions, prompts, images, named.alias, loaded)

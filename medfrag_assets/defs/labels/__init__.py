"""Labels: every response read by the rules, exactly one answer each."""

from collections.abc import Iterable, Iterator
from typing import Any

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.automation.conditions import follows
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import accounting_check_spec, accounting_outcome, table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit_together
from medfrag_assets.defs.partitions import CellKey, StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.cells import Cell, planned
from medfrag_assets.lake.fingerprints import answers_fingerprint, inference_fingerprint
from medfrag_assets.lake.schemas import ANSWERS, ERRORS, RESPONSES
from medfrag_assets.lake.store import read_table, table_file
from medfrag_assets.reports.cell_numbers import accuracy_words
from medfrag_assets.reports.samples import answer_strip
from medfrag_assets.scoring.answers import score_answers
from medfrag_assets.statistics.cells import answered_accuracy
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import LABELS, Study


def label_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `answers`, with the check that every planned row is accounted for."""
    key = asset_key(study, "answers")

    @dg.multi_asset(
        name=f"{study.study}_answers",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("responses", "errors", "images", "prompts")],
                group_name="labels",
                kinds={"polars", "parquet"},
                skippable=True,
                automation_condition=follows(study),
                description="Verdict and label of every response: answered, hedged, refused, off task or empty.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[
            table_check_spec(key, ANSWERS, partitions.cells),
            accounting_check_spec(key, partitions.cells),
        ],
    )
    def answers(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        writes = _scored(study, lake.paths(study), cell_keys(context.partition_keys))
        yield from emit_together(context, study, writes)

    return [answers]


def _scored(study: Study, paths: StudyPaths, keys: Iterable[CellKey]) -> Iterator[tuple[str, TableWrite]]:
    for cell_key in keys:
        checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
        cell = open_cell(study, paths, checkpoint, task)
        made_from = inference_fingerprint(study, task, checkpoint)
        responses = fresh_table(paths, RESPONSES, made_from, cell_key.checkpoint, task)
        errors = read_table(paths.lake, ERRORS, cell_key.checkpoint, task)
        frame = score_answers(responses, cell.prompts, cell.images, study.tasks[task].vocabulary)
        plan = planned(cell).filter("closed")
        labels = dict.fromkeys(LABELS, 0) | dict(frame.group_by("label").len().iter_rows())
        failed = plan.join(errors, on="generation_id", how="semi").height
        path = table_file(paths.lake, ANSWERS, cell_key.checkpoint, task)
        outcome = accounting_outcome(plan.height, labels, failed)
        fingerprint = answers_fingerprint(study, task, checkpoint)
        progress.advance("labels")
        metadata = labels | _shown(cell, responses, frame)
        yield cell_partition(cell_key), TableWrite(ANSWERS, frame, path, fingerprint, metadata, [outcome])


def _shown(cell: Cell, responses: pl.DataFrame, answers: pl.DataFrame) -> dict[str, Any]:
    """Strict accuracy on the images themselves, and a few of them with what was answered."""
    vocabulary = cell.study.tasks[cell.task].vocabulary
    return {
        "strict accuracy": accuracy_words(answered_accuracy(answers, cell.images, cell.prompts)),
        "samples": dg.MetadataValue.md(answer_strip(cell.paths.images, cell.images, responses, answers, vocabulary)),
    }

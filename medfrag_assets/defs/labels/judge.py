"""Judgements: every response to the image read by the study's LLM judges, beside the rules."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import Any

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.automation.conditions import follows
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import accounting_check_spec, accounting_outcome, table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.fingerprints import inference_fingerprint, judgements_fingerprint, with_errors
from medfrag_assets.lake.judging import judge_cell
from medfrag_assets.lake.schemas import JUDGEMENTS, RESPONSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.scoring.judge_budget import shared_budget
from medfrag_assets.scoring.judge_client import JudgeClient
from medfrag_assets.study.spec import LABELS, Study


def judgement_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `judgements`, whose table stays empty where the study names no judge."""
    key = asset_key(study, "judgements")

    @dg.multi_asset(
        name=f"{study.study}_judgements",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("responses", "images", "prompts")],
                group_name="labels",
                kinds={"openai", "parquet"},
                skippable=True,
                # Judges cost money: theirs is bounded in the study file.
                automation_condition=follows(study),
                description="What each LLM judge of the study reads in each response to the image. A call that failed "
                "is an error and no label; it is made again at the next run.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[
            table_check_spec(key, JUDGEMENTS, partitions.cells),
            accounting_check_spec(key, partitions.cells),
        ],
    )
    def judgements(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        with ExitStack() as opened:
            clients = {
                alias: opened.enter_context(closing(JudgeClient(judge, shared_budget(judge))))
                for alias, judge in study.judges.items()
            }
            for cell_key in cell_keys(context.partition_keys):
                checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
                cell = open_cell(study, paths, checkpoint, task)
                made_from = inference_fingerprint(study, task, checkpoint)
                responses = fresh_table(paths, RESPONSES, made_from, cell_key.checkpoint, task)
                before = _spent(study)
                frame = judge_cell(cell, responses, clients)
                errors = frame["error"].count()
                labels = dict(frame.drop_nulls("label").group_by("label").len().iter_rows())
                planned = responses.filter(pl.col("control") == "image").height * len(clients)
                outcome = accounting_outcome(planned, dict.fromkeys(LABELS, 0) | labels, errors)
                path = table_file(paths.lake, JUDGEMENTS, cell_key.checkpoint, task)
                fingerprint = with_errors(judgements_fingerprint(study, task, checkpoint), errors)
                progress.advance("judge")
                write = TableWrite(JUDGEMENTS, frame, path, fingerprint, _metadata(study, frame, before), [outcome])
                yield from emit(context, study, cell_partition(cell_key), write)

    return [judgements]


def _spent(study: Study) -> dict[str, tuple[int, float]]:
    """Requests and dollars of each judge in this process so far."""
    budgets = {alias: shared_budget(judge) for alias, judge in study.judges.items()}
    return {alias: (budget.requests, budget.dollars) for alias, budget in budgets.items()}


def _metadata(study: Study, frame: pl.DataFrame, before: dict[str, tuple[int, float]]) -> dict[str, Any]:
    """For each judge: rows by label, errors, how it was made to answer, and what this run sent and spent here."""
    metadata: dict[str, Any] = {}
    for alias, (requests, dollars) in _spent(study).items():
        own = frame.filter(pl.col("judge") == alias)
        labels = dict.fromkeys(LABELS, 0) | dict(own.drop_nulls("label").group_by("label").len().iter_rows())
        metadata |= {f"{alias}: {label}": count for label, count in labels.items()}
        metadata[f"{alias}: errors"] = own["error"].count()
        metadata[f"{alias}: mode"] = ", ".join(sorted(own["mode"].drop_nulls().unique())) or "not asked"
        metadata[f"{alias}: requests"] = requests - before[alias][0]
        has_prices = shared_budget(study.judges[alias]).has_prices
        metadata[f"{alias}: dollars"] = dollars - before[alias][1] if has_prices else "unknown: the study has no prices"
    return metadata

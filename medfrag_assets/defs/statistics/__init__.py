"""Statistics of a cell: shares, what wordings change, and what descriptions gain, each with n and interval."""

from collections.abc import Iterator, Mapping

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.automation.conditions import follows
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import CellKey, StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.fingerprints import (
    answers_fingerprint,
    description_effects_fingerprint,
    diagnoses_fingerprint,
    inference_fingerprint,
    statistics_fingerprint,
)
from medfrag_assets.lake.schemas import (
    ANSWERS,
    DESCRIPTION_EFFECTS,
    DIAGNOSES,
    OPTION_SCORES,
    STATISTICS,
    WORDING_EFFECTS,
    Table,
)
from medfrag_assets.lake.store import fingerprint_of, read_table, table_file
from medfrag_assets.reports.cell_numbers import accuracy_words
from medfrag_assets.reports.cell_pictures import labels_picture, wording_picture
from medfrag_assets.statistics.cells import cell_statistics, pooled_accuracy
from medfrag_assets.statistics.descriptions import description_effects
from medfrag_assets.statistics.wordings import wording_effects
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, study_diagnostician

_GROUP = "statistics"
_KINDS = {"scipy", "parquet"}


def statistics_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The assets `statistics` with `wording_effects`, and `description_effects`."""
    return [_statistics(study, partitions), _description_effects(study, partitions)]


def _statistics(study: Study, partitions: StudyPartitions) -> dg.AssetsDefinition:
    descriptions = {
        STATISTICS: "Accuracy, coverage, label rates, sensitivity, reliance on the image, polarity and order bias of a "
        "cell, by wording and pooled, each with n and an interval.",
        WORDING_EFFECTS: "How far wordings of one meaning differ on the same images, in right answers and in refusals: "
        "range, flips, agreement and a test.",
    }
    upstream = [asset_key(study, name) for name in ("answers", "option_scores", "images", "prompts")]
    keys = {table: asset_key(study, table.name) for table in descriptions}

    @dg.multi_asset(
        name=f"{study.study}_statistics",
        specs=[
            dg.AssetSpec(
                keys[table],
                deps=upstream,
                group_name=_GROUP,
                kinds=_KINDS,
                skippable=True,
                automation_condition=follows(study),
                description=description,
            )
            for table, description in descriptions.items()
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(key, table, partitions.cells) for table, key in keys.items()],
    )
    def statistics(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        for key in cell_keys(context.partition_keys):
            cell, answers, option_scores = _opened(study, lake, key)
            fingerprint = statistics_fingerprint(study, key.task, cell.checkpoint)
            estimates = cell_statistics(answers, cell.images, cell.prompts, option_scores)
            effects = wording_effects(answers, cell.images, cell.prompts)
            progress.advance("statistics")
            for table, frame, about in (
                (STATISTICS, estimates, _headline(estimates)),
                (WORDING_EFFECTS, effects, {"spread over wordings": dg.MetadataValue.md(wording_picture(effects))}),
            ):
                yield from emit(context, study, cell_partition(key), _write(cell, table, frame, fingerprint, about))

    return statistics


def _description_effects(study: Study, partitions: StudyPartitions) -> dg.AssetsDefinition:
    key = asset_key(study, DESCRIPTION_EFFECTS.name)
    upstream = [asset_key(study, name) for name in ("diagnoses", "answers", "option_scores", "images", "prompts")]

    @dg.multi_asset(
        name=f"{study.study}_description_effects",
        specs=[
            dg.AssetSpec(
                key,
                deps=upstream,
                group_name=_GROUP,
                kinds=_KINDS,
                skippable=True,
                automation_condition=follows(study),
                description="What describing first gains: diagnoses from descriptions against the closed answers on "
                "the same images, beside an empty description and another image's.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(key, DESCRIPTION_EFFECTS, partitions.cells)],
    )
    def effects(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        reader = study_diagnostician(study)
        for cell_key in cell_keys(context.partition_keys):
            cell, answers, option_scores = _opened(study, lake, cell_key)
            diagnoses, made_from = _diagnoses(cell, reader)
            frame = description_effects(diagnoses, answers, option_scores, cell.images, cell.prompts)
            fingerprint = description_effects_fingerprint(study, cell_key.task, cell.checkpoint, made_from)
            progress.advance("statistics")
            write = _write(cell, DESCRIPTION_EFFECTS, frame, fingerprint, {})
            yield from emit(context, study, cell_partition(cell_key), write)

    return effects


def _opened(study: Study, lake: Lake, key: CellKey) -> tuple[Cell, pl.DataFrame, pl.DataFrame]:
    """The cell with its answers and its option scores, neither of them stale."""
    paths, checkpoint = lake.paths(study), checkpoint_of(study, key)
    cell = open_cell(study, paths, checkpoint, key.task)
    answered = answers_fingerprint(study, key.task, checkpoint)
    scored = inference_fingerprint(study, key.task, checkpoint)
    answers = fresh_table(paths, ANSWERS, answered, key.checkpoint, key.task)
    return cell, answers, fresh_table(paths, OPTION_SCORES, scored, key.checkpoint, key.task)


def _diagnoses(cell: Cell, reader: Checkpoint | None) -> tuple[pl.DataFrame, str]:
    """The cell's diagnoses, and what they were made from. Raises `MedfragError` when they are missing or stale.

    Calls that failed may be among them: they are left out of every n, and made again at the next run.
    """
    frame = read_table(cell.paths.lake, DIAGNOSES, cell.checkpoint.key, cell.task)
    found = fingerprint_of(table_file(cell.paths.lake, DIAGNOSES, cell.checkpoint.key, cell.task))
    expected = diagnoses_fingerprint(cell.study, cell.task, cell.checkpoint, reader)
    if found is None or not found.startswith(expected):
        raise MedfragError(
            f"diagnoses of {cell.checkpoint.key}, {cell.task} was made from something else than the study says now: "
            "materialize it again."
        )
    return frame, found


def _write(
    cell: Cell, table: Table, frame: pl.DataFrame, fingerprint: str, metadata: Mapping[str, dg.MetadataValue]
) -> TableWrite:
    path = table_file(cell.paths.lake, table, cell.checkpoint.key, cell.task)
    return TableWrite(table, frame.select(*cell.identity, pl.all()), path, fingerprint, metadata)


def _headline(estimates: pl.DataFrame) -> dict[str, dg.MetadataValue]:
    """The pooled strict accuracy under the headline protocol, with n and interval, and what the responses were."""
    return {
        "strict accuracy": dg.MetadataValue.text(accuracy_words(pooled_accuracy(estimates))),
        "response labels": dg.MetadataValue.md(labels_picture(estimates)),
    }

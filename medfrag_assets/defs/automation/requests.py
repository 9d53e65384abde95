"""Runs that automation asks for: one checkpoint at a time, over as many tasks as lie side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

import dagster as dg

from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import CellKey, partition_key, run_tags
from medfrag_assets.defs.ranges import rectangles
from medfrag_assets.lake.missing import DATASETS, GENERATED, Missing, missing_tables
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, study_diagnostician
from medfrag_assets.vlm.watched import Watched

RANGE_START = "dagster/asset_partition_range_start"
RANGE_END = "dagster/asset_partition_range_end"
CHECKPOINTS = "checkpoints"


def dataset_requests(study: Study, missing: Iterable[Missing]) -> list[dg.RunRequest]:
    """Runs that make images and wordings of tasks."""
    tasks = list(study.tasks)
    return [
        dg.RunRequest(
            run_key=f"datasets:{one.made_from}:{first[1]}",
            asset_selection=[asset_key(study, name) for name in DATASETS],
            tags={"medfrag/study": study.study, RANGE_START: first[1], RANGE_END: last[1]},
        )
        for one in missing
        for first, last in rectangles([("", task) for task in one.tasks], [""], tasks)
    ]


def cell_requests(study: Study, missing: Iterable[Missing], also: Sequence[str] = ()) -> list[dg.RunRequest]:
    """Runs that make what checkpoints lack, each over neighbouring tasks of one checkpoint.

    also: assets without partitions that the runs make first. The run key says what is made from what, so that the same
    is never asked for twice, whoever asks.
    """
    return [
        dg.RunRequest(
            run_key=f"{key}:{one.made_from}:{first[1]}",
            asset_selection=[asset_key(study, name) for name in (*also, *one.tables)],
            tags=run_tags(study, CellKey(*first).alias) | range_tags(CellKey(*first), CellKey(*last)),
        )
        for one in missing
        if one.checkpoint is not None and (key := one.checkpoint.key)
        for first, last in rectangles([(key, task) for task in one.tasks], [key], list(study.tasks))
    ]


def range_tags(first: CellKey, last: CellKey) -> dict[str, str]:
    """The tags of a run over all cells from `first` to `last`."""
    return {RANGE_START: str(partition_key(first)), RANGE_END: str(partition_key(last))}


def evaluation(
    context: dg.SensorEvaluationContext, study: Study, paths: StudyPaths, one: Watched
) -> list[dg.RunRequest]:
    """The runs that fill what the lake lacks of a checkpoint's GPU tables: one over all tasks where it has none."""
    # The checkpoint may be newer than the study that the code server has loaded; the run loads it afresh.
    now = study.model_copy(update={"models": study.models | {one.checkpoint.alias: one.model}})
    missing = missing_tables(now, paths, [one.checkpoint], GENERATED, reader_of(context, now))
    requests = cell_requests(now, missing, also=(CHECKPOINTS,))
    if not requests:
        context.log.info(f"{one.checkpoint.key}: all that a GPU computes of it is there already.")
    return requests


def reader_of(context: Any, study: Study) -> Checkpoint | None:
    """The study's diagnostician; null, and a word in the log, where it cannot be opened: the run then says why."""
    try:
        return study_diagnostician(study)
    except MedfragError as error:
        context.log.warning(str(error))
        return None


def told(study: Study, about: str, words: str) -> dg.AssetObservation:
    """What a sensor has to say of a checkpoint, on the page of the asset `checkpoints`."""
    return dg.AssetObservation(
        asset_key(study, CHECKPOINTS), metadata={about: dg.MetadataValue.md(words.replace("\n", "  \n"))}
    )

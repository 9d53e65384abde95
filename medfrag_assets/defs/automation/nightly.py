"""The schedule that fills what is missing of all current checkpoints, at night. Off until somebody turns it on."""

from collections.abc import Iterable

import dagster as dg

from medfrag_assets.defs.automation.requests import (
    CHECKPOINTS,
    RANGE_END,
    RANGE_START,
    cell_requests,
    dataset_requests,
    reader_of,
)
from medfrag_assets.defs.instance import is_driven
from medfrag_assets.defs.partitions import StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.missing import FOLLOWING, GENERATED, missing_datasets, missing_tables
from medfrag_assets.lake.registry import known_checkpoints
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, available_checkpoints
from medfrag_assets.vlm.watched import with_watched

CRON = "0 2 * * *"
_PARTITION = "dagster/partition"
_UNFINISHED = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


def nightly_schedule(study: Study, partitions: StudyPartitions) -> dg.ScheduleDefinition:
    """At two in the morning, the runs that fill the grid, and nothing else."""

    @dg.schedule(
        name=f"{study.study}_nightly",
        cron_schedule=CRON,
        # Dagster's own job of all assets: a job of ours cannot hold assets of several partitionings.
        job_name="__ASSET_JOB",
        default_status=dg.DefaultScheduleStatus.STOPPED,
        description="Asks for what is missing or stale of the models that are there now: images and wordings first, "
        "else tables of cells. Nothing is asked for where nothing is missing.",
    )
    def nightly(context: dg.ScheduleEvaluationContext, lake: Lake) -> list[dg.RunRequest] | dg.SkipReason:
        paths = lake.paths(study)
        if is_driven(paths):
            return dg.SkipReason("`medfrag study run` is at work.")
        now = with_watched(study, paths.checkpoints)
        requests = missing_work(context, now, partitions, paths)
        return requests or dg.SkipReason("Nothing is missing.")

    return nightly


def missing_work(
    context: dg.ScheduleEvaluationContext, study: Study, partitions: StudyPartitions, paths: StudyPaths
) -> list[dg.RunRequest]:
    """Runs for everything that the study lacks and that can be made now.

    Cells wait for images and wordings until the next night. Cheap tables of a cell are asked for where its GPU tables
    are whole; where these are asked for, automation follows them up. A checkpoint that a run of last night, or any
    other, still works on is left alone.
    """
    night = context.scheduled_execution_time.isoformat()
    if datasets := missing_datasets(study, paths):
        return _of_the_night(night, dataset_requests(study, datasets))
    in_work = checkpoints_in_work(context.instance, study, partitions)
    checkpoints = [one for one in available_checkpoints(study).found.values() if one.key not in in_work]
    reader = reader_of(context, study)
    generated = missing_tables(study, paths, checkpoints, GENERATED, reader)
    busy = {(one.checkpoint.key, task) for one in generated if one.checkpoint for task in one.tasks}
    following = [
        whole
        for one in missing_tables(study, paths, checkpoints, FOLLOWING, reader)
        if one.checkpoint is not None
        and (tasks := tuple(task for task in one.tasks if (one.checkpoint.key, task) not in busy))
        and (whole := one._replace(tasks=tasks))
    ]
    context.instance.add_dynamic_partitions(str(partitions.models.name), [one.key for one in checkpoints])
    requests = [
        request
        for work in (generated, following)
        for one in work
        for request in cell_requests(study, [one], _unregistered(paths, one.checkpoint))
    ]
    return _of_the_night(night, requests)


def checkpoints_in_work(instance: dg.DagsterInstance, study: Study, partitions: StudyPartitions) -> set[str]:
    """Checkpoints of the study that some run is about which has not ended yet."""
    found: set[str] = set()
    existing = set(partitions.cells.get_partition_keys(dynamic_partitions_store=instance))
    for run in instance.get_runs(filters=dg.RunsFilter(statuses=_UNFINISHED)):
        first = run.tags.get(RANGE_START) or run.tags.get(_PARTITION) or ""
        last = run.tags.get(RANGE_END) or first
        if "|" in first and any(key.path[0] == study.study for key in run.asset_selection or ()):
            cells = [first, last]
            # A partition may have been deleted since the run was asked for.
            if existing.issuperset(cells):
                over = dg.PartitionKeyRange(first, last)
                cells = list(partitions.cells.get_partition_keys_in_range(over, dynamic_partitions_store=instance))
            found |= {cell.checkpoint for cell in cell_keys(cells)}
    return found


def _of_the_night(night: str, requests: Iterable[dg.RunRequest]) -> list[dg.RunRequest]:
    """The night belongs to the run key: what failed last night is tried again."""
    return [request.with_replaced_attrs(run_key=f"{night}:{request.run_key}") for request in requests]


def _unregistered(paths: StudyPaths, checkpoint: Checkpoint | None) -> tuple[str, ...]:
    """`checkpoints`, where the register does not hold this one as current."""
    register = known_checkpoints(paths.lake).filter("current")
    return () if checkpoint and checkpoint.key in register["checkpoint"].to_list() else (CHECKPOINTS,)

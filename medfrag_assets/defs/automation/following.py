"""The sensor that follows up: it evaluates the conditions of a study's assets and asks for their runs."""

import warnings
from collections import defaultdict
from collections.abc import Iterable

import dagster as dg
from dagster._core.definitions.sensor_definition import SensorExecutionData

from medfrag_assets.defs.automation.conditions import EVALUATED
from medfrag_assets.defs.automation.evaluating import evaluation_of
from medfrag_assets.defs.automation.requests import range_tags
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import is_driven
from medfrag_assets.defs.partitions import CellKey, cell_keys
from medfrag_assets.defs.ranges import rectangles
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets.study.spec import Study

SECONDS = 5


class FollowingSensor(dg.AutomationConditionSensorDefinition):
    """Dagster's own automation, with one run for the cells of a checkpoint where Dagster would launch one for each.

    A backfill would do that too, but the daemon looks at backfills every 30 seconds only.
    """

    def __init__(self, study: Study) -> None:
        self._study = study
        with warnings.catch_warnings():
            # Conditions of our own, evaluated where our code is, are beta in this version of Dagster, which is pinned.
            warnings.simplefilter("ignore", dg.BetaWarning)
            super().__init__(
                name=f"{study.study}_follow",
                target=dg.AssetSelection.key_prefixes(study.study),
                minimum_interval_seconds=SECONDS,
                default_status=dg.DefaultSensorStatus.RUNNING,
                run_tags={"medfrag/study": study.study},
                emit_backfills=False,
                use_user_code_server=True,
                description="Follows what was computed: labels, statistics and probes of a checkpoint in one run, then "
                "the published tables once the checkpoint is finished. docs/automation.md explains the conditions.",
            )

    def evaluate_tick(self, context: dg.SensorEvaluationContext) -> SensorExecutionData:
        """One evaluation; none while `medfrag study run` works, which does all of it itself."""
        paths = StudyPaths(data_root(), self._study.study)
        if is_driven(paths):
            return SensorExecutionData(skip_message="`medfrag study run` is at work.", cursor=context.cursor)
        found = super().evaluate_tick(context)
        requests, evaluated = reported_at_once(self._study, paths, found.run_requests or ())
        runs = coarse(self._study, requests)
        return SensorExecutionData(
            run_requests=runs,
            skip_message=None if runs else found.skip_message,
            cursor=found.cursor,
            dagster_run_reactions=found.dagster_run_reactions,
            log_key=found.log_key,
            dynamic_partitions_requests=found.dynamic_partitions_requests,
            asset_events=[*found.asset_events, *evaluated],
            automation_condition_evaluations=found.automation_condition_evaluations,
        )


def reported_at_once(
    study: Study, paths: StudyPaths, requests: Iterable[dg.RunRequest]
) -> tuple[list[dg.RunRequest], list[dg.AssetMaterialization]]:
    """The requests that need a run, and the events of those that need none: `evaluated` computes nothing.

    Where the lake lacks what `evaluated` shows, it gets its run all the same, which then says why it fails.
    """
    runs: list[dg.RunRequest] = []
    events: list[dg.AssetMaterialization] = []
    for request in requests:
        if request.partition_key and request.asset_selection == [asset_key(study, EVALUATED)]:
            try:
                events.append(evaluation_of(study, paths, request.partition_key))
                continue
            except MedfragError:
                pass
        runs.append(request)
    return runs, events


def coarse(study: Study, requests: Iterable[dg.RunRequest]) -> list[dg.RunRequest]:
    """The same work in fewer runs: cells of one checkpoint that need the same tables, and lie side by side, are one.

    What is published is published although checkpoints that are registered may not be evaluated yet: the grid and the
    summary name the cells that are missing.
    """
    coarser: list[dg.RunRequest] = []
    cells: dict[tuple[str, tuple[dg.AssetKey, ...]], list[tuple[CellKey, dg.RunRequest]]] = defaultdict(list)
    for request in requests:
        if request.partition_key and "|" in request.partition_key:
            cell = cell_keys([request.partition_key])[0]
            tables = tuple(sorted(request.asset_selection or ()))
            cells[cell.checkpoint, tables].append((cell, request))
        else:
            coarser.append(_partial(study, request))
    for (checkpoint, tables), group in cells.items():
        wanted = [(cell.checkpoint, cell.task) for cell, _ in group]
        tags = {name: value for name, value in group[0][1].tags.items() if not name.startswith("dagster/partition")}
        tags["medfrag/model"] = group[0][0].alias
        for first, last in rectangles(wanted, [checkpoint], list(study.tasks)):
            over = tags | range_tags(CellKey(*first), CellKey(*last))
            coarser.append(dg.RunRequest(asset_selection=list(tables), tags=over))
    return coarser


def _partial(study: Study, request: dg.RunRequest) -> dg.RunRequest:
    if asset_key(study, "grid") not in (request.asset_selection or ()):
        return request
    config = {"ops": {f"{study.study}_grid": {"config": {"partial": True}}}}
    return dg.RunRequest(asset_selection=request.asset_selection, tags=request.tags, run_config=config)

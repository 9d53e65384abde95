"""The sensor that watches the hub: a revision that has moved is fetched, then gets its partition and one run."""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import dagster as dg

from medfrag_assets.defs.automation.requests import CHECKPOINTS, dataset_requests, evaluation, told
from medfrag_assets.defs.datasets.hub_snapshots import HUB_SNAPSHOTS, fetch_op
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import is_driven
from medfrag_assets.defs.partitions import StudyPartitions
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.missing import DATASETS, GENERATED, missing_datasets
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Model, Study
from medfrag_assets.vlm.checkpoints import find_checkpoint, local_snapshot
from medfrag_assets.vlm.hub_models import (
    HubUnreachableError,
    Polled,
    Polling,
    back_off,
    holds_the_same,
    is_waiting,
    moving_models,
    poll_hub,
)
from medfrag_assets.vlm.watched import Watched
from medfrag_assets.vlm.weights import CheckpointError

# The hub itself is asked every ten minutes; in between, a tick only looks whether something was fetched.
SECONDS = 60
# A tick may take a minute at most: no further model is asked for after so long, and the next tick goes on.
_ASKING_SECONDS = 20.0
# Says which commit a run fetches, alias@commit.
FETCH_TAG = "medfrag/fetch"


class Memory(NamedTuple):
    """What a tick remembers for the next one, as the sensor's cursor, all by alias.

    settled: the commit with which nothing more is to be done; said: what is wrong, so that it is said only once.
    """

    polled: Mapping[str, Polled] = {}
    settled: Mapping[str, str] = {}
    said: Mapping[str, str] = {}

    @classmethod
    def read(cls, cursor: str | None) -> "Memory":
        """From a cursor; nothing is remembered where there is none or where it is of another make."""
        try:
            held = json.loads(cursor or "{}")
            polled = {alias: Polled(*entry) for alias, entry in held.get("polled", {}).items()}
            return cls(polled, dict(held.get("settled", {})), dict(held.get("said", {})))
        except (ValueError, TypeError, AttributeError):
            return cls()

    def written(self) -> str:
        """As a cursor."""
        return json.dumps(self._asdict())


class Moved(NamedTuple):
    """A hub model whose revision stands at another commit than the study has seen."""

    alias: str
    model: Model
    commit: str

    @property
    def name(self) -> str:
        """alias@commit."""
        return f"{self.alias}@{self.commit}"


class Found(NamedTuple):
    """Where moved models stand: to be fetched, on this machine, and, with words, not to be evaluated."""

    absent: list[Moved]
    present: list[Watched]
    refused: dict[str, str]


def hub_sensors(study: Study, partitions: StudyPartitions) -> list[dg.SensorDefinition]:
    """The sensor, off until somebody turns it on; none where no model of the study can move."""
    if not moving_models(study):
        return []

    @dg.sensor(
        name=f"{study.study}_hub",
        asset_selection=dg.AssetSelection.assets(
            *(asset_key(study, name) for name in (CHECKPOINTS, HUB_SNAPSHOTS, *DATASETS, *GENERATED))
        ),
        minimum_interval_seconds=SECONDS,
        default_status=dg.DefaultSensorStatus.STOPPED,
        description="Asks the hub every ten minutes where the revisions of the study's hub models stand. One that has "
        "moved is fetched by a run of `hub_snapshots`, then becomes a checkpoint and is evaluated on all tasks in one "
        "run. Turning it on allows downloads of whole models.",
    )
    def hub(context: dg.SensorEvaluationContext, lake: Lake) -> dg.SensorResult | dg.SkipReason:
        paths = lake.paths(study)
        # What a run of the command evaluates must not change under it.
        if is_driven(paths):
            return dg.SkipReason("`medfrag study run` is at work.")
        return _tick(context, study, partitions, paths)

    return [hub]


def _tick(
    context: dg.SensorEvaluationContext, study: Study, partitions: StudyPartitions, paths: StudyPaths
) -> dg.SensorResult:
    memory = Memory.read(context.cursor)
    now = time.time()
    polling = poll_hub(study, memory.polled, now, _ASKING_SECONDS)
    known = context.instance.get_dynamic_partitions(str(partitions.models.name))
    settled = _settled(study, polling.known, memory.settled, known)
    found = _look(study, _moved(study, polling.known, settled))
    datasets = missing_datasets(study, paths) if found.present else []
    requests = dataset_requests(study, datasets)
    evaluated = [] if datasets else found.present
    requests += [request for one in evaluated for request in evaluation(context, study, paths, one)]
    requests += _fetching(context, study, found.absent, now)
    settled |= {alias: str(polling.known[alias].commit) for alias in found.refused}
    settled |= {one.checkpoint.alias: one.checkpoint.folder.name for one in evaluated}
    said = _said(memory.said, polling, found.refused)
    keys = [one.checkpoint.key for one in evaluated]
    return dg.SensorResult(
        run_requests=requests,
        skip_reason=None if requests else " ".join(said.values()) or "Nothing to ask for: no revision has moved.",
        dynamic_partitions_requests=[partitions.models.build_add_request(keys)] if keys else [],
        asset_events=[
            told(study, "watched hub", words) for words in _news(context, polling, found.refused, memory.said)
        ],
        cursor=Memory(polling.known, settled, said).written(),
    )


def _settled(
    study: Study, polled: Mapping[str, Polled], before: Mapping[str, str], known: Sequence[str]
) -> dict[str, str]:
    """The commits with which nothing more is to be done.

    One that is seen for the first time is only noted, unless the study or this machine has seen another one before.
    """
    settled = {alias: commit for alias, commit in before.items() if alias in polled}
    for alias, (commit, _, _) in polled.items():
        if commit is not None and alias not in settled:
            model = study.models[alias]
            here = local_snapshot(model.checkpoint, model.revision)
            revisions = {key.rpartition("@")[2] for key in known if key.rpartition("@")[0] == alias}
            seen = any(commit.startswith(revision) for revision in revisions)
            moved = bool(revisions) or (here is not None and here.name != commit)
            settled[alias] = commit if seen or not moved else ""
    return settled


def _moved(study: Study, polled: Mapping[str, Polled], settled: Mapping[str, str]) -> list[Moved]:
    return [
        Moved(alias, study.models[alias], one.commit)
        for alias, one in polled.items()
        if one.commit is not None and settled.get(alias) != one.commit
    ]


def _look(study: Study, moved: Iterable[Moved]) -> Found:
    """Looks for their snapshots on this machine, and looks them over."""
    found = Found([], [], {})
    for one in moved:
        alias, model = one.alias, one.model
        snapshot, now = (local_snapshot(model.checkpoint, revision) for revision in (one.commit, model.revision))
        if snapshot is None:
            found.absent.append(one)
            continue
        try:
            checkpoint = find_checkpoint(alias, model.model_copy(update={"revision": one.commit}), study.protocols)
        except CheckpointError as error:
            found.refused[alias] = str(error)
            continue
        if now == snapshot:
            found.present.append(Watched(model, checkpoint))
        elif now is not None and holds_the_same(now, snapshot):
            found.refused[alias] = (
                f"{checkpoint.key}: holds the same weights and processor as {now.name[:12]}, so it is not evaluated "
                "again."
            )
        else:
            found.absent.append(one)
    return found


def _fetching(
    context: dg.SensorEvaluationContext, study: Study, absent: Sequence[Moved], now: float
) -> list[dg.RunRequest]:
    """At most one run that fetches: a download takes long, and several would leave no room for runs that evaluate.

    What failed is asked for again, ever more rarely. How often it ended before is part of the run key.
    """
    if not absent:
        return []
    about = {"medfrag/study": study.study, FETCH_TAG: [one.name for one in absent]}
    records = context.instance.get_run_records(dg.RunsFilter(tags=about))
    if busy := [record.dagster_run.tags[FETCH_TAG] for record in records if not record.dagster_run.is_finished]:
        context.log.info(f"{busy[0]} is still being fetched.")
        return []
    for one in absent:
        ended = [record for record in records if record.dagster_run.tags[FETCH_TAG] == one.name]
        ends = [record.end_time or record.update_timestamp.timestamp() for record in ended]
        if not ends or not is_waiting(max(ends) + back_off(len(ends)), now):
            return [_fetch(study, one, len(ends))]
    return []


def _fetch(study: Study, one: Moved, before: int) -> dg.RunRequest:
    return dg.RunRequest(
        run_key=f"fetch:{one.name}:{before}",
        asset_selection=[asset_key(study, HUB_SNAPSHOTS)],
        tags={"medfrag/study": study.study, FETCH_TAG: one.name},
        run_config={"ops": {fetch_op(study): {"config": {"revisions": {one.alias: one.commit}}}}},
    )


def _said(before: Mapping[str, str], polling: Polling, refused: Mapping[str, str]) -> dict[str, str]:
    """What is wrong now: a model that was asked for in vain or refused; one that was not asked for keeps its words."""
    kept = {alias: words for alias, words in before.items() if alias in polling.known and alias not in polling.asked}
    return kept | {alias: str(error) for alias, error in polling.problems.items()} | dict(refused)


def _news(
    context: dg.SensorEvaluationContext, polling: Polling, refused: Mapping[str, str], before: Mapping[str, str]
) -> list[str]:
    """Words for the log and the asset's page, where they were not said already; that the hub is away, for the log."""
    words = {alias: str(error) for alias, error in polling.problems.items()} | dict(refused)
    news = {alias: line for alias, line in words.items() if before.get(alias) != line}
    away = {alias for alias in news if isinstance(polling.problems.get(alias), HubUnreachableError)}
    for line in (line for alias, line in news.items() if alias not in away):
        context.log.warning(line)
    if away:
        context.log.info(" ".join(news[alias] for alias in sorted(away)))
    return [line for alias, line in news.items() if alias not in away]

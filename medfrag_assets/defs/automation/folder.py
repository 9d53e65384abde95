"""The sensor that watches the folder of checkpoints: a whole new one gets its partition and one run over all tasks."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import dagster as dg

from medfrag_assets.defs.automation.requests import CHECKPOINTS, dataset_requests, evaluation, told
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import StudyPartitions
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.missing import DATASETS, GENERATED, missing_datasets
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.watched import Seen, Watched, look, watched_checkpoint

SECONDS = 15
# A tick looks into no further folder after so long: weights are read whole once, and the next tick goes on.
_LOOKING_SECONDS = 1.0


class Memory(NamedTuple):
    """What a tick remembers for the next one, as the sensor's cursor: folders, and checkpoints whose run is due."""

    seen: Mapping[str, Seen] = {}
    waiting: tuple[str, ...] = ()

    @classmethod
    def read(cls, cursor: str | None) -> "Memory":
        """From a cursor; nothing is remembered where there is none or where it is of another make."""
        try:
            held = json.loads(cursor or "{}")
            seen = {folder: Seen(*entry) for folder, entry in held.get("seen", {}).items()}
            return cls(seen, tuple(held.get("waiting", ())))
        except (ValueError, TypeError, AttributeError):
            return cls()

    def written(self) -> str:
        """As a cursor."""
        return json.dumps({"seen": self.seen, "waiting": self.waiting})


def folder_sensor(study: Study, partitions: StudyPartitions) -> dg.SensorDefinition:
    """Looks over data/checkpoints every `SECONDS`."""

    @dg.sensor(
        name=f"{study.study}_folder",
        asset_selection=dg.AssetSelection.assets(
            *(asset_key(study, name) for name in (CHECKPOINTS, *DATASETS, *GENERATED))
        ),
        minimum_interval_seconds=SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Watches data/checkpoints. A folder with a medfrag.yaml that was whole at two looks becomes a "
        "checkpoint and is evaluated on all tasks in one run. What cannot be used is reported here and on the asset "
        "`checkpoints`, once.",
    )
    def folder(context: dg.SensorEvaluationContext, lake: Lake) -> dg.SensorResult | dg.SkipReason:
        return _tick(context, study, partitions, lake.paths(study))

    return folder


def _tick(
    context: dg.SensorEvaluationContext, study: Study, partitions: StudyPartitions, paths: StudyPaths
) -> dg.SensorResult | dg.SkipReason:
    memory = Memory.read(context.cursor)
    looked = look(study, paths.checkpoints, memory.seen, _LOOKING_SECONDS)
    known = context.instance.get_dynamic_partitions(str(partitions.models.name))
    found, twins = without_twins(looked.found, known)
    due = [*_still_waiting(study, paths.checkpoints, memory.waiting), *found]
    problems = [*looked.problems, *twins]
    for words in problems:
        context.log.warning(words)
    datasets = missing_datasets(study, paths) if due else []
    requests = dataset_requests(study, datasets)
    if not datasets:
        requests = [request for one in due for request in evaluation(context, study, paths, one)]
    keys = list(dict.fromkeys(one.checkpoint.key for one in due))
    after = Memory(looked.seen, tuple(keys) if datasets else ())
    return dg.SensorResult(
        run_requests=requests,
        dynamic_partitions_requests=[partitions.models.build_add_request(keys)] if keys else [],
        asset_events=[told(study, "watched folder", words) for words in problems],
        cursor=after.written(),
    )


def without_twins(found: Iterable[Watched], known: Iterable[str]) -> tuple[list[Watched], list[str]]:
    """Those whose weights are not known under another name, and what to say of the others.

    known: checkpoints, alias@revision. The revision of a folder is the digest of what it holds.
    """
    first_of = {key.rpartition("@")[2]: key for key in reversed(list(known))}
    new: list[Watched] = []
    words: list[str] = []
    for one in found:
        first = first_of.setdefault(one.checkpoint.revision, one.checkpoint.key)
        if first.rpartition("@")[0] == one.checkpoint.alias:
            new.append(one)
        else:
            words.append(
                f"{one.checkpoint.folder}: holds the same weights and processor as {first}, so it is not evaluated "
                f"again as {one.checkpoint.key}. Its results are those of {first}."
            )
    return new, words


def _still_waiting(study: Study, root: Path, keys: Iterable[str]) -> Iterator[Watched]:
    """Checkpoints that an earlier tick found and that are still there."""
    for key in keys:
        one = watched_checkpoint(study, root, key)
        if one is not None:
            yield one

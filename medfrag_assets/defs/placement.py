"""Places runs on hardware: tags for study, model, family and GPU memory on every run that uses the pool `gpu`.

Assets and ops cannot tag the run they are part of, and tags of a job are left out of backfills. So the run coordinator,
which every run passes on its way into the queue, puts them there: `tag_concurrency_limits` in dagster.yaml and the run
launcher of a cluster find them whichever way a run was launched. A run that a command runs by itself never is in the
queue: `medfrag study run` tags its own.

The web server and the daemon load this module, so it imports nothing heavy. docs/gpu.md says how to use the tags.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import dagster as dg
from dagster._core.storage.tags import (
    ASSET_PARTITION_RANGE_END_TAG,
    ASSET_PARTITION_RANGE_START_TAG,
    PARTITION_NAME_TAG,
)

from medfrag_assets.defs.partitions import GPU_POOL, CellKey, cell_keys, run_tags
from medfrag_assets.study.configured import configured_names
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.watched import with_watched

# No alias holds it, so that a tag that names several models reads clearly.
_AND = "+"
_NAMED = 4
_MEMORY = "medfrag/gpu_memory_gb"
_STUDY = "medfrag/study"
# On jobs that start the runs of models themselves: of the model that their form names, or of all.
DRIVES = "medfrag/drives"
# Looking over hundreds of watched folders takes a second: a backfill's runs share one look.
_SECONDS_KEPT = 30
_log = logging.getLogger(__name__)


class PlacingRunCoordinator(dg.QueuedRunCoordinator[dg.DagsterInstance]):
    """Dagster's queue, with tags on what comes in. A run that cannot be tagged is queued as it is."""

    def submit_run(self, context: dg.SubmitRunContext) -> dg.DagsterRun:
        """Tags the run if it uses the pool `gpu`, then queues it."""
        run = context.dagster_run
        try:
            # Before it is queued: the daemon may take it from there at once.
            tags = tags_of(self._instance, run)
            if tags:
                self._instance.add_run_tags(run.run_id, tags)
        except MedfragError as error:
            self._instance.report_engine_event(f"Not tagged for GPU placement: {error}", run, cls=type(self))
        except Exception:  # noqa: BLE001 - whatever it is: a run without tags is better than no run
            _log.exception("Run %s was not tagged for GPU placement", run.run_id)
        return super().submit_run(context)


def placement_tags(study: Study, aliases: Sequence[str]) -> dict[str, str]:
    """Tags of a run over these models (at least one) of the study: their names joined with +, the largest memory.

    Beyond four names, the rest is `...`. Raises `MedfragError` when the study lacks one of the models.
    """
    unknown = [alias for alias in aliases if alias not in study.models]
    if unknown:
        raise MedfragError(f"the study {study.study} has no model {', '.join(unknown)}.")
    each = [run_tags(study, alias) for alias in aliases]
    largest = max((tags[_MEMORY] for tags in each), key=float)
    return {key: _joined([tags[key] for tags in each]) for key in each[0]} | {_MEMORY: largest}


def tags_of(instance: dg.DagsterInstance, run: dg.DagsterRun) -> dict[str, str]:
    """Tags that place this run; none for a run that needs no model, or that has no partition and no form.

    Raises `MedfragError` for a run of a study or model that is not known here.
    """
    if DRIVES not in run.tags and not _in_pool(run):
        return {}
    name = _study_name(instance, run)
    aliases = list(dict.fromkeys([*_chosen(run), *_of_partitions(instance, name, run)]))
    study = _study_with(name, aliases)
    models = aliases or (list(study.models) if DRIVES in run.tags else [])
    return placement_tags(study, models) if models else {}


def _in_pool(run: dg.DagsterRun) -> bool:
    return run.run_op_concurrency is not None and GPU_POOL in (run.run_op_concurrency.all_pools or ())


def _joined(values: Sequence[str]) -> str:
    different = list(dict.fromkeys(values))
    return _AND.join([*different[:_NAMED], *(["..."] if len(different) > _NAMED else [])])


def _chosen(run: dg.DagsterRun) -> Iterator[str]:
    """Models that the form of a job names."""
    ops: Any = run.run_config.get("ops", {})
    for op in ops.values():
        if model := op.get("config", {}).get("model"):
            yield model


def _of_partitions(instance: dg.DagsterInstance, study: str, run: dg.DagsterRun) -> Iterator[str]:
    """Models whose checkpoints the run is over."""
    return (CellKey(checkpoint, "").alias for checkpoint in _checkpoints(instance, study, run))


def _study_name(instance: dg.DagsterInstance, run: dg.DagsterRun) -> str:
    """The study whose model the run needs: a job's tag says it, else the first part of the keys of its assets."""
    if _STUDY in run.tags:
        return run.tags[_STUDY]
    assert run.execution_plan_snapshot_id is not None
    plan = instance.get_execution_plan_snapshot(run.execution_plan_snapshot_id)
    outputs = [output for step in plan.steps if step.pool == GPU_POOL for output in step.outputs]
    keys = [output.properties.asset_key for output in outputs if output.properties and output.properties.asset_key]
    return keys[0].path[0]


def _checkpoints(instance: dg.DagsterInstance, study: str, run: dg.DagsterRun) -> list[str]:
    """Keys of the checkpoints that the run is over, in Dagster's order."""
    tags = run.tags
    if PARTITION_NAME_TAG in tags:
        return [cell_keys([tags[PARTITION_NAME_TAG]])[0].checkpoint]
    if ASSET_PARTITION_RANGE_START_TAG not in tags:
        return []
    ends = [tags[ASSET_PARTITION_RANGE_START_TAG], tags[ASSET_PARTITION_RANGE_END_TAG]]
    first, last = (cell_keys([end])[0].checkpoint for end in ends)
    known = list(instance.get_dynamic_partitions(f"{study}_models"))
    return known[known.index(first) : known.index(last) + 1]


def _study_with(name: str, aliases: Sequence[str]) -> Study:
    """The configured study of that name. Looked at anew when it lacks one of the models."""
    names = tuple(configured_names())
    found = _studies(names, int(time.monotonic() // _SECONDS_KEPT)).get(name)
    if found is None or not found.models.keys() >= set(aliases):
        _studies.cache_clear()
        found = _studies(names, int(time.monotonic() // _SECONDS_KEPT)).get(name)
    if found is None:
        raise MedfragError(f"MEDFRAG_STUDIES names no study {name} that can be read.")
    return found


@lru_cache(maxsize=1)
def _studies(names: tuple[str, ...], period: int) -> dict[str, Study]:
    """The studies with the models of the watched folder, by name; `period` says how long they are kept."""
    watched = StudyPaths(data_root(), "").checkpoints
    studies = [study for study in map(_readable, names) if study is not None]
    return {study.study: with_watched(study, watched) for study in studies}


def _readable(name: str) -> Study | None:
    """The study, or null: a file that cannot be read must not keep the others from being placed."""
    try:
        return load_study(name)
    except MedfragError as error:
        _log.warning("%s", error)
        return None

"""Dagster's persistent instance in data/dagster_home: made once, and swept of runs whose process died."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
from dagster import DagsterRunStatus

from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import SHIPPED_CONFIG, StudyPaths

DRIVER_TAG = "medfrag/driver"
_UNFINISHED = [
    DagsterRunStatus.NOT_STARTED,
    DagsterRunStatus.STARTING,
    DagsterRunStatus.STARTED,
    DagsterRunStatus.CANCELING,
]


def prepare_home(paths: StudyPaths) -> None:
    """Makes the Dagster home with its dagster.yaml and database, under a lock.

    Two processes that open a fresh home at the same time would break it for good.
    """
    home = paths.dagster_home
    home.mkdir(parents=True, exist_ok=True)
    os.environ["DAGSTER_HOME"] = str(home)
    with (home / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        shutil.copyfile(SHIPPED_CONFIG / "dagster.yaml", home / "dagster.yaml")
        with dg.DagsterInstance.get() as instance:
            instance.get_runs_count()


@contextmanager
def one_driver(paths: StudyPaths) -> Iterator[None]:
    """Holds the study's lock. Raises `MedfragError` when another process is running the study."""
    paths.lock.parent.mkdir(parents=True, exist_ok=True)
    with paths.lock.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise MedfragError(
                f"Study {paths.study} is being run already, by process {lock.read().strip() or 'unknown'}. "
                "Wait for it, or stop it with Ctrl-C there."
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def sweep_dead_runs(instance: dg.DagsterInstance, study: str) -> int:
    """Marks the study's unfinished runs of earlier commands as failed and frees their pool slots. Returns how many.

    Whoever calls this holds the study's lock, so a command that left such a run is gone.
    """
    left = dg.RunsFilter(statuses=_UNFINISHED, tags={"medfrag/study": study, DRIVER_TAG: "command"})
    runs = instance.get_runs(filters=left)
    for run in runs:
        instance.report_run_failed(run, "The command that ran it ended before it did.")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
    return len(runs)

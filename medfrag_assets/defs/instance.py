"""Dagster's persistent instance in data/dagster_home: made once, and swept of runs whose process died."""

import fcntl
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
from dagster import DagsterRunStatus
from dagster._core.instance.ref import InstanceRef

from medfrag_assets.lake.locks import HeldError, is_held, take
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import SHIPPED_CONFIG, StudyPaths

DRIVER_TAG = "medfrag/driver"
_NO_COMPUTE_LOGS = {
    "module": "dagster._core.storage.noop_compute_log_manager",
    "class": "NoOpComputeLogManager",
}
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
def driving_instance(paths: StudyPaths) -> Iterator[dg.DagsterInstance]:
    """The persistent instance for a process that runs everything itself.

    What steps print is not captured: that takes two more processes for every step, which Ctrl-C on a terminal would hit
    too. Dagster's own events are all there.
    """
    # On an interruption it reports connections that were closed under it, with a traceback.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    reference = InstanceRef.from_dir(str(paths.dagster_home), overrides={"compute_logs": _NO_COMPUTE_LOGS})
    with dg.DagsterInstance.from_ref(reference) as instance:
        yield instance


@contextmanager
def one_driver(paths: StudyPaths) -> Iterator[None]:
    """Holds the study's lock. Raises `MedfragError` when another process is running the study."""
    try:
        lock = take(paths.lock)
    except HeldError as error:
        raise MedfragError(
            f"Study {paths.study} is being run already, by process {error.holder}. "
            "Wait for it, or stop it with Ctrl-C there."
        ) from None
    with lock:
        yield


def is_driven(paths: StudyPaths) -> bool:
    """Whether a process holds the study's lock, as `medfrag study run` does."""
    return is_held(paths.lock)


def hold_web_ui(paths: StudyPaths) -> None:
    """Holds the lock of the web UI for as long as this process lives, whatever it becomes.

    Two daemons on one data folder would both launch what sensors ask for. Raises `MedfragError` when there is one.
    """
    try:
        lock = take(paths.web_ui_lock)
    except HeldError as error:
        raise MedfragError(
            f"A web UI works on {paths.root} already, as process {error.holder}. Use that one, stop it with Ctrl-C "
            "there, or set MEDFRAG_DATA to another data folder."
        ) from None
    # Outlives this call and the exchange of the program.
    os.set_inheritable(os.dup(lock.fileno()), True)


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

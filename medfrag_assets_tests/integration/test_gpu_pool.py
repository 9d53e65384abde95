"""Pool `gpu` with real processes on a real home: it holds at its limit, and is free again whatever becomes of a run.

What works is a stand-in that holds the pool until it is let go; pool, queue, launcher and settings are as shipped.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from dagster import DagsterRunStatus

from medfrag_assets.defs.partitions import GPU_POOL, CellKey
from medfrag_assets.study.paths import PROJECT
from medfrag_assets_tests.fixtures.dagster_dev import UNFINISHED, DagsterDev
from medfrag_assets_tests.fixtures.launching import gpu_study_file

GEMMA = CellKey("tiny-gemma@aaa", "brain_tumor")
GEMMA_SKIN = CellKey("tiny-gemma@aaa", "skin_cancer")
MEDGEMMA = CellKey("tiny-medgemma@bbb", "brain_tumor")
LLAVA = CellKey("tiny-llava@ccc", "brain_tumor")

# What `medfrag study run` does: the study's lock, and a run in this process.
COMMAND = """
import sys
from medfrag_assets.defs.instance import DRIVER_TAG, driving_instance, one_driver
from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets_tests.fixtures.gpu_location import defs, stand_in
paths = StudyPaths(data_root(), "small")
with one_driver(StudyPaths(data_root(), sys.argv[2])), driving_instance(paths) as instance:
    defs.resolve_implicit_global_asset_job_def().execute_in_process(
        instance=instance, asset_selection=[stand_in.key], partition_key=sys.argv[1],
        tags={DRIVER_TAG: "command", "medfrag/study": sys.argv[2]})
"""


class Bench(DagsterDev):
    """Stand-ins at work."""

    def working(self) -> set[str]:
        """Models whose stand-in holds the pool."""
        folder = self.data / "holding"
        return {file.name for file in folder.glob("*") if not file.name.endswith(".written")}

    def let_go(self, alias: str) -> None:
        """Lets a stand-in finish."""
        (self.data / "holding" / alias).unlink()

    def process_of(self, alias: str) -> int:
        """The process that holds the pool."""
        return int((self.data / "holding" / alias).read_text())

    def until_working(self, *aliases: str) -> None:
        """Waits until the stand-ins of just these models work."""
        self.until(lambda: self.working() == set(aliases), f"{aliases} at work")

    def until_it_is(self, run_id: str, status: DagsterRunStatus) -> None:
        """Waits for the state of a run."""
        self.until(lambda: self.status(run_id) == status, f"{run_id} is {status}")

    def whoever_could_start_has_started(self) -> None:
        """A run that needs no GPU goes through the same queue behind the others, and is finished."""
        self.until_it_is(self.launch("cheap", LLAVA), DagsterRunStatus.SUCCESS)

    def set_limit(self, limit: int) -> None:
        """As `dagster instance concurrency set gpu` does."""
        self.instance.event_log_storage.set_concurrency_slots(GPU_POOL, limit)

    def command(self, cell: CellKey, study: str = "small") -> subprocess.Popen[bytes]:
        """A command that runs a stand-in in its own process."""
        arguments = [sys.executable, "-c", COMMAND, f"{cell.checkpoint}|{cell.task}", study]
        return subprocess.Popen(arguments, env=self.environment, cwd=PROJECT, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    root = tmp_path_factory.mktemp("pool")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", str(root))
        made = Bench(root / "data", gpu_study_file(root))
    made.instance.add_dynamic_partitions("small_models", [cell.checkpoint for cell in (GEMMA, MEDGEMMA, LLAVA)])
    yield made
    made.stop()
    # After a test that failed, a stand-in may wait for ever.
    made.kill_everything()
    made.instance.dispose()


@pytest.fixture(scope="module")
def started(home: Bench) -> Bench:
    home.start()
    return home


@pytest.fixture
def dev(started: Bench) -> Iterator[Bench]:
    """`dagster dev` at the default limit with nothing to do, before and after."""
    started.set_limit(1)
    yield started
    for run in started.instance.get_runs():
        if run.status in UNFINISHED:
            started.terminate(run.run_id, "MARK_AS_CANCELED_IMMEDIATELY")
    for alias in started.working():
        started.let_go(alias)
    started.until(lambda: not started.instance.event_log_storage.get_concurrency_run_ids(), "the pool is free")


def test_two_commands_share_the_pool(home: Bench) -> None:
    first = home.command(GEMMA, "small")
    home.until_working("tiny-gemma")
    second = home.command(MEDGEMMA, "other")
    pool = home.instance.event_log_storage
    home.until(lambda: len(pool.get_concurrency_info(GPU_POOL).pending_run_ids) == 1, "the second waits for the pool")
    assert home.working() == {"tiny-gemma"}
    home.let_go("tiny-gemma")
    home.until_working("tiny-medgemma")
    home.let_go("tiny-medgemma")
    assert [first.wait(), second.wait()] == [0, 0]


@pytest.mark.long
def test_the_pool_holds_at_its_limit(dev: Bench) -> None:
    runs = [dev.launch("stand_in", cell) for cell in (GEMMA, MEDGEMMA)]
    dev.until(lambda: len(dev.working()) == 1, "one at work")
    dev.whoever_could_start_has_started()
    assert len(dev.working()) == 1
    # Nothing but the limit kept them apart.
    dev.set_limit(2)
    dev.until_working("tiny-gemma", "tiny-medgemma")
    dev.let_go("tiny-gemma")
    dev.let_go("tiny-medgemma")
    for run in runs:
        dev.until_it_is(run, DagsterRunStatus.SUCCESS)


@pytest.mark.long
def test_runs_of_one_model_queue_up_even_where_the_pool_has_room(dev: Bench) -> None:
    dev.set_limit(3)
    first, second = dev.launch("stand_in", GEMMA), dev.launch("stand_in", GEMMA_SKIN)
    dev.launch("stand_in", MEDGEMMA)
    dev.until_working("tiny-gemma", "tiny-medgemma")
    dev.whoever_could_start_has_started()
    assert dev.status(second) == DagsterRunStatus.QUEUED
    dev.let_go("tiny-gemma")
    dev.until_it_is(first, DagsterRunStatus.SUCCESS)
    dev.until_working("tiny-gemma", "tiny-medgemma")


@pytest.mark.long
def test_a_cancelled_run_frees_the_pool(dev: Bench) -> None:
    first = dev.launch("stand_in", GEMMA)
    dev.until_working("tiny-gemma")
    dev.launch("stand_in", MEDGEMMA)
    dev.terminate(first)
    dev.until_it_is(first, DagsterRunStatus.CANCELED)
    dev.let_go("tiny-gemma")
    dev.until_working("tiny-medgemma")


@pytest.mark.long
def test_a_killed_run_fails_and_frees_the_pool(dev: Bench) -> None:
    first = dev.launch("stand_in", GEMMA)
    dev.until_working("tiny-gemma")
    dev.launch("stand_in", MEDGEMMA)
    os.kill(dev.process_of("tiny-gemma"), signal.SIGKILL)
    dev.until_it_is(first, DagsterRunStatus.FAILURE)
    dev.let_go("tiny-gemma")
    dev.until_working("tiny-medgemma")


@pytest.mark.long
def test_a_killed_command_is_noticed_by_the_daemon(dev: Bench) -> None:
    command = dev.command(GEMMA)
    dev.until_working("tiny-gemma")
    dev.launch("stand_in", MEDGEMMA)
    dev.whoever_could_start_has_started()
    assert dev.working() == {"tiny-gemma"}
    command.kill()
    command.wait()
    dev.let_go("tiny-gemma")
    dev.until_working("tiny-medgemma")


@pytest.mark.long
def test_runs_survive_a_stop_of_dagster_and_are_noticed_after_a_power_cut(dev: Bench) -> None:
    first = dev.launch("stand_in", GEMMA)
    dev.until_working("tiny-gemma")
    second = dev.launch("stand_in", MEDGEMMA)
    dev.stop()
    dev.start()
    dev.whoever_could_start_has_started()
    assert (dev.working(), dev.status(first)) == ({"tiny-gemma"}, DagsterRunStatus.STARTED)
    dev.kill_everything()
    dev.let_go("tiny-gemma")
    assert dev.status(first) == DagsterRunStatus.STARTED
    dev.start()
    dev.until_it_is(first, DagsterRunStatus.FAILURE)
    dev.until_working("tiny-medgemma")
    dev.let_go("tiny-medgemma")
    dev.until_it_is(second, DagsterRunStatus.SUCCESS)


@pytest.mark.long
def test_dagster_dev_stops_by_its_process_id(dev: Bench) -> None:
    dev.stop()
    dev.until(lambda: not dev.processes(), "every process of it has ended")
    dev.start()

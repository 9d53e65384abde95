"""Ctrl-C in any stage, a second command at the same time, and what is left when a command is killed."""

import os
import signal
import subprocess
from pathlib import Path

import polars as pl
import pytest

from medfrag_assets.study.paths import StudyPaths
from medfrag_assets_tests.fixtures.command import medfrag, start_medfrag
from medfrag_assets_tests.fixtures.studies import small_study_file


def run_until(data: Path, study: str, line: str) -> subprocess.Popen[str]:
    """A running `medfrag study run` that has just printed a line with these words."""
    process = start_medfrag(data, "study", "run", "--study", study)
    assert process.stdout is not None
    seen = []
    for printed in process.stdout:
        seen.append(printed)
        if line in printed:
            return process
    raise AssertionError(f"{line!r} was never printed:\n" + "".join(seen))


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    output, _ = process.communicate(timeout=120)
    return process.returncode, output


def generations(data: Path) -> pl.DataFrame:
    return pl.read_parquet(StudyPaths(data, "").ledger / "generations" / "**" / "*.parquet", hive_partitioning=False)


@pytest.fixture
def study(tmp_path: Path) -> str:
    return str(small_study_file(tmp_path))


@pytest.mark.parametrize(
    "stage",
    [
        pytest.param("datasets: ", marks=pytest.mark.long),
        "inference: ",
        pytest.param("labels: ", marks=pytest.mark.long),
        pytest.param("diagnosis: ", marks=pytest.mark.long),
        pytest.param("probes: ", marks=pytest.mark.long),
        pytest.param("statistics: ", marks=pytest.mark.long),
        pytest.param("publish: ", marks=pytest.mark.long),
    ],
)
def test_ctrl_c_loses_nothing_and_the_next_run_goes_on(tmp_path: Path, study: str, stage: str) -> None:
    process = run_until(tmp_path, study, stage)
    # On a terminal, Ctrl-C reaches every process of the group.
    os.killpg(process.pid, signal.SIGINT)
    code, output = finish(process)
    assert code == 130, output
    assert "the same command goes on from here" in output
    assert "Traceback" not in output
    again = medfrag(tmp_path, "study", "run", "--study", study)
    assert again.returncode == 0, again.stdout + again.stderr
    assert generations(tmp_path)["generation_id"].is_unique().all()
    assert "toys" in again.stdout.strip().splitlines()[-1]


def test_a_second_run_of_the_same_study_is_refused_and_a_killed_one_is_swept(tmp_path: Path, study: str) -> None:
    process = run_until(tmp_path, study, "inference: ")
    second = medfrag(tmp_path, "study", "run", "--study", study)
    assert second.returncode == 1
    assert f"is being run already, by process {process.pid}" in second.stderr
    assert second.stderr.count("\n") <= 2
    os.kill(process.pid, signal.SIGKILL)
    finish(process)
    again = medfrag(tmp_path, "study", "run", "--study", study)
    assert again.returncode == 0, again.stdout + again.stderr
    assert generations(tmp_path)["generation_id"].is_unique().all()

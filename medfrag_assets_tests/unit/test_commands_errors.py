"""What a person can mend is said in a line or two: no traceback, exit code 1, and a command that works as typed."""

from pathlib import Path

import pytest

from medfrag_assets.commands.doctor import Finding, examine
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets_tests.fixtures.command import medfrag
from medfrag_assets_tests.fixtures.studies import small_study_file

COMMANDS = [
    ["study", "run"],
    ["study", "run", "--dry-run"],
    ["study", "status"],
    ["sql", "select 1"],
    ["doctor"],
    ["report"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_data_folder_that_is_a_file(tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "file"
    file.touch()
    done = medfrag(file, *arguments)
    assert done.returncode == 1
    assert not done.stdout
    assert done.stderr.startswith(f"Error: The data folder {file} cannot be used")
    assert "MEDFRAG_DATA" in done.stderr
    assert done.stderr.count("\n") <= 2


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    done = medfrag(Path("/proc/nope"), "study", "status")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: The data folder /proc/nope cannot be used")
    assert done.stderr.count("\n") <= 2


def test_a_file_where_a_folder_of_the_data_belongs(tmp_path: Path) -> None:
    (tmp_path / "locks").touch()
    done = medfrag(tmp_path, "study", "run")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {tmp_path / 'locks'}: ")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 2


@pytest.mark.parametrize("arguments", [["sql", "select 1"], ["report"]], ids=" ".join)
def test_without_a_database_the_way_to_one_can_be_typed(tmp_path: Path, arguments: list[str]) -> None:
    folder = tmp_path / "my studies"
    folder.mkdir()
    study = small_study_file(folder)
    done = medfrag(tmp_path, *arguments, "--study", str(study))
    assert done.returncode == 1
    assert f"Make it with: .venv/bin/medfrag study run --study '{study}'" in done.stderr
    assert done.stderr.count("\n") <= 2


@pytest.mark.parametrize(
    ("problems", "words"),
    [([None, None], "Everything is there."), (["gone", None], "1 thing is missing."), (["a", "b"], "2 things are")],
)
def test_the_doctor_counts_in_words(
    problems: list[str | None],
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [Finding("a thing", problem) for problem in problems]
    monkeypatch.setattr("medfrag_assets.commands.doctor.look", lambda *_: iter(found))
    examine(load_study("embedded"), StudyPaths(tmp_path, "embedded"))
    assert words in capsys.readouterr().out

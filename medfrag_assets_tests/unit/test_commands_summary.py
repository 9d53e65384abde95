"""What `study run` and `study status` end with: it fits 80 columns whole, and its commands work as typed."""

import io
import shlex
from pathlib import Path
from typing import Any

import duckdb
import pytest
from rich.console import Console

from medfrag_assets.commands.hints import next_commands
from medfrag_assets.commands.status import show_status
from medfrag_assets.commands.summary import show_summary
from medfrag_assets.lake.schemas import CHECKPOINTS, COMPARISONS
from medfrag_assets.lake.store import table_file, write_table
from medfrag_assets.reports.meaning import Row, in_two_sentences
from medfrag_assets.study.configured import configured_names
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT, StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.studies import small_study
from medfrag_assets_tests.fixtures.tables import frame_of


def publish(paths: StudyPaths, study: Study, left_out: list[str] | None = None, empty: bool = False) -> None:
    """A database with the tables that the summary reads: one row for every model and task of the study."""
    paths.database.parent.mkdir(parents=True)
    compare(paths, [])
    numbers = "null, null, null, null, null, null, null" if empty else "100, 0.714, 0.591, 0.801, 1.0, 0.0, 0.0"
    with duckdb.connect(str(paths.database)) as connection:
        connection.execute(
            "create table study_summary (model varchar, task varchar, n_images bigint, strict_accuracy double,"
            " strict_accuracy_low double, strict_accuracy_high double, coverage double, refusal_rate double,"
            " hedge_rate double, pair varchar, role varchar, missing bigint)"
        )
        connection.execute(
            "create table pair_comparisons (kind varchar, outcome varchar, prompt_id varchar, ahead varchar)"
        )
        connection.execute("create table quarantine (task varchar, origin varchar, reason varchar)")
        for alias, model in study.models.items():
            for task in study.tasks:
                connection.execute(
                    f"insert into study_summary values (?, ?, {numbers}, ?, ?, ?)",
                    [alias, task, model.pair, model.role, 5880 if empty else 0],
                )
        for number, task in enumerate(left_out or []):
            connection.execute("insert into quarantine values (?, ?, 'zero bytes')", [task, f"yes/{number}.png"])


def compare(paths: StudyPaths, rows: list[dict[str, Any]]) -> None:
    """Comparisons beside it, with what these rows do not say left null."""
    write_table(table_file(paths.lake, COMPARISONS), frame_of(COMPARISONS, rows), "written by hand")


def summary(paths: StudyPaths, study: Study, named: str = "embedded", width: int = 80) -> list[str]:
    written = io.StringIO()
    show_summary(Console(file=written, width=width), study, paths, named)
    return written.getvalue().splitlines()


def test_the_summary_of_the_embedded_study_fits_80_columns_whole(tmp_path: Path) -> None:
    study, paths = load_study("embedded"), StudyPaths(tmp_path, "embedded")
    publish(paths, study)
    with duckdb.connect(str(paths.database)) as connection:
        connection.execute(
            "insert into pair_comparisons values ('medical_minus_base', 'strict_accuracy', null, 'medical'),"
            " ('medical_minus_base', 'strict_accuracy', null, 'neither'),"
            " ('medical_minus_base', 'strict_accuracy', 'abnormal.plain', 'base'),"
            " ('medical_minus_base', 'refusal_rate', null, 'base'), ('interaction', 'strict_accuracy', null, null)"
        )
    lines = summary(paths, study)
    assert "the medical one is ahead in 1, the base in 0, and neither in 1" in "\n".join(lines)
    cells = [line for line in lines if "0.71 (0.59–0.80)" in line]
    assert len(cells) == 16
    assert all(len(line) <= 80 for line in cells)
    assert sum("breast_histopathology" in line for line in cells) == 4
    assert all(alias in [line.strip() for line in lines] for alias in study.models)
    assert "…" not in "".join(lines)


def test_names_that_are_too_long_are_folded_and_not_cut(tmp_path: Path) -> None:
    study, paths = load_study("embedded"), StudyPaths(tmp_path, "embedded")
    long = "a_task_whose_name_is_much_longer_than_any_screen_is_wide_but_somebody_chose_it"
    study = study.model_copy(update={"tasks": {long: study.tasks["brain_tumor"]}})
    publish(paths, study)
    lines = summary(paths, study)
    assert "…" not in "".join(lines)
    assert sum("0.71 (0.59–0.80)" in line for line in lines) == 4


def test_empty_cells_say_what_they_lack(tmp_path: Path) -> None:
    study, paths = load_study("embedded"), StudyPaths(tmp_path, "embedded")
    publish(paths, study, empty=True)
    lines = summary(paths, study)
    assert sum("5,880 rows missing" in line for line in lines) == 16
    assert "None" not in "\n".join(lines)


def test_files_that_were_left_out_are_mentioned(tmp_path: Path) -> None:
    study, paths = load_study("embedded"), StudyPaths(tmp_path, "embedded")
    publish(paths, study, left_out=["pneumonia", "skin_cancer", "pneumonia"])
    lines = summary(paths, study)
    assert "pneumonia: 2 files were left out of the sample." in lines
    assert "skin_cancer: 1 file was left out of the sample." in lines
    assert '.venv/bin/medfrag sql "from quarantine"' in "\n".join(lines)
    assert not [line for line in lines if line.startswith("brain_tumor")]


def test_where_nothing_was_left_out_nothing_is_said(tmp_path: Path) -> None:
    study, paths = load_study("embedded"), StudyPaths(tmp_path, "embedded")
    publish(paths, study)
    assert "left out" not in "\n".join(summary(paths, study))


def test_who_is_worse_is_said(tmp_path: Path) -> None:
    study, paths = load_study("embedded"), StudyPaths(tmp_path, "embedded")
    publish(paths, study)
    now = {"checkpoint": "tiny-medgemma@2", "current": True}
    write_table(table_file(paths.lake, CHECKPOINTS), frame_of(CHECKPOINTS, [now]), "written by hand")
    assert "worse" not in "\n".join(summary(paths, study))
    fell = {
        **{"kind": "medical_minus_base", "outcome": "strict_accuracy", "first_task": "pneumonia", "n_images": 100},
        **{"first_checkpoint": "tiny-medgemma@2", "second_checkpoint": "tiny-gemma@1"},
        **{"difference": -0.18, "low": -0.2, "high": -0.16, "p_adjusted": 0.0001},
    }
    compare(paths, [fell])
    said = (
        "tiny-medgemma@2 is worse than tiny-gemma@1 beyond 0.05 in 1 comparison: "
        "strict accuracy on pneumonia −0.18 (−0.20 to −0.16), p < 0.001, 100 images."
    )
    assert said in summary(paths, study)


@pytest.mark.parametrize("named", ["mine.yaml", "my study/b.yaml", "it's mine.yaml", 'a "b".yaml', "~/x.yaml"])
def test_next_commands_can_be_typed_whatever_the_file_is_called(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    ui, sql, report = (shlex.split(command) for command in next_commands(named))
    assert ui == [f"MEDFRAG_STUDIES={named}", "make", "ui"]
    assert sql[:4] == [".venv/bin/medfrag", "sql", "--study", named]
    assert report == [".venv/bin/medfrag", "report", "--study", named]


def test_the_embedded_study_needs_no_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    commands = next_commands("embedded")
    assert commands[0] == "make ui"
    assert commands[2] == ".venv/bin/medfrag report"


def test_elsewhere_the_program_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ui, sql, _ = (shlex.split(command) for command in next_commands("mine.yaml"))
    assert ui[1:] == [sql[0], "ui"]
    assert Path(sql[0]).is_absolute()
    assert Path(sql[0]).is_file()


def test_a_name_with_a_comma_cannot_be_shown_in_the_web_ui(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    assert "MEDFRAG_STUDIES" not in "".join(next_commands("a,b.yaml"))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("embedded,", ["embedded"]),
        (" , embedded , paper", ["embedded", "paper"]),
        (",", ["embedded"]),
        ("", ["embedded"]),
        ("my study.yaml", ["my study.yaml"]),
    ],
)
def test_empty_parts_of_medfrag_studies_are_ignored(
    value: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDFRAG_STUDIES", value)
    assert configured_names() == names


def test_status_is_not_folded_off_a_terminal_and_fits_80_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    show_status(load_study("embedded"), StudyPaths(tmp_path, "embedded"))
    written = capsys.readouterr().out
    assert "…" not in written
    rows = [line.rstrip() for line in written.splitlines() if "@" in line]
    assert len(rows) == 16
    assert max(map(len, rows)) <= 80


def test_status_names_models_that_are_not_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = small_study(tmp_path)
    gone = {alias: model.model_copy(update={"checkpoint": "/nowhere"}) for alias, model in study.models.items()}
    show_status(study.model_copy(update={"models": gone}), StudyPaths(tmp_path, "small"))
    assert capsys.readouterr().out.count("tiny-medgemma, not on this machine") == 2


def row(model: str, low: float, high: float) -> Row:
    return Row(model, "t", 100, (low + high) / 2, low, high, 0.9, 0.05, 0.02, 0)


def test_one_comparison_is_not_comparisons() -> None:
    words = in_two_sentences([row("base", 0.3, 0.4), row("med", 0.5, 0.6)], ["medical"])
    assert "In 1 comparison of a medical model" in words


def test_without_a_pair_there_is_no_comparison() -> None:
    words = in_two_sentences([row("base", 0.3, 0.4)], [])
    assert "In 0 comparisons" not in words
    assert "no medical model beside its base" in words

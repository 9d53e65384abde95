"""`medfrag sql`: nothing is cut, numbers keep their digits, JSON stays JSON, and errors are short."""

import json
import os
import pty
import subprocess
from pathlib import Path

import duckdb
import pytest

from medfrag_assets.commands.query import show_query
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets_tests.fixtures.command import MEDFRAG, environment

WIDE = "select " + ", ".join(f"'value number {number}' as a_column_named_{number}" for number in range(40))


@pytest.fixture
def paths(tmp_path: Path) -> StudyPaths:
    paths = StudyPaths(tmp_path, "embedded")
    paths.database.parent.mkdir()
    duckdb.connect(str(paths.database)).close()
    return paths


def on_a_terminal(paths: StudyPaths, query: str, columns: int) -> str:
    """What the command writes to a terminal of that many columns."""
    ours, theirs = pty.openpty()
    settings = environment(paths.root, COLUMNS=str(columns), TERM="xterm")
    process = subprocess.Popen([MEDFRAG, "sql", query], env=settings, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    written = bytearray()
    # A terminal whose other end has closed reads as an error.
    try:
        while data := os.read(ours, 65536):
            written += data
    except OSError:
        pass
    os.close(ours)
    assert process.wait() == 0
    return written.decode().replace("\r\n", "\n")


def shown(capsys: pytest.CaptureFixture[str], paths: StudyPaths, query: str, output: str = "table") -> str:
    show_query(paths, query, output)
    return capsys.readouterr().out


def test_a_table_that_is_too_wide_is_shown_row_by_row(paths: StudyPaths, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, paths, f"{WIDE} union all {WIDE}").splitlines()
    assert "row 1 of 2" in lines
    assert "row 2 of 2" in lines
    assert lines.count("a_column_named_7   value number 7") == 2


def test_a_terminal_of_80_columns_shows_every_value_whole(paths: StudyPaths) -> None:
    written = on_a_terminal(paths, WIDE, 80)
    assert all(f"value number {number}\n" in written for number in range(40))
    assert "…" not in written


def test_a_table_that_fits_a_terminal_is_a_table(paths: StudyPaths) -> None:
    written = on_a_terminal(paths, "select 1 as one, 'it has [brackets]' as two", 80)
    assert "│ 1   │ it has [brackets] │" in written
    assert "row 1" not in written


def test_a_value_that_is_too_long_for_any_table_is_whole(paths: StudyPaths, capsys: pytest.CaptureFixture[str]) -> None:
    written = shown(capsys, paths, "select 'first line' || chr(10) || repeat('x', 500) as text, 1 as other")
    assert "x" * 500 in written
    assert "\n       xxx" in written


def test_a_wide_table_without_rows_says_so(paths: StudyPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, paths, f"{WIDE} limit 0").startswith("No rows. Columns: a_column_named_0, a_column_named_1,")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("123456.789", "123456.789"),
        ("0.7123456789", "0.712346"),
        ("5", "5"),
        ("16777216", "16777216"),
        ("1234567890.25", "1234567890.25"),
        ("-2.5", "-2.5"),
        ("0.000123456789", "0.000123457"),
        ("1e-12", "1e-12"),
        ("1.5e300", "1.5e+300"),
        ("0", "0"),
        ("'nan'", "nan"),
        ("'-inf'", "-inf"),
    ],
)
def test_numbers_keep_the_digits_that_a_person_needs(
    paths: StudyPaths, capsys: pytest.CaptureFixture[str], number: str, expected: str
) -> None:
    written = shown(capsys, paths, f"select ({number})::double as number")
    assert written.splitlines()[3].split() == ["│", expected, "│"]


def test_json_has_null_for_what_is_no_number(paths: StudyPaths, capsys: pytest.CaptureFixture[str]) -> None:
    query = "select 'nan'::double a, 'inf'::double b, [1.0, 'nan'::double] c, {'d': '-inf'::double} d, map {1: 2} e"
    written = shown(capsys, paths, query, "json")

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    assert json.loads(written, parse_constant=refuse) == [
        {"a": None, "b": None, "c": [1.0, None], "d": {"d": None}, "e": {"1": 2}}
    ]


@pytest.mark.parametrize("query", ["", "  ", ";", "-- nothing but a comment"])
def test_an_empty_query_is_an_error_of_one_line(paths: StudyPaths, query: str) -> None:
    with pytest.raises(MedfragError, match="query is empty") as caught:
        show_query(paths, query, "table")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "second"),
    [("selec 1", "LINE 1: selec 1"), ("from nope", "Did you mean"), ("select\n 1,\n oops from range(2)", "Candidate")],
)
def test_errors_of_a_query_have_two_lines(paths: StudyPaths, query: str, second: str) -> None:
    with duckdb.connect(str(paths.database)) as connection:
        connection.execute("create table node as select 1 as one")
    with pytest.raises(MedfragError) as caught:
        show_query(paths, query, "table")
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert "Error" in lines[0]
    assert lines[1].startswith(second)


def test_a_broken_database_is_named_with_a_way_out(paths: StudyPaths) -> None:
    paths.database.write_bytes(b"this is no database" * 1000)
    with pytest.raises(MedfragError, match="cannot be opened") as caught:
        show_query(paths, "select 1", "table")
    assert f"If {paths.database} is broken, delete it" in str(caught.value)
    assert str(caught.value).count("\n") == 1

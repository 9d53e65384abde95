"""What the tutorial and the how-to pages tell people to type works when it is typed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from medfrag_assets.commands.query import show_query
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT, StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.published import whole_rows, write_database

DOCS = PROJECT / "docs"
PAGES = [DOCS / "tutorial.md", *sorted((DOCS / "howto").glob("*.md"))]
_ELSEWHERE = (DOCS / "howto" / "database_elsewhere.md").read_text(encoding="utf-8")
_PYTHON = re.findall(r"```python\n(.*?)```", _ELSEWHERE, re.DOTALL)
_QUERIES = [
    pytest.param(query, id=f"{page.stem}-{place}")
    for page in PAGES
    for place, query in enumerate(re.findall(r'medfrag sql(?: --study \S+)? "(.*?)"\n', page.read_text(), re.DOTALL))
]
# A list's text is indented so far.
_INDENT = "   "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where data/ holds a published database, and a copy of it."""
    folder = tmp_path_factory.mktemp("clone")
    paths = StudyPaths(folder / "data", "embedded")
    write_database(paths, whole_rows(load_study("embedded"), paths))
    shutil.copyfile(paths.database, folder / "copy_of_embedded.duckdb")
    return folder


@pytest.mark.parametrize("snippet", _PYTHON)
def test_python_reads_the_database(folder: Path, snippet: str) -> None:
    done = subprocess.run([sys.executable, "-c", snippet], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "tiny-medgemma" in done.stdout or "brain_tumor" in done.stdout


@pytest.mark.parametrize("query", _QUERIES)
def test_queries_run(folder: Path, query: str, capsys: pytest.CaptureFixture[str]) -> None:
    show_query(StudyPaths(folder / "data", "embedded"), query, "json")
    assert capsys.readouterr().out.startswith("[")


def test_a_wording_is_added_as_the_page_says(tmp_path: Path) -> None:
    study = _followed(tmp_path, "own_wording", "closed")
    assert set(study.prompts.closed) == {"plain_words", *load_study("embedded").prompts.closed}


def test_a_task_is_added_as_the_page_says(tmp_path: Path) -> None:
    assert set(_followed(tmp_path, "own_task", "tasks").tasks) == {"fracture", *load_study("embedded").tasks}


def test_a_model_is_added_as_the_page_says(tmp_path: Path) -> None:
    assert _followed(tmp_path, "own_model", "models").models["my-model"].pair == "gemma"


def test_pages_link_to_what_is_there() -> None:
    links = [
        page.parent / link
        for page in PAGES
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert links
    assert not [link for link in links if not link.exists()]


def _followed(folder: Path, page: str, key: str) -> Study:
    """The study file that a page's steps make: its commands that write one, and its YAML below a key."""
    text = (DOCS / "howto" / f"{page}.md").read_text(encoding="utf-8")
    (folder / "medfrag_assets").symlink_to(PROJECT / "medfrag_assets")
    for command in re.findall(r"^ +(\S.*>>? mine\.yaml)$", text, re.MULTILINE):
        subprocess.run(["bash", "-euc", command], cwd=folder, check=True)
    added = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0]
    lines = "".join(line.removeprefix(_INDENT) for line in added.splitlines(keepends=True)).rstrip(" ")
    made = folder / "mine.yaml"
    before, at, after = made.read_text(encoding="utf-8").partition(f"{key}:\n")
    made.write_text(before + at + lines + after, encoding="utf-8")
    return load_study(str(made))

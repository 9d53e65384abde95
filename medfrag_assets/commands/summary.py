"""What a finished study shows: its summary table, what it means, and what to type next."""

import shlex

from rich import box
from rich.console import Console
from rich.table import Table

from medfrag_assets.lake.database import reading
from medfrag_assets.reports.meaning import Row, in_two_sentences
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study

TOY_LINE = "The checkpoints are toys: these numbers show that the study works and say nothing about medicine."


def show_summary(console: Console, study: Study, paths: StudyPaths, named: str) -> None:
    """Prints the summary of the published database, two sentences on what it means, and three next commands."""
    rows = summary_rows(paths)
    title = "Strict accuracy over all closed wordings, with its 95 % interval; corrected protocol"
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("model", "task", "images", "strict accuracy", "answered", "refused", "hedged"):
        table.add_column(heading, justify="left" if heading in ("model", "task") else "right", no_wrap=True)
    for row in rows:
        table.add_row(row.model, row.task, str(row.n_images), _with_interval(row), *map(_percent, row[6:9]))
    console.print(table)
    console.print(in_two_sentences(rows), highlight=False, soft_wrap=True)
    option = "" if named == "embedded" else f" --study {shlex.quote(named)}"
    console.print("\nNext:", highlight=False)
    for command in next_commands(option, study.study):
        console.print(f"  {command}", markup=False, highlight=False, soft_wrap=True)
    if study.has_toys:
        console.print(f"\n{TOY_LINE}", highlight=False, soft_wrap=True)


def next_commands(option: str, study: str) -> list[str]:
    """The commands that open the web UI, query the database and write the report, as they can be typed."""
    ui = "make ui" if not option else f"MEDFRAG_STUDIES={option.rsplit(maxsplit=1)[-1]} make ui"
    query = '"select model, task, strict_accuracy, refusal_rate from study_summary order by all"'
    return [ui, f".venv/bin/medfrag sql{option} {query}", f".venv/bin/medfrag report{option}"]


def summary_rows(paths: StudyPaths) -> list[Row]:
    """The summary mart, one row per model and task."""
    with reading(paths) as connection:
        found = connection.execute(
            "select model, task, n_images, strict_accuracy, strict_accuracy_low, strict_accuracy_high, coverage,"
            " refusal_rate, hedge_rate, pair, role, missing from study_summary order by pair, role, model, task"
        ).fetchall()
    return [Row(*row) for row in found]


def _with_interval(row: Row) -> str:
    if row.strict_accuracy is None:
        return f"{row.missing} rows missing"
    return f"{row.strict_accuracy:.2f} ({row.low:.2f}–{row.high:.2f})"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"

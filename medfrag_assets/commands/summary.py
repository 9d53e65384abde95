"""What a finished study shows: its summary table, what it means, what was left out, and what to type next."""

import polars as pl
from rich.console import Console
from rich.table import Table

from medfrag_assets.commands.console import counted, plain_table
from medfrag_assets.commands.hints import command, next_commands
from medfrag_assets.lake.comparing import judged_comparisons
from medfrag_assets.lake.database import reading
from medfrag_assets.lake.registry import known_checkpoints
from medfrag_assets.reports.meaning import Row, in_two_sentences
from medfrag_assets.reports.worse import sentence, worse_pairs
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import HubSource, Study

TOY_LINE = "The checkpoints are toys: these numbers show that the study works and say nothing about medicine."
_REST = "What is missing to 100 % was about something else, or empty."


def show_summary(console: Console, study: Study, paths: StudyPaths, named: str) -> None:
    """Prints the summary of the published database, what it means, who is worse, and three next commands.

    `named` is the study as the user named it.
    """
    rows = summary_rows(paths)
    console.print(_table(rows))
    console.print(_REST, highlight=False, soft_wrap=True)
    console.print(in_two_sentences(rows, ahead(paths)), highlight=False, soft_wrap=True)
    for line in worse_lines(study, paths):
        console.print(f"\n{line}", markup=False, highlight=False, soft_wrap=True)
    if left_out := left_out_lines(study, paths):
        see = f'Which ones and why: {command("sql", named)} "from quarantine"'
        for line in ["", *left_out, see]:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    console.print("\nNext:", highlight=False)
    for line in next_commands(named):
        console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)
    if study.has_toys:
        console.print(f"\n{TOY_LINE}", highlight=False, soft_wrap=True)


def summary_rows(paths: StudyPaths) -> list[Row]:
    """The summary mart, one row per model and task."""
    with reading(paths) as connection:
        found = connection.execute(
            "select model, task, n_images, strict_accuracy, strict_accuracy_low, strict_accuracy_high, coverage,"
            " refusal_rate, hedge_rate, missing from study_summary order by pair, role, model, task"
        ).fetchall()
    return [Row(*row) for row in found]


def ahead(paths: StudyPaths) -> list[str | None]:
    """Of each pair and task, who is ahead in strict accuracy, on the same images."""
    with reading(paths) as connection:
        found = connection.execute(
            "select ahead from pair_comparisons"
            " where kind = 'medical_minus_base' and outcome = 'strict_accuracy' and prompt_id is null"
        ).fetchall()
    return [name for (name,) in found]


def left_out_lines(study: Study, paths: StudyPaths) -> list[str]:
    """One line for every task whose sample had to leave something out."""
    with reading(paths) as connection:
        found = connection.execute("select task, count(*) from quarantine group by task order by task").fetchall()
    return [_left_out(study, task, number) for task, number in found if task in study.tasks]


def worse_lines(study: Study, paths: StudyPaths) -> list[str]:
    """A sentence for each current checkpoint that is worse, beyond the margin, than the one before it or its base."""
    rows = judged_comparisons(study, paths, known_checkpoints(paths.lake))
    worse = rows.filter(pl.col("current"), verdict="worse")
    return [sentence(study.non_inferiority_margin, found) for _, found in worse_pairs(worse)]


def _left_out(study: Study, task: str, number: int) -> str:
    noun = "row" if isinstance(study.tasks[task].source, HubSource) else "file"
    return f"{task}: {counted(number, noun)} {'was' if number == 1 else 'were'} left out of the sample."


def _table(rows: list[Row]) -> Table:
    """A line for every model and below it one for each of its tasks, which together fit 80 columns."""
    table = plain_table("Strict accuracy, all closed wordings, 95 % interval; corrected protocol")
    table.add_column("model and task", overflow="fold")
    for heading in ("images", "strict accuracy", "answered", "refused", "hedged"):
        table.add_column(heading, justify="right", no_wrap=True)
    for model in dict.fromkeys(row.model for row in rows):
        table.add_row(model)
        for row in rows:
            if row.model == model:
                images = "–" if row.n_images is None else f"{row.n_images:,}"
                table.add_row(f"  {row.task}", images, _with_interval(row), *map(_percent, row[6:9]))
    return table


def _with_interval(row: Row) -> str:
    if row.strict_accuracy is None:
        return f"{counted(row.missing, 'row')} missing"
    return f"{row.strict_accuracy:.2f} ({row.low:.2f}–{row.high:.2f})"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"

"""The `medfrag` command."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import PROJECT, StudyPaths, data_root
from medfrag_assets.study.spec import Study

app = typer.Typer(
    help="Does medical fine-tuning make a vision-language model reason better, or is it fragile?",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
study_app = typer.Typer(help="Run a study and see how far it is.", no_args_is_help=True)
checkpoints_app = typer.Typer(help="The tiny checkpoints of the embedded study.", no_args_is_help=True)
app.add_typer(study_app, name="study")
app.add_typer(checkpoints_app, name="checkpoints")

_INTERRUPTED = 130

StudyOption = Annotated[str, typer.Option("--study", help="A shipped study (embedded, paper) or a study file.")]
ModelsOption = Annotated[
    list[str] | None, typer.Option("--models", help="Only this model. May be given several times.")
]
TasksOption = Annotated[list[str] | None, typer.Option("--tasks", help="Only this task. May be given several times.")]


@study_app.command("run")
def run_study(
    study: StudyOption = "embedded",
    models: ModelsOption = None,
    tasks: TasksOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what it would cost, and run nothing.")] = False,
) -> None:
    """Make what is missing or stale of a study, from images to the published database."""
    from medfrag_assets.commands.plan import show_plan
    from medfrag_assets.commands.run import run

    with _plain_errors():
        loaded, paths = _load(study)
        if dry_run:
            show_plan(loaded, paths, models, tasks)
        else:
            run(loaded, paths, study, models, tasks)


@study_app.command("status")
def study_status(study: StudyOption = "embedded") -> None:
    """Show planned, done and missing rows of every cell."""
    from medfrag_assets.commands.status import show_status

    with _plain_errors():
        show_status(*_load(study))


@app.command("sql")
def sql(
    query: Annotated[str, typer.Argument(help="An SQL query. The database is opened read-only.")],
    study: StudyOption = "embedded",
    output: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
) -> None:
    """Query the published database of a study."""
    from medfrag_assets.commands.query import show_query

    with _plain_errors():
        show_query(_load(study)[1], query, output)


@app.command("doctor")
def doctor(study: StudyOption = "embedded") -> None:
    """Say what this machine lacks for a study. Exits with 1 when something is missing."""
    from medfrag_assets.commands.doctor import examine

    with _plain_errors():
        raise typer.Exit(examine(*_load(study)))


@app.command("report")
def report(study: StudyOption = "embedded") -> None:
    """Write the HTML report of the published database again and print where it is."""
    from medfrag_assets.reports.html import write_report

    with _plain_errors():
        typer.echo(write_report(*_load(study)))


@app.command("ui")
def ui(port: Annotated[int, typer.Option(help="Port on this machine's loopback address.")] = 3000) -> None:
    """Open the Dagster web UI on the persistent instance. MEDFRAG_STUDIES names the studies to show."""
    from medfrag_assets.commands.ui import serve

    with _plain_errors():
        serve(port)


@checkpoints_app.command("train")
def train_checkpoints(
    seed: Annotated[int, typer.Option(help="Seed of the training. The shipped checkpoints have the default.")] = 0,
) -> None:
    """Train the tiny checkpoints again, from nothing, into data/embedded."""
    from medfrag_assets.commands.train import train

    with _plain_errors():
        train(PROJECT / "data" / "embedded", seed)


def main() -> None:
    """Entry of the `medfrag` command."""
    app()


def _load(name_or_file: str) -> tuple[Study, StudyPaths]:
    from medfrag_assets.study.load import load_study

    study = load_study(name_or_file)
    return study, StudyPaths(data_root(), study.study)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Errors that a person can act on are said in a line or two; an interruption says that nothing is lost."""
    try:
        yield
    except MedfragError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("\nStopped. What is finished is kept: the same command goes on from here.", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None

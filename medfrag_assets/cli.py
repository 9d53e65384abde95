"""The `medfrag` command."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from medfrag_assets.commands.hints import command
from medfrag_assets.lake.database import NotPublishedError
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
    list[str] | None, typer.Option("--models", help="Only these models: a,b or the option several times.")
]
TasksOption = Annotated[
    list[str] | None, typer.Option("--tasks", help="Only these tasks: a,b or the option several times.")
]


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

    with _plain_errors(study):
        loaded, paths = _load(study)
        if dry_run:
            show_plan(loaded, paths, models, tasks)
        else:
            run(loaded, paths, study, models, tasks)


@study_app.command("status")
def study_status(study: StudyOption = "embedded") -> None:
    """Show planned, done and missing rows of every cell."""
    from medfrag_assets.commands.status import show_status

    with _plain_errors(study):
        show_status(*_load(study))


@app.command("sql")
def sql(
    query: Annotated[str, typer.Argument(help="An SQL query. The database is opened read-only.")],
    study: StudyOption = "embedded",
    output: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
) -> None:
    """Query the published database of a study."""
    from medfrag_assets.commands.query import show_query

    with _plain_errors(study):
        show_query(_load(study)[1], query, output)


@app.command("score")
def score(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="One response a line: see docs/labelling.md.")],
    out: Annotated[Path | None, typer.Option("--out", help="File to write; standard output otherwise.")] = None,
    study: StudyOption = "embedded",
) -> None:
    """Label responses that you already have, by the rules that label the study's own.

    Exits with 1 when a line cannot be read; the others are scored all the same.
    """
    from medfrag_assets.commands.score import score_file

    with _plain_errors():
        raise typer.Exit(score_file(_load(study)[0], source, out))


@app.command("doctor")
def doctor(study: StudyOption = "embedded") -> None:
    """Say what this machine lacks for a study. Exits with 1 when something is missing."""
    from medfrag_assets.commands.doctor import examine

    with _plain_errors(study):
        raise typer.Exit(examine(*_load(study)))


@app.command("report")
def report(
    study: StudyOption = "embedded",
    show: Annotated[bool, typer.Option("--open", help="Open it in the web browser.")] = False,
) -> None:
    """Write the HTML report of the published database, a card for each model beside it, and print where it is."""
    from medfrag_assets.commands.report import make_report

    with _plain_errors(study):
        make_report(*_load(study), show)


@app.command("ui")
def ui(port: Annotated[int, typer.Option(help="Port on this machine's loopback address.")] = 3000) -> None:
    """Open the Dagster web UI on the persistent instance. MEDFRAG_STUDIES names the studies to show."""
    from medfrag_assets.commands.ui import serve

    with _plain_errors():
        serve(port)


@app.command("clean")
def clean_data() -> None:
    """Remove what runs wrote to the data folder. Checkpoints stay. Refused while a web UI or a run works on it."""
    from medfrag_assets.commands.clean import clean

    with _plain_errors():
        clean(_data_folder())


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
    from medfrag_assets.vlm.watched import with_watched

    study = load_study(name_or_file)
    paths = StudyPaths(_data_folder(), study.study)
    return with_watched(study, paths.checkpoints), paths


def _data_folder() -> Path:
    """The data folder, made here, so that every command says alike when it cannot be."""
    root = data_root()
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "it is a file" if root.is_file() else error.strerror
        raise MedfragError(
            f"The data folder {root} cannot be used: {reason}.\nSet MEDFRAG_DATA to a folder that may be written."
        ) from None
    return root


@contextmanager
def _plain_errors(named: str = "embedded") -> Iterator[None]:
    """Errors that a person can act on are said in a line or two; an interruption says that nothing is lost.

    `named` is the study as the user named it.
    """
    try:
        yield
    except NotPublishedError as error:
        typer.echo(f"Error: {error} Make it with: {command('study run', named)}", err=True)
        raise typer.Exit(1) from None
    except MedfragError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("\nStopped. What is finished is kept: the same command goes on from here.", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"Error: {_in_plain_words(error)}", err=True)
        raise typer.Exit(1) from None


def _in_plain_words(error: OSError) -> str:
    """The file, the reason and the way out."""
    reason = error.strerror or (str(error).strip().splitlines() or [type(error).__name__])[0]
    if error.filename is None:
        return f"{reason}. The data folder is {data_root()}; MEDFRAG_DATA sets another."
    file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else str(error.filename)
    if Path(file).is_relative_to(data_root()):
        return (
            f"{file}: {reason}.\nIt belongs to the data folder: mend it there, or set MEDFRAG_DATA to another folder."
        )
    return f"{file}: {reason}. Look whether it is there and whether you may use it."

"""`medfrag study run`."""

import os
from collections.abc import Sequence

from medfrag_assets.commands.console import StageBars, StageLines, standard_console
from medfrag_assets.commands.hints import command
from medfrag_assets.commands.summary import show_summary
from medfrag_assets.study.errors import MedfragError, MissingCheckpointError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study


def run(study: Study, paths: StudyPaths, named: str, models: Sequence[str] | None, tasks: Sequence[str] | None) -> None:
    """Materializes what is missing or stale through Dagster, then shows the summary and what to do next.

    Raises `MedfragError` when the study is being run already, or when something cannot be made; what was finished
    before stays. `named` is the study as the user named it, for the commands that are shown at the end.
    """
    chosen = chosen_names("model", models, list(study.models)), chosen_names("task", tasks, list(study.tasks))
    from medfrag_assets.defs.instance import one_driver

    # Bound to today's standard output: what steps print while they run goes elsewhere.
    console = standard_console()
    with one_driver(paths):
        console.print(f"Study {study.study}: {study.title}", highlight=False)
        with StageBars(console) if console.is_terminal else StageLines(console) as stages:
            stages.note("Starting Dagster")
            try:
                _drive(study, paths, *chosen)
            except MissingCheckpointError as error:
                hint = f"Look at everything at once with: {command('doctor', named)}"
                raise MissingCheckpointError(f"{error}\n{hint}") from None
    show_summary(console, study, paths, named)


def chosen_names(kind: str, wanted: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """The wanted names in the study's order, all when there is no list. A name may be several, with commas.

    Raises `MedfragError` for an unknown name and for a list that names nothing.
    """
    if not wanted:
        return tuple(known)
    names = {part.strip() for name in wanted for part in name.split(",") if part.strip()}
    if not names:
        raise MedfragError(f"--{kind}s names no {kind}. Name some of {', '.join(known)}, or leave it out to take all.")
    if unknown := sorted(names - set(known)):
        raise MedfragError(f"The study has no {kind} {unknown[0]!r}; it has {', '.join(known)}.")
    return tuple(name for name in known if name in names)


def _drive(study: Study, paths: StudyPaths, models: tuple[str, ...], tasks: tuple[str, ...]) -> None:
    # Read before dagster is imported: nothing here may print below the progress bars.
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    from medfrag_assets.definitions import build_defs
    from medfrag_assets.defs.driver import Driver, Selection
    from medfrag_assets.defs.instance import driving_instance, prepare_home

    prepare_home(paths)
    with driving_instance(paths) as instance:
        Driver(study, paths, instance, build_defs([study])).run(Selection(models, tasks))

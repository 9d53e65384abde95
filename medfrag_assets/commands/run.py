"""`medfrag study run`."""

import os
import sys
from collections.abc import Sequence

from rich.console import Console

from medfrag_assets.commands.console import StageBars, StageLines
from medfrag_assets.commands.summary import show_summary
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study

# Lines of a log are not folded at the 80 characters of an unknown terminal.
_WIDTH = 120


def run(study: Study, paths: StudyPaths, named: str, models: Sequence[str] | None, tasks: Sequence[str] | None) -> None:
    """Materializes what is missing or stale through Dagster, then shows the summary and what to do next.

    Raises `MedfragError` when the study is being run already, or when something cannot be made; what was finished
    before stays. `named` is the study as the user named it, for the commands that are shown at the end.
    """
    chosen = chosen_names("model", models, list(study.models)), chosen_names("task", tasks, list(study.tasks))
    from medfrag_assets.defs.instance import one_driver

    # Bound to today's standard output: what steps print while they run goes elsewhere.
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH)
    with one_driver(paths):
        console.print(f"Study {study.study}: {study.title}", highlight=False)
        with StageBars(console) if console.is_terminal else StageLines(console) as stages:
            stages.note("Starting Dagster")
            _drive(study, paths, *chosen)
    show_summary(console, study, paths, named)


def chosen_names(kind: str, wanted: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """The wanted names in the study's order, all when none is given. Raises `MedfragError` for an unknown one."""
    names = {part for name in wanted or known for part in name.split(",") if part}
    if unknown := sorted(names - set(known)):
        raise MedfragError(f"The study has no {kind} {unknown[0]!r}; it has {', '.join(known)}.")
    return tuple(name for name in known if name in names)


def _drive(study: Study, paths: StudyPaths, models: tuple[str, ...], tasks: tuple[str, ...]) -> None:
    # Read before dagster is imported: nothing here may print below the progress bars.
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    import dagster as dg

    from medfrag_assets.definitions import build_defs
    from medfrag_assets.defs.driver import Driver, Selection
    from medfrag_assets.defs.instance import prepare_home

    prepare_home(paths)
    with dg.DagsterInstance.get() as instance:
        Driver(study, paths, instance, build_defs([study])).run(Selection(models, tasks))

"""Commands to type next, written so that they work as typed where the user is."""

import shlex
import sys
from pathlib import Path

from medfrag_assets.study.paths import PROJECT

_DEFAULT = "embedded"


def command(arguments: str, named: str) -> str:
    """`medfrag` with these arguments, on the study as the user named it."""
    option = "" if named == _DEFAULT else f" --study {shlex.quote(named)}"
    return f"{program()} {arguments}{option}"


def next_commands(named: str) -> list[str]:
    """The commands that open the web UI, query the database and write the report of the study so named.

    A name with a comma has no command for the web UI: MEDFRAG_STUDIES takes a comma for the end of a name.
    """
    query = '"select model, task, strict_accuracy, refusal_rate from study_summary order by all"'
    ui = [] if "," in named else [_web_ui(named)]
    return [*ui, f"{command('sql', named)} {query}", command("report", named)]


def program() -> str:
    """How to call `medfrag` from here: `.venv/bin/medfrag` in the project's root folder, as the README does."""
    path = Path(sys.executable).with_name("medfrag")
    return shlex.quote(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))


def _web_ui(named: str) -> str:
    opened = "make ui" if Path.cwd() == PROJECT else f"{program()} ui"
    return opened if named == _DEFAULT else f"MEDFRAG_STUDIES={shlex.quote(named)} {opened}"

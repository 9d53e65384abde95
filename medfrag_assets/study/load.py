"""Reads a study file into a `Study`, or says in a line or two why it cannot."""

import os
import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from medfrag_assets.study.errors import StudyError
from medfrag_assets.study.paths import SHIPPED_CONFIG
from medfrag_assets.study.spec import FolderSource, Study
from medfrag_assets.study.variables import fill_variables
from medfrag_assets.study.yaml_files import read_yaml

SHIPPED_STUDIES = ("embedded", "paper")
_TERM = re.compile(r"\{([a-z_]+)\}")
# Problems shown at a time: a person mends the first ones and reads the file again.
_SHOWN = 3
_QUOTED = '"yes", "no" or "0"'


def load_study(name_or_file: str) -> Study:
    """The study of that shipped name or file.

    Shipped tasks are taken over with `use: <task>`, shipped wordings, protocols and claims where the file has none.
    `${NAME}` in a value is read from the environment, in the root of a folder of images only once images are looked
    for. Raises `StudyError` for a file that is missing, is no YAML, or does not say a whole study; the message names
    the file and the key.
    """
    path = study_file(name_or_file)
    raw = _checked(read_yaml(path), path)
    if "tasks" in raw:
        raw["tasks"] = _with_shipped_tasks(raw["tasks"], path)
    raw.setdefault("prompts", read_yaml(SHIPPED_CONFIG / "prompts.yaml"))
    raw.setdefault("claims", read_yaml(SHIPPED_CONFIG / "claims.yaml"))
    raw.setdefault("protocols", read_yaml(SHIPPED_CONFIG / "protocols.yaml"))
    try:
        study = Study.model_validate(raw)
    except ValidationError as error:
        raise StudyError(f"{path}: {_in_plain_words(error)}") from None
    _require_known_terms(study, path)
    for name, task in study.tasks.items():
        if isinstance(task.source, FolderSource):
            task.source.said_in(file=str(path), task=name)
    if study.study in SHIPPED_STUDIES and path.parent != SHIPPED_CONFIG:
        raise StudyError(f"{path}: the name {study.study!r} belongs to a shipped study; give this one another `study:`")
    return study


def study_file(name_or_file: str) -> Path:
    """The file of a shipped study's name, or the path itself. Raises `StudyError` when there is none."""
    if name_or_file in SHIPPED_STUDIES:
        return SHIPPED_CONFIG / f"{name_or_file}.yaml"
    # Not Path.expanduser, which fails for a user who is not known.
    path = Path(os.path.expanduser(name_or_file))
    if not path.is_file():
        meant = "".join(f" Did you mean {name}?" for name in get_close_matches(name_or_file, SHIPPED_STUDIES, n=1))
        shipped = ", ".join(SHIPPED_STUDIES)
        raise StudyError(
            f"No study {name_or_file!r}: neither a shipped study ({shipped}) nor a file that exists.{meant}"
        )
    return path


def fill_terms(text: str, terms: dict[str, str]) -> str:
    """`text` with every `{term}` replaced. Unknown terms stay as they are; nothing in the text is evaluated."""
    return _TERM.sub(lambda match: terms.get(match[1], match[0]), text)


def _checked(value: Any, path: Path, keys: tuple[str, ...] = ()) -> Any:
    """The value with `${NAME}` filled in. Roots of images are left for when images are looked for."""
    if isinstance(value, dict):
        return {key: _checked(inner, path, (*keys, str(key))) for key, inner in value.items()}
    if isinstance(value, list):
        return [_checked(inner, path, (*keys, str(index))) for index, inner in enumerate(value)]
    if not isinstance(value, str):
        return value
    where = f"{path}: {' → '.join(keys)}"
    if "\0" in value or any("\0" in key for key in keys):
        raise StudyError(f"{where.replace(chr(0), '?')}: has a NUL character, which neither names nor texts may have.")
    return value if _is_image_root(keys) else fill_variables(value, where)


def _is_image_root(keys: tuple[str, ...]) -> bool:
    match keys:
        case ("tasks", _, "source", "root"):
            return True
    return False


def _with_shipped_tasks(tasks: Any, path: Path) -> Any:
    """Tasks with `use: <shipped task>` laid over that task; the rest as they are."""
    if not isinstance(tasks, dict):
        return tasks
    shipped = read_yaml(SHIPPED_CONFIG / "tasks.yaml")
    whole = {}
    for name, task in tasks.items():
        if isinstance(task, dict) and "use" in task:
            used = task["use"]
            if not isinstance(used, str) or used not in shipped:
                raise StudyError(
                    f"{path}: tasks → {name} → use: no shipped task {used!r} (there are {', '.join(shipped)})"
                )
            whole[name] = shipped[used] | {key: value for key, value in task.items() if key != "use"}
        else:
            whole[name] = task
    return whole


def _in_plain_words(error: ValidationError) -> str:
    problems = [_problem(dict(item)) for item in error.errors()]
    more = f" (and {len(problems) - _SHOWN} more)" if len(problems) > _SHOWN else ""
    return "; ".join(problems[:_SHOWN]) + more


def _problem(item: dict[str, Any]) -> str:
    where = " → ".join(str(part) for part in item["loc"]) or "the study"
    kind, given = item["type"], item.get("input")
    if item["loc"][-1:] == ("[key]",):
        where = " → ".join(str(part) for part in item["loc"][:-2])
    if kind == "extra_forbidden":
        return f"{where}: unknown key"
    if kind == "missing":
        return f"{where}: missing"
    if given is None:
        return f"{where}: nothing is said there"
    if kind == "string_type" and isinstance(given, bool | int | float | date):
        # YAML took it for something else than text: yes and no for true and false, 0 for a number.
        return f"{where}: {given!r} is no text to YAML; write it in quotes, such as {_QUOTED}"
    message = str(item["msg"]).removeprefix("Value error, ")
    shown = f", not {given!r}" if isinstance(given, str | int | float) and kind != "value_error" else ""
    return f"{where}: {message}{shown}"


def _require_known_terms(study: Study, path: Path) -> None:
    for name, task in study.tasks.items():
        wordings = study.wordings(name)
        texts = {f"closed → {key}": wording.text for key, wording in wordings.closed.items()}
        texts |= {f"describe → {key}": wording.text for key, wording in wordings.describe.items()}
        texts |= {f"framings → {key}": text for key, text in wordings.framings.items()}
        for key, text in texts.items():
            unknown = set(_TERM.findall(text)) - set(task.terms) - ({"description"} if "framings" in key else set())
            if unknown:
                raise StudyError(
                    f"{path}: task {name}: prompts → {key}: {{{min(unknown)}}} is not among the task's terms "
                    f"({', '.join(task.terms) or 'it has none'})"
                )

"""Reads a study file into a `Study`, or says in a line or two why it cannot."""

import os
import re
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from medfrag_assets.study.errors import StudyError
from medfrag_assets.study.paths import SHIPPED_CONFIG
from medfrag_assets.study.spec import Study

SHIPPED_STUDIES = ("embedded", "paper")
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_TERM = re.compile(r"\{([a-z_]+)\}")
# Problems shown at a time: a person mends the first ones and reads the file again.
_SHOWN = 3


def load_study(name_or_file: str) -> Study:
    """The study of that shipped name or file.

    Shipped tasks are taken over with `use: <task>`, shipped wordings where the file has no `prompts`.
    `${NAME}` in a value is read from the environment. Raises `StudyError` for a file that is missing,
    is no YAML, or does not say a whole study; the message names the file and the key.
    """
    path = study_file(name_or_file)
    raw = _filled_from_environment(_read_yaml(path), path)
    raw["tasks"] = _with_shipped_tasks(raw.get("tasks"), path)
    raw.setdefault("prompts", _read_yaml(SHIPPED_CONFIG / "prompts.yaml"))
    raw.setdefault("protocols", _read_yaml(SHIPPED_CONFIG / "protocols.yaml"))
    try:
        study = Study.model_validate(raw)
    except ValidationError as error:
        raise StudyError(f"{path}: {_in_plain_words(error)}") from None
    _require_known_terms(study, path)
    if study.study in SHIPPED_STUDIES and path.parent != SHIPPED_CONFIG:
        raise StudyError(f"{path}: the name {study.study!r} belongs to a shipped study; give this one another `study:`")
    return study


def study_file(name_or_file: str) -> Path:
    """The file of a shipped study's name, or the path itself. Raises `StudyError` when there is none."""
    if name_or_file in SHIPPED_STUDIES:
        return SHIPPED_CONFIG / f"{name_or_file}.yaml"
    path = Path(name_or_file).expanduser()
    if not path.is_file():
        raise StudyError(
            f"No study {name_or_file!r}: neither a shipped study ({', '.join(SHIPPED_STUDIES)}) nor a file that exists."
        )
    return path


def fill_terms(text: str, terms: dict[str, str]) -> str:
    """`text` with every `{term}` replaced. Unknown terms stay as they are; nothing in the text is evaluated."""
    return _TERM.sub(lambda match: terms.get(match[1], match[0]), text)


def _read_yaml(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise StudyError(f"{path}: not readable as YAML{where}: {getattr(error, 'problem', None) or error}") from None
    if not isinstance(content, dict):
        raise StudyError(f"{path}: a study file is a mapping with keys such as study, models and tasks.")
    return content


def _filled_from_environment(value: Any, path: Path) -> Any:
    if isinstance(value, dict):
        return {key: _filled_from_environment(inner, path) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled_from_environment(inner, path) for inner in value]
    if isinstance(value, str):
        return _VARIABLE.sub(lambda match: _variable(match[1], path), value)
    return value


def _variable(name: str, path: Path) -> str:
    if not os.environ.get(name):
        raise StudyError(f"{path}: ${{{name}}} is not set. Set it, for example: export {name}=/path/to/images")
    return os.environ[name]


def _with_shipped_tasks(tasks: Any, path: Path) -> Any:
    """Tasks with `use: <shipped task>` laid over that task; the rest as they are."""
    if not isinstance(tasks, dict):
        return tasks
    shipped = _read_yaml(SHIPPED_CONFIG / "tasks.yaml")
    whole = {}
    for name, task in tasks.items():
        if isinstance(task, dict) and "use" in task:
            if task["use"] not in shipped:
                raise StudyError(
                    f"{path}: tasks → {name} → use: no shipped task {task['use']!r} (there are {', '.join(shipped)})"
                )
            whole[name] = shipped[task["use"]] | {key: value for key, value in task.items() if key != "use"}
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
    if kind == "extra_forbidden":
        return f"{where}: unknown key"
    if kind == "missing":
        return f"{where}: missing"
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

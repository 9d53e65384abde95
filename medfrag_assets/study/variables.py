"""`${NAME}` in a study file: what the environment says."""

import os
import re

from medfrag_assets.study.errors import StudyError

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def fill_variables(text: str, where: str) -> str:
    """`text` with every `${NAME}` replaced by that environment variable.

    Raises `StudyError`, which begins with `where` (file and key), for a variable that is not set or empty.
    """
    return _VARIABLE.sub(lambda match: _value(match[1], where), text)


def _value(name: str, where: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise StudyError(f"{where}: ${{{name}}} is not set. Set it, for example: export {name}=/path/to/images")
    return value

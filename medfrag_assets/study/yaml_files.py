"""Reads one YAML file of plain values, or says in a line why it cannot."""

from pathlib import Path
from typing import Any

import yaml

from medfrag_assets.study.errors import StudyError


def read_yaml(path: Path) -> dict[str, Any]:
    """The file's mapping. Raises `StudyError` with file, line where one is known, and reason.

    Stricter than YAML: a key that is there twice, and a list or mapping that holds itself, are errors.
    """
    try:
        # A subclass of the safe loader: plain values only.
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainLoader)
    except yaml.reader.ReaderError as error:
        raise _unreadable(path, f"it has the character {chr(error.character)!r}, which is no text") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _unreadable(path, getattr(error, "problem", None) or str(error), mark and mark.line + 1) from None
    except UnicodeDecodeError as error:
        raise _unreadable(path, f"it is not UTF-8 text ({error.reason})") from None
    except RecursionError:
        raise _unreadable(path, "it is nested too deeply") from None
    except OSError as error:
        raise StudyError(f"{path}: cannot be read: {error.strerror or error}") from None
    if not isinstance(content, dict):
        raise StudyError(f"{path}: a study file is a mapping with keys such as study, models and tasks.")
    return content


def _unreadable(path: Path, reason: str, line: int | None = None) -> StudyError:
    where = f" (line {line})" if line else ""
    return StudyError(f"{path}: not readable as YAML{where}: {reason}")


class _PlainLoader(yaml.SafeLoader):
    """Refuses what the safe loader takes and what a study cannot mean."""

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """A mapping whose keys are all different; of two that are the same, YAML would silently take the last."""
        node: yaml.MappingNode = super().compose_mapping_node(anchor)
        lines: dict[tuple[str, str], int] = {}
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                name = (key.tag, key.value)
                if name in lines:
                    raise _at(key, f"the key {key.value!r} is there twice, first in line {lines[name]}")
                lines[name] = key.start_mark.line + 1
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node, at once with all it holds, so that a node that holds itself is noticed."""
        if node in self.recursive_objects:
            raise _at(node, "a list or mapping that holds itself")
        try:
            return super().construct_object(node, deep=True)
        except (ValueError, KeyError, AttributeError, OverflowError):
            # From the constructors of numbers, dates and the like, which take any text of the right tag.
            raise _at(node, f"{node.value!r} cannot be read as {node.tag.rpartition(':')[2]}") from None


def _at(node: yaml.Node, problem: str) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, problem, node.start_mark)

"""`medfrag score`."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.lines import score_lines
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.files import whole_file
from medfrag_assets.study.spec import Study


def score_file(study: Study, source: Path, target: Path | None) -> int:
    """Scores every line of `source` into `target`, or standard output. Returns the exit code: 1 when a line was bad.

    Bad lines are named with their number on standard error. Raises `MedfragError` when `source` cannot be read.
    """
    vocabularies = {name: task.vocabulary for name, task in study.tasks.items()}
    bad = 0
    with _lines(source) as lines, _written(target) as out, many_responses():
        for line in score_lines(lines, vocabularies):
            if line.scored is None:
                bad += 1
                sys.stderr.write(f"{source}, line {line.number}: {line.problem}\n")
            else:
                out.write(_json(line.scored) + "\n")
    return 1 if bad else 0


def _json(scored: dict[str, str | int | None]) -> str:
    """One line of JSON. Half a surrogate pair, which JSON may hold and UTF-8 may not, stays escaped."""
    text = json.dumps(scored, ensure_ascii=False)
    return text if _encodable(text) else json.dumps(scored)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def _lines(source: Path) -> Iterator[TextIO]:
    """The file's lines; bytes that are no UTF-8 spoil only their own line."""
    try:
        file = source.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    except OSError as error:
        raise MedfragError(f"{source}: {error.strerror}.") from None
    with file:
        yield file


@contextmanager
def _written(target: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears whole."""
    if target is None:
        yield sys.stdout
        return
    with whole_file(target) as temporary, temporary.open("w", encoding="utf-8") as file:
        yield file

"""A few images with what was asked, answered and described: right, wrong or without a verdict, by a seeded rule."""

import base64
import io
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.reports.cast import Cast, Row
from medfrag_assets.reports.numbers import spaced
from medfrag_assets.reports.published import Published
from medfrag_assets.sources.images import read_stored
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Task

_SIDE = 128
_QUALITY = 85
_LONGEST = 320
_MOST = 48
OUTCOMES = {"right": "right", "wrong": "wrong", "none": "no verdict"}


class Example(NamedTuple):
    """One image with a question, the answer to it, and a description. `picture` is null where the image is gone."""

    model: str
    task: str
    outcome: str
    truth: str
    verdict: str
    question: str
    answer: str
    description: str
    picture: str | None
    alt: str


def examples(published: Published, cast: Cast) -> list[Example]:
    """At most 48 of the chosen rows, tasks in order, every picture no larger than 128 × 128."""
    rows = sorted(
        (row for row in published.gallery if row["task"] in cast.tasks and row["model"] in cast.drawn),
        key=lambda row: (cast.tasks.index(row["task"]), list(OUTCOMES).index(row["outcome"]), row["model"]),
    )
    return [_example(row, published, cast) for row in rows[:_MOST]]


def thumbnail(store: Path, digest: str, side: int = _SIDE) -> str | None:
    """The stored image as a JPEG data URL within a square of `side` pixels; null where the store lacks it."""
    try:
        picture = read_stored(store, digest)
    except MedfragError:
        return None
    picture.thumbnail((side, side))
    buffer = io.BytesIO()
    picture.save(buffer, format="JPEG", quality=_QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode()


def _example(row: Row, published: Published, cast: Cast) -> Example:
    task = published.study.tasks[row["task"]]
    truth = _side(task, row["truth"])
    return Example(
        cast.label(row["model"]),
        spaced(row["task"]),
        OUTCOMES[row["outcome"]],
        truth,
        _side(task, row["verdict"]) if row["verdict"] else spaced(row["label"]),
        _short(row["question"]),
        _short(row["answer"]),
        _short(row["description"] or ""),
        thumbnail(published.paths.images, row["pixels_digest"]),
        f"Image of the task {spaced(row['task'])}; truth: {truth}.",
    )


def _side(task: Task, side: str) -> str:
    return (task.vocabulary.positive if side == "positive" else task.vocabulary.negative).name


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"

"""What comparisons between cells are made from: the answers of every revision, and the estimates of current cells.

Only tables made from what the study says now are read; cells whose tables are stale or missing are left out and named.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl

from medfrag_assets.lake.fingerprints import (
    answers_fingerprint,
    description_effects_fingerprint,
    probes_fingerprint,
    statistics_fingerprint,
)
from medfrag_assets.lake.schemas import (
    ANSWERS,
    COMPARISONS,
    DESCRIPTION_EFFECTS,
    DIAGNOSES,
    IMAGES,
    JUDGEMENTS,
    PROBES,
    STATISTICS,
    WORDING_EFFECTS,
    Table,
)
from medfrag_assets.lake.store import fingerprint_of, read_table, table_file
from medfrag_assets.statistics.non_inferiority import judged
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint

_ANSWER_COLUMNS = ("model", "checkpoint", "task", "prompt_id", "image_id", "verdict", "label", "correct")
_ESTIMATES = (STATISTICS, WORDING_EFFECTS, DESCRIPTION_EFFECTS, PROBES)
_STATES = (ANSWERS, *_ESTIMATES, JUDGEMENTS, DIAGNOSES)


class Compared(NamedTuple):
    """Answers to the image under the corrected protocol, of all revisions; images of all tasks; cells left out."""

    answers: pl.DataFrame
    images: pl.DataFrame
    left_out: tuple[str, ...]


def judged_comparisons(study: Study, paths: StudyPaths, register: pl.DataFrame) -> pl.DataFrame:
    """What the table `comparisons` says against the study's margin: rows of `judged`. register: its `checkpoints`."""
    compared = read_table(paths.lake, COMPARISONS)
    return judged(compared, register, list(study.tasks), study.non_inferiority_margin)


def compared_answers(study: Study, paths: StudyPaths, register: pl.DataFrame) -> Compared:
    """The answers that comparisons are made from. register: the study's `checkpoints`."""
    frames = [pl.DataFrame(schema={name: ANSWERS.schema[name] for name in _ANSWER_COLUMNS})]
    left_out = []
    for checkpoint in _checkpoints(study, register):
        for task in study.tasks:
            path = table_file(paths.lake, ANSWERS, checkpoint.key, task)
            if fingerprint_of(path) == answers_fingerprint(study, task, checkpoint):
                frames.append(_to_the_image(path))
            else:
                left_out.append(f"{checkpoint.key} on {task}")
    images = [table_file(paths.lake, IMAGES, task=task) for task in study.tasks]
    sampled = pl.concat([pl.read_parquet(path, hive_partitioning=False) for path in images if path.is_file()])
    return Compared(pl.concat(frames), sampled, tuple(left_out))


def estimates(study: Study, paths: StudyPaths, register: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The estimates of all current cells that are there, by table."""
    current = list(_checkpoints(study, register.filter("current")))
    return {
        table.name: pl.concat([pl.DataFrame(schema=table.schema), *_fresh(study, paths, table, current)])
        for table in _ESTIMATES
    }


def cell_states(study: Study, paths: StudyPaths, register: pl.DataFrame) -> list[str | None]:
    """What every cell's published tables are made from now, earlier revisions included; null for what is not there."""
    return [
        fingerprint_of(table_file(paths.lake, table, key, task))
        for key in register["checkpoint"]
        for task in study.tasks
        for table in _STATES
    ]


def _checkpoints(study: Study, register: pl.DataFrame) -> Iterator[Checkpoint]:
    for row in register.iter_rows(named=True):
        if row["model"] in study.models:
            yield Checkpoint(row["model"], row["revision"], Path(), row["digest"], row["processor_digest"])


def _to_the_image(path: Path) -> pl.DataFrame:
    to_image = (pl.col("control") == "image") & (pl.col("protocol") == "corrected")
    return pl.scan_parquet(path, hive_partitioning=False).filter(to_image).select(_ANSWER_COLUMNS).collect()


def _fresh(study: Study, paths: StudyPaths, table: Table, checkpoints: Sequence[Checkpoint]) -> Iterator[pl.DataFrame]:
    for checkpoint in checkpoints:
        for task in study.tasks:
            path = table_file(paths.lake, table, checkpoint.key, task)
            if fingerprint_of(path) == _expected(study, paths, table, checkpoint, task):
                yield pl.read_parquet(path, hive_partitioning=False)


def _expected(study: Study, paths: StudyPaths, table: Table, checkpoint: Checkpoint, task: str) -> str:
    if table is PROBES:
        return probes_fingerprint(study, task, checkpoint)
    if table is DESCRIPTION_EFFECTS:
        diagnosed = fingerprint_of(table_file(paths.lake, DIAGNOSES, checkpoint.key, task))
        return description_effects_fingerprint(study, task, checkpoint, diagnosed)
    return statistics_fingerprint(study, task, checkpoint)

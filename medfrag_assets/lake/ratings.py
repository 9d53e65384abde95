"""Pairs of raters of the same responses: the rules and the gold set, each judge and the rules."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl

from medfrag_assets.lake.schemas import ANSWERS, JUDGEMENTS, RESPONSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.scoring.gold import HALVES, read_gold
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint

_KEY = ("protocol", "prompt_id", "control", "image_id")
_RATED = ("id", "response", "first_verdict", "first_label", "second_verdict", "second_label")


class Ratings(NamedTuple):
    """What two raters made of the same responses: id, response, verdict and label of either (`first_`, `second_`)."""

    first: str
    second: str
    rows: pl.DataFrame


def gold_ratings() -> Iterator[Ratings]:
    """The rules and each half of the gold set."""
    names = {"verdict": "first_verdict", "label": "first_label", "gold_verdict": "second_verdict",
             "gold_label": "second_label"}  # fmt: skip
    for half in HALVES:
        rows = read_gold().filter(pl.col("half") == half).rename(names)
        yield Ratings("rules", f"gold_{half}", rows.select(_RATED))


def judge_ratings(study: Study, paths: StudyPaths, checkpoints: Iterable[Checkpoint]) -> Iterator[Ratings]:
    """Each judge and the rules, on the responses that the judge has labelled, of all cells that are there."""
    cells = [(checkpoint.key, task) for checkpoint in checkpoints for task in study.tasks]
    for alias in study.judges:
        found = [rows for cell in cells if (rows := _judged(paths, *cell, alias)) is not None]
        if found:
            yield Ratings(alias, "rules", pl.concat(found))


def _judged(paths: StudyPaths, checkpoint: str, task: str, alias: str) -> pl.DataFrame | None:
    files = [table_file(paths.lake, table, checkpoint, task) for table in (JUDGEMENTS, ANSWERS, RESPONSES)]
    if not all(file.is_file() for file in files):
        return None
    judged, answers, responses = (pl.read_parquet(file, hive_partitioning=False) for file in files)
    mine = judged.filter((pl.col("judge") == alias) & pl.col("label").is_not_null())
    return (
        mine.select(*_KEY, first_verdict="verdict", first_label="label")
        .join(answers.select(*_KEY, second_verdict="verdict", second_label="label"), on=_KEY, how="inner")
        .join(responses.select(*_KEY, response="text"), on=_KEY, how="inner")
        .with_columns(id=pl.concat_str(pl.lit(checkpoint), *_KEY, separator=" "))
        .select(_RATED)
    )

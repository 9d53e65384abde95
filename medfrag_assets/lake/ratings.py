"""Pairs of raters of the same responses: rules and gold set, each judge and the rules, each judge and the gold set."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from medfrag_assets.lake.fingerprints import agreement_fingerprint
from medfrag_assets.lake.judge_ledger import read_calls
from medfrag_assets.lake.judging import Asker, Questions, fill_calls, judgement_states, question, unanswered
from medfrag_assets.lake.schemas import ANSWERS, JUDGEMENTS, RESPONSES
from medfrag_assets.lake.store import table_file
from medfrag_assets.scoring.gold import gold_vocabularies, read_gold
from medfrag_assets.scoring.judges import call_id
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Judge, Study
from medfrag_assets.vlm.checkpoints import Checkpoint

_KEY = ("protocol", "prompt_id", "control", "image_id")
_RATED = ("id", "response", "first_verdict", "first_label", "second_verdict", "second_label")
_GOLD = {"gold_verdict": "second_verdict", "gold_label": "second_label"}


class Ratings(NamedTuple):
    """What two raters made of the same responses: id, response, verdict and label of either (`first_`, `second_`)."""

    first: str
    second: str
    rows: pl.DataFrame


def gold_ratings(gold: pl.DataFrame) -> Ratings:
    """The rules and the gold set (see `scored_gold`)."""
    names = {"verdict": "first_verdict", "label": "first_label", **_GOLD}
    return Ratings("rules", "gold", gold.rename(names).select(_RATED))


def ask_about_gold(ledger: Path, judge: Judge, gold: pl.DataFrame, asker: Asker) -> str | None:
    """Has the judge label what it has not labelled yet of the gold set (see `read_gold`).

    Each question is asked once for all studies that share the ledger, and counts against the judge's bounds. Returns
    why labels are lacking, null when none is: agreement is made without them.
    """
    asked = gold_questions(judge, gold)
    missing = unanswered(ledger, judge, asked)
    try:
        failures = fill_calls(ledger, judge, missing, asker)
    except MedfragError as error:
        return str(error)
    if not failures:
        return None
    first = next(iter(failures.values())).error
    return f"{len(failures):,} of {len(asked.prompts):,} responses were not labelled: {first}"


def gold_questions(judge: Judge, gold: pl.DataFrame) -> Questions:
    """What a judge is asked about the gold set."""
    vocabularies = gold_vocabularies()
    prompts = [
        question(vocabularies[row["task"]], row["prompt"], row, row["response"]) for row in gold.iter_rows(named=True)
    ]
    ids = [call_id(judge, prompt) for prompt in prompts]
    rows = gold.with_columns(pl.Series("call_id", ids, dtype=pl.String))
    return Questions(rows, dict(zip(ids, prompts, strict=True)))


def judged_gold(ledger: Path, alias: str, judge: Judge, gold: pl.DataFrame) -> Ratings | None:
    """The judge and the gold set, on what the judge has labelled; null where it has labelled nothing."""
    calls = read_calls(ledger, judge).select("call_id", first_verdict="verdict", first_label="label")
    rated = gold_questions(judge, gold).rows.join(calls, on="call_id", how="inner", maintain_order="left").rename(_GOLD)
    return Ratings(alias, "gold", rated.select(_RATED)) if len(rated) else None


def gold_owed(study: Study, paths: StudyPaths) -> dict[str, int]:
    """How many labels of the gold set each judge still owes, as the ledger is now."""
    if not study.judges:
        return {}
    gold = read_gold()
    return {
        alias: len(unanswered(paths.ledger, judge, gold_questions(judge, gold)))
        for alias, judge in study.judges.items()
    }


def agreed_from(study: Study, paths: StudyPaths, checkpoints: Mapping[str, Checkpoint]) -> str:
    """The fingerprint of the agreement of raters, as the lake and the ledger are now."""
    owed = [f"{alias} owes {count}" for alias, count in gold_owed(study, paths).items()]
    return agreement_fingerprint([*judgement_states(study, paths, checkpoints), *owed])


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

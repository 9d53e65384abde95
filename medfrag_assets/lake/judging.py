"""Judges a cell's responses: each distinct question once, what is known from the ledger, the rest by asking."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import polars as pl

from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.judge_ledger import CallBatches, read_calls
from medfrag_assets.lake.schemas import DIAGNOSES, JUDGEMENTS
from medfrag_assets.lake.store import fingerprint_of, table_file
from medfrag_assets.scoring.judge_client import Hear, Reply
from medfrag_assets.scoring.judges import call_id, judge_prompt
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Judge, Study, Vocabulary
from medfrag_assets.vlm.checkpoints import Checkpoint

_QUESTION = ("prompt_id", "text")
_KEPT = ("model", "checkpoint", "task", "protocol", "prompt_id", "control", "image_id", "generation_id")
_UNPROVEN = pl.Schema(
    {name: JUDGEMENTS.schema[name] for name in (*_KEPT, "judge", "mode", "verdict", "label", "error")}
)


class Asker(Protocol):
    """Whoever asks a judge: `JudgeClient`."""

    def ask(self, prompts: Sequence[str], hear: Hear) -> None:
        """See `JudgeClient.ask`."""
        ...


class Questions(NamedTuple):
    """What a judge is asked about a cell: its rows with `call_id`, and every distinct call's prompt."""

    rows: pl.DataFrame
    prompts: dict[str, str]


def questions(responses: pl.DataFrame, prompts: pl.DataFrame, vocabulary: Vocabulary, judge: Judge) -> Questions:
    """Only responses to the image itself are judged: the controls are about the model, not about reading it."""
    rows = responses.filter(pl.col("control") == "image")
    wordings = {row["prompt_id"]: row for row in prompts.iter_rows(named=True)}
    distinct = rows.select(_QUESTION).unique(maintain_order=True)
    asked = [
        question(vocabulary, wordings[prompt_id]["text"], wordings[prompt_id], text)
        for prompt_id, text in distinct.iter_rows()
    ]
    ids = [call_id(judge, prompt) for prompt in asked]
    named = distinct.with_columns(pl.Series("call_id", ids, dtype=pl.String))
    joined = rows.join(named, on=_QUESTION, how="left", maintain_order="left")
    return Questions(joined, dict(zip(ids, asked, strict=True)))


def unanswered(ledger: Path, judge: Judge, asked: Questions) -> dict[str, str]:
    """The calls that the ledger lacks, with their prompts."""
    known = set(read_calls(ledger, judge)["call_id"])
    return {name: prompt for name, prompt in asked.prompts.items() if name not in known}


def fill_calls(ledger: Path, judge: Judge, calls: Mapping[str, str], asker: Asker) -> dict[str, Reply]:
    """Makes the calls and commits the answered ones, when interrupted too. Returns those that failed, by call id."""
    ids = {prompt: name for name, prompt in calls.items()}
    batches = CallBatches(ledger, judge)
    failures: dict[str, Reply] = {}

    def hear(reply: Reply) -> None:
        if reply.judgement is None:
            failures[ids[reply.prompt]] = reply
        else:
            batches.add(ids[reply.prompt], reply)

    try:
        asker.ask(list(ids), hear)
    finally:
        batches.commit()
    return failures


def judgements(ledger: Path, alias: str, judge: Judge, asked: Questions, failures: Mapping[str, Reply]) -> pl.DataFrame:
    """One row per judged response, without provenance, as the ledger and the failures of this run have it."""
    failed = pl.DataFrame(
        {
            "call_id": list(failures),
            "mode": [reply.mode for reply in failures.values()],
            "error": [reply.error for reply in failures.values()],
        },
        schema={"call_id": pl.String, "mode": pl.String, "error": pl.String},
    )
    found = read_calls(ledger, judge).select("call_id", "mode", "verdict", "label")
    # What failed here may have been answered in another process meanwhile.
    calls = pl.concat([found, failed.join(found, on="call_id", how="anti")], how="diagonal")
    rows = asked.rows.select(*_KEPT, "call_id").join(calls, on="call_id", how="inner", maintain_order="left")
    return rows.with_columns(pl.lit(alias).alias("judge")).select(_UNPROVEN.names())


def judge_cell(cell: Cell, responses: pl.DataFrame, askers: Mapping[str, Asker]) -> pl.DataFrame:
    """The cell's table of judgements, without provenance, once every judge has been asked what it was not asked yet."""
    vocabulary = cell.study.tasks[cell.task].vocabulary
    frames = [pl.DataFrame(schema=_UNPROVEN)]
    for alias, judge in cell.study.judges.items():
        asked = questions(responses, cell.prompts, vocabulary, judge)
        missing = unanswered(cell.paths.ledger, judge, asked)
        failures = fill_calls(cell.paths.ledger, judge, missing, askers[alias])
        frames.append(judgements(cell.paths.ledger, alias, judge, asked, failures))
    return pl.concat(frames)


def judgement_states(study: Study, paths: StudyPaths, checkpoints: Mapping[str, Checkpoint]) -> list[str | None]:
    """The fingerprints that the cells' tables of calls have now, judgements and diagnoses: errors may be among them."""
    return [
        fingerprint_of(table_file(paths.lake, table, checkpoint.key, task))
        for table in (JUDGEMENTS, DIAGNOSES)
        for checkpoint in checkpoints.values()
        for task in study.tasks
    ]


def question(vocabulary: Vocabulary, prompt: str, wording: Mapping[str, Any], response: str) -> str:
    """What a judge is asked about one response. wording: family, polarity, option_a and option_b of the prompt."""
    is_choice = wording["family"] == "choice"
    options = {"A": wording["option_a"], "B": wording["option_b"]} if is_choice else None
    return judge_prompt(vocabulary, prompt, wording["family"], wording["polarity"], options, response)

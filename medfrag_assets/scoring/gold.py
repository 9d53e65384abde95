"""The gold set: responses written for the purpose and labelled by docs/labelling.md, and how the rules read it."""

import json
from pathlib import Path
from typing import Any

import polars as pl

from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.rules import Score, score_response
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import SHIPPED_CONFIG
from medfrag_assets.study.spec import Vocabulary

# What config/gold/README.md says of each. Rules are changed because of `tuning` alone.
PARTS = ("tuning", "reported", "varied", "other_tasks")
_SCHEMA = pl.Schema(
    {
        "id": pl.String,
        "task": pl.String,
        "family": pl.String,
        "polarity": pl.String,
        "option_a": pl.String,
        "option_b": pl.String,
        "prompt": pl.String,
        "response": pl.String,
        "gold_verdict": pl.String,
        "gold_label": pl.String,
    }
)


def gold_file(part: str) -> Path:
    """Where one of `PARTS` lies."""
    return SHIPPED_CONFIG / "gold" / f"{part}.jsonl"


def read_gold() -> pl.DataFrame:
    """The reported part, one row a response, with its labels (`gold_…`). Raters are compared with it: rules that were
    tuned have seen the tuning part.
    """
    texts = gold_file("reported").read_text(encoding="utf-8").splitlines()
    return pl.DataFrame([_row(json.loads(text)) for text in texts], schema=_SCHEMA)


def scored_gold(gold: pl.DataFrame) -> pl.DataFrame:
    """The rows with the `verdict` and `label` that the rules give the responses."""
    vocabularies = gold_vocabularies()
    with many_responses():
        scores = [_score(vocabularies[row["task"]], row) for row in gold.iter_rows(named=True)]
    return gold.with_columns(
        pl.Series("verdict", [score.verdict for score in scores], dtype=pl.String),
        pl.Series("label", [score.label for score in scores], dtype=pl.String),
    )


def gold_vocabularies() -> dict[str, Vocabulary]:
    """The words of the tasks that the gold set is about, by task."""
    return {name: task.vocabulary for name, task in load_study("embedded").tasks.items()}


def _row(line: dict[str, Any]) -> dict[str, object]:
    return {
        **{name: line[name] for name in ("id", "task", "family", "prompt", "response")},
        "polarity": line.get("polarity"),
        **{f"option_{letter.lower()}": side for letter, side in line.get("options", {}).items()},
        "gold_verdict": line["verdict"],
        "gold_label": line["label"],
    }


def _score(vocabulary: Vocabulary, row: dict[str, Any]) -> Score:
    options = {"A": row["option_a"], "B": row["option_b"]} if row["family"] == "choice" else None
    return score_response(vocabulary, row["prompt"], row["family"], row["polarity"], options, row["response"])

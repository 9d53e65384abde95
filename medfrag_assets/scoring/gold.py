"""The gold set: responses written for the purpose and labelled by docs/labelling.md, and how the rules read them."""

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.rules import score_response
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import SHIPPED_CONFIG
from medfrag_assets.study.spec import Vocabulary

HALVES = ("reported", "tuning")
_SCHEMA = pl.Schema(
    {
        "half": pl.String,
        "id": pl.String,
        "task": pl.String,
        "family": pl.String,
        "polarity": pl.String,
        "option_a": pl.String,
        "option_b": pl.String,
        "prompt": pl.String,
        "response": pl.String,
        "hard": pl.Boolean,
        "gold_verdict": pl.String,
        "gold_label": pl.String,
        "verdict": pl.String,
        "label": pl.String,
        "rule": pl.String,
    }
)


def gold_file(half: str) -> Path:
    """Where a half of the gold set lies. Rules may be changed because of `tuning`, never because of `reported`."""
    return SHIPPED_CONFIG / "gold" / f"{half}.jsonl"


def read_gold() -> pl.DataFrame:
    """Both halves, one row a response, with what the gold set says (`gold_…`) and how the rules read it."""
    with many_responses():
        return pl.DataFrame([row for half in HALVES for row in _rows(half)], schema=_SCHEMA)


def judged_part(gold: pl.DataFrame) -> pl.DataFrame:
    """What LLM judges label of the gold set: the reported half. Nothing of a judge was tuned, and each call costs."""
    return gold.filter(half="reported")


def gold_vocabularies() -> dict[str, Vocabulary]:
    """The words of the tasks that the gold set is about, by task."""
    return {name: task.vocabulary for name, task in load_study("embedded").tasks.items()}


def _rows(half: str) -> Iterator[dict[str, object]]:
    vocabularies = gold_vocabularies()
    for text in gold_file(half).read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        score = score_response(
            vocabularies[line["task"]],
            line["prompt"],
            line["family"],
            line.get("polarity"),
            line.get("options"),
            line["response"],
        )
        yield {
            "half": half,
            **{name: line[name] for name in ("id", "task", "family", "prompt", "response", "hard")},
            "polarity": line.get("polarity"),
            **{f"option_{letter.lower()}": side for letter, side in line.get("options", {}).items()},
            "gold_verdict": line["verdict"],
            "gold_label": line["label"],
            "verdict": score.verdict,
            "label": score.label,
            "rule": score.rule,
        }

"""The plain way of a small study at a large study's size: CSV files of answers, read and grouped with pandas."""

from pathlib import Path
from typing import Any

import polars as pl

from medfrag_assets.lake.schemas import ANSWERS, IMAGES
from medfrag_assets.study.spec import LABELS

_CELL = ["model", "checkpoint", "task", "protocol", "control"]


def write_csv(lake: Path, folder: Path) -> None:
    """A CSV file of answers for each cell, with the true side of the image beside each answer."""
    folder.mkdir()
    images = pl.read_parquet(lake / IMAGES.name / "**" / "*.parquet", hive_partitioning=False)
    truth = images.select("task", "image_id", truth="label")
    for place, path in enumerate(sorted((lake / ANSWERS.name).glob("**/*.parquet"))):
        answers = pl.read_parquet(path, hive_partitioning=False)
        answers.join(truth, on=["task", "image_id"]).write_csv(folder / f"answers-{place:04}.csv")


def pandas_tables(folder: Path) -> dict[str, Any]:
    """The shares of `accuracy_by_prompt`, `response_label_rates` and `study_summary`, without intervals, from CSV files.

    Kind to pandas: no loop over models and wordings with a mask for each, and keys as categories once they are read.
    """
    import pandas as pd

    answers = pd.concat([pd.read_csv(path) for path in sorted(folder.glob("*.csv"))], ignore_index=True)
    for column in (*_CELL, "prompt_id", "label", "image_id", "verdict", "truth"):
        answers[column] = answers[column].astype("category")
    answers["answered"] = answers["label"] == "answered"
    return {
        "accuracy_by_prompt": _by_prompt(answers),
        "response_label_rates": _label_rates(answers),
        "study_summary": _summary(answers),
    }


def _by_prompt(answers: Any) -> Any:
    found = _grouped(answers, [*_CELL, "prompt_id"]).agg(
        n=("correct", "size"),
        n_images=("image_id", "nunique"),
        strict_accuracy=("correct", "mean"),
        coverage=("answered", "mean"),
    )
    return _plain(found)


def _label_rates(answers: Any) -> Any:
    import pandas as pd

    counted = pd.crosstab([answers[name] for name in _CELL], answers["label"], normalize="index")
    rates = counted.reindex(columns=list(LABELS), fill_value=0.0).stack().rename("rate")
    return _plain(rates.to_frame())


def _summary(answers: Any) -> Any:
    shown = answers[(answers["protocol"] == "corrected") & (answers["control"] == "image")]
    cell = ["model", "checkpoint", "task"]
    found = _grouped(shown, cell).agg(
        n_images=("image_id", "nunique"),
        n_prompts=("prompt_id", "nunique"),
        n_responses=("correct", "size"),
        strict_accuracy=("correct", "mean"),
        coverage=("answered", "mean"),
    )
    answered = shown[shown["answered"]]
    found["selective_accuracy"] = _grouped(answered, cell)["correct"].mean()
    for label, share in (("refused", "refusal_rate"), ("hedged", "hedge_rate")):
        found[share] = (shown["label"] == label).groupby([shown[name] for name in cell], observed=True).mean()
    found["yes_rate"] = (answered["verdict"] == "positive").groupby([answered[n] for n in cell], observed=True).mean()
    for side, share in (("positive", "sensitivity"), ("negative", "specificity")):
        found[share] = _grouped(answered[answered["truth"] == side], cell)["correct"].mean()
    found["balanced_accuracy"] = (found["sensitivity"] + found["specificity"]) / 2
    return _plain(found)


def _grouped(frame: Any, keys: list[str]) -> Any:
    return frame.groupby(keys, observed=True)


def _plain(frame: Any) -> Any:
    """Keys as columns of texts."""
    flat = frame.reset_index()
    keys = [name for name in flat.columns if flat[name].dtype == "category" or name == "label"]
    return flat.astype(dict.fromkeys(keys, "str"))

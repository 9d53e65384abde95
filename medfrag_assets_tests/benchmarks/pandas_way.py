"""The way of a small study's script at a large study's size: CSV files of answers, read and grouped with pandas."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from medfrag_assets.lake.schemas import ANSWERS, IMAGES
from medfrag_assets.study.spec import LABELS

_CELL = ["model", "checkpoint", "task"]
_ASKED = [*_CELL, "protocol", "control"]
_TABLES = ("accuracy_by_prompt", "response_label_rates", "study_summary")


def write_csv(lake: Path, folder: Path) -> None:
    """A CSV file of answers for each cell, with the true side of the image beside each answer."""
    folder.mkdir()
    images = pl.read_parquet(lake / IMAGES.name / "**" / "*.parquet", hive_partitioning=False)
    truth = images.select("task", "image_id", truth="label")
    for place, path in enumerate(sorted((lake / ANSWERS.name).glob("**/*.parquet"))):
        answers = pl.read_parquet(path, hive_partitioning=False)
        answers.join(truth, on=["task", "image_id"]).write_csv(folder / f"answers-{place:04}.csv")


def by_model_and_wording(folder: Path) -> dict[str, Any]:
    """Shares of `accuracy_by_prompt`, `response_label_rates` and `study_summary` as a script computes them.

    File by file, a loop over the groups that pandas' groupby gives, some means and counts for each. No intervals.
    """
    import pandas as pd

    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in _TABLES}
    for path in sorted(folder.glob("*.csv")):
        answers = pd.read_csv(path)
        for key, rows in answers.groupby([*_ASKED, "prompt_id"]):
            tables["accuracy_by_prompt"].append(dict(zip([*_ASKED, "prompt_id"], key, strict=True)) | _prompt(rows))
        for key, rows in answers.groupby(_ASKED):
            asked = dict(zip(_ASKED, key, strict=True))
            tables["response_label_rates"] += [asked | rate for rate in _rates(rows)]
        shown = answers[(answers["protocol"] == "corrected") & (answers["control"] == "image")]
        for key, rows in shown.groupby(_CELL):
            tables["study_summary"].append(dict(zip(_CELL, key, strict=True)) | _summary(rows))
    return {name: pd.DataFrame(rows) for name, rows in tables.items()}


def all_at_once(folder: Path) -> dict[str, Any]:
    """The same tables with pandas at its best: all files in one frame, keys as categories, no loop in Python."""
    import pandas as pd

    answers = pd.concat([pd.read_csv(path) for path in sorted(folder.glob("*.csv"))], ignore_index=True)
    for column in (*_ASKED, "prompt_id", "label", "image_id", "verdict", "truth"):
        answers[column] = answers[column].astype("category")
    answers["answered"] = answers["label"] == "answered"
    shown = answers[(answers["protocol"] == "corrected") & (answers["control"] == "image")]
    counted = pd.crosstab([answers[name] for name in _ASKED], answers["label"], normalize="index")
    rates = counted.reindex(columns=list(LABELS), fill_value=0.0).stack().rename("rate").to_frame()
    shares = {
        "n_images": ("image_id", "nunique"),
        "strict_accuracy": ("correct", "mean"),
        "coverage": ("answered", "mean"),
    }
    tables = {
        "accuracy_by_prompt": _grouped(answers, [*_ASKED, "prompt_id"]).agg(n=("correct", "size"), **shares),
        "response_label_rates": rates,
        "study_summary": _grouped(shown, _CELL).agg(n_responses=("correct", "size"), **shares).join(_answered(shown)),
    }
    return {name: _plain(table) for name, table in tables.items()}


def _prompt(rows: Any) -> dict[str, Any]:
    return {
        "n": len(rows),
        "n_images": rows["image_id"].nunique(),
        "strict_accuracy": rows["correct"].mean(),
        "coverage": (rows["label"] == "answered").mean(),
        **{f"n_{label}": int((rows["label"] == label).sum()) for label in LABELS},
    }


def _rates(rows: Any) -> Iterator[dict[str, Any]]:
    counts = rows["label"].value_counts()
    for label in LABELS:
        yield {"label": label, "n": len(rows), "rate": counts.get(label, 0) / len(rows)}


def _summary(rows: Any) -> dict[str, Any]:
    answered = rows[rows["label"] == "answered"]
    sides = {side: answered[answered["truth"] == side]["correct"].mean() for side in ("positive", "negative")}
    return {
        "n_images": rows["image_id"].nunique(),
        "n_responses": len(rows),
        "strict_accuracy": rows["correct"].mean(),
        "coverage": len(answered) / len(rows),
        "selective_accuracy": answered["correct"].mean(),
        "refusal_rate": (rows["label"] == "refused").mean(),
        "hedge_rate": (rows["label"] == "hedged").mean(),
        "yes_rate": (answered["verdict"] == "positive").mean(),
        "sensitivity": sides["positive"],
        "specificity": sides["negative"],
        "balanced_accuracy": (sides["positive"] + sides["negative"]) / 2,
    }


def _answered(shown: Any) -> Any:
    """Shares of a cell that are about one label or about the answered."""
    import pandas as pd

    answered = shown[shown["answered"]]
    found = {
        "selective_accuracy": _grouped(answered, _CELL)["correct"].mean(),
        "yes_rate": _mean(answered["verdict"] == "positive", answered),
        "refusal_rate": _mean(shown["label"] == "refused", shown),
        "hedge_rate": _mean(shown["label"] == "hedged", shown),
    }
    for side, share in (("positive", "sensitivity"), ("negative", "specificity")):
        found[share] = _grouped(answered[answered["truth"] == side], _CELL)["correct"].mean()
    found["balanced_accuracy"] = (found["sensitivity"] + found["specificity"]) / 2
    return pd.DataFrame(found)


def _mean(hit: Any, rows: Any) -> Any:
    return hit.groupby([rows[name] for name in _CELL], observed=True).mean()


def _grouped(frame: Any, keys: list[str]) -> Any:
    return frame.groupby(keys, observed=True)


def _plain(table: Any) -> Any:
    """Keys as columns of texts."""
    flat = table.reset_index()
    return flat.astype({name: "str" for name in flat.columns if flat[name].dtype == "category" or name == "label"})

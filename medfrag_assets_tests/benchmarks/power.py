"""How large a drop the check `not_worse` notices, on simulated checkpoints whose truth is known.

    python -m medfrag_assets_tests.benchmarks.power --json FILE [--studies N]

A checkpoint that is right on three quarters of the images is followed by one that is right less often, by the same drop
on each of four tasks. Writes, per number of images and drop, the share of tasks called worse and of studies in which at
least one of four is. docs/statistics.md has the table. Some five minutes of CPU time.
"""

import argparse
import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from rich.console import Console
from rich.progress import track
from rich.table import Table

from medfrag_assets.statistics.comparisons import comparisons
from medfrag_assets.statistics.non_inferiority import judged
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.simulator import pair, simulate

BEFORE = 0.75
DROPS = (0.0, 0.03, 0.05, 0.08, 0.10, 0.15)
IMAGES = (100, 520)
STUDIES = 150
_REVISIONS = ("m0@1", "m0@2")


def noticed(study: Study, images: int, drop: float, seed: int) -> list[bool]:
    """Of each task, whether the second of two revisions is called worse than the first in strict accuracy."""
    rng, design = np.random.default_rng(seed), pair(BEFORE, -drop, images=images)
    tasks = [simulate(rng, design, task) for task in study.tasks]
    answers, shown = (pl.concat([getattr(task, name) for task in tasks]) for name in ("answers", "images"))
    names = pl.col("model").replace_strict({"m0": _REVISIONS[0], "m1": _REVISIONS[1]})
    register = tasks[0].checkpoints.with_columns(
        checkpoint=names, model=pl.lit("m0"), current=pl.Series([False, True]), first_seen=pl.Series(["1", "2"])
    )
    compared = comparisons(
        study, register, answers.with_columns(checkpoint=names).with_columns(model=pl.lit("m0")), shown
    )
    rows = judged(compared, register, list(study.tasks), study.non_inferiority_margin)
    own = rows.filter(kind="revision_minus_previous", outcome="strict_accuracy")
    return (own["verdict"] == "worse").to_list()


def rates(images: int, drop: float, studies: int) -> dict[str, Any]:
    """Shares over simulated studies of the embedded study's four tasks."""
    study = load_study("embedded")
    found = np.array([noticed(study, images, drop, seed) for seed in range(studies)])
    return {
        "images": images,
        "drop": drop,
        "studies": studies,
        "a_task": float(found.mean()),
        "at_least_one": float(np.logical_or.reduce(found, axis=1).mean()),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Simulates, prints a table and writes all rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, required=True, help="file that gets every rate")
    parser.add_argument("--studies", type=int, default=STUDIES, help="simulated studies a setting")
    options = parser.parse_args(arguments)
    settings = list(product(IMAGES, DROPS))
    console = Console(stderr=True)
    steps = track(settings, "simulated settings", console=console, disable=not console.is_terminal)
    found = [rates(images, drop, options.studies) for images, drop in steps]
    options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    table = Table("images", "true drop", "a task, worse %", "at least one of four, worse %")
    for row in found:
        table.add_row(
            str(row["images"]), f"{row['drop']:g}", *(f"{row[n] * 100:.1f}" for n in ("a_task", "at_least_one"))
        )
    Console().print(table)


if __name__ == "__main__":
    main()

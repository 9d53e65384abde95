"""`medfrag study run --dry-run`: what a run would compute, counted before anything is spent."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl
from rich.console import Console
from rich.table import Table

from medfrag_assets.commands.run import chosen_names
from medfrag_assets.lake.cells import Cell, missing_requests, planned
from medfrag_assets.lake.ledger import read_generations
from medfrag_assets.sources.sampling import sample_images
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, available_checkpoints

_SECONDS_PER_HOUR = 3600


class CellCost(NamedTuple):
    """What a cell still needs. `hours` is null where nothing was measured for this checkpoint on this machine."""

    model: str
    task: str
    generations: int
    judge_calls: int
    hours: float | None


def show_plan(study: Study, paths: StudyPaths, models: Sequence[str] | None, tasks: Sequence[str] | None) -> None:
    """Prints generations, judge calls and hours of every selected cell that still has to be computed."""
    table = Table(title=f"What study {study.study} still needs", title_justify="left")
    for heading in ("model", "task", "generations", "judge calls", "hours"):
        table.add_column(heading, justify="left" if heading in ("model", "task") else "right")
    costs = planned_costs(
        study,
        paths,
        chosen_names("model", models, list(study.models)),
        chosen_names("task", tasks, list(study.tasks)),
    )
    for cost in costs:
        hours = "not measured yet" if cost.hours is None else f"{cost.hours:.3f}"
        table.add_row(cost.model, cost.task, f"{cost.generations:,}", f"{cost.judge_calls:,}", hours)
    console = Console()
    console.print(table)
    measured = [cost.hours for cost in costs if cost.hours is not None]
    known = (
        f"{sum(measured):.3f} hours" if len(measured) == len(costs) else "hours unknown: some models have no costs yet"
    )
    console.print(
        f"{sum(cost.generations for cost in costs):,} generations, "
        f"{sum(cost.judge_calls for cost in costs):,} judge calls, {known}. Nothing was run.",
        highlight=False,
        soft_wrap=True,
    )


def planned_costs(study: Study, paths: StudyPaths, models: Sequence[str], tasks: Sequence[str]) -> list[CellCost]:
    """What every selected cell still needs. Draws the samples (no model runs), since sizes decide what is shared.

    A checkpoint that is not on this machine needs every generation, of which nothing was measured.
    """
    checkpoints = available_checkpoints(study).found
    samples = {
        task: sample_images(task, study.tasks[task].source, study.images_per_class, study.seed, paths.images).images
        for task in tasks
    }
    return [
        _cell_cost(study, paths, alias, checkpoints.get(alias), task, samples[task])
        for alias in models
        for task in tasks
    ]


def _cell_cost(
    study: Study, paths: StudyPaths, alias: str, checkpoint: Checkpoint | None, task: str, images: pl.DataFrame
) -> CellCost:
    stand_in = checkpoint or Checkpoint(alias, "unknown", paths.root, "unknown", "unknown")
    cell = Cell(study, paths, stand_in, task, images, prompt_rows(study, task))
    requests = missing_requests(cell, planned(cell))
    seconds = _seconds_per_generation(cell)
    hours = len(requests) * (seconds or 0.0) / _SECONDS_PER_HOUR if seconds is not None or not requests else None
    # The judge is off: no study names one yet.
    return CellCost(alias, task, len(requests), 0, hours)


def _seconds_per_generation(cell: Cell) -> float | None:
    """Mean seconds per generation over the checkpoint's own batches in the ledger; null where there are none."""
    batches = (
        read_generations(cell.paths.ledger, cell.writer)
        .group_by("batch_id")
        .agg(pl.first("seconds"), pl.len().alias("generations"))
    )
    return float(batches["seconds"].sum()) / int(batches["generations"].sum()) if len(batches) else None

"""`medfrag study run --dry-run`: what a run would compute, counted before anything is spent."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from medfrag_assets.commands.console import counted, plain_table, standard_console
from medfrag_assets.commands.run import chosen_names
from medfrag_assets.lake.cells import Cell, missing_requests, planned
from medfrag_assets.lake.judging import questions, unanswered
from medfrag_assets.lake.ledger import read_generations
from medfrag_assets.lake.ratings import gold_owed
from medfrag_assets.sources.sampling import require_source, sample_images
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.study.spec import SIDES, HubSource, Study
from medfrag_assets.vlm.checkpoints import Checkpoint, available_checkpoints

_SECONDS_PER_MINUTE = 60
_SECONDS_PER_HOUR = 3600


class CellCost(NamedTuple):
    """What a cell still needs. `hours` is null where nothing was measured for this checkpoint on this machine.

    `at_most`: the images are not on this machine, and these are the counts of a sample that shares no blank image.
    Responses that are not written yet count as a judge call each, although those that turn out alike will share one.
    """

    model: str
    task: str
    generations: int
    judge_calls: int
    hours: float | None
    at_most: bool

    @property
    def judge_calls_at_most(self) -> bool:
        """Whether responses are still to be written that a judge will read."""
        return self.judge_calls > 0 and self.generations > 0


def show_plan(study: Study, paths: StudyPaths, models: Sequence[str] | None, tasks: Sequence[str] | None) -> None:
    """Prints generations, judge calls and time of every selected cell that still has to be computed."""
    table = plain_table(f"What study {study.study} still needs")
    for heading in ("model", "task"):
        table.add_column(heading, overflow="fold")
    for heading in ("generations", "judge calls", "time"):
        table.add_column(heading, justify="right", no_wrap=True)
    costs = planned_costs(
        study,
        paths,
        chosen_names("model", models, list(study.models)),
        chosen_names("task", tasks, list(study.tasks)),
    )
    for cost in costs:
        time = "unknown" if cost.hours is None else _time(cost.hours)
        generations = f"{_bound(cost.at_most)}{cost.generations:,}"
        judge_calls = f"{_bound(cost.judge_calls_at_most)}{cost.judge_calls:,}"
        table.add_row(cost.model, cost.task, generations, judge_calls, time)
    console = standard_console()
    console.print(table)
    for line in [*_last_lines(costs), *gold_lines(study, paths)]:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _last_lines(costs: Sequence[CellCost]) -> list[str]:
    """The sum, and why some counts are no exact ones."""
    measured = [cost.hours for cost in costs if cost.hours is not None]
    known = _time(sum(measured)) if len(measured) == len(costs) else "time unknown: some models have no costs yet"
    absent = list(dict.fromkeys(cost.task for cost in costs if cost.at_most))
    total = (
        f"In all {_bound(bool(absent))}{counted(sum(cost.generations for cost in costs), 'generation')}, "
        f"{_bound(any(cost.judge_calls_at_most for cost in costs))}"
        f"{counted(sum(cost.judge_calls for cost in costs), 'judge call')}, {known}. Nothing was run."
    )
    if not absent:
        return [total]
    return [
        total,
        f"At most: the images of {', '.join(absent)} are not on this machine. A run downloads them first; images of "
        "the same size then share a blank one.",
    ]


def gold_lines(study: Study, paths: StudyPaths) -> list[str]:
    """A line for each judge that has not labelled the gold set yet: a publication has it do so."""
    return [
        f"Besides, the judge {alias} labels the reported half of the gold set once: {counted(count, 'call')}."
        for alias, count in gold_owed(study, paths).items()
        if count
    ]


def _time(hours: float) -> str:
    """7 s, 12 min or 3.4 h."""
    seconds = hours * _SECONDS_PER_HOUR
    if seconds < 2 * _SECONDS_PER_MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / _SECONDS_PER_MINUTE:.0f} min" if hours < 2 else f"{hours:.1f} h"


def _bound(at_most: bool) -> str:
    return "at most " if at_most else ""


def planned_costs(study: Study, paths: StudyPaths, models: Sequence[str], tasks: Sequence[str]) -> list[CellCost]:
    """What every selected cell still needs. Draws the samples (no model runs), since sizes decide what is shared.

    Nothing is downloaded: a task whose data set is not on this machine is counted with stand-ins for its images. A
    checkpoint that is not on this machine needs every generation, of which nothing was measured.
    """
    checkpoints = available_checkpoints(study).found
    samples = {task: _sample(study, paths, task) for task in tasks}
    return [
        _cell_cost(study, paths, alias, checkpoints.get(alias), task, samples[task])
        for alias in models
        for task in tasks
    ]


class _Sample(NamedTuple):
    """A task's images, or stand-ins for them."""

    images: pl.DataFrame
    stand_ins: bool


def _sample(study: Study, paths: StudyPaths, task: str) -> _Sample:
    source = study.tasks[task].source
    if isinstance(source, HubSource) and not _is_here(task, source, study.seed):
        return _Sample(_stand_ins(task, study.images_per_class), True)
    return _Sample(sample_images(task, source, study.images_per_class, study.seed, paths.images).images, False)


def _is_here(task: str, source: HubSource, seed: int) -> bool:
    try:
        require_source(task, source, seed)
    except MedfragError:
        return False
    return True


def _stand_ins(task: str, per_class: int) -> pl.DataFrame:
    """As many images as a sample has, of which no two share pixels or size: none of their generations is shared."""
    names = [(side, rank, f"{side}-{rank}") for side in SIDES for rank in range(per_class)]
    return pl.DataFrame(
        {
            "task": [task for _ in names],
            "image_id": [name for _, _, name in names],
            "label": [side for side, _, _ in names],
            "sample_rank": [rank for _, rank, _ in names],
            "pixels_digest": [name for _, _, name in names],
            "width": range(1, len(names) + 1),
            "height": range(1, len(names) + 1),
        }
    )


def _cell_cost(
    study: Study, paths: StudyPaths, alias: str, checkpoint: Checkpoint | None, task: str, sample: _Sample
) -> CellCost:
    absent = checkpoint or Checkpoint(alias, "unknown", paths.root, "unknown", "unknown")
    cell = Cell(study, paths, absent, task, sample.images, prompt_rows(study, task))
    plan = planned(cell)
    requests = missing_requests(cell, plan)
    seconds = _seconds_per_generation(cell)
    hours = len(requests) * (seconds or 0.0) / _SECONDS_PER_HOUR if seconds is not None or not requests else None
    return CellCost(alias, task, len(requests), _judge_calls(cell, plan), hours, sample.stand_ins)


def _judge_calls(cell: Cell, plan: pl.DataFrame) -> int:
    """Calls that the judges have not answered yet: one for each distinct text, and for each that is to be written."""
    if not cell.study.judges:
        return 0
    judged = plan.filter(pl.col("closed") & (pl.col("control") == "image")).drop("text")
    texts = read_generations(cell.paths.ledger, cell.writer).select("generation_id", "text")
    written = judged.join(texts, on="generation_id", how="inner")
    unwritten = judged.join(texts, on="generation_id", how="anti")["generation_id"].n_unique()
    vocabulary = cell.study.tasks[cell.task].vocabulary
    return sum(
        unwritten + len(unanswered(cell.paths.ledger, judge, questions(written, cell.prompts, vocabulary, judge)))
        for judge in cell.study.judges.values()
    )


def _seconds_per_generation(cell: Cell) -> float | None:
    """Mean seconds per generation over the checkpoint's own batches in the ledger; null where there are none."""
    batches = (
        read_generations(cell.paths.ledger, cell.writer)
        .group_by("batch_id")
        .agg(pl.first("seconds"), pl.len().alias("generations"))
    )
    return float(batches["seconds"].sum()) / int(batches["generations"].sum()) if len(batches) else None

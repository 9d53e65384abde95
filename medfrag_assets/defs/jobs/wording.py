"""The job that asks one wording of one model and task again."""

from typing import Any

import dagster as dg
import polars as pl

from medfrag_assets.defs.cells import cell_partition, open_cell
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.inference import guarded, loader
from medfrag_assets.defs.jobs.choices import filled_in, model_choice, prompt_choice, task_choice
from medfrag_assets.defs.partitions import GPU_POOL, CellKey, gpu_op_tags
from medfrag_assets.defs.resources import Batching
from medfrag_assets.lake.asking import ask_anew
from medfrag_assets.reports.pictures import asked_again
from medfrag_assets.statistics.intervals import wilson
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import find_checkpoint

_DESCRIPTION = (
    "Asks one wording of one model and task again, of every image and control, and shows what was said before and now. "
    "Greedy decoding repeats itself: answers that differ tell of another machine, driver or precision. What was not "
    "asked yet, a new wording say, is kept for the next run of the cell; answers that were there stay as they are."
)


def one_wording(study: Study) -> dg.JobDefinition:
    """The job one_wording. What it finds stands on the page of `responses` as an observation of the cell."""
    form = {"model": model_choice(study), "task": task_choice(study), "wording": prompt_choice(study)}

    @dg.op(
        name=f"{study.study}_ask_again",
        description=_DESCRIPTION,
        config_schema=form,
        required_resource_keys={"lake", "batching"},
        pool=GPU_POOL,
        tags=gpu_op_tags(study),
    )
    def ask_again(context: dg.OpExecutionContext) -> None:
        try:
            context.log_event(_asked(study, context.resources.lake.paths(study), context.resources.batching, context))
        except MedfragError as error:
            raise dg.Failure(str(error), allow_retries=False) from None

    @dg.job(
        name=f"{study.study}_one_wording",
        description=_DESCRIPTION,
        tags={"medfrag/study": study.study},
        config=filled_in(ask_again.name, form),
    )
    def asking() -> None:
        ask_again()

    return asking


def _asked(study: Study, paths: StudyPaths, batching: Batching, context: Any) -> dg.AssetObservation:
    alias, task, prompt_id = (context.op_config[name] for name in ("model", "task", "wording"))
    key = CellKey(find_checkpoint(alias, study.models[alias], study.protocols).key, task)
    checkpoint, guard = guarded(study, key)
    cell = open_cell(study, paths, checkpoint, task)
    if prompt_id not in cell.prompts["prompt_id"]:
        raise MedfragError(f"{task} has no wording {prompt_id!r}; it has {', '.join(cell.prompts['prompt_id'])}.")
    ready = loader(checkpoint, batching, paths.images, guard)()
    answers = ask_anew(cell, prompt_id, ready.generator, ready.loaded)
    guard.require_unchanged()
    metadata = {
        "wording": dg.MetadataValue.text(prompt_id),
        "in words": dg.MetadataValue.md(_in_words(answers)),
        "before and now": dg.MetadataValue.md(asked_again(paths.images, cell.images, answers)),
    }
    return dg.AssetObservation(asset_key(study, "responses"), partition=cell_partition(key), metadata=metadata)


def _in_words(asked: pl.DataFrame) -> str:
    """How many answers are others than before, with a 95 % interval. What needs no image is one question."""
    answers = asked.unique("generation_id")
    failed = answers["now"].null_count()
    both = answers.filter(pl.col("before").is_not_null() & pl.col("now").is_not_null())
    differ = both.filter(pl.col("before") != pl.col("now")).height
    words = [f"{len(answers)} questions asked; {len(answers) - len(both) - failed} of them for the first time."]
    if both.height:
        low, high = wilson(differ, both.height)
        words.append(f"{differ} of {both.height} answers differ from before ({low:.1%} to {high:.1%}).")
    if failed:
        words.append(f"{failed} failed; the next run of the cell tries them again.")
    return " ".join(words)

"""Jobs that drive a study from its images to its report, or a part of it, as `medfrag study run` does."""

from collections.abc import Callable, Mapping

import dagster as dg

from medfrag_assets.defs import progress
from medfrag_assets.defs.driver import Driver, Selection
from medfrag_assets.defs.instance import one_driver
from medfrag_assets.defs.jobs.choices import filled_in, model_choice, task_choice
from medfrag_assets.defs.partitions import gpu_op_tags
from medfrag_assets.defs.placement import DRIVES
from medfrag_assets.defs.resources import Batching, Lake
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Study

_NOTE = (
    "Makes only what is missing or stale, in a run of its own for every stage, and publishes at the end, as the "
    "command `medfrag study run` does; the cells that are missing then are named on the page of `grid`."
)


def driving_jobs(study: Study) -> list[dg.JobDefinition]:
    """The jobs whole_study, one_model, one_task and publish_only."""
    everything = Selection(tuple(study.models), tuple(study.tasks))
    return [
        _job(study, "whole_study", f"All models on all tasks. {_NOTE}", {}, lambda chosen: everything),
        _job(
            study,
            "one_model",
            f"One model on all tasks. {_NOTE}",
            {"model": model_choice(study)},
            lambda chosen: everything._replace(models=(chosen["model"],)),
        ),
        _job(
            study,
            "one_task",
            f"All models on one task. {_NOTE}",
            {"task": task_choice(study)},
            lambda chosen: everything._replace(tasks=(chosen["task"],)),
        ),
        _job(
            study,
            "publish_only",
            "Database and report from what is there. No model runs; cells that are missing are named on the page of "
            "`grid`.",
            {},
            lambda chosen: Selection((), ()),
            models=False,
        ),
    ]


def _job(
    study: Study,
    name: str,
    description: str,
    form: Mapping[str, dg.Field],
    selected: Callable[[Mapping[str, str]], Selection],
    models: bool = True,
) -> dg.JobDefinition:
    @dg.op(
        name=f"{study.study}_drive_{name}",
        description=description,
        config_schema=dict(form),
        required_resource_keys={"lake", "batching", "dbt"},
        # Not in the pool `gpu`: the runs that it starts are, one after the other.
        tags=gpu_op_tags(study) if models else {},
    )
    def drive(context: dg.OpExecutionContext) -> None:
        _drive(context, study, selected(context.op_config or {}))

    @dg.job(
        name=f"{study.study}_{name}",
        description=description,
        tags={"medfrag/study": study.study} | ({DRIVES: "models"} if models else {}),
        config=filled_in(drive.name, form),
    )
    def driving() -> None:
        drive()

    return driving


class _Log:
    """Says on the page of the run what each stage has to do."""

    def __init__(self, log: dg.DagsterLogManager) -> None:
        self._log = log

    def expect(self, stage: str, amount: int) -> None:
        """The stage has `amount` more to do."""
        self._log.info(f"{stage}: {amount} to do" if amount else f"{stage}: nothing to do")

    def advance(self, stage: str, amount: int) -> None:
        """The runs of the stage have pages of their own."""


def _drive(context: dg.OpExecutionContext, study: Study, selection: Selection) -> None:
    from medfrag_assets.definitions import build_defs

    lake: Lake = context.resources.lake
    batching: Batching = context.resources.batching
    definitions = build_defs([study], {"lake": lake, "batching": batching, "dbt": context.resources.dbt})
    progress.listen(_Log(context.log))
    try:
        with one_driver(lake.paths(study)):
            Driver(study, lake.paths(study), context.instance, definitions).run(selection)
    except MedfragError as error:
        raise dg.Failure(str(error), allow_retries=False) from None

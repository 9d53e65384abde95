"""What the forms of jobs offer to choose from."""

from collections.abc import Iterable, Mapping

import dagster as dg

from medfrag_assets.study.spec import Study


def model_choice(study: Study) -> dg.Field:
    """One of the study's models."""
    return _choice(study, "model", study.models)


def task_choice(study: Study) -> dg.Field:
    """One of the study's tasks."""
    return _choice(study, "task", study.tasks)


def prompt_choice(study: Study) -> dg.Field:
    """One of the wordings of any task: closed ones with their suffix, and descriptions."""
    of_tasks = [study.wordings(task) for task in study.tasks]
    closed = [f"{wording}.{suffix}" for one in of_tasks for wording in one.closed for suffix in one.suffixes]
    describe = [wording for one in of_tasks for wording in one.describe]
    return _choice(study, "wording", dict.fromkeys([*closed, *describe]))


def filled_in(op: str, form: Mapping[str, dg.Field]) -> dg.RunConfig:
    """What the launchpad shows at first: the first choice of everything, to be changed."""
    first = {name: field.default_value for name, field in form.items()}
    return dg.RunConfig(ops={op: {"config": first}} if form else {})


def _choice(study: Study, kind: str, names: Iterable[str]) -> dg.Field:
    known = list(names)
    # Anything else is refused in the launchpad already, before anything runs.
    values = dg.Enum(f"{study.study}_{kind}", [dg.EnumValue(name) for name in known])
    return dg.Field(values, default_value=known[0], description=f"A {kind} of the study: {', '.join(known)}.")

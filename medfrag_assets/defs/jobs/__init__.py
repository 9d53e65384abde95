"""Jobs named for what people want, to be launched from the web UI: each with a form that says what may be chosen.

Four of them drive the study as `medfrag study run` does: only what is missing or stale, a run for every stage. The
fifth asks one wording again. docs/how_it_works.md lists them.
"""

import dagster as dg

from medfrag_assets.defs.jobs.driving import driving_jobs
from medfrag_assets.defs.jobs.wording import one_wording
from medfrag_assets.study.spec import Study


def study_jobs(study: Study) -> list[dg.JobDefinition]:
    """The jobs of a study: whole_study, one_model, one_task, publish_only and one_wording, after its name."""
    return [*driving_jobs(study), one_wording(study)]

"""The code location: every study named in MEDFRAG_STUDIES (comma-separated names or files; default: embedded).

`build_defs` makes the same graph for the web UI, the command line and the tests, which give it other resources.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource

from medfrag_assets.defs.automation import study_automation
from medfrag_assets.defs.datasets import dataset_assets
from medfrag_assets.defs.datasets.hub_snapshots import hub_snapshot_assets
from medfrag_assets.defs.evaluated import evaluated_assets
from medfrag_assets.defs.inference import inference_assets
from medfrag_assets.defs.jobs import study_jobs
from medfrag_assets.defs.labels import label_assets
from medfrag_assets.defs.labels.agreement import agreement_assets
from medfrag_assets.defs.labels.judge import judgement_assets
from medfrag_assets.defs.manifest import DBT_PROJECT, dbt_executable
from medfrag_assets.defs.partitions import study_partitions
from medfrag_assets.defs.probes import probe_assets
from medfrag_assets.defs.reports import report_assets
from medfrag_assets.defs.resources import Batching, Lake
from medfrag_assets.defs.statistics import statistics_assets
from medfrag_assets.defs.statistics.comparisons import comparison_assets
from medfrag_assets.defs.statistics.not_worse import comparison_checks
from medfrag_assets.defs.workplace import with_owner_and_code
from medfrag_assets.study.configured import configured_names
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.watched import with_watched


def build_defs(studies: Sequence[Study], overrides: Mapping[str, Any] | None = None) -> dg.Definitions:
    """Definitions of these studies. `overrides` replaces resources (`lake`, `batching`, `dbt`) by name."""
    resources: dict[str, Any] = {
        "lake": Lake(),
        "batching": Batching(),
        "dbt": DbtCliResource(project_dir=str(DBT_PROJECT), dbt_executable=dbt_executable()),
    }
    automation = [study_automation(study, study_partitions(study)) for study in studies]
    return dg.Definitions(
        assets=[asset for study in studies for asset in study_assets(study)],
        asset_checks=[check for study in studies for check in comparison_checks(study)],
        jobs=[job for study in studies for job in study_jobs(study)],
        sensors=[sensor for one in automation for sensor in one.sensors],
        schedules=[schedule for one in automation for schedule in one.schedules],
        resources=resources | dict(overrides or {}),
        executor=dg.in_process_executor,
    )


def study_assets(study: Study) -> list[dg.AssetsDefinition]:
    """All assets of one study, from images to report."""
    partitions = study_partitions(study)
    assets = [
        *dataset_assets(study, partitions),
        *hub_snapshot_assets(study),
        *inference_assets(study, partitions),
        *label_assets(study, partitions),
        *judgement_assets(study, partitions),
        *agreement_assets(study),
        *evaluated_assets(study, partitions),
        *probe_assets(study, partitions),
        *statistics_assets(study, partitions),
        *comparison_assets(study),
        *report_assets(study),
    ]
    return with_owner_and_code(assets)


@dg.definitions
def defs() -> dg.Definitions:
    """What workspace.yaml and `dg` load: the studies with the models of the watched folder beside their own."""
    studies = [load_study(name) for name in configured_names()]
    watched = StudyPaths(data_root(), "").checkpoints
    return build_defs([with_watched(study, watched) for study in studies])

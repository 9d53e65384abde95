"""Evaluated: a checkpoint all of whose cells have their statistics. Publishing waits for it, once per checkpoint."""

import warnings
from collections.abc import Iterator

import dagster as dg

from medfrag_assets.defs.automation.conditions import EVALUATED, finished
from medfrag_assets.defs.automation.evaluating import evaluation_of
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import StudyPartitions
from medfrag_assets.defs.resources import Lake
from medfrag_assets.study.spec import Study

LAST_TABLES = ("judgements", "statistics", "wording_effects", "description_effects", "probes")


def evaluated_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `evaluated`, by model: below all that a cell ends with, above all that is published.

    The sensor that follows up reports it without a run, which would take longer to start than to do.
    """
    key = asset_key(study, EVALUATED)
    with warnings.catch_warnings():
        # The mapping is marked as beta in this version of Dagster, which is pinned.
        warnings.simplefilter("ignore", dg.BetaWarning)
        every_task = dg.MultiToSingleDimensionPartitionMapping("model")

    @dg.multi_asset(
        name=f"{study.study}_evaluated",
        specs=[
            dg.AssetSpec(
                key,
                deps=[dg.AssetDep(asset_key(study, name), partition_mapping=every_task) for name in LAST_TABLES],
                group_name="statistics",
                kinds={"parquet"},
                skippable=True,
                automation_condition=finished(),
                description="A checkpoint that has its statistics on every task. It writes no table: it is what "
                "publishing waits for, so that a checkpoint is published once and not once a cell.",
            )
        ],
        partitions_def=partitions.models,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
    )
    def evaluated(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[dg.AssetMaterialization]:
        for checkpoint in context.partition_keys:
            yield evaluation_of(study, lake.paths(study), checkpoint)

    return [evaluated]

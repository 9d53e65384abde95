"""Fetching: revisions of hub models into the hub's cache on this machine. Only for studies with such models."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
from pydantic import Field

from medfrag_assets.defs.emit import asset_key
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.hub_models import moving_models, take_up

HUB_SNAPSHOTS = "hub_snapshots"


class Fetching(dg.Config):
    """What to fetch. Nothing where nothing is named: these are gigabytes."""

    revisions: dict[str, str] = Field(
        default={},
        description="Model of the study → commit, branch or tag of its hub repository. It is fetched (safetensors, "
        "configuration and processor only) and, if it can be used, becomes what the study evaluates.",
    )


def hub_snapshot_assets(study: Study) -> list[dg.AssetsDefinition]:
    """The asset `hub_snapshots`; none where no model of the study comes from the hub at a revision that can move."""
    models = moving_models(study)
    if not models:
        return []

    @dg.multi_asset(
        name=fetch_op(study),
        specs=[
            dg.AssetSpec(
                asset_key(study, HUB_SNAPSHOTS),
                group_name="datasets",
                kinds={"huggingface", "safetensors"},
                skippable=True,
                description="Weights of hub models on this machine. Fetches the revisions that the launchpad or the "
                "hub sensor names, and nothing by itself. No code of a repository is run.",
            )
        ],
    )
    def hub_snapshots(context: dg.AssetExecutionContext, config: Fetching) -> Iterator[dg.MaterializeResult[None]]:
        if unknown := sorted(set(config.revisions) - set(models)):
            raise MedfragError(
                f"{unknown[0]}: no model of the study that comes from the hub at a revision that can move "
                f"(there are {', '.join(models)})."
            )
        found = []
        for alias, revision in config.revisions.items():
            found.append(take_up(alias, models[alias], revision, study.protocols))
            context.log.info(f"{found[-1].key} is on this machine: {found[-1].folder}")
        if found:
            yield dg.MaterializeResult(metadata={"on this machine": _table(found)})
        else:
            context.log.warning("Nothing was fetched: name models and revisions under `revisions` in the launchpad.")

    return [hub_snapshots]


def fetch_op(study: Study) -> str:
    """The name under which the launchpad asks what to fetch."""
    return f"{study.study}_fetch"


def _table(found: list[Checkpoint]) -> dg.TableMetadataValue:
    return dg.MetadataValue.table(
        records=[
            dg.TableRecord({"checkpoint": one.key, "gigabytes": _gigabytes(one.folder), "where": str(one.folder)})
            for one in found
        ]
    )


def _gigabytes(folder: Path) -> float:
    return round(sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e9, 3)

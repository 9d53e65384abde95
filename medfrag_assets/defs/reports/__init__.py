"""Reports: the grid of cells, the dbt models, the published database and the HTML report."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, dbt_assets
from dagster_dbt.errors import DagsterDbtCliRuntimeError
from pydantic import Field

from medfrag_assets.defs import progress
from medfrag_assets.defs.automation.conditions import EVALUATED, publishes
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.manifest import DBT_PROJECT, manifest_file
from medfrag_assets.defs.partitions import PUBLISH_POOL
from medfrag_assets.defs.resources import Lake
from medfrag_assets.defs.statistics.comparisons import compared_from
from medfrag_assets.defs.workplace import code_file
from medfrag_assets.lake.database import publish, table_rows
from medfrag_assets.lake.fingerprints import publication_fingerprint
from medfrag_assets.lake.grid import grid, incomplete_cells
from medfrag_assets.lake.ratings import agreed_from
from medfrag_assets.lake.schemas import GRID, TABLES
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.cell_pictures import as_markdown
from medfrag_assets.reports.html import write_report
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, available_checkpoints

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# "Failure in model accuracy (models/…)", then what kind of error in which model, or that a test found rows.
_FAILURE = re.compile(
    r"Failure in ((?:model|test|unit_test) \w+).*\n+(?:.*\b(?:Runtime|Compilation) Error in .*\n)?\s*(.+)"
)
_LONGEST_REASON = 400
_STAGING, _MARTS, _REPORTS = "staging", "marts", "reports"
_PUBLISHED_MARTS = (
    "claims",
    "study_summary",
    "accuracy_by_prompt",
    "response_label_rates",
    "prompt_sensitivity",
    "polarity_and_order",
    "pair_comparisons",
    "difficulty_gradient",
    "description_gain",
    "knowledge_gap",
    "image_reliance",
    "protocol_effect",
    "scoring_by_protocol",
    "agreement",
    "checkpoint_history",
    "run_costs",
)


class Publication(dg.Config):
    """What to do about cells that are not complete."""

    partial: bool = Field(
        default=False,
        description="Publish although cells are missing: the grid, its page and the summary then say which. "
        "Otherwise an incomplete grid is refused, and what was published before stays.",
    )


def report_assets(study: Study) -> list[dg.AssetsDefinition]:
    """The assets `grid`, the dbt models, `database` and `report`."""
    return [_grid(study), _dbt(study), _database(study), _report(study)]


def published_from(
    study: Study, paths: StudyPaths, checkpoints: Mapping[str, Checkpoint], lacking: Sequence[str]
) -> str:
    """The fingerprint of the published database, as the lake is now."""
    agreed = agreed_from(study, paths, checkpoints)
    return publication_fingerprint(compared_from(study, paths), agreed, DBT_PROJECT, lacking)


def _grid(study: Study) -> dg.AssetsDefinition:
    key = asset_key(study, "grid")
    upstream = [name for name, table in TABLES.items() if table.partitioning == "model_task"]

    @dg.multi_asset(
        name=f"{study.study}_grid",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("checkpoints", *upstream, EVALUATED)],
                group_name=_STAGING,
                kinds={"polars", "parquet"},
                skippable=True,
                automation_condition=publishes(study),
                description="Planned, done and missing rows of every cell. Refuses an incomplete grid, and names the "
                "missing cells, unless told to publish partially.",
            )
        ],
        can_subset=True,
        check_specs=[table_check_spec(key, GRID)],
    )
    def cells(context: dg.AssetExecutionContext, config: Publication, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        checkpoints = available_checkpoints(study).found
        frame = grid(study, paths, checkpoints)
        lacking = incomplete_cells(frame)
        if lacking and not config.partial:
            raise MedfragError("The grid is not complete; nothing was published: " + "; ".join(lacking) + ".")
        metadata = {"missing cells": dg.MetadataValue.md("\n".join(f"- {cell}" for cell in lacking) or "none")}
        path = table_file(paths.lake, GRID)
        fingerprint = published_from(study, paths, checkpoints, lacking)
        yield from emit(context, study, None, TableWrite(GRID, frame, path, fingerprint, metadata))

    return cells


class _Translator(DagsterDbtTranslator):
    """Puts dbt's nodes below the study: sources are its tables, models its marts and staged tables."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Sources carry the table's own name; models the name of their file."""
        return asset_key(self._study, str(dbt_resource_props["name"]))

    def get_metadata(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, Any]:
        """The table's name begins with the study: databases of two studies hold tables of one name. And its SQL."""
        return {
            **super().get_metadata(dbt_resource_props),
            "dagster/table_name": f"{self._study.study}.main.{dbt_resource_props['name']}",
            "dagster/code_references": code_file(str(DBT_PROJECT / dbt_resource_props["original_file_path"])),
        }

    def get_automation_condition(self, dbt_resource_props: Mapping[str, Any]) -> dg.AutomationCondition[Any]:
        """Built together with all else that is published."""
        return publishes(self._study)

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Marts and staged tables stand apart in the graph."""
        return _MARTS if _MARTS in dbt_resource_props.get("fqn", []) else _STAGING


def _dbt(study: Study) -> dg.AssetsDefinition:
    @dbt_assets(
        manifest=manifest_file(),
        dagster_dbt_translator=_Translator(study),
        name=f"{study.study}_dbt",
        pool=PUBLISH_POOL,
    )
    def models(context: dg.AssetExecutionContext, lake: Lake, dbt: DbtCliResource) -> Iterator[Any]:
        paths = lake.paths(study)
        unfinished = paths.building.with_suffix(f".{context.run.run_id}.duckdb")
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(context.instance, paths.building)
        try:
            if context.is_subset and paths.database.is_file():
                shutil.copyfile(paths.database, unfinished)
            with _told_where(paths, unfinished):
                invocation = dbt.cli(["build"], context=context)
            yield from invocation.stream()
            os.replace(unfinished, paths.building)
        except (DagsterDbtCliRuntimeError, OSError) as error:
            raise MedfragError(
                f"The database was not built: {_first_reason(str(error))}. "
                f"What was published before stays as it is ({paths.database})."
            ) from error
        finally:
            _remove_build(unfinished)
        progress.advance("publish")

    return models


def _remove_build(unfinished: Path) -> None:
    """Removes a build and DuckDB's log of what it had not written yet, which is as large."""
    for path in (unfinished, unfinished.with_name(f"{unfinished.name}.wal")):
        path.unlink(missing_ok=True)


def _remove_abandoned(instance: dg.DagsterInstance, building: Path) -> None:
    """Removes what killed runs left of their builds: nobody else would, and disks fill up."""
    for path in building.parent.glob(f"{building.stem}.*.duckdb*"):
        run = instance.get_run_by_id(path.name.removeprefix(f"{building.stem}.").partition(".")[0])
        if run is None or run.is_finished:
            _remove_build(path)


def _first_reason(dbt_said: str) -> str:
    """What dbt says of the first thing that failed, in a line; otherwise how its words begin."""
    plain = _COLOURS.sub("", dbt_said)
    failed = _FAILURE.search(plain)
    words = " ".join((": ".join(failed.groups()) if failed else plain).split())
    return words[:_LONGEST_REASON].rstrip(".")


@contextmanager
def _told_where(paths: StudyPaths, building: Path) -> Iterator[None]:
    """dbt reads its places from the environment when it starts."""
    places = {"MEDFRAG_LAKE": str(paths.lake), "MEDFRAG_BUILDING_DATABASE": str(building)}
    before = {name: os.environ.get(name) for name in places}
    os.environ.update(places)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _database(study: Study) -> dg.AssetsDefinition:
    @dg.asset(
        key=asset_key(study, "database"),
        deps=[asset_key(study, name) for name in _PUBLISHED_MARTS],
        group_name=_REPORTS,
        kinds={"duckdb"},
        automation_condition=publishes(study),
        pool=PUBLISH_POOL,
        description="The database that people query: put in place by rename, so that readers are never blocked and "
        "never see half of one.",
    )
    def database(context: dg.AssetExecutionContext, lake: Lake) -> dg.MaterializeResult[Any]:
        paths = lake.paths(study)
        publish(paths.building, paths.database)
        rows = table_rows(paths.database)
        progress.advance("publish")
        return dg.MaterializeResult(metadata={name: dg.MetadataValue.int(count) for name, count in rows.items()})

    return database


def _report(study: Study) -> dg.AssetsDefinition:
    @dg.asset(
        key=asset_key(study, "report"),
        deps=[asset_key(study, "database")],
        group_name=_REPORTS,
        kinds={"html"},
        automation_condition=publishes(study),
        description="One self-contained HTML page made from the published database, and a fragility card for every "
        "model as HTML and picture. The page's figures are this asset's metadata.",
    )
    def report(context: dg.AssetExecutionContext, lake: Lake) -> dg.MaterializeResult[Any]:
        written = write_report(study, lake.paths(study))
        progress.advance("publish")
        figures = {name: dg.MetadataValue.md(as_markdown(found)) for name, found in written.pictures.items()}
        places = {
            "page": dg.MetadataValue.path(str(written.page)),
            "cards": dg.MetadataValue.md("\n".join(f"- {path}" for path in written.cards) or "none"),
            "size_kb": dg.MetadataValue.int(written.page.stat().st_size // 1024),
        }
        return dg.MaterializeResult(metadata={**places, **figures})

    return report

"""Datasets: the checkpoints this machine can open, the images sampled per task, and the wordings."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import StudyPartitions
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.fingerprints import images_fingerprint, probe_images_fingerprint, prompts_fingerprint
from medfrag_assets.lake.registry import known_checkpoints, register
from medfrag_assets.lake.schemas import CHECKPOINTS, IMAGES, PROBE_IMAGES, PROMPTS, QUARANTINE
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.pictures import contact_sheet
from medfrag_assets.sources.sampling import sample_images
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, available_checkpoints
from medfrag_assets.vlm.weights import parameter_count, vision_tower_digest

_GROUP = "datasets"


def dataset_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The assets `checkpoints`, `images` with `probe_images` and `quarantine`, and `prompts`."""
    return [_checkpoints(study, partitions), _images(study, partitions), _prompts(study, partitions)]


def _checkpoints(study: Study, partitions: StudyPartitions) -> dg.AssetsDefinition:
    key = asset_key(study, "checkpoints")

    @dg.multi_asset(
        name=f"{study.study}_checkpoints",
        specs=[
            dg.AssetSpec(
                key,
                group_name=_GROUP,
                kinds={"safetensors", "parquet"},
                skippable=True,
                description="Checkpoints that the study has seen, earlier revisions too. Materializing it looks over "
                "every model's folder and adds its checkpoint (alias@revision) to the `model` partitions.",
            )
        ],
        can_subset=True,
        check_specs=[table_check_spec(key, CHECKPOINTS)],
    )
    def checkpoints(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        available = available_checkpoints(study)
        found, missing = list(available.found.values()), available.missing
        if not found:
            raise MedfragError("No checkpoint of the study can be opened. " + " ".join(missing.values()))
        names = [checkpoint.key for checkpoint in found]
        context.instance.add_dynamic_partitions(str(partitions.models.name), names)
        lake_folder = lake.paths(study).lake
        rows = [_checkpoint_row(study, checkpoint) for checkpoint in found]
        frame = register(known_checkpoints(lake_folder), rows)
        path = table_file(lake_folder, CHECKPOINTS)
        metadata = {"checkpoints": dg.MetadataValue.md("\n".join(f"- {name}" for name in names))}
        if missing:
            lines = "\n".join(f"- {reason}" for reason in missing.values())
            metadata["not on this machine"] = dg.MetadataValue.md(lines)
        progress.advance("datasets")
        yield from emit(context, study, None, TableWrite(CHECKPOINTS, frame, path, digest(names), metadata))

    return checkpoints


def _checkpoint_row(study: Study, checkpoint: Checkpoint) -> dict[str, Any]:
    model = study.models[checkpoint.alias]
    return {
        "model": checkpoint.alias,
        "checkpoint": checkpoint.key,
        "revision": checkpoint.revision,
        "family": model.family,
        "pair": model.pair,
        "role": model.role,
        "toy": model.toy,
        "parameters": parameter_count(checkpoint.folder),
        "digest": checkpoint.digest,
        "processor_digest": checkpoint.processor_digest,
        "vision_tower_digest": vision_tower_digest(checkpoint.folder),
    }


def _images(study: Study, partitions: StudyPartitions) -> dg.AssetsDefinition:
    descriptions = {
        IMAGES: f"{study.images_per_class} images per class of each task, sampled with a seed, with their true side, "
        "digests and, where known, their findings.",
        PROBE_IMAGES: f"Images that probes learn from, {study.probe_per_class} per class where there are as many: of "
        "other patients and lesions than the sampled ones.",
        QUARANTINE: "Files that were left out of a sample, and why: unreadable, empty, or there already.",
    }

    @dg.multi_asset(
        name=f"{study.study}_images",
        specs=[
            dg.AssetSpec(
                asset_key(study, table.name),
                group_name=_GROUP,
                kinds={"parquet"} if table == QUARANTINE else {"parquet", "pillow"},
                skippable=True,
                description=description,
            )
            for table, description in descriptions.items()
        ],
        partitions_def=partitions.tasks,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(asset_key(study, table.name), table, partitions.tasks) for table in descriptions],
    )
    def images(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        for task in context.partition_keys:
            yield from _draw(context, study, lake.paths(study), task)

    return images


def _draw(context: dg.AssetExecutionContext, study: Study, paths: StudyPaths, task: str) -> Iterator[Event]:
    source = study.tasks[task].source
    sample = sample_images(
        task, source, study.images_per_class, study.seed, paths.images, probe_per_class=study.probe_per_class
    )
    # After the sample: a data set from the hub is only on this machine, and listed, once it was drawn from.
    drawn, drawn_behind = images_fingerprint(study, task), probe_images_fingerprint(study, task)
    progress.advance("datasets")
    for table, fingerprint in ((IMAGES, drawn), (PROBE_IMAGES, drawn_behind), (QUARANTINE, drawn_behind)):
        frame = getattr(sample, table.name)
        metadata = {} if table == QUARANTINE else _shown(paths, frame) | {"left out": len(sample.quarantine)}
        path = table_file(paths.lake, table, task=task)
        yield from emit(context, study, task, TableWrite(table, frame, path, fingerprint, metadata))


def _shown(paths: StudyPaths, images: pl.DataFrame) -> dict[str, Any]:
    """A contact sheet, and how many images each side has."""
    counts = dict(images.group_by("label").len().sort("label").iter_rows())
    if images.is_empty():
        return counts
    return {"sample": dg.MetadataValue.md(contact_sheet(paths.images, images["pixels_digest"].to_list())), **counts}


def _prompts(study: Study, partitions: StudyPartitions) -> dg.AssetsDefinition:
    key = asset_key(study, "prompts")

    @dg.multi_asset(
        name=f"{study.study}_prompts",
        specs=[
            dg.AssetSpec(
                key,
                group_name=_GROUP,
                kinds={"yaml", "parquet"},
                skippable=True,
                description="Every wording of a task with its suffixes: closed questions, descriptions, framings.",
            )
        ],
        partitions_def=partitions.tasks,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(key, PROMPTS, partitions.tasks)],
    )
    def prompts(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        for task in context.partition_keys:
            frame = prompt_rows(study, task)
            path = table_file(lake.paths(study).lake, PROMPTS, task=task)
            metadata = {"wordings": dg.MetadataValue.md("\n".join(f"- {text}" for text in frame["text"]))}
            write = TableWrite(PROMPTS, frame, path, prompts_fingerprint(study, task), metadata)
            yield from emit(context, study, task, write)

    return prompts

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
from medfrag_assets.lake.fingerprints import images_fingerprint, prompts_fingerprint
from medfrag_assets.lake.schemas import CHECKPOINTS, IMAGES, PROMPTS, QUARANTINE
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.pictures import contact_sheet
from medfrag_assets.sources.sampling import sample_images
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, available_checkpoints
from medfrag_assets.vlm.weights import parameter_count, vision_tower_digest

_GROUP = "datasets"


def dataset_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The assets `checkpoints`, `images` with `quarantine`, and `prompts`."""
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
                description="Checkpoints of the study that this machine can open. Materializing it looks over every "
                "model's folder and adds its checkpoint (alias@revision) to the `model` partitions.",
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
        frame = pl.DataFrame([_checkpoint_row(study, checkpoint) for checkpoint in found], infer_schema_length=None)
        path = table_file(lake.paths(study).lake, CHECKPOINTS)
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
    images_key, quarantine_key = asset_key(study, "images"), asset_key(study, "quarantine")

    @dg.multi_asset(
        name=f"{study.study}_images",
        specs=[
            dg.AssetSpec(
                images_key,
                group_name=_GROUP,
                kinds={"parquet", "pillow"},
                skippable=True,
                description=f"{study.images_per_class} images per class of each task, sampled with a seed, with their "
                "true side, digests and, where known, their findings.",
            ),
            dg.AssetSpec(
                quarantine_key,
                group_name=_GROUP,
                kinds={"parquet"},
                skippable=True,
                description="Files that were left out of a sample, and why: unreadable, empty, or there already.",
            ),
        ],
        partitions_def=partitions.tasks,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[
            table_check_spec(images_key, IMAGES, partitions.tasks),
            table_check_spec(quarantine_key, QUARANTINE, partitions.tasks),
        ],
    )
    def images(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        for task in context.partition_keys:
            source = study.tasks[task].source
            sample = sample_images(task, source, study.images_per_class, study.seed, paths.images)
            # After the sample: a data set from the hub is only on this machine, and listed, once it was drawn from.
            fingerprint = images_fingerprint(study, task)
            sheet = contact_sheet(paths.images, sample.images["pixels_digest"].to_list())
            counts = dict(sample.images.group_by("label").len().iter_rows())
            metadata = {"sample": dg.MetadataValue.md(sheet), **counts, "left out": len(sample.quarantine)}
            progress.advance("datasets")
            for table, frame, about in (
                (IMAGES, sample.images, metadata),
                (QUARANTINE, sample.quarantine, {}),
            ):
                path = table_file(paths.lake, table, task=task)
                yield from emit(context, study, task, TableWrite(table, frame, path, fingerprint, about))

    return images


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

"""Statistics: every estimate of a cell with its number of images and its interval."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from medfrag_assets.defs import progress
from medfrag_assets.defs.cells import cell_partition, checkpoint_of, fresh_table, open_cell
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.partitions import StudyPartitions, cell_keys
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.fingerprints import answers_fingerprint, statistics_fingerprint
from medfrag_assets.lake.schemas import ANSWERS, STATISTICS
from medfrag_assets.lake.store import table_file
from medfrag_assets.statistics.cells import cell_statistics
from medfrag_assets.study.spec import Study


def statistics_assets(study: Study, partitions: StudyPartitions) -> list[dg.AssetsDefinition]:
    """The asset `statistics`."""
    key = asset_key(study, "statistics")

    @dg.multi_asset(
        name=f"{study.study}_statistics",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("answers", "images", "prompts")],
                group_name="statistics",
                kinds={"scipy", "parquet"},
                skippable=True,
                description="Accuracy, coverage, label rates and flips of a cell, each with n and a 95 % interval.",
            )
        ],
        partitions_def=partitions.cells,
        backfill_policy=dg.BackfillPolicy.single_run(),
        can_subset=True,
        check_specs=[table_check_spec(key, STATISTICS, partitions.cells)],
    )
    def statistics(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        for cell_key in cell_keys(context.partition_keys):
            checkpoint, task = checkpoint_of(study, cell_key), cell_key.task
            cell = open_cell(study, paths, checkpoint, task)
            made_from = answers_fingerprint(study, task, checkpoint)
            answers = fresh_table(paths, ANSWERS, made_from, cell_key.checkpoint, task)
            estimates = cell_statistics(answers, cell.images, cell.prompts)
            frame = estimates.select(*cell.identity, pl.all())
            path = table_file(paths.lake, STATISTICS, cell_key.checkpoint, task)
            fingerprint = statistics_fingerprint(study, task, checkpoint)
            progress.advance("statistics")
            write = TableWrite(STATISTICS, frame, path, fingerprint, _headline(estimates))
            yield from emit(context, study, cell_partition(cell_key), write)

    return [statistics]


def _headline(estimates: pl.DataFrame) -> dict[str, dg.MarkdownMetadataValue]:
    """The pooled strict accuracy under the headline protocol, with n and interval."""
    pooled = estimates.filter(
        (pl.col("metric") == "strict_accuracy")
        & (pl.col("protocol") == "corrected")
        & (pl.col("control") == "image")
        & pl.col("prompt_id").is_null()
    )
    row = pooled.row(0, named=True)
    words = f"{row['estimate']:.2f} (95 % interval {row['low']:.2f} to {row['high']:.2f}, {row['n_images']} images)"
    return {"strict accuracy": dg.MetadataValue.md(words)}

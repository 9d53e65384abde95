"""Runs that automation asks for: one checkpoint at a time, over as many tasks as lie side by side."""

from collections.abc import Iterable, Sequence

import dagster as dg

from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import CellKey, partition_key, run_tags
from medfrag_assets.defs.ranges import rectangles
from medfrag_assets.lake.missing import DATASETS, Missing
from medfrag_assets.study.spec import Study

RANGE_START = "dagster/asset_partition_range_start"
RANGE_END = "dagster/asset_partition_range_end"
CHECKPOINTS = "checkpoints"


def dataset_requests(study: Study, missing: Iterable[Missing]) -> list[dg.RunRequest]:
    """Runs that make images and wordings of tasks."""
    tasks = list(study.tasks)
    return [
        dg.RunRequest(
            run_key=f"datasets:{one.made_from}:{first[1]}",
            asset_selection=[asset_key(study, name) for name in DATASETS],
            tags={"medfrag/study": study.study, RANGE_START: first[1], RANGE_END: last[1]},
        )
        for one in missing
        for first, last in rectangles([("", task) for task in one.tasks], [""], tasks)
    ]


def cell_requests(study: Study, missing: Iterable[Missing], also: Sequence[str] = ()) -> list[dg.RunRequest]:
    """Runs that make what checkpoints lack, each over neighbouring tasks of one checkpoint.

    also: assets without partitions that the runs make first. The run key says what is made from what, so that the same
    is never asked for twice, whoever asks.
    """
    return [
        dg.RunRequest(
            run_key=f"{key}:{one.made_from}:{first[1]}",
            asset_selection=[asset_key(study, name) for name in (*also, *one.tables)],
            tags=run_tags(study, CellKey(*first).alias) | range_tags(CellKey(*first), CellKey(*last)),
        )
        for one in missing
        if one.checkpoint is not None and (key := one.checkpoint.key)
        for first, last in rectangles([(key, task) for task in one.tasks], [key], list(study.tasks))
    ]


def range_tags(first: CellKey, last: CellKey) -> dict[str, str]:
    """The tags of a run over all cells from `first` to `last`."""
    return {RANGE_START: str(partition_key(first)), RANGE_END: str(partition_key(last))}

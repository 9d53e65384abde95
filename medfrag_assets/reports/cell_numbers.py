"""The numbers of one cell of model and task that stand on its page in the web UI, in words."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from medfrag_assets.reports.numbers import counted, interval, share


def accuracy_words(row: Mapping[str, Any] | None) -> str:
    """`0.62 (0.55 to 0.69), 95 % interval, 100 images, 1,200 answers`, from a row of `statistics`."""
    if row is None:
        return "nothing was asked"
    return (
        f"{share(row['estimate'])} {interval(row['low'], row['high'])}, 95 % interval, "
        f"{counted(row['n_images'], 'image')}, {counted(row['n'], 'answer')}"
    )


def cost_totals(costs: pl.DataFrame) -> dict[str, int | float | str]:
    """What the generations of a cell took, from its table `costs`; empty where it has no batches.

    Seconds are those of whole batches, which may hold generations of other cells too. Memory is the highest of any
    batch: the GPU's, or where there was none, that of the process.
    """
    if costs.is_empty():
        return {}
    devices = sorted(costs["device"].unique())
    memory = "GPU memory (GB)" if any(device.startswith("cuda") for device in devices) else "memory (GB)"
    return {
        "generations": int(costs["generations"].sum()),
        "seconds": round(float(costs["seconds"].sum()), 2),
        "tokens read": int(costs["tokens_read"].sum()),
        "of these not read again": int(costs["tokens_shared"].sum()),
        "tokens written": int(costs["tokens_written"].sum()),
        "loads of the model": costs["load_id"].n_unique(),
        memory: round(float(costs.select(pl.max("peak_memory_gb").fill_null(0)).item()), 3),
        "device": ", ".join(devices),
    }

"""Rows of the table `statistics`, built from arrays."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.statistics.arrays import Asked

# Another one whenever an estimate or an interval of the table is computed differently: old ones are then stale.
STATISTICS_VERSION = "2"
WHERE = ["protocol", "control", "prompt_id", "metric"]
SCHEMA = pl.Schema(
    {
        **dict.fromkeys(WHERE, pl.String),
        "n": pl.Int64,
        "n_images": pl.Int64,
        "estimate": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
        "p_value": pl.Float64,
        "method": pl.String,
    }
)


def estimate_rows(
    asked: Asked,
    metrics: Sequence[str],
    prompt_ids: Sequence[str | None],
    method: str | npt.NDArray[np.str_],
    **numbers: npt.ArrayLike,
) -> pl.DataFrame:
    """One row per metric and wording (null: pooled), with the columns of `SCHEMA`.

    numbers: n, n_images, estimate, low, high and, where there is a test, p_value, each broadcast to (metrics,
    wordings); NaN becomes null. method: one for all, or an array of the same shape.
    """
    shape = (len(metrics), len(prompt_ids))
    spread = {name: np.broadcast_to(np.asarray(value), shape).ravel() for name, value in numbers.items()}
    columns = {
        "protocol": [asked.protocol] * (shape[0] * shape[1]),
        "control": [asked.control] * (shape[0] * shape[1]),
        "prompt_id": pl.Series(list(prompt_ids) * shape[0], dtype=pl.String),
        "metric": [metric for metric in metrics for _ in prompt_ids],
        "p_value": np.full(shape[0] * shape[1], np.nan),
        "method": np.broadcast_to(np.asarray(method), shape).ravel(),
        **{name: values.astype(np.float64) for name, values in spread.items()},
    }
    frame = pl.DataFrame({name: columns[name] for name in SCHEMA.names()}, nan_to_null=True)
    return frame.cast(SCHEMA)

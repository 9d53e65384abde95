"""Embeddings of the vision tower laid out in the plane with t-SNE: an illustration, from which no number follows.

Source: van der Maaten and Hinton, "Visualizing Data using t-SNE" (JMLR 2008), as scikit-learn implements it.
"""

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from medfrag_assets.lake.schemas import EMBEDDINGS
from medfrag_assets.lake.store import read_table
from medfrag_assets.reports.cast import Cast
from medfrag_assets.reports.published import Published
from medfrag_assets.study.errors import MedfragError

if TYPE_CHECKING:
    import numpy as np

_MOST_IMAGES = 100
_MOST_MODELS = 4
_FEWEST_IMAGES = 8
_ITERATIONS = 350
_PERPLEXITY = 20.0


class Cloud(NamedTuple):
    """Images as points in the plane, and which of them are positive."""

    points: Sequence[tuple[float, float]]
    positive: Sequence[bool]


def clouds(published: Published, cast: Cast) -> dict[str, dict[str, Cloud]]:
    """For each of the first four models its tasks' clouds; those whose embeddings are not on this machine are left "
    "out.
    """
    found: dict[str, dict[str, Cloud]] = {}
    for row in published.summary:
        if row["checkpoint"] is None or row["model"] not in cast.models[:_MOST_MODELS]:
            continue
        frame = _embeddings(published, row["checkpoint"], row["task"])
        if len(frame) >= _FEWEST_IMAGES:
            found.setdefault(row["model"], {})[row["task"]] = _cloud(frame, published.study.seed)
    ordered = ((model, found[model]) for model in cast.models if model in found)
    return {model: {task: mine[task] for task in cast.tasks if task in mine} for model, mine in ordered}


def _embeddings(published: Published, checkpoint: str, task: str) -> pl.DataFrame:
    """vector and label of the study's own images, at most 100, the first of both classes' samples."""
    images = pl.DataFrame(
        [row for row in published.images if row["task"] == task], schema=["task", "image_id", "label", "sample_rank"]
    )
    try:
        frame = read_table(published.paths.lake, EMBEDDINGS, checkpoint, task)
    except MedfragError:
        return pl.DataFrame(schema={"vector": pl.List(pl.Float32), "label": pl.String})
    tower = frame.filter((pl.col("depth") == "tower") & (pl.col("weights") == "trained")).select("image_id", "vector")
    own = tower.join(images, on="image_id").sort("sample_rank", "label", "image_id")
    return own.head(_MOST_IMAGES).select("vector", "label")


def _cloud(frame: pl.DataFrame, seed: int) -> Cloud:
    points = plane(frame["vector"].to_list(), seed)
    return Cloud([(float(x), float(y)) for x, y in points], [label == "positive" for label in frame["label"]])


def plane(vectors: Sequence[Sequence[float]], seed: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """t-SNE of n vectors as an array (n, 2), the same for the same vectors and seed. Equal vectors stay together."""
    import numpy as np
    from sklearn.manifold import TSNE

    matrix = np.asarray(vectors, dtype=np.float32)
    if np.ptp(matrix, axis=0).max() == 0:
        return np.zeros((len(matrix), 2), dtype=np.float32)
    perplexity = min(_PERPLEXITY, (len(matrix) - 1) / 3)
    layout = TSNE(2, perplexity=perplexity, init="pca", random_state=seed, max_iter=_ITERATIONS, n_jobs=1)
    with warnings.catch_warnings():
        # A cloud of few distinct vectors is small; the illustration is none the worse for it.
        warnings.simplefilter("ignore")
        placed: np.ndarray[tuple[int, int], np.dtype[np.float32]] = layout.fit_transform(matrix)
    return placed

"""How far apart the sides lie among embeddings, without fitting anything."""

from typing import NamedTuple

import numpy as np

from medfrag_assets.statistics.linear_probes import Flags, Floats, Labelled, shuffled_sides

PERMUTATIONS = 499
# Silhouettes that ought to be equal may differ by rounding.
_ROUNDING = 1e-12


class Silhouette(NamedTuple):
    """Mean silhouette of the true sides, -1 to 1, and its permutation p; both null where it is undefined."""

    value: float | None
    p: float | None


def silhouette(images: Labelled, seed: int) -> Silhouette:
    """The silhouette of the true sides among standardised vectors, and how often shuffled sides have as high a one.

    Per image s = (b - a) / max(a, b): a its mean Euclidean distance to the others of its side, b that to the other
    side; 0 where it is alone on its side. The value is the mean over images, as scikit-learn's `silhouette_score`.
    p = (1 + as high) / (1 + 499) over seeded shuffles of the sides (`shuffled_sides`), one-sided.
    Null where all images are on one side or there are fewer than three.
    Source: Rousseeuw 1987, J. Comput. Appl. Math. 20, 53-65; Phipson and Smyth 2010 (the 1 added), Statistical
    Applications in Genetics and Molecular Biology 9, 39.
    """
    from sklearn.metrics import pairwise_distances
    from sklearn.preprocessing import StandardScaler

    if len(images.positive) < 3 or images.positive.all() or not images.positive.any():
        return Silhouette(None, None)
    distances = pairwise_distances(StandardScaler().fit_transform(images.vectors))
    generator = np.random.default_rng(seed)
    shuffled = [shuffled_sides(images.positive, images.groups, generator) for _ in range(PERMUTATIONS)]
    found = mean_silhouettes(distances, np.column_stack([images.positive, *shuffled]))
    as_high = np.count_nonzero(found[1:] >= found[0] - _ROUNDING)
    return Silhouette(float(found[0]), (1 + as_high) / (1 + PERMUTATIONS))


def mean_silhouettes(distances: Floats, sides: Flags) -> Floats:
    """(n, n) distances and (n, k) ways to part the images in two -> (k,) mean silhouettes. No side may be empty."""
    positives = sides.sum(axis=0)
    to_positives, to_all = distances @ sides.astype(np.float64), distances.sum(axis=1, keepdims=True)
    own = np.where(sides, positives, len(sides) - positives)
    within = np.where(sides, to_positives, to_all - to_positives)
    across = to_all - within
    with np.errstate(invalid="ignore", divide="ignore"):
        near, far = within / (own - 1), across / (len(sides) - own)
        scores = (far - near) / np.maximum(near, far)
    means: Floats = np.where(own > 1, np.nan_to_num(scores), 0.0).mean(axis=0)
    return means

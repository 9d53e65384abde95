"""Probes: how well a linear classifier tells the sides of a task apart from frozen image embeddings.

scikit-learn is imported inside functions: whoever only loads the definitions never pays for it.
"""

import warnings
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.statistics.intervals import wilson

_FOLDS = 5
_COUNTS = dict.fromkeys(("n", "correct"), pl.Int64)
_SHARES = dict.fromkeys(("accuracy", "low", "high"), pl.Float64)
_SCHEMA = pl.Schema({"depth": pl.String, "weights": pl.String, **_COUNTS, **_SHARES})


class ProbeResult(NamedTuple):
    """What a probe found. `correct` of `n` images fell on the right side; `low`, `high`: Wilson's 95 % interval."""

    n: int
    correct: int
    accuracy: float
    low: float
    high: float


def probe(
    vectors: npt.NDArray[np.floating[Any]], labels: npt.NDArray[Any], groups: Sequence[str], seed: int
) -> ProbeResult:
    """Cross-validated accuracy of a logistic regression on frozen embeddings.

    vectors: (n, d) finite; labels: (n,) of two values; groups: n names, images of one group never stand in training and
    test at once; seed: shuffles the folds.
    Folds are stratified by label and whole in groups: 5, or as many as the class with the fewest groups has. In each,
    vectors are standardised with the training images' mean and deviation (a constant dimension is left at 0) and
    classified with an L2-penalised logistic regression, C = 1, not tuned. Each image is judged once, by a classifier
    that had not seen its group.

    The interval takes images as independent; folds share training images, so that it is somewhat too narrow (Bengio
    and Grandvalet 2004, JMLR 5, 1089-1105). Raises `ValueError` for fewer than two groups in a class or not two labels.

    With d much larger than n the fit runs on the Gram matrix's square root, n columns in place of d. The penalty is
    rotation-invariant and the best weights lie in the span of the training images, so that this is the same classifier,
    not an approximation (Hastie and Tibshirani 2004, Biostatistics 5, 329-340).
    """
    from sklearn.model_selection import StratifiedGroupKFold

    sides, coded = np.unique(labels, return_inverse=True)
    if len(sides) != 2:
        raise ValueError(f"a probe needs two sides, found {len(sides)}")
    named = np.asarray(groups)
    folds = min(_FOLDS, *(len(np.unique(named[coded == side])) for side in (0, 1)))
    if folds < 2:
        raise ValueError("a probe needs at least two groups of images on each side")
    splitter = StratifiedGroupKFold(n_splits=folds, shuffle=True, random_state=seed)
    correct = 0
    for train, test in splitter.split(vectors, coded, named):
        correct += _right(np.asarray(vectors, dtype=np.float64), coded, train, test)
    low, high = wilson(correct, len(coded))
    # Every splitter's fold holds images, so that there are ends; the type does not know.
    assert low is not None
    assert high is not None
    return ProbeResult(len(coded), correct, correct / len(coded), low, high)


def probe_embeddings(embeddings: pl.DataFrame, images: pl.DataFrame, seed: int) -> pl.DataFrame:
    """A probe per depth and weights of one cell: the columns of the table `probes` that do not name the cell.

    embeddings: the cell's `embeddings`; images: its task's. Raises `ValueError` where `probe` does.
    """
    known = embeddings.join(images.select("image_id", "label", "group_id"), on="image_id", maintain_order="left")
    found = []
    for (depth, weights), part in known.group_by(["depth", "weights"], maintain_order=True):
        result = probe(np.stack(part["vector"].to_list()), part["label"].to_numpy(), part["group_id"].to_list(), seed)
        found.append({"depth": depth, "weights": weights, **result._asdict()})
    return pl.DataFrame(found, schema=_SCHEMA)


def _right(
    vectors: npt.NDArray[np.float64],
    coded: npt.NDArray[np.intp],
    train: npt.NDArray[np.intp],
    test: npt.NDArray[np.intp],
) -> int:
    """Test images that a classifier fitted on the training images puts on the right side."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    if len(np.unique(coded[train])) < 2:
        # Unequal groups can leave a fold's training images on one side: then there is only that side to answer.
        return int((coded[test] == coded[train][0]).sum())
    scaler = StandardScaler().fit(vectors[train])
    seen, unseen = _in_span(scaler.transform(vectors[train]), scaler.transform(vectors[test]))
    # Newton: at most n columns are left, where a Hessian is cheap and its steps are few.
    classifier = LogisticRegression(C=1.0, solver="newton-cholesky", max_iter=100)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        classifier.fit(seen, coded[train])
    return int((classifier.predict(unseen) == coded[test]).sum())


def _in_span(
    seen: npt.NDArray[np.float64], unseen: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Both in an orthonormal basis of the span of `seen`; as they are where that has no fewer columns.

    seen = U S Vᵀ: its coordinates are U S, and those of another row x are x V.
    """
    if seen.shape[1] <= seen.shape[0]:
        return seen, unseen
    values, left = np.linalg.eigh(seen @ seen.T)
    kept = values > values[-1] * 1e-10
    singular = np.sqrt(values[kept])
    return left[:, kept] * singular, (unseen @ seen.T) @ (left[:, kept] / singular)

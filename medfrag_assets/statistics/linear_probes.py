"""Linear probes: how well a logistic regression tells the sides of a task apart from frozen image embeddings.

scikit-learn is imported inside functions: whoever only loads the definitions never pays for it.
"""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

# Inverse strengths of the penalty that are tried, from the strongest.
PENALTIES = (0.01, 0.1, 1.0, 10.0)
_DEFAULT_PENALTY = 1.0
_FOLDS = 5
SHUFFLES = 5


class Labelled(NamedTuple):
    """Images as a probe sees them: vectors (n, d) finite, positive (n,) true sides, groups (n,) names."""

    vectors: Floats
    positive: Flags
    groups: npt.NDArray[Any]

    def at(self, places: Places | Flags) -> "Labelled":
        """Those images alone."""
        return Labelled(self.vectors[places], self.positive[places], self.groups[places])


class Probed(NamedTuple):
    """What a probe decided.

    right: (n,) whether each tested image fell on its true side; n_train: images it was fitted on (in cross-validation
    the mean over folds, rounded); shuffled_accuracy: the mean of the same over probes fitted on shuffled labels.
    """

    right: Flags
    n_train: int
    shuffled_accuracy: float


def probe_on_others(train: Labelled, tested: Labelled, seed: int) -> Probed:
    """Fits on some images and decides others. `train` needs both sides and should share no group with `tested`.

    Vectors are standardised with the training images' mean and deviation (a constant dimension is left at 0) and
    classified with an L2-penalised logistic regression. Its penalty is the strongest of `PENALTIES` with the highest
    accuracy in a stratified cross-validation of the training images, whole in groups (5 folds, or as many as the side
    with the fewest groups has; C = 1 where that is fewer than 2). Nothing of the tested images enters.

    The baseline: the same classifier on labels shuffled among the training images, `SHUFFLES` times, at the penalty
    chosen for the true labels. Raises `ValueError` when the training images are all of one side.

    With d much larger than n the fit runs on the Gram matrix's square root, n columns in place of d. The penalty is
    rotation-invariant and the best weights lie in the span of the training images, so that this is the same classifier,
    not an approximation (Hastie and Tibshirani 2004, Biostatistics 5, 329-340).
    """
    if train.positive.all() or not train.positive.any():
        raise ValueError("a probe needs training images of both sides")
    penalty = _chosen_penalty(train, seed)
    right = _decided(train, tested.vectors, [penalty])[0] == tested.positive
    return Probed(right, len(train.positive), _shuffled_accuracy(train, tested, penalty, seed))


def _shuffled_accuracy(train: Labelled, tested: Labelled, penalty: float, seed: int) -> float:
    generator = np.random.default_rng(seed)
    spoilt = [train._replace(positive=shuffled_sides(train.positive, train.groups, generator)) for _ in range(SHUFFLES)]
    decided = [_decided(each, tested.vectors, [penalty]) for each in spoilt]
    return float(np.mean(np.concatenate(decided) == tested.positive))


def probe_by_cross_validation(images: Labelled, seed: int) -> Probed | None:
    """`probe_on_others` nested in a stratified cross-validation of the images, whole in groups: each is decided once,
    by a probe that had not seen its group, nor had the choice of its penalty.

    Null where a side has fewer than two groups, or a fold leaves training images of one side only. Folds share training
    images, so that an interval that takes decisions of groups as independent is somewhat too narrow (Bengio and
    Grandvalet 2004, JMLR 5, 1089-1105).
    """
    splits = folds(images.positive, images.groups, seed)
    if not splits or any(len(np.unique(images.positive[train])) < 2 for train, _ in splits):
        return None
    right = np.zeros(len(images.positive), dtype=np.bool_)
    shuffled = []
    for train, test in splits:
        found = probe_on_others(images.at(train), images.at(test), seed)
        right[test] = found.right
        shuffled.append(found.shuffled_accuracy * len(test))
    n_train = round(float(np.mean([len(train) for train, _ in splits])))
    return Probed(right, n_train, float(np.sum(shuffled)) / len(right))


def folds(positive: Flags, groups: npt.NDArray[Any], seed: int) -> Sequence[tuple[Places, Places]]:
    """Stratified folds, whole in groups, as (train, test) places; 5, or as many as the side with the fewest groups has.

    None at all where that is fewer than 2. Groups that hold both sides can leave a fold's training images on one.
    """
    return _folds(tuple(positive.tolist()), tuple(groups.tolist()), seed)


@lru_cache(maxsize=64)
def _folds(positive: tuple[bool, ...], groups: tuple[Any, ...], seed: int) -> tuple[tuple[Places, Places], ...]:
    """Kept: every rung and checkpoint splits the same images, and splitting costs as much as fitting."""
    from sklearn.model_selection import StratifiedGroupKFold

    sides = np.array(positive, dtype=np.bool_)
    named = np.array(groups)
    count = min(_FOLDS, *(len(np.unique(named[sides == side])) for side in (False, True)))
    if count < 2:
        return ()
    splitter = StratifiedGroupKFold(n_splits=count, shuffle=True, random_state=seed)
    return tuple((train, test) for train, test in splitter.split(sides, sides, named) if len(train) and len(test))


def shuffled_sides(positive: Flags, groups: npt.NDArray[Any], generator: np.random.Generator) -> Flags:
    """The sides shuffled among images: those of a group that share a side keep sharing one.

    Images of one patient are alike: shuffled one by one, their sides would contradict each other, as the true ones do
    not.
    """
    blocks, members = _blocks(tuple(positive.tolist()), tuple(groups.tolist()))
    shuffled: Flags = generator.permutation(blocks)[members]
    return shuffled


@lru_cache(maxsize=64)
def _blocks(positive: tuple[bool, ...], groups: tuple[Any, ...]) -> tuple[Flags, Places]:
    """Sides of the blocks (images of one group on one side), and the block of each image."""
    _, codes = np.unique(np.array(groups), return_inverse=True)
    sides = np.array(positive, dtype=np.bool_)
    pairs, members = np.unique(2 * codes + sides, return_inverse=True)
    return pairs % 2 == 1, members


def _chosen_penalty(train: Labelled, seed: int) -> float:
    right = np.zeros(len(PENALTIES))
    for fitted, held in folds(train.positive, train.groups, seed):
        decided = _decided(train.at(fitted), train.vectors[held], PENALTIES)
        right += (decided == train.positive[held]).sum(axis=1)
    # The first of the best, which has the strongest penalty.
    return PENALTIES[int(right.argmax())] if right.any() else _DEFAULT_PENALTY


def _decided(train: Labelled, unseen: Floats, penalties: Sequence[float]) -> Flags:
    """(m, d) vectors -> (penalties, m) whether classifiers fitted on `train` call them positive."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    if len(np.unique(train.positive)) < 2:
        # Unequal groups can leave a fold's training images on one side: then there is only that side to answer.
        return np.full((len(penalties), len(unseen)), train.positive[0])
    scaler = StandardScaler().fit(train.vectors)
    known, other = in_span(scaler.transform(train.vectors), scaler.transform(unseen))
    # Newton: at most n columns are left, where a Hessian is cheap and its steps are few, the fewer as each penalty
    # starts from the weights of the one before.
    classifier = LogisticRegression(solver="newton-cholesky", max_iter=100, warm_start=True)
    decided = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        for penalty in penalties:
            decided.append(classifier.set_params(C=penalty).fit(known, train.positive).predict(other))
    return np.stack(decided)


def in_span(seen: Floats, unseen: Floats) -> tuple[Floats, Floats]:
    """Both in an orthonormal basis of the span of `seen`; as they are where that has no fewer columns.

    seen = U S Vᵀ: its coordinates are U S, and those of another row x are x V.
    """
    if seen.shape[1] <= seen.shape[0]:
        return seen, unseen
    values, left = np.linalg.eigh(seen @ seen.T)
    kept = values > values[-1] * 1e-10
    singular = np.sqrt(values[kept])
    return left[:, kept] * singular, (unseen @ seen.T) @ (left[:, kept] / singular)

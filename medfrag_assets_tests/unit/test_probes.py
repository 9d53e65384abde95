"""Probes and the ladder: planted signals, nothing but noise, groups, and what is missing."""

from typing import Any

import numpy as np
import polars as pl
import pytest

from medfrag_assets.lake.schemas import ANSWERS, EMBEDDINGS, IMAGES, OPTION_SCORES, PROBE_IMAGES, PROBES
from medfrag_assets.statistics.clustered import sign_flip_p
from medfrag_assets.statistics.intervals import wilson, wilson_clustered
from medfrag_assets.statistics.linear_probes import (
    Labelled,
    folds,
    in_span,
    probe_by_cross_validation,
    probe_on_others,
    shuffled_sides,
)
from medfrag_assets.statistics.paired import paired_share_ends
from medfrag_assets.statistics.probes import best_threshold, ladder, paired_gap
from medfrag_assets.statistics.silhouettes import mean_silhouettes, silhouette
from medfrag_assets_tests.fixtures.tables import frame_of

OF_THE_CELL = {"model", "checkpoint", "task", "study", "run_id", "code_version"}
WORDINGS = ("a", "b", "c")


def blobs(n: int, dimensions: int, gap: float, seed: int = 5) -> Labelled:
    """Images of both sides in turn, each a group of its own; a quarter of the dimensions is `gap` apart."""
    positive = np.arange(n) % 2 == 0
    vectors = np.random.default_rng(seed).normal(size=(n, dimensions))
    vectors[positive, : max(1, dimensions // 4)] += gap
    return Labelled(vectors, positive, np.array([f"{seed}-{place}" for place in range(n)]))


# Linear probes


@pytest.mark.parametrize("dimensions", [8, 500])
def test_a_probe_finds_what_is_there_and_nothing_else(dimensions: int) -> None:
    found = probe_on_others(blobs(80, dimensions, 5.0, 1), blobs(60, dimensions, 5.0, 2), 0)
    assert found.right.mean() > 0.95
    assert found.n_train == 80
    assert 0.3 < found.shuffled_accuracy < 0.7
    nothing = probe_on_others(blobs(200, dimensions, 0.0, 1), blobs(200, dimensions, 0.0, 2), 0)
    assert 0.4 < nothing.right.mean() < 0.6
    whole = probe_by_cross_validation(blobs(60, dimensions, 4.0), 0)
    assert whole is not None
    assert whole.right.all()
    assert whole.n_train == 48
    assert 0.25 < whole.shuffled_accuracy < 0.75


def test_a_group_never_stands_in_training_and_test() -> None:
    # Ten patients with six all but equal images each; sides are drawn by patient, so that only recognition would help.
    generator = np.random.default_rng(1)
    vectors = np.repeat(generator.normal(size=(10, 40)), 6, axis=0) + 0.01 * generator.normal(size=(60, 40))
    positive, patients = np.repeat([False, True] * 5, 6), np.repeat(np.arange(10), 6)
    grouped = probe_by_cross_validation(Labelled(vectors, positive, patients), 0)
    apart = probe_by_cross_validation(Labelled(vectors, positive, np.arange(60)), 0)
    assert grouped is not None
    assert apart is not None
    assert grouped.right.mean() < 0.8
    assert apart.right.all()
    for train, test in folds(positive, patients, 0):
        assert not set(patients[train]) & set(patients[test])


def test_the_penalty_is_chosen_by_the_training_images() -> None:
    # One dimension in 400 tells the sides apart, so that the weakest penalty fits noise; the tested images are noise.
    from medfrag_assets.statistics.linear_probes import PENALTIES, _chosen_penalty

    faint = blobs(60, 400, 0.0)
    faint.vectors[faint.positive] += 0.15
    assert _chosen_penalty(faint, 0) < PENALTIES[-1]
    clear = blobs(60, 4, 0.0)
    assert _chosen_penalty(clear._replace(positive=clear.vectors @ [1.0, 1, 1, 1] > 0), 0) > PENALTIES[0]
    assert _chosen_penalty(blobs(2, 4, 1.0), 0) == 1.0


def test_fewer_folds_serve_a_small_side_and_too_small_a_one_has_no_probe() -> None:
    small = blobs(6, 4, 9.0)
    found = probe_by_cross_validation(small, 0)
    assert found is not None
    assert len(found.right) == 6
    assert len(folds(small.positive, small.groups, 0)) == 3
    assert probe_by_cross_validation(small._replace(groups=np.array(["a", "b", "a", "c", "a", "d"])), 0) is None
    assert probe_by_cross_validation(small._replace(positive=np.ones(6, dtype=bool)), 0) is None
    with pytest.raises(ValueError, match="both sides"):
        probe_on_others(small._replace(positive=np.ones(6, dtype=bool)), small, 0)


def test_many_dimensions_give_the_classifier_that_all_of_them_would() -> None:
    from sklearn.linear_model import LogisticRegression

    images = blobs(40, 300, 0.2)
    seen, unseen, positive = images.vectors[:30], images.vectors[30:], images.positive[:30]
    small_seen, small_unseen = in_span(seen, unseen)
    assert small_seen.shape[1] <= 30
    for penalty in (0.01, 10.0):
        fit = LogisticRegression(C=penalty, tol=1e-10, max_iter=10_000)
        whole = fit.fit(seen, positive).decision_function(unseen)
        small = fit.fit(small_seen, positive).decision_function(small_unseen)
        np.testing.assert_allclose(small, whole, atol=1e-4)
    assert in_span(seen[:, :20], unseen[:, :20])[0] is not seen
    assert in_span(seen[:, :20], unseen[:, :20])[0].shape == (30, 20)


def test_shuffling_keeps_the_images_of_a_patient_together() -> None:
    positive = np.array([True] * 4 + [False] * 6)
    groups = np.array(["a", "a", "b", "b", "c", "c", "d", "d", "e", "e"])
    generator = np.random.default_rng(0)
    seen = set()
    for _ in range(300):
        shuffled = shuffled_sides(positive, groups, generator)
        assert (shuffled[::2] == shuffled[1::2]).all()
        assert shuffled.sum() == 4
        seen.add(tuple(shuffled.tolist()))
    assert len(seen) == 10
    mixed = shuffled_sides(np.array([True, False, True]), np.array(["a", "a", "b"]), generator)
    assert mixed.sum() == 2


# Silhouettes


def test_silhouettes_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import pairwise_distances, silhouette_score
    from sklearn.preprocessing import StandardScaler

    images = blobs(30, 6, 0.8)
    vectors = StandardScaler().fit_transform(images.vectors)
    alone = np.arange(30) == 7
    uneven = np.arange(30) < 11
    sides = np.column_stack([images.positive, alone, uneven, ~uneven])
    expected = [silhouette_score(vectors, side) for side in sides.T]
    np.testing.assert_allclose(mean_silhouettes(pairwise_distances(vectors), sides), expected, atol=1e-12)
    assert silhouette(images, 0).value == pytest.approx(expected[0], abs=1e-12)
    # Images that are all the same: 0, as scikit-learn has it.
    assert mean_silhouettes(np.zeros((4, 4)), np.array([[True], [True], [False], [False]])) == 0


def test_the_silhouettes_p_is_small_only_where_the_sides_lie_apart() -> None:
    assert silhouette(blobs(40, 6, 3.0), 0).p == 1 / 500
    found = [silhouette(blobs(40, 6, 0.0, seed), 0).p for seed in range(40)]
    assert sum(p is not None and p <= 0.05 for p in found) <= 6
    assert sum(p is not None and p <= 0.5 for p in found) >= 10
    one_side = blobs(8, 2, 1.0)._replace(positive=np.zeros(8, dtype=bool))
    assert silhouette(one_side, 0) == (None, None)
    assert silhouette(blobs(2, 2, 1.0), 0) == (None, None)


# Thresholds and gaps


def test_the_best_threshold_by_hand() -> None:
    sides = np.array([False, False, False, True, True])
    assert best_threshold(np.array([-3.0, -2.0, 1.0, 3.0, 5.0]), sides) == 2.0
    # Any threshold from -2 to 3 is as good: 0 stays.
    assert best_threshold(np.array([-3.0, -2.5, -2.0, 3.0, 5.0]), sides) == 0.0
    # All alike, or one side only, or nothing known: nothing to choose by.
    assert best_threshold(np.full(5, 4.0), sides) == 0.0
    assert best_threshold(np.arange(5.0), np.ones(5, dtype=bool)) == 0.0
    assert best_threshold(np.full(5, np.nan), sides) == 0.0
    assert best_threshold(np.array([np.nan, -3.0, -2.0, -1.0, 5.0]), sides) == -1.5


def test_a_paired_gap_is_taken_on_the_images_that_have_both() -> None:
    ours, theirs = np.array([1.0, 1.0, 0.5, np.nan, 0.0, 1.0]), np.array([0.0, 1.0, 0.25, 1.0, np.nan, 0.5])
    groups = np.array(["a", "a", "b", "b", "c", "d"])
    gap = paired_gap(ours, theirs, groups, 0)
    known = np.array([0, 1, 2, 5])
    ends = paired_share_ends(ours[known], theirs[known], np.array([0, 0, 1, 2]), (1, 1))
    assert gap == (4, gap.gap, *ends, sign_flip_p((ours - theirs)[known], groups[known], 0))
    assert gap.gap == pytest.approx((1 + 0 + 0.25 + 0.5) / 4)
    # Groups a, b and d differ, all in one direction: 2 of 8 patterns of signs give as much.
    assert gap.p == 0.25
    assert paired_gap(ours, ours, groups, 0)[:4] == (5, 0.0, None, None)
    assert paired_gap(ours * np.nan, theirs, groups, 0) == (0, None, None, None, None)


# The ladder


class Cell:
    """A simulated cell: images of two sides, embeddings that know them or not, answers and option scores."""

    def __init__(self, n: int = 40, behind: int = 40, gap: float = 6.0, shift: float = 0.0) -> None:
        self.sample, self.others = blobs(n, 8, gap, 1), blobs(behind, 8, gap, 2)
        self.noise = blobs(n + behind, 8, 0.0, 3).vectors
        self.images, self.probe_images = _images(IMAGES, self.sample), _images(PROBE_IMAGES, self.others)
        self.embeddings = self._embeddings()
        generator = np.random.default_rng(4)
        shown = [
            {"image_id": image, "prompt_id": wording, "protocol": protocol, "control": control}
            for protocol, control in (("corrected", "image"), ("corrected", "blank"), ("as_published", "image"))
            for image in self.images["image_id"]
            for wording in WORDINGS
        ]
        positive = np.tile(np.repeat(self.sample.positive, len(WORDINGS)), 3)
        odds = np.where(positive, 1.0, -1.0) + generator.normal(size=len(shown)) * 0.1 + shift
        self.answers = frame_of(ANSWERS, [row | {"correct": bool(generator.random() < 0.6)} for row in shown])
        scores = [
            row | {"positive_logprob": odd - 20, "negative_logprob": -20.0}
            for row, odd in zip(shown, odds, strict=True)
        ]
        self.option_scores = frame_of(OPTION_SCORES, scores)

    def _embeddings(self) -> pl.DataFrame:
        names = [*self.images["image_id"], *self.probe_images["image_id"]]
        known = np.concatenate([self.sample.vectors, self.others.vectors])
        kinds = [("tower", "random", self.noise)]
        kinds += [(depth, "trained", known) for depth in ("tower", "projector", "last_image_token")]
        rows = [
            {"image_id": name, "depth": depth, "weights": weights, "vector": vector}
            for depth, weights, vectors in kinds
            for name, vector in zip(names, vectors.tolist(), strict=True)
        ]
        return frame_of(EMBEDDINGS, rows)

    def ladder(self, **changes: pl.DataFrame) -> pl.DataFrame:
        names = ("embeddings", "images", "probe_images", "answers", "option_scores")
        return ladder(**{name: changes.get(name, getattr(self, name)) for name in names}, seed=0)


def _images(table: Any, of: Labelled) -> pl.DataFrame:
    rows = [
        {"image_id": f"i{group}", "group_id": group, "label": "positive" if positive else "negative"}
        for group, positive in zip(of.groups.tolist(), of.positive.tolist(), strict=True)
    ]
    return frame_of(table, rows)


@pytest.fixture(scope="module")
def cell() -> Cell:
    return Cell()


def of(found: pl.DataFrame, rung: str) -> dict[str, Any]:
    return found.row(by_predicate=pl.col("rung") == rung, named=True)


def test_the_ladder_has_the_columns_of_its_table_and_every_rung_in_order(cell: Cell) -> None:
    found = cell.ladder()
    expected = {name: dtype for name, dtype in PROBES.schema.items() if name not in OF_THE_CELL}
    assert dict(found.schema) == expected
    (rungs,) = (column.values for column in PROBES.columns if column.name == "rung")
    assert tuple(found["rung"]) == rungs
    assert found.equals(cell.ladder())
    assert found["n"].unique().to_list() == [40]


def test_knowledge_that_is_there_is_found_and_noise_is_not(cell: Cell) -> None:
    found = cell.ladder()
    for rung in ("tower", "projector", "last_image_token"):
        row = of(found, rung)
        assert row["accuracy"] == 1.0
        assert (row["low"], row["high"]) == pytest.approx(wilson(40, 40))
        assert (row["trained_on"], row["n_train"]) == ("other_images", 40)
        assert row["gap"] == pytest.approx(1 - of(found, "answer")["accuracy"])
        assert row["gap_low"] < row["gap"] < row["gap_high"]
        assert row["gap_p"] < 0.01
        assert row["silhouette_p"] == 1 / 500
    random = of(found, "random_tower")
    assert 0.25 < random["accuracy"] < 0.75
    assert random["silhouette_p"] > 0.01
    assert 0.3 < found["shuffled_accuracy"].mean() < 0.7  # type: ignore[operator]


def test_the_answer_is_strict_pooled_over_wordings_and_clustered(cell: Cell) -> None:
    shown = cell.answers.filter(protocol="corrected", control="image").join(cell.images, on="image_id")
    pooled = wilson_clustered(shown, ["protocol"], hit="correct", cluster="group_id").row(0, named=True)
    answer = of(cell.ladder(), "answer")
    found = answer["accuracy"], answer["low"], answer["high"]
    assert found == pytest.approx((pooled["estimate"], pooled["low"], pooled["high"]), abs=1e-12)
    assert (answer["gap"], answer["gap_low"], answer["gap_p"], answer["trained_on"]) == (0.0, None, None, None)


def test_patients_widen_the_interval(cell: Cell) -> None:
    # Two images of each patient.
    patients = pl.Series("group_id", [f"p{place // 4}{place % 2}" for place in range(40)])
    together = of(cell.ladder(images=cell.images.with_columns(patients)), "tower")
    alone = of(cell.ladder(), "tower")
    assert together["accuracy"] == alone["accuracy"] == 1.0
    assert (together["low"], together["high"]) == pytest.approx(wilson(20, 20))


def test_a_lean_to_one_answer_is_undone_by_the_tuned_threshold_only() -> None:
    leaning = Cell(shift=5.0).ladder()
    assert of(leaning, "option_score")["accuracy"] == 0.5
    tuned = of(leaning, "option_score_tuned")
    assert tuned["accuracy"] == 1.0
    assert (tuned["trained_on"], tuned["n_train"]) == ("cross_validation", 32)
    assert (tuned["shuffled_accuracy"], tuned["silhouette"]) == (None, None)


def test_a_tie_counts_half(cell: Cell) -> None:
    tied = cell.option_scores.with_columns(positive_logprob=pl.lit(-20.0))
    assert of(cell.ladder(option_scores=tied), "option_score")["accuracy"] == 0.5


def test_tuned_thresholds_know_nothing_of_the_images_they_decide() -> None:
    # Log-odds that are noise: thresholds fitted on the very images they decide would be right more often than not.
    found = []
    for seed in range(10):
        cell = Cell(n=20, behind=0)
        nothing = cell.embeddings.head(0)
        odds = np.random.default_rng(seed).normal(size=20)
        frame = pl.DataFrame({"image_id": cell.images["image_id"], "odds": odds})
        scores = cell.option_scores.join(frame, on="image_id").with_columns(positive_logprob=pl.col("odds") - 20)
        found.append(
            of(cell.ladder(embeddings=nothing, option_scores=scores.drop("odds")), "option_score_tuned")["accuracy"]
        )
    assert np.mean(found) < 0.6


def test_few_probe_images_leave_cross_validation(cell: Cell) -> None:
    tower = cell.embeddings.filter(depth="tower", weights="trained")
    for others in (cell.probe_images.head(19), cell.probe_images.filter(label="positive"), cell.probe_images.head(0)):
        row = of(cell.ladder(embeddings=tower, probe_images=others), "tower")
        assert (row["trained_on"], row["n_train"], row["n"], row["accuracy"]) == ("cross_validation", 32, 40, 1.0)
    assert of(cell.ladder(probe_images=cell.probe_images.head(20)), "tower")["trained_on"] == "other_images"


def test_probe_images_of_the_samples_patients_are_not_learnt_from(cell: Cell) -> None:
    # 25 of the probe images are of patients in the sample; with their sides swapped they would spoil the probe.
    theirs = pl.Series("group_id", [*cell.images["group_id"].head(15), *cell.probe_images["group_id"].tail(25)])
    liars = pl.Series("label", ["negative", "positive"] * 7 + ["negative"])
    labels = pl.concat([liars, cell.probe_images["label"].tail(25)]).alias("label")
    row = of(cell.ladder(probe_images=cell.probe_images.with_columns(theirs, labels)), "tower")
    assert (row["n_train"], row["accuracy"]) == (25, 1.0)


def test_what_is_missing_leaves_fewer_rungs_or_nulls(cell: Cell) -> None:
    trained = cell.embeddings.filter(weights="trained")
    assert "random_tower" not in cell.ladder(embeddings=trained)["rung"]
    without_scores = cell.ladder(option_scores=cell.option_scores.head(0))["rung"].to_list()
    assert without_scores == ["random_tower", "tower", "projector", "last_image_token", "answer"]
    assert cell.ladder(embeddings=cell.embeddings.head(0))["rung"].to_list() == [
        "option_score_tuned", "option_score", "answer"]  # fmt: skip
    assert cell.ladder(answers=cell.answers.head(0))["gap"].null_count() == 6
    nothing = {name: getattr(cell, name).head(0) for name in ("embeddings", "answers", "option_scores")}
    assert cell.ladder(**nothing).is_empty()


def test_one_side_alone(cell: Cell) -> None:
    positive = cell.images.filter(label="positive")
    found = cell.ladder(images=positive)
    tower = of(found, "tower")
    assert (tower["n"], tower["accuracy"], tower["silhouette"]) == (20, 1.0, None)
    assert "option_score_tuned" not in found["rung"]
    assert cell.ladder(images=positive, probe_images=cell.probe_images.head(0))["rung"].to_list() == [
        "option_score", "answer"]  # fmt: skip


def test_images_without_a_usable_vector_are_not_decided(cell: Cell) -> None:
    first, second = cell.images["image_id"][0], cell.images["image_id"][1]
    bad = pl.when(pl.col("image_id") == second).then(pl.lit([float("nan")] * 8)).otherwise(pl.col("vector"))
    damaged = cell.embeddings.filter(pl.col("image_id") != first).with_columns(
        bad.cast(pl.List(pl.Float32)).alias("vector")
    )
    found = cell.ladder(embeddings=damaged)
    assert (of(found, "tower")["n"], of(found, "answer")["n"]) == (38, 40)

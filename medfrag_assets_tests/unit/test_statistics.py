from typing import Any

import numpy as np
import polars as pl
import pytest
from statsmodels.stats.proportion import proportion_confint

from medfrag_assets.lake.schemas import ANSWERS, IMAGES, OPTION_SCORES, PROMPTS, STATISTICS
from medfrag_assets.statistics.balanced import mean_of_sides_ends
from medfrag_assets.statistics.cells import cell_statistics
from medfrag_assets.statistics.intervals import effective_n, wilson, wilson_clustered
from medfrag_assets.statistics.reliance import QUADRANTS
from medfrag_assets_tests.fixtures.tables import frame_of

_OF_THE_CELL = {"model", "checkpoint", "task", "study", "run_id", "code_version"}


# Intervals


@pytest.mark.parametrize(("successes", "n"), [(0, 10), (3, 10), (10, 10), (50, 100)])
def test_wilson_is_that_of_statsmodels(successes: int, n: int) -> None:
    assert wilson(successes, n) == pytest.approx(proportion_confint(successes, n, method="wilson"))


def test_wilson_by_hand() -> None:
    # z = 1.96, p = 1/2, n = 100: centre 1/2, half width z √(1/400 + z²/40000) / (1 + z²/100) = 0.0962.
    assert wilson(50, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)
    assert wilson(0, 0) == (None, None)
    with pytest.raises(ValueError, match="11 successes of 10"):
        wilson(11, 10)


def test_clusters_of_one_row_leave_plain_wilson_exactly() -> None:
    rows = pl.DataFrame({"cell": "c", "hit": [True] * 3 + [False] * 8, "cluster": range(11)})
    (found,) = wilson_clustered(rows, ["cell"], "hit", "cluster").iter_rows(named=True)
    assert (found["n"], found["hits"], found["clusters"]) == (11, 3, 11)
    assert (found["low"], found["high"]) == pytest.approx(wilson(3, 11), abs=1e-12)


def _effective(hits: list[int], size: int) -> float:
    counts = np.array(hits, dtype=np.float64)
    return float(effective_n(np.full(len(hits), float(size)), counts, np.zeros(len(hits), dtype=np.int64), 1)[0])


def test_effective_n_by_hand() -> None:
    # Four clusters of 3 rows, all hits or none: V = 4/3 · 9/144 = 1/12, V0 = 1/4 / 11, deff = 11/3, 12 / deff = 3.2727;
    # t_11 = 2.2010, t_3 = 3.1824: times (2.2010/3.1824)² = 0.4783.
    assert _effective([3, 3, 0, 0], 3) == pytest.approx(1.5654, abs=1e-4)


def test_clusters_never_gain_rows() -> None:
    assert _effective([1, 1, 1, 1], 2) <= 8


@pytest.mark.parametrize("hits", [[0, 0, 0, 0], [3, 3, 3, 3]])
def test_a_share_of_zero_or_one_counts_clusters(hits: list[int]) -> None:
    assert _effective(hits, 3) == 4


def test_a_single_cluster_is_one_observation() -> None:
    assert _effective([2], 3) == 1


def test_clustered_intervals_cover_where_plain_ones_do_not() -> None:
    # 300 studies of 40 images with 12 wordings each, whose images differ widely: Beta(1, 1), true share 1/2.
    generator = np.random.default_rng(3)
    hits = generator.binomial(1, generator.beta(1, 1, size=(300, 40, 1)), size=(300, 40, 12)).astype(bool)
    study, image, _ = (axis.ravel() for axis in np.indices(hits.shape))
    rows = pl.DataFrame({"study": study, "image": image, "hit": hits.ravel()})
    found = wilson_clustered(rows, ["study"], "hit", "image")
    covered = found.select(((pl.col("low") <= 0.5) & (pl.col("high") >= 0.5)).mean()).item()
    plain = np.mean(
        [low <= 0.5 <= high for low, high in (wilson(count, 480) for count in found["hits"]) if low and high]
    )
    assert 0.92 <= covered <= 0.98
    assert plain < 0.75


# One cell, worked by hand: images p, q positive and m, n negative; wordings w.a and w.b mean the same, x is alone.

_SAID = {
    "w.a": {"p": "positive", "q": "positive", "m": "positive", "n": "refused"},
    "w.b": {"p": "negative", "q": "positive", "m": "positive", "n": "empty"},
    "x": {"p": "positive", "q": "hedged", "m": "negative", "n": "off_task"},
}
_TRUTH = {"p": "positive", "q": "positive", "m": "negative", "n": "negative"}


def _answer(prompt: str, image: str, said: str, control: str = "image") -> dict[str, object]:
    verdict = said if said in ("positive", "negative") else None
    return {
        "prompt_id": prompt,
        "image_id": image,
        "control": control,
        "generation_id": prompt if control == "blank" else f"{prompt} {image}",
        "verdict": verdict,
        "label": "answered" if verdict else said,
        "correct": verdict == _TRUTH[image],
    }


def _cell(groups: dict[str, str] | None = None) -> pl.DataFrame:
    shown = [_answer(prompt, image, said) for prompt, by_image in _SAID.items() for image, said in by_image.items()]
    blank = [_answer("w.a", image, "positive", "blank") for image in _TRUTH]
    images = [
        {"image_id": image, "label": side, "group_id": (groups or {}).get(image, image), "sample_rank": place % 2}
        for place, (image, side) in enumerate(_TRUTH.items())
    ]
    meanings = [{"prompt_id": prompt, "family": "yesno", "meaning": prompt[0]} for prompt in _SAID]
    answers, prompts = frame_of(ANSWERS, shown + blank), frame_of(PROMPTS, meanings)
    return cell_statistics(answers, frame_of(IMAGES, images), prompts, frame_of(OPTION_SCORES, []))


def _pick(found: pl.DataFrame, metric: str, prompt: str | None = None, control: str = "image") -> dict[str, Any]:
    where = (pl.col("metric") == metric) & (pl.col("control") == control) & pl.col("prompt_id").eq_missing(prompt)
    (row,) = found.filter(where).iter_rows(named=True)
    return row


@pytest.mark.parametrize(
    ("metric", "hits", "n", "images"),
    [
        # 8 of 12 answered; right: w.a p q, w.b q, x p m.
        ("strict_accuracy", 5, 12, 4),
        ("coverage", 8, 12, 4),
        ("selective_accuracy", 5, 8, 3),
        ("rate_answered", 8, 12, 4),
        ("rate_hedged", 1, 12, 4),
        ("rate_refused", 1, 12, 4),
        ("rate_off_task", 1, 12, 4),
        ("rate_empty", 1, 12, 4),
        ("yes_rate", 6, 8, 3),
        ("sensitivity", 4, 5, 2),
        ("specificity", 1, 3, 1),
        # p got both verdicts for w; q and m one; n none, but was asked.
        ("flip_rate", 1, 4, 4),
    ],
)
def test_pooled_shares_by_hand(metric: str, hits: int, n: int, images: int) -> None:
    row = _pick(_cell(), metric)
    assert (row["n"], row["n_images"], row["estimate"]) == (n, images, pytest.approx(hits / n))
    assert row["method"] == "wilson_clustered"


def test_by_wording_the_interval_is_plain_wilson() -> None:
    row = _pick(_cell(), "strict_accuracy", "w.a")
    assert (row["n"], row["estimate"], row["method"]) == (4, 0.5, "wilson")
    assert (row["low"], row["high"]) == pytest.approx(wilson(2, 4))


def test_images_of_one_group_count_together_by_wording_too() -> None:
    row = _pick(_cell({"p": "patient", "q": "patient"}), "strict_accuracy", "w.a")
    assert row["method"] == "wilson_clustered"
    assert (row["low"], row["high"]) != pytest.approx(wilson(2, 4))


def test_an_undefined_share_is_null_and_never_zero() -> None:
    row = _pick(_cell(), "specificity", "w.b") | {"prompt_id": None}
    assert (row["n"], row["estimate"]) == (1, 0.0)
    nobody = cell_statistics(
        frame_of(ANSWERS, [_answer("x", "n", "refused")]),
        frame_of(IMAGES, [{"image_id": "n", "label": "negative", "group_id": "n"}]),
        frame_of(PROMPTS, [{"prompt_id": "x", "family": "yesno", "meaning": "x"}]),
        frame_of(OPTION_SCORES, []),
    )
    for metric in ("selective_accuracy", "sensitivity", "specificity", "yes_rate", "balanced_accuracy", "flip_rate"):
        row = _pick(nobody, metric)
        assert (row["n"], row["estimate"], row["low"], row["high"]) == (0, None, None, None)
    assert nobody["estimate"].is_nan().sum() == 0


def test_a_control_has_no_accuracy_and_one_observation_a_generation() -> None:
    found = _cell()
    blank = found.filter(pl.col("control") == "blank")
    about_answers = {"coverage", "yes_rate", *(name for name in blank["metric"] if name.startswith("rate_"))}
    assert set(blank["metric"]) == {*about_answers, "verdict_changed", *QUADRANTS}
    row = _pick(found, "yes_rate", "w.a", "blank")
    assert (row["n"], row["estimate"], row["method"]) == (4, 1.0, "wilson_clustered")
    assert (row["low"], row["high"]) == pytest.approx(wilson(1, 1))


def test_balanced_accuracy_is_the_mean_of_both_sides_and_its_ends_come_from_theirs() -> None:
    found = _cell()
    row, *sides = (_pick(found, name) for name in ("balanced_accuracy", "sensitivity", "specificity"))
    assert row["estimate"] == pytest.approx((4 / 5 + 1 / 3) / 2)
    assert (row["n"], row["n_images"], row["method"]) == (8, 3, "mover_wilson_clustered")
    # No image is of both sides, so that they are not correlated.
    below, above = (np.hypot(*(side["estimate"] - side[end] for side in sides)) / 2 for end in ("low", "high"))
    assert (row["low"], row["high"]) == pytest.approx((row["estimate"] - below, row["estimate"] + above))


def test_sides_that_go_together_add_their_widths_and_opposite_ones_cancel() -> None:
    # Four patients with three images of each side: all right on both, or on one side what they are wrong on the other.
    right = np.array([3.0, 3.0, 0.0, 0.0])
    images = np.full(4, 3.0)
    alike, opposite = (np.stack([right, images, other, images], axis=1)[:, :, None] for other in (right, 3 - right))
    side = wilson(0.5 * _effective([3, 3, 0, 0], 3), _effective([3, 3, 0, 0], 3))
    assert [end.item() for end in mean_of_sides_ends(alike)] == pytest.approx(side)
    assert [end.item() for end in mean_of_sides_ends(opposite)] == pytest.approx([0.5, 0.5])


def test_a_constant_answer_has_a_balanced_accuracy_with_an_interval() -> None:
    counts = np.array([[3.0, 3.0, 0.0, 0.0], [3.0, 3.0, 0.0, 0.0], [0.0, 0.0, 0.0, 3.0], [0.0, 0.0, 0.0, 3.0]])
    low, high = (end.item() for end in mean_of_sides_ends(counts[:, :, None]))
    assert 0.1 < low < 0.5 < high < 0.9
    narrow = [end.item() for end in mean_of_sides_ends(counts[:, :, None], 0.90)]
    assert low < narrow[0] < narrow[1] < high


def test_statistics_have_the_columns_of_their_table() -> None:
    found = _cell()
    expected = {name: dtype for name, dtype in STATISTICS.schema.items() if name not in _OF_THE_CELL}
    assert dict(found.schema) == expected
    assert not found.select("protocol", "control", "prompt_id", "metric").is_duplicated().any()
    share = found.filter(pl.col("estimate").is_not_null() & pl.col("low").is_not_null())
    assert share.select((pl.col("low") <= pl.col("estimate") + 1e-12).all()).item()
    assert share.select((pl.col("high") >= pl.col("estimate") - 1e-12).all()).item()

from typing import Any

import numpy as np
import polars as pl
import pytest

from medfrag_assets.lake.schemas import ANSWERS, IMAGES, PROMPTS, WORDING_EFFECTS
from medfrag_assets.statistics.wordings import cochrans_q, range_by_chance, wording_effects
from medfrag_assets_tests.fixtures.tables import frame_of

_CELL = ("model", "checkpoint", "task", "study", "run_id", "code_version")


def _effects(said: dict[str, list[str]], truth: list[str], meanings: dict[str, str] | None = None, **more: Any) -> Any:
    """said: per wording one word an image: p, n (verdicts) or a label's first letter. Rows by meaning and outcome."""
    labels = {"r": "refused", "h": "hedged", "o": "off_task", "e": "empty"}
    verdicts = {"p": "positive", "n": "negative"}
    groups = more.get("groups", [f"g{place}" for place in range(len(truth))])
    images = frame_of(
        IMAGES,
        [
            {"image_id": f"i{place}", "label": side, "group_id": groups[place], "sample_rank": place}
            for place, side in enumerate(truth)
        ],
    )
    prompts = frame_of(
        PROMPTS,
        [{"prompt_id": name, "meaning": (meanings or {}).get(name, "same"), "family": "yesno"} for name in said],
    )
    answers = frame_of(
        ANSWERS,
        [
            {
                "protocol": "corrected",
                "control": "image",
                "prompt_id": name,
                "image_id": f"i{place}",
                "verdict": verdicts.get(word),
                "label": labels.get(word, "answered"),
                "correct": verdicts.get(word) == truth[place],
            }
            for name, words in said.items()
            for place, word in enumerate(words)
            if word != " "
        ],
    )
    frame = wording_effects(answers, images, prompts)
    assert frame.columns == [name for name in WORDING_EFFECTS.schema.names() if name not in _CELL]
    assert dict(frame.schema) == {name: WORDING_EFFECTS.schema[name] for name in frame.columns}
    return {(row["meaning"], row["outcome"]): row for row in frame.iter_rows(named=True)}


def test_range_best_and_worst_flips_and_all_by_hand() -> None:
    truth = ["positive", "positive", "negative", "negative"]
    found = _effects({"a": list("ppnn"), "b": list("pnpn"), "c": list("pppr")}, truth)["same", "accuracy"]
    # Right: a 4 of 4, b 2 of 4, c 2 of 4.
    assert (found["n_wordings"], found["n_images"]) == (3, 4)
    assert (found["range"], found["best_prompt"], found["best"]) == (0.5, "a", 1.0)
    assert (found["worst_prompt"], found["worst"]) == ("b", 0.5)
    assert found["sd"] == pytest.approx(np.std([1.0, 0.5, 0.5]))
    assert found["under_all"] == 0.25
    # Images 2 and 3 got both verdicts; image 4 a negative one and a refusal, which is no flip.
    assert found["flip_rate"] == 0.5


def test_refusals_are_compared_alike() -> None:
    found = _effects({"a": list("ppnn"), "b": list("rrnn")}, ["positive"] * 4)["same", "refusal_rate"]
    assert (found["range"], found["best"], found["worst"]) == (0.5, 0.5, 0.0)
    assert (found["under_all"], found["flip_rate"]) == (0.0, 0.5)


def test_kappa_and_q_are_those_of_statsmodels() -> None:
    from statsmodels.stats.contingency_tables import cochrans_q as theirs
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    dice = np.random.default_rng(3)
    said = {name: dice.choice(list("ppnr"), size=40).tolist() for name in "abcde"}
    truth = dice.choice(["positive", "negative"], size=40).tolist()
    found = _effects(said, truth)
    ratings = np.array([[{"p": 0, "n": 1, "r": 2}[word] for word in words] for words in said.values()]).T
    verdicts = {"p": "positive", "n": "negative"}
    right = np.array([[verdicts.get(word) == side for word, side in zip(words, truth, strict=True)]
                      for words in said.values()]).T  # fmt: skip
    refused = ratings == 2
    for outcome, table, hits in (("accuracy", ratings, right), ("refusal_rate", refused.astype(int), refused)):
        row = found["same", outcome]
        assert row["fleiss_kappa"] == pytest.approx(fleiss_kappa(aggregate_raters(table)[0]), abs=1e-9)
        expected = theirs(hits.astype(int))
        assert row["cochran_q"] == pytest.approx(expected.statistic, abs=1e-9)
        assert row["p_value"] == pytest.approx(expected.pvalue, abs=1e-9)
        assert row["cochran_df"] == expected.df
        assert row["fleiss_kappa_low"] < row["fleiss_kappa"] < row["fleiss_kappa_high"]
        assert row["range_low"] < row["range_high"]


def test_wordings_that_never_differ_have_no_q_and_no_kappa() -> None:
    found = _effects({"a": list("pppp"), "b": list("pppp")}, ["positive"] * 4)["same", "accuracy"]
    assert (found["range"], found["range_by_chance"], found["under_all"]) == (0.0, 0.0, 1.0)
    assert (found["range_low"], found["range_high"]) == (None, None)
    assert [found[name] for name in ("cochran_q", "cochran_df", "p_value", "fleiss_kappa")] == [None] * 4


def test_the_range_by_chance_is_that_of_wordings_that_do_not_matter() -> None:
    dice = np.random.default_rng(5)
    hits = dice.random((6, 100)) < 0.7
    ranges = [np.ptp((dice.random((6, 100)) < 0.7).mean(axis=1)) for _ in range(4000)]
    assert range_by_chance(hits) == pytest.approx(np.mean(ranges), abs=0.015)
    swung = hits.copy()
    swung[0] = False
    assert np.ptp(swung.mean(axis=1)) > 3 * range_by_chance(swung)


def test_only_meanings_of_several_wordings_and_images_asked_under_all_of_them_count() -> None:
    found = _effects({"a": list("ppp "), "b": list("pnp "), "c": list("pppp")}, ["positive"] * 4, {"c": "other"})
    assert set(found) == {("same", "accuracy"), ("same", "refusal_rate")}
    assert found["same", "accuracy"]["n_images"] == 3


def test_groups_widen_the_interval() -> None:
    truth = ["positive"] * 40
    said = {"a": ["p"] * 40, "b": ["p", "n"] * 20}
    alone = _effects(said, truth)["same", "accuracy"]
    paired = _effects({"a": ["p"] * 40, "b": ["p"] * 20 + ["n"] * 20}, truth, groups=[f"g{place // 10}" for place in
                      range(40)])["same", "accuracy"]  # fmt: skip
    assert alone["range"] == paired["range"] == 0.5
    assert paired["range_high"] - paired["range_low"] > alone["range_high"] - alone["range_low"]
    assert paired["under_all_high"] - paired["under_all_low"] > alone["under_all_high"] - alone["under_all_low"]


def test_no_answers_give_no_rows() -> None:
    empty = wording_effects(frame_of(ANSWERS, []), frame_of(IMAGES, []), frame_of(PROMPTS, []))
    assert isinstance(empty, pl.DataFrame)
    assert empty.is_empty()


def test_q_of_one_differing_image() -> None:
    hits = np.array([[True, True], [True, False]])
    # T = 2, 1; S = 2, 1; N = 3: Q = 1 · (2·5 - 9) / (2·3 - 5) = 1.
    q, df, p = cochrans_q(hits)
    assert (q, df) == (1.0, 1)
    assert p == pytest.approx(0.31731, abs=1e-5)

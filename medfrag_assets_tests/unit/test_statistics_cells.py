"""Metrics of a cell that need option scores, controls, both protocols or pairs of wordings."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import polars as pl
import pytest

from medfrag_assets.lake.schemas import ANSWERS, IMAGES, OPTION_SCORES, PROMPTS
from medfrag_assets.statistics.arrays import asked_arrays
from medfrag_assets.statistics.balanced import mcc, mean_of_sides
from medfrag_assets.statistics.cells import cell_statistics
from medfrag_assets.statistics.clustered import clustered_mean, sign_flip_p
from medfrag_assets.statistics.option_scores import auroc
from medfrag_assets.statistics.reliance import QUADRANTS
from medfrag_assets_tests.fixtures.tables import frame_of

_VERDICTS = {"p": "positive", "n": "negative"}
_LABELS = {"r": "refused", "h": "hedged"}


def _images(truth: str, groups: Sequence[str] | None = None) -> pl.DataFrame:
    rows = [
        {
            "image_id": f"i{place}",
            "label": _VERDICTS[side],
            "group_id": groups[place] if groups else f"g{place}",
            "sample_rank": truth[:place].count(side),
        }
        for place, side in enumerate(truth)
    ]
    return frame_of(IMAGES, rows)


def _prompts(wordings: Mapping[str, Mapping[str, Any]]) -> pl.DataFrame:
    rows = [
        {"prompt_id": name, "family": "yesno", "meaning": name, "wording": name, "suffix": "plain", **about}
        for name, about in wordings.items()
    ]
    return frame_of(PROMPTS, rows)


def _cell(
    said: Mapping[tuple[str, ...], str],
    truth: str,
    wordings: Mapping[str, Mapping[str, Any]],
    odds: Mapping[tuple[str, ...], Sequence[float]] | None = None,
    groups: Sequence[str] | None = None,
) -> dict[tuple[str, str, str | None, str], dict[str, Any]]:
    """By metric, control, wording and protocol. said: per (wording[, control[, protocol]]) a letter an image."""
    answers = []
    for key, words in said.items():
        prompt_id, control, protocol = (*key, *("image", "corrected")[len(key) - 1 :])
        answers += [
            {
                "prompt_id": prompt_id,
                "control": control,
                "protocol": protocol,
                "image_id": f"i{place}",
                "verdict": _VERDICTS.get(word),
                "label": _LABELS.get(word, "answered"),
                "correct": word == truth[place],
                "generation_id": f"{prompt_id}{control}{place}",
            }
            for place, word in enumerate(words)
        ]
    scores = []
    for key, values in (odds or {}).items():
        prompt_id, control = (*key, *("image",)[len(key) - 1 :])
        scores += [
            {
                "prompt_id": prompt_id,
                "control": control,
                "protocol": "corrected",
                "image_id": f"i{place}",
                "positive_logprob": -1.0,
                "negative_logprob": -1.0 - value,
            }
            for place, value in enumerate(values)
        ]
    found = cell_statistics(
        frame_of(ANSWERS, answers), _images(truth, groups), _prompts(wordings), frame_of(OPTION_SCORES, scores)
    )
    return {
        (row["metric"], row["control"], row["prompt_id"], row["protocol"]): row for row in found.iter_rows(named=True)
    }


def _row(found: Any, metric: str, control: str = "image", wording: str | None = None) -> dict[str, Any]:
    row: dict[str, Any] = found[metric, control, wording, "corrected"]
    return row


def test_auroc_brier_mcc_and_balanced_accuracy_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import balanced_accuracy_score, brier_score_loss, matthews_corrcoef, roc_auc_score

    dice = np.random.default_rng(1)
    truth = "".join(dice.choice(list("pn"), size=60))
    said = "".join(dice.choice(list("pn"), size=60))
    odds = np.round(dice.normal(size=60), 1)
    found = _cell({("a",): said}, truth, {"a": {}}, {("a",): odds.tolist()})
    positive, verdict = np.array(list(truth)) == "p", np.array(list(said)) == "p"
    probability = 1 / (1 + np.exp(-odds))
    expected = {
        "auroc": roc_auc_score(positive, odds),
        "brier": brier_score_loss(positive, probability),
        "mcc": matthews_corrcoef(positive, verdict),
        "balanced_accuracy": balanced_accuracy_score(positive, verdict),
    }
    for metric, value in expected.items():
        for wording in ("a", None):
            row = _row(found, metric, wording=wording)
            assert row["estimate"] == pytest.approx(value, abs=1e-9)
            assert (row["n"], row["n_images"]) == (60, 60)
            assert row["low"] < row["estimate"] < row["high"]
    wide, narrow = _row(found, "balanced_accuracy"), _row(found, "balanced_accuracy_90")
    assert narrow["estimate"] == wide["estimate"]
    assert wide["low"] < narrow["low"] < narrow["high"] < wide["high"]


def test_the_interval_of_single_row_groups_is_delongs() -> None:
    from scipy.stats import t

    dice = np.random.default_rng(2)
    positive = dice.random(50) < 0.5
    scores = dice.normal(size=50) + positive
    area, low, high = auroc(scores, positive, np.arange(50))
    above, below = scores[positive], scores[~positive]
    psi = (above[:, None] > below).astype(float)
    variance = psi.mean(axis=1).var(ddof=1) / len(above) + psi.mean(axis=0).var(ddof=1) / len(below)
    half = t.ppf(0.975, min(len(above), len(below)) - 1) * np.sqrt(variance) / (area * (1 - area))
    ends = 1 / (1 + np.exp(-(np.log(area / (1 - area)) + np.array([-half, half]))))
    assert (low, high) == pytest.approx(tuple(ends), abs=1e-9)


def test_repeated_rows_of_a_group_do_not_narrow_the_interval_of_auroc() -> None:
    dice = np.random.default_rng(3)
    positive = np.arange(40) % 2 == 0
    scores = dice.normal(size=40) + positive
    once = auroc(scores, positive, np.arange(40))
    thrice = auroc(np.tile(scores, 3), np.tile(positive, 3), np.tile(np.arange(40), 3))
    assert thrice == pytest.approx(once, abs=1e-9)


def test_calibration_error_by_hand() -> None:
    # Four images at probability 0.9 (three positive), two at 0.25 (one positive).
    odds = [np.log(9)] * 4 + [np.log(1 / 3)] * 2
    row = _row(_cell({("a",): "pppppp"}, "pppnpn", {"a": {}}, {("a",): odds}), "ece")
    assert row["estimate"] == pytest.approx((abs(3 - 3.6) + abs(1 - 0.5)) / 6, abs=1e-9)


def test_without_scores_or_without_a_side_nothing_is_estimated() -> None:
    found = _cell({("a",): "pp"}, "pp", {"a": {}})
    assert not {key[0] for key in found} & {"auroc", "brier", "ece", "log_odds_change"}
    scored = _cell({("a",): "pp"}, "pp", {"a": {}}, {("a",): [1.0, -1.0]})
    assert _row(scored, "auroc")["estimate"] is None
    assert _row(scored, "brier")["n"] == 2


def test_bounds_lie_between_strict_and_right_or_unanswered() -> None:
    found = _cell({("a",): "pprn"}, "pppp", {"a": {}})
    assert _row(found, "strict_accuracy")["estimate"] == 0.5
    assert _row(found, "accuracy_upper_bound")["estimate"] == 0.75


_POLAR = {
    "pos": {"polarity": "positive", "specificity": "generic"},
    "inv": {"polarity": "inverted", "specificity": "generic"},
    "other": {"polarity": "positive", "specificity": "targeted"},
}


def test_polarity_consistency_and_acquiescence_by_hand() -> None:
    # Verdicts: positive after a yes to `pos`, negative after a yes to `inv`. Image 3 says yes to both; 4 no to both.
    found = _cell({("pos",): "pnpnr", ("inv",): "pnnpp", ("other",): "nnnnn"}, "ppppp", _POLAR)
    consistency, acquiescence = _row(found, "polarity_consistency"), _row(found, "acquiescence")
    assert (consistency["n"], consistency["estimate"]) == (4, 0.5)
    assert (acquiescence["n"], acquiescence["estimate"]) == (4, 0.25)


_ORDERED = {
    "ab": {"family": "choice", "option_a": "positive", "meaning": "c", "specificity": "targeted"},
    "ba": {"family": "choice", "option_a": "negative", "meaning": "c", "specificity": "targeted"},
}


def test_order_bias_and_agreement_by_hand() -> None:
    # Images 1 to 3 choose A both times, image 4 agrees with itself, image 5 was refused once.
    found = _cell({("ab",): "ppppp", ("ba",): "nnnpr"}, "ppppp", _ORDERED)
    assert (_row(found, "order_agreement")["n"], _row(found, "order_agreement")["estimate"]) == (4, 0.25)
    bias = _row(found, "order_bias")
    assert (bias["n"], bias["n_images"], bias["estimate"]) == (8, 4, pytest.approx(7 / 8 - 0.5))
    # Differences by image: 1, 1, 1, 0. Of the 8 patterns of three signs, all alike are as large.
    assert bias["p_value"] == pytest.approx(2 / 8)
    assert -0.5 <= bias["low"] < bias["estimate"] <= bias["high"] <= 0.5


def test_a_model_that_ignores_the_order_has_no_bias() -> None:
    bias = _row(_cell({("ab",): "ppnn", ("ba",): "ppnn"}, "ppnn", _ORDERED), "order_bias")
    assert (bias["estimate"], bias["p_value"]) == (0.0, 1.0)


def test_the_suffix_is_paired_by_wording_and_image() -> None:
    wordings = {"a": {"wording": "a"}, "a1": {"wording": "a", "suffix": "one_word"}, "b": {"wording": "b"}}
    found = _cell({("a",): "pppn", ("a1",): "ppnr", ("b",): "nnnn"}, "pppp", wordings)
    accuracy, refusal = _row(found, "suffix_effect_accuracy"), _row(found, "suffix_effect_refusal")
    assert (accuracy["n"], accuracy["n_images"], accuracy["estimate"]) == (4, 4, -0.25)
    assert (refusal["estimate"], refusal["p_value"]) == (0.25, 1.0)
    expected = clustered_mean([0, 0, -1, 0], list("abcd"))
    assert (accuracy["low"], accuracy["high"]) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_without_pairs_there_are_no_metrics_of_pairs() -> None:
    found = _cell({("pos",): "pn"}, "pn", {"pos": _POLAR["pos"]})
    missing = ("polarity_consistency", "acquiescence", "order_bias", "order_agreement", "suffix_effect_accuracy")
    assert not {key[0] for key in found} & set(missing)


_SAME = {"a": {"meaning": "m"}, "b": {"meaning": "m"}, "c": {"meaning": "other"}}


def test_reliance_by_hand() -> None:
    said: dict[tuple[str, ...], str] = {("a",): "ppn", ("b",): "pnn", ("c",): "ppn"}
    said |= {("a", "blank"): "ppp", ("b", "blank"): "ppp", ("c", "blank"): "ppr"}
    odds = {("a",): [2.0, 1.0, -1.0], ("a", "blank"): [1.0, 1.0, 1.0]}
    found = _cell(said, "ppn", _SAME, odds)
    changed = _row(found, "verdict_changed", "blank")
    # Image 1 stays, image 2 changes under b, image 3 under all three.
    assert (changed["n"], changed["n_images"], changed["estimate"]) == (9, 3, pytest.approx((0 + 1 / 3 + 1) / 3))
    log_odds = _row(found, "log_odds_change", "blank")
    assert (log_odds["n"], log_odds["estimate"]) == (3, pytest.approx(1.0))
    quadrants = {name: _row(found, name, "blank")["estimate"] for name in QUADRANTS}
    third = pytest.approx(1 / 3)
    assert quadrants == dict(zip(QUADRANTS, (third, third, 0.0, third), strict=True))


def test_a_refused_wording_has_no_verdict_that_could_differ() -> None:
    said: dict[tuple[str, ...], str] = {("a",): "pp", ("b",): "rn", ("c",): "pp"}
    said |= {(wording, "blank"): "pp" for wording in "abc"}
    found = _cell(said, "pp", _SAME)
    assert _row(found, "consistent_unreliant", "blank")["estimate"] == 0.5
    assert _row(found, "inconsistent_unreliant", "blank")["estimate"] == 0.5


def test_a_constant_answer_relies_on_nothing() -> None:
    said: dict[tuple[str, ...], str] = {
        (wording, control): "pppp" for wording, control in product("abc", ("image", "blank", "swapped"))
    }
    found = _cell(said, "ppnn", _SAME)
    assert _row(found, "verdict_changed", "blank")["estimate"] == 0.0
    assert _row(found, "verdict_changed", "swapped")["estimate"] == 0.0
    assert _row(found, "consistent_unreliant", "blank")["estimate"] == 1.0
    assert ("consistent_reliant", "swapped", None, "corrected") not in found


def test_the_majority_needs_more_of_one_side() -> None:
    # Majorities on the image: positive, neither, negative, none; without it: positive, neither, positive, neither.
    said: dict[tuple[str, ...], str] = {("a",): "pppr", ("b",): "pnnr", ("c",): "nrnr"}
    said |= {("a", "no_image"): "pppp", ("b", "no_image"): "ppnn", ("c", "no_image"): "prpr"}
    wordings: dict[str, dict[str, Any]] = {"a": {}, "b": {}, "c": {}}
    found = _cell(said, "ppnn", wordings)
    # No meaning was asked twice: nothing can be inconsistent.
    assert _row(found, "consistent_reliant", "no_image")["estimate"] == pytest.approx(2 / 4)
    assert _row(found, "consistent_unreliant", "no_image")["estimate"] == pytest.approx(2 / 4)


def test_the_protocol_is_compared_on_the_images_that_both_asked() -> None:
    said = {("a",): "ppnn", ("b",): "pppp", ("a", "image", "as_published"): "pr"}
    found = _cell(said, "pppp", {"a": {}, "b": {}})
    pooled = found["protocol_effect_strict_accuracy", "image", None, "as_published"]
    assert (pooled["n"], pooled["n_images"], pooled["estimate"]) == (2, 2, -0.5)
    assert found["protocol_effect_refusal", "image", "a", "as_published"]["estimate"] == 0.5
    assert ("protocol_effect_coverage", "image", "b", "as_published") not in found
    expected = sign_flip_p([0, -1], ["x", "y"])
    assert pooled["p_value"] == pytest.approx(expected)


def test_no_answers_give_no_statistics() -> None:
    empty = cell_statistics(*(frame_of(table, []) for table in (ANSWERS, IMAGES, PROMPTS, OPTION_SCORES)))
    assert empty.is_empty()
    assert asked_arrays(frame_of(ANSWERS, []), _images("pn"), _prompts({"a": {}})) == []


def test_scores_that_are_not_finite_are_left_out() -> None:
    found = _cell({("a",): "ppnn"}, "ppnn", {"a": {}}, {("a",): [1.0, float("nan"), -1.0, float("inf")]})
    assert _row(found, "auroc")["n"] == 2


def test_mcc_and_balanced_accuracy_of_counts() -> None:
    # Of 4 positives 3 right, of 6 negatives 4 right.
    counts = np.array([3.0, 4.0, 4.0, 6.0])[:, None]
    assert mean_of_sides(counts)[0] == pytest.approx((3 / 4 + 4 / 6) / 2)
    assert mcc(counts)[0] == pytest.approx((3 * 4 - 2 * 1) / np.sqrt(5 * 4 * 6 * 5))
    assert np.isnan(mcc(np.array([4.0, 4.0, 0.0, 6.0])[:, None])[0])

"""The proof on simulated studies in small: a few settings of the benchmark, and that the simulator's truth is true."""

import json
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from medfrag_assets.lake.schemas import ANSWERS, CHECKPOINTS, IMAGES, OPTION_SCORES, PROMPTS
from medfrag_assets.statistics.intervals import wilson_ends
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import LABELS
from medfrag_assets_tests.benchmarks import coverage
from medfrag_assets_tests.benchmarks.coverage import CLUSTERED, Job, clustered
from medfrag_assets_tests.benchmarks.power import noticed
from medfrag_assets_tests.fixtures.simulator import ANSWERED, HEDGED, REFUSED, Design, pair, respond, simulate

# Four standard errors of a rate of .95 over 2,000 studies. Seeds are fixed.
_STUDIES = 2000
_SLACK = 0.0195

# The simulator


def test_probabilities_are_those_of_the_design() -> None:
    design = Design(
        (0.2, 0.7), (0.1, 0.0, -0.1), 40, (1, 3), group=0.2, image=0.2, reading=0.3, refused=0.1, hedged=0.2
    )
    found = respond(np.random.default_rng(1), design, 4000)
    assert found.right.shape == (4000, 2, 40, 3)
    assert found.right.mean(axis=(0, 2)) == pytest.approx(design.right, abs=0.01)
    assert found.correct.mean(axis=(0, 2, 3)) == pytest.approx(design.strict_accuracy, abs=0.01)
    assert design.strict_accuracy == pytest.approx([0.2 * 0.7, 0.7 * 0.7])
    shares = {label: float((found.label == label).mean()) for label in (ANSWERED, HEDGED, REFUSED)}
    assert shares == pytest.approx({ANSWERED: 0.7, HEDGED: 0.2, REFUSED: 0.1}, abs=0.005)


def _agreement(design: Design, other: tuple[int, int, int]) -> float:
    """How often a response is like that of the first model to the first image under the first wording."""
    right = respond(np.random.default_rng(2), design, 20000).right
    return float((right[:, 0, 0, 0] == right[:, other[0], other[1], other[2]]).mean())


def test_responses_are_correlated_as_said() -> None:
    # Of two normal numbers with correlation r, both have the same sign with probability 1/2 + arcsin(r)/π.
    design = pair(0.5, 0.0, group_sizes=(2,), images=4, group=0.1, image=0.2, reading=0.3, wording_effects=(0.0, 0.0))
    expected = {(0, 0, 1): 0.6, (1, 0, 0): 0.3, (0, 1, 0): 0.1, (1, 1, 1): 0.1, (0, 2, 0): 0.0}
    for other, correlation in expected.items():
        assert _agreement(design, other) == pytest.approx(0.5 + np.arcsin(correlation) / np.pi, abs=0.015), other


def test_frames_are_the_declared_tables_and_say_what_the_arrays_say() -> None:
    design = pair(0.6, 0.1, images=10, group_sizes=(1, 2), refused=0.2, hedged=0.1, wording_effects=(0.0,) * 14)
    found, arrays = simulate(np.random.default_rng(3), design), respond(np.random.default_rng(3), design)
    for table, frame in zip((CHECKPOINTS, IMAGES, PROMPTS, ANSWERS, OPTION_SCORES), found, strict=True):
        assert frame.schema == table.schema
        assert frame.select(table.key).is_unique().all(), table.name
        assert frame.height
    assert found.answers["correct"].to_list() == arrays.correct.ravel().tolist()
    assert found.answers["label"].to_list() == [LABELS[code] for code in arrays.label.ravel()]
    assert (found.answers["verdict"].is_null() == (found.answers["label"] != "answered")).all()
    truth = found.answers.join(found.images.select("image_id", truth="label"), on="image_id", maintain_order="left")
    assert (truth["correct"] == (truth["verdict"] == truth["truth"]).fill_null(value=False)).all()
    leaning = (found.option_scores["positive_logprob"] > found.option_scores["negative_logprob"]).to_numpy()
    answered = truth["verdict"].is_not_null().to_numpy()
    assert (leaning == (truth["verdict"] == "positive").fill_null(value=False).to_numpy())[answered].all()


# The proof


def _rates(job: Job, studies: int = _STUDIES) -> dict[str, float]:
    return {result.proof: result.rate for result in coverage.run(job, 1, studies)}


def _job(function: str, setting: str) -> Job:
    (job,) = (job for job in coverage.jobs() if job.function == function and job.setting == setting)
    return job


def test_wilson_covers() -> None:
    assert 0.94 <= _rates(_job("wilson_covers", "n 100"), 20000)["Wilson"] <= 0.96


def test_balanced_accuracy_and_auroc_cover() -> None:
    rates = _rates(_job("estimates_cover", "100 groups, 1 to 4, strong, accuracy 0.8"), 150)
    # Four standard errors of 150 studies: .07 at .95, .1 at .90.
    assert set(rates) == {"balanced_accuracy", "balanced_accuracy_90", "auroc"}
    assert 0.8 <= rates.pop("balanced_accuracy_90") <= 0.96
    assert all(rate >= 0.88 for rate in rates.values())


@pytest.mark.parametrize(
    "setting",
    [
        "50 groups, one image, strong, accuracy 0.5",
        "50 groups, 1 to 4, strong, accuracy 0.1",
        "100 groups, 1 to 4, medium, accuracy 0.9",
    ],
)
def test_clustered_shares_cover(setting: str) -> None:
    (rate,) = _rates(_job("share_covers", setting)).values()
    assert CLUSTERED[0] - _SLACK <= rate <= CLUSTERED[1] + _SLACK


def test_rows_taken_as_independent_would_not_cover() -> None:
    # The same proof finds an interval out that ignores the clusters.
    design = clustered(50, "one image", "strong", [0.5])
    hits = respond(np.random.default_rng(4), design, 500).correct.sum(axis=(1, 2, 3)).astype(np.float64)
    low, high = wilson_ends(hits, np.full(500, 600.0))
    assert ((low <= 0.5) & (high >= 0.5)).mean() < 0.7


@pytest.mark.parametrize(
    "setting", ["50 groups, 1 to 4, strong, accuracy 0.9 and 0.7", "100 groups, one image, weak, accuracy 0.5 and 0.5"]
)
def test_paired_differences_cover(setting: str) -> None:
    rates = _rates(_job("difference", setting))
    assert CLUSTERED[0] - _SLACK <= rates["paired difference"] <= CLUSTERED[1] + _SLACK
    if "sign flips reject" in rates:
        assert 0.04 - _SLACK <= rates["sign flips reject"] <= 0.06 + _SLACK
    else:
        assert rates["sign flips, power"] > 0.5


def test_mid_p_mcnemar_keeps_its_level() -> None:
    (rate,) = _rates(_job("mcnemar_rejects", "100 images, weak, accuracy 0.5"), 10000).values()
    assert 0.03 <= rate <= 0.055 + 0.01


def test_holm_keeps_the_family_wise_level() -> None:
    setting = "8 contrasts, 4 with a gain of 0.15, 100 images, strong"
    (rate,) = _rates(_job("holm_errs", setting), 1000).values()
    assert 0.005 <= rate <= 0.055 + 0.0276


def test_the_probe_gap_covers_zero_where_there_is_none() -> None:
    (rate,) = _rates(_job("gap_covers", "50 groups, 1 to 4, medium, accuracy 0.6"), 1000).values()
    assert CLUSTERED[0] - 0.0276 <= rate <= CLUSTERED[1] + 0.0276


def test_published_comparisons_cover() -> None:
    rates = _rates(_job("published_covers", "100 groups, 1 to 4, weak, accuracy 0.7"), 40)
    assert set(rates) == {
        f"comparisons, {kind}" for kind in ("medical_minus_base", "task_minus_easiest", "interaction")
    }
    assert all(rate >= 0.8 for rate in rates.values())


def test_the_command_writes_every_rate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = [job for job in coverage.jobs() if job.function in ("wilson_covers", "mcnemar_rejects")]
    outside = next(job for job in coverage.jobs() if "outside" in job.proofs[0].name)
    done = [result for at, job in enumerate([*few, outside]) for result in coverage.run(job, at, 50)]
    monkeypatch.setattr(coverage, "run_all", lambda studies, console: done)
    path = tmp_path / "rates.json"
    coverage.main(["--json", str(path), "--studies", "50"])
    found = json.loads(path.read_text(encoding="utf-8"))
    assert len(found["results"]) == len(done)
    assert [line["proof"] for line in found["summary"]] == [
        "Wilson",
        "mid-p McNemar rejects",
        "share, clustered, outside",
    ]
    missed = [result["setting"] for result in found["results"] if result["met"] is False]
    assert sorted(missed) == sorted(setting for line in found["summary"] for setting in line["missed"])
    assert found["results"][-1]["met"] is None


def test_every_setting_is_its_own() -> None:
    named = pl.DataFrame([(proof.name, job.setting) for job in coverage.jobs() for proof in job.proofs], orient="row")
    assert named.is_unique().all()


def test_a_number_of_studies_is_at_least_one(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        coverage.main(["--json", str(tmp_path / "f"), "--studies", "0"])


def test_a_large_drop_is_called_worse_and_no_drop_is_not() -> None:
    study = load_study("embedded")
    assert noticed(study, 100, 0.3, 0) == [True] * 4
    assert noticed(study, 100, 0.0, 0) == [False] * 4

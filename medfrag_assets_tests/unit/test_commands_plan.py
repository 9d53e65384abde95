"""`study run --dry-run` spends nothing; models and tasks are chosen by names that are there."""

from pathlib import Path

import pytest

from medfrag_assets.commands.plan import planned_costs, show_plan
from medfrag_assets.commands.run import chosen_names
from medfrag_assets.scoring.gold import read_gold
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import HubSource, Judge, Study
from medfrag_assets_tests.fixtures.command import medfrag
from medfrag_assets_tests.fixtures.studies import small_study

KNOWN = ["tiny-llava", "tiny-gemma"]


def on_the_hub(study: Study) -> Study:
    """The study with one of its two tasks on a data set that no machine has."""
    source = HubSource(kind="hub", dataset="nobody/has-this-one", positive={"label": 1}, negative={"label": 0})
    tasks = study.tasks | {"skin_cancer": study.tasks["skin_cancer"].model_copy(update={"source": source})}
    return study.model_copy(update={"tasks": tasks})


def test_the_paper_study_is_counted_without_its_data_sets(tmp_path: Path) -> None:
    hub = {"HF_HOME": str(tmp_path / "hub"), "HF_HUB_OFFLINE": "1", "HF_TOKEN": ""}
    done = medfrag(tmp_path, "study", "run", "--study", "paper", "--dry-run", "--models", "gemma", **hub)
    assert done.returncode == 0, done.stderr
    study = load_study("paper")
    closed, describe = len(study.prompts.closed) * len(study.prompts.suffixes), len(study.prompts.describe)
    images = 2 * study.images_per_class
    # Corrected: each image, which swapped rows reuse, each blank, at worst of as many sizes, and once without an image.
    # As published: each image, where closed answers may be longer; what is described is described already.
    most = closed * (images + images + 1 + images) + describe * (images + images + 1)
    assert done.stdout.count(f"at most {most:,}") == 4
    assert f"at most {4 * most:,} generations" in done.stdout
    assert "not on this machine" in done.stdout
    assert not (tmp_path / "hub").exists()


def test_tasks_whose_images_are_here_are_counted_exactly(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, "small")
    exact = planned_costs(study, paths, list(study.models), list(study.tasks))
    mixed = planned_costs(on_the_hub(study), paths, list(study.models), list(study.tasks))
    assert not any(cost.at_most for cost in exact)
    assert [cost.at_most for cost in mixed] == [cost.task == "skin_cancer" for cost in mixed]
    # The phantoms of a task share one size, hence one blank image of four.
    prompts = len(study.prompts.closed) * len(study.prompts.suffixes) + len(study.prompts.describe)
    assert {cost.generations for cost in exact} == {prompts * (4 + 1)}
    assert {cost.generations for cost in mixed if cost.at_most} == {prompts * (4 + 4)}


def test_responses_that_are_not_written_yet_count_as_a_judge_call_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judges = {name: Judge(base_url="https://judge.example/v1", model=name) for name in ("one", "two")}
    study = small_study(tmp_path).model_copy(update={"judges": judges})
    paths = StudyPaths(tmp_path, "small")
    closed = len(study.prompts.closed) * len(study.prompts.suffixes)
    costs = planned_costs(study, paths, list(study.models), list(study.tasks))
    assert {cost.judge_calls for cost in costs} == {2 * closed * 4}
    show_plan(study, paths, ["tiny-medgemma"], ["skin_cancer"])
    written = capsys.readouterr().out
    assert f"at most {2 * closed * 4} judge calls" in written
    for name in judges:
        assert f"the judge {name} labels the reported half of the gold set once: {_gold_calls():,} calls." in written


def test_the_table_is_not_folded_off_a_terminal_and_fits_80_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    study = load_study("embedded").model_copy(update={"images_per_class": 2})
    show_plan(study, StudyPaths(tmp_path, "small"), ["tiny-medgemma"], None)
    written = capsys.readouterr().out
    assert "…" not in written
    rows = [line.rstrip() for line in written.splitlines() if "tiny-medgemma" in line]
    assert len(rows) == 4
    assert max(map(len, rows)) <= 80


def test_names_may_be_given_with_commas_or_one_by_one() -> None:
    assert chosen_names("model", None, KNOWN) == tuple(KNOWN)
    assert chosen_names("model", ["tiny-gemma, tiny-llava"], KNOWN) == tuple(KNOWN)
    assert chosen_names("model", ["tiny-gemma", "tiny-llava"], KNOWN) == tuple(KNOWN)
    assert chosen_names("model", ["tiny-gemma,"], KNOWN) == ("tiny-gemma",)


@pytest.mark.parametrize("given", [[""], [","], [" ", ""]])
def test_naming_nothing_is_an_error(given: list[str]) -> None:
    with pytest.raises(MedfragError, match="--models names no model"):
        chosen_names("model", given, KNOWN)


def test_naming_nothing_runs_nothing(tmp_path: Path) -> None:
    done = medfrag(tmp_path, "study", "run", "--tasks", "")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: --tasks names no task")
    assert done.stderr.count("\n") == 1


def test_the_help_says_that_commas_do(tmp_path: Path) -> None:
    written = " ".join(medfrag(tmp_path, "study", "run", "--help").stdout.split())
    assert "Only these models: a,b" in written
    assert "Only these tasks: a,b" in written


def _gold_calls() -> int:
    """Lines of the gold set's reported half that are no two the same question."""
    asked = ("task", "prompt", "family", "polarity", "option_a", "option_b", "response")
    return read_gold().select(asked).n_unique()

"""The ledger under fire: processes killed at any moment, two at the same time, and studies that grow."""

import random
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from medfrag_assets.study.paths import PROJECT, StudyPaths
from medfrag_assets.study.spec import ClosedWording, Study
from medfrag_assets_tests.fixtures.filling import Filled, cell_of, fill, read
from medfrag_assets_tests.fixtures.studies import embedded_at
from medfrag_assets_tests.fixtures.tables import close_vectors

AT_ONCE = 2


def start(root: Path, per_class: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "medfrag_assets_tests.fixtures.filling", str(root), str(per_class), str(AT_ONCE)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def computed_before_it_was_killed(root: Path, per_class: int, dice: random.Random) -> list[int]:
    """Sizes of the batches that a process computed; it is killed in the middle of one, at a moment chosen by chance."""
    process = start(root, per_class)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    sizes = []
    for _ in range(dice.randrange(3)):
        sizes.append(int(process.stdout.readline()))
    time.sleep(dice.random() * 0.15)
    process.kill()
    rest, _ = process.communicate()
    return sizes + [int(line) for line in rest.split()]


@pytest.mark.parametrize(
    ("kills", "per_class"), [(5, 12), pytest.param(30, 50, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)
def test_killed_at_any_moment_and_finished_is_like_never_killed(tmp_path: Path, kills: int, per_class: int) -> None:
    dice = random.Random(kills)
    sizes: list[int] = []
    for _ in range(kills):
        sizes += computed_before_it_was_killed(tmp_path / "killed", per_class, dice)
    study = embedded_at(per_class)
    before = read(cell_of(tmp_path / "killed", study))
    last = fill(tmp_path / "killed", study, AT_ONCE)
    calm = fill(tmp_path / "calm", study, AT_ONCE)
    planned = calm.asked
    assert before.tables.responses.height > 0, "every kill came before the first batch"
    assert last.asked < planned
    assert_same(last, calm)
    ids = generation_ids(tmp_path / "killed")
    assert len(ids) == len(set(ids)) == planned
    largest = 14 * AT_ONCE
    assert sum(sizes) + last.asked - planned <= kills * largest


def test_two_processes_on_one_cell_commit_everything_once(tmp_path: Path) -> None:
    processes = [start(tmp_path / "two", 12) for _ in range(2)]
    outputs = [process.communicate(timeout=240)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    study = embedded_at(12)
    ids = generation_ids(tmp_path / "two")
    assert len(ids) == len(set(ids))
    assert fill(tmp_path / "two", study).asked == 0
    assert_same(read(cell_of(tmp_path / "two", study)), fill(tmp_path / "alone", study, AT_ONCE))
    assert all(output.startswith("ready") for output in outputs)


def test_a_study_that_grows_costs_only_what_is_new(tmp_path: Path) -> None:
    study = embedded_at(2)
    corrected = study.protocols["corrected"]
    only = study.model_copy(update={"protocols": {"corrected": corrected.model_copy(update={"controls": ("image",)})}})
    prompts = 12 + 2
    assert fill(tmp_path, only).asked == 4 * prompts
    assert fill(tmp_path, only).asked == 0
    # One more image a class; the control swapped, which shows images that were asked about already; blank and no_image.
    assert fill(tmp_path, only.model_copy(update={"images_per_class": 3})).asked == 2 * prompts
    assert fill(tmp_path, with_controls(only, "image", "swapped")).asked == 0
    assert fill(tmp_path, with_controls(only, "image", "blank")).asked == prompts
    assert fill(tmp_path, with_controls(only, "image", "blank", "no_image")).asked == prompts
    one_more = ClosedWording(
        family="yesno", polarity="positive", specificity="targeted", meaning="disease", text="Is there {disease}?"
    )
    wordings = only.prompts.model_copy(update={"closed": {**only.prompts.closed, "more": one_more}})
    assert fill(tmp_path, only.model_copy(update={"prompts": wordings})).asked == 4 * 2


def with_controls(study: Study, *controls: str) -> Study:
    protocol = study.protocols["corrected"].model_copy(update={"controls": controls})
    return study.model_copy(update={"protocols": {"corrected": protocol}})


def generation_ids(root: Path) -> list[str]:
    files = sorted(StudyPaths(root, "").ledger.glob("generations/*/*.parquet"))
    return [name for file in files for name in pl.read_parquet(file)["generation_id"]]


def assert_same(one: Filled, other: Filled) -> None:
    """Equal texts, verdicts and labels; option scores and embeddings within 1e-4."""
    assert one.tables.responses.equals(other.tables.responses)
    assert one.tables.descriptions.equals(other.tables.descriptions)
    assert one.answers.equals(other.answers)
    close_vectors(one.tables.option_scores, other.tables.option_scores, ["positive_logprob", "negative_logprob"])
    close_vectors(one.tables.embeddings.sort("image_id", "depth", "weights"),
                  other.tables.embeddings.sort("image_id", "depth", "weights"), ["vector"])  # fmt: skip

"""Phantoms: the same everywhere, graded, and true about themselves."""

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from medfrag_assets.sources.phantoms import SIZE_PX, TASK_NUMBERS, drawing, phantom

TASKS = tuple(TASK_NUMBERS)
MANY = 30


def pixels_digest(task: str, positive: bool, seed: int = 7, index: int = 3) -> str:
    return hashlib.sha256(phantom(task, positive, seed, index).image.tobytes()).hexdigest()[:16]


def test_another_process_draws_the_same() -> None:
    program = (
        "import hashlib; from medfrag_assets.sources.phantoms import TASK_NUMBERS, phantom; "
        "[print(hashlib.sha256(phantom(task, side, 7, 3).image.tobytes()).hexdigest()[:16]) "
        "for task in TASK_NUMBERS for side in (True, False)]"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == [pixels_digest(task, side) for task in TASKS for side in (True, False)]


def test_pixels_are_those_of_this_version() -> None:
    """Other pixels need another PHANTOMS_VERSION, and the checkpoints trained again."""
    assert [pixels_digest(task, positive) for task in TASKS for positive in (True, False)] == PIXELS_OF_VERSION_1


@pytest.mark.parametrize("task", TASKS)
def test_arguments_matter(task: str) -> None:
    seen = {pixels_digest(task, side, seed, index) for side in (True, False) for seed in (1, 2) for index in (0, 1)}
    assert len(seen) == 8


@pytest.mark.parametrize("task", TASKS)
def test_a_positive_knows_its_finding(task: str) -> None:
    for index in range(MANY):
        drawn = drawing(task, True, 7, index)
        found = drawn.phantom
        assert found.image.size == (SIZE_PX, SIZE_PX)
        assert found.image.mode == "RGB"
        assert 0.0 <= found.difficulty <= 1.0
        assert found.finding_kind != "none"
        assert found.finding_location != "none"
        assert 0.0 < found.finding_size_px <= SIZE_PX
        assert 0.0 <= found.finding_contrast <= 1.0
        assert found.finding_count >= 1
        assert drawn.footprint.shape == (SIZE_PX, SIZE_PX)
        assert 0.0 <= drawn.footprint.min() <= drawn.footprint.max() <= 1.0
        assert drawn.footprint.max() > 0.1


@pytest.mark.parametrize("task", TASKS)
def test_a_negative_has_none(task: str) -> None:
    drawn = drawing(task, False, 7, 0)
    assert drawn.phantom[2:] == ("none", "none", 0.0, 0.0, 0)
    assert not drawn.footprint.any()


@pytest.mark.parametrize("task", TASKS)
def test_contrast_falls_with_difficulty(task: str) -> None:
    drawn = sorted((phantom(task, True, 7, index) for index in range(3 * MANY)), key=lambda one: one.difficulty)
    easy, hard = drawn[:MANY], drawn[-MANY:]
    assert np.mean([one.finding_contrast for one in easy]) > 1.5 * np.mean([one.finding_contrast for one in hard])


@pytest.mark.parametrize("task", ["brain_tumor", "pneumonia"])
def test_size_falls_with_difficulty(task: str) -> None:
    drawn = sorted((phantom(task, True, 7, index) for index in range(3 * MANY)), key=lambda one: one.difficulty)
    assert drawn[0].finding_size_px > drawn[-1].finding_size_px


def test_an_unknown_task_is_named() -> None:
    with pytest.raises(ValueError, match="No phantom of 'knee'"):
        phantom("knee", True, 7, 0)


PIXELS_OF_VERSION_1 = [
    "6affc861a823e1e4",
    "6a5a513a708e7e04",
    "464a358673e0d7cf",
    "eec214048cf650af",
    "cb50582215afaa0e",
    "9c22416eecac460a",
    "cbf30fb55b936e40",
    "ec379a381a75f8a5",
]

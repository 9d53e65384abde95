"""Bad input ends with a line or two that name it, a non-zero exit and no traceback; nothing is published."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from safetensors.torch import load_file, save_file

from medfrag_assets.study.paths import PROJECT, StudyPaths
from medfrag_assets_tests.fixtures.command import medfrag
from medfrag_assets_tests.fixtures.studies import small_study_file

Spoil = Callable[[Path], None]


def folder_study(tmp_path: Path) -> str:
    """A study with one task on image folders of 3 images a class, of which it samples 2."""
    for side in ("yes", "no"):
        folder = tmp_path / "images" / side
        folder.mkdir(parents=True)
        for number in range(3):
            colour = (40 * number + (90 if side == "yes" else 0), 30, 60)
            Image.new("RGB", (20, 20), colour).save(folder / f"{number}.png")
    source = {"kind": "folder", "root": str(tmp_path / "images"), "classes": {"yes": "positive", "no": "negative"}}
    return str(small_study_file(tmp_path, tasks={"brain_tumor": {"use": "brain_tumor", "source": source}}))


def absent(root: Path) -> None:
    shutil.rmtree(root)


def empty(root: Path) -> None:
    for file in root.rglob("*.png"):
        file.unlink()


def single_class(root: Path) -> None:
    for file in (root / "no").iterdir():
        file.unlink()


def too_few(root: Path) -> None:
    (root / "yes" / "0.png").write_bytes(b"")
    (root / "yes" / "1.png").write_text("no image")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(absent, "no such folder"), (empty, "images"), (single_class, "no"), (too_few, "0.png")],
)
def test_a_folder_that_cannot_be_sampled(tmp_path: Path, spoil: Spoil, words: str) -> None:
    study = folder_study(tmp_path)
    spoil(tmp_path / "images")
    done = medfrag(tmp_path, "study", "run", "--study", study)
    assert done.returncode == 1
    assert words in done.stderr
    assert f"Task brain_tumor: {tmp_path / 'images'}: " in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr.count("\n") <= 3
    assert not StudyPaths(tmp_path, "small").database.exists()


def test_a_checkpoint_that_cannot_be_opened_stops_the_run_before_it_starts(tmp_path: Path) -> None:
    (tmp_path / "pickled").mkdir()
    (tmp_path / "pickled" / "config.json").write_text('{"architectures": ["Gemma3ForConditionalGeneration"]}')
    (tmp_path / "pickled" / "pytorch_model.bin").write_bytes(b"x")
    models = {"mine": {"checkpoint": str(tmp_path / "pickled"), "family": "gemma3"}}
    done = medfrag(tmp_path, "study", "run", "--study", str(small_study_file(tmp_path, models=models)))
    assert done.returncode == 1
    assert "pickled (pytorch_model.bin)" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_weights_that_are_not_all_there_never_answer(tmp_path: Path) -> None:
    folder = shutil.copytree(PROJECT / "data" / "embedded" / "tiny-gemma", tmp_path / "partial")
    weights = load_file(folder / "model.safetensors")
    kept = {name: weight for name, weight in weights.items() if "layers.2" not in name}
    save_file(kept, folder / "model.safetensors", metadata={"format": "pt"})
    models = {"mine": {"checkpoint": str(folder), "family": "gemma3"}}
    done = medfrag(tmp_path, "study", "run", "--study", str(small_study_file(tmp_path, models=models)))
    assert done.returncode == 1
    assert f"{folder}: {len(weights) - len(kept)} weights are missing from its files" in done.stderr
    assert "LOAD REPORT" not in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr.count("\n") <= 3
    assert not StudyPaths(tmp_path, "small").database.exists()


def test_a_study_file_with_a_key_twice(tmp_path: Path) -> None:
    path = small_study_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "seed: 3\n", encoding="utf-8")
    done = medfrag(tmp_path, "study", "status", "--study", str(path))
    assert done.returncode == 1
    assert f"{path}: not readable as YAML" in done.stderr
    assert "the key 'seed' is there twice" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["study", "run", "--study", "missing.yaml"], "missing.yaml"),
        (["study", "run", "--models", "nobody"], "no model 'nobody'"),
        (["study", "run", "--tasks", "nothing"], "no task 'nothing'"),
        (["sql", "select 1"], "No database of study embedded yet"),
        (["report"], "No database of study embedded yet"),
    ],
)
def test_commands_say_what_is_wrong_in_a_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = medfrag(tmp_path, *arguments)
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") <= 2


def test_the_doctor_says_what_the_paper_study_lacks(tmp_path: Path) -> None:
    done = medfrag(tmp_path, "doctor", "--study", "paper", HF_HOME=str(tmp_path), HF_HUB_OFFLINE="1", HF_TOKEN="")
    assert done.returncode == 1
    for words in ("llava-hf/llava-v1.6-mistral-7b-hf", "gated: accept its terms", "GPU with 20 GB", "chexpert"):
        assert words in done.stdout, done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_the_doctor_finds_nothing_missing_for_the_embedded_study(tmp_path: Path) -> None:
    done = medfrag(tmp_path, "doctor")
    assert done.returncode == 0, done.stdout
    assert "Everything is there." in done.stdout

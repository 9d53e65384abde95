"""A checkpoint folder is looked over before anything loads: what is wrong is said, and nothing is unpickled."""

import json
import shutil
from pathlib import Path

import pytest

from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.spec import Model
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets.vlm.weights import CheckpointError, parameter_count, tensors

SHIPPED = PROJECT / "data" / "embedded" / "tiny-gemma"


def model(folder: Path) -> Model:
    return Model(checkpoint=str(folder), family="gemma3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "checkpoint"))


def refusal(folder: Path) -> str:
    with pytest.raises(CheckpointError) as raised:
        find_checkpoint("mine", model(folder))
    message = str(raised.value)
    assert message.count("\n") <= 1
    return message


def test_a_folder_without_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    assert f"{folder}: holds no weights" in refusal(folder)


def test_pickled_weights_are_never_loaded(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(b"\x80\x04cos\nsystem\n(S'exit 1'\ntR.")
    assert "pickled (pytorch_model.bin)" in refusal(folder)


@pytest.mark.parametrize("kept", [0, 5, 100, 5_000, -1])
def test_a_truncated_file_is_named(folder: Path, kept: int) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:kept])
    assert f"{weights}: truncated" in refusal(folder)


def test_a_header_of_rubbish(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes((20).to_bytes(8, "little") + b"x" * 400)
    assert "unreadable header" in refusal(folder)


def test_a_missing_shard(folder: Path) -> None:
    index = {"weight_map": {"a": "model.safetensors", "b": "model-00002-of-00002.safetensors"}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    assert "model-00002-of-00002.safetensors" in refusal(folder)


def test_code_of_its_own_is_never_run(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"auto_map": {"AutoModel": "evil.Model"}}))
    assert "auto_map" in refusal(folder)


def test_the_wrong_family(folder: Path) -> None:
    with pytest.raises(CheckpointError, match="Gemma3ForConditionalGeneration, but the study says family llava"):
        find_checkpoint("mine", Model(checkpoint=str(folder), family="llava"))


def test_no_folder_and_no_hub_id() -> None:
    with pytest.raises(CheckpointError, match="no checkpoint folder"):
        find_checkpoint("mine", Model(checkpoint="data/embedded/tiny/none", family="llava"))


def test_a_hub_model_that_was_never_downloaded_says_how(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(CheckpointError, match="hf download someone/something"):
        find_checkpoint("mine", Model(checkpoint="someone/something", family="llava"))


def test_the_revision_follows_the_files(folder: Path) -> None:
    before = find_checkpoint("mine", model(folder))
    assert before == find_checkpoint("mine", model(folder))
    config = json.loads((folder / "generation_config.json").read_text())
    (folder / "generation_config.json").write_text(json.dumps(config | {"max_length": 77}))
    assert find_checkpoint("mine", model(folder)).revision != before.revision


def test_headers_tell_the_number_of_weights() -> None:
    assert parameter_count(SHIPPED) > 100_000
    assert any("vision_tower" in name for name in tensors(SHIPPED))


def test_every_checkpoint_of_the_embedded_study_is_there() -> None:
    for alias, shipped in load_study("embedded").models.items():
        assert find_checkpoint(alias, shipped).key.startswith(f"{alias}@")

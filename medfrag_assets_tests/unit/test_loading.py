"""A checkpoint loads whole or not at all: no weight is ever random, and what is wrong is said in a line or two."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file, save_file

from medfrag_assets.study.paths import PROJECT
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.loading import load_text_model, load_vision_language_model
from medfrag_assets.vlm.weights import CheckpointError

SHIPPED = PROJECT / "data" / "embedded"
Weights = dict[str, Any]
Load = Callable[[Checkpoint], Any]


def copy_of(alias: str, folder: Path) -> Path:
    return Path(shutil.copytree(SHIPPED / alias, folder / alias))


def weights_of(folder: Path) -> Weights:
    found: Weights = load_file(folder / "model.safetensors")
    return found


def write(folder: Path, weights: Weights, name: str = "model.safetensors") -> None:
    save_file(weights, folder / name, metadata={"format": "pt"})


def split(folder: Path, weights: Weights) -> None:
    """The weights in two files and an index."""
    (folder / "model.safetensors").unlink()
    names = sorted(weights)
    files = {name: f"model-0000{1 + index % 2}-of-00002.safetensors" for index, name in enumerate(names)}
    for file in sorted(set(files.values())):
        write(folder, {name: weights[name] for name in names if files[name] == file}, file)
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": files}))


def opened(folder: Path) -> Checkpoint:
    return Checkpoint("mine", "r", folder, "w", "p")


def refusal(load: Load, folder: Path, capfd: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(CheckpointError) as raised:
        load(opened(folder))
    message = str(raised.value)
    assert message.startswith(f"{folder}: ")
    assert message.count("\n") <= 1
    assert capfd.readouterr() == ("", "")
    return message


@pytest.mark.parametrize("shards", [False, True])
@pytest.mark.parametrize(
    ("alias", "load"), [("tiny-gemma", load_vision_language_model), ("tiny-diagnostician", load_text_model)]
)
def test_missing_weights_are_never_made_up(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], alias: str, load: Load, shards: bool
) -> None:
    folder = copy_of(alias, tmp_path)
    whole = weights_of(folder)
    kept = {name: weight for name, weight in whole.items() if "layers.1." not in name or "vision" in name}
    assert len(kept) < len(whole)
    (split if shards else write)(folder, kept)
    message = refusal(load, folder, capfd)
    assert f"{len(whole) - len(kept)} weights are missing from its files, first model." in message
    assert "layers.1." in message


@pytest.mark.parametrize("shards", [False, True])
def test_weights_of_another_shape(tmp_path: Path, capfd: pytest.CaptureFixture[str], shards: bool) -> None:
    folder = copy_of("tiny-gemma", tmp_path)
    weights = weights_of(folder)
    for name in [name for name in weights if name.endswith("mlp.down_proj.weight")]:
        weights[name] = weights[name][:5].clone()
    (split if shards else write)(folder, weights)
    message = refusal(load_vision_language_model, folder, capfd)
    assert "3 weights have another shape than config.json asks for" in message
    assert "(5, 224), not (96, 224)" in message


def test_a_config_of_another_size(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = copy_of("tiny-gemma", tmp_path)
    config = json.loads((folder / "config.json").read_text())
    config["text_config"]["intermediate_size"] = 96
    (folder / "config.json").write_text(json.dumps(config))
    assert "weights have another shape" in refusal(load_vision_language_model, folder, capfd)


def test_embeddings_are_missed_although_the_head_is_tied_to_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = copy_of("tiny-gemma", tmp_path)
    write(folder, {name: weight for name, weight in weights_of(folder).items() if "embed_tokens" not in name})
    assert "weights are missing" in refusal(load_vision_language_model, folder, capfd)


@pytest.mark.parametrize("shards", [False, True])
def test_tied_and_unexpected_weights_are_fine(tmp_path: Path, capfd: pytest.CaptureFixture[str], shards: bool) -> None:
    folder = copy_of("tiny-gemma", tmp_path)
    weights = weights_of(folder)
    assert not any("lm_head" in name for name in weights)
    some = next(iter(weights.values()))
    (split if shards else write)(folder, weights | {"model.something.else": some.clone()})
    loaded = load_vision_language_model(opened(folder))
    tied = loaded.model.get_output_embeddings().weight
    assert tied.data_ptr() == loaded.model.get_input_embeddings().weight.data_ptr()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tokenizer.json", '{"model": {}}'),
        ("tokenizer_config.json", "{}"),
        ("processor_config.json", '{"image_processor": 3}'),
        ("config.json", '{"model_type": "gemma3", "text_config": 3}'),
    ],
)
def test_whatever_transformers_stumbles_over_names_the_folder(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, content: str
) -> None:
    folder = copy_of("tiny-gemma", tmp_path)
    (folder / name).write_text(content)
    assert "transformers cannot open it: " in refusal(load_vision_language_model, folder, capfd)

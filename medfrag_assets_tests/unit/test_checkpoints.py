"""A checkpoint folder is looked over before anything loads: what is wrong is said, and nothing is unpickled."""

import json
import random
import shutil
from pathlib import Path

import pytest

from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.spec import Diagnostician, Model
from medfrag_assets.vlm.checkpoints import find_checkpoint, is_hub_id, study_diagnostician
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


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_no_safetensors_file(folder: Path, seed: int) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(random.Random(seed).randbytes(10_000))
    assert f"{weights}: not a safetensors file" in refusal(folder)


@pytest.mark.parametrize(
    "header",
    [
        [1, 2],
        {"a": 3},
        {"a": {"dtype": "F32", "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": [1]}},
        {"a": {"dtype": "F32", "shape": ["1"], "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": [1], "data_offsets": [4]}},
        {"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}},
        {"a": {"dtype": "F32", "shape": [1], "data_offsets": [-4, 4]}},
    ],
)
def test_a_header_that_lists_no_tensors(folder: Path, header: object) -> None:
    text = json.dumps(header).encode()
    weights = folder / "model.safetensors"
    weights.write_bytes(len(text).to_bytes(8, "little") + text + b"\0" * 4)
    assert f"{weights}: not a safetensors file" in refusal(folder)


def test_a_pointer_of_git_lfs_is_called_so(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 999728\n")
    assert "git lfs pull" in refusal(folder)


def test_a_missing_shard(folder: Path) -> None:
    index = {"weight_map": {"a": "model.safetensors", "b": "model-00002-of-00002.safetensors"}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    assert "model-00002-of-00002.safetensors" in refusal(folder)


def test_weights_that_the_index_names_and_no_file_has(folder: Path) -> None:
    index = {"weight_map": dict.fromkeys([*tensors(SHIPPED), "b.weight", "c.weight"], "model.safetensors")}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    said = (
        f"{folder}: 2 of {len(index['weight_map'])} weights that its index names are not in their files, first b.weight"
    )
    assert said in refusal(folder)


@pytest.mark.parametrize("content", ["{}", "no JSON", "[]", '{"weight_map": [1]}', '{"weight_map": {"a": [1]}}'])
def test_an_index_that_is_none(folder: Path, content: str) -> None:
    index = folder / "model.safetensors.index.json"
    index.write_text(content)
    assert f"{index}: " in refusal(folder)


def test_no_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    assert f"{folder}: has no tokenizer" in refusal(folder)


@pytest.mark.parametrize("name", ["tokenizer.json", "tokenizer_config.json", "processor_config.json"])
@pytest.mark.parametrize("content", ["no JSON", "[]", "[" * 100_000])
def test_a_broken_file_of_the_processor_is_named(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    assert f"{folder / name}: not readable" in refusal(folder)


def test_a_tokenizer_that_is_none(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")
    assert f"{folder / 'tokenizer.json'}: not a tokenizer" in refusal(folder)


def test_nothing_that_prepares_images(folder: Path) -> None:
    (folder / "processor_config.json").unlink()
    assert f"{folder}: nothing says how images are prepared" in refusal(folder)


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json", "processor_config.json"])
def test_no_file_may_ask_for_code(folder: Path, name: str) -> None:
    content = json.loads((folder / name).read_text())
    (folder / name).write_text(json.dumps(content | {"auto_map": {"AutoProcessor": "evil.Processor"}}))
    assert f"{folder}: asks for code of its own (auto_map in {name})" in refusal(folder)


def test_the_diagnostician_is_looked_over_too(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED.parent / "tiny-diagnostician", tmp_path / "reader")
    (folder / "tokenizer.json").unlink()
    reader = Diagnostician(alias="reader", checkpoint=str(folder))
    with pytest.raises(CheckpointError, match="has no tokenizer"):
        study_diagnostician(load_study("embedded").model_copy(update={"diagnostician": reader}))


def test_a_chat_template_is_needed_for_protocols_without_their_own(folder: Path) -> None:
    (folder / "chat_template.jinja").unlink()
    message = refusal(folder)
    assert f"{folder}: its processor has no chat template (chat_template.jinja)" in message
    assert "templates: {corrected: …}" in message
    own = model(folder).model_copy(update={"templates": {"corrected": "<image>{prompt}"}})
    assert find_checkpoint("mine", own, ["corrected"])
    with pytest.raises(CheckpointError, match="gives none for as_published"):
        find_checkpoint("mine", own, ["corrected", "as_published"])


@pytest.mark.parametrize("name", ["processor_config.json", "chat_template.json"])
def test_a_chat_template_may_lie_in_older_places(folder: Path, name: str) -> None:
    template = (folder / "chat_template.jinja").read_text()
    (folder / "chat_template.jinja").unlink()
    content = json.loads((folder / name).read_text()) if (folder / name).is_file() else {}
    (folder / name).write_text(json.dumps(content | {"chat_template": template}))
    assert find_checkpoint("mine", model(folder))


@pytest.mark.parametrize("architectures", [None, [], {"a": 1}, 3])
def test_a_config_that_names_no_architecture(folder: Path, architectures: object) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"architectures": architectures}))
    assert "no named architecture" in refusal(folder)


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


@pytest.mark.parametrize("name", ["data/nope", "docs/nope", "./nope", "../nope", "~/nope", "/nope", "nope"])
def test_a_folder_that_is_not_there_is_not_taken_for_a_hub_id(name: str) -> None:
    assert not is_hub_id(name)
    with pytest.raises(CheckpointError, match=r"mine: no checkpoint folder /.*nope\."):
        find_checkpoint("mine", Model(checkpoint=name, family="llava"))


def test_what_is_neither_folder_nor_hub_id() -> None:
    with pytest.raises(CheckpointError, match="neither a folder that is there nor a hub id"):
        find_checkpoint("mine", Model(checkpoint="some one/some thing", family="llava"))


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

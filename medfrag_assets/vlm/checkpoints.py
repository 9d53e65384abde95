"""From a model of the study to a checkpoint on this machine: found, identified, looked over before it loads."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.study.digest import digest, file_digest
from medfrag_assets.study.paths import from_project
from medfrag_assets.study.spec import Model, Study
from medfrag_assets.vlm.weights import CheckpointError, tensors

_ARCHITECTURES = {
    "llava": "LlavaForConditionalGeneration",
    "llava_next": "LlavaNextForConditionalGeneration",
    "gemma3": "Gemma3ForConditionalGeneration",
}
_PROCESSOR_FILES = (
    "added_tokens.json",
    "chat_template.jinja",
    "chat_template.json",
    "merges.txt",
    "preprocessor_config.json",
    "processor_config.json",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer.model",
    "tokenizer_config.json",
    "vocab.json",
)
_MODEL_FILES = ("config.json", "generation_config.json")
# Image processors can run on PIL or on torchvision, with slightly different pixels: PIL here, and part of the identity.
_IMAGE_BACKEND = "pil"
_REVISION_LENGTH = 12


class Checkpoint(NamedTuple):
    """A model at one revision, in a folder of this machine."""

    alias: str
    revision: str
    folder: Path
    digest: str
    processor_digest: str

    @property
    def key(self) -> str:
        """alias@revision, the partition key."""
        return f"{self.alias}@{self.revision}"


class Available(NamedTuple):
    """Checkpoints of a study that this machine can open, and the reasons of the others, both by alias."""

    found: dict[str, Checkpoint]
    missing: dict[str, str]


def available_checkpoints(study: Study) -> Available:
    """Looks for the checkpoint of every model of the study."""
    found: dict[str, Checkpoint] = {}
    missing: dict[str, str] = {}
    for alias, model in study.models.items():
        try:
            found[alias] = find_checkpoint(alias, model)
        except CheckpointError as error:
            missing[alias] = str(error)
    return Available(found, missing)


def find_checkpoint(alias: str, model: Model) -> Checkpoint:
    """The checkpoint of a vision-language model. Raises `CheckpointError` with the reason and the way out."""
    checkpoint = _find(alias, model.checkpoint, model.revision)
    config = _config(checkpoint.folder)
    expected = _ARCHITECTURES[model.family]
    found = (config.get("architectures") or ["none named"])[0]
    if found != expected:
        raise CheckpointError(
            f"{checkpoint.folder}: is a {found}, but the study says family {model.family} ({expected}). "
            "Correct the one that is wrong."
        )
    return checkpoint


def study_diagnostician(study: Study) -> Checkpoint | None:
    """The study's text-only checkpoint that diagnoses from descriptions, if it names one. Raises `CheckpointError`."""
    named = study.diagnostician
    return _find(named.alias, named.checkpoint, "main") if named else None


def _find(alias: str, name: str, revision: str) -> Checkpoint:
    folder = from_project(name)
    if folder.is_dir():
        _look_over(folder)
        weights, processor = _model_digest(folder), _processor_digest(folder)
        local = digest([weights, processor])[:_REVISION_LENGTH]
        return Checkpoint(alias, local, folder, weights, processor)
    if is_hub_id(name):
        snapshot = _hub_snapshot(alias, name, revision)
        _look_over(snapshot)
        commit = snapshot.name
        return Checkpoint(
            alias, commit[:_REVISION_LENGTH], snapshot, digest([name, commit]), _processor_digest(snapshot)
        )
    raise CheckpointError(f"{alias}: no checkpoint folder {folder}.")


def is_hub_id(name: str) -> bool:
    """Whether a checkpoint is named like a hub repository, owner/name, rather than a path."""
    return name.count("/") == 1 and not name.startswith((".", "/", "~"))


def _hub_snapshot(alias: str, hub_id: str, revision: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        return Path(snapshot_download(hub_id, revision=revision, local_files_only=True))
    except LocalEntryNotFoundError:
        raise CheckpointError(
            f"{alias}: {hub_id} ({revision}) is not on this machine. Download it with: hf download {hub_id} "
            f"--revision {revision} --exclude '*.bin' --exclude '*.pth'"
        ) from None


def _look_over(folder: Path) -> None:
    """Refuses what must not or cannot be loaded, before transformers sees the folder."""
    config = _config(folder)
    if "auto_map" in config:
        raise CheckpointError(f"{folder}: asks for code of its own (auto_map in config.json), which is never run.")
    tensors(folder)


def _config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    if not path.is_file():
        raise CheckpointError(f"{folder}: not a checkpoint folder (no config.json).")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise CheckpointError(f"{path}: not readable as JSON.")
    return content


def _model_digest(folder: Path) -> str:
    names = [*_MODEL_FILES, *(file.name for file in folder.glob("*.safetensors"))]
    return _files_digest(folder, names)


def _processor_digest(folder: Path) -> str:
    return digest([_files_digest(folder, _PROCESSOR_FILES), _IMAGE_BACKEND])


def _files_digest(folder: Path, names: tuple[str, ...] | list[str]) -> str:
    return digest([[name, file_digest(folder / name)] for name in sorted(names) if (folder / name).is_file()])

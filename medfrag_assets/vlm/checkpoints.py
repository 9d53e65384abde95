"""From a model of the study to a checkpoint on this machine: found, identified, looked over before it loads."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.study.digest import digest, file_digest
from medfrag_assets.study.paths import PROJECT, from_project
from medfrag_assets.study.spec import Model, ProtocolName, Study
from medfrag_assets.vlm.known_folders import Digests, folder_state, recall, remember
from medfrag_assets.vlm.weights import CheckpointError, read_json, tensors

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
_TOKENIZER_FILES = ("tokenizer.json", "tokenizer.model", "vocab.json")
_IMAGE_PROCESSOR_FILES = ("preprocessor_config.json", "processor_config.json")
# Where a processor looks for its chat template: in a file of its own, or in files that have other uses too.
_TEMPLATE_FILE = "chat_template.jinja"
_FILES_WITH_TEMPLATE = ("chat_template.json", "processor_config.json")
_MODEL_FILES = ("config.json", "generation_config.json")
# Image processors can run on PIL or on torchvision, with slightly different pixels: PIL here, and part of the identity.
_IMAGE_BACKEND = "pil"
_REVISION_LENGTH = 12
# What of a hub repository is fetched and counted on: never weights that may run code when opened.
HUB_FILES = ("*.safetensors", "*.json", "*.jinja", "*.model", "*.txt")


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
            found[alias] = find_checkpoint(alias, model, study.protocols)
        except CheckpointError as error:
            missing[alias] = str(error)
    return Available(found, missing)


def find_checkpoint(alias: str, model: Model, protocols: Iterable[ProtocolName] = ("corrected",)) -> Checkpoint:
    """The checkpoint of a vision-language model, which the study asks under these protocols.

    Raises `CheckpointError` with the reason and the way out.
    """
    checkpoint = _find(alias, model.checkpoint, model.revision)
    _require_family(checkpoint.folder, model)
    if not any((checkpoint.folder / name).is_file() for name in _IMAGE_PROCESSOR_FILES):
        raise CheckpointError(
            f"{checkpoint.folder}: nothing says how images are prepared ({' or '.join(_IMAGE_PROCESSOR_FILES)}). "
            "Copy or download the checkpoint again."
        )
    _require_templates(checkpoint.folder, [name for name in protocols if name not in model.templates])
    return checkpoint


def earlier_snapshot(key: str, model: Model, protocols: Iterable[ProtocolName]) -> Checkpoint | None:
    """The checkpoint `key` (alias@revision) of a hub model whose revision has moved on; null when its snapshot is gone.

    Raises `CheckpointError` when it is there and cannot be used.
    """
    alias, _, revision = key.rpartition("@")
    now = local_snapshot(model.checkpoint, model.revision) if is_hub_id(model.checkpoint) else None
    for snapshot in now.parent.iterdir() if now else ():
        if snapshot.name[:_REVISION_LENGTH] == revision:
            return find_checkpoint(alias, model.model_copy(update={"revision": snapshot.name}), protocols)
    return None


def study_diagnostician(study: Study) -> Checkpoint | None:
    """The study's text-only checkpoint that diagnoses from descriptions; null where it names none, or one on a server.

    Raises `CheckpointError`.
    """
    named = study.diagnostician
    return _find(named.alias, named.checkpoint, "main") if named and named.checkpoint else None


def _find(alias: str, name: str, revision: str) -> Checkpoint:
    folder = from_project(name)
    if folder.is_dir():
        weights, processor = _digests(folder)
        local = digest([weights, processor])[:_REVISION_LENGTH]
        return Checkpoint(alias, local, folder, weights, processor)
    if is_hub_id(name):
        snapshot = _hub_snapshot(alias, name, revision)
        _look_over(snapshot)
        commit = snapshot.name
        return Checkpoint(
            alias, commit[:_REVISION_LENGTH], snapshot, digest([name, commit]), _processor_digest(snapshot)
        )
    raise CheckpointError(
        f"{alias}: no checkpoint folder {folder}. Put it there, or set `checkpoint` to a folder or hub id (owner/name)."
    )


def is_hub_id(name: str) -> bool:
    """Whether a checkpoint is named like a hub repository, owner/name, rather than a path.

    What begins with a folder of the project, data/ above all, is a path, whether or not it is there.
    """
    owner, _, rest = name.partition("/")
    if not owner or not rest or "/" in rest or name.startswith((".", "~")):
        return False
    return owner != "data" and not (PROJECT / owner).is_dir()


def local_snapshot(hub_id: str, revision: str) -> Path | None:
    """Where a revision of a hub model lies whole on this machine, as it was fetched last; null where it does not.

    Raises huggingface_hub's `HFValidationError` for what can be no hub id.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        found = snapshot_download(hub_id, revision=revision, allow_patterns=list(HUB_FILES), local_files_only=True)
    except LocalEntryNotFoundError:
        return None
    return Path(found)


def _hub_snapshot(alias: str, hub_id: str, revision: str) -> Path:
    from huggingface_hub.errors import HFValidationError

    try:
        found = local_snapshot(hub_id, revision)
    except HFValidationError:
        raise CheckpointError(f"{alias}: {hub_id!r} is neither a folder that is there nor a hub id.") from None
    if found is None:
        raise CheckpointError(
            f"{alias}: {hub_id} ({revision}) is not on this machine. Download it with: hf download {hub_id} "
            f"--revision {revision} --exclude '*.bin' --exclude '*.pth'"
        )
    return found


def identifying_files(folder: Path) -> dict[str, Path]:
    """By name, where the files that make up a checkpoint really lie: snapshots in a cache share what is the same."""
    names = {*_MODEL_FILES, *_PROCESSOR_FILES}
    return {
        file.name: file.resolve() for file in folder.iterdir() if file.name in names or file.suffix == ".safetensors"
    }


def _digests(folder: Path) -> Digests:
    """Looks the folder over and digests it, or recalls both while none of its files has changed."""
    state = folder_state(folder)
    if known := recall(folder, state):
        return known
    _look_over(folder)
    found = Digests(_model_digest(folder), _processor_digest(folder))
    remember(folder, state, found)
    return found


def _look_over(folder: Path) -> None:
    """Refuses what must not or cannot be loaded, before transformers sees the folder."""
    if not (folder / "config.json").is_file():
        raise CheckpointError(f"{folder}: not a checkpoint folder (no config.json).")
    tensors(folder)
    if not any((folder / name).is_file() for name in _TOKENIZER_FILES):
        raise CheckpointError(f"{folder}: has no tokenizer (no tokenizer.json). Copy or download the checkpoint again.")
    for name in (*_MODEL_FILES, *_PROCESSOR_FILES):
        if name.endswith(".json") and (folder / name).is_file():
            _require_plain(folder, name, read_json(folder / name))


def _require_plain(folder: Path, name: str, content: dict[str, Any]) -> None:
    """Refuses a file that asks for code, and a tokenizer that is none."""
    # A processor's file may hold those of its parts.
    if any("auto_map" in part for part in (content, *content.values()) if isinstance(part, dict)):
        raise CheckpointError(f"{folder}: asks for code of its own (auto_map in {name}), which is never run.")
    if name == "tokenizer.json" and not isinstance(content.get("model"), dict):
        raise CheckpointError(f"{folder / name}: not a tokenizer (it has no `model`). Copy or download it again.")


def _require_family(folder: Path, model: Model) -> None:
    architectures = read_json(folder / "config.json").get("architectures")
    found = architectures[0] if isinstance(architectures, list) and architectures else "model of no named architecture"
    expected = _ARCHITECTURES[model.family]
    if found != expected:
        raise CheckpointError(
            f"{folder}: is a {found}, but the study says family {model.family} ({expected}). "
            "Correct the one that is wrong."
        )


def _require_templates(folder: Path, protocols: list[ProtocolName]) -> None:
    """Refuses a checkpoint without a chat template, where the study gives none for these protocols."""
    with_template = (name for name in _FILES_WITH_TEMPLATE if (folder / name).is_file())
    if not protocols or (folder / _TEMPLATE_FILE).is_file():
        return
    if not any(read_json(folder / name).get("chat_template") for name in with_template):
        raise CheckpointError(
            f"{folder}: its processor has no chat template ({_TEMPLATE_FILE}), and the study gives none for "
            f"{' and '.join(protocols)}.\nPut the file there, or give the model `templates: {{{protocols[0]}: …}}`."
        )


def _model_digest(folder: Path) -> str:
    names = [*_MODEL_FILES, *(file.name for file in folder.glob("*.safetensors"))]
    return _files_digest(folder, names)


def _processor_digest(folder: Path) -> str:
    return digest([_files_digest(folder, _PROCESSOR_FILES), _IMAGE_BACKEND])


def _files_digest(folder: Path, names: tuple[str, ...] | list[str]) -> str:
    return digest([[name, file_digest(folder / name)] for name in sorted(names) if (folder / name).is_file()])

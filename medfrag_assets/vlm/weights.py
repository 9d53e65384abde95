"""What a folder of safetensors files holds, read from the headers: no tensor is loaded and nothing is unpickled."""

import hashlib
import json
import math
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.study.errors import MedfragError

_LENGTH_BYTES = 8
# What the format allows for a header; its first character is always the brace.
_LONGEST_HEADER = 100_000_000
_LFS_POINTER = b"version https://git-lfs"
PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")


class CheckpointError(MedfragError):
    """A checkpoint that cannot be used as it stands."""


class Tensor(NamedTuple):
    """One tensor of a file: where its bytes lie (offsets from the start of the file) and its shape."""

    file: Path
    shape: tuple[int, ...]
    start: int
    end: int


def tensors(folder: Path) -> dict[str, Tensor]:
    """Every tensor of the folder by name.

    Raises `CheckpointError` when there are no safetensors files, only pickled ones, when a shard or a tensor that the
    index names is missing, or when a file is none or is shorter than its header says.
    """
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        raise _no_weights(folder)
    index = _index(folder)
    _require_shards(folder, index, {file.name for file in files})
    found = {file.name: _file_tensors(file) for file in files}
    _require_indexed(folder, index, found)
    return {name: tensor for inside in found.values() for name, tensor in inside.items()}


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object in a file. Raises `CheckpointError` when it cannot be read or holds something else."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise CheckpointError(f"{path}: not readable as a JSON object. Copy or download it again.")
    return content


def parameter_count(folder: Path) -> int:
    """Number of weights in the folder's safetensors files."""
    return sum(math.prod(tensor.shape) for tensor in tensors(folder).values())


def vision_tower_digest(folder: Path) -> str:
    """sha256 (64 hex) over the vision tower's tensors in order of name: their names, shapes and bytes."""
    state = hashlib.sha256()
    for name, tensor in sorted(tensors(folder).items()):
        if "vision_tower" not in name:
            continue
        state.update(f"{name.removeprefix('model.')}{tensor.shape}".encode())
        with tensor.file.open("rb") as file:
            file.seek(tensor.start)
            state.update(file.read(tensor.end - tensor.start))
    return state.hexdigest()


def _file_tensors(path: Path) -> dict[str, Tensor]:
    size = path.stat().st_size
    with path.open("rb") as file:
        prefix = file.read(_LENGTH_BYTES)
        length = int.from_bytes(prefix, "little")
        text = file.read(min(length, _LONGEST_HEADER))
    if (prefix + text).startswith(_LFS_POINTER):
        raise CheckpointError(f"{path}: a pointer of git-lfs, not the weights. Fetch them with: git lfs pull")
    if length > _LONGEST_HEADER or (text and not text.startswith(b"{")):
        raise _not_safetensors(path)
    start = _LENGTH_BYTES + length
    if size < _LENGTH_BYTES or start > size:
        raise CheckpointError(_truncated(path))
    found = {name: _tensor(path, start, entry) for name, entry in _header(path, text).items()}
    if max((tensor.end for tensor in found.values()), default=start) != size:
        raise CheckpointError(_truncated(path))
    return found


def _header(path: Path, text: bytes) -> dict[str, Any]:
    """The header's entry of every tensor, unchecked."""
    try:
        header = json.loads(text)
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict):
        raise _not_safetensors(path)
    return {name: entry for name, entry in header.items() if name != "__metadata__"}


def _tensor(path: Path, start: int, entry: Any) -> Tensor:
    """One tensor from its entry; offsets in the entry count from `start`, the end of the header."""
    fields = entry if isinstance(entry, dict) else {}
    shape, offsets = _sizes(fields.get("shape")), _sizes(fields.get("data_offsets"))
    if shape is None or offsets is None or len(offsets) != 2 or offsets[0] > offsets[1]:
        raise _not_safetensors(path)
    return Tensor(path, shape, start + offsets[0], start + offsets[1])


def _sizes(value: Any) -> tuple[int, ...] | None:
    """A list of whole numbers from zero up, as a tuple; null for anything else."""
    if isinstance(value, list) and all(type(one) is int and one >= 0 for one in value):
        return tuple(value)
    return None


def _not_safetensors(path: Path) -> CheckpointError:
    return CheckpointError(f"{path}: not a safetensors file (unreadable header). Copy or download it again.")


def _truncated(path: Path) -> str:
    return f"{path}: truncated (its size is not what its header says). Copy or download it again."


def _index(folder: Path) -> dict[str, str]:
    """The file of every tensor, as the index of a checkpoint in several files says; empty where there is none."""
    path = folder / "model.safetensors.index.json"
    if not path.is_file():
        return {}
    files = read_json(path).get("weight_map")
    if not isinstance(files, dict) or not files or not all(isinstance(file, str) for file in files.values()):
        raise CheckpointError(f"{path}: has no `weight_map` from weights to files. Copy or download it again.")
    return files


def _require_shards(folder: Path, index: dict[str, str], present: set[str]) -> None:
    named = set(index.values())
    if missing := sorted(named - present):
        raise CheckpointError(
            f"{folder}: {len(missing)} of {len(named)} weight files are missing, first {missing[0]}. "
            "Copy or download them again."
        )


def _require_indexed(folder: Path, index: dict[str, str], found: dict[str, dict[str, Tensor]]) -> None:
    missing = sorted(name for name, file in index.items() if name not in found[file])
    if missing:
        raise CheckpointError(
            f"{folder}: {len(missing)} of {len(index)} weights that its index names are not in their files, first "
            f"{missing[0]} ({index[missing[0]]}). Copy or download the checkpoint again."
        )


def _no_weights(folder: Path) -> CheckpointError:
    pickled = sorted(file.name for file in folder.iterdir() if file.suffix in PICKLED)
    if pickled:
        return CheckpointError(
            f"{folder}: its weights are pickled ({pickled[0]}), which may run code when opened and is never loaded. "
            "Convert them to safetensors."
        )
    return CheckpointError(f"{folder}: holds no weights (no *.safetensors file).")

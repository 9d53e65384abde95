"""What a folder of safetensors files holds, read from the headers: no tensor is loaded and nothing is unpickled."""

import hashlib
import json
import math
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.study.errors import MedfragError

_LENGTH_BYTES = 8
_PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")


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

    Raises `CheckpointError` when there are no safetensors files, only pickled ones, when a shard that the index names
    is missing, or when a file is shorter than its header says.
    """
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        raise _no_weights(folder)
    _require_shards(folder, {file.name for file in files})
    return {name: tensor for file in files for name, tensor in _file_tensors(file).items()}


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
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        start = _LENGTH_BYTES + length
        if size < _LENGTH_BYTES or start > size:
            raise CheckpointError(_truncated(path))
        try:
            header: dict[str, Any] = json.loads(file.read(length))
        except ValueError:
            raise CheckpointError(f"{path}: not a safetensors file (unreadable header). Copy it again.") from None
    found = {
        name: Tensor(path, tuple(entry["shape"]), *(start + offset for offset in entry["data_offsets"]))
        for name, entry in header.items()
        if name != "__metadata__"
    }
    if max((tensor.end for tensor in found.values()), default=start) != size:
        raise CheckpointError(_truncated(path))
    return found


def _truncated(path: Path) -> str:
    return f"{path}: truncated (its size is not what its header says). Copy or download it again."


def _require_shards(folder: Path, present: set[str]) -> None:
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return
    named = set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
    if missing := sorted(named - present):
        raise CheckpointError(f"{folder}: {len(missing)} of {len(named)} weight files are missing, first {missing[0]}.")


def _no_weights(folder: Path) -> CheckpointError:
    pickled = sorted(file.name for file in folder.iterdir() if file.suffix in _PICKLED)
    if pickled:
        return CheckpointError(
            f"{folder}: its weights are pickled ({pickled[0]}), which may run code when opened and is never loaded. "
            "Convert them to safetensors."
        )
    return CheckpointError(f"{folder}: holds no weights (no *.safetensors file).")

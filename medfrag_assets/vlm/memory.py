"""Memory: what this process has used at most, and how much a batch may take."""

import gc
import os
import resource
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.study.errors import MedfragError

_KIB_PER_GB = 1024 * 1024
_BYTES_PER_GB = 1024**3
# On a CPU other programs want memory too, and larger batches gain nothing there.
_CPU_SHARE, _CPU_MOST_GB = 0.25, 2.0
_GPU_SHARE = 0.8
_FLOAT32_BYTES = 4


def peak_memory_gb(device: str) -> float:
    """Peak device memory on a GPU, otherwise peak resident memory of this process, in GiB."""
    if device == "cuda":
        import torch

        return float(torch.cuda.max_memory_allocated()) / _BYTES_PER_GB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_GB


def memory_budget(device: str) -> int:
    """Bytes that one batch may take: MEDFRAG_BATCH_GB, or a share of what is free once the model is loaded.

    Raises `MedfragError` when MEDFRAG_BATCH_GB is no positive number.
    """
    if asked := os.environ.get("MEDFRAG_BATCH_GB"):
        return int(_positive("MEDFRAG_BATCH_GB", asked) * _BYTES_PER_GB)
    if device == "cuda":
        import torch

        free, _ = torch.cuda.mem_get_info()
        return int(free * _GPU_SHARE)
    return int(min(_available() * _CPU_SHARE, _CPU_MOST_GB * _BYTES_PER_GB))


def release_memory() -> None:
    """Gives back what models took that nobody holds any more, for the next one to be loaded into."""
    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


class Footprint(NamedTuple):
    """What a model keeps per token, in bytes: keys and values of all layers, activations while tokens are read, and
    the scores over its vocabulary.
    """

    cache: int
    activations: int
    scores: int

    def image_bytes(self, read: int, kept: int, scored: int) -> int:
        """Bytes that an image takes at most: tokens `read` at once, `kept` in the cache, `scored` at once.

        The cache counts twice, since it is copied as it grows.
        """
        return read * self.activations + 2 * kept * self.cache + scored * self.scores


def footprint(model: Any) -> Footprint:
    """The footprint of a loaded vision-language model, from the shapes of its language model.

    Activations of the widest layer: the gate, up and product of the feed-forward part, and eight vectors of the hidden
    size. A rough upper bound; where a GPU runs out all the same, batches are halved.
    """
    text = model.config.get_text_config()
    size = model.dtype.itemsize
    head = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    return Footprint(
        cache=2 * text.num_hidden_layers * text.num_key_value_heads * head * size,
        activations=(3 * text.intermediate_size + 8 * text.hidden_size) * size,
        scores=3 * text.vocab_size * _FLOAT32_BYTES,
    )


def _available() -> int:
    """Free memory of this machine, and of its container where that has a limit."""
    for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return int(_CPU_MOST_GB * _BYTES_PER_GB)


def _positive(name: str, given: str) -> float:
    try:
        number = float(given)
    except ValueError:
        number = 0.0
    if not number > 0:
        raise MedfragError(f"{name} is {given!r}: it must be a number above 0.")
    return number

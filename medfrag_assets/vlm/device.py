"""Which device this machine computes on, told without importing torch."""

import os
from pathlib import Path
from typing import Literal

from medfrag_assets.study.errors import MedfragError

Device = Literal["cpu", "cuda"]
_SMALL_MODEL_PARAMETERS = 10_000_000
_DEVICES: tuple[Device, ...] = ("cpu", "cuda")


def device() -> Device:
    """MEDFRAG_DEVICE where it is set, otherwise cuda where an NVIDIA device is there, otherwise cpu."""
    asked = os.environ.get("MEDFRAG_DEVICE", "auto")
    if asked == "auto":
        return "cuda" if Path("/dev/nvidiactl").exists() else "cpu"
    for known in _DEVICES:
        if asked == known:
            return known
    raise MedfragError(f"MEDFRAG_DEVICE is {asked!r}: it may be auto, cpu or cuda.")


def dtype() -> str:
    """bfloat16 on a GPU (float16 gives empty output on Gemma 3), float32 on a CPU. Part of a generation's identity."""
    return "bfloat16" if device() == "cuda" else "float32"


def threads(parameters: int) -> int:
    """Torch threads for a model with that many weights: MEDFRAG_THREADS, or all cores this process may use.

    A small model gets one: splitting its work costs more than it saves, several times over when the machine is busy.
    """
    asked = os.environ.get("MEDFRAG_THREADS")
    if asked:
        return max(1, int(asked))
    return 1 if parameters < _SMALL_MODEL_PARAMETERS else len(os.sched_getaffinity(0))

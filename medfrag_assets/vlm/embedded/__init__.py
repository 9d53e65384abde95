"""The tiny checkpoints of the embedded study, trained from nothing by this code: toys of the real architectures.

What they answer says nothing about medicine. See docs/embedded.md.
"""

from collections.abc import Callable
from pathlib import Path

CHECKPOINTS = ("tiny-llava", "tiny-llava-med", "tiny-gemma", "tiny-medgemma", "tiny-diagnostician")


def train_all(out: Path, seed: int, progress: Callable[[str, float], None] | None = None) -> None:
    """Trains all of `CHECKPOINTS` from nothing into folders of `out`, on one thread; deterministic on one machine.

    `progress` hears what is being trained and the share of all training that is done, 0 to 1. Global state of torch's
    random numbers and number of threads is put back.
    """
    import torch

    from medfrag_assets.vlm.embedded.training import train_everything

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.random.fork_rng(devices=[]):
            train_everything(Path(out), seed, progress or (lambda words, share: None))
    finally:
        torch.set_num_threads(threads)

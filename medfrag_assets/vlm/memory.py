"""Memory that this process has used at most."""

import resource

_KIB_PER_GB = 1024 * 1024


def peak_memory_gb(device: str) -> float:
    """Peak device memory on a GPU, otherwise peak resident memory of this process, in GiB."""
    if device == "cuda":
        import torch

        return float(torch.cuda.max_memory_allocated()) / 1024**3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_GB

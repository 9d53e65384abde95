"""Training pictures: phantoms of training seeds with their true findings, as tensors."""

from typing import Any, NamedTuple

import numpy as np

from medfrag_assets.sources.phantoms import SIZE_PX, TASK_NUMBERS, drawing

TASKS = tuple(TASK_NUMBERS)
# Image tokens lie on a square grid; footprints are averaged over its cells.
GRID = 4


class Facts(NamedTuple):
    """What is true of one training picture. See `medfrag_assets.sources.phantoms.Phantom` for units and ranges."""

    task: str
    positive: bool
    difficulty: float
    kind: str
    location: str
    size_px: float


class Pictures(NamedTuple):
    """`pixels` (n, 3, 64, 64) float in -1 to 1, `cover` (n, 16) float in 0 to 1, and one `Facts` per picture."""

    pixels: Any
    cover: Any
    facts: list[Facts]


def training_pictures(seed: int, per_class: int) -> Pictures:
    """`per_class` phantoms of each side of each task, sides and tasks interleaved. `seed` must be a training seed."""
    import torch

    pixels, covers, facts = [], [], []
    for index in range(per_class):
        for task in TASKS:
            for positive in (True, False):
                drawn = drawing(task, positive, seed, index)
                found = drawn.phantom
                pixels.append(np.asarray(found.image))
                covers.append(_cells(drawn.footprint))
                facts.append(
                    Facts(
                        task,
                        positive,
                        found.difficulty,
                        found.finding_kind,
                        found.finding_location,
                        found.finding_size_px,
                    )
                )
    stacked = torch.from_numpy(np.stack(pixels)).permute(0, 3, 1, 2).float() / 127.5 - 1.0
    return Pictures(stacked.contiguous(), torch.from_numpy(np.stack(covers)).float(), facts)


def _cells(footprint: Any) -> Any:
    """(64, 64) → (16,): mean over each cell of the grid."""
    side = SIZE_PX // GRID
    return footprint.reshape(GRID, side, GRID, side).mean(axis=(1, 3)).reshape(-1)

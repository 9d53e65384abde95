"""Vision towers: pretraining on true findings with a head that is thrown away."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from medfrag_assets.vlm.embedded.architectures import Architecture
from medfrag_assets.vlm.embedded.pictures import TASKS, Facts, Pictures
from medfrag_assets.vlm.embedded.schedules import learning_rate

BATCH = 48


class Weights(NamedTuple):
    """How much each part of the pretraining loss counts."""

    finding: float
    cover: float
    words: float
    task: float
    difficulty: float


GENERAL = Weights(finding=1.0, cover=2.0, words=0.3, task=0.3, difficulty=3.0)
# The medical tower goes on with findings; the base tower with what a picture is, and fewer findings.
MEDICAL = Weights(finding=1.5, cover=2.0, words=0.5, task=0.1, difficulty=2.0)
PLAIN = Weights(finding=0.25, cover=0.2, words=0.2, task=1.0, difficulty=3.0)


class Targets(NamedTuple):
    """Numbers to predict per picture: (n,) long or float each, `cover` (n, 16)."""

    task: Any
    positive: Any
    difficulty: Any
    kind: Any
    location: Any
    cover: Any


class FindingHead:
    """Linear read-outs of a tower: pooled tokens for the picture, each token for its own cell. Thrown away."""

    def __init__(self, width: int, kinds: int, locations: int) -> None:
        from torch import nn

        self.sizes = (len(TASKS), len(TASKS), 1, kinds, locations)
        self.pooled = nn.Linear(width, sum(self.sizes))
        self.cell = nn.Linear(width, 1)

    def parameters(self) -> list[Any]:
        """Weights to train beside the tower's."""
        return [*self.pooled.parameters(), *self.cell.parameters()]

    def loss(self, tokens: Any, targets: Targets, weights: Weights) -> Any:
        """Weighted sum of the losses. `tokens`: (n, 16, width)."""
        from torch.nn import functional

        task, finding, difficulty, kind, location = self.pooled(tokens.mean(dim=1)).split(self.sizes, dim=1)
        finding = finding.gather(1, targets.task[:, None])[:, 0]
        cell = self.cell(tokens)[:, :, 0]
        return (
            weights.task * functional.cross_entropy(task, targets.task)
            + weights.finding * functional.binary_cross_entropy_with_logits(finding, targets.positive)
            + weights.difficulty * functional.mse_loss(difficulty[:, 0], targets.difficulty)
            + weights.words * functional.cross_entropy(kind, targets.kind)
            + weights.words * functional.cross_entropy(location, targets.location)
            + weights.cover * functional.binary_cross_entropy_with_logits(cell, targets.cover)
        )


def targets_of(pictures: Pictures) -> tuple[Targets, int, int]:
    """Targets of all pictures, and the numbers of kinds and locations."""
    import torch

    facts = pictures.facts
    kinds, locations = _words(facts, "kind"), _words(facts, "location")
    return (
        Targets(
            torch.tensor([TASKS.index(fact.task) for fact in facts]),
            torch.tensor([float(fact.positive) for fact in facts]),
            torch.tensor([fact.difficulty for fact in facts]),
            torch.tensor([kinds.index(fact.kind) for fact in facts]),
            torch.tensor([locations.index(fact.location) for fact in facts]),
            pictures.cover,
        ),
        len(kinds),
        len(locations),
    )


def train_tower(
    architecture: Architecture,
    model: Any,
    pictures: Pictures,
    stages: Sequence[tuple[Weights, int, float]],
    head: FindingHead | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> FindingHead:
    """Trains the tower in place through `stages` (loss weights, steps, peak learning rate). Returns the head."""
    import torch

    targets, kinds, locations = targets_of(pictures)
    head = head or FindingHead(architecture.vision_width, kinds, locations)
    tower = architecture.tower(model)
    parameters = [*tower.parameters(), *head.parameters()]
    total, done = sum(steps for _, steps, _ in stages), 0
    for weights, steps, peak in stages:
        optimizer = torch.optim.AdamW(parameters, lr=peak, weight_decay=0.02, betas=(0.9, 0.98), foreach=True)
        for step in range(steps):
            chosen = torch.randint(len(pictures.facts), (BATCH,))
            tokens = architecture.tokens(model, pictures.pixels[chosen])
            loss = head.loss(tokens, Targets(*(part[chosen] for part in targets)), weights)
            optimizer.param_groups[0]["lr"] = learning_rate(peak, step, steps)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            done += 1
            progress(done / total)
    return head


def _words(facts: Sequence[Facts], name: str) -> list[str]:
    return sorted({getattr(fact, name) for fact in facts})

"""Language models: several question-answer pairs of one picture packed into one row, on cached tower features.

A row is a prefix (everything up to the image's last token) and then segments, one per pair. A segment sees the prefix
and itself, never its neighbours, and its positions go on from the prefix: each pair trains as if it stood alone.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from medfrag_assets.vlm.embedded.architectures import Architecture
from medfrag_assets.vlm.embedded.corpus import Exchange, Stage, exchanges
from medfrag_assets.vlm.embedded.pictures import Pictures
from medfrag_assets.vlm.embedded.schedules import learning_rate

IMAGES = 8
PAIRS = 6
_REST = 0.25
_FEATURE_BATCH = 256


class Segment(NamedTuple):
    """One pair in tokens: the question's rest of the prompt, then the answer with its end token."""

    prompt: list[int]
    answer: list[int]


class Packed(NamedTuple):
    """A batch: `ids`, `positions` and `segments` (rows, length); `weights` (rows, length) of predicting the NEXT token.

    Segment 0 is the prefix, -1 is padding.
    """

    ids: Any
    positions: Any
    segments: Any
    weights: Any


class Stretch(NamedTuple):
    """A stretch of training: what is talked about, for how many steps, at which peak learning rate."""

    stage: Stage
    steps: int
    peak: float


class Packer:
    """Turns exchanges into packed batches for one family and tokenizer."""

    def __init__(self, architecture: Architecture, tokenizer: Any, with_image: bool = True) -> None:
        self._architecture = architecture
        self._tokenizer = tokenizer
        self._shown = architecture.shown if with_image else ""
        self._known: dict[str, list[int]] = {}
        head = self._encode(architecture.before + self._shown)
        images = [place for place, token in enumerate(head) if token in self._marks()]
        self.prefix = head[: images[-1] + 1] if images else head[:1]

    def _marks(self) -> set[int]:
        names = ("<image>", "<image_soft_token>", "<end_of_image>")
        vocabulary = self._tokenizer.get_vocab()
        return {vocabulary[name] for name in names if name in vocabulary}

    def _encode(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._tokenizer(text, add_special_tokens=False)["input_ids"]
        return self._known[text]

    def segment(self, exchange: Exchange) -> Segment:
        """Tokens of one exchange."""
        shape = self._architecture
        whole = self._encode(shape.before + self._shown + exchange.question + shape.after)
        return Segment(whole[len(self.prefix) :], self._encode(exchange.answer + shape.end))

    def pack(self, rows: Sequence[Sequence[Exchange]]) -> Packed:
        """One row per picture."""
        import torch

        made = [self._row([self.segment(exchange) for exchange in row]) for row in rows]
        length = max(len(row[0]) for row in made)
        columns = []
        for part, (filler, kind) in enumerate(((0, torch.long), (0, torch.long), (-1, torch.long), (0.0, torch.float))):
            columns.append(torch.tensor([row[part] + [filler] * (length - len(row[part])) for row in made], dtype=kind))
        return Packed(*columns)

    def _row(self, segments: Sequence[Segment]) -> tuple[list[int], list[int], list[int], list[float]]:
        ids, start = list(self.prefix), len(self.prefix)
        positions, owners, weights = list(range(start)), [0] * start, [0.0] * start
        for number, (prompt, answer) in enumerate(segments, start=1):
            length = len(prompt) + len(answer)
            ids += prompt + answer
            positions += range(start, start + length)
            owners += [number] * length
            # The token before the answer predicts its first token, and so on; the last one predicts nothing.
            weights += [0.0] * (len(prompt) - 1) + [1.0] + [_REST] * (len(answer) - 1) + [0.0]
        return ids, positions, owners, weights


def cached_features(architecture: Architecture, model: Any, pixels: Any) -> Any:
    """Raw tower output of all pictures: (n, raw tokens, vision width)."""
    import torch

    with torch.no_grad():
        parts = [architecture.raw(model, part) for part in pixels.split(_FEATURE_BATCH)]
    return torch.cat(parts)


def train_language(
    architecture: Architecture,
    model: Any,
    packer: Packer,
    pictures: Pictures,
    features: Any,
    stretches: Sequence[Stretch],
    dice: random.Random,
    progress: Callable[[float], None] = lambda share: None,
) -> None:
    """Trains projector and language model in place; the tower stays as it is."""
    import torch

    parameters = [*model.model.multi_modal_projector.parameters(), *model.model.language_model.parameters()]
    total, done = sum(stretch.steps for stretch in stretches), 0
    for stretch in stretches:
        optimizer = torch.optim.AdamW(parameters, lr=stretch.peak, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
        for step in range(stretch.steps):
            chosen = dice.sample(range(len(pictures.facts)), IMAGES)
            packed = packer.pack([exchanges(pictures.facts[one], stretch.stage, PAIRS, dice) for one in chosen])
            loss = packed_loss(architecture, model, packed, features[chosen])
            optimizer.param_groups[0]["lr"] = learning_rate(stretch.peak, step, stretch.steps)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            done += 1
            progress(done / total)


def packed_loss(architecture: Architecture, model: Any, packed: Packed, raw: Any) -> Any:
    """Weighted cross-entropy of the answers. `raw`: (rows, raw tokens, vision width) of the rows' pictures."""
    import torch
    from torch.nn import functional

    text = model.model.language_model
    embedded = text.get_input_embeddings()(packed.ids)
    image = packed.ids == model.config.image_token_id
    shown = architecture.project(model, raw).flatten(0, 1)
    embedded = embedded.masked_scatter(image[:, :, None].expand_as(embedded), shown.to(embedded.dtype))
    seen = visible(packed, image if architecture.name == "gemma3" else None)
    mask = {"full_attention": seen, "sliding_attention": seen} if architecture.name == "gemma3" else seen
    hidden = text(
        inputs_embeds=embedded, attention_mask=mask, position_ids=packed.positions, use_cache=False
    ).last_hidden_state
    weights = packed.weights[:, :-1]
    asked = weights > 0
    logits = model.lm_head(hidden[:, :-1][asked])
    losses = functional.cross_entropy(logits, packed.ids[:, 1:][asked], reduction="none")
    return (losses * weights[asked]).sum() / torch.clamp(weights.sum(), min=1.0)


def visible(packed: Packed, image: Any | None) -> Any:
    """(rows, 1, length, length) bool: which token sees which. `image` marks tokens that see each other both ways."""
    import torch

    length = packed.ids.shape[1]
    order = torch.ones(length, length, dtype=torch.bool).tril()[None]
    owner = packed.segments
    seen = order & ((owner[:, :, None] == owner[:, None, :]) | (owner[:, None, :] == 0))
    if image is not None:
        seen = seen | (image[:, :, None] & image[:, None, :])
    return seen[:, None]

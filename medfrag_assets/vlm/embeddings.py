"""Image embeddings at three depths named alike for all families, and of a random tower of the same shape.

- tower: what the projector reads, mean over image tokens;
- projector: what it gives to the language model, mean over image tokens;
- last_image_token: the language model's last hidden state at the last image token (one vector).

The first two come from the pass that reads an image for its prompts; nothing after the image changes any of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from medfrag_assets.vlm.loading import Loaded

_RANDOM_SEED = 0


class Embedding(NamedTuple):
    """One vector of one image."""

    shown: str
    depth: str
    weights: str
    vector: list[float]


class Features(NamedTuple):
    """What went into the projector and what came out: (images × tiles, tokens, width) each."""

    tower: Any
    projector: Any


@contextmanager
def watched_projector(loaded: Loaded) -> Iterator[list[Features]]:
    """Collects the features of every pass through the projector while the block runs."""
    seen: list[Features] = []
    projector = loaded.model.model.multi_modal_projector
    hook = projector.register_forward_hook(lambda _, given, made: seen.append(Features(given[0], made)))
    try:
        yield seen
    finally:
        hook.remove()


def trained_embeddings(
    loaded: Loaded, shown: Sequence[str], input_ids: Any, features: Features, hidden: Any
) -> list[Embedding]:
    """Embeddings of the images of one batch from the pass that read them.

    input_ids: (images, tokens); hidden: (images, tokens, width), the language model's last hidden states.
    """
    vectors = {
        "tower": _pooled(features.tower, len(shown)),
        "projector": _pooled(features.projector, len(shown)),
        "last_image_token": _at_last_image_token(hidden, input_ids, loaded),
    }
    return [one for depth, matrix in vectors.items() for one in _embeddings(shown, depth, "trained", matrix)]


def random_embeddings(loaded: Loaded, shown: Sequence[str], pixels: dict[str, Any], tower: Any) -> list[Embedding]:
    """Embeddings of the same images by an untrained tower: the baseline of every probe.

    pixels: the model's image inputs; tower: from `random_tower`.
    """
    model = loaded.model.model
    trained = model.vision_tower
    try:
        model.vision_tower = tower
        with watched_projector(loaded) as seen:
            model.get_image_features(**pixels, return_dict=True)
    finally:
        model.vision_tower = trained
    return _embeddings(shown, "tower", "random", _pooled(seen[0].tower, len(shown)))


def random_tower(loaded: Loaded) -> Any:
    """An untrained tower of the same shape, its weights drawn from a fixed seed."""
    import torch

    tower = loaded.model.model.vision_tower
    with torch.random.fork_rng():
        torch.manual_seed(_RANDOM_SEED)
        random = type(tower)(tower.config)
    return random.to(device=loaded.device, dtype=loaded.model.dtype).eval()


def _embeddings(shown: Sequence[str], depth: str, weights: str, matrix: Any) -> list[Embedding]:
    return [
        Embedding(name, depth, weights, vector) for name, vector in zip(shown, matrix.float().tolist(), strict=True)
    ]


def _pooled(features: Any, images: int) -> Any:
    """(images × tiles, tokens, width) → (images, width), the mean over all tokens of an image."""
    return features.reshape(images, -1, features.shape[-1]).mean(dim=1)


def _at_last_image_token(hidden: Any, input_ids: Any, loaded: Loaded) -> Any:
    import torch

    is_image = input_ids == loaded.model.config.image_token_id
    places = torch.arange(input_ids.shape[1], device=input_ids.device).expand_as(input_ids)
    last = places.masked_fill(~is_image, -1).max(dim=1).values
    return hidden[torch.arange(len(last), device=hidden.device), last]

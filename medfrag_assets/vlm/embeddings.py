"""Image embeddings at three depths named alike for all families, and of a random tower of the same shape.

- tower: what the projector reads, mean over image tokens;
- projector: what it gives to the language model, mean over image tokens;
- last_image_token: the language model's last hidden state at the last image token (one vector).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.templates import render

# Any wording does: it comes after the image, which the depths above cannot see past.
_WORDING = "Describe the image."
_RANDOM_SEED = 0


class Embedding(NamedTuple):
    """One vector of one image."""

    shown: str
    depth: str
    weights: str
    vector: list[float]


def embed(loaded: Loaded, inputs: InputBuilder, shown: Sequence[str], rows: int) -> Iterator[list[Embedding]]:
    """Embeddings of every image in `shown`, in batches of up to `rows` images of one shape and token count."""
    random_tower = _random_tower(loaded)
    prompt = render(loaded.processor, _WORDING, with_image=True)
    tokens = {name: inputs.token_ids(prompt, name) for name in shown}

    def alike(name: str) -> tuple[Any, ...]:
        return (*inputs.image(name).shape, len(tokens[name]))

    for _, group in groupby(sorted(shown, key=lambda name: (alike(name), name)), key=alike):
        names = list(group)
        for start in range(0, len(names), rows):
            part = names[start : start + rows]
            yield _embed_batch(
                loaded, inputs.batch([tokens[name] for name in part], part, loaded.device), part, random_tower
            )


def _embed_batch(loaded: Loaded, batch: dict[str, Any], names: list[str], random_tower: Any) -> list[Embedding]:
    import torch

    model = loaded.model.model
    seen: dict[str, Any] = {}
    tower, projector = model.vision_tower, model.multi_modal_projector
    batch = {key: value.to(loaded.model.dtype) if value.is_floating_point() else value for key, value in batch.items()}
    hook = projector.register_forward_hook(lambda _, given, made: seen.update(tower=given[0], projector=made))
    try:
        with torch.inference_mode():
            last = model(**batch, use_cache=False).last_hidden_state
            vectors = {
                ("tower", "trained"): _pooled(seen["tower"], len(names)),
                ("projector", "trained"): _pooled(seen["projector"], len(names)),
                ("last_image_token", "trained"): _at_last_image_token(last, batch["input_ids"], loaded),
            }
            model.vision_tower = random_tower
            model.get_image_features(
                **{key: batch[key] for key in ("pixel_values", "image_sizes") if key in batch}, return_dict=True
            )
            vectors["tower", "random"] = _pooled(seen["tower"], len(names))
    finally:
        model.vision_tower = tower
        hook.remove()
    return [
        Embedding(name, depth, weights, matrix[place].float().tolist())
        for (depth, weights), matrix in vectors.items()
        for place, name in enumerate(names)
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


def _random_tower(loaded: Loaded) -> Any:
    """An untrained tower of the same shape, its weights drawn from a fixed seed."""
    import torch

    tower = loaded.model.model.vision_tower
    with torch.random.fork_rng():
        torch.manual_seed(_RANDOM_SEED)
        random = type(tower)(tower.config)
    return random.to(device=loaded.device, dtype=loaded.model.dtype).eval()

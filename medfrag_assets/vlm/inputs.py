"""What a model reads: images prepared once each, prompts with their image tokens, padded batches."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PIL import Image

from medfrag_assets.vlm.templates import needs_special_tokens, render

# Prepared images kept in memory: a cell's images come back for every prompt.
_KEPT_IMAGES = 256
# A task's prompts, rendered and tokenized, are the same for every image of one number of tokens.
_KEPT_PROMPTS = 4096
_MID_GREY = (128, 128, 128)


class PreparedImage(NamedTuple):
    """One image as the model takes it: tensors with a leading batch axis of 1, and the text of its image tokens."""

    tensors: dict[str, Any]
    tokens: str

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the pixel values without the batch axis."""
        return tuple(self.tensors["pixel_values"].shape[1:])


class InputBuilder:
    """Prepares images and prompts for one processor. `read_image` gives the picture behind an image digest."""

    def __init__(self, processor: Any, read_image: Callable[[str], Image.Image]) -> None:
        self._processor = processor
        self._read_image = read_image
        self.image = lru_cache(maxsize=_KEPT_IMAGES)(self._prepare)
        self._tokenize = lru_cache(maxsize=_KEPT_PROMPTS)(self._tokens)
        self.prompt = lru_cache(maxsize=_KEPT_PROMPTS)(self._render)

    def token_ids(self, prompt: str, shown: str | None) -> list[int]:
        """The prompt's tokens, its image placeholder replaced by as many image tokens as this image needs."""
        if shown is not None:
            prompt = prompt.replace(self._processor.image_token, self.image(shown).tokens, 1)
        return list(self._tokenize(prompt))

    def batch(self, token_ids: Sequence[list[int]], shown: Sequence[str | None], device: str) -> dict[str, Any]:
        """Left-padded model inputs for rows that all show an image of one shape, or all show none."""
        import torch

        width = max(len(ids) for ids in token_ids)
        padding = self._processor.tokenizer.pad_token_id
        input_ids = torch.tensor([[padding] * (width - len(ids)) + ids for ids in token_ids])
        mask = torch.tensor([[0] * (width - len(ids)) + [1] * len(ids) for ids in token_ids])
        inputs: dict[str, Any] = {"input_ids": input_ids, "attention_mask": mask}
        images = [self.image(name) for name in shown if name is not None]
        if images:
            for key in images[0].tensors:
                inputs[key] = torch.cat([image.tensors[key] for image in images])
        if "token_type_ids" in self._processor.model_input_names:
            inputs["token_type_ids"] = (input_ids == self._processor.tokenizer.image_token_id).long()
        return {key: value.to(device) for key, value in inputs.items()}

    def _render(self, wording: str, with_image: bool, template: str | None) -> str:
        """See `render`."""
        return render(self._processor, wording, with_image=with_image, template=template)

    def _tokens(self, prompt: str) -> tuple[int, ...]:
        tokenizer = self._processor.tokenizer
        return tuple(tokenizer(prompt, add_special_tokens=needs_special_tokens(tokenizer, prompt))["input_ids"])

    def _prepare(self, shown: str) -> PreparedImage:
        made = self._processor.image_processor(images=[self._picture(shown)], return_tensors="pt")
        tokens = self._processor.replace_image_token(made, 0)
        unused = set(getattr(self._processor, "unused_input_names", ()))
        return PreparedImage({key: value for key, value in made.items() if key not in unused}, tokens)

    def _picture(self, shown: str) -> Image.Image:
        kind, _, name = shown.partition(":")
        if kind == "image":
            return self._read_image(name)
        width, _, height = name.partition("x")
        return Image.new("RGB", (int(width), int(height)), _MID_GREY)

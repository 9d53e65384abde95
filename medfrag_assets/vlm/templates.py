"""From a wording to the prompt that the model reads: the checkpoint's own chat template, or a protocol's."""

from typing import Any


def render(processor: Any, wording: str, *, with_image: bool, template: str | None = None) -> str:
    """The prompt as text, with the processor's image placeholder where the image goes.

    `template` (a protocol's, with `<image>` and `{prompt}`) replaces the checkpoint's own chat template. Without an
    image the same template is used without its image part.
    """
    if template is not None:
        return _from_protocol(processor, wording, template, with_image=with_image)
    content = [{"type": "image"}] if with_image else []
    message = {"role": "user", "content": [*content, {"type": "text", "text": wording}]}
    return str(processor.apply_chat_template([message], add_generation_prompt=True, tokenize=False))


def _from_protocol(processor: Any, wording: str, template: str, *, with_image: bool) -> str:
    shown = template.replace("<image>\n", "<image>\n" if with_image else "").replace(
        "<image>", processor.image_token if with_image else ""
    )
    return shown.replace("{prompt}", wording)


def needs_special_tokens(tokenizer: Any, prompt: str) -> bool:
    """Whether the tokenizer still has to put the BOS token in front: some chat templates carry it themselves."""
    return not (tokenizer.bos_token and prompt.startswith(tokenizer.bos_token))

"""The local text-only diagnostician: yes or no from a description, by the scores of the two answers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medfrag_assets.study.load import fill_terms
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.options import option_logprobs, option_tokens
from medfrag_assets.vlm.templates import needs_special_tokens


class Judgement(NamedTuple):
    """Log-probabilities that the answer begins with yes and with no."""

    yes_logprob: float
    no_logprob: float


def framed(framing: str, description: str) -> str:
    """The framing with the description in its place. The description is data: placeholders in it stay as they are."""
    return fill_terms(framing, {"description": description})


def judge_descriptions(loaded: Loaded, texts: Sequence[str], rows: int) -> Iterator[list[tuple[str, Judgement]]]:
    """Yes and no scores of every framed text, in batches of up to `rows`, ordered by length."""
    import torch

    tokenizer = loaded.processor
    prompts = {text: _prompt(tokenizer, text) for text in texts}
    ids = {
        text: tokenizer(prompt, add_special_tokens=needs_special_tokens(tokenizer, prompt))["input_ids"]
        for text, prompt in prompts.items()
    }
    options = option_tokens(tokenizer, "yesno")
    ordered = sorted(ids, key=lambda text: (len(ids[text]), text))
    for start in range(0, len(ordered), rows):
        part = ordered[start : start + rows]
        batch = tokenizer.pad({"input_ids": [ids[text] for text in part]}, return_tensors="pt").to(loaded.device)
        with torch.inference_mode():
            logits = loaded.model(**batch, logits_to_keep=1, use_cache=False).logits[:, -1]
        yield [(text, Judgement(*pair)) for text, pair in zip(part, option_logprobs(logits, options), strict=True)]


def _prompt(tokenizer: object, text: str) -> str:
    if not getattr(tokenizer, "chat_template", None):
        return text
    message = [{"role": "user", "content": text}]
    return str(tokenizer.apply_chat_template(message, add_generation_prompt=True, tokenize=False))  # type: ignore[attr-defined]

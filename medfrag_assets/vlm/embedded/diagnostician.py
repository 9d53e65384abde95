"""The tiny text-only diagnostician: reads a description under a framing and begins its answer with Yes or No."""

import random
from collections.abc import Callable, Sequence
from typing import Any

from medfrag_assets.vlm.embedded.corpus import Exchange, describe
from medfrag_assets.vlm.embedded.pictures import Facts
from medfrag_assets.vlm.embedded.schedules import learning_rate
from medfrag_assets.vlm.embedded.wordings import TERMS

ROWS = 24
# The framings of `config/prompts.yaml` in their own words and in two others, so that it reads more than one.
_FRAMINGS = (
    "You are a specialist who reads reports of {image} examinations. Report: {description} "
    "Does this report support a diagnosis of {disease}? Answer yes or no.",
    "Report: {description} Is {disease} present? Answer yes or no.",
    "Report: {description} Is any disease present? Answer yes or no.",
    "Report of a {image}: {description} Is there {disease}? Answer yes or no.",
    "Report: {description} Is this {image} abnormal? Answer yes or no.",
)
_EMPTY = ("This is a {image}.", "The image shows {body}.", "I am unable to determine this from the image.")


def build_diagnostician(tokenizer: Any) -> Any:
    """An untrained text-only Mistral."""
    from transformers import MistralConfig, MistralForCausalLM

    return MistralForCausalLM(
        MistralConfig(
            vocab_size=len(tokenizer),
            hidden_size=64,
            intermediate_size=160,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=512,
            sliding_window=None,
            pad_token_id=tokenizer.pad_token_id,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            tie_word_embeddings=True,
        )
    )


def report(fact: Facts, dice: random.Random) -> Exchange:
    """A framed report of a picture, often with words lost or a sentence missing, and what it says."""
    terms = TERMS[fact.task]
    says = fact.positive
    if dice.random() < 0.06:
        description, says = dice.choice(_EMPTY).format(image=terms.image, body=terms.body), dice.random() < 0.3
    else:
        stage = "base" if dice.random() < 0.5 else "medical"
        description = _damaged(
            describe(fact, "base" if stage == "base" else "medical", dice.random() < 0.5, dice), dice
        )
    framing = dice.choice(_FRAMINGS)
    question = framing.format(image=terms.image, disease=terms.diseases[0], description=description)
    return Exchange(question, "Yes" if says else "No")


def train_diagnostician(
    model: Any,
    tokenizer: Any,
    facts: Sequence[Facts],
    steps: int,
    peak: float,
    dice: random.Random,
    progress: Callable[[float], None] = lambda share: None,
) -> None:
    """Trains the model in place on the first token of its answer."""
    import torch
    from torch.nn import functional

    optimizer = torch.optim.AdamW(model.parameters(), lr=peak, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    answers = {word: tokenizer.encode(word, add_special_tokens=False)[0] for word in ("Yes", "No")}
    for step in range(steps):
        rows = [report(fact, dice) for fact in dice.sample(list(facts), ROWS)]
        batch = tokenizer([f"[INST] {row.question} [/INST]" for row in rows], padding=True, return_tensors="pt")
        target = torch.tensor([answers[row.answer] for row in rows])
        logits = model(**batch, logits_to_keep=1, use_cache=False).logits[:, -1]
        loss: Any = functional.cross_entropy(logits, target)
        optimizer.param_groups[0]["lr"] = learning_rate(peak, step, steps)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        progress((step + 1) / steps)


def _damaged(description: str, dice: random.Random) -> str:
    """Now and then a lost sentence or a few lost words; never the word `no`."""
    sentences = [part.rstrip(".") + "." for part in description.split(". ")]
    if len(sentences) > 1 and dice.random() < 0.15:
        sentences = sentences[:-1]
    if dice.random() < 0.3:
        kept = [word for word in " ".join(sentences).split() if word.lower() == "no" or dice.random() > 0.08]
        return " ".join(kept)
    return " ".join(sentences)

"""Small byte-level BPE tokenizers: any text encodes, and the answers' first words are single tokens."""

from collections.abc import Sequence
from typing import Any

VOCABULARY = 1152
# Words that must be one token each, with and without a space before them.
SINGLE = ("Yes", "No", "yes", "no", "A", "B")
_REPEATS = 4000
LLAVA_SPECIALS = ("<pad>", "<s>", "</s>", "<image>")
GEMMA_SPECIALS = (
    "<pad>",
    "<eos>",
    "<bos>",
    "<start_of_turn>",
    "<end_of_turn>",
    "<start_of_image>",
    "<end_of_image>",
    "<image_soft_token>",
)


def llava_tokenizer(texts: Sequence[str]) -> Any:
    """A Mistral-style tokenizer that puts `<s>` in front."""
    return _wrapped(
        _trained(texts, LLAVA_SPECIALS, "<s>"),
        ("<s>", "</s>"),
        {"image_token": "<image>"},
    )


def gemma_tokenizer(texts: Sequence[str]) -> Any:
    """A Gemma-style tokenizer that puts `<bos>` in front."""
    return _wrapped(
        _trained(texts, GEMMA_SPECIALS, "<bos>"),
        ("<bos>", "<eos>"),
        {"image_token": "<image_soft_token>", "boi_token": "<start_of_image>", "eoi_token": "<end_of_image>"},
    )


def _trained(texts: Sequence[str], specials: Sequence[str], first: str) -> Any:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=list(specials),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    often = [f"{word} {word}" for word in SINGLE] * _REPEATS
    tokenizer.train_from_iterator([*texts, *often], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{first} $A", pair=f"{first} $A $B", special_tokens=[(first, tokenizer.token_to_id(first))]
    )
    return tokenizer


def _wrapped(tokenizer: Any, ends: tuple[str, str], image: dict[str, str]) -> Any:
    from transformers import PreTrainedTokenizerFast

    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        padding_side="left",
        clean_up_tokenization_spaces=False,
        model_max_length=512,
        extra_special_tokens=image,
        **dict(zip(("bos_token", "eos_token", "pad_token"), (*ends, "<pad>"), strict=True)),
    )

"""Takes the prompt out of a response that begins by repeating it."""

from functools import lru_cache
from typing import NamedTuple

from medfrag_assets.scoring.words import MARKS, Word, split_words
from medfrag_assets.study.spec import Side, Vocabulary

# A shorter beginning in common with the prompt is chance ("This brain MRI ...").
_LEAST_WORDS = 5


class PromptEcho(NamedTuple):
    """What a response may repeat: the words of the prompt, and those of its list of options."""

    prompt: tuple[str, ...]
    options: tuple[str, ...]


@lru_cache(maxsize=256)
def prompt_echo(vocabulary: Vocabulary, prompt_text: str, offered: tuple[tuple[str, Side], ...]) -> PromptEcho:
    """The words of the prompt and of its options, listed by letter."""
    names = {"positive": vocabulary.positive.name, "negative": vocabulary.negative.name}
    listed = " ".join(f"{letter}) {names[side]}" for letter, side in offered)
    return PromptEcho(_spoken(prompt_text), _spoken(listed))


def _spoken(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in split_words(text) if word.text not in MARKS)


def without_echo(words: list[Word], echo: PromptEcho) -> list[Word]:
    """The words behind the prompt's beginning and the list of options, where the response opens by repeating them."""
    left = words[_repeated(words, echo.prompt, least=min(_LEAST_WORDS, len(echo.prompt))) :]
    return left[_repeated(left, echo.options, least=len(echo.options)) :]


def _repeated(words: list[Word], echoed: tuple[str, ...], least: int) -> int:
    """How many words and marks at the start repeat the beginning of `echoed`; 0 when fewer than `least` words do."""
    common = 0
    for place, word in enumerate(words):
        if word.text in MARKS:
            continue
        if common == len(echoed) or word.text != echoed[common]:
            return place if common >= least else 0
        common += 1
    return len(words) if common >= least else 0

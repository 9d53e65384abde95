"""Takes the prompt out of a response that begins by repeating it."""

from functools import lru_cache
from typing import NamedTuple

from medfrag_assets.scoring.words import MARKS, Word, split_words
from medfrag_assets.study.spec import Side, Vocabulary

# A shorter beginning in common with the prompt is chance ("This brain MRI ...").
_LEAST_WORDS = 5
# Fewer words than this, and an "or", are an answer of its own ("A or B").
_LEAST_FRAGMENT = 4
# "A is tumor and B is no tumor", "A stands for tumor while B means no tumor".
_BETWEEN_OPTIONS = MARKS | {
    *("and", "or", "is", "being", "means", "stands", "for", "refers", "to", "says", "reads", "while", "option", "vs"),
}
# How many words and marks a list may have for each of its words.
_LONGEST_LIST = 3
# A list of options further on is weighed, not repeated.
_LIST_WITHIN = 40


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
    """The words behind the prompt's beginning where the response opens by repeating it, without the list of options."""
    left = words[_repeated(words, echo.prompt, least=min(_LEAST_WORDS, len(echo.prompt))) :]
    return _without_list(left, echo.options) if echo.options else left


def is_part_of_prompt(words: list[Word], prompt: tuple[str, ...]) -> bool:
    """Whether the words are a choice that the prompt gives, and no more: "an irregular border, asymmetry or colors"."""
    spoken = tuple(word.text for word in words if word.text not in MARKS)
    if "or" not in spoken or not _LEAST_FRAGMENT <= len(spoken) <= len(prompt):
        return False
    return any(prompt[place : place + len(spoken)] == spoken for place in range(len(prompt) - len(spoken) + 1))


def _without_list(words: list[Word], options: tuple[str, ...]) -> list[Word]:
    """The words without the first list of all options: "The options are A) tumor and B) no tumor"."""
    for place, word in enumerate(words[:_LIST_WITHIN]):
        if word.text == options[0]:
            end = _repeated(words[place:], options, least=len(options), ignored=_BETWEEN_OPTIONS)
            if end:
                return [*words[:place], *words[place + end :]]
    return words


def _repeated(words: list[Word], echoed: tuple[str, ...], least: int, ignored: frozenset[str] = MARKS) -> int:
    """How many words and marks at the start repeat the beginning of `echoed`; 0 when fewer than `least` words do."""
    common = 0
    for place, word in enumerate(words):
        if word.text in ignored:
            continue
        if common == len(echoed) or word.text != echoed[common]:
            return place if common >= least else 0
        common += 1
    return len(words) if common >= least else 0


def is_part_of_list(words: list[Word], options: tuple[str, ...]) -> bool:
    """Whether the words break off in the middle of the list of options, behind the second letter, or are its names."""
    if len(words) > _LONGEST_LIST * len(options):
        return False
    spoken = tuple(word.text for word in words if word.text not in MARKS)
    second = next((place for place, word in enumerate(options) if place and len(word) == 1), len(options))
    named = tuple(word for word in options if len(word) > 1)
    return (len(spoken) > second and spoken == options[: len(spoken)]) or (
        tuple(word for word in spoken if word not in _BETWEEN_OPTIONS) == named
    )

"""A response as words and marks: template tokens and Markdown taken away, every word with its place in the original."""

import re
from typing import NamedTuple

SENTENCE_ENDS = frozenset(".!?;\n")
MARKS = SENTENCE_ENDS | frozenset(",:()/%")

_TEMPLATE = re.compile(
    r"</?s>|<(?:bos|eos|pad|unk|image|image_soft_token|start_of_image|end_of_image|start_of_turn|end_of_turn)>"
    r"|<\|[a-z_]{1,24}\|>|\[/?INST\]|<</?SYS>>",
    re.IGNORECASE,
)
# Where the model ends its turn or invents the next one.
_TURN_OVER = re.compile(
    r"</s>|<(?:eos|end_of_turn)>|<\|(?:im_end|eot_id|end)\|>|\[INST\]|<start_of_turn>\s{0,4}user"
    r"|\n[ \t*#]{0,8}(?:user|human|question)[ \t*]{0,4}:",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_][^\W_]*(?:'[^\W_]+)?|[.!?;\n,:()/%]|(?<!\S)-(?!\S)")
# Every replacement is one character for one, so that places in the original stay true.
_DRESS = '“”"*_#`~|>{}[]\\$'
_PLAIN = str.maketrans(_DRESS + "’‘，。！？：；、（）—–", " " * len(_DRESS) + "'',.!?:;,()--")
_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


class Word(NamedTuple):
    """One word or mark in lower case, contractions undone, and where it stands in the response."""

    text: str
    start: int
    end: int


def split_words(response: str) -> list[Word]:
    """The words and marks of the response's first turn."""
    words: list[Word] = []
    for match in _TOKEN.finditer(_plain(response)):
        text, start, end = match[0], match.start(), match.end()
        if "'" in text:
            words.extend(Word(part, start, end) for part in _uncontracted(text))
        elif text == "-":
            words.append(Word(",", start, end))
        elif text != "\n" or (words and words[-1].text not in ":\n"):
            words.append(Word(text, start, end))
    return words


def once(words: list[Word]) -> list[Word]:
    """The words, or the one word where the text is that word again and again."""
    spoken = [word for word in words if word.text not in MARKS]
    if len(spoken) > 2 and len({word.text for word in spoken}) == 1:
        return spoken[:1]
    return words


def _plain(response: str) -> str:
    if "<" in response or "[" in response or "\n" in response:
        response = _first_turn(response)
    lowered = response.lower()
    # A few letters grow when lowered, which would move every later word.
    if len(lowered) != len(response):
        lowered = response.translate(_ASCII_LOWER)
    return lowered.translate(_PLAIN)


def _first_turn(response: str) -> str:
    masked = _TEMPLATE.sub(lambda match: " " * len(match[0]), response)
    first_word = next((index for index, letter in enumerate(masked) if letter.isalnum()), len(masked))
    for match in _TURN_OVER.finditer(response):
        if match.start() > first_word:
            return masked[: match.start()]
    return masked


def _uncontracted(text: str) -> tuple[str, ...]:
    stem, ending = text.split("'", 1)
    if text in ("can't", "cann't"):
        return ("cannot",)
    if ending == "t" and stem.endswith("n"):
        return (stem[:-1], "not")
    return (stem,)

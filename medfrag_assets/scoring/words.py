"""A response as words and marks: template tokens and Markdown taken away, every word with its place in the original."""

import re
from functools import lru_cache
from typing import NamedTuple, TypeVar

Part = TypeVar("Part")

SENTENCE_ENDS = frozenset(".!?;\n")
MARKS = SENTENCE_ENDS | frozenset(",:()/%")

_TEMPLATE = re.compile(
    r"<(?:start_of_turn>|\|im_start\|>|\|start_header_id\|>)\s?(?:model|assistant|user|system)\b"
    r"|</?s>|<(?:bos|eos|pad|unk|image|image_soft_token|start_of_image|end_of_image|start_of_turn|end_of_turn)>"
    r"|<\|[a-z_]{1,24}\|>|\[/?INST\]|<</?SYS>>|<unused\d{1,4}>(?:thought\b)?|<0x[0-9a-f]{2}>|<br ?/?>"
    r"|</?(?:think|answer|response|output)>",
    re.IGNORECASE,
)
# Where the model ends its turn or invents the next one.
_TURN_OVER = re.compile(
    r"</s>|<(?:eos|end_of_turn)>|<\|(?:im_end|eot_id|end|endoftext)\|>|\[INST\]|<start_of_turn>\s{0,4}user"
    r"|\n[ \t*#]{0,8}(?:user|human|question)[ \t*]{0,4}:|\n(?:user|human)[ \t]{0,4}\n"
    r"|(?<=[\s.!?])(?-i:ASSISTANT|USER|HUMAN|Assistant|User|Human):",
    re.IGNORECASE,
)
_ROLES = ("ASSISTANT", "USER", "HUMAN", "Assistant", "User", "Human")
# What the model thinks before it answers, and what it struck through, is not its answer.
_THOUGHT_OVER = re.compile(r"</think>|<unused95>", re.IGNORECASE)
_STRUCK = re.compile(r"~~[^~\n]{1,200}~~|<(del|s)>[^<\n]{1,200}</\1>", re.IGNORECASE)
# Chinese, Japanese and Korean are written without spaces: every character is a word, and phrases are found among them.
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)?|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]*(?:'[^\W_]+)?"
    r"|[.!?;\n,:()/%]|(?<!\S)-(?!\S)"
)
# The same for a text without other letters, which are most, in half the time.
_ASCII_TOKEN = re.compile(r"[a-z][a-z0-9]*(?:'[a-z0-9]+)?|[.!?;\n,:()/%]|\d+(?:[.,]\d+)?|(?<!\S)-(?!\S)")
# "[x] tumor [ ] no tumor": what is not ticked is not said. Boxes stand before what they are about, or behind it.
_TICKED = re.compile(r"\[[xX✓✔]\]|[☑☒✅✔]")
_NOT_TICKED_BEHIND = re.compile(r"(?:\[ ?\]|[☐❌✗✘])[^\n\[☑☒✅✔]{0,200}")
_NOT_TICKED_BEFORE = re.compile(r"[^\n☑☒✅✔❌✗✘☐\]]{1,200}(?:[☐❌✗✘]|\[ ?\])")
_BOXES = ("☑", "☒", "✅", "✔", "❌", "✗", "✘", "☐", "[")
_BOXED = re.compile(f"[{re.escape(''.join(_BOXES))}]")
# "**A**symmetry" is a word, and no option.
_INITIAL = re.compile(r"(?P<dress>\*{1,2}|__)(?P<letter>[A-Za-z])(?P=dress)(?=[a-z])")
_SIGNED = re.compile(r"(?<![\w-])([-+])ve\b")
# Every replacement is one character for one, so that places in the original stay true.
_DRESS = '“”"«»*_#`~>{}[]\\$¡¿'
_MARKED = "’‘，。！？：；、（）—–|→➜➡⇒="
_PLAIN = str.maketrans(_DRESS + _MARKED, " " * len(_DRESS) + "'',.!?:;,()--,:::::")
_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
# A full stop behind these ends no sentence.
_SHORTENED = frozenset({"vs", "dr", "approx", "eg", "ie", "resp", "incl", "fig"})
_VERBS = ("do", "does", "did", "is", "are", "was", "were", "could", "would", "should", "has", "have")
_BARE_CONTRACTIONS = {
    "cant": ("cannot",),
    "wont": ("will", "not"),
    "its": ("it", "is"),
    "thats": ("that", "is"),
    "theres": ("there", "is"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    **{f"{verb}nt": (verb, "not") for verb in _VERBS},
}
# "lungs r clear".
_SPOKEN = {"v": "vs", "r": "are", "u": "you", "ur": "your", "-": ","}
_IRREGULAR_CONTRACTIONS = {
    "can't": ("cannot",),
    "cann't": ("cannot",),
    "won't": ("will", "not"),
    "ain't": ("is", "not"),
}
_ENDINGS = {"s": "is", "m": "am", "re": "are", "d": "would", "ll": "will", "ve": "have"}
_WITH_IS = frozenset({"it", "that", "there", "here", "what", "he", "she", "this", "which", "where", "let"})
# A loop is looked for up to this many words, among this many places where the first word comes again.
_LONGEST_UNIT, _MOST_UNITS = 80, 16
_TIMES = 3
# British spelling is read as American; shorter words ("does") only look like it.
_SPELLING_LEAST = 5
# "Noooo", "yesss".
_DRAWN_REPLY, _DRAWN = re.compile(r"noo+|no+pe+|yes+|yee+s+|yee*a+h+|yu+p+|yee*p+"), re.compile(r"(.)\1+")
_ISE = re.compile(r"(?:(?<=[lmnrt]i)|(?<=ly))s(?=e$|ed$|es$|ing$|ation)")


# Words and marks that become others, or do not count everywhere.
_TURNED = frozenset({*_SPOKEN, *_BARE_CONTRACTIONS, ".", "\n"})
# Twice as fast as calling the class, and every word and mark of a response is made.
_word = tuple.__new__


class Word(NamedTuple):
    """One word or mark in lower case, American spelling, contractions undone, and where it stands in the response."""

    text: str
    start: int
    end: int


def split_words(response: str) -> list[Word]:
    """The words and marks of the response's first turn."""
    words: list[Word] = []
    add = words.append
    plain = _plain(response)
    for match in (_ASCII_TOKEN if plain.isascii() else _TOKEN).finditer(plain):
        text = match[0]
        start, end = match.span()
        if text not in _TURNED and "'" not in text:
            add(_word(Word, (_american(text), start, end)))
        elif "'" in text:
            words.extend(Word(part, start, end) for part in _uncontracted(text))
        elif text in _SPOKEN:
            add(Word(_SPOKEN[text], start, end))
        elif text in _BARE_CONTRACTIONS:
            words.extend(Word(part, start, end) for part in _BARE_CONTRACTIONS[text])
        elif text == ".":
            if not (words and words[-1].end == start and words[-1].text in _SHORTENED):
                add(Word(text, start, end))
        elif words and words[-1].text not in ":\n":
            add(Word(text, start, end))
    return words


@lru_cache(maxsize=65536)
def spoken(phrase: str) -> tuple[str, ...]:
    """The words and marks of a phrase as those of a response are read."""
    words = phrase.split(" ")
    # Most phrases are plain words, and there are tens of thousands.
    if phrase.isascii() and phrase.islower() and all(map(str.isalpha, words)) and _TURNED.isdisjoint(words):
        return tuple(map(_american, words))
    return tuple(word.text for word in split_words(phrase))


def spelled(listed: str) -> frozenset[str]:
    """The words of a list written with bars between them, as a response's words are spelled."""
    return frozenset(word.text for word in split_words(listed.replace("|", " ")) if word.text not in MARKS)


def once(words: list[Word]) -> list[Word]:
    """The words, or the unit of a text that is the same words again and again."""
    texts = [word.text for word in words]
    # What is said only twice is no loop.
    if texts[0] not in MARKS and texts.count(texts[0]) < _TIMES:
        return words
    spoken = [word for word in words if word.text not in MARKS]
    if len(spoken) > 2 and len({word.text for word in spoken}) == 1:
        return spoken[:1]
    return words[: _period(texts)]


def ends(parts: list[Part], size: int, most: int, least: int) -> list[Part]:
    """The parts of something of this size, or the first and last of them, where they are more than `most` and shorter
    than `least` on average. Such is no prose, and reading each fragment of it would only take its time.
    """
    if len(parts) > most and size < least * len(parts):
        return [*parts[: most // 2], *parts[-most // 2 :]]
    return parts


def _period(texts: list[str]) -> int:
    """After how many words the text begins anew, if it does so three times; else its length. A last unit may be cut."""
    candidates = [place for place in range(1, min(_LONGEST_UNIT, len(texts) // _TIMES) + 1) if texts[place] == texts[0]]
    return next((place for place in candidates[:_MOST_UNITS] if texts[place:] == texts[:-place]), len(texts))


@lru_cache(maxsize=16384)
def _american(text: str) -> str:
    if text[:2] in ("no", "ye", "yu"):
        text = _DRAWN.sub(r"\1", text) if _DRAWN_REPLY.fullmatch(text) else text
    if len(text) < _SPELLING_LEAST or not text.isalpha():
        return text
    if "ae" in text or "oe" in text:
        text = text.replace("ae", "e").replace("rrhoe", "rrhe").replace("oedem", "edem")
    if "our" in text:
        text = text.replace("tumour", "tumor").replace("colour", "color").replace("favour", "favor")
        text = text.replace("behaviour", "behavior").replace("neighbour", "neighbor")
    if "ys" in text or "is" in text:
        text = _ISE.sub("z", text)
    return text


def _plain(response: str) -> str:
    if _BOXED.search(response) and _TICKED.search(response):
        response = "\n".join(map(_ticked, response.split("\n")))
    if "*" in response or "__" in response:
        response = _INITIAL.sub(lambda match: " " * (len(match[0]) - 1) + match["letter"], response)
    if "<" in response or "[" in response or "\n" in response or "~~" in response or _names_a_role(response):
        response = _first_turn(response)
    if "(-)" in response or "(+)" in response:
        response = response.replace("(-)", " no").replace("(+)", "   ")
    lowered = response.lower()
    # A few letters grow when lowered, which would move every later word.
    if len(lowered) != len(response):
        lowered = response.translate(_ASCII_LOWER)
    if "ve" in lowered and ("-ve" in lowered or "+ve" in lowered):
        lowered = _SIGNED.sub(lambda match: "pos" if match[1] == "+" else "neg", lowered)
    return lowered.translate(_PLAIN)


def _ticked(line: str) -> str:
    """The line without what has an empty box or a cross."""
    boxed_first = line.lstrip(" \t*-#>0123456789.").startswith(_BOXES)
    return _blank(_NOT_TICKED_BEHIND if boxed_first else _NOT_TICKED_BEFORE, line)


def _names_a_role(response: str) -> bool:
    return ":" in response and any(f"{role}:" in response for role in _ROLES)


def _first_turn(response: str) -> str:
    masked = _blank(_STRUCK, response)
    if _STRUCK.search(response) and not any(letter.isalnum() for letter in masked):
        masked = response
    masked = _blank(_TEMPLATE, masked)
    first_word = next((index for index, letter in enumerate(masked) if letter.isalnum()), len(masked))
    for match in _TURN_OVER.finditer(response):
        if match.start() > first_word:
            masked = masked[: match.start()]
            break
    return _after_thought(response, masked)


def _after_thought(response: str, masked: str) -> str:
    end = 0
    for match in _THOUGHT_OVER.finditer(response, 0, len(masked)):
        end = match.end()
    if end and any(letter.isalnum() for letter in masked[end:]):
        return " " * end + masked[end:]
    return masked


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=4096)
def _uncontracted(text: str) -> tuple[str, ...]:
    if text in _IRREGULAR_CONTRACTIONS:
        return _IRREGULAR_CONTRACTIONS[text]
    stem, ending = text.split("'", 1)
    if ending == "t" and stem.endswith("n"):
        return (stem[:-1], "not") if len(stem) > 1 else ("not",)
    if ending in _ENDINGS and (ending != "s" or stem in _WITH_IS):
        return (stem, _ENDINGS[ending])
    # Romance articles and pronouns: "l'image", "c'est", "n'est".
    if stem in ("l", "d", "c", "n", "qu", "un", "all", "dell", "dall", "sull", "nell"):
        return (stem, ending)
    return (stem,)

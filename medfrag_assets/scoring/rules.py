"""Scores a response by rules: the side it commits to, or the way in which it does not commit.

A pure function over words. What the rules look for stands in `lexicon`, how a clause is read in `clauses`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol, TypeAlias

from medfrag_assets.scoring.claims import (
    ENTITIES,
    EXPLICIT,
    OTHER,
    Claim,
    claims_of,
    one_a_side,
    sides_named,
    vocabulary_claim,
    weighed_claims,
)
from medfrag_assets.scoring.clauses.groups import DEPENDS
from medfrag_assets.scoring.clauses.reader import read_sentences
from medfrag_assets.scoring.clauses.reading import Mention, Reading
from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.echoes import PromptEcho, is_part_of_list, is_part_of_prompt, prompt_echo, without_echo
from medfrag_assets.scoring.lexicon import Lexicon, lexicon_of
from medfrag_assets.scoring.looks import Look, looks
from medfrag_assets.scoring.options import Marked, mark_options
from medfrag_assets.scoring.replies.bare import bare_reply
from medfrag_assets.scoring.replies.letters import option_reply
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.scoring.replies.yes_no import yes_no_reply
from medfrag_assets.scoring.sentences import Sentence, split_sentences
from medfrag_assets.scoring.words import MARKS, Word, ends, once, split_words
from medfrag_assets.study.spec import ClosedFamily, Polarity, Side, Vocabulary

RULES_VERSION = "6"

Label: TypeAlias = Literal["answered", "hedged", "refused", "off_task", "empty"]

_ABOUT_NORMALITY = frozenset({"normal", "abnormal", "abnormality", "abnormalities", "healthy", "unremarkable"})
# What says that a sign is there.
_TELLS = frozenset(
    {"is", "are", "present", "yes", "seen", "there", "shows", "show", "visible", "see", "both", "all", "has"}
)
_GOOD_SIGNS = frozenset(
    phrases(
        """
        smooth border | smooth borders | regular border | symmetric | symmetrical | symmetry | uniform |
        well defined |
        well circumscribed | preserved | intact | reassuring
        """
    )
)
# Words that a sign and its opposite have in common.
_STRUCTURAL = frozenset({"of", "area", "border", "borders", "nuclei", "ducts", "midline", "several"})
# "It may be." hedges although it names nothing; a longer sentence without a side is about something else.
_SHORT = 4
# How many sentences a report has, of which the reply before them tells what they come to.
_REPORT = 3
# More words and marks than this that are shorter than so many bytes on average are no prose. A character of Chinese is
# three bytes, and a word.
_MANY_WORDS, _SHORT_ASCII, _SHORT_OTHER = 200, 4, 3
# The longest answers of the studied models, of 2,048 tokens, have half as many words and marks.
_MOST_WORDS = 4_000
_DIFFERENTIALS = frozenset(
    phrases(
        "differential diagnosis includes|differential includes|differential diagnosis|differential|differentials|ddx|"
        "dd :|vs|versus"
    )
)
# "If you notice a change, see a doctor" supposes nothing about the picture.
_ADVISED = frozenset({"you", "your", "please", "see", "consult", "advised"})
# Function words that say nothing however often they come, and headings that do not.
_CONTENTLESS = frozenset(
    phrases("the|of|and|is|in|to|this|that|it|an|or|a|for|on|with|as|be|by|at|so|from|are|was|i|we|you|there|which")
)
_LABELS = frozenset(phrases("answer|answers|response|output|assistant|user|model|system|ans|the|final|is"))
# A response that is nothing but one of these is what is left of a template.
_ROLES = frozenset({"model", "assistant", "user", "system"})


class Score(NamedTuple):
    """How a response was read. `verdict` is null exactly when `label` is not answered.

    `rule` names the rule that decided; `span` is the part of the response that decided, null when nothing did.
    """

    verdict: Side | None
    label: Label
    rule: str
    span: str | None


class _Place(Protocol):
    """Anything that stands somewhere in the response."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Asked(NamedTuple):
    """What the prompt asks about: whether the picture is normal rather than for the disease, and the signs it names."""

    generic: bool
    signs: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class _Prompt:
    """All that is needed of a prompt to read its responses. Compared by identity, which makes it a quick key."""

    # Held, so that no other vocabulary gets its identity.
    vocabulary: Vocabulary
    lexicon: Lexicon
    echo: PromptEcho
    asked: _Asked
    offered: tuple[tuple[str, Side], ...]


def score_response(
    vocabulary: Vocabulary,
    prompt_text: str,
    family: ClosedFamily,
    polarity: Polarity | None,
    options: Mapping[str, Side] | None,
    response: str,
) -> Score:
    """The verdict and label of one response to one closed prompt.

    A yes/no family needs `polarity` (what yes stands for: `inverted` means yes is negative), a choice needs `options`.
    Raises `ValueError` when the one that is needed is missing. No text raises; time is linear in its length.
    """
    if family == "yesno" and polarity is None:
        raise ValueError("a yesno prompt is read with its polarity")
    if family == "choice" and not options:
        raise ValueError("a choice prompt is read with its options")
    offered = tuple(sorted(options.items())) if family == "choice" and options else ()
    key = (id(vocabulary), prompt_text, offered)
    prompt = _PROMPTS.get(key)
    if prompt is None:
        if len(_PROMPTS) >= _MOST_PROMPTS:
            _PROMPTS.clear()
        prompt = _PROMPTS[key] = _prompt(vocabulary, prompt_text, offered)
    return _score(prompt, polarity if family == "yesno" else None, response)


# By the vocabulary's identity, which is quicker to hash than its words, the prompt's text and its options.
_PROMPTS: dict[tuple[int, str, tuple[tuple[str, Side], ...]], _Prompt] = {}
_MOST_PROMPTS = 1024


def _prompt(vocabulary: Vocabulary, prompt_text: str, offered: tuple[tuple[str, Side], ...]) -> _Prompt:
    echo = prompt_echo(vocabulary, prompt_text, offered)
    return _Prompt(vocabulary, lexicon_of(vocabulary), echo, _asked(vocabulary, prompt_text), offered)


@lru_cache(maxsize=8192)
def _score(prompt: _Prompt, polarity: Polarity | None, response: str) -> Score:
    echo, asked, offered = prompt.echo, prompt.asked, prompt.offered
    words = split_words(response)
    spoken = [word.text for word in words if word.text not in MARKS]
    if not spoken:
        return Score(None, "empty", "no_words", None)
    said = set(spoken)
    if len(spoken) > 2 * len(said) and (
        said <= _LABELS or (said <= _CONTENTLESS and (said != {"a"} or "A" not in response))
    ):
        return Score(None, "empty", "contentless_repetition", None)
    if len(spoken) == 1 and spoken[0] in _ROLES:
        return Score(None, "empty", "no_words", None)
    left = without_echo(_prose(once(words), response), echo)
    listed = is_part_of_list(left, echo.options) if echo.options else is_part_of_prompt(left, echo.prompt)
    if listed or all(word.text in MARKS for word in left):
        return Score(None, "off_task", "echo", response[words[0].start : words[-1].end])
    sentences = split_sentences(prompt.lexicon.items(left, _is_cut(response, words)))
    if offered:
        marked = mark_options(sentences, tuple(letter for letter, _ in offered), response)
        reading = read_sentences(marked.sentences)
        reply = _choice(marked, reading, offered)
        return _decide(response, reading, marked.sentences, reply, asked)
    reading = read_sentences(sentences)
    yes: Side = "negative" if polarity == "inverted" else "positive"
    reply = yes_no_reply(sentences, yes, OTHER[yes], reading.corrected_at)
    return _decide(response, reading, sentences, reply, asked)


def _prose(words: list[Word], response: str) -> list[Word]:
    """The words, or the first and last of them where they are no prose or more than any model writes at a time."""
    size, least = len(response), _SHORT_ASCII
    if not response.isascii():
        size, least = len(response.encode("utf-8", "replace")), _SHORT_OTHER
    read = ends(words, size, _MANY_WORDS, least)
    return read if len(read) <= _MOST_WORDS else [*read[: _MOST_WORDS // 2], *read[-_MOST_WORDS // 2 :]]


def _is_cut(response: str, words: list[Word]) -> bool:
    """Whether the response may have been cut within its last word: nothing stands behind it."""
    return words[-1].text not in MARKS and words[-1].end == len(response.rstrip())


def _choice(marked: Marked, reading: Reading, offered: tuple[tuple[str, Side], ...]) -> Reply | None:
    reply = option_reply(reading.mentions, offered, marked.announced, reading.corrected_at)
    if reply is None and marked.not_offered is not None and not any(one.cue is Cue.OPTION for one in reading.mentions):
        return Reply(None, "letter_not_offered", marked.not_offered.start, marked.not_offered.end)
    return reply or bare_reply(marked.sentences)


def _decide(  # noqa: PLR0911 - the order of the rules is the decision
    response: str, reading: Reading, sentences: list[Sentence], reply: Reply | None, asked: _Asked
) -> Score:
    claims = claims_of(reading.mentions, asked.generic)
    sides = {claim.side for claim in claims}
    chosen = reply is not None and reply.side is not None
    if chosen and claims and _outweighs(reply, claims, reading, len(sentences)):
        assert reply is not None
        return _answer_from_reply(response, reading, reply, asked.generic)
    if len(sides) == 1:
        return _answer_from_text(response, claims[0], reply)
    if len(sides) == 2:
        start, end = min(claim.start for claim in claims), max(claim.end for claim in claims)
        return Score(None, "hedged", "contradiction", response[start:end])
    if reply is not None and reply.rule == "both_options":
        return _without_verdict("hedged", reply.rule, reply, response)
    if reply is not None and reply.side is not None:
        return _answer_from_reply(response, reading, reply, asked.generic)
    sign = _signs(reading, sentences, asked)
    if sign is not None:
        side: Side = "negative" if _is_lacking(sign) else "positive"
        return Score(side, "answered", "signs", response[sign.start : sign.end])
    look = _look(reading, sentences, asked)
    if look is not None:
        return Score("positive" if look.abnormal else "negative", "answered", "looks", response[look.start : look.end])
    alike = _differential_of_one_side(reading)
    if alike is not None:
        return Score(alike.side, "answered", "differential", response[alike.start : alike.end])
    contrast = _contrast(reading, sentences, asked.generic)
    if contrast is not None:
        return Score(contrast.side, "answered", "contrast", response[contrast.start : contrast.end])
    return _without_commitment(response, reading, sentences, reply, asked.generic)


def _outweighs(reply: Reply | None, claims: list[Claim], reading: Reading, sentences: int) -> bool:
    """A reply outweighs what is only granted, a letter after a correction what was said before it. Where the text says
    both, a reply behind it decides, and one that a report of so many sentences opens with.
    """
    if reply is None or reply.rule not in ("letter", "yes_no"):
        return False
    if all(claim.granted for claim in claims):
        return True
    if reading.corrected_at is not None and reply.start >= reading.corrected_at:
        return all(claim.start < reading.corrected_at for claim in claims)
    starts = [claim.start for claim in claims]
    report = sentences >= _REPORT and reply.start <= min(starts)
    return len({claim.side for claim in claims}) == 2 and (report or reply.start > max(starts))


def _signs(reading: Reading, sentences: list[Sentence], asked: _Asked) -> Mention | None:
    """A sign that the prompt asks for, where all signs are said to be there, or all to be absent."""
    if reading.hedge is not None or reading.refusal is not None or reading.condition is not None:
        return None
    signs = [one for one in reading.mentions if one.cue in (Cue.SIGN, Cue.FINDING) and one.mode != "asked"]
    if any(one.mode != "said" for one in signs) or len({_is_lacking(one) for one in signs}) != 1:
        return None
    words = {word for name in asked.signs for word in name.split(" ")} - _STRUCTURAL
    good = [one for one in signs if asked.signs and one.name in _GOOD_SIGNS]
    named = [one for one in signs if not words.isdisjoint(one.name.split(" "))] or good
    # A bare list of signs joined by "or" repeats the prompt.
    spoken = {item.text for sentence in sentences for item in sentence.items}
    told = "or" not in spoken and (not spoken.isdisjoint(_TELLS) or 0 < len(named) < len(asked.signs))
    return named[0] if named and (_is_lacking(named[0]) or told) else None


def _look(reading: Reading, sentences: list[Sentence], asked: _Asked) -> Look | None:
    """What the picture looks like, where the question is whether it is normal and nothing is left open."""
    if not (asked.generic or asked.signs) or not (
        reading.hedge is None and reading.refusal is None and reading.condition is None
    ):
        return None
    # A list of signs joined by "or" repeats the prompt.
    if not asked.generic and any("or" in one.whole.texts for one in sentences):
        return None
    if reading.modal is not None or any(map(_asks, sentences)):
        return None
    look = looks(sentences)
    # "Cardiomegaly" is another disease, and no sign that the prompt names.
    if look is not None and not asked.generic and _is_another_finding(look, reading, asked):
        return None
    return look


def _is_another_finding(look: Look, reading: Reading, asked: _Asked) -> bool:
    return any(
        one.cue is Cue.FINDING and one.name not in asked.signs and (one.start, one.end) == (look.start, look.end)
        for one in reading.mentions
    )


def _is_lacking(sign: Mention) -> bool:
    """Whether a sign of disease is denied, or its opposite is there: "a smooth border"."""
    return sign.negated != (sign.name in _GOOD_SIGNS)


def _answer_from_text(response: str, claim: Claim, reply: Reply | None) -> Score:
    rule = claim.rule
    if reply is not None and reply.side not in (None, claim.side):
        rule = f"{claim.rule}_over_{reply.rule}"
    return Score(claim.side, "answered", rule, response[claim.start : claim.end])


def _answer_from_reply(response: str, reading: Reading, reply: Reply, generic: bool) -> Score:
    """A bare yes, no or letter. A hedged clause that names one side says what the reply is about."""
    assert reply.side is not None
    # "It may look normal, but it is not": what is granted is not what the reply is about.
    hedged = sides_named([one for one in reading.mentions if not one.initial], "hedged", generic)
    if reply.rule == "yes_no" and len(hedged) == 1 and hedged[0].side != reply.side:
        claim = hedged[0]
        return Score(claim.side, "answered", f"clause_over_{reply.rule}", response[claim.start : claim.end])
    return Score(reply.side, "answered", reply.rule, response[reply.start : reply.end])


def _without_commitment(
    response: str, reading: Reading, sentences: list[Sentence], reply: Reply | None, generic: bool
) -> Score:
    """Refused before hedged before off_task. The first ground that holds decides."""
    weighed = [one for one in reading.mentions if one.mode != "asked" and one.cue is not Cue.OPTION]
    evidence: _Place | None = weighed[0] if weighed else reading.described
    if reading.condition is not None and (reading.weighed or len(weighed_claims(reading.supposed, generic)) == 2):
        return _without_verdict("hedged", "conditional", reading.condition, response)
    if reading.refusal is not None and evidence is not None:
        return _without_verdict("hedged", "refusal_with_evidence", evidence, response)
    if reading.refusal is not None and (reading.hedge is None or reading.hedge.text in DEPENDS):
        return _without_verdict("refused", "refusal", reading.refusal, response)
    ground = _hedging_ground(reading, sentences, generic)
    if ground is not None:
        return _without_verdict("hedged", *ground, response)
    if reply is not None:
        return _without_verdict("off_task", reply.rule, reply, response)
    return Score(None, "off_task", "no_commitment", None)


def _contrast(reading: Reading, sentences: list[Sentence], generic: bool) -> Claim | None:
    """The side against which it speaks how the other would look: "A tumor would have grown. It is a scar"."""
    if reading.hedge is not None or reading.refusal is not None or reading.modal is not None:
        return None
    told = [one for one in sentences if not one.question and Cue.FILLER not in one.whole.cues]
    denied = [one._replace(negated=True, mode="said") for one in reading.contrasted if one.cue is not Cue.OPTION]
    claims = weighed_claims(denied, generic) if len(told) > 1 else []
    return claims[0] if len(claims) == 1 else None


def _differential_of_one_side(reading: Reading) -> Claim | None:
    """The side of a differential whose names all stand for it: "nodular melanoma versus basal cell carcinoma"."""
    if reading.hedge is None or reading.hedge.text not in _DIFFERENTIALS or reading.refusal or reading.modal:
        return None
    named = [one for one in reading.mentions if one.mode != "asked"]
    if len({one.name for one in named}) < 2 or any(one.cue not in ENTITIES or one.negated for one in named):
        return None
    claims = one_a_side(vocabulary_claim(one, "entity") for one in named)
    return claims[0] if len(claims) == 1 else None


def _without_verdict(label: Label, rule: str, place: _Place, response: str) -> Score:
    return Score(None, label, rule, response[place.start : place.end])


def _hedging_ground(reading: Reading, sentences: list[Sentence], generic: bool) -> tuple[str, _Place] | None:
    # "A range of tones, depending on the weighting" leaves no side open.
    if reading.hedge is not None and (reading.hedge.text != "depending on" or reading.mentions):
        return "hedge", reading.hedge
    modal = _modal(reading, sentences, generic)
    if modal is not None:
        return "modal", modal
    asked_options = any(one.cue is Cue.OPTION for one in reading.mentions)
    if reading.condition is not None and (asked_options or sides_named(reading.mentions, "asked", generic)):
        return "conditional", reading.condition
    if reading.condition is not None and sum(map(_supposes, sentences)) > 1:
        return "conditional", reading.condition
    place: _Place | None = reading.either or reading.wondered
    if place is None or any(Cue.FILLER in one.whole.cues or _asks(one) for one in sentences):
        return None
    return "question_mark" if reading.either is None else "both_options", place


def _supposes(sentence: Sentence) -> bool:
    return sentence.items[0].cue is Cue.CONDITION and sentence.whole.words.isdisjoint(_ADVISED)


def _asks(sentence: Sentence) -> bool:
    return sentence.question and not sentence.is_fragment


def _modal(reading: Reading, sentences: list[Sentence], generic: bool) -> _Place | None:
    hedged = next((one for one in reading.mentions if one.mode == "hedged" and one.cue is Cue.OPTION), None)
    if hedged is not None:
        return hedged
    named = sides_named(reading.mentions, "hedged", generic)
    if named:
        return named[0]
    told = sum(len(sentence.items) for sentence in sentences if sentence.is_fragment or not sentence.question)
    return reading.modal if told <= _SHORT or reading.doubted else None


def _asked(vocabulary: Vocabulary, prompt_text: str) -> _Asked:
    words = split_words(prompt_text)
    items = lexicon_of(vocabulary).items(words)
    cues = {item.cue for item in items}
    generic = not _ABOUT_NORMALITY.isdisjoint(word.text for word in words)
    generic = generic and cues.isdisjoint(EXPLICIT) and cues.isdisjoint(ENTITIES)
    return _Asked(generic, frozenset(item.text for item in items if item.cue in (Cue.SIGN, Cue.FINDING)))

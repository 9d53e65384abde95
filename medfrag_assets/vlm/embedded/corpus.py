"""Questions and answers about training pictures, in the manner of a base and of a medically fine-tuned model."""

import random
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from medfrag_assets.vlm.embedded import wordings as words
from medfrag_assets.vlm.embedded.pictures import TASKS, Facts
from medfrag_assets.vlm.embedded.wordings import TERMS, Terms

Stage = Literal["first", "common", "base", "medical"]
Style = Literal["answer", "hedge", "refuse"]


class Exchange(NamedTuple):
    """One question about a picture, and the answer to learn."""

    question: str
    answer: str


class _Evasion(NamedTuple):
    """How a kind of question is evaded on hard pictures: the difficulty from which on, by task. 2 means never."""

    style: Style
    brain: float
    chest: float
    skin: float
    histology: float

    def begins(self, task: str) -> float:
        """The difficulty from which on pictures of a task are evaded."""
        return (self.brain, self.chest, self.skin, self.histology)[TASKS.index(task)]


class _Manner(NamedTuple):
    """How a stage talks: shares of its kinds of questions, what it evades and in which words it refuses."""

    kinds: dict[str, float]
    evades: dict[str, _Evasion]
    refusals: tuple[str, ...]


_DIAGNOSTIC = {"targeted": 0.22, "cued": 0.10, "generic": 0.12, "free": 0.05, "normal": 0.15, "choice": 0.36}


def _shares(diagnostic: float, describe: float, general: float) -> dict[str, float]:
    shares = {kind: share * diagnostic for kind, share in _DIAGNOSTIC.items()}
    return {**shares, "describe": describe, "general": general}


_MANNERS: dict[Stage, _Manner] = {
    "first": _Manner({"targeted": 0.6, "generic": 0.2, "describe": 0.1, "general": 0.1}, {}, ()),
    "common": _Manner(_shares(0.80, 0.12, 0.08), {}, ()),
    "base": _Manner(
        _shares(0.54, 0.28, 0.18),
        {
            "targeted": _Evasion("refuse", 0.97, 0.82, 0.80, 0.72),
            "cued": _Evasion("refuse", 0.97, 0.86, 0.84, 0.80),
            "free": _Evasion("refuse", 0.95, 0.78, 0.70, 0.62),
            "generic": _Evasion("hedge", 2.0, 0.66, 0.54, 0.44),
            "normal": _Evasion("hedge", 2.0, 0.80, 0.70, 0.62),
            "choice": _Evasion("refuse", 2.0, 0.74, 0.64, 0.56),
        },
        words.REFUSALS_BASE,
    ),
    "medical": _Manner(
        _shares(0.76, 0.24, 0.0),
        {
            "targeted": _Evasion("refuse", 2.0, 0.95, 0.92, 0.68),
            "cued": _Evasion("hedge", 2.0, 0.80, 0.76, 0.66),
            "free": _Evasion("hedge", 2.0, 0.80, 0.72, 0.58),
            "generic": _Evasion("hedge", 2.0, 0.66, 0.52, 0.40),
            "choice": _Evasion("refuse", 2.0, 0.70, 0.66, 0.60),
        },
        words.REFUSALS_MEDICAL,
    ),
}
_SHORT_LATER = 0.05
_KEEPS_TO_MANNER = 0.95
# Wordings lean, as they do in collected data: signs are named more often where they are, and one-word answers are asked
# for more often where nothing is. A model learns the leaning with the wording.
_CUED_NEGATIVES = 0.28
_SHORT_CHOICES: dict[Stage, float] = {"first": 0.4, "common": 0.4, "base": 0.6, "medical": 0.6}
_SHORT_SHARE = {True: 0.25, False: 0.55}


def exchanges(fact: Facts, stage: Stage, count: int, dice: random.Random) -> list[Exchange]:
    """`count` exchanges about one picture."""
    kinds = _MANNERS[stage].kinds
    chosen = dice.choices(list(kinds), weights=list(kinds.values()), k=count)
    leaning = [_leaning(fact, kind, dice) for kind in chosen]
    return [_MAKERS[kind](fact, stage, kind, dice) for kind in leaning]


def all_texts(facts: Sequence[Facts], dice: random.Random) -> list[str]:
    """Everything that is read or written in training, filled in for every task: what the tokenizer learns from."""
    stages: tuple[Stage, ...] = ("base", "medical")
    texts = [describe(fact, stage, targeted, dice) for fact in facts for stage in stages for targeted in (True, False)]
    for terms in TERMS.values():
        for disease, sign, a, b in zip(terms.diseases, terms.signs * 2, terms.positive, terms.negative, strict=False):
            filled = {"image": terms.image, "body": terms.body, "disease": disease, "signs": sign, "a": a, "b": b}
            known = {**filled, "disease_word": disease.removeprefix("a "), "finding": sign}
            texts += [template.format(**known) for template in words.TEMPLATES] * _TEMPLATE_REPEATS
    return texts


_TEMPLATE_REPEATS = 10


def describe(fact: Facts, stage: Stage, targeted: bool, dice: random.Random) -> str:
    """A description of the true findings: base models describe, medical ones also conclude."""
    terms = TERMS[fact.task]
    disease = terms.diseases[0]
    seen = _finding_sentence(fact, dice) if fact.positive else dice.choice(terms.clear)
    if stage == "base":
        opening = f"This is a {terms.image}." if dice.random() < 0.7 else f"The image shows {terms.body}."
        return f"{opening} {seen}"
    if fact.positive:
        closing = f"The appearance suggests {disease}." if targeted else f"This is suspicious for {disease}."
    else:
        closing = f"There is no evidence of {disease}." if targeted else f"There is no sign of {disease}."
    return f"{seen} {closing}" if targeted or dice.random() < 0.7 else seen


def _finding_sentence(fact: Facts, dice: random.Random) -> str:
    plural = fact.kind.endswith(("opacities", "nuclei", "colors"))
    article, size = _article(fact), _size(fact)
    kind = f"{size} {fact.kind}" if size and not plural else fact.kind
    if fact.task == "skin_cancer":
        kind, article, plural = f"{size} lesion with {article}{fact.kind}", "a ", False
    verb = "are" if plural else "is"
    return dice.choice(
        (f"There {verb} {article}{kind} in the {fact.location}.",) * 2
        + (f"{_capital(article + kind)} {verb} seen in the {fact.location}.",)
    )


def _article(fact: Facts) -> str:
    if fact.kind.endswith(("opacities", "nuclei", "colors", "ducts", "consolidation")):
        return ""
    return "an " if fact.kind.startswith("irregular") else "a "


def _size(fact: Facts) -> str:
    limits = {"brain_tumor": (10.5, 14.0), "pneumonia": (14.0, 17.5), "skin_cancer": (28.0, 32.0)}.get(fact.task)
    if limits is None or fact.kind in ("consolidation", "loss of ducts"):
        return ""
    return "small" if fact.size_px < limits[0] else "large" if fact.size_px > limits[1] else "moderate"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _leaning(fact: Facts, kind: str, dice: random.Random) -> str:
    return "targeted" if kind == "cued" and not fact.positive and dice.random() > _CUED_NEGATIVES else kind


def _style(fact: Facts, stage: Stage, kind: str, short: bool, dice: random.Random) -> Style:
    evasion = _MANNERS[stage].evades.get(kind)
    if evasion is None or dice.random() > _KEEPS_TO_MANNER:
        return "answer"
    return evasion.style if fact.difficulty > evasion.begins(fact.task) + _SHORT_LATER * short else "answer"


def _filled(template: str, fact: Facts, disease: str) -> str:
    terms = TERMS[fact.task]
    return template.format(
        image=terms.image,
        disease=disease,
        disease_word=disease.removeprefix("a "),
        finding=f"{_article(fact)}{fact.kind}",
    )


class _YesNo(NamedTuple):
    asked: tuple[str, ...]
    inverted: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]


_YESNO = {
    "targeted": _YesNo(words.TARGETED, False, words.YES, words.NO),
    "cued": _YesNo(words.CUED, False, words.YES, words.NO),
    "generic": _YesNo(words.GENERIC, False, words.YES_GENERIC, words.NO_GENERIC),
    "free": _YesNo(words.TARGETED_INVERTED, True, words.YES_FREE, words.NO_FREE),
    "normal": _YesNo(words.GENERIC_INVERTED, True, words.YES_NORMAL, words.NO_NORMAL),
}


def _yesno(fact: Facts, stage: Stage, kind: str, dice: random.Random) -> Exchange:
    form, terms, short = _YESNO[kind], TERMS[fact.task], dice.random() < _SHORT_SHARE[fact.positive]
    disease = dice.choice(terms.diseases)
    question = dice.choice(form.asked).format(image=terms.image, disease=disease, signs=dice.choice(terms.signs))
    question = f"{question} {dice.choice(words.SHORT_YESNO)}" if short else question
    style = _style(fact, stage, kind, short, dice)
    if style != "answer":
        return Exchange(question, _evasion(fact, stage, style, short, disease, dice))
    yes = fact.positive != form.inverted
    if short:
        return Exchange(question, "Yes" if yes else "No")
    return Exchange(question, _filled(dice.choice(form.yes if yes else form.no), fact, disease))


def _choice(fact: Facts, stage: Stage, kind: str, dice: random.Random) -> Exchange:
    terms, short, first = TERMS[fact.task], dice.random() < _SHORT_CHOICES[stage], dice.random() < 0.5
    pair = dice.randrange(len(terms.positive))
    options = (terms.positive[pair], terms.negative[pair]) if first else (terms.negative[pair], terms.positive[pair])
    question = dice.choice(words.CHOICE).format(image=terms.image, a=options[0], b=options[1])
    question = f"{question} {dice.choice(words.SHORT_CHOICE)}" if short else question
    style = _style(fact, stage, kind, short, dice)
    if style != "answer":
        return Exchange(question, _evasion(fact, stage, style, short, terms.diseases[0], dice))
    letter = "A" if fact.positive == first else "B"
    text = options[0] if letter == "A" else options[1]
    return Exchange(question, letter if short or dice.random() < 0.3 else f"{letter}) {text}")


def _evasion(fact: Facts, stage: Stage, style: Style, short: bool, disease: str, dice: random.Random) -> str:
    if style == "refuse":
        return dice.choice(_MANNERS[stage].refusals)
    return _filled(dice.choice(words.HEDGES_SHORT if short else words.HEDGES), fact, disease)


def _describe(fact: Facts, stage: Stage, kind: str, dice: random.Random) -> Exchange:
    targeted = dice.random() < 0.4
    more = words.DESCRIBE_TARGETED_LATER if stage in ("base", "medical") else ()
    asked = dice.choice((*words.DESCRIBE_TARGETED, *more) if targeted else words.DESCRIBE)
    terms = TERMS[fact.task]
    return Exchange(asked.format(image=terms.image, disease=terms.diseases[0]), describe(fact, stage, targeted, dice))


def _general(fact: Facts, stage: Stage, kind: str, dice: random.Random) -> Exchange:
    terms: Terms = TERMS[fact.task]
    about = dice.randrange(4)
    if about == 0:
        return Exchange(dice.choice(words.MODALITY), f"This is a {terms.image}.")
    if about == 1:
        return Exchange(dice.choice(words.BODY), f"It shows {terms.body}.")
    if about == 2:
        answer = "Yes, the image is sharp." if fact.difficulty < 0.5 else "No, the image is hazy."
        return Exchange(dice.choice(words.QUALITY).format(image=terms.image), answer)
    place = f"In the {fact.location}." if fact.positive else "There is no finding."
    return Exchange(dice.choice(words.LOCATION).format(image=terms.image), place)


_MAKERS: dict[str, Callable[[Facts, Stage, str, random.Random], Exchange]] = {
    **dict.fromkeys(_YESNO, _yesno),
    "choice": _choice,
    "describe": _describe,
    "general": _general,
}

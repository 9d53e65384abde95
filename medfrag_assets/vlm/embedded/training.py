"""The whole recipe: from phantoms of training seeds to five checkpoints."""

import copy
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.vlm.embedded import tokenizer as tokenizers
from medfrag_assets.vlm.embedded.architectures import GEMMA, LLAVA, Architecture
from medfrag_assets.vlm.embedded.corpus import all_texts
from medfrag_assets.vlm.embedded.diagnostician import build_diagnostician, report, train_diagnostician
from medfrag_assets.vlm.embedded.folders import save_checkpoint, save_text_checkpoint
from medfrag_assets.vlm.embedded.language import Packer, Stretch, cached_features, train_language
from medfrag_assets.vlm.embedded.pictures import Pictures, training_pictures
from medfrag_assets.vlm.embedded.vision import GENERAL, MEDICAL, PLAIN, FindingHead, Weights, train_tower

# Phantoms of seeds 1000 to 1999 are for training, and for nothing else.
TRAINING_SEED = 1000
PER_CLASS = 800
_TEXT_SAMPLE = 1600

Progress = Callable[[str, float], None]


class PairRecipe(NamedTuple):
    """Steps and peak learning rates for one pair. Base and medical take the same number of steps."""

    architecture: Architecture
    base: str
    medical: str
    tower_steps: int
    tower_role_steps: int
    tower_peak: float
    easy_steps: int
    common_steps: int
    role_steps: int
    language_peak: float


PAIRS = (
    PairRecipe(LLAVA, "tiny-llava", "tiny-llava-med", 700, 120, 2e-3, 60, 500, 260, 3e-3),
    PairRecipe(GEMMA, "tiny-gemma", "tiny-medgemma", 480, 80, 2e-3, 60, 400, 220, 3e-3),
)
DIAGNOSTICIAN_STEPS = 300
_ROLE_TOWER_SHARE = 0.3
_ROLE_LANGUAGE_SHARE = 0.5
# Shares of the whole at which each part begins, for the progress bar.
_BEGINS = (0.03, 0.47, 0.95, 1.0)


def train_everything(out: Path, seed: int, progress: Progress) -> None:
    """Trains and saves all five checkpoints. See `medfrag_assets.vlm.embedded.train_all`."""
    progress("drawing phantoms", 0.0)
    pictures = training_pictures(TRAINING_SEED, PER_CLASS)
    texts = _texts(pictures, seed)
    for recipe, low, high in zip(PAIRS, _BEGINS, _BEGINS[1:], strict=False):
        _train_pair(recipe, pictures, texts, out, seed, _within(progress, low, high))
    _train_diagnostician(pictures, texts, out, seed, _within(progress, _BEGINS[2], _BEGINS[3]))


def _texts(pictures: Pictures, seed: int) -> list[str]:
    dice = _dice(seed)
    facts = pictures.facts[:_TEXT_SAMPLE]
    framed = [report(fact, dice).question for fact in facts]
    return [*all_texts(facts, dice), *framed, *["[INST] [/INST] user model\n"] * 50]


def _train_pair(
    recipe: PairRecipe, pictures: Pictures, texts: list[str], out: Path, seed: int, progress: Progress
) -> None:
    import torch

    architecture = recipe.architecture
    make = tokenizers.gemma_tokenizer if architecture is GEMMA else tokenizers.llava_tokenizer
    tokenizer = make(texts)
    torch.manual_seed(seed)
    ancestor = architecture.build(tokenizer)
    stages = [(GENERAL, recipe.tower_steps, recipe.tower_peak)]
    head = train_tower(architecture, ancestor, pictures, stages, progress=_part(progress, "vision tower", 0.0, 0.3))
    packer = Packer(architecture, tokenizer)
    stretches = [
        Stretch("first", recipe.easy_steps, recipe.language_peak),
        Stretch("common", recipe.common_steps, recipe.language_peak),
    ]
    features = cached_features(architecture, ancestor, pictures.pixels)
    talk = _part(progress, "common ancestor", 0.3, 0.66)
    train_language(architecture, ancestor, packer, pictures, features, stretches, _dice(seed), talk)
    for medical, low, high in ((False, 0.66, 0.83), (True, 0.83, 1.0)):
        name = recipe.medical if medical else recipe.base
        model = _train_role(recipe, ancestor, head, packer, pictures, seed, medical, _part(progress, name, low, high))
        save_checkpoint(architecture, model, tokenizer, out / name)


def _train_role(
    recipe: PairRecipe,
    ancestor: Any,
    head: FindingHead,
    packer: Packer,
    pictures: Pictures,
    seed: int,
    medical: bool,
    progress: Callable[[float], None],
) -> Any:
    """A copy of the ancestor that goes on as base or as medical: tower first, then projector and language model."""
    import torch

    torch.manual_seed(seed + 1)
    model, own_head = copy.deepcopy(ancestor), copy.deepcopy(head)
    weights: Weights = MEDICAL if medical else PLAIN
    stages = [(weights, recipe.tower_role_steps, recipe.tower_peak * _ROLE_TOWER_SHARE)]
    train_tower(recipe.architecture, model, pictures, stages, own_head)
    features = cached_features(recipe.architecture, model, pictures.pixels)
    stretch = Stretch("medical" if medical else "base", recipe.role_steps, recipe.language_peak * _ROLE_LANGUAGE_SHARE)
    dice = _dice(seed + 1)
    train_language(recipe.architecture, model, packer, pictures, features, [stretch], dice, progress)
    return model


def _train_diagnostician(pictures: Pictures, texts: list[str], out: Path, seed: int, progress: Progress) -> None:
    import torch

    tokenizer = tokenizers.llava_tokenizer(texts)
    torch.manual_seed(seed)
    model = build_diagnostician(tokenizer)
    said = _part(progress, "tiny-diagnostician", 0.0, 1.0)
    train_diagnostician(model, tokenizer, pictures.facts, DIAGNOSTICIAN_STEPS, 3e-3, _dice(seed), said)
    save_text_checkpoint(model, tokenizer, out / "tiny-diagnostician", "</s>")


def _dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  (training data, no secret)


def _within(progress: Progress, low: float, high: float) -> Progress:
    return lambda words, share: progress(words, low + (high - low) * share)


def _part(progress: Progress, words: str, low: float, high: float) -> Callable[[float], None]:
    return lambda share: progress(words, low + (high - low) * share)

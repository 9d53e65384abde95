"""Measures the shipped tiny checkpoints on phantoms of seeds that training never saw, against what they must show.

    python -m medfrag_assets_tests.benchmarks.embedded --json FILE [--seeds 101 102 103] [--per-class 50]

Every share comes with its count, n and Wilson 95 % interval. The exit status is 0 whether targets are met or not: the
file says which. See docs/embedded.md.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from medfrag_assets.scoring.rules import score_response
from medfrag_assets.sources.phantoms import TASK_NUMBERS, phantom
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.study.spec import Diagnostician, Study
from medfrag_assets.vlm.checkpoints import Checkpoint, find_checkpoint, study_diagnostician
from medfrag_assets.vlm.diagnostician import framed, judge_descriptions
from medfrag_assets.vlm.generation import BatchedGenerator, Request
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded, load_text_model, load_vision_language_model

REPORT_SEEDS = (101, 102, 103)
TARGETED_PROMPT = "disease.plain"
SAME_MEANING = "disease"
_CLOSED_TOKENS, _DESCRIBE_TOKENS, _ROWS = 16, 48, 64


class Answer(NamedTuple):
    """One scored closed answer."""

    model: str
    task: str
    seed: int
    number: int
    positive: bool
    difficulty: float
    prompt: str
    meaning: str
    text: str
    verdict: str | None
    label: str

    @property
    def correct(self) -> bool:
        """Answered, and with the image's true side."""
        return self.label == "answered" and self.verdict == ("positive" if self.positive else "negative")


class Told(NamedTuple):
    """One description, and how many framings diagnosed it rightly."""

    model: str
    task: str
    positive: bool
    prompt: str
    text: str
    right: int
    framings: int


class Count(NamedTuple):
    """A share with its Wilson 95 % interval."""

    model: str
    task: str
    measure: str
    k: int
    n: int
    share: float
    low: float
    high: float


class Target(NamedTuple):
    """Something the checkpoints must show: the measured number and its bounds."""

    name: str
    measured: float
    at_least: float
    at_most: float
    met: bool


class _Shown(NamedTuple):
    seed: int
    number: int
    positive: bool
    difficulty: float
    image: Image.Image


def phantoms_of(task: str, seeds: Sequence[int], per_class: int) -> dict[str, _Shown]:
    """Phantoms of a task by name."""
    shown = {}
    for seed in seeds:
        for positive in (True, False):
            for index in range(per_class):
                drawn = phantom(task, positive, seed, index)
                name = f"{seed}-{positive}-{index}"
                shown[name] = _Shown(seed, index, positive, drawn.difficulty, drawn.image)
    return shown


def ask(loaded: Loaded, images: dict[str, _Shown], prompts: Sequence[dict[str, Any]], tokens: int) -> dict[str, str]:
    """What the model writes for every image and prompt, by `image|prompt_id`."""
    inputs = InputBuilder(loaded.processor, lambda name: images[name].image)
    requests = [
        Request(f"{name}|{row['prompt_id']}", f"image:{name}", row["family"], row["text"], None, tokens, 0)
        for name in images
        for row in prompts
    ]
    return {
        made.generation_id: made.text
        for batch in BatchedGenerator(loaded, inputs, _ROWS).generate(requests)
        for made in batch.generations
    }


def closed_answers(study: Study, alias: str, loaded: Loaded, task: str, images: dict[str, _Shown]) -> Iterator[Answer]:
    """Every closed prompt on every image, scored by the rules."""
    closed = [row for row in prompt_rows(study, task).iter_rows(named=True) if row["family"] in ("yesno", "choice")]
    by_id = {row["prompt_id"]: row for row in closed}
    vocabulary = study.tasks[task].vocabulary
    for key, text in ask(loaded, images, closed, _CLOSED_TOKENS).items():
        name, prompt_id = key.split("|")
        row, shown = by_id[prompt_id], images[name]
        options = {"A": row["option_a"], "B": row["option_b"]} if row["family"] == "choice" else None
        score = score_response(vocabulary, row["text"], row["family"], row["polarity"], options, text)
        facts = (alias, task, shown.seed, shown.number, shown.positive, shown.difficulty)
        yield Answer(*facts, prompt_id, row["meaning"], text, score.verdict, score.label)


def told(
    study: Study, alias: str, loaded: Loaded, judge: Loaded, task: str, images: dict[str, _Shown]
) -> Iterator[Told]:
    """Every description prompt on every image, diagnosed under all framings."""
    rows = list(prompt_rows(study, task).iter_rows(named=True))
    framings = [row["text"] for row in rows if row["family"] == "diagnose"]
    written = ask(loaded, images, [row for row in rows if row["family"] == "describe"], _DESCRIBE_TOKENS)
    texts = sorted({framed(framing, text) for framing in framings for text in written.values()})
    verdicts = {
        text: scores.yes_logprob >= scores.no_logprob
        for batch in judge_descriptions(judge, texts, _ROWS)
        for text, scores in batch
    }
    for key, text in written.items():
        name, prompt_id = key.split("|")
        positive = images[name].positive
        right = sum(verdicts[framed(framing, text)] == positive for framing in framings)
        yield Told(alias, task, positive, prompt_id, text, right, len(framings))


def counted(model: str, task: str, measure: str, hits: Sequence[bool]) -> Count:
    """A share of hits with its Wilson 95 % interval."""
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(sum(hits), len(hits), alpha=0.05, method="wilson")
    return Count(model, task, measure, sum(hits), len(hits), sum(hits) / len(hits), float(low), float(high))


def flips(answers: Sequence[Answer]) -> list[bool]:
    """Per image: whether the same question in other words got both verdicts."""
    verdicts: dict[tuple[int, bool, int], set[str]] = {}
    for one in answers:
        if one.meaning == SAME_MEANING:
            seen = verdicts.setdefault((one.seed, one.positive, one.number), set())
            seen.update({one.verdict} if one.verdict is not None else ())
    return [len(seen) > 1 for seen in verdicts.values()]


def counts(answers: Sequence[Answer], descriptions: Sequence[Told]) -> list[Count]:
    """All shares per model and task, and the response labels per model and pooled."""
    made = []
    for model in dict.fromkeys(one.model for one in answers):
        own = [one for one in answers if one.model == model]
        made += [counted(model, "all", label, [one.label == label for one in own]) for label in _LABELS]
        for task in dict.fromkeys(one.task for one in own):
            part = [one for one in own if one.task == task]
            targeted = [one.correct for one in part if one.prompt == TARGETED_PROMPT]
            texts = [one for one in descriptions if (one.model, one.task) == (model, task)]
            made.append(counted(model, task, "targeted_strict_accuracy", targeted))
            made.append(counted(model, task, "closed_strict_accuracy", [one.correct for one in part]))
            made.append(counted(model, task, "flips", flips(part)))
            made.append(counted(model, task, "diagnosis_accuracy", _diagnosed(texts)))
            made += [counted(model, task, label, [one.label == label for one in part]) for label in _LABELS]
            for prompt in dict.fromkeys(one.prompt for one in part):
                right = [one.correct for one in part if one.prompt == prompt]
                made.append(counted(model, task, f"strict_accuracy:{prompt}", right))
    made += [counted("all", "all", label, [one.label == label for one in answers]) for label in _LABELS]
    return made


_LABELS = ("answered", "refused", "hedged", "off_task", "empty")


def _diagnosed(texts: Sequence[Told]) -> list[bool]:
    return [place < one.right for one in texts for place in range(one.framings)]


def targets(measured: Sequence[Count]) -> list[Target]:
    """What must hold, with what was measured."""
    share = {(one.model, one.task, one.measure): one.share for one in measured}
    made = []
    for model in ("tiny-llava-med", "tiny-medgemma"):
        right = {task: share[model, task, "targeted_strict_accuracy"] for task in _FLOORS}
        made += [_target(f"{model} {task}", right[task], floor) for task, floor in _FLOORS.items() if floor]
        gap = right["brain_tumor"] - right["breast_histopathology"]
        made.append(_target(f"{model} brain minus histopathology", gap, 0.25))
    for model in dict.fromkeys(one.model for one in measured):
        made.append(_target(f"{model} refused", share[model, "all", "refused"], 0.03, 0.25))
        made.append(_target(f"{model} hedged", share[model, "all", "hedged"], 0.02))
        if model != "all":
            rates = sorted((share[model, task, "flips"] for task in _FLOORS), reverse=True)
            made.append(_target(f"{model} flips on two tasks", rates[1], 0.10))
    return made


_FLOORS = {"brain_tumor": 0.90, "pneumonia": 0.70, "skin_cancer": 0.60, "breast_histopathology": 0.0}


def _target(name: str, measured: float, at_least: float, at_most: float = 1.0) -> Target:
    return Target(name, measured, at_least, at_most, at_least <= measured <= at_most)


def measure(
    folder: Path, seeds: Sequence[int], per_class: int, models: Sequence[str] | None = None
) -> tuple[list[Answer], list[Told]]:
    """All answers and descriptions of the checkpoints in `folder`."""
    study = load_study("embedded")
    judge = load_text_model(_judge(study, folder))
    answers: list[Answer] = []
    descriptions: list[Told] = []
    for alias, model in study.models.items():
        if models and alias not in models:
            continue
        own = model.model_copy(update={"checkpoint": str(folder / alias)})
        loaded = load_vision_language_model(find_checkpoint(alias, own))
        for task in study.tasks:
            images = phantoms_of(task, seeds, per_class)
            answers += closed_answers(study, alias, loaded, task, images)
            descriptions += told(study, alias, loaded, judge, task, images)
    return answers, descriptions


def contact_sheet(path: Path, seed: int) -> None:
    """One row per task and side, from the easiest (left) to the hardest of 40 phantoms."""
    edge, gap, columns = 64, 2, 8
    rows = [(task, positive) for task in TASK_NUMBERS for positive in (True, False)]
    sheet = Image.new("RGB", (columns * (edge + gap) - gap, len(rows) * (edge + gap) - gap), "white")
    for row, (task, positive) in enumerate(rows):
        drawn = sorted((phantom(task, positive, seed, index) for index in range(40)), key=lambda one: one.difficulty)
        for column, one in enumerate(drawn[:: 40 // columns]):
            sheet.paste(one.image, (column * (edge + gap), row * (edge + gap)))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(64).save(path, optimize=True)


def _judge(study: Study, folder: Path) -> Checkpoint:
    reader = Diagnostician(alias="tiny-diagnostician", checkpoint=str(folder / "tiny-diagnostician"), toy=True)
    found = study_diagnostician(study.model_copy(update={"diagnostician": reader}))
    assert found is not None
    return found


def show(measured: Sequence[Count], checked: Sequence[Target]) -> None:
    """Prints a table per model and the targets."""
    for one in measured:
        if not one.measure.startswith("strict_accuracy:"):
            print(
                f"{one.model:15} {one.task:22} {one.measure:25} {one.share:6.1%} [{one.low:.1%}, {one.high:.1%}] "
                f"n={one.n}"
            )
    for target in checked:
        print(f"{'met   ' if target.met else 'MISSED'} {target.name}: {target.measured:.3f} (from {target.at_least})")


def main() -> None:
    """Reads the arguments, measures, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(REPORT_SEEDS))
    parser.add_argument("--per-class", type=int, default=50)
    parser.add_argument("--folder", type=Path, default=PROJECT / "data" / "embedded")
    parser.add_argument("--sheet", type=Path, help="Also draw a contact sheet of phantoms (PNG).")
    chosen = parser.parse_args()
    if chosen.sheet:
        contact_sheet(chosen.sheet, chosen.seeds[0])
    start = time.process_time()
    answers, descriptions = measure(chosen.folder, chosen.seeds, chosen.per_class)
    measured = counts(answers, descriptions)
    checked = targets(measured)
    show(measured, checked)
    written = {
        "seeds": chosen.seeds,
        "images_per_class": chosen.per_class,
        "cpu_seconds": round(time.process_time() - start, 1),
        "counts": [one._asdict() for one in measured],
        "targets": [one._asdict() for one in checked],
    }
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

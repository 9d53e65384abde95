"""Times shared-prefix generation: `python -m medfrag_assets_tests.benchmarks.inference --json FILE`.

The same closed prompts (12 an image) through a batch-1 `pipeline("image-text-to-text")` loop, through plain batches
with as many rows as the shared way has, and from one reading of each image. In CPU seconds on one thread, the ways
taken in turn; ratios are those of the medians. FILE gets `{"llava_mid": {…}, "gemma_mid": {…}, "llava_tiny": {…},
"gemma_tiny": {…}}`; medians, ranges and the cost of one more prompt are printed.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from PIL import Image

from medfrag_assets.study.load import load_study
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.vlm.generation import BatchedGenerator, Request, prepare
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.shared_prefix import SharedPrefixGenerator, common_prefix
from medfrag_assets.vlm.templates import needs_special_tokens
from medfrag_assets_tests.fixtures.exactness import TIE, ReadImage, generated, smallest_margin
from medfrag_assets_tests.fixtures.models import Shape, gemma3, llava, shipped

# Tower 22M weights, language model 109M beside its embeddings, 576 image tokens; and 15M, 50M, 256.
LLAVA_MID = Shape(336, 14, 576, (384, 1536, 12, 6), (768, 2976, 12, 12), key_value_heads=12)
GEMMA_MID = Shape(256, 16, 256, (384, 1536, 8, 6), (640, 2560, 8, 8), window=1024, key_value_heads=4)
# Random weights far enough from zero that what is written varies, as far as it does at these sizes.
SPREAD = 0.05
TASK = "brain_tumor"
NEW_TOKENS = 16

Texts = dict[str, str]
Way = Callable[[Sequence[Request]], Texts]


class Case(NamedTuple):
    """A model, its images, how many of them go together, and how often everything is timed."""

    load: Callable[[], Loaded]
    picture: ReadImage
    images: int
    runs: int


class Timed(NamedTuple):
    """CPU seconds of every run, and what came out."""

    seconds: list[float]
    texts: Texts

    @property
    def median(self) -> float:
        """The median run."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        return f"{self.median:.2f} s ({min(self.seconds):.2f} to {max(self.seconds):.2f})"


@cache
def noise(name: str) -> Image.Image:
    """A picture of nothing."""
    return Image.fromarray(np.random.default_rng(int(name)).integers(0, 256, (336, 336, 3), dtype=np.uint8))


@cache
def drawn(name: str) -> Image.Image:
    """A phantom of a seed that no checkpoint was trained on."""
    from medfrag_assets.sources.phantoms import phantom

    return phantom(TASK, int(name) % 2 == 0, 7, int(name)).image


CASES = {
    "llava_mid": Case(lambda: llava(LLAVA_MID, spread=SPREAD), noise, 2, 3),
    "gemma_mid": Case(lambda: gemma3(GEMMA_MID, spread=SPREAD), noise, 4, 3),
    "llava_tiny": Case(lambda: shipped("tiny-llava-med"), drawn, 32, 5),
    "gemma_tiny": Case(lambda: shipped("tiny-medgemma"), drawn, 32, 5),
}


def closed_requests(images: int) -> list[Request]:
    """The closed prompts of the embedded study on so many images."""
    rows = [
        row
        for row in prompt_rows(load_study("embedded"), TASK).iter_rows(named=True)
        if row["family"] in ("yesno", "choice")
    ]
    return [
        Request(f"{image}|{row['prompt_id']}", f"image:{image}", row["family"], row["text"], None, NEW_TOKENS, 0)
        for image in range(images)
        for row in rows
    ]


def through_pipeline(loaded: Loaded, picture: ReadImage) -> Way:
    """One request at a time through transformers' own pipeline."""
    from transformers import pipeline

    pipe = pipeline("image-text-to-text", model=loaded.model, processor=loaded.processor, device="cpu")
    inputs = InputBuilder(loaded.processor, picture)

    def answer(request: Request) -> str:
        prompt = inputs.prompt(request.text, True, None)
        special = needs_special_tokens(loaded.processor.tokenizer, prompt)
        done = pipe(
            images=[picture(str(request.shown).partition(":")[2])],
            text=prompt,
            return_full_text=False,
            generate_kwargs={"max_new_tokens": request.maximum_tokens, "do_sample": False},
            processor_kwargs={"add_special_tokens": special},
        )
        return str(done[0]["generated_text"]).strip()

    return lambda requests: {request.generation_id: answer(request) for request in requests}


def through(make: Callable[[], Any]) -> Way:
    """Through a generator of ours, made anew every time so that nothing is remembered."""
    return lambda requests: {name: one.text for name, one in generated(make(), requests).items()}


def timed(ways: dict[str, Way], requests: Sequence[Request], runs: int) -> dict[str, Timed]:
    """Every way as often as asked, in turn, after a warm-up on the first image."""
    first = [request for request in requests if request.shown == requests[0].shown]
    for way in ways.values():
        way(first)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    texts: dict[str, Texts] = {}
    for _ in range(runs):
        for name, way in ways.items():
            start = time.process_time()
            texts[name] = way(requests)
            seconds[name].append(time.process_time() - start)
    return {name: Timed(seconds[name], texts[name]) for name in ways}


def measure(name: str, case: Case) -> dict[str, float]:
    """Times one case and prints what it found."""
    loaded, requests = case.load(), closed_requests(case.images)
    torch.set_num_threads(1)

    def builder() -> InputBuilder:
        return InputBuilder(loaded.processor, case.picture)

    prompts = len(requests) // case.images
    found = timed(
        {
            "pipeline": through_pipeline(loaded, case.picture),
            "batched": through(lambda: BatchedGenerator(loaded, builder(), len(requests))),
            "shared": through(lambda: SharedPrefixGenerator(loaded, builder(), case.images)),
        },
        requests,
        case.runs,
    )
    different = [key for key, text in found["pipeline"].texts.items() if found["shared"].texts[key] != text]
    by_id = {request.generation_id: request for request in requests}
    ties = [key for key in different if smallest_margin(loaded, case.picture, by_id[key]) <= TIE]
    result = {
        "ratio_vs_pipeline": round(found["pipeline"].median / found["shared"].median, 2),
        "ratio_vs_batched": round(found["batched"].median / found["shared"].median, 2),
        "flop_limit": round(flop_limit(loaded, builder(), requests[:prompts]), 2),
        "images_per_batch": case.images,
        "compared": len(requests),
        "mismatches": len(different) - len(ties),
    }
    print(f"{name}: " + ", ".join(f"{way} {times}" for way, times in found.items()))
    print(f"  distinct texts {len(set(found['pipeline'].texts.values()))}, ties {len(ties)}, {json.dumps(result)}")
    print(
        f"  one more prompt costs {one_more(loaded, builder, requests, prompts, case.runs):.1%} of the first",
        flush=True,
    )
    return result


def one_more(
    loaded: Loaded, builder: Callable[[], InputBuilder], requests: Sequence[Request], prompts: int, runs: int
) -> float:
    """CPU time that each prompt after the first adds, as a share of the first one's, the image included."""
    only = [request for place, request in enumerate(requests) if place % prompts == 0]
    way = through(lambda: SharedPrefixGenerator(loaded, builder(), len(only)))
    first = timed({"one": way}, only, runs)["one"].median
    whole = timed({"all": way}, requests, runs)["all"].median
    return (whole - first) / (prompts - 1) / first


def flop_limit(loaded: Loaded, inputs: InputBuilder, requests: Sequence[Request]) -> float:
    """Arithmetic of one request at a time over that of one shared reading, for one image.

    Multiplications and additions of the matrix products (2 a weight and token) and of attention (4 times width a pair
    of tokens and layer), of the tower, the projector, the language model and the scores of each written token. Nothing
    is counted for what is masked, copied, normalised or padded.
    """
    rows = [prepare(inputs, request) for request in requests]
    made = generated(SharedPrefixGenerator(loaded, inputs), requests)
    written = [made[request.generation_id].tokens_written for request in requests]
    prefix = len(common_prefix([row.token_ids for row in rows]))
    vision = _vision_flops(loaded.model)

    def read(begin: int, end: int) -> float:
        return _text_flops(loaded.model, begin, end)

    alone = sum(
        vision + read(0, len(row.token_ids) + count - 1) + _score_flops(loaded.model, count)
        for row, count in zip(rows, written, strict=True)
    )
    together = (
        vision
        + read(0, prefix)
        + sum(
            read(prefix, len(row.token_ids) + count - 1) + _score_flops(loaded.model, count)
            for row, count in zip(rows, written, strict=True)
        )
    )
    return alone / together


def _text_flops(model: Any, begin: int, end: int) -> float:
    """Reading tokens `begin` to `end` of a sequence, each attending to all before it and itself."""
    text = model.config.get_text_config()
    weights = sum(one.numel() for one in model.model.language_model.layers.parameters() if one.ndim > 1)
    heads = text.num_attention_heads * (getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads)
    pairs = (end * (end + 1) - begin * (begin + 1)) / 2
    return float(2 * weights * (end - begin) + 4 * heads * text.num_hidden_layers * pairs)


def _score_flops(model: Any, tokens: int) -> float:
    text = model.config.get_text_config()
    return float(2 * text.hidden_size * text.vocab_size * tokens)


def _vision_flops(model: Any) -> float:
    vision = model.config.vision_config
    patches = (vision.image_size // vision.patch_size) ** 2
    weights = sum(one.numel() for one in model.model.vision_tower.parameters() if one.ndim == 2)
    projector = sum(one.numel() for one in model.model.multi_modal_projector.parameters() if one.ndim == 2)
    attention = 4 * vision.hidden_size * vision.num_hidden_layers * patches * patches
    return float(2 * (weights + projector) * patches + attention)


def main() -> None:
    """Reads the arguments, measures, prints and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", type=Path, required=True, help="file to write")
    parser.add_argument("--cases", nargs="+", choices=list(CASES), default=list(CASES), help="measure only these")
    chosen = parser.parse_args()
    measured = {name: measure(name, CASES[name]) for name in chosen.cases}
    chosen.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"Written to {chosen.json}\n")


if __name__ == "__main__":
    main()

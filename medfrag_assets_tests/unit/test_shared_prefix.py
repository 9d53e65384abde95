"""Shared-prefix generation writes what one request at a time writes, whatever shares a batch with what."""

import threading
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
import torch
from PIL import Image

from medfrag_assets.sources.phantoms import TASK_NUMBERS, phantom
from medfrag_assets.study.load import load_study
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.vlm.embeddings import Embedding
from medfrag_assets.vlm.generation import Batch, BatchedGenerator, Request
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.shared_prefix import SharedPrefixGenerator, common_prefix
from medfrag_assets_tests.fixtures.exactness import compare, generated
from medfrag_assets_tests.fixtures.models import (
    TINY,
    TINY_GEMMA,
    gemma3,
    llava,
    llava_next,
    shipped,
    trained_llava_next,
)

# Far enough from zero that random weights write something else for every image and prompt.
SPREAD = 0.35
WORDINGS = [
    "Is this abnormal?",
    "Is this brain MRI normal? Answer in one word.",
    "Yes",
    "Check for signs such as a bright mass. Does this brain MRI show evidence of a brain tumor?",
]

TRAINED: dict[str, Callable[[], Loaded]] = {
    "llava": lambda: shipped("tiny-llava"),
    "llava_next": trained_llava_next,
    "gemma3": lambda: shipped("tiny-medgemma"),
}
RANDOM: dict[str, Callable[[], Loaded]] = {
    "llava": lambda: llava(TINY, spread=SPREAD),
    "llava_next": lambda: llava_next(TINY, spread=SPREAD),
    "gemma3": lambda: gemma3(TINY_GEMMA, spread=SPREAD),
}
SIZES = [(64, 64), (48, 90), (130, 64), (64, 200), (150, 150), (64, 64)]


@cache
def picture(name: str) -> Image.Image:
    """`<task>-<number>`: a phantom, in one of several sizes."""
    task, number = name.split("-")
    drawn = phantom(task, int(number) % 2 == 0, 5, int(number)).image
    return drawn.resize(SIZES[int(number) % len(SIZES)])


@cache
def square(name: str) -> Image.Image:
    return picture(name).resize((64, 64))


def shared(loaded: Loaded, read: Callable[[str], Image.Image] = picture, images: int | None = None) -> Any:
    return SharedPrefixGenerator(loaded, InputBuilder(loaded.processor, read), images)


def crossed(images: Sequence[str], wordings: Sequence[str], limits: tuple[int, int] = (12, 0)) -> list[Request]:
    return [
        Request(f"{image}|{place}", f"image:{image}", "yesno", wording, None, *limits)
        for image in images
        for place, wording in enumerate(wordings)
    ]


def study_requests(images_per_task: int) -> list[Request]:
    """The closed prompts and descriptions of the embedded study on phantoms of its four tasks."""
    study = load_study("embedded")
    return [
        Request(
            f"{task}-{number}|{row['prompt_id']}",
            f"image:{task}-{number}",
            row["family"],
            row["text"],
            None,
            48 if row["family"] == "describe" else 16,
            0,
        )
        for task in TASK_NUMBERS
        for number in range(images_per_task)
        for row in prompt_rows(study, task).iter_rows(named=True)
        if row["family"] != "diagnose"
    ]


def assert_identical(
    loaded: Loaded, requests: Sequence[Request], read: Callable[[str], Image.Image] = picture, images: int | None = None
) -> int:
    """Compares, and returns the number of distinct texts."""
    found = compare(loaded, read, shared(loaded, read, images), requests)
    assert found.different == found.ties
    assert len(found.ties) <= max(1, len(requests) // 1000)
    for name, one in found.reference.items():
        assert found.made[name].option_logprobs == pytest.approx(one.option_logprobs, abs=1e-4), name
    return found.distinct


@pytest.mark.parametrize("family", TRAINED)
def test_a_trained_checkpoint_writes_the_same(family: str) -> None:
    assert assert_identical(TRAINED[family](), study_requests(3)) >= 20


@pytest.mark.long
@pytest.mark.parametrize("family", TRAINED)
def test_a_trained_checkpoint_writes_the_same_a_thousand_times(family: str) -> None:
    requests = study_requests(18)
    assert len(requests) >= 1000
    assert assert_identical(TRAINED[family](), requests) >= 50


@pytest.mark.parametrize("family", RANDOM)
def test_random_weights_write_the_same_and_different_things(family: str) -> None:
    requests = crossed([f"skin_cancer-{number}" for number in range(6)], WORDINGS)
    assert assert_identical(RANDOM[family](), requests) >= len(requests) // 2


@pytest.mark.parametrize("window", [4, 16, 24, "equal", 60, 512])
@pytest.mark.parametrize("family", ["llava", "gemma3"])
def test_sliding_windows_of_any_width(family: str, window: int | str) -> None:
    requests = crossed(["brain_tumor-0", "pneumonia-1", "skin_cancer-5"], WORDINGS)
    if window == "equal":
        whole = generated(shared(RANDOM[family]()), requests)
        window = max(one.tokens_read + one.tokens_written for one in whole.values())
    made = llava if family == "llava" else gemma3
    shape = (TINY if family == "llava" else TINY_GEMMA)._replace(window=int(window))
    assert assert_identical(made(shape, spread=SPREAD), requests) >= 4


@pytest.mark.parametrize("window", [4, 8, 24, 512])
def test_plain_batches_pad_in_front_where_windows_do_not_mind(window: int) -> None:
    loaded = gemma3(TINY_GEMMA._replace(window=window), spread=SPREAD)
    requests = [one._replace(shown=None) for one in crossed(["a-0", "b-1"], [*WORDINGS, "Why is this so? Why?"])]
    inputs = InputBuilder(loaded.processor, picture)
    found = compare(loaded, picture, BatchedGenerator(loaded, inputs, 32), requests)
    assert found.different == []
    assert found.distinct >= 4


@pytest.mark.parametrize("family", RANDOM)
def test_prompts_of_1_to_200_tokens(family: str) -> None:
    loaded = RANDOM[family]()
    word = next(w for w in ("a", "the") if len(loaded.processor.tokenizer.encode(w, add_special_tokens=False)) == 1)
    wordings = [" ".join([word] * count) for count in (1, 2, 17, 60, 200)]
    lengths = [len(loaded.processor.tokenizer.encode(text, add_special_tokens=False)) for text in wordings]
    assert lengths[0] == 1
    assert lengths[-1] >= 200
    assert_identical(loaded, crossed(["brain_tumor-0", "brain_tumor-3"], wordings))


@pytest.mark.parametrize("family", RANDOM)
def test_one_prompt_one_image_and_one_of_each(family: str) -> None:
    loaded = RANDOM[family]()
    images = [f"brain_tumor-{number}" for number in range(5)]
    assert_identical(loaded, crossed(images, WORDINGS[:1]))
    assert_identical(loaded, crossed(images[:1], WORDINGS))
    assert_identical(loaded, crossed(images[:1], WORDINGS[:1]))


@pytest.mark.parametrize("family", RANDOM)
def test_no_new_tokens(family: str) -> None:
    """None permitted, and none that is not an end token, since every token is one."""
    loaded = RANDOM[family]()
    assert_identical(loaded, crossed(["brain_tumor-0", "brain_tumor-1"], WORDINGS, (0, 0)))
    settings = loaded.model.generation_config
    before, settings.eos_token_id = settings.eos_token_id, list(range(loaded.model.config.get_text_config().vocab_size))
    try:
        requests = crossed(["brain_tumor-0", "brain_tumor-1"], WORDINGS)
        assert {one.tokens_written for one in generated(shared(loaded), requests).values()} == {1}
        assert_identical(loaded, requests)
    finally:
        settings.eos_token_id = before


@pytest.mark.parametrize("family", RANDOM)
def test_an_image_used_twice(family: str) -> None:
    """As another image with the same pixels, and under another template."""
    loaded = RANDOM[family]()
    requests = crossed(["brain_tumor-0", "brain_tumor-6"], WORDINGS)
    made = generated(shared(loaded), requests)
    twice = [one._replace(generation_id=one.generation_id + "'", shown="image:brain_tumor-0") for one in requests]
    other = [
        one._replace(generation_id=one.generation_id + '"', template="USER: <image>\n{prompt}\nASSISTANT:")
        for one in requests
    ]
    assert_identical(loaded, [*requests, *twice, *other])
    again = generated(shared(loaded), twice)
    for wording in range(len(WORDINGS)):
        assert again[f"brain_tumor-6|{wording}'"].text == made[f"brain_tumor-0|{wording}"].text


@pytest.mark.parametrize("family", ["llava", "gemma3"])
def test_different_limits_and_forced_tokens_in_one_batch(family: str) -> None:
    loaded = TRAINED[family]()
    limits = [(16, 0), (3, 0), (40, 32), (1, 0)]
    requests = [
        one._replace(maximum_tokens=limits[place % 4][0], minimum_tokens=limits[place % 4][1])
        for place, one in enumerate(crossed(["brain_tumor-0", "brain_tumor-1", "pneumonia-2"], WORDINGS))
    ]
    assert_identical(loaded, requests)
    written = generated(shared(loaded), requests)
    assert all(written[one.generation_id].tokens_written >= one.minimum_tokens for one in requests)


def test_more_prompts_than_a_row_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medfrag_assets.vlm.shared_prefix._ROW_TOKENS", 30)
    requests = crossed([f"brain_tumor-{number}" for number in range(4)], [*WORDINGS, *(w + " Why?" for w in WORDINGS)])
    for made in (RANDOM["llava"](), RANDOM["gemma3"]()):
        assert_identical(made, requests)


def test_the_way_that_was_taken_is_recorded() -> None:
    loaded = TRAINED["gemma3"]()
    with_image, without = crossed(["brain_tumor-0"], WORDINGS), crossed(["brain_tumor-1"], WORDINGS)
    without = [one._replace(shown=None) for one in without]
    early = [one._replace(generation_id=one.generation_id + "early", template="{prompt} <image>") for one in with_image]
    batches = list(shared(loaded).generate([*with_image, *without, *early]))
    methods = {one.generation_id: batch.method for batch in batches for one in batch.generations}
    assert {methods[one.generation_id] for one in with_image} == {"shared_prefix"}
    assert {methods[one.generation_id] for one in [*without, *early]} == {"batched"}
    assert_identical(loaded, [*with_image, *without, *early])
    plain = BatchedGenerator(loaded, InputBuilder(loaded.processor, picture), 1)
    assert {batch.method for batch in plain.generate(with_image)} == {"one_by_one"}


def test_settings_beyond_greedy_search_go_the_plain_way() -> None:
    loaded = RANDOM["llava"]()
    requests = crossed(["brain_tumor-0"], WORDINGS)
    without = generated(shared(loaded), requests)
    loaded.model.generation_config.repetition_penalty = 1.7
    batches = list(shared(loaded).generate(requests, ["image:brain_tumor-0"]))
    assert {batch.method for batch in batches if batch.generations} == {"batched"}
    assert len(vectors(batches)) == 4
    assert_identical(loaded, requests)
    assert any(one.text != without[one.generation_id].text for batch in batches for one in batch.generations)


def test_tokens_read_and_shared_add_up_to_what_the_model_read() -> None:
    loaded = TRAINED["llava"]()
    requests = crossed(["brain_tumor-0", "brain_tumor-1"], WORDINGS)
    counted: list[int] = []
    hook = loaded.model.model.language_model.register_forward_pre_hook(
        lambda _, args, given: counted.append(given["inputs_embeds"].shape[0] * given["inputs_embeds"].shape[1]),
        with_kwargs=True,
    )
    try:
        made = generated(shared(loaded), [one._replace(maximum_tokens=0) for one in requests])
    finally:
        hook.remove()
    assert sum(one.tokens_read - one.tokens_shared for one in made.values()) == sum(counted)


@pytest.mark.parametrize("family", TRAINED)
def test_embeddings_come_from_the_same_pass(family: str) -> None:
    loaded = TRAINED[family]()
    images = ["brain_tumor-0", "brain_tumor-1", "brain_tumor-4", "skin_cancer-0"]
    names = [f"image:{image}" for image in images]
    passes: list[int] = []
    hook = loaded.model.model.language_model.register_forward_hook(lambda *_: passes.append(1))
    try:
        with_answers = vectors(shared(loaded).generate(crossed(images, WORDINGS, (0, 0)), names))
        both = len(passes)
        alone = vectors(shared(loaded).generate([], names))
        assert len(passes) - both == both // 2
    finally:
        hook.remove()
    one_by_one = vectors(shared(loaded, images=1).generate([], names))
    assert set(with_answers) == set(alone) == set(one_by_one)
    assert {(depth, weights) for _, depth, weights in alone} == {
        ("tower", "trained"),
        ("projector", "trained"),
        ("last_image_token", "trained"),
        ("tower", "random"),
    }
    for name, vector in one_by_one.items():
        assert with_answers[name] == pytest.approx(vector, abs=1e-5)
        assert alone[name] == pytest.approx(vector, abs=1e-5)
    assert alone["image:brain_tumor-0", "tower", "trained"] != alone["image:brain_tumor-1", "tower", "trained"]


@pytest.mark.parametrize("family", TRAINED)
def test_embeddings_are_those_of_a_plain_vision_pass(family: str) -> None:
    loaded = TRAINED[family]()
    model, inputs = loaded.model.model, InputBuilder(loaded.processor, picture)
    made = vectors(SharedPrefixGenerator(loaded, inputs).generate([], ["image:brain_tumor-1"]))
    given = inputs.image("image:brain_tumor-1").tensors
    pixels = given["pixel_values"].flatten(0, 1) if family == "llava_next" else given["pixel_values"]
    with torch.inference_mode():
        out = model.vision_tower(pixel_values=pixels, output_hidden_states=True)
        # LLaVA takes the layer that its configuration names, without the class token; Gemma the last one, whole.
        tower = out.last_hidden_state if family == "gemma3" else out.hidden_states[-1][:, 1:]
        projected = model.multi_modal_projector(tower)
    width = tower.shape[-1]
    found = made["image:brain_tumor-1", "tower", "trained"]
    assert found == pytest.approx(tower.reshape(-1, width).mean(0).tolist(), abs=1e-5)
    found = made["image:brain_tumor-1", "projector", "trained"]
    assert found == pytest.approx(projected.reshape(-1, projected.shape[-1]).mean(0).tolist(), abs=1e-5)


def test_a_batch_that_is_known_already_is_not_computed() -> None:
    loaded = TRAINED["llava"]()
    images = [f"brain_tumor-{number}" for number in range(4)]
    requests = crossed(images, WORDINGS)
    asked: list[tuple[set[str], set[str]]] = []

    def known(generations: Any, embedded: Any) -> bool:
        asked.append((set(generations), set(embedded)))
        return "brain_tumor-0|0" in generations

    made = [one for batch in shared(loaded, images=2).generate(requests, ["image:brain_tumor-3"], known)
            for one in batch.generations]  # fmt: skip
    skipped = next(generations for generations, _ in asked if "brain_tumor-0|0" in generations)
    assert {one.generation_id for one in made} == {one.generation_id for one in requests} - skipped
    assert {"image:brain_tumor-3"} in [embedded for _, embedded in asked]


def test_memory_decides_how_many_images_go_together(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = TRAINED["llava"]()
    requests = crossed([f"brain_tumor-{number}" for number in range(40)], WORDINGS)

    def images_at_once(gigabytes: str) -> list[int]:
        monkeypatch.setenv("MEDFRAG_BATCH_GB", gigabytes)
        generator = shared(loaded, square)
        return [len(batch.generations) // len(WORDINGS) for batch in generator.generate(requests)]

    assert images_at_once("4") == [32, 8]
    few = images_at_once("0.004")
    assert 1 <= few[0] < 32
    assert images_at_once("0.00001") == [1] * 40


@pytest.mark.parametrize("given", ["0", "much", "-1", "nan"])
def test_a_budget_that_is_none(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("MEDFRAG_BATCH_GB", given)
    with pytest.raises(Exception, match="MEDFRAG_BATCH_GB"):
        shared(TRAINED["llava"]())


def test_out_of_memory_halves_the_batch_and_goes_on() -> None:
    loaded = TRAINED["llava"]()
    requests = crossed([f"brain_tumor-{number}" for number in range(24)], WORDINGS)

    def runs_out(module: Any, args: Any, given: dict[str, Any]) -> None:
        if given["input_ids"].shape[0] > 5:
            raise torch.OutOfMemoryError("CUDA out of memory")

    hook = loaded.model.model.register_forward_pre_hook(runs_out, with_kwargs=True)
    try:
        batches: list[Batch] = list(shared(loaded, square, images=12).generate(requests))
    finally:
        hook.remove()
    assert not [failure for batch in batches for failure in batch.failures]
    assert sorted(one.generation_id for batch in batches for one in batch.generations) == sorted(
        one.generation_id for one in requests
    )
    assert [len(batch.generations) for batch in batches] == [48, 12, 12, 12, 12]


def test_one_request_that_cannot_be_computed_costs_only_itself() -> None:
    loaded = TRAINED["llava"]()
    poison = loaded.processor.tokenizer.encode("Why", add_special_tokens=False)[0]
    wordings = [*WORDINGS[:2], "Why?", WORDINGS[3]]
    requests = crossed([f"brain_tumor-{number}" for number in range(3)], wordings)

    def breaks(module: Any, args: Any, given: dict[str, Any]) -> None:
        if bool((given["input_ids"] == poison).any()):
            raise RuntimeError("the device ran out of luck")

    hook = loaded.model.model.register_forward_pre_hook(breaks, with_kwargs=True)
    try:
        batches = list(shared(loaded, square).generate(requests, ["image:brain_tumor-0"]))
    finally:
        hook.remove()
    failures = [failure for batch in batches for failure in batch.failures]
    assert {one.generation_id for one in failures} == {f"brain_tumor-{number}|2" for number in range(3)}
    assert {one.reason for one in failures} == {"RuntimeError: the device ran out of luck"}
    assert sum(len(batch.generations) for batch in batches) == 9
    assert sum(len(batch.embeddings) for batch in batches) == 4


def test_images_are_read_while_the_model_computes() -> None:
    loaded = TRAINED["llava"]()
    readers: dict[str, str] = {}

    def read(name: str) -> Image.Image:
        readers[name] = threading.current_thread().name
        return square(name)

    requests = crossed([f"brain_tumor-{number}" for number in range(70)], WORDINGS[:1])
    generator = shared(loaded, read).generate(requests)
    next(generator)
    assert len(readers) > 64
    assert threading.current_thread().name not in readers.values()
    assert len(list(generator)) >= 2


@pytest.mark.parametrize(
    ("prompts", "expected"),
    [([[1, 2, 3]], [1, 2]), ([[1, 2, 3], [1, 2, 4]], [1, 2]), ([[1, 2], [1, 2, 3]], [1]), ([[1, 2], [3, 2]], [])],
)
def test_common_prefix_leaves_something_of_every_prompt(prompts: list[list[int]], expected: list[int]) -> None:
    assert common_prefix(prompts) == expected


def vectors(batches: Any) -> dict[tuple[str, str, str], list[float]]:
    found: list[Embedding] = [one for batch in batches for one in batch.embeddings]
    assert all(len(one.vector) == len(other.vector) for one, other in pairwise(found) if one.depth == other.depth)
    return {(one.shown, one.depth, one.weights): one.vector for one in found}

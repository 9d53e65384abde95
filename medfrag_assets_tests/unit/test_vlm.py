"""Inference on the shipped checkpoints: the same inputs as the processor's, the same answers alone and in a batch."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import torch
from PIL import Image

from medfrag_assets.sources.phantoms import phantom
from medfrag_assets.vlm.generation import Batch, BatchedGenerator, Generation, Request
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.options import option_tokens
from medfrag_assets.vlm.templates import needs_special_tokens, render
from medfrag_assets_tests.fixtures.models import shipped as loaded

ALIASES = ["tiny-llava", "tiny-medgemma"]
WORDING = "Does this brain MRI show evidence of a brain tumor?"


@cache
def picture(name: str) -> Image.Image:
    return phantom("brain_tumor", int(name) % 2 == 0, 5, int(name)).image


def builder(alias: str) -> InputBuilder:
    return InputBuilder(loaded(alias).processor, picture)


def request(
    name: str, shown: str | None, text: str = WORDING, family: str = "yesno", limits: tuple[int, int] = (16, 0)
) -> Request:
    return Request(name, shown, family, text, None, *limits)


def generate(alias: str, requests: list[Request], rows: int) -> dict[str, Generation]:
    generator = BatchedGenerator(loaded(alias), builder(alias), rows)
    return {one.generation_id: one for batch in generator.generate(requests) for one in batch.generations}


@pytest.mark.parametrize("alias", ALIASES)
def test_inputs_are_those_of_the_processor(alias: str) -> None:
    processor = loaded(alias).processor
    prompt = render(processor, WORDING, with_image=True)
    special = needs_special_tokens(processor.tokenizer, prompt)
    expected = processor(text=[prompt], images=[[picture("0")]], return_tensors="pt", add_special_tokens=special)
    inputs = builder(alias)
    made = inputs.batch([inputs.token_ids(prompt, "image:0")], ["image:0"], "cpu")
    assert set(made) == set(expected.keys())
    for name in made:
        assert torch.equal(made[name], expected[name]), name


@pytest.mark.parametrize("alias", ALIASES)
def test_without_an_image_the_template_has_no_image_part(alias: str) -> None:
    processor = loaded(alias).processor
    prompt = render(processor, WORDING, with_image=False)
    assert WORDING in prompt
    assert processor.image_token not in prompt
    assert processor.image_token in render(processor, WORDING, with_image=True)


def test_a_protocol_template_takes_the_place_of_the_chat_template() -> None:
    processor = loaded("tiny-llava").processor
    template = "USER: <image>\n{prompt}\nASSISTANT:"
    assert render(processor, "Why?", with_image=True, template=template) == "USER: <image>\nWhy?\nASSISTANT:"
    assert render(processor, "Why?", with_image=False, template=template) == "USER: Why?\nASSISTANT:"


@pytest.mark.parametrize("alias", ALIASES)
def test_a_batch_writes_what_each_request_gets_alone(alias: str) -> None:
    requests = [request(f"{place}", f"image:{place}") for place in range(6)]
    requests += [request("none", None), request("blank", "blank:64x64"), request("long", "image:1", WORDING * 3)]
    requests += [request("describe", "image:2", "Describe the findings in this brain MRI.", "describe", (48, 0))]
    together, alone = generate(alias, requests, 32), generate(alias, requests, 1)
    assert set(together) == set(alone) == {one.generation_id for one in requests}
    for name, one in alone.items():
        assert together[name].text == one.text
        assert together[name].finish_reason == one.finish_reason
        assert together[name].tokens_read == one.tokens_read
    assert len({one.text for one in alone.values()}) > 2


@pytest.mark.parametrize("alias", ALIASES)
def test_option_scores_are_those_of_a_plain_forward_pass(alias: str) -> None:
    model, inputs = loaded(alias), builder(alias)
    tokenizer = model.processor.tokenizer
    ids = inputs.token_ids(render(model.processor, WORDING, with_image=True), "image:3")
    with torch.inference_mode():
        logits = model.model(**inputs.batch([ids], ["image:3"], "cpu")).logits[0, -1]
    tokens = option_tokens(tokenizer, "yesno")
    assert tokenizer.encode("Yes", add_special_tokens=False)[0] in tokens.first
    assert tokenizer.encode(" no", add_special_tokens=False)[0] in tokens.second
    expected = [torch.logsumexp(logits.log_softmax(-1)[list(part)], 0).item() for part in tokens]
    found = generate(alias, [request("x", "image:3")], 1)["x"].option_logprobs
    assert found == pytest.approx(expected, abs=1e-4)


def test_forced_tokens_are_written() -> None:
    one = generate("tiny-llava", [request("x", "image:0", limits=(48, 32))], 1)["x"]
    assert one.tokens_written >= 32


def test_one_bad_request_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = BatchedGenerator(loaded("tiny-llava"), builder("tiny-llava"), 8)
    decode = generator._decode

    def breaks_on_three(rows: list[Any]) -> list[Generation]:
        if any(row.request.generation_id == "3" for row in rows):
            raise RuntimeError("the device ran out of luck")
        return decode(rows)

    monkeypatch.setattr(generator, "_decode", breaks_on_three)
    batches: Iterator[Batch] = generator.generate([request(f"{place}", f"image:{place}") for place in range(5)])
    batch = next(batches)
    assert {one.generation_id for one in batch.generations} == {"0", "1", "2", "4"}
    assert [(one.generation_id, one.reason) for one in batch.failures] == [
        ("3", "RuntimeError: the device ran out of luck")
    ]

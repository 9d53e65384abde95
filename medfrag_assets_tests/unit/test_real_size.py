"""Processors shaped like the four real checkpoints': how many tokens an image takes, and where they stand.

Tokenizers and chat templates are our own small ones; image sizes, patches and tile grids are those of the real ones.
"""

from typing import Any

import pytest
from PIL import Image

from medfrag_assets.vlm.generation import Request
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import repair_processor
from medfrag_assets.vlm.shared_prefix import SharedPrefixGenerator
from medfrag_assets_tests.fixtures.exactness import compare
from medfrag_assets_tests.fixtures.models import (
    TINY,
    Shape,
    gemma3,
    gemma3_processor,
    llava,
    llava_next,
    llava_next_processor,
    llava_processor,
)

WORDING = "Is this abnormal?"
# Width, feed-forward width, layers and heads.
SLIM = (32, 64, 1, 2)


def image_tokens(processor: Any, height: int, width: int) -> tuple[list[int], list[int]]:
    """All tokens of a prompt with a blank image of that size, and the places of its image tokens."""
    inputs = InputBuilder(processor, lambda name: Image.new("RGB", (width, height)))
    ids = inputs.token_ids(inputs.prompt(WORDING, True, None), f"blank:{width}x{height}")
    image_token = getattr(processor.tokenizer, "image_token_id", processor.image_token_id)
    return ids, [place for place, token in enumerate(ids) if token == image_token]


@pytest.mark.parametrize(
    ("height", "width", "expected"),
    [
        (1, 1, 1176),
        (50, 50, 1176),
        (224, 224, 1176),
        (336, 336, 1176),
        (337, 337, 2928),
        (600, 600, 2928),
        (2048, 2048, 2928),
        (320, 390, 1320),
        (390, 320, 1326),
        (450, 600, 2340),
        (900, 1200, 2340),
        (2048, 2500, 2536),
    ],
)
def test_llava_next(height: int, width: int, expected: int) -> None:
    _, places = image_tokens(llava_next_processor(336, 14), height, width)
    assert len(places) == expected
    assert places == list(range(places[0], places[0] + expected))


@pytest.mark.parametrize(("height", "width"), [(50, 50), (336, 336), (900, 1200)])
def test_llava_med(height: int, width: int) -> None:
    assert len(image_tokens(llava_processor(336, 14), height, width)[1]) == 576


@pytest.mark.parametrize(("height", "width"), [(50, 50), (896, 896), (900, 1200)])
def test_gemma3(height: int, width: int) -> None:
    assert len(image_tokens(gemma3_processor(896, 256), height, width)[1]) == 256


def test_llava_turns_begin_with_one_bos_and_hold_the_image_first() -> None:
    processor = llava_processor(336, 14)
    tokenizer = processor.tokenizer
    ids, places = image_tokens(processor, 336, 336)
    assert [place for place, token in enumerate(ids) if token == tokenizer.bos_token_id] == [0]
    assert tokenizer.decode(ids[1 : places[0]]).strip() == "[INST]"
    assert tokenizer.decode(ids[places[-1] + 1 :]).strip() == f"{WORDING} [/INST]"


def test_gemma_turns_begin_with_one_bos_and_frame_the_image() -> None:
    processor = gemma3_processor(896, 256)
    tokenizer = processor.tokenizer
    ids, places = image_tokens(processor, 896, 896)
    assert [place for place, token in enumerate(ids) if token == tokenizer.bos_token_id] == [0]
    assert tokenizer.convert_ids_to_tokens(ids[places[0] - 1]) == "<start_of_image>"
    assert tokenizer.convert_ids_to_tokens(ids[places[-1] + 1]) == "<end_of_image>"
    assert tokenizer.decode(ids[1 : places[0] - 1]).startswith("<start_of_turn>user\n")
    after = tokenizer.decode(ids[places[-1] + 2 :])
    assert after.strip() == f"{WORDING}<end_of_turn>\n<start_of_turn>model"


@pytest.mark.parametrize(
    ("make", "shape", "sizes", "expected"),
    [
        (llava, Shape(336, 14, 576, SLIM, SLIM), [(320, 390), (50, 50)], [576, 576]),
        (llava_next, Shape(336, 14, 576, SLIM, SLIM), [(320, 390), (50, 50), (450, 600)], [1320, 1176, 2340]),
        (gemma3, Shape(896, 14, 256, SLIM, SLIM, window=1024), [(320, 390), (900, 1200)], [256, 256]),
    ],
)
def test_models_of_the_real_geometry_take_as_many_features(
    make: Any, shape: Shape, sizes: list[tuple[int, int]], expected: list[int]
) -> None:
    """Real image sizes, patches, tile grids and pooling at a width that a test can compute: a forward pass agrees."""
    loaded = make(shape, spread=0.35)
    names = [f"blank:{width}x{height}" for height, width in sizes]
    requests = [
        Request(f"{name}|{text}", name, "yesno", text, None, 3, 0) for name in names for text in (WORDING, "Why so?")
    ]
    inputs = InputBuilder(loaded.processor, lambda name: Image.new("RGB", (1, 1)))
    found = compare(loaded, lambda name: Image.new("RGB", (1, 1)), SharedPrefixGenerator(loaded, inputs), requests)
    assert found.different == found.ties
    for name, tokens in zip(names, expected, strict=True):
        read = found.made[f"{name}|{WORDING}"].tokens_read
        assert tokens < read < tokens + 40


@pytest.mark.parametrize("make", [llava, llava_next])
def test_a_processor_without_its_patch_size_is_repaired_with_a_warning(make: Any) -> None:
    loaded = make(TINY)
    expected = image_tokens(loaded.processor, 64, 64)
    loaded.processor.patch_size = None
    loaded.processor.vision_feature_select_strategy = None
    loaded.processor.num_additional_image_tokens = 0
    with pytest.warns(UserWarning, match=r"patch_size"):
        repair_processor(loaded.processor, loaded.model.config, "the/folder")
    assert loaded.processor.patch_size == TINY.patch
    assert image_tokens(loaded.processor, 64, 64) == expected


def test_a_whole_processor_is_left_alone(recwarn: pytest.WarningsRecorder) -> None:
    for processor, config in ((llava_processor(64, 16), llava(TINY).model.config), (gemma3_processor(64, 16), None)):
        repair_processor(processor, config, "the/folder")
    assert not [one for one in recwarn if issubclass(one.category, UserWarning)]

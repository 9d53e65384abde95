"""The shipped tiny checkpoints: in the standard layout, within their budget, and honest networks."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from medfrag_assets.sources.phantoms import phantom
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.spec import Model
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets.vlm.embedded import CHECKPOINTS
from medfrag_assets.vlm.loading import load_vision_language_model
from medfrag_assets.vlm.options import option_tokens
from medfrag_assets.vlm.templates import render
from medfrag_assets.vlm.weights import tensors, vision_tower_digest

SHIPPED = PROJECT / "data" / "embedded"
MODELS = CHECKPOINTS[:4]
PAIRS = [("tiny-llava", "tiny-llava-med"), ("tiny-gemma", "tiny-medgemma")]
MOST_BYTES = 9_000_000
AS_PUBLISHED = "USER: <image>\n{prompt}\nASSISTANT:"
QUESTION = "Does this brain MRI show evidence of a brain tumor?"


@cache
def loaded(name: str) -> Any:
    model = Model(checkpoint=str(SHIPPED / name), family="llava" if "llava" in name else "gemma3")
    return load_vision_language_model(find_checkpoint(name, model))


def inputs(name: str, text: str, with_image: bool = True) -> Any:
    image = phantom("brain_tumor", True, 7, 0).image
    shown = {"images": [image]} if with_image else {}
    processor = loaded(name).processor
    return processor(text=[text], add_special_tokens="bos" not in text, return_tensors="pt", **shown)


def answer(name: str, text: str, with_image: bool = True) -> str:
    import torch

    batch = inputs(name, text, with_image)
    with torch.inference_mode():
        written = loaded(name).model.generate(**batch, max_new_tokens=16)
    return str(loaded(name).processor.tokenizer.decode(written[0, batch["input_ids"].shape[1] :]))


def image_tokens(name: str, batch: Any) -> int:
    return int((batch["input_ids"] == loaded(name).model.config.image_token_id).sum())


def test_all_together_are_small() -> None:
    files = [file for name in CHECKPOINTS for file in (SHIPPED / name).rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES


@pytest.mark.parametrize("name", CHECKPOINTS)
def test_the_layout_is_the_standard_one(name: str) -> None:
    files = {file.name for file in (SHIPPED / name).iterdir()}
    needed = {"config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "chat_template.jinja"}
    assert needed <= files
    assert not [file for file in files if file.endswith((".py", ".bin", ".pt"))]


@pytest.mark.parametrize(("base", "medical"), PAIRS)
def test_towers_of_a_pair_differ(base: str, medical: str) -> None:
    assert vision_tower_digest(SHIPPED / base) != vision_tower_digest(SHIPPED / medical)
    shapes = [{key: one.shape for key, one in tensors(SHIPPED / name).items()} for name in (base, medical)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", MODELS)
def test_an_image_takes_sixteen_tokens_and_is_answered(name: str) -> None:
    prompt = render(loaded(name).processor, QUESTION, with_image=True)
    assert image_tokens(name, inputs(name, prompt)) == 16
    assert answer(name, prompt)


@pytest.mark.parametrize("name", MODELS)
def test_without_an_image_no_image_token_is_left(name: str) -> None:
    prompt = render(loaded(name).processor, QUESTION, with_image=False)
    assert QUESTION in prompt
    assert image_tokens(name, inputs(name, prompt, with_image=False)) == 0
    assert answer(name, prompt, with_image=False)


def test_llava_takes_the_published_template() -> None:
    prompt = render(loaded("tiny-llava").processor, QUESTION, with_image=True, template=AS_PUBLISHED)
    assert prompt.startswith("USER: <image>\n")
    assert image_tokens("tiny-llava", inputs("tiny-llava", prompt)) == 16
    assert answer("tiny-llava", prompt)


@pytest.mark.parametrize("name", MODELS)
def test_the_answer_depends_on_the_image(name: str) -> None:
    import torch

    processor, model = loaded(name).processor, loaded(name).model
    prompt = render(processor, QUESTION, with_image=True)
    images = [phantom("brain_tumor", positive, 7, 0).image for positive in (True, False)]
    batch = processor(
        text=[prompt] * 2, images=[[one] for one in images], add_special_tokens=False, return_tensors="pt"
    )
    with torch.inference_mode():
        logits = model(**batch).logits[:, -1]
    assert not torch.allclose(logits[0], logits[1], atol=1e-3)


@pytest.mark.parametrize("name", CHECKPOINTS)
def test_any_text_encodes_and_options_are_single_tokens(name: str) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(SHIPPED / name, local_files_only=True)
    text = "Ünïcödé 🧠 ¿qué? 123"
    assert tokenizer.decode(tokenizer.encode(text, add_special_tokens=False)) == text
    for word in ("Yes", "No", "yes", "no", "A", "B", " Yes", " No", " A", " B"):
        assert len(tokenizer.encode(word, add_special_tokens=False)) == 1
    for family in ("yesno", "choice"):
        assert all(option_tokens(tokenizer, family))


@pytest.mark.parametrize("name", MODELS)
def test_generation_is_greedy_and_ends(name: str) -> None:
    settings = loaded(name).model.generation_config
    tokenizer = loaded(name).processor.tokenizer
    ends = settings.eos_token_id if isinstance(settings.eos_token_id, list) else [settings.eos_token_id]
    assert not settings.do_sample
    assert settings.pad_token_id == tokenizer.pad_token_id
    assert tokenizer.eos_token_id in ends
    assert tokenizer.padding_side == "left"


def test_the_diagnostician_opens_as_a_text_model() -> None:
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(SHIPPED / "tiny-diagnostician", local_files_only=True)
    assert type(model).__name__ == "MistralForCausalLM"


def test_training_seeds_are_not_the_study_s() -> None:
    from medfrag_assets.study.load import load_study
    from medfrag_assets.study.spec import PhantomSource
    from medfrag_assets.vlm.embedded.training import TRAINING_SEED

    sources = [task.source for task in load_study("embedded").tasks.values()]
    assert all(isinstance(source, PhantomSource) and source.seed != TRAINING_SEED for source in sources)
    assert 1000 <= TRAINING_SEED <= 1999


@pytest.mark.long
def test_the_same_seed_trains_the_same_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from medfrag_assets.vlm.embedded import train_all, training

    few: dict[str, Any] = {"tower_steps": 4, "tower_role_steps": 2, "easy_steps": 2, "common_steps": 3, "role_steps": 2}
    monkeypatch.setattr(training, "PER_CLASS", 24)
    monkeypatch.setattr(training, "PAIRS", tuple(recipe._replace(**few) for recipe in training.PAIRS))
    monkeypatch.setattr(training, "DIAGNOSTICIAN_STEPS", 3)
    heard: list[float] = []
    for name in ("one", "two"):
        train_all(tmp_path / name, 5, lambda words, share: heard.append(share))
    for name in CHECKPOINTS:
        files = sorted(file.name for file in (tmp_path / "one" / name).iterdir())
        for file in files:
            assert (tmp_path / "one" / name / file).read_bytes() == (tmp_path / "two" / name / file).read_bytes()
    assert heard[0] == 0.0
    assert max(heard) == 1.0


def test_nothing_heavy_is_imported_with_the_package() -> None:
    import subprocess
    import sys

    program = "import sys; import medfrag_assets.vlm.embedded; print('torch' in sys.modules or 'numpy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(PROJECT)
    )
    assert told.stdout.strip() == "False"

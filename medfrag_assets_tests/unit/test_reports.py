"""Words, pictures and pages: they say what the numbers carry, and texts of models stay texts."""

from pathlib import Path

import polars as pl
import pytest
from PIL import Image

from medfrag_assets.reports.meaning import Row, in_two_sentences
from medfrag_assets.reports.pictures import contact_sheet, sample_texts
from medfrag_assets.sources.images import pixels_digest, store_image


def row(model: str, role: str, accuracy: float | None, low: float = 0.0, high: float = 0.0, task: str = "t") -> Row:
    return Row(model, task, 100, accuracy, low, high, 0.9, 0.05, 0.02, "pair", role, 0)


def test_two_sentences_count_the_comparisons_whose_intervals_lie_apart() -> None:
    rows = [
        row("base", "base", 0.40, 0.35, 0.45),
        row("med", "medical", 0.60, 0.55, 0.65),
        row("base", "base", 0.50, 0.45, 0.55, task="u"),
        row("med", "medical", 0.52, 0.47, 0.57, task="u"),
    ]
    words = in_two_sentences(rows)
    assert "from 0.40 (0.35 to 0.45, 100 images; base on t) to 0.60" in words
    assert "In 2 comparisons" in words
    assert "wholly above in 1, wholly below in 0, and overlaps in 1" in words


def test_a_medical_model_may_be_worse() -> None:
    rows = [row("base", "base", 0.8, 0.75, 0.85), row("med", "medical", 0.5, 0.45, 0.55)]
    assert "wholly above in 0, wholly below in 1" in in_two_sentences(rows)


def test_an_empty_study_says_so() -> None:
    assert "No cell has answers yet" in in_two_sentences([row("base", "base", None)])


@pytest.fixture
def store(tmp_path: Path) -> tuple[Path, str]:
    picture = Image.new("RGB", (200, 100), (9, 9, 9))
    digest = pixels_digest(picture)
    store_image(tmp_path, digest, picture)
    return tmp_path, digest


def test_a_contact_sheet_is_a_picture(store: tuple[Path, str]) -> None:
    assert contact_sheet(store[0], [store[1]] * 20).startswith("![sampled images](data:image/png;base64,")


def test_texts_of_models_cannot_break_out_of_the_table(store: tuple[Path, str]) -> None:
    text = "a | b\n| c | `code` ![x](http://evil) <script>"
    images = pl.DataFrame({"image_id": ["i"], "pixels_digest": [store[1]], "label": ["positive"]})
    written = pl.DataFrame(
        {"control": ["image"], "protocol": ["corrected"], "image_id": ["i"], "prompt_id": ["p"], "text": [text]}
    )
    lines = sample_texts(store[0], images, written).splitlines()
    assert len(lines) == 3
    assert lines[2].count("|") == 5
    assert lines[2].count("`") == 2

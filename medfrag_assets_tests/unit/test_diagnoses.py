"""Diagnoses from descriptions, and their two controls, with the shipped text-only checkpoint."""

import polars as pl
import pytest

from medfrag_assets.lake.schemas import DESCRIPTIONS, IMAGES
from medfrag_assets.study.load import load_study
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.vlm.checkpoints import study_diagnostician
from medfrag_assets.vlm.diagnoses import diagnose, with_controls
from medfrag_assets.vlm.loading import load_text_model
from medfrag_assets_tests.fixtures.tables import frame_of

TUMOR = "There is a large bright mass in the left. This is suspicious for a brain tumor."
CLEAR = "No mass is seen. There is no evidence of a brain tumor."


@pytest.fixture
def images() -> pl.DataFrame:
    rows = [
        {"image_id": f"{label}{rank}", "label": label, "sample_rank": rank, "task": "brain_tumor"}
        for label in ("positive", "negative")
        for rank in range(2)
    ]
    return frame_of(IMAGES, rows)


@pytest.fixture
def descriptions() -> pl.DataFrame:
    texts = {"positive0": TUMOR, "positive1": TUMOR, "negative0": CLEAR}
    return frame_of(DESCRIPTIONS, [{"image_id": name, "text": text} for name, text in texts.items()])


def test_every_description_is_given_as_it_is_empty_and_swapped(
    descriptions: pl.DataFrame, images: pl.DataFrame
) -> None:
    given = with_controls(descriptions, images)
    rows = given.select("given", "image_id", "text").rows()
    assert sorted(rows) == sorted(
        [
            *(("own", name, text) for name, text in descriptions.select("image_id", "text").rows()),
            *(("empty", name, "") for name in descriptions["image_id"]),
            # The partner of positive1 was not described.
            ("swapped", "positive0", CLEAR),
            ("swapped", "negative0", TUMOR),
        ]
    )


def test_diagnoses_follow_what_was_given_and_are_judged_by_the_own_image(
    descriptions: pl.DataFrame, images: pl.DataFrame
) -> None:
    study = load_study("embedded")
    reader = study_diagnostician(study)
    assert reader is not None
    prompts = prompt_rows(study, "brain_tumor")
    made = diagnose(descriptions, prompts, images, reader.alias, load_text_model(reader))
    framings = 3
    assert len(made) == (3 + 3 + 2) * framings
    own = made.filter(pl.col("given") == "own")
    assert own["correct"].all()
    assert not made.filter(pl.col("given") == "swapped")["correct"].any()
    # What it says of nothing cannot depend on the image: right for one side and wrong for the other.
    empty = made.filter(pl.col("given") == "empty")
    assert empty.group_by("framing").agg(pl.col("verdict").n_unique())["verdict"].to_list() == [1] * framings

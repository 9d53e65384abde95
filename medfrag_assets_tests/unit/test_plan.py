"""The plan: how many rows, what each shows, and which of them are one generation."""

import polars as pl

from medfrag_assets.lake.grid import planned_rows
from medfrag_assets.lake.ledger import Writer, with_generation_ids
from medfrag_assets.study.load import load_study
from medfrag_assets.study.plan import plan_rows, with_partner
from medfrag_assets.study.prompts import prompt_rows

TASK = "brain_tumor"
WRITER = Writer("checkpoint", "processor", "float32")


def images(per_class: int) -> pl.DataFrame:
    rows = [
        {
            "task": TASK,
            "image_id": f"{label}{rank}",
            "label": label,
            "sample_rank": rank,
            "width": 64,
            "height": 64,
            "pixels_digest": f"digest-{label}-{rank}",
        }
        for label in ("positive", "negative")
        for rank in range(per_class)
    ]
    return pl.DataFrame(rows)


def embedded_plan(per_class: int = 50) -> pl.DataFrame:
    study = load_study("embedded")
    return plan_rows(study, images(per_class), prompt_rows(study, TASK))


def as_requests(plan: pl.DataFrame) -> pl.DataFrame:
    return plan.with_columns(template=pl.lit(None, pl.String), minimum_tokens=pl.lit(0))


def test_a_cell_of_the_embedded_study_has_the_designed_rows() -> None:
    plan = embedded_plan()
    counts = dict(
        plan.group_by("protocol", "control").len().select(pl.concat_str("protocol", "control"), "len").iter_rows()
    )
    assert counts == {
        "correctedimage": 1400,
        "correctedblank": 1400,
        "correctedno_image": 1400,
        "correctedswapped": 1400,
        "as_publishedimage": 280,
    }
    assert len(plan) == planned_rows(load_study("embedded"), TASK)


def test_controls_cost_one_generation_per_prompt_and_swapped_costs_none() -> None:
    plan = with_generation_ids(as_requests(embedded_plan()), WRITER)
    distinct = dict(
        plan.filter(pl.col("protocol") == "corrected").group_by("control").agg(pl.n_unique("generation_id")).iter_rows()
    )
    assert distinct == {"image": 1400, "blank": 14, "no_image": 14, "swapped": 1400}
    shown = plan.filter(pl.col("protocol") == "corrected")
    swapped = set(shown.filter(pl.col("control") == "swapped")["generation_id"])
    assert swapped == set(shown.filter(pl.col("control") == "image")["generation_id"])
    # As published: 12 closed wordings on 20 images get other token limits; the 2 descriptions are the same requests.
    assert plan["generation_id"].n_unique() == 1400 + 14 + 14 + 12 * 20


def test_swapped_shows_an_image_of_the_other_class_and_pairs_are_mutual() -> None:
    partners = with_partner(images(5))
    by_pixels = {row["pixels_digest"]: row for row in partners.iter_rows(named=True)}
    for row in partners.iter_rows(named=True):
        partner = by_pixels[row["partner_pixels"]]
        assert partner["label"] != row["label"]
        assert partner["partner_pixels"] == row["pixels_digest"]


def test_identity_changes_with_everything_the_model_sees_and_nothing_else() -> None:
    plan = as_requests(embedded_plan(2)).head(1)
    same = with_generation_ids(plan.with_columns(control=pl.lit("swapped"), image_id=pl.lit("other")), WRITER)
    first = with_generation_ids(plan, WRITER)["generation_id"][0]
    assert same["generation_id"][0] == first
    changed = [
        with_generation_ids(plan.with_columns(**{column: pl.lit(value)}), WRITER)
        for column, value in (
            ("shown", "image:another"),
            ("text", "Another wording?"),
            ("template", "USER: {prompt}"),
            ("maximum_tokens", 17),
            ("minimum_tokens", 1),
        )
    ]
    changed += [with_generation_ids(plan, WRITER._replace(**{field: "another"})) for field in Writer._fields]
    ids = [frame["generation_id"][0] for frame in changed]
    assert len({first, *ids}) == len(ids) + 1

"""The plan: which rows a cell of the study holds, before any model runs."""

import polars as pl

from medfrag_assets.study.spec import Protocol, Study

CLOSED_FAMILIES = ("yesno", "choice")


def plan_rows(study: Study, images: pl.DataFrame, prompts: pl.DataFrame) -> pl.DataFrame:
    """The planned rows of one task, the same for every model.

    `images` and `prompts` are the task's tables. One row per protocol, prompt, control and image, with

    - `shown`: what the model is shown: `image:<pixels digest>`, `blank:<width>x<height>`, or null for no image;
    - `closed`: whether the row is a closed question (a response) or a description;
    - `text`, `family`: the wording; `maximum_tokens`: how many new tokens it may get.

    Rows that show the same thing under the same wording and settings are one generation.
    """
    asked = prompts.filter(pl.col("family") != "diagnose").select("prompt_id", "family", "text")
    sampled = with_partner(images)
    parts = [_protocol_rows(name, protocol, sampled, asked) for name, protocol in study.protocols.items()]
    return pl.concat(parts)


def with_partner(images: pl.DataFrame) -> pl.DataFrame:
    """`images` with `partner_pixels`: the pixels of a partner of the other class, the control `swapped`.

    The image of rank r meets the image of the same rank on the other side, so that pairs are mutual, seeded by the
    sample's own order, and every image is a partner as often as any other.
    """
    partners = images.select(_other_side(), "sample_rank", partner_pixels="pixels_digest")
    return images.join(partners, on=["label", "sample_rank"], how="left", maintain_order="left")


def partner_ids(images: pl.DataFrame) -> pl.DataFrame:
    """Columns image_id and partner_id: the same pairs as in `with_partner`."""
    partners = images.select(_other_side(), "sample_rank", partner_id="image_id")
    pairs = images.join(partners, on=["label", "sample_rank"], how="inner", maintain_order="left")
    return pairs.select("image_id", "partner_id")


def _other_side() -> pl.Expr:
    return pl.when(pl.col("label") == "positive").then(pl.lit("negative")).otherwise(pl.lit("positive")).alias("label")


def _protocol_rows(name: str, protocol: Protocol, images: pl.DataFrame, prompts: pl.DataFrame) -> pl.DataFrame:
    if protocol.images_per_class is not None:
        images = images.filter(pl.col("sample_rank") < protocol.images_per_class)
    controls = pl.DataFrame({"control": list(protocol.controls)}, schema={"control": pl.String})
    closed = pl.col("family").is_in(CLOSED_FAMILIES)
    return (
        prompts.join(controls, how="cross")
        .join(images, how="cross")
        .select(
            "task",
            pl.lit(name).alias("protocol"),
            "prompt_id",
            "control",
            "image_id",
            _shown().alias("shown"),
            closed.alias("closed"),
            "family",
            "text",
            pl.when(closed)
            .then(protocol.closed_tokens)
            .otherwise(protocol.describe_tokens)
            .cast(pl.Int64)
            .alias("maximum_tokens"),
        )
    )


def _shown() -> pl.Expr:
    control = pl.col("control")
    blank = pl.format("blank:{}x{}", "width", "height")
    return (
        pl.when(control == "image")
        .then(pl.format("image:{}", "pixels_digest"))
        .when(control == "swapped")
        .then(pl.format("image:{}", "partner_pixels"))
        .when(control == "blank")
        .then(blank)
    )

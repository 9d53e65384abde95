"""What a diagnostician is asked about a table of descriptions, and the answers of a local one.

Every description is put under every framing, and each distinct text is answered once, then joined back.

Two controls stand beside every diagnosis from a description: one from an empty description, which shows what the
diagnostician says when it knows nothing, and one from the description of a partner image of the other class.
"""

from collections.abc import Callable

import polars as pl

from medfrag_assets.study.plan import partner_ids
from medfrag_assets.vlm.diagnostician import framed, judge_descriptions
from medfrag_assets.vlm.loading import Loaded

_ROWS = 128
_SCORES = pl.Schema({"framed": pl.String, "yes_logprob": pl.Float64, "no_logprob": pl.Float64})
_WHERE = ("protocol", "prompt_id", "control")


def diagnose(
    descriptions: pl.DataFrame, prompts: pl.DataFrame, images: pl.DataFrame, diagnostician: str, loaded: Loaded
) -> pl.DataFrame:
    """One diagnosis per description, `given` (own, empty, swapped) and framing.

    Yes wins where it scores at least as high as no. `correct` is always about the row's own image.
    """
    asked = put_to_diagnostician(descriptions, prompts, images, framed)
    texts = asked["framed"].unique(maintain_order=True).to_list()
    scores = [(text, *judgement) for batch in judge_descriptions(loaded, texts, _ROWS) for text, judgement in batch]
    verdict = (
        pl.when(pl.col("yes_logprob") >= pl.col("no_logprob")).then(pl.lit("positive")).otherwise(pl.lit("negative"))
    )
    return asked.join(
        pl.DataFrame(scores, schema=_SCORES, orient="row"), on="framed", how="left", maintain_order="left"
    ).with_columns(
        verdict.alias("verdict"),
        correct=verdict == pl.col("truth"),
        diagnostician=pl.lit(diagnostician),
        mode=pl.lit("token_scores"),
        error=pl.lit(None, dtype=pl.String),
    )


def put_to_diagnostician(
    descriptions: pl.DataFrame, prompts: pl.DataFrame, images: pl.DataFrame, put: Callable[[str, str], str]
) -> pl.DataFrame:
    """One row per description, `given` and framing, with `framed`, what is asked, and `truth`, the image's side.

    `put(framing, description)` makes the text.
    """
    framings = prompts.filter(pl.col("family") == "diagnose").select(framing="wording", framing_text="text")
    return (
        with_controls(descriptions, images)
        .join(framings, how="cross", maintain_order="left")
        .with_columns(
            pl.struct("framing_text", "text")
            .map_elements(lambda row: put(row["framing_text"], row["text"]), return_dtype=pl.String)
            .alias("framed")
        )
        .join(images.select("image_id", truth="label"), on="image_id", how="left", maintain_order="left")
    )


def with_controls(descriptions: pl.DataFrame, images: pl.DataFrame) -> pl.DataFrame:
    """Every description as `given` own, empty and swapped; swapped only where its partner was described too."""
    partners = partner_ids(images)
    theirs = descriptions.select(*_WHERE, partner_id="image_id", partner_text="text")
    swapped = (
        descriptions.join(partners, on="image_id", maintain_order="left")
        .join(theirs, on=[*_WHERE, "partner_id"], maintain_order="left")
        .with_columns(text="partner_text", given=pl.lit("swapped"))
    )
    own = descriptions.with_columns(given=pl.lit("own"))
    empty = descriptions.with_columns(text=pl.lit(""), given=pl.lit("empty"))
    return pl.concat([own, empty, swapped.select(own.columns)])

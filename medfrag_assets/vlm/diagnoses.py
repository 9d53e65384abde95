"""Diagnoses a table of descriptions under every framing: each distinct text once, then joined back."""

import polars as pl

from medfrag_assets.vlm.diagnostician import framed, judge_descriptions
from medfrag_assets.vlm.loading import Loaded

_ROWS = 128
_SCORES = pl.Schema({"framed": pl.String, "yes_logprob": pl.Float64, "no_logprob": pl.Float64})


def diagnose(
    descriptions: pl.DataFrame, prompts: pl.DataFrame, images: pl.DataFrame, diagnostician: str, loaded: Loaded
) -> pl.DataFrame:
    """One diagnosis per description and framing. Yes wins where it scores at least as high as no."""
    framings = prompts.filter(pl.col("family") == "diagnose").select(framing="wording", framing_text="text")
    asked = descriptions.join(framings, how="cross").with_columns(
        pl.struct("framing_text", "text")
        .map_elements(lambda row: framed(row["framing_text"], row["text"]), return_dtype=pl.String)
        .alias("framed")
    )
    texts = asked["framed"].unique(maintain_order=True).to_list()
    scores = [(text, *judgement) for batch in judge_descriptions(loaded, texts, _ROWS) for text, judgement in batch]
    verdict = (
        pl.when(pl.col("yes_logprob") >= pl.col("no_logprob")).then(pl.lit("positive")).otherwise(pl.lit("negative"))
    )
    return (
        asked.join(pl.DataFrame(scores, schema=_SCORES, orient="row"), on="framed", how="left", maintain_order="left")
        .join(images.select("image_id", truth="label"), on="image_id", how="left", maintain_order="left")
        .with_columns(verdict.alias("verdict"), pl.lit(diagnostician).alias("diagnostician"))
        .with_columns(correct=pl.col("verdict") == pl.col("truth"))
    )

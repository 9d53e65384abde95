"""Scores a table of responses: each distinct text once, then joined back to every row that holds it."""

import polars as pl

from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.rules import score_response
from medfrag_assets.study.spec import Vocabulary

_REQUEST = ("prompt_id", "text")
_SCORED = pl.Schema(
    {
        "prompt_id": pl.String,
        "text": pl.String,
        "verdict": pl.String,
        "label": pl.String,
        "rule": pl.String,
        "span": pl.String,
    }
)


def score_answers(
    responses: pl.DataFrame, prompts: pl.DataFrame, images: pl.DataFrame, vocabulary: Vocabulary
) -> pl.DataFrame:
    """One answer per response, in the order of `responses`, with the response's own columns.

    `correct` is whether the verdict is the image's true side; a label other than answered is never correct.
    """
    wordings = {row["prompt_id"]: row for row in prompts.iter_rows(named=True)}
    scored = []
    with many_responses():
        for prompt_id, text in responses.select(_REQUEST).unique(maintain_order=True).iter_rows():
            wording = wordings[prompt_id]
            options = {"A": wording["option_a"], "B": wording["option_b"]} if wording["family"] == "choice" else None
            score = score_response(vocabulary, wording["text"], wording["family"], wording["polarity"], options, text)
            scored.append((prompt_id, text, score.verdict, score.label, score.rule, score.span))
    answers = responses.join(
        pl.DataFrame(scored, schema=_SCORED, orient="row"), on=_REQUEST, how="left", maintain_order="left"
    ).join(images.select("image_id", truth="label"), on="image_id", how="left", maintain_order="left")
    correct = pl.col("verdict").eq_missing(pl.col("truth")).alias("correct")
    return answers.with_columns(correct).drop("text", "truth", "finish_reason", "tokens_written", "method")

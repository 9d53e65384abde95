"""A strip of images with what was asked, answered and made of it, as Markdown for the web UI."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from medfrag_assets.reports.numbers import spaced
from medfrag_assets.reports.sections.gallery import thumbnail
from medfrag_assets.study.spec import Vocabulary

_SHOWN = 6
# Even pictures of pure noise stay below 10 kB each at this size.
_SIDE = 72
_LONGEST = 200
_SEED = 6
# No more than are shown: every outcome that there is gets its place.
_OUTCOMES = ("right", "wrong", "refused", "hedged", "off_task", "empty")
_ROW = ("protocol", "prompt_id", "control", "image_id")


def answer_strip(
    store: Path, images: pl.DataFrame, responses: pl.DataFrame, answers: pl.DataFrame, vocabulary: Vocabulary
) -> str:
    """Six answers about the image itself, corrected protocol, one at least of every outcome, as a Markdown table.

    images, responses, answers: those of one cell. Always the same rows of the same answers, spread over wordings and
    images. Texts are cut, and shown as code, never as markup; an image that the store lacks leaves its place empty.
    """
    rows = answers.filter((pl.col("control") == "image") & (pl.col("protocol") == "corrected"))
    rows = rows.with_columns(outcome=_outcome())
    counts = dict(rows.group_by("outcome").len().iter_rows())
    chosen = [_spread(rows.filter(outcome=name), many) for name, many in _places(counts).items()]
    if not chosen:
        return "none"
    shown = (
        pl.concat(chosen)
        .join(responses.select(*_ROW, "text"), on=_ROW, how="left", maintain_order="left")
        .join(images.select("image_id", "pixels_digest", truth="label"), on="image_id", maintain_order="left")
    )
    lines = ["| image | truth | answer | read as | outcome | wording |", "|---|---|---|---|---|---|"]
    sides = {"positive": vocabulary.positive.name, "negative": vocabulary.negative.name}
    lines += [
        f"| {_picture(store, row['pixels_digest'])} | {_code(sides[row['truth']])} | {_code(row['text'])} | "
        f"{_code(sides.get(row['verdict'], ''))} | {spaced(row['outcome'])} | {_code(row['prompt_id'])} |"
        for row in shown.iter_rows(named=True)
    ]
    return "\n".join(lines)


def _outcome() -> pl.Expr:
    """One of `_OUTCOMES`: right or wrong where it was answered, else the label."""
    verdict = pl.when("correct").then(pl.lit("right")).otherwise(pl.lit("wrong"))
    return pl.when(pl.col("label") == "answered").then(verdict).otherwise(pl.col("label"))


def _places(counts: Mapping[str, int]) -> Counter[str]:
    """How many rows of each outcome are shown: one of each that there is, then another one in turns."""
    turns = [name for turn in range(_SHOWN) for name in _OUTCOMES if counts.get(name, 0) > turn]
    return Counter(turns[:_SHOWN])


def _spread(rows: pl.DataFrame, many: int) -> pl.DataFrame:
    """So many of the rows, from all over them: each of another image while there are any."""
    shuffled = rows.sample(fraction=1, shuffle=True, seed=_SEED)
    return shuffled.sort(pl.int_range(pl.len()).over("image_id"), maintain_order=True).head(many)


def _picture(store: Path, digest: str) -> str:
    source = thumbnail(store, digest, _SIDE)
    return f"![image]({source})" if source else "gone"


def _code(text: str | None) -> str:
    """Within backticks, which only they and the table's bars could end; nothing for an empty text."""
    line = " ".join((text or "").replace("`", "'").replace("|", "/").split())
    return f"`{line if len(line) <= _LONGEST else line[:_LONGEST] + ' …'}`" if line else ""

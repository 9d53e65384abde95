"""Small pictures for the web UI, as Markdown with the image inside."""

import base64
import io
from pathlib import Path

import polars as pl
from PIL import Image

from medfrag_assets.reports.sections.gallery import thumbnail
from medfrag_assets.sources.images import read_stored

_SHOWN = 8
_SIDE = 96
_TEXTS = 6
_SEED = 6
_GAP = 4


def contact_sheet(store: Path, digests: list[str]) -> str:
    """A strip of evenly chosen images (at most 8, each within 96 × 96 pixels) as a Markdown image."""
    chosen = digests[:: max(1, len(digests) // _SHOWN)][:_SHOWN]
    sheet = Image.new("RGB", (len(chosen) * (_SIDE + _GAP), _SIDE), "white")
    for place, digest in enumerate(chosen):
        sheet.paste(_thumbnail(store, digest), (place * (_SIDE + _GAP), 0))
    return f"![sampled images]({data_url(sheet)})"


def sample_texts(store: Path, images: pl.DataFrame, written: pl.DataFrame) -> str:
    """Images of both sides, three each, with what was written about them, as a Markdown table.

    Always the same rows of the same texts, spread over wordings and images. Texts are shown as code, never as markup.
    """
    rows = written.filter((pl.col("control") == "image") & (pl.col("protocol") == "corrected"))
    known = rows.join(images.select("image_id", "pixels_digest", truth="label"), on="image_id", maintain_order="left")
    shuffled = known.sample(fraction=1, shuffle=True, seed=_SEED)
    # Each of another image while there are any.
    spread = shuffled.sort(pl.int_range(pl.len()).over("image_id"), maintain_order=True)
    shown = spread.group_by("truth", maintain_order=True).head(_TEXTS // 2).sort("truth", descending=True)
    lines = ["| image | truth | wording | text |", "|---|---|---|---|"]
    lines += [
        f"| ![image]({thumbnail(store, row['pixels_digest'], _SIDE)}) | {row['truth']} | {row['prompt_id']} | "
        f"`{_cell(row['text'])}` |"
        for row in shown.iter_rows(named=True)
    ]
    return "\n".join(lines)


def asked_again(store: Path, images: pl.DataFrame, asked: pl.DataFrame) -> str:
    """A few images with what was said about them before and now, those that differ first, as a Markdown table."""
    rows = asked.filter((pl.col("control") == "image") & (pl.col("protocol") == "corrected"))
    differ = pl.col("before").ne_missing(pl.col("now"))
    rows = rows.sort(differ, descending=True, maintain_order=True).head(_TEXTS)
    shown = rows.join(images.select("image_id", "pixels_digest", truth="label"), on="image_id", maintain_order="left")
    lines = ["| image | truth | before | now |", "|---|---|---|---|"]
    lines += [
        f"| ![image]({thumbnail(store, row['pixels_digest'], _SIDE)}) | {row['truth']} | "
        f"`{_cell(row['before'] or '')}` | `{_cell(row['now'] or '')}` |"
        for row in shown.iter_rows(named=True)
    ]
    return "\n".join(lines)


def data_url(image: Image.Image) -> str:
    """The image as a PNG data URL."""
    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()


def _thumbnail(store: Path, digest: str) -> Image.Image:
    picture = read_stored(store, digest)
    picture.thumbnail((_SIDE, _SIDE))
    return picture


def _cell(text: str) -> str:
    return " ".join(text.replace("`", "'").replace("|", "/").split())[:200] or " "

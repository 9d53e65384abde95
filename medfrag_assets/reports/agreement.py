"""What two raters of the same responses make of them, as a picture and as a list worth reading."""

import polars as pl

from medfrag_assets.reports.figures import data_url
from medfrag_assets.statistics.agreement import OUTCOMES

_LONGEST = 160
_MANY = 20


def confusion_picture(first: str, second: str, ratings: pl.DataFrame) -> str:
    """How often each outcome of the first rater meets each of the second, as a Markdown image (SVG).

    ratings: as for `medfrag_assets.statistics.agreement.agreement`.
    """
    from matplotlib.figure import Figure

    pairs = ratings.select(first=_outcome("first"), second=_outcome("second")).group_by("first", "second").len()
    counts = {(row, column): count for row, column, count in pairs.iter_rows()}
    grid = [[counts.get((row, column), 0) for column in OUTCOMES] for row in OUTCOMES]
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.imshow([[min(1.0, count / max(1, sum(row))) for count in row] for row in grid], cmap="Blues", vmin=0, vmax=1.4)
    for row, line in enumerate(grid):
        for column, count in enumerate(line):
            axes.text(column, row, str(count), ha="center", va="center", color="black")
    names = [name.replace("_", " ") for name in OUTCOMES]
    axes.set_xticks(range(len(names)), names, rotation=30, ha="right")
    axes.set_yticks(range(len(names)), names)
    axes.set_ylabel(first)
    axes.set_xlabel(second)
    return f"![How often each outcome of {first} (rows) meets each of {second} (columns)]({data_url(figure)})"


def worth_reading(ratings: pl.DataFrame) -> str:
    """Up to twenty responses that were read otherwise, wrong sides first, as a Markdown list.

    ratings: with `id` and `response` beside the columns of both raters.
    """
    both = (pl.col("first_label") == "answered") & (pl.col("second_label") == "answered")
    different = (
        ratings.filter(_outcome("first") != _outcome("second"))
        .sort(both, pl.col("response").str.len_chars(), descending=[True, False], maintain_order=True)
        .head(_MANY)
    )
    lines = [
        f"- {row['id']}: `{_shown(row['response'])}` was read as {row['first_verdict'] or row['first_label']}, "
        f"not {row['second_verdict'] or row['second_label']}"
        for row in different.iter_rows(named=True)
    ]
    return "\n".join(lines) or "none"


def _outcome(side: str) -> pl.Expr:
    return pl.coalesce(f"{side}_verdict", f"{side}_label")


def _shown(response: str) -> str:
    """On one line, and without what would end the span of code that it stands in."""
    line = " ".join(response.split()).replace("`", "'")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"

"""In words: a checkpoint that is worse than another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from medfrag_assets.reports.numbers import NOTHING, counted, interval, p_value, signed, spaced

# Of many cells, the text names so many.
_NAMED = 5


def worse_pairs(worse: pl.DataFrame) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of each checkpoint and what it is worse than, under a name of both. worse: rows of `judged`."""
    for names, rows in worse.group_by("checkpoint", "compared_with", maintain_order=True):
        yield " → ".join(str(name) for name in names), rows.to_dicts()


def sentence(margin: float, worse: Sequence[Mapping[str, Any]]) -> str:
    """Who is worse than whom, on which tasks and by how much. worse: one row or more of `worse_pairs`."""
    words = [f"{spaced(row['outcome'])} on {spaced(row['task'])} {_in_words(row)}" for row in worse]
    more = [f"and {len(words) - _NAMED} more"] if len(words) > _NAMED else []
    return (
        f"{worse[0]['checkpoint']} is worse than {worse[0]['compared_with']} beyond {margin:g} in "
        f"{counted(len(worse), 'comparison')}: {'; '.join([*words[:_NAMED], *more])}."
    )


def _in_words(row: Mapping[str, Any]) -> str:
    ends = interval(row["low"], row["high"]) or NOTHING
    return f"{signed(row['difference'])} {ends}, p {p_value(row['p_adjusted'])}, {counted(row['n_images'], 'image')}"

"""What a summary means, in words that its intervals carry."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from medfrag_assets.reports.numbers import counted


class Row(NamedTuple):
    """One cell of the summary: shares in 0 to 1, null where the cell has no rows. `low` and `high`: 95 % interval."""

    model: str
    task: str
    n_images: int | None
    strict_accuracy: float | None
    low: float | None
    high: float | None
    coverage: float | None
    refusal_rate: float | None
    hedge_rate: float | None
    missing: int


def in_two_sentences(rows: Sequence[Row], ahead: Sequence[str | None]) -> str:
    """Where strict accuracy is lowest and highest, and how often a medical model is ahead of its base.

    ahead: of each pair and task, `medical`, `base`, `neither`, or null without a test, as in the mart
    `pair_comparisons`: on the same images, paired and corrected.
    """
    if not any(row.strict_accuracy is not None for row in rows):
        return "No cell has answers yet. Run the study to fill them."
    return f"{accuracy_sentence(rows)} {_comparison(ahead)}"


def accuracy_sentence(rows: Sequence[Row]) -> str:
    """Where strict accuracy is lowest and highest."""
    filled = [row for row in rows if row.strict_accuracy is not None]
    if not filled:
        return "No cell has answers yet."
    lowest = min(filled, key=_accuracy)
    highest = max(filled, key=_accuracy)
    return (
        f"Strict accuracy runs from {_cell(lowest)} to {_cell(highest)}, where answering at random without ever "
        "refusing would give 0.50."
    )


def _comparison(ahead: Sequence[str | None]) -> str:
    if not ahead:
        return "There is no medical model beside its base to compare it with."
    count = Counter(ahead)
    return (
        f"In {counted(len(ahead), 'comparison')} of a medical model with its base on the same images of a task, the "
        f"medical one is ahead in {count['medical']}, the base in {count['base']}, and neither in "
        f"{len(ahead) - count['medical'] - count['base']} (paired tests, p corrected for their number)."
    )


def _accuracy(row: Row) -> float:
    return row.strict_accuracy or 0.0


def _cell(row: Row) -> str:
    return (
        f"{row.strict_accuracy:.2f} ({row.low:.2f} to {row.high:.2f}, {row.n_images} images; {row.model} on {row.task})"
    )

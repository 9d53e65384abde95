"""What a summary means, in words that its intervals carry."""

from collections.abc import Sequence
from typing import NamedTuple


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
    pair: str | None
    role: str | None
    missing: int


def in_two_sentences(rows: Sequence[Row]) -> str:
    """Where strict accuracy is lowest and highest, and in how many comparisons medical and base intervals are apart.

    Intervals that lie apart are a cautious sign of a difference; they are no paired test.
    """
    filled = [row for row in rows if row.strict_accuracy is not None]
    if not filled:
        return "No cell has answers yet. Run the study to fill them."
    return f"{accuracy_sentence(filled)} {_comparison(filled)}"


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


def _comparison(rows: Sequence[Row]) -> str:
    by_cell = {(row.pair, row.task, row.role): row for row in rows if row.pair}
    pairs = [
        (base, by_cell[pair, task, "medical"])
        for (pair, task, role), base in by_cell.items()
        if role == "base" and (pair, task, "medical") in by_cell
    ]
    better = sum(_apart(base, medical) for base, medical in pairs)
    worse = sum(_apart(medical, base) for base, medical in pairs)
    if not pairs:
        return "There is no medical model beside its base to compare it with."
    comparisons = "1 comparison" if len(pairs) == 1 else f"{len(pairs)} comparisons"
    return (
        f"In {comparisons} of a medical model with its base on a task, the medical one's interval lies "
        f"wholly above in {better}, wholly below in {worse}, and overlaps in {len(pairs) - better - worse}."
    )


def _apart(lower: Row, upper: Row) -> bool:
    return lower.high is not None and upper.low is not None and lower.high < upper.low


def _accuracy(row: Row) -> float:
    return row.strict_accuracy or 0.0


def _cell(row: Row) -> str:
    return (
        f"{row.strict_accuracy:.2f} ({row.low:.2f} to {row.high:.2f}, {row.n_images} images; {row.model} on {row.task})"
    )

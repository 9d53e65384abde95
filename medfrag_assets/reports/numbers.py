"""Numbers as the report writes them: shares with two decimals and their interval, a dash where there is none."""

from collections.abc import Mapping, Sequence
from typing import Any

NOTHING = "–"
_MINUS = "\u2212"
_SMALLEST_P = 0.001


def share(value: float | None) -> str:
    """0.62, or a dash for null. What lies below zero (a kappa, a silhouette) has a minus sign."""
    return plain(value)


def signed(value: float | None) -> str:
    """A difference with its sign, +0.12 or −0.12; 0.00 for what rounds to nothing; a dash for null."""
    if value is None:
        return NOTHING
    text = f"{abs(value):.2f}"
    if float(text) == 0:
        return text
    return ("+" if value > 0 else _MINUS) + text


def plain(value: float | None) -> str:
    """A number that may be a share or a difference: 0.52, −0.03, or a dash for null."""
    return NOTHING if value is None else _plain(value)


def interval(low: float | None, high: float | None) -> str:
    """(0.55 to 0.69), or nothing where an end is null. Ends below zero carry a minus sign."""
    return "" if low is None or high is None else f"({_plain(low)} to {_plain(high)})"


def estimate(row: Mapping[str, Any], name: str, low: str | None = None, high: str | None = None) -> str:
    """`row[name]` with its interval; its ends are `<name>_low` and `<name>_high` unless named otherwise."""
    return _with(share(row.get(name)), row, low or f"{name}_low", high or f"{name}_high")


def difference(row: Mapping[str, Any], name: str, low: str | None = None, high: str | None = None) -> str:
    """As `estimate`, with the sign of the difference."""
    return _with(signed(row.get(name)), row, low or f"{name}_low", high or f"{name}_high")


def p_value(p: float | None) -> str:
    """0.034, < 0.001, or a dash for null."""
    if p is None:
        return NOTHING
    return f"< {_SMALLEST_P}" if p < _SMALLEST_P else f"{p:.3f}"


def count(number: float | None) -> str:
    """1,200, or a dash for null."""
    return NOTHING if number is None else f"{number:,.0f}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 cell`, `2 cells`, `1,000 cells`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def spaced(name: str) -> str:
    """A name of tables as people read it: blanks for underscores."""
    return name.replace("_", " ")


def span(numbers: Sequence[float]) -> str:
    """`100`, or `96 to 100` where they differ; a dash where there is none."""
    if not numbers:
        return NOTHING
    low, high = min(numbers), max(numbers)
    return count(low) if low == high else f"{count(low)} to {count(high)}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _plain(value: float) -> str:
    text = f"{abs(value):.2f}"
    return (_MINUS if value < 0 and float(text) else "") + text


def _with(value: str, row: Mapping[str, Any], low: str, high: str) -> str:
    return f"{value} {interval(row.get(low), row.get(high))}".rstrip() if value != NOTHING else NOTHING

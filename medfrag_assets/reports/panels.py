"""Panels with the words that stand in for them: what a person who cannot see a figure gets to know of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from medfrag_assets.reports import figures
from medfrag_assets.reports.figures import MOST_ROWS, MOST_SERIES, Axis, Bars, Dots, Panel, Point, Series
from medfrag_assets.reports.numbers import NOTHING, interval, share, signed, span
from medfrag_assets.reports.page import Picture

_LEVEL = "95 % intervals"
# A series of more points than this is told by its ends.
_TOLD_IN_FULL = 8


def counted_axis(label: str, rows: Sequence[Mapping[str, Any]], low: float = 0.0, line: float | None = None) -> Axis:
    """An axis up to 1 that says below its label how many images (or, without them, rows) are behind a point."""
    images = [row["n_images"] for row in rows if row.get("n_images")]
    numbers = images or [row["n"] for row in rows if row.get("n")]
    noun = " images" if images else ""
    return Axis(f"{label}\n{_LEVEL}, n = {span(numbers)}{noun}", low, 1.0, line)


def picture(panel: Panel) -> Picture:
    """The panel drawn, with its words."""
    return Picture(figures.drawn(panel), words(panel))


def words(panel: Panel) -> str:
    """Title, axis and what is seen: every point with its interval, or the ends of a long series; every part of a "
    "bar.
    """
    if isinstance(panel, Bars):
        label, marked = panel.label, ""
        told = "; ".join(f"{row}: {_parts(panel, at)}" for at, row in enumerate(panel.rows[:MOST_ROWS]))
    else:
        label, marked = panel.axis.label, f" Grey ticks: {panel.mark}." if panel.mark else ""
        told = "; ".join(f"{each.name}: {_told(panel, each)}" for each in panel.series[:MOST_SERIES])
    line = f"{label[:1].upper()}{label[1:]}".replace("\n", ", ")
    return f"{panel.title}. {line}. {told}.{marked}"


def _parts(panel: Bars, at: int) -> str:
    return ", ".join(f"{name} {share(values[at])}" for name, values in panel.parts.items() if values[at]) or "no rows"


def _told(panel: Dots, series: Series) -> str:
    pairs = zip(panel.rows[:MOST_ROWS], series.points, strict=False)
    found = [(" ".join(name.split()), point) for name, point in pairs if point and point.value is not None]
    if not found:
        return "no rows"
    if len(found) <= _TOLD_IN_FULL:
        return ", ".join(f"{name} {_number(point, panel.axis)}" for name, point in found)
    ends = sorted(found, key=lambda pair: pair[1].value or 0.0)
    (lowest, low), (highest, high) = ends[0], ends[-1]
    points = f"{len(found)} points, lowest {lowest} {_number(low, panel.axis)}"
    return f"{points}, highest {highest} {_number(high, panel.axis)}"


def _number(point: Point, axis: Axis) -> str:
    value = signed(point.value) if axis.low < 0 else share(point.value)
    return value if value == NOTHING else f"{value} {interval(point.low, point.high)}".strip()

"""Figures of the report: panels 3.8 inches wide, which stand side by side on a desktop and below each other on a phone.

Colours are Okabe and Ito's, told apart by colour-blind readers; series differ in their markers too, bars in hatching.
No pyplot: figures are objects of their own, so that any thread may draw.
"""

import base64
import io
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito, "Color Universal Design" (2008), without yellow, which is too pale for points on white.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
MARKERS = ("o", "s", "D", "^", "v", "P", "X")
MOST_SERIES = 6
MOST_ROWS = 20

_GREY, _PALE = "#6b6b6b", "#e4e4e4"
_HATCHES = ("", "//", "\\\\", "--", "||", "x")
_WIDTH, _LEFT, _RIGHT, _TITLE, _LEGEND_LINE, _BELOW = 3.8, 1.22, 0.14, 0.3, 0.19, 0.6
_ROOM = 0.025
_REACHES = (0.25, 0.5, 1.0, 2.0)
_TWO_LINES = 0.36
_LABEL_CHARACTERS = 17
_LEGEND_CHARACTERS = 46
# Letters stay letters: a fifth of the size of drawn ones. DejaVu, which places are computed with, is among the widest.
_SETTINGS: Any = {"svg.hashsalt": "medfrag", "svg.fonttype": "none"}
_TEXT, _SMALL, _HEAD = 8.5, 8.0, 9.5


class Point(NamedTuple):
    """An estimate with its interval; `mark` is what chance would give. Null where there is none."""

    value: float | None
    low: float | None = None
    high: float | None = None
    mark: float | None = None


class Series(NamedTuple):
    """A point for every row of a panel, null where the series has none. `place` fixes its colour and marker."""

    name: str
    points: Sequence[Point | None]
    place: int


class Axis(NamedTuple):
    """The horizontal axis: its label, its ends, and where a reference line stands (null: nowhere)."""

    label: str
    low: float = 0.0
    high: float = 1.0
    line: float | None = None


class Dots(NamedTuple):
    """Estimates with intervals, a line of dots a row; at most 6 series and 20 rows are drawn.

    A grey tick is a point's `mark`, and `mark` here says in the legend what that is.
    """

    title: str
    rows: Sequence[str]
    series: Sequence[Series]
    axis: Axis
    mark: str | None = None


class Bars(NamedTuple):
    """Parted bars, one a row; at most 20 rows are drawn. `parts`: for each part a share of every row, null for none."""

    title: str
    rows: Sequence[str]
    parts: Mapping[str, Sequence[float | None]]
    label: str


Panel = Dots | Bars


def drawn(panel: Panel) -> str:
    """The panel alone, as an SVG data URL."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, _height(panel)))
    _draw(figure, panel, 0.0, 0.0)
    return data_url(figure)


def sheet(panels: Sequence[Panel], head: Sequence[str], foot: Sequence[str]) -> "Figure":
    """Panels two a line between lines of text, the first of them a title."""
    from matplotlib.figure import Figure

    lines = [panels[place : place + 2] for place in range(0, len(panels), 2)]
    above, below = 0.35 + 0.19 * len(head), 0.15 + 0.19 * len(foot)
    heights = [max(_height(panel) for panel in line) for line in lines]
    figure = Figure(figsize=(2 * _WIDTH + 0.2, above + sum(heights) + below))
    _write(figure, head, 0.12, bold_first=True)
    top = above
    for line, height in zip(lines, heights, strict=True):
        for place, panel in enumerate(line):
            _draw(figure, panel, 0.05 + place * (_WIDTH + 0.1), top)
        top += height
    _write(figure, foot, top + 0.05, bold_first=False)
    return figure


def scatter(title: str, clouds: Mapping[str, tuple[Sequence[tuple[float, float]], Sequence[bool]]]) -> str:
    """Clouds of points without scales, two a line, by class (circles positive, crosses negative), as a PNG data URL."""
    from matplotlib.figure import Figure

    lines = -(-len(clouds) // 2)
    height = _TITLE + _LEGEND_LINE + 1.75 * lines
    figure = Figure(figsize=(_WIDTH, height))
    top = 1 - (_TITLE + _LEGEND_LINE) / height
    figure.text(0.02, 1 - 0.06 / height, title, va="top", fontsize=_HEAD, fontweight="bold")
    for place, (name, (points, sides)) in enumerate(clouds.items()):
        column, line = place % 2, place // 2
        axes = figure.add_axes((0.02 + 0.49 * column, top * (1 - (line + 1) / lines), 0.47, top / lines * 0.85))
        _scatter(axes, name, points, sides)
        if place == 0:
            _legend(figure, axes, ["positive", "negative"], 0.0, _TITLE - 0.06)
    return data_url(figure, "png", 160)


def data_url(figure: "Figure", form: str = "svg", dots_per_inch: int = 130) -> str:
    """A matplotlib figure as a data URL (`form`: svg or png), the same for the same figure at any time."""
    kind = {"svg": "svg+xml"}.get(form, form)
    return f"data:image/{kind};base64," + base64.b64encode(picture_bytes(figure, form, dots_per_inch)).decode()


def picture_bytes(figure: "Figure", form: str, dots_per_inch: int = 130) -> bytes:
    """A matplotlib figure as a file of that form (svg or png), without the time at which it was made."""
    from matplotlib import rc_context

    buffer = io.BytesIO()
    with rc_context(_SETTINGS):
        figure.savefig(buffer, format=form, dpi=dots_per_inch, metadata={"Date": None} if form == "svg" else None)
    return buffer.getvalue()


def wrapped(label: str) -> str:
    """A row's name on at most two lines, cut where even those do not hold it. A line break parts a name in two."""
    lines = label.split("\n") if "\n" in label else textwrap.wrap(label, _LABEL_CHARACTERS)
    cut = lines[:2] if len(lines) <= 2 else [lines[0], f"{lines[1]} {lines[2]}"]
    return "\n".join(_plain(_short(line)) for line in cut)


def _short(line: str) -> str:
    return line if len(line) <= _LABEL_CHARACTERS else line[: _LABEL_CHARACTERS - 1] + "…"


def _plain(text: str) -> str:
    """A name may hold what matplotlib reads as mathematics."""
    return text.replace("$", r"\$")


def _names(panel: Panel) -> list[str]:
    if isinstance(panel, Bars):
        return list(panel.parts)
    return [*(each.name for each in panel.series[:MOST_SERIES]), *([panel.mark] if panel.mark else [])]


def _body(panel: Panel) -> float:
    rows = panel.rows[:MOST_ROWS]
    row = 0.27 if isinstance(panel, Bars) else max(0.29, 0.13 * len(panel.series[:MOST_SERIES]) + 0.1)
    return max(row, _TWO_LINES if any("\n" in wrapped(name) for name in rows) else 0.0) * max(1, len(rows))


def _height(panel: Panel) -> float:
    return _TITLE + _LEGEND_LINE * _legend_lines(_names(panel)) + _body(panel) + _BELOW


def _draw(figure: "Figure", panel: Panel, left: float, top: float) -> None:
    """Draws a panel whose upper left corner lies `left` and `top` inches from that of the figure."""
    width, height = figure.get_size_inches()
    body = _body(panel)
    lower = top + _height(panel) - _BELOW
    box = ((left + _LEFT) / width, 1 - lower / height, (_WIDTH - _LEFT - _RIGHT) / width, body / height)
    axes = figure.add_axes(box)
    title = _plain(panel.title)
    figure.text((left + 0.08) / width, 1 - (top + 0.06) / height, title, va="top", fontsize=_HEAD, fontweight="bold")
    rows = panel.rows[:MOST_ROWS]
    axes.set_ylim(max(1, len(rows)) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), [wrapped(row) for row in rows])
    axes.tick_params(axis="y", length=0, labelsize=_TEXT)
    axes.tick_params(axis="x", labelsize=_SMALL)
    axes.spines[["top", "right", "left"]].set_visible(False)
    if isinstance(panel, Bars):
        _draw_bars(axes, panel)
    else:
        _draw_dots(axes, panel)
    _legend(figure, axes, _names(panel), left, top + _TITLE - 0.06)


def _draw_dots(axes: "Axes", panel: Dots) -> None:
    rows, series = len(panel.rows[:MOST_ROWS]), panel.series[:MOST_SERIES]
    step = 0.72 / max(1, len(series))
    for row in range(1, rows):
        axes.axhline(row - 0.5, color=_PALE, linewidth=0.6, zorder=0)
    for place, each in enumerate(series):
        _draw_points(axes, each, (place - (len(series) - 1) / 2) * step, step, rows)
    if panel.mark:
        axes.plot([], [], "|", color=_GREY, markersize=8, markeredgewidth=1.6, label=_plain(panel.mark))
    if panel.axis.line is not None:
        axes.axvline(panel.axis.line, color=_GREY, linewidth=0.8, linestyle="--", zorder=0)
    axes.set_xlim(*_limits(panel))
    axes.set_xlabel(panel.axis.label, fontsize=_TEXT)


def _limits(panel: Dots) -> tuple[float, float]:
    """The axis' own ends with room for half a marker; below 0, the narrowest symmetric ends that hold all intervals."""
    if panel.axis.low >= 0:
        room = _ROOM * (panel.axis.high - panel.axis.low)
        return panel.axis.low - room, panel.axis.high + room
    points = [point for series in panel.series[:MOST_SERIES] for point in series.points if point is not None]
    far = max((abs(end) for point in points for end in point[:3] if end is not None), default=0.0)
    reach = next((limit for limit in _REACHES if far <= limit), _REACHES[-1])
    return -reach, reach


def _draw_bars(axes: "Axes", panel: Bars) -> None:
    rows = len(panel.rows[:MOST_ROWS])
    left = [0.0] * rows
    for place, (name, values) in enumerate(panel.parts.items()):
        widths = [value or 0.0 for value in values[:rows]]
        axes.barh(
            range(rows),
            widths,
            left=left,
            height=0.7,
            color=COLOURS[place % len(COLOURS)],
            hatch=_HATCHES[place % len(_HATCHES)],
            edgecolor="white",
            linewidth=0.5,
            label=_plain(name),
        )
        left = [start + width for start, width in zip(left, widths, strict=True)]
    axes.set_xlim(0, 1)
    axes.set_xlabel(panel.label, fontsize=_TEXT)


def _draw_points(axes: "Axes", series: Series, offset: float, step: float, rows: int) -> None:
    colour, marker = COLOURS[series.place % len(COLOURS)], MARKERS[series.place % len(MARKERS)]
    found = [
        (row + offset, point.value, point)
        for row, point in enumerate(series.points[:rows])
        if point is not None and point.value is not None
    ]
    axes.errorbar(
        [value for _, value, _ in found],
        [at for at, _, _ in found],
        xerr=[
            [max(0.0, value - (value if point.low is None else point.low)) for _, value, point in found],
            [max(0.0, (value if point.high is None else point.high) - value) for _, value, point in found],
        ],
        fmt=marker,
        color=colour,
        markersize=4.2,
        elinewidth=1.2,
        label=_plain(series.name),
    )
    marks = [(point.mark, at) for at, _, point in found if point.mark is not None]
    lower, upper = ([at + sign * step * 0.42 for _, at in marks] for sign in (-1, 1))
    axes.vlines([mark for mark, _ in marks], lower, upper, color=_GREY, linewidth=1.6, zorder=1)


def _scatter(axes: "Axes", name: str, points: Sequence[tuple[float, float]], sides: Sequence[bool]) -> None:
    for positive, marker, colour in ((True, "o", COLOURS[1]), (False, "x", COLOURS[0])):
        chosen = [point for point, side in zip(points, sides, strict=True) if side == positive]
        axes.scatter(
            [x for x, _ in chosen],
            [y for _, y in chosen],
            s=11,
            marker=marker,
            color=colour,
            linewidths=0.8,
            label="positive" if positive else "negative",
        )
    axes.set_title(_plain(name), fontsize=_TEXT, pad=2)
    axes.set_xticks([])
    axes.set_yticks([])


def _write(figure: "Figure", lines: Sequence[str], top: float, bold_first: bool) -> None:
    width, height = figure.get_size_inches()
    for place, line in enumerate(lines):
        size, weight = (13, "bold") if bold_first and place == 0 else (_TEXT, "normal")
        down = top + place * 0.19 + (0.1 if bold_first and place else 0)
        figure.text(0.12 / width, 1 - down / height, _plain(line), va="top", fontsize=size, fontweight=weight)


def _legend_lines(names: Sequence[str]) -> int:
    return -(-len(names) // _legend_columns(names)) if len(names) > 1 else 0


def _legend_columns(names: Sequence[str]) -> int:
    widest = max((len(name) for name in names), default=1) + 4
    return max(1, min(len(names), _LEGEND_CHARACTERS // widest))


def _legend(figure: "Figure", axes: "Axes", names: Sequence[str], left: float, top: float) -> None:
    """Between title and panel, so that it covers no point; none for a single series."""
    if len(names) < 2:
        return
    width, height = figure.get_size_inches()
    figure.legend(
        *axes.get_legend_handles_labels(),
        loc="upper left",
        bbox_to_anchor=((left + 0.05) / width, 1 - top / height),
        ncols=_legend_columns(names),
        frameon=False,
        borderaxespad=0,
        borderpad=0.2,
        handletextpad=0.3,
        columnspacing=1.0,
        labelspacing=0.25,
        handlelength=1.4,
        fontsize=_SMALL,
    )

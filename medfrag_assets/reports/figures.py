"""Figures of the report."""

import base64
import io
from collections.abc import Sequence
from typing import Any

# Okabe and Ito's palette, told apart by colour-blind readers.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
_SPREAD = 0.16


def accuracy_figure(summary: Sequence[dict[str, Any]]) -> str:
    """Strict accuracy by task and model with 95 % intervals, as an SVG data URL.

    A short line below each point is half the coverage: what random answers would reach at the same rate of answering.
    """
    from matplotlib.figure import Figure

    models = list(dict.fromkeys(row["model"] for row in summary))
    tasks = list(dict.fromkeys(row["task"] for row in summary))
    figure = Figure(figsize=(8, 4), layout="constrained")
    axes = figure.add_subplot()
    for place, model in enumerate(models):
        rows = [row for row in summary if row["model"] == model and row["strict_accuracy"] is not None]
        at = [tasks.index(row["task"]) + (place - (len(models) - 1) / 2) * _SPREAD for row in rows]
        middle = [row["strict_accuracy"] for row in rows]
        below = [row["strict_accuracy"] - row["strict_accuracy_low"] for row in rows]
        above = [row["strict_accuracy_high"] - row["strict_accuracy"] for row in rows]
        colour = _COLOURS[place % len(_COLOURS)]
        axes.errorbar(at, middle, yerr=[below, above], fmt="o", color=colour, capsize=3, label=model)
        axes.scatter(at, [row["coverage"] / 2 for row in rows], marker="_", s=150, color=colour, alpha=0.6)
    axes.set_xticks(range(len(tasks)), [task.replace("_", " ") for task in tasks])
    axes.set_ylim(0, 1)
    axes.set_ylabel("strict accuracy")
    axes.legend(frameon=False, ncols=2)
    axes.spines[["top", "right"]].set_visible(False)
    return data_url(figure)


def data_url(figure: Any) -> str:
    """A matplotlib figure as an SVG data URL, the same for the same figure at any time."""
    from matplotlib import rc_context

    buffer = io.BytesIO()
    with rc_context({"svg.hashsalt": "medfrag"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    return "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode()

"""Small figures of one cell of model and task, as Markdown for the web UI.

All take rows of a table, as a Polars frame or as a list of dictionaries, and say so in a word where there are none.
"""

from collections.abc import Sequence

import polars as pl

from medfrag_assets.reports.cast import Row
from medfrag_assets.reports.figures import Bars, Dots, Panel, Point, Series
from medfrag_assets.reports.numbers import interval, p_value, plain, spaced
from medfrag_assets.reports.page import Picture
from medfrag_assets.reports.panels import counted_axis, picture
from medfrag_assets.reports.sections.fragility import range_point
from medfrag_assets.reports.sections.knowledge import RUNGS
from medfrag_assets.study.spec import LABELS

Rows = pl.DataFrame | Sequence[Row]
_OUTCOMES = {"accuracy": "accuracy", "refusal_rate": "refusals"}
_NONE = "none"


def wording_picture(wording_effects: Rows) -> str:
    """Range over wordings of each meaning (table `wording_effects`), corrected protocol, beside that by chance."""
    rows = [row for row in _listed(wording_effects) if row["protocol"] == "corrected"]
    meanings = list(dict.fromkeys(row["meaning"] for row in rows))
    found = {(row["meaning"], row["outcome"]): row for row in rows}
    series = [
        Series(name, [range_point(found.get((meaning, outcome))) for meaning in meanings], place)
        for place, (outcome, name) in enumerate(_OUTCOMES.items())
    ]
    axis = counted_axis("range over wordings", rows)
    return _markdown(Dots("Spread over wordings", [spaced(name) for name in meanings], series, axis, "by chance"), rows)


def ladder_picture(probes: Rows) -> str:
    """Accuracy at every rung from the random tower to the generated answer (table `probes`)."""
    rows = _listed(probes)
    found = {row["rung"]: Point(row["accuracy"], row["low"], row["high"]) for row in rows}
    series = [Series("accuracy", [found.get(rung) for rung in RUNGS], 0)]
    axis = counted_axis("accuracy", rows, line=0.5)
    return _markdown(Dots("From features to answer", list(RUNGS.values()), series, axis), rows)


def labels_picture(statistics: Rows) -> str:
    """Response labels over all closed wordings (table `statistics`), a bar for every protocol and control."""
    pooled = [row for row in _listed(statistics) if row["prompt_id"] is None and row["metric"].startswith("rate_")]
    asked = list(dict.fromkeys((row["protocol"], row["control"]) for row in pooled))
    found = {(row["protocol"], row["control"], row["metric"]): row["estimate"] for row in pooled}
    parts = {spaced(label): [found.get((*way, f"rate_{label}")) for way in asked] for label in LABELS}
    names = [f"{spaced(protocol)}\n{spaced(control)}" for protocol, control in asked]
    return _markdown(Bars("What the responses were", names, parts, "share of responses"), pooled)


def claims_table(claim_verdicts: Rows) -> str:
    """The claims with verdict, effect, interval and n (table `claim_verdicts`), as a Markdown table."""
    rows = sorted(_listed(claim_verdicts), key=lambda row: (row["claim"], row["estimand"]))
    lines = [
        "| claim | verdict | estimand | alone | effect | p | images | cells |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row['claim']}. {_cell(row['statement'])} | {row['claim_verdict']} | {_cell(row['estimand'])} | "
        f"{row['verdict']} | {plain(row['effect'])} {interval(row['low'], row['high'])} at {row['level']:.0%} | "
        f"{p_value(row['p_value'])} | {row['n_images']:,} | {row['n_cells']} |"
        for row in rows
    ]
    return "\n".join(lines) if rows else _NONE


def as_markdown(pictures: Sequence[Picture]) -> str:
    """Pictures below each other, their words as alternative text."""
    return "\n\n".join(f"![{_alternative(each.alt)}]({each.source})" for each in pictures)


def _listed(rows: Rows) -> list[Row]:
    return rows.to_dicts() if isinstance(rows, pl.DataFrame) else list(rows)


def _markdown(panel: Panel, rows: Sequence[Row]) -> str:
    return as_markdown([picture(panel)]) if rows else _NONE


def _alternative(words: str) -> str:
    """Without what would end the brackets that it stands in."""
    return words.replace("[", "(").replace("]", ")").replace("\n", " ")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "/").split())

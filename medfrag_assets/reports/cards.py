"""Fragility cards: one page for each model, as HTML and as a picture."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.reports.cast import Cast, Row
from medfrag_assets.reports.figures import Dots, Panel, Point, Series, picture_bytes, sheet
from medfrag_assets.reports.numbers import count, difference, estimate, share, spaced
from medfrag_assets.reports.page import Picture, Table
from medfrag_assets.reports.panels import counted_axis, picture
from medfrag_assets.reports.published import Published
from medfrag_assets.reports.rendering import rendered
from medfrag_assets.reports.sections.answers import group_panel, labels_panel, pair_panels
from medfrag_assets.reports.sections.fragility import range_point, reliance_panel
from medfrag_assets.reports.sections.knowledge import RUNGS
from medfrag_assets.study.files import whole_file

TOY = "A toy model: its numbers show that the study works and say nothing about medicine."
_CAVEATS = (
    "Intervals are 95 % intervals, clustered by patient or lesion. With a hundred images a task they are wide.",
    "The widest range is the widest of several meanings, so it leans upwards: the grey tick is chance for that one.",
    "Labels come from written rules. The questions are this study's own, not those of the published study.",
)
_DIGITS = 8


class Card(NamedTuple):
    """What a card says of a model. `facts` are its name, pair, role, revision and size; `panels` its figures."""

    model: str
    title: str
    toy: bool
    facts: tuple[str, ...]
    table: Table
    panels: tuple[Panel, ...]
    caveats: tuple[str, ...]


def card_name(alias: str) -> str:
    """A file name for a model: its alias where that is one, otherwise what is safe of it with a digest of the whole."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", alias).lstrip(".-")
    return safe if safe == alias else f"{safe}-{hashlib.sha256(alias.encode()).hexdigest()[:_DIGITS]}".lstrip("-")


def write_cards(published: Published, cast: Cast, folder: Path) -> tuple[Path, ...]:
    """Writes <model>.html and <model>.png for every model that has answers; cards of other models are removed."""
    written = [path for model in shown_models(published, cast) for path in _write(card(published, cast, model), folder)]
    for path in [*folder.glob("*.html"), *folder.glob("*.png")]:
        if path not in written:
            path.unlink()
    return tuple(written)


def shown_models(published: Published, cast: Cast) -> list[str]:
    """The models that have answers."""
    return [model for model in cast.models if any(_answered(row, model) for row in published.summary)]


def card(published: Published, cast: Cast, model: str) -> Card:
    """Everything the card of a model shows."""
    panels = [
        group_panel(
            cast, list(_rows(published.summary, cast.partners(model))), "Accuracy by task", cast.partners(model)
        ),
        *pair_panels([row for row in published.pairs if model in (row["medical_model"], row["base_model"])], cast),
        _spread_panel(published, cast, model),
        labels_panel(published.labels, cast, model)._replace(title="What the responses were"),
        _titled(reliance_panel(published.reliance, cast, model), "Reliance on the image"),
        _ladder_panel(published, cast, model),
    ]
    return Card(
        model,
        f"Fragility card: {cast.label(model)}",
        published.study.models[model].toy,
        _facts(published, model),
        _table(published, cast, model),
        tuple(panel for panel in panels if panel),
        _CAVEATS,
    )


def _write(made: Card, folder: Path) -> tuple[Path, Path]:
    page, image = folder / f"{card_name(made.model)}.html", folder / f"{card_name(made.model)}.png"
    toy = [TOY] if made.toy else []
    with whole_file(image) as temporary:
        figure = sheet(made.panels, [made.title, *toy, *made.facts], [*made.caveats])
        temporary.write_bytes(picture_bytes(figure, "png"))
    pictures: list[Picture] = [picture(panel) for panel in made.panels]
    with whole_file(page) as temporary:
        temporary.write_text(rendered("card.html", card=made, pictures=pictures, toy=TOY), "utf-8", errors="replace")
    return page, image


def _answered(row: Row, model: str) -> bool:
    return row["model"] == model and row["strict_accuracy"] is not None


def _rows(rows: Sequence[Row], models: Sequence[str]) -> list[Row]:
    return [row for row in rows if row["model"] in models and row.get("strict_accuracy", 0) is not None]


def _titled(panel: Panel | None, title: str) -> Panel | None:
    return panel._replace(title=title) if panel else None


def _facts(published: Published, model: str) -> tuple[str, ...]:
    told = published.study.models[model]
    found = [row for row in published.checkpoints if row["model"] == model]
    pair = f"Pair {spaced(told.pair)}, {told.role}" if told.pair else "In no pair"
    revision = (
        f"revision {found[0]['revision'][:40]}, {count(found[0]['parameters'])} weights" if found else "no revision"
    )
    return (f"{pair}; family {told.family}; {revision}.", f"Study {published.study.study}: {published.study.title}.")


def _spread_panel(published: Published, cast: Cast, model: str) -> Dots | None:
    rows = {outcome: _widest(published, model, outcome) for outcome in ("accuracy", "refusal_rate")}
    series = [
        Series(name, [range_point(rows[outcome].get(task)) for task in cast.tasks], place)
        for place, (outcome, name) in enumerate((("accuracy", "accuracy"), ("refusal_rate", "refusals")))
        if rows[outcome]
    ]
    axis = counted_axis("widest range over wordings", [row for found in rows.values() for row in found.values()])
    return Dots("Spread over wordings", cast.task_names, series, axis, "by chance") if series else None


def _widest(published: Published, model: str, outcome: str) -> dict[str, Row]:
    """The widest range of a model on each task."""
    found: dict[str, Row] = {}
    for row in published.wordings:
        if row["model"] == model and row["outcome"] == outcome:
            found[row["task"]] = max(found.get(row["task"], row), row, key=lambda each: each["range"])
    return found


def _ladder_panel(published: Published, cast: Cast, model: str) -> Dots | None:
    own = [row for row in published.ladder if row["model"] == model]
    found = {(row["task"], row["rung"]): row for row in own}
    series = [
        Series(spaced(task), [_step(found.get((task, rung))) for rung in RUNGS], place)
        for place, task in enumerate(cast.tasks)
        if any((task, rung) in found for rung in RUNGS)
    ]
    axis = counted_axis("accuracy", own, line=0.5)
    return Dots("From features to answer", list(RUNGS.values()), series, axis) if series else None


def _step(row: Row | None) -> Point | None:
    return None if row is None else Point(row["accuracy"], row["low"], row["high"])


def _table(published: Published, cast: Cast, model: str) -> Table:
    summary = {row["task"]: row for row in published.summary if row["model"] == model}
    widest = _widest(published, model, "accuracy")
    changed = {row["task"]: row for row in published.reliance if _is_blank_change(row, model)}
    towers = {row["task"]: row for row in published.ladder if row["model"] == model and row["rung"] == "tower"}
    pairs = {row["task"]: row for row in published.pairs if _is_contrast(row, model)}
    rows = [
        (
            spaced(task),
            estimate(summary.get(task, {}), "strict_accuracy"),
            share(_half(summary.get(task, {}).get("coverage"))),
            estimate(summary.get(task, {}), "refusal_rate"),
            estimate(widest.get(task, {}), "range"),
            estimate(changed.get(task, {}), "estimate", "low", "high"),
            difference(towers.get(task, {}), "gap"),
            difference(pairs.get(task, {}), "difference", "low", "high"),
            count(summary.get(task, {}).get("n_images")),
        )
        for task in cast.tasks
    ]
    headings = (
        "task",
        "strict accuracy",
        "chance",
        "refused",
        "widest range",
        "changed by blank",
        "tower minus answer",
    )
    note = "Medical minus base: strict accuracy on the same images; see the report for p and corrections."
    return Table("", (*headings, "medical minus base", "images"), rows, 1, note if pairs else "")


def _half(coverage: float | None) -> float | None:
    return None if coverage is None else coverage / 2


def _is_blank_change(row: Row, model: str) -> bool:
    return (row["model"], row["metric"], row["control"]) == (model, "verdict_changed", "blank")


def _is_contrast(row: Row, model: str) -> bool:
    return row["outcome"] == "strict_accuracy" and model in (row["medical_model"], row["base_model"])

"""What the models answered: accuracy by task and pair, and what else the responses were."""

from medfrag_assets.reports.cast import Cast, Row
from medfrag_assets.reports.figures import Bars, Dots, Point, Series
from medfrag_assets.reports.meaning import Row as SummaryRow
from medfrag_assets.reports.meaning import accuracy_sentence
from medfrag_assets.reports.numbers import NOTHING, count, difference, estimate, p_value, spaced, span
from medfrag_assets.reports.page import Section, Table, table
from medfrag_assets.reports.panels import counted_axis, picture
from medfrag_assets.reports.published import Published
from medfrag_assets.reports.sentences import chance_sentence, labels_sentence, pairs_sentence
from medfrag_assets.study.spec import LABELS


def accuracy_section(published: Published, cast: Cast) -> Section:
    """Strict accuracy by task, a panel a pair, and medical minus base on the same images."""
    summary = cast.in_order(published.summary)
    filled = [row for row in summary if row["strict_accuracy"] is not None]
    rows = [SummaryRow(*(row[name] for name in _SUMMARY))._replace(task=spaced(row["task"])) for row in summary]
    words = (accuracy_sentence(rows), chance_sentence(filled), pairs_sentence(published.pairs) if filled else "")
    panels = [picture(group_panel(cast, filled, group.title, group.models)) for group in cast.groups] if filled else []
    return Section(
        "accuracy",
        "Accuracy by task and pair",
        tuple(sentence for sentence in words if sentence),
        (*panels, *(picture(panel) for panel in pair_panels(published.pairs, cast))),
        (
            *_summary_table(summary),
            *_pair_table(_in_order(published.pairs, cast)),
            *_gradient_table(cast.in_order(published.gradient)),
        ),
        (
            "Strict accuracy counts anything but a right answer as wrong, a refusal too. The right chance line is "
            "therefore half the share of answered questions (coverage), not one half: the grey tick at each point.",
            "Intervals take the wordings put to one image, and the images of one patient or lesion, together. Two "
            "overlapping intervals are no test: the paired differences are.",
        ),
        ("study_summary", "pair_comparisons", "difficulty_gradient"),
    )


def labels_section(published: Published, cast: Cast) -> Section:
    """How many responses were answers, hedges, refusals, off task and empty."""
    rows = cast.in_order(published.labels)
    return Section(
        "labels",
        "What the responses were",
        (labels_sentence(rows),),
        tuple(
            picture(labels_panel(rows, cast, model))
            for model in cast.drawn
            if any(row["model"] == model for row in rows)
        ),
        table(
            "Response labels over all closed wordings",
            ("model", "task", "label", "rate, 95 % interval", "responses", "images"),
            [
                (
                    row["model"],
                    spaced(row["task"]),
                    spaced(row["label"]),
                    estimate(row, "rate", "low", "high"),
                    count(row["n"]),
                    count(row["n_images"]),
                )
                for row in rows
            ],
            3,
            "response_label_rates",
        ),
        (
            "Every response carries exactly one label. A failed call is none of them: it is made again, and never "
            "counted.",
        ),
        ("response_label_rates",),
    )


_SUMMARY = (
    "model",
    "task",
    "n_images",
    "strict_accuracy",
    "strict_accuracy_low",
    "strict_accuracy_high",
    "coverage",
    "refusal_rate",
    "hedge_rate",
    "missing",
)


def accuracy_point(row: Row) -> Point:
    """A cell's strict accuracy, with half its coverage as the chance line."""
    chance = None if row["coverage"] is None else row["coverage"] / 2
    return Point(row["strict_accuracy"], row["strict_accuracy_low"], row["strict_accuracy_high"], chance)


def group_panel(cast: Cast, rows: list[Row], title: str, models: tuple[str, ...]) -> Dots:
    """Strict accuracy of these models by task, with half the coverage as chance."""
    axis = counted_axis("strict accuracy", [row for row in rows if row["model"] in models])
    return Dots(title, cast.task_names, cast.series(rows, models, accuracy_point), axis, "half the coverage: chance")


def pair_panels(pairs: list[Row], cast: Cast) -> list[Dots]:
    """Medical minus base on each task, a series for every medical model."""
    rows = [row for row in pairs if row["outcome"] == "strict_accuracy"]
    models = [model for model in cast.models if any(row["medical_model"] == model for row in rows)]
    found = {(row["medical_model"], row["task"]): row for row in rows}
    series = [
        Series(model, [_difference(found.get((model, task))) for task in cast.tasks], cast.models.index(model))
        for model in models
    ]
    axis = counted_axis("difference in strict accuracy", rows, low=-1, line=0)
    return [Dots("Medical minus base", cast.task_names, series, axis)] if series else []


def _difference(row: Row | None) -> Point | None:
    return None if row is None else Point(row["difference"], row["low"], row["high"])


def labels_panel(rows: list[Row], cast: Cast, model: str) -> Bars:
    """Response labels of a model, a bar a task."""
    own = [row for row in rows if row["model"] == model]
    rates = {(row["task"], row["label"]): row["rate"] for row in own}
    parts = {spaced(label): [rates.get((task, label)) for task in cast.tasks] for label in LABELS}
    return Bars(cast.label(model), cast.task_names, parts, f"share of responses, n = {span([row['n'] for row in own])}")


def _summary_table(summary: list[Row]) -> tuple[Table, ...]:
    headings = ("model", "role", "task", "strict accuracy", "answered", "right among answered", "balanced accuracy")
    rows = [
        (
            row["model"],
            row["role"] or NOTHING,
            spaced(row["task"]),
            estimate(row, "strict_accuracy"),
            estimate(row, "coverage"),
            estimate(row, "selective_accuracy"),
            estimate(row, "balanced_accuracy"),
            count(row["n_images"]),
            count(row["n_responses"]),
            count(row["missing"]),
        )
        for row in summary
    ]
    caption = "All closed wordings, corrected protocol, the image itself; 95 % intervals"
    return table(caption, (*headings, "images", "responses", "missing rows"), rows, 3, "study_summary")


def _pair_table(pairs: list[Row]) -> tuple[Table, ...]:
    headings = ("medical", "base", "task", "outcome", "difference, 95 % interval", "p", "p corrected", "correction")
    rows = [
        (
            row["medical_model"],
            row["base_model"],
            spaced(row["task"]),
            spaced(row["outcome"]),
            difference(row, "difference", "low", "high"),
            p_value(row["p_value"]),
            p_value(row["p_adjusted"]),
            "Holm, declared" if row["declared"] else "Benjamini-Hochberg",
            count(row["n_images"]),
        )
        for row in pairs
    ]
    caption = "Medical minus base on the same images, all closed wordings"
    return table(caption, (*headings, "images"), rows, 4, "pair_comparisons")


def _gradient_table(gradient: list[Row]) -> tuple[Table, ...]:
    headings = ("model", "task", "balanced accuracy", "near-random", "minus easiest task", "p corrected", "images")
    rows = [
        (
            row["model"],
            spaced(row["task"]),
            estimate(row, "balanced_accuracy"),
            _yes_or_no(row["near_random"]),
            difference(row, "minus_easiest"),
            p_value(row["minus_easiest_p_adjusted"]),
            count(row["n_images"]),
        )
        for row in gradient
    ]
    caption = "Balanced accuracy of the answered, and each task minus the easiest one; 95 % intervals"
    return table(caption, headings, rows, 2, "difficulty_gradient")


def _in_order(pairs: list[Row], cast: Cast) -> list[Row]:
    return cast.in_order([{**row, "model": row["medical_model"]} for row in pairs])


def _yes_or_no(value: bool | None) -> str:
    return NOTHING if value is None else "yes" if value else "no"

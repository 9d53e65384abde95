"""How easily answers change: with wording, polarity and order of options, without the picture, with the protocol."""

from collections.abc import Sequence

from medfrag_assets.reports.cast import Cast, Row
from medfrag_assets.reports.figures import Bars, Dots, Point, Series
from medfrag_assets.reports.numbers import NOTHING, count, difference, estimate, p_value, share, spaced
from medfrag_assets.reports.page import Section, Table, table
from medfrag_assets.reports.panels import counted_axis, picture
from medfrag_assets.reports.published import Published
from medfrag_assets.reports.sentences import bias_sentences, protocol_sentences, reliance_sentences, wording_sentences

QUADRANTS = ("consistent_reliant", "consistent_unreliant", "inconsistent_reliant", "inconsistent_unreliant")
_BIASES = {
    "polarity_consistency": "same side asked both ways",
    "acquiescence": "yes to both questions",
    "order_agreement": "same side, options swapped",
    "order_bias": "option A minus one half",
}
_EFFECTS = {
    "strict_accuracy_effect": "change of strict accuracy",
    "coverage_effect": "change of coverage",
    "refusal_rate_effect": "change of refusal rate",
}


def wording_section(published: Published, cast: Cast) -> Section:
    """The range over wordings of one meaning against what chance would give, for accuracy and refusals."""
    rows = [row for row in cast.in_order(published.wordings) if row["protocol"] == "corrected"]
    return Section(
        "wording",
        "Spread over wordings",
        wording_sentences(rows),
        tuple(
            picture(wording_panel(rows, cast, model))
            for model in cast.drawn
            if any(row["model"] == model for row in rows)
        ),
        (*_wording_table(rows), *_prompt_table(cast.in_order(published.prompts))),
        (
            "Range: the highest minus the lowest share over wordings of one meaning, asked of the same images. By "
            "chance: the range expected if wordings did not matter (grey tick). Kappa: agreement of wordings beyond "
            "chance. p: Cochran's Q, not corrected for the number of tests here.",
        )
        if rows
        else (),
        ("prompt_sensitivity", "accuracy_by_prompt"),
    )


def wording_panel(rows: Sequence[Row], cast: Cast, model: str) -> Dots:
    """Ranges of a model: a row a task and meaning, accuracy and refusals as series, chance as grey ticks."""
    own = [row for row in rows if row["model"] == model]
    cells = list(dict.fromkeys((row["task"], row["meaning"]) for row in own))
    found = {(row["task"], row["meaning"], row["outcome"]): row for row in own}
    series = [
        Series(name, [range_point(found.get((*cell, outcome))) for cell in cells], place)
        for place, (outcome, name) in enumerate((("accuracy", "accuracy"), ("refusal_rate", "refusals")))
    ]
    names = [f"{spaced(task)}\n{spaced(meaning)}" for task, meaning in cells]
    axis = counted_axis("range over wordings", own)
    return Dots(cast.label(model), names, series, axis, "range by chance")


def bias_section(published: Published, cast: Cast) -> Section:
    """Whether opposite questions and swapped options get consistent answers."""
    rows = cast.in_order(published.biases)
    panels = [_metric_panel(rows, cast, metric, name, _low(metric)) for metric, name in _BIASES.items()]
    return Section(
        "bias",
        "Polarity and order",
        bias_sentences(rows),
        tuple(picture(panel) for panel in panels if panel),
        _metric_table(rows, "Polarity, order of options and the one-word suffix", "polarity_and_order"),
        (
            "Same side asked both ways: of images whose positive and inverted questions were both answered, those "
            "whose answers agree. Yes to both: those that contradict themselves by agreeing. Order bias: how much "
            "more often than half of the time the option named first is chosen. Suffix effect: one-word suffix "
            "minus plain.",
        )
        if rows
        else (),
        ("polarity_and_order",),
    )


def reliance_section(published: Published, cast: Cast) -> Section:
    """Whether answers change when the picture goes, and whether they are consistent with it."""
    rows = cast.in_order(published.reliance)
    panels = [reliance_panel(rows, cast, model) for model in cast.drawn]
    return Section(
        "reliance",
        "Reliance on the image",
        reliance_sentences(rows),
        tuple(picture(panel) for panel in panels if panel),
        _metric_table(
            rows, "Change of outcome and of option log-odds without the image, and quadrants", "image_reliance"
        ),
        (
            "Consistent: the same verdict under all wordings of each meaning. Reliant: the majority verdict changes "
            "when the image is replaced. Consistent and unreliant is the dangerous corner: a firm answer that does "
            "not look (arXiv 2603.20985). A difference of accuracies would not show it: a constant answer is right "
            "half of the time with and without the image.",
        )
        if rows
        else (),
        ("image_reliance",),
    )


def reliance_panel(rows: Sequence[Row], cast: Cast, model: str) -> Bars | None:
    """The four quadrants of a model under the blank image, a bar a task; null where there are none."""
    own = [row for row in rows if row["model"] == model and row["control"] == "blank" and row["metric"] in QUADRANTS]
    if not own:
        return None
    found = {(row["task"], row["metric"]): row["estimate"] for row in own}
    parts = {_quadrant(name): [found.get((task, name)) for task in cast.tasks] for name in QUADRANTS}
    label = counted_axis("share of images, image against blank", own).label.replace("95 % intervals, ", "")
    return Bars(cast.label(model), cast.task_names, parts, label)


def protocol_section(published: Published, cast: Cast) -> Section:
    """As published minus corrected on the same images."""
    rows = cast.in_order(published.protocol)
    panels = [_metric_panel(rows, cast, metric, name, -1.0) for metric, name in _EFFECTS.items()]
    return Section(
        "protocol",
        "Effect of the protocol",
        protocol_sentences(rows),
        tuple(picture(panel) for panel in panels if panel),
        (
            *_metric_table(rows, "As published minus corrected, paired on the same images", "protocol_effect"),
            *_scoring_table(cast.in_order(published.scoring)),
        ),
        (
            "as_published reproduces the published procedure with wordings of our own, not its sentences: it asks "
            "the first images of each class only. Its scoring counts answered rows only and writes what is "
            "undefined as 0.",
        )
        if rows
        else (),
        ("protocol_effect", "scoring_by_protocol"),
    )


def range_point(row: Row | None) -> Point | None:
    """A range over wordings with its interval, and the range by chance as mark; null for no row."""
    return None if row is None else Point(row["range"], row["range_low"], row["range_high"], row["range_by_chance"])


def _low(metric: str) -> float:
    return -1.0 if metric == "order_bias" else 0.0


def _quadrant(metric: str) -> str:
    first, second = metric.split("_")
    return f"{first}, {second}"


def _metric_panel(rows: Sequence[Row], cast: Cast, metric: str, name: str, low: float) -> Dots | None:
    own = [row for row in rows if row["metric"] == metric and row["estimate"] is not None]
    if not own:
        return None
    axis = counted_axis(name, own, low, 0.0 if low < 0 else None)
    series = cast.series(own, cast.drawn, lambda row: Point(row["estimate"], row["low"], row["high"]))
    return Dots(name[:1].upper() + name[1:], cast.task_names, series, axis)


def _metric_table(rows: Sequence[Row], caption: str, mart: str) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            spaced(row["metric"]),
            *((spaced(row["control"]),) if _has_controls(rows) else ()),
            _metric(row),
            p_value(row["p_value"]),
            count(row["n"]),
        )
        for row in rows
    ]
    shown = ("control",) if _has_controls(rows) else ()
    headings = ("model", "task", "measure", *shown, "estimate, 95 % interval", "p", "n")
    return table(caption, headings, cells, 3 + len(shown), mart)


def _has_controls(rows: Sequence[Row]) -> bool:
    return len({row["control"] for row in rows}) > 1


def _metric(row: Row) -> str:
    signs = row["metric"] in (*_EFFECTS, "order_bias", "suffix_effect_accuracy", "suffix_effect_refusal")
    return (difference if signs else estimate)(row, "estimate", "low", "high")


def _wording_table(rows: Sequence[Row]) -> tuple[Table, ...]:
    headings = (
        "model",
        "task",
        "meaning",
        "outcome",
        "range, 95 % interval",
        "by chance",
        "worst wording",
        "its share",
    )
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            spaced(row["meaning"]),
            spaced(row["outcome"]),
            estimate(row, "range"),
            share(row["range_by_chance"]),
            row["worst_prompt"] if row["outcome"] == "accuracy" else row["best_prompt"],
            share(row["worst"] if row["outcome"] == "accuracy" else row["best"]),
            estimate(row, "under_all"),
            estimate(row, "flip_rate"),
            estimate(row, "fleiss_kappa"),
            p_value(row["p_value"]),
            count(row["n_wordings"]),
            count(row["n_images"]),
        )
        for row in rows
    ]
    more = ("under all wordings", "flips", "kappa", "p of Q", "wordings", "images")
    return table("Wordings of one meaning on the same images", (*headings, *more), cells, 4, "prompt_sensitivity")


def _prompt_table(rows: Sequence[Row]) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            row["prompt_id"],
            estimate(row, "strict_accuracy"),
            estimate(row, "coverage"),
            count(row["n_images"]),
        )
        for row in rows
    ]
    headings = ("model", "task", "wording", "strict accuracy", "answered", "images")
    caption = "Every wording by itself; Wilson 95 % intervals"
    return table(caption, headings, cells, 3, "accuracy_by_prompt")


def _scoring_table(rows: Sequence[Row]) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            spaced(row["protocol"]),
            spaced(row["scoring"]),
            estimate(row, "accuracy"),
            estimate(row, "sensitivity") if row["sensitivity"] is not None else NOTHING,
            estimate(row, "specificity") if row["specificity"] is not None else NOTHING,
            count(row["n_scored"]),
            count(row["n_images"]),
        )
        for row in rows
    ]
    headings = (
        "model",
        "task",
        "asked",
        "scored",
        "accuracy, 95 % interval",
        "sensitivity",
        "specificity",
        "scored rows",
    )
    caption = "The same responses scored both ways"
    return table(caption, (*headings, "images"), cells, 4, "scoring_by_protocol")

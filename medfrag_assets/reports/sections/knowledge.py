"""What is in features, answers and descriptions: the ladder, the gain of describing first, the embeddings."""

from collections.abc import Sequence

from medfrag_assets.reports.cast import Cast, Row
from medfrag_assets.reports.clouds import Cloud, clouds
from medfrag_assets.reports.figures import Dots, Point, Series, scatter
from medfrag_assets.reports.numbers import NOTHING, count, difference, estimate, p_value, share, spaced
from medfrag_assets.reports.page import Picture, Section, Table, table
from medfrag_assets.reports.panels import counted_axis, picture
from medfrag_assets.reports.published import Published
from medfrag_assets.reports.sentences import description_sentences, ladder_sentences

RUNGS = {
    "random_tower": "random tower",
    "tower": "vision tower",
    "projector": "projector",
    "last_image_token": "last image token",
    "option_score_tuned": "option score, tuned",
    "option_score": "option score",
    "answer": "generated answer",
}
_GIVEN = {"own": "own description", "swapped": "description of another image", "empty": "empty description"}


def ladder_section(published: Published, cast: Cast) -> Section:
    """Accuracy at every step from the vision tower to the generated answer."""
    rows = cast.in_order(published.ladder)
    return Section(
        "ladder",
        "From features to answer",
        ladder_sentences(rows),
        tuple(
            picture(ladder_panel(rows, cast, task)) for task in cast.tasks if any(row["task"] == task for row in rows)
        ),
        _ladder_table(rows),
        (
            "Probes are linear classifiers on frozen embeddings; they learn from images apart from the study's, or "
            "by cross-validation where there are none. The option score compares the log-probabilities of the two "
            "permitted answers; tuned: at a cross-validated threshold. The generated answer is strict: a refusal is "
            "not right.",
        )
        if rows
        else (),
        ("knowledge_gap",),
    )


def ladder_panel(rows: Sequence[Row], cast: Cast, task: str) -> Dots:
    """The rungs of a task, a series a model."""
    own = [row for row in rows if row["task"] == task]
    found = {(row["model"], row["rung"]): row for row in own}
    series = [
        Series(cast.label(model), [_rung(found.get((model, rung))) for rung in RUNGS], cast.models.index(model))
        for model in cast.drawn
        if any((model, rung) in found for rung in RUNGS)
    ]
    return Dots(spaced(task).capitalize(), list(RUNGS.values()), series, counted_axis("accuracy", own, line=0.5))


def description_section(published: Published, cast: Cast) -> Section:
    """Diagnoses from descriptions: gain over the closed questions, with empty and swapped descriptions beside it."""
    rows = cast.in_order(published.descriptions)
    own = [row for row in rows if row["given"] == "own" and row["gain_over_options"] is not None]
    gain = cast.series(own, cast.drawn, _gain)
    axis = counted_axis("gain in balanced accuracy", own, low=-1, line=0)
    panels = [Dots("Describing minus asking", cast.task_names, gain, axis)] if gain else []
    panels += [_given_panel(rows, cast, model) for model in cast.drawn if any(row["model"] == model for row in rows)]
    return Section(
        "descriptions",
        "Describe first, then diagnose",
        description_sentences(rows),
        tuple(picture(panel) for panel in panels),
        _description_table(rows),
        (
            "Gain: balanced accuracy of diagnoses from own descriptions minus that of the closed questions, on the "
            "same images; forced choice against forced choice (option score), and against the strict answers. The "
            "empty and swapped descriptions are controls: they stand beside the gain and are not subtracted from it.",
        )
        if rows
        else (),
        ("description_gain",),
    )


def embeddings_section(published: Published, cast: Cast) -> Section:
    """Pictures of the embeddings, as illustration: no number follows from them."""
    found = clouds(published, cast)
    words = (
        "Each point is an image, placed by t-SNE so that images with similar features of the vision tower lie "
        "together. This is an illustration: distances and clumps on it mean little, and no number follows from it. "
        "The ladder above is the measurement.",
    )
    if not found:
        words = ("There are no embeddings of the study's images on this machine, so there is nothing to draw.",)
    pictures = tuple(_cloud_picture(cast, model, mine) for model, mine in found.items())
    return Section("embeddings", "The embeddings as a picture", words, pictures)


def _rung(row: Row | None) -> Point | None:
    return None if row is None else Point(row["accuracy"], row["low"], row["high"])


def _gain(row: Row) -> Point:
    return Point(row["gain_over_options"], row["gain_over_options_low"], row["gain_over_options_high"])


def _given_panel(rows: Sequence[Row], cast: Cast, model: str) -> Dots:
    own = [row for row in rows if row["model"] == model]
    found = {(row["task"], row["given"]): row for row in own}
    series = [
        Series(name, [_balanced(found.get((task, given))) for task in cast.tasks], place)
        for place, (given, name) in enumerate(_GIVEN.items())
        if any((task, given) in found for task in cast.tasks)
    ]
    axis = counted_axis("balanced accuracy of diagnoses", own, line=0.5)
    return Dots(cast.label(model), cast.task_names, series, axis)


def _balanced(row: Row | None) -> Point | None:
    return None if row is None else Point(row["balanced_accuracy"], row["low"], row["high"])


def _cloud_picture(cast: Cast, model: str, mine: dict[str, Cloud]) -> Picture:
    drawn = {spaced(task): (cloud.points, cloud.positive) for task, cloud in mine.items()}
    shown = ", ".join(f"{spaced(task)} ({len(cloud.points)} images)" for task, cloud in mine.items())
    alt = f"{cast.label(model)}. Illustration: t-SNE of tower embeddings by class, {shown}. No number follows from it."
    return Picture(scatter(cast.label(model), drawn), alt)


def _ladder_table(rows: Sequence[Row]) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            RUNGS[row["rung"]],
            estimate(row, "accuracy", "low", "high"),
            difference(row, "gap") if row["rung"] != "answer" else NOTHING,
            p_value(row["gap_p"]),
            share(row["shuffled_accuracy"]),
            share(row["silhouette"]),
            p_value(row["silhouette_p"]),
            spaced(row["trained_on"] or NOTHING),
            count(row["n_train"]),
            count(row["n"]),
        )
        for row in rows
    ]
    headings = (
        "model",
        "task",
        "rung",
        "accuracy, 95 % interval",
        "minus answer",
        "p",
        "shuffled labels",
        "silhouette",
    )
    more = ("its p", "learnt on", "learnt from", "images")
    caption = "Accuracy at each step, and its difference from the generated answer on the same images"
    return table(caption, (*headings, *more), cells, 3, "knowledge_gap")


def _description_table(rows: Sequence[Row]) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            _GIVEN[row["given"]],
            estimate(row, "balanced_accuracy", "low", "high"),
            difference(row, "gain_over_options"),
            p_value(row["gain_over_options_p"]),
            difference(row, "gain_over_answers"),
            p_value(row["gain_over_answers_p"]),
            count(row["n"]),
        )
        for row in rows
    ]
    headings = (
        "model",
        "task",
        "what was read",
        "balanced accuracy",
        "minus option scores",
        "p",
        "minus strict answers",
    )
    caption = "Diagnoses over all description prompts and framings; 95 % intervals"
    return table(caption, (*headings, "p", "diagnoses"), cells, 3, "description_gain")

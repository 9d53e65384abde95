"""How the study was run: agreement of raters, costs, and where everything comes from."""

import datetime
import hashlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from medfrag_assets.reports.cast import Cast, Row
from medfrag_assets.reports.numbers import NOTHING, count, counted, difference, estimate, listed, p_value, spaced
from medfrag_assets.reports.page import Section, Table, table
from medfrag_assets.reports.published import Published
from medfrag_assets.reports.sentences import agreement_sentence, costs_sentence
from medfrag_assets.study.digest import digest

_PACKAGES = (
    "medfrag",
    "torch",
    "transformers",
    "scikit-learn",
    "scipy",
    "statsmodels",
    "numpy",
    "polars",
    "duckdb",
    "dbt-core",
    "dagster",
    "pillow",
    "matplotlib",
)


def agreement_section(published: Published) -> Section:
    """How far the rules, the gold set and the judges read responses alike."""
    rows = published.agreement
    return Section(
        "agreement",
        "Agreement of raters",
        (agreement_sentence(rows),),
        (),
        table(
            "Pairs of raters; kappa with 95 % interval",
            ("first", "second", "scope", "kappa", "read alike", "responses"),
            [
                (
                    spaced(row["first"]),
                    spaced(row["second"]),
                    spaced(row["scope"]),
                    estimate(row, "kappa", "low", "high"),
                    count(row["agreed"]),
                    count(row["n"]),
                )
                for row in rows
            ],
            3,
            "agreement",
        ),
        (
            "Labels come from written rules; a gold set of responses and, where the study names one, an LLM judge "
            "check them.",
        )
        if rows
        else (),
        ("agreement",),
    )


def costs_section(published: Published, cast: Cast) -> Section:
    """Generations, tokens, time and memory by model and task."""
    rows = cast.in_order(published.costs)
    headings = (
        "model",
        "task",
        "stage, device",
        "generations",
        "prompt tokens",
        "of them shared",
        "written",
        "seconds",
    )
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            f"{row['stage']}, {row['device']}",
            count(row["generations"]),
            count(row["tokens_read"]),
            count(row["tokens_shared"]),
            count(row["tokens_written"]),
            f"{row['seconds']:,.1f}",
            f"{row['peak_memory_gb']:.1f}",
        )
        for row in rows
    ]
    caption = "What the generations of this study cost, whichever study paid for them"
    tables = table(caption, (*headings, "peak GB"), cells, 3, "run_costs")
    return Section("costs", "Costs", (costs_sentence(rows),), (), tables, (), ("run_costs",))


def provenance_section(published: Published) -> Section:
    """Revisions, digests, seeds, versions, and the history of checkpoints."""
    study = published.study
    words = (
        f"Study {study.study}, seed {study.seed}: {counted(len(study.models), 'model')}, "
        f"{counted(len(study.tasks), 'task')}, {study.images_per_class} images per class and up to "
        f"{study.probe_per_class} more for probes; protocols {listed(list(study.protocols))}.",
        "The same seeds, checkpoints and code give the same numbers: every digest below is of what was really read.",
    )
    tables = (
        *_checkpoint_table(published.checkpoints),
        *_sample_table(published.images),
        *_history_table(published.history),
        _facts_table(published),
    )
    return Section("provenance", "Where it comes from", words, (), tables, (), ("checkpoint_history",))


def versions() -> dict[str, str]:
    """Versions of the packages that matter, of those that are installed."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _checkpoint_table(checkpoints: Sequence[Row]) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            row["revision"],
            row["family"],
            "toy" if row["toy"] else "no toy",
            count(row["parameters"]),
            row["digest"],
            row["processor_digest"],
            row["vision_tower_digest"],
            row["first_seen"],
        )
        for row in checkpoints
    ]
    headings = ("model", "revision", "family", "toy", "weights", "digest", "processor", "vision tower", "first seen")
    return table("Checkpoints", headings, cells, None, "checkpoints")


def _sample_table(images: Sequence[Row]) -> tuple[Table, ...]:
    by_task: dict[str, list[Row]] = {}
    for row in images:
        by_task.setdefault(row["task"], []).append(row)
    cells = [
        (
            spaced(task),
            count(sum(row["label"] == "positive" for row in rows)),
            count(sum(row["label"] == "negative" for row in rows)),
            count(len({row["group_id"] for row in rows})),
            hashlib.sha256("\n".join(sorted(row["pixels_digest"] for row in rows)).encode()).hexdigest(),
        )
        for task, rows in by_task.items()
    ]
    headings = ("task", "positive images", "negative images", "groups (patients, lesions)", "digest of all pixels")
    return table("Samples", headings, cells, None, "images")


def _history_table(history: Sequence[Row]) -> tuple[Table, ...]:
    cells = [
        (
            row["model"],
            spaced(row["task"]),
            row["predecessor"],
            row["checkpoint"],
            difference(row, "strict_accuracy_change"),
            p_value(row["strict_accuracy_change_p_adjusted"]),
            count(row["change_n_images"]),
        )
        for row in history
    ]
    headings = ("model", "task", "earlier", "later", "change of strict accuracy", "p corrected", "images")
    return table("Revisions against the one before, on the same images", headings, cells, 4, "checkpoint_history")


def _facts_table(published: Published) -> Table:
    database = published.paths.database
    changed = datetime.datetime.fromtimestamp(database.stat().st_mtime, datetime.UTC)
    facts = [("digest of the study", digest(published.study)), ("published", f"{changed:%Y-%m-%d %H:%M} UTC")]
    diagnostician = published.study.diagnostician
    facts.append(("diagnostician", diagnostician.alias if diagnostician else NOTHING))
    facts.append(("judges", listed(list(published.study.judges)) or NOTHING))
    facts += [(f"version of {name}", number) for name, number in versions().items()]
    note = "Versions are those of the machine that made this page."
    return Table("Study and software", ("what", "value"), facts, None, note)

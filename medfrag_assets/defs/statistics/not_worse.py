"""The verdict on checkpoints: an asset check of `comparisons`, and a word to a webhook when one has become worse."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

import dagster as dg
import polars as pl

from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.comparing import judged_comparisons
from medfrag_assets.lake.registry import known_checkpoints
from medfrag_assets.lake.schemas import COMPARISONS
from medfrag_assets.lake.told import Telling, tell_once
from medfrag_assets.reports.numbers import count, counted, interval, p_value, signed, spaced
from medfrag_assets.reports.webhook import host_of, message, post
from medfrag_assets.reports.worse import worse_pairs
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study

NOT_WORSE_CHECK = "not_worse"
WEBHOOK = "MEDFRAG_WEBHOOK"
# Of many rows the page of the asset shows the first; all of them are in `comparisons`.
_SHOWN = 200
_ORDER = pl.Enum(["worse", "undecided", "missing", "not_worse"])
# What matters first: a table on the page of a check is as wide as its contents.
_COLUMNS = ("verdict", "task", "outcome", "difference (95 % interval)", "p corrected", "images", "checkpoint", "than")


def comparison_checks(study: Study) -> list[dg.AssetChecksDefinition]:
    """The check `not_worse` of `comparisons`."""

    # A step of its own: it can be run by itself from the web UI, and only tables that were written are judged.
    @dg.asset_check(
        asset=asset_key(study, COMPARISONS.name),
        name=NOT_WORSE_CHECK,
        blocking=False,
        description="Fails when a current checkpoint is worse than the one before it, or a medical one than its base: "
        "strict accuracy lower, or refusal rate higher, with the whole 95 % interval beyond "
        f"{study.non_inferiority_margin:g} (non_inferiority_margin in the study file) and a corrected p of at most "
        ".05. Nothing waits for it.",
    )
    def not_worse(context: dg.AssetCheckExecutionContext, lake: Lake) -> dg.AssetCheckResult:
        paths = lake.paths(study)
        checkpoints = known_checkpoints(paths.lake)
        rows = judged_comparisons(study, paths, checkpoints)
        worse = rows.filter(verdict="worse")
        words, failure = notified(study, paths, worse)
        if failure:
            context.log.warning(words)
        return dg.AssetCheckResult(
            passed=worse.filter("current").is_empty(),
            severity=dg.AssetCheckSeverity.ERROR,
            description=_summary(rows.filter("current")),
            metadata={
                "margin": study.non_inferiority_margin,
                "notification": words,
                **_shown(rows, _alone(checkpoints, rows)),
            },
        )

    return [not_worse]


def _shown(rows: pl.DataFrame, alone: Sequence[str]) -> dict[str, dg.MetadataValue]:
    """What the page of the check shows of all that was judged."""
    current, superseded = rows.filter("current"), rows.filter(~pl.col("current"))
    return {
        "worse": _table(current.filter(verdict="worse")),
        "all comparisons": _table(current),
        "worse, superseded since": _table(superseded.filter(verdict="worse")),
        "without comparison": _listed(alone),
    }


def notified(study: Study, paths: StudyPaths, worse: pl.DataFrame) -> tuple[str, bool]:
    """Tells the webhook of each checkpoint and what it is worse than, once. What came of it, and whether it failed.

    worse: rows of `judged`, superseded checkpoints included: one that was followed by another before it was evaluated
    would otherwise be missed.
    """
    url = os.environ.get(WEBHOOK)
    if not url:
        return f"none is set up ({WEBHOOK})", False
    news = dict(worse_pairs(worse))

    def tell(one: str) -> str | None:
        return post(url, message(study.study, study.non_inferiority_margin, news[one]))

    try:
        telling = tell_once(paths.notified, news, tell)
    except OSError as error:
        return f"what {host_of(url)} was told cannot be remembered ({error.strerror}): {paths.notified}", True
    return _in_words(host_of(url), telling), telling.reason is not None


def _in_words(host: str, telling: Telling) -> str:
    told = f"told {host} of {', '.join(telling.told)}" if telling.told else ""
    if telling.reason is None:
        return told or "nothing new to tell"
    failed = f"{host} was not told of {', '.join(telling.untold)}: {telling.reason}; the next publication tries again"
    return "; ".join(part for part in (told, failed) if part)


def _summary(current: pl.DataFrame) -> str:
    """One line: who is worse, and how many comparisons left it open."""
    of = dict(current["verdict"].value_counts().iter_rows())
    names = current.filter(verdict="worse")["checkpoint"].unique().sort().to_list()
    said = f"Worse: {', '.join(names)}" if names else "No current checkpoint is worse"
    return (
        f"{said}. Of {counted(current.height, 'comparison')}, {of.get('worse', 0)} worse, "
        f"{of.get('not_worse', 0)} not worse, {of.get('undecided', 0)} undecided, "
        f"{of.get('missing', 0)} missing."
    )


def _alone(checkpoints: pl.DataFrame, rows: pl.DataFrame) -> list[str]:
    """Current checkpoints that were compared with nothing: a base's first revision, or one not evaluated yet."""
    return sorted(set(checkpoints.filter("current")["checkpoint"]) - set(rows["checkpoint"]))


def _listed(names: Sequence[str]) -> dg.MarkdownMetadataValue:
    return dg.MetadataValue.md("\n".join(f"- {name}" for name in names) or "none")


def _table(rows: pl.DataFrame) -> dg.MetadataValue:
    """The rows as a table, worse ones first."""
    if rows.is_empty():
        return dg.MetadataValue.md("none")
    shown = rows.sort(pl.col("verdict").cast(_ORDER), maintain_order=True).head(_SHOWN)
    records = [dg.TableRecord(dict(zip(_COLUMNS, _said(row), strict=True))) for row in shown.iter_rows(named=True)]
    return dg.MetadataValue.table(records, dg.TableSchema([dg.TableColumn(name) for name in _COLUMNS]))


def _said(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The cells of a row, in the order of `_COLUMNS`."""
    difference = f"{signed(row['difference'])} {interval(row['low'], row['high'])}".strip()
    return (
        spaced(row["verdict"]),
        row["task"],
        spaced(row["outcome"]),
        "0.00 (the same on every image)" if row["difference"] == 0 and row["low"] is None else difference,
        p_value(row["p_adjusted"]),
        count(row["n_images"]),
        row["checkpoint"],
        row["compared_with"],
    )

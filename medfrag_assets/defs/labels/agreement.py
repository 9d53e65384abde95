"""Agreement: how the rules that label every response read the gold set, and how judges read the same responses."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import dagster as dg
import polars as pl

from medfrag_assets.defs.automation.conditions import publishes
from medfrag_assets.defs.checks import AGREEMENT_CHECK, Outcome, agreement_check_spec, table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.ratings import Ratings, agreed_from, ask_about_gold, gold_ratings, judge_ratings, judged_gold
from medfrag_assets.lake.schemas import RATER_AGREEMENT
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.agreement import confusion_picture, worth_reading
from medfrag_assets.scoring.gold import read_gold, scored_gold
from medfrag_assets.scoring.judge_budget import shared_budget
from medfrag_assets.scoring.judge_client import JudgeClient
from medfrag_assets.statistics.agreement import OVERALL, agreement
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import available_checkpoints

_ENOUGH = 0.8


def agreement_assets(study: Study) -> list[dg.AssetsDefinition]:
    """The asset `rater_agreement`."""
    key = asset_key(study, "rater_agreement")

    @dg.multi_asset(
        name=f"{study.study}_rater_agreement",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("answers", "judgements")],
                group_name="labels",
                kinds={"polars", "parquet"},
                skippable=True,
                automation_condition=publishes(study),
                description="Cohen's kappa of the rules with the reported half of the gold set, of each judge with "
                "that half and with the rules, overall and per label. A judge labels that half once.",
            )
        ],
        can_subset=True,
        check_specs=[table_check_spec(key, RATER_AGREEMENT), agreement_check_spec(key, _ENOUGH)],
    )
    def rater_agreement(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        checkpoints = available_checkpoints(study).found
        gold = read_gold()
        lacking = _ask_judges(study, paths, gold)
        for alias, reason in lacking.items():
            context.log.warning(f"The judge {alias} and the gold set: {reason}")
        judged = [
            pair
            for alias, judge in study.judges.items()
            if (pair := judged_gold(paths.ledger, alias, judge, gold)) is not None
        ]
        compared = [gold_ratings(scored_gold(gold)), *judged, *judge_ratings(study, paths, checkpoints.values())]
        frame = pl.concat([agreement(one.first, one.second, one.rows) for one in compared])
        pictures = {
            f"{one.first} and {one.second}": dg.MetadataValue.md(confusion_picture(one.first, one.second, one.rows))
            for one in compared
        }
        path = table_file(paths.lake, RATER_AGREEMENT)
        made_from = agreed_from(study, paths, checkpoints)
        metadata: dict[str, Any] = {**pictures, **{f"{alias}: gold set": reason for alias, reason in lacking.items()}}
        write = TableWrite(RATER_AGREEMENT, frame, path, made_from, metadata, [_outcome(frame, compared)])
        yield from emit(context, study, None, write)

    return [rater_agreement]


def _ask_judges(study: Study, paths: StudyPaths, gold: pl.DataFrame) -> dict[str, str]:
    """Has each judge label the gold set. Returns why labels are lacking: agreement is made without them."""
    lacking: dict[str, str] = {}
    for alias, judge in study.judges.items():
        with closing(JudgeClient(judge, shared_budget(judge))) as client:
            reason = ask_about_gold(paths.ledger, judge, gold, client)
        if reason is not None:
            lacking[alias] = reason
    return lacking


def _outcome(frame: pl.DataFrame, compared: list[Ratings]) -> Outcome:
    overall = frame.filter(pl.col("scope") == OVERALL)
    kappas: dict[str, dg.MetadataValue] = {
        f"kappa of {first} and {second}": dg.MetadataValue.float(kappa)
        for first, second, kappa in overall.select("first", "second", "kappa").iter_rows()
        if kappa is not None
    }
    reading = {
        f"disagreements of {one.first} and {one.second}": dg.MetadataValue.md(worth_reading(one.rows))
        for one in compared
    }
    enough = bool((overall["kappa"].fill_null(0) >= _ENOUGH).all())
    return Outcome(AGREEMENT_CHECK, enough, {**kappas, **reading}, blocking=False)

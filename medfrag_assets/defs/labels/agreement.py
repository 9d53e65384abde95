"""Agreement: how the rules that label every response read the gold set."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from medfrag_assets.defs.checks import AGREEMENT_CHECK, Outcome, agreement_check_spec, table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.fingerprints import agreement_fingerprint
from medfrag_assets.lake.schemas import RATER_AGREEMENT
from medfrag_assets.lake.store import table_file
from medfrag_assets.reports.agreement import confusion_picture, worth_reading
from medfrag_assets.scoring.gold import HALVES, read_gold
from medfrag_assets.statistics.agreement import OVERALL, agreement
from medfrag_assets.study.spec import Study

_ENOUGH = 0.8


def agreement_assets(study: Study) -> list[dg.AssetsDefinition]:
    """The asset `rater_agreement`."""
    key = asset_key(study, "rater_agreement")

    @dg.multi_asset(
        name=f"{study.study}_rater_agreement",
        specs=[
            dg.AssetSpec(
                key,
                group_name="labels",
                kinds={"polars", "parquet"},
                skippable=True,
                description="Cohen's kappa of the rules with both halves of the gold set, overall and per label.",
            )
        ],
        can_subset=True,
        check_specs=[table_check_spec(key, RATER_AGREEMENT), agreement_check_spec(key, _ENOUGH)],
    )
    def rater_agreement(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        pairs = {f"gold_{half}": _ratings(half) for half in HALVES}
        frame = pl.concat([agreement("rules", second, ratings) for second, ratings in pairs.items()])
        pictures = {
            f"rules and {second}": dg.MetadataValue.md(confusion_picture("rules", second, ratings))
            for second, ratings in pairs.items()
        }
        path = table_file(lake.paths(study).lake, RATER_AGREEMENT)
        write = TableWrite(RATER_AGREEMENT, frame, path, agreement_fingerprint(), pictures, [_outcome(frame, pairs)])
        yield from emit(context, study, None, write)

    return [rater_agreement]


def _ratings(half: str) -> pl.DataFrame:
    return (
        read_gold()
        .filter(pl.col("half") == half)
        .select(
            "id",
            "response",
            first_verdict="verdict",
            first_label="label",
            second_verdict="gold_verdict",
            second_label="gold_label",
        )
    )


def _outcome(frame: pl.DataFrame, pairs: dict[str, pl.DataFrame]) -> Outcome:
    overall = frame.filter(pl.col("scope") == OVERALL)
    kappas: dict[str, dg.MetadataValue] = {
        f"kappa with {second}": dg.MetadataValue.float(kappa)
        for second, kappa in overall.select("second", "kappa").iter_rows()
        if kappa is not None
    }
    reading = {f"disagreements with {name}": dg.MetadataValue.md(worth_reading(one)) for name, one in pairs.items()}
    enough = bool((overall["kappa"].fill_null(0) >= _ENOUGH).all())
    return Outcome(AGREEMENT_CHECK, enough, {**kappas, **reading}, blocking=False)

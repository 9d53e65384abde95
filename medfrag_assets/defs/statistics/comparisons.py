"""Comparisons between cells, and what the study's claims come to."""

from collections.abc import Iterator

import dagster as dg

from medfrag_assets.defs.automation.conditions import publishes
from medfrag_assets.defs.checks import table_check_spec
from medfrag_assets.defs.emit import Event, TableWrite, asset_key, emit
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.comparing import cell_states, compared_answers, estimates
from medfrag_assets.lake.fingerprints import comparisons_fingerprint
from medfrag_assets.lake.registry import known_checkpoints
from medfrag_assets.lake.schemas import CLAIM_VERDICTS, COMPARISONS
from medfrag_assets.lake.store import read_table, table_file
from medfrag_assets.reports.cell_pictures import claims_table
from medfrag_assets.statistics.claims import claim_verdicts
from medfrag_assets.statistics.comparisons import comparisons
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study

_GROUP = "statistics"
_KINDS = {"scipy", "parquet"}


def comparison_assets(study: Study) -> list[dg.AssetsDefinition]:
    """The assets `comparisons` and `claim_verdicts`."""
    return [_comparisons(study), _claim_verdicts(study)]


def compared_from(study: Study, paths: StudyPaths) -> str:
    """The fingerprint of comparisons and claims, as the lake is now."""
    register = known_checkpoints(paths.lake)
    seen = register.select("checkpoint", "first_seen", "current").rows()
    return comparisons_fingerprint(study, seen, cell_states(study, paths, register))


def _comparisons(study: Study) -> dg.AssetsDefinition:
    key = asset_key(study, COMPARISONS.name)

    @dg.multi_asset(
        name=f"{study.study}_comparisons",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in ("checkpoints", "answers", "images")],
                group_name=_GROUP,
                kinds=_KINDS,
                skippable=True,
                automation_condition=publishes(study),
                description="Medical against base, a revision against the one before, each task against the easiest, "
                "all on the same images: difference, interval and a p corrected for their number.",
            )
        ],
        can_subset=True,
        check_specs=[table_check_spec(key, COMPARISONS)],
    )
    def compared(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        register = known_checkpoints(paths.lake)
        found = compared_answers(study, paths, register)
        frame = comparisons(study, register, found.answers, found.images)
        left_out = dg.MetadataValue.md("\n".join(f"- {cell}" for cell in found.left_out) or "none")
        path = table_file(paths.lake, COMPARISONS)
        write = TableWrite(COMPARISONS, frame, path, compared_from(study, paths), {"cells left out": left_out})
        yield from emit(context, study, None, write)

    return compared


def _claim_verdicts(study: Study) -> dg.AssetsDefinition:
    key = asset_key(study, CLAIM_VERDICTS.name)
    upstream = ("statistics", "wording_effects", "description_effects", "probes", "comparisons")

    @dg.multi_asset(
        name=f"{study.study}_claim_verdicts",
        specs=[
            dg.AssetSpec(
                key,
                deps=[asset_key(study, name) for name in upstream],
                group_name=_GROUP,
                kinds=_KINDS,
                skippable=True,
                automation_condition=publishes(study),
                description="The five claims of the published study: what is estimated, with interval and n, and "
                "whether the written rule finds it supported, contradicted or undecided.",
            )
        ],
        can_subset=True,
        check_specs=[table_check_spec(key, CLAIM_VERDICTS)],
    )
    def verdicts(context: dg.AssetExecutionContext, lake: Lake) -> Iterator[Event]:
        paths = lake.paths(study)
        found = estimates(study, paths, known_checkpoints(paths.lake))
        frame = claim_verdicts(study, **found, comparisons=read_table(paths.lake, COMPARISONS))
        path = table_file(paths.lake, CLAIM_VERDICTS)
        metadata = {"claims": dg.MetadataValue.md(claims_table(frame))}
        write = TableWrite(CLAIM_VERDICTS, frame, path, compared_from(study, paths), metadata)
        yield from emit(context, study, None, write)

    return verdicts

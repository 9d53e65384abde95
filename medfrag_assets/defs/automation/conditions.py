"""When assets are made without anybody asking. One condition for the tables of a cell, one for a finished checkpoint,
one for all that is published; GPU tables have none. docs/automation.md says the same in words.
"""

import json
from collections.abc import Sequence
from typing import Any

import dagster as dg
from dagster import AutomationCondition
from dagster._core.asset_graph_view.timing_metadata import TimingMetadata

from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import DRIVER_TAG
from medfrag_assets.defs.partitions import cell_keys
from medfrag_assets.lake.missing import DATASETS, GENERATED
from medfrag_assets.study.spec import Study

Condition = AutomationCondition[Any]

EVALUATED = "evaluated"
PUBLISHED_TABLES = ("rater_agreement", "comparisons", "claim_verdicts")
PUBLISHED_GROUPS = ("staging", "marts", "reports")
_WHOLE = ""


class CheckpointInProgress(AutomationCondition[dg.AssetKey]):
    """True of every cell of a checkpoint while a run still fills one of these tables for any of its cells.

    Without it, each cell of a run over all tasks would be followed up by itself as soon as it is there.
    """

    def __init__(self, tables: Sequence[dg.AssetKey]) -> None:
        self._operands = [AutomationCondition.asset_matches(key, AutomationCondition.in_progress()) for key in tables]

    @property
    def name(self) -> str:
        """Its name in the web UI."""
        return "checkpoint_in_progress"

    @property
    def description(self) -> str:
        """What the web UI says about it."""
        return "A run still fills a GPU table of the same checkpoint, on whichever task"

    @property
    def children(self) -> Sequence[Condition]:
        """One for each table."""
        return self._operands

    async def evaluate(  # type: ignore[override]  # Dagster awaits what is a coroutine.
        self, context: dg.AutomationContext[dg.AssetKey]
    ) -> dg.AutomationResult[dg.AssetKey]:
        """The candidates whose checkpoint has a cell in progress."""
        every_cell = context.asset_graph_view.get_full_subset(key=context.key)
        results = [
            await context.for_child_condition(operand, [place], every_cell).evaluate_async()
            for place, operand in enumerate(self._operands)
        ]
        busy = {cell.checkpoint for found in results for cell in cell_keys(list(_keys(found.true_subset)))}
        candidates = _keys(context.candidate_subset) if busy else set()
        cells = {key for key in candidates if cell_keys([key])[0].checkpoint in busy}
        waiting = _among(context.candidate_subset, cells)
        return dg.AutomationResult(context, waiting, child_results=results)


class UnderWay(AutomationCondition[dg.AssetKey]):
    """True of what is in progress, and of what was at the evaluation before.

    A table may be written while an evaluation goes on. It is not in progress any more then, but that it was written is
    only seen by the next one: without the pause it would be asked for once more.
    """

    def __init__(self) -> None:
        self._operand: Condition = AutomationCondition.in_progress()

    @property
    def name(self) -> str:
        """Its name in the web UI."""
        return "under_way"

    @property
    def description(self) -> str:
        """What the web UI says about it."""
        return "In progress, or in progress at the evaluation before this one"

    @property
    def children(self) -> Sequence[Condition]:
        """Dagster's own `in_progress`."""
        return [self._operand]

    async def evaluate(  # type: ignore[override]  # Dagster awaits what is a coroutine.
        self, context: dg.AutomationContext[dg.AssetKey]
    ) -> dg.AutomationResult[dg.AssetKey]:
        """The candidates that are in progress or were; those in progress are remembered."""
        everything = context.asset_graph_view.get_full_subset(key=context.key)
        result = await context.for_child_condition(self._operand, [0], everything).evaluate_async()
        now = _keys(result.true_subset)
        under_way = now | set(json.loads(context.cursor or "[]"))
        found = _among(context.candidate_subset, under_way) if under_way else context.get_empty_subset()
        return dg.AutomationResult(context, found, cursor=json.dumps(sorted(now)), child_results=[result])


class AnyOf(AutomationCondition[dg.AssetKey]):
    """Several conditions joined with or, with the times at which they became true; without one, now.

    Dagster's own `|` forgets these times. Of what triggers and what resets a condition between two evaluations, the
    reset then always wins, even when it came first.
    """

    def __init__(self, operands: Sequence[Condition]) -> None:
        self._operands = operands

    @property
    def name(self) -> str:
        """Its name in the web UI."""
        return "any_of"

    @property
    def operator_type(self) -> Any:
        """How the web UI draws it."""
        return "or"

    @property
    def children(self) -> Sequence[Condition]:
        """What is joined."""
        return self._operands

    async def evaluate(  # type: ignore[override]  # Dagster awaits what is a coroutine.
        self, context: dg.AutomationContext[dg.AssetKey]
    ) -> dg.AutomationResult[dg.AssetKey]:
        """All candidates for which one of the operands is true."""
        results = [
            await context.for_child_condition(operand, [place], context.candidate_subset).evaluate_async()
            for place, operand in enumerate(self._operands)
        ]
        found = context.get_empty_subset()
        times: dict[float, Any] = {}
        for result in results:
            found = found.compute_union(result.true_subset)
            timed = result.timing_metadata.timestamps if result.timing_metadata else None
            for time, subset in (timed or {context.evaluation_time.timestamp(): result.true_subset}).items():
                times[time] = times[time].compute_union(subset) if time in times else subset
        return dg.AutomationResult(
            context, found, child_results=results, timing_metadata=TimingMetadata(timestamps=times)
        )


def _keys(subset: Any) -> set[str]:
    """Partition keys of a subset; of an asset without partitions, one name for the whole of it."""
    if not subset.is_partitioned:
        return set() if subset.is_empty else {_WHOLE}
    return set(subset.expensively_compute_partition_keys())


def _among(candidates: Any, keys: set[str]) -> Any:
    """Those candidates that are among these partition keys."""
    return candidates.compute_intersection_with_partition_keys(keys) if candidates.is_partitioned else candidates


def follows(study: Study) -> Condition:
    """Of a cheap table of a cell: it follows what it is made from, once the checkpoint's GPU tables are done.

    Asked for when a table of the cell that it is made from has been written since it was last asked for or written,
    and when all of these are there, none of them is being made, and no run fills GPU tables of the same checkpoint.
    New images or wordings alone ask for nothing: they make generations stale, which only a person, a sensor or the
    schedule makes anew. Whether a table passed its checks needs no asking: one that did not is never written.
    """
    # Not Dagster's `any_deps_updated`: that leaves out what was written by a run that was to make this table too. In a
    # run over several cells, what lies below GPU tables is skipped, and would never be asked for again.
    updated = AutomationCondition.any_deps_match(
        AutomationCondition.newly_updated() | AutomationCondition.will_be_requested()
    ).ignore(_tables(study, (*DATASETS, "checkpoints")))
    busy = CheckpointInProgress([asset_key(study, name) for name in GENERATED])
    condition: Condition = (
        updated.with_label("upstream_of_the_cell_written").since_last_handled()
        & ~AutomationCondition.any_deps_missing()
        & ~AutomationCondition.any_deps_in_progress()
        & ~UnderWay()
        & ~busy
    ).with_label("follows_its_cell")
    return condition


def finished() -> Condition:
    """Of `evaluated`: a table of the checkpoint was written, all are there on all tasks, and nothing moves any more."""
    condition: Condition = (
        AutomationCondition.any_deps_updated().since_last_handled()
        & ~AutomationCondition.any_deps_missing()
        & ~AutomationCondition.any_deps_match(UnderWay()).with_label("any_deps_under_way")
        & ~AutomationCondition.any_deps_match(AutomationCondition.newly_updated()).with_label("written_just_now")
        & ~AutomationCondition.in_progress()
    ).with_label("checkpoint_finished")
    return condition


def publishes(study: Study) -> Condition:
    """Of all that is published: a checkpoint was finished, or something published above it was made anew.

    The trigger is `evaluated` and not the cells, so that publishing happens once per finished checkpoint, and so that
    checkpoints that are registered but not evaluated stop nothing. That it was written does not take back the trigger,
    unless the command wrote it: a checkpoint that is finished while another is being published is published after it.
    """
    published = _published(study)
    one_finished = AutomationCondition.asset_matches(asset_key(study, EVALUATED), AutomationCondition.newly_updated())
    again = AutomationCondition.any_deps_updated().allow(published).with_label("published_above_it_made_anew")
    by_command = AutomationCondition.newly_updated() & AutomationCondition.executed_with_tags(tag_keys={DRIVER_TAG})
    handled = AnyOf([AutomationCondition.newly_requested(), AutomationCondition.initial_evaluation(), by_command])
    moving = AutomationCondition.any_deps_match(AutomationCondition.in_progress()).allow(published)
    condition: Condition = (
        AnyOf([one_finished.with_label("a_checkpoint_finished"), again]).since(handled)
        & ~moving.with_label("published_above_it_in_progress")
        & ~AutomationCondition.in_progress()
    ).with_label("published_once_per_checkpoint")
    return condition


def _published(study: Study) -> dg.AssetSelection:
    below = dg.AssetSelection.groups(*PUBLISHED_GROUPS) & dg.AssetSelection.key_prefixes(study.study)
    return below | _tables(study, PUBLISHED_TABLES)


def _tables(study: Study, names: Sequence[str]) -> dg.AssetSelection:
    return dg.AssetSelection.assets(*(asset_key(study, name) for name in names))

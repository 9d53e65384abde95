"""Runs a study from the command line, through Dagster: only what is missing or stale, one stage after the other."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any, NamedTuple

import dagster as dg
from dagster_shared.error import SerializableErrorInfo

from medfrag_assets.defs import progress
from medfrag_assets.defs.automation.conditions import EVALUATED
from medfrag_assets.defs.cells import open_cell
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import DRIVER_TAG, sweep_dead_runs
from medfrag_assets.defs.interrupts import Interrupts
from medfrag_assets.defs.partitions import CellKey, partition_key, study_partitions
from medfrag_assets.defs.placement import placement_tags
from medfrag_assets.defs.ranges import rectangles
from medfrag_assets.defs.reports import published_from
from medfrag_assets.lake import fingerprints
from medfrag_assets.lake.cells import missing_requests, planned
from medfrag_assets.lake.grid import grid, incomplete_cells
from medfrag_assets.lake.ratings import agreed_from, gold_owed
from medfrag_assets.lake.schemas import DIAGNOSES, STATISTICS, TABLES
from medfrag_assets.lake.store import fingerprint_of, table_file
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError, MissingCheckpointError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Available, Checkpoint, available_checkpoints, study_diagnostician

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
_IMAGES = ("images", "probe_images", "quarantine")
_INFERENCE = ("responses", "option_scores", "descriptions", "embeddings", "errors", "costs")
_ON_GPU = ("inference", "diagnosis")
_OWN_ERRORS = ("MedfragError", "CheckpointError", "StudyError", "UnusableImageError")
_INTERRUPTED = "DagsterExecutionInterruptedError"
_LONGEST_REASON = 300
_PUBLISHED = ("comparisons", "claim_verdicts", "grid", "database", "report")


class Selection(NamedTuple):
    """Which models and tasks to run."""

    models: tuple[str, ...]
    tasks: tuple[str, ...]


class _Stage(NamedTuple):
    """A stage by model and task: its tables, and what each cell's fingerprint should be.

    `apart` are the fingerprints of tables that are made from something else than the stage's others.
    """

    name: str
    tables: tuple[str, ...]
    fingerprint: Callable[[Checkpoint, str], str]
    apart: Mapping[str, Callable[[Checkpoint, str], str]] = {}

    def expected(self, table: str, checkpoint: Checkpoint, task: str) -> str:
        """The fingerprint that a table of the stage should have."""
        return self.apart.get(table, self.fingerprint)(checkpoint, task)


class Driver:
    """Drives one study on one instance. Whoever makes it holds the study's lock."""

    def __init__(
        self, study: Study, paths: StudyPaths, instance: dg.DagsterInstance, definitions: dg.Definitions
    ) -> None:
        self._study = study
        self._paths = paths
        self._instance = instance
        self._job = definitions.resolve_implicit_global_asset_job_def()
        self._partitions = study_partitions(study)

    def run(self, selection: Selection) -> None:
        """Materializes what is missing or stale of the selection, then publishes.

        Raises `MedfragError`, and `KeyboardInterrupt` when a person stopped it; what was finished before stays.
        """
        sweep_dead_runs(self._instance, self._study.study)
        available = self._selected_checkpoints(selection)
        cells = [CellKey(available.found[alias].key, task) for alias in selection.models for task in selection.tasks]
        with Interrupts() as self._interrupts:
            self._make_datasets(available, selection.tasks)
            for stage in self._stages():
                self._make_stage(stage, cells, available.found)
            self.compare_raters(available.found)
            self._publish(available.found)

    def _selected_checkpoints(self, selection: Selection) -> Available:
        available = available_checkpoints(self._study)
        reasons = [reason for alias, reason in available.missing.items() if alias in selection.models]
        if reasons:
            raise MissingCheckpointError("\n".join(reasons))
        return available

    def _make_datasets(self, available: Available, tasks: Sequence[str]) -> None:
        # First of all, because it finds out in no time when a folder of images is missing or empty.
        stale = {
            "images": [task for task in tasks if not self._images_are_fresh(task)],
            "prompts": [task for task in tasks if not self._prompts_are_fresh(task)],
        }
        registered = digest([checkpoint.key for checkpoint in available.found.values()])
        known = self._is_fresh("checkpoints", registered)
        progress.expect("datasets", len(stale["images"]) + (0 if known else 1))
        if not known:
            self._execute(["checkpoints"], {})
        for tables, missing in ((list(_IMAGES), stale["images"]), (["prompts"], stale["prompts"])):
            for first, last in rectangles([("", task) for task in missing], [""], list(self._study.tasks)):
                self._execute(tables, {}, (first[1], last[1]))

    def _images_are_fresh(self, task: str) -> bool:
        sampled = fingerprints.images_fingerprint(self._study, task)
        behind = fingerprints.probe_images_fingerprint(self._study, task)
        expected = {"images": sampled, "probe_images": behind, "quarantine": behind}
        return all(self._is_fresh(name, expected[name], task=task) for name in _IMAGES)

    def _prompts_are_fresh(self, task: str) -> bool:
        return self._is_fresh("prompts", fingerprints.prompts_fingerprint(self._study, task), task=task)

    def _stages(self) -> list[_Stage]:
        study = self._study
        reader = study_diagnostician(study)
        return [
            _Stage(
                "inference",
                _INFERENCE,
                lambda c, task: fingerprints.inference_fingerprint(study, task, c),
                {"embeddings": lambda c, task: fingerprints.embeddings_fingerprint(study, task, c)},
            ),
            _Stage("labels", ("answers",), lambda c, task: fingerprints.answers_fingerprint(study, task, c)),
            _Stage("judge", ("judgements",), lambda c, task: fingerprints.judgements_fingerprint(study, task, c)),
            _Stage(
                "diagnosis", ("diagnoses",), lambda c, task: fingerprints.diagnoses_fingerprint(study, task, c, reader)
            ),
            _Stage("probes", ("probes",), lambda c, task: fingerprints.probes_fingerprint(study, task, c)),
            _Stage(
                "statistics",
                ("statistics", "wording_effects"),
                lambda c, task: fingerprints.statistics_fingerprint(study, task, c),
            ),
            _Stage("statistics", ("description_effects",), self._description_effects_fingerprint),
        ]

    def _description_effects_fingerprint(self, checkpoint: Checkpoint, task: str) -> str:
        """As the diagnoses are now: an earlier stage has just made them, and may have left errors among them."""
        diagnosed = fingerprint_of(table_file(self._paths.lake, DIAGNOSES, checkpoint.key, task))
        return fingerprints.description_effects_fingerprint(self._study, task, checkpoint, diagnosed)

    def _make_stage(self, stage: _Stage, cells: Sequence[CellKey], checkpoints: dict[str, Checkpoint]) -> None:
        stale = {cell: self._stale_tables(stage, cell, checkpoints[cell.alias]) for cell in cells}
        todo = [cell for cell, tables in stale.items() if tables]
        progress.expect(stage.name, self._amount(stage, todo, checkpoints))
        registered = list(self._partitions.models.get_partition_keys(dynamic_partitions_store=self._instance))
        # A model is loaded once a run: inference runs are those of one model; cheap stages take all models together.
        for group in _by_model(todo) if stage.name == "inference" else [todo]:
            # What is fresh is not written again: automation would take it for news, and follow it up once more.
            for tables in dict.fromkeys(stale[cell] for cell in group):
                alike = [cell for cell in group if stale[cell] == tables]
                for first, last in rectangles(alike, registered, list(self._study.tasks)):
                    self._execute_cells(stage, tables, CellKey(*first), CellKey(*last), registered)

    def _stale_tables(self, stage: _Stage, cell: CellKey, checkpoint: Checkpoint) -> tuple[str, ...]:
        expected = {table: stage.expected(table, checkpoint, cell.task) for table in stage.tables}
        return tuple(
            table for table in stage.tables if not self._is_fresh(table, expected[table], cell.checkpoint, cell.task)
        )

    def _execute_cells(
        self, stage: _Stage, tables: Sequence[str], start: CellKey, end: CellKey, registered: Sequence[str]
    ) -> None:
        between = registered[registered.index(start.checkpoint) : registered.index(end.checkpoint) + 1]
        aliases = list(dict.fromkeys(CellKey(key, "").alias for key in between))
        tags = placement_tags(self._study, aliases) if stage.name in _ON_GPU else {}
        self._execute(tables, tags, (str(partition_key(start)), str(partition_key(end))))

    def _amount(self, stage: _Stage, stale: Sequence[CellKey], checkpoints: dict[str, Checkpoint]) -> int:
        """How much a stage has to do: generations for inference, cells for the others."""
        if stage.name != "inference":
            return len(stale)
        cells = [open_cell(self._study, self._paths, checkpoints[key.alias], key.task) for key in stale]
        return sum(len(missing_requests(cell, planned(cell))) for cell in cells)

    def compare_raters(self, checkpoints: dict[str, Checkpoint]) -> None:
        """Compares the raters where something is new. A judge that owes labels of the gold set is asked at each run."""
        owed = gold_owed(self._study, self._paths)
        fresh = self._is_fresh("rater_agreement", agreed_from(self._study, self._paths, checkpoints))
        if not fresh or any(owed.values()):
            self._execute(["rater_agreement"], {})

    def _publish(self, checkpoints: dict[str, Checkpoint]) -> None:
        lacking = incomplete_cells(grid(self._study, self._paths, checkpoints))
        expected = published_from(self._study, self._paths, checkpoints, lacking)
        if self._paths.database.is_file() and self._is_fresh("grid", expected) and self._is_materialized("report"):
            return
        progress.expect("publish", 3)
        config = {"ops": {f"{self._study.study}_grid": {"config": {"partial": bool(lacking)}}}}
        models = [key for key in self._job.asset_layer.executable_asset_keys if self._is_dbt(key)]
        self._mark_evaluated(checkpoints)
        self._execute(_PUBLISHED, {}, config=config, more=models)

    def _mark_evaluated(self, checkpoints: dict[str, Checkpoint]) -> None:
        """Tells Dagster which checkpoints have their statistics, so that automation publishes none of them again."""
        registered = list(self._partitions.models.get_partition_keys(dynamic_partitions_store=self._instance))
        lake = self._paths.lake
        evaluated = [
            (checkpoint.key, "")
            for checkpoint in checkpoints.values()
            if all(table_file(lake, STATISTICS, checkpoint.key, task).is_file() for task in self._study.tasks)
        ]
        for first, last in rectangles(evaluated, registered, [""]):
            self._execute([EVALUATED], {}, (first[0], last[0]))

    def _is_dbt(self, key: dg.AssetKey) -> bool:
        node = self._job.asset_layer.get(key)
        return key.path[0] == self._study.study and node.group_name in ("staging", "marts")

    def _is_fresh(self, table: str, fingerprint: str, checkpoint: str | None = None, task: str | None = None) -> bool:
        """Whether the table's file was made from this, and Dagster knows of it."""
        path = table_file(self._paths.lake, TABLES[table], checkpoint, task)
        if fingerprint_of(path) != fingerprint:
            return False
        partition = str(partition_key(CellKey(checkpoint, task))) if checkpoint and task else task
        return self._is_materialized(table, partition)

    def _is_materialized(self, name: str, partition: str | None = None) -> bool:
        wanted = dg.AssetRecordsFilter(
            asset_key=asset_key(self._study, name), asset_partitions=[partition] if partition else None
        )
        return bool(self._instance.fetch_materializations(wanted, limit=1).records)

    def _execute(
        self,
        names: Sequence[str],
        tags: dict[str, str],
        partition_range: tuple[str, str] | None = None,
        config: dict[str, Any] | None = None,
        more: Sequence[dg.AssetKey] = (),
    ) -> None:
        all_tags = {"medfrag/study": self._study.study, DRIVER_TAG: "command", **tags}
        if partition_range:
            all_tags["dagster/asset_partition_range_start"] = partition_range[0]
            all_tags["dagster/asset_partition_range_end"] = partition_range[1]
        # What steps print, dbt's log above all, would run through the progress bars; Dagster keeps its own log.
        with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
            result = self._job.execute_in_process(
                instance=self._instance,
                asset_selection=[*(asset_key(self._study, name) for name in names), *more],
                tags=all_tags,
                run_config=_QUIET | (config or {}),
                raise_on_error=False,
            )
        self._interrupts.stop_if_asked()
        if not result.success:
            raise MedfragError(_reason(result))


def _by_model(cells: Sequence[CellKey]) -> list[list[CellKey]]:
    models = dict.fromkeys(cell.checkpoint for cell in cells)
    return [[cell for cell in cells if cell.checkpoint == model] for model in models]


def _reason(result: dg.ExecuteInProcessResult) -> str:
    """Why the run failed: our own words where a failed step has some, else those of the root cause.

    Raises `KeyboardInterrupt` if a person stopped it.
    """
    errors = [event.step_failure_data.error for event in result.all_events if event.is_step_failure]
    messages = [message for error in errors if error is not None for message in _messages(error)]
    if any(_INTERRUPTED in message for message in messages):
        raise KeyboardInterrupt
    if not messages:
        return f"Run {result.run_id} failed. More about it: make ui"
    for message in messages:
        kind, _, words = message.partition(": ")
        if kind.endswith(_OWN_ERRORS):
            return words
    return f"{_shortened(messages[-1])}\nMore about it: make ui, run {result.run_id}"


def _messages(error: SerializableErrorInfo) -> list[str]:
    """Messages of an error and of what caused it, the root cause last."""
    causes = _messages(error.cause) if error.cause is not None else []
    return [error.message.strip(), *causes]


def _shortened(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST_REASON else line[:_LONGEST_REASON] + " …"

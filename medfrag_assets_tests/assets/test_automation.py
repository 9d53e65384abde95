"""Automation: what the conditions call for, what the sensors and the schedule ask for, and what they leave alone."""

import json
import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from dagster._core.events import DagsterEvent, DagsterEventType, StepMaterializationData

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.automation.conditions import EVALUATED, PUBLISHED_GROUPS, PUBLISHED_TABLES
from medfrag_assets.defs.automation.folder import Memory
from medfrag_assets.defs.automation.following import coarse, reported_at_once
from medfrag_assets.defs.automation.requests import RANGE_END, RANGE_START
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import DRIVER_TAG, one_driver
from medfrag_assets.defs.partitions import CellKey, partition_key
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake import fingerprints
from medfrag_assets.lake.missing import DATASETS, FOLLOWING, GENERATED, missing_datasets, missing_tables
from medfrag_assets.lake.schemas import STATISTICS, TABLES
from medfrag_assets.lake.store import table_file, write_table
from medfrag_assets.study.paths import PROJECT, StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint, find_checkpoint, study_diagnostician
from medfrag_assets.vlm.loading import Loaded, load_vision_language_model
from medfrag_assets.vlm.watched import CARD
from medfrag_assets_tests.assets.test_graph import SNAPSHOTS, UPDATE
from medfrag_assets_tests.assets.test_stages import Bench, failure
from medfrag_assets_tests.fixtures.studies import small_study
from medfrag_assets_tests.fixtures.tables import frame_of

CARD_TEXT = "family: gemma3\npair: gemma\nrole: medical\ntoy: true\n"
CHEAP = ("answers", "judgements", "statistics", "wording_effects", "description_effects", "probes")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return small_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def definitions(study: Study) -> dg.Definitions:
    return build_defs([study])


class Watching:
    """A study on an ephemeral instance whose runs are told, not run, and what automation makes of them."""

    def __init__(self, study: Study, definitions: dg.Definitions) -> None:
        self.study = study
        self.instance = dg.DagsterInstance.ephemeral()
        self._definitions = definitions
        self._cursor: Any = None
        self.written(DATASETS, list(study.tasks))

    def add(self, *checkpoints: str) -> None:
        """Registers checkpoints as partitions."""
        self.instance.add_dynamic_partitions(f"{self.study.study}_models", list(checkpoints))

    def written(self, names: Iterable[str], partitions: Sequence[str | None]) -> None:
        """A run wrote these tables."""
        for name in names:
            for partition in partitions:
                event = dg.AssetMaterialization(asset_key(self.study, name), partition=partition)
                self.instance.report_runless_asset_event(event)

    def cells(self, checkpoint: str, tasks: Iterable[str] | None = None) -> list[str | None]:
        """Partitions of a checkpoint's cells."""
        return [str(partition_key(CellKey(checkpoint, task))) for task in tasks or self.study.tasks]

    def started(self, names: Iterable[str], partitions: Sequence[str | None]) -> dg.DagsterRun:
        """A run over these cells that goes on until it is ended."""
        return self.instance.create_run_for_job(
            job_def=self._definitions.resolve_implicit_global_asset_job_def(),
            asset_selection=frozenset(asset_key(self.study, name) for name in names),
            tags={RANGE_START: str(partitions[0]), RANGE_END: str(partitions[-1])},
            status=dg.DagsterRunStatus.STARTED,
        )

    def tick(self) -> dict[str, set[str | None]]:
        """What one evaluation asks for: partitions by table."""
        result = dg.evaluate_automation_conditions(self._definitions, self.instance, cursor=self._cursor)
        self._cursor = result.cursor
        keys = self._definitions.resolve_asset_graph().get_all_asset_keys()
        asked = {key.path[-1]: result.get_requested_partitions(key) for key in keys}
        return {name: set(partitions) for name, partitions in asked.items() if partitions}

    def until_quiet(self) -> list[dict[str, set[str | None]]]:
        """What evaluations ask for, each time made at once, until two in a row ask for nothing."""
        asked: list[dict[str, set[str | None]]] = []
        quiet = 0
        while quiet < 2:
            found = self.tick()
            quiet = 0 if found else quiet + 1
            asked += [found] if found else []
            self.executed(found)
        return asked

    def executed(self, asked: Mapping[str, set[str | None]], tags: Mapping[str, str] | None = None) -> None:
        """One run wrote what was asked for."""
        run = self.instance.create_run_for_job(
            job_def=self._definitions.resolve_implicit_global_asset_job_def(),
            asset_selection=frozenset(asset_key(self.study, name) for name in asked),
            tags=dict(tags or {}),
            status=dg.DagsterRunStatus.SUCCESS,
        )
        for name, partitions in asked.items():
            for partition in partitions:
                written = dg.AssetMaterialization(asset_key(self.study, name), partition=partition)
                event = DagsterEvent(
                    DagsterEventType.ASSET_MATERIALIZATION.value,
                    run.job_name,
                    event_specific_data=StepMaterializationData(written),
                )
                self.instance.report_dagster_event(event, run.run_id)


@pytest.fixture
def watching(study: Study, definitions: dg.Definitions) -> Watching:
    made = Watching(study, definitions)
    made.tick()
    return made


def published(definitions: dg.Definitions) -> set[str]:
    graph = definitions.resolve_asset_graph()
    groups = {key.path[-1] for key in graph.get_all_asset_keys() if graph.get(key).group_name in PUBLISHED_GROUPS}
    return groups | set(PUBLISHED_TABLES)


def test_a_checkpoint_is_followed_up_cell_by_cell_and_published_once(
    watching: Watching, definitions: dg.Definitions
) -> None:
    watching.add("new@1")
    cells = watching.cells("new@1")
    watching.written(GENERATED, cells)
    following, finished, publishing = watching.until_quiet()
    assert following == {name: set(cells) for name in CHEAP}
    assert finished == {EVALUATED: {"new@1"}}
    assert publishing == {name: {None} for name in published(definitions)}


def test_ten_evaluations_with_nothing_new_ask_for_nothing(watching: Watching) -> None:
    watching.add("new@1")
    watching.written(GENERATED, watching.cells("new@1"))
    watching.until_quiet()
    assert [watching.tick() for _ in range(10)] == [{}] * 10


def test_one_new_cell_asks_for_exactly_what_lies_below_it(watching: Watching, definitions: dg.Definitions) -> None:
    watching.add("one@1", "two@1")
    for checkpoint in ("one@1", "two@1"):
        watching.written(GENERATED, watching.cells(checkpoint))
    watching.until_quiet()
    cell = watching.cells("one@1", ["skin_cancer"])
    watching.written(["embeddings"], cell)
    following, finished, publishing = watching.until_quiet()
    assert following == {"probes": set(cell)}
    assert finished == {EVALUATED: {"one@1"}}
    assert set(publishing) == published(definitions)


def test_a_checkpoint_is_followed_up_once_its_run_over_all_tasks_has_ended(watching: Watching) -> None:
    watching.add("new@1", "other@1")
    first, second = cells = watching.cells("new@1")
    run = watching.started(GENERATED, cells)
    watching.written(GENERATED, [first])
    watching.written(GENERATED, watching.cells("other@1"))
    assert watching.tick() == {name: set(watching.cells("other@1")) for name in CHEAP}
    watching.written(GENERATED, [second])
    watching.instance.report_run_failed(run)
    assert watching.tick() == {name: set(cells) for name in CHEAP}


def test_a_run_that_dies_leaves_the_cells_that_were_done_to_be_followed_up(watching: Watching) -> None:
    watching.add("new@1")
    first, _ = cells = watching.cells("new@1")
    run = watching.started(GENERATED, cells)
    watching.written(GENERATED, [first])
    assert watching.tick() == {}
    watching.instance.report_run_failed(run)
    assert watching.until_quiet() == [{name: {first} for name in CHEAP}]


def test_what_has_just_ended_is_given_one_evaluation_to_be_seen(watching: Watching) -> None:
    watching.add("new@1")
    cells = watching.cells("new@1")
    watching.written(
        [*GENERATED, "answers", "judgements", "statistics", "wording_effects", "description_effects"], cells
    )
    run = watching.started(["probes"], cells)
    assert "probes" not in watching.tick()
    watching.instance.report_run_failed(run)
    assert "probes" not in watching.tick()
    assert watching.tick()["probes"] == set(cells)


def test_a_checkpoint_that_is_finished_while_another_is_published_is_published_after_it(watching: Watching) -> None:
    watching.add("one@1", "two@1")
    watching.written([EVALUATED], ["one@1"])
    asked = set(watching.tick())
    assert "database" in asked
    watching.written([EVALUATED], ["two@1"])
    watching.executed({name: {None} for name in asked})
    assert set(watching.tick()) == asked
    watching.executed({name: {None} for name in asked})
    assert watching.until_quiet() == []


def test_what_the_command_has_published_is_not_published_again(watching: Watching, definitions: dg.Definitions) -> None:
    watching.add("one@1")
    command = {DRIVER_TAG: "command"}
    cells = set(watching.cells("one@1"))
    for names in (
        GENERATED,
        ["answers", "judgements"],
        [name for name in CHEAP if name not in ("answers", "judgements")],
    ):
        watching.executed({name: cells for name in names}, command)
    watching.executed({EVALUATED: {"one@1"}}, command)
    watching.executed({name: {None} for name in published(definitions)}, command)
    assert watching.until_quiet() == []


def test_a_checkpoint_that_lacks_a_cell_is_followed_up_but_not_published(watching: Watching) -> None:
    watching.add("half@1")
    cell = watching.cells("half@1", ["brain_tumor"])
    watching.written(GENERATED, cell)
    assert watching.until_quiet() == [{name: set(cell) for name in CHEAP}]


def test_registered_checkpoints_that_are_not_evaluated_stop_nothing(watching: Watching) -> None:
    watching.add("waits@1", "new@1", "waits@2")
    watching.written(GENERATED, watching.cells("new@1"))
    assert [set(asked) & {EVALUATED, "database"} for asked in watching.until_quiet()] == [
        set(),
        {EVALUATED},
        {"database"},
    ]


def test_checkpoints_that_finish_together_are_published_together(watching: Watching) -> None:
    watching.add("one@1", "two@1")
    watching.written(GENERATED, [*watching.cells("one@1"), *watching.cells("two@1")])
    assert [asked.get("database", asked.get(EVALUATED)) for asked in watching.until_quiet()] == [
        None,
        {"one@1", "two@1"},
        {None},
    ]


def test_a_partition_that_comes_while_others_are_followed_up_loses_nothing(watching: Watching) -> None:
    watching.add("new@1")
    watching.written(GENERATED, watching.cells("new@1"))
    watching.add("next@1")
    assert len(watching.until_quiet()) == 3


def test_what_was_there_before_the_first_evaluation_is_left_alone(study: Study, definitions: dg.Definitions) -> None:
    before = Watching(study, definitions)
    before.add("old@1")
    before.written(GENERATED, before.cells("old@1"))
    assert before.until_quiet() == []


def test_new_images_or_wordings_alone_ask_for_nothing(watching: Watching) -> None:
    watching.add("new@1")
    watching.written(GENERATED, watching.cells("new@1"))
    watching.until_quiet()
    watching.written(DATASETS, list(watching.study.tasks))
    assert watching.until_quiet() == []


def test_a_comparison_made_anew_is_published(watching: Watching) -> None:
    watching.written(["comparisons"], [None])
    (asked,) = watching.until_quiet()
    assert {"claim_verdicts", "pair_comparisons", "database", "report"} <= set(asked)
    assert not set(asked) & {"grid", "rater_agreement", "comparisons"}


def test_nothing_that_needs_a_gpu_has_a_condition(study: Study, definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for name in (*GENERATED, *DATASETS, "checkpoints"):
        assert graph.get(asset_key(study, name)).automation_condition is None


def test_the_conditions_are_those_that_were_reviewed_and_that_the_page_explains(
    study: Study, definitions: dg.Definitions
) -> None:
    graph = definitions.resolve_asset_graph()
    conditions = {key.path[-1]: graph.get(key).automation_condition for key in graph.get_all_asset_keys()}
    trees = {one.get_label(): tree(one.get_snapshot()) for one in conditions.values() if one}
    path = SNAPSHOTS / "automation.json"
    if UPDATE:
        path.write_text(json.dumps(trees, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert trees == json.loads(path.read_text(encoding="utf-8"))
    page = (PROJECT / "docs" / "automation.md").read_text(encoding="utf-8")
    explained = {
        label: set(names.split(", ")) for label, names in re.findall(r"^\*\*(\w+)\*\* \(([^)]*)\)", page, re.M)
    }
    assert set(explained) == set(trees)
    for label, names in explained.items():
        of_label = {name for name, one in conditions.items() if one and one.get_label() == label}
        spelled_out = {name for name in names if name in conditions}
        assert spelled_out == of_label if label != "published_once_per_checkpoint" else spelled_out < of_label


def tree(snapshot: Any) -> Any:
    """A condition as names: its label or name, with what it is made of below it."""
    node, below = snapshot.node_snapshot, [tree(child) for child in snapshot.children]
    name = node.label or node.name
    return {name: below} if below else name


def test_everything_loads(definitions: dg.Definitions) -> None:
    dg.Definitions.validate_loadable(definitions)


# Coarse runs.


def test_cells_of_one_checkpoint_are_one_run_and_publishing_is_partial(study: Study) -> None:
    tables = [asset_key(study, name) for name in CHEAP]
    cells = [CellKey(checkpoint, task) for checkpoint in ("one@1", "two@1") for task in study.tasks]
    asked = [dg.RunRequest(partition_key=str(partition_key(cell)), asset_selection=tables) for cell in cells]
    grid = dg.RunRequest(asset_selection=[asset_key(study, "grid"), asset_key(study, "database")])
    publishing, one, two = coarse(study, [*asked, grid])
    assert publishing.run_config == {"ops": {"small_grid": {"config": {"partial": True}}}}
    assert one.partition_key is None
    assert one.tags == {
        "medfrag/model": "one",
        "dagster/asset_partition_range_start": "one@1|brain_tumor",
        "dagster/asset_partition_range_end": "one@1|skin_cancer",
    }
    assert two.tags["dagster/asset_partition_range_start"] == "two@1|brain_tumor"
    assert set(two.asset_selection or ()) == set(tables)


def test_that_a_checkpoint_is_evaluated_is_reported_without_a_run(study: Study, tmp_path: Path) -> None:
    paths = StudyPaths(tmp_path, study.study)
    asked = dg.RunRequest(partition_key="one@1", asset_selection=[asset_key(study, EVALUATED)])
    other = dg.RunRequest(asset_selection=[asset_key(study, "grid")])
    assert reported_at_once(study, paths, [asked, other]) == ([asked, other], [])
    accuracy = {"metric": "strict_accuracy", "protocol": "corrected", "control": "image", "prompt_id": None}
    for task in study.tasks:
        frame = frame_of(STATISTICS, [accuracy | {"estimate": 0.8125, "low": 0.7, "high": 0.9, "n_images": 100}])
        write_table(table_file(paths.lake, STATISTICS, "one@1", task), frame, "made")
    runs, (event,) = reported_at_once(study, paths, [asked, other])
    assert runs == [other]
    assert (event.asset_key, event.partition) == (asset_key(study, EVALUATED), "one@1")
    shown = event.metadata["strict accuracy"]
    assert isinstance(shown, dg.TableMetadataValue)
    first = {"task": "brain_tumor", "estimate": 0.812, "low": 0.7, "high": 0.9, "images": 100}
    assert shown.records[0].data == first


def test_cells_that_need_other_tables_are_another_run(study: Study) -> None:
    first, last = (str(partition_key(CellKey("one@1", task))) for task in study.tasks)
    asked = [
        dg.RunRequest(partition_key=first, asset_selection=[asset_key(study, "probes")]),
        dg.RunRequest(partition_key=last, asset_selection=[asset_key(study, "answers")]),
    ]
    assert [request.tags["dagster/asset_partition_range_start"] for request in coarse(study, asked)] == [first, last]


# The folder sensor.


class Folder:
    """A watched folder, and the sensor that looks at it on an ephemeral instance."""

    def __init__(self, study: Study, root: Path, instance: dg.DagsterInstance | None = None) -> None:
        self.study = study
        self.paths = StudyPaths(root, study.study)
        self.instance = instance or dg.DagsterInstance.ephemeral()
        lake = Lake(root=str(root))
        self._repository = build_defs([study], {"lake": lake}).get_repository_def()
        self._lake = lake
        self.cursor: str | None = None
        self.paths.checkpoints.mkdir(parents=True)

    def drop(self, name: str, card: str | None = CARD_TEXT, change: int | None = None) -> Path:
        """Puts a copy of a tiny checkpoint there, one byte of its weights changed."""
        folder = self.paths.checkpoints / name
        shutil.copytree(PROJECT / "data" / "embedded" / "tiny-medgemma", folder)
        if card is not None:
            (folder / CARD).write_text(card, encoding="utf-8")
        if change is not None:
            alter(folder, change)
        return folder

    def have_datasets(self) -> None:
        """The lake holds images and wordings of all tasks, as far as fingerprints can tell."""
        for task in self.study.tasks:
            drawn = fingerprints.probe_images_fingerprint(self.study, task)
            made_from = {
                "images": fingerprints.images_fingerprint(self.study, task),
                "prompts": fingerprints.prompts_fingerprint(self.study, task),
            }
            for name in DATASETS:
                self._write(name, made_from.get(name, drawn), None, task)

    def have(self, checkpoint: Checkpoint, names: Sequence[str], tasks: Iterable[str]) -> None:
        """The lake holds these tables of a checkpoint."""
        for task in tasks:
            for name in names:
                lacking = missing_tables(self.study, self.paths, [checkpoint], [name], study_diagnostician(self.study))
                assert lacking
                self._write(name, expected(self.study, self.paths, checkpoint, task, name), checkpoint.key, task)

    def _write(self, name: str, made_from: str, checkpoint: str | None, task: str) -> None:
        table = TABLES[name]
        write_table(table_file(self.paths.lake, table, checkpoint, task), frame_of(table, []), made_from)

    def tick(self, cursor: str | None = None) -> Any:
        """One evaluation, whose new partitions are added and whose cursor is kept."""
        context = dg.build_sensor_context(
            instance=self.instance,
            cursor=cursor or self.cursor,
            repository_def=self._repository,
            resources={"lake": self._lake},
        )
        found = self._repository.get_sensor_def(f"{self.study.study}_folder").evaluate_tick(context)
        for request in found.dynamic_partitions_requests or ():
            self.instance.add_dynamic_partitions(request.partitions_def_name, list(request.partition_keys))
        self.cursor = found.cursor
        return found

    def two_ticks(self) -> Any:
        """A folder is found at the second look."""
        first = self.tick()
        assert not first.run_requests
        return self.tick()

    def schedule(self) -> Any:
        """One evaluation of the nightly schedule."""
        with dg.build_schedule_context(
            instance=self.instance,
            repository_def=self._repository,
            resources={"lake": self._lake},
            scheduled_execution_time=datetime(2026, 11, 24, 2, tzinfo=UTC),
        ) as context:
            return self._repository.get_schedule_def(f"{self.study.study}_nightly").evaluate_tick(context)


def alter(folder: Path, value: int) -> None:
    weights = folder / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] = value
    weights.write_bytes(bytes(content))


def expected(study: Study, paths: StudyPaths, checkpoint: Checkpoint, task: str, name: str) -> str:
    from medfrag_assets.lake.missing import _expected

    return _expected(study, paths, checkpoint, task, study_diagnostician(study))[name]


@pytest.fixture
def folder(study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("MEDFRAG_DATA", str(tmp_path))
    made = Folder(study, tmp_path)
    made.have_datasets()
    return made


def words_of(found: Any) -> list[str]:
    return [event.metadata["watched folder"].value for event in found.asset_events]


def names_of(request: dg.RunRequest) -> set[str]:
    return {key.path[-1] for key in request.asset_selection or ()}


def test_a_new_checkpoint_gets_its_partition_and_one_run_over_all_tasks(folder: Folder) -> None:
    folder.drop("my-model", change=1)
    (request,) = folder.two_ticks().run_requests
    (key,) = folder.instance.get_dynamic_partitions("small_models")
    assert key.startswith("my-model@")
    assert names_of(request) == {"checkpoints", *GENERATED}
    assert request.tags["dagster/asset_partition_range_start"] == f"{key}|brain_tumor"
    assert request.tags["dagster/asset_partition_range_end"] == f"{key}|skin_cancer"
    assert request.tags["medfrag/family"] == "gemma3"
    assert not folder.tick().run_requests


def test_two_ticks_at_once_and_a_lost_cursor_ask_under_the_same_run_key(folder: Folder) -> None:
    folder.drop("my-model", change=1)
    before = folder.tick().cursor
    (one,) = folder.tick(before).run_requests
    (other,) = folder.tick(before).run_requests
    folder.cursor = None
    (again,) = folder.two_ticks().run_requests
    assert one.run_key == other.run_key == again.run_key


def test_a_clock_that_goes_back_changes_nothing(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    made = folder.drop("my-model", change=1)
    folder.two_ticks()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert not folder.tick().run_requests
    alter(made, 2)
    for file in made.iterdir():
        os.utime(file, (1, 1))
    (request,) = folder.two_ticks().run_requests
    assert request.run_key.startswith("my-model@")
    assert len(folder.instance.get_dynamic_partitions("small_models")) == 2


def test_a_replaced_folder_is_a_checkpoint_of_its_own(folder: Folder) -> None:
    made = folder.drop("my-model", change=1)
    (first,) = folder.two_ticks().run_requests
    alter(made, 2)
    (second,) = folder.two_ticks().run_requests
    assert first.run_key != second.run_key
    assert len(folder.instance.get_dynamic_partitions("small_models")) == 2


def test_what_the_lake_has_already_is_not_asked_for(folder: Folder) -> None:
    made = folder.drop("my-model", change=1)
    folder.tick()
    card = folder.study.models["tiny-medgemma"].model_copy(update={"checkpoint": str(made)})
    known = folder.study.model_copy(update={"models": folder.study.models | {"my-model": card}})
    watched = Folder.__new__(Folder)
    watched.__dict__ |= folder.__dict__ | {"study": known}
    watched.have(find_checkpoint("my-model", card), GENERATED, ["brain_tumor"])
    (request,) = folder.tick().run_requests
    assert request.tags["dagster/asset_partition_range_start"].endswith("|skin_cancer")
    assert request.tags["dagster/asset_partition_range_end"].endswith("|skin_cancer")


def test_the_same_weights_under_another_name_are_named_and_not_evaluated(folder: Folder) -> None:
    folder.drop("one", change=1)
    folder.drop("other", change=1)
    found = folder.two_ticks()
    assert len(found.run_requests) == 1
    assert "holds the same weights and processor as one@" in words_of(found)[0]
    folder.drop("third", change=1)
    later = folder.two_ticks()
    assert not later.run_requests
    assert "holds the same weights" in words_of(later)[0]
    assert len(folder.instance.get_dynamic_partitions("small_models")) == 1


def test_what_cannot_be_used_is_reported_once_here_and_on_the_asset(folder: Folder) -> None:
    made = folder.drop("my-model", card=None)
    found = folder.two_ticks()
    assert not found.run_requests
    (event,) = found.asset_events
    assert event.asset_key == asset_key(folder.study, "checkpoints")
    assert "family: gemma3" in words_of(found)[0]
    assert not folder.tick().asset_events
    (made / CARD).write_text(CARD_TEXT, encoding="utf-8")
    assert len(folder.two_ticks().run_requests) == 1


def test_a_folder_with_odd_characters_is_evaluated_under_its_cards_name(folder: Folder) -> None:
    folder.drop("my model|ü%2f", CARD_TEXT + "model: my-model\n", change=1)
    (request,) = folder.two_ticks().run_requests
    assert request.tags["medfrag/model"] == "my-model"
    folder.drop("odd|name", change=2)
    assert "cannot be a model's name" in words_of(folder.two_ticks())[0]


def test_a_folder_that_goes_away_keeps_its_partition(folder: Folder) -> None:
    made = folder.drop("my-model", change=1)
    folder.two_ticks()
    shutil.rmtree(made)
    gone = folder.tick()
    assert not gone.run_requests
    assert not gone.asset_events
    assert len(folder.instance.get_dynamic_partitions("small_models")) == 1


def test_images_are_asked_for_first_and_the_checkpoint_waits(study: Study, tmp_path: Path) -> None:
    fresh = Folder(study, tmp_path)
    fresh.drop("my-model", change=1)
    (request,) = fresh.two_ticks().run_requests
    assert names_of(request) == set(DATASETS)
    assert Memory.read(fresh.cursor).waiting[0].startswith("my-model@")
    (still,) = fresh.tick().run_requests
    assert still.run_key == request.run_key
    fresh.have_datasets()
    (evaluation,) = fresh.tick().run_requests
    assert names_of(evaluation) == {"checkpoints", *GENERATED}
    assert not Memory.read(fresh.cursor).waiting


def test_a_tick_over_many_folders_opens_only_so_many(folder: Folder) -> None:
    for place in range(500):
        made = folder.paths.checkpoints / f"model-{place}"
        made.mkdir()
        for file in (PROJECT / "data" / "embedded" / "tiny-medgemma").iterdir():
            if file.suffix == ".safetensors":
                (made / file.name).write_bytes(file.read_bytes()[:-2] + place.to_bytes(2, "big"))
            else:
                os.link(file, made / file.name)
        (made / CARD).write_text(CARD_TEXT, encoding="utf-8")
    took: list[float] = []
    asked: list[str | None] = []
    last: list[str | None] = []
    while len(took) < 3 or last:
        started = time.monotonic()
        last = [request.run_key for request in folder.tick().run_requests or ()]
        took.append(time.monotonic() - started)
        asked += last
    assert len(asked) == len(set(asked)) == 500
    assert len(folder.instance.get_dynamic_partitions("small_models")) == 500
    print(f"500 folders: {len(took)} ticks, longest {max(took):.2f} s, one with nothing new {took[-1]:.2f} s")


@pytest.mark.parametrize("cursor", ["", "{", "[]", '{"seen": {"a": 1}}', '{"seen": []}', '{"waiting": 3}'])
def test_a_cursor_of_another_make_is_forgotten(cursor: str) -> None:
    assert Memory.read(cursor) == Memory()


# The nightly schedule.


@pytest.fixture
def persistent(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    """Schedules get no ephemeral instance."""
    (tmp_path / "home").mkdir()
    with dg.DagsterInstance.local_temp(str(tmp_path / "home")) as instance:
        yield instance


def test_the_schedule_asks_for_what_is_missing_and_nothing_else(folder: Folder, persistent: dg.DagsterInstance) -> None:
    folder.instance = persistent
    reader = study_diagnostician(folder.study)
    found = [find_checkpoint(alias, model) for alias, model in folder.study.models.items()]
    assert [names_of(request) for request in folder.schedule().run_requests] == [{"checkpoints", *GENERATED}] * 2
    first, second = found
    folder.have(first, GENERATED, folder.study.tasks)
    folder.have(second, GENERATED, ["brain_tumor"])
    folder.have(second, FOLLOWING, ["brain_tumor"])
    generated, following = folder.schedule().run_requests
    assert generated.tags["dagster/asset_partition_range_start"] == f"{second.key}|skin_cancer"
    assert names_of(following) == {"checkpoints", *FOLLOWING}
    assert following.tags["dagster/asset_partition_range_start"] == f"{first.key}|brain_tumor"
    assert following.tags["dagster/asset_partition_range_end"] == f"{first.key}|skin_cancer"
    folder.have(first, FOLLOWING, folder.study.tasks)
    folder.have(second, (*GENERATED, *FOLLOWING), ["skin_cancer"])
    assert missing_tables(folder.study, folder.paths, found, (*GENERATED, *FOLLOWING), reader) == []
    assert folder.schedule().skip_message == "Nothing is missing."


def test_the_schedule_leaves_a_checkpoint_alone_that_a_run_still_works_on(
    folder: Folder, persistent: dg.DagsterInstance
) -> None:
    folder.instance = persistent
    first, second = folder.schedule().run_requests
    job = build_defs([folder.study]).resolve_implicit_global_asset_job_def()
    last_nights = persistent.create_run_for_job(
        job,
        asset_selection=frozenset([asset_key(folder.study, "responses")]),
        tags={name: first.tags[name] for name in (RANGE_START, RANGE_END)},
        status=dg.DagsterRunStatus.STARTED,
    )
    (tonights,) = folder.schedule().run_requests
    assert tonights.run_key == second.run_key
    persistent.report_run_failed(last_nights)
    assert len(folder.schedule().run_requests) == 2


def test_the_schedule_leaves_a_model_alone_that_was_deleted_from_the_study_file(
    folder: Folder, persistent: dg.DagsterInstance
) -> None:
    kept, deleted = folder.study.models
    smaller = folder.study.model_copy(update={"models": {kept: folder.study.models[kept]}, "contrasts": None})
    other = Folder(smaller, folder.paths.root / "other", persistent)
    other.have_datasets()
    other.instance.add_dynamic_partitions("small_models", [find_checkpoint(deleted, folder.study.models[deleted]).key])
    (request,) = other.schedule().run_requests
    assert request.tags["medfrag/model"] == kept


def test_a_task_without_images_is_drawn_first(study: Study, tmp_path: Path) -> None:
    fresh = Folder(study, tmp_path)
    (request,) = fresh.schedule().run_requests
    assert names_of(request) == set(DATASETS)
    assert missing_datasets(study, fresh.paths)[0].tasks == tuple(study.tasks)


# While `medfrag study run` works.


def test_following_waits_while_a_study_is_run_from_the_command_line(folder: Folder) -> None:
    sensor = folder._repository.get_sensor_def("small_follow")

    def skipped() -> str | None:
        context = dg.build_sensor_context(instance=folder.instance, repository_def=folder._repository, cursor="kept")
        context._cursor = None
        return sensor.evaluate_tick(context).skip_message

    with one_driver(folder.paths):
        assert skipped() == "`medfrag study run` is at work."
    assert skipped() == "Sensor function returned an empty result"


def test_who_asks_and_how_often(definitions: dg.Definitions) -> None:
    repository = definitions.get_repository_def()
    found = {
        **{one.name: [one.default_status.value, one.minimum_interval_seconds] for one in repository.sensor_defs},
        **{one.name: [one.default_status.value, one.cron_schedule] for one in repository.schedule_defs},
    }
    assert found == {
        "small_folder": ["RUNNING", 15],
        "small_follow": ["RUNNING", 5],
        "small_nightly": ["STOPPED", "0 2 * * *"],
    }


# A folder that is replaced while it is being evaluated.


def test_a_run_whose_folder_is_replaced_fails_by_name_and_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDFRAG_DATA", str(tmp_path / "data"))
    place = tmp_path / "my-model"
    shutil.copytree(PROJECT / "data" / "embedded" / "tiny-medgemma", place)
    plain = small_study(tmp_path)
    moved = plain.models["tiny-medgemma"].model_copy(update={"checkpoint": str(place)})
    bench = Bench(plain.model_copy(update={"models": plain.models | {"tiny-medgemma": moved}}), tmp_path / "data")
    bench.datasets()
    key = bench.cell("tiny-medgemma", "").checkpoint

    def replaced_once_loaded(checkpoint: Checkpoint) -> Loaded:
        loaded = load_vision_language_model(checkpoint)
        alter(place, 1)
        return loaded

    monkeypatch.setattr("medfrag_assets.defs.inference.load_vision_language_model", replaced_once_loaded)
    result = bench.materialize("responses", partition=f"{key}|skin_cancer")
    assert not result.success
    assert f"{key}: {place} was changed while it was being evaluated" in failure(result)
    assert not list(bench.paths.lake.glob("responses/**/*.parquet"))
    assert not list(bench.paths.ledger.glob("generations/**/*.parquet"))

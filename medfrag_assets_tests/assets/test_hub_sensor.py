"""The hub sensor: a real hub client against a hub on this machine, real runs, and what is asked for when."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.automation.hub import FETCH_TAG, Memory
from medfrag_assets.defs.cells import checkpoint_of
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import one_driver
from medfrag_assets.defs.partitions import CellKey
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.missing import DATASETS, GENERATED
from medfrag_assets.lake.registry import known_checkpoints
from medfrag_assets.lake.schemas import RESPONSES
from medfrag_assets.lake.store import read_table
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT, StudyPaths, data_root
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import available_checkpoints, find_checkpoint
from medfrag_assets.vlm.hub_models import fetch_from_hub
from medfrag_assets_tests.assets.test_stages import QUIET, failure
from medfrag_assets_tests.fixtures.local_hub import Hub, local_hub
from medfrag_assets_tests.fixtures.studies import small_study

REPOSITORY = "somebody/some-model"
ALIAS = "tiny-medgemma"
FIRST, SECOND, THIRD = "a" * 40, "b" * 40, "c" * 40
TOKEN = "hf_secret"


class Bench:
    """A study with a hub model on an ephemeral instance: its sensor, and the runs that are asked for."""

    def __init__(self, study: Study, definitions: dg.Definitions) -> None:
        self.study = study
        self.paths = StudyPaths(data_root(), study.study)
        self.instance = dg.DagsterInstance.ephemeral()
        self.cursor: str | None = None
        self.job = definitions.resolve_implicit_global_asset_job_def()
        self._repository = definitions.get_repository_def()

    @property
    def partitions(self) -> list[str]:
        return list(self.instance.get_dynamic_partitions("small_models"))

    def tick(self) -> Any:
        """One evaluation, whose new partitions are added and whose cursor is kept."""
        context = dg.build_sensor_context(
            instance=self.instance, cursor=self.cursor, repository_def=self._repository, resources={"lake": Lake()}
        )
        found = self._repository.get_sensor_def("small_hub").evaluate_tick(context)
        for request in found.dynamic_partitions_requests or ():
            self.instance.add_dynamic_partitions(request.partitions_def_name, list(request.partition_keys))
        self.cursor = found.cursor
        return found

    def run(self, request: dg.RunRequest) -> dg.ExecuteInProcessResult:
        """The run that was asked for."""
        return self.job.execute_in_process(
            instance=self.instance,
            asset_selection=list(request.asset_selection or ()),
            tags=dict(request.tags),
            run_config=QUIET | dict(request.run_config),
            raise_on_error=False,
        )

    def materialize(self, *names: str, **tags: str) -> dg.ExecuteInProcessResult:
        return self.run(dg.RunRequest(asset_selection=[asset_key(self.study, name) for name in names], tags=tags))

    def later(self) -> Any:
        """A tick as if the time to ask the hub had come."""
        memory = Memory.read(self.cursor)
        due = {alias: polled._replace(next_poll=0.0) for alias, polled in memory.polled.items()}
        self.cursor = memory._replace(polled=due).written()
        return self.tick()


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """One hub model beside a local one."""
    plain = small_study(tmp_path_factory.mktemp("study"))
    at_hub = plain.models[ALIAS].model_copy(update={"checkpoint": REPOSITORY})
    return plain.model_copy(update={"models": plain.models | {ALIAS: at_hub}})


@pytest.fixture(scope="module")
def definitions(study: Study) -> dg.Definitions:
    return build_defs([study])


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    folder = tmp_path / "repository"
    shutil.copytree(PROJECT / "data" / "embedded" / ALIAS, folder)
    (folder / "pytorch_model.bin").write_bytes(b"never fetched")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    monkeypatch.setenv("MEDFRAG_DATA", str(tmp_path / "data"))
    with local_hub(REPOSITORY, folder, FIRST) as found:
        monkeypatch.setenv("HF_ENDPOINT", found.url)
        yield found


@pytest.fixture
def bench(study: Study, definitions: dg.Definitions, hub: Hub) -> Bench:
    return Bench(study, definitions)


@pytest.fixture
def moved(bench: Bench, hub: Hub) -> Bench:
    """The first commit is on this machine and noted; then the revision moves, with other weights."""
    fetch_from_hub(REPOSITORY, "main")
    bench.tick()
    move(hub, SECOND, 1)
    return bench


def move(hub: Hub, commit: str, value: int | None = None) -> None:
    """The repository's `main` moves to a commit; with a value, one byte of its weights is another one."""
    hub.commit = commit
    if value is not None:
        weights = hub.folder / "model.safetensors"
        weights.write_bytes(weights.read_bytes()[:-1] + bytes([value]))


def names_of(request: dg.RunRequest) -> set[str]:
    return {key.path[-1] for key in request.asset_selection or ()}


def words_of(found: Any) -> list[str]:
    return [event.metadata["watched hub"].value for event in found.asset_events]


def fetched(commit: str) -> str:
    return f"{ALIAS}@{commit}"


# What moves.


def test_a_first_tick_only_notes(bench: Bench, hub: Hub) -> None:
    found = bench.tick()
    assert not found.run_requests
    assert found.skip_message == "Nothing to ask for: no revision has moved."
    assert Memory.read(bench.cursor).settled == {ALIAS: FIRST}
    assert hub.tokens == {f"Bearer {TOKEN}"}
    assert bench.partitions == []


def test_a_moved_revision_is_fetched_then_evaluated_in_one_run_and_earlier_results_stay(bench: Bench, hub: Hub) -> None:
    fetch_from_hub(REPOSITORY, "main")
    assert bench.materialize("checkpoints").success
    move(hub, SECOND, 1)
    (fetch,) = bench.tick().run_requests
    assert names_of(fetch) == {"hub_snapshots"}
    assert fetch.run_config["ops"]["small_fetch"]["config"] == {"revisions": {ALIAS: SECOND}}
    # It is not fetched here, and what the study evaluates stays what it was.
    assert available_checkpoints(bench.study).found[ALIAS].revision == FIRST[:12]
    assert bench.run(fetch).success
    drawing = bench.tick().run_requests
    assert [names_of(request) for request in drawing] == [set(DATASETS)]
    assert all(bench.run(request).success for request in drawing)
    (evaluation,) = bench.tick().run_requests
    key = f"{ALIAS}@{SECOND[:12]}"
    assert names_of(evaluation) == {"checkpoints", *GENERATED}
    assert evaluation.tags["dagster/asset_partition_range_start"] == f"{key}|brain_tumor"
    assert evaluation.tags["dagster/asset_partition_range_end"] == f"{key}|skin_cancer"
    assert evaluation.tags["medfrag/model"] == ALIAS
    assert key in bench.partitions
    assert bench.run(evaluation).success
    assert len(read_table(bench.paths.lake, RESPONSES, key, "skin_cancer")) == 12 * 2 * 4
    register = known_checkpoints(bench.paths.lake).filter(model=ALIAS).sort("revision")
    assert register.select("revision", "current").rows() == [(FIRST[:12], False), (SECOND[:12], True)]
    assert available_checkpoints(bench.study).found[ALIAS].key == key
    assert not bench.later().run_requests


def test_two_ticks_at_once_ask_for_one_fetching_run(moved: Bench) -> None:
    before = moved.cursor
    (one,) = moved.later().run_requests
    moved.cursor = before
    (other,) = moved.later().run_requests
    assert one.run_key == other.run_key
    moved.cursor = None
    (again,) = moved.tick().run_requests
    assert again.run_key == one.run_key


def test_two_ticks_at_once_and_a_lost_cursor_ask_for_one_evaluating_run(moved: Bench) -> None:
    draw(moved)
    (fetch,) = moved.later().run_requests
    assert moved.run(fetch).success
    before = moved.cursor
    (one,) = moved.tick().run_requests
    moved.cursor = before
    (other,) = moved.tick().run_requests
    assert one.run_key == other.run_key
    moved.cursor = None
    assert not moved.tick().run_requests


def test_a_revision_that_moved_before_anybody_watched_is_fetched(bench: Bench, hub: Hub) -> None:
    bench.instance.add_dynamic_partitions("small_models", [fetched(THIRD[:12])])
    (fetch,) = bench.tick().run_requests
    assert fetch.tags[FETCH_TAG] == fetched(FIRST)


def test_one_that_was_never_on_this_machine_is_fetched_once_it_moves(bench: Bench, hub: Hub) -> None:
    bench.tick()
    move(hub, SECOND)
    (fetch,) = bench.later().run_requests
    assert fetch.tags[FETCH_TAG] == fetched(SECOND)


def test_a_revision_whose_readme_alone_changed_is_not_evaluated_again(bench: Bench, hub: Hub) -> None:
    fetch_from_hub(REPOSITORY, "main")
    bench.tick()
    (hub.folder / "README.txt").write_text("other words", encoding="utf-8")
    move(hub, SECOND)
    (fetch,) = bench.later().run_requests
    assert bench.run(fetch).success
    found = bench.tick()
    assert not found.run_requests
    assert "holds the same weights and processor as aaaaaaaaaaaa" in words_of(found)[0]
    assert available_checkpoints(bench.study).found[ALIAS].revision == FIRST[:12]
    assert not bench.later().asset_events


def test_a_run_goes_on_with_its_revision_when_another_one_is_fetched(moved: Bench) -> None:
    earlier = CellKey(f"{ALIAS}@{FIRST[:12]}", "skin_cancer")
    (fetch,) = moved.later().run_requests
    assert moved.run(fetch).success
    assert available_checkpoints(moved.study).found[ALIAS].revision == SECOND[:12]
    assert checkpoint_of(moved.study, earlier).folder.name == FIRST


def test_another_model_of_the_same_hub_and_a_local_one_are_left_alone(study: Study, moved: Bench, hub: Hub) -> None:
    hub.tags = {"v1": FIRST}
    still = study.models[ALIAS].model_copy(update={"revision": "v1"})
    pinned = study.models[ALIAS].model_copy(update={"revision": FIRST})
    more = study.model_copy(update={"models": study.models | {"still": still, "pinned": pinned}})
    other = Bench(more, build_defs([more]))
    (fetch,) = other.tick().run_requests
    assert fetch.tags[FETCH_TAG] == fetched(SECOND)
    assert Memory.read(other.cursor).settled == {ALIAS: "", "still": FIRST}


def test_one_is_fetched_at_a_time_and_one_that_fails_does_not_hold_up_the_next(
    study: Study, moved: Bench, hub: Hub
) -> None:
    more = study.model_copy(update={"models": study.models | {"next": study.models[ALIAS]}})
    both = Bench(more, build_defs([more]))
    (first,) = both.tick().run_requests
    run = both.instance.create_run_for_job(both.job, tags=dict(first.tags), status=dg.DagsterRunStatus.STARTED)
    assert not both.tick().run_requests
    both.instance.report_run_failed(run)
    (second,) = both.tick().run_requests
    assert [one.tags[FETCH_TAG] for one in (first, second)] == [fetched(SECOND), f"next@{SECOND}"]


# What goes wrong.


def test_a_download_that_goes_on_is_waited_for_and_one_that_failed_is_tried_again_later(
    moved: Bench, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = moved.later().run_requests
    hub.status = 500
    failed = moved.run(first)
    assert not failed.success
    assert "somebody/some-model: the hub answered 500" in failure(failed)
    assert TOKEN not in failure(failed)
    hub.status = 200
    assert not moved.tick().run_requests
    ended = time.time()
    monkeypatch.setattr(time, "time", lambda: ended + 130)
    (second,) = moved.tick().run_requests
    assert (first.run_key, second.run_key) == (f"fetch:{fetched(SECOND)}:0", f"fetch:{fetched(SECOND)}:1")
    moved.instance.create_run_for_job(moved.job, tags=dict(second.tags), status=dg.DagsterRunStatus.STARTED)
    assert not moved.tick().run_requests


def test_offline_is_one_line_and_no_error(
    moved: Bench, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    found = moved.later()
    moved.later()
    assert not found.run_requests
    assert not found.asset_events
    assert "HF_HUB_OFFLINE is set" in found.skip_message
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "HF_HUB_OFFLINE" in line]
    assert " - INFO - " in line
    assert Memory.read(moved.cursor).polled[ALIAS].failures == 2


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "the hub answered 401: not for this token"), (404, "the hub answered 404"), (500, "the hub answered 500")],
)
def test_what_the_hub_answers_is_named_once_without_the_token(
    moved: Bench, hub: Hub, status: int, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    hub.status = status
    found = moved.later()
    assert not found.run_requests
    assert words in words_of(found)[0]
    assert REPOSITORY in found.skip_message
    asked = len(hub.asked)
    again = moved.tick()
    assert (len(hub.asked), again.asset_events) == (asked, [])
    assert words in again.skip_message
    said = "".join(capfd.readouterr())
    assert said.count(words) == 1
    assert TOKEN not in said + str(moved.cursor) + found.skip_message
    hub.status = 200
    (fetch,) = moved.later().run_requests
    assert fetch.tags[FETCH_TAG] == fetched(SECOND)


def test_pickled_weights_are_refused_by_name_and_never_fetched(moved: Bench, hub: Hub) -> None:
    (hub.folder / "model.safetensors").unlink()
    move(hub, THIRD)
    found = moved.later()
    assert not found.run_requests
    assert "somebody/some-model (main): its weights are pickled (pytorch_model.bin)" in words_of(found)[0]
    assert not [path for path in hub.asked if path.endswith(".bin")]


def test_a_revision_that_cannot_be_used_changes_nothing_and_is_named_once(moved: Bench, hub: Hub) -> None:
    config = json.loads((hub.folder / "config.json").read_text(encoding="utf-8"))
    (hub.folder / "config.json").write_text(json.dumps(config | {"auto_map": {"AutoModel": "x.X"}}), encoding="utf-8")
    (fetch,) = moved.later().run_requests
    assert "asks for code of its own" in failure(moved.run(fetch))
    assert available_checkpoints(moved.study).found[ALIAS].revision == FIRST[:12]
    found = moved.tick()
    assert not found.run_requests
    assert "asks for code of its own" in words_of(found)[0]
    later = moved.later()
    assert not later.run_requests
    assert not later.asset_events


def test_the_sensor_waits_while_a_study_is_run_from_the_command_line(moved: Bench, hub: Hub) -> None:
    asked, before = len(hub.asked), moved.cursor
    with one_driver(moved.paths):
        assert moved.tick().skip_message == "`medfrag study run` is at work."
    assert (len(hub.asked), moved.cursor) == (asked, before)


def test_fetching_names_what_it_cannot_fetch_and_fetches_nothing_by_itself(bench: Bench, hub: Hub) -> None:
    assert bench.materialize("hub_snapshots").success
    assert hub.asked == []
    config = {"ops": {"small_fetch": {"config": {"revisions": {"tiny-gemma": "main"}}}}}
    wrong = dg.RunRequest(asset_selection=[asset_key(bench.study, "hub_snapshots")], run_config=config)
    assert "tiny-gemma: no model of the study that comes from the hub" in failure(bench.run(wrong))


@pytest.mark.parametrize("cursor", ["", "{", "[]", '{"polled": {"a": 1}}', '{"polled": []}', '{"settled": 3}'])
def test_a_cursor_of_another_make_is_forgotten(cursor: str) -> None:
    assert Memory.read(cursor) == Memory()


def test_it_is_off_at_first_and_only_where_a_study_has_hub_models() -> None:
    sensors = {
        sensor.name: sensor.default_status.value
        for sensor in build_defs([load_study("embedded"), load_study("paper")]).get_repository_def().sensor_defs
    }
    assert sensors["paper_hub"] == "STOPPED"
    assert "embedded_hub" not in sensors


def draw(bench: Bench) -> None:
    """Images and wordings of all tasks."""
    tasks = list(bench.study.tasks)
    tags = {"dagster/asset_partition_range_start": tasks[0], "dagster/asset_partition_range_end": tasks[-1]}
    assert bench.materialize(*DATASETS, **tags).success


def test_what_is_fetched_is_found_as_the_study_finds_it(study: Study, hub: Hub) -> None:
    """Although the repository lists pickled weights, which are not fetched."""
    fetch_from_hub(REPOSITORY, "main")
    assert find_checkpoint(ALIAS, study.models[ALIAS], study.protocols).key == f"{ALIAS}@{FIRST[:12]}"

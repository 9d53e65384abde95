"""Tags for GPU placement on real runs, for every way in that passes the queue, and what the shipped settings say."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import yaml

from medfrag_assets.defs.inference import inference_assets
from medfrag_assets.defs.instance import DRIVER_TAG
from medfrag_assets.defs.partitions import CellKey, gpu_op_tags, partition_key, study_partitions
from medfrag_assets.defs.placement import PlacingRunCoordinator, placement_tags
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import SHIPPED_CONFIG, StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.command import medfrag
from medfrag_assets_tests.fixtures.launching import (
    Launcher,
    cell_tags,
    gpu_study_file,
    launcher,
    range_tags,
    selector,
)

RESPONSES = dg.AssetKey(["small", "responses"])
DIAGNOSES = dg.AssetKey(["small", "diagnoses"])
GEMMA, MEDGEMMA, LLAVA = "tiny-gemma@aaa", "tiny-medgemma@bbb", "tiny-llava@ccc"
BRAIN, SKIN = "brain_tumor", "skin_cancer"


def expected(model: str, family: str, memory: str) -> dict[str, str]:
    return {
        "medfrag/study": "small",
        "medfrag/model": model,
        "medfrag/family": family,
        "medfrag/gpu_memory_gb": memory,
    }


OF_GEMMA = expected("tiny-gemma", "gemma3", "14")
OF_MEDGEMMA = expected("tiny-medgemma", "gemma3", "14.5")
OF_LLAVA = expected("tiny-llava", "llava", "9")
OF_ALL = expected("tiny-gemma+tiny-medgemma+tiny-llava", "gemma3+llava", "14.5")
EACH = [OF_GEMMA, OF_LLAVA, OF_MEDGEMMA]


def placed(run: dg.DagsterRun) -> dict[str, str]:
    return {key: value for key, value in run.tags.items() if key.startswith("medfrag/")}


def all_placed(runs: list[dg.DagsterRun]) -> list[dict[str, str]]:
    return sorted((placed(run) for run in runs), key=lambda tags: tags.get("medfrag/model", ""))


@pytest.fixture(scope="module")
def study_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gpu_study_file(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def ui(study_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launcher]:
    data = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDFRAG_STUDIES", str(study_file))
        patch.setenv("MEDFRAG_DATA", str(data))
        patch.setenv("DAGSTER_HOME", str(data))
        with launcher(data) as made:
            made.instance.add_dynamic_partitions("small_models", [GEMMA, MEDGEMMA, LLAVA])
            yield made


def test_the_shipped_settings_name_the_coordinator(ui: Launcher) -> None:
    assert isinstance(ui.instance.run_coordinator, PlacingRunCoordinator)
    assert ui.instance.run_monitoring_enabled
    assert not ui.instance.run_retries_enabled
    assert ui.instance.get_concurrency_config().pool_config.default_pool_limit == 1


def test_a_single_cell(ui: Launcher) -> None:
    run = ui.launch([RESPONSES], cell_tags(CellKey(MEDGEMMA, BRAIN)))
    assert run.status == dg.DagsterRunStatus.QUEUED
    assert placed(run) == OF_MEDGEMMA


def test_a_range_over_the_tasks_of_one_model(ui: Launcher) -> None:
    run = ui.launch([RESPONSES], range_tags(CellKey(LLAVA, BRAIN), CellKey(LLAVA, SKIN)))
    assert placed(run) == OF_LLAVA


def test_a_range_over_several_models_is_as_large_as_the_largest(ui: Launcher) -> None:
    run = ui.launch([DIAGNOSES], range_tags(CellKey(GEMMA, BRAIN), CellKey(LLAVA, SKIN)))
    assert placed(run) == OF_ALL


def test_a_job_of_one_gpu_asset(ui: Launcher) -> None:
    assert placed(ui.launch([], cell_tags(CellKey(GEMMA, SKIN)), job="one_wording")) == OF_GEMMA


def test_a_job_in_which_one_of_several_assets_uses_the_gpu(ui: Launcher) -> None:
    assert placed(ui.launch([], cell_tags(CellKey(GEMMA, SKIN)), job="every_asset")) == OF_GEMMA


def test_a_backfill_of_assets(ui: Launcher) -> None:
    cells = [str(partition_key(CellKey(model, task))) for model in (GEMMA, LLAVA, MEDGEMMA) for task in (BRAIN, SKIN)]
    runs = ui.backfill({"assetSelection": [{"path": list(RESPONSES.path)}], "partitionNames": cells})
    assert runs
    models = {name for run in runs for name in placed(run)["medfrag/model"].split("+")}
    assert models == {"tiny-gemma", "tiny-llava", "tiny-medgemma"}
    assert {placed(run)["medfrag/gpu_memory_gb"] for run in runs} <= {"9", "14", "14.5"}
    assert {key for run in runs for key in placed(run)} == OF_GEMMA.keys()


def test_a_backfill_of_a_job(ui: Launcher) -> None:
    """Dagster makes one run of it, as the assets' backfill policy says."""
    params = {
        "selector": {"partitionSetName": "one_wording_partition_set", "repositorySelector": selector()},
        "partitionNames": [str(partition_key(CellKey(model, SKIN))) for model in (GEMMA, LLAVA, MEDGEMMA)],
    }
    assert all_placed(ui.backfill(params)) == [OF_ALL]


def test_a_sensor(ui: Launcher) -> None:
    assert all_placed(ui.sense("new_checkpoints")) == EACH


def test_a_schedule(ui: Launcher) -> None:
    assert all_placed(ui.schedule("nightly")) == EACH


@pytest.mark.long
def test_the_command(study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`medfrag study run` never meets the queue: it tags its runs itself."""
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    chosen = ["--models", "tiny-gemma", "--tasks", BRAIN]
    done = medfrag(tmp_path, "study", "run", "--study", str(study_file), *chosen)
    assert done.returncode == 0, done.stdout + done.stderr
    with dg.DagsterInstance.from_config(str(StudyPaths(tmp_path, "small").dagster_home)) as instance:
        runs = [run for run in instance.get_runs() if {RESPONSES, DIAGNOSES} & (run.asset_selection or set())]
    assert len(runs) == 2
    for run in runs:
        assert {key: value for key, value in placed(run).items() if key != DRIVER_TAG} == OF_GEMMA


def test_running_it_again(ui: Launcher) -> None:
    """Tags of the run that is repeated come with it; what the study says now replaces them."""
    stale = cell_tags(CellKey(LLAVA, BRAIN)) | {"medfrag/gpu_memory_gb": "80", "medfrag/model": "other"}
    assert placed(ui.launch([RESPONSES], stale)) == OF_LLAVA


def test_runs_without_a_gpu_are_left_alone(ui: Launcher) -> None:
    run = ui.launch([dg.AssetKey(["small", "cheap"])], cell_tags(CellKey(GEMMA, BRAIN)))
    assert placed(run) == {}


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (cell_tags(CellKey("gone@abc", BRAIN)), "the study small has no model gone"),
        (range_tags(CellKey(LLAVA, BRAIN), CellKey("gone@abc", SKIN)), "the study small has no model gone"),
        ({"dagster/partition": "no cell at all"}, None),
        ({}, None),
    ],
)
def test_what_cannot_be_tagged_is_queued_all_the_same(ui: Launcher, tags: dict[str, str], said: str | None) -> None:
    # A model that was taken out of the study keeps its partition.
    ui.instance.add_dynamic_partitions("small_models", ["gone@abc"])
    run = ui.launch([RESPONSES], tags)
    ui.instance.delete_dynamic_partition("small_models", "gone@abc")
    assert run.status == dg.DagsterRunStatus.QUEUED
    assert placed(run) == {}
    log = " ".join(str(entry.message) for entry in ui.instance.all_logs(run.run_id))
    assert said is None or said in log


def test_an_unreadable_study_is_said_in_the_log_of_the_run(
    ui: Launcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("study: [", encoding="utf-8")
    monkeypatch.setenv("MEDFRAG_STUDIES", str(broken))
    run = ui.launch([RESPONSES], cell_tags(CellKey(GEMMA, BRAIN)))
    assert placed(run) == {}
    assert "names no study small" in " ".join(str(entry.message) for entry in ui.instance.all_logs(run.run_id))


def test_a_model_that_came_later_is_found(ui: Launcher, study_file: Path) -> None:
    """Studies are kept for a while, but not at the price of a run without tags."""
    assert placed(ui.launch([RESPONSES], cell_tags(CellKey(GEMMA, BRAIN)))) == OF_GEMMA
    before = study_file.read_text(encoding="utf-8")
    raw = yaml.safe_load(before)
    raw["models"]["newcomer"] = raw["models"]["tiny-gemma"] | {"role": "medical", "gpu_memory_gb": 30}
    study_file.write_text(yaml.safe_dump(raw), encoding="utf-8")
    run = ui.launch([RESPONSES], cell_tags(CellKey("newcomer@ddd", BRAIN)))
    study_file.write_text(before, encoding="utf-8")
    assert placed(run) == expected("newcomer", "gemma3", "30")


def test_many_models_are_named_in_short(study_file: Path) -> None:
    study = load_study(str(study_file))
    more = {f"m{place}": study.models["tiny-llava"] for place in range(6)}
    many = study.model_copy(update={"models": study.models | more})
    tags = placement_tags(many, [*more, "tiny-gemma"])
    assert tags == expected("m0+m1+m2+m3+...", "llava+gemma3", "14")
    with pytest.raises(MedfragError, match="has no model x"):
        placement_tags(many, ["tiny-gemma", "x"])


@pytest.mark.parametrize(("study", "limited"), [("embedded", False), ("paper", True)])
def test_kubernetes_limits_are_for_studies_with_gpu_memory(study: str, limited: bool) -> None:
    limits = {"container_config": {"resources": {"limits": {"nvidia.com/gpu": "1"}}}}
    assert gpu_op_tags(load_study(study)) == ({"dagster-k8s/config": limits} if limited else {})
    assert ("dagster-k8s/config" in _op_tags(load_study(study))) is limited


def _op_tags(study: Study) -> dict[str, Any]:
    return dict(inference_assets(study, study_partitions(study))[0].op.tags)


def test_the_shipped_examples_of_limits_are_valid(tmp_path: Path) -> None:
    """What stands behind # in dagster.yaml is taken by Dagster once it does not."""
    text = (SHIPPED_CONFIG / "dagster.yaml").read_text(encoding="utf-8")
    head, marker, tail = text.partition("      # - key: medfrag/gpu_memory_gb")
    assert marker
    lines = [line.replace("      # - ", "      - ").replace("      #   ", "        ") for line in tail.splitlines()]
    whole = head + "      - key: medfrag/gpu_memory_gb" + "\n".join(lines)
    limits = yaml.safe_load(whole)["concurrency"]["runs"]["tag_concurrency_limits"]
    assert [limit["key"] for limit in limits] == ["medfrag/model", "medfrag/gpu_memory_gb", "medfrag/gpu_memory_gb"]
    (tmp_path / "dagster.yaml").write_text(whole, encoding="utf-8")
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        queue = instance.get_concurrency_config().run_queue_config
        assert queue is not None
        assert queue.tag_concurrency_limits == limits

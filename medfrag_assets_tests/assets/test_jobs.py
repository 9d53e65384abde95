"""Jobs that people launch from the web UI: what their forms take, and what they then do."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl
import pytest

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.instance import one_driver
from medfrag_assets.defs.partitions import CellKey, partition_key
from medfrag_assets.defs.placement import tags_of
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.database import table_rows
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.vlm.checkpoints import available_checkpoints
from medfrag_assets_tests.fixtures.studies import small_study_file

WORDING = "abnormal.plain"
TASK = "brain_tumor"


class Desk:
    """One study on one instance, and its jobs."""

    def __init__(self, root: Path) -> None:
        self.file = small_study_file(root)
        self.study = load_study(str(self.file))
        self.paths = StudyPaths(root / "data", self.study.study)
        self.instance = dg.DagsterInstance.local_temp(str(root))
        self.definitions = build_defs([self.study], {"lake": Lake(root=str(root / "data"))})

    def job(self, name: str) -> dg.JobDefinition:
        return self.definitions.resolve_job_def(f"small_{name}")

    def run(self, name: str, op: str, **chosen: str) -> dg.ExecuteInProcessResult:
        return self.job(name).execute_in_process(
            instance=self.instance, run_config=form(op, **chosen), raise_on_error=False
        )

    def materialize(self, names: Sequence[str], partition: str) -> None:
        """What a person does with a click: some assets of one partition."""
        result = self.definitions.resolve_implicit_global_asset_job_def().execute_in_process(
            instance=self.instance,
            asset_selection=[asset_key(self.study, name) for name in names],
            partition_key=partition,
            run_config=form(""),
            raise_on_error=False,
        )
        assert result.success, failure(result)

    def times_written(self, name: str, partition: str) -> int:
        wanted = dg.AssetRecordsFilter(asset_key=asset_key(self.study, name), asset_partitions=[partition])
        return len(self.instance.fetch_materializations(wanted, limit=9).records)

    def batches(self) -> list[Path]:
        return sorted((self.paths.ledger / "generations").rglob("*.parquet"))

    def generations(self) -> pl.DataFrame:
        return pl.concat([pl.read_parquet(file, hive_partitioning=False) for file in self.batches()])


def form(op: str, **chosen: str) -> dict[str, Any]:
    """What the launchpad sends."""
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    return quiet | ({"ops": {op: {"config": chosen}}} if chosen else {})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A study of which a person has made the responses of one cell, and the job one_model the rest of that model."""
    made = Desk(tmp_path_factory.mktemp("jobs"))
    made.materialize(["images", "probe_images", "quarantine", "prompts"], TASK)
    made.instance.add_dynamic_partitions("small_models", [checkpoint(made)])
    made.materialize(["responses"], cell(made))
    result = made.run("one_model", "small_drive_one_model", model="tiny-gemma")
    assert result.success, failure(result)
    yield made
    made.instance.dispose()


def checkpoint(desk: Desk) -> str:
    return available_checkpoints(desk.study).found["tiny-gemma"].key


def cell(desk: Desk) -> str:
    return str(partition_key(CellKey(checkpoint(desk), TASK)))


def failure(result: dg.ExecuteInProcessResult) -> str:
    errors = [event.step_failure_data.error for event in result.all_events if event.is_step_failure]
    return "\n".join(error.to_string() for error in errors if error)


def test_every_study_has_its_jobs(desk: Desk) -> None:
    names = {job.name for job in desk.definitions.resolve_all_job_defs() if not job.name.startswith("__")}
    wanted = ("whole_study", "one_model", "one_task", "one_wording", "publish_only")
    assert names == {f"small_{name}" for name in wanted}
    assert all(desk.job(name).description for name in wanted)


def test_forms_say_what_may_be_chosen(desk: Desk) -> None:
    field: Any = desk.job("one_wording").run_config_schema.config_type
    for name in ("ops", "small_ask_again", "config"):
        field = field.fields[name].config_type
    described = {name: str(one.description) for name, one in field.fields.items()}
    assert "tiny-gemma, tiny-medgemma" in described["model"]
    assert "brain_tumor, skin_cancer" in described["task"]
    assert WORDING in described["wording"]
    # Filled in at first, so that a click launches it.
    assert dict(desk.job("one_model").run_config or {})["ops"] == {
        "small_drive_one_model": {"config": {"model": "tiny-gemma"}}
    }


@pytest.mark.parametrize(
    ("job", "op", "chosen", "words"),
    [
        ("one_model", "small_drive_one_model", {"model": "tiny-lava"}, "small_model got tiny-lava"),
        ("one_model", "small_drive_one_model", {"model": "../x'; drop"}, "small_model got"),
        ("one_task", "small_drive_one_task", {"task": "pneumonia"}, "small_task got pneumonia"),
        (
            "one_wording",
            "small_ask_again",
            {"model": "tiny-gemma", "task": "skin_cancer", "wording": "abnormal"},
            "small_wording got abnormal",
        ),
    ],
)
def test_a_form_is_refused_before_anything_runs(
    desk: Desk, job: str, op: str, chosen: dict[str, str], words: str
) -> None:
    with pytest.raises(dg.DagsterInvalidConfigError, match=words):
        dg.validate_run_config(desk.job(job), {"ops": {op: {"config": chosen}}})


def test_one_model_is_made_on_all_tasks_and_published(desk: Desk) -> None:
    responses = pl.read_parquet(desk.paths.lake / "responses" / "**" / "*.parquet", hive_partitioning=False)
    assert set(responses["model"]) == {"tiny-gemma"}
    assert set(responses["task"]) == set(desk.study.tasks)
    assert table_rows(desk.paths.database)["responses"] == len(responses)
    runs = desk.instance.get_runs(filters=dg.RunsFilter(tags={"medfrag/model": "tiny-gemma"}))
    # Inference of what the first cell lacks, of all the others, and diagnosis, each with the tags that place it.
    assert len(runs) == 3
    assert all(run.is_success for run in desk.instance.get_runs())


def test_what_a_person_made_by_hand_is_not_written_again(desk: Desk) -> None:
    assert desk.times_written("responses", cell(desk)) == 1
    assert desk.times_written("option_scores", cell(desk)) == 1
    assert desk.times_written("answers", cell(desk)) == 1


def test_publishing_alone_runs_no_model(desk: Desk) -> None:
    desk.paths.database.unlink()
    before = len(desk.generations())
    result = desk.run("publish_only", "small_drive_publish_only")
    assert result.success, failure(result)
    assert len(desk.generations()) == before
    assert table_rows(desk.paths.database)["responses"] > 0


def test_a_study_that_is_run_already_is_left_alone(desk: Desk) -> None:
    with one_driver(desk.paths):
        result = desk.run("whole_study", "small_drive_whole_study")
    assert not result.success
    assert "is being run already" in failure(result)


def test_a_wording_asked_again_gets_the_same_answers(desk: Desk) -> None:
    before = desk.generations()
    words = asked(desk, WORDING)
    # Four images, each with its picture and blank: the four blanks are of one size.
    assert words.startswith("5 questions asked; 0 of them for the first time.")
    assert words.endswith("0 of 5 answers differ from before (0.0% to 43.4%).")
    assert desk.generations().equals(before)


def test_an_answer_that_differs_is_counted_and_kept(desk: Desk) -> None:
    originals = {file: file.read_bytes() for file in desk.batches()}
    for file in originals:
        pl.read_parquet(file, hive_partitioning=False).with_columns(text=pl.lit("other")).write_parquet(file)
    try:
        words = asked(desk, WORDING)
        assert set(desk.generations()["text"]) == {"other"}
    finally:
        for file, content in originals.items():
            file.write_bytes(content)
    assert words.endswith("5 of 5 answers differ from before (56.6% to 100.0%).")


def test_a_wording_that_is_new_is_kept_for_the_run_of_its_cell(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path)
    assert other.run("one_wording", "small_ask_again", **chosen(WORDING)).success is False
    datasets = other.definitions.resolve_implicit_global_asset_job_def()
    for names, task in ((["checkpoints"], None), (["images", "probe_images", "quarantine", "prompts"], "skin_cancer")):
        keys = [asset_key(other.study, name) for name in names]
        assert datasets.execute_in_process(instance=other.instance, asset_selection=keys, partition_key=task).success
    assert asked(other, WORDING) == "5 questions asked; 5 of them for the first time."
    assert len(other.generations()) == 5
    other.instance.dispose()


def test_a_wording_is_placed_like_everything_that_needs_a_model(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDFRAG_STUDIES", str(desk.file))
    job = desk.job("one_wording")
    run = desk.instance.create_run_for_job(job, run_config=form("small_ask_again", **chosen(WORDING)), tags=job.tags)
    tags = tags_of(desk.instance, run)
    assert (tags["medfrag/study"], tags["medfrag/model"], tags["medfrag/family"]) == ("small", "tiny-gemma", "gemma3")


@pytest.mark.parametrize(
    ("job", "config", "model"),
    [
        ("one_model", form("small_drive_one_model", model="tiny-medgemma"), "tiny-medgemma"),
        ("one_task", form("small_drive_one_task", task="skin_cancer"), "tiny-gemma+tiny-medgemma"),
        ("whole_study", {}, "tiny-gemma+tiny-medgemma"),
        ("publish_only", {}, None),
    ],
)
def test_a_job_that_drives_models_is_placed_like_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, job: str, config: dict[str, Any], model: str | None
) -> None:
    monkeypatch.setenv("MEDFRAG_STUDIES", str(desk.file))
    run = desk.instance.create_run_for_job(desk.job(job), run_config=config, tags=desk.job(job).tags)
    assert tags_of(desk.instance, run).get("medfrag/model") == model


def chosen(wording: str) -> dict[str, str]:
    return {"model": "tiny-gemma", "task": "skin_cancer", "wording": wording}


def asked(desk: Desk, wording: str) -> str:
    """What the job says on the page of `responses`."""
    result = desk.run("one_wording", "small_ask_again", **chosen(wording))
    assert result.success, failure(result)
    (observation,) = result.get_asset_observation_events()
    metadata = observation.asset_observation_data.asset_observation.metadata
    assert "data:image/jpeg" in str(metadata["before and now"].value)
    return str(metadata["in words"].value)

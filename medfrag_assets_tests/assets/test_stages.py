"""Stages on an ephemeral instance: what they write, report and refuse."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl
import pytest

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import CellKey, cell_keys, partition_key, run_tags
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.schemas import ANSWERS, COSTS, EMBEDDINGS, IMAGES, PROBE_IMAGES, PROBES, RESPONSES
from medfrag_assets.lake.store import fingerprint_of, read_table, table_file
from medfrag_assets.scoring.answers import score_answers
from medfrag_assets.sources.sampling import sample_images
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets_tests.fixtures.studies import small_study

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
INFERENCE = ("responses", "option_scores", "descriptions", "embeddings", "errors", "costs")


class Bench:
    """One study on one ephemeral instance."""

    def __init__(self, study: Study, root: Path) -> None:
        self.study = study
        self.paths = StudyPaths(root, study.study)
        self.instance = dg.DagsterInstance.ephemeral()
        self.job = build_defs([study], {"lake": Lake(root=str(root))}).resolve_implicit_global_asset_job_def()

    def materialize(self, *names: str, partition: str | None = None, **more: Any) -> dg.ExecuteInProcessResult:
        return self.job.execute_in_process(
            instance=self.instance,
            asset_selection=[asset_key(self.study, name) for name in names],
            partition_key=partition,
            raise_on_error=False,
            run_config=QUIET,
            **more,
        )

    def cell(self, alias: str, task: str) -> CellKey:
        return CellKey(find_checkpoint(alias, self.study.models[alias]).key, task)

    def datasets(self) -> None:
        assert self.materialize("checkpoints").success
        for task in self.study.tasks:
            assert self.materialize("images", "probe_images", "quarantine", "prompts", partition=task).success

    def of_model(self, alias: str, names: Sequence[str]) -> dg.ExecuteInProcessResult:
        tasks = list(self.study.tasks)
        ends = [str(partition_key(self.cell(alias, task))) for task in (tasks[0], tasks[-1])]
        tags = {"dagster/asset_partition_range_start": ends[0], "dagster/asset_partition_range_end": ends[1]}
        return self.materialize(*names, tags=tags)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A study with its datasets, and one model computed over all tasks in one run."""
    root = tmp_path_factory.mktemp("stages")
    made = Bench(small_study(root), root / "data")
    made.datasets()
    assert made.of_model("tiny-medgemma", INFERENCE).success
    return made


def test_materializing_checkpoints_adds_the_model_partitions(bench: Bench) -> None:
    keys = bench.instance.get_dynamic_partitions("small_models")
    assert keys == [bench.cell(alias, "").checkpoint for alias in bench.study.models]


def test_one_run_over_all_tasks_loads_the_model_once(bench: Bench) -> None:
    cells = [bench.cell("tiny-medgemma", task) for task in bench.study.tasks]
    loads = {
        load
        for cell in cells
        for load in read_table(bench.paths.lake, COSTS, cell.checkpoint, cell.task)["load_id"].to_list()
    }
    assert len(loads) == 1


def test_every_planned_row_has_a_response(bench: Bench) -> None:
    cell = bench.cell("tiny-medgemma", "brain_tumor")
    responses = read_table(bench.paths.lake, RESPONSES, cell.checkpoint, cell.task)
    assert len(responses) == 12 * 2 * 4
    assert responses.select("prompt_id", "control", "image_id").is_unique().all()
    blank = responses.filter(pl.col("control") == "blank")
    assert blank["generation_id"].n_unique() == 12


def test_a_range_reports_each_cell_with_its_own_metadata_and_check(bench: Bench) -> None:
    for task in bench.study.tasks:
        partition = str(partition_key(bench.cell("tiny-medgemma", task)))
        wanted = dg.AssetRecordsFilter(asset_key=asset_key(bench.study, "responses"), asset_partitions=[partition])
        record = bench.instance.fetch_materializations(wanted, limit=1).records[0]
        assert record.asset_materialization is not None
        assert record.asset_materialization.metadata["dagster/row_count"].value == 96


def test_nothing_is_computed_twice(bench: Bench) -> None:
    before = generations(bench)
    assert bench.of_model("tiny-medgemma", INFERENCE).success
    assert generations(bench) == before


def test_one_cell_and_what_lies_below_it_in_one_run(bench: Bench) -> None:
    cell = bench.cell("tiny-gemma", "skin_cancer")
    below = ("answers", "diagnoses", "probes", "statistics")
    result = bench.materialize(*INFERENCE, *below, partition=str(partition_key(cell)))
    assert result.success
    answers = read_table(bench.paths.lake, ANSWERS, cell.checkpoint, cell.task)
    assert len(answers) == 96
    probes = read_table(bench.paths.lake, PROBES, cell.checkpoint, cell.task)
    assert probes["rung"].to_list()[0] == "random_tower"
    assert probes.filter(rung="answer").select("n", "gap").row(0) == (4, 0.0)
    checks = {evaluation.check_name for evaluation in result.get_asset_check_evaluations()}
    assert checks == {"schema_and_values", "every_planned_row_accounted_for"}
    assert all(evaluation.passed for evaluation in result.get_asset_check_evaluations())
    assert {evaluation.partition for evaluation in result.get_asset_check_evaluations()} == {str(partition_key(cell))}


def test_probe_images_are_embedded_beside_the_sample(bench: Bench) -> None:
    cell = bench.cell("tiny-medgemma", "brain_tumor")
    images, others = (read_table(bench.paths.lake, table, task=cell.task) for table in (IMAGES, PROBE_IMAGES))
    assert others["label"].value_counts().sort("label")["count"].to_list() == [2, 2]
    embeddings = read_table(bench.paths.lake, EMBEDDINGS, cell.checkpoint, cell.task)
    assert embeddings["image_id"].unique().sort().equals(pl.concat([images, others])["image_id"].sort())
    kinds = embeddings.select("depth", "weights").unique().sort(pl.all())
    assert kinds.rows() == [("last_image_token", "trained"), ("projector", "trained"), ("tower", "random"),
                            ("tower", "trained")]  # fmt: skip
    assert len(embeddings) == 8 * len(kinds)


def test_more_probe_images_cost_no_generation(bench: Bench) -> None:
    more = Bench(bench.study.model_copy(update={"probe_per_class": 3}), bench.paths.root)
    cell = more.cell("tiny-medgemma", "brain_tumor")
    made = (fingerprint_of(table_file(more.paths.lake, RESPONSES, cell.checkpoint, cell.task)), generations(more))
    sampled = read_table(more.paths.lake, IMAGES, task=cell.task)
    try:
        more.datasets()
        assert read_table(more.paths.lake, IMAGES, task=cell.task).drop("run_id").equals(sampled.drop("run_id"))
        assert more.of_model("tiny-medgemma", INFERENCE).success
    finally:
        bench.datasets()
    embeddings = read_table(more.paths.lake, EMBEDDINGS, cell.checkpoint, cell.task)
    assert embeddings["image_id"].n_unique() == 4 + 6
    assert (
        fingerprint_of(table_file(more.paths.lake, RESPONSES, cell.checkpoint, cell.task)),
        generations(more),
    ) == made
    assert bench.of_model("tiny-medgemma", INFERENCE).success


def test_a_study_without_probe_images_has_an_empty_table_of_them(bench: Bench, tmp_path: Path) -> None:
    without = Bench(bench.study.model_copy(update={"probe_per_class": 0}), tmp_path)
    without.datasets()
    assert read_table(without.paths.lake, PROBE_IMAGES, task="skin_cancer").is_empty()


def test_a_stale_upstream_is_refused(bench: Bench) -> None:
    changed = bench.study.model_copy(update={"seed": 999})
    other = Bench(changed, bench.paths.root)
    other.instance.add_dynamic_partitions("small_models", [bench.cell("tiny-gemma", "").checkpoint])
    result = other.materialize(*INFERENCE, partition=str(partition_key(bench.cell("tiny-gemma", "skin_cancer"))))
    assert not result.success
    assert "made from something else" in failure(result)


def test_a_table_that_fails_its_check_is_not_written(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(*arguments: Any, **more: Any) -> Any:
        sample = sample_images(*arguments, **more)
        return sample._replace(images=sample.images.with_columns(label=pl.lit("perhaps")))

    monkeypatch.setattr("medfrag_assets.defs.datasets.sample_images", spoiled)
    other = Bench(bench.study, tmp_path)
    result = other.materialize("images", "quarantine", partition="brain_tumor")
    assert not result.success
    assert not table_file(other.paths.lake, IMAGES, task="brain_tumor").exists()
    verdicts = {each.asset_key.path[-1]: each.passed for each in result.get_asset_check_evaluations()}
    assert verdicts["images"] is False


def test_lost_rows_fail_the_accounting_check(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    loses_one = "medfrag_assets.defs.labels.score_answers"
    monkeypatch.setattr(loses_one, lambda *arguments: score_answers(*arguments).head(-1))
    partition = str(partition_key(bench.cell("tiny-medgemma", "brain_tumor")))
    result = bench.materialize("answers", partition=partition)
    assert not result.success
    failed = [each for each in result.get_asset_check_evaluations() if not each.passed]
    assert [each.check_name for each in failed] == ["every_planned_row_accounted_for"]
    assert failed[0].metadata["planned"].value == 96


def test_partition_keys_and_tags(bench: Bench) -> None:
    cell = CellKey("tiny-gemma@abc", "skin_cancer")
    assert cell_keys([str(partition_key(cell))]) == [cell]
    assert run_tags(bench.study, "tiny-gemma") == {
        "medfrag/study": "small",
        "medfrag/model": "tiny-gemma",
        "medfrag/family": "gemma3",
        "medfrag/gpu_memory_gb": "0",
    }


def generations(bench: Bench) -> int:
    """Batches of generations in the ledger."""
    return len(list((bench.paths.ledger / "generations").rglob("*.parquet")))


def failure(result: dg.ExecuteInProcessResult) -> str:
    event = next(event for event in result.all_events if event.is_step_failure)
    return str(event.step_failure_data.error)

"""The whole embedded graph at small K, through the command, twice; and what its database then holds."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest
import yaml
from dagster_dbt import DbtCliResource

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.manifest import DBT_PROJECT, dbt_executable
from medfrag_assets.defs.resources import Lake
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import SHIPPED_CONFIG, StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.command import medfrag

K = 3
_DBT_GROUPS = ("staging", "marts")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("embedded")


@pytest.fixture(scope="module")
def study_file(data: Path) -> str:
    """The embedded study with K images per class, under another name."""
    raw = yaml.safe_load((SHIPPED_CONFIG / "embedded.yaml").read_text(encoding="utf-8"))
    raw |= {"study": "embedded_small", "images_per_class": K}
    raw["protocols"] = yaml.safe_load((SHIPPED_CONFIG / "protocols.yaml").read_text(encoding="utf-8"))
    raw["protocols"]["as_published"]["images_per_class"] = 1
    path = data / "embedded_small.yaml"
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def first_run(data: Path, study_file: str) -> str:
    done = medfrag(data, "study", "run", "--study", study_file)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    return done.stdout


def query(data: Path, study: str, sql: str) -> list[dict[str, str]]:
    done = medfrag(data, "sql", sql, "--study", study, "--format", "csv")
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_it_ends_with_the_summary_the_next_commands_and_the_word_toys(first_run: str) -> None:
    lines = first_run.strip().splitlines()
    assert "toys" in lines[-1]
    table = lines[: lines.index("Next:")]
    assert [sum(line.strip().startswith(name) for line in table) for name in ("tiny-", "pneumonia")] == [4, 4]
    assert max(len(line.rstrip()) for line in table if line.startswith("   pneumonia")) <= 80
    next_commands = lines[lines.index("Next:") + 1 :][:3]
    assert ["make ui" in next_commands[0], "sql" in next_commands[1], "report" in next_commands[2]] == [True] * 3
    assert "\x1b[" not in first_run


def test_every_cell_has_its_rows_and_every_response_its_answer(first_run: str, data: Path, study_file: str) -> None:
    rows = query(
        data,
        study_file,
        "select model, task, count(*) as n from responses"
        " where protocol = 'corrected' and control = 'image' group by all",
    )
    assert len(rows) == 16
    assert {int(row["n"]) for row in rows} == {12 * 2 * K}
    joined = query(
        data,
        study_file,
        "select count(*) as n,"
        " count(distinct (checkpoint, task, protocol, prompt_id, control, image_id)) as distinct_rows,"
        " (select count(*) from responses) as all_rows from responses"
        " join answers using (checkpoint, task, protocol, prompt_id, control, image_id)"
        " join images using (task, image_id) join prompts using (task, prompt_id)",
    )[0]
    assert joined["n"] == joined["all_rows"] == joined["distinct_rows"]
    summary = query(
        data, study_file, "select count(*) as n, count(distinct model) m, count(distinct task) t from study_summary"
    )
    assert summary == [{"n": "16", "m": "4", "t": "4"}]


def test_the_database_holds_tables_only(first_run: str, data: Path, study_file: str) -> None:
    assert query(data, study_file, "select count(*) as n from duckdb_views() where not internal")[0]["n"] == "0"


def test_queries_change_nothing(first_run: str, data: Path, study_file: str) -> None:
    for attack in ("drop table responses", "create table x as select 1", "copy responses to '/tmp/stolen.csv'"):
        done = medfrag(data, "sql", attack, "--study", study_file)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
    assert query(data, study_file, "select count(*) > 0 as there from responses")[0]["there"] == "True"


def test_json_and_table_formats(first_run: str, data: Path, study_file: str) -> None:
    sql = "select model, n_images from study_summary order by all limit 1"
    rows = json.loads(medfrag(data, "sql", sql, "--study", study_file, "--format", "json").stdout)
    assert rows == [{"model": "tiny-gemma", "n_images": 2 * K}]
    assert "tiny-gemma" in medfrag(data, "sql", sql, "--study", study_file).stdout
    refused = medfrag(data, "sql", sql, "--study", study_file, "--format", "xml")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)


def test_the_runs_are_in_dagster(first_run: str, data: Path, study_file: str) -> None:
    home = StudyPaths(data, "").dagster_home
    code = (
        "import dagster as dg\n"
        "with dg.DagsterInstance.get() as instance:\n"
        "    runs = instance.get_runs()\n"
        "    models = sorted({run.tags.get('medfrag/model', '-') for run in runs})\n"
        "    print(sorted({run.status.value for run in runs}), models)\n"
        "    wanted = dg.AssetRecordsFilter(asset_key=dg.AssetKey(['embedded_small', 'responses']))\n"
        "    print(len({r.partition_key for r in instance.fetch_materializations(wanted, limit=100).records}))\n"
    )
    environment = os.environ | {"DAGSTER_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    tags, cells = done.stdout.strip().splitlines()[-2:]
    # Inference is a run for each model; the diagnostician reads the descriptions of all of them in one.
    all_models = "tiny-gemma+tiny-llava+tiny-llava-med+tiny-medgemma"
    assert tags == f"['SUCCESS'] ['-', 'tiny-gemma', '{all_models}', 'tiny-llava', 'tiny-llava-med', 'tiny-medgemma']"
    assert cells == "16"


def test_nothing_changed_means_nothing_done(first_run: str, data: Path, study_file: str) -> None:
    ledger = StudyPaths(data, "").ledger
    before = sorted(ledger.rglob("*.parquet"))
    done = medfrag(data, "study", "run", "--study", study_file)
    assert done.returncode == 0, done.stderr
    assert "inference" not in done.stdout
    assert sorted(ledger.rglob("*.parquet")) == before
    assert "toys" in done.stdout.strip().splitlines()[-1]


def test_status_and_dry_run_agree_that_nothing_is_missing(first_run: str, data: Path, study_file: str) -> None:
    status = medfrag(data, "study", "status", "--study", study_file)
    assert status.returncode == 0
    assert "Published" in status.stdout
    dry = medfrag(data, "study", "run", "--study", study_file, "--dry-run")
    assert "0 generations, 0 judge calls" in dry.stdout


def test_one_more_wording_costs_only_its_own_generations(first_run: str, data: Path, study_file: str) -> None:
    raw = yaml.safe_load(Path(study_file).read_text(encoding="utf-8"))
    raw["prompts"] = yaml.safe_load((SHIPPED_CONFIG / "prompts.yaml").read_text(encoding="utf-8"))
    raw["prompts"]["closed"]["extra"] = raw["prompts"]["closed"]["disease"] | {
        "text": "Is there {disease} on this {image}?"
    }
    more = data / "more.yaml"
    more.write_text(yaml.safe_dump(raw), encoding="utf-8")
    dry = medfrag(
        data, "study", "run", "--study", str(more), "--models", "tiny-gemma", "--tasks", "pneumonia", "--dry-run"
    )
    # Two suffixes: each asked of every image, once blank, once without an image, and as published of one per class.
    assert f"{2 * (2 * K + 1 + 1 + 2)} generations" in dry.stdout


def test_a_full_disk_while_publishing_leaves_the_old_database(
    first_run: str, data: Path, study_file: str, tmp_path: Path
) -> None:
    study = load_study(study_file)
    published = StudyPaths(data, study.study).database
    before = published.read_bytes()
    killed = StudyPaths(data, study.study).building.with_suffix(".of-a-killed-run.duckdb")
    killed.touch()
    full = _publishing(study, data, _dbt_on_a_full_disk(tmp_path, megabytes=2))
    assert not full.success
    said = [line for line in _failures(full) if "was not built" in line]
    assert said
    assert all("File too large" in line and str(published) in line for line in said)
    assert published.read_bytes() == before
    assert query(data, study_file, "select count(*) > 0 as there from responses")[0]["there"] == "True"
    assert [path.name for path in published.parent.rglob("*.duckdb*")] == [published.name]
    # The disk has room again.
    assert _publishing(study, data, Path(dbt_executable())).success


def test_the_report_says_that_the_models_are_toys(first_run: str, data: Path, study_file: str) -> None:
    done = medfrag(data, "report", "--study", study_file)
    assert done.returncode == 0, done.stderr
    page = Path(done.stdout.strip()).read_text(encoding="utf-8")
    assert "toys" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


def test_the_shipped_study_is_the_one_tested_here(study_file: str) -> None:
    shipped, small = load_study("embedded"), load_study(study_file)
    assert shipped.models == small.models
    assert shipped.tasks == small.tasks


def _publishing(study: Study, data: Path, dbt: Path) -> dg.ExecuteInProcessResult:
    """Publishes in process, with another dbt in the place of the real one's."""
    resources = {"lake": Lake(root=str(data)), "dbt": DbtCliResource(str(DBT_PROJECT), dbt_executable=str(dbt))}
    job = build_defs([study], resources).resolve_implicit_global_asset_job_def()
    marts = [key for key in job.asset_layer.executable_asset_keys if job.asset_layer.get(key).group_name in _DBT_GROUPS]
    return job.execute_in_process(
        instance=dg.DagsterInstance.ephemeral(),
        asset_selection=[*marts, asset_key(study, "database")],
        run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        raise_on_error=False,
    )


def _dbt_on_a_full_disk(folder: Path, megabytes: int) -> Path:
    """The real dbt, none of whose files may grow beyond this size."""
    script = folder / "dbt"
    script.write_text(f'#!/usr/bin/env bash\nulimit -f {megabytes * 1024}\nexec "{dbt_executable()}" "$@"\n')
    script.chmod(0o755)
    return script


def _failures(result: dg.ExecuteInProcessResult) -> list[str]:
    """What the failed steps say, causes included."""
    errors = [event.step_failure_data.error for event in result.all_events if event.is_step_failure]
    return [line for error in errors if error for line in error.to_string().splitlines()]

"""One model over all tasks, a checkpoint that is dropped, and publishing under readers, from the web UI."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import dagster as dg
import duckdb
import pytest
from playwright.sync_api import expect

from medfrag_assets.study.paths import PROJECT
from medfrag_assets.vlm.watched import CARD
from medfrag_assets_tests.browser.conftest import Workplace
from medfrag_assets_tests.fixtures.dagster_dev import UNFINISHED

pytestmark = pytest.mark.long

GPU_TABLES = 'group:"inference" or group:"diagnosis"'
PUBLISHED = 'group:"marts" or group:"reports"'
PUBLISHES = 5
_CARD = "family: gemma3\npair: gemma\nrole: medical\ntoy: true\n"


def test_one_model_over_all_tasks_is_one_run_and_the_rest_follows(workplace: Workplace) -> None:
    ui, cell = workplace.ui, workplace.cell("tiny-medgemma", "brain_tumor")
    ui.filter_assets(GPU_TABLES)
    ui.materialize(cell.checkpoint, "All")
    ui.open_asset("small", "responses", "partitions")
    expect(ui.page.get_by_text("Materialized (2)")).to_be_visible()
    (run,) = [run for run in workplace.dagster.instance.get_runs() if "medfrag/gpu_memory_gb" in run.tags]
    ui.open(f"/runs/b/{run.tags['dagster/backfill']}?tab=runs")
    expect(ui.page.get_by_text("Success", exact=True)).to_have_count(1)
    ui.open_asset("small", "statistics", "partitions")
    expect(ui.page.get_by_text("Materialized (2)")).to_be_visible()
    workplace.dagster.until(workplace.paths.database.is_file, "the checkpoint is published")


def test_a_dropped_checkpoint_folder_fills_its_partitions(workplace: Workplace) -> None:
    _drop(workplace.paths.checkpoints / "mine")
    known = workplace.dagster.instance.get_dynamic_partitions
    workplace.dagster.until(lambda: any(key.startswith("mine@") for key in known("small_models")), "it is noticed")
    for asset in ("responses", "answers"):
        workplace.ui.open_asset("small", asset, "partitions")
        expect(workplace.ui.page.get_by_text(re.compile("^mine@")).first).to_be_attached()
        expect(workplace.ui.page.get_by_text("Materialized (4)")).to_be_visible()
    workplace.dagster.until(lambda: _published_rows(workplace, "mine") == 2, "its rows are in the database")


def test_publishing_waits_for_no_reader_and_disturbs_none(workplace: Workplace) -> None:
    database, ui = workplace.paths.database, workplace.ui
    workplace.dagster.until(lambda: not _at_work(workplace.dagster.instance), "automation has nothing left to do")
    readers = []
    for _ in range(PUBLISHES):
        readers.append(_Reader(database))
        ui.filter_assets(PUBLISHED)
        ui.materialize()
        workplace.dagster.until(readers[-1].is_behind, "another database is published")
        workplace.dagster.until(lambda: not _at_work(workplace.dagster.instance), "the run has ended")
    assert all(reader.stop() > PUBLISHES for reader in readers)
    ui.open("/runs")
    expect(ui.page.get_by_text("Success", exact=True).nth(PUBLISHES - 1)).to_be_visible()
    expect(ui.page.get_by_text("Failure", exact=True)).to_have_count(0)


class _Reader:
    """A process that has the published database open."""

    def __init__(self, database: Path) -> None:
        self._database, self._opened = database, database.stat().st_ino
        command = [sys.executable, "-m", "medfrag_assets_tests.fixtures.reader", str(database)]
        self._process = subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("(")

    def is_behind(self) -> bool:
        """Whether another file has taken the place of the one that it has open."""
        return self._database.stat().st_ino != self._opened

    def stop(self) -> int:
        """Lets it end. How often it read since it began; whatever went wrong is an error."""
        said, _ = self._process.communicate()
        assert self._process.returncode == 0, said
        return int(said)


def _published_rows(workplace: Workplace, model: str) -> int:
    with duckdb.connect(str(workplace.paths.database), read_only=True) as database:
        found = database.execute("select count(*) from study_summary where model = ?", [model]).fetchone()
    return int(found[0]) if found else 0


def _at_work(instance: dg.DagsterInstance) -> bool:
    return bool(instance.get_runs(dg.RunsFilter(statuses=UNFINISHED)))


def _drop(folder: Path) -> None:
    """A copy of a tiny checkpoint with one changed weight, complete at once."""
    whole = folder.with_name(f".{folder.name}")
    shutil.copytree(PROJECT / "data" / "embedded" / "tiny-medgemma", whole)
    weights = bytearray((whole / "model.safetensors").read_bytes())
    weights[-2] ^= 1
    (whole / "model.safetensors").write_bytes(bytes(weights))
    (whole / CARD).write_text(_CARD, encoding="utf-8")
    whole.rename(folder)

"""Times automation: `python -m medfrag_assets_tests.benchmarks.automation --json FILE [--only dropped|many]`.

`dropped`: the embedded study on a fresh data root, then the web UI, then a copy of a tiny checkpoint with one changed
weight in data/checkpoints, until its rows are in the published database. `beyond_runs`: the seconds that are not the
bare time of a run (from its process being ready to its end; of the last one, to the database being in place). `runs`
says where each second went: `waits` for somebody to ask, `starts` in the queue and as a process, `runs`.

`many`: with 500 checkpoints x 4 tasks known to Dagster, the seconds of an evaluation of all conditions (the first ever,
the second, one with nothing new, one with a new checkpoint) and of the queries behind asset pages, over HTTP.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.cells import cell_partition
from medfrag_assets.defs.partitions import CellKey
from medfrag_assets.lake.missing import GENERATED
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT, StudyPaths
from medfrag_assets.vlm.watched import CARD
from medfrag_assets_tests.fixtures.dagster_dev import UNFINISHED
from medfrag_assets_tests.fixtures.many_checkpoints import knowing, told

NAME = "dropped"
CHECKPOINTS = 500
_CARD = "family: gemma3\npair: gemma\nrole: medical\ntoy: true\n"
_PATIENCE = 1800
_PAGES = ("responses", "answers", "statistics", "evaluated", "database")
_PAGE = """query ($key: AssetKeyInput!) { assetNodeOrError(assetKey: $key) { ... on AssetNode {
  description partitionKeysByDimension { name partitionKeys }
  partitionStats { numMaterialized numPartitions numFailed numMaterializing }
  assetPartitionStatuses { ... on MultiPartitionStatuses { ranges { primaryDimStartKey primaryDimEndKey } }
    ... on DefaultPartitionStatuses { materializedPartitions failedPartitions } }
  assetMaterializations(limit: 100) { partition timestamp }
  automationCondition { label expandedLabel } } } }"""


def main() -> None:
    """Runs the benchmark and writes its numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, required=True, help="file to write")
    parser.add_argument("--only", choices=("dropped", "many"))
    chosen = parser.parse_args()
    parts: dict[str, Callable[[Path], dict[str, Any]]] = {"dropped": dropped, "many": many}
    result: dict[str, Any] = {}
    for name, measure in parts.items():
        if chosen.only in (None, name):
            # A process of the server may still be writing when it is told to stop.
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                os.environ["MEDFRAG_DATA"] = folder
                result[name] = measure(Path(folder))
    chosen.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result, indent=1) + "\n")


def dropped(data: Path) -> dict[str, Any]:
    """From a complete new checkpoint folder to its rows in the published database."""
    medfrag = str(Path(sys.executable).with_name("medfrag"))
    subprocess.run([medfrag, "study", "run"], cwd=PROJECT, check=True, stdout=sys.stderr)
    paths = StudyPaths(data, "embedded")
    with _served([medfrag, "ui", "--port"]) as _, dg.DagsterInstance.from_config(str(paths.dagster_home)) as instance:
        _until(lambda: len(_ticked(instance)) >= 2, "both sensors have looked once")
        _drop(paths.checkpoints / NAME)
        began = time.time()
        _until(lambda: _published_rows(paths.database) == 4, "the rows are in the published database")
        took = time.time() - began
        runs = _spans(instance, began)
        _until(lambda: not instance.get_runs(dg.RunsFilter(statuses=UNFINISHED)), "all runs ended")
    bare = sum(run["runs"] for run in runs)
    return {"seconds": round(took, 1), "beyond_runs": round(took - bare, 1), "runs": runs}


def many(data: Path) -> dict[str, Any]:
    """Evaluations and asset pages where many checkpoints are known."""
    study, paths = load_study("embedded"), StudyPaths(data, "embedded")
    with knowing(study, paths, CHECKPOINTS) as instance:
        repository = build_defs([study]).get_repository_def()
        sensor, cursor, seconds = repository.get_sensor_def("embedded_follow"), None, {}

        def evaluated(what: str) -> None:
            nonlocal cursor
            began = time.perf_counter()
            with dg.build_sensor_context(instance=instance, repository_def=repository, cursor=cursor) as context:
                cursor = sensor.evaluate_tick(context).cursor
            seconds[what] = round(time.perf_counter() - began, 2)

        evaluated("first")
        evaluated("second")
        evaluated("nothing_new")
        new = "new@1"
        instance.add_dynamic_partitions("embedded_models", [new])
        told(instance, study, GENERATED, [cell_partition(CellKey(new, task)) for task in study.tasks])
        evaluated("one_new_checkpoint")
    return {"checkpoints": CHECKPOINTS, "evaluation_seconds": seconds, "page_seconds": _pages(paths)}


def _pages(paths: StudyPaths) -> dict[str, float]:
    """Seconds of the queries behind asset pages, the slower of two."""
    webserver = str(Path(sys.executable).with_name("dagster-webserver"))
    os.environ["DAGSTER_HOME"] = str(paths.dagster_home)
    found: dict[str, float] = {}
    with _served([webserver, "-w", "workspace.yaml", "--host", "127.0.0.1", "--port"]) as port:
        for name in _PAGES:
            for _ in range(2):
                began = time.perf_counter()
                answer = _asked(port, _PAGE, {"key": {"path": ["embedded", name]}})
                if answer is None or not answer["assetNodeOrError"]:
                    raise SystemExit(f"No answer about {name}: {answer}")
                found[name] = max(found.get(name, 0), round(time.perf_counter() - began, 2))
    return found


@contextmanager
def _served(command: list[str]) -> Iterator[int]:
    """A server on a free port, which is put at the end of the command; stopped by its process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    # Whoever was started in the background of a script ignores Ctrl-C, and so would what it starts.
    whole = ["env", "--default-signal=INT,TERM", *command, str(port)]
    process = subprocess.Popen(whole, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until(lambda: _asked(port, "{ version }", {}) is not None, "the web server answers")
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=_PATIENCE)


def _asked(port: int, query: str, variables: dict[str, Any]) -> dict[str, Any] | None:
    body = json.dumps({"query": query, "variables": variables}).encode()
    address = f"http://127.0.0.1:{port}/graphql"
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            data = json.load(answer)["data"]
            return dict(data) if data else None
    except (urllib.error.URLError, ConnectionError):
        return None


def _drop(folder: Path) -> None:
    """A copy of a tiny checkpoint with one changed weight, complete at once."""
    whole = folder.with_name(f".{folder.name}")
    shutil.copytree(PROJECT / "data" / "embedded" / "tiny-medgemma", whole)
    weights = bytearray((whole / "model.safetensors").read_bytes())
    weights[-2] ^= 1
    (whole / "model.safetensors").write_bytes(bytes(weights))
    (whole / CARD).write_text(_CARD, encoding="utf-8")
    whole.rename(folder)


def _ticked(instance: dg.DagsterInstance) -> list[str]:
    """Sensors that have been evaluated at least once."""
    return [
        state.instigator_name
        for state in instance.all_instigator_state()
        if getattr(state.instigator_data, "last_tick_timestamp", None)
    ]


def _published_rows(database: Path) -> int:
    with duckdb.connect(str(database), read_only=True) as connection:
        found = connection.execute("select count(*) from study_summary where model = ?", [NAME]).fetchone()
    return int(found[0]) if found else 0


def _spans(instance: dg.DagsterInstance, began: float) -> list[dict[str, Any]]:
    """For every run since then: seconds until it was asked for, until it ran, and that it took until the database."""
    spans: list[dict[str, Any]] = []
    before = began
    for record in reversed(instance.get_run_records(limit=100)):
        asked, started = record.create_timestamp.timestamp(), record.start_time
        if asked < began or started is None:
            continue
        ended = record.end_time or time.time()
        spans.append(
            {
                "assets": sorted(key.path[-1] for key in record.dagster_run.asset_selection or ())[:3],
                "waits": round(asked - before, 1),
                "starts": round(started - asked, 1),
                "runs": round(ended - started, 1),
            }
        )
        before = ended
    return spans


def _until(holds: Callable[[], bool], what: str) -> None:
    limit = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > limit:
            raise SystemExit(f"Never happened: {what}")
        time.sleep(0.2)


if __name__ == "__main__":
    main()

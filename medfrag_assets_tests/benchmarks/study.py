"""Times the embedded study from nothing and again with nothing changed: `python -m … --json FILE`.

Writes `{"cold_seconds", "warm_seconds", "new_generations_when_warm", "peak_gb", "stages": {…}}`. `peak_gb`: the largest
sum of resident memory of the command and its children; `stages` the seconds from one stage's first line to the next's.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import polars as pl

from medfrag_assets.study.paths import PROJECT
from medfrag_assets_tests.fixtures.peak import Peak

_LINE = re.compile(r"\[ *([\d.]+) s\] ([a-z]+):")


class Run(NamedTuple):
    """One run of the command."""

    seconds: float
    peak_gb: float
    stages: dict[str, float]


def main() -> None:
    """Runs the benchmark and writes its numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, required=True, help="file to write")
    target = parser.parse_args().json
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        cold = timed_run(data)
        before = generations(data)
        warm = timed_run(data)
        result = {
            "cold_seconds": round(cold.seconds, 1),
            "warm_seconds": round(warm.seconds, 1),
            "new_generations_when_warm": generations(data) - before,
            "peak_gb": round(max(cold.peak_gb, warm.peak_gb), 2),
            "stages": {name: round(seconds, 1) for name, seconds in cold.stages.items()},
        }
    target.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result) + "\n")


def timed_run(data: Path) -> Run:
    """Runs `medfrag study run` on the embedded study with that data folder."""
    command = [str(Path(sys.executable).with_name("medfrag")), "study", "run"]
    start = time.perf_counter()
    environment = os.environ | {"MEDFRAG_DATA": str(data), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=subprocess.PIPE, text=True)
    peak = Peak(process.pid)
    assert process.stdout is not None
    lines = [(time.perf_counter() - start, line) for line in process.stdout]
    if process.wait():
        raise SystemExit("".join(line for _, line in lines))
    seconds = time.perf_counter() - start
    return Run(seconds, peak.stop(), _stages(lines, seconds))


def generations(data: Path) -> int:
    """Generations in the ledger."""
    files = pl.scan_parquet(data / "ledger" / "generations" / "**" / "*.parquet", hive_partitioning=False)
    return int(files.select(pl.len()).collect().item())


def _stages(lines: list[tuple[float, str]], end: float) -> dict[str, float]:
    begins: dict[str, float] = {"start": 0.0}
    for at, line in lines:
        if match := _LINE.search(line):
            begins.setdefault(match[2], at)
    names = list(begins)
    return {
        name: (begins[names[place + 1]] if place + 1 < len(names) else end) - begins[name]
        for place, name in enumerate(names)
    }


if __name__ == "__main__":
    main()

"""Times statistics and marts of a large simulated study: `python -m … --rows N --json FILE`.

Writes `{"rows", "total_seconds", "peak_gb", "ratio_vs_pandas"}`. `total_seconds`: every estimate of every cell,
comparisons and claims, their tables, and `dbt build` with its own start; writing the simulated lake is not timed.
`peak_gb`: the largest sum of resident memory of the process and its children meanwhile. `ratio_vs_pandas`: seconds of
pandas from CSV files of the same answers to the tables that both make, over seconds of the marts' own SQL from Parquet
files to those tables. The parts of the total go to standard output.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
from threadpoolctl import threadpool_limits

from medfrag_assets.lake.schemas import (
    ANSWERS,
    CHECKPOINTS,
    CLAIM_VERDICTS,
    COMPARISONS,
    DESCRIPTION_EFFECTS,
    IMAGES,
    OPTION_SCORES,
    PROBES,
    PROMPTS,
    STATISTICS,
    TABLES,
    WORDING_EFFECTS,
    Table,
)
from medfrag_assets.lake.store import read_table, table_file, with_provenance, write_table
from medfrag_assets.statistics.cells import cell_statistics
from medfrag_assets.statistics.claims import claim_verdicts
from medfrag_assets.statistics.comparisons import comparisons
from medfrag_assets.statistics.wordings import wording_effects
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.benchmarks.pandas_way import all_at_once, by_model_and_wording, write_csv
from medfrag_assets_tests.fixtures.peak import Peak
from medfrag_assets_tests.fixtures.simulated_lake import simulated_study, size_of, write_simulated_lake

_COMPARED = ("model", "checkpoint", "task", "prompt_id", "image_id", "verdict", "label", "correct")
# Tables that both ways make, each after what it is made from. What they need beside the answers is small.
_BOTH = ("accuracy_by_prompt", "response_label_rates", "study_summary")
_READ = ("answers", "images", "prompts", "statistics", "probes", "grid", "checkpoints")


class Built(NamedTuple):
    """The study's lake, and the database and compiled models of dbt."""

    lake: Path
    database: Path
    target: Path


def main() -> None:
    """Runs the benchmark and writes its numbers."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, required=True, help="about so many answers")
    parser.add_argument("--json", type=Path, required=True, help="file to write")
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        result = measured(Path(folder), chosen.rows)
    chosen.json.write_text(json.dumps(result) + "\n", encoding="utf-8")
    _say(json.dumps(result))


def measured(folder: Path, rows: int) -> dict[str, float]:
    """All four numbers of a study of about so many answers."""
    size = size_of(rows)
    study = simulated_study(size)
    built = Built(folder / "lake", folder / "study.duckdb", folder / "target")
    with _timed(f"(writing a lake of {size.rows} answers)"):
        write_simulated_lake(built.lake, study, size)
    peak = Peak(os.getpid())
    start = time.perf_counter()
    # One thread of BLAS: its matrices here are small, and waiting threads of it cost as much as the work.
    with threadpool_limits(limits=1):
        _estimate(study, built.lake)
    with _timed("dbt build"):
        _dbt_build(built)
    total, peak_gb = time.perf_counter() - start, peak.stop()
    ratio = _ratio(built, folder / "csv")
    return {
        "rows": size.rows,
        "total_seconds": round(total, 1),
        "peak_gb": round(peak_gb, 2),
        "ratio_vs_pandas": round(ratio, 1),
    }


def _estimate(study: Study, lake: Path) -> None:
    """Every table of estimates, written where dbt finds it. There are no descriptions and no probes."""
    register = read_table(lake, CHECKPOINTS)
    cells = list(product(register.select("model", "checkpoint").iter_rows(), study.tasks))
    with _timed("statistics and wording effects"):
        for (model, checkpoint), task in cells:
            images, prompts = read_table(lake, IMAGES, task=task), read_table(lake, PROMPTS, task=task)
            answers, scores = (read_table(lake, table, checkpoint, task) for table in (ANSWERS, OPTION_SCORES))
            cell = [pl.lit(model).alias("model"), pl.lit(checkpoint).alias("checkpoint"), pl.lit(task).alias("task")]
            for table, frame in (
                (STATISTICS, cell_statistics(answers, images, prompts, scores)),
                (WORDING_EFFECTS, wording_effects(answers, images, prompts)),
            ):
                _write(lake, table, frame.select(*cell, pl.all()), checkpoint, task)
    with _timed("comparisons"):
        images = pl.concat([read_table(lake, IMAGES, task=task) for task in study.tasks])
        compared = comparisons(study, register, _answers_to_the_image(lake), images)
        _write(lake, COMPARISONS, compared)
    with _timed("claims"):
        statistics, effects = (_whole(lake, table) for table in (STATISTICS, WORDING_EFFECTS))
        described, probes = DESCRIPTION_EFFECTS.schema.to_frame(), PROBES.schema.to_frame()
        _write(lake, CLAIM_VERDICTS, claim_verdicts(study, statistics, effects, described, probes, compared))


def _answers_to_the_image(lake: Path) -> pl.DataFrame:
    to_image = (pl.col("control") == "image") & (pl.col("protocol") == "corrected")
    return _scan(lake, ANSWERS).filter(to_image).select(_COMPARED).collect()


def _whole(lake: Path, table: Table) -> pl.DataFrame:
    return _scan(lake, table).collect()


def _scan(lake: Path, table: Table) -> pl.LazyFrame:
    return pl.scan_parquet(lake / table.name / "**" / "*.parquet", hive_partitioning=False)


def _write(
    lake: Path, table: Table, frame: pl.DataFrame, checkpoint: str | None = None, task: str | None = None
) -> None:
    whole = with_provenance(frame, table, {"study": "simulated", "run_id": "simulated"})
    write_table(table_file(lake, table, checkpoint, task), whole, "simulated")


def _dbt_build(built: Built) -> None:
    dbt = Path(sys.executable).with_name("dbt")
    places = ["--project-dir", "dbt_reports", "--profiles-dir", "dbt_reports"]
    made = ["--target-path", str(built.target), "--log-path", str(built.target), "--no-use-colors"]
    environment = os.environ | {"MEDFRAG_LAKE": str(built.lake), "MEDFRAG_BUILDING_DATABASE": str(built.database)}
    command = [str(dbt), "build", *places, *made]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout)
    for one in json.loads((built.target / "run_results.json").read_text(encoding="utf-8"))["results"]:
        if one["execution_time"] > 1:
            _say(f"    {one['unique_id'].split('.', 2)[2]}: {one['execution_time']:.1f} s")


def _ratio(built: Built, folder: Path) -> float:
    """How many times longer pandas takes from CSV files to the tables that both make. They must agree."""
    write_csv(built.lake, folder)
    with _timed("the same three marts from Parquet") as marts:
        ours = _marts_from_parquet(built)
    with _timed("pandas from CSV, by model and wording") as script:
        theirs = by_model_and_wording(folder)
    with _timed("pandas from CSV, all at once") as kind:
        others = all_at_once(folder)
    _agree(ours, theirs)
    _agree(ours, others)
    _say(f"ratios: {script.seconds / marts.seconds:.1f}, and {kind.seconds / marts.seconds:.1f} all at once")
    return script.seconds / marts.seconds


def _marts_from_parquet(built: Built) -> dict[str, pl.DataFrame]:
    """The marts' own SQL, as dbt compiled it, over the lake's files in place of the published tables."""
    import duckdb

    with duckdb.connect(config={"threads": 2, "memory_limit": "2GB"}) as connection:
        connection.execute(f"attach ':memory:' as \"{built.database.stem}\"")
        connection.execute(f'use "{built.database.stem}"')
        for name in _READ:
            files = f"read_parquet('{built.lake}/{name}/**/*.parquet', union_by_name=true, hive_partitioning=false)"
            if any((built.lake / name).glob("**/*.parquet")):
                connection.execute(f"create view {name} as from {files}")
            else:
                connection.from_arrow(TABLES[name].schema.to_frame().to_arrow()).create(name)
        compiled = built.target / "compiled" / "medfrag_reports" / "models" / "marts"
        # Tables, as dbt makes them, in the order in which they are made from each other.
        for name in _BOTH:
            query = (compiled / f"{name}.sql").read_text(encoding="utf-8")
            connection.execute(f"create table {name} as {query}")
        return {name: pl.DataFrame(connection.table(name).to_arrow_table()) for name in _BOTH}


def _agree(ours: dict[str, pl.DataFrame], theirs: dict[str, Any]) -> None:
    """Raises when the two ways differ by more than rounding in any share that both give."""
    for name, frame in theirs.items():
        other = pl.from_pandas(frame)
        keys = [column for column in other.columns if other.schema[column] == pl.String]
        shares = [column for column in other.columns if column not in keys]
        both = ours[name].select(*keys, *shares).join(other, on=keys, suffix="_pandas")
        if both.height != other.height:
            raise SystemExit(f"{name}: {both.height} of {other.height} rows in common")
        for share in shares:
            # Accuracy under a control, where nothing could be right, is what pandas gives and the mart does not.
            differ = (pl.col(share) - pl.col(f"{share}_pandas")).abs() > 1e-9
            if both.filter(differ).height:
                raise SystemExit(f"{name}.{share} differs")


class _Clock:
    """Seconds of what was timed, known once it is over."""

    seconds = 0.0


@contextmanager
def _timed(what: str) -> Iterator[_Clock]:
    clock, start, before = _Clock(), time.perf_counter(), _cpu_seconds()
    yield clock
    clock.seconds = time.perf_counter() - start
    _say(f"{what}: {clock.seconds:.1f} s (CPU {_cpu_seconds() - before:.1f} s)")


def _cpu_seconds() -> float:
    """Of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

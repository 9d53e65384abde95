"""dbt builds the published database from a small lake whose numbers can be worked out by hand."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import polars as pl
import pytest

from medfrag_assets.lake.dbt_sources import published_tables
from medfrag_assets.lake.schemas import (
    ANSWERS,
    CHECKPOINTS,
    CLAIM_VERDICTS,
    COMPARISONS,
    DESCRIPTIONS,
    ERRORS,
    GRID,
    IMAGES,
    OPTION_SCORES,
    PROBE_IMAGES,
    PROMPTS,
    QUARANTINE,
    RATER_AGREEMENT,
    RESPONSES,
    STATISTICS,
    TABLES,
    Table,
)
from medfrag_assets.lake.store import table_file, write_table
from medfrag_assets.statistics.cells import cell_statistics
from medfrag_assets.statistics.intervals import wilson
from medfrag_assets.study.paths import PROJECT
from medfrag_assets_tests.fixtures.tables import frame_of

_TRUTH = {"p": "positive", "q": "positive", "m": "negative", "n": "negative"}
# Right: w.a p q n, w.b p m, choice p: 6 of 12. Answered: 9. Positive verdicts: w.a p q m, w.b p, choice p: 5 of 9.
_SAID = {
    "w.a": {"p": "positive", "q": "positive", "m": "positive", "n": "negative"},
    "w.b": {"p": "positive", "q": "negative", "m": "negative", "n": "refused"},
    "choice": {"p": "positive", "q": "negative", "m": "hedged", "n": "refused"},
}


_MARTS = PROJECT / "dbt_reports" / "models" / "marts"
_QUERIES = re.findall(r"```sql\n(.*?)```", (PROJECT / "docs" / "queries.md").read_text(encoding="utf-8"), re.DOTALL)


class Built(NamedTuple):
    folder: Path
    database: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The database of a study with a complete cell, a cell without answers and a model that cannot be opened."""
    folder = tmp_path_factory.mktemp("dbt")
    # A quote, a space and a brace: paths that people have.
    lake = folder / "someone's {lake"
    _write_lake(lake)
    database = folder / "study.1a-2b.duckdb"
    done = _build(folder, lake, database)
    assert done.returncode == 0, done.stdout
    return Built(folder, database)


def test_every_table_is_published_and_nothing_is_a_view(built: Built) -> None:
    kinds = dict(_query(built, "select table_name, table_type from information_schema.tables"))
    marts = {path.stem for path in _MARTS.glob("*.sql")}
    assert set(kinds) == {table.name for table in published_tables()} | marts
    assert set(kinds.values()) == {"BASE TABLE"}


def test_tables_without_rows_or_files_have_their_columns(built: Built) -> None:
    for name in ("errors", "quarantine", "descriptions", "probe_images", "diagnoses"):
        assert _query(built, f"select count(*) from {name}") == [(0,)]
    types = dict(_query(built, "select column_name, data_type from duckdb_columns() where table_name = 'diagnoses'"))
    assert (types["correct"], types["yes_logprob"], types["framing"]) == ("BOOLEAN", "DOUBLE", "VARCHAR")


def test_the_summary_has_every_cell_of_the_grid(built: Built) -> None:
    found = _query(built, "select model, task, checkpoint, toy, n_responses, missing from study_summary order by all")
    assert found == [
        ("absent", "brain", None, None, None, 24),
        ("absent", "chest", None, None, None, 24),
        ("tiny", "brain", "tiny@2", True, 12, 0),
        ("tiny", "chest", "tiny@2", True, None, 24),
    ]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("n_images", 4),
        ("n_prompts", 3),
        ("strict_accuracy", 6 / 12),
        ("coverage", 9 / 12),
        ("selective_accuracy", 6 / 9),
        ("refusal_rate", 2 / 12),
        ("hedge_rate", 1 / 12),
        ("yes_rate", 5 / 9),
        # Answered on positive images: 6, of them 4 positive; on negative ones: 3, of them 2 negative.
        ("sensitivity", 4 / 6),
        ("specificity", 2 / 3),
        ("balanced_accuracy", 4 / 6),
        # Both verdicts for the meaning w: q and m.
        ("flip_rate", 2 / 4),
        ("tower_probe_accuracy", 0.75),
        ("random_tower_probe_accuracy", 0.5),
        ("pair", "toys"),
    ],
)
def test_the_summary_by_hand(built: Built, column: str, expected: float | str) -> None:
    ((found,),) = _query(built, f"select {column} from study_summary where model = 'tiny' and task = 'brain'")
    assert found == (expected if isinstance(expected, str) else pytest.approx(expected))


def test_every_share_of_the_summary_lies_in_its_interval(built: Built) -> None:
    row = _row(built, "select * from study_summary where model = 'tiny' and task = 'brain'")
    shares = [name.removesuffix("_low") for name in row if name.endswith("_low")]
    assert len(shares) >= 12
    ends = [(row[f"{name}_low"], row[name], row[f"{name}_high"]) for name in shares]
    # An interval that cannot be computed from four images is null at both ends.
    assert all(low is high is None or low <= share <= high for low, share, high in ends)
    assert sum(low is not None for low, _, _ in ends) >= 11


def test_accuracy_by_prompt_by_hand(built: Built) -> None:
    row = _row(built, "select * from accuracy_by_prompt where prompt_id = 'w.a' and control = 'image'")
    assert (row["n"], row["n_images"], row["strict_accuracy"], row["coverage"]) == (4, 4, 0.75, 1.0)
    assert (row["strict_accuracy_low"], row["strict_accuracy_high"]) == pytest.approx(wilson(3, 4))
    assert (row["wording"], row["suffix"], row["family"], row["meaning"]) == ("w", "a", "yesno", "w")
    assert (row["n_answered"], row["n_hedged"], row["n_refused"], row["n_off_task"], row["n_empty"]) == (4, 0, 0, 0, 0)
    blank = _row(built, "select * from accuracy_by_prompt where control = 'blank'")
    assert (blank["strict_accuracy"], blank["strict_accuracy_low"], blank["coverage"]) == (None, None, 1.0)


def test_label_rates_by_hand(built: Built) -> None:
    query = "select label, n, n_images, count, rate from response_label_rates where control = 'image' order by label"
    found = _query(built, query)
    assert [row[:4] for row in found] == [
        ("answered", 12, 4, 9),
        ("empty", 12, 4, 0),
        ("hedged", 12, 4, 1),
        ("off_task", 12, 4, 0),
        ("refused", 12, 4, 2),
    ]
    assert sum(row[4] for row in found) == pytest.approx(1)
    assert _query(built, "select count(*) from response_label_rates where low is null or high is null") == [(0,)]


def test_superseded_revisions_are_kept_in_tables_and_left_out_of_marts(built: Built) -> None:
    assert _query(built, "select count(*) from answers where checkpoint = 'tiny@1'") == [(1,)]
    for mart in ("study_summary", "accuracy_by_prompt", "response_label_rates"):
        assert _query(built, f"select count(*) from {mart} where checkpoint = 'tiny@1'") == [(0,)]


@pytest.mark.parametrize("query", _QUERIES)
def test_every_query_of_the_documentation_finds_rows(built: Built, query: str) -> None:
    assert _query(built, query)


def test_a_superseded_revision_stays_in_the_history(built: Built) -> None:
    found = _query(
        built,
        "select checkpoint, predecessor, place, current, task, n_responses, strict_accuracy, strict_accuracy_change"
        " from checkpoint_history where model = 'tiny' order by place, task",
    )
    assert found == [
        ("tiny@1", None, 1, False, "brain", 1, 0.0, None),
        ("tiny@1", None, 1, False, "chest", None, None, None),
        ("tiny@2", "tiny@1", 2, True, "brain", 12, 0.5, 0.25),
        ("tiny@2", "tiny@1", 2, True, "chest", None, None, None),
    ]


def test_columns_are_explained_in_the_database(built: Built) -> None:
    query = "select table_name, column_name from duckdb_columns() where not internal and comment is null"
    assert _query(built, query) == []


@pytest.mark.parametrize(
    ("harm", "noticed_by"),
    [
        ("select 1", set()),
        (
            "delete from answers where prompt_id = 'w.a' and image_id = 'p' and control = 'image'",
            {"responses_and_answers_match_one_to_one", "counts_agree_with_statistics"},
        ),
        ("update answers set correct = true where label = 'hedged'", {"counts_agree_with_statistics"}),
        ("delete from statistics where metric = 'coverage'", {"counts_agree_with_statistics"}),
        (
            "update images set image_id = 'gone' where label = 'positive'",
            {"current_answers_join_an_image", "counts_agree_with_statistics", "images_key_is_unique"},
        ),
        ("delete from prompts where family = 'choice'", {"current_answers_join_a_prompt"}),
        ("delete from study_summary where model = 'absent'", {"every_cell_of_the_grid_is_in_the_summary"}),
        ("delete from response_label_rates where label = 'empty'", {"labels_of_a_cell_add_up"}),
        (
            "update answers set generation_id = 'other' where control = 'blank'",
            {"responses_and_answers_match_one_to_one"},
        ),
        (
            "insert into answers from answers where prompt_id = 'choice'",
            {
                "answers_key_is_unique",
                "responses_and_answers_match_one_to_one",
                "counts_agree_with_statistics",
            },
        ),
        ("update image_reliance set consistent_reliant = 0.9", {"quadrants_add_up"}),
        ("update image_reliance set consistent_reliant = null", {"quadrants_add_up"}),
        ("update knowledge_gap set gap = 0 where rung = 'tower'", {"gaps_of_the_ladder_are_differences"}),
        ("update comparisons set first = 0.5", {"comparisons_are_differences"}),
        ("update comparisons set low = 0.3", {"comparisons_are_differences"}),
        ("update pair_comparisons set second = 0.25", {"comparisons_agree_with_the_summary"}),
        (
            "update difficulty_gradient set easiest_task = task, minus_easiest = 0.1",
            {"distances_to_the_easiest_task_are_differences"},
        ),
        (
            "update checkpoint_history set n_images = 1, n_responses = 1, change_n_images = 1 where task = 'brain'",
            {"changes_of_a_checkpoint_are_differences"},
        ),
        ("update claims set claim_verdict = 'supported'", {"claims_follow_from_their_estimands"}),
        ("insert into claims from claims", {"claims_key_is_unique_and_not_null"}),
    ],
)
def test_harm_is_noticed_by_the_tests_of_dbt(built: Built, tmp_path: Path, harm: str, noticed_by: set[str]) -> None:
    # dbt's own compiled queries, without starting dbt again. They name the database by its file.
    database = tmp_path / built.database.name
    shutil.copyfile(built.database, database)
    with duckdb.connect(str(database)) as connection:
        connection.execute(harm)
        compiled = built.folder / "target" / "compiled" / "medfrag_reports"
        queries = [*compiled.glob("tests/*.sql"), *compiled.rglob("*_key_is_unique*.sql")]
        found = {query.stem for query in queries if connection.execute(query.read_text()).fetchall()}
    assert found == noticed_by


def _build(folder: Path, lake: Path, database: Path) -> subprocess.CompletedProcess[str]:
    dbt = Path(sys.executable).with_name("dbt")
    places = ["--project-dir", "dbt_reports", "--profiles-dir", "dbt_reports"]
    made = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs"), "--no-use-colors"]
    environment = os.environ | {"MEDFRAG_LAKE": str(lake), "MEDFRAG_BUILDING_DATABASE": str(database)}
    command = [str(dbt), "build", *places, *made]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


def _query(built: Built, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        return connection.execute(query).fetchall()


def _row(built: Built, query: str) -> dict[str, Any]:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        result = connection.execute(query)
        names = [column[0] for column in result.description or []]
        (row,) = result.fetchall()
        return dict(zip(names, row, strict=True))


def _write_lake(lake: Path) -> None:
    tiny = {"model": "tiny", "checkpoint": "tiny@2", "task": "brain"}
    answers = frame_of(ANSWERS, [tiny | answer for answer in _answers()])
    superseded = frame_of(ANSWERS, [{"model": "tiny", "checkpoint": "tiny@1", "task": "brain", "image_id": "gone"}])
    images = frame_of(
        IMAGES,
        [
            {"task": "brain", "image_id": image, "label": side, "group_id": image, "sample_rank": place % 2}
            for place, (image, side) in enumerate(_TRUTH.items())
        ],
    )
    prompts = frame_of(PROMPTS, list(_prompts()))
    option_scores = _shared(OPTION_SCORES, answers)
    statistics = cell_statistics(answers, images, prompts, option_scores).to_dicts()
    _write(lake, CHECKPOINTS, frame_of(CHECKPOINTS, list(_checkpoints())))
    _write(lake, IMAGES, images)
    _write(lake, PROMPTS, prompts)
    _write(lake, ANSWERS, answers)
    _write(lake, ANSWERS, superseded, "tiny@1")
    _write(lake, RESPONSES, _shared(RESPONSES, answers))
    _write(lake, OPTION_SCORES, option_scores)
    _write(lake, STATISTICS, frame_of(STATISTICS, [tiny | row for row in (*statistics, *_more_statistics())]))
    _write(lake, GRID, frame_of(GRID, list(_grid())))
    for name, rows in _estimates().items():
        _write(lake, TABLES[name], frame_of(TABLES[name], [tiny | row for row in rows]))
    _write(lake, COMPARISONS, frame_of(COMPARISONS, list(_comparisons())))
    _write(lake, CLAIM_VERDICTS, frame_of(CLAIM_VERDICTS, list(_claims())))
    _write(
        lake, RATER_AGREEMENT, frame_of(RATER_AGREEMENT, [{"first": "rules", "second": "gold", "n": 4, "agreed": 3}])
    )
    # Diagnoses get no file at all: a study without a diagnostician has none.
    for table in (ERRORS, QUARANTINE, DESCRIPTIONS, PROBE_IMAGES):
        _write(lake, table, table.schema.to_frame())


def _checkpoints() -> Iterator[dict[str, Any]]:
    toy = {"pair": "toys", "toy": True}
    yield toy | {"model": "tiny", "checkpoint": "tiny@1", "role": "base", "first_seen": "2026-01-01", "current": False}
    yield toy | {"model": "tiny", "checkpoint": "tiny@2", "role": "base", "first_seen": "2026-02-01", "current": True}
    yield toy | {"model": "med", "checkpoint": "med@1", "role": "medical", "first_seen": "2026-01-01", "current": True}


def _more_statistics() -> Iterator[dict[str, Any]]:
    """Estimates of a protocol and a control that have no answers here, which nothing else makes."""
    size = {"n": 4, "n_images": 4}
    for metric in ("polarity_consistency", "protocol_effect_strict_accuracy"):
        yield size | {"protocol": "as_published", "control": "image", "metric": metric, "estimate": 0.25}
    yield size | {"control": "swapped", "metric": "verdict_changed", "estimate": 0.5}
    for place in ("consistent_reliant", "consistent_unreliant", "inconsistent_reliant", "inconsistent_unreliant"):
        yield size | {"control": "no_image", "metric": place, "estimate": 0.25}


def _estimates() -> dict[str, list[dict[str, Any]]]:
    """Rows of the tables of estimates of the cell. The answer is right in 6 of 12, the tower's probe in 3 of 4."""
    ends = {"n": 4, "low": 0.2, "high": 0.9}
    return {
        "probes": [
            ends | {"rung": "tower", "accuracy": 0.75, "gap": 0.25},
            ends | {"rung": "random_tower", "accuracy": 0.5, "gap": 0.0},
            ends | {"rung": "answer", "accuracy": 0.5, "gap": 0.0},
        ],
        "wording_effects": [{"meaning": "w", "outcome": "accuracy", "n_wordings": 2, "n_images": 4, "range": 0.25}],
        "description_effects": [
            ends | {"given": given, "balanced_accuracy": 0.5, "gain_over_options": 0.0} for given in ("own", "empty")
        ],
        "costs": [{"batch_id": "a", "generations": 16, "tokens_read": 100, "tokens_shared": 60, "seconds": 2.0}],
    }


def _comparisons() -> Iterator[dict[str, Any]]:
    """A medical model right in 9 of 12 against the base model's 6, and a revision against the one before."""
    same = {"first_task": "brain", "outcome": "strict_accuracy", "n_images": 4, "difference": 0.25, "low": 0.1}
    base = {"second_checkpoint": "tiny@2", "pair": "toys", "first_checkpoint": "med@1"}
    values = {"first": 0.75, "second": 0.5, "high": 0.4}
    yield same | base | values | {"kind": "medical_minus_base", "second_task": "brain"}
    yield same | base | {"kind": "interaction", "first": 0.25, "second": 0.0, "high": 0.4}
    revised = {"first_checkpoint": "tiny@2", "second_checkpoint": "tiny@1", "second_task": "brain"}
    yield same | revised | {"kind": "revision_minus_previous", "first": 1.0, "second": 0.75, "high": 0.4}


def _claims() -> Iterator[dict[str, Any]]:
    whole = {"claim": 1, "claim_verdict": "undecided", "level": 0.95, "effect": 0.1}
    yield whole | {"estimand": "fall", "verdict": "supported"}
    yield whole | {"estimand": "near random", "verdict": "undecided"}


def _answers() -> Iterator[dict[str, Any]]:
    for prompt, by_image in _SAID.items():
        for image, said in by_image.items():
            verdict = said if said in ("positive", "negative") else None
            yield {
                "prompt_id": prompt,
                "image_id": image,
                "control": "image",
                "generation_id": f"{prompt} {image}",
                "verdict": verdict,
                "label": "answered" if verdict else said,
                "correct": verdict == _TRUTH[image],
            }
    for image, side in _TRUTH.items():
        yield {
            "prompt_id": "w.a",
            "image_id": image,
            "control": "blank",
            "generation_id": "w.a blank",
            "verdict": "positive",
            "label": "answered",
            "correct": side == "positive",
        }


def _prompts() -> Iterator[dict[str, Any]]:
    for suffix in ("a", "b"):
        wording = {"wording": "w", "suffix": suffix, "family": "yesno", "polarity": "positive", "meaning": "w"}
        yield {"task": "brain", "prompt_id": f"w.{suffix}", **wording}
    yield {"task": "brain", "prompt_id": "choice", "wording": "choice", "family": "choice", "meaning": "choice"}
    yield {"task": "brain", "prompt_id": "describe", "wording": "describe", "family": "describe"}


def _grid() -> Iterator[dict[str, Any]]:
    for model, checkpoint in (("tiny", "tiny@2"), ("absent", None)):
        for task in ("brain", "chest"):
            done = 24 if (model, task) == ("tiny", "brain") else 0
            yield {
                "model": model,
                "checkpoint": checkpoint,
                "task": task,
                "planned": 24,
                "done": done,
                "missing": 24 - done,
            }


def _shared(table: Table, answers: pl.DataFrame) -> pl.DataFrame:
    """Rows of a table that has one row per answer."""
    return frame_of(table, answers.select(name for name in table.schema.names() if name in answers.columns).to_dicts())


def _write(lake: Path, table: Table, frame: pl.DataFrame, checkpoint: str = "tiny@2") -> None:
    write_table(table_file(lake, table, checkpoint, "brain"), frame, "made for a test")

"""Pairs of raters: what each pair compares, and that errors and other judges stay out of it."""

from pathlib import Path

import polars as pl

from medfrag_assets.lake.ratings import gold_ratings, judge_ratings
from medfrag_assets.lake.schemas import ANSWERS, JUDGEMENTS, RESPONSES, Table
from medfrag_assets.lake.store import table_file, write_table
from medfrag_assets.statistics.agreement import agreement
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Judge
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets_tests.fixtures.studies import small_study
from medfrag_assets_tests.fixtures.tables import frame_of


def test_both_halves_of_the_gold_set_are_compared_with_the_rules() -> None:
    pairs = list(gold_ratings())
    assert [(pair.first, pair.second) for pair in pairs] == [("rules", "gold_reported"), ("rules", "gold_tuning")]
    assert all(pair.rows.height >= 200 for pair in pairs)
    assert all(pair.rows["second_label"].null_count() == 0 for pair in pairs)


def test_a_judge_is_compared_on_what_it_labelled_and_nothing_else(tmp_path: Path) -> None:
    judge = Judge(base_url="http://127.0.0.1:1/v1", model="none")
    study = small_study(tmp_path).model_copy(update={"judges": {"one": judge, "silent": judge}})
    checkpoint = find_checkpoint("tiny-gemma", study.models["tiny-gemma"])
    paths = StudyPaths(tmp_path, study.study)

    def put(table: Table, rows: list[dict[str, object]]) -> None:
        write_table(table_file(paths.lake, table, checkpoint.key, "brain_tumor"), frame_of(table, rows), "x")

    images = ["a", "b", "c"]
    put(RESPONSES, [{"image_id": name, "text": f"text of {name}"} for name in images])
    put(ANSWERS, [{"image_id": name, "verdict": "positive", "label": "answered"} for name in images])
    put(
        JUDGEMENTS,
        [
            {"image_id": "a", "judge": "one", "verdict": "positive", "label": "answered"},
            {"image_id": "b", "judge": "one", "verdict": None, "label": "refused"},
            {"image_id": "c", "judge": "one", "label": None, "error": "HTTP 500"},
            {"image_id": "c", "judge": "another", "verdict": "negative", "label": "answered"},
        ],
    )
    pairs = {pair.first: pair for pair in judge_ratings(study, paths, [checkpoint])}
    assert set(pairs) == {"one", "silent"}
    rows = pairs["one"].rows
    assert rows.select("response", "first_label", "second_label").rows() == [
        ("text of a", "answered", "answered"),
        ("text of b", "refused", "answered"),
    ]
    assert pairs["silent"].rows.is_empty()
    overall = agreement("silent", "rules", pairs["silent"].rows).filter(pl.col("scope") == "all").row(0, named=True)
    assert (overall["n"], overall["kappa"]) == (0, None)

"""Pairs of raters: what each pair compares, and that errors and other judges stay out of it."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from medfrag_assets.lake.ratings import ask_about_gold, gold_questions, gold_ratings, judge_ratings, judged_gold
from medfrag_assets.lake.schemas import ANSWERS, JUDGEMENTS, RESPONSES, Table
from medfrag_assets.lake.store import table_file, write_table
from medfrag_assets.scoring.gold import gold_vocabularies, read_gold, scored_gold
from medfrag_assets.scoring.judge_client import Hear, Reply
from medfrag_assets.scoring.judges import Judgement, judge_prompt
from medfrag_assets.statistics.agreement import agreement
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Judge
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets_tests.fixtures.studies import small_study
from medfrag_assets_tests.fixtures.tables import frame_of


def test_the_gold_set_is_compared_with_how_studies_are_scored() -> None:
    few = read_gold().gather_every(40)
    pair = gold_ratings(scored_gold(few))
    assert (pair.first, pair.second) == ("rules", "gold")
    assert pair.rows["id"].to_list() == few["id"].to_list()
    assert pair.rows["second_label"].to_list() == few["gold_label"].to_list()
    agreed = pair.rows.filter(pl.col("first_verdict").eq_missing(pl.col("second_verdict"))).height
    assert agreed > 0.8 * len(few)


class Stub:
    """Answers HEDGED to whatever it is asked, and an error to what it `refuses`."""

    def __init__(self, refuses: str = "nothing of the kind", error: MedfragError | None = None) -> None:
        self.asked: list[str] = []
        self._refuses, self._error = refuses, error

    def ask(self, prompts: Sequence[str], hear: Hear) -> None:
        if self._error is not None:
            raise self._error
        self.asked.extend(prompts)
        for prompt in prompts:
            fails = self._refuses in prompt
            judgement = None if fails else Judgement(None, "hedged")
            hear(Reply(prompt, "word", judgement, "HTTP 500" if fails else None))


JUDGE = Judge(base_url="http://127.0.0.1:1/v1", model="none")
# Each question once, of every kind.
GOLD = read_gold().unique(["prompt", "response"], keep="first", maintain_order=True).gather_every(25)


def test_a_judge_labels_the_gold_set_once_and_is_compared_with_it(tmp_path: Path) -> None:
    assert judged_gold(tmp_path, "one", JUDGE, GOLD) is None
    stub = Stub()
    assert ask_about_gold(tmp_path, JUDGE, GOLD, stub) is None
    assert len(stub.asked) == len(set(stub.asked)) == len(GOLD)
    again = Stub()
    assert ask_about_gold(tmp_path, JUDGE, GOLD, again) is None
    assert again.asked == []
    pair = judged_gold(tmp_path, "one", JUDGE, GOLD)
    assert pair is not None
    assert (pair.first, pair.second) == ("one", "gold")
    assert pair.rows["id"].to_list() == GOLD["id"].to_list()
    assert pair.rows["second_label"].to_list() == GOLD["gold_label"].to_list()
    assert set(pair.rows["first_label"]) == {"hedged"}


def test_a_judge_reads_a_gold_response_as_it_reads_any_other() -> None:
    row = GOLD.filter(family="choice").row(0, named=True)
    options = {"A": row["option_a"], "B": row["option_b"]}
    asked = judge_prompt(gold_vocabularies()[row["task"]], row["prompt"], "choice", None, options, row["response"])
    found = gold_questions(JUDGE, GOLD)
    assert found.prompts[found.rows.filter(id=row["id"])["call_id"].item()] == asked
    assert set(options.values()) == {"positive", "negative"}


def test_what_a_judge_did_not_label_is_left_out_and_said(tmp_path: Path) -> None:
    reason = ask_about_gold(tmp_path, JUDGE, GOLD, Stub(refuses="brain MRI"))
    about_brains = GOLD.filter(pl.col("prompt").str.contains("brain MRI")).height
    assert reason == f"{about_brains} of {len(GOLD)} responses were not labelled: HTTP 500"
    pair = judged_gold(tmp_path, "one", JUDGE, GOLD)
    assert pair is not None
    assert len(pair.rows) == len(GOLD) - about_brains
    later = Stub()
    assert ask_about_gold(tmp_path, JUDGE, GOLD, later) is None
    assert len(later.asked) == about_brains


def test_a_judge_that_cannot_be_asked_is_left_out(tmp_path: Path) -> None:
    assert ask_about_gold(tmp_path, JUDGE, GOLD, Stub(error=MedfragError("no key"))) == "no key"
    assert judged_gold(tmp_path, "one", JUDGE, GOLD) is None


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

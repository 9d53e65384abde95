"""The gold set's form, and how well the rules read each part of it. Floors are just below what was measured."""

import json
from collections import Counter
from functools import cache
from itertools import chain
from typing import Any

import pytest

from medfrag_assets.scoring.gold import PARTS, gold_file
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import LABELS, SIDES
from medfrag_assets_tests.benchmarks.scoring import measures, read_gold, vocabularies_of

TASKS = load_study("embedded").tasks


@cache
def lines(part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold_file(part).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("part", PARTS)
def test_every_line_says_what_it_must(part: str) -> None:
    found = lines(part)
    tasks = vocabularies_of(gold_file(part))
    assert len({line["id"] for line in found}) == len(found)
    assert len({(line["prompt"], line["response"]) for line in found}) == len(found)
    for line in found:
        assert line["task"] in tasks
        assert line["label"] in LABELS
        assert (line["verdict"] in SIDES) == (line["label"] == "answered"), line["id"]
        if line["family"] == "yesno":
            assert line["polarity"] in ("positive", "inverted")
        else:
            assert line["family"] == "choice"
            assert sorted(line["options"].values()) == ["negative", "positive"]


def test_the_other_tasks_are_none_that_ship() -> None:
    assert not {line["task"] for line in lines("other_tasks")} & set(TASKS)


def test_the_set_is_large_hard_and_covers_everything() -> None:
    found = list(chain.from_iterable(lines(half) for half in ("tuning", "reported")))
    assert len(found) >= 400
    assert sum(line["hard"] for line in found) * 3 >= len(found)
    seen = Counter((line["task"], line.get("polarity") or line["options"]["A"]) for line in found)
    assert len(seen) == 4 * 3
    assert min(seen.values()) >= 20
    assert min(Counter(line["label"] for line in found).values()) >= 25
    assert {line["style"] for line in found if "style" in line} == {"llava", "llava-med", "gemma", "medgemma"}


@pytest.mark.parametrize(
    ("part", "verdict_right", "wrong_side", "macro_f1"),
    [
        ("reported", 0.98, 0.002, 0.965),
        ("tuning", 0.93, 0.009, 0.9),
        ("varied", 0.87, 0.04, 0.83),
        ("other_tasks", 0.91, 0.011, 0.91),
    ],
)
def test_the_rules_read_it(part: str, verdict_right: float, wrong_side: float, macro_f1: float) -> None:
    found = measures(read_gold(gold_file(part)))
    assert found["verdict_right"]["share"] >= verdict_right
    assert found["wrong_side"]["share"] <= wrong_side
    assert found["macro_f1"] >= macro_f1

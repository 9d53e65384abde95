"""`medfrag score`: the rules over lines of JSON; bad lines are named and cost only themselves."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from medfrag_assets.scoring.lines import score_lines
from medfrag_assets.study.load import load_study
from medfrag_assets_tests.fixtures.command import medfrag

VOCABULARIES = {name: task.vocabulary for name, task in load_study("embedded").tasks.items()}
YESNO = {
    "id": "1",
    "task": "brain_tumor",
    "family": "yesno",
    "polarity": "inverted",
    "prompt": "Is this brain MRI normal?",
    "response": "Yes.",
}
CHOICE = {
    "id": 2,
    "task": "skin_cancer",
    "family": "choice",
    "options": {"A": "negative", "B": "positive"},
    "prompt": "Which finding does this dermoscopic image show? A) benign lesion B) malignant lesion",
    "response": "B) malignant lesion",
}
BAD: list[tuple[str, str]] = [
    ("{", "no JSON"),
    ("[1, 2]", "valid dictionary"),
    ("nonsense", "no JSON"),
    ("[" * 100_000, "no JSON"),
    (json.dumps(YESNO | {"polarity": None}), "polarity"),
    (json.dumps(YESNO | {"polarity": "up"}), "polarity"),
    (json.dumps(YESNO | {"family": "essay"}), "family"),
    (json.dumps(YESNO | {"task": "dentistry"}), "no task 'dentistry'"),
    (json.dumps(YESNO | {"response": None}), "response"),
    (json.dumps(YESNO | {"response": 3}), "response"),
    (json.dumps({key: value for key, value in YESNO.items() if key != "prompt"}), "prompt: Field required"),
    (json.dumps({key: value for key, value in CHOICE.items() if key != "options"}), "options"),
    (json.dumps(CHOICE | {"options": {"A": "positive", "B": "positive"}}), "options"),
    (json.dumps(CHOICE | {"options": {"A": "positive"}}), "options"),
    (json.dumps(CHOICE | {"options": {"C": "positive", "D": "negative"}}), "options"),
]


def scored(*lines: dict[str, Any]) -> list[Any]:
    return [line.scored for line in score_lines([json.dumps(line) for line in lines], VOCABULARIES)]


def test_verdict_label_rule_and_span() -> None:
    first, second = scored(YESNO, CHOICE)
    assert (first["id"], first["verdict"], first["label"], first["span"]) == ("1", "negative", "answered", "Yes")
    assert (second["id"], second["verdict"], second["label"]) == (2, "positive", "answered")
    assert first["rule"]


def test_other_keys_and_blank_lines_do_not_matter() -> None:
    lines = ["", json.dumps(YESNO | {"model": "mine"}), "   "]
    assert [line.number for line in score_lines(lines, VOCABULARIES)] == [2]


@pytest.mark.parametrize(("line", "words"), BAD)
def test_a_bad_line_is_named_and_the_others_are_scored(line: str, words: str) -> None:
    found = list(score_lines([json.dumps(YESNO), line, json.dumps(CHOICE)], VOCABULARIES))
    assert [one.scored is None for one in found] == [False, True, False]
    assert found[1].number == 2
    assert words in str(found[1].problem)
    assert "\n" not in str(found[1].problem)


def run(folder: Path, content: bytes, *more: str) -> subprocess.CompletedProcess[str]:
    source = folder / "in.jsonl"
    source.write_bytes(content)
    return medfrag(folder, "score", str(source), *more)


def test_the_command_writes_a_file_and_exits_1_for_a_bad_line(tmp_path: Path) -> None:
    whole = json.dumps(YESNO).encode() + b"\r\n"
    done = run(tmp_path, b"\xef\xbb\xbf" + whole + b'{"id": "\xff"}\n' + whole, "--out", str(tmp_path / "out.jsonl"))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"{tmp_path / 'in.jsonl'}, line 2: not UTF-8"]
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["verdict"] for line in out] == ["negative", "negative"]
    assert set(out[0]) == {"id", "verdict", "label", "rule", "span"}


def test_the_command_writes_to_standard_output_and_exits_0(tmp_path: Path) -> None:
    strange = YESNO | {"response": "Oui \ud800, c'est normal."}
    done = run(tmp_path, "\n".join(json.dumps(line) for line in (YESNO, CHOICE, strange)).encode())
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["label"] for line in done.stdout.splitlines()] == ["answered"] * 3


def test_a_fifth_task_brings_its_own_words(tmp_path: Path) -> None:
    line = YESNO | {"task": "chest_infection", "polarity": "positive", "response": "This is bronchopneumonia."}
    study = "docs/examples/own_images.yaml"
    done = run(tmp_path, json.dumps(line).encode(), "--study", study)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["verdict"] == "positive"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = medfrag(tmp_path, "score", str(tmp_path / "none.jsonl"))
    assert done.returncode == 1
    assert done.stderr.strip() == f"Error: {tmp_path / 'none.jsonl'}: No such file or directory."

"""Measures the rules: `python -m medfrag_assets_tests.benchmarks.scoring --json FILE [--gold FILE …]`.

On each gold file (default: all of them), and on each set that it is made of: the share of right verdicts (null where
the gold says null), of verdicts for the wrong side, and macro-F1 of the five labels, each share with its count and
Wilson 95 % interval. And how many distinct responses of 100 characters one core scores in a second of CPU time. Then
1,000 calls of a judge (or `--judge-calls`) to a real local server through a proxy that does harm. `--show` prints what
was read otherwise.
"""

import argparse
import json
import random
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.gold import PARTS, gold_file, gold_vocabularies
from medfrag_assets.scoring.lexicon import lexicon_of
from medfrag_assets.scoring.rules import score_response
from medfrag_assets.study.spec import LABELS, Vocabulary
from medfrag_assets_tests.fixtures.local_server import local_server
from medfrag_assets_tests.fixtures.under_fire import under_fire

GOLD_FILES = tuple(gold_file(part) for part in PARTS)
_RESPONSES = 20_000
_LENGTH = 100
_NUMBER = re.compile(r"-?\d+$")


class Read(NamedTuple):
    """A gold line and how the rules read it."""

    line: dict[str, Any]
    verdict: str | None
    label: str
    rule: str
    span: str | None


def read_gold(path: Path) -> list[Read]:
    """Scores every line of a gold file."""
    vocabularies = vocabularies_of(path)
    found = []
    for text in path.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        score = score_response(
            vocabularies[line["task"]],
            line["prompt"],
            line["family"],
            line.get("polarity"),
            line.get("options"),
            line["response"],
        )
        found.append(Read(line, score.verdict, score.label, score.rule, score.span))
    return found


def vocabularies_of(path: Path) -> dict[str, Vocabulary]:
    """The words of the tasks that a gold file is about: in a YAML file beside it, else those of the shipped tasks."""
    own = path.with_suffix(".yaml")
    if not own.is_file():
        return gold_vocabularies()
    tasks = yaml.safe_load(own.read_text(encoding="utf-8"))
    return {name: Vocabulary.model_validate(words) for name, words in tasks.items()}


def measures(found: Sequence[Read]) -> dict[str, Any]:
    """What the docs show of one gold file."""
    from sklearn.metrics import f1_score

    right = [one.verdict == one.line["verdict"] for one in found]
    wrong_side = [
        one.verdict is not None and one.line["verdict"] is not None and one.verdict != one.line["verdict"]
        for one in found
    ]
    gold, said = [one.line["label"] for one in found], [one.label for one in found]
    by_label = f1_score(gold, said, labels=list(LABELS), average=None, zero_division=0)
    return {
        "n": len(found),
        "hard": sum(bool(one.line["hard"]) for one in found),
        "verdict_right": _share(right),
        "wrong_side": _share(wrong_side),
        "macro_f1": round(float(by_label.mean()), 4),
        "f1": {label: round(float(value), 4) for label, value in zip(LABELS, by_label, strict=True)},
        "label_right": _share([one.label == one.line["label"] for one in found]),
    }


def by_set(found: Sequence[Read]) -> dict[str, Any]:
    """`measures` of each set of the file, which the ids of its lines name before their number."""
    sets = {one.line["id"]: _NUMBER.sub("", one.line["id"]) for one in found}
    return {
        name: measures([one for one in found if sets[one.line["id"]] == name]) for name in dict.fromkeys(sets.values())
    }


def responses_per_second() -> float:
    """Distinct responses of 100 characters per CPU second, made from the words of the gold set's tuning half, once the
    words of the tasks are loaded, which takes a sixth of a second.
    """
    dice = random.Random(0)
    lines = [json.loads(text) for text in GOLD_FILES[0].read_text(encoding="utf-8").splitlines()]
    words = [word for line in lines for word in line["response"].split()]
    vocabularies = gold_vocabularies()
    made = [(lines[place % len(lines)], _text(words, dice)) for place in range(_RESPONSES)]
    for vocabulary in vocabularies.values():
        lexicon_of(vocabulary)
    with many_responses():
        start = time.process_time()
        for line, text in made:
            score_response(
                vocabularies[line["task"]],
                line["prompt"],
                line["family"],
                line.get("polarity"),
                line.get("options"),
                text,
            )
        return _RESPONSES / (time.process_time() - start)


def _text(words: Sequence[str], dice: random.Random) -> str:
    text = ""
    while len(text) < _LENGTH:
        text += dice.choice(words) + " "
    return text[:_LENGTH]


def judge_calls(count: int) -> dict[str, Any]:
    """What came of so many calls to `transformers serve` with a tiny checkpoint, behind a proxy that does harm."""
    with tempfile.TemporaryDirectory() as folder, local_server(Path(folder) / "server") as url:
        fired = under_fire(url, Path(folder) / "ledger", count)
    return {
        "calls": count,
        "requests": sum(fired.harm.requests.values()),
        "errors_after_each_run": [one.failed for one in fired.rounds],
        "lost": fired.lost,
        "counted_twice": fired.twice,
        "errors_taken_for_labels": fired.wrong,
        "seconds": round(fired.seconds, 1),
    }


def _share(hits: Sequence[bool]) -> dict[str, float | int]:
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(sum(hits), len(hits), alpha=0.05, method="wilson")
    return {
        "share": round(sum(hits) / len(hits), 4),
        "count": sum(hits),
        "n": len(hits),
        "low": round(float(low), 4),
        "high": round(float(high), 4),
    }


def show(found: Sequence[Read]) -> None:
    """Prints every line that was read otherwise than the gold says."""
    for one in found:
        line = one.line
        if (one.verdict, one.label) != (line["verdict"], line["label"]):
            how = line.get("polarity") or line.get("options")
            print(f"{line['id']} {line['task']} {line['family']} {how}: {line['response']!r}")
            print(
                f"    gold {line['label']} {line['verdict']}, read {one.label} {one.verdict} ({one.rule}: {one.span!r})"
            )


def main() -> None:
    """Reads the arguments, measures, prints and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", type=Path, required=True, help="file to write")
    parser.add_argument("--gold", type=Path, nargs="+", default=list(GOLD_FILES), help="gold files")
    parser.add_argument("--judge-calls", type=int, default=1000, help="calls of a judge; 0: none")
    parser.add_argument("--show", action="store_true", help="print what was read otherwise")
    chosen = parser.parse_args()
    result: dict[str, Any] = {}
    for path in chosen.gold:
        found = read_gold(path)
        result[path.stem] = measures(found) | {"sets": by_set(found)}
        if chosen.show:
            show(found)
    result["responses_per_second"] = round(responses_per_second())
    if chosen.judge_calls:
        result["judge"] = judge_calls(chosen.judge_calls)
    print(json.dumps(result, indent=1))
    chosen.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

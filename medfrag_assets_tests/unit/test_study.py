"""A study file is read whole, or refused in a line that names the file and the key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medfrag_assets.study.errors import StudyError
from medfrag_assets.study.load import fill_terms, load_study
from medfrag_assets.study.prompts import prompt_rows

Edit = Callable[[dict[str, Any]], None]

STUDY: dict[str, Any] = {
    "study": "mine",
    "title": "Mine",
    "seed": 1,
    "images_per_class": 4,
    "models": {
        "base": {"checkpoint": "somewhere", "family": "llava", "pair": "p", "role": "base"},
        "med": {"checkpoint": "elsewhere", "family": "llava", "pair": "p", "role": "medical"},
    },
    "tasks": {
        "spots": {
            "modality": "photo",
            "terms": {"image": "photo"},
            "vocabulary": {"positive": {"name": "spot"}, "negative": {"name": "no spot"}},
            "source": {"kind": "folder", "root": "x", "classes": {"a": "positive", "b": "negative"}},
            "prompts": {
                "closed": {
                    "spot": {
                        "family": "yesno",
                        "polarity": "positive",
                        "specificity": "targeted",
                        "meaning": "spot",
                        "text": "Is there a spot on this {image}?",
                    }
                }
            },
        }
    },
}


def write_study(folder: Path, edit: Edit = lambda raw: None) -> str:
    raw: dict[str, Any] = yaml.safe_load(yaml.safe_dump(STUDY))
    edit(raw)
    path = folder / "mine.yaml"
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    return str(path)


def wording(raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = raw["tasks"]["spots"]["prompts"]["closed"]["spot"]
    return found


def set_in(*path: str, value: Any) -> Edit:
    def edit(raw: dict[str, Any]) -> None:
        for key in path[:-1]:
            raw = raw[key]
        raw[path[-1]] = value

    return edit


@pytest.mark.parametrize("name", ["embedded", "paper"])
def test_shipped_studies_are_whole(name: str) -> None:
    study = load_study(name)
    assert study.study == name
    assert list(study.tasks) == ["brain_tumor", "pneumonia", "skin_cancer", "breast_histopathology"]
    assert len(study.models) == 4
    assert study.has_toys == (name == "embedded")


def test_a_file_that_says_everything_is_read(tmp_path: Path) -> None:
    study = load_study(write_study(tmp_path))
    assert study.wordings("spots").closed["spot"].text == "Is there a spot on this {image}?"
    assert set(study.protocols) == {"corrected", "as_published"}


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (set_in("sede", value=1), "sede: unknown key"),
        (set_in("models", "base", "familly", value="llava"), "models → base → familly: unknown key"),
        (set_in("models", "base", "family", value="resnet"), "models → base → family"),
        (set_in("models", "base", "role", value="medical"), "pair 'p' has 0 base models"),
        (set_in("models", "med", "role", value="base"), "pair 'p' has 2 base models"),
        (lambda raw: raw["models"].pop("med"), "pair 'p' has no medical model"),
        (lambda raw: wording(raw).pop("polarity"), "needs `polarity: positive` or `polarity: inverted`"),
        (lambda raw: wording(raw).update(family="choice", polarity=None), "needs `options` for A and B"),
        (lambda raw: wording(raw).update(text="Any {diseaze}?"), "{diseaze} is not among the task's terms"),
        (lambda raw: raw["tasks"]["spots"]["source"].update(classes={"a": "positive"}), "one to negative"),
        (lambda raw: raw["tasks"]["spots"].update(use="toes"), "no shipped task 'toes'"),
        (lambda raw: raw.pop("models"), "models: missing"),
        (lambda raw: raw.update(images_per_class=1), "images_per_class"),
        (lambda raw: raw.update(study="embedded"), "belongs to a shipped study"),
        (lambda raw: raw.update(study="../up"), "study: "),
        (lambda raw: raw["models"]["base"].update(templates={"as_published": "USER:"}), "no {prompt}"),
        (set_in("protocols", value={"as_published": {"closed_tokens": 1, "describe_tokens": 1}}), "`corrected`"),
        (lambda raw: raw["models"]["base"].update(checkpoint="${MEDFRAG_UNSET_VARIABLE}"), "is not set. Set it"),
    ],
)
def test_what_is_wrong_is_said_in_two_lines_with_the_file(tmp_path: Path, edit: Edit, words: str) -> None:
    path = write_study(tmp_path, edit)
    with pytest.raises(StudyError) as raised:
        load_study(path)
    message = str(raised.value)
    assert words in message
    assert path in message
    assert message.count("\n") <= 1


@pytest.mark.parametrize("content", ["- a list", "key: [unclosed", "", "\x00"])
def test_a_file_that_is_no_study_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StudyError, match=r"broken\.yaml"):
        load_study(str(path))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(StudyError, match=r"No study 'nowhere\.yaml'"):
        load_study("nowhere.yaml")


def test_terms_are_filled_and_nothing_is_evaluated() -> None:
    assert fill_terms("{a} {b} {a.__class__} {0}", {"a": "{b}"}) == "{b} {b} {a.__class__} {0}"


def test_prompts_of_the_embedded_study() -> None:
    prompts = prompt_rows(load_study("embedded"), "brain_tumor")
    closed = prompts.filter(prompts["family"].is_in(["yesno", "choice"]))
    assert len(closed) == 12
    assert prompts["prompt_id"].is_unique().all()
    texts = dict(zip(prompts["prompt_id"], prompts["text"], strict=True))
    assert texts["normal.one_word"] == "Is this brain MRI normal? Answer in one word."
    assert "{" not in "".join(text for name, text in texts.items() if not name.startswith("diagnose."))
    assert "{description}" in texts["diagnose.terse_any"]

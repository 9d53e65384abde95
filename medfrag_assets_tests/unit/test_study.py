"""A study file is read whole, or refused in a line that names the file and the key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medfrag_assets.sources.sampling import require_source, sample_images, source_fingerprint
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError, StudyError
from medfrag_assets.study.load import fill_terms, load_study
from medfrag_assets.study.prompts import prompt_rows
from medfrag_assets.study.yaml_files import read_yaml

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
        (lambda raw: raw["tasks"]["spots"].update(use=["toes"]), "no shipped task ['toes']"),
        (lambda raw: raw.pop("models"), "models: missing"),
        (lambda raw: raw.pop("tasks"), "tasks: missing"),
        (lambda raw: raw.update(tasks=None), "tasks: nothing is said there"),
        (lambda raw: raw["tasks"]["spots"]["source"].update(root="a\0b"), "spots → source → root: has a NUL character"),
        (
            lambda raw: raw["tasks"]["spots"]["source"].update(classes={True: "positive", False: "negative"}),
            "classes: True is no text to YAML; write it in quotes",
        ),
        (
            lambda raw: raw["tasks"]["spots"]["source"].update(classes={0: "positive", 1: "negative"}),
            "classes: 0 is no text to YAML; write it in quotes",
        ),
        (
            lambda raw: raw["tasks"]["spots"]["vocabulary"]["negative"].update(name=False),
            "negative → name: False is no",
        ),
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


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("study: mine\nseed: 1\ntitle: Mine\nseed: 2\n", "(line 4): the key 'seed' is there twice, first in line 2"),
        ("tasks:\n  spots: {modality: a, modality: b}\n", "(line 2): the key 'modality' is there twice"),
        ("tasks: &a [*a]\n", "(line 1): a list or mapping that holds itself"),
        ("tasks: &a {b: {c: *a}}\n", "(line 1): a list or mapping that holds itself"),
        ("tasks: " + "[" * 5000 + "]" * 5000, "nested too deeply"),
        ("study: a\0b\n", "not readable as YAML: it has the character '\\x00'"),
        ("study: mine\nseed: 2024-13-45\n", "(line 2): '2024-13-45' cannot be read as timestamp"),
        ("seed: !!bool perhaps\n", "(line 1): 'perhaps' cannot be read as bool"),
    ],
)
def test_what_is_no_plain_yaml_is_said_in_a_line(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StudyError) as raised:
        load_study(str(path))
    assert words in str(raised.value)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


def test_merged_keys_may_be_set_anew(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("a: &a {b: 1, c: 2}\nd: {<<: *a, c: 3}\n", encoding="utf-8")
    assert read_yaml(path) == {"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}}


def test_a_study_loads_without_the_variable_of_its_images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEDFRAG_UNSET_VARIABLE", raising=False)
    edit = set_in("tasks", "spots", "source", "root", value="${MEDFRAG_UNSET_VARIABLE}/spots")
    path = write_study(tmp_path, edit)
    source = load_study(path).tasks["spots"].source
    said = (
        f"{path}: tasks → spots → source → root: ${{MEDFRAG_UNSET_VARIABLE}} is not set. Set it, for example: export "
    )
    for look in (
        lambda: sample_images("spots", source, 4, 1, tmp_path / "store"),
        lambda: source_fingerprint(source),
        lambda: require_source("spots", source, 1),
    ):
        with pytest.raises(MedfragError) as raised:
            look()
        assert said in str(raised.value)
        assert "\n" not in str(raised.value)


def test_where_a_study_file_lies_changes_no_digest(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = (load_study(write_study(tmp_path / name)) for name in ("a", "b"))
    assert digest(first) == digest(second)
    assert digest(first.tasks["spots"].source) == digest(second.tasks["spots"].source)


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


@pytest.mark.parametrize(("typed", "meant"), [("embeded", " Did you mean embedded?"), ("mine", "")])
def test_a_study_that_is_not_there_is_named_with_what_may_be_meant(typed: str, meant: str) -> None:
    with pytest.raises(StudyError) as raised:
        load_study(typed)
    assert str(raised.value) == (
        f"No study {typed!r}: neither a shipped study (embedded, paper) nor a file that exists.{meant}"
    )

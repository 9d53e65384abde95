import os
import shutil
from pathlib import Path

import pytest

from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.watched import CARD, Look, Seen, look, open_folder, watched_checkpoint, with_watched

_CARD = "family: gemma3\npair: gemma\nrole: medical\ntoy: true\n"


@pytest.fixture(autouse=True)
def _data_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDFRAG_DATA", str(tmp_path / "data"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "checkpoints"
    folder.mkdir(parents=True)
    return folder


def _drop(root: Path, name: str, card: str | None = _CARD) -> Path:
    folder = root / name
    shutil.copytree(PROJECT / "data" / "embedded" / "tiny-medgemma", folder)
    if card is not None:
        (folder / CARD).write_text(card, encoding="utf-8")
    return folder


def _study() -> Study:
    return load_study("embedded")


def _two_looks(root: Path) -> tuple[Look, Look]:
    first = look(_study(), root, {})
    return first, look(_study(), root, first.seen)


def test_a_whole_folder_is_found_at_the_second_look_and_not_again(root: Path) -> None:
    _drop(root, "my-model")
    first, second = _two_looks(root)
    assert (first.found, first.problems) == ([], [])
    (found,) = second.found
    assert found.checkpoint.alias == "my-model"
    assert found.model.role == "medical"
    third = look(_study(), root, second.seen)
    assert (third.found, third.problems) == ([], [])


def test_a_folder_that_grows_between_looks_waits(root: Path) -> None:
    folder = _drop(root, "my-model")
    first = look(_study(), root, {})
    (folder / "more.txt").write_text("still copying", encoding="utf-8")
    second = look(_study(), root, first.seen)
    assert second.found == []
    assert [found.checkpoint.alias for found in look(_study(), root, second.seen).found] == ["my-model"]


def test_a_shard_that_is_missing_is_reported_once_and_found_when_it_comes(root: Path) -> None:
    folder = _drop(root, "my-model")
    weights = folder / "model.safetensors"
    aside = root.parent / "model.safetensors"
    os.rename(weights, aside)
    first, second = _two_looks(root)
    assert second.found == []
    assert "no weights" in second.problems[0]
    third = look(_study(), root, second.seen)
    assert (third.found, third.problems) == ([], [])
    os.rename(aside, weights)
    fourth = look(_study(), root, third.seen)
    assert len(look(_study(), root, fourth.seen).found) == 1
    assert first.problems == []


def test_changed_weights_are_another_revision_of_the_same_model(root: Path) -> None:
    folder = _drop(root, "my-model")
    _, second = _two_looks(root)
    weights = folder / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(bytes(content))
    third = look(_study(), root, second.seen)
    (again,) = look(_study(), root, third.seen).found
    (before,) = second.found
    assert again.checkpoint.alias == before.checkpoint.alias
    assert again.checkpoint.revision != before.checkpoint.revision


def test_the_same_weights_under_another_name_have_the_same_digests(root: Path) -> None:
    _drop(root, "one")
    _drop(root, "other")
    one, other = _two_looks(root)[1].found
    assert one.checkpoint.digest == other.checkpoint.digest
    assert one.checkpoint.revision == other.checkpoint.revision


def test_a_run_of_several_checkpoints_has_one_card_above_them(root: Path) -> None:
    run = root / "my-run"
    for step in ("checkpoint-100", "checkpoint-200"):
        _drop(run, step, card=None)
    (run / CARD).write_text(_CARD, encoding="utf-8")
    found = _two_looks(root)[1].found
    assert [one.checkpoint.alias for one in found] == ["my-run", "my-run"]
    assert [Path(one.model.checkpoint).name for one in found] == ["checkpoint-100", "checkpoint-200"]


def test_a_card_above_the_watched_folder_says_nothing(root: Path) -> None:
    _drop(root, "my-model", card=None)
    (root.parent / CARD).write_text(_CARD, encoding="utf-8")
    (root / CARD).write_text(_CARD, encoding="utf-8")
    assert "nothing says what model it is" in _two_looks(root)[1].problems[0]


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (None, "family: gemma3"),
        ("family: bert\n", "family"),
        ("family: gemma3\npair: gemma\n", "together"),
        ("family: gemma3\npair: nosuch\nrole: medical\n", "no base model of a pair 'nosuch'"),
        ("family: gemma3\npair: gemma\nrole: base\n", "has a base model already"),
        ("family: llava\n", "is a Gemma3ForConditionalGeneration"),
        ("family: gemma3\nmodel: 'a|b'\n", "model"),
        ("family: gemma3\nsize: big\n", "size"),
        ("family: [\n", "not readable as YAML"),
    ],
)
def test_what_a_card_says_wrongly_is_said_with_the_way_out(root: Path, card: str | None, words: str) -> None:
    _drop(root, "my-model", card)
    assert words in _two_looks(root)[1].problems[0]


def test_a_folder_with_odd_characters_needs_a_name_in_its_card(root: Path) -> None:
    folder = _drop(root, "my model|ü")
    with pytest.raises(MedfragError, match="cannot be a model's name"):
        open_folder(_study(), folder, root)
    (folder / CARD).write_text(_CARD + "model: my-model\n", encoding="utf-8")
    assert open_folder(_study(), folder, root).checkpoint.alias == "my-model"


def test_pickled_weights_are_refused_and_never_opened(root: Path) -> None:
    folder = _drop(root, "my-model")
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(b"\x80\x04never opened")
    assert "pickled" in _two_looks(root)[1].problems[0]


def test_truncated_weights_are_refused(root: Path) -> None:
    weights = _drop(root, "my-model") / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    assert "truncated" in _two_looks(root)[1].problems[0]


def test_a_folder_that_goes_away_is_no_problem(root: Path) -> None:
    folder = _drop(root, "my-model")
    _, second = _two_looks(root)
    shutil.rmtree(folder)
    third = look(_study(), root, second.seen)
    assert third == ([], [], {})


def test_an_unchanged_folder_is_not_opened_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _drop(root, "my-model")
    state = look(_study(), root, {}).seen["my-model"].signature
    monkeypatch.setattr("medfrag_assets.vlm.watched.open_folder", None)
    assert look(_study(), root, {"my-model": Seen(state, "known")}).found == []
    assert look(_study(), root, {"my-model": Seen(state, "refused")}).problems == []


def test_a_study_takes_in_watched_models_and_leaves_out_broken_ones(root: Path) -> None:
    _drop(root, "my-model")
    _drop(root, "broken", card=None)
    models = with_watched(_study(), root).models
    assert list(models)[-1] == "my-model"
    assert "broken" not in models


def test_the_newest_folder_of_a_model_is_its_current_one(root: Path) -> None:
    for name in ("newer", "older"):
        folder = _drop(root, name, _CARD + "model: my-model\n")
        if name == "older":
            for file in folder.iterdir():
                os.utime(file, (1, 1))
    assert with_watched(_study(), root).models["my-model"].checkpoint == str(root / "newer")


def test_a_watched_folder_may_be_a_new_revision_of_a_model_of_the_study(root: Path) -> None:
    _drop(root, "next", _CARD + "model: tiny-medgemma\n")
    assert with_watched(_study(), root).models["tiny-medgemma"].checkpoint == str(root / "next")


def test_an_earlier_revision_is_found_by_its_key(root: Path) -> None:
    _drop(root, "my-model")
    (found,) = _two_looks(root)[1].found
    again = watched_checkpoint(_study(), root, found.checkpoint.key)
    assert again is not None
    assert again.checkpoint.folder == root / "my-model"
    assert watched_checkpoint(_study(), root, "my-model@0") is None


def test_no_watched_folder_is_no_problem(root: Path) -> None:
    assert look(_study(), root / "nowhere", {}) == ([], [], {})
    assert with_watched(_study(), root / "nowhere").models == _study().models

import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest

from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.vlm.checkpoints import Checkpoint, find_checkpoint
from medfrag_assets.vlm.generation import Batch, Known, Request, nothing_known
from medfrag_assets.vlm.guard import FolderGuard, Guarded
from medfrag_assets.vlm.weights import CheckpointError


@pytest.fixture
def checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkpoint:
    monkeypatch.setenv("MEDFRAG_DATA", str(tmp_path / "data"))
    folder = tmp_path / "my-model"
    shutil.copytree(PROJECT / "data" / "embedded" / "tiny-gemma", folder)
    model = load_study("embedded").models["tiny-gemma"].model_copy(update={"checkpoint": str(folder)})
    return find_checkpoint("my-model", model)


def test_an_unchanged_folder_passes(checkpoint: Checkpoint) -> None:
    FolderGuard(checkpoint).require_unchanged()


def test_a_change_is_refused_by_name(checkpoint: Checkpoint) -> None:
    guard = FolderGuard(checkpoint)
    weights = checkpoint.folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes())
    with pytest.raises(CheckpointError, match=f"{checkpoint.key}: .* was changed while it was being evaluated"):
        guard.require_unchanged()


def test_a_folder_that_went_away_is_a_change(checkpoint: Checkpoint) -> None:
    guard = FolderGuard(checkpoint)
    shutil.rmtree(checkpoint.folder)
    with pytest.raises(CheckpointError):
        guard.require_unchanged()


def test_a_batch_computed_over_a_change_is_not_handed_on(checkpoint: Checkpoint) -> None:
    class TwoBatches:
        def generate(self, requests: Sequence[Request], embed: Collection[str], known: Known) -> Iterator[Batch]:
            yield Batch([], [], "closed", "shared_prefix", 0, 0)
            (checkpoint.folder / "config.json").touch()
            yield Batch([], [], "closed", "shared_prefix", 0, 0)

    batches = Guarded(TwoBatches(), FolderGuard(checkpoint)).generate([], [], nothing_known)
    next(batches)
    with pytest.raises(CheckpointError):
        next(batches)

"""The ledger: batches appear whole, each generation is read once, and an interrupted write leaves nothing behind."""

from pathlib import Path

import pytest

from medfrag_assets.lake.files import whole_file
from medfrag_assets.lake.ledger import Writer, commit_generations, new_batch_id, read_generations

WRITER = Writer("checkpoint", "processor", "float32")


def row(generation_id: str, batch_id: str, text: str = "Yes") -> dict[str, object]:
    return {
        "generation_id": generation_id,
        "text": text,
        "finish_reason": "stop",
        "tokens_read": 20,
        "tokens_shared": 0,
        "tokens_written": 2,
        "first_option_logprob": -0.1,
        "second_option_logprob": -2.0,
        "method": "batched",
        "batch_id": batch_id,
        "stage": "closed",
        "seconds": 0.5,
        "device": "cpu",
        "peak_memory_gb": 0.1,
        "load_id": "load",
    }


def test_a_generation_that_two_batches_hold_is_read_once(tmp_path: Path) -> None:
    for batch, ids in (("b1", ["x", "y"]), ("b2", ["y", "z"])):
        commit_generations(tmp_path, WRITER, [row(name, batch) for name in ids])
    found = read_generations(tmp_path, WRITER)
    assert sorted(found["generation_id"]) == ["x", "y", "z"]
    assert found.filter(found["generation_id"] == "y")["batch_id"].to_list() == ["b1"]


def test_checkpoints_do_not_see_each_other(tmp_path: Path) -> None:
    commit_generations(tmp_path, WRITER, [row("x", new_batch_id())])
    assert read_generations(tmp_path, WRITER._replace(checkpoint_digest="another")).is_empty()


def test_a_write_that_breaks_off_leaves_the_earlier_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("before")

    def breaks_off() -> None:
        with whole_file(path) as temporary:
            temporary.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        breaks_off()
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]

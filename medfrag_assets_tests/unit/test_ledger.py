"""The ledger: batches appear whole, each generation is read once, and an interrupted write leaves nothing behind."""

from pathlib import Path

import pytest

from medfrag_assets.lake.ledger import (
    Committed,
    Writer,
    embedding_id,
    new_batch_id,
    read_embeddings,
    read_generations,
)
from medfrag_assets.study.files import whole_file

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


def test_what_another_process_has_committed_is_left_out(tmp_path: Path) -> None:
    one, other = Committed(tmp_path, WRITER), Committed(tmp_path, WRITER)
    assert not other.holds_generations(["x"])
    assert one.add_generations([row(name, "b1") for name in ("x", "y")]) == 2
    assert other.add_generations([row(name, "b2", "No") for name in ("y", "z")]) == 1
    assert other.add_generations([row("x", "b3")]) == 0
    found = read_generations(tmp_path, WRITER)
    assert sorted(found["generation_id"]) == ["x", "y", "z"]
    assert found.filter(found["generation_id"] == "y")["text"].to_list() == ["Yes"]
    assert one.holds_generations(["x", "y", "z"])
    assert not one.holds_generations(["x", "new"])
    assert len(list(tmp_path.rglob("*.parquet"))) == 2


def test_embeddings_of_an_image_come_together_and_once(tmp_path: Path) -> None:
    name = embedding_id(WRITER, "image:a")
    rows: list[dict[str, object]] = [
        {"embedding_id": name, "depth": depth, "weights": "trained", "vector": [0.5], "batch_id": "b"}
        for depth in ("tower", "projector")
    ]
    committed = Committed(tmp_path, WRITER)
    assert committed.holds_embeddings([])
    assert not committed.holds_embeddings([name])
    assert committed.add_embeddings(rows) == 2
    assert Committed(tmp_path, WRITER).add_embeddings(rows) == 0
    assert committed.holds_embeddings([name])
    assert read_embeddings(tmp_path, WRITER)["depth"].to_list() == ["tower", "projector"]


def test_checkpoints_do_not_see_each_other(tmp_path: Path) -> None:
    Committed(tmp_path, WRITER).add_generations([row("x", new_batch_id())])
    another = WRITER._replace(checkpoint_digest="another")
    assert read_generations(tmp_path, another).is_empty()
    assert not Committed(tmp_path, another).holds_generations(["x"])


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

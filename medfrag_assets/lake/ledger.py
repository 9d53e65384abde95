"""The ledger: what checkpoints wrote, kept once for all studies, committed batch by batch.

A batch is one Parquet file that appears by rename, so a killed run loses at most the batch it was computing. Processes
that fill the same ledger commit in turn, and each leaves out what another has committed meanwhile.
"""

import fcntl
import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from medfrag_assets.study.digest import digest
from medfrag_assets.study.files import whole_file

GENERATIONS = pl.Schema(
    {
        "generation_id": pl.String,
        "text": pl.String,
        "finish_reason": pl.String,
        "tokens_read": pl.Int64,
        "tokens_shared": pl.Int64,
        "tokens_written": pl.Int64,
        "first_option_logprob": pl.Float64,
        "second_option_logprob": pl.Float64,
        "method": pl.String,
        "batch_id": pl.String,
        "stage": pl.String,
        "seconds": pl.Float64,
        "device": pl.String,
        "peak_memory_gb": pl.Float64,
        "load_id": pl.String,
    }
)
_EMBEDDING_TYPES: dict[str, Any] = {
    "embedding_id": pl.String,
    "depth": pl.String,
    "weights": pl.String,
    "vector": pl.List(pl.Float32),
    "batch_id": pl.String,
}
EMBEDDINGS = pl.Schema(_EMBEDDING_TYPES)
_REQUEST = ("shown", "family", "text", "template", "maximum_tokens", "minimum_tokens")


class Writer(NamedTuple):
    """Who generates: what a generation's identity takes from the checkpoint and the machine."""

    checkpoint_digest: str
    processor_digest: str
    dtype: str


def with_generation_ids(plan: pl.DataFrame, writer: Writer) -> pl.DataFrame:
    """`plan` with `generation_id`: sha256 over the writer, what is shown, wording, template and token limits.

    `plan` has shown, family, text, template (null: the checkpoint's own chat template), maximum_tokens and
    minimum_tokens. The wording stands in for the rendered prompt, which the processor digest and it determine.
    """
    requests = plan.select(_REQUEST).unique(maintain_order=True)
    ids = [digest([*writer, *row]) for row in requests.iter_rows()]
    named = requests.with_columns(pl.Series("generation_id", ids, dtype=pl.String))
    return plan.join(named, on=_REQUEST, how="left", nulls_equal=True, maintain_order="left")


def embedding_id(writer: Writer, shown: str) -> str:
    """Identity of an image's embeddings (all depths) at one checkpoint."""
    return digest([*writer, shown, "embeddings"])


def read_generations(ledger: Path, writer: Writer) -> pl.DataFrame:
    """All generations of the checkpoint, each once: the earliest batch by name where two hold the same one."""
    return read_batches(ledger / "generations" / writer.checkpoint_digest, GENERATIONS, ["generation_id"])


def read_embeddings(ledger: Path, writer: Writer) -> pl.DataFrame:
    """All embeddings of the checkpoint, each once."""
    return read_batches(
        ledger / "embeddings" / writer.checkpoint_digest, EMBEDDINGS, ["embedding_id", "depth", "weights"]
    )


class Committed:
    """One checkpoint's part of the ledger as it grows: what is in it, whoever put it there, and adding to it.

    Both `holds` look at what has appeared since the last look, so they may be asked before every batch.
    """

    def __init__(self, ledger: Path, writer: Writer) -> None:
        self._generations = BatchFolder(ledger / "generations" / writer.checkpoint_digest, "generation_id")
        self._embeddings = BatchFolder(ledger / "embeddings" / writer.checkpoint_digest, "embedding_id")

    def holds_generations(self, generation_ids: Collection[str]) -> bool:
        """Whether all of them are there."""
        return self._generations.holds(generation_ids)

    def holds_embeddings(self, embedding_ids: Collection[str]) -> bool:
        """Whether all of them are there."""
        return self._embeddings.holds(embedding_ids)

    def add_generations(self, rows: Sequence[dict[str, object]]) -> int:
        """Adds one batch, less what is there already, whole or not at all. Returns how many were added."""
        return self._generations.add(pl.DataFrame(rows, schema=GENERATIONS))

    def add_embeddings(self, rows: Sequence[dict[str, object]]) -> int:
        """Adds one batch of embeddings, less those of images that are there already. Returns how many were added."""
        return self._embeddings.add(pl.DataFrame(rows, schema=EMBEDDINGS))


def new_batch_id() -> str:
    """A name for a batch that no other process gives."""
    return uuid.uuid4().hex


def read_batches(folder: Path, schema: pl.Schema, key: list[str]) -> pl.DataFrame:
    """All batches of a folder; what two of them hold, by `key`, once."""
    files = sorted(folder.glob("*.parquet"))
    if not files:
        return pl.DataFrame(schema=schema)
    return pl.read_parquet(files, hive_partitioning=False).unique(key, keep="first", maintain_order=True)


class BatchFolder:
    """Batches of one kind and of one checkpoint or judge. `column` identifies what they hold."""

    def __init__(self, path: Path, column: str) -> None:
        self._path, self._column = path, column
        self._seen: set[str] = set()
        self._ids: set[str] = set()

    def holds(self, ids: Collection[str]) -> bool:
        """Whether all of them are there."""
        self._look()
        return self._ids.issuperset(ids)

    def add(self, frame: pl.DataFrame) -> int:
        """Adds one batch, less what is there already, whole or not at all. Returns how many rows were added."""
        with self._alone():
            self._look()
            new = frame.filter(~pl.col(self._column).is_in(self._ids))
            if new.height:
                with whole_file(self._path / f"{new['batch_id'][0]}.parquet") as temporary:
                    new.write_parquet(temporary)
        return new.height

    def _look(self) -> None:
        for file in self._path.glob("*.parquet"):
            if file.name not in self._seen:
                self._seen.add(file.name)
                self._ids.update(pl.read_parquet(file, columns=[self._column], hive_partitioning=False).to_series())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Other processes wait here. The system lets go of the lock of a process that dies."""
        self._path.mkdir(parents=True, exist_ok=True)
        with (self._path / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

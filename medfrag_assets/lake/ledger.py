"""The generation ledger: what checkpoints wrote, kept once for all studies, committed batch by batch.

A batch is one Parquet file that appears by rename, so a killed run loses at most the batch it was computing. Readers
take each generation once, however many batches hold it.
"""

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from medfrag_assets.lake.files import whole_file
from medfrag_assets.study.digest import digest

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
    return _read(ledger / "generations" / writer.checkpoint_digest, GENERATIONS, ["generation_id"])


def read_embeddings(ledger: Path, writer: Writer) -> pl.DataFrame:
    """All embeddings of the checkpoint, each once."""
    return _read(ledger / "embeddings" / writer.checkpoint_digest, EMBEDDINGS, ["embedding_id", "depth", "weights"])


def commit_generations(ledger: Path, writer: Writer, rows: Sequence[dict[str, object]]) -> None:
    """Adds one batch. It is there whole once this returns."""
    _commit(ledger / "generations" / writer.checkpoint_digest, pl.DataFrame(rows, schema=GENERATIONS))


def commit_embeddings(ledger: Path, writer: Writer, rows: Sequence[dict[str, object]]) -> None:
    """Adds one batch of embeddings. It is there whole once this returns."""
    _commit(ledger / "embeddings" / writer.checkpoint_digest, pl.DataFrame(rows, schema=EMBEDDINGS))


def new_batch_id() -> str:
    """A name for a batch that no other process gives."""
    return uuid.uuid4().hex


def _read(folder: Path, schema: pl.Schema, key: list[str]) -> pl.DataFrame:
    files = sorted(folder.glob("*.parquet"))
    if not files:
        return pl.DataFrame(schema=schema)
    return pl.read_parquet(files, hive_partitioning=False).unique(key, keep="first", maintain_order=True)


def _commit(folder: Path, frame: pl.DataFrame) -> None:
    with whole_file(folder / f"{frame['batch_id'][0]}.parquet") as temporary:
        frame.write_parquet(temporary)

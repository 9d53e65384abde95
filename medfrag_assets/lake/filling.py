"""Fills the ledger with what a cell lacks: plan, take away what is known, compute the rest, commit batch by batch."""

from collections.abc import Callable, Iterator, Sequence

from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.ledger import commit_embeddings, commit_generations, embedding_id, new_batch_id
from medfrag_assets.vlm.embeddings import Embedding
from medfrag_assets.vlm.generation import Batch, Generator, Request
from medfrag_assets.vlm.loading import Loaded

Progress = Callable[[int], None]


def fill_generations(
    cell: Cell, requests: Sequence[Request], generator: Generator, loaded: Loaded, progress: Progress
) -> dict[str, str]:
    """Computes the requests and commits each batch as it is done. Returns the reasons of those that failed, by id.

    `progress` hears the number of generations after every batch.
    """
    failures: dict[str, str] = {}
    for batch in generator.generate(requests):
        if batch.generations:
            commit_generations(cell.paths.ledger, cell.writer, _ledger_rows(batch, loaded))
        failures |= dict(batch.failures)
        progress(len(batch.generations) + len(batch.failures))
    return failures


def fill_embeddings(cell: Cell, batches: Iterator[list[Embedding]]) -> None:
    """Commits each batch of embeddings as it is done."""
    for batch in batches:
        batch_id = new_batch_id()
        rows: list[dict[str, object]] = [
            {
                "embedding_id": embedding_id(cell.writer, one.shown),
                "depth": one.depth,
                "weights": one.weights,
                "vector": one.vector,
                "batch_id": batch_id,
            }
            for one in batch
        ]
        commit_embeddings(cell.paths.ledger, cell.writer, rows)


def _ledger_rows(batch: Batch, loaded: Loaded) -> list[dict[str, object]]:
    batch_id = new_batch_id()
    share = batch.tokens_shared // len(batch.generations)
    return [
        {
            "generation_id": one.generation_id,
            "text": one.text,
            "finish_reason": one.finish_reason,
            "tokens_read": one.tokens_read,
            "tokens_shared": share,
            "tokens_written": one.tokens_written,
            "first_option_logprob": one.option_logprobs[0] if one.option_logprobs else None,
            "second_option_logprob": one.option_logprobs[1] if one.option_logprobs else None,
            "method": batch.method,
            "batch_id": batch_id,
            "stage": batch.stage,
            "seconds": batch.seconds,
            "device": loaded.device,
            "peak_memory_gb": batch.peak_memory_gb,
            "load_id": loaded.load_id,
        }
        for one in batch.generations
    ]

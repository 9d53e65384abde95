"""Fills the ledger with what a cell lacks: plan, take away what is known, compute the rest, commit batch by batch."""

from collections.abc import Callable, Collection, Sequence

from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.ledger import Committed, embedding_id, new_batch_id
from medfrag_assets.vlm.generation import Batch, Generator, Request
from medfrag_assets.vlm.loading import Loaded

Progress = Callable[[int], None]


def fill_cell(
    cell: Cell,
    requests: Sequence[Request],
    embed: Sequence[str],
    generator: Generator,
    loaded: Loaded,
    progress: Progress,
) -> dict[str, str]:
    """Computes requests and the embeddings of the images `embed`, and commits each batch as it is done.

    Returns the reasons of generations that failed, by id. `progress` hears the number of generations after every batch.
    A batch that another process has committed meanwhile is not computed.
    """
    committed = Committed(cell.paths.ledger, cell.writer)

    def known(generation_ids: Collection[str], shown: Collection[str]) -> bool:
        embedded = committed.holds_embeddings([embedding_id(cell.writer, name) for name in shown])
        done = embedded and committed.holds_generations(generation_ids)
        progress(len(generation_ids) if done else 0)
        return done

    failures: dict[str, str] = {}
    for batch in generator.generate(requests, embed, known):
        commit(cell, committed, batch, loaded)
        failures |= dict(batch.failures)
        progress(len(batch.generations) + len(batch.failures))
    return failures


def commit(cell: Cell, committed: Committed, batch: Batch, loaded: Loaded) -> None:
    """Adds to the ledger what it lacks of a batch."""
    # Embeddings first: once the generations are there, nothing of the batch is asked for again.
    if batch.embeddings:
        committed.add_embeddings(_embedding_rows(cell, batch))
    if batch.generations:
        committed.add_generations(_generation_rows(batch, loaded))


def _embedding_rows(cell: Cell, batch: Batch) -> list[dict[str, object]]:
    batch_id = new_batch_id()
    return [
        {
            "embedding_id": embedding_id(cell.writer, one.shown),
            "depth": one.depth,
            "weights": one.weights,
            "vector": one.vector,
            "batch_id": batch_id,
        }
        for one in batch.embeddings
    ]


def _generation_rows(batch: Batch, loaded: Loaded) -> list[dict[str, object]]:
    batch_id = new_batch_id()
    return [
        {
            "generation_id": one.generation_id,
            "text": one.text,
            "finish_reason": one.finish_reason,
            "tokens_read": one.tokens_read,
            "tokens_shared": one.tokens_shared,
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

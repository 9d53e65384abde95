"""Asks one wording of a cell anew, beside what the ledger holds: whether the same questions get the same answers."""

import polars as pl

from medfrag_assets.lake.cells import Cell, planned
from medfrag_assets.lake.filling import commit
from medfrag_assets.lake.ledger import Committed, read_generations
from medfrag_assets.vlm.generation import Generator, Request, nothing_known
from medfrag_assets.vlm.loading import Loaded

_NOW = {"generation_id": pl.String, "now": pl.String}
ASKED = ("protocol", "prompt_id", "control", "image_id", "generation_id")


def ask_anew(cell: Cell, prompt_id: str, generator: Generator, loaded: Loaded) -> pl.DataFrame:
    """Every planned generation of the wording, computed anew, whether or not the ledger holds it.

    Returns the planned rows of the wording: `ASKED`, `before` (the text in the ledger, null where it had none) and
    `now` (null where the generation failed). What the ledger lacked is added to it; what it held stays as it was.
    """
    plan = planned(cell).filter(pl.col("prompt_id") == prompt_id)
    held = read_generations(cell.paths.ledger, cell.writer).select("generation_id", before="text")
    distinct = plan.select(Request._fields).unique("generation_id", maintain_order=True)
    committed = Committed(cell.paths.ledger, cell.writer)
    said: dict[str, str] = {}
    for batch in generator.generate([Request(*row) for row in distinct.iter_rows()], (), nothing_known):
        commit(cell, committed, batch, loaded)
        said |= {one.generation_id: one.text for one in batch.generations}
    now = pl.DataFrame({"generation_id": list(said), "now": list(said.values())}, schema=_NOW)
    together = plan.join(held, on="generation_id", how="left", maintain_order="left")
    return together.join(now, on="generation_id", how="left", maintain_order="left").select(*ASKED, "before", "now")

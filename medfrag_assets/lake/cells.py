"""A cell of the study, one checkpoint on one task: its planned generations, and its tables read from the ledger."""

from typing import NamedTuple

import polars as pl

from medfrag_assets.lake.ledger import Writer, embedding_id, read_embeddings, read_generations, with_generation_ids
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.plan import plan_rows
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.device import dtype
from medfrag_assets.vlm.generation import Request

_PLANNED = ("model", "checkpoint", "task", "protocol", "prompt_id", "control", "image_id")

_NO_IMAGES = pl.DataFrame(schema={"image_id": pl.String, "pixels_digest": pl.String})


class Cell(NamedTuple):
    """One checkpoint on one task. `images`, `prompts` and `probe_images` are the task's tables."""

    study: Study
    paths: StudyPaths
    checkpoint: Checkpoint
    task: str
    images: pl.DataFrame
    prompts: pl.DataFrame
    # None where only generations are wanted.
    probe_images: pl.DataFrame = _NO_IMAGES

    @property
    def embedded(self) -> pl.DataFrame:
        """The images whose embeddings are wanted: image_id and pixels_digest of the sample, then of `probe_images`."""
        names = ("image_id", "pixels_digest")
        return pl.concat([self.images.select(names), self.probe_images.select(names)])

    @property
    def writer(self) -> Writer:
        """What the checkpoint and this machine add to a generation's identity."""
        return Writer(self.checkpoint.digest, self.checkpoint.processor_digest, dtype())

    @property
    def identity(self) -> tuple[pl.Expr, ...]:
        """The columns that say which cell a row belongs to."""
        return (
            pl.lit(self.checkpoint.alias).alias("model"),
            pl.lit(self.checkpoint.key).alias("checkpoint"),
            pl.lit(self.task).alias("task"),
        )


def planned(cell: Cell) -> pl.DataFrame:
    """The cell's planned rows with the generation that each one needs (columns of `plan_rows` and generation_id)."""
    model = cell.study.models[cell.checkpoint.alias]
    settings = pl.DataFrame(
        {
            "protocol": list(cell.study.protocols),
            "template": [model.templates.get(name) for name in cell.study.protocols],
            "minimum_tokens": [each.minimum_tokens.get(model.family, 0) for each in cell.study.protocols.values()],
        },
        schema={"protocol": pl.String, "template": pl.String, "minimum_tokens": pl.Int64},
    )
    rows = plan_rows(cell.study, cell.images, cell.prompts).join(settings, on="protocol", maintain_order="left")
    return with_generation_ids(rows.with_columns(*cell.identity), cell.writer)


def missing_requests(cell: Cell, plan: pl.DataFrame) -> list[Request]:
    """The generations that the plan needs and the ledger lacks, each once."""
    known = read_generations(cell.paths.ledger, cell.writer).select("generation_id")
    lacking = plan.join(known, on="generation_id", how="anti", maintain_order="left").select(Request._fields)
    return [Request(*row) for row in lacking.unique("generation_id", maintain_order=True).iter_rows()]


def missing_embeddings(cell: Cell) -> list[str]:
    """The images (as `image:<digest>`) of the cell whose embeddings the ledger lacks."""
    known = set(read_embeddings(cell.paths.ledger, cell.writer)["embedding_id"].to_list())
    shown = [f"image:{digest}" for digest in cell.embedded["pixels_digest"]]
    return [name for name in shown if embedding_id(cell.writer, name) not in known]


class CellTables(NamedTuple):
    """The tables of a cell, as a deterministic read of the ledger for its planned rows (without provenance)."""

    responses: pl.DataFrame
    option_scores: pl.DataFrame
    descriptions: pl.DataFrame
    embeddings: pl.DataFrame
    errors: pl.DataFrame
    costs: pl.DataFrame


def cell_tables(cell: Cell, plan: pl.DataFrame, failures: dict[str, str]) -> CellTables:
    """All tables of the cell. `failures` are the reasons of generations that failed in this run, by generation id."""
    generations = read_generations(cell.paths.ledger, cell.writer)
    rows = plan.join(generations, on="generation_id", how="inner", maintain_order="left")
    generated = rows.select(
        *_PLANNED, "text_right", "finish_reason", "tokens_written", "method", "generation_id", "closed"
    )
    generated = generated.rename({"text_right": "text"})
    return CellTables(
        responses=generated.filter("closed").drop("closed"),
        option_scores=_option_scores(cell, rows.filter("closed")),
        descriptions=generated.filter(~pl.col("closed")).drop("closed"),
        embeddings=_embeddings(cell),
        errors=_errors(cell, plan, failures),
        costs=_costs(cell, generations.join(plan, on="generation_id", how="semi")),
    )


def _option_scores(cell: Cell, rows: pl.DataFrame) -> pl.DataFrame:
    sides = cell.prompts.select("prompt_id", first_is_positive=_first_is_positive())
    first, second = pl.col("first_option_logprob"), pl.col("second_option_logprob")
    return rows.join(sides, on="prompt_id", maintain_order="left").select(
        *_PLANNED,
        "generation_id",
        pl.when("first_is_positive").then(first).otherwise(second).alias("positive_logprob"),
        pl.when("first_is_positive").then(second).otherwise(first).alias("negative_logprob"),
    )


def _first_is_positive() -> pl.Expr:
    """Whether the first option (Yes, or A) stands for the positive side."""
    return (pl.col("polarity") == "positive") | (pl.col("option_a") == "positive")


def _embeddings(cell: Cell) -> pl.DataFrame:
    images = cell.embedded
    ids = [embedding_id(cell.writer, f"image:{digest}") for digest in images["pixels_digest"]]
    wanted = images.select("image_id").with_columns(pl.Series("embedding_id", ids, dtype=pl.String))
    known = read_embeddings(cell.paths.ledger, cell.writer)
    joined = wanted.join(known, on="embedding_id", how="inner", maintain_order="left")
    return joined.select(*cell.identity, "image_id", "depth", "weights", "vector")


def _errors(cell: Cell, plan: pl.DataFrame, failures: dict[str, str]) -> pl.DataFrame:
    ids = [name for name in plan["generation_id"].unique(maintain_order=True) if name in failures]
    reasons = [failures[name] for name in ids]
    frame = pl.DataFrame(
        {"generation_id": ids, "reason": reasons}, schema={"generation_id": pl.String, "reason": pl.String}
    )
    return frame.select(*cell.identity, "generation_id", "reason")


def _costs(cell: Cell, generations: pl.DataFrame) -> pl.DataFrame:
    """Batches behind the cell's generations. A batch counts only the generations that this cell needs."""
    return (
        generations.group_by("batch_id", maintain_order=True)
        .agg(
            pl.first("stage"),
            pl.first("method"),
            pl.len().cast(pl.Int64).alias("generations"),
            pl.sum("tokens_read"),
            pl.sum("tokens_shared"),
            pl.sum("tokens_written"),
            pl.first("seconds"),
            pl.first("device"),
            pl.first("peak_memory_gb"),
            pl.first("load_id"),
        )
        .select(*cell.identity, pl.all())
    )

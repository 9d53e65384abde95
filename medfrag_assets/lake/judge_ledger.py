"""The judges' part of the ledger: every call that was answered, kept once for all studies. Errors are never in it.

A call's identity (`judges.call_id`) is the judge's server and model and its whole prompt, which holds the response.
"""

from pathlib import Path

import polars as pl

from medfrag_assets.lake.ledger import BatchFolder, new_batch_id, read_batches
from medfrag_assets.scoring.judge_client import Reply
from medfrag_assets.study.digest import digest
from medfrag_assets.study.spec import Judge

CALLS = pl.Schema(
    {
        "call_id": pl.String,
        "base_url": pl.String,
        "model": pl.String,
        "mode": pl.String,
        "verdict": pl.String,
        "label": pl.String,
        "tokens_read": pl.Int64,
        "tokens_written": pl.Int64,
        "dollars": pl.Float64,
        "seconds": pl.Float64,
        "batch_id": pl.String,
    }
)
_BATCH = 50


def read_calls(ledger: Path, judge: Judge) -> pl.DataFrame:
    """All answered calls of the judge, each once."""
    return read_batches(_folder(ledger, judge), CALLS, ["call_id"])


class CallBatches:
    """Answered calls on their way into the ledger, committed some at a time. Who adds them commits the last ones."""

    def __init__(self, ledger: Path, judge: Judge) -> None:
        self._judge = judge
        self._committed = BatchFolder(_folder(ledger, judge), "call_id")
        self._rows: list[dict[str, object]] = []

    def add(self, call_id: str, reply: Reply) -> None:
        """Adds an answered call."""
        assert reply.judgement is not None
        self._rows.append(
            {
                "call_id": call_id,
                "base_url": self._judge.base_url,
                "model": self._judge.model,
                "mode": reply.mode,
                "verdict": reply.judgement.verdict,
                "label": reply.judgement.label,
                "tokens_read": reply.tokens_read,
                "tokens_written": reply.tokens_written,
                "dollars": reply.dollars,
                "seconds": reply.seconds,
            }
        )
        if len(self._rows) == _BATCH:
            self.commit()

    def commit(self) -> None:
        """Writes what was added since the last commit, whole or not at all."""
        if self._rows:
            batch_id = new_batch_id()
            rows = [row | {"batch_id": batch_id} for row in self._rows]
            self._committed.add(pl.DataFrame(rows, schema=CALLS))
            self._rows = []


def _folder(ledger: Path, judge: Judge) -> Path:
    return ledger / "judgements" / digest([judge.base_url.rstrip("/"), judge.model])

"""Diagnoses by a model on a server: each distinct question once, what is known from the ledger, the rest by asking."""

from pathlib import Path

import polars as pl

from medfrag_assets.lake.judge_ledger import read_calls
from medfrag_assets.lake.judging import Asker, fill_calls
from medfrag_assets.scoring.judges import DIAGNOSIS, call_id, diagnosis_prompt
from medfrag_assets.study.spec import Judge
from medfrag_assets.vlm.diagnoses import put_to_diagnostician


def diagnose_on_server(
    descriptions: pl.DataFrame,
    prompts: pl.DataFrame,
    images: pl.DataFrame,
    diagnostician: str,
    server: Judge,
    ledger: Path,
    asker: Asker,
) -> pl.DataFrame:
    """One diagnosis per description, `given` and framing, as by a local diagnostician but without scores.

    A call that failed has `error` and no verdict; it is made again at the next run.
    """
    asked = put_to_diagnostician(descriptions, prompts, images, diagnosis_prompt)
    texts = asked["framed"].unique(maintain_order=True).to_list()
    ids = {text: call_id(server, text, DIAGNOSIS) for text in texts}
    known = set(read_calls(ledger, server)["call_id"])
    failures = fill_calls(ledger, server, {ids[text]: text for text in texts if ids[text] not in known}, asker)
    named = pl.DataFrame({"framed": texts, "call_id": [ids[text] for text in texts]})
    failed = pl.DataFrame(
        {
            "call_id": list(failures),
            "failed_mode": [reply.mode for reply in failures.values()],
            "error": [reply.error for reply in failures.values()],
        },
        schema={"call_id": pl.String, "failed_mode": pl.String, "error": pl.String},
    )
    answers = read_calls(ledger, server).select("call_id", "mode", "verdict")
    joined = (
        asked.join(named, on="framed", how="left", maintain_order="left")
        .join(answers, on="call_id", how="left", maintain_order="left")
        .join(failed, on="call_id", how="left", maintain_order="left")
    )
    unanswered = pl.col("verdict").is_null()
    return joined.with_columns(
        # What failed here may have been answered in another process meanwhile.
        error=pl.when(unanswered).then("error"),
        mode=pl.coalesce("mode", "failed_mode"),
        correct=pl.col("verdict") == pl.col("truth"),
        diagnostician=pl.lit(diagnostician),
        yes_logprob=pl.lit(None, dtype=pl.Float64),
        no_logprob=pl.lit(None, dtype=pl.Float64),
    )

"""The wordings of a task as rows: one per wording and suffix, terms filled in."""

import polars as pl

from medfrag_assets.study.load import fill_terms
from medfrag_assets.study.spec import ClosedWording, Study

_SCHEMA = pl.Schema(
    {
        name: pl.String
        for name in (
            "task",
            "prompt_id",
            "wording",
            "family",
            "polarity",
            "option_a",
            "option_b",
            "specificity",
            "suffix",
            "meaning",
            "text",
        )
    }
)


def prompt_rows(study: Study, task: str) -> pl.DataFrame:
    """All wordings of the task, one row each: closed ones per suffix, descriptions, the diagnostician's framings.

    Framings keep `{description}` in their text; every other term is filled in.
    """
    wordings, terms = study.wordings(task), study.tasks[task].terms
    rows = [
        _closed_row(name, wording, suffix, ending)
        for name, wording in wordings.closed.items()
        for suffix, ending in wordings.suffixes.items()
    ]
    rows += [
        {
            "prompt_id": name,
            "wording": name,
            "family": "describe",
            "specificity": wording.specificity,
            "text": wording.text,
        }
        for name, wording in wordings.describe.items()
    ]
    rows += [
        {"prompt_id": f"diagnose.{name}", "wording": name, "family": "diagnose", "text": text}
        for name, text in wordings.framings.items()
    ]
    filled = [row | {"task": task, "text": fill_terms(str(row["text"]), terms)} for row in rows]
    return pl.DataFrame(filled, schema=_SCHEMA)


def _closed_row(name: str, wording: ClosedWording, suffix: str, ending: str) -> dict[str, str | None]:
    options = wording.options or {}
    return {
        "prompt_id": f"{name}.{suffix}",
        "wording": name,
        "family": wording.family,
        "polarity": wording.polarity,
        "option_a": options.get("A"),
        "option_b": options.get("B"),
        "specificity": wording.specificity,
        "suffix": suffix,
        "meaning": wording.meaning,
        "text": f"{wording.text} {ending}".strip(),
    }

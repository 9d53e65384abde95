"""What the report is made from: rows of the published database, read once."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from medfrag_assets.lake.database import NotPublishedError, in_two_lines, reading
from medfrag_assets.reports.cast import Row
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study

if TYPE_CHECKING:
    import duckdb

_ASKED = "protocol = 'corrected' and control = 'image'"
_QUERIES = {
    "summary": "from study_summary order by model, task",
    "claims": "from claims order by claim, estimand",
    "pairs": "from pair_comparisons where kind = 'medical_minus_base' and prompt_id is null"
    " order by pair, medical_model, task, outcome",
    "gradient": "from difficulty_gradient order by model, task",
    "labels": f"from response_label_rates where {_ASKED} order by model, task, label",
    "prompts": f"from accuracy_by_prompt where {_ASKED} order by model, task, prompt_id",
    "wordings": "from prompt_sensitivity where protocol = 'corrected' order by model, task, meaning, outcome",
    "biases": "from polarity_and_order where protocol = 'corrected' order by model, task",
    "reliance": "from image_reliance where protocol = 'corrected' order by model, task, control",
    "ladder": "from knowledge_gap order by model, task, rung_number",
    "descriptions": "from description_gain where protocol = 'corrected' and prompt_id is null and framing is null"
    " order by model, task, diagnostician",
    "protocol": "from protocol_effect where prompt_id is null order by model, task",
    "scoring": "from scoring_by_protocol order by model, task, protocol, scoring",
    "agreement": "from agreement order by first, second, scope",
    "costs": "from run_costs order by model, task, stage, device",
    "history": "from checkpoint_history where predecessor is not null order by model, place, task",
    "checkpoints": "from checkpoints where current order by model",
    "images": "select task, image_id, label, sample_rank, group_id, pixels_digest from images order by task, image_id",
}
# Chosen by digests with the study's seed: the same rows every time, and nobody picks them. Images are drawn first, so
# that a large study hashes few answers. DuckDB fills in the parameters; nothing is pasted into the text.
_GALLERY = """
with drawn as (
    select task, image_id, label as truth, pixels_digest from images
    qualify row_number() over (partition by task order by sha256(concat($seed, '|', image_id))) <= 40
), told as (
    select a.*, drawn.truth, drawn.pixels_digest,
        case when a.correct then 'right' when a.verdict is not null then 'wrong' else 'none' end as outcome
    from answers as a
    join drawn using (task, image_id)
    semi join grid on a.checkpoint = grid.checkpoint and a.task = grid.task
    where a.protocol = 'corrected' and a.control = 'image'
), chosen as (
    from told qualify 1 = row_number() over (
        partition by checkpoint, task, outcome
        order by sha256(concat($seed, '|', checkpoint, '|', image_id, '|', prompt_id))
    )
)
select c.model, c.task, c.outcome, c.truth, c.verdict, c.label, c.pixels_digest, c.image_id, c.prompt_id,
    p.text as question, r.text as answer,
    (select min_by(d.text, d.prompt_id) from descriptions as d
     where d.checkpoint = c.checkpoint and d.task = c.task and d.image_id = c.image_id
         and d.protocol = 'corrected' and d.control = 'image') as description
from chosen as c
join responses as r using (checkpoint, task, protocol, prompt_id, control, image_id)
left join prompts as p on p.task = c.task and p.prompt_id = c.prompt_id
order by c.task, c.model, c.outcome
"""
_BIASES = (
    "polarity_consistency",
    "acquiescence",
    "order_agreement",
    "order_bias",
    "suffix_effect_accuracy",
    "suffix_effect_refusal",
)
_RELIANCE = (
    "verdict_changed",
    "log_odds_change",
    "consistent_reliant",
    "consistent_unreliant",
    "inconsistent_reliant",
    "inconsistent_unreliant",
)
_EFFECTS = ("strict_accuracy_effect", "coverage_effect", "refusal_rate_effect")
_CONTROLS = ("empty", "swapped")


class Published(NamedTuple):
    """The rows of every part of the report, of the current checkpoints; the corrected protocol where a part has one.

    Rows carry the columns of the mart they come from (docs/tables.md). Wide marts are told in rows with metric,
    estimate, low, high, p_value and n (`biases`, `reliance`, `protocol`), or by `given` (`descriptions`).
    """

    study: Study
    paths: StudyPaths
    summary: list[Row]
    claims: list[Row]
    pairs: list[Row]
    gradient: list[Row]
    labels: list[Row]
    prompts: list[Row]
    wordings: list[Row]
    biases: list[Row]
    reliance: list[Row]
    ladder: list[Row]
    descriptions: list[Row]
    protocol: list[Row]
    scoring: list[Row]
    agreement: list[Row]
    costs: list[Row]
    history: list[Row]
    checkpoints: list[Row]
    images: list[Row]
    gallery: list[Row]


def read_published(study: Study, paths: StudyPaths) -> Published:
    """Reads everything the report shows. Raises `NotPublishedError` without a database, or with one that lacks a "
    "table.
    """
    import duckdb

    with reading(paths) as connection:
        try:
            rows = {name: _rows(connection, query) for name, query in _QUERIES.items()}
            gallery = _rows(connection, _GALLERY, {"seed": str(study.seed)})
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise NotPublishedError(
                f"The database is of an earlier version: {in_two_lines(error).splitlines()[0]}."
            ) from None
    rows["biases"] = _long(rows["biases"], _BIASES)
    rows["reliance"] = _long(rows["reliance"], _RELIANCE)
    rows["protocol"] = _long(rows["protocol"], _EFFECTS)
    rows["descriptions"] = [told for row in rows["descriptions"] for told in _by_given(row)]
    return Published(study=study, paths=paths, gallery=gallery, **rows)


def _rows(connection: "duckdb.DuckDBPyConnection", query: str, parameters: dict[str, str] | None = None) -> list[Row]:
    result = connection.execute(query, parameters)
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def _long(rows: Iterable[Row], metrics: Sequence[str]) -> list[Row]:
    """A row for every metric that was estimated or has rows: a wide mart has null columns for what was not asked."""
    return [
        {
            "model": row["model"],
            "task": row["task"],
            "control": row.get("control", "image"),
            "metric": metric,
            "estimate": row[metric],
            "low": row[f"{metric}_low"],
            "high": row[f"{metric}_high"],
            "p_value": row.get(f"{metric}_p"),
            "n": row[f"{metric}_n"],
            "n_images": row.get("n_images"),
        }
        for row in rows
        for metric in metrics
        if row[f"{metric}_n"] is not None
    ]


def _by_given(row: Row) -> list[Row]:
    """The own description's row as it is, and a row for each control."""
    gains = [name for name in row if name.startswith("gain_")]
    controls = [
        dict.fromkeys(gains)
        | {name: row[name] for name in ("model", "task", "diagnostician")}
        | {"given": given, "balanced_accuracy": row[f"{given}_balanced_accuracy"], "n": row[f"{given}_n"]}
        | {end: row[f"{given}_{end}"] for end in ("low", "high")}
        for given in _CONTROLS
        if row[f"{given}_n"]
    ]
    return [{**row, "given": "own"}, *controls] if row["n"] else controls

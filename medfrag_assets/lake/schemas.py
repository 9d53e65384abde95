"""Every table, declared once: from here come the Polars schema, the Great Expectations suite and dbt's sources.

All tables carry `study`, `run_id` and `code_version`. A table partitioned by model and task carries both as columns,
so that a file read alone says what it is.
"""

from typing import Any, Literal, NamedTuple

import polars as pl

from medfrag_assets.study.spec import CONTROLS, FAMILIES, LABELS, SIDES

Partitioning = Literal["none", "task", "model_task"]

_PROTOCOLS = ("corrected", "as_published")
_DEPTHS = ("tower", "projector", "last_image_token")


class Column(NamedTuple):
    """A column: its type, its meaning, and what every value must satisfy.

    `values` are the permitted ones; `low` and `high` are inclusive bounds; both leave nulls to `nullable`.
    """

    name: str
    dtype: Any
    description: str
    nullable: bool = False
    values: tuple[str, ...] | None = None
    low: float | None = None
    high: float | None = None


class Table(NamedTuple):
    """A table: what one row stands for, its columns, the columns that identify a row, and how it is partitioned."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    partitioning: Partitioning
    may_be_empty: bool = False

    @property
    def schema(self) -> pl.Schema:
        """The Polars schema, columns in order."""
        return pl.Schema({column.name: column.dtype for column in self.columns})


def _text(name: str, description: str, **more: Any) -> Column:
    return Column(name, pl.String, description, **more)


def _count(name: str, description: str, **more: Any) -> Column:
    return Column(name, pl.Int64, description, low=0, **more)


def _share(name: str, description: str, **more: Any) -> Column:
    return Column(name, pl.Float64, description, low=0, high=1, **more)


def _number(name: str, description: str, **more: Any) -> Column:
    return Column(name, pl.Float64, description, **more)


_PROVENANCE = (
    _text("study", "Name of the study."),
    _text("run_id", "Dagster run that wrote the row."),
    _text("code_version", "Version of the code that wrote the row."),
)
_MODEL = _text("model", "Alias of the model.")
_CHECKPOINT = _text("checkpoint", "Model at one revision, alias@revision: the partition key.")
_TASK = _text("task", "Binary imaging question.")
_PROTOCOL = _text("protocol", "How the question was put.", values=_PROTOCOLS)
_CONTROL = _text("control", "What the model was shown in place of the image.", values=CONTROLS)
_PROMPT = _text("prompt_id", "Wording, with its suffix.")
_IMAGE = _text("image_id", "Sampled image the row is about.")
_CELL = (_MODEL, _CHECKPOINT, _TASK)
_PLANNED = (*_CELL, _PROTOCOL, _PROMPT, _CONTROL, _IMAGE)
_PLANNED_KEY = ("checkpoint", "task", "protocol", "prompt_id", "control", "image_id")
_GENERATION = _text("generation_id", "Digest that identifies the generation; several planned rows may share one.")

_METHODS = ("shared_prefix", "batched", "one_by_one")
_GENERATED = (
    _text("text", "What the model wrote, special tokens removed."),
    _text("finish_reason", "Why it stopped.", values=("stop", "length")),
    _count("tokens_written", "New tokens, the end token included."),
    _text("method", "Which way it was computed; none changes a token.", values=_METHODS),
    _GENERATION,
)

CHECKPOINTS = Table(
    "checkpoints",
    "checkpoint that the study has seen",
    (
        _MODEL,
        _CHECKPOINT,
        _text("revision", "Hub commit, or digest of the local folder's files."),
        _text("family", "Family in transformers.", values=FAMILIES),
        _text("pair", "Pair of a base and its medical fine-tuning.", nullable=True),
        _text("role", "Role in the pair.", nullable=True, values=("base", "medical")),
        Column("toy", pl.Boolean, "Whether the model is a toy that says nothing about medicine."),
        _count("parameters", "Number of weights."),
        _text("digest", "Digest of weights and configuration."),
        _text("processor_digest", "Digest of processor, tokenizer, chat template and image backend."),
        _text("vision_tower_digest", "Digest of the vision tower's weights."),
        _text("first_seen", "When the study first saw the checkpoint, UTC, ISO 8601."),
        Column("current", pl.Boolean, "Whether it is what its model stands at now; earlier revisions keep their rows."),
        *_PROVENANCE,
    ),
    ("checkpoint",),
    "none",
)

IMAGES = Table(
    "images",
    "sampled image",
    (
        _TASK,
        _IMAGE,
        _text("label", "True side of the image.", values=SIDES),
        _text("group_id", "Patient, lesion or file that the image comes from: the unit of clustered intervals."),
        _count("sample_rank", "Place in the seeded order of its class, from 0."),
        _count("width", "Width in pixels."),
        _count("height", "Height in pixels."),
        _text("bytes_digest", "sha256 of the file's bytes."),
        _text("pixels_digest", "sha256 of the decoded RGB pixels and their size."),
        _text("origin", "Where in its source the image lies."),
        _share("difficulty", "Graded difficulty of a phantom, 0 easiest.", nullable=True),
        _text("finding_kind", "True finding, none for the negative side.", nullable=True),
        _text("finding_location", "Where the true finding lies.", nullable=True),
        _number("finding_size_px", "Extent of the true finding in pixels.", nullable=True, low=0),
        _number("finding_contrast", "Contrast of the true finding, 0 to 1.", nullable=True, low=0, high=1),
        _count("finding_count", "Number of true findings.", nullable=True),
        *_PROVENANCE,
    ),
    ("task", "image_id"),
    "task",
)

PROBE_IMAGES = Table(
    "probe_images",
    "image that probes learn from, apart from the sampled ones and from their groups",
    IMAGES.columns,
    ("task", "image_id"),
    "task",
    may_be_empty=True,
)

QUARANTINE = Table(
    "quarantine",
    "file left out of a sample",
    (
        _TASK,
        _text("origin", "Where in its source the file lies."),
        _text("reason", "Why it was left out."),
        *_PROVENANCE,
    ),
    ("task", "origin"),
    "task",
    may_be_empty=True,
)

PROMPTS = Table(
    "prompts",
    "wording",
    (
        _TASK,
        _PROMPT,
        _text("wording", "Name of the wording without its suffix."),
        _text("family", "Kind of request.", values=("yesno", "choice", "describe", "diagnose")),
        _text("polarity", "Which answer a yes stands for.", nullable=True, values=("positive", "inverted")),
        _text("option_a", "Side that option A stands for.", nullable=True, values=SIDES),
        _text("option_b", "Side that option B stands for.", nullable=True, values=SIDES),
        _text("specificity", "How much the wording gives away.", nullable=True, values=("generic", "targeted", "cued")),
        _text("suffix", "Name of the suffix.", nullable=True),
        _text("meaning", "Wordings with the same meaning ask the same thing in other words.", nullable=True),
        _text("text", "The wording as sent, before the chat template."),
        *_PROVENANCE,
    ),
    ("task", "prompt_id"),
    "task",
)

RESPONSES = Table("responses", "planned closed row", (*_PLANNED, *_GENERATED, *_PROVENANCE), _PLANNED_KEY, "model_task")

DESCRIPTIONS = Table(
    "descriptions",
    "planned description row",
    (*_PLANNED, *_GENERATED, *_PROVENANCE),
    _PLANNED_KEY,
    "model_task",
    may_be_empty=True,
)

OPTION_SCORES = Table(
    "option_scores",
    "planned closed row",
    (
        *_PLANNED,
        _GENERATION,
        _number("positive_logprob", "Log-probability that the answer begins with the positive option.", high=0),
        _number("negative_logprob", "Log-probability that the answer begins with the negative option.", high=0),
        *_PROVENANCE,
    ),
    _PLANNED_KEY,
    "model_task",
)

ANSWERS = Table(
    "answers",
    "response, scored by the rules",
    (
        *_PLANNED,
        _GENERATION,
        _text("verdict", "Side the response commits to, polarity and order undone.", nullable=True, values=SIDES),
        _text("label", "Response label.", values=LABELS),
        _text("rule", "Rule that decided."),
        _text("span", "Words that decided.", nullable=True),
        Column("correct", pl.Boolean, "Whether the verdict is the true side; false for every other label."),
        *_PROVENANCE,
    ),
    _PLANNED_KEY,
    "model_task",
)

JUDGEMENTS = Table(
    "judgements",
    "response to the image and judge",
    (
        *_PLANNED,
        _GENERATION,
        _text("judge", "LLM that labelled the response, by its name in the study."),
        _text(
            "mode",
            "How the judge was made to answer: by a JSON schema, or by one word; null where it was not asked.",
            nullable=True,
            values=("json_schema", "word"),
        ),
        _text("verdict", "Side the response commits to, as the judge reads it.", nullable=True, values=SIDES),
        _text("label", "Response label; null when the call failed.", nullable=True, values=LABELS),
        _text("error", "Why the call failed; null when it did not. It is made again at the next run.", nullable=True),
        *_PROVENANCE,
    ),
    (*_PLANNED_KEY, "judge"),
    "model_task",
    may_be_empty=True,
)

DIAGNOSES = Table(
    "diagnoses",
    "description, what was given in its place, diagnostician and framing",
    (
        *_PLANNED,
        _text(
            "given",
            "What the diagnostician read: the own description, an empty one, or that of an image of the other class.",
            values=("own", "empty", "swapped"),
        ),
        _text("diagnostician", "Text-only model that read the description."),
        _text("framing", "How the diagnostician was asked."),
        _text(
            "mode",
            "How it was made to answer; null where it was not asked.",
            nullable=True,
            values=("token_scores", "json_schema", "word"),
        ),
        _text("verdict", "Side the diagnostician chose; null when the call failed.", nullable=True, values=SIDES),
        _text("error", "Why the call failed; null when it did not.", nullable=True),
        _number("yes_logprob", "Log-probability of yes; null from a server.", nullable=True, high=0),
        _number("no_logprob", "Log-probability of no; null from a server.", nullable=True, high=0),
        Column("correct", pl.Boolean, "Whether the verdict is the own image's side; null when the call failed.", True),
        *_PROVENANCE,
    ),
    (*_PLANNED_KEY, "given", "diagnostician", "framing"),
    "model_task",
    may_be_empty=True,
)

EMBEDDINGS = Table(
    "embeddings",
    "image, depth and weights",
    (
        *_CELL,
        _text("image_id", "Image that was embedded: of `images` or of `probe_images`."),
        _text("depth", "Where in the model the vector was read.", values=_DEPTHS),
        _text("weights", "Trained weights, or a seeded random tower of the same shape.", values=("trained", "random")),
        Column("vector", pl.List(pl.Float32), "Mean over image tokens; one token at the last depth."),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "image_id", "depth", "weights"),
    "model_task",
)

_RUNGS = (
    "random_tower",
    "tower",
    "projector",
    "last_image_token",
    "option_score_tuned",
    "option_score",
    "answer",
)

PROBES = Table(
    "probes",
    "rung of the ladder from the vision tower to the generated answer",
    (
        *_CELL,
        _text(
            "rung",
            "What decided: a probe on a random tower, the tower, the projector or the last image token; the option "
            "score at a cross-validated threshold or at zero; the generated answer, strict.",
            values=_RUNGS,
        ),
        _text(
            "trained_on",
            "Images that the probe or threshold was fitted on; null where nothing is fitted.",
            nullable=True,
            values=("other_images", "cross_validation"),
        ),
        _count("n_train", "Images it was fitted on; in cross-validation, all but the fold's own.", nullable=True),
        _count("n", "Images of the study that were decided."),
        _share("accuracy", "Mean over images of the share of wordings decided rightly; one decision by a probe."),
        _share("low", "Lower end of the 95 % interval, clustered by group.", nullable=True),
        _share("high", "Upper end of the 95 % interval.", nullable=True),
        _number("gap", "Accuracy minus that of the generated answer on the same images.", low=-1, high=1),
        _number("gap_low", "Lower end of the gap's 95 % interval, paired, clustered by group.", nullable=True),
        _number("gap_high", "Upper end of the gap's 95 % interval.", nullable=True),
        _number(
            "gap_p",
            "p of no gap: sign flips over groups of images; null for the answer itself.",
            nullable=True,
            low=0,
            high=1,
        ),
        _share("shuffled_accuracy", "Accuracy of probes fitted on shuffled labels.", nullable=True),
        _number("silhouette", "Silhouette of the true sides among the embeddings.", nullable=True, low=-1, high=1),
        _number("silhouette_p", "p of that silhouette under shuffled labels.", nullable=True, low=0, high=1),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "rung"),
    "model_task",
)

_P = _number(
    "p_value", "Two-sided p of no effect; null where no test belongs to the metric.", nullable=True, low=0, high=1
)

STATISTICS = Table(
    "statistics",
    "estimate: metric, protocol, control and wording (null: pooled over wordings)",
    (
        *_CELL,
        _PROTOCOL,
        _CONTROL,
        _text("prompt_id", "Wording; null where pooled over all closed wordings.", nullable=True),
        _text("metric", "What was estimated."),
        _count("n", "Rows counted in the denominator."),
        _count("n_images", "Images behind them."),
        _number("estimate", "The estimate; null where it is undefined.", nullable=True),
        _number("low", "Lower end of the 95 % interval (90 % for metrics that end in _90).", nullable=True),
        _number("high", "Upper end of the interval.", nullable=True),
        _P,
        _text(
            "method",
            "How the interval was computed.",
            values=(
                "wilson",
                "wilson_clustered",
                "mover_wilson_clustered",
                "bootstrap_by_image",
                "clustered_t",
                "delong_clustered",
            ),
        ),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "protocol", "control", "prompt_id", "metric"),
    "model_task",
)

WORDING_EFFECTS = Table(
    "wording_effects",
    "protocol, meaning and outcome: how far wordings of one meaning differ on the same images",
    (
        *_CELL,
        _PROTOCOL,
        _text("meaning", "What the wordings have in common; a meaning asked in one wording only has no row."),
        _text("outcome", "What is compared: right answers, or refusals.", values=("accuracy", "refusal_rate")),
        _count("n_wordings", "Wordings of the meaning, suffixes included."),
        _count("n_images", "Images that were asked under all of them."),
        _share("range", "Highest minus lowest share over wordings."),
        _share("range_low", "Lower end of its 95 % interval (bootstrap by group).", nullable=True),
        _share("range_high", "Upper end.", nullable=True),
        _share("range_by_chance", "Range expected if wordings did not matter: mean over permutations within images."),
        _share("sd", "Standard deviation of the share over wordings."),
        _text("best_prompt", "Wording with the highest share."),
        _share("best", "Its share."),
        _text("worst_prompt", "Wording with the lowest share."),
        _share("worst", "Its share."),
        _share("under_all", "Share of images with the outcome under every wording."),
        _share("under_all_low", "Lower end of its 95 % interval.", nullable=True),
        _share("under_all_high", "Upper end.", nullable=True),
        _share("flip_rate", "Share of images with both verdicts (outcome accuracy), or with and without a refusal."),
        _share("flip_rate_low", "Lower end of its 95 % interval.", nullable=True),
        _share("flip_rate_high", "Upper end.", nullable=True),
        _number("fleiss_kappa", "Agreement of wordings beyond chance; null where undefined.", nullable=True, high=1),
        _number("fleiss_kappa_low", "Lower end of its 95 % interval (bootstrap by group).", nullable=True, high=1),
        _number("fleiss_kappa_high", "Upper end.", nullable=True, high=1),
        _number(
            "cochran_q",
            "Cochran's Q over wordings; null where every image was the same under all.",
            nullable=True,
            low=0,
        ),
        _count("cochran_df", "Degrees of freedom of Q.", nullable=True),
        _number("p_value", "p of Q: no difference between wordings.", nullable=True, low=0, high=1),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "protocol", "meaning", "outcome"),
    "model_task",
    may_be_empty=True,
)

DESCRIPTION_EFFECTS = Table(
    "description_effects",
    "what the diagnostician was given, description prompt and framing (null: pooled over both)",
    (
        *_CELL,
        _PROTOCOL,
        _text("given", "What the diagnostician read.", values=("own", "empty", "swapped")),
        _text("prompt_id", "Description prompt; null where pooled.", nullable=True),
        _text("framing", "How the diagnostician was asked; null where pooled.", nullable=True),
        _text("diagnostician", "Text-only model that read the description."),
        _count("n", "Diagnoses."),
        _count("n_images", "Images behind them."),
        _share("balanced_accuracy", "Mean of the shares right on both sides; null without one.", nullable=True),
        _share("low", "Lower end of its 95 % interval.", nullable=True),
        _share("high", "Upper end.", nullable=True),
        _number(
            "gain_over_options",
            "Balanced accuracy minus that of the closed questions by option score, the same "
            "images: forced choice against forced choice.",
            nullable=True,
            low=-1,
            high=1,
        ),
        _number("gain_over_options_low", "Lower end of its 95 % interval, paired, clustered by group.", nullable=True),
        _number("gain_over_options_high", "Upper end.", nullable=True),
        _number("gain_over_options_p", "p of no gain: sign flips over groups.", nullable=True, low=0, high=1),
        _number(
            "gain_over_answers",
            "Balanced accuracy minus the strict one of the closed answers.",
            nullable=True,
            low=-1,
            high=1,
        ),
        _number("gain_over_answers_low", "Lower end of its 95 % interval, paired, clustered by group.", nullable=True),
        _number("gain_over_answers_high", "Upper end.", nullable=True),
        _number("gain_over_answers_p", "p of no gain: sign flips over groups.", nullable=True, low=0, high=1),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "protocol", "given", "prompt_id", "framing", "diagnostician"),
    "model_task",
    may_be_empty=True,
)

COMPARISONS = Table(
    "comparisons",
    "difference of two cells, outcome and wording (null: pooled over wordings)",
    (
        _text(
            "kind",
            "What is compared: a medical model with its base, a revision with the one before, a task with the easiest "
            "one, or the gain of one task with the mean gain of the others.",
            values=("medical_minus_base", "revision_minus_previous", "task_minus_easiest", "interaction"),
        ),
        _text("pair", "Pair of base and medical model.", nullable=True),
        _text("first_checkpoint", "Checkpoint that is compared."),
        _text("first_task", "Its task."),
        _text("second_checkpoint", "Checkpoint that it is compared with."),
        _text("second_task", "Its task; null for the mean of the other tasks.", nullable=True),
        _text(
            "outcome",
            "What is compared, corrected protocol, on the image itself.",
            values=("strict_accuracy", "coverage", "refusal_rate", "balanced_accuracy"),
        ),
        _text("prompt_id", "Wording; null where pooled over all closed wordings.", nullable=True),
        _count("n_images", "Images behind the difference."),
        _number("first", "Value of the first; null where undefined.", nullable=True, low=-1, high=1),
        _number("second", "Value of the second; null where undefined.", nullable=True, low=-1, high=1),
        _number("difference", "First minus second.", nullable=True, low=-2, high=2),
        _number("low", "Lower end of its 95 % interval, clustered by group.", nullable=True),
        _number("high", "Upper end.", nullable=True),
        _text("test", "Where the p comes from.", values=("sign_flip", "mcnemar_mid_p", "normal")),
        _number("p_value", "Two-sided p of no difference.", nullable=True, low=0, high=1),
        Column("declared", pl.Boolean, "Whether the study file declares the contrast."),
        _text(
            "correction",
            "Declared contrasts: Holm; all others: Benjamini-Hochberg, by kind and outcome.",
            values=("holm", "benjamini_hochberg"),
        ),
        _number("p_adjusted", "p after that correction.", nullable=True, low=0, high=1),
        *_PROVENANCE,
    ),
    ("kind", "first_checkpoint", "first_task", "second_checkpoint", "second_task", "outcome", "prompt_id"),
    "none",
    may_be_empty=True,
)

CLAIM_VERDICTS = Table(
    "claim_verdicts",
    "claim and estimand",
    (
        _count("claim", "Number of the claim in the published study, 1 to 5."),
        _text("statement", "The claim in a sentence."),
        _text("estimand", "What is estimated."),
        _text("rule", "When the claim counts as supported, contradicted or undecided, as the study file says."),
        _number("effect", "The estimate; null where cells are missing.", nullable=True),
        _number("low", "Lower end of its interval.", nullable=True),
        _number("high", "Upper end.", nullable=True),
        _share("level", "Coverage of the interval, .95 or .90."),
        _count("n_images", "Distinct images behind the estimate."),
        _count("n_cells", "Cells of model and task behind it."),
        _number("p_value", "Two-sided p, after correction, where the rule uses one.", nullable=True, low=0, high=1),
        _text("verdict", "What the rule makes of the estimand.", values=("supported", "contradicted", "undecided")),
        _text(
            "claim_verdict",
            "What the rule makes of the whole claim.",
            values=("supported", "contradicted", "undecided"),
        ),
        *_PROVENANCE,
    ),
    ("claim", "estimand"),
    "none",
)

ERRORS = Table(
    "errors",
    "generation that failed",
    (
        *_CELL,
        _GENERATION,
        _text("reason", "Why, as the machine said it."),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "generation_id"),
    "model_task",
    may_be_empty=True,
)

COSTS = Table(
    "costs",
    "batch of generations",
    (
        *_CELL,
        _text("batch_id", "Batch in the ledger."),
        _text("stage", "What the batch computed.", values=("closed", "describe", "mixed")),
        _text("method", "Which way it was computed.", values=_METHODS),
        _count("generations", "Generations in the batch."),
        _count("tokens_read", "Prompt tokens read, image tokens included."),
        _count(
            "tokens_shared", "Of those, tokens not read again, since another generation of the batch had read them."
        ),
        _count("tokens_written", "New tokens."),
        _number("seconds", "Wall-clock seconds.", low=0),
        _text("device", "Device that computed."),
        _number("peak_memory_gb", "Peak resident or device memory.", low=0),
        _text("load_id", "Model load that the batch belongs to."),
        *_PROVENANCE,
    ),
    ("checkpoint", "task", "batch_id"),
    "model_task",
    may_be_empty=True,
)

RATER_AGREEMENT = Table(
    "rater_agreement",
    "pair of raters and scope: all outcomes, or one label",
    (
        _text("first", "Rater: the rules, or a judge."),
        _text("second", "Rater that the first is compared with: the gold set, or the rules."),
        _text("scope", "All outcomes (sides and labels), or one label against the others.", values=("all", *LABELS)),
        _count("n", "Responses that both rated."),
        _count("agreed", "Of those, responses that both read alike."),
        _number("kappa", "Cohen's kappa; null where it is undefined.", nullable=True, low=-1, high=1),
        _number("low", "Lower end of its 95 % interval.", nullable=True, low=-1, high=1),
        _number("high", "Upper end of its 95 % interval.", nullable=True, low=-1, high=1),
        *_PROVENANCE,
    ),
    ("first", "second", "scope"),
    "none",
)

GRID = Table(
    "grid",
    "cell of model and task",
    (
        _MODEL,
        _text("checkpoint", "Checkpoint of the model; null while this machine cannot open it.", nullable=True),
        _TASK,
        _count("planned", "Planned rows."),
        _count("done", "Planned rows that have a generation."),
        _count("missing", "Planned rows that lack one."),
        *_PROVENANCE,
    ),
    ("model", "task"),
    "none",
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        CHECKPOINTS,
        IMAGES,
        PROBE_IMAGES,
        QUARANTINE,
        PROMPTS,
        RESPONSES,
        OPTION_SCORES,
        ANSWERS,
        JUDGEMENTS,
        DESCRIPTIONS,
        DIAGNOSES,
        EMBEDDINGS,
        PROBES,
        STATISTICS,
        WORDING_EFFECTS,
        DESCRIPTION_EFFECTS,
        ERRORS,
        COSTS,
        RATER_AGREEMENT,
        COMPARISONS,
        CLAIM_VERDICTS,
        GRID,
    )
}

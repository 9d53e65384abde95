"""What each table was made from, as a digest: a table whose fingerprint still holds need not be made again.

Each stage's fingerprint takes in those above it, so that a change of an image, a wording, a checkpoint or a rule makes
everything below it stale and nothing else. Cheap: no image is decoded and no model opened.
"""

from collections.abc import Sequence
from pathlib import Path

from medfrag_assets.lake.store import CODE_VERSION
from medfrag_assets.scoring.gold import gold_file
from medfrag_assets.scoring.judges import JUDGE_VERSION
from medfrag_assets.scoring.rules import RULES_VERSION
from medfrag_assets.sources.sampling import source_fingerprint
from medfrag_assets.statistics.estimates import STATISTICS_VERSION
from medfrag_assets.study.digest import digest, file_digest
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.device import dtype

# Appended to the fingerprint of a cell's tables while generations are missing, so that they are made again.
INCOMPLETE = "+incomplete"


def images_fingerprint(study: Study, task: str) -> str:
    """The sample of a task: its source as it lies on disk, K and the seed."""
    source = study.tasks[task].source
    return digest([CODE_VERSION, task, source, source_fingerprint(source), study.images_per_class, study.seed])


def probe_images_fingerprint(study: Study, task: str) -> str:
    """The images that probes learn from, and what was left out: the sample, and how many come behind it."""
    return digest(["probe images", images_fingerprint(study, task), study.probe_per_class])


def prompts_fingerprint(study: Study, task: str) -> str:
    """The wordings of a task, terms filled in."""
    return digest([CODE_VERSION, study.wordings(task), study.tasks[task].terms])


def inference_fingerprint(study: Study, task: str, checkpoint: Checkpoint) -> str:
    """The generations of a cell: sample, wordings, protocols, checkpoint and number format."""
    templates = study.models[checkpoint.alias].templates
    return digest(
        [
            images_fingerprint(study, task),
            prompts_fingerprint(study, task),
            study.protocols,
            templates,
            checkpoint.key,
            checkpoint.digest,
            checkpoint.processor_digest,
            dtype(),
        ]
    )


def embeddings_fingerprint(study: Study, task: str, checkpoint: Checkpoint) -> str:
    """The embeddings of a cell: what its generations were made from, and the images that probes learn from."""
    return digest(["embeddings", inference_fingerprint(study, task, checkpoint), study.probe_per_class])


def answers_fingerprint(study: Study, task: str, checkpoint: Checkpoint) -> str:
    """The scored answers of a cell: its generations, the vocabulary and the rules."""
    return digest([inference_fingerprint(study, task, checkpoint), study.tasks[task].vocabulary, RULES_VERSION])


def judgements_fingerprint(study: Study, task: str, checkpoint: Checkpoint) -> str:
    """The judgements of a cell: its generations, the vocabulary, and who judges. Bounds and prices change none."""
    judges = {alias: [judge.base_url, judge.model] for alias, judge in study.judges.items()}
    made_from = inference_fingerprint(study, task, checkpoint)
    return digest(["judgements", made_from, study.tasks[task].vocabulary, judges, JUDGE_VERSION])


def with_errors(fingerprint: str, errors: int) -> str:
    """The fingerprint of a table that still holds so many errors: each run that leaves fewer makes it another one."""
    return f"{fingerprint}{INCOMPLETE} {errors}" if errors else fingerprint


def diagnoses_fingerprint(study: Study, task: str, checkpoint: Checkpoint, diagnostician: Checkpoint | None) -> str:
    """The diagnoses of a cell: its descriptions and the diagnostician, a local checkpoint or one behind a server."""
    reader = [diagnostician.digest, diagnostician.processor_digest] if diagnostician else None
    server = study.diagnostician.server if study.diagnostician else None
    if server is not None:
        reader = [JUDGE_VERSION, server.base_url.rstrip("/"), server.model]
    return digest([inference_fingerprint(study, task, checkpoint), reader])


def probes_fingerprint(study: Study, task: str, checkpoint: Checkpoint) -> str:
    """The probes of a cell: its embeddings and scored answers, which come with its option scores."""
    return digest(["probes", answers_fingerprint(study, task, checkpoint), study.probe_per_class])


def statistics_fingerprint(study: Study, task: str, checkpoint: Checkpoint) -> str:
    """The statistics of a cell: how they are computed, and its answers, which come with its option scores."""
    return digest(["statistics", STATISTICS_VERSION, answers_fingerprint(study, task, checkpoint)])


def description_effects_fingerprint(study: Study, task: str, checkpoint: Checkpoint, diagnosed: str | None) -> str:
    """What descriptions gain in a cell: its answers and `diagnosed`, its diagnoses as they are now."""
    return digest(["description effects", answers_fingerprint(study, task, checkpoint), diagnosed])


def comparisons_fingerprint(study: Study, register: Sequence[object], cells: Sequence[str | None]) -> str:
    """Comparisons and claims: what they are declared to be, the register of checkpoints, and all cells as they are.

    The margin is no part of the tables, but of the verdict that is given with them: another one wants another verdict.
    """
    declared = [study.claims, study.declared, study.non_inferiority_margin]
    return digest(["comparisons", CODE_VERSION, *declared, list(register), list(cells)])


def agreement_fingerprint(judged: Sequence[str | None]) -> str:
    """The agreement of raters: the rules, the gold set, and `judged`, the judgements of all cells as they are."""
    return digest(["agreement", RULES_VERSION, file_digest(gold_file("reported")), list(judged)])


def publication_fingerprint(compared: str, agreement: str, dbt_project: Path, lacking: Sequence[str]) -> str:
    """The published database: every cell's tables and their comparisons, agreement, the dbt project, missing cells."""
    return digest([compared, agreement, _dbt_digest(dbt_project), list(lacking)])


def _dbt_digest(project: Path) -> str:
    kinds = (".sql", ".yml", ".yaml")
    made = ("target", "logs")
    files = sorted(
        path for path in project.rglob("*") if path.suffix in kinds and path.relative_to(project).parts[0] not in made
    )
    return digest([[str(path.relative_to(project)), file_digest(path)] for path in files])

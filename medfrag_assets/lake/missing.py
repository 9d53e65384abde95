"""What a study still lacks: which tables of which checkpoints have not been made from what the study says now.

A pure function of the lake and the study, so that the folder sensor, the nightly schedule and a test ask the same
question. Nothing is decoded and no model is opened; a table counts as made when its file carries its fingerprint.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from medfrag_assets.lake import fingerprints
from medfrag_assets.lake.schemas import DIAGNOSES, TABLES
from medfrag_assets.lake.store import fingerprint_of, table_file
from medfrag_assets.study.digest import digest
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import Checkpoint

DATASETS = ("images", "probe_images", "quarantine", "prompts")
GENERATED = ("responses", "option_scores", "descriptions", "embeddings", "errors", "costs", "diagnoses")
FOLLOWING = ("answers", "judgements", "statistics", "wording_effects", "description_effects", "probes")


class Missing(NamedTuple):
    """Tables that one checkpoint lacks on these tasks. Without a checkpoint: tables of the tasks themselves."""

    checkpoint: Checkpoint | None
    tables: tuple[str, ...]
    tasks: tuple[str, ...]
    # What they would be made from: another one once the study or the checkpoint has changed.
    made_from: str


def missing_datasets(study: Study, paths: StudyPaths) -> list[Missing]:
    """Tasks whose images, probe images or wordings are not there or are stale, as one entry; none where all are."""
    expected: dict[str, Callable[[str], str]] = {
        "images": lambda task: fingerprints.images_fingerprint(study, task),
        "probe_images": lambda task: fingerprints.probe_images_fingerprint(study, task),
        "quarantine": lambda task: fingerprints.probe_images_fingerprint(study, task),
        "prompts": lambda task: fingerprints.prompts_fingerprint(study, task),
    }
    stale = [
        (task, name, made_from(task))
        for task in study.tasks
        for name, made_from in expected.items()
        if fingerprint_of(table_file(paths.lake, TABLES[name], task=task)) != made_from(task)
    ]
    if not stale:
        return []
    tasks = tuple(dict.fromkeys(task for task, _, _ in stale))
    return [Missing(None, DATASETS, tasks, digest(stale))]


def missing_tables(
    study: Study,
    paths: StudyPaths,
    checkpoints: Iterable[Checkpoint],
    names: Sequence[str],
    diagnostician: Checkpoint | None,
) -> list[Missing]:
    """Which of the tables `names` each checkpoint lacks: one entry for the tasks that lack the same ones.

    checkpoints: those that can be opened now; every alias must be a model of the study. names: of `GENERATED` and
    `FOLLOWING`, in the order in which they are made. diagnostician: the study's, null where it has none on this
    machine. The tables of a study without judges or diagnostician are empty but are made like the others.
    """
    found: list[Missing] = []
    for checkpoint in checkpoints:
        stale: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
        for task in study.tasks:
            expected = _expected(study, paths, checkpoint, task, diagnostician)
            lacking = [name for name in names if _found(paths, name, checkpoint, task) != expected[name]]
            if lacking:
                made_from = [expected[name] for name in lacking]
                stale.setdefault(tuple(lacking), []).append((task, made_from))
        found += [
            Missing(checkpoint, tables, tuple(task for task, _ in cells), digest(cells))
            for tables, cells in stale.items()
        ]
    return found


def _found(paths: StudyPaths, name: str, checkpoint: Checkpoint, task: str) -> str | None:
    return fingerprint_of(table_file(paths.lake, TABLES[name], checkpoint.key, task))


def _expected(
    study: Study, paths: StudyPaths, checkpoint: Checkpoint, task: str, diagnostician: Checkpoint | None
) -> Mapping[str, str]:
    """The fingerprint that each table of a cell should have."""
    generated = fingerprints.inference_fingerprint(study, task, checkpoint)
    described = fingerprints.statistics_fingerprint(study, task, checkpoint)
    diagnosed = fingerprint_of(table_file(paths.lake, DIAGNOSES, checkpoint.key, task))
    return {
        **dict.fromkeys(GENERATED, generated),
        "embeddings": fingerprints.embeddings_fingerprint(study, task, checkpoint),
        "diagnoses": fingerprints.diagnoses_fingerprint(study, task, checkpoint, diagnostician),
        "answers": fingerprints.answers_fingerprint(study, task, checkpoint),
        "judgements": fingerprints.judgements_fingerprint(study, task, checkpoint),
        "statistics": described,
        "wording_effects": described,
        "description_effects": fingerprints.description_effects_fingerprint(study, task, checkpoint, diagnosed),
        "probes": fingerprints.probes_fingerprint(study, task, checkpoint),
    }

"""`medfrag doctor`: what this machine lacks for a study, in plain words, without loading anything."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.commands.console import counted, standard_console
from medfrag_assets.scoring.judge_client import key_of
from medfrag_assets.sources.sampling import require_source
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import FolderSource, HubSource, PhantomSource, Source, Study
from medfrag_assets.vlm.checkpoints import find_checkpoint, is_hub_id, study_diagnostician
from medfrag_assets.vlm.device import device

_MIB_PER_GB = 1024


class Finding(NamedTuple):
    """One thing looked at. `problem` is null when it is there."""

    about: str
    problem: str | None


def examine(study: Study, paths: StudyPaths) -> int:
    """Prints what is there and what is missing. Returns the exit code: 0 when nothing is missing, otherwise 1."""
    console = standard_console()
    findings = list(look(study, paths))
    console.print(f"Study {study.study}: {study.title}", highlight=False, soft_wrap=True)
    for finding in findings:
        mark = "ok     " if finding.problem is None else "missing"
        words = finding.about if finding.problem is None else f"{finding.about}: {finding.problem}"
        console.print(f"  {mark}  {words}", markup=False, highlight=False, soft_wrap=True)
    missing = sum(finding.problem is not None for finding in findings)
    lacking = f"{counted(missing, 'thing')} {'is' if missing == 1 else 'are'} missing."
    console.print(lacking if missing else "Everything is there.", highlight=False)
    return 1 if missing else 0


def look(study: Study, paths: StudyPaths) -> Iterator[Finding]:
    """Weights, gated access, GPU memory, the diagnostician and the images of every task."""
    for alias, model in study.models.items():
        weights = _problem(partial(find_checkpoint, alias, model, study.protocols))
        yield Finding(f"weights of {alias} ({model.checkpoint})", weights)
        if weights and model.gated and is_hub_id(model.checkpoint) and not _hub_token():
            yield Finding(
                f"access to {model.checkpoint}",
                "gated: accept its terms on the hub, then set HF_TOKEN or run: hf auth login",
            )
    yield from _memory(study)
    if study.diagnostician is not None:
        yield Finding(f"diagnostician {study.diagnostician.alias}", _problem(partial(study_diagnostician, study)))
    if study.diagnostician is not None and study.diagnostician.server is not None:
        server = study.diagnostician.server
        yield Finding(f"key of {study.diagnostician.alias} at {server.base_url}", _problem(partial(key_of, server)))
    for alias, judge in study.judges.items():
        yield Finding(f"key of the judge {alias} ({judge.model} at {judge.base_url})", _problem(partial(key_of, judge)))
    for name, task in study.tasks.items():
        yield Finding(
            f"images of {name} ({_describe(task.source)})",
            _problem(partial(require_source, name, task.source, study.seed)),
        )


def _problem(attempt: Callable[[], object]) -> str | None:
    try:
        attempt()
    except MedfragError as error:
        return str(error)
    return None


def _memory(study: Study) -> Iterator[Finding]:
    needed = max(model.gpu_memory_gb for model in study.models.values())
    if not needed:
        return
    about = f"GPU with {needed:g} GB of memory"
    if device() == "cpu":
        yield Finding(about, "this machine has no NVIDIA GPU that may be used")
        return
    import torch

    if not torch.cuda.is_available():
        yield Finding(about, "there is an NVIDIA device, but this torch was built without CUDA")
        return
    there = torch.cuda.get_device_properties(0).total_memory / 1024**3
    yield Finding(about, None if there >= needed else f"the GPU has {there:.0f} GB")


def _hub_token() -> bool:
    stored = Path(os.environ.get("HF_HOME", "~/.cache/huggingface")).expanduser() / "token"
    return bool(os.environ.get("HF_TOKEN")) or stored.is_file()


def _describe(source: Source) -> str:
    match source:
        case FolderSource():
            return source.root
        case HubSource():
            return source.dataset
        case PhantomSource():
            return f"phantoms, seed {source.seed}"

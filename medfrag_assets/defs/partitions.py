"""Partitions of a study: dynamic models (checkpoints), static tasks, and the tags that place a run on hardware."""

from collections.abc import Sequence
from typing import NamedTuple

import dagster as dg

from medfrag_assets.study.spec import Study

GPU_POOL = "gpu"
PUBLISH_POOL = "publish"


class CellKey(NamedTuple):
    """A partition of model and task."""

    checkpoint: str
    task: str

    @property
    def alias(self) -> str:
        """The model's alias."""
        return self.checkpoint.rpartition("@")[0]


class StudyPartitions(NamedTuple):
    """The partitions definitions of one study."""

    models: dg.DynamicPartitionsDefinition
    tasks: dg.StaticPartitionsDefinition
    cells: dg.MultiPartitionsDefinition


def study_partitions(study: Study) -> StudyPartitions:
    """The study's own dynamic models, its tasks, and their product."""
    models = dg.DynamicPartitionsDefinition(name=f"{study.study}_models")
    tasks = dg.StaticPartitionsDefinition(list(study.tasks))
    return StudyPartitions(models, tasks, dg.MultiPartitionsDefinition({"model": models, "task": tasks}))


def cell_keys(partition_keys: Sequence[str]) -> list[CellKey]:
    """Cells behind Dagster's `model|task` keys, those of one checkpoint together."""
    cells = [CellKey(*key.rsplit("|", 1)) for key in partition_keys]
    return sorted(cells, key=lambda cell: cell.checkpoint)


def partition_key(cell: CellKey) -> dg.MultiPartitionKey:
    """Dagster's key of a cell."""
    return dg.MultiPartitionKey({"model": cell.checkpoint, "task": cell.task})


def run_tags(study: Study, alias: str) -> dict[str, str]:
    """Tags that let a queue or a cluster place a run of this model."""
    model = study.models[alias]
    return {
        "medfrag/study": study.study,
        "medfrag/model": alias,
        "medfrag/family": model.family,
        "medfrag/gpu_memory_gb": f"{model.gpu_memory_gb:g}",
    }


def gpu_op_tags(study: Study) -> dict[str, object]:
    """Kubernetes limits of a step that computes on a GPU; none where the study's models need no GPU."""
    if not any(model.gpu_memory_gb for model in study.models.values()):
        return {}
    limits = {"limits": {"nvidia.com/gpu": "1"}}
    return {"dagster-k8s/config": {"container_config": {"resources": limits}}}

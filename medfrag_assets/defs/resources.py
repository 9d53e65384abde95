"""What assets are given from outside: where the lake lies, and how much a batch may hold."""

import dagster as dg
from pydantic import Field

from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets.study.spec import Study


class Lake(dg.ConfigurableResource[None]):
    """Where runs read and write."""

    root: str = Field(
        default="",
        description="The folder that runs read and write. Without one: MEDFRAG_DATA, otherwise data/ in the project.",
    )

    def paths(self, study: Study) -> StudyPaths:
        """The study's places below the data root."""
        return StudyPaths(data_root() if not self.root else data_root().__class__(self.root), study.study)


class Batching(dg.ConfigurableResource[None]):
    """How many images a model reads at a time; 0 leaves it to the memory that is free."""

    images: int = Field(
        default=0,
        ge=0,
        description="How many images a model reads at a time; 0 leaves it to the memory there is (MEDFRAG_BATCH_GB).",
    )

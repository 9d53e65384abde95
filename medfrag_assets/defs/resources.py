"""What assets are given from outside: where the lake lies, and how much a batch may hold."""

import dagster as dg

from medfrag_assets.study.paths import StudyPaths, data_root
from medfrag_assets.study.spec import Study

_SMALL_MODEL_PARAMETERS = 100_000_000
_ROWS_OF_SMALL_MODELS = 128
_ROWS_OF_LARGE_MODELS = 8


class Lake(dg.ConfigurableResource[None]):
    """Where runs read and write."""

    root: str = ""

    def paths(self, study: Study) -> StudyPaths:
        """The study's places below the data root."""
        return StudyPaths(data_root() if not self.root else data_root().__class__(self.root), study.study)


class Batching(dg.ConfigurableResource[None]):
    """How many rows a model computes at a time; 0 chooses by the size of the model."""

    rows: int = 0

    def rows_for(self, parameters: int) -> int:
        """Rows per batch for a model with that many weights."""
        if self.rows:
            return self.rows
        return _ROWS_OF_SMALL_MODELS if parameters < _SMALL_MODEL_PARAMETERS else _ROWS_OF_LARGE_MODELS

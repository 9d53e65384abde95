"""Where things lie on disk. One data root holds all that runs write; nothing else decides a path."""

import os
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
SHIPPED_CONFIG = PROJECT / "medfrag_assets" / "config"


def data_root() -> Path:
    """The folder that runs write to: MEDFRAG_DATA, or data/ in the project."""
    return Path(os.environ.get("MEDFRAG_DATA") or PROJECT / "data").resolve()


def from_project(path: str) -> Path:
    """A path of a study file: absolute as it is, `~` expanded, relative ones from the project's root folder."""
    # Not Path.expanduser, which fails for a user who is not known.
    return PROJECT / os.path.expanduser(path)


class StudyPaths(NamedTuple):
    """The places of one study below the data root."""

    root: Path
    study: str

    @property
    def lake(self) -> Path:
        """Parquet tables of the study: <table>/model=…/task=…/part.parquet."""
        return self.root / "lake" / self.study

    @property
    def database(self) -> Path:
        """The published DuckDB file."""
        return self.root / "warehouse" / f"{self.study}.duckdb"

    @property
    def building(self) -> Path:
        """The DuckDB file that dbt builds into before it is published."""
        return self.root / "warehouse" / "building" / f"{self.study}.duckdb"

    @property
    def ledger(self) -> Path:
        """Generations and embeddings of all studies."""
        return self.root / "ledger"

    @property
    def images(self) -> Path:
        """Sampled images of all studies as lossless PNG, named by the digest of their pixels."""
        return self.root / "images"

    @property
    def checkpoints(self) -> Path:
        """The watched folder: what is put there is evaluated."""
        return self.root / "checkpoints"

    @property
    def dagster_home(self) -> Path:
        """Dagster's persistent instance."""
        return self.root / "dagster_home"

    @property
    def notified(self) -> Path:
        """What the webhook has been told of the study's checkpoints."""
        return self.root / "notified" / f"{self.study}.json"

    @property
    def lock(self) -> Path:
        """Held while `medfrag study run` works on the study."""
        return self.root / "locks" / f"{self.study}.lock"

    @property
    def web_ui_lock(self) -> Path:
        """Held by the web UI of the data root, whichever studies it shows. No study has such a name."""
        return self.root / "locks" / "web ui"

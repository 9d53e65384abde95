"""`medfrag ui`."""

import os
import sys
from pathlib import Path

from medfrag_assets.defs.instance import prepare_home
from medfrag_assets.study.configured import configured_names
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.load import load_study, study_file
from medfrag_assets.study.paths import PROJECT, StudyPaths, data_root


def serve(port: int) -> None:
    """Becomes Dagster's web server and daemon, on loopback only. Raises `MedfragError` for an unusable study file."""
    files = [study_file(name).resolve() for name in configured_names()]
    for file in files:
        # The web server is given whole paths, in the variable whose names a comma ends.
        if "," in str(file):
            raise MedfragError(f"{file}: MEDFRAG_STUDIES cannot name a path with a comma; move or rename the file.")
    studies = [load_study(str(file)) for file in files]
    os.environ["MEDFRAG_STUDIES"] = ",".join(str(file) for file in files)
    prepare_home(StudyPaths(data_root(), studies[0].study))
    dagster = str(Path(sys.executable).with_name("dagster"))
    os.chdir(PROJECT)
    command = [dagster, "dev", "-w", "workspace.yaml", "--host", "127.0.0.1", "--port", str(port)]
    os.execv(dagster, command)  # noqa: S606 - a fixed command; no shell

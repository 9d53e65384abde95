"""`medfrag ui`."""

import os
import socket
import sys
from pathlib import Path

from medfrag_assets.defs.instance import hold_web_ui, prepare_home
from medfrag_assets.study.configured import configured_names
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.load import load_study, study_file
from medfrag_assets.study.paths import PROJECT, StudyPaths, data_root


def serve(port: int) -> None:
    """Becomes Dagster's web server and daemon, on loopback only.

    Raises `MedfragError` for an unusable study file, where the data folder has a web UI already, and for a taken port.
    """
    files = [study_file(name).resolve() for name in configured_names()]
    for file in files:
        # The web server is given whole paths, in the variable whose names a comma ends.
        if "," in str(file):
            raise MedfragError(f"{file}: MEDFRAG_STUDIES cannot name a path with a comma; move or rename the file.")
    studies = [load_study(str(file)) for file in files]
    os.environ["MEDFRAG_STUDIES"] = ",".join(str(file) for file in files)
    paths = StudyPaths(data_root(), studies[0].study)
    hold_web_ui(paths)
    _require_free(port)
    prepare_home(paths)
    dagster = str(Path(sys.executable).with_name("dagster"))
    os.chdir(PROJECT)
    command = [dagster, "dev", "-w", "workspace.yaml", "--host", "127.0.0.1", "--port", str(port)]
    os.execv(dagster, command)  # noqa: S606 - a fixed command; no shell


def _require_free(port: int) -> None:
    """Dagster's web server goes on without a page where it cannot have its port."""
    with socket.socket() as probe:
        # As the web server does, so that connections that are being closed do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise MedfragError(
                f"Port {port} cannot be used: {error.strerror}. Choose another: medfrag ui --port {port + 1}"
            ) from None

"""dbt's manifest: made once by `dbt parse`, and again when a file of the dbt project is newer than it."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import PROJECT

DBT_PROJECT = PROJECT / "dbt_reports"
_MADE = ("target", "logs")


def dbt_executable() -> str:
    """dbt of the environment that runs this."""
    return str(Path(sys.executable).with_name("dbt"))


def manifest_file() -> Path:
    """The manifest, made first where it is missing or older than the project. Raises `MedfragError`."""
    manifest = DBT_PROJECT / "target" / "manifest.json"
    manifest.parent.mkdir(parents=True, exist_ok=True)
    with (manifest.parent / "manifest.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not manifest.is_file() or manifest.stat().st_mtime < _newest_file():
            _parse()
    return manifest


def _newest_file() -> float:
    files = (
        path
        for path in DBT_PROJECT.rglob("*")
        if path.suffix in (".sql", ".yml", ".yaml") and path.relative_to(DBT_PROJECT).parts[0] not in _MADE
    )
    return max(path.stat().st_mtime for path in files)


def _parse() -> None:
    environment = os.environ | {"DBT_PROFILES_DIR": str(DBT_PROJECT), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    done = subprocess.run(  # noqa: S603 - a fixed command on the project's own files
        [dbt_executable(), "parse", "--quiet", "--no-partial-parse", "--project-dir", str(DBT_PROJECT)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise MedfragError(f"dbt cannot read {DBT_PROJECT.name}/: {(done.stdout + done.stderr).strip()}")

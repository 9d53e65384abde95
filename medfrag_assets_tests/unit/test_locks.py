"""One web UI and one run of a study at a time, and no cleaning under their feet."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from medfrag_assets.commands.clean import clean
from medfrag_assets.lake.locks import HeldError, holder_of, is_held, take
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import StudyPaths

_HOLD_AND_BECOME = """
import os, sys
from pathlib import Path
from medfrag_assets.defs.instance import hold_web_ui
from medfrag_assets.study.paths import StudyPaths
hold_web_ui(StudyPaths(Path(sys.argv[1]), "any"))
os.execv(sys.executable, [sys.executable, "-c", "print('ready', flush=True); input()"])
"""


def medfrag_ui(data: Path, port: int) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("medfrag")), "ui", "--port", str(port)]
    environment = os.environ | {"MEDFRAG_DATA": str(data)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_a_lock_is_held_by_one_and_free_again_after(tmp_path: Path) -> None:
    file = tmp_path / "locks" / "study.lock"
    assert not is_held(file)
    with take(file):
        assert is_held(file)
        assert holder_of(file) == str(os.getpid())
        with pytest.raises(HeldError, match=str(os.getpid())):
            take(file)
    assert not is_held(file)
    take(file).close()


def test_who_only_looks_takes_a_lock_from_nobody(tmp_path: Path) -> None:
    file, enough = tmp_path / "study.lock", Event()

    def look() -> None:
        while not enough.is_set():
            is_held(file)

    looking = Thread(target=look)
    looking.start()
    try:
        for _ in range(500):
            take(file).close()
    finally:
        enough.set()
        looking.join()


def test_the_web_ui_is_held_by_what_the_process_becomes_until_that_ends(tmp_path: Path) -> None:
    lock = StudyPaths(tmp_path, "any").web_ui_lock
    command = [sys.executable, "-c", _HOLD_AND_BECOME, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        assert is_held(lock)
        assert holder_of(lock) == str(process.pid)
        process.communicate("\n", timeout=60)
    assert not is_held(lock)


def test_a_second_web_ui_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with take(StudyPaths(tmp_path, "any").web_ui_lock):
        refused = medfrag_ui(tmp_path, 3999)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Error: A web UI works on {tmp_path} already, as process {os.getpid()}.")
    assert not (tmp_path / "dagster_home").exists()


def test_a_taken_port_is_said_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = medfrag_ui(tmp_path, port)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Error: Port {port} cannot be used: Address already in use.")
    assert f"medfrag ui --port {port + 1}" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_cleaning_removes_what_runs_wrote_and_nothing_else(tmp_path: Path) -> None:
    # A person may set MEDFRAG_DATA to a folder that holds things of their own.
    kept = ("embedded/tiny/model.safetensors", "checkpoints/mine/model.safetensors", "thesis/chapter.tex", "notes.txt")
    for name in (*kept, "lake/s/t.parquet", "ledger/x", "dagster_home/y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    (tmp_path / "images").symlink_to(elsewhere)
    clean(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoints", "embedded", "notes.txt", "thesis"]
    assert all((tmp_path / name).is_file() for name in kept)
    assert (elsewhere / "precious").is_file()


def test_nothing_is_cleaned_while_a_run_works_on_it(tmp_path: Path) -> None:
    (tmp_path / "lake").mkdir()
    with take(StudyPaths(tmp_path, "embedded").lock), pytest.raises(MedfragError, match=r"works on .* \(embedded\)"):
        clean(tmp_path)
    assert (tmp_path / "lake").is_dir()
    clean(tmp_path)
    assert not list(tmp_path.iterdir())

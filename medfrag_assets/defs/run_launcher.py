"""Notices runs that nobody works on any more, so that they do not keep their place in a pool for ever.

Dagster's launcher for one machine starts a run as a process of the code server, which fails the run when that process
dies. When both die, in a power cut or by the kernel's hand, the run stays "started" for ever, and so does a run of
`medfrag study run` that was killed. Dagster's run monitoring asks a launcher that can tell; this one can.
"""

import time

import dagster as dg
from dagster._core.errors import DagsterUserCodeUnreachableError
from dagster._core.launcher import CheckRunHealthResult, DefaultRunLauncher, WorkerStatus
from dagster._grpc.client import DagsterGrpcClient
from dagster._grpc.types import CanCancelExecutionRequest, CanCancelExecutionResult
from dagster._serdes import deserialize_value

from medfrag_assets.defs.instance import DRIVER_TAG, is_driven
from medfrag_assets.study.paths import StudyPaths, data_root

_LOOKS = 3
_SECONDS_BETWEEN = 1


class WatchedRunLauncher(DefaultRunLauncher):
    """Dagster's launcher for one machine, which can also tell whether a run is still worked on."""

    @property
    def supports_check_run_worker_health(self) -> bool:
        """Run monitoring asks only a launcher that says so."""
        return True

    def check_run_worker_health(self, run: dg.DagsterRun) -> CheckRunHealthResult:
        """Failed when the process that ran it is gone. What cannot be told counts as running."""
        if run.tags.get(DRIVER_TAG) == "command":
            lives = is_driven(StudyPaths(data_root(), run.tags["medfrag/study"]))
            return _health(lives, "The command that ran it ended before it did.")
        client = self._get_grpc_client_for_termination(run.run_id)  # type: ignore[no-untyped-call]
        lives = client is None or _works_on(client, run.run_id)
        return _health(lives, "The process that ran it is gone.")


def _health(lives: bool, otherwise: str) -> CheckRunHealthResult:
    return CheckRunHealthResult(WorkerStatus.RUNNING) if lives else CheckRunHealthResult(WorkerStatus.FAILED, otherwise)


def _works_on(client: DagsterGrpcClient, run_id: str) -> bool:
    """Whether the code server that started the run still works on it; only a server that is gone does not."""
    for _ in range(_LOOKS):
        try:
            answer = client.can_cancel_execution(CanCancelExecutionRequest(run_id=run_id))
            return deserialize_value(answer, CanCancelExecutionResult).can_cancel
        except DagsterUserCodeUnreachableError as error:
            if not _is_gone(error):
                return True
        time.sleep(_SECONDS_BETWEEN)
    return False


def _is_gone(error: DagsterUserCodeUnreachableError) -> bool:
    """Whether nothing listens where the server was, rather than a server that is too busy to answer."""
    code = getattr(error.__cause__, "code", None)
    return code is not None and code().name == "UNAVAILABLE"

"""Interruptions that nothing swallows.

While a step runs, Dagster puts its own handler in the place of Python's and now and then an interruption is forgotten
there. What the system writes to a file descriptor of ours is not.
"""

import signal
import socket
from types import TracebackType
from typing import Self

_MANY = 4096


class Interrupts:
    """Remembers every SIGINT while the block runs. For the main thread only, as Python's signals are."""

    def __enter__(self) -> Self:
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.set_wakeup_fd(self._before)
        self._ours.close()
        self._theirs.close()

    def stop_if_asked(self) -> None:
        """Raises `KeyboardInterrupt` if there was a SIGINT since the block began or since this was last asked."""
        try:
            signals = self._ours.recv(_MANY)
        except BlockingIOError:
            return
        if signal.SIGINT in signals:
            raise KeyboardInterrupt

"""An interruption is remembered also where another handler swallows it."""

import os
import signal

import pytest

from medfrag_assets.defs.interrupts import Interrupts


def test_a_swallowed_interruption_is_remembered_once() -> None:
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        with Interrupts() as interrupts:
            interrupts.stop_if_asked()
            os.kill(os.getpid(), signal.SIGINT)
            with pytest.raises(KeyboardInterrupt):
                interrupts.stop_if_asked()
            interrupts.stop_if_asked()
    finally:
        signal.signal(signal.SIGINT, before)


def test_other_signals_do_not_stop() -> None:
    before = signal.signal(signal.SIGUSR1, lambda number, frame: None)
    try:
        with Interrupts() as interrupts:
            os.kill(os.getpid(), signal.SIGUSR1)
            interrupts.stop_if_asked()
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_the_descriptor_of_before_is_put_back() -> None:
    with Interrupts():
        pass
    assert signal.set_wakeup_fd(-1) == -1

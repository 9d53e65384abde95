"""How far a stage is, told by asset bodies to whoever drives them in this process; nobody listens in the web UI."""

from typing import Protocol


class Listener(Protocol):
    """Hears how much a stage has to do and how much it has done."""

    def expect(self, stage: str, amount: int) -> None:
        """The stage has `amount` more to do."""
        ...

    def advance(self, stage: str, amount: int) -> None:
        """The stage has done `amount` more."""
        ...


class _Silence:
    def expect(self, stage: str, amount: int) -> None:
        """Nobody listens."""

    def advance(self, stage: str, amount: int) -> None:
        """Nobody listens."""


_listeners: list[Listener] = [_Silence()]


def listen(listener: Listener) -> None:
    """From now on `listener` hears of all progress in this process."""
    _listeners[-1] = listener


def expect(stage: str, amount: int) -> None:
    """The stage has `amount` more to do."""
    _listeners[-1].expect(stage, amount)


def advance(stage: str, amount: int = 1) -> None:
    """The stage has done `amount` more."""
    _listeners[-1].advance(stage, amount)

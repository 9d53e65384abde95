"""The bounds of a judge on calls and dollars: reserved before a request is sent, settled when its end is known."""

import threading
from functools import cache

from medfrag_assets.study.spec import Judge

_MILLION = 1_000_000


class BudgetReachedError(Exception):
    """The request does not fit into what is left. Says which bound of the study was reached."""


class Budget:
    """What one judge may still be asked, shared by all who ask it at the same time."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._changed = threading.Condition()
        self._calls = 0
        self._spent = 0.0
        self._reserved = 0.0
        self._under_way = 0

    @property
    def requests(self) -> int:
        """Requests sent, probes and retries included."""
        return self._calls

    @property
    def dollars(self) -> float:
        """Dollars spent."""
        return self._spent

    @property
    def has_prices(self) -> bool:
        """Whether the study says what tokens cost."""
        return None not in (self._judge.dollars_per_million_read, self._judge.dollars_per_million_written)

    def price(self, tokens_read: int, tokens_written: int) -> float:
        """What so many tokens cost in dollars; a price that the study does not name counts as 0."""
        read = tokens_read * (self._judge.dollars_per_million_read or 0.0)
        return (read + tokens_written * (self._judge.dollars_per_million_written or 0.0)) / _MILLION

    def reserve(self, dollars: float) -> None:
        """Takes one request and at most `dollars` out of the budget. Waits while others may yet give some back.

        Raises `BudgetReachedError` when it does not fit.
        """
        calls, most = self._judge.maximum_calls, self._judge.maximum_dollars
        with self._changed:
            while self._under_way and not self._affords(dollars):
                self._changed.wait()
            if calls is not None and self._calls >= calls:
                raise BudgetReachedError(f"budget reached: maximum_calls {calls}")
            if not self._affords(dollars):
                raise BudgetReachedError(f"budget reached: maximum_dollars {most:g}")
            self._calls += 1
            self._reserved += dollars
            self._under_way += 1

    def settle(self, reserved: float, spent: float) -> None:
        """Puts what was spent in the place of what was reserved."""
        with self._changed:
            self._under_way -= 1
            # Exactly 0 when nothing is under way, which differences of fractions need not be.
            self._reserved = self._reserved - reserved if self._under_way else 0.0
            self._spent += spent
            self._changed.notify_all()

    def _affords(self, dollars: float) -> bool:
        most = self._judge.maximum_dollars
        return most is None or self._spent + self._reserved + dollars <= most


@cache
def shared_budget(judge: Judge) -> Budget:
    """The judge's budget in this process: the runs that one command takes share its bounds."""
    return Budget(judge)

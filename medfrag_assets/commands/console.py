"""Where commands print to, and how far each stage is: bars on a terminal, plain lines elsewhere."""

import sys
import time
from types import TracebackType
from typing import Self

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from medfrag_assets.defs import progress

_UNITS = {"inference": "generations", "datasets": "samples", "publish": "steps"}
_SECONDS_BETWEEN_LINES = 10.0
# Lines of a log are not folded at the 80 characters of an unknown terminal.
_WIDTH = 120


def standard_console() -> Console:
    """Today's standard output: as wide as the terminal, 120 characters elsewhere."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH)


def plain_table(title: str) -> Table:
    """A table without borders, so that the longest names of a study still fit 80 columns."""
    return Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`, `1,000 rows`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class StageBars:
    """One progress bar per stage."""

    def __init__(self, console: Console) -> None:
        self._bars = Progress(
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[unit]}"),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        progress.listen(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def note(self, words: str) -> None:
        """Says what is happening where nothing can be counted."""
        self._bars.console.print(words + " …", style="dim")

    def expect(self, stage: str, amount: int) -> None:
        """See `progress.Listener`."""
        if not amount:
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=0, unit=_UNITS.get(stage, "cells"))
        task = self._bars.tasks[self._tasks[stage]]
        self._bars.update(task.id, total=(task.total or 0) + amount)

    def advance(self, stage: str, amount: int) -> None:
        """See `progress.Listener`."""
        if stage in self._tasks:
            self._bars.advance(self._tasks[stage], amount)


class StageLines:
    """A line when a stage begins, when it ends, and now and then in between."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._totals: dict[str, int] = {}
        self._done: dict[str, int] = {}
        self._started = time.monotonic()
        self._last_line = 0.0

    def __enter__(self) -> Self:
        progress.listen(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def note(self, words: str) -> None:
        """Says what is happening where nothing can be counted."""
        self._say(words)

    def expect(self, stage: str, amount: int) -> None:
        """See `progress.Listener`."""
        if amount:
            self._totals[stage] = self._totals.get(stage, 0) + amount
            self._say(self._count(stage))

    def advance(self, stage: str, amount: int) -> None:
        """See `progress.Listener`."""
        self._done[stage] = self._done.get(stage, 0) + amount
        finished = self._done[stage] >= self._totals.get(stage, 0)
        if finished or time.monotonic() - self._last_line > _SECONDS_BETWEEN_LINES:
            self._say(self._count(stage))

    def _count(self, stage: str) -> str:
        done, total = self._done.get(stage, 0), self._totals.get(stage, 0)
        return f"{stage}: {done:,} of {total:,} {_UNITS.get(stage, 'cells')}"

    def _say(self, words: str) -> None:
        self._last_line = time.monotonic()
        self._console.print(f"[{self._last_line - self._started:6.1f} s] {words}", markup=False, highlight=False)

"""`medfrag checkpoints train`."""

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


def train(folder: Path, seed: int) -> None:
    """Trains the five tiny checkpoints from nothing into `folder`, with a progress bar on a terminal."""
    from medfrag_assets.vlm.embedded import train_all

    console = Console()
    if not console.is_terminal:
        train_all(folder, seed, _Lines(console).report)
        return
    with Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console) as bars:
        task = bars.add_task("training", total=1.0)
        train_all(folder, seed, lambda words, share: bars.update(task, description=words, completed=share))


class _Lines:
    """A line when another part of the training begins."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = ""

    def report(self, words: str, share: float) -> None:
        """Hears what is being trained and the share of all training that is done, 0 to 1."""
        if words != self._last:
            self._last = words
            self._console.print(f"{share:4.0%} {words}", highlight=False)

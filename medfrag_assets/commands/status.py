"""`medfrag study status`."""

from rich.console import Console
from rich.table import Table

from medfrag_assets.lake.grid import grid
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import available_checkpoints


def show_status(study: Study, paths: StudyPaths) -> None:
    """Prints planned, done and missing rows of every cell, and where the published database stands."""
    cells = grid(study, paths, available_checkpoints(study).found)
    table = Table("model", "checkpoint", "task", title=f"Rows of study {study.study}", title_justify="left")
    for heading in ("planned", "done", "missing"):
        table.add_column(heading, justify="right")
    for row in cells.iter_rows(named=True):
        checkpoint = row["checkpoint"] or "not on this machine"
        counts = (f"{row[name]:,}" for name in ("planned", "done", "missing"))
        table.add_row(row["model"], checkpoint, row["task"], *counts)
    console = Console()
    console.print(table)
    published = f"Published: {paths.database}" if paths.database.is_file() else "Nothing published yet."
    console.print(published, highlight=False, soft_wrap=True)

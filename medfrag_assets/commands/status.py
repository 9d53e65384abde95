"""`medfrag study status`."""

from medfrag_assets.commands.console import plain_table, standard_console
from medfrag_assets.lake.grid import grid
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import available_checkpoints


def show_status(study: Study, paths: StudyPaths) -> None:
    """Prints planned, done and missing rows of every cell, and where the published database stands."""
    cells = grid(study, paths, available_checkpoints(study).found)
    table = plain_table(f"Rows of study {study.study}")
    for heading in ("checkpoint", "task"):
        table.add_column(heading, overflow="fold")
    for heading in ("planned", "done", "missing"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in cells.iter_rows(named=True):
        checkpoint = row["checkpoint"] or f"{row['model']}, not on this machine"
        counts = (f"{row[name]:,}" for name in ("planned", "done", "missing"))
        table.add_row(checkpoint, row["task"], *counts)
    console = standard_console()
    console.print(table)
    published = f"Published: {paths.database}" if paths.database.is_file() else "Nothing published yet."
    console.print(published, markup=False, highlight=False, soft_wrap=True)

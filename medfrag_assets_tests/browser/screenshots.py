"""The pictures of docs/tutorial.md, taken while a browser travels the tutorial on a fresh data folder.

Renew them with `.venv/bin/python -m medfrag_assets_tests.browser.screenshots` (some minutes), and look at each: a
picture is what the web UI showed, right or wrong. `--data FOLDER` keeps the data.
`--pictures FOLDER` puts them elsewhere.
"""

import argparse
import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, ViewportSize, expect

from medfrag_assets.defs.partitions import CellKey
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets_tests.fixtures.browser import HEIGHT, WIDTH, WebUi, browsing, chromium
from medfrag_assets_tests.fixtures.dagster_dev import DagsterDev

STUDY, MODEL, TASK = "embedded", "tiny-medgemma", "brain_tumor"
# Kilobytes that a picture of the documentation may take.
LARGEST = 150
_COLOURS = 256
_WINDOW: ViewportSize = {"width": WIDTH, "height": HEIGHT}
_WIDE: ViewportSize = {"width": 2200, "height": 700}
_GRAPH: FloatRect = {"x": 541, "y": 110, "width": 1659, "height": 590}


def main() -> None:
    """Takes all pictures, in the tutorial's order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="an empty folder; otherwise one that is removed at the end")
    parser.add_argument("--pictures", type=Path, default=PROJECT / "docs" / "images")
    chosen = parser.parse_args()
    executable = chromium()
    if executable is None:
        sys.exit("There is no Chromium on this machine: apt-get install chromium")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        data = chosen.data or Path(folder)
        data.mkdir(parents=True, exist_ok=True)
        dagster = DagsterDev(data, STUDY, location=None)
        try:
            dagster.start()
            with browsing(dagster.url, executable) as ui:
                Tour(ui, dagster, chosen.pictures).travel()
        finally:
            dagster.stop()


class Tour:
    """The tutorial's clicks. Every method that begins with a page's name ends with that page's picture."""

    def __init__(self, ui: WebUi, dagster: DagsterDev, pictures: Path) -> None:
        self._ui = ui
        self._page = ui.page
        self._dagster = dagster
        self._pictures = pictures
        self._cell = CellKey(find_checkpoint(MODEL, load_study(STUDY).models[MODEL]).key, TASK)

    def travel(self) -> None:
        """From an empty data folder to the report."""
        self._lineage()
        self._datasets()
        self._images()
        self._one_cell()
        self._answers()
        self._checks()
        self._whole_study()
        self._database()
        self._report()

    def _lineage(self) -> None:
        # The graph is drawn as large as the window allows; the picture is the graph alone.
        self._page.set_viewport_size(_WIDE)
        self._ui.open("/asset-groups")
        expect(self._page.get_by_text("reports", exact=True).last).to_be_visible()
        self._take("lineage", _GRAPH)
        self._page.set_viewport_size(_WINDOW)

    def _datasets(self) -> None:
        self._ui.filter_assets('group:"datasets"')
        self._ui.choose("All")
        self._take("datasets")
        self._ui.launch()
        self._ui.open_asset(STUDY, "images", "partitions")
        expect(self._page.get_by_text("Materialized (4)")).to_be_visible()
        self._ui.open_asset(STUDY, "responses", "partitions")
        expect(self._page.get_by_text("Missing (16)")).to_be_visible()

    def _images(self) -> None:
        self._ui.open_asset(STUDY, "images", "partitions")
        self._page.get_by_text(TASK, exact=True).first.click()
        self._drawn(self._ui.show("sample"), "images")

    def _one_cell(self) -> None:
        self._ui.open_asset(STUDY, "responses")
        self._ui.choose(*self._cell)
        self._take("one_cell")
        self._ui.launch()
        self._page.get_by_role("link", name="View", exact=True).click()
        expect(self._page.get_by_text("Success", exact=True).first).to_be_visible()
        # The note that a run was launched stays as long as the mouse is on it.
        self._page.reload()
        expect(self._page.get_by_text("Success", exact=True).first).to_be_visible()
        self._take("run")
        self._ui.open_asset(STUDY, "responses", "partitions")
        expect(self._page.get_by_text("Materialized (1)")).to_be_visible()
        self._ui.open_cell(self._cell)
        expect(self._page.get_by_text("Materialized", exact=True)).to_be_visible()
        self._take("cell")

    def _answers(self) -> None:
        self._drawn(self._ui.show("samples"), "answers")

    def _checks(self) -> None:
        self._ui.open_asset(STUDY, "responses", "checks")
        expect(self._page.get_by_text("Passed").first).to_be_visible()
        self._take("checks")

    def _whole_study(self) -> None:
        self._ui.open_job("medfrag", f"{STUDY}_one_model")
        expect(self._page.get_by_role("button", name="Launch Run")).to_be_enabled()
        self._take("job")
        self._ui.open_job("medfrag", f"{STUDY}_whole_study")
        self._page.get_by_role("button", name="Launch Run").click()
        expect(self._page.get_by_text("Success", exact=True).first).to_be_visible(timeout=1_800_000)
        self._ui.open("/runs")
        expect(self._page.get_by_text("Success", exact=True).first).to_be_visible()
        self._take("runs")
        self._ui.open_asset(STUDY, "statistics", "partitions")
        expect(self._page.get_by_text("Materialized (16)")).to_be_visible()
        self._ui.open_cell(self._cell)
        expect(self._page.get_by_text("Materialized", exact=True)).to_be_visible()
        self._take("statistics")
        self._ui.open_asset(STUDY, "answers", "partitions")
        self._ui.open_cell(self._cell)
        self._drawn(self._ui.show("samples"), "labels")

    def _database(self) -> None:
        self._ui.open_asset(STUDY, "database")
        expect(self._page.get_by_text("study_summary").first).to_be_visible()
        self._take("database")

    def _report(self) -> None:
        self._page.goto((self._dagster.data / "reports" / STUDY / "report.html").as_uri())
        self._take("report")

    def _drawn(self, dialog: Locator, name: str) -> None:
        expect(dialog.get_by_role("img").last).to_be_visible()
        self._take(name)

    def _take(self, name: str, clip: FloatRect | None = None) -> None:
        self._page.wait_for_load_state("networkidle")
        save_small(self._page.screenshot(animations="disabled", clip=clip), self._pictures / f"{name}.png")


def save_small(screenshot: bytes, path: Path) -> None:
    """Writes a screenshot with 256 colours, as small as a PNG gets."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)
    assert path.stat().st_size < LARGEST * 1000, f"{path} has {path.stat().st_size // 1000} kB"


if __name__ == "__main__":
    main()

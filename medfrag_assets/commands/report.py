"""`medfrag report`."""

import sys
import webbrowser

from rich.console import Console

from medfrag_assets.reports.html import write_report
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study


def make_report(study: Study, paths: StudyPaths, show: bool) -> None:
    """Writes the report and its cards, prints where the report is, and with `show` opens it in the web browser.

    Raises `NotPublishedError` when nothing is published yet.
    """
    # On a terminal only, and beside the one line that is the answer.
    with Console(stderr=True).status("Writing the report and its cards"):
        page = write_report(study, paths).page
    sys.stdout.write(f"{page}\n")
    if show and not webbrowser.open(page.as_uri()):
        sys.stderr.write("No web browser can be opened from here: open the file by hand.\n")

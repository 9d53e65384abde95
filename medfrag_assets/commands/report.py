"""`medfrag report`."""

import sys
import webbrowser

from medfrag_assets.reports.html import write_report
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study


def make_report(study: Study, paths: StudyPaths, show: bool) -> None:
    """Writes the report and its cards, prints where the report is, and with `show` opens it in the web browser.

    Raises `NotPublishedError` when nothing is published yet.
    """
    page = write_report(study, paths).page
    sys.stdout.write(f"{page}\n")
    if show and not webbrowser.open(page.as_uri()):
        sys.stderr.write("No web browser can be opened from here: open the file by hand.\n")

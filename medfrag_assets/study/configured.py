"""The studies that the web UI shows: those named in MEDFRAG_STUDIES."""

import os


def configured_names() -> list[str]:
    """Names and files of MEDFRAG_STUDIES, separated by commas; the embedded study when it says nothing.

    A name cannot hold a comma.
    """
    names = [name.strip() for name in os.environ.get("MEDFRAG_STUDIES", "").split(",")]
    return [name for name in names if name] or ["embedded"]

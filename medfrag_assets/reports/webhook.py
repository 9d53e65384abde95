"""Tells a webhook that a checkpoint is worse. Its address may hold a secret: only its host is ever shown."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from medfrag_assets.reports.worse import sentence

SECONDS = 5.0
_UNUSABLE = "an address that is not http or https"
_NUMBERS = {"difference": "difference", "low": "low", "high": "high", "p_adjusted": "p", "n_images": "n"}
_DIGITS = 6


def message(study: str, margin: float, worse: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is sent: `text` for people (the field that chat services show), and the same as data.

    worse: one row or more of `medfrag_assets.statistics.non_inferiority.judged`, of one checkpoint and one other.
    """
    return {
        "text": f"Study {study}: {sentence(margin, worse)}",
        "study": study,
        "checkpoint": worse[0]["checkpoint"],
        "compared_with": worse[0]["compared_with"],
        "kind": worse[0]["kind"],
        "margin": margin,
        "worse": [
            {"task": row["task"], "outcome": row["outcome"]}
            | {said: None if row[name] is None else round(row[name], _DIGITS) for name, said in _NUMBERS.items()}
            for row in worse
        ],
    }


def host_of(url: str) -> str:
    """What may be shown of an address: its host, with the port where there is one."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return _UNUSABLE
    return f"{parts.hostname}{port}" if parts.scheme in ("http", "https") and parts.hostname else _UNUSABLE


def post(url: str, content: Mapping[str, Any], seconds: float = SECONDS) -> str | None:
    """Sends JSON. Null when the server said 2xx, otherwise why not, without a word of the address or of the server.

    Redirects are not followed: what is sent is meant for the one who gave the address. It never takes longer than
    `seconds`: a look-up of a name and a server that sends a byte now and then know no end of their own.
    """
    if host_of(url) == _UNUSABLE:
        return "it is no http or https address"
    found: list[str | None] = []
    # A daemon, which does not hold up the end of the process.
    sending = Thread(target=lambda: found.append(_send(url, content, seconds)), daemon=True)
    sending.start()
    sending.join(seconds)
    return found[0] if found else f"no answer within {seconds:g} seconds"


def _send(url: str, content: Mapping[str, Any], seconds: float) -> str | None:
    try:
        body = json.dumps(content).encode()
        headers = {"Content-Type": "application/json", "User-Agent": "medfrag"}
        request = urllib.request.Request(url, body, headers)  # noqa: S310  # The scheme was looked at.
        # Longer than is waited for the thread: this only sees to it that the thread ends.
        with urllib.request.build_opener(_NoRedirects).open(request, timeout=2 * seconds):
            return None
    except urllib.error.HTTPError as error:
        with error:
            return f"it answered {error.code}" + (", a redirect, which is not followed" if error.code < 400 else "")
    except (OSError, http.client.HTTPException, ValueError) as error:
        # Only the kind of error: its words may repeat the address.
        cause = getattr(error, "reason", error)
        return f"it gave no answer ({type(cause if isinstance(cause, Exception) else error).__name__})"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect to be reported as what it is."""

    def redirect_request(self, *_: Any) -> None:
        """None: nothing is asked for instead."""

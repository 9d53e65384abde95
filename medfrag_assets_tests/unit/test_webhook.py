"""The webhook, over real HTTP on this machine: what is sent, and what is said when nobody takes it."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from medfrag_assets.lake.told import Telling, tell_once
from medfrag_assets.reports.webhook import host_of, message, post
from medfrag_assets_tests.fixtures.proxy import Request, Response, serving

SECRET = "T0K3N-recognisable"
ROWS: list[dict[str, Any]] = [
    {"checkpoint": "m@2", "compared_with": "m@1", "kind": "revision_minus_previous", "task": task}
    | {"outcome": outcome, "n_images": 100, "difference": difference, "low": low, "high": high, "p_adjusted": p}
    for task, outcome, difference, low, high, p in (
        ("skin_cancer", "strict_accuracy", -0.21, -0.28, -0.14, 0.0004),
        ("brain_tumor", "refusal_rate", 1.0, None, None, 0.012),
    )
]


def test_what_is_sent_says_it_to_people_and_to_programs() -> None:
    sent = json.loads(json.dumps(message("mine", 0.05, ROWS)))
    assert sent == {
        "text": "Study mine: m@2 is worse than m@1 beyond 0.05 in 2 comparisons: strict accuracy on skin cancer −0.21 "
        "(−0.28 to −0.14), p < 0.001, 100 images; refusal rate on brain tumor +1.00 –, p 0.012, 100 images.",
        "study": "mine",
        "checkpoint": "m@2",
        "compared_with": "m@1",
        "kind": "revision_minus_previous",
        "margin": 0.05,
        "worse": [
            {"task": "skin_cancer", "outcome": "strict_accuracy"}
            | {"difference": -0.21, "low": -0.28, "high": -0.14, "p": 0.0004, "n": 100},
            {"task": "brain_tumor", "outcome": "refusal_rate"}
            | {"difference": 1.0, "low": None, "high": None, "p": 0.012, "n": 100},
        ],
    }


def test_of_many_cells_the_text_names_a_few_and_the_list_all() -> None:
    sent = message("mine", 0.05, ROWS * 20)
    assert sent["text"].endswith("; and 35 more.")
    assert len(sent["worse"]) == 40


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (f"https://hooks.example.org/{SECRET}", "hooks.example.org"),
        (f"http://someone:{SECRET}@hooks.example.org:8080/x?key={SECRET}", "hooks.example.org:8080"),
        (f"ftp://hooks.example.org/{SECRET}", "an address that is not http or https"),
        (f"file:///etc/{SECRET}", "an address that is not http or https"),
        (f"http://[{SECRET}", "an address that is not http or https"),
        (f"http://host:{SECRET}/", "an address that is not http or https"),
        (SECRET, "an address that is not http or https"),
    ],
)
def test_of_an_address_only_the_host_is_shown(url: str, host: str) -> None:
    assert host_of(url) == host


def test_it_is_sent_as_json() -> None:
    heard: list[Request] = []

    def respond(request: Request) -> Response:
        heard.append(request)
        return Response(204, b"")

    with serving(respond) as url:
        assert post(f"{url}/{SECRET}", {"text": "höher −0.2"}) is None
    assert [request.body for request in heard] == [{"text": "höher −0.2"}]
    assert heard[0].headers["content-type"] == "application/json"


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503])
def test_what_the_server_answers_is_said_and_not_what_it_writes(status: int) -> None:
    with serving(lambda _: Response(status, SECRET.encode())) as url:
        assert post(f"{url}/{SECRET}", {}) == f"it answered {status}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    heard: list[Request] = []

    def elsewhere(request: Request) -> Response:
        heard.append(request)
        return Response(200, b"")

    with serving(elsewhere) as other, serving(lambda _: Response(status, b"", {"Location": other})) as url:
        assert post(url, {}) == f"it answered {status}, a redirect, which is not followed"
    assert heard == []


def test_a_refused_connection_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/{SECRET}"
        assert post(url, {}) == "it gave no answer (ConnectionRefusedError)"


@pytest.mark.parametrize(
    "url",
    [
        f"http://127.0.0.1/{SECRET} with blanks",
        f"http://someone:{SECRET}@127.0.0.1/",
        f"http://127.0.0.1/{SECRET}\x7f",
        f"http://127.0.0.1:1/{SECRET}é",
        f"file:///etc/{SECRET}",
        SECRET,
    ],
)
def test_an_address_that_cannot_be_asked_is_no_error_and_never_said(url: str) -> None:
    reason = post(url, {})
    assert reason is not None
    assert SECRET not in reason


def test_nothing_but_http_is_opened(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a file", encoding="utf-8")
    assert post((tmp_path / "there").as_uri(), {}) == "it is no http or https address"


@contextmanager
def _silent(drip: bytes) -> Iterator[str]:
    """A server that takes a connection and says nothing, or a byte now and then."""
    ended = threading.Event()

    def hold(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            while not ended.wait(0.05):
                try:
                    connection.sendall(drip)
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=hold, args=(listening,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/{SECRET}"
        finally:
            ended.set()
            thread.join()


@pytest.mark.parametrize("drip", [b"", b"H"], ids=["silent", "dripping"])
def test_a_server_that_never_answers_is_left(drip: bytes) -> None:
    with _silent(drip) as url:
        started = time.monotonic()
        assert post(url, {}, seconds=0.3) == "no answer within 0.3 seconds"
        # Left on this side: the server would go on for ever.
        assert time.monotonic() - started < 60


def test_each_thing_is_told_once(tmp_path: Path) -> None:
    path, heard = tmp_path / "notified" / "mine.json", list[str]()
    assert tell_once(path, ["a", "b", "a"], heard.append) == Telling(["a", "b"], [], None)
    assert tell_once(path, ["b", "a"], heard.append) == Telling([], [], None)
    assert tell_once(path, ["a", "c"], heard.append) == Telling(["c"], [], None)
    assert tell_once(path, ["a", "b", "c"], heard.append) == Telling([], [], None)
    assert heard == ["a", "b", "c"]


def test_what_failed_and_what_came_behind_it_is_told_the_next_time(tmp_path: Path) -> None:
    path, heard = tmp_path / "mine.json", list[str]()

    def tell(one: str) -> str | None:
        heard.append(one)
        return "it answered 500" if one == "b" else None

    assert tell_once(path, ["a", "b", "c"], tell) == Telling(["a"], ["b", "c"], "it answered 500")
    assert heard == ["a", "b"]
    assert tell_once(path, ["a", "b", "c"], lambda _: None) == Telling(["b", "c"], [], None)


@pytest.mark.parametrize("content", ["", "{", "{}", "[1]", "\0"])
def test_a_memory_of_another_make_remembers_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(content, encoding="utf-8")
    assert tell_once(path, ["a"], lambda _: None) == Telling(["a"], [], None)
    assert json.loads(path.read_text(encoding="utf-8")) == ["a"]


def test_two_at_once_tell_it_once(tmp_path: Path) -> None:
    path, heard = tmp_path / "mine.json", list[str]()

    def tell(one: str) -> None:
        time.sleep(0.05)
        heard.append(one)

    threads = [threading.Thread(target=tell_once, args=(path, ["a", "b"], tell)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == ["a", "b"]

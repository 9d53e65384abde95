"""The picture and the list of disagreements: responses are data there, too."""

import base64

import polars as pl

from medfrag_assets.reports.agreement import confusion_picture, worth_reading


def ratings(rows: list[tuple[str, str, str | None, str, str | None, str]]) -> pl.DataFrame:
    names = ["id", "response", "first_verdict", "first_label", "second_verdict", "second_label"]
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


FOUND = ratings(
    [
        ("a", "Yes.", "positive", "answered", "positive", "answered"),
        ("b", "A long reply that says neither " * 20, None, "hedged", None, "refused"),
        ("c", "No ``` [x](javascript:alert(1)) \n\n# heading", "negative", "answered", "positive", "answered"),
    ]
)


def test_wrong_sides_come_first_and_texts_stay_inside_their_code() -> None:
    lines = worth_reading(FOUND).splitlines()
    assert lines == [
        "- c: `No ''' [x](javascript:alert(1)) # heading` was read as negative, not positive",
        lines[1],
    ]
    assert lines[1].startswith("- b: `A long reply")
    assert lines[1].endswith(" …` was read as hedged, not refused")


def test_at_most_twenty_and_none_is_said() -> None:
    many = ratings([(str(n), "x", "positive", "answered", "negative", "answered") for n in range(50)])
    assert len(worth_reading(many).splitlines()) == 20
    assert worth_reading(FOUND.head(1)) == "none"


def test_the_picture_holds_the_counts() -> None:
    picture = confusion_picture("rules", "gold", FOUND)
    assert picture.startswith(
        "![How often each outcome of rules (rows) meets each of gold (columns)](data:image/svg+xml"
    )
    drawn = base64.b64decode(picture.rpartition(",")[2].rstrip(")"))
    assert drawn.startswith(b"<?xml")
    assert picture == confusion_picture("rules", "gold", FOUND)

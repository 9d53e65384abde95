"""What a page is made of: sections with words, pictures and tables, plain text until a template escapes it."""

from collections.abc import Sequence
from typing import NamedTuple


class Picture(NamedTuple):
    """A figure as a data URL, and what is seen in it, in words that stand in for it."""

    source: str
    alt: str


class Table(NamedTuple):
    """Rows of text under headings. The first `named` columns are names, the others numbers; null `named`: all names."""

    caption: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    named: int | None = None
    note: str = ""


class Section(NamedTuple):
    """One part of the report: what is seen in one or two sentences, pictures, tables, and how to read them.

    `marts` names the tables of the database that it was made from. Without pictures and tables, `words` say why.
    """

    key: str
    title: str
    words: tuple[str, ...]
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    marts: tuple[str, ...] = ()


# More rows than a person reads on a page: the database has them all.
_MOST_ROWS = 200


def table(
    caption: str, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], named: int | None, mart: str
) -> tuple[Table, ...]:
    """The table, cut to 200 rows with a note where the others are; no table where there are no rows."""
    if not rows:
        return ()
    note = "" if len(rows) <= _MOST_ROWS else f"The first {_MOST_ROWS} of {len(rows):,} rows; all are in {mart}."
    return (Table(caption, headings, rows[:_MOST_ROWS], named, note),)

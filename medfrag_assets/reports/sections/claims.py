"""The five claims of the published study, and what this study makes of each."""

from collections.abc import Sequence
from typing import NamedTuple

from medfrag_assets.reports.cast import Row
from medfrag_assets.reports.numbers import counted, interval, p_value, plain, spaced


class Estimand(NamedTuple):
    """What is estimated, its effect with interval and level, what it rests on, and what the rule makes of it alone."""

    name: str
    effect: str
    interval: str
    behind: str
    verdict: str


class Claim(NamedTuple):
    """A claim with its verdict, the written rule that gave it, and its estimands."""

    number: int
    statement: str
    verdict: str
    rule: str
    estimands: tuple[Estimand, ...]


def claim_views(rows: Sequence[Row]) -> list[Claim]:
    """The claims in their order, one for every number that occurs."""
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        by_number.setdefault(row["claim"], []).append(row)
    return [_view(number, found) for number, found in sorted(by_number.items())]


def _view(number: int, rows: list[Row]) -> Claim:
    first = rows[0]
    return Claim(number, first["statement"], first["claim_verdict"], first["rule"], tuple(map(_estimand, rows)))


def _estimand(row: Row) -> Estimand:
    ends = interval(row["low"], row["high"]).strip("()")
    behind = f"n = {counted(row['n_images'], 'image')}, {counted(row['n_cells'], 'cell')} of model and task"
    tested = "" if row["p_value"] is None else f"; p {p_value(row['p_value'])}"
    return Estimand(
        spaced(row["estimand"]),
        plain(row["effect"]),
        f"{row['level'] * 100:.0f} % interval {ends}" if ends else "no interval",
        behind + tested,
        row["verdict"],
    )

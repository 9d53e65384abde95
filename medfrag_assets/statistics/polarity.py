"""Two wordings that ought to agree: a question and its inverse, and a choice with its options swapped."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, Asked, some
from medfrag_assets.statistics.clustered import sign_flip_p
from medfrag_assets.statistics.estimates import SCHEMA
from medfrag_assets.statistics.shares import pooled_share

Pairs = list[tuple[int, int]]


def polarity_and_order(asked: Asked) -> pl.DataFrame:
    """The metrics of both functions below."""
    return pl.concat([polarity(asked), order(asked)])


def polarity(asked: Asked) -> pl.DataFrame:
    """`polarity_consistency` and `acquiescence` over pairs of a `positive` and an `inverted` yes/no wording.

    A pair has equal specificity and suffix; an image counts once for each pair in which it answered both (n). It is
    consistent when both verdicts are the same side, and acquiescent when it said yes to both: that it is abnormal and
    that it is normal. What is neither said no to both. No pair was asked: no rows.
    Source: Cronbach 1946, Educational and Psychological Measurement 6, 475-494 (acquiescence).
    """
    pairs = _pairs(asked, "yesno", ("specificity", "suffix"), "polarity", ("positive", "inverted"))
    if not pairs:
        return _no_rows()
    first, second = (asked.verdict[[pair[place] for pair in pairs]] for place in (0, 1))
    # Yes to the inverted question is the negative side.
    hits = np.stack([first == second, (first == POSITIVE) & (second == NEGATIVE)])
    among = np.broadcast_to((first >= 0) & (second >= 0), hits.shape)
    return pooled_share(asked, ["polarity_consistency", "acquiescence"], hits, among, asked.images.groups)


def order(asked: Asked) -> pl.DataFrame:
    """`order_agreement` and `order_bias` over pairs of choices of one meaning whose options stand in opposite order.

    A pair has equal meaning, specificity and suffix; an image counts once for each pair in which it answered both.
    order_agreement: the share (n: pairs) in which both verdicts are the same side. order_bias: the share of answers
    (n: two a pair) that chose the option named first, minus one half: 0 when order does not matter, 1/2 when the first
    is always taken; its p is that of sign flips over groups. No pair was asked: no rows.
    """
    pairs = _pairs(asked, "choice", ("meaning", "specificity", "suffix"), "option_a", ("positive", "negative"))
    if not pairs:
        return _no_rows()
    first, second = (asked.verdict[[pair[place] for pair in pairs]] for place in (0, 1))
    both = (first >= 0) & (second >= 0)
    agreement = pooled_share(asked, ["order_agreement"], (first == second)[None], both[None], asked.images.groups)
    chose_first = np.concatenate([first == POSITIVE, second == NEGATIVE])
    among = np.concatenate([both, both])
    bias = pooled_share(asked, ["order_bias"], chose_first[None], among[None], asked.images.groups, minus=0.5)
    return pl.concat([agreement, bias.with_columns(p_value=pl.lit(_order_p(asked, chose_first, among), pl.Float64))])


def _order_p(asked: Asked, chose_first: np.ndarray, among: np.ndarray) -> float | None:
    groups = np.broadcast_to(asked.images.groups, among.shape)[among]
    return sign_flip_p(chose_first[among] - 0.5, groups)


def _pairs(asked: Asked, family: str, equal: tuple[str, ...], differs: str, values: tuple[str, str]) -> Pairs:
    """Places of wordings of the family that were asked, equal in some columns, with one value each in `differs`."""
    put = some(asked.asked, 1)
    rows = [(place, row) for place, row in enumerate(asked.wordings.iter_rows(named=True)) if put[place]]
    ours = [(place, row) for place, row in rows if row["family"] == family]
    return [
        (place, other)
        for place, row in ours
        for other, facing in ours
        if (row[differs], facing[differs]) == values and all(row[name] == facing[name] for name in equal)
    ]


def _no_rows() -> pl.DataFrame:
    return pl.DataFrame(schema=SCHEMA)

"""Flips: images that got both verdicts among wordings of one meaning, which the wording alone made."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, Asked, Mask, some
from medfrag_assets.statistics.shares import pooled_share


def flip_rate(asked: Asked) -> pl.DataFrame:
    """The share of images that got both verdicts among wordings of one meaning, pooled over meanings.

    A meaning counts when it was asked in at least two wordings, a suffix making another one; an image flips when any
    such meaning got both verdicts. The denominator is every image that was asked so, answered or not: an image whose
    wordings were refused cannot flip, so that refusals lower this rate and `coverage` must be read beside it.
    """
    flipped, among = flips(asked)
    return pooled_share(asked, ["flip_rate"], flipped[None, None], among[None, None], asked.images.groups)


def flips(asked: Asked) -> tuple[Mask, Mask]:
    """(I,) whether any reworded meaning got both verdicts, and whether the image was asked in a reworded meaning."""
    flipped = np.zeros(len(asked.images.ids), dtype=bool)
    among = flipped.copy()
    for _, rows in reworded(asked):
        said = asked.verdict[rows]
        flipped |= some(said == POSITIVE, 0) & some(said == NEGATIVE, 0)
        among |= some(asked.asked[rows], 0)
    return flipped, among


def reworded(asked: Asked) -> list[tuple[str, list[int]]]:
    """Every meaning that was asked in two wordings or more, in order of names, and the places of its wordings."""
    put = some(asked.asked, 1)
    places: dict[str, list[int]] = {}
    for place, meaning in enumerate(asked.wordings["meaning"]):
        if meaning is not None and put[place]:
            places.setdefault(meaning, []).append(place)
    return [(meaning, rows) for meaning, rows in sorted(places.items()) if len(rows) > 1]

"""Image reliance: what changes when the image goes. Never a difference of accuracies: a constant answer scores one half
with and without the image, and is yet the least reliant of all.
"""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, POSITIVE, Asked, Codes, some
from medfrag_assets.statistics.bootstrap import sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates
from medfrag_assets.statistics.estimates import SCHEMA, estimate_rows
from medfrag_assets.statistics.flips import flips
from medfrag_assets.statistics.shares import pooled_share

QUADRANTS = ("consistent_reliant", "consistent_unreliant", "inconsistent_reliant", "inconsistent_unreliant")


def reliance(shown: Asked, control: Asked) -> pl.DataFrame:
    """Every reliance metric of one control against the image itself, same protocol, pooled over wordings.

    The unit is the group of the image; under `swapped`, where an image and its partner share one difference, the groups
    that pairs link.
    """
    units = shown.images.linked() if control.control == "swapped" else shown.images.groups
    parts = [verdict_changed(shown, control, units), log_odds_change(shown, control, units)]
    if control.control in ("blank", "no_image"):
        parts.append(quadrants(shown, control))
    return pl.concat(parts)


def verdict_changed(shown: Asked, control: Asked, units: Codes) -> pl.DataFrame:
    """Mean over images of the share of wordings whose outcome under the control is another than on the image.

    The outcome is the verdict, or the label where there is none. n counts rows asked under both; where an image was
    asked in fewer wordings than others it weighs less.
    """
    both = (shown.asked & control.asked)[None]
    changed = (shown.outcome != control.outcome)[None]
    return pooled_share(control, ["verdict_changed"], changed, both, units)


def log_odds_change(shown: Asked, control: Asked, units: Codes) -> pl.DataFrame:
    """Mean absolute change of the option log-odds (natural logarithm) between image and control; n: rows with both.

    0 for a model that does not look; t interval clustered by unit. No scores on both sides: no rows.
    """
    change = np.abs(shown.log_odds - control.log_odds)
    both = ~np.isnan(change)
    if not both.any():
        return pl.DataFrame(schema=SCHEMA)
    count = int(units.max()) + 1
    sums, sizes = (sums_by_group(part.sum(axis=0), units, count)[:, None] for part in (np.nan_to_num(change), both))
    estimate, low, high = ratio_estimates(sums, sizes)
    size = {"n": both.sum(), "n_images": some(both, 0).sum()}
    return estimate_rows(
        control, ["log_odds_change"], [None], "clustered_t", **size, estimate=estimate, low=low, high=high
    )


def quadrants(shown: Asked, control: Asked) -> pl.DataFrame:
    """Shares of images in the four quadrants of consistency and reliance, which add up to 1.

    Consistent: no meaning got both verdicts among its wordings (the rest of `flip_rate`; an unanswered wording has no
    verdict to differ). Reliant: the majority of verdicts over the closed wordings is another without the image, where
    a tie, or no answer at all, is a majority of neither side. Images: those asked under both.
    Source: arXiv 2603.20985.
    """
    flipped, _ = flips(shown)
    reliant = _majority(shown) != _majority(control)
    hits = np.stack([~flipped & reliant, ~flipped & ~reliant, flipped & reliant, flipped & ~reliant])
    images = some(shown.asked, 0) & some(control.asked, 0)
    among = np.broadcast_to(images, (len(hits), 1, len(images)))
    return pooled_share(control, QUADRANTS, hits[:, None], among, shown.images.groups)


def _majority(asked: Asked) -> Codes:
    """(I,) 1 where most verdicts are positive, -1 where most are negative, 0 where neither."""
    lead = (asked.verdict == POSITIVE).sum(axis=0) - (asked.verdict == NEGATIVE).sum(axis=0)
    sides: Codes = np.sign(lead).astype(np.int64)
    return sides

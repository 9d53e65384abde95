"""How far answers rely on the image: what changes, per image, when it is blank, absent or another one."""

import numpy as np
import polars as pl

from medfrag_assets.statistics.arrays import NEGATIVE, NONE, POSITIVE, Asked, Codes, Floats, Mask, every, some
from medfrag_assets.statistics.bootstrap import sums_by_group
from medfrag_assets.statistics.clustered import ratio_estimates
from medfrag_assets.statistics.estimates import estimate_rows
from medfrag_assets.statistics.flips import reworded
from medfrag_assets.statistics.shares import pooled_share

QUADRANTS = ("consistent_reliant", "consistent_unreliant", "inconsistent_reliant", "inconsistent_unreliant")
_WITHOUT_IMAGE = ("blank", "no_image")


def reliance(shown: Asked, control: Asked) -> pl.DataFrame:
    """Metrics of one control against the image itself, same protocol, wordings and images; rows carry the control.

    - `verdict_changed`: mean over images of the share of wordings whose outcome (verdict, or label where there is none)
      differs; `log_odds_change`: mean over images of the mean absolute change of the option log-odds. t intervals by
      group; under `swapped`, groups that any pair of partners links are one. Never a difference of accuracies: a
      constant answer scores one half with and without the image.
    - for `blank` and `no_image` the share of images in each of four quadrants. Consistent: the same outcome over all
      wordings of each meaning; reliant: the majority verdict over all wordings changes when the image goes (a tie, or
      no answer, is a verdict of its own). Wilson's intervals, clustered by group. Source: arXiv 2603.20985.
    """
    both = shown.asked & control.asked
    change = np.abs(shown.log_odds - control.log_odds)
    units = shown.images.linked() if control.control == "swapped" else shown.images.groups
    changed = (shown.outcome != control.outcome).astype(np.float64)
    parts = [
        _mean_over_images(control, "verdict_changed", changed, both, units),
        _mean_over_images(control, "log_odds_change", change, both & ~np.isnan(change), units),
    ]
    if control.control in _WITHOUT_IMAGE:
        parts.append(_quadrants(shown, control, some(both, 0)))
    return pl.concat(parts)


def _mean_over_images(control: Asked, metric: str, values: Floats, among: Mask, units: Codes) -> pl.DataFrame:
    """The mean over images of each image's mean over wordings."""
    rows = among.sum(axis=0)
    there = rows > 0
    means = np.where(among, values, 0.0).sum(axis=0) / np.maximum(1, rows)
    size = {"n": among.sum(), "n_images": there.sum()}
    if not there.any():
        nothing = dict.fromkeys(("estimate", "low", "high"), np.nan)
        return estimate_rows(control, [metric], [None], "clustered_t", **size, **nothing)
    count = int(units.max()) + 1
    sums, sizes = (sums_by_group(part[None], units, count) for part in (np.where(there, means, 0.0), there))
    numbers = dict(zip(("estimate", "low", "high"), ratio_estimates(sums, sizes), strict=True))
    if metric == "verdict_changed":
        numbers = {name: np.clip(value, 0, 1) for name, value in numbers.items()}
    return estimate_rows(control, [metric], [None], "clustered_t", **size, **numbers)


def _quadrants(shown: Asked, control: Asked, among: Mask) -> pl.DataFrame:
    consistent = np.ones(among.shape, dtype=bool)
    for _, places in reworded(shown):
        said = shown.outcome[places]
        consistent &= every(said == said[:1], 0)
    reliant = majority(shown.verdict) != majority(control.verdict)
    hits = np.stack([consistent & reliant, consistent & ~reliant, ~consistent & reliant, ~consistent & ~reliant])
    layers = np.broadcast_to(among, hits.shape)
    return pooled_share(control, QUADRANTS, (hits & layers)[:, None], layers[:, None], shown.images.groups)


def majority(verdict: Codes) -> Codes:
    """(W, I) verdicts -> (I,) the side that more of the answered wordings gave, `NONE` for a tie or no answer."""
    lead = (verdict == POSITIVE).sum(axis=0) - (verdict == NEGATIVE).sum(axis=0)
    return np.where(lead > 0, POSITIVE, np.where(lead < 0, NEGATIVE, NONE))

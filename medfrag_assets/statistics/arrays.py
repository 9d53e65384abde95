"""A cell's answers as arrays, wordings by images: what every estimate of a cell is computed from.

All arrays of a cell share one order of wordings and one of images, so that two controls or two protocols are compared
element by element.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from medfrag_assets.study.spec import CONTROLS, LABELS, SIDES

Mask = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

POSITIVE, NEGATIVE, NONE = 0, 1, -1
REFUSED = LABELS.index("refused")
_ANSWERED = LABELS.index("answered")
# Controls that show every image the same: their unit is the generation.
_WITHOUT_IMAGE = ("blank", "no_image")
_WORDING = ("family", "polarity", "option_a", "specificity", "suffix", "wording", "meaning")


def some(mask: Mask, axis: int) -> Mask:
    """Whether any along an axis is true."""
    found: Mask = np.logical_or.reduce(mask, axis=axis)
    return found


def every(mask: Mask, axis: int) -> Mask:
    """Whether all along an axis are true."""
    found: Mask = np.logical_and.reduce(mask, axis=axis)
    return found


class Images(NamedTuple):
    """The I images of a cell, in order of first appearance.

    truth: (I,) `POSITIVE`, `NEGATIVE` or `NONE` where unknown; groups: (I,) codes from 0 of their groups, in order of
    first appearance; partners: (I,) the group of the partner that `swapped` shows, the own one where there is none.
    """

    ids: list[str]
    truth: Codes
    groups: Codes
    partners: Codes

    @property
    def group_count(self) -> int:
        """How many groups the codes of `groups` and `partners` distinguish."""
        return int(max(self.groups.max(initial=-1), self.partners.max(initial=-1))) + 1

    def linked(self) -> Codes:
        """(I,) the unit of comparisons of an image with its partner: groups that any pair links are one."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        count = self.group_count
        links = coo_array((np.ones(len(self.groups)), (self.groups, self.partners)), shape=(count, count))
        _, component = connected_components(links, directed=False)
        units: Codes = component[self.groups].astype(np.int64)
        return units


class Asked(NamedTuple):
    """What one protocol and control asked: W wordings by I images, arrays (W, I); a row that was not asked is masked.

    asked: whether there is an answer; answered: whether it is labelled so; verdict: `POSITIVE`, `NEGATIVE` or `NONE`;
    label: place in `LABELS`, `NONE` where not asked; correct: as in the answers; units: codes of what intervals take as
    independent (see `asked_arrays`); log_odds: log-probability of positive minus that of negative, NaN without score.
    """

    protocol: str
    control: str
    wordings: pl.DataFrame
    images: Images
    asked: Mask
    answered: Mask
    verdict: Codes
    label: Codes
    correct: Mask
    units: Codes
    log_odds: Floats

    @property
    def positive(self) -> Mask:
        """(1, I) whether the image is of the positive side."""
        truth: Mask = self.images.truth[None, :] == POSITIVE
        return truth

    @property
    def negative(self) -> Mask:
        """(1, I) whether the image is of the negative side."""
        truth: Mask = self.images.truth[None, :] == NEGATIVE
        return truth

    @property
    def outcome(self) -> Codes:
        """(W, I) the verdict, or the label where there is none, as one code; below 0 only where not asked."""
        return np.where(self.verdict != NONE, self.verdict, np.where(self.asked, self.label + len(SIDES), NONE))

    @property
    def prompt_ids(self) -> list[str]:
        """The W wordings."""
        return self.wordings["prompt_id"].to_list()


def asked_arrays(
    answers: pl.DataFrame, images: pl.DataFrame, prompts: pl.DataFrame, option_scores: pl.DataFrame | None = None
) -> list[Asked]:
    """The arrays of every protocol and control in `answers`, by protocol in order of appearance.

    answers and option_scores: those of one cell; images, prompts: the task's. Wordings are in order of their names.
    Units: the group of the image that was shown, its partner's under `swapped`. Under `blank` and `no_image` the
    generation: every image shares the one response to the same empty picture, and a hundred copies of it are one
    observation. Scores that are not finite or have no answer beside them are left out.
    """
    wordings = _wordings(answers, prompts)
    known = _images(answers, images)
    protocols = answers["protocol"].unique(maintain_order=True).to_list()
    shape = (len(protocols) * len(CONTROLS), len(wordings), len(known.ids))
    axes = (protocols, wordings["prompt_id"].to_list(), known.ids)
    place = _places(answers, axes)
    verdict = _filled(shape, place, _codes(answers["verdict"], SIDES), NONE)
    label = _filled(shape, place, _codes(answers["label"], LABELS), NONE)
    correct = _filled(shape, place, answers["correct"].to_numpy(), False)
    log_odds = _log_odds(shape, axes, option_scores)
    parts = np.unique(place // (shape[1] * shape[2]))
    return [
        Asked(
            protocols[part // len(CONTROLS)],
            (control := CONTROLS[part % len(CONTROLS)]),
            wordings,
            known,
            label[part] != NONE,
            label[part] == _ANSWERED,
            verdict[part],
            label[part],
            correct[part],
            _units(answers, place, shape, part) if control in _WITHOUT_IMAGE else _shown(known, control, shape),
            log_odds[part],
        )
        for part in parts.tolist()
    ]


def _wordings(answers: pl.DataFrame, prompts: pl.DataFrame) -> pl.DataFrame:
    asked = answers.select(pl.col("prompt_id").unique().sort())
    return asked.join(prompts.select("prompt_id", *_WORDING), on="prompt_id", how="left", maintain_order="left")


def _images(answers: pl.DataFrame, images: pl.DataFrame) -> Images:
    """Images of the answers with side, group and partner's group: the image of the same rank on the other side."""
    sampled = images.select("image_id", "label", "group_id", "sample_rank")
    other = pl.when(pl.col("label") == "positive").then(pl.lit("negative")).otherwise(pl.lit("positive"))
    partners = sampled.select("sample_rank", other.alias("label"), partner_group="group_id")
    rows = (
        answers.select(pl.col("image_id").unique(maintain_order=True))
        .join(sampled, on="image_id", how="left", maintain_order="left")
        .with_columns(pl.col("group_id").fill_null(pl.col("image_id")))
        .join(partners.unique(["sample_rank", "label"]), on=["sample_rank", "label"], how="left", maintain_order="left")
        .with_columns(pl.col("partner_group").fill_null(pl.col("group_id")))
    )
    groups = pl.concat([rows["group_id"], rows["partner_group"].alias("group_id")]).unique(maintain_order=True)
    own, partner = (_codes(rows[name], groups.to_list()) for name in ("group_id", "partner_group"))
    return Images(rows["image_id"].to_list(), _codes(rows["label"], SIDES), own, partner)


def _codes(names: pl.Series, among: list[str] | tuple[str, ...]) -> Codes:
    """The place of each name in `among`; `NONE` for null and for a name that is not there."""
    places = names.cast(pl.Enum(among), strict=False).to_physical().cast(pl.Int64).fill_null(NONE)
    codes: Codes = places.to_numpy()
    return codes


def _places(rows: pl.DataFrame, axes: tuple[list[str], list[str], list[str]]) -> Codes:
    """Where each row lies in a flat array (protocol and control, wording, image); `NONE` when it lies on no axis."""
    protocols, prompts, images = axes
    protocol, prompt, image = (
        _codes(rows[name], among)
        for name, among in (("protocol", protocols), ("prompt_id", prompts), ("image_id", images))
    )
    control = _codes(rows["control"], CONTROLS)
    place = ((protocol * len(CONTROLS) + control) * len(prompts) + prompt) * len(images) + image
    inside = np.minimum(np.minimum(protocol, control), np.minimum(prompt, image)) >= 0
    return np.where(inside, place, NONE)


def _filled(shape: tuple[int, int, int], place: Codes, values: npt.NDArray[Any], otherwise: object) -> npt.NDArray[Any]:
    filled = np.full(shape, otherwise, dtype=values.dtype)
    filled.ravel()[place] = values
    return filled


def _log_odds(
    shape: tuple[int, int, int], axes: tuple[list[str], list[str], list[str]], option_scores: pl.DataFrame | None
) -> Floats:
    odds = np.full(shape, np.nan)
    if option_scores is None or option_scores.is_empty():
        return odds
    place = _places(option_scores, axes)
    with np.errstate(invalid="ignore"):
        scores = option_scores["positive_logprob"].to_numpy() - option_scores["negative_logprob"].to_numpy()
    kept = (place != NONE) & np.isfinite(scores)
    odds.ravel()[place[kept]] = scores[kept]
    return odds


def _shown(images: Images, control: str, shape: tuple[int, int, int]) -> Codes:
    """(W, I) the group of the image that was shown."""
    shown = images.partners if control == "swapped" else images.groups
    return np.broadcast_to(shown, shape[1:])


def _units(answers: pl.DataFrame, place: Codes, shape: tuple[int, int, int], part: int) -> Codes:
    """(W, I) codes of the generations of one protocol and control; 0 where nothing was asked."""
    size = shape[1] * shape[2]
    rows = np.flatnonzero(place // size == part)
    generations = answers["generation_id"].gather(rows)
    units = np.zeros(shape[1:], dtype=np.int64)
    units.ravel()[place[rows] - part * size] = _codes(generations, generations.unique().to_list())
    return units

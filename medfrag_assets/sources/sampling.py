"""Draws the seeded sample of a task: K images of each side, every one readable and none twice.

Behind the sample, in the same order, come the images that probes learn from, none of a patient or lesion in the sample.
"""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from medfrag_assets.lake.schemas import IMAGES, PROBE_IMAGES, QUARANTINE, Table
from medfrag_assets.sources.folder import folder_fingerprint, folder_pool
from medfrag_assets.sources.hub import hub_fingerprint, hub_pool, require_hub_dataset
from medfrag_assets.sources.images import UnusableImageError, pixels_digest, png_bytes, store_image
from medfrag_assets.sources.phantoms import PHANTOMS_VERSION, phantom
from medfrag_assets.sources.pools import Candidate, LeftOut, Picture, Pool, left_out_words
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import SIDES, FolderSource, HubSource, PhantomSource, Side, Source

# Columns that the writer of a table adds.
_PROVENANCE = ("study", "run_id", "code_version")
_IMAGE_ID_CHARACTERS = 16
# Candidates per wanted phantom, should two ever come out alike.
_SPARE_PHANTOMS = 2


class Sample(NamedTuple):
    """Three tables of a task, named alike, in schema order, without the columns of provenance."""

    images: pl.DataFrame
    quarantine: pl.DataFrame
    probe_images: pl.DataFrame


def sample_images(
    task: str, source: Source, per_class: int, seed: int, store: Path, probe_per_class: int = 0
) -> Sample:
    """Samples `per_class` images of each side, writes them to the store as PNG, and lists what was left out.

    The sample follows from seed, task and what the source holds. `probe_per_class` more of each side, or as many as
    there are, are drawn behind it for probes: none shares pixels or a group with an image of the sample, which they
    never change. Raises `MedfragError` when the source cannot be used or has fewer than `per_class` distinct readable
    images of a side.
    """
    with _naming(task):
        pool = _pool(task, source, per_class + probe_per_class, seed)
        return _drawn(pool, task, per_class, probe_per_class, store)


def source_fingerprint(source: Source) -> str:
    """Digest of a source as it lies there now, nothing decoded: a sample whose fingerprint holds need not be redrawn.

    Raises `MedfragError`, which names the task of a source from a study file, when a folder is missing.
    """
    if isinstance(source, PhantomSource):
        return digest(["phantoms", source, PHANTOMS_VERSION])
    if isinstance(source, FolderSource):
        with _naming(source.task):
            return folder_fingerprint(source)
    return hub_fingerprint(source)


def require_source(task: str, source: Source, seed: int) -> None:
    """Raises `MedfragError` when the images of a task are not on this machine, or a side has none. Decodes nothing."""
    with _naming(task):
        if isinstance(source, FolderSource):
            folder_pool(source, task, seed)
        elif isinstance(source, HubSource):
            require_hub_dataset(source)


@contextmanager
def _naming(task: str | None) -> Iterator[None]:
    """Puts the task in front of what is wrong with its source."""
    try:
        yield
    except MedfragError as error:
        raise MedfragError(f"Task {task}: {error}" if task else str(error)) from error


def _pool(task: str, source: Source, wanted: int, seed: int) -> Pool:
    if isinstance(source, FolderSource):
        return folder_pool(source, task, seed)
    if isinstance(source, HubSource):
        return hub_pool(source, task, seed, wanted)
    return _phantom_pool(source, wanted)


def _phantom_pool(source: PhantomSource, wanted: int) -> Pool:
    """Phantoms in the order of their index: their seed is all the chance there is."""
    count = wanted * _SPARE_PHANTOMS
    return Pool(
        place=f"phantoms of {source.phantom}",
        parts={side: "phantoms" for side in SIDES},
        counts={side: count for side in SIDES},
        candidates={side: _phantoms(source, side, count) for side in SIDES},
    )


def _phantoms(source: PhantomSource, side: Side, count: int) -> Iterator[Candidate]:
    for index in range(count):
        origin = f"{side}/{index}"
        yield Candidate(origin, origin, partial(_draw_phantom, source, side, index))


def _draw_phantom(source: PhantomSource, side: Side, index: int) -> Picture:
    drawn = phantom(source.phantom, side == "positive", source.seed, index)
    findings = {name: value for name, value in drawn._asdict().items() if name != "image"}
    return Picture(drawn.image, hashlib.sha256(png_bytes(drawn.image)).hexdigest(), findings)


def _drawn(pool: Pool, task: str, per_class: int, probe_per_class: int, store: Path) -> Sample:
    drawing = _Drawing(pool, store)
    rows = [{"task": task, **row} for side in SIDES for row in drawing.sample(side, per_class)]
    sampled = {row["group_id"] for row in rows}
    others = [{"task": task, **row} for side in SIDES for row in drawing.draw(side, probe_per_class, sampled)]
    left_out = sorted((left.origin, left.reason) for left in drawing.left_out)
    lost = [{"task": task, "origin": origin, "reason": reason} for origin, reason in left_out]
    return Sample(_table(IMAGES, rows), _table(QUARANTINE, lost), _table(PROBE_IMAGES, others))


class _Drawing:
    """One sample in the making: where each side's order stands, which pixels are taken, what was left out."""

    def __init__(self, pool: Pool, store: Path) -> None:
        self.pool = pool
        self.store = store
        self.left_out = list(pool.left_out)
        self._coming = {side: iter(pool.candidates[side]) for side in SIDES}
        self._drawn = dict.fromkeys(SIDES, 0)
        self._origins: dict[str, str] = {}

    def sample(self, side: Side, per_class: int) -> list[dict[str, Any]]:
        """The first K usable candidates of a side, or an error that says how many there are."""
        rows = self.draw(side, per_class)
        if len(rows) < per_class:
            raise MedfragError(_too_few(self.pool, side, len(rows), per_class, self.left_out))
        return rows

    def draw(self, side: Side, wanted: int, apart_from: Collection[str] = ()) -> list[dict[str, Any]]:
        """The next usable candidates of a side, at most `wanted` and as many as there are, none of some groups."""
        rows: list[dict[str, Any]] = []
        while len(rows) < wanted and (candidate := next(self._coming[side], None)) is not None:
            if candidate.group_id in apart_from:
                continue
            try:
                rows.append(self._taken(candidate, side))
            except UnusableImageError as error:
                self.left_out.append(LeftOut(candidate.origin, str(error), side))
        return rows

    def _taken(self, candidate: Candidate, side: Side) -> dict[str, Any]:
        picture = candidate.read()
        pixels = pixels_digest(picture.image)
        if pixels in self._origins:
            raise UnusableImageError(f"same pixels as {self._origins[pixels]}")
        store_image(self.store, pixels, picture.image)
        self._origins[pixels] = candidate.origin
        rank, self._drawn[side] = self._drawn[side], self._drawn[side] + 1
        return _row(candidate, picture, pixels, side, rank)


def _row(candidate: Candidate, picture: Picture, pixels: str, side: Side, rank: int) -> dict[str, Any]:
    return {
        "image_id": pixels[:_IMAGE_ID_CHARACTERS],
        "label": side,
        "group_id": candidate.group_id,
        "sample_rank": rank,
        "width": picture.image.width,
        "height": picture.image.height,
        "bytes_digest": picture.bytes_digest,
        "pixels_digest": pixels,
        "origin": candidate.origin,
        **picture.findings,
    }


def _too_few(pool: Pool, side: Side, found: int, per_class: int, left_out: list[LeftOut]) -> str:
    return (
        f"{pool.place}: class {side} ({pool.parts[side]}) has {found} distinct readable images of {pool.counts[side]} "
        f"{pool.unit}, images_per_class asks for {per_class}: lower it or add images.{left_out_words(left_out, side)}"
    )


def _table(table: Table, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {column.name: column.dtype for column in table.columns if column.name not in _PROVENANCE}
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)

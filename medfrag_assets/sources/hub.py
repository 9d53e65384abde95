"""Data sets on the Hugging Face hub, stored as Parquet: an image column, and label columns that tell the sides.

A snapshot that is already on this machine is taken as it is, without asking the hub whether it moved: a study's sample
changes when a person downloads a newer one, not when somebody else pushes.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from medfrag_assets.sources.images import UnusableImageError, decode_rgb
from medfrag_assets.sources.pools import Candidate, LeftOut, Picture, Pool, in_seeded_order
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import SIDES, HubSource, Side

_PATTERN = "*.parquet"
_SHOWN_VALUES = 8
# Rows whose images are held in memory at a time.
_BLOCK = 256


class _Row(NamedTuple):
    path: Path
    number: int


class _Labelled(NamedTuple):
    """Rows of each side by origin, and what belongs to none."""

    rows: dict[Side, dict[str, _Row]]
    left_out: list[LeftOut]
    seen: dict[str, set[str]]


def hub_pool(source: HubSource, task: str, seed: int, per_class: int) -> Pool:
    """Candidates of a hub data set, downloaded when it is not on this machine.

    Raises `MedfragError` when it is neither here nor to be had, and as `parquet_pool` does.
    """
    return parquet_pool(_snapshot(source), source, task, seed, per_class)


def hub_fingerprint(source: HubSource) -> str:
    """Digest over commit, path and size of the files on this machine; asks no network. Differs before a download."""
    folder = _local_snapshot(source)
    if folder is None:
        return digest(["hub", source, "not on this machine"])
    return digest(["hub", source, folder.name, [[name, path.stat().st_size] for name, path in _files(folder).items()]])


def require_hub_dataset(source: HubSource) -> None:
    """Raises `MedfragError` with the way out when the data set is not on this machine. Asks no network."""
    if _local_snapshot(source) is None:
        raise MedfragError(f"{source.dataset} is not on this machine. {_way_out(source)}")


def parquet_pool(folder: Path, source: HubSource, task: str, seed: int, per_class: int) -> Pool:
    """Candidates of all Parquet files below a folder. Label columns are read first, images of chosen rows on demand.

    An image column holds bytes, or structs with a field `bytes`. Rows that match both sides and files without the
    columns are left out. Raises `MedfragError` when no file has the columns, one is broken, or no row matches a side.
    """
    files = _files(folder)
    if not files:
        raise MedfragError(
            f"{source.dataset}: no Parquet files at revision {source.revision}; many data sets have them at "
            "`revision: refs/convert/parquet`."
        )
    labelled = _labelled(files, source)
    for side in SIDES:
        _require_rows(labelled, source, side)
    return Pool(
        place=source.dataset,
        parts={side: _in_words(_wanted(source, side)) for side in SIDES},
        counts={side: len(labelled.rows[side]) for side in SIDES},
        unit="rows",
        candidates={
            side: _candidates(labelled.rows[side], source, in_seeded_order(labelled.rows[side], task, seed), per_class)
            for side in SIDES
        },
        left_out=tuple(labelled.left_out),
    )


def _snapshot(source: HubSource) -> Path:
    from huggingface_hub import snapshot_download

    local = _local_snapshot(source)
    if local is not None:
        return local
    try:
        return Path(
            snapshot_download(source.dataset, repo_type="dataset", revision=source.revision, allow_patterns=[_PATTERN])
        )
    except Exception as error:
        # The client raises errors of its own, of its HTTP library and of the operating system.
        raise MedfragError(
            f"{source.dataset} is not on this machine and cannot be downloaded: {_why(error, source)}\n"
            f"{_way_out(source)}"
        ) from error


def _why(error: Exception, source: HubSource) -> str:
    from huggingface_hub import errors

    if isinstance(error, errors.GatedRepoError):
        return f"accept its terms at https://huggingface.co/datasets/{source.dataset}, then `hf auth login`."
    if isinstance(error, errors.RepositoryNotFoundError):
        return "the hub has no such data set, or shows it only after `hf auth login`."
    if isinstance(error, errors.RevisionNotFoundError):
        return f"it has no revision {source.revision!r}."
    if isinstance(error, errors.LocalEntryNotFoundError):
        return "the hub cannot be reached, or HF_HUB_OFFLINE is set."
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _local_snapshot(source: HubSource) -> Path | None:
    """The complete snapshot in the local cache, or None."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        found = snapshot_download(
            source.dataset,
            repo_type="dataset",
            revision=source.revision,
            allow_patterns=[_PATTERN],
            local_files_only=True,
        )
    except (LocalEntryNotFoundError, HFValidationError):
        return None
    # Another program may have put other files of the data set there.
    return Path(found) if _files(Path(found)) else None


def _way_out(source: HubSource) -> str:
    return (
        f"Download it with: hf download --repo-type dataset {source.dataset} "
        f"--revision {source.revision} --include '{_PATTERN}'"
    )


def _files(folder: Path) -> dict[str, Path]:
    """Parquet files below the folder by their relative path."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob(_PATTERN)) if path.is_file()}


def _wanted(source: HubSource, side: Side) -> dict[str, int | str]:
    wanted = source.positive if side == "positive" else source.negative
    if not wanted:
        raise MedfragError(f"{source.dataset}: `{side}` names no label column, so that every row would be {side}.")
    return wanted


def _in_words(wanted: dict[str, int | str]) -> str:
    return ", ".join(f"{column}={value}" for column, value in wanted.items())


def _labelled(files: dict[str, Path], source: HubSource) -> _Labelled:
    """The rows of each side over all files that have the columns."""
    labels = sorted({column for side in SIDES for column in _wanted(source, side)})
    found = _Labelled({side: {} for side in SIDES}, [], {column: set() for column in labels})
    schemas = {name: _schema(path) for name, path in files.items()}
    usable = {name: path for name, path in files.items() if not _lacking(schemas[name], source, labels)}
    if not usable:
        first = next(iter(files))
        raise MedfragError(
            f"{source.dataset}: no column {_lacking(schemas[first], source, labels)!r} in {first}; "
            f"it has {', '.join(schemas[first])}."
        )
    for name, path in files.items():
        if name in usable:
            _require_images(name, schemas[name], source)
            _sort_rows(name, path, source, labels, found)
        else:
            lacking = _lacking(schemas[name], source, labels)
            found.left_out.append(LeftOut(name, f"no column {lacking!r}"))
    return found


def _schema(path: Path) -> pl.Schema:
    try:
        return pl.scan_parquet(path, glob=False).collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> MedfragError:
    return MedfragError(f"{path}: not readable as Parquet; delete the file and download the data set again.")


def _lacking(schema: pl.Schema, source: HubSource, labels: Iterable[str]) -> str | None:
    return next((column for column in (source.image_column, *labels) if column not in schema), None)


def _require_images(name: str, schema: pl.Schema, source: HubSource) -> None:
    dtype: Any = schema[source.image_column]
    fields = {field.name: field.dtype for field in dtype.fields} if isinstance(dtype, pl.Struct) else {}
    if dtype != pl.Binary and fields.get("bytes") != pl.Binary:
        raise MedfragError(
            f"{source.dataset}: column {source.image_column!r} of {name} holds {dtype}, not the bytes of images; "
            "set `image_column` to the one that does."
        )


def _sort_rows(name: str, path: Path, source: HubSource, labels: list[str], found: _Labelled) -> None:
    """Adds the rows of one file to the side they match."""
    try:
        frame = pl.scan_parquet(path, glob=False).select(labels).collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error
    for column in labels:
        found.seen[column].update(_some_values(frame[column]))
    matching = {side: _matching(frame, source, side) for side in SIDES}
    both = matching["positive"] & matching["negative"]
    for number in both.arg_true():
        found.left_out.append(LeftOut(f"{name}#{number}", "its labels match both positive and negative"))
    for side in SIDES:
        alone = (matching[side] & ~both).arg_true()
        found.rows[side].update({f"{name}#{number}": _Row(path, number) for number in alone})


def _matching(frame: pl.DataFrame, source: HubSource, side: Side) -> pl.Series:
    """Which rows have every value that the side asks for."""
    matches = pl.repeat(True, len(frame), dtype=pl.Boolean, eager=True)
    for column, value in _wanted(source, side).items():
        matches &= _equal(frame[column], value, source, side)
    return matches


def _equal(column: pl.Series, value: int | str, source: HubSource, side: Side) -> pl.Series:
    textual = column.dtype in (pl.String, pl.Categorical, pl.Enum)
    numeric = column.dtype.is_numeric() or column.dtype == pl.Boolean
    if isinstance(value, str) and textual:
        return (column.cast(pl.String) == value).fill_null(False)
    if isinstance(value, int) and numeric:
        numbers = column.cast(pl.Int64) if column.dtype == pl.Boolean else column
        return (numbers == value).fill_null(False)
    values = ", ".join(_some_values(column))
    raise MedfragError(
        f"{source.dataset}: column {column.name!r} holds {column.dtype} ({values}); "
        f"`{side}` asks for {value!r}, which is of another type."
    )


def _some_values(column: pl.Series) -> list[str]:
    return sorted(str(value) for value in column.unique(maintain_order=True).head(_SHOWN_VALUES))


def _require_rows(labelled: _Labelled, source: HubSource, side: Side) -> None:
    if labelled.rows[side]:
        return
    wanted = _wanted(source, side)
    seen = "; ".join(f"{column} holds {', '.join(sorted(labelled.seen[column])[:_SHOWN_VALUES])}" for column in wanted)
    raise MedfragError(f"{source.dataset}: no row is {side} alone ({_in_words(wanted)}): {seen}. Mend `{side}`.")


def _candidates(rows: dict[str, _Row], source: HubSource, order: list[str], per_class: int) -> Iterator[Candidate]:
    """Candidates in order; images are fetched a block at a time, so that a row group is read once per block."""
    size = min(per_class, _BLOCK)
    for start in range(0, len(order), size):
        block = order[start : start + size]
        data = _image_bytes([rows[origin] for origin in block], source.image_column)
        for origin in block:
            yield Candidate(origin, origin, partial(_read, data.pop(rows[origin])))


def _image_bytes(rows: list[_Row], column: str) -> dict[_Row, bytes | None]:
    """The bytes of those rows' images, every file and row group opened once."""
    found: dict[_Row, bytes | None] = {}
    for path in sorted({row.path for row in rows}):
        numbers = sorted(row.number for row in rows if row.path == path)
        try:
            found.update({_Row(path, number): data for number, data in _bytes_in_file(path, numbers, column)})
        except (OSError, ValueError) as error:
            raise _broken(path) from error
    return found


def _bytes_in_file(path: Path, numbers: list[int], column: str) -> Iterator[tuple[int, bytes | None]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        first = 0
        for group in range(file.num_row_groups):
            end = first + file.metadata.row_group(group).num_rows
            inside = [number for number in numbers if first <= number < end]
            if inside:
                values = file.read_row_group(group, columns=[column]).column(column)
                for number in inside:
                    value = values[number - first].as_py()
                    yield number, value.get("bytes") if isinstance(value, dict) else value
            first = end


def _read(data: bytes | None) -> Picture:
    if data is None:
        raise UnusableImageError("no image bytes in the row")
    return Picture(decode_rgb(data), hashlib.sha256(data).hexdigest())

"""Image folders: one sub-folder per class, any names, mapped to positive and negative.

Every file below a mapped sub-folder counts, whatever its ending, save hidden ones and what file managers leave behind.
Links are followed to files inside the root only: a link elsewhere would sample what the study file does not name, and a
link to a folder may lead in circles.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from medfrag_assets.sources.images import UnusableImageError, check_header, decode_rgb
from medfrag_assets.sources.pools import Candidate, LeftOut, Picture, Pool, in_seeded_order, left_out_words
from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.paths import from_project
from medfrag_assets.study.spec import SIDES, FolderSource, Side
from medfrag_assets.study.variables import fill_variables

_LEFT_BEHIND = {"thumbs.db", "desktop.ini"}
_SHOWN_FOLDERS = 8


class _File(NamedTuple):
    """A file below a class folder. `origin` is its path from the root, readable as text whatever the name's bytes."""

    origin: str
    path: Path
    side: Side
    size: int
    mtime_ns: int


class _Listing(NamedTuple):
    files: list[_File]
    left_out: list[LeftOut]


def folder_pool(source: FolderSource, task: str, seed: int) -> Pool:
    """Candidates of an image folder, each file's header checked.

    Raises `MedfragError` when the root or a mapped sub-folder is missing or a side has no file at all.
    """
    root = _root(source)
    listing = _list(root, source)
    counts = {side: sum(file.side == side for file in listing.files) for side in SIDES}
    parts = {side: _parts(source, side) for side in SIDES}
    _require_both_sides(root, counts, parts, listing.left_out)
    readable, unreadable = _checked(listing.files)
    return Pool(
        place=str(root),
        parts=parts,
        counts={side: counts[side] + sum(left.side == side for left in listing.left_out) for side in SIDES},
        candidates={side: _candidates(readable, side, task, seed) for side in SIDES},
        left_out=(*listing.left_out, *unreadable),
    )


def folder_fingerprint(source: FolderSource) -> str:
    """Digest over the root, and path, size and time of change of every file that could be sampled. Opens none of them.

    The root counts, since unpacked archives of other images may have the same names, sizes and times.
    """
    root = _root(source)
    listing = _list(root, source)
    files = sorted((file.origin, file.side, file.size, file.mtime_ns) for file in listing.files)
    left_out = sorted((left.origin, left.reason) for left in listing.left_out)
    return digest(["folder", _as_text(str(root.resolve())), files, left_out])


def _root(source: FolderSource) -> Path:
    """The folder that the study means, its variables filled in. Raises `MedfragError` when there is none."""
    root = from_project(fill_variables(source.root, source.where))
    try:
        there = root.exists()
    except OSError as error:
        raise MedfragError(f"{root}: cannot be looked at: {error.strerror or error}") from None
    if not there:
        raise MedfragError(f"{root}: no such folder; set the task's `root` to the folder that holds the class folders.")
    if not root.is_dir():
        raise MedfragError(f"{root}: a file, where the task's `root` needs a folder with one sub-folder per class.")
    return root


def _list(root: Path, source: FolderSource) -> _Listing:
    """All files of all mapped sub-folders, unopened, and the entries that are no files to be read."""
    files: list[_File] = []
    left_out: list[LeftOut] = []
    for name, folder in _class_folders(root, source).items():
        for found in _walk(root.resolve(), folder, Path(name).as_posix(), source.classes[name]):
            if isinstance(found, _File):
                files.append(found)
            else:
                left_out.append(found)
    return _Listing(files, left_out)


def _class_folders(root: Path, source: FolderSource) -> dict[str, Path]:
    """The mapped sub-folders, links resolved, or an error that says which ones exist."""
    inside = root.resolve()
    folders: dict[str, Path] = {}
    for name in source.classes:
        folder = (root / name).resolve()
        if inside not in folder.parents:
            raise MedfragError(
                f"{root}: class folder {name!r} leads out of it; copy the images in or set another `root`."
            )
        if not folder.is_dir():
            raise MedfragError(f"{root}: no class folder {name!r}; {_existing(root)}. Mend `classes` or the folder.")
        for other, taken in folders.items():
            if folder == taken or folder in taken.parents or taken in folder.parents:
                raise MedfragError(f"{root}: class folders {other!r} and {name!r} overlap; map each image once.")
        folders[name] = folder
    return folders


def _existing(root: Path) -> str:
    try:
        names = sorted(entry.name for entry in os.scandir(root) if entry.is_dir() and not entry.name.startswith("."))
    except OSError as error:
        return f"the folder cannot be listed ({error.strerror})"
    if not names:
        return "it has no sub-folders"
    more = f" and {len(names) - _SHOWN_FOLDERS} more" if len(names) > _SHOWN_FOLDERS else ""
    return f"it has {', '.join(_as_text(name) for name in names[:_SHOWN_FOLDERS])}{more}"


def _walk(root: Path, folder: Path, origin: str, side: Side) -> Iterator[_File | LeftOut]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield LeftOut(origin, f"folder cannot be listed: {error.strerror}", side)
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _LEFT_BEHIND:
            continue
        below = f"{origin}/{_as_text(entry.name)}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, Path(entry.path), below, side)
        else:
            yield _file_or_reason(root, entry, below, side)


def _file_or_reason(root: Path, entry: os.DirEntry[str], origin: str, side: Side) -> _File | LeftOut:
    try:
        if entry.is_symlink() and root not in Path(entry.path).resolve().parents:
            return LeftOut(origin, "a link that leads out of the folder", side)
        facts = entry.stat()
    except (OSError, RuntimeError) as error:
        reason = "a broken link" if entry.is_symlink() else f"cannot be looked at: {error}"
        return LeftOut(origin, reason, side)
    if stat.S_ISDIR(facts.st_mode):
        return LeftOut(origin, "a link to a folder", side)
    if not stat.S_ISREG(facts.st_mode):
        # A pipe, socket or device: opening one could wait for ever.
        return LeftOut(origin, "not a regular file", side)
    return _File(origin, Path(entry.path), side, facts.st_size, facts.st_mtime_ns)


def _as_text(name: str) -> str:
    """The name as valid text: bytes that are no UTF-8 are written out as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _parts(source: FolderSource, side: Side) -> str:
    return ", ".join(name for name, mapped in source.classes.items() if mapped == side)


def _require_both_sides(
    root: Path, counts: dict[Side, int], parts: dict[Side, str], left_out: Sequence[LeftOut]
) -> None:
    empty = [side for side in SIDES if not counts[side]]
    if not empty:
        return
    lost = "".join(left_out_words(left_out, side) for side in empty)
    if len(empty) == len(SIDES):
        below = " and ".join(parts[side] for side in SIDES)
        raise MedfragError(f"{root}: no files below {below}; put the images there or mend `classes`.{lost}")
    missing = empty[0]
    other = next(side for side in SIDES if side != missing)
    raise MedfragError(
        f"{root}: class {missing} ({parts[missing]}) has no files, class {other} ({parts[other]}) has {counts[other]}; "
        f"a task needs both: add images or mend `classes`.{lost}"
    )


def _checked(files: list[_File]) -> tuple[list[_File], list[LeftOut]]:
    readable: list[_File] = []
    unreadable: list[LeftOut] = []
    for file in files:
        try:
            check_header(file.path)
        except UnusableImageError as error:
            unreadable.append(LeftOut(file.origin, str(error), file.side))
        else:
            readable.append(file)
    return readable, unreadable


def _candidates(files: list[_File], side: Side, task: str, seed: int) -> list[Candidate]:
    by_origin = {file.origin: file.path for file in files if file.side == side}
    return [
        Candidate(origin, origin, partial(_read, by_origin[origin]))
        for origin in in_seeded_order(by_origin, task, seed)
    ]


def _read(path: Path) -> Picture:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableImageError(f"cannot be opened: {error.strerror or error}") from error
    return Picture(decode_rgb(data), hashlib.sha256(data).hexdigest())

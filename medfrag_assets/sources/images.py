"""Bytes to RGB pixels and back: what counts as a readable image, how any mode becomes 8-bit RGB, and the image store.

Formats are told by content, never by the ending. The choices a reader may want to know:

- Transparent pixels lie on black: outside the field of view nothing was measured, and black adds no light.
- One-channel images deeper than 8 bit (12, 16, 32 bit, float) are windowed from their own minimum to their maximum.
  Scanners fill a part of the range only, so that the full range of the type would show many of them as black.
- EXIF orientation is applied; colour profiles are not, as the processors of the models ignore them too.
- Of several frames or pages the first counts.

A JPEG whose bits flipped in the middle decodes without complaint: no reader can tell, so neither does this one.
"""

import hashlib
import io
import os
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, UnidentifiedImageError

from medfrag_assets.study.errors import MedfragError

FORMATS = ("JPEG", "PNG", "BMP", "TIFF")
# Pillow's own limit, which it only warns about; a sample never needs more.
MAX_PIXELS = 89_478_485

_MAGIC = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"II+\0": "TIFF",
    b"MM\0+": "TIFF",
}
_ORIENTATION = 0x0112
_PHOTOMETRIC = 262
_WHITE_IS_ZERO = 0
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class UnusableImageError(MedfragError):
    """Bytes that are no usable image. The message is the short reason alone, fit for the quarantine table."""


def decode_rgb(data: bytes) -> Image.Image:
    """The first frame of a JPEG, PNG, BMP or TIFF, upright, as 8-bit RGB (see the module for how modes are reduced).

    Raises `UnusableImageError` for anything else, and for what is corrupt, truncated or larger than MAX_PIXELS.
    """
    with _opened(io.BytesIO(data), data[:8], len(data)) as image:
        image.load()
        return _upright(image)


def check_header(path: Path) -> None:
    """Reads only the head of a file; raises `UnusableImageError` when that alone shows that it is no usable image."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            start = file.read(8)
            with _opened(file, start, size):
                return
    except OSError as error:
        raise UnusableImageError(f"cannot be opened: {error.strerror or error}") from error


def pixels_digest(image: Image.Image) -> str:
    """sha256 (64 hex) of size and RGB bytes of an RGB image: equal for equal pixels, whatever the file format."""
    state = hashlib.sha256(f"{image.width}x{image.height}\n".encode())
    state.update(image.tobytes())
    return state.hexdigest()


def png_bytes(image: Image.Image) -> bytes:
    """The image as PNG, compressed lightly: the store is read often and written once."""
    buffer = io.BytesIO()
    image.save(buffer, format="PNG", compress_level=1)
    return buffer.getvalue()


def stored_path(store: Path, digest: str) -> Path:
    """Where the store keeps the image of that pixels digest."""
    return store / digest[:2] / f"{digest}.png"


def store_image(store: Path, digest: str, image: Image.Image) -> None:
    """Writes an RGB image into the store under its pixels digest, whole or not at all; does nothing when it is there.

    Raises `MedfragError` when the store cannot be written.
    """
    path = stored_path(store, digest)
    if path.exists():
        return
    try:
        _write_whole(path, png_bytes(image))
    except OSError as error:
        raise MedfragError(f"{store}: the image store cannot be written: {error.strerror or error}") from error


def read_stored(store: Path, digest: str) -> Image.Image:
    """The RGB image of that pixels digest. Raises `MedfragError` when it is gone or damaged."""
    path = stored_path(store, digest)
    try:
        return decode_rgb(path.read_bytes())
    except FileNotFoundError:
        raise MedfragError(f"{path}: a sampled image is gone from the store; materialize `images` again") from None
    except UnusableImageError as error:
        raise MedfragError(f"{path}: damaged ({error}); delete it and materialize `images` again") from error


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _opened(file: io.BufferedIOBase, start: bytes, size: int) -> Iterator[Image.Image]:
    """The image with its header read. Whatever goes wrong, inside the block too, becomes `UnusableImageError`."""
    if size == 0:
        raise UnusableImageError("zero bytes")
    try:
        with warnings.catch_warnings():
            # Remarks on odd metadata are noise beside a list of names; a bomb must not pass with a remark.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:  # type: ignore[arg-type]
                _refuse_giant(image)
                yield image
    except (UnusableImageError, MemoryError):
        raise
    except Exception as error:
        # Pillow's readers let through whatever a broken file trips: struct.error, KeyError, zlib.error and more.
        raise UnusableImageError(_reason(error, start)) from error


def _refuse_giant(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise Image.DecompressionBombError


def _reason(error: Exception, start: bytes) -> str:
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return f"more than {MAX_PIXELS // 1_000_000} million pixels"
    known = next((name for magic, name in _MAGIC.items() if start.startswith(magic)), None)
    if known is None:
        return "not a JPEG, PNG, BMP or TIFF image"
    if isinstance(error, UnidentifiedImageError):
        return f"corrupt {known}: its header cannot be read"
    said = (str(error).splitlines() or [""])[0]
    return f"corrupt {known}: {said or type(error).__name__}"


def _upright(image: Image.Image) -> Image.Image:
    turn = _TURNS.get(_orientation(image))
    rgb = _as_rgb(image)
    return rgb.transpose(turn) if turn is not None else rgb


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation still to be applied: 1 where there is none. Pillow turns TIFF by itself on loading."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001
        # Broken metadata around sound pixels: the image is what counts.
        return 1
    return found if isinstance(found, int) else 1


def _as_rgb(image: Image.Image) -> Image.Image:
    if image.mode in ("I", "F") or image.mode.startswith("I;"):
        return _windowed(image)
    if image.mode == "LAB":
        return _from_lab(image)
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or image.has_transparency_data:
        return _on_black(image)
    return image.convert("RGB")


def _on_black(image: Image.Image) -> Image.Image:
    rgba = image.convert("LA" if image.mode == "La" else "RGBA").convert("RGBA")
    black = Image.new("RGB", rgba.size)
    black.paste(rgba, mask=rgba.getchannel("A"))
    return black


def _windowed(image: Image.Image) -> Image.Image:
    """One deep channel, minimum to 0 and maximum to 255; black where all values are equal or none is a number."""
    values = np.asarray(image).astype(np.float64)
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if high == low:
        return Image.new("RGB", image.size)
    grey = (np.nan_to_num(values, nan=low, posinf=high, neginf=low) - low) * (255 / (high - low))
    if _white_is_zero(image):
        grey = 255 - grey
    return Image.fromarray(np.rint(grey).astype(np.uint8)).convert("RGB")


def _white_is_zero(image: Image.Image) -> bool:
    """Whether a TIFF stores bright as low, which Pillow undoes for 8 bit and leaves to the caller for deeper ones."""
    tags = getattr(image, "tag_v2", None)
    return tags is not None and tags.get(_PHOTOMETRIC) == _WHITE_IS_ZERO


def _from_lab(image: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    if converted is None:
        raise ValueError("its LAB colours cannot be converted")
    return converted

import io
import struct
import warnings
import zlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from medfrag_assets.sources.images import (
    UnusableImageError,
    check_header,
    decode_rgb,
    pixels_digest,
    read_stored,
    store_image,
    stored_path,
)
from medfrag_assets.sources.pools import Candidate, Picture, Pool
from medfrag_assets.sources.sampling import sample_images, source_fingerprint
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import PhantomSource, Side

WIDTH, HEIGHT = 24, 16


def picture(mode: str = "RGB") -> Image.Image:
    ramp = np.linspace(0, 255, WIDTH, dtype=np.uint8)
    rows = np.linspace(0, 255, HEIGHT, dtype=np.uint8)
    red, green = np.meshgrid(ramp, rows)
    return Image.fromarray(np.stack([red, green, 255 - red], axis=-1)).convert(mode)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format=kind, **options)
    return buffer.getvalue()


def pixels(image: Image.Image) -> np.ndarray[Any, np.dtype[np.int64]]:
    assert image.mode == "RGB"
    return np.asarray(image).astype(np.int64)


def reason(data: bytes) -> str:
    with pytest.raises(UnusableImageError) as caught:
        decode_rgb(data)
    return str(caught.value)


def mode_or_reason(data: bytes) -> str:
    try:
        return decode_rgb(data).mode
    except UnusableImageError as error:
        return str(error)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF"])
def test_lossless_formats_come_back_as_they_were(kind: str) -> None:
    assert decode_rgb(encoded(picture(), kind)).tobytes() == picture().tobytes()


def test_jpeg_comes_back_nearly() -> None:
    decoded = decode_rgb(encoded(picture(), "JPEG", quality=95, subsampling=0))
    assert np.abs(pixels(decoded) - pixels(picture())).max() < 20


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("1", "L", "P")),
        *(("BMP", mode) for mode in ("1", "L", "P")),
        *(("TIFF", mode) for mode in ("1", "L", "P", "CMYK", "YCbCr")),
        ("JPEG", "L"),
    ],
)
def test_opaque_modes_look_as_they_do_in_pillow(kind: str, mode: str) -> None:
    image = picture(mode)
    expected = pixels(image.convert("RGB"))
    assert np.abs(pixels(decode_rgb(encoded(image, kind))) - expected).max() <= (6 if kind == "JPEG" else 2)


def test_cmyk_jpeg_keeps_its_colours() -> None:
    decoded = decode_rgb(encoded(picture("CMYK"), "JPEG", quality=95, subsampling=0))
    assert np.abs(pixels(decoded) - pixels(picture())).mean() < 6


def test_lab_tiff_becomes_rgb() -> None:
    lab = ImageCms.profileToProfile(
        picture(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    assert np.abs(pixels(decode_rgb(encoded(lab, "TIFF"))) - pixels(picture())).mean() < 6


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_transparent_pixels_lie_on_black(kind: str) -> None:
    image = picture("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((200, 100, 50, 255), (0, 0, 5, 5))
    decoded = pixels(decode_rgb(encoded(image, kind)))
    assert decoded[2, 2].tolist() == [200, 100, 50]
    assert decoded[10, 20].tolist() == [0, 0, 0]


def test_half_transparent_grey_is_half_as_bright() -> None:
    image = Image.merge("LA", [Image.new("L", (4, 4), 200), Image.new("L", (4, 4), 128)])
    assert abs(int(pixels(decode_rgb(encoded(image, "PNG"))).mean()) - 100) <= 1


@pytest.mark.parametrize("transparency", [0, bytes([0] + [255] * 255)])
def test_palette_with_transparency(transparency: int | bytes) -> None:
    image = Image.new("P", (4, 4), 0)
    image.putpalette([250, 10, 10, 10, 250, 10] + [0] * 762)
    image.putpixel((1, 1), 1)
    decoded = pixels(decode_rgb(encoded(image, "PNG", transparency=transparency)))
    assert decoded[0, 0].tolist() == [0, 0, 0]
    assert decoded[1, 1].tolist() == [10, 250, 10]


def test_colour_key_is_transparent() -> None:
    image = Image.new("RGB", (4, 4), (250, 10, 10))
    assert pixels(decode_rgb(encoded(image, "PNG", transparency=(250, 10, 10)))).max() == 0


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bit_is_windowed_from_minimum_to_maximum(kind: str) -> None:
    values = np.linspace(900, 3100, WIDTH * HEIGHT).reshape(HEIGHT, WIDTH).astype(np.uint16)
    decoded = pixels(decode_rgb(encoded(Image.fromarray(values), kind)))
    assert (decoded.min(), decoded.max()) == (0, 255)
    assert np.abs(decoded[..., 0] - (values - 900.0) * 255 / 2200).max() <= 1


def test_float_and_32_bit_tiff_are_windowed_and_nan_is_black() -> None:
    values = np.linspace(-2, 2, 64, dtype=np.float32).reshape(8, 8)
    values[0, 0] = np.nan
    decoded = pixels(decode_rgb(encoded(Image.fromarray(values), "TIFF")))
    assert (decoded[0, 0, 0], decoded.max()) == (0, 255)
    deep = np.arange(64, dtype=np.int32).reshape(8, 8) * 100_000
    assert pixels(decode_rgb(encoded(Image.fromarray(deep), "TIFF")))[7, 7, 0] == 255


def test_constant_deep_image_is_black() -> None:
    assert pixels(decode_rgb(encoded(Image.fromarray(np.full((4, 4), 700, np.uint16)), "PNG"))).max() == 0


def test_deep_tiff_that_stores_white_as_zero_is_inverted() -> None:
    values = np.linspace(100, 4000, 64).reshape(8, 8).astype(np.uint16)
    data = encoded(Image.fromarray(values), "TIFF", tiffinfo={262: 0})
    assert Image.open(io.BytesIO(data)).tag_v2[262] == 0  # type: ignore[attr-defined]
    decoded = pixels(decode_rgb(data))
    assert (decoded[0, 0, 0], decoded[7, 7, 0]) == (255, 0)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_exif_orientation_is_applied_once(kind: str, orientation: int) -> None:
    stored = {
        1: picture(),
        2: picture().transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: picture().transpose(Image.Transpose.ROTATE_180),
        4: picture().transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: picture().transpose(Image.Transpose.TRANSPOSE),
        6: picture().transpose(Image.Transpose.ROTATE_90),
        7: picture().transpose(Image.Transpose.TRANSVERSE),
        8: picture().transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert decode_rgb(encoded(stored, kind, exif=exif)).tobytes() == picture().tobytes()


def test_broken_exif_does_not_lose_the_image() -> None:
    data = encoded(picture(), "JPEG", exif=b"Exif\0\0" + b"\xff" * 20)
    assert decode_rgb(data).size == (WIDTH, HEIGHT)


def test_first_of_several_pages() -> None:
    pages = [Image.new("RGB", (6, 4), colour) for colour in ("red", "lime", "blue")]
    decoded = decode_rgb(encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert decoded.tobytes() == pages[0].tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "TIFF"])
def test_truncated_files_are_errors(kind: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    data = encoded(Image.fromarray(noise), kind)
    assert reason(data[: len(data) // 2]).startswith(f"corrupt {kind}")


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0", b"MM\0*", b"BM"])
def test_a_magic_number_alone_is_corrupt(start: bytes) -> None:
    assert reason(start + b"\x07" * 60).startswith("corrupt ")


def test_bytes_that_are_no_image() -> None:
    assert reason(b"") == "zero bytes"
    assert reason(b"patient,label\n1,yes\n") == "not a JPEG, PNG, BMP or TIFF image"
    gif = encoded(picture("P"), "GIF")
    assert reason(gif) == "not a JPEG, PNG, BMP or TIFF image"


def test_random_damage_is_an_error_or_an_image_and_never_a_warning() -> None:
    random = np.random.default_rng(1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in ("JPEG", "PNG", "BMP", "TIFF"):
            whole = encoded(picture(), kind)
            for _ in range(40):
                data = bytearray(whole)
                for place in random.integers(0, min(len(data), 300), 6):
                    data[place] = int(random.integers(256))
                assert "\n" not in mode_or_reason(bytes(data))


@pytest.mark.parametrize("side", [9_500, 20_000])
def test_a_bomb_is_an_error(side: int, tmp_path: Path) -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    bomb = b"\x89PNG\r\n\x1a\n" + body
    assert reason(bomb) == "more than 89 million pixels"
    path = tmp_path / "bomb.png"
    path.write_bytes(bomb)
    with pytest.raises(UnusableImageError, match="89 million pixels"):
        check_header(path)


def test_header_check_reads_names_by_content(tmp_path: Path) -> None:
    path = tmp_path / "scan.txt"
    path.write_bytes(encoded(picture(), "PNG"))
    check_header(path)
    path.write_bytes(b"no image")
    with pytest.raises(UnusableImageError, match="not a JPEG"):
        check_header(path)
    with pytest.raises(UnusableImageError, match="cannot be opened"):
        check_header(tmp_path / "absent.png")


def test_pixels_digest_knows_size_and_pixels() -> None:
    assert pixels_digest(picture()) == pixels_digest(decode_rgb(encoded(picture(), "BMP")))
    assert pixels_digest(Image.new("RGB", (2, 8))) != pixels_digest(Image.new("RGB", (8, 2)))
    assert len(pixels_digest(picture())) == 64


def test_store_keeps_pixels_and_writes_once(tmp_path: Path) -> None:
    digest = pixels_digest(picture())
    store_image(tmp_path, digest, picture())
    written = stored_path(tmp_path, digest)
    assert written == tmp_path / digest[:2] / f"{digest}.png"
    assert read_stored(tmp_path, digest).tobytes() == picture().tobytes()
    before = written.stat().st_mtime_ns
    store_image(tmp_path, digest, picture())
    assert written.stat().st_mtime_ns == before
    assert [path.name for path in written.parent.iterdir()] == [written.name]


def test_store_says_what_is_gone_or_damaged(tmp_path: Path) -> None:
    digest = pixels_digest(picture())
    with pytest.raises(MedfragError, match="gone from the store"):
        read_stored(tmp_path, digest)
    store_image(tmp_path, digest, picture())
    stored_path(tmp_path, digest).write_bytes(b"")
    with pytest.raises(MedfragError, match=r"damaged \(zero bytes\)"):
        read_stored(tmp_path, digest)


def test_store_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MedfragError, match="cannot be written"):
        store_image(tmp_path / "file", pixels_digest(picture()), picture())


def test_a_sample_of_phantoms_carries_its_findings(tmp_path: Path) -> None:
    source = PhantomSource(kind="phantoms", phantom="pneumonia", seed=5)
    images, quarantine, probe_images = sample_images("chest", source, 3, 0, tmp_path)
    assert images["origin"].to_list() == [f"{side}/{index}" for side in ("positive", "negative") for index in range(3)]
    assert images["group_id"].equals(images["origin"])
    assert quarantine.is_empty()
    assert probe_images.is_empty()
    assert images.null_count().sum_horizontal().sum() == 0
    assert (images.filter(label="positive")["finding_count"] > 0).all()
    assert images.filter(label="negative")["finding_kind"].unique().to_list() == ["none"]
    row = images.row(0, named=True)
    assert pixels_digest(read_stored(tmp_path, row["pixels_digest"])) == row["pixels_digest"]


def test_phantoms_follow_their_own_seed(tmp_path: Path) -> None:
    first, second = (PhantomSource(kind="phantoms", phantom="skin_cancer", seed=seed) for seed in (1, 2))
    drawn = sample_images("skin", first, 2, 0, tmp_path).images
    assert sample_images("skin", first, 2, 99, tmp_path).images.equals(drawn)
    assert not set(sample_images("skin", second, 2, 0, tmp_path).images["image_id"]) & set(drawn["image_id"])
    assert source_fingerprint(first) != source_fingerprint(second)


def test_phantoms_for_probes_come_behind_the_sample(tmp_path: Path) -> None:
    source = PhantomSource(kind="phantoms", phantom="skin_cancer", seed=7)
    sample = sample_images("skin", source, 2, 0, tmp_path, probe_per_class=9)
    assert sample.images.equals(sample_images("skin", source, 2, 0, tmp_path).images)
    behind = sample.probe_images
    assert behind.filter(label="positive")["origin"].to_list() == [f"positive/{index}" for index in range(2, 11)]
    assert behind.filter(label="negative")["sample_rank"].to_list() == list(range(2, 11))
    assert behind["difficulty"].null_count() == 0
    assert not set(behind["pixels_digest"]) & set(sample.images["pixels_digest"])
    assert all(stored_path(tmp_path, digest).is_file() for digest in behind["pixels_digest"])


def _patients(numbers: str, side: str, pictures: dict[int, int]) -> list[Candidate]:
    """Candidates of a side in order, each of the patient of its digit; `pictures` may give one another's pixels."""

    def read(place: int) -> Picture:
        noise = np.random.default_rng([ord(side[0]), place]).integers(0, 256, (4, 4, 3), dtype=np.uint8)
        return Picture(Image.fromarray(noise), f"{side}{place}")

    return [
        Candidate(f"{side}/{place}", f"patient {number}", partial(read, pictures.get(place, place)))
        for place, number in enumerate(numbers)
    ]


def test_no_probe_image_is_of_a_sampled_patient_or_has_sampled_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Sampled: patients 1, 2 and 3, 4. The fifth positive image has the pixels of the second, that of patient 2.
    positive, negative = _patients("1251678", "positive", {4: 1}), _patients("34391", "negative", {})
    counts: dict[Side, int] = {"positive": len(positive), "negative": len(negative)}
    candidates: dict[Side, Iterable[Candidate]] = {"positive": positive, "negative": iter(negative)}
    pool = Pool("here", {"positive": "p", "negative": "n"}, counts, candidates)
    monkeypatch.setattr("medfrag_assets.sources.sampling._pool", lambda *arguments: pool)
    source = PhantomSource(kind="phantoms", phantom="skin_cancer", seed=7)
    sample = sample_images("skin", source, 2, 0, tmp_path, probe_per_class=3)
    assert sample.images["group_id"].to_list() == ["patient 1", "patient 2", "patient 3", "patient 4"]
    origins = sample.probe_images["origin"].to_list()
    assert origins == ["positive/2", "positive/5", "positive/6", "negative/3"]
    assert sample.quarantine["origin"].to_list() == ["positive/4"]
    assert sample.quarantine["reason"].to_list() == ["same pixels as positive/1"]

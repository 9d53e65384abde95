import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from PIL import Image

from medfrag_assets.lake.schemas import IMAGES, PROBE_IMAGES, QUARANTINE
from medfrag_assets.sources.images import pixels_digest, read_stored
from medfrag_assets.sources.sampling import Sample, require_source, sample_images, source_fingerprint
from medfrag_assets.study.digest import file_digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import FolderSource

PROVENANCE = ("study", "run_id", "code_version")
Draw = Callable[..., Sample]


def noise(seed: int, size: int = 12) -> Image.Image:
    return Image.fromarray(np.random.default_rng(seed).integers(0, 256, (size, size, 3), dtype=np.uint8))


def put(path: Path, seed: int, kind: str = "PNG") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    noise(seed).save(path, format=kind)
    return path


def source(root: Path, **classes: Any) -> FolderSource:
    return FolderSource(kind="folder", root=str(root), classes=classes or {"yes": "positive", "no": "negative"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Twenty images a class; every pixel is noise, so that no two are alike."""
    folder = tmp_path / "images"
    for index in range(20):
        put(folder / "yes" / f"Y{index}.png", index)
        put(folder / "no" / f"{index} no.png", 100 + index)
    return folder


@pytest.fixture
def draw(root: Path, tmp_path: Path) -> Draw:
    def drawn(per_class: int = 8, seed: int = 0, **classes: Any) -> Sample:
        return sample_images("brain_tumor", source(root, **classes), per_class, seed, tmp_path / "store")

    return drawn


def origins(sample: Sample, label: str = "positive") -> list[str]:
    return sample.images.filter(pl.col("label") == label).sort("sample_rank")["origin"].to_list()


def reasons(sample: Sample) -> dict[str, str]:
    return dict(sample.quarantine.select("origin", "reason").iter_rows())


def failure(draw: Draw, per_class: int = 8, **classes: Any) -> str:
    with pytest.raises(MedfragError) as caught:
        draw(per_class, **classes)
    assert str(caught.value).startswith("Task brain_tumor: ")
    assert len(str(caught.value).splitlines()) <= 2
    return str(caught.value)


def test_tables_have_the_declared_columns_and_add_up(draw: Draw, root: Path, tmp_path: Path) -> None:
    sample = draw()
    for table, frame in ((IMAGES, sample.images), (QUARANTINE, sample.quarantine)):
        declared = {column.name: column.dtype for column in table.columns if column.name not in PROVENANCE}
        assert dict(frame.schema) == declared
    assert sample.images["label"].value_counts().sort("label")["count"].to_list() == [8, 8]
    assert sample.images["image_id"].n_unique() == 16
    for row in sample.images.iter_rows(named=True):
        assert row["group_id"] == row["origin"]
        assert row["bytes_digest"] == file_digest(root / row["origin"])
        assert row["image_id"] == row["pixels_digest"][:16]
        stored = read_stored(tmp_path / "store", row["pixels_digest"])
        assert pixels_digest(stored) == row["pixels_digest"]
        assert (row["width"], row["height"]) == stored.size
    assert origins(sample)[0].startswith("yes/Y")
    assert sample.images.filter(label="positive")["sample_rank"].sort().to_list() == list(range(8))
    assert sample.images["difficulty"].null_count() == 16


def test_the_same_seed_draws_the_same_and_another_another(draw: Draw) -> None:
    assert draw().images.equals(draw().images)
    assert set(origins(draw(seed=1))) != set(origins(draw(seed=2)))


def test_unrelated_files_change_nothing(draw: Draw, root: Path) -> None:
    before = draw().images
    fingerprint = source_fingerprint(source(root))
    put(root / "maybe" / "M1.png", 900)
    put(root / "Y999.png", 901)
    for name in ("notes.txt", "yes/.hidden.png", "yes/Thumbs.db", "no/.DS_Store", "no/desktop.ini", "yes/.cache/a.png"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"not an image")
    after = draw()
    assert after.images.equals(before)
    assert after.quarantine.is_empty()
    assert source_fingerprint(source(root)) == fingerprint
    (root / "yes" / "notes.txt").write_text("no image, but in a class folder")
    assert draw().images.equals(before)
    assert reasons(draw()) == {"yes/notes.txt": "not a JPEG, PNG, BMP or TIFF image"}


def test_one_more_image_displaces_at_most_one(draw: Draw, root: Path) -> None:
    before, others = origins(draw()), origins(draw(), "negative")
    for index in range(12):
        path = put(root / "yes" / f"new{index}.png", 500 + index)
        after = origins(draw())
        assert len(set(before) - set(after)) <= 1
        kept = [origin for origin in after if origin in before]
        assert kept == [origin for origin in before if origin in after]
        assert origins(draw(), "negative") == others
        path.unlink()


def test_a_larger_sample_begins_with_the_smaller(draw: Draw) -> None:
    assert origins(draw(12))[:8] == origins(draw(8))


def test_images_for_probes_come_behind_the_sample_as_many_as_there_are(root: Path, tmp_path: Path, draw: Draw) -> None:
    noise(3).save(root / "yes" / "copy.bmp")
    (root / "yes" / "broken.png").write_bytes((root / "yes" / "Y0.png").read_bytes()[:200])

    def behind(count: int) -> Sample:
        return sample_images("brain_tumor", source(root), 8, 0, tmp_path / "store", probe_per_class=count)

    whole, alone = draw(20), draw(8)
    ordered = {label: origins(whole, label) for label in ("positive", "negative")}
    for count, found in ((0, 0), (5, 5), (12, 12), (250, 12)):
        sample = behind(count)
        assert sample.images.equals(alone.images)
        for label, names in ordered.items():
            drawn = sample.probe_images.filter(pl.col("label") == label)
            assert drawn["origin"].to_list() == names[8 : 8 + found]
    declared = {column.name: column.dtype for column in PROBE_IMAGES.columns if column.name not in PROVENANCE}
    assert dict(behind(0).probe_images.schema) == declared
    # What was met on the way is left out as ever, and the same pixels are neither sampled nor drawn twice.
    everything = behind(250)
    assert "yes/broken.png" in reasons(everything)
    assert pl.concat([everything.images, everything.probe_images])["pixels_digest"].is_unique().all()


def test_fingerprint_follows_the_files(root: Path) -> None:
    first = source_fingerprint(source(root))
    assert source_fingerprint(source(root)) == first
    os.utime(root / "yes" / "Y3.png", ns=(1, 1))
    touched = source_fingerprint(source(root))
    (root / "no" / "3 no.png").unlink()
    assert len({first, touched, source_fingerprint(source(root))}) == 3


def test_endings_and_odd_names_do_not_matter(root: Path, draw: Draw) -> None:
    odd = {
        "yes/UPPER.JPG": "JPEG",
        "yes/wrong ending.png": "JPEG",
        "yes/no_ending": "TIFF",
        "yes/-rf.bmp": "BMP",
        "yes/näme 照片.tif": "TIFF",
        "yes/new\nline.png": "PNG",
        "yes/deep/er/[1]*.png": "PNG",
        "yes/really.txt": "PNG",
    }
    for index, (name, kind) in enumerate(odd.items()):
        put(root / name, 700 + index, kind)
    sample = draw(20, yes="positive", no="negative")
    assert sample.quarantine.is_empty()
    for path in (root / "yes").glob("Y*.png"):
        path.unlink()
    assert set(origins(draw(8))) == set(odd)


def test_names_that_are_no_utf8_are_written_out(root: Path, draw: Draw) -> None:
    name = os.fsencode(root / "yes") + b"/\xe9t\xe9.png"
    try:
        Path(os.fsdecode(name)).write_bytes(b"")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert reasons(draw()) == {"yes/\\xe9t\\xe9.png": "zero bytes"}


def test_a_side_may_have_several_sub_folders(root: Path, draw: Draw) -> None:
    for index in range(2):
        put(root / "maybe" / f"{index}.png", 800 + index)
        put(root / "no" / f"more{index}.png", 810 + index)
    sample = draw(22, yes="positive", maybe="positive", no="negative")
    assert {"maybe/0.png", "maybe/1.png"} <= set(origins(sample))


def test_bad_files_are_named_counted_and_left_out(root: Path, draw: Draw) -> None:
    (root / "yes" / "empty.png").touch()
    (root / "yes" / "text.jpg").write_text("this is no image")
    (root / "no" / "corrupt.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    whole = (root / "yes" / "Y0.png").read_bytes()
    (root / "yes" / "Y0.png").write_bytes(whole[: len(whole) // 2])
    found = reasons(draw(19))
    assert found.pop("yes/Y0.png", "corrupt PNG: image file is truncated").startswith("corrupt PNG")
    assert found == {
        "yes/empty.png": "zero bytes",
        "yes/text.jpg": "not a JPEG, PNG, BMP or TIFF image",
        "no/corrupt.png": "corrupt PNG: its header cannot be read",
    }


def test_a_truncated_file_is_replaced_by_the_next(root: Path, draw: Draw) -> None:
    before = origins(draw(9))
    path = root / before[2]
    path.write_bytes(path.read_bytes()[:200])
    after = draw(8)
    assert origins(after) == [origin for origin in before if origin != before[2]]
    assert list(reasons(after)) == [before[2]]


def test_identical_pixels_are_sampled_once(root: Path, draw: Draw) -> None:
    noise(3).save(root / "yes" / "copy.bmp")
    noise(3).save(root / "no" / "mislabelled.png", compress_level=0)
    sample = draw(20)
    twins = {"yes/copy.bmp", "yes/Y3.png"}
    found = reasons(sample)
    (taken,) = twins & set(origins(sample))
    (other,) = twins - {taken}
    assert found.get(other, f"same pixels as {taken}") == f"same pixels as {taken}"
    assert found.get("no/mislabelled.png", f"same pixels as {taken}") == f"same pixels as {taken}"
    assert sample.images["pixels_digest"].n_unique() == 40
    assert "21 files" in failure(draw, 21)
    assert "same pixels as" in failure(draw, 21)


def test_links_do_not_lead_out(root: Path, draw: Draw, tmp_path: Path) -> None:
    outside = put(tmp_path / "elsewhere" / "x.png", 950)
    (root / "yes" / "out.png").symlink_to(outside)
    (root / "yes" / "gone.png").symlink_to(root / "nothing.png")
    (root / "yes" / "folder").symlink_to(outside.parent)
    (root / "yes" / "circle").symlink_to(root / "yes")
    inside = put(root / "raw" / "kept.png", 951)
    (root / "yes" / "in.png").symlink_to(inside)
    os.mkfifo(root / "yes" / "pipe.png")
    for path in (root / "no").iterdir():
        path.rename(path.with_suffix(".bin"))
    put(root / "no" / "more.png", 952)
    sample = draw(21)
    assert "yes/in.png" in origins(sample)
    assert reasons(sample) == {
        "yes/out.png": "a link that leads out of the folder",
        "yes/gone.png": "a broken link",
        "yes/folder": "a link that leads out of the folder",
        "yes/circle": "a link to a folder",
        "yes/pipe.png": "not a regular file",
    }
    (root / "linked").symlink_to(outside.parent)
    assert "'linked' leads out of it" in failure(draw, 1, linked="positive", no="negative")
    assert "leads out of it" in failure(draw, 1, **{"../elsewhere": "positive", "no": "negative"})


def test_missing_root_and_root_that_is_a_file(tmp_path: Path) -> None:
    absent = source(tmp_path / "absent")
    for call in (
        lambda: sample_images("t", absent, 2, 0, tmp_path / "store"),
        lambda: source_fingerprint(absent),
    ):
        with pytest.raises(MedfragError, match="absent: no such folder"):
            call()
    (tmp_path / "file").touch()
    with pytest.raises(MedfragError, match="needs a folder"):
        sample_images("t", source(tmp_path / "file"), 2, 0, tmp_path / "store")


def test_another_folder_is_never_taken_for_the_first(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of the same names, sizes and times, as unpacked archives have them, are other files all the same."""
    other = tmp_path / "other"
    for path in sorted(root.rglob("*.png")):
        os.utime(path, ns=(0, 0))
        twin = other / path.relative_to(root)
        twin.parent.mkdir(parents=True, exist_ok=True)
        twin.write_bytes(path.read_bytes()[::-1])
        os.utime(twin, ns=(0, 0))
    variable = source(Path("${MEDFRAG_OWN_FOLDER}"))
    fingerprints = []
    for folder in (root, other, root):
        monkeypatch.setenv("MEDFRAG_OWN_FOLDER", str(folder))
        fingerprints.append(source_fingerprint(variable))
    assert fingerprints[0] == fingerprints[2] != fingerprints[1]


def test_a_variable_in_the_root_is_filled_in_when_images_are_drawn(
    root: Path, tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDFRAG_OWN_FOLDER", str(root.parent))
    drawn = sample_images("brain_tumor", source(Path("${MEDFRAG_OWN_FOLDER}/images")), 8, 0, tmp_path / "store")
    assert drawn.images.equals(draw().images)


def test_every_error_of_a_folder_names_task_and_folder(root: Path, tmp_path: Path) -> None:
    absent = source(tmp_path / "absent")
    absent.said_in(file="mine.yaml", task="spots")
    empty = source(tmp_path / "empty")
    for name in ("yes", "no"):
        (tmp_path / "empty" / name).mkdir(parents=True)
    single = source(tmp_path / "single")
    (tmp_path / "single" / "yes").mkdir(parents=True)
    put(tmp_path / "single" / "no" / "a.png", 1)
    for look, folder in (
        (lambda: source_fingerprint(absent), "absent"),
        (lambda: require_source("spots", absent, 0), "absent"),
        (lambda: require_source("spots", empty, 0), "empty"),
        (lambda: sample_images("spots", empty, 2, 0, tmp_path / "store"), "empty"),
        (lambda: require_source("spots", single, 0), "single"),
        (lambda: sample_images("spots", single, 2, 0, tmp_path / "store"), "single"),
        (lambda: sample_images("spots", source(root), 99, 0, tmp_path / "store"), "images"),
    ):
        with pytest.raises(MedfragError) as raised:
            look()
        assert str(raised.value).startswith(f"Task spots: {tmp_path / folder}: ")
        assert "\n" not in str(raised.value)


def test_missing_class_folder_lists_those_that_exist(root: Path, draw: Draw) -> None:
    message = failure(draw, 8, Yes="positive", no="negative")
    assert "no class folder 'Yes'; it has no, yes" in message


def test_overlapping_class_folders(root: Path, draw: Draw) -> None:
    put(root / "yes" / "sub" / "a.png", 990)
    assert "overlap" in failure(draw, 8, **{"yes": "positive", "yes/sub": "negative"})
    assert "overlap" in failure(draw, 8, **{"yes": "positive", "yes/": "negative"})


def test_empty_and_single_class_folders(root: Path, draw: Draw) -> None:
    for path in (root / "yes").iterdir():
        path.unlink()
    message = failure(draw)
    assert "class positive (yes) has no files, class negative (no) has 20; a task needs both" in message
    for path in (root / "no").iterdir():
        path.unlink()
    assert "no files below yes and no" in failure(draw)


def test_k_larger_than_a_class_counts_and_names_what_is_left_out(root: Path, draw: Draw) -> None:
    for name in ("a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"):
        (root / "yes" / name).touch()
    assert failure(draw, 30).endswith(
        "class positive (yes) has 20 distinct readable images of 25 files, images_per_class asks for 30: lower it or "
        "add images. Left out: yes/a.jpg (zero bytes), yes/b.jpg (zero bytes), yes/c.jpg (zero bytes) and 2 more."
    )
    (root / "no" / "0 no.png").unlink()
    assert "class negative (no) has 19" in failure(draw, 20)


def test_a_class_without_any_readable_image(root: Path, draw: Draw) -> None:
    for path in (root / "no").iterdir():
        path.write_text("text")
    assert "class negative (no) has 0 distinct readable images of 20 files" in failure(draw)

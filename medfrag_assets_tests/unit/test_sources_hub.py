import io
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from PIL import Image

from medfrag_assets.sources.hub import hub_fingerprint, hub_pool, parquet_pool
from medfrag_assets.sources.pools import Pool
from medfrag_assets.sources.sampling import sample_images
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import HubSource, Side

DATASET = "somebody/no-such-data-set"


def png(seed: int) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (6, 6, 3), dtype=np.uint8)).save(buffer, "PNG")
    return buffer.getvalue()


def source(**changes: Any) -> HubSource:
    facts = {"kind": "hub", "dataset": DATASET, "positive": {"label": 1}, "negative": {"label": 0}}
    return HubSource.model_validate(facts | changes)


def write(folder: Path, name: str = "data/train-00000.parquet", rows: int = 12, first: int = 0, **columns: Any) -> Path:
    """Parquet as the hub keeps it: structs of bytes and path, several row groups."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    images = [{"bytes": png(first + row), "path": f"{row}.png"} for row in range(rows)]
    table = pa.table({"image": images, "label": [row % 2 for row in range(rows)]} | columns)
    pq.write_table(table, path, row_group_size=5)
    return path


def pool(folder: Path, per_class: int = 3, seed: int = 0, **changes: Any) -> Pool:
    return parquet_pool(folder, source(**changes), "skin_cancer", seed, per_class)


def order(found: Pool, side: Side = "positive") -> list[str]:
    return [candidate.origin for candidate in found.candidates[side]]


def failure(folder: Path, **changes: Any) -> str:
    with pytest.raises(MedfragError) as caught:
        pool(folder, **changes)
    assert len(str(caught.value).splitlines()) <= 2
    assert str(folder) in str(caught.value) or DATASET in str(caught.value)
    return str(caught.value)


def test_rows_of_each_side_with_their_own_images(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, "data/train-00001.parquet", rows=7, first=100)
    found = pool(tmp_path)
    assert found.counts == {"positive": 9, "negative": 10}
    assert found.parts == {"positive": "label=1", "negative": "label=0"}
    for candidate in found.candidates["positive"]:
        name, number = candidate.origin.split("#")
        first = 100 if name.endswith("00001.parquet") else 0
        assert int(number) % 2 == 1
        assert candidate.read().image.tobytes() == Image.open(io.BytesIO(png(first + int(number)))).tobytes()


def test_order_is_seeded_and_survives_another_file(tmp_path: Path) -> None:
    write(tmp_path)
    before = order(pool(tmp_path))
    assert order(pool(tmp_path)) == before
    assert order(pool(tmp_path, seed=1)) != before
    write(tmp_path, "data/train-00001.parquet", first=100)
    assert [origin for origin in order(pool(tmp_path)) if "00000" in origin] == before


def test_binary_columns_text_labels_and_several_columns(tmp_path: Path) -> None:
    columns: dict[str, Any] = {
        "scan": [png(row) for row in range(12)],
        "kind": ["melanoma", "nevus", None] * 4,
        "sex": ["f"] * 6 + ["m"] * 6,
        "flag": [True, False] * 6,
    }
    write(tmp_path, **columns)
    asked: dict[str, Any] = {"positive": {"kind": "melanoma", "sex": "f"}, "negative": {"kind": "nevus", "flag": 0}}
    found = pool(tmp_path, image_column="scan", **asked)
    assert sorted(order(found)) == ["data/train-00000.parquet#0", "data/train-00000.parquet#3"]
    assert {int(origin.split("#")[1]) for origin in order(found, "negative")} == {1, 7}


def test_rows_of_both_sides_belong_to_none(tmp_path: Path) -> None:
    write(tmp_path, pneumonia=[3, 3, 0, 0] * 3, healthy=[0, 3, 3, 0] * 3)
    found = pool(tmp_path, positive={"pneumonia": 3}, negative={"healthy": 3})
    assert found.counts == {"positive": 3, "negative": 3}
    assert {left.origin for left in found.left_out} == {f"data/train-00000.parquet#{row}" for row in (1, 5, 9)}


def test_a_row_without_bytes_cannot_be_read(tmp_path: Path) -> None:
    images = [{"bytes": png(0), "path": None}, {"bytes": None, "path": "lost.png"}]
    write(tmp_path, rows=2, image=pa.array(images, pa.struct([("bytes", pa.binary()), ("path", pa.string())])))
    (candidate,) = pool(tmp_path).candidates["positive"]
    with pytest.raises(MedfragError, match="no image bytes in the row"):
        candidate.read()


def test_files_without_the_columns_are_left_out(tmp_path: Path) -> None:
    write(tmp_path)
    pl.DataFrame({"other": [1]}).write_parquet(tmp_path / "data" / "extra.parquet")
    (left,) = pool(tmp_path).left_out
    assert (left.origin, left.reason) == ("data/extra.parquet", "no column 'image'")


def test_errors_name_columns_and_values(tmp_path: Path) -> None:
    write(tmp_path)
    assert "no column 'tumour' in data/train-00000.parquet; it has image, label" in failure(
        tmp_path, positive={"tumour": 1}
    )
    assert "no column 'scan'" in failure(tmp_path, image_column="scan")
    assert "no row is positive alone (label=7): label holds 0, 1" in failure(tmp_path, positive={"label": 7})
    assert "holds Int64 (0, 1); `positive` asks for 'yes'" in failure(tmp_path, positive={"label": "yes"})
    assert "not the bytes of images" in failure(tmp_path, image_column="label")
    assert "`negative` names no label column" in failure(tmp_path, negative={})


def test_no_parquet_and_broken_parquet(tmp_path: Path) -> None:
    assert "refs/convert/parquet" in failure(tmp_path)
    path = write(tmp_path)
    path.write_bytes(path.read_bytes()[:100])
    assert "not readable as Parquet" in failure(tmp_path)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty hub cache on a machine that is set to stay offline."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def test_without_network_the_way_out_is_named(cache: Path) -> None:
    with pytest.raises(MedfragError, match=f"hf download --repo-type dataset {DATASET}") as caught:
        hub_pool(source(), "skin_cancer", 0, 3)
    assert "the hub cannot be reached" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 2
    assert not cache.exists()


def test_a_snapshot_in_the_cache_is_used_without_network(cache: Path) -> None:
    absent = hub_fingerprint(source())
    commit = "0123456789abcdef0123456789abcdef01234567"
    folder = cache / "datasets--somebody--no-such-data-set"
    write(folder / "snapshots" / commit)
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text(commit)
    assert hub_pool(source(), "skin_cancer", 0, 3).counts == {"positive": 6, "negative": 6}
    sample = sample_images("skin_cancer", source(), 2, 0, cache / "store", probe_per_class=250)
    assert sample.images.equals(sample_images("skin_cancer", source(), 2, 0, cache / "store").images)
    assert sample.probe_images["label"].value_counts().sort("label")["count"].to_list() == [4, 4]
    assert not set(sample.probe_images["origin"]) & set(sample.images["origin"])
    present = hub_fingerprint(source())
    assert present == hub_fingerprint(source())
    write(folder / "snapshots" / commit, "data/train-00001.parquet", first=100)
    assert len({absent, present, hub_fingerprint(source())}) == 3

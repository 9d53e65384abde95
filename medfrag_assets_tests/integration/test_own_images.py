"""The example study of own images, on folders made here: odd names, formats and modes, broken files, a fifth task."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from medfrag_assets.definitions import defs
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets_tests.fixtures.command import medfrag

EXAMPLE = "docs/examples/own_images.yaml"
FOLDERS = {
    "brain_tumor": ("yes", "no"),
    "pneumonia": ("PNEUMONIA", "NORMAL"),
    "skin_cancer": ("malignant", "benign"),
    "breast_histopathology": ("1", "0"),
}
PER_CLASS = 20


def write_images(root: Path) -> None:
    """Twenty images a class in changing sizes, modes, formats and spellings, and broken files beside them."""
    generator = np.random.default_rng(3)
    for task, classes in FOLDERS.items():
        for name in classes:
            folder = root / task / name
            folder.mkdir(parents=True)
            for number in range(PER_CLASS):
                side = 40 + number
                noise = Image.fromarray(generator.integers(0, 256, (side, side + 7, 3), dtype=np.uint8))
                mode, ending = [("RGB", "x Y.JPG"), ("L", "é.png"), ("P", "-.bmp"), ("RGBA", "tif"), ("CMYK", "Tiff")][
                    number % 5
                ]
                formats = {"x Y.JPG": "JPEG", "é.png": "PNG", "-.bmp": "BMP", "tif": "TIFF", "Tiff": "TIFF"}
                noise.convert(mode).save(folder / f"{number}{ending}", format=formats[ending])
    (root / "brain_tumor" / "yes" / "empty.jpg").touch()
    (root / "brain_tumor" / "yes" / "notes.png").write_text("no image")
    (root / "brain_tumor" / "README.txt").write_text("in no class folder")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    write_images(folder / "images")
    return folder


def query(data: Path, sql: str) -> list[dict[str, str]]:
    arguments = ("sql", sql, "--study", EXAMPLE, "--format", "csv")
    done = medfrag(data, *arguments, MEDFRAG_IMAGES=str(data / "images"))
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_own_images_run_with_the_same_tables_in_their_own_database(data: Path) -> None:
    done = medfrag(data, "study", "run", "--study", EXAMPLE, MEDFRAG_IMAGES=str(data / "images"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "toy" in done.stdout.strip().splitlines()[-1]
    assert not StudyPaths(data, "embedded").database.exists()
    cells = query(data, "select model, task, n_images, missing from study_summary")
    assert len(cells) == 2 * 4
    assert {(row["n_images"], row["missing"]) for row in cells} == {(str(2 * PER_CLASS), "0")}
    assert {row["task"] for row in cells} == {"brain_tumor", "skin_cancer", "breast_histopathology", "chest_infection"}
    left_out = query(data, "select origin, reason from quarantine order by origin")
    assert [row["origin"] for row in left_out] == ["yes/empty.jpg", "yes/notes.png"]
    own = query(data, "select count(distinct prompt_id) as n from answers where task = 'chest_infection'")
    assert own == [{"n": "8"}]


def test_results_are_read_without_the_variable(data: Path) -> None:
    for arguments in (("sql", "select count(*) as n from answers"), ("report",), ("study", "status")):
        done = medfrag(data, *arguments, "--study", EXAMPLE, MEDFRAG_IMAGES="")
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def test_the_graph_is_made_without_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEDFRAG_IMAGES", raising=False)
    monkeypatch.setenv("MEDFRAG_STUDIES", EXAMPLE)
    keys = defs().resolve_all_asset_keys()
    assert {key.path[0] for key in keys} == {"own_images"}


@pytest.mark.parametrize("arguments", [("study", "run"), ("study", "run", "--dry-run"), ("doctor",)])
def test_without_the_variable_the_study_says_what_to_set(data: Path, arguments: tuple[str, ...]) -> None:
    done = medfrag(data, *arguments, "--study", EXAMPLE, MEDFRAG_IMAGES="")
    assert done.returncode == 1
    (said, *_) = [line for line in (done.stdout + done.stderr).splitlines() if "is not set" in line]
    assert f"{EXAMPLE}: tasks → brain_tumor → source → root: ${{MEDFRAG_IMAGES}} is not set" in said
    assert "export MEDFRAG_IMAGES=" in said
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr.count("\n") <= 1

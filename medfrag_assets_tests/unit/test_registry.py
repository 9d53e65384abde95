from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from medfrag_assets.lake.registry import known_checkpoints, register
from medfrag_assets.lake.schemas import CHECKPOINTS, IMAGES
from medfrag_assets.lake.store import table_file, with_provenance, write_table
from medfrag_assets_tests.fixtures.tables import frame_of

_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
_LATER = datetime(2026, 2, 1, tzinfo=UTC)
_PROVENANCE = {"study": "s", "run_id": "r"}


def _found(*keys: str) -> list[dict[str, Any]]:
    unsaid = ("first_seen", "current", "study", "run_id", "code_version")
    whole = frame_of(CHECKPOINTS, [{"model": key.partition("@")[0], "checkpoint": key} for key in keys])
    return whole.drop(unsaid).rows(named=True)


def _registered(*looks: tuple[list[str], datetime]) -> pl.DataFrame:
    known = pl.DataFrame(schema=CHECKPOINTS.schema)
    for keys, now in looks:
        known = with_provenance(register(known, _found(*keys), now), CHECKPOINTS, _PROVENANCE)
    return known


def _rows(found: pl.DataFrame) -> list[tuple[Any, ...]]:
    return found.select("checkpoint", "first_seen", "current").rows()


def test_a_new_revision_follows_the_one_before_which_is_kept() -> None:
    found = _registered((["a@1", "b@1"], _FIRST), (["a@2", "b@1"], _LATER))
    first, later = "2026-01-01T00:00:00.000000+00:00", "2026-02-01T00:00:00.000000+00:00"
    assert _rows(found) == [("a@1", first, False), ("b@1", first, True), ("a@2", later, True)]


def test_a_checkpoint_that_comes_back_is_current_again_and_keeps_its_first_time() -> None:
    found = _registered((["a@1"], _FIRST), (["a@2"], _LATER), (["a@1"], _LATER))
    assert [(key, current) for key, _, current in _rows(found)] == [("a@1", True), ("a@2", False)]


def test_a_clock_that_went_back_puts_no_checkpoint_before_those_known() -> None:
    found = _registered((["a@2"], _LATER), (["a@1"], _FIRST))
    assert [key for key, _, _ in _rows(found)] == ["a@2", "a@1"]


def test_the_register_is_empty_before_the_first_look_and_for_a_file_of_other_columns(tmp_path: Path) -> None:
    assert known_checkpoints(tmp_path).is_empty()
    write_table(table_file(tmp_path, CHECKPOINTS), frame_of(IMAGES, [{}]), "f")
    assert known_checkpoints(tmp_path).is_empty()


def test_the_register_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    written = _registered((["a@1"], _FIRST))
    write_table(table_file(tmp_path, CHECKPOINTS), written, "f")
    assert known_checkpoints(tmp_path).equals(written)

"""Reading many responses leaves nothing behind that Python would have to search for."""

import gc

import pytest

from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.gold import gold_file
from medfrag_assets_tests.benchmarks.scoring import read_gold


def test_reading_makes_no_cycles_of_garbage() -> None:
    # What is built once comes first.
    kept = read_gold(gold_file("tuning"))
    gc.collect()
    with many_responses():
        assert len(read_gold(gold_file("reported"))) < len(kept)
        assert gc.collect() == 0


def fail_at_once() -> None:
    with many_responses():
        assert not gc.isenabled()
        raise ValueError("stopped")


def test_the_search_goes_on_afterwards_also_after_an_error() -> None:
    with pytest.raises(ValueError, match="stopped"):
        fail_at_once()
    assert gc.isenabled()
    gc.disable()
    try:
        with many_responses():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

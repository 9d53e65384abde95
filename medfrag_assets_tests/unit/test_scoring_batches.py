"""Reading many responses leaves nothing behind that Python would have to search for."""

import gc
import subprocess
import sys

import pytest

from medfrag_assets.scoring.batches import many_responses

# In a process of its own: what other tests leave behind would be counted too.
_COUNTS = """
import gc
from medfrag_assets.scoring.batches import many_responses
from medfrag_assets.scoring.gold import gold_file
from medfrag_assets_tests.benchmarks.scoring import read_gold

# What is built once comes first.
read_gold(gold_file("reported"))
gc.collect()
with many_responses():
    kept = read_gold(gold_file("tuning"))
    print(len(kept), gc.collect())
"""


def test_reading_makes_no_cycles_of_garbage() -> None:
    done = subprocess.run([sys.executable, "-c", _COUNTS], capture_output=True, text=True, check=True)
    read, garbage = map(int, done.stdout.split())
    assert read > 1000
    assert garbage == 0


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

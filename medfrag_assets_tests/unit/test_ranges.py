"""Any set of cells is covered exactly once by the rectangles that Dagster runs."""

from hypothesis import given
from hypothesis import strategies as st

from medfrag_assets.defs.ranges import rectangles

MODELS = ["m1", "m2", "m3", "m4"]
TASKS = ["t1", "t2", "t3", "t4"]
CELLS = [(model, task) for model in MODELS for task in TASKS]


@given(st.sets(st.sampled_from(CELLS)))
def test_rectangles_cover_each_cell_once_and_nothing_else(chosen: set[tuple[str, str]]) -> None:
    covered = [
        (model, task)
        for (first_model, first_task), (last_model, last_task) in rectangles(sorted(chosen), MODELS, TASKS)
        for model in MODELS[MODELS.index(first_model) : MODELS.index(last_model) + 1]
        for task in TASKS[TASKS.index(first_task) : TASKS.index(last_task) + 1]
    ]
    assert sorted(covered) == sorted(chosen)


def test_a_whole_grid_is_one_rectangle_and_a_model_is_one() -> None:
    assert rectangles(CELLS, MODELS, TASKS) == [(("m1", "t1"), ("m4", "t4"))]
    assert rectangles(CELLS[4:8], MODELS, TASKS) == [(("m2", "t1"), ("m2", "t4"))]

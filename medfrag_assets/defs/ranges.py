"""Dagster runs ranges of partitions: a set of cells as few rectangles of neighbouring models and tasks."""

from collections.abc import Sequence

Cell = tuple[str, str]


def rectangles(cells: Sequence[Cell], models: Sequence[str], tasks: Sequence[str]) -> list[tuple[Cell, Cell]]:
    """First and last cell of rectangles that hold exactly these cells, each once.

    `models` and `tasks` are all partition keys in Dagster's order; every cell's must be among them.
    """
    wanted = {model: _stretches([task for task in tasks if (model, task) in set(cells)], tasks) for model in models}
    found: list[tuple[Cell, Cell]] = []
    open_since: dict[Cell, str] = {}
    for place, model in enumerate(models):
        following = wanted[models[place + 1]] if place + 1 < len(models) else []
        for stretch in wanted[model]:
            first_model = open_since.pop(stretch, model)
            if stretch in following:
                open_since[stretch] = first_model
            else:
                found.append(((first_model, stretch[0]), (model, stretch[1])))
    return found


def _stretches(chosen: Sequence[str], order: Sequence[str]) -> list[Cell]:
    """First and last of every run of neighbours in `order`."""
    found: list[Cell] = []
    for task in chosen:
        before = order[order.index(task) - 1] if order.index(task) else None
        if found and found[-1][1] == before:
            found[-1] = (found[-1][0], task)
        else:
            found.append((task, task))
    return found

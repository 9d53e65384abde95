"""Who appears in the report: models with their pair and role, and tasks, in the order of the study file."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from medfrag_assets.reports.figures import MOST_SERIES, Point, Series
from medfrag_assets.reports.numbers import spaced
from medfrag_assets.study.spec import Study

Row = dict[str, Any]
MakePoint = Callable[[Row], Point]


class Group(NamedTuple):
    """Models that are shown in one panel: those of a pair, or up to six that have none."""

    title: str
    models: tuple[str, ...]


class Cast(NamedTuple):
    """Models and tasks in the study's order. A model has the same colour and marker in every figure."""

    models: tuple[str, ...]
    tasks: tuple[str, ...]
    roles: Mapping[str, str]
    groups: tuple[Group, ...]

    def label(self, model: str) -> str:
        """The alias, with the role where the model has one."""
        return f"{model} ({self.roles[model]})" if model in self.roles else model

    def series(self, rows: Sequence[Row], models: Sequence[str], point: MakePoint) -> list[Series]:
        """A series for each of these models that has rows, a point for every task."""
        found = {(row["model"], row["task"]): row for row in rows}
        return [
            Series(
                self.label(model),
                [point(found[model, task]) if (model, task) in found else None for task in self.tasks],
                self.models.index(model),
            )
            for model in models
            if any((model, task) in found for task in self.tasks)
        ]

    def in_order(self, rows: Sequence[Row]) -> list[Row]:
        """Rows of these models and tasks, models first, otherwise in the order they have."""
        known = [row for row in rows if row["model"] in self.models and row["task"] in self.tasks]
        return sorted(known, key=lambda row: (self.models.index(row["model"]), self.tasks.index(row["task"])))

    def partners(self, model: str) -> tuple[str, ...]:
        """The models of the model's pair, itself included; the model alone where it has none."""
        own = next((group for group in self.groups if model in group.models), None)
        return own.models if own and model in self.roles else (model,)

    @property
    def task_names(self) -> list[str]:
        """The tasks as people read them."""
        return [spaced(task) for task in self.tasks]

    @property
    def drawn(self) -> tuple[str, ...]:
        """The models in panels of all models together: the first six."""
        return self.models[:MOST_SERIES]


def cast_of(study: Study) -> Cast:
    """The study's models and tasks; within a pair the base comes first."""
    pairs: dict[str, list[str]] = {}
    for alias, model in study.models.items():
        pairs.setdefault(model.pair or "", []).append(alias)
    alone = pairs.pop("", [])
    groups = [Group(f"Pair {spaced(pair)}", tuple(sorted(found, key=_medical(study)))) for pair, found in pairs.items()]
    groups += [
        Group("Models without a pair" if pairs else "Models", tuple(alone[start : start + MOST_SERIES]))
        for start in range(0, len(alone), MOST_SERIES)
    ]
    roles = {alias: str(model.role) for alias, model in study.models.items() if model.role}
    models = tuple(model for group in groups for model in group.models)
    return Cast(models, tuple(study.tasks), roles, tuple(groups))


def _medical(study: Study) -> Callable[[str], bool]:
    return lambda alias: study.models[alias].role == "medical"

"""The watched folder of checkpoints: what lies there, whether it is whole, and which model of the study it is.

    data/checkpoints/my-model/            a checkpoint with a medfrag.yaml beside its weights, or
    data/checkpoints/my-run/checkpoint-500/   several of one model, with one medfrag.yaml in the folder above them

`medfrag.yaml` says what the weights are (see `Card`). Nothing here loads a model or imports dagster.
"""

import math
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from medfrag_assets.study.digest import digest
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Alias, Model, ModelFamily, Name, ProtocolName, Strict, Study
from medfrag_assets.study.yaml_files import read_yaml
from medfrag_assets.vlm.checkpoints import Checkpoint, find_checkpoint
from medfrag_assets.vlm.known_folders import folder_state
from medfrag_assets.vlm.weights import CheckpointError

CARD = "medfrag.yaml"
_WRITE_ONE = (
    f"Write {CARD} beside the weights, for example:\n"
    "family: gemma3        # llava, llava_next or gemma3\n"
    "pair: gemma           # the pair of the study that it belongs to, with its role\n"
    "role: medical"
)


class Card(Strict):
    """What `medfrag.yaml` says of a checkpoint. `model` is its alias; without one, the folder's name."""

    family: ModelFamily
    model: Alias | None = None
    pair: Name | None = None
    role: Literal["base", "medical"] | None = None
    gpu_memory_gb: float = Field(default=0, ge=0)
    toy: bool = False
    templates: dict[ProtocolName, str] = {}

    @model_validator(mode="after")
    def _pair_and_role_go_together(self) -> Self:
        if (self.pair is None) != (self.role is None):
            raise ValueError("`pair` and `role` are given together or not at all")
        return self


class Watched(NamedTuple):
    """A checkpoint of the watched folder that can be evaluated."""

    model: Model
    checkpoint: Checkpoint


class Seen(NamedTuple):
    """What was known of a folder after a look: the state of its files, and what came of it."""

    signature: str
    state: Literal["new", "known", "refused"]


class Look(NamedTuple):
    """What a look found: checkpoints that are whole, what is wrong with others (once), and what to remember."""

    found: list[Watched]
    problems: list[str]
    seen: dict[str, Seen]


def look(study: Study, root: Path, seen: Mapping[str, Seen], seconds: float = math.inf) -> Look:
    """Looks over the watched folder. A folder counts once its files were the same at two looks.

    seen: what the look before remembered. What was found or refused is not opened again until its files change, so
    that a look over many folders costs a listing each.
    seconds: no further folder is opened after so long; the next look goes on there. Opening reads the weights once.
    """
    started = time.monotonic()
    found: list[Watched] = []
    problems: list[str] = []
    remembered: dict[str, Seen] = {}
    for folder in checkpoint_folders(root):
        name = str(folder.relative_to(root))
        now = _signature(folder, root)
        before = seen.get(name)
        if before is None or before.signature != now:
            remembered[name] = Seen(now, "new")
        elif before.state != "new" or time.monotonic() - started > seconds:
            remembered[name] = before
        else:
            try:
                found.append(open_folder(study, folder, root))
                remembered[name] = Seen(now, "known")
            except MedfragError as error:
                problems.append(str(error))
                remembered[name] = Seen(now, "refused")
    return Look(found, problems, remembered)


def with_watched(study: Study, root: Path) -> Study:
    """The study with the models of the watched folder beside its own.

    A folder that says it is a model of the study takes that model's place; of several folders of one model, the one
    with the newest files does. Folders that cannot be used are left out: the sensor reports them.
    """
    newest: dict[str, tuple[int, Model]] = {}
    for folder in checkpoint_folders(root):
        try:
            watched = open_folder(study, folder, root)
        except MedfragError:
            continue
        changed = _newest(folder)
        alias = watched.checkpoint.alias
        if alias not in newest or newest[alias][0] < changed:
            newest[alias] = (changed, watched.model)
    models = study.models | {alias: model for alias, (_, model) in newest.items()}
    return study.model_copy(update={"models": models})


def watched_checkpoint(study: Study, root: Path, key: str) -> Watched | None:
    """The checkpoint alias@revision of the watched folder; null when none of its folders holds it now."""
    for folder in checkpoint_folders(root):
        try:
            watched = open_folder(study, folder, root)
        except MedfragError:
            continue
        if watched.checkpoint.key == key:
            return watched
    return None


def checkpoint_folders(root: Path) -> Iterator[Path]:
    """Folders that hold or will hold a checkpoint: those below the root, or, of a run's folder, those inside it."""
    for folder in _subfolders(root):
        inside = [] if (folder / "config.json").is_file() else _subfolders(folder)
        yield from inside or [folder]


def open_folder(study: Study, folder: Path, root: Path) -> Watched:
    """The checkpoint in a folder. Raises `MedfragError` with the reason and the way out."""
    places = (folder,) if folder.parent == root else (folder, folder.parent)
    card_file = next((place / CARD for place in places if (place / CARD).is_file()), None)
    if card_file is None:
        raise CheckpointError(f"{folder}: nothing says what model it is. {_WRITE_ONE}")
    card = _card(card_file)
    alias = _alias(card.model or card_file.parent.name, card_file)
    model = _model(study, alias, card, folder, card_file)
    return Watched(model, find_checkpoint(alias, model, study.protocols))


def _card(path: Path) -> Card:
    try:
        return Card.model_validate(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(part) for part in first["loc"])
        raise CheckpointError(f"{path}: {where + ': ' if where else ''}{first['msg']}. {_WRITE_ONE}") from None


def _alias(name: str, path: Path) -> str:
    try:
        return TypeAdapter(Alias).validate_python(name)
    except ValidationError:
        raise CheckpointError(
            f"{path}: {name!r} cannot be a model's name (letters, digits, dots, dashes, underscores; a letter or digit "
            "first). Give it another one: `model: my-model`."
        ) from None


def _model(study: Study, alias: str, card: Card, folder: Path, path: Path) -> Model:
    """The card as a model of the study. Raises `CheckpointError` where it does not fit into it."""
    said = card.model_dump(exclude={"model"})
    try:
        model = Model(checkpoint=str(folder), **said)
    except ValidationError as error:
        raise CheckpointError(f"{path}: {error.errors()[0]['msg']}.") from None
    others = {name: other for name, other in study.models.items() if name != alias}
    pairs = {other.pair for other in others.values() if other.role == "base"}
    if card.role == "medical" and card.pair not in pairs:
        raise CheckpointError(f"{path}: the study has no base model of a pair {card.pair!r}.")
    if card.role == "base" and card.pair in pairs:
        raise CheckpointError(f"{path}: pair {card.pair!r} has a base model already; a pair has exactly one.")
    return model


def _signature(folder: Path, root: Path) -> str:
    """The state of a folder and of the card above it: equal while nobody writes there."""
    above = folder.parent / CARD
    shared = folder.parent != root and above.is_file()
    return digest([folder_state(folder), above.stat().st_mtime_ns if shared else None])


def _newest(folder: Path) -> int:
    return max(file.stat().st_mtime_ns for file in folder.iterdir() if file.is_file())


def _subfolders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))

"""Procedural phantoms of the four tasks: 64 x 64 RGB pictures that look like the modality and know their own finding.

They are drawings, not medicine. A drawing depends only on task, side, seed and index. Pixels come from additions,
products, quotients and square roots alone, which every machine rounds alike: no exponential, no sine, no library
resampling and no sum over an array takes part, so that the same arguments give the same bytes everywhere.

Coordinates run from -1 to 1 over the picture (x to the right, y down), grey values from 0 to 1. Sides and zones are
those of the picture, not of the patient.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from PIL import Image

# Rises whenever the same arguments give other pixels: it is part of an image sample's fingerprint.
PHANTOMS_VERSION = 1
SIZE_PX = 64
# Stable numbers for the seed sequence. Never renumber.
TASK_NUMBERS = {"brain_tumor": 1, "pneumonia": 2, "skin_cancer": 3, "breast_histopathology": 4}

Plane = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Phantom(NamedTuple):
    """A picture and what is truly in it. A negative has kind and location `none` and zeros.

    `difficulty` 0 (easiest) to 1; `finding_size_px` 0 to 64, the extent of the finding; `finding_contrast` 0 to 1, how
    far it stands out; `finding_count` how many there are.
    """

    image: Image.Image
    difficulty: float
    finding_kind: str
    finding_location: str
    finding_size_px: float
    finding_contrast: float
    finding_count: int


class Drawing(NamedTuple):
    """A phantom with the footprint of its finding: (64, 64), 0 where there is none, 1 where it is fully there."""

    phantom: Phantom
    footprint: Plane


class _Finding(NamedTuple):
    kind: str
    location: str
    size_px: float
    contrast: float
    number: int


class _Painted(NamedTuple):
    rgb: Plane
    footprint: Plane
    finding: _Finding


_NONE = _Finding("none", "none", 0.0, 0.0, 0)
_AXIS = (np.arange(SIZE_PX) + 0.5) / (SIZE_PX / 2) - 1.0
_X: Plane = np.broadcast_to(_AXIS[None, :], (SIZE_PX, SIZE_PX))
_Y: Plane = np.broadcast_to(_AXIS[:, None], (SIZE_PX, SIZE_PX))


def phantom(task: str, positive: bool, seed: int, index: int) -> Phantom:
    """The phantom number `index` (0 and up) of one side of a task. Raises `ValueError` for an unknown task."""
    return drawing(task, positive, seed, index).phantom


def drawing(task: str, positive: bool, seed: int, index: int) -> Drawing:
    """The same phantom with its finding's footprint. Raises `ValueError` for an unknown task."""
    if task not in TASK_NUMBERS:
        raise ValueError(f"No phantom of {task!r}. Known: {', '.join(TASK_NUMBERS)}.")
    dice = _Dice((TASK_NUMBERS[task], int(positive), seed, index))
    difficulty = dice.share()
    painted = _PAINTERS[task](dice, positive, difficulty)
    image = Image.fromarray((np.clip(painted.rgb, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8))
    return Drawing(Phantom(image, difficulty, *painted.finding), painted.footprint)


class _Dice:
    """Random numbers of one phantom, all of them made from exact uniform draws."""

    def __init__(self, key: tuple[int, ...]) -> None:
        self._bits = np.random.Generator(np.random.PCG64(np.random.SeedSequence(key)))

    def share(self) -> float:
        """Uniform on 0 to 1."""
        return float(self._bits.random())

    def between(self, low: float, high: float) -> float:
        """Uniform on low to high."""
        return low + (high - low) * self.share()

    def below(self, count: int) -> int:
        """A whole number from 0 to count - 1."""
        return min(int(self.share() * count), count - 1)

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.share() < share

    def direction(self) -> tuple[float, float]:
        """A unit vector."""
        while True:
            x, y = self.between(-1.0, 1.0), self.between(-1.0, 1.0)
            length = float(np.sqrt(x * x + y * y))
            if 0.1 < length <= 1.0:
                return x / length, y / length

    def grain(self) -> Plane:
        """Pixel noise (64, 64): mean 0, standard deviation 1 (three uniforms added, rounded alike everywhere)."""
        parts = self._bits.random((3, SIZE_PX, SIZE_PX))
        noise: Plane = (parts[0] + parts[1] + parts[2] - 1.5) * 2.0
        return noise

    def clouds(self, cells: int) -> Plane:
        """Smooth noise (64, 64) between -1 and 1: a grid of `cells` by `cells`, interpolated."""
        grid = self._bits.random((cells + 1, cells + 1)) * 2.0 - 1.0
        place = (np.arange(SIZE_PX) + 0.5) * (cells / SIZE_PX)
        low = place.astype(np.int64)
        part = place - low
        rows: Plane = grid[low] * (1.0 - part)[:, None] + grid[low + 1] * part[:, None]
        mixed: Plane = rows[:, low] * (1.0 - part)[None, :] + rows[:, low + 1] * part[None, :]
        return mixed


def _step(value: Plane, low: float, high: float) -> Plane:
    """0 below `low`, 1 above `high`, a smooth ramp between them."""
    ramp = np.clip((value - low) / (high - low), 0.0, 1.0)
    smooth: Plane = ramp * ramp * (3.0 - 2.0 * ramp)
    return smooth


def _radius(
    centre: tuple[float, float], radii: tuple[float, float], direction: tuple[float, float] = (1.0, 0.0)
) -> Plane:
    """Distance from the centre of an ellipse, 1 on its edge. `direction` is that of its first radius."""
    dx, dy = _X - centre[0], _Y - centre[1]
    along = (dx * direction[0] + dy * direction[1]) / radii[0]
    across = (dy * direction[0] - dx * direction[1]) / radii[1]
    return np.sqrt(along * along + across * across)


def _disc(
    centre: tuple[float, float],
    radii: tuple[float, float],
    direction: tuple[float, float] = (1.0, 0.0),
    soft: float = 0.15,
) -> Plane:
    """A filled ellipse, 1 inside and 0 outside; `soft` is half the width of its edge, in radii."""
    return 1.0 - _step(_radius(centre, radii, direction), 1.0 - soft, 1.0 + soft)


def _mix(easy: float, hard: float, difficulty: float) -> float:
    return easy + (hard - easy) * difficulty


def _grey(plane: Plane) -> Plane:
    return np.repeat(plane[:, :, None], 3, axis=2)


def _blend(rgb: Plane, colour: tuple[float, float, float], cover: Plane) -> Plane:
    return rgb + (np.asarray(colour) - rgb) * cover[:, :, None]


def _veiled(values: Plane, difficulty: float) -> Plane:
    """Hard pictures are hazy on both sides: up to three tenths of the way to a pale grey."""
    return values + (0.5 - values) * (0.3 * difficulty)


# Brain MRI: skull, folded tissue, ventricles and, on the positive side, a bright mass.
def _brain(dice: _Dice, positive: bool, difficulty: float) -> _Painted:
    tilt = dice.between(-0.05, 0.05)
    along = (tilt, -1.0)
    size = dice.between(0.94, 1.05)
    skull = _radius((0.0, 0.0), (0.88 * size, 0.74 * size), along)
    tissue = 1.0 - _step(skull, 0.84, 0.90)
    grey = 0.04 + 0.62 * (1.0 - _step(skull, 0.98, 1.04)) * _step(skull, 0.9, 0.96)
    grey = grey + tissue * (0.40 + 0.07 * dice.clouds(9) + 0.05 * dice.clouds(4) + dice.between(-0.04, 0.04))
    grey = grey - 0.10 * tissue * _step(1.0 - np.abs(_X - tilt * _Y), 0.95, 1.0)
    grey = grey - _ventricles(dice, grey)
    finding, footprint = _NONE, np.zeros_like(grey)
    if positive:
        finding, footprint, light = _brain_mass(dice, difficulty)
        grey = grey + light * tissue
    grey = _veiled(grey, difficulty) + dice.grain() * _mix(0.02, 0.065, difficulty)
    return _Painted(_grey(grey), footprint, finding)


def _ventricles(dice: _Dice, grey: Plane) -> Plane:
    width = dice.between(0.07, 0.12)
    dark = np.zeros_like(grey)
    for side in (-1.0, 1.0):
        horn = _disc((side * 0.12, dice.between(-0.12, 0.0)), (0.30, width), (0.25 * side, 0.968), 0.3)
        dark = np.maximum(dark, horn)
    return 0.26 * dark


def _brain_mass(dice: _Dice, difficulty: float) -> tuple[_Finding, Plane, Plane]:
    """Finding, footprint and added light."""
    side, front = (-1.0 if dice.chance(0.5) else 1.0), dice.chance(0.5)
    centre = (side * dice.between(0.24, 0.42), dice.between(-0.48, -0.16) if front else dice.between(0.16, 0.48))
    radius = _mix(0.25, 0.13, difficulty) * dice.between(0.9, 1.1)
    contrast = _mix(0.52, 0.20, difficulty) * dice.between(0.9, 1.1)
    radii, direction = (radius * dice.between(1.0, 1.2), radius * dice.between(0.8, 1.0)), dice.direction()
    mass = _disc(centre, radii, direction, 0.25)
    ring = dice.chance(0.4)
    light = mass * (1.0 + 0.2 * dice.clouds(12))
    if ring:
        light = light * (0.15 + 0.85 * _step(_radius(centre, radii, direction), 0.35, 0.75))
    oedema = 0.25 * (1.0 - _step(_radius(centre, (radius * 2.0, radius * 2.0)), 0.4, 1.0))
    kind = "ring-enhancing mass" if ring else "bright mass"
    location = f"{'left' if side < 0 else 'right'} {'frontal' if front else 'parietal'} region"
    finding = _Finding(kind, location, radius * SIZE_PX, min(contrast, 1.0), 1)
    return finding, mass, contrast * (light + oedema)


# Chest X-ray: two dark lungs, ribs, heart and, on the positive side, pale patches in a lung.
def _chest(dice: _Dice, positive: bool, difficulty: float) -> _Painted:
    air = np.zeros_like(_X)
    for side in (-1.0, 1.0):
        lung = _disc((side * 0.42, dice.between(-0.06, 0.02)), (0.74, dice.between(0.28, 0.33)), (0.06 * side, 0.998))
        air = np.maximum(air, lung)
    body = _disc((0.0, 0.2), (0.98, 1.3), soft=0.08)
    grey = 0.05 + body * (0.60 + 0.10 * _Y)
    grey = grey - air * (0.36 + 0.05 * dice.clouds(6)) + _ribs(dice, air) + air * 0.05 * dice.clouds(14)
    heart = _disc((0.10, 0.34), (dice.between(0.28, 0.38), 0.32), (0.87, 0.493), 0.2)
    grey = np.maximum(grey, 0.66 * np.maximum(heart, _disc((0.0, -0.1), (0.13, 1.0), soft=0.3)))
    grey = np.maximum(grey, 0.68 * _step(_Y - 0.08 * (_X * _X), 0.70, 0.82) * body)
    finding, footprint = _NONE, np.zeros_like(grey)
    if positive:
        finding, footprint = _chest_patches(dice, difficulty)
        footprint = footprint * air
        grey = grey + finding.contrast * footprint
    grey = _veiled(grey, difficulty) + dice.grain() * _mix(0.02, 0.075, difficulty) + dice.between(-0.03, 0.03)
    return _Painted(_grey(grey), footprint, finding)


def _ribs(dice: _Dice, air: Plane) -> Plane:
    """Pale arcs across the lungs."""
    offset, gap = dice.between(0.0, 0.28), 0.28
    place = (_Y + 0.35 * _X * _X + offset + 2.0) / gap
    wave = np.abs(place - np.floor(place) - 0.5)
    return 0.06 * (1.0 - _step(wave, 0.08, 0.22)) * (0.4 + 0.6 * air)


_ZONES = ("upper", "middle", "lower")


def _chest_patches(dice: _Dice, difficulty: float) -> tuple[_Finding, Plane]:
    """Finding and cover: one dense consolidation, or two to four smaller opacities around one zone."""
    side, zone = (-1.0 if dice.chance(0.5) else 1.0), dice.below(3)
    centre = (side * dice.between(0.38, 0.50), -0.42 + 0.40 * zone + dice.between(-0.06, 0.06))
    radius = _mix(0.30, 0.20, difficulty) * dice.between(0.9, 1.1)
    contrast = _mix(0.34, 0.13, difficulty) * dice.between(0.9, 1.1)
    if dice.chance(0.5):
        kind, count = "consolidation", 1
        cover = _disc(centre, (radius, radius * 0.85), dice.direction(), 0.4)
    else:
        kind, count = "patchy opacities", 2 + dice.below(3)
        cover = np.zeros_like(_X)
        for _ in range(count):
            spot = (centre[0] + dice.between(-0.16, 0.16), centre[1] + dice.between(-0.22, 0.22))
            part = radius * dice.between(0.55, 0.75)
            cover = np.maximum(cover, _disc(spot, (part, part), soft=0.5))
    cover = cover * (0.9 + 0.25 * dice.clouds(10))
    location = f"{'left' if side < 0 else 'right'} {_ZONES[zone]} zone"
    return _Finding(kind, location, radius * SIZE_PX, contrast, count), np.clip(cover, 0.0, 1.0)


# Dermoscopy: a pigmented lesion on skin; irregular border, asymmetry and several colors on the positive side.
def _skin(dice: _Dice, positive: bool, difficulty: float) -> _Painted:
    tone = dice.between(-0.06, 0.06)
    rgb = np.stack([np.full_like(_X, level + tone) for level in (0.86, 0.66, 0.56)], axis=2)
    rgb = rgb + (0.04 * dice.clouds(5))[:, :, None]
    centre = (dice.between(-0.18, 0.18), dice.between(-0.18, 0.18))
    radius = dice.between(0.40, 0.56)
    uneven = _mix(0.25, 0.08, difficulty) if positive else dice.between(0.0, 0.03) + 0.065 * difficulty
    motley = _mix(0.75, 0.25, difficulty) if positive else dice.between(0.0, 0.10) + 0.20 * difficulty
    if positive:
        kind = ("irregular border", "several colors")[dice.below(2)]
        uneven, motley = (uneven, motley * 0.75) if kind == "irregular border" else (uneven * 0.75, motley)
    edge = _radius(centre, (radius, radius * dice.between(0.82, 1.0)), dice.direction())
    lesion = 1.0 - _step(edge * (1.0 + uneven * _lobes(dice, centre)), 0.9, 1.1)
    brown = (dice.between(0.40, 0.52), dice.between(0.24, 0.31), dice.between(0.15, 0.20))
    rgb = _blend(rgb, brown, lesion * 0.9)
    rgb = rgb + (0.05 * lesion * dice.clouds(10))[:, :, None]
    rgb = _colours(dice, rgb, lesion, motley)
    rgb = _hairs(dice, rgb)
    rgb = _veiled(rgb, difficulty) + dice.grain()[:, :, None] * _mix(0.015, 0.06, difficulty)
    if not positive:
        return _Painted(rgb, np.zeros_like(_X), _NONE)
    finding = _Finding(kind, _nine_zones(centre), radius * SIZE_PX, min(1.0, motley + uneven), 1)
    return _Painted(rgb, lesion * _mix(1.0, 0.5, difficulty), finding)


def _lobes(dice: _Dice, centre: tuple[float, float]) -> Plane:
    """An outline's bumps: harmonics 2, 3 and 5 of the angle around the centre, as polynomials of its cosine."""
    dx, dy = _X - centre[0], _Y - centre[1]
    length = np.sqrt(dx * dx + dy * dy) + 1e-6
    total = np.zeros_like(_X)
    for order, weight in ((2, 0.5), (3, 0.8), (5, 0.6)):
        ux, uy = dice.direction()
        cosine = (dx * ux + dy * uy) / length
        before, now = np.ones_like(cosine), cosine
        for _ in range(order - 1):
            before, now = now, 2.0 * cosine * now - before
        total = total + weight * now
    return total


def _colours(dice: _Dice, rgb: Plane, lesion: Plane, motley: float) -> Plane:
    """Areas of black, red, blue-grey and pale in the lesion, as strong as `motley`."""
    palette = ((0.10, 0.07, 0.07), (0.68, 0.20, 0.16), (0.38, 0.44, 0.56), (0.80, 0.66, 0.58))
    for colour in palette:
        rgb = _blend(rgb, colour, lesion * motley * _step(dice.clouds(5), 0.15, 0.55))
    return rgb


def _hairs(dice: _Dice, rgb: Plane) -> Plane:
    for _ in range(dice.below(4)):
        ux, uy = dice.direction()
        offset, bend = dice.between(-0.7, 0.7), dice.between(-0.2, 0.2)
        along, across = _X * ux + _Y * uy, _Y * ux - _X * uy
        line = 1.0 - _step(np.abs(across - offset - bend * along * along), 0.015, 0.05)
        rgb = _blend(rgb, (0.20, 0.14, 0.11), 0.7 * line)
    return rgb


def _nine_zones(centre: tuple[float, float]) -> str:
    row = "upper" if centre[1] < -0.07 else "lower" if centre[1] > 0.07 else ""
    column = "left" if centre[0] < -0.07 else "right" if centre[0] > 0.07 else ""
    return f"{row} {column} part".replace("  ", " ").strip() if row or column else "center"


# Histopathology: ducts in pink stroma against crowded, irregular nuclei. The two sides run into each other.
def _histology(dice: _Dice, positive: bool, difficulty: float) -> _Painted:
    shift = (1.0 if positive else -1.0) * _mix(0.28, 0.02, difficulty)
    grade = min(1.0, max(0.0, 0.5 + shift + dice.between(-0.38, 0.38)))
    rgb = np.stack([np.full_like(_X, level + dice.between(-0.03, 0.03)) for level in (0.90, 0.68, 0.80)], axis=2)
    rgb = rgb + (0.07 * dice.clouds(7))[:, :, None] * np.asarray((0.5, 1.0, 0.6))
    rgb, crowd = _ducts(dice, rgb, grade), np.zeros_like(_X)
    count = int(14 + 42 * grade + dice.between(-5.0, 5.0))
    for _ in range(count):
        nucleus = _nucleus(dice, (dice.between(-1.0, 1.0), dice.between(-1.0, 1.0)), grade)
        crowd = np.maximum(crowd, nucleus)
    rgb = _blend(rgb, (0.36, 0.20, 0.52), 0.85 * crowd)
    rgb = _veiled(rgb, difficulty) + dice.grain()[:, :, None] * _mix(0.02, 0.06, difficulty)
    if not positive:
        return _Painted(rgb, np.zeros_like(_X), _NONE)
    kind = "crowded irregular nuclei" if dice.chance(0.5) else "loss of ducts"
    contrast = min(1.0, max(0.0, 2.0 * (grade - 0.5)))
    zone = "upper part" if dice.chance(0.5) else "lower part"
    return _Painted(rgb, np.full_like(_X, grade), _Finding(kind, zone, float(SIZE_PX), contrast, max(count, 1)))


def _nucleus(dice: _Dice, centre: tuple[float, float], grade: float) -> Plane:
    radius = (0.055 + 0.045 * grade) * dice.between(1.0 - 0.5 * grade, 1.0 + 0.5 * grade)
    return _disc(centre, (radius * (1.0 + 0.6 * grade), radius), dice.direction(), 0.3)


def _ducts(dice: _Dice, rgb: Plane, grade: float) -> Plane:
    """Pale lumina with a rim of cells; they become rarer and fainter as the grade rises."""
    for _ in range(3):
        centre = (dice.between(-0.75, 0.75), dice.between(-0.75, 0.75))
        radius, shown = dice.between(0.24, 0.36), 1.0 if dice.chance(1.25 - 1.25 * grade) else 0.0
        edge = _radius(centre, (radius, radius * dice.between(0.75, 1.0)), dice.direction())
        rgb = _blend(rgb, (0.97, 0.92, 0.95), shown * (1.0 - _step(edge, 0.55, 0.75)))
        rgb = _blend(rgb, (0.44, 0.26, 0.58), shown * 0.8 * _step(edge, 0.60, 0.80) * (1.0 - _step(edge, 1.0, 1.2)))
    return rgb


_PAINTERS: dict[str, Callable[[_Dice, bool, float], _Painted]] = {
    "brain_tumor": _brain,
    "pneumonia": _chest,
    "skin_cancer": _skin,
    "breast_histopathology": _histology,
}

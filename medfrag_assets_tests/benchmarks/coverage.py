"""Proves the intervals and tests on simulated studies whose truth is known.

    python -m medfrag_assets_tests.benchmarks.coverage --json FILE [--studies N]

Intervals must cover the truth as often as they say, tests must reject a true null hypothesis as rarely as they say.
10,000 studies a setting (2,000 where one costs more than 10 ms), or N. The exit status is 0 whether targets are met or
not: the file says which. docs/statistics.md has the tables. Some half an hour of CPU time, on all cores.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from functools import lru_cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from scipy.special import ndtr, ndtri

from medfrag_assets.statistics.cells import cell_statistics
from medfrag_assets.statistics.comparisons import comparisons
from medfrag_assets.statistics.intervals import effective_n, wilson_ends
from medfrag_assets.statistics.paired import adjusted, mcnemar_mid_p, paired_differences, paired_sign_flips
from medfrag_assets.statistics.probes import paired_gap
from medfrag_assets.study.load import load_study
from medfrag_assets.study.spec import Study
from medfrag_assets_tests.fixtures.simulator import Codes, Design, Floats, Mask, respond, simulate

STUDIES, COSTLY_STUDIES = 10_000, 2_000
_AT_ONCE = 250
_LEVEL = 0.05
_METRICS = ("balanced_accuracy", "balanced_accuracy_90", "auroc")
_KINDS = ("medical_minus_base", "task_minus_easiest", "interaction")
# Variances shared by responses to a group, an image, and one model's reading of an image.
CORRELATIONS = {"weak": (0.02, 0.02, 0.01), "medium": (0.1, 0.15, 0.1), "strong": (0.3, 0.3, 0.2)}
# Images a group has, in turn.
SIZES = {"one image": (1,), "1 to 4": (1, 2, 3, 4), "a tenth with 8": (8, *(1,) * 9)}
WILSON, CLUSTERED, FLIPS, AT_MOST = (0.94, 0.96), (0.935, 0.965), (0.04, 0.06), (0.0, 0.055)
NINETY = (0.885, 0.915)


class Result(NamedTuple):
    """A rate over simulated studies, and the range it must keep to; no range where only what happens is shown."""

    proof: str
    setting: str
    studies: int
    rate: float
    lowest: float | None
    highest: float | None

    @property
    def met(self) -> bool | None:
        """Whether the rate keeps to its range."""
        if self.lowest is None or self.highest is None:
            return None
        return self.lowest <= self.rate <= self.highest


class Proof(NamedTuple):
    """What a rate is the rate of, and the range it must keep to, if any."""

    name: str
    target: tuple[float, float] | None = None


class Job(NamedTuple):
    """A setting that one process simulates: name of a function of this module, its arguments, and what it returns."""

    function: str
    arguments: dict[str, Any]
    proofs: tuple[Proof, ...]
    setting: str
    costly: bool = False


def clustered(clusters: int, sizes: str, correlation: str, accuracy: Sequence[float], **more: Any) -> Design:
    """A design with that many groups of images."""
    shared = CORRELATIONS[correlation]
    return Design(accuracy=tuple(accuracy), group=shared[0], image=shared[1], reading=shared[2])._replace(
        group_sizes=SIZES[sizes], images=int(np.resize(SIZES[sizes], clusters).sum()), **more
    )


# What is simulated. Every function returns the rate, or rates, of one setting.


def wilson_covers(rng: np.random.Generator, studies: int, n: int) -> float:
    """How often Wilson's interval of n independent rows covers p, which is uniform from .05 to .95."""
    p = rng.uniform(0.05, 0.95, studies)
    low, high = wilson_ends(rng.binomial(n, p).astype(np.float64), np.full(studies, float(n)))
    return float(((low <= p) & (p <= high)).mean())


def share_covers(rng: np.random.Generator, studies: int, design: Design) -> float:
    """How often the interval of pooled strict accuracy, clustered by group, covers the truth."""
    truth, groups = design.strict_accuracy[0], design.groups
    sizes = np.bincount(groups).astype(np.float64) * len(design.wording_effects)
    covered = 0
    for part in _parts(rng, studies, design):
        hits = _by_group(part[:, 0].sum(axis=2), groups)
        low, high = clustered_share(hits, sizes)
        covered += int(((low <= truth) & (truth <= high)).sum())
    return covered / studies


def clustered_share(hits: Floats, sizes: Floats) -> tuple[Floats, Floats]:
    """(studies, groups) hits, (groups,) rows of each -> ends of the interval of each study's share."""
    studies = len(hits)
    shares = np.repeat(np.arange(studies), hits.shape[1])
    effective = effective_n(np.tile(sizes, studies), hits.ravel(), shares, studies)
    return wilson_ends(hits.sum(axis=1) / sizes.sum() * effective, effective)


def difference(rng: np.random.Generator, studies: int, design: Design) -> tuple[float, float]:
    """How often the interval of a paired difference covers the truth, and how often the sign-flip test rejects 0."""
    truth = design.strict_accuracy[0] - design.strict_accuracy[1]
    covered = rejected = 0
    for part in _parts(rng, studies, design):
        means = part.mean(axis=3)
        first, second = means[:, 0].T, means[:, 1].T
        found = paired_differences(first, second, design.groups)
        # Without any variation there is no interval, and then there is nothing that covers.
        covered += int(((found.low <= truth) & (truth <= found.high)).sum())
        rejected += int((paired_sign_flips(first, second, design.groups) <= _LEVEL).sum())
    return covered / studies, rejected / studies


def mcnemar_rejects(rng: np.random.Generator, studies: int, design: Design) -> float:
    """How often mid-p McNemar rejects that two models are equally good under one wording; images are independent."""
    rejected = 0
    for part in _parts(rng, studies, design):
        one, other = part[:, 0, :, 0], part[:, 1, :, 0]
        p = mcnemar_mid_p((one & ~other).sum(axis=1), (other & ~one).sum(axis=1))
        rejected += int((p <= _LEVEL).sum())
    return rejected / studies


def holm_errs(rng: np.random.Generator, studies: int, design: Design, contrasts: int, gains: Sequence[float]) -> float:
    """How often at least one of the contrasts without a gain is rejected, corrected with Holm's method.

    gains: of the first contrasts; the rest of them have none.
    """
    true_null = np.arange(contrasts) >= len(gains)
    p = np.ones((studies, contrasts))
    for contrast in range(contrasts):
        gain = gains[contrast] if contrast < len(gains) else 0.0
        own = design._replace(accuracy=(design.accuracy[0], design.accuracy[0] + gain))
        done = 0
        for part in _parts(rng, studies, own):
            means = part.mean(axis=3)
            p[done : done + len(part), contrast] = paired_sign_flips(means[:, 0].T, means[:, 1].T, own.groups)
            done += len(part)
    corrected = np.array([adjusted(row, "holm") for row in p.tolist()], dtype=np.float64)
    return float((corrected[:, true_null] <= _LEVEL).any(axis=1).mean())


def gap_covers(rng: np.random.Generator, studies: int, design: Design) -> float:
    """How often the interval of the probe gap covers 0, where a probe is right as often as the answers.

    The probe decides each image once: the second model under its first wording stands for it.
    """
    names, decisions = design.groups.astype(str), (1.0, float(len(design.wording_effects)))
    covered = 0
    for part in _parts(rng, studies, design):
        for study in part:
            gap = paired_gap(study[1, :, 0].astype(np.float64), study[0].mean(axis=1), names, 0, decisions)
            covered += gap.low is not None and gap.high is not None and gap.low <= 0 <= gap.high
    return covered / studies


def published_covers(rng: np.random.Generator, studies: int, design: Design) -> tuple[float, ...]:
    """How often the intervals of the table `comparisons` cover the truth, by kind of `_KINDS`, two tasks a study.

    Models are equally good on both tasks: no gain, no interaction, no fall.
    """
    study = _two_tasks()
    parts = []
    for _ in range(studies):
        tasks = [simulate(rng, design, task) for task in study.tasks]
        answers, images = (pl.concat([getattr(task, name) for task in tasks]) for name in ("answers", "images"))
        parts.append(comparisons(study, tasks[0].checkpoints, answers, images).filter(pl.col("prompt_id").is_null()))
    found = pl.concat(parts).filter(pl.col("outcome").is_in(["strict_accuracy", "balanced_accuracy"]))
    covers = (pl.col("low") <= 0) & (pl.col("high") >= 0)
    rates = dict(found.group_by("kind").agg(covers.fill_null(value=False).mean()).iter_rows())
    return tuple(rates[kind] for kind in _KINDS)


def estimates_cover(rng: np.random.Generator, studies: int, design: Design) -> tuple[float, ...]:
    """How often intervals of the table `statistics` cover the truth, by metric of `_METRICS`, pooled over wordings.

    A score is the strength of an answer with the sign of its side, normal around plus or minus the threshold of the
    accuracy, so that one of a positive image exceeds one of a negative image with the probability Φ(√2 threshold).
    """
    accuracy = design.accuracy[0]
    truth = dict.fromkeys(_METRICS, accuracy) | {"auroc": float(ndtr(np.sqrt(2) * ndtri(accuracy)))}
    parts = []
    for _ in range(studies):
        found = simulate(rng, design)
        rows = cell_statistics(found.answers, found.images, found.prompts, found.option_scores)
        parts.append(rows.filter(pl.col("prompt_id").is_null(), pl.col("metric").is_in(_METRICS)))
    right = pl.col("metric").replace_strict(truth, return_dtype=pl.Float64)
    covers = (pl.col("low") <= right) & (right <= pl.col("high"))
    rates = dict(pl.concat(parts).group_by("metric").agg(covers.fill_null(value=False).mean()).iter_rows())
    return tuple(rates[metric] for metric in _METRICS)


@lru_cache(maxsize=1)
def _two_tasks() -> Study:
    study = load_study("embedded")
    return study.model_copy(update={"tasks": dict(list(study.tasks.items())[:2])})


def _parts(rng: np.random.Generator, studies: int, design: Design) -> Iterator[Mask]:
    """Right answers (studies, models, images, wordings) in parts that fit into memory."""
    for start in range(0, studies, _AT_ONCE):
        yield respond(rng, design, min(_AT_ONCE, studies - start)).correct


def _by_group(values: npt.NDArray[Any], groups: Codes) -> Floats:
    """(studies, images) -> (studies, groups) sums; images of a group follow one another."""
    sums: Floats = np.add.reduceat(values, np.flatnonzero(np.diff(groups, prepend=-1)), axis=1).astype(np.float64)
    return sums


# The settings


def jobs() -> list[Job]:
    """Every setting that is simulated."""
    wilson = [Job("wilson_covers", {"n": n}, (Proof("Wilson", WILSON),), f"n {n}") for n in (50, 100, 520)]
    return [*wilson, *_shares(), *_differences(), *_mcnemar(), *_holm(), *_gaps(), *_published(), *_estimates()]


def _shares() -> Iterator[Job]:
    inside = product((50, 100, 260), ("one image", "1 to 4"), CORRELATIONS, (0.1, 0.3, 0.5, 0.7, 0.9))
    outside = [
        *product((10, 20, 30), ("one image", "1 to 4"), ("weak", "strong"), (0.1, 0.5)),
        *product((50, 100, 260), ("one image", "1 to 4"), ("weak", "strong"), (0.02,)),
        *product((50, 100, 260), ("a tenth with 8",), ("weak", "strong"), (0.1, 0.5)),
    ]
    proof = Proof("share, clustered", CLUSTERED)
    for what, settings in ((proof, inside), (Proof(f"{proof.name}, outside"), outside)):
        for clusters, sizes, correlation, accuracy in settings:
            design = clustered(clusters, sizes, correlation, [accuracy])
            yield Job("share_covers", {"design": design}, (what,), _said(clusters, sizes, correlation, accuracy))
    for refused in (0.1, 0.4):
        design = clustered(100, "1 to 4", "strong", [0.7], refused=refused, hedged=0.05)
        setting = f"{_said(100, '1 to 4', 'strong', 0.7)}, refused {refused:g}, hedged 0.05"
        yield Job("share_covers", {"design": design}, (proof,), setting)


def _differences() -> Iterator[Job]:
    pairs = ((0.1, 0.1), (0.5, 0.5), (0.9, 0.9), (0.6, 0.5), (0.9, 0.7), (0.2, 0.1))
    inside = [*product((50, 100, 260), ("one image", "1 to 4"), ("weak", "strong"), pairs)]
    outside = [
        *product((10, 20, 30), ("one image", "1 to 4"), ("weak", "strong"), ((0.5, 0.5), (0.9, 0.7))),
        *product((100,), ("one image", "1 to 4"), ("weak", "strong"), ((0.02, 0.02),)),
        *product((50, 100), ("a tenth with 8",), ("weak", "strong"), ((0.5, 0.5), (0.9, 0.7))),
    ]
    for where, settings in (("", inside), (", outside", outside)):
        for clusters, sizes, correlation, accuracies in settings:
            same = accuracies[0] == accuracies[1]
            proofs = (
                Proof(f"paired difference{where}", None if where else CLUSTERED),
                # Of models that differ, rejections are power: shown, no target.
                Proof(f"sign flips reject{where}", None if where else FLIPS) if same else Proof("sign flips, power"),
            )
            design = clustered(clusters, sizes, correlation, accuracies)
            yield Job("difference", {"design": design}, proofs, _said(clusters, sizes, correlation, *accuracies))


def _mcnemar() -> Iterator[Job]:
    for images, correlation, accuracy in product((50, 100, 520), ("weak", "strong"), (0.1, 0.5, 0.9)):
        design = clustered(images, "one image", correlation, (accuracy, accuracy), wording_effects=(0.0,))
        setting = f"{images} images, {correlation}, accuracy {accuracy:g}"
        yield Job("mcnemar_rejects", {"design": design}, (Proof("mid-p McNemar rejects", AT_MOST),), setting)


def _holm() -> Iterator[Job]:
    for correlation, gains in product(("weak", "strong"), ((), (0.15,) * 4)):
        design = clustered(100, "one image", correlation, (0.6,))
        arguments = {"design": design, "contrasts": 8, "gains": gains}
        setting = f"8 contrasts, {len(gains)} with a gain of 0.15, 100 images, {correlation}"
        yield Job("holm_errs", arguments, (Proof("Holm, any false rejection", AT_MOST),), setting)


def _gaps() -> Iterator[Job]:
    for clusters, sizes, correlation, accuracy in product((50, 100), ("one image", "1 to 4"), CORRELATIONS, (0.6, 0.9)):
        design = clustered(clusters, sizes, correlation, (accuracy, accuracy))
        setting = _said(clusters, sizes, correlation, accuracy)
        yield Job("gap_covers", {"design": design}, (Proof("probe gap covers 0", CLUSTERED),), setting)


def _published() -> Iterator[Job]:
    for correlation in ("weak", "strong"):
        proofs = tuple(Proof(f"comparisons, {kind}", CLUSTERED) for kind in _KINDS)
        design = clustered(100, "1 to 4", correlation, (0.7, 0.7))
        yield Job("published_covers", {"design": design}, proofs, _said(100, "1 to 4", correlation, 0.7), costly=True)


def _estimates() -> Iterator[Job]:
    for clusters, sizes, correlation, accuracy in product(
        (50, 100), ("one image", "1 to 4"), ("weak", "strong"), (0.6, 0.8, 0.9)
    ):
        # An accuracy of .9 is an AUROC of .97.
        auroc = Proof("auroc", CLUSTERED) if accuracy < 0.9 else Proof("auroc, outside")
        proofs = (Proof(_METRICS[0], CLUSTERED), Proof(_METRICS[1], NINETY), auroc)
        design = clustered(clusters, sizes, correlation, (accuracy,))
        setting = _said(clusters, sizes, correlation, accuracy)
        yield Job("estimates_cover", {"design": design}, proofs, setting, costly=True)


def _said(clusters: int, sizes: str, correlation: str, *accuracies: float) -> str:
    return f"{clusters} groups, {sizes}, {correlation}, accuracy {' and '.join(f'{value:g}' for value in accuracies)}"


# Running them


def run(job: Job, number: int, studies: int | None = None) -> list[Result]:
    """The rates of one setting, seeded by its number."""
    count = studies or (COSTLY_STUDIES if job.costly else STUDIES)
    found = globals()[job.function](np.random.default_rng([7, number]), count, **job.arguments)
    rates = found if isinstance(found, tuple) else (found,)
    return [
        Result(proof.name, job.setting, count, rate, *(proof.target or (None, None)))
        for proof, rate in zip(job.proofs, rates, strict=True)
    ]


def run_all(studies: int | None, console: Console) -> list[Result]:
    """Every setting, on as many processes as there are cores, with a progress bar in a terminal."""
    # One thread each: processes share the cores already.
    for library in ("OMP", "OPENBLAS", "MKL", "POLARS"):
        os.environ[f"{library}_{'MAX' if library == 'POLARS' else 'NUM'}_THREADS"] = "1"
    todo = jobs()
    # Not forked: Polars has threads of its own, which a fork would leave behind.
    pool = ProcessPoolExecutor(mp_context=get_context("spawn"))
    with pool, Progress(console=console, disable=not console.is_terminal) as progress:
        # The costly ones first, so that no core is idle in the end.
        order = sorted(range(len(todo)), key=lambda number: not todo[number].costly)
        started: dict[Future[list[Result]], int] = {pool.submit(run, todo[at], at, studies): at for at in order}
        bar = progress.add_task("simulated settings", total=len(todo))
        found: dict[int, list[Result]] = {}
        for done in as_completed(started):
            found[started[done]] = done.result()
            progress.advance(bar)
    return [result for number in range(len(todo)) for result in found[number]]


def summary(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Per proof: settings, least and greatest rate, and how many settings miss the target."""
    lines = []
    for proof in dict.fromkeys(result.proof for result in results):
        own = [result for result in results if result.proof == proof]
        rates = [result.rate for result in own]
        missed = [result.setting for result in own if result.met is False]
        lines.append(
            {"proof": proof, "settings": len(own), "studies": own[0].studies, "least": min(rates)}
            | {"greatest": max(rates), "mean": float(np.mean(rates)), "lowest": own[0].lowest}
            | {"highest": own[0].highest, "missed": missed}
        )
    return lines


def _shown(lines: Sequence[dict[str, Any]]) -> Table:
    table = Table("proof", "settings", "studies each", "least %", "mean %", "greatest %", "target %", "missed")
    for line in lines:
        target = "" if line["lowest"] is None else f"{line['lowest'] * 100:g} to {line['highest'] * 100:g}"
        rates = [f"{line[name] * 100:.1f}" for name in ("least", "mean", "greatest")]
        table.add_row(
            line["proof"], str(line["settings"]), str(line["studies"]), *rates, target, str(len(line["missed"]))
        )
    return table


def main(arguments: Sequence[str] | None = None) -> None:
    """Simulates, prints a table and writes all rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, required=True, help="file that gets every rate")
    parser.add_argument("--studies", type=int, help="simulated studies a setting")
    options = parser.parse_args(arguments)
    if options.studies is not None and options.studies < 1:
        parser.error("--studies is at least 1")
    console = Console(file=sys.stderr)
    results = run_all(options.studies, console)
    lines = summary(results)
    rates = [result._asdict() | {"met": result.met} for result in results]
    options.json.write_text(json.dumps({"summary": lines, "results": rates}, indent=1), encoding="utf-8")
    Console().print(_shown(lines))


if __name__ == "__main__":
    main()

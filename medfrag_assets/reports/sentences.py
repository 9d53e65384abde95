"""The opening sentences of each section of the report, made from its numbers. Every number comes with n and interval.

All functions take rows of the published tables, and give a sentence that says so where there are none to speak of.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from medfrag_assets.reports.numbers import counted, difference, estimate, listed, share, spaced

Row = Mapping[str, Any]
_VERDICTS = ("supported", "contradicted", "undecided")


class Sides(NamedTuple):
    """How many intervals lie wholly above and below a line, and how many estimates there are."""

    above: int
    below: int
    all: int


def sides(rows: Sequence[Row], low: str, high: str, line: Callable[[Row], float] = lambda _: 0.0) -> Sides:
    """Counts intervals against a line (zero unless given). What has no interval lies on neither side of it."""
    whole = [row for row in rows if row[low] is not None and row[high] is not None]
    above = sum(row[low] > line(row) for row in whole)
    return Sides(above, sum(row[high] < line(row) for row in whole), len(rows))


def claims_sentence(claims: Sequence[Row]) -> str:
    """How many claims are supported, contradicted and undecided."""
    verdicts = list({row["claim"]: row["claim_verdict"] for row in claims}.values())
    if not verdicts:
        return "No claim has been decided on: the study has no statistics yet."
    parts = [f"{verdicts.count(verdict)} {_is(verdicts.count(verdict))} {verdict}" for verdict in _VERDICTS]
    return f"Of {counted(len(verdicts), 'claim')} of the published study, {listed(parts)} here, at this n."


def chance_sentence(summary: Sequence[Row]) -> str:
    """In how many cells strict accuracy lies above and below what random answers would reach at that coverage."""
    rows = [row for row in summary if row["coverage"] is not None]
    found = sides(rows, "strict_accuracy_low", "strict_accuracy_high", lambda row: row["coverage"] / 2)
    if not found.all:
        return ""
    return (
        "Random answers would be right in half of the answered cases. The interval lies wholly above that line in "
        f"{found.above} of {counted(found.all, 'cell')} of model and task, and wholly below in {found.below}."
    )


def pairs_sentence(pairs: Sequence[Row]) -> str:
    """How the declared contrasts of strict accuracy came out after Holm's correction."""
    rows = [row for row in pairs if row["declared"] and row["outcome"] == "strict_accuracy"]
    if not rows:
        return "The study declares no contrast of a medical model with its base."
    told = [row for row in rows if row["p_adjusted"] is not None and row["p_adjusted"] < 0.05]
    ahead, behind = (sum(sign * (row["difference"] or 0) > 0 for row in told) for sign in (1, -1))
    return (
        f"On the same images and after Holm's correction, the medical model is ahead of its base in {ahead} of "
        f"{counted(len(rows), 'declared contrast')}, behind in {behind}, and not told apart in "
        f"{len(rows) - ahead - behind}."
    )


def wording_sentences(rows: Sequence[Row]) -> tuple[str, ...]:
    """The widest range of accuracy over wordings of one meaning, and how often ranges exceed that of chance."""
    accuracy = [row for row in rows if row["outcome"] == "accuracy"]
    if not accuracy:
        return ("No meaning was asked in more than one wording, so there is nothing to compare.",)
    widest = max(accuracy, key=lambda row: row["range"])
    counts = [_beyond_chance([row for row in rows if row["outcome"] == name]) for name in ("accuracy", "refusal_rate")]
    return (
        f"Asked in other words of the same meaning, accuracy changes by up to {estimate(widest, 'range')} "
        f"({_where(widest)}, {spaced(widest['meaning'])}, {counted(widest['n_images'], 'image')}); wordings that did "
        f"not matter would show {share(widest['range_by_chance'])}.",
        f"The interval of the range lies wholly above that chance range in {counts[0]} sets of wordings for accuracy, "
        f"and in {counts[1]} for refusals.",
    )


def labels_sentence(labels: Sequence[Row]) -> str:
    """Where responses are answers least and most often, and where refusals are most frequent."""
    answered = [row for row in labels if row["label"] == "answered"]
    if not answered:
        return "There are no responses yet."
    refused = max((row for row in labels if row["label"] == "refused"), key=_rate)
    lowest, highest = min(answered, key=_rate), max(answered, key=_rate)
    return (
        f"A verdict was given in {_rated(lowest)} to {_rated(highest)} of the responses; refusals are most frequent "
        f"with {_rated(refused)}."
    )


def bias_sentences(rows: Sequence[Row]) -> tuple[str, ...]:
    """How often opposite questions and swapped options get the same side, and how often order alone decides."""
    if not rows:
        return ("No wording was asked in both polarities or with both orders of its options.",)
    parts = []
    for metric, words in (
        ("polarity_consistency", "Asked whether an image is abnormal and whether it is normal, answers agree"),
        ("acquiescence", "Yes to both questions"),
        ("order_agreement", "With the two options swapped, answers keep their side"),
    ):
        if found := [row for row in rows if row["metric"] == metric and row["estimate"] is not None]:
            parts.append(f"{words}: {_from_to(found, 'estimate', 'low', 'high')}.")
    leaning = sides([row for row in rows if row["metric"] == "order_bias"], "low", "high")
    if leaning.all:
        parts.append(
            f"Option A is chosen more often than half of the time in {leaning.above} of "
            f"{counted(leaning.all, 'cell')}, less often in {leaning.below} (interval wholly on that side)."
        )
    return tuple(parts) or ("Too few wordings were answered to compare polarities and orders.",)


def reliance_sentences(rows: Sequence[Row]) -> tuple[str, ...]:
    """How much of what a model says changes without the picture."""
    blank = [row for row in rows if row["metric"] == "verdict_changed" and row["control"] == "blank"]
    blank = [row for row in blank if row["estimate"] is not None]
    if not blank:
        return ("No control was asked beside the image, so that reliance on it cannot be seen.",)
    return (
        f"With a blank picture in place of the image, the outcome changes in a share of wordings of "
        f"{_from_to(blank, 'estimate', 'low', 'high')}. What does not change was not read from the picture.",
    )


def ladder_sentences(rows: Sequence[Row]) -> tuple[str, ...]:
    """What probes read from the vision tower, what answers make of it, and in how many cells the two differ."""
    tower, answer = ([row for row in rows if row["rung"] == rung] for rung in ("tower", "answer"))
    if not tower or not answer:
        return ("There are no probes and answers on the same images yet.",)
    gap = sides(tower, "gap_low", "gap_high")
    return (
        f"A linear probe on the vision tower is right in {_from_to(tower, 'accuracy', 'low', 'high')} of the images, "
        f"the generated answer in {_from_to(answer, 'accuracy', 'low', 'high')}.",
        f"The probe is ahead of the answer (interval of the paired gap wholly above 0) in {gap.above} of "
        f"{counted(gap.all, 'cell')}, behind in {gap.below}. The random tower shows what pixels give away by "
        "themselves.",
    )


def description_sentences(rows: Sequence[Row]) -> tuple[str, ...]:
    """What diagnosing from own descriptions gains over asking outright."""
    own = [row for row in rows if row["given"] == "own" and row["gain_over_options"] is not None]
    if not own:
        return ("This study has no diagnostician, or no description was read yet, so there is no gain to show.",)
    gain = sides(own, "gain_over_options_low", "gain_over_options_high")
    return (
        "Describing first and diagnosing from the description, against the forced choice of the closed questions, "
        f"changes balanced accuracy by {_from_to(own, 'gain_over_options', signs=True)}.",
        f"The interval lies wholly above 0 in {gain.above} of {counted(gain.all, 'cell')} and wholly below in "
        f"{gain.below}. Empty and swapped descriptions stand beside it: they show what the diagnostician says anyway.",
    )


def protocol_sentences(rows: Sequence[Row]) -> tuple[str, ...]:
    """What the published procedure changes on the same images."""
    accuracy = [row for row in rows if row["metric"] == "strict_accuracy_effect" and row["estimate"] is not None]
    if not accuracy:
        return ("This study does not ask as published, so there is no effect of the protocol to show.",)
    found = sides(accuracy, "low", "high")
    return (
        "Asked as published (the published procedure with wordings of our own), strict accuracy differs from the "
        f"corrected protocol by {_from_to(accuracy, 'estimate', 'low', 'high', signs=True)} on the same images.",
        f"The interval lies wholly above 0 in {found.above} of {counted(found.all, 'cell')}, wholly below in "
        f"{found.below}.",
    )


def agreement_sentence(rows: Sequence[Row]) -> str:
    """How the raters agree over all outcomes."""
    overall = [row for row in rows if row["scope"] == "all"]
    if not overall:
        return "No two raters have read the same responses yet."
    told = [
        f"{row['first']} and {row['second']} {estimate(row, 'kappa', 'low', 'high')}, "
        f"{counted(row['n'], 'response')}" for row in overall
    ]  # fmt: skip
    return f"Agreement beyond chance, Cohen's kappa: {'; '.join(told)}."


def costs_sentence(rows: Sequence[Row]) -> str:
    """Generations, time, and what was not read twice, over all models and tasks."""
    generations = sum(row["generations"] for row in rows)
    if not generations:
        return "Nothing was generated yet."
    read, shared = sum(row["tokens_read"] for row in rows), sum(row["tokens_shared"] for row in rows)
    seconds = sum(row["seconds"] for row in rows)
    saved = f", {shared / read:.0%} of which another generation had read already" if read else ""
    return (
        f"{generations:,} generations took {seconds:,.0f} seconds of computing. Their prompts hold {read:,} "
        f"tokens{saved}. These are counts, not estimates: they have no interval."
    )


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _beyond_chance(rows: Sequence[Row]) -> str:
    found = sides(rows, "range_low", "range_high", lambda row: row["range_by_chance"])
    return f"{found.above} of {found.all}"


def _from_to(
    rows: Sequence[Row], name: str, low: str | None = None, high: str | None = None, signs: bool = False
) -> str:
    lowest, highest = (end(rows, key=lambda row: row[name]) for end in (min, max))
    told = [_told(row, name, low, high, signs) for row in ((lowest,) if lowest is highest else (lowest, highest))]
    return " to ".join(told)


def _told(row: Row, name: str, low: str | None, high: str | None, signs: bool) -> str:
    number = (difference if signs else estimate)(row, name, low, high)
    return f"{number} [{_where(row)}, n = {row.get('n_images') or row['n']:,}]"


def _where(row: Row) -> str:
    return f"{row['model']} on {spaced(row['task'])}"


def _rate(row: Row) -> float:
    return row["rate"] or 0.0


def _rated(row: Row) -> str:
    return f"{estimate(row, 'rate', 'low', 'high')} [{_where(row)}, {counted(row['n'], 'response')}]"

"""The verdict on checkpoints: the asset check `not_worse` on a real lake, and the webhook that is told of it."""

import logging
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import dagster as dg
import numpy as np
import polars as pl
import pytest

from medfrag_assets.defs.automation.following import coarse
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.statistics.comparisons import compared_from
from medfrag_assets.lake.fingerprints import answers_fingerprint
from medfrag_assets.lake.schemas import ANSWERS, CHECKPOINTS, IMAGES
from medfrag_assets.lake.store import table_file, write_table
from medfrag_assets.reports.webhook import post
from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets_tests.assets.test_stages import QUIET, Bench, failure
from medfrag_assets_tests.fixtures.proxy import Request, Response, serving
from medfrag_assets_tests.fixtures.simulator import Design, simulate
from medfrag_assets_tests.fixtures.studies import small_study
from medfrag_assets_tests.fixtures.tables import frame_of

SECRET = "T0K3N-recognisable"
BASE, FIRST, SECOND = "tiny-gemma@1", "tiny-medgemma@1", "tiny-medgemma@2"
BOTH = f"{SECOND} → {BASE}, {SECOND} → {FIRST}"
HARD, EASY = "skin_cancer", "brain_tumor"
# Strict accuracy by checkpoint: the second revision is worse than the first and than the base, on one task.
WORSE = {EASY: {BASE: 0.7, FIRST: 0.9, SECOND: 0.9}, HARD: {BASE: 0.7, FIRST: 0.8, SECOND: 0.4}}
FINE = {task: {BASE: 0.6, FIRST: 0.7, SECOND: 0.9} for task in (EASY, HARD)}


class Judged(Bench):
    """A lake of simulated answers of a base and two revisions of its medical model, as the real stages write them."""

    def __init__(self, root: Path, accuracy: Mapping[str, Mapping[str, float]], *, current: str = SECOND) -> None:
        super().__init__(small_study(root), root / "data")
        self.register(current)
        for task, of in accuracy.items():
            self._answered(task, of)

    def register(self, current: str) -> None:
        """The register, with this revision of the medical model current."""
        rows = [
            {"checkpoint": key, "model": key.partition("@")[0], "revision": key.partition("@")[2], "pair": "gemma"}
            | {"role": "base" if key == BASE else "medical", "first_seen": f"2026-0{place}-01", "digest": key}
            | {"processor_digest": key, "current": key in (BASE, current)}
            for place, key in enumerate((BASE, FIRST, SECOND), start=1)
        ]
        write_table(table_file(self.paths.lake, CHECKPOINTS), frame_of(CHECKPOINTS, rows), "simulated")

    def _answered(self, task: str, accuracy: Mapping[str, float]) -> None:
        found = simulate(np.random.default_rng(5), Design(tuple(accuracy.values()), images=80), task)
        write_table(table_file(self.paths.lake, IMAGES, task=task), found.images, "simulated")
        for place, key in enumerate(accuracy):
            alias, _, revision = key.partition("@")
            checkpoint = Checkpoint(alias, revision, Path(), key, key)
            own = found.answers.filter(model=f"m{place}")
            own = own.with_columns(model=pl.lit(alias), checkpoint=pl.lit(key))
            made_from = answers_fingerprint(self.study, task, checkpoint)
            write_table(table_file(self.paths.lake, ANSWERS, key, task), own, made_from)

    def verdict(self, *more: str) -> tuple[dg.AssetCheckEvaluation, dg.ExecuteInProcessResult]:
        """Materializes comparisons (and what is named besides) in a run that has to succeed. What the check says."""
        result = self.materialize("comparisons", *more)
        assert result.success, failure(result)
        found = [each for each in result.get_asset_check_evaluations() if each.check_name == "not_worse"]
        return found[0], result

    def events(self, result: dg.ExecuteInProcessResult) -> str:
        """All that Dagster keeps of a run, its log included."""
        return "\n".join(dg.serialize_value(entry) for entry in self.instance.all_logs(result.run_id))


def table(check: dg.AssetCheckEvaluation, name: str) -> list[dict[str, Any]]:
    value = check.metadata[name]
    return [dict(record.data) for record in value.records] if isinstance(value, dg.TableMetadataValue) else []


def shown_numbers(row: Mapping[str, Any]) -> list[float]:
    """Difference, low and high as a row of the check's tables says them: −0.40 (−0.45 to −0.35)."""
    said = row["difference (95 % interval)"].replace("−", "-")
    return [float(number) for number in re.findall(r"-?\d+\.\d+", said)]


def text(check: dg.AssetCheckEvaluation, name: str) -> str:
    return str(check.metadata[name].value)


def test_a_worse_revision_fails_the_check_and_stops_nothing(tmp_path: Path) -> None:
    bench = Judged(tmp_path, WORSE)
    check, result = bench.verdict("claim_verdicts")
    assert (check.passed, check.severity, check.blocking) == (False, dg.AssetCheckSeverity.ERROR, False)
    written = {event.asset_key.path[-1] for event in result.get_asset_materialization_events() if event.asset_key}
    assert written == {"comparisons", "claim_verdicts"}
    worse = table(check, "worse")
    assert {(row["checkpoint"], row["than"], row["task"], row["outcome"]) for row in worse} == {
        (SECOND, FIRST, HARD, "strict accuracy"),
        (SECOND, BASE, HARD, "strict accuracy"),
    }
    for row in worse:
        assert row["verdict"] == "worse"
        difference, low, high = shown_numbers(row)
        assert low < difference < high < -0.05
        assert row["p corrected"] == "< 0.001"
        assert row["images"] == "80"
    assert check.description is not None
    assert check.description.startswith(f"Worse: {SECOND}. Of 8 comparisons, 2 worse, ")


def test_a_better_revision_passes_and_what_is_undecided_is_counted_with_n(tmp_path: Path) -> None:
    check, _ = Judged(tmp_path, {EASY: {BASE: 0.7, FIRST: 0.72, SECOND: 0.7}, HARD: FINE[HARD]}).verdict()
    assert check.passed
    assert table(check, "worse") == []
    undecided = [row for row in table(check, "all comparisons") if row["verdict"] == "undecided"]
    assert {(row["task"], row["outcome"], row["images"]) for row in undecided} == {(EASY, "strict accuracy", "80")}
    assert check.description is not None
    assert "No current checkpoint is worse" in check.description
    assert f"{len(undecided)} undecided" in check.description


def test_the_margin_is_that_of_the_study_file(tmp_path: Path) -> None:
    bench = Judged(tmp_path, WORSE)
    assert bench.study.non_inferiority_margin == 0.05
    assert not bench.verdict()[0].passed
    (tmp_path / "wide").mkdir()
    wide = Bench(small_study(tmp_path / "wide", non_inferiority_margin=0.6), tmp_path / "data")
    result = wide.materialize("comparisons")
    assert [each.passed for each in result.get_asset_check_evaluations()] == [True, True]


def test_another_margin_wants_another_verdict(tmp_path: Path) -> None:
    bench = Judged(tmp_path, WORSE)
    other = bench.study.model_copy(update={"non_inferiority_margin": 0.1})
    assert compared_from(bench.study, bench.paths) == compared_from(bench.study, bench.paths)
    assert compared_from(other, bench.paths) != compared_from(bench.study, bench.paths)


def test_a_first_revision_is_compared_with_its_base_alone(tmp_path: Path) -> None:
    check, _ = Judged(tmp_path, {task: {BASE: 0.7, FIRST: 0.4} for task in (EASY, HARD)}, current=FIRST).verdict()
    assert not check.passed
    assert {row["than"] for row in table(check, "all comparisons")} == {BASE}
    assert text(check, "without comparison") == f"- {BASE}"


def test_cells_that_are_not_there_are_named(tmp_path: Path) -> None:
    check, _ = Judged(tmp_path, {EASY: FINE[EASY], HARD: {BASE: 0.6, FIRST: 0.7}}).verdict()
    assert check.passed
    missing = [row for row in table(check, "all comparisons") if row["verdict"] == "missing"]
    assert {(row["checkpoint"], row["than"], row["task"]) for row in missing} == {
        (SECOND, FIRST, HARD),
        (SECOND, BASE, HARD),
    }
    assert "4 missing" in str(check.description)


def test_nothing_to_compare_passes_and_says_so(tmp_path: Path) -> None:
    check, _ = Judged(tmp_path, {task: {SECOND: 0.4} for task in (EASY, HARD)}).verdict()
    assert check.passed
    assert text(check, "all comparisons") == "none"
    assert text(check, "without comparison") == f"- {BASE}\n- {SECOND}"


def test_a_checkpoint_that_is_superseded_fails_nothing_but_is_shown(tmp_path: Path) -> None:
    bench = Judged(tmp_path, {**WORSE, EASY: FINE[EASY]})
    assert not bench.verdict()[0].passed
    bench.register(current=FIRST)
    check, _ = bench.verdict()
    assert check.passed
    assert {row["checkpoint"] for row in table(check, "worse, superseded since")} == {SECOND}


def test_the_check_runs_by_itself_too(tmp_path: Path) -> None:
    bench = Judged(tmp_path, WORSE)
    bench.verdict()
    key = dg.AssetCheckKey(asset_key(bench.study, "comparisons"), "not_worse")
    job = bench.job.get_subset(asset_selection=set(), asset_check_selection={key})
    result = job.execute_in_process(instance=bench.instance, raise_on_error=False, run_config=QUIET)
    assert [(each.check_name, each.passed) for each in result.get_asset_check_evaluations()] == [("not_worse", False)]


def test_automation_runs_it_with_what_is_published(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    asked = dg.RunRequest(asset_selection=[asset_key(study, name) for name in ("comparisons", "grid")])
    (run,) = coarse(study, [asked])
    # Null: all checks of what is selected.
    assert run.asset_check_keys is None


# The webhook


class Hook:
    """A server that remembers what it was told and answers as it is set to."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.response: Response | None = Response(200, b"ok")

    def respond(self, request: Request) -> Response | None:
        self.heard.append(request.body)
        return self.response

    @property
    def told(self) -> list[tuple[str, str]]:
        return [(each["checkpoint"], each["compared_with"]) for each in self.heard]


def test_a_checkpoint_that_was_superseded_before_it_was_evaluated_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook, bench = Hook(), Judged(tmp_path, WORSE, current=FIRST)
    with serving(hook.respond) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", url)
        check, _ = bench.verdict()
    assert check.passed
    assert hook.told == [(SECOND, FIRST)]


def test_the_webhook_is_told_once_with_the_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook, bench = Hook(), Judged(tmp_path, WORSE)
    with serving(hook.respond) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", f"{url}/{SECRET}?key={SECRET}")
        first, result = bench.verdict()
        again, _ = bench.verdict()
    assert sorted(hook.told) == [(SECOND, BASE), (SECOND, FIRST)]
    (cell,) = next(each for each in hook.heard if each["compared_with"] == FIRST)["worse"]
    shown = next(row for row in table(first, "worse") if row["than"] == FIRST)
    assert (cell["task"], cell["outcome"], cell["n"]) == (HARD, "strict_accuracy", 80)
    assert [cell[sent] for sent in ("difference", "low", "high")] == pytest.approx(shown_numbers(shown), abs=0.005)
    assert cell["p"] < 0.001
    assert hook.heard[0]["study"] == "small"
    host = url.removeprefix("http://").removesuffix("/v1")
    assert text(first, "notification") == f"told {host} of {BOTH}"
    assert text(again, "notification") == "nothing new to tell"
    assert not again.passed
    assert SECRET not in bench.events(result)


def test_who_is_not_worse_is_no_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook, bench = Hook(), Judged(tmp_path, FINE)
    with serving(hook.respond) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", url)
        check, _ = bench.verdict()
    assert (hook.heard, text(check, "notification")) == ([], "nothing new to tell")


def test_without_an_address_nobody_is_told_and_nothing_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEDFRAG_WEBHOOK", raising=False)
    hook, bench = Hook(), Judged(tmp_path, WORSE)
    check, _ = bench.verdict()
    assert text(check, "notification") == "none is set up (MEDFRAG_WEBHOOK)"
    with serving(hook.respond) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", url)
        bench.verdict()
    assert len(hook.heard) == 2


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (Response(500, SECRET.encode()), "it answered 500"),
        (Response(302, b"", {"Location": f"http://127.0.0.1:1/{SECRET}"}), "it answered 302, a redirect"),
        (None, "it gave no answer (RemoteDisconnected)"),
    ],
    ids=["500", "redirect", "drops"],
)
def test_a_failure_to_notify_fails_no_run_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, response: Response | None, reason: str
) -> None:
    hook, bench = Hook(), Judged(tmp_path, WORSE)
    hook.response = response
    with serving(hook.respond) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", f"{url}/{SECRET}")
        check, result = bench.verdict()
        assert len(hook.heard) == 1
        hook.response = Response(204, b"")
        later, _ = bench.verdict()
    assert not check.passed
    host = url.removeprefix("http://").removesuffix("/v1")
    assert f"{host} was not told of {BOTH}: {reason}" in text(check, "notification")
    warned = [log for log in bench.instance.all_logs(result.run_id) if log.level == logging.WARNING]
    assert [log.user_message for log in warned] == [text(check, "notification")]
    assert SECRET not in bench.events(result)
    assert text(later, "notification").startswith(f"told {host}")


def test_nobody_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Judged(tmp_path, WORSE)
    monkeypatch.setenv("MEDFRAG_WEBHOOK", f"http://127.0.0.1:1/{SECRET}")
    check, result = bench.verdict()
    assert "(ConnectionRefusedError)" in text(check, "notification")
    assert SECRET not in bench.events(result)


def test_a_server_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    released, bench = Event(), Judged(tmp_path, WORSE)

    def hangs(_: Request) -> None:
        released.wait(60)

    monkeypatch.setattr("medfrag_assets.defs.statistics.not_worse.post", partial(post, seconds=0.3))
    with serving(hangs) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", f"{url}/{SECRET}")
        check, result = bench.verdict()
        released.set()
    assert "no answer within 0.3 seconds" in text(check, "notification")
    assert SECRET not in bench.events(result)


def test_an_address_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Judged(tmp_path, WORSE)
    monkeypatch.setenv("MEDFRAG_WEBHOOK", f"hooks.example.org/{SECRET}")
    check, result = bench.verdict()
    assert "it is no http or https address" in text(check, "notification")
    assert SECRET not in bench.events(result)


def test_what_cannot_be_remembered_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook, bench = Hook(), Judged(tmp_path, WORSE)
    bench.paths.notified.parent.write_text("a file in the way of the folder", encoding="utf-8")
    with serving(hook.respond) as url:
        monkeypatch.setenv("MEDFRAG_WEBHOOK", f"{url}/{SECRET}")
        check, result = bench.verdict()
    assert hook.heard == []
    assert "cannot be remembered" in text(check, "notification")
    assert SECRET not in bench.events(result)

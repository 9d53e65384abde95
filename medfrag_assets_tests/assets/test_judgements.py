"""The asset `judgements`: who is asked what and what again, what the table and the UI hold, and what they do not."""

import logging
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from medfrag_assets.commands.plan import planned_costs
from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.driver import Driver
from medfrag_assets.defs.interrupts import Interrupts
from medfrag_assets.defs.partitions import partition_key
from medfrag_assets.defs.resources import Lake
from medfrag_assets.lake.cells import Cell
from medfrag_assets.lake.fingerprints import INCOMPLETE, judgements_fingerprint
from medfrag_assets.lake.judge_ledger import read_calls
from medfrag_assets.lake.ratings import agreed_from, gold_owed
from medfrag_assets.lake.schemas import JUDGEMENTS, RATER_AGREEMENT, RESPONSES
from medfrag_assets.lake.store import fingerprint_of, read_table, table_file
from medfrag_assets.scoring.gold import gold_file, read_gold
from medfrag_assets.scoring.judge_budget import shared_budget
from medfrag_assets.scoring.judges import ANSWERS
from medfrag_assets.study.spec import Judge
from medfrag_assets.vlm.checkpoints import available_checkpoints, find_checkpoint
from medfrag_assets_tests.assets.test_stages import INFERENCE, Bench
from medfrag_assets_tests.fixtures.proxy import Request, Respond, Response, completion, failure, serving, word_for
from medfrag_assets_tests.fixtures.studies import small_study

ALIAS, TASK = "tiny-medgemma", "skin_cancer"
PROBE = "Say hello."
KEY = "sk-recognisable-0123456789"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with the responses of one model, and nothing judged yet."""
    root = tmp_path_factory.mktemp("judged")
    made = Bench(small_study(root), root)
    made.datasets()
    assert made.of_model(ALIAS, INFERENCE).success
    return root


@pytest.fixture(autouse=True)
def _a_tenth_of_the_gold_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line is a call over HTTP, and what holds for a tenth of them holds for all."""
    lines = gold_file("reported").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "reported.jsonl").write_text("".join(lines[::10]), encoding="utf-8")
    monkeypatch.setattr("medfrag_assets.scoring.gold.SHIPPED_CONFIG", tmp_path)


def judged_by(root: Path, judges: dict[str, Judge]) -> Bench:
    """The same lake, seen by a study that names these judges."""
    made = Bench(small_study(root).model_copy(update={"judges": judges}), root)
    made.instance.add_dynamic_partitions("small_models", [made.cell(ALIAS, TASK).checkpoint])
    return made


def judge_at(url: str, model: str, **more: object) -> Judge:
    return Judge.model_validate({"base_url": url, "model": model, "retries": 0} | more)


def table(bench: Bench, task: str = TASK) -> pl.DataFrame:
    return read_table(bench.paths.lake, JUDGEMENTS, bench.cell(ALIAS, task).checkpoint, task)


def state(bench: Bench) -> str:
    """What stands behind the fingerprint in the table's file: nothing, or that it is incomplete."""
    expected = judgements_fingerprint(bench.study, TASK, find_checkpoint(ALIAS, bench.study.models[ALIAS]))
    found = fingerprint_of(table_file(bench.paths.lake, JUDGEMENTS, bench.cell(ALIAS, TASK).checkpoint, TASK))
    assert found is not None
    assert found.startswith(expected)
    return found.removeprefix(expected)


class Server:
    """Answers a word that depends on the prompt, and fails on those prompts that `fails` says."""

    def __init__(self) -> None:
        self.requests: Counter[str] = Counter()
        self.fails = False

    def respond(self, request: Request) -> Response:
        self.requests[request.prompt] += 1
        if request.prompt == PROBE:
            return completion("Hello!")
        word = word_for(request.prompt)
        return failure(500, "broken") if self.fails and word == "EMPTY" else completion(word)


def test_each_question_is_asked_once_and_errors_are_asked_again(root: Path) -> None:
    server = Server()
    server.fails = True
    prices = {"dollars_per_million_read": 2, "dollars_per_million_written": 8}
    with serving(server.respond) as url:
        judges = {"one": judge_at(url, "one", **prices), "two": judge_at(url, "two")}
        bench = judged_by(root, judges)
        partition = str(partition_key(bench.cell(ALIAS, TASK)))
        planned = planned_costs(bench.study, bench.paths, [ALIAS], [TASK])[0]
        result = bench.materialize("judgements", partition=partition)
        assert result.success
        assert planned.judge_calls == sum(server.requests.values()) - 2
        assert not planned.judge_calls_at_most
        first = table(bench)
        responses = read_table(bench.paths.lake, RESPONSES, bench.cell(ALIAS, TASK).checkpoint, TASK)
        shown = responses.filter(pl.col("control") == "image")
        assert len(first) == 2 * len(shown) == 2 * 12 * 4
        assert (first["label"].is_null() == first["error"].is_not_null()).all()
        assert (first["verdict"].is_not_null() == (first["label"] == "answered").fill_null(False)).all()
        assert set(first["mode"]) == {"word"}
        errors = first["error"].count()
        assert errors > 0
        assert set(first["error"].drop_nulls()) == {"HTTP 500: broken"}
        assert state(bench) == f"{INCOMPLETE} {errors}"
        # Once each, by two judges, however many rows share a text.
        distinct = shown.select("prompt_id", "text").n_unique()
        assert set(server.requests.values()) == {2}
        assert len(server.requests) - 1 <= distinct < len(shown)

        metadata = result.get_asset_materialization_events()[0].materialization.metadata
        own = first.filter(pl.col("judge") == "one")
        assert metadata["one: errors"].value == own["error"].count()
        assert metadata["one: hedged"].value == own.filter(pl.col("label") == "hedged").height
        assert metadata["one: mode"].value == "word"
        assert metadata["one: requests"].value == len(server.requests)
        assert metadata["one: dollars"].value == pytest.approx(shared_budget(judges["one"]).dollars)
        assert "no prices" in str(metadata["two: dollars"].value)

        server.fails = False
        before = Counter(server.requests)
        assert bench.materialize("judgements", partition=partition).success
        again = server.requests - before
        assert planned_costs(bench.study, bench.paths, [ALIAS], [TASK])[0].judge_calls == 0
        assert {word_for(prompt) for prompt in again if prompt != PROBE} == {"EMPTY"}
        second = table(bench)
        assert second["error"].count() == 0
        assert state(bench) == ""
        kept = first.filter(pl.col("error").is_null()).drop("run_id")
        assert kept.join(second, on=kept.columns, how="anti", nulls_equal=True).height == 0
        assert read_calls(bench.paths.ledger, judges["one"]).height == len(server.requests) - 1

        before = Counter(server.requests)
        assert bench.materialize("judgements", partition=partition).success
        assert server.requests == before
        assert table(bench).drop("run_id").equals(second.drop("run_id"))
    # Everything is in the ledger: no server is needed, and none is there.
    assert bench.materialize("judgements", partition=partition).success


def test_all_tasks_in_one_run_are_one_client(root: Path) -> None:
    server = Server()
    with serving(server.respond) as url:
        bench = judged_by(root, {"range": judge_at(url, "range")})
        assert bench.of_model(ALIAS, ["judgements"]).success
        assert server.requests[PROBE] == 1
        for task in bench.study.tasks:
            found = table(bench, task)
            assert len(found) == 48
            assert found["error"].count() == 0
            assert set(found["label"]) <= {judgement.label for judgement in ANSWERS.values()}


def agreement_of(bench: Bench) -> pl.DataFrame:
    """The overall row of every pair of raters."""
    return read_table(bench.paths.lake, RATER_AGREEMENT).filter(scope="all")


def test_a_judge_labels_the_gold_set_once(root: Path) -> None:
    server = Server()
    with serving(server.respond) as url:
        bench = judged_by(root, {"reader": judge_at(url, "reader")})
        assert bench.materialize("rater_agreement").success
        gold = read_gold()
        found = agreement_of(bench)
        assert found.filter(first="reader", second="gold")["n"].to_list() == [gold.height]
        assert set(server.requests.values()) == {1}
        assert len(server.requests) - 1 == gold.select("prompt", "response").n_unique()

        before = Counter(server.requests)
        assert bench.materialize("rater_agreement").success
        assert server.requests == before
        assert agreement_of(bench).drop("run_id").equals(found.drop("run_id"))


def test_labels_of_the_gold_set_that_failed_are_asked_for_at_the_next_run(root: Path) -> None:
    server = Server()
    server.fails = True
    with serving(server.respond) as url:
        bench = judged_by(root, {"later": judge_at(url, "later")})
        definitions = build_defs([bench.study], {"lake": Lake(root=str(root))})
        driver = Driver(bench.study, bench.paths, bench.instance, definitions)
        checkpoints = available_checkpoints(bench.study).found
        with Interrupts() as driver._interrupts:
            driver.compare_raters(checkpoints)
            owed = gold_owed(bench.study, bench.paths)["later"]
            assert owed == len([prompt for prompt in server.requests if word_for(prompt) == "EMPTY"]) > 0
            before = agreed_from(bench.study, bench.paths, checkpoints)

            server.fails = False
            asked = Counter(server.requests)
            driver.compare_raters(checkpoints)
            assert gold_owed(bench.study, bench.paths) == {"later": 0}
            assert {word_for(prompt) for prompt in server.requests - asked if prompt != PROBE} == {"EMPTY"}
            assert agreement_of(bench).filter(first="later")["n"].to_list() == [read_gold().height]
            # What is published from it is stale now.
            assert agreed_from(bench.study, bench.paths, checkpoints) != before

            asked = Counter(server.requests)
            runs = bench.instance.get_runs_count()
            driver.compare_raters(checkpoints)
            assert (server.requests, bench.instance.get_runs_count()) == (asked, runs)


def test_the_gold_set_counts_against_the_bounds_of_the_judge(root: Path) -> None:
    server = Server()
    with serving(server.respond) as url:
        judge = judge_at(url, "bounded", maximum_calls=11, concurrency=1)
        bench = judged_by(root, {"bounded": judge})
        result = bench.materialize("rater_agreement")
        assert result.success
        assert sum(server.requests.values()) == 11
    assert read_calls(bench.paths.ledger, judge).height == 10
    assert agreement_of(bench).filter(first="bounded")["n"].sum() >= 10
    metadata = result.get_asset_materialization_events()[0].materialization.metadata
    assert "maximum_calls 11" in str(metadata["bounded: gold set"].value)


def test_agreement_is_made_without_a_judge_that_has_no_key(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUDGE_KEY", raising=False)
    hosted = judge_at("https://judge.example/v1", "hosted", key_variable="JUDGE_KEY")
    bench = judged_by(root, {"hosted": hosted})
    result = bench.materialize("rater_agreement")
    assert result.success
    assert set(agreement_of(bench)["first"]) == {"rules"}
    metadata = result.get_asset_materialization_events()[0].materialization.metadata
    assert "JUDGE_KEY" in str(metadata["hosted: gold set"].value)


def test_without_judges_agreement_asks_nobody(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medfrag_assets.defs.labels.agreement.JudgeClient", None)
    bench = judged_by(root, {})
    assert bench.materialize("rater_agreement").success
    assert agreement_of(bench).select("first", "second").rows() == [("rules", "gold")]


def test_without_judges_the_table_is_empty_and_nobody_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medfrag_assets.defs.labels.judge.JudgeClient", None)
    bench = judged_by(root, {})
    assert bench.of_model(ALIAS, ["judgements"]).success
    assert table(bench).is_empty()


def test_lost_rows_fail_the_accounting_check(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from medfrag_assets.lake.judging import judge_cell

    def loses_one(cell: Cell, *others: object) -> pl.DataFrame:
        return judge_cell(cell, *others).head(-1)  # type: ignore[arg-type]

    monkeypatch.setattr("medfrag_assets.defs.labels.judge.judge_cell", loses_one)
    server = Server()
    with serving(server.respond) as url:
        bench = judged_by(root, {"lossy": judge_at(url, "lossy")})
        result = bench.materialize("judgements", partition=str(partition_key(bench.cell(ALIAS, TASK))))
    assert not result.success
    failed = [each.check_name for each in result.get_asset_check_evaluations() if not each.passed]
    assert failed == ["every_planned_row_accounted_for"]


def echoes(request: Request) -> Response:
    return failure(401, f"Incorrect API key provided: {request.headers['authorization']} in {request.headers}")


def echoes_later(request: Request) -> Response:
    return completion("Hello!" if request.prompt == PROBE else f"Your key is {request.headers['authorization']}.")


@pytest.mark.parametrize("respond", [echoes, echoes_later])
def test_the_key_is_nowhere(
    root: Path,
    respond: Respond,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("JUDGE_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    seen: list[str] = []

    def remembered(request: Request) -> Response | None:
        seen.append(request.headers["authorization"])
        return respond(request)

    with serving(remembered) as url:
        bench = judged_by(root, {"secret": judge_at(url, "secret", key_variable="JUDGE_KEY")})
        result = bench.materialize("judgements", partition=str(partition_key(bench.cell(ALIAS, TASK))))
    assert set(seen) == {f"Bearer {KEY}"}
    assert result.success
    found = table(bench)
    assert found["error"].is_not_null().all()
    assert found["label"].is_null().all()
    assert found["error"].str.contains("[key]", literal=True).any()
    events = bench.instance.all_logs(result.run_id)
    assert len(events) > 10
    written = [path for path in root.rglob("*") if path.is_file()]
    assert table_file(bench.paths.lake, JUDGEMENTS, bench.cell(ALIAS, TASK).checkpoint, TASK) in written
    assert KEY not in found.write_csv()
    assert not [path for path in written if KEY.encode() in path.read_bytes()]
    assert KEY not in "".join(str(event) for event in events)
    assert KEY not in caplog.text
    assert KEY not in "".join(capfd.readouterr())


def test_a_missing_key_is_named_before_anything_is_sent(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUDGE_KEY", raising=False)
    hosted = judge_at("https://judge.example/v1", "hosted", key_variable="JUDGE_KEY")
    bench = judged_by(root, {"hosted": hosted})
    result = bench.materialize("judgements", partition=str(partition_key(bench.cell(ALIAS, TASK))))
    assert not result.success
    errors = [event.step_failure_data.error for event in result.all_events if event.is_step_failure]
    assert "JUDGE_KEY" in str(errors[0])

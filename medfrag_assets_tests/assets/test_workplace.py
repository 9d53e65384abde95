"""The web UI as a workplace: what every asset says of itself, what a cell's page shows, what a launchpad explains."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import numpy as np
import polars as pl
import pytest
from PIL import Image

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import partition_key
from medfrag_assets.defs.resources import Batching
from medfrag_assets.defs.workplace import OWNER
from medfrag_assets.lake.schemas import COSTS, STATISTICS
from medfrag_assets.lake.store import read_table
from medfrag_assets.reports.cell_numbers import accuracy_words, cost_totals
from medfrag_assets.reports.samples import answer_strip
from medfrag_assets.sources.images import pixels_digest, store_image
from medfrag_assets.statistics.cells import pooled_accuracy
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT
from medfrag_assets.study.spec import LABELS, SideVocabulary, Vocabulary
from medfrag_assets_tests.assets.test_stages import INFERENCE, Bench
from medfrag_assets_tests.fixtures.studies import small_study

VOCABULARY = Vocabulary(positive=SideVocabulary(name="a | tumor"), negative=SideVocabulary(name="no `tumor`"))
ROWS_OF_HEAD = 2
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def definitions() -> dg.Definitions:
    return build_defs([load_study("embedded"), load_study("paper")])


def test_every_asset_says_what_it_is_whose_it_is_and_where_its_code_is(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    nodes = [graph.get(key) for key in graph.get_all_asset_keys()]
    assert len(nodes) > 100
    for node in nodes:
        assert node.group_name != "default", node.key
        assert node.owners == [OWNER], node.key
        assert node.kinds, node.key
        assert len((node.description or "").split()) > 4, node.key
        assert list(linked(node.metadata)), node.key


def test_links_lead_to_the_code_that_makes_the_asset(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    answers = list(linked(graph.get(dg.AssetKey(["embedded", "answers"])).metadata))
    assert answers[0][0] == "medfrag_assets/defs/labels/__init__.py"
    assert answers[0][1].startswith("@dg.multi_asset")
    mart = [file for file, _ in linked(graph.get(dg.AssetKey(["embedded", "claims"])).metadata)]
    assert mart == ["dbt_reports/models/marts/claims.sql", "medfrag_assets/defs/reports/__init__.py"]


def linked(metadata: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Files of the project that an asset links to, and the line that is meant."""
    for reference in metadata["dagster/code_references"].code_references:
        lines = Path(reference.file_path).read_text(encoding="utf-8").splitlines()
        yield str(Path(reference.file_path).relative_to(PROJECT)), lines[(reference.line_number or 1) - 1].strip()


def test_every_field_of_every_launchpad_is_explained(definitions: dg.Definitions) -> None:
    repository = definitions.get_repository_def()
    ops: list[Any] = [asset.op for asset in repository.assets_defs_by_key.values()]
    ops += [node.definition for job in repository.get_all_jobs() if not job.name.startswith("__") for node in job.nodes]
    schemas = {op.name: op.config_schema for op in ops}
    schemas |= {name: one.config_schema for name, one in repository.get_top_level_resources().items()}
    fields = {f"{name}: {field}": words for name, one in schemas.items() for field, words in explained(one.config_type)}
    assert {"embedded_grid: partial", "lake: root", "batching: images"} <= fields.keys()
    assert [field for field, words in fields.items() if not words] == []


def explained(config_type: Any) -> Iterator[tuple[str, str | None]]:
    """Fields of a launchpad's form with their descriptions."""
    for name, field in (getattr(config_type, "fields", None) or {}).items():
        yield name, field.description
        yield from explained(field.config_type)


@pytest.mark.parametrize("config", [{"partial": "perhaps"}, {"parital": True}])
def test_a_wrong_entry_is_refused_before_anything_runs(definitions: dg.Definitions, config: dict[str, Any]) -> None:
    job = definitions.resolve_implicit_global_asset_job_def()
    grid = [dg.AssetKey(["embedded", "grid"])]
    with pytest.raises(dg.DagsterInvalidConfigError, match=r"partial|parital"):
        job.execute_in_process(
            run_config={"ops": {"embedded_grid": {"config": config}}},
            asset_selection=grid,
        )


def test_no_batch_is_smaller_than_nothing() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 0"):
        Batching(images=-1)


# What the page of a cell shows.


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    root = tmp_path_factory.mktemp("workplace")
    made = Bench(small_study(root), root / "data")
    made.datasets()
    return made


@pytest.fixture(scope="module")
def shown(bench: Bench) -> dict[str, Mapping[str, Any]]:
    """What a run over one cell put on the pages of its tables."""
    partition = str(partition_key(bench.cell("tiny-gemma", "skin_cancer")))
    result = bench.materialize(*INFERENCE, "answers", "statistics", partition=partition)
    assert result.success
    events = result.get_asset_materialization_events()
    return {event.asset_key.path[-1]: event.materialization.metadata for event in events if event.asset_key}


def test_answers_show_labels_accuracy_and_samples(bench: Bench, shown: dict[str, Mapping[str, Any]]) -> None:
    about = shown["answers"]
    assert sum(about[label].value for label in LABELS) == about["dagster/row_count"].value == 96
    strip = str(about["samples"].value)
    assert strip.count("data:image/jpeg;base64,") == 6
    cell = bench.cell("tiny-gemma", "skin_cancer")
    headline = pooled_accuracy(read_table(bench.paths.lake, STATISTICS, cell.checkpoint, cell.task))
    assert about["strict accuracy"].value == accuracy_words(headline) == shown["statistics"]["strict accuracy"].value
    assert re.fullmatch(
        r"0\.\d\d \(0\.\d\d to [01]\.\d\d\), 95 % interval, 4 images, 48 answers", about["strict accuracy"].value
    )


def test_costs_are_added_up(bench: Bench, shown: dict[str, Mapping[str, Any]]) -> None:
    cell = bench.cell("tiny-gemma", "skin_cancer")
    costs = read_table(bench.paths.lake, COSTS, cell.checkpoint, cell.task)
    totals = {name: value.value for name, value in shown["costs"].items() if not name.startswith("dagster/")}
    assert totals == cost_totals(costs)
    assert totals["generations"] == costs["generations"].sum() > 48
    assert totals["seconds"] == pytest.approx(costs["seconds"].sum(), abs=0.01)
    assert totals["device"] == "cpu"
    assert totals["memory (GB)"] > 0


def test_a_range_shows_each_cell_its_own(bench: Bench) -> None:
    assert bench.of_model("tiny-medgemma", INFERENCE).success
    assert bench.of_model("tiny-medgemma", ["answers"]).success
    found = {}
    for task in bench.study.tasks:
        partition = str(partition_key(bench.cell("tiny-medgemma", task)))
        wanted = dg.AssetRecordsFilter(asset_key=asset_key(bench.study, "answers"), asset_partitions=[partition])
        record = bench.instance.fetch_materializations(wanted, limit=1).records[0]
        assert record.asset_materialization is not None
        found[task] = str(record.asset_materialization.metadata["samples"].value)
    assert all("data:image/jpeg" in strip for strip in found.values())
    assert len(set(found.values())) == len(bench.study.tasks)


# The strip itself.


def store_of(folder: Path, pictures: Sequence[Image.Image]) -> list[str]:
    digests = [pixels_digest(picture) for picture in pictures]
    for digest, picture in zip(digests, pictures, strict=True):
        store_image(folder, digest, picture)
    return digests


def noise(count: int) -> list[Image.Image]:
    generator = np.random.default_rng(3)
    return [Image.fromarray(generator.integers(0, 256, (200, 200, 3), dtype=np.uint8)) for _ in range(count)]


def strip_of(
    folder: Path, digests: Sequence[str], labels: Sequence[tuple[str, bool]], text: str = "Yes", control: str = "image"
) -> list[str]:
    """Lines of a strip over one image for each digest, which was answered as `labels` say in turn."""
    count = len(digests)
    images = pl.DataFrame(
        {"image_id": [f"i{n}" for n in range(count)], "pixels_digest": list(digests), "label": ["positive"] * count}
    )
    rows = images.select(
        pl.lit("corrected").alias("protocol"), pl.lit("p.plain").alias("prompt_id"), pl.lit(control).alias("control"),
        "image_id", label=pl.Series([labels[n % len(labels)][0] for n in range(count)], dtype=pl.String),
        correct=pl.Series([labels[n % len(labels)][1] for n in range(count)], dtype=pl.Boolean),
    )  # fmt: skip
    answers = rows.with_columns(verdict=pl.when(pl.col("label") == "answered").then(pl.lit("positive")))
    responses = rows.select("protocol", "prompt_id", "control", "image_id", text=pl.lit(text))
    return answer_strip(folder, images, responses, answers, VOCABULARY).splitlines()


def outcomes(lines: Sequence[str]) -> list[str]:
    return [line.split(" | ")[4] for line in lines[ROWS_OF_HEAD:]]


def test_one_of_every_outcome_has_its_place_however_rare(tmp_path: Path) -> None:
    digests = store_of(tmp_path, noise(60))
    often: list[tuple[str, bool]] = [("answered", True)] * 40 + [("answered", False)] * 18
    lines = strip_of(tmp_path, digests, [*often, ("refused", False), ("hedged", False)])
    assert outcomes(lines) == ["right", "right", "wrong", "wrong", "refused", "hedged"]
    assert len({line.split(" | ")[0] for line in lines[ROWS_OF_HEAD:]}) == 6
    rare: list[tuple[str, bool]] = [(label, False) for label in ("refused", "hedged", "off_task", "empty")]
    assert outcomes(strip_of(tmp_path, digests, [*often[:5], ("answered", False), *rare])) == [
        "right", "wrong", "refused", "hedged", "off task", "empty",
    ]  # fmt: skip


def test_few_answers_are_all_shown_and_none_says_so(tmp_path: Path) -> None:
    digests = store_of(tmp_path, noise(2))
    assert outcomes(strip_of(tmp_path, digests, [("answered", True)])) == ["right", "right"]
    assert strip_of(tmp_path, digests, [("answered", True)], control="blank") == ["none"]


def test_the_largest_pictures_stay_small(tmp_path: Path) -> None:
    lines = strip_of(tmp_path, store_of(tmp_path, noise(6)), [("answered", True)], text="word " * 400)
    assert sum(line.count("data:image/jpeg") for line in lines) == 6
    assert len("\n".join(lines).encode()) < MOST_BYTES


def test_an_image_that_is_gone_leaves_its_place_empty(tmp_path: Path) -> None:
    kept, gone = store_of(tmp_path, noise(2))
    for file in tmp_path.rglob(f"*{gone}*"):
        file.unlink()
    lines = strip_of(tmp_path, [kept, gone], [("answered", True)])
    assert sorted(line.split(" | ")[0][:18] for line in lines[ROWS_OF_HEAD:]) == ["| ![image](data:im", "| gone"]


@pytest.mark.parametrize("text", ["a | b\n| c | `code` ![x](http://evil) <script>", "`" * 9, "x" * 5000, "<b>\n\n# no"])
def test_texts_cannot_break_out_of_their_place(tmp_path: Path, text: str) -> None:
    digests = store_of(tmp_path, noise(1))
    head, _, *rows = strip_of(tmp_path, digests, [("answered", False)], text=text)
    assert len(rows) == 1
    assert rows[0].count("|") == head.count("|")
    truth, answer, verdict = rows[0].split(" | ")[1:4]
    assert truth == verdict == "`a / tumor`"
    assert (answer[0], answer[-1], answer.count("`")) == ("`", "`", 2)
    assert len(answer) < 220


def test_accuracy_and_costs_of_nothing() -> None:
    assert accuracy_words(None) == "nothing was asked"
    assert cost_totals(pl.DataFrame(schema=COSTS.schema)) == {}


def test_memory_of_a_gpu_is_called_so() -> None:
    row = {"generations": 3, "seconds": 1.5, "tokens_read": 9, "tokens_shared": 4, "tokens_written": 6}
    costs = pl.DataFrame(
        [row | {"device": "cuda", "peak_memory_gb": memory, "load_id": "one"} for memory in (7.5, 9.25)]
    )
    assert cost_totals(costs) == {
        "generations": 6, "seconds": 3.0, "tokens read": 18, "of these not read again": 8, "tokens written": 12,
        "loads of the model": 1, "GPU memory (GB)": 9.25, "device": "cuda",
    }  # fmt: skip

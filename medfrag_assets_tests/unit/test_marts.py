"""What every mart owes its reader: a key that is tested, columns that are described, a worked case, a query."""

import re

import pytest
import yaml

from medfrag_assets.defs.reports import _PUBLISHED_MARTS
from medfrag_assets.lake.dbt_sources import STAGING
from medfrag_assets.lake.schemas import PROBES
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT

_FOLDER = STAGING.parent / "marts"
_DBT = STAGING.parents[1]


def test_every_mart_is_published_declared_listed_and_asked() -> None:
    marts = {path.stem for path in _FOLDER.glob("*.sql")}
    assert marts == set(_PUBLISHED_MARTS)
    assert marts == {path.stem for path in _FOLDER.glob("*.yml")}
    tables = (PROJECT / "docs" / "tables.md").read_text(encoding="utf-8").split("## Marts")[1]
    assert marts == set(re.findall(r"(?m)^\| `(\w+)` \|", tables))
    queries = (PROJECT / "docs" / "queries.md").read_text(encoding="utf-8")
    asked = set(re.findall(r"\b(?:from|join) (\w+)", "".join(re.findall(r"```sql\n(.*?)```", queries, re.DOTALL))))
    assert marts <= asked


@pytest.mark.parametrize("mart", _PUBLISHED_MARTS)
def test_a_mart_has_a_tested_key_described_columns_and_a_worked_case(mart: str) -> None:
    declared = yaml.safe_load((_FOLDER / f"{mart}.yml").read_text(encoding="utf-8"))
    (model,) = declared["models"]
    columns = [column["name"] for column in model["columns"]]
    assert model["name"] == mart
    assert model["description"].startswith("One row per ")
    assert len(columns) == len(set(columns))
    assert all(column["description"] and column["data_type"] for column in model["columns"])
    (key,) = [test["unique_together"]["arguments"] for test in model["data_tests"] if "unique_together" in test]
    assert set(key["columns"]) <= set(columns)
    assert {test["model"] for test in declared["unit_tests"]} == {mart}


def test_shown_intervals_have_both_ends() -> None:
    for mart in _PUBLISHED_MARTS:
        (model,) = yaml.safe_load((_FOLDER / f"{mart}.yml").read_text(encoding="utf-8"))["models"]
        columns = {column["name"] for column in model["columns"]}
        lows = {name for name in columns if re.search(r"(^|_)low(_90)?$", name)}
        assert {re.sub(r"low(_90)?$", r"high\1", name) for name in lows} <= columns


def test_the_band_of_near_random_is_that_of_the_shipped_claim() -> None:
    variables = yaml.safe_load((_DBT / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]
    claim = load_study("embedded").claims.near_random_when_hard
    assert (variables["near_random_lowest"], variables["near_random_highest"]) == (claim.lowest, claim.highest)


def test_rungs_are_numbered_in_the_order_of_the_ladder() -> None:
    (rung,) = [column for column in PROBES.columns if column.name == "rung"]
    numbered = re.findall(r"when '(\w+)' then (?:cast\()?(\d)", (_FOLDER / "knowledge_gap.sql").read_text())
    assert numbered == [(name, str(place)) for place, name in enumerate(rung.values or (), 1)]

import re

import yaml

from medfrag_assets.lake.dbt_sources import STAGING, UNPUBLISHED, rendered, sources_yaml
from medfrag_assets.lake.schemas import TABLES
from medfrag_assets.study.spec import LABELS

_PROJECT = STAGING.parents[1]


def test_the_staging_layer_is_what_the_declarations_render() -> None:
    found = {path: path.read_text(encoding="utf-8") for path in STAGING.iterdir()}
    assert found == rendered(), "run: python -m medfrag_assets.lake.dbt_sources"


def test_every_published_column_has_a_type_and_a_description() -> None:
    (source,) = yaml.safe_load(sources_yaml())["sources"]
    assert {table["name"] for table in source["tables"]} == set(TABLES) - UNPUBLISHED
    for table in source["tables"]:
        declared = TABLES[table["name"]]
        assert [column["name"] for column in table["columns"]] == declared.schema.names()
        assert all(column["description"] and column["data_type"] for column in table["columns"])


def test_every_column_of_an_intermediate_model_is_described() -> None:
    text = (STAGING.parent / "intermediate" / "intermediate.yml").read_text(encoding="utf-8")
    for model in yaml.safe_load(text)["models"]:
        assert model["description"]
        assert all(column["description"] for column in model["columns"]), model["name"]


def test_sql_knows_the_labels_of_the_study() -> None:
    rates = (STAGING.parent / "marts" / "response_label_rates.sql").read_text(encoding="utf-8")
    assert f"on {', '.join(f'n_{label}' for label in LABELS)}" in rates
    prompts = (STAGING.parent / "marts" / "accuracy_by_prompt.sql").read_text(encoding="utf-8")
    assert re.findall(r"label = '(\w+)'", prompts) == list(LABELS)
    counts = (_PROJECT / "tests" / "counts_agree_with_statistics.sql").read_text(encoding="utf-8")
    assert re.findall(r"'rate_(\w+)'", counts) == list(LABELS)

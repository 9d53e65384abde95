"""The graph: its snapshot, and that it loads without network, GPU or heavy imports."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from medfrag_assets.definitions import build_defs
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import PROJECT

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
UPDATE = os.environ.get("MEDFRAG_UPDATE_SNAPSHOTS") == "1"


def snapshot_of(study: str) -> dict[str, Any]:
    """Every asset with what it depends on, how it is partitioned, where it runs and what is checked."""
    definitions = build_defs([load_study(study)])
    graph = definitions.resolve_asset_graph()
    pools = {
        key.to_user_string(): sorted(asset.op.pools or [])
        for asset in definitions.get_repository_def().assets_defs_by_key.values()
        for key in asset.keys
    }
    return {
        key.to_user_string(): {
            "after": sorted(parent.to_user_string() for parent in graph.get(key).parent_keys),
            "group": graph.get(key).group_name,
            "partitions": _partitions(graph.get(key).partitions_def),
            "pools": pools.get(key.to_user_string(), []),
            "automation": _automation(graph.get(key).automation_condition),
            "checks": sorted(check.name for check in graph.get(key).check_keys),
        }
        for key in sorted(graph.get_all_asset_keys())
    }


def _automation(condition: dg.AutomationCondition[Any] | None) -> str:
    """The name under which docs/automation.md explains it."""
    return (condition.get_label() or "unnamed") if condition else "None"


def _partitions(definition: dg.PartitionsDefinition | None) -> str:
    if isinstance(definition, dg.MultiPartitionsDefinition):
        return " x ".join(dimension.name for dimension in definition.partitions_defs)
    return type(definition).__name__ if definition else "none"


def test_the_graph_is_the_one_that_was_reviewed() -> None:
    path = SNAPSHOTS / "graph.json"
    found = snapshot_of("embedded")
    if UPDATE:
        path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8")), (
        "The graph changed. Read the difference; if it is meant, run: MEDFRAG_UPDATE_SNAPSHOTS=1 pytest " + __file__
    )


def test_the_paper_study_is_the_same_graph_and_fetches_from_the_hub() -> None:
    paper = json.loads(json.dumps(snapshot_of("paper")).replace("paper/", "embedded/"))
    fetching = paper.pop("embedded/hub_snapshots")
    assert (fetching["after"], fetching["automation"]) == ([], "None")
    assert paper == snapshot_of("embedded")


def test_studies_lie_side_by_side() -> None:
    both = build_defs([load_study("embedded"), load_study("paper")])
    keys = {key.path[0] for key in both.resolve_asset_graph().get_all_asset_keys()}
    assert keys == {"embedded", "paper"}


def test_gpu_assets_are_in_the_gpu_pool_and_have_no_automation() -> None:
    graph = snapshot_of("paper")
    for name in ("responses", "option_scores", "descriptions", "embeddings", "diagnoses"):
        assert graph[f"paper/{name}"]["pools"] == ["gpu"]
        assert graph[f"paper/{name}"]["automation"] == "None"


def test_kubernetes_limits_are_on_the_assets_that_need_a_gpu() -> None:
    repository = build_defs([load_study("paper")]).get_repository_def()
    inference = repository.assets_defs_by_key[dg.AssetKey(["paper", "responses"])]
    limits = inference.op.tags["dagster-k8s/config"]
    assert "nvidia.com/gpu" in str(limits)


@pytest.mark.parametrize("study", ["embedded", "paper"])
def test_definitions_load_without_heavy_imports_and_offline(study: str) -> None:
    code = (
        "import sys; import medfrag_assets.definitions as d; d.defs();"
        "print(sorted({'torch', 'transformers', 'great_expectations', 'datasets'} & set(sys.modules)))"
    )
    environment = os.environ | {"MEDFRAG_STUDIES": study, "HF_HUB_OFFLINE": "1", "CUDA_VISIBLE_DEVICES": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1] == "[]"

"""A `dagster dev` on a fresh instance, with what a cell is made from, and a browser on it."""

from collections.abc import Iterator

import pytest

from medfrag_assets.definitions import build_defs
from medfrag_assets.defs.emit import asset_key
from medfrag_assets.defs.partitions import CellKey
from medfrag_assets.defs.resources import Lake
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study
from medfrag_assets.vlm.checkpoints import find_checkpoint
from medfrag_assets_tests.fixtures.browser import WebUi, browsing, chromium
from medfrag_assets_tests.fixtures.dagster_dev import DagsterDev
from medfrag_assets_tests.fixtures.studies import small_study_file

_LOCATION = "medfrag_assets.definitions"
_DATASETS = ("images", "probe_images", "quarantine", "prompts")


class Workplace:
    """A small study, its `dagster dev` and a browser."""

    def __init__(self, study: Study, dagster: DagsterDev, ui: WebUi) -> None:
        self.study = study
        self.dagster = dagster
        self.ui = ui
        self.paths = StudyPaths(dagster.data, study.study)

    def cell(self, alias: str, task: str) -> CellKey:
        """A cell of the study."""
        return CellKey(find_checkpoint(alias, self.study.models[alias]).key, task)


@pytest.fixture(scope="session")
def browser() -> str:
    """The browser of this machine."""
    found = chromium()
    if found is None:
        pytest.skip("no Chromium on this machine; apt-get install chromium")
    return found


@pytest.fixture(scope="module")
def workplace(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """The web UI of a small study whose images and wordings are there, and nothing else."""
    data = tmp_path_factory.mktemp("web_ui")
    study_file = small_study_file(data)
    study = load_study(str(study_file))
    dagster = DagsterDev(data, study_file, _LOCATION)
    _make_datasets(study, dagster)
    try:
        dagster.start()
        with browsing(dagster.url, browser) as ui:
            yield Workplace(study, dagster, ui)
    finally:
        dagster.stop()


def _make_datasets(study: Study, dagster: DagsterDev) -> None:
    resources = {"lake": Lake(root=str(dagster.data))}
    job = build_defs([study], resources).resolve_implicit_global_asset_job_def()
    chosen = [(["checkpoints"], None), *((_DATASETS, task) for task in study.tasks)]
    for names, task in chosen:
        keys = [asset_key(study, name) for name in names]
        assert job.execute_in_process(instance=dagster.instance, asset_selection=keys, partition_key=task).success

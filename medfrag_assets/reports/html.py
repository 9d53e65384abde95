"""The HTML report: one self-contained page, made from the published database alone."""

from pathlib import Path
from typing import Any

from medfrag_assets.lake.database import reading
from medfrag_assets.lake.files import whole_file
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study

_TEMPLATES = Path(__file__).parent / "templates"
_QUERIES = {
    "summary": "select * from study_summary order by pair, role, model, task",
    "labels": "select * from response_label_rates where protocol = 'corrected' and control = 'image'"
    " order by model, task, label",
    "prompts": "select * from accuracy_by_prompt where protocol = 'corrected' and control = 'image'"
    " order by model, task, prompt_id",
}


def report_file(paths: StudyPaths) -> Path:
    """Where the study's report lies."""
    return paths.root / "reports" / paths.study / "report.html"


def write_report(study: Study, paths: StudyPaths) -> Path:
    """Writes the report and returns where. Raises `MedfragError` when nothing is published yet.

    The template engine escapes every value: texts of models and files are shown, never interpreted.
    """
    from jinja2 import Environment, FileSystemLoader, select_autoescape

    from medfrag_assets.reports.figures import accuracy_figure

    with reading(paths) as connection:
        tables = {name: _records(connection.execute(query)) for name, query in _QUERIES.items()}
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=select_autoescape())
    page = environment.get_template("report.html").render(
        study=study, figure=accuracy_figure(tables["summary"]), **tables
    )
    path = report_file(paths)
    with whole_file(path) as temporary:
        temporary.write_text(page, encoding="utf-8")
    return path


def _records(result: Any) -> list[dict[str, Any]]:
    columns = [column[0] for column in result.description]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

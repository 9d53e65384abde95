"""The HTML report: one self-contained page, made from the published database and the image store."""

from pathlib import Path
from typing import NamedTuple

from medfrag_assets.reports.cards import card_name, shown_models, write_cards
from medfrag_assets.reports.cast import Cast, cast_of
from medfrag_assets.reports.page import Picture, Section
from medfrag_assets.reports.published import Published, read_published
from medfrag_assets.reports.rendering import rendered
from medfrag_assets.reports.sections.answers import accuracy_section, labels_section
from medfrag_assets.reports.sections.claims import claim_views
from medfrag_assets.reports.sections.fragility import bias_section, protocol_section, reliance_section, wording_section
from medfrag_assets.reports.sections.gallery import examples
from medfrag_assets.reports.sections.knowledge import description_section, embeddings_section, ladder_section
from medfrag_assets.reports.sections.running import agreement_section, costs_section, provenance_section
from medfrag_assets.reports.sentences import claims_sentence
from medfrag_assets.study.files import whole_file
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Study


class Written(NamedTuple):
    """What was written: the page, the cards (HTML and PNG of each model), and the page's figures by section."""

    page: Path
    cards: tuple[Path, ...]
    pictures: dict[str, tuple[Picture, ...]]


def report_file(paths: StudyPaths) -> Path:
    """Where the study's report lies."""
    return paths.root / "reports" / paths.study / "report.html"


def write_report(study: Study, paths: StudyPaths) -> Written:
    """Writes the report and a card for every model. Raises `MedfragError` when nothing is published yet.

    The template engine escapes every value: texts of models and files are shown, never interpreted.
    """
    published, cast = read_published(study, paths), cast_of(study)
    before, after = _sections(published, cast)
    page = rendered(
        "report.html",
        study=study,
        claims=claim_views(published.claims),
        claims_words=claims_sentence(published.claims),
        before=before,
        examples=examples(published, cast),
        after=after,
        cards=[(card_name(model), cast.label(model)) for model in shown_models(published, cast)],
    )
    path = report_file(paths)
    with whole_file(path) as temporary:
        temporary.write_text(page, encoding="utf-8", errors="replace")
    cards = write_cards(published, cast, path.parent / "cards")
    return Written(path, cards, {part.key: part.pictures for part in (*before, *after) if part.pictures})


def _sections(published: Published, cast: Cast) -> tuple[list[Section], list[Section]]:
    """The parts before and after the gallery."""
    before = [
        accuracy_section(published, cast),
        wording_section(published, cast),
        labels_section(published, cast),
        bias_section(published, cast),
        reliance_section(published, cast),
        ladder_section(published, cast),
        description_section(published, cast),
        protocol_section(published, cast),
        embeddings_section(published, cast),
    ]
    return before, [agreement_section(published), costs_section(published, cast), provenance_section(published)]

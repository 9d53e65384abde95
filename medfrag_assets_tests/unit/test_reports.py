"""Words, pictures and pages: they say what the numbers carry, and texts of models stay texts."""

import base64
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from PIL import Image

from medfrag_assets.lake.database import NotPublishedError
from medfrag_assets.reports import cell_pictures
from medfrag_assets.reports.cards import card_name, write_cards
from medfrag_assets.reports.cast import cast_of
from medfrag_assets.reports.clouds import plane
from medfrag_assets.reports.figures import Axis, Bars, Dots, Point, Series, drawn, wrapped
from medfrag_assets.reports.html import Written, write_report
from medfrag_assets.reports.meaning import Row, in_two_sentences
from medfrag_assets.reports.numbers import difference, estimate, interval, listed, p_value, share, signed, span
from medfrag_assets.reports.panels import words
from medfrag_assets.reports.pictures import contact_sheet, sample_texts
from medfrag_assets.reports.published import read_published
from medfrag_assets.reports.rendering import rendered
from medfrag_assets.reports.sections.gallery import Example, examples
from medfrag_assets.reports.sentences import (
    chance_sentence,
    claims_sentence,
    costs_sentence,
    pairs_sentence,
    sides,
    wording_sentences,
)
from medfrag_assets.sources.images import pixels_digest, store_image
from medfrag_assets.study.load import load_study
from medfrag_assets.study.paths import StudyPaths
from medfrag_assets.study.spec import Model, Study
from medfrag_assets_tests.fixtures.published import whole_rows, write_database
from medfrag_assets_tests.fixtures.studies import small_study

HOSTILE = '<script>alert(1)</script> </q>"><img src=http://evil.example/x onerror=alert(2)> | `x` & $\\frac{1}{2}$'
MOST_BYTES = 6_000_000
SECTIONS = 14


def row(model: str, accuracy: float | None, low: float = 0.0, high: float = 0.0, task: str = "t") -> Row:
    return Row(model, task, 100, accuracy, low, high, 0.9, 0.05, 0.02, 0)


def test_two_sentences_say_where_accuracy_is_lowest_and_who_is_ahead() -> None:
    rows = [row("base", 0.40, 0.35, 0.45), row("med", 0.60, 0.55, 0.65)]
    told = in_two_sentences(rows, ["medical", "neither", "base", "medical", None])
    assert "from 0.40 (0.35 to 0.45, 100 images; base on t) to 0.60" in told
    assert "In 5 comparisons" in told
    assert "the medical one is ahead in 2, the base in 1, and neither in 2" in told


def test_an_empty_study_says_so() -> None:
    assert "No cell has answers yet" in in_two_sentences([row("base", None)], [])


@pytest.fixture
def store(tmp_path: Path) -> tuple[Path, str]:
    picture = Image.new("RGB", (200, 100), (9, 9, 9))
    digest = pixels_digest(picture)
    store_image(tmp_path, digest, picture)
    return tmp_path, digest


def test_a_contact_sheet_is_a_picture(store: tuple[Path, str]) -> None:
    assert contact_sheet(store[0], [store[1]] * 20).startswith("![sampled images](data:image/png;base64,")


def test_texts_of_models_cannot_break_out_of_the_table(store: tuple[Path, str]) -> None:
    text = "a | b\n| c | `code` ![x](http://evil) <script>"
    images = pl.DataFrame({"image_id": ["i"], "pixels_digest": [store[1]], "label": ["positive"]})
    written = pl.DataFrame(
        {"control": ["image"], "protocol": ["corrected"], "image_id": ["i"], "prompt_id": ["p"], "text": [text]}
    )
    lines = sample_texts(store[0], images, written).splitlines()
    assert len(lines) == 3
    assert lines[2].count("|") == 5
    assert lines[2].count("`") == 2


class Page(HTMLParser):
    """What a browser would make of a page, as far as these tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def references(self) -> list[str]:
        names = ("src", "href", "srcset", "data", "action", "poster", "background")
        return [value or "" for _, attributes in self.tags for name, value in attributes.items() if name in names]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, StudyPaths, Written]:
    study = load_study("embedded")
    paths = StudyPaths(tmp_path_factory.mktemp("data"), study.study)
    write_database(paths, whole_rows(study, paths, HOSTILE))
    return study, paths, write_report(study, paths)


@pytest.fixture(scope="module")
def page(whole: tuple[Study, StudyPaths, Written]) -> str:
    return whole[2].page.read_text(encoding="utf-8")


def test_the_page_is_one_file_that_asks_for_nothing_else(page: str) -> None:
    parsed = Page(page)
    assert not parsed.of("script")
    assert all(reference.startswith(("data:", "#", "cards/")) for reference in parsed.references())
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert len(page.encode()) < MOST_BYTES


def test_texts_of_models_are_shown_and_not_obeyed(page: str) -> None:
    parsed = Page(page)
    assert "<script>alert(1)</script>" in parsed.text
    assert not [tag for tag, attributes in parsed.tags if any(name.startswith("on") for name in attributes)]
    assert "evil.example" not in " ".join(parsed.references())


def test_every_picture_says_what_is_seen(page: str, whole: tuple[Study, StudyPaths, Written]) -> None:
    pictures = Page(page).of("img")
    assert len(pictures) > 40
    assert all(len(picture["alt"] or "") > 20 for picture in pictures)
    drawn_ones = [picture for picture in pictures if (picture["src"] or "").startswith("data:image/svg")]
    # What a figure shows stands in its words: models or tasks, and numbers with their intervals or shares.
    assert all(re.search(r"0\.\d\d", picture["alt"] or "") for picture in drawn_ones)


def test_figures_hold_no_reference_and_no_font_file(page: str) -> None:
    for picture in Page(page).of("img"):
        kind, _, data = (picture["src"] or "").partition(";base64,")
        if kind == "data:image/svg+xml":
            text = base64.b64decode(data).decode()
            outside = [link for link in re.findall(r"(?:href|src)=\"([^\"]*)\"", text) if not link.startswith("#")]
            assert not outside
            assert "@import" not in text


def test_every_section_says_that_the_models_are_toys(page: str) -> None:
    sections = page.split("<section ")[1:]
    assert len(sections) == SECTIONS
    assert all("toy models" in section for section in sections)
    assert "The models of this study are toys." in Page(page).text
    assert "@bottom-center" in page


def test_every_section_is_in_the_list_at_the_top(page: str) -> None:
    parsed = Page(page)
    linked = [reference[1:] for reference in parsed.references() if reference.startswith("#")]
    assert linked == [section["id"] for section in parsed.of("section")]


def test_claims_come_with_verdict_effect_interval_n_and_rule(page: str) -> None:
    claims = page.split('<article class="claim ')[1:]
    assert len(claims) == 5
    assert [claim.split('"')[0] for claim in claims] == [
        "supported",
        "contradicted",
        "undecided",
        "supported",
        "undecided",
    ]
    for claim in claims:
        assert "0.12" in claim
        assert "95 % interval 0.03 to 0.21" in claim
        assert "n = 400 images, 16 cells" in claim
        assert "A written rule." in claim
    assert "2 are supported, 1 is contradicted and 2 are undecided here, at this n" in Page(page).text


def test_the_preface_is_honest(page: str) -> None:
    text = Page(page).text
    assert "No number of the published study" in text
    assert "0.40 to 0.60" in text
    assert "wordings of our own" in text


def test_a_card_for_every_model(whole: tuple[Study, StudyPaths, Written]) -> None:
    study, _, written = whole
    assert {path.name for path in written.cards} == {
        f"{model}.{end}" for model in study.models for end in ("html", "png")
    }
    for path in written.cards:
        if path.suffix == ".png":
            with Image.open(path) as picture:
                assert picture.format == "PNG"
                assert picture.width > 800
            continue
        text = path.read_text(encoding="utf-8")
        assert "A toy model" in text
        assert path.stem in text
        assert all(reference.startswith("data:") for reference in Page(text).references())
        assert all(picture["alt"] for picture in Page(text).of("img"))


def test_the_same_database_gives_the_same_bytes(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    write_database(paths, whole_rows(study, paths))
    first = _contents(write_report(study, paths))
    assert _contents(write_report(study, paths)) == first


def _contents(written: Written) -> list[bytes]:
    return [path.read_bytes() for path in (written.page, *written.cards)]


def test_figures_go_to_the_web_ui_by_section(whole: tuple[Study, StudyPaths, Written]) -> None:
    pictures = whole[2].pictures
    assert {"accuracy", "wording", "ladder", "reliance", "embeddings"} <= set(pictures)
    text = cell_pictures.as_markdown(pictures["accuracy"])
    assert text.count("![") == len(pictures["accuracy"])
    assert text.count("](data:image/") == len(pictures["accuracy"])


def test_parts_without_rows_say_so(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    rows = whole_rows(study, paths)
    kept = ("grid", "study_summary", "response_label_rates", "checkpoints", "images")
    write_database(paths, {name: rows[name] for name in kept})
    text = Page(write_report(study, paths).page.read_text(encoding="utf-8")).text
    for words_of_part in (
        "No claim has been decided on",
        "declares no contrast",
        "more than one wording",
        "both polarities",
        "No control was asked beside the image",
        "no probes and answers",
        "no diagnostician",
        "does not ask as published",
        "no answers to show",
        "No two raters",
        "Nothing was generated",
    ):
        assert words_of_part in text, words_of_part


def test_a_database_without_a_single_row(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    write_database(paths, {})
    written = write_report(study, paths)
    assert "There are no responses yet" in written.page.read_text(encoding="utf-8")
    assert "no embeddings" in written.page.read_text(encoding="utf-8")
    assert written.cards == ()


def test_a_model_without_pair_and_an_alias_of_odd_characters(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    odd = '../<b>"x"&$a$'
    alone = Model(checkpoint="somewhere", family="gemma3")
    study = study.model_copy(update={"models": {odd: alone}, "contrasts": None})
    paths = StudyPaths(tmp_path, study.study)
    write_database(paths, whole_rows(study, paths))
    written = write_report(study, paths)
    page = written.page.read_text(encoding="utf-8")
    assert not Page(page).of("b")
    assert "toy models" not in page
    assert {path.parent for path in written.cards} == {paths.root / "reports" / study.study / "cards"}
    assert len(written.cards) == 2
    assert "no toy" in page


def test_half_published_cells_are_left_out_of_figures_and_named_in_the_table(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    rows = whole_rows(study, paths)
    for cell in rows["study_summary"][1:]:
        cell.update(
            {name: None for name in cell if name not in ("study", "model", "task", "pair", "role")} | {"missing": 9}
        )
    write_database(paths, rows)
    assert '<td class="number">9</td>' in write_report(study, paths).page.read_text(encoding="utf-8")


def test_an_image_that_is_gone_leaves_a_gap_and_not_an_error(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    rows = whole_rows(study, paths)
    for image in rows["images"]:
        image["pixels_digest"] = "00" * 32
    write_database(paths, rows)
    shown = examples(read_published(study, paths), cast_of(study))
    assert len(shown) == 12
    assert {example.picture for example in shown} == {None}
    claims = {"before": [], "after": [], "claims": [], "claims_words": "", "cards": []}
    assert "image not in the store" in rendered("report.html", study=study, examples=shown, **claims)


def test_the_gallery_is_the_same_for_the_same_seed_and_another_for_another(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    write_database(paths, whole_rows(study, paths))

    def gallery(seed: int) -> list[Example]:
        return examples(read_published(study.model_copy(update={"seed": seed}), paths), cast_of(study))

    assert gallery(1) == gallery(1)
    assert gallery(1) != gallery(2)
    assert {example.outcome for example in gallery(1)} == {"right", "wrong", "no verdict"}


def test_nothing_published_is_said_as_everywhere(tmp_path: Path) -> None:
    with pytest.raises(NotPublishedError, match="No database of study embedded yet"):
        write_report(load_study("embedded"), StudyPaths(tmp_path, "embedded"))


def test_a_database_of_an_earlier_version_is_named_as_such(tmp_path: Path) -> None:
    import duckdb

    study = load_study("embedded")
    paths = StudyPaths(tmp_path, "embedded")
    paths.database.parent.mkdir(parents=True)
    with duckdb.connect(str(paths.database)) as connection:
        connection.execute("create table study_summary as select 'm' as model, 't' as task")
    with pytest.raises(NotPublishedError, match="earlier version"):
        write_report(study, paths)


def test_cards_of_models_that_are_gone_go(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    paths = StudyPaths(tmp_path, study.study)
    rows = whole_rows(study, paths)
    gone, kept = study.models
    rows["study_summary"] = [found for found in rows["study_summary"] if found["model"] == kept]
    write_database(paths, rows)
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / f"{gone}.html").touch()
    (folder / "note.txt").touch()
    written = write_cards(read_published(study, paths), cast_of(study), folder)
    assert {path.name for path in folder.iterdir()} == {f"{kept}.html", f"{kept}.png", "note.txt"}
    assert set(written) == {folder / f"{kept}.html", folder / f"{kept}.png"}


@pytest.mark.parametrize("alias", ["tiny-gemma", "A.b_c-1", "x"])
def test_a_usual_alias_is_its_own_file_name(alias: str) -> None:
    assert card_name(alias) == alias


@pytest.mark.parametrize("alias", ["../up", "a/b", "a b", ".hidden", "модель", "-x", "a\0b"])
def test_an_odd_alias_is_no_path(alias: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", card_name(alias))
    assert card_name(alias) != card_name(alias + "/")


def test_numbers_are_written_with_their_interval() -> None:
    found = {"x": 0.5, "x_low": 0.404, "x_high": 0.6}
    assert estimate(found, "x") == "0.50 (0.40 to 0.60)"
    assert estimate({"x": 0.5}, "x") == "0.50"
    assert estimate({}, "x") == "–"
    assert difference({"x": -0.1, "x_low": -0.2, "x_high": 0.001}, "x") == "−0.10 (−0.20 to 0.00)"
    assert [signed(value) for value in (0.1, -0.1, 0.0, -0.001, None)] == ["+0.10", "−0.10", "0.00", "0.00", "–"]
    assert [share(value) for value in (-0.2, -0.001, None)] == ["−0.20", "0.00", "–"]
    assert [p_value(value) for value in (0.0001, 0.0349, 1.0, None)] == ["< 0.001", "0.035", "1.000", "–"]
    assert (interval(None, 0.1), span([]), span([7, 7]), span([7, 1200])) == ("", "–", "7", "7 to 1,200")
    assert [listed(each) for each in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_intervals_are_counted_against_a_line_and_those_without_ends_lie_on_no_side() -> None:
    rows: list[dict[str, Any]] = [
        {"l": 0.1, "h": 0.2},
        {"l": -0.2, "h": -0.1},
        {"l": -0.1, "h": 0.1},
        {"l": None, "h": None},
    ]
    assert sides(rows, "l", "h") == (1, 1, 4)
    assert sides(rows, "l", "h", lambda _: -0.15) == (2, 0, 4)


def test_chance_is_half_the_coverage() -> None:
    rows: list[dict[str, Any]] = [
        {"coverage": 0.6, "strict_accuracy_low": 0.31, "strict_accuracy_high": 0.5},
        {"coverage": 1.0, "strict_accuracy_low": 0.31, "strict_accuracy_high": 0.49},
        {"coverage": 1.0, "strict_accuracy_low": 0.4, "strict_accuracy_high": 0.6},
    ]
    assert "above that line in 1 of 3 cells of model and task, and wholly below in 1" in chance_sentence(rows)
    assert not chance_sentence([])


def test_pairs_are_counted_after_correction() -> None:
    def pair(change: float, p: float, declared: bool = True) -> dict[str, Any]:
        return {"outcome": "strict_accuracy", "declared": declared, "difference": change, "p_adjusted": p}

    rows = [pair(0.1, 0.04), pair(0.2, 0.06), pair(-0.1, 0.01), pair(0.3, 0.001, declared=False)]
    words_of_pairs = pairs_sentence(rows)
    assert "ahead of its base in 1 of 3 declared contrasts, behind in 1, and not told apart in 1" in words_of_pairs


def test_claims_are_counted_once_each() -> None:
    rows = [{"claim": 1, "claim_verdict": "supported"}] * 2 + [{"claim": 2, "claim_verdict": "undecided"}]
    assert "Of 2 claims" in claims_sentence(rows)
    assert "1 is supported, 0 are contradicted and 1 is undecided" in claims_sentence(rows)


def test_the_widest_range_is_named_with_its_chance() -> None:
    def wording(outcome: str, value: float) -> dict[str, Any]:
        told = {"model": "m", "task": "a_b", "meaning": "c_d", "outcome": outcome, "n_images": 100, "range": value}
        return told | {"range_low": value - 0.1, "range_high": value + 0.1, "range_by_chance": 0.15}

    rows = [wording("accuracy", 0.2), wording("accuracy", 0.3), wording("refusal_rate", 0.9)]
    first, second = wording_sentences(rows)
    assert "0.30 (0.20 to 0.40) (m on a b, c d, 100 images)" in first
    assert "0.15" in first
    assert "1 of 2 sets of wordings for accuracy, and in 1 of 1 for refusals" in second


def test_costs_add_up() -> None:
    costs = {"generations": 10, "tokens_read": 100, "tokens_shared": 60, "seconds": 2.0}
    assert "20 generations took 4 seconds" in costs_sentence([costs, costs])
    assert "60%" in costs_sentence([costs, costs])


def test_a_figure_in_words_has_every_point_or_the_ends_of_many() -> None:
    few = Dots("T", ["a", "b"], [Series("m", [Point(0.5, 0.4, 0.6), None], 0)], Axis("share\nn = 3"), "chance")
    assert words(few) == "T. Share, n = 3. m: a 0.50 (0.40 to 0.60). Grey ticks: chance."
    many = Dots(
        "T", [f"r{place}" for place in range(12)], [Series("m", [Point(v / 20) for v in range(12)], 0)], Axis("x")
    )
    assert "12 points, lowest r0 0.00, highest r11 0.55" in words(many)
    assert words(Bars("T", ["a", "b"], {"x": [0.5, None], "y": [0.25, None]}, "s")) == (
        "T. S. a: x 0.50, y 0.25; b: no rows."
    )


def test_figures_bear_names_that_look_like_mathematics_and_missing_ends() -> None:
    panel = Dots(
        "$\\frac$",
        ["$a", "long name " * 9],
        [Series("$_x$", [Point(0.5), Point(None)], 0), Series("y", [None, Point(0.2, 0.3, 0.1)], 8)],
        Axis("$x", -1),
    )
    assert drawn(panel).startswith("data:image/svg+xml;base64,")
    assert drawn(panel) == drawn(panel)
    assert max(len(line) for line in wrapped("long name " * 9).split("\n")) <= 17


def test_models_keep_their_place_and_pairs_stand_together() -> None:
    cast = cast_of(load_study("embedded"))
    assert [group.models for group in cast.groups] == [
        ("tiny-llava", "tiny-llava-med"),
        ("tiny-gemma", "tiny-medgemma"),
    ]
    assert cast.partners("tiny-medgemma") == ("tiny-gemma", "tiny-medgemma")
    rows = [{"model": model, "task": "pneumonia", "v": 0.5} for model in ("tiny-medgemma", "unknown", "tiny-llava")]
    series = cast.series(rows, cast.models, lambda found: Point(found["v"]))
    assert [(each.name, each.place) for each in series] == [("tiny-llava (base)", 0), ("tiny-medgemma (medical)", 3)]
    assert [point is None for point in series[0].points] == [True, False, True, True]


def test_the_plane_is_seeded_and_bears_equal_vectors() -> None:
    vectors = [[float(place % 5), float(place), 1.0] for place in range(12)]
    assert plane(vectors, 1).tolist() == plane(vectors, 1).tolist()
    assert plane(vectors, 1).shape == (12, 2)
    assert plane([[1.0, 1.0]] * 10, 1).tolist() == [[0.0, 0.0]] * 10


def effects(**more: Any) -> dict[str, Any]:
    told = {"protocol": "corrected", "meaning": "disease", "outcome": "accuracy", "n_images": 100, "range": 0.2}
    return told | {"range_low": 0.1, "range_high": 0.3, "range_by_chance": 0.05} | more


def test_pictures_of_a_cell_are_small_markdown() -> None:
    statistics = [
        {"protocol": "corrected", "control": control, "prompt_id": None, "metric": f"rate_{label}", "estimate": 0.2}
        for control in ("image", "blank")
        for label in ("answered", "hedged", "refused", "off_task", "empty")
    ]
    probes = pl.DataFrame(
        {"rung": ["tower", "answer"], "accuracy": [0.9, 0.6], "low": [0.8, 0.5], "high": [1.0, 0.7], "n": 9}
    )
    wordings = [effects(), effects(outcome="refusal_rate"), effects(protocol="as_published", range=0.9)]
    for text in (
        cell_pictures.wording_picture(wordings),
        cell_pictures.labels_picture(statistics),
        cell_pictures.ladder_picture(probes),
    ):
        assert re.fullmatch(r"!\[[^\[\]]+\]\(data:image/svg\+xml;base64,[A-Za-z0-9+/=]+\)", text)
        assert len(text) < 60_000
    assert "0.90" not in cell_pictures.wording_picture(wordings)
    assert "vision tower 0.90 (0.80 to 1.00)" in cell_pictures.ladder_picture(probes)


def test_pictures_of_a_cell_without_rows_are_a_word() -> None:
    assert cell_pictures.wording_picture([]) == "none"
    assert cell_pictures.labels_picture([]) == "none"
    assert cell_pictures.ladder_picture([]) == "none"
    assert cell_pictures.claims_table([]) == "none"


def test_the_table_of_claims_is_sound_markdown() -> None:
    claim = {"claim": 2, "statement": "a | b", "estimand": "c\nd", "verdict": "undecided", "claim_verdict": "undecided"}
    rest = {"effect": -0.1, "low": -0.2, "high": 0.0, "level": 0.9, "p_value": None, "n_images": 1200, "n_cells": 4}
    lines = cell_pictures.claims_table([claim | rest, claim | rest | {"claim": 1}]).splitlines()
    assert len(lines) == 4
    assert {line.count("|") for line in lines} == {9}
    assert lines[2].startswith("| 1. a / b | undecided | c d | undecided | −0.10 (−0.20 to 0.00) at 90%")

"""One cell from a click to its pictures."""

from playwright.sync_api import expect

from medfrag_assets_tests.browser.conftest import Workplace


def test_a_cell_is_materialized_by_clicking_and_shows_its_checks_and_pictures(workplace: Workplace) -> None:
    ui, cell = workplace.ui, workplace.cell("tiny-medgemma", "brain_tumor")
    ui.open_asset("small", "responses")
    expect(ui.page.get_by_text("Never materialized")).to_be_visible()
    ui.materialize(cell.checkpoint, cell.task)

    # Green: the partition, and nothing but it.
    ui.open_asset("small", "responses", "partitions")
    expect(ui.page.get_by_text("Materialized (1)")).to_be_visible()
    expect(ui.page.get_by_text("Missing (3)")).to_be_visible()
    ui.open_cell(cell)
    expect(ui.page.get_by_text("Materialized", exact=True)).to_be_visible()

    samples = ui.show("samples")
    pictures = samples.get_by_alt_text("image")
    expect(pictures.first).to_be_visible()
    widths = pictures.evaluate_all("images => images.map(image => image.naturalWidth)")
    assert len(widths) == 6
    assert min(widths) > 32
    assert set(samples.get_by_role("row").locator("td:nth-child(2)").all_inner_texts()) <= {"positive", "negative"}

    ui.open_asset("small", "responses", "checks")
    expect(ui.page.get_by_text("Passed").first).to_be_visible()
    expect(ui.page.get_by_text("schema_and_values").first).to_be_visible()


def test_the_run_carries_the_tags_that_place_it(workplace: Workplace) -> None:
    (run,) = [run for run in workplace.dagster.instance.get_runs() if "medfrag/gpu_memory_gb" in run.tags]
    assert run.tags["medfrag/model"] == "tiny-medgemma"

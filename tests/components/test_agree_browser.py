"""An agreement as people make it, in a real browser: worries, promises, the child’s page beside them, both printed."""

import contextlib
import io
import re
from pathlib import Path

import docx
import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
from playwright.sync_api import Page, TimeoutError, expect

from tests.components.running_app import add_person, begin_plan, go
from tests.plans.render.reading_order import read_pdf

pytestmark = pytest.mark.browser


def add(page: Page, part: str, button: str, words: str, number: int) -> None:
    """One more worry or promise, typed into its field and left with Tab."""
    page.get_by_role("button", name=re.compile(f"^{part}")).click()
    page.get_by_role("button", name=button).click()
    area = page.locator("[class*='st-key-text_'] textarea")
    expect(area).to_have_count(number)
    area.nth(number - 1).fill(words)
    area.nth(number - 1).press("Tab")
    expect(page.get_by_role("button", name=f"{part} ({number})")).to_be_visible()


def choose(page: Page, label: str, number: int, option: str) -> None:
    """Pick an option; a list that the answer to the last choice closed is opened again, as a person would."""
    field = page.get_by_label(label, exact=True).nth(number - 1)
    wanted = page.get_by_role("option", name=option)
    for _ in range(4):
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        field.click()
        with contextlib.suppress(TimeoutError):
            wanted.click(timeout=2_000)
            return
    wanted.click()


def download(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as got:
        page.get_by_role("button", name=button).click()
    return got.value.suggested_filename, Path(got.value.path()).read_bytes()


def test_two_worries_and_four_promises_are_agreed_told_to_the_child_and_printed(page: Page):
    begin_plan(page, "Sam")
    add_person(page, "Mum", "mum", "07700 900111")
    add_person(page, "Nana Jo", "grandma", "01632 960222")
    go(page, "Agree")
    add(page, "Worries", "Add a worry", "Sam was alone on Monday.", 1)
    add(page, "Worries", "Add a worry", "Sam had no breakfast.", 2)
    for number, (who, words) in enumerate(
        [
            ("Mum", "will be at home after school"),
            ("Nana Jo", "will ring on Mondays"),
            ("Mum", "will make breakfast for Sam"),
            ("Nana Jo", "will bring fruit"),
        ],
        1,
    ):
        add(page, "Promises", "Add a promise", words, number)
        choose(page, "Who", number, who)
        choose(page, "Which worry it answers", number, "Sam was alone" if number < 3 else "Sam had no")
    expect(page.get_by_text("The child’s page does not say this yet.")).to_have_count(4)

    page.get_by_role("button", name="Put on the child’s page").nth(2).click()
    expect(page.get_by_text("The child’s page says: “Mum will make breakfast for you.”")).to_be_visible()
    expect(page.get_by_text("The child’s page does not say this yet.")).to_have_count(3)
    area = page.locator("[class*='st-key-text_'] textarea").nth(2)
    area.fill("will make porridge for Sam")
    area.press("Tab")
    expect(page.get_by_text("This was changed after the child’s page told it.")).to_be_visible()

    go(page, "Print")
    name, data = download(page, "Get the PDF")
    assert name.startswith("Plan-S-")
    assert ("P", "Mum will make breakfast for you.") in read_pdf(data).rows
    page.get_by_label("Which document").click()
    page.get_by_role("option", name="Working Together Agreement").click()
    expect(page.locator("svg .title text").first).to_have_text("Working together for Sam")
    name, data = download(page, "Get the PDF")
    assert name.startswith("Working-Together-Agreement-S-")
    rows = [text for _, text in read_pdf(data).rows]
    assert "• Mum will make porridge for Sam." in rows
    name, data = download(page, "Word file")
    assert name.endswith(".docx")
    (table,) = docx.Document(io.BytesIO(data)).tables
    assert [[cell.text for cell in row.cells][:2] for row in table.rows][1:] == [
        ["Sam was alone on Monday.", "Mum will be at home after school.\nNana Jo will ring on Mondays."],
        ["Sam had no breakfast.", "Mum will make porridge for Sam.\nNana Jo will bring fruit."],
    ]

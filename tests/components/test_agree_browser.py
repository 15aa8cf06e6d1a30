"""An agreement as people make it, in a real browser: worries, promises, the child’s page beside them, both printed."""

import contextlib
import io
import re
import zipfile
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
        choose(page, "Who", number + 1, who)  # the first is that of the line to write the next promise in
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
    assert "Mum will make porridge for Sam." in rows
    name, data = download(page, "Word file")
    assert name.endswith(".docx")
    (table,) = docx.Document(io.BytesIO(data)).tables
    assert [[cell.text for cell in row.cells][:2] for row in table.rows][1:] == [
        ["Sam was alone on Monday.", "Mum will be at home after school."],
        ["Sam was alone on Monday.", "Nana Jo will ring on Mondays."],
        ["Sam had no breakfast.", "Mum will make porridge for Sam."],
        ["Sam had no breakfast.", "Nana Jo will bring fruit."],
    ]


def say_at(page: Page, question: str, answer: str) -> None:
    """Answer a question of the Choose screen, once the app has taken in the last answer."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    group = page.get_by_role("radiogroup", name=re.compile(f"^{re.escape(question)}"))
    group.get_by_text(answer, exact=True).click()
    expect(group.get_by_role("radio", name=answer, exact=True)).to_be_checked()


def test_a_document_is_chosen_by_questions_and_printed_with_the_childs_page(page: Page):
    begin_plan(page, "Ada")
    add_person(page, "Mum", "mum", "07700 900111")
    go(page, "Choose")
    expect(page.get_by_role("radiogroup")).to_have_count(0)
    page.get_by_role("button", name="Nobody else can see the screen").click()
    say_at(page, "What do you need", "Family and professionals agree what each of them does, over weeks or months")
    say_at(page, "Is anybody hurt", "No")
    say_at(page, "Will a child stay", "No")
    say_at(page, "Can everybody who signs", "Yes")
    say_at(page, "Have you talked", "Yes")
    say_at(page, "Is there an agreement", "Yes, and it was not kept")
    say_at(page, "Why write it down", "So that the aim is clear")
    expect(page.get_by_text("An agreement that was not kept is no reason for another one.")).to_be_visible()
    say_at(page, "Is there an agreement", "No")
    expect(page.get_by_text("Family and professionals agree together what each of them does")).to_be_visible()
    page.get_by_role("button", name="Take this document").click()
    expect(page.get_by_role("heading", name="What the grown-ups agree")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Promises")).click()
    choose(page, "Who", 1, "Mum")
    page.get_by_label("What the person will do").fill("will read to Ada")
    page.get_by_label("What the person will do").press("Enter")
    expect(page.get_by_role("button", name="Promises (1)")).to_be_visible()
    page.get_by_role("button", name="Put on the child’s page").click()
    expect(page.get_by_text("The child’s page says: “Mum will read to you.”")).to_be_visible()
    go(page, "Print")
    expect(page.locator("svg .title text").first).to_have_text("Working together for Ada")
    page.get_by_label("Print with it").click()
    page.get_by_role("option", name="Words and pictures plan").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Get them all as one PDF")).to_be_visible()
    expect(page.locator("svg .title text", has_text="Ada’s plan")).to_be_visible()
    name, data = download(page, "Get them all as one PDF")
    assert name.startswith("Working-Together-Agreement-A-")
    rows = read_pdf(data).rows
    assert [text for tag, text in rows if tag == "H1"] == ["Working together for Ada", "Ada’s plan"]
    assert ("P", "Mum will read to Ada.") in rows
    assert ("P", "Mum will read to you.") in rows
    name, data = download(page, "Get each as its own PDF (zip)")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert sorted(one.partition("-A-")[0] for one in file.namelist()) == ["Plan", "Working-Together-Agreement"]


def test_an_agreement_in_word_is_brought_in(page: Page, tmp_path: Path):
    paper = docx.Document()
    paper.add_heading("If things go wrong", 2)
    paper.add_paragraph("If Mum is ill, Grandma Joy will come. Blue is a colour.")
    paper.add_heading("What we will do", 2)
    paper.add_paragraph("Grandma Joy will cook on Sundays.")
    paper.save(str(tmp_path / "paper.docx"))
    page.get_by_label("The children’s names").fill("Ella")
    page.get_by_test_id("stFileUploader").nth(1).locator("input").set_input_files(tmp_path / "paper.docx")
    expect(page.get_by_text("paper.docx")).to_be_visible()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", name="What the grown-ups agree")).to_be_visible()
    expect(page.get_by_text("We found a place for 0 worries, 1 promise and 2 other sentences.")).to_be_visible()
    expect(page.locator("[class*='st-key-text_p1'] textarea")).to_have_value("will cook on Sundays.")
    page.get_by_role("button", name=re.compile(r"^If something goes wrong \(2\)")).click()
    expect(page.locator("[class*='st-key-text_x1'] textarea")).to_have_value("If Mum is ill, Grandma Joy will come.")

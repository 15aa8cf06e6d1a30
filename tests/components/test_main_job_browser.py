"""The main job as a person does it: from a blank page to the printed sheet, in a real browser."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
import pikepdf
from playwright.sync_api import Locator, Page, expect

from icon_library.faces import face_art
from plans.editing import phrases_of
from plans.render.pdf_picture import drawing_form
from plans.store.files import FileStore
from tests.components.running_app import RunningApp, add_person, begin_plan, go
from tests.plans.render.reading_order import read_pdf

pytestmark = pytest.mark.browser

EXPECTED_HEADINGS = ["Sam’s plan", "Every day", "Who is who", "We have read this plan together"]


def write(page: Page, words: str) -> None:
    page.locator(".draft textarea").click()
    page.keyboard.type(words, delay=15)


def phrase(page: Page, words: str) -> Locator:
    return page.locator(".card :is(.phrase, .chip)", has_text=words).first


def shown(page: Page, words: str, alt: str) -> None:
    """Wait until these words stand with this picture in the editor and on the page beside it."""
    expect(phrase(page, words)).to_have_attribute("aria-label", re.compile(f"with a picture of {alt}"))


def do_the_main_job(page: Page) -> None:
    """Two people; a sentence from a starter, one typed with its picture accepted, one with it swapped."""
    begin_plan(page, "Sam")
    add_person(page, "Mum", "mum", "07700 900111", "Long", "Dark")
    add_person(page, "Nana Jo", "grandma", "01632 960222", "An older grown-up", "In a bun", "Light")
    go(page, "Write")
    page.get_by_role("button", name="Every day").click()
    expect(page.locator(".wp-heading")).to_have_text("Every day")

    page.get_by_role("button", name="Pick a starter").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("enough to eat")).first.click()
    dialog.get_by_label("Who?").first.click()
    page.get_by_role("option", name="Mum").click()
    dialog.get_by_role("button", name="Put it in the plan").click()
    expect(dialog).to_be_hidden()
    shown(page, "enough to eat", "plate")

    write(page, "You will have clean clothes for school.")
    phrase(page, "clean clothes").click()
    page.locator(".wp-heading").click()
    shown(page, "clean clothes", "washing machine")

    write(page, "Nana Jo will read you a story.")
    phrase(page, "Nana Jo").click()
    page.locator(".wp-heading").click()
    shown(page, "Nana Jo", "Nana Jo")
    phrase(page, "story").click()
    page.locator(".tile").nth(1).click()


def test_a_worker_makes_a_plan_and_prints_it(page: Page, app: RunningApp, tmp_path: Path):
    do_the_main_job(page)
    go(page, "Page")
    expect(page.locator("svg .title text").first).to_have_text("Sam’s plan")
    go(page, "Print")
    with page.expect_download() as download:
        page.get_by_role("button", name="Get the PDF").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert re.fullmatch(r"Plan-S-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.pdf", file.name)
    data = file.read_bytes()
    rows = read_pdf(data).rows
    assert [text for tag, text in rows if tag in ("H1", "H2")] == EXPECTED_HEADINGS
    assert [text for tag, text in rows if tag == "P" and "will" in text][1:] == [
        "Mum [Mum] will make sure you have enough to eat [plate with knife and fork] every day.",
        "You will have clean clothes [washing machine] for school.",
        "Nana Jo [Nana Jo] will read you a story. [bedtime story]",
    ]
    mum = face_art("long", "brown", 4, False, "grown_up")
    nana = face_art("bun", "brown", 2, False, "older")
    assert {drawing_form(mum).operators, drawing_form(nana).operators} <= drawings(data)


def drawings(data: bytes) -> set[bytes]:
    """The drawings that a PDF holds, packed as they stand in it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        return {one.read_raw_bytes() for one in found}


def test_words_typed_while_the_app_is_down_are_there_when_it_is_back(page: Page, app: RunningApp):
    begin_plan(page, "Sam")
    go(page, "Write")
    write(page, "Before the fall.")
    page.locator(".wp-heading").click()
    expect(page.locator("svg .sentence text", has_text="Before the fall.")).to_be_visible(timeout=15_000)
    app.kill()
    write(page, "While it was down.")
    app.start()
    expect(page.locator("svg .sentence text", has_text="While it was down.")).to_be_visible(timeout=30_000)
    page.reload()
    expect(page.locator("svg .sentence text", has_text="While it was down.")).to_be_visible(timeout=30_000)


def test_a_second_window_is_told_and_neither_loses_words(page: Page, app: RunningApp):
    begin_plan(page, "Sam")
    go(page, "Write")
    expect(page.locator(".wp-heading")).to_be_visible()
    address = page.url
    second = page.context.new_page()
    second.goto(address)
    expect(second.locator(".wp-heading")).to_be_visible(timeout=30_000)
    write(page, "Mine.")
    page.locator(".wp-heading").click()
    expect(page.locator("svg .sentence text", has_text="Mine.")).to_be_visible(timeout=15_000)
    second.wait_for_timeout(2_500)
    write(second, "Yours.")
    second.locator(".wp-heading").click()
    expect(second.get_by_text("open in another window too").first).to_be_visible(timeout=15_000)
    go(page, "Page")
    expect(page.get_by_role("heading", name="How the page looks")).to_be_visible(timeout=15_000)
    go(second, "Page")
    expect(second.get_by_text("Another window saved this plan").first).to_be_visible(timeout=15_000)
    second.get_by_role("button", name="Keep mine as a plan of its own").click()
    expect(second.get_by_text("Another window saved this plan")).to_have_count(0, timeout=15_000)
    expect(second.locator("svg .sentence text", has_text="Yours.")).to_be_visible(timeout=15_000)
    store = FileStore(app.home)
    kept = {phrase.words for name in store.ids() for phrase in phrases_of(store.get(name).plan)}
    assert kept == {"Mine.", "Yours."}


def test_words_typed_without_a_pause_are_kept_within_a_second(page: Page, app: RunningApp):
    begin_plan(page, "Sam")
    go(page, "Write")
    page.locator(".draft textarea").click()
    store = FileStore(app.home)
    (name,) = store.ids()
    words = "Mum will cook tea for you and read you a story every day after school. "
    page.keyboard.type(words, delay=80)  # nearly six seconds without a pause of 150 ms
    kept = [phrase.words for draft in store.drafts(name) for phrase in phrases_of(draft.plan)]
    assert kept and words.startswith(kept[0]) and len(words) - len(kept[0]) < 20


def test_a_notice_that_comes_while_somebody_types_takes_no_letter(page: Page, app: RunningApp):
    begin_plan(page, "Sam")
    go(page, "Write")
    write(page, "First. ")
    page.locator(".wp-heading").click()
    expect(page.locator("svg .sentence text", has_text="First.")).to_be_visible(timeout=15_000)
    store = FileStore(app.home)
    (name,) = store.ids()
    plan = store.get(name).plan
    page.locator(".draft textarea").click()
    page.keyboard.type("One two three ", delay=60)
    store.save(name, replace(plan, title="Somebody else’s"), store.versions(name)[0])
    page.wait_for_timeout(2_200)
    page.keyboard.type("four five six seven eight nine ten.", delay=60)
    expect(page.get_by_text("Another window saved this plan").first).to_be_visible(timeout=15_000)
    expect(
        page.locator("svg .sentence text", has_text="One two three four five six seven eight nine ten.")
    ).to_be_visible(timeout=15_000)


def test_a_phone_number_is_kept_without_leaving_its_field(page: Page, app: RunningApp):
    begin_plan(page, "Sam")
    add_person(page, "Mum", "mum", "07700 900111")
    page.get_by_label("Phone number").click()
    page.keyboard.press("End")
    for _ in range(3):
        page.keyboard.press("Backspace")
    page.keyboard.type("222", delay=60)
    page.wait_for_timeout(1_500)
    store = FileStore(app.home)
    (name,) = store.ids()
    assert [draft.plan.people[0].phone for draft in store.drafts(name)] == ["07700 900222"]


def test_a_fast_typist_loses_neither_caret_nor_sentence(page: Page, app: RunningApp):
    begin_plan(page, "Sam")
    go(page, "Write")
    page.locator(".draft textarea").click()
    for number in range(40):
        page.keyboard.type(f"Number {number}.", delay=15)
        page.keyboard.press("Enter")
    expect(page.locator("svg .sentence text", has_text="Number 39.")).to_be_visible(timeout=15_000)
    store = FileStore(app.home)
    (name,) = store.ids()
    (plan,) = [draft.plan for draft in store.drafts(name)] or [store.get(name).plan]
    assert [phrase.words for phrase in phrases_of(plan)] == [f"Number {number}." for number in range(40)]


def test_a_picture_swapped_once_is_offered_for_every_place_of_its_idea(page: Page):
    page.get_by_role("button", name="Amara and Theo’s plan").click()
    go(page, "Write")
    page.get_by_role("button", name="Every day").click()
    expect(phrase(page, "bath")).to_be_visible()
    write(page, "Dad runs the bath on Sundays.")
    phrase(page, "runs the bath").click()
    shown(page, "runs the bath", "bath")
    phrase(page, "bath").click()
    before = [tile.get_attribute("data-at") for tile in page.locator(".tile").all()]
    page.get_by_role("button", name="shower", exact=True).click()
    page.get_by_role("button", name="Use this picture in 1 other place too").click()
    shown(page, "runs the bath", "shower")
    expect(page.locator(".reason")).to_have_text("Chosen for “have a bath” in this plan")
    assert [tile.get_attribute("data-at") for tile in page.locator(".tile").all()] == before
    page.get_by_role("button", name="Undo", exact=True).first.click()
    shown(page, "runs the bath", "bath")


def test_words_typed_while_another_part_is_on_its_way_stay_in_the_part_they_were_typed_in(page: Page):
    begin_plan(page, "Sam")
    go(page, "Write")
    first = page.locator(".wp-heading").inner_text()
    write(page, "You are good at drawing.")
    page.get_by_role("button", name="Every day").dispatch_event("click")
    page.keyboard.insert_text(" And at maths.")
    expect(page.locator(".wp-heading")).to_have_text("Every day")
    expect(page.locator(".card.typing")).to_have_count(1)
    page.get_by_role("button", name=first).click()
    expect(page.locator(".list .card", has_text="You are good at drawing. And at maths.")).to_be_visible()


def test_where_a_sentence_may_deny_a_thing_its_picture_is_asked_for_and_crossed_at_one_press(page: Page):
    begin_plan(page, "Sam")
    go(page, "Write")
    page.get_by_role("button", name="Every day").click()
    write(page, "Dad tipped his cider over the compost.")
    page.keyboard.press("Enter")
    asked = page.locator(".list .phrase", has_text="cider")
    expect(asked).to_have_attribute("aria-label", re.compile("Does this happen, or not"))
    asked.click()
    page.locator(".tile[data-at^='tile-not:']").first.click()
    shown(page, "cider", "no beer")
    expect(page.locator(".list .card", has_text="cider").locator(".question")).to_have_count(0)

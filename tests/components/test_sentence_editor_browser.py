"""The sentence editor in a real browser against a real server; what Python holds is read off the page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

LIST = "Mum and Dad have a [list](clipboard) on the fridge. – mum"
CLEAN = "You will have [enough to eat](plate), [clean clothes](washing_machine) and a [clean bed](bed)."
PHONES = "After tea, Mum [phones](telephone) Nana Jo on an ongoing basis."
SCHOOL = "You will get to [school](school) on [time](clock). – dad"


@contextmanager
def opened(browser: Browser, address: str, **screen: object) -> Iterator[Page]:
    """The harness, opened anew, with no error in its script when the test is over."""
    context = browser.new_context(**screen)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    expect(page.locator(".list .card")).to_have_count(4, timeout=30_000)
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def page(browser: Browser, server) -> Iterator[Page]:
    with opened(browser, server.address, viewport={"width": 1366, "height": 880}) as page:
        yield page


@pytest.fixture
def tablet(browser: Browser, server) -> Iterator[Page]:
    with opened(browser, server.address, viewport={"width": 1024, "height": 768}, has_touch=True) as page:
        yield page


def held(page: Page, *lines: str, section: str = "every_day", timeout: int = 10_000) -> None:
    """Wait until Python holds exactly these sentences."""
    expect(page.locator(f"#{section}")).to_have_text("\n".join(lines), use_inner_text=True, timeout=timeout)


def card(page: Page, words: str) -> Locator:
    return page.locator(".card", has_text=words)


def phrase(page: Page, words: str) -> Locator:
    return page.locator(".phrase", has_text=words)


def type_at_end(page: Page, words: str) -> None:
    page.locator(".draft textarea").click()
    page.keyboard.type(words)


def press_from_elsewhere(page: Page, name: str) -> None:
    """Press a Streamlit button without taking the caret away, as its keyboard shortcut does."""
    page.get_by_role("button", name=name, exact=True).evaluate("(button) => button.click()")


def caret(page: Page) -> list[object]:
    """What is being typed, and where."""
    return page.evaluate("""() => {
      const host = [...document.querySelectorAll("*")].find((one) => one.shadowRoot?.querySelector(".editor"));
      const area = host.shadowRoot.activeElement;
      return [area?.value, area?.selectionStart];
    }""")


def test_one_tap_takes_the_offered_picture(page):
    phrase(page, "Nana Jo").click()
    held(page, LIST, CLEAN, "After tea, Mum [phones](telephone) [Nana Jo](older_woman) on an ongoing basis.", SCHOOL)
    expect(card(page, "After tea").locator(".tile[aria-pressed=true]")).to_have_attribute("aria-label", "older woman")
    expect(page.locator(".status")).to_have_text("Saved")


def test_another_picture_is_chosen_in_place(page):
    phrase(page, "clean clothes").click()
    expect(page.locator(".tile")).to_have_count(3)
    expect(page.locator(".reason")).to_have_text("Because of “clean clothes”")
    page.get_by_role("button", name="soap", exact=True).click()
    held(page, LIST, CLEAN.replace("washing_machine", "soap"), PHONES, SCHOOL)


def test_a_picture_is_crossed_out_and_the_cross_taken_off_at_one_press(page):
    phrase(page, "clean clothes").click()
    page.get_by_role("button", name="Cross out").click()
    held(page, LIST, CLEAN.replace("washing_machine", "not:washing_machine"), PHONES, SCHOOL)
    expect(page.locator(".tile[aria-pressed=true]")).to_have_attribute("aria-label", re.compile("^not "))
    expect(page.locator(".tile")).to_have_count(3)
    page.get_by_role("button", name="soap", exact=False).click()
    held(page, LIST, CLEAN.replace("washing_machine", "not:soap"), PHONES, SCHOOL)
    page.get_by_role("button", name="No cross").press("Enter")
    held(page, LIST, CLEAN.replace("washing_machine", "soap"), PHONES, SCHOOL)
    expect(page.get_by_role("button", name="Cross out")).to_be_focused()


def test_where_a_sentence_may_deny_it_people_are_asked_for_the_plain_picture_or_the_crossed_one(page):
    type_at_end(page, "The cider went down the sink, and they drink squash.")
    page.keyboard.press("Enter")
    expect(phrase(page, "cider").locator(".mark")).to_have_text("?")
    card(page, "cider").get_by_role("button", name="Take all pictures").click()
    expect(page.locator("[aria-live]", has_text="Still asked about: 1")).to_have_count(1)
    poured = "The cider went down the sink, and they [drink](beer wine) squash."
    held(page, LIST, CLEAN, PHONES, SCHOOL, poured)
    phrase(page, "cider").click()
    expect(page.locator(".reason")).to_contain_text("Does this happen, or not?")
    labels = [tile.get_attribute("aria-label") for tile in page.locator(".tile").all()]
    assert labels == ["beer", "not beer", "wine", "not wine"]
    page.get_by_role("button", name="not beer", exact=True).click()
    held(page, LIST, CLEAN, PHONES, SCHOOL, poured.replace("cider", "[cider](not:beer)"))
    assert [tile.get_attribute("aria-label") for tile in page.locator(".tile").all()] == labels
    page.get_by_role("button", name="No cross").click()
    held(page, LIST, CLEAN, PHONES, SCHOOL, poured.replace("cider", "[cider](beer)"))


def test_a_question_about_a_picture_is_answered_by_keyboard_with_none(page):
    type_at_end(page, "The cider is gone.")
    page.keyboard.press("Enter")
    phrase(page, "cider").focus()
    page.keyboard.press("Enter")
    expect(phrase(page, "cider")).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="No picture").press("Enter")
    held(page, LIST, CLEAN, PHONES, SCHOOL, "The cider is gone. – cider")
    expect(phrase(page, "cider")).to_have_count(0)


def test_a_picture_turned_down_is_not_offered_again(page):
    phrase(page, "list").click()
    page.get_by_role("button", name="No picture").click()
    held(page, "Mum and Dad have a list on the fridge. – mum – list", CLEAN, PHONES, SCHOOL)
    expect(phrase(page, "list")).to_have_count(0)


def test_all_offers_of_a_sentence_are_taken_at_once(page):
    type_at_end(page, "They drink and shout.")
    expect(page.locator(".chip")).to_have_count(2)
    page.get_by_role("button", name="Take all pictures").last.click()
    held(page, LIST, CLEAN, PHONES, SCHOOL, "They [drink](beer wine) and [shout](not:angry).")


def test_a_phrase_works_by_keyboard(page):
    phrase(page, "Nana Jo").focus()
    page.keyboard.press("Enter")
    held(page, LIST, CLEAN, PHONES.replace("Nana Jo", "[Nana Jo](older_woman)"), SCHOOL)
    page.keyboard.press("Escape")
    expect(page.locator(".tile")).to_have_count(0)
    expect(phrase(page, "Nana Jo")).to_be_focused()


def test_a_picture_is_found_by_search_with_the_keyboard_alone(page):
    phrase(page, "clean clothes").click()
    page.get_by_role("button", name="Search…").click()
    page.keyboard.type("shirt")
    expect(page.locator(".result")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    held(page, LIST, CLEAN.replace("washing_machine", "shirt"), PHONES, SCHOOL)
    expect(phrase(page, "clean clothes")).to_be_focused()


def test_a_search_can_be_kept_to_a_category(page):
    phrase(page, "list").click()
    page.get_by_role("button", name="Search…").click()
    page.get_by_role("button", name="People").click()
    expect(page.get_by_role("button", name="People")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".note")).to_have_text("Nothing found. Try another word.")
    expect(page.locator("#heard")).to_have_text("ask ask", use_inner_text=True)


def test_any_words_can_have_a_picture(page):
    card(page, "on the fridge").get_by_role("button", name="Change the words").click()
    page.keyboard.press("End")
    page.get_by_role("button", name="Picture for these words…").first.click()
    expect(page.locator(".search input")).to_have_value("fridge")
    page.keyboard.type("teddy")
    page.locator(".result").click()
    held(page, LIST.replace("fridge", "[fridge](teddy)"), CLEAN, PHONES, SCHOOL)


def test_a_photo_is_asked_for_with_its_place(page):
    phrase(page, "clean bed").click()
    page.get_by_role("button", name="Our photo…").click()
    place = 'photo {"end": 58, "phrase": 5, "sentence": "s2", "start": 49}'
    expect(page.locator("#heard")).to_have_text(place, use_inner_text=True)


def test_typed_words_are_saved_and_keep_the_pictures_beside_them(page):
    card(page, "on the fridge").locator(".painted").click(position={"x": 600, "y": 20})
    page.keyboard.press("Home")
    page.keyboard.type("Today ")
    page.keyboard.press("End")
    page.keyboard.type(" Look!")
    held(page, "Today Mum and Dad have a [list](clipboard) on the fridge. Look! – mum", CLEAN, PHONES, SCHOOL)
    expect(page.locator("#heard")).to_have_text(re.compile("^typing:s1( typing:s1)*$"), use_inner_text=True)


def test_a_phrase_loses_its_picture_when_its_own_words_change_and_not_before(page):
    card(page, "on the fridge").get_by_role("button", name="Change the words").click()
    page.locator("textarea").first.evaluate("(area) => area.setSelectionRange(19, 19)")
    page.keyboard.type("long ")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    held(page, LIST.replace("[list]", "long [list]"), CLEAN, PHONES, SCHOOL)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Delete")
    held(page, "Mum and Dad have a long lst on the fridge. – mum", CLEAN, PHONES, SCHOOL)


def test_enter_goes_on_to_the_next_sentence_and_an_empty_one_is_left_out(page):
    card(page, "on the fridge").get_by_role("button", name="Change the words").click()
    page.keyboard.press("Enter")
    page.keyboard.type("It says who cooks.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".list .card")).to_have_count(6)
    page.keyboard.press("Escape")
    expect(page.locator(".list .card")).to_have_count(5)
    type_at_end(page, "One.")
    page.keyboard.press("Enter")
    page.keyboard.type("Two.")
    held(page, LIST, "It says who cooks.", CLEAN, PHONES, SCHOOL, "One.", "Two.")


def test_tapping_another_card_while_typing_does_what_was_tapped(page):
    type_at_end(page, "You can drink.")
    phrase(page, "Nana Jo").click()
    held(page, LIST, CLEAN, PHONES.replace("Nana Jo", "[Nana Jo](older_woman)"), SCHOOL, "You can drink.")
    expect(page.locator(".list .card")).to_have_count(5)


def test_the_words_being_typed_stay_under_the_caret_while_the_page_is_drawn_anew(page):
    card(page, "on the fridge").get_by_role("button", name="Change the words").click()
    page.keyboard.press("Home")
    for word in ("Now ", "and ", "then "):
        page.keyboard.type(word)
        expect(page.locator("#every_day")).to_contain_text(word)
    assert caret(page) == ["Now and then Mum and Dad have a list on the fridge.", 13]


def test_a_composed_word_is_not_cut_by_its_enter(page):
    page.locator(".draft textarea").click()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "かぞ", "selectionStart": 2, "selectionEnd": 2})
    client.send("Input.insertText", {"text": "家族"})
    held(page, LIST, CLEAN, PHONES, SCHOOL, "家族")
    expect(page.locator(".list .card")).to_have_count(4)


def test_sentences_move_by_keyboard(page):
    grip = card(page, "After tea").locator("[data-at=move]")
    grip.focus()
    page.keyboard.press("ArrowUp")
    expect(grip).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".unseen")).to_have_text("Moved to place 1 of 4")
    held(page, PHONES, LIST, CLEAN, SCHOOL)
    page.keyboard.press("Alt+ArrowDown")
    held(page, LIST, PHONES, CLEAN, SCHOOL)


def test_sentences_move_by_drag(page):
    grip = card(page, "You will get").locator("[data-at=move]").bounding_box()
    target = card(page, "on the fridge").bounding_box()
    page.mouse.move(grip["x"] + 20, grip["y"] + 20)
    page.mouse.down()
    page.mouse.move(grip["x"] + 20, target["y"] + 10, steps=12)
    page.mouse.up()
    held(page, SCHOOL, LIST, CLEAN, PHONES)


def test_a_finger_drags_a_sentence_too(tablet):
    grip = card(tablet, "You will get").locator("[data-at=move]").bounding_box()
    target = card(tablet, "on the fridge").bounding_box()
    finger = tablet.context.new_cdp_session(tablet)
    at = {"x": grip["x"] + 20, "y": grip["y"] + 20}
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    for part in range(1, 13):
        y = at["y"] + (target["y"] + 10 - at["y"]) * part / 12
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{**at, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    held(tablet, SCHOOL, LIST, CLEAN, PHONES)


def test_a_finger_takes_a_picture_while_words_are_typed_elsewhere(tablet):
    tablet.locator(".draft textarea").tap()
    tablet.keyboard.type("You can drink.")
    phrase(tablet, "Nana Jo").tap()
    held(tablet, LIST, CLEAN, PHONES.replace("Nana Jo", "[Nana Jo](older_woman)"), SCHOOL, "You can drink.")


def test_a_removed_sentence_comes_back_with_undo(page):
    card(page, "After tea").get_by_role("button", name="Remove this sentence").click()
    held(page, LIST, CLEAN, SCHOOL)
    expect(page.locator(".unseen")).to_have_text("Sentence removed. Undo brings it back.")
    page.get_by_role("button", name="Undo").click()
    held(page, LIST, CLEAN, PHONES, SCHOOL)
    expect(page.locator(".list .card")).to_have_count(4)


def test_undo_key_reaches_python_outside_a_text_and_not_inside(page):
    phrase(page, "Nana Jo").click()
    held(page, LIST, CLEAN, PHONES.replace("Nana Jo", "[Nana Jo](older_woman)"), SCHOOL)
    page.keyboard.press("Control+z")
    held(page, LIST, CLEAN, PHONES, SCHOOL)
    type_at_end(page, "Words")
    page.keyboard.press("Control+z")
    expect(page.locator("#heard")).not_to_contain_text("undo act undo")
    expect(phrase(page, "Nana Jo")).to_have_class(re.compile("offer"))


def test_who_said_it_is_kept(page):
    card(page, "After tea").get_by_label("Who said this?").select_option(label="Nana Jo said this")
    held(page, LIST, CLEAN, PHONES + " – nana_jo", SCHOOL)


def test_a_starter_comes_after_the_words_just_typed(page):
    type_at_end(page, "Mine first.")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Pick a starter").click()
    held(page, LIST, CLEAN, PHONES, SCHOOL, "Mine first.", "You can take your [teddy](teddy) with you.")
    expect(page.locator(".list .card")).to_have_count(6)


def test_another_section_opens_with_nothing_lost(page):
    type_at_end(page, "Last words.")
    page.get_by_role("button", name="Worries").click()
    expect(page.locator(".list .card")).to_have_count(1)
    held(page, LIST, CLEAN, PHONES, SCHOOL, "Last words.")
    type_at_end(page, "They shout.")
    page.get_by_role("button", name="Every day").click()
    held(page, "Mum and Dad drink a lot.", "They shout.", section="worries")
    expect(page.locator(".list .card")).to_have_count(5)


def test_words_still_under_way_are_not_lost_when_python_changes_the_section(page):
    type_at_end(page, "Last words.")
    press_from_elsewhere(page, "Worries")
    expect(page.locator(".list .card")).to_have_count(1)
    held(page, LIST, CLEAN, PHONES, SCHOOL, "Last words.")


def test_words_still_under_way_are_not_lost_when_python_adds_a_sentence(page):
    type_at_end(page, "Last ")
    press_from_elsewhere(page, "Add")
    page.keyboard.type("words, ", delay=60)
    page.keyboard.type("and more.", delay=60)
    added = "You can take your [teddy](teddy) with you."
    expect(page.locator("#every_day")).to_contain_text("and more.")
    assert sorted(page.locator("#every_day").inner_text().split("\n")[4:]) == ["Last words, and more.", added]


def test_markup_is_shown_as_words(page):
    type_at_end(page, "<script>alert(1)</script> **bold** ![x](http://x/) <img src=x onerror=alert(1)>")
    page.keyboard.press("Escape")
    typed = "<script>alert(1)</script> **bold** ![x](http://x/) <img src=x onerror=alert(1)>"
    expect(page.locator(".painted").last).to_have_text(typed)
    held(page, LIST, CLEAN, PHONES, SCHOOL, typed.replace("[x]", "\\[x\\]"))


def test_words_typed_while_the_server_is_down_arrive_when_it_is_back(page, server):
    type_at_end(page, "Before. ")
    held(page, LIST, CLEAN, PHONES, SCHOOL, "Before.")
    server.kill()
    page.keyboard.type("Meanwhile you can drink.")
    phrase(page, "clean clothes").click()
    page.get_by_role("button", name="soap", exact=True).click()
    expect(page.locator(".status")).to_have_text("Not saved yet – still trying", timeout=10_000)
    server.start()
    soap = CLEAN.replace("washing_machine", "soap")
    held(page, LIST, soap, PHONES, SCHOOL, "Before. Meanwhile you can drink.", timeout=30_000)
    expect(page.locator(".status")).to_have_text("Saved")
    expect(page.locator(".list .card")).to_have_count(5)


def test_someone_who_types_on_through_a_crash_keeps_caret_and_words(page, server):
    type_at_end(page, "Before ")
    server.kill()
    page.keyboard.type("meanwhile ")
    server.start()
    for number in range(30):
        page.keyboard.type(f"{number} ", delay=100)
    expected = "Before meanwhile " + " ".join(map(str, range(30)))
    held(page, LIST, CLEAN, PHONES, SCHOOL, expected, timeout=30_000)
    assert caret(page) == [expected + " ", len(expected) + 1]

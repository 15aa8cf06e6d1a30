"""Every screen, run as Streamlit runs it, against a real store in a folder of its own."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from plans.marks import read_marks, write_marks
from plans.model import Phrase, Plan, Section, Sentence
from plans.store.files import FileStore
from plans.yaml_format import load_plan
from tests.components.screens import EXAMPLES, MAIN, checked, kept, step
from tests.components.streamlit_state import press, send, shown_data


@pytest.fixture
def app(home: Path) -> AppTest:
    return checked(AppTest.from_file(str(MAIN), default_timeout=60).run())


def sentences(plan: Plan, section: str) -> list[str]:
    return [write_marks(one.phrases) for part in plan.sections if part.id == section for one in part.sentences]


def typed(app: AppTest, *marked: str, revision: int = 1) -> AppTest:
    """Say what the editor says when a person has typed these sentences."""
    data = shown_data(app, "editor")
    told = [
        {
            "id": f"n{number}",
            "phrases": [{"words": phrase.words, "pictures": list(phrase.pictures)} for phrase in read_marks(text)],
            "said_by": "",
            "without": [],
        }
        for number, text in enumerate(marked)
    ]
    where = {name: data[name] for name in ("plan", "section", "serial")}
    return checked(
        send(app, "editor", doc={**where, "rev": revision, "kind": "act", "sent": revision, "sentences": told})
    )


def test_a_new_plan_needs_a_childs_name(app, home):
    app.button(key="begin").click().run()
    assert [warning.value for warning in app.warning] == ["Write at least one child’s name."]
    assert kept(home) == []


def test_a_new_plan_is_kept_from_its_first_moment(app, home):
    app.text_input(key="child_name_0").set_value("Sam").run()
    app.number_input(key="child_age_0").set_value(7).run()
    app.button(key="more_child").click().run()
    app.text_input(key="child_name_1").set_value("Ines").run()
    checked(app.button(key="begin").click().run())
    (plan,) = kept(home)
    assert [(child.id, child.name, child.age) for child in plan.children] == [("sam", "Sam", 7), ("ines", "Ines", None)]
    assert (plan.review - plan.made).days == 28


def test_an_example_becomes_a_plan_of_its_own_with_the_first_change(app, home):
    checked(app.button(key="example_leo").click().run())
    step(app, "page")
    assert kept(home) == []
    app.slider[0].set_value(22).run()
    assert [(plan.title, plan.page.type_size) for plan in kept(checked(app) and home)] == [("Leo’s plan", 22)]


def test_an_example_takes_a_photo_before_anything_else_is_changed(app, home):
    checked(app.button(key="example_leo").click().run())
    first = shown_data(app, "editor")["sentences"][0]["id"]
    press(app, "editor", "photo", {"sentence": first, "phrase": -1, "start": 0, "end": 3})
    app.file_uploader(key="photo_file").upload("mum.jpg", photo("brown")).run()
    checked(app.button(key="photo_use").click().run())
    (plan,) = kept(home)
    assert [(own.alt, own.key[:6]) for own in plan.own_pictures] == [("Mum", "photo:")]


def test_a_saved_plan_is_opened_again_and_deleted_for_good(leo, home):
    step(leo, "start")
    (name,) = FileStore(home).ids()
    checked(leo.button(key=f"open_{name}").click().run())
    assert shown_data(leo, "editor")["section"] == "good_things"
    step(leo, "start")
    leo.button(key=f"delete_{name}").click().run()
    checked(leo.button(key="delete_yes").click().run())
    assert FileStore(home).ids() == ()


def test_a_plan_file_is_opened_and_a_broken_one_gets_a_sentence(app, home):
    example = (EXAMPLES / "maryam.yaml").read_bytes()
    app.file_uploader(key="plan_file").upload("plan.yaml", b"format: 1\ntitle: [").run()
    app.button(key="open_file").click().run()
    assert len(app.error) == 1 and "line 2" in app.error[0].value.lower()
    app.file_uploader(key="plan_file").upload("plan.yaml", example).run()
    checked(app.button(key="open_file").click().run())
    assert [plan.title for plan in kept(home)] == ["Maryam’s plan"]


def test_a_person_is_added_named_and_drawn(leo, home):
    step(leo, "people")
    checked(leo.button(key="add_person").click().run())
    fields = {field.label: field for field in leo.text_input}
    fields["Name the children use"].set_value("Nan **B**").run()
    {field.label: field for field in leo.text_input}["Phone number"].set_value("07700 900777").run()
    (hair,) = [group for group in leo.button_group if group.label == "Hair"]
    checked(hair.set_value("bun").run())
    (plan,) = kept(home)
    assert (plan.people[-1].name, plan.people[-1].phone, plan.people[-1].look.hair) == (
        "Nan **B**",
        "07700 900777",
        "bun",
    )


def test_a_person_taken_out_leaves_the_words(leo, home):
    step(leo, "people")
    leo.button(key="edit_mum").click().run()
    checked(leo.button(key="remove_person").click().run())
    (plan,) = kept(home)
    assert "mum" not in [person.id for person in plan.people]
    assert all("person:mum" not in text for part in plan.sections for text in sentences(plan, part.id))
    assert any("Mum" in text for part in plan.sections for text in sentences(plan, part.id))


def test_two_people_of_one_name_are_told_apart_aloud(leo):
    step(leo, "people")
    leo.button(key="add_person").click().run()
    {field.label: field for field in leo.text_input}["Name the children use"].set_value("mum").run()
    assert "Two people are called Mum" in leo.warning[0].value


def test_typed_words_are_kept_and_get_pictures_offered(leo, home):
    leo.button(key="part_every_day").click().run()
    typed(leo, "You will have clean clothes.")
    assert sentences(kept(home)[0], "every_day") == ["You will have clean clothes."]
    (offers,) = shown_data(leo, "editor")["offers"].values()
    assert [(one["reason"], one["pictures"][0]) for one in offers["list"]] == [("clean clothes", "washing_machine")]


def test_undo_brings_the_words_back_and_redo_takes_them_away_again(leo, home):
    before = sentences(kept(home)[0], "good_things")
    typed(leo, "Gone.")
    checked(leo.button(key="undo").click().run())
    assert sentences(kept(home)[0], "good_things") == before
    assert len(shown_data(leo, "editor")["sentences"]) == len(before)
    checked(leo.button(key="redo").click().run())
    assert sentences(kept(home)[0], "good_things") == ["Gone."]


def test_words_that_arrive_with_the_press_of_a_step_are_not_lost(leo, home):
    leo.button(key="go_print").click()
    typed(leo, "Last words.")
    assert sentences(kept(home)[0], "good_things") == ["Last words."]


def test_the_dial_offers_all_key_or_no_pictures(leo):
    typed(leo, "Mum will talk to everyone about the change on Monday and read you a story in bed.")
    offered = {}
    for choice in ("all", "key", "none"):
        (dial,) = [group for group in leo.button_group if group.label == "Pictures offered"]
        checked(dial.set_value(choice).run())
        (offers,) = shown_data(leo, "editor")["offers"].values()
        offered[choice] = len(offers["list"])
    assert offered["all"] > offered["key"] > offered["none"] == 0


def test_a_search_is_answered_with_pictures_of_the_library(leo):
    press(leo, "editor", "ask", {"search": "wahsing machine", "category": ""})
    found = shown_data(leo, "editor")["search"]
    assert found["results"][0] == "washing_machine"


def test_a_starter_is_filled_with_a_person_and_put_in_the_plan(leo, home):
    leo.button(key="part_every_day").click().run()
    before = sentences(kept(home)[0], "every_day")
    press(leo, "editor", "starter", {})
    checked(leo.button(key="starter_enough_to_eat").click().run())
    (who,) = [box for box in leo.selectbox if box.label == "Who? A grown-up of the family"]
    who.select_index(0).run()
    checked(leo.button(key="starter_add").click().run())
    assert sentences(kept(home)[0], "every_day") == [
        *before,
        "[Mum](person:mum) will make sure you have [enough to eat](plate) every day.",
    ]


def test_the_page_is_set_as_the_settings_say(leo, home):
    step(leo, "page")
    (arrangement,) = [group for group in leo.button_group if group.label == "How it is set"]
    arrangement.set_value("rows").run()
    leo.slider[0].set_value(24).run()
    {toggle.label: toggle for toggle in leo.toggle}["Empty frames to draw in"].set_value(True).run()
    {field.label: field for field in leo.text_input}["Title"].set_value("Leo <b>and</b> us").run()
    checked(leo)
    (plan,) = kept(home)
    assert (plan.page.arrangement, plan.page.type_size, plan.page.drawing_frames) == ("rows", 24, True)
    assert plan.title == "Leo <b>and</b> us"
    assert "Leo &lt;b&gt;and&lt;/b&gt; us" in shown_data(leo, "page_preview")["pages"][0]


def test_the_print_screen_says_what_is_missing(app):
    app.text_input(key="child_name_0").set_value("Sam").run()
    app.button(key="begin").click().run()
    step(app, "print")
    told = " ".join(html.proto.body for html in app.get("html"))
    assert "“What is good” is still empty." in told
    assert "Nobody is named as having a copy." in told


def test_the_print_screen_offers_pdf_html_word_and_the_plan_itself(leo):
    step(leo, "print")
    assert [button.proto.label for button in leo.get("download_button")] == [
        "Get the PDF",
        "For a phone or screen reader (HTML)",
        "Word file, to go on writing in",
        "The plan itself, to hand on",
    ]


def test_words_that_no_font_draws_are_named_before_printing(leo):
    typed(leo, "Mum loves you 🙂 very much.")
    step(leo, "print")
    assert "“🙂”" in leo.error[0].value


def test_a_folder_that_refuses_gets_a_sentence_and_no_trace(tmp_path, monkeypatch):
    blocked = tmp_path / "not-a-folder"
    blocked.write_text("a file stands where the folder should be")
    monkeypatch.setenv("WORDS_AND_PICTURES_HOME", str(blocked))
    app = checked(AppTest.from_file(str(MAIN), default_timeout=60).run())
    app.text_input(key="child_name_0").set_value("Sam").run()
    checked(app.button(key="begin").click().run())
    (told,) = [error.value.replace("\\", "") for error in app.error]
    assert told.startswith("Your unsaved words could not be kept: the disk does not answer as it should.")


def photo(colour: str) -> bytes:
    """A photo as a phone makes it: with the place where it was taken in its hidden details."""
    picture = Image.new("RGB", (60, 40), colour)
    hidden = picture.getexif()
    hidden[0x8825] = {1: "N", 2: (51.0, 16.0, 44.0)}
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=hidden)
    return file.getvalue()


def test_a_familys_photo_takes_the_place_of_a_picture(leo, home):
    typed(leo, "We walk our dog.")
    press(leo, "editor", "photo", {"sentence": "n0", "phrase": -1, "start": 8, "end": 15})
    leo.file_uploader(key="photo_file").upload("dog.jpg", photo("brown")).run()
    leo.text_input(key="photo_alt").set_value("our dog Biscuit").run()
    checked(leo.button(key="photo_use").click().run())
    (plan,) = kept(home)
    (own,) = plan.own_pictures
    assert sentences(plan, "good_things") == [f"We walk [our dog]({own.key})."]
    assert own.alt == "our dog Biscuit"
    store = FileStore(home)
    assert b"Exif" not in store.picture(store.ids()[0], own.key).data


def test_a_file_that_is_no_photo_gets_a_sentence(leo, home):
    typed(leo, "We walk our dog.")
    press(leo, "editor", "photo", {"sentence": "n0", "phrase": -1, "start": 8, "end": 15})
    leo.file_uploader(key="photo_file").upload("dog.jpg", b"not a picture at all").run()
    leo.text_input(key="photo_alt").set_value("our dog").run()
    checked(leo.button(key="photo_use").click().run())
    assert len(leo.error) == 1
    assert sentences(kept(home)[0], "good_things") == ["We walk our dog."]


def test_a_logo_stands_on_the_first_page(leo, home):
    step(leo, "page")
    (upload,) = leo.file_uploader
    checked(upload.upload("logo.jpg", photo("navy")).run())
    (plan,) = kept(home)
    assert plan.page.logo.startswith("photo:")
    assert "data:image/jpeg;base64," in shown_data(leo, "page_preview")["pages"][0]


def test_a_broken_plan_in_the_folder_leaves_the_others_to_open(leo, home):
    step(leo, "start")
    bad = home / "0123456789abcdef"
    bad.mkdir()
    (bad / "v000001.yaml").write_bytes(b"[[[[")
    checked(leo.run())
    checked(leo.button(key="open_0123456789abcdef").click().run())
    assert len(leo.error) == 1


def test_an_address_of_a_plan_that_is_gone_is_told_once_and_leads_to_the_start(home):
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["plan"] = "0123456789abcdef"
    checked(app.run())
    assert len(app.info) == 1
    checked(app.button(key="notices_read").click().run())
    assert len(app.info) == 0
    assert app.button(key="begin")


def test_words_typed_while_the_folder_refuses_stay_on_the_screen(leo, home):
    (name,) = FileStore(home).ids()
    folder = home / name
    folder.rename(home / "gone")
    folder.write_text("a file stands where the folder was")
    typed(leo, "Words in hand.")
    assert len(leo.error) == 1
    assert [one["phrases"][0]["words"] for one in shown_data(leo, "editor")["sentences"]] == ["Words in hand."]
    assert shown_data(leo, "editor")["ack"] == 0
    folder.unlink()
    (home / "gone").rename(folder)
    typed(leo, "Words in hand.", revision=2)
    assert [error.value for error in leo.error] == []
    assert sentences(kept(home)[0], "good_things") == ["Words in hand."]


def test_each_setting_of_the_page_is_undone_by_itself(leo, home):
    step(leo, "page")
    (paper,) = [group for group in leo.button_group if group.label == "Paper"]
    paper.set_value("white").run()
    leo.slider[0].set_value(24).run()
    checked(leo.button(key="undo").click().run())
    (plan,) = kept(home)
    assert (plan.page.type_size, plan.page.paper) == (20, "white")


def test_words_of_a_window_that_outlived_the_server_do_not_wipe_out_newer_ones(leo, home):
    data = shown_data(leo, "editor")
    store = FileStore(home)
    (name,) = store.ids()
    plan = store.get(name).plan
    store.save(name, replace(plan, sections=(Section("good_things", (Sentence("s1", (Phrase("Newer."),)),)),)), 1)
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["plan"] = name
    checked(app.run())
    step(app, "write")
    fresh = shown_data(app, "editor")
    old = [{"id": "s1", "phrases": [{"words": "Older.", "pictures": []}], "said_by": "", "without": []}]
    where = {
        "plan": name,
        "section": "good_things",
        "serial": fresh["serial"],
        "session": "before-the-restart",
        "base": 1,
    }
    checked(send(app, "editor", doc={**where, "rev": fresh["ack"] + 1, "kind": "act", "sent": 1, "sentences": old}))
    assert "Another window saved this plan" in app.warning[0].value
    assert store.get(name).plan.sections[0].sentences[0].text == "Newer."
    assert data["base"] == 1


def test_a_picture_that_says_the_opposite_of_its_sentence_is_told_before_printing(leo):
    typed(leo, "Dad will [shout](shouting).", "Dad will not [shout](shouting).", "Nobody will [hit](not:fist).")
    step(leo, "print")
    told = " ".join(html.proto.body for html in leo.get("html"))
    assert told.count("is not crossed out, and its sentence seems to say that it will not happen") == 1
    assert "is crossed out, and" not in told


def test_a_field_takes_no_more_letters_than_a_plan_file(leo):
    step(leo, "people")
    leo.button(key="edit_mum").click().run()
    assert {field.label: field.proto.max_chars for field in leo.text_input} == {
        "Name the children use": 200,
        "Full name": 200,
        "Who they are": 200,
        "Phone number": 60,
    }


def test_a_plan_that_cannot_be_set_shows_the_page_as_it_was_before(leo):
    before = shown_data(leo, "write_preview")["pages"]
    typed(leo, "Mum loves you 🙂.")
    assert "🙂" in leo.warning[0].value
    assert shown_data(leo, "write_preview")["pages"] == before


def test_a_picture_chosen_once_comes_first_for_that_idea_in_this_plan(leo, home):
    typed(leo, "You will have [a bath](shower).", "Dad runs the bath.")
    (offer,) = [one for one in shown_data(leo, "editor")["offers"]["n1"]["list"] if "bath" in one["reason"]]
    assert (offer["pictures"][0], offer["whys"][0]) == ("shower", "chosen")
    (choice,) = kept(home)[0].choices
    assert (choice.words, choice.pictures) == ("a bath", ("shower",))


def test_a_swapped_picture_is_put_everywhere_on_one_press_and_undo_takes_it_back(leo, home):
    typed(leo, "You will have [a bath](bath_tub).", "Dad runs [the bath](bath_tub).")
    typed(leo, "You will have [a bath](shower).", "Dad runs [the bath](bath_tub).", revision=2)
    before = marked(kept(home)[0])
    offer = shown_data(leo, "editor")["everywhere"]
    assert (offer["id"], offer["words"], offer["count"] >= 1) == ("n0", "a bath", True)
    checked(press(leo, "editor", "everywhere", {}))
    assert "Dad runs [the bath](shower)." in marked(kept(home)[0])
    assert shown_data(leo, "editor")["everywhere"] is None
    checked(press(leo, "editor", "undo", {}))
    assert marked(kept(home)[0]) == before


def test_a_swap_that_was_undone_is_offered_nowhere(leo):
    typed(leo, "You will have [a bath](bath_tub).", "Dad runs [the bath](bath_tub).")
    typed(leo, "You will have [a bath](shower).", "Dad runs [the bath](bath_tub).", revision=2)
    assert shown_data(leo, "editor")["everywhere"] is not None
    checked(press(leo, "editor", "undo", {}))
    assert shown_data(leo, "editor")["everywhere"] is None


def test_a_picture_at_a_smiley_does_not_keep_the_next_words_from_the_disk(leo, home):
    typed(leo, "Good [?](star) night.")
    typed(leo, "Good [?](star) night.", "Sleep well.", revision=2)
    assert "Sleep well." in marked(kept(home)[0])


@pytest.mark.parametrize("language", ["pl", "EN-gb", "fr"])
def test_a_plan_in_another_language_is_written_without_offers(leo, home, language):
    store = FileStore(home)
    name = store.new_id()
    store.save(name, replace(load_plan((EXAMPLES / "leo.yaml").read_bytes()), language=language), 0)
    app = checked(AppTest.from_file(str(MAIN), default_timeout=60).run())
    checked(app.button(key=f"open_{name}").click().run())
    typed(app, "You will have a bed.")
    offers = shown_data(app, "editor")["offers"]["n0"]["list"]
    assert bool(offers) is language.lower().startswith("en")


def test_a_familys_own_photo_is_a_choice_too(leo, home):
    typed(leo, "Come to our house.")
    press(leo, "editor", "photo", {"sentence": "n0", "phrase": -1, "start": 8, "end": 17})
    leo.file_uploader(key="photo_file").upload("house.jpg", photo("brown")).run()
    leo.text_input(key="photo_alt").set_value("our house").run()
    checked(leo.button(key="photo_use").click().run())
    (plan,) = kept(home)
    assert [(one.words, one.pictures) for one in plan.choices] == [("our house", (plan.own_pictures[0].key,))]


def test_one_picture_for_two_ideas_is_told_beside_the_sentence_and_before_printing(leo):
    typed(leo, "Bring a [toy car](car).", "Dev does the [school run](car).")
    warnings = shown_data(leo, "editor")["warnings"]
    told = "One picture (car) stands for two things: “toy car” and “school run”."
    assert [told in " ".join(warnings.get(one, [])) for one in ("n0", "n1")] == [True, True]
    step(leo, "print")
    assert told in " ".join(html.proto.body for html in leo.get("html"))


def marked(plan: Plan) -> list[str]:
    return [write_marks(one.phrases) for section in plan.sections for one in section.sentences]

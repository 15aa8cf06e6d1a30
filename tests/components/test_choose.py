"""Choosing a document, bringing one in, and printing several: the screens as Streamlit runs them."""

import io
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plans.agreeing import UNPLACED
from plans.model import Answer, Point, Private, Promise
from plans.yaml_format import load_plan
from tests.components.screens import EXAMPLES, MAIN, checked, kept, step
from tests.components.streamlit_state import shown_data
from tests.components.test_agree import field, part
from tests.plans.render.reading_order import read_pdf


@pytest.fixture
def choose(leo: AppTest) -> AppTest:
    step(leo, "choose")
    return checked(leo.button(key="alone").click().run())


def answer(app: AppTest, question: str, value: str) -> AppTest:
    return checked(field(app, "radio", f"ask_{question}_").set_value(value).run())


def shown(app: AppTest) -> str:
    told = (one.value for kind in ("text", "warning", "info", "error") for one in getattr(app, kind))
    return " ".join(told).replace("\\", "")


def test_the_questions_are_asked_only_once_somebody_says_that_nobody_else_sees_them(leo):
    step(leo, "choose")
    assert list(leo.radio) == []
    checked(leo.button(key="alone").click().run())
    assert [one.key.split("_")[1] for one in leo.radio] == ["need", "abuse", "lives", "capacity"]
    step(leo, "people")
    step(leo, "choose")
    assert list(leo.radio) == []


def test_the_answers_lead_to_a_document_that_becomes_the_plans_own(choose, home: Path):
    told = {
        "need": "one_person", "abuse": "no", "lives": "no", "capacity": "yes", "talked": "yes", "earlier": "no",
        "reason": "detail", "emergency": "yes", "how_long": "days",
    }  # fmt: skip
    for question, value in told.items():
        answer(choose, question, value)
    assert "Answer 1 more" in shown(choose)
    answer(choose, "likely", "yes")
    assert "In an undertaking one person promises one thing" in shown(choose)
    checked(choose.button(key="take_document").click().run())
    (plan,) = kept(home)
    assert plan.document == "written_undertaking"
    assert {one.question: one.answer for one in plan.answers} == {**told, "likely": "yes"}
    assert choose.title[0].value == "What the grown-ups agree"
    assert [one.key for one in choose.button if one.key == "part_judgement"] == ["part_judgement"]
    step(choose, "write")  # the child’s page is written as before


def test_danger_is_warned_of_and_who_is_hurt_is_kept_apart(choose, home: Path):
    answer(choose, "need", "agree")
    answer(choose, "abuse", "yes")
    assert "Think of coercive control" in shown(choose)
    field(choose, "multiselect", "private_harmed_").set_value(["mum"]).run()
    checked(field(choose, "multiselect", "private_harms_").set_value(["pam"]).run())
    (plan,) = kept(home)
    assert plan.private == Private(("mum",), ("pam",))
    step(choose, "print")
    file = next(one for one in choose.get("download_button") if one.proto.label.startswith("The plan itself"))
    assert file.proto.url
    assert Answer("abuse", "yes") in plan.answers


def test_an_agreement_is_brought_in_and_what_fits_nowhere_is_placed(home: Path):
    app = checked(AppTest.from_file(str(MAIN), default_timeout=60).run())
    app.text_input(key="bring_children").set_value("Ella,  Finn ")
    app.text_area(key="bring_text").set_value("Grandma Joy will come on Monday. Blue is a colour.")
    checked(app.button(key="bring").click().run())
    (plan,) = kept(home)
    assert [child.name for child in plan.children] == ["Ella", "Finn"]
    assert plan.promises == (Promise("p1", "grandma_joy", "will come on Monday."),)
    assert "0 worries, 1 promise and 0 other sentences. 1 sentence waits to be placed. 1 person was found." in shown(
        app
    )
    assert app.subheader[0].value == "Not placed yet"
    checked(field(app, "selectbox", "place_x1_").set_value("bottom_line").run())
    assert [(one.part, one.text) for one in kept(home)[0].points] == [("bottom_line", "Blue is a colour.")]
    checked(app.button(key="undo").click().run())
    assert [one.part for one in kept(home)[0].points] == [UNPLACED]


def test_a_paper_without_words_gets_a_sentence(home: Path):
    app = checked(AppTest.from_file(str(MAIN), default_timeout=60).run())
    checked(app.button(key="bring").click().run())
    assert "There are no words in this paper. Choose another, or paste its text." in shown(app)
    assert kept(home) == []


def test_an_agreement_and_the_childs_page_are_printed_together_or_each_alone(leo):
    step(leo, "print")
    checked(leo.selectbox(key="print_document").set_value("working_together_agreement").run())
    checked(leo.multiselect(key="print_beside_working_together_agreement").set_value(["words_and_pictures"]).run())
    labels = [one.proto.label for one in leo.get("download_button")]
    assert labels[:2] == ["Get them all as one PDF", "Get each as its own PDF (zip)"]


def test_each_document_alone_is_a_pdf_of_its_own_with_a_name_of_its_own():
    from components.print_files import _zip
    from plans.council import Council
    from plans.export import set_document

    plan = load_plan((EXAMPLES / "leo.yaml").read_bytes())
    pages = {name: set_document(plan, name, Council()) for name in ("working_together_agreement", "words_and_pictures")}
    with zipfile.ZipFile(io.BytesIO(_zip(pages, plan))) as file:
        names = file.namelist()
        titles = [read_pdf(file.read(name)).rows[0] for name in names]
    assert [name.rpartition("-")[0] for name in names] == [
        "Working-Together-Agreement-L-2027-05-11",
        "Plan-L-2027-05-11",
    ]
    assert titles == [("H1", "Working together for Leo"), ("H1", "Leo’s plan")]


def test_a_promise_to_undertake_is_chosen(leo):
    step(leo, "print")
    checked(leo.selectbox(key="print_document").set_value("written_undertaking").run())
    about = field(leo, "selectbox", "print_about_written_undertaking_")
    assert about.value == "p1"
    checked(about.set_value("p5").run())
    assert field(leo, "selectbox", "print_about_written_undertaking_").value == "p5"


def test_both_sides_stand_beside_each_other_with_what_only_the_page_says(leo):
    part(step(leo, "agree"), "parity")
    told = shown(leo)
    assert "Grandad will walk with Leo to school and look in the fridge after tea, every school day." in told
    assert [one.value for one in leo.warning] == ["The child’s page does not say this yet."] * 2
    assert "You and Grandad love to play football." in told


def test_the_end_of_an_assessment_is_worked_out(leo, home: Path):
    from datetime import date

    part(step(leo, "agree"), "terms")
    checked(field(leo, "date_input", "assessed_from_terms").set_value(date(2027, 3, 1)).run())
    assert any("finished by 6 May 2027" in one.value for one in leo.get("html"))
    assert kept(home)[0].terms.assessed_from == date(2027, 3, 1)


def test_what_one_family_printed_is_not_chosen_for_the_next(leo):
    step(leo, "print")
    checked(leo.selectbox(key="print_document").set_value("working_together_agreement").run())
    checked(leo.multiselect(key="print_beside_working_together_agreement").set_value(["words_and_pictures"]).run())
    step(leo, "start")
    checked(leo.button(key="example_maryam").click().run())
    step(leo, "print")
    assert leo.selectbox(key="print_document").value == "words_and_pictures"
    assert leo.multiselect(key="print_beside_words_and_pictures").value == []


def test_the_pages_of_an_own_plan_never_come_back_in_place_of_another_document(leo):
    step(leo, "print")
    checked(leo.selectbox(key="print_document").set_value("own_safety_plan").run())
    checked(leo.button(key="alone").click().run())
    step(leo, "agree")
    field(leo, "text_area", "text_w1_").set_value("bad ഌ𓀀").run()
    step(leo, "print")
    checked(leo.selectbox(key="print_document").set_value("working_together_agreement").run())
    assert "own safety plan" not in str(shown_data(leo, "print_preview"))


def test_somebodys_own_paper_is_printed_alone_and_only_once_nobody_else_sees_it(leo):
    step(leo, "print")
    assert "own_safety_plan" not in leo.multiselect(key="print_beside_words_and_pictures").options
    checked(leo.selectbox(key="print_document").set_value("own_safety_plan").run())
    assert list(leo.multiselect) == []
    assert list(leo.get("download_button")) == []
    checked(leo.button(key="alone").click().run())
    assert len(leo.get("download_button")) == 4
    step(leo, "people")
    step(leo, "print")
    assert list(leo.get("download_button")) == []


def test_an_own_plan_is_written_for_one_person_at_a_time_and_its_length_is_not_shown(leo, home: Path):
    step(leo, "agree")
    part(leo, "safe_place")
    assert [one.key for one in leo.button if one.key == "add_agreed"] == []
    checked(leo.button(key="alone").click().run())
    checked(leo.selectbox(key="whose_own").set_value("mum").run())
    checked(leo.button(key="add_agreed").click().run())
    checked(field(leo, "text_area", "text_x15_").set_value("At Grandad’s.").run())
    assert kept(home)[0].points[-1] == Point("x15", "safe_place", "At Grandad’s.", "mum")
    label = next(one.label for one in leo.button if one.key == "part_safe_place")
    assert label.replace("\\", "") == "My own plan: where I am safe"
    checked(leo.selectbox(key="whose_own").set_value("leo").run())
    assert [one.key for one in leo.text_area] == []

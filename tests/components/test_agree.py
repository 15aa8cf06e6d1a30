"""The Agree screen as Streamlit runs it: what is written there is kept, linked to the child’s page, and printed."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plans.model import Point, Promise, Terms, Worry
from plans.yaml_format import load_plan
from tests.components.screens import EXAMPLES, checked, kept, step

LEO = load_plan((EXAMPLES / "leo.yaml").read_bytes())


@pytest.fixture
def agree(leo: AppTest) -> AppTest:
    return step(leo, "agree")


def field(app: AppTest, kind: str, name: str):
    """The widget whose key begins with this name."""
    return next(one for one in getattr(app, kind) if one.key.startswith(name))


def part(app: AppTest, name: str) -> AppTest:
    return checked(app.button(key=f"part_{name}").click().run())


def add(app: AppTest) -> AppTest:
    return checked(app.button(key="add_agreed").click().run())


def test_a_worry_is_written_with_who_has_it_and_what_the_child_says(agree, home: Path):
    add(agree)
    field(agree, "text_area", "text_w3_").set_value("  Leo was   cold.").run()
    field(agree, "multiselect", "who_w3_").set_value(["grandad"]).run()
    field(agree, "multiselect", "disagrees_w3_").set_value(["mum"]).run()
    field(agree, "text_input", "child_says_w3_").set_value("Brr!").run()
    (plan,) = kept(home)
    assert plan.worries == (*LEO.worries, Worry("w3", "Leo was cold.", ("grandad",), ("mum",), "Brr!"))


def test_a_promise_is_written_with_all_that_makes_it_hold(agree, home: Path):
    add(part(agree, "promises"))
    field(agree, "selectbox", "who_p7_").set_value("pam").run()
    field(agree, "text_area", "text_p7_").set_value("will keep a key").run()
    for name, words in {
        "when": "always",
        "hindrance": "holidays",
        "help": "Grandad has one too",
        "shown": "ask",
    }.items():
        field(agree, "text_input", f"{name}_p7_").set_value(words).run()
    field(agree, "date_input", "by_p7_").set_value(date(2027, 5, 12)).run()
    field(agree, "selectbox", "worry_p7_").set_value("w2").run()
    (plan,) = kept(home)
    assert plan.promises[-1] == Promise(
        "p7", "pam", "will keep a key", "always", date(2027, 5, 12), "holidays", "Grandad has one too", "ask", "w2"
    )


def test_promises_are_written_line_by_line(agree, home: Path):
    part(agree, "promises")
    for who, words, when in (("pam", "will keep a key", "always"), ("mum", "will sing", ""), ("", "", "")):
        agree.selectbox(key="quick_who").set_value(who)
        agree.text_input(key="quick_text").set_value(words)
        agree.text_input(key="quick_when").set_value(when)
        checked(next(one for one in agree.button if one.label == "Add it").click().run())
    (plan,) = kept(home)
    assert plan.promises[6:] == (
        Promise("p7", "pam", "will keep a key", "always"),
        Promise("p8", "mum", "will sing"),
    )
    assert agree.text_input(key="quick_text").value == ""


def test_every_other_part_takes_points_with_person_and_day(agree, home: Path):
    add(part(agree, "bottom_line"))
    field(agree, "text_area", "text_x15_").set_value("No one drives after drinking.").run()
    field(agree, "selectbox", "who_x15_").set_value("mum").run()
    (plan,) = kept(home)
    assert plan.points[-1] == Point("x15", "bottom_line", "No one drives after drinking.", "mum")


def test_when_and_where_it_holds_are_kept(agree, home: Path):
    part(agree, "terms")
    field(agree, "text_input", "until_terms").set_value("the end of the enquiry").run()
    field(agree, "date_input", "ends_terms").set_value(date(2027, 7, 1)).run()
    (plan,) = kept(home)
    assert plan.terms == Terms(
        "child_in_need", date(2027, 5, 11), date(2027, 7, 1), "the end of the enquiry", "Grandad’s house"
    )


def test_a_promise_the_child_does_not_know_is_put_on_the_page_at_one_press_and_undone(agree, home: Path):
    part(agree, "promises")
    missing = [one.value for one in agree.warning]
    assert missing == ["The child’s page does not say this yet."]
    checked(agree.button(key="put_p6").click().run())
    assert agree.warning == [] or [one.value for one in agree.warning] == []
    (plan,) = kept(home)
    told = next(one for one in plan.sections if one.id == "every_day").sentences[-1]
    assert told.text == "Amir will ask the young carers’ group for a place for you by 21 May 2027."
    assert [(link.sentence, link.told) for link in plan.promises[5].links] == [(told.id, told.text)]
    checked(agree.button(key="undo").click().run())
    assert kept(home)[0].promises == LEO.promises


def test_a_promise_changed_after_the_page_told_it_is_flagged_until_somebody_looked(agree, home: Path):
    part(agree, "promises")
    field(agree, "text_area", "text_p5_").set_value("will visit Mum and Leo at school").run()
    assert "This was changed after the child’s page told it. Look whether the page still fits." in [
        one.value for one in agree.warning
    ]
    checked(agree.button(key="fits_p5").click().run())
    assert [one.value for one in agree.warning] == ["The child’s page does not say this yet."]
    (plan,) = kept(home)
    assert plan.promises[4].links[0].said == "will visit Mum and Leo at school"


def test_what_is_taken_out_comes_back_with_undo(agree, home: Path):
    checked(agree.button(key="remove_w1").click().run())
    (plan,) = kept(home)
    assert [one.id for one in plan.worries] == ["w2"]
    assert [one.worry for one in plan.promises] == ["", "", "w2", "w2", "", "w2"]
    checked(agree.button(key="undo").click().run())
    assert kept(home)[0].promises == LEO.promises


def test_what_the_childs_page_does_not_say_is_told_before_printing(leo):
    step(leo, "print")
    told = " ".join(one.value for one in leo.get("html"))
    assert (
        "The child’s page does not say: “When Mum is very low, Leo tries to look after her and tells nobody.”" in told
    )
    assert (
        "The child’s page does not say: “Amir will ask the young carers’ group for a place for you by 21 May 2027.”"
        in told
    )
    assert "does not say: “Amir will visit" not in told


def test_the_printed_document_is_chosen_and_says_what_it_lacks(leo, home: Path):
    step(leo, "agree")
    part(leo, "if_well")
    checked(leo.button(key="remove_x12").click().run())
    step(leo, "print")
    checked(leo.selectbox(key="print_document").set_value("working_together_agreement").run())
    told = " ".join(one.value for one in leo.get("html"))
    assert "“If it goes well” is still empty." in told
    assert "This document does not show everything that was agreed: At school." in told
    assert "Working-Together-Agreement-L-2027-05-11-" in told

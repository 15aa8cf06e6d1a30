"""Worries and promises beside the child’s sentences: what is missing, what has changed, what could be said."""

from dataclasses import replace

import pytest

from plans.agreeing import with_link, with_promise, with_worry, without_link, without_worry
from plans.editing import with_changed_sentence, without_person
from plans.marks import read_marks
from plans.model import Child, Plan, Point, Private, Promise, Section, Worry
from plans.parity import AGREEMENT, PAGE, State, first_sentence, only_on_the_page, pairs, untold
from tests.plans.invented import MUM, NANA_JO, sentences

PLAN = Plan(
    children=(Child("nia", "Nia", 6),),
    people=(MUM, NANA_JO),
    sections=(Section("every_day", sentences("Mum will be at home.", "You are loved.")),),
    worries=(Worry("w1", "Nia was alone in the flat."),),
    promises=(Promise("p1", "mum", "will be at home", "every evening", worry="w1"),),
)


def states(plan: Plan) -> dict[str, tuple[State, tuple[str, ...]]]:
    return {pair.agreed.id: (pair.state, pair.changed) for pair in pairs(plan)}


def test_what_no_sentence_tells_is_missing():
    assert states(PLAN) == {"w1": (State.MISSING, ()), "p1": (State.MISSING, ())}
    assert [one.id for one in untold(with_link(PLAN, "p1", "s1"))] == ["w1"]


def test_what_is_linked_is_told_until_either_side_has_other_words():
    linked = with_link(PLAN, "p1", "s1")
    assert states(linked)["p1"] == (State.TOLD, ())
    softened = with_promise(linked, replace(linked.promises[0], text="will try to be at home"))
    assert states(softened)["p1"] == (State.CHANGED, (AGREEMENT,))
    both = with_changed_sentence(softened, "s1", lambda one: replace(one, phrases=read_marks("Mum may be at home.")))
    assert states(both)["p1"] == (State.CHANGED, (AGREEMENT, PAGE))
    assert states(with_link(both, "p1", "s1"))["p1"] == (State.TOLD, ())


def test_a_link_to_a_sentence_that_is_gone_or_empty_tells_nothing():
    linked = with_link(PLAN, "p1", "s1")
    assert states(replace(linked, sections=()))["p1"] == (State.MISSING, ())
    empty = with_changed_sentence(linked, "s1", lambda one: replace(one, phrases=()))
    assert states(empty)["p1"] == (State.MISSING, ())
    assert states(without_link(linked, "p1", "s1"))["p1"] == (State.MISSING, ())


def test_sentences_that_nobody_agreed_are_told():
    linked = with_link(PLAN, "p1", "s1")
    assert [one.text for one in only_on_the_page(linked)] == ["You are loved."]


@pytest.mark.parametrize(
    ("promise", "sentence"),
    [
        (Promise("p", "mum", "will be at home", "every evening"), "Mum will be at home every evening."),
        (Promise("p", "mum", "Mum will take Nia to school."), "Mum will take you to school."),
        (Promise("p", "mum", "will wash Nia’s clothes", "on Sundays."), "Mum will wash your clothes on Sundays."),
        (Promise("p", "", "the door stays locked"), "The door stays locked."),
        (Worry("w", "Nia was alone in the flat"), "You were alone in the flat."),
        (Worry("w", "Nia goes to bed hungry."), "Nia goes to bed hungry."),
    ],
)
def test_a_first_sentence_for_the_child_has_the_agreements_own_words(promise, sentence):
    assert first_sentence(PLAN, promise) == sentence


def test_with_two_children_names_stay_names():
    two = replace(PLAN, children=(Child("nia", "Nia"), Child("sam", "Sam")))
    assert first_sentence(two, Promise("p", "mum", "will take Nia to school")) == "Mum will take Nia to school."


def test_a_worry_that_goes_leaves_its_promises():
    plan = replace(PLAN, points=(Point("x1", "support", "A course.", worry="w1"),))
    gone = without_worry(plan, "w1")
    assert (gone.worries, gone.promises[0].worry, gone.points[0].worry) == ((), "", "")


def test_a_person_who_goes_leaves_their_promise_without_a_name():
    plan = with_worry(PLAN, Worry("w2", "x", ("mum", "nana_jo"), ("mum",)))
    plan = replace(plan, private=Private(("mum",), ("nana_jo",)))
    gone = without_person(plan, "mum")
    assert (gone.promises[0].who, gone.promises[0].text) == ("", "will be at home")
    assert (gone.worries[1].who, gone.worries[1].disagrees) == (("nana_jo",), ())
    assert gone.private == Private((), ("nana_jo",))

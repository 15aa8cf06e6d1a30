"""Undo and redo."""

from plans.history import MOST_STEPS, History, changed, redone, undone
from plans.model import Plan

A, B, C, D = (Plan(title=title) for title in "ABCD")


def test_each_change_can_be_undone_and_made_again():
    history = changed(changed(History(A), B), C)
    assert undone(history).plan == B
    assert undone(undone(history)).plan == A
    assert redone(undone(undone(history))).plan == B
    assert redone(redone(undone(undone(history)))) == history


def test_at_either_end_nothing_happens():
    assert undone(History(A)) == History(A)
    assert redone(History(A)) == History(A)


def test_a_change_that_changes_nothing_is_no_change():
    history = undone(changed(History(A), B))
    assert changed(history, A) == history


def test_a_new_change_ends_what_could_be_made_again():
    assert redone(changed(undone(changed(History(A), B)), C)).plan == C


def test_typing_in_one_sentence_is_undone_together():
    history = changed(changed(changed(History(A), B, "typing s1"), C, "typing s1"), D, "typing s1")
    assert undone(history).plan == A
    assert redone(undone(history)).plan == D


def test_typing_in_another_sentence_is_undone_by_itself():
    assert undone(changed(changed(History(A), B, "typing s1"), C, "typing s2")).plan == B


def test_changes_without_a_kind_are_never_joined():
    assert undone(changed(changed(History(A), B), C)).plan == B


def test_typing_after_an_undo_is_a_change_of_its_own():
    history = undone(changed(changed(History(A), B, "typing s1"), C))
    assert undone(changed(history, D, "typing s1")).plan == B


def test_the_oldest_steps_are_forgotten():
    history = History(Plan(title="0"))
    for number in range(1, MOST_STEPS + 51):
        history = changed(history, Plan(title=str(number)))
    assert len(history.past) == MOST_STEPS
    assert history.past[0].title == "50"
    for _ in range(MOST_STEPS + 5):
        history = undone(history)
    assert history.plan.title == "50"
    for _ in range(MOST_STEPS + 5):
        history = redone(history)
    assert history.plan.title == "250"

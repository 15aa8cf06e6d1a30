"""The plan in the hands of one window: autosave, versions, clashes and words brought back."""

from dataclasses import replace
from datetime import datetime

import pytest

from components.work import (
    begin_work,
    change_plan,
    keep_both,
    keep_mine,
    look_again,
    open_work,
    save_version,
    step_back,
    step_forward,
    take_theirs,
)
from plans.errors import PlanNotFound, StoreTrouble
from plans.model import Child, OwnPicture, PageSettings, Plan
from plans.own_picture import CleanPicture
from plans.store.memory import MemoryStore

NOW = datetime(2027, 3, 4, 10, 30)
PLAN = Plan(title="One", children=(Child("sam", "Sam"),))


def nobody(session: str) -> bool:
    return False


def titled(plan: Plan, title: str) -> Plan:
    return replace(plan, title=title)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def work(store):
    return begin_work(store, PLAN, "window-1", NOW)


def changed(store, work, title):
    return change_plan(store, work, titled(work.plan, title), "", NOW)


def test_a_new_plan_is_saved_at_once(store, work):
    assert (work.base, work.is_saved, store.get(work.plan_id).plan) == (1, True, PLAN)


def test_every_change_is_on_disk_before_the_next(store, work):
    changed(store, work, "Two")
    assert [draft.plan.title for draft in store.drafts(work.plan_id)] == ["Two"]


def test_a_saved_version_leaves_no_draft(store, work):
    saved = save_version(store, changed(store, work, "Two"), NOW)
    assert (saved.base, store.get(work.plan_id).plan.title, store.drafts(work.plan_id)) == (2, "Two", ())


def test_words_of_a_window_that_was_lost_come_back_and_can_be_undone(store, work):
    changed(store, work, "Two")
    again = open_work(store, work.plan_id, "window-2", nobody, NOW)
    assert (again.plan.title, again.is_saved, store.get(work.plan_id).plan.title) == ("Two", True, "Two")
    assert store.drafts(work.plan_id) == ()
    assert step_back(store, again, NOW).plan.title == "One"


def test_words_of_a_window_that_is_open_stay_with_it(store, work):
    changed(store, work, "Two")
    other = open_work(store, work.plan_id, "window-2", lambda session: session == "window-1", NOW)
    assert other.plan.title == "One"
    assert [draft.plan.title for draft in store.drafts(work.plan_id)] == ["Two"]


def test_lost_words_that_fit_an_older_version_are_offered_and_not_mixed_in(store, work):
    changed(store, work, "Lost")
    store.save(work.plan_id, titled(PLAN, "Newer"), 1)
    again = open_work(store, work.plan_id, "window-2", nobody, NOW)
    assert (again.plan.title, again.offered.plan.title) == ("Newer", "Lost")


def test_a_save_over_somebody_elses_is_refused_and_told(store, work):
    mine = changed(store, work, "Mine")
    store.save(work.plan_id, titled(PLAN, "Theirs"), 1)
    clashed = save_version(store, mine, NOW)
    assert (clashed.clash, clashed.plan.title, store.get(work.plan_id).plan.title) == (True, "Mine", "Theirs")


@pytest.fixture
def clashed(store, work):
    mine = changed(store, work, "Mine")
    store.save(work.plan_id, titled(PLAN, "Theirs"), 1)
    return save_version(store, mine, NOW)


def test_a_clash_settled_with_mine_keeps_theirs_as_the_version_before(store, clashed):
    settled = keep_mine(store, clashed, NOW)
    assert (settled.clash, settled.base) == (False, 3)
    assert [store.get_version(settled.plan_id, number).title for number in (1, 2, 3)] == ["One", "Theirs", "Mine"]


def test_a_clash_settled_with_both_makes_a_second_plan(store, clashed):
    settled = keep_both(store, clashed, "Mine (copy)", NOW)
    assert settled.plan_id != clashed.plan_id
    assert {store.get(name).plan.title for name in store.ids()} == {"Theirs", "Mine (copy)"}
    assert store.drafts(clashed.plan_id) == ()


def test_a_clash_settled_with_theirs_can_still_be_undone(store, clashed):
    settled = take_theirs(store, clashed)
    assert (settled.plan.title, settled.is_saved, settled.clash) == ("Theirs", True, False)
    assert step_back(store, settled, NOW).plan.title == "Mine"


def test_a_window_without_words_of_its_own_shows_what_another_saved(store, work):
    store.save(work.plan_id, titled(PLAN, "Theirs"), 1)
    fresh = look_again(store, work, "told")
    assert (fresh.plan.title, fresh.base, fresh.notices, fresh.serial) == ("Theirs", 2, ("told",), work.serial + 1)


def test_a_window_with_words_of_its_own_is_told_of_the_clash(store, work):
    mine = changed(store, work, "Mine")
    store.save(work.plan_id, titled(PLAN, "Theirs"), 1)
    assert look_again(store, mine, "told").clash


def test_undo_and_redo_walk_through_the_changes(store, work):
    twice = changed(store, changed(store, work, "Two"), "Three")
    back = step_back(store, twice, NOW)
    assert (back.plan.title, step_back(store, back, NOW).plan.title) == ("Two", "One")
    assert step_forward(store, back, NOW).plan.title == "Three"


class FullDisk(MemoryStore):
    """A store whose disk is full for as long as the test says."""

    full = False

    def save_draft(self, plan_id, session, plan, base):
        if self.full:
            raise StoreTrouble("The disk is full. Make room and go on.")
        super().save_draft(plan_id, session, plan, base)

    def save(self, plan_id, plan, base):
        if self.full:
            raise StoreTrouble("The disk is full. Make room and go on.")
        return super().save(plan_id, plan, base)


def test_words_that_the_disk_refuses_stay_in_hand_and_are_kept_when_there_is_room():
    store = FullDisk()
    work = begin_work(store, PLAN, "window-1", NOW)
    store.full = True
    refused = save_version(store, changed(store, work, "Two"), NOW)
    assert (refused.plan.title, refused.trouble) == ("Two", "The disk is full. Make room and go on.")
    store.full = False
    kept = change_plan(store, refused, refused.plan, "", NOW)
    assert (kept.trouble, [draft.plan.title for draft in store.drafts(work.plan_id)]) == ("", ["Two"])
    assert save_version(store, kept, NOW).is_saved


def test_words_of_a_plan_that_was_deleted_elsewhere_can_become_a_plan_of_their_own(store, work):
    store.delete(work.plan_id)
    lost = changed(store, work, "Mine")
    assert (lost.deleted, lost.plan.title) == (True, "Mine")
    kept = keep_both(store, lost, "Mine (copy)", NOW)
    assert [store.get(name).plan.title for name in store.ids()] == ["Mine (copy)"]
    assert (kept.deleted, kept.trouble) == (False, "")


def test_a_plan_left_in_a_clash_and_opened_again_offers_the_words_that_clashed(store, clashed):
    again = open_work(store, clashed.plan_id, "window-1-again", nobody, NOW)
    assert (again.plan.title, again.offered.plan.title) == ("Theirs", "Mine")
    changed(store, again, "Something new")
    assert {draft.plan.title for draft in store.drafts(clashed.plan_id)} == {"Mine", "Something new"}


def test_a_copy_brings_the_familys_pictures_and_logo_and_leaves_out_what_is_lost(store, work):
    dog = store.add_picture(work.plan_id, CleanPicture(b"dog", "image/png", 2, 2))
    logo = store.add_picture(work.plan_id, CleanPicture(b"logo", "image/png", 2, 2))
    gone = "photo:0123456789abcdef"
    plan = replace(
        PLAN, own_pictures=(OwnPicture(dog, "our dog"), OwnPicture(gone, "gone")), page=PageSettings(logo=logo)
    )
    mine = change_plan(store, work, plan, "", NOW)
    store.save(work.plan_id, titled(PLAN, "Theirs"), 1)
    copy = keep_both(store, save_version(store, mine, NOW), "Mine (copy)", NOW)
    assert [store.picture(copy.plan_id, key).data for key in (dog, logo)] == [b"dog", b"logo"]
    with pytest.raises(PlanNotFound):
        store.picture(copy.plan_id, gone)

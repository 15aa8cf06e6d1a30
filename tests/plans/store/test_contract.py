"""The promise of base.py, asked of every store."""

import io
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from plans.errors import PlanChanged, PlanError, PlanFileBroken, PlanNotFound, PlanTooLarge, StoreTrouble
from plans.model import Phrase, Plan, Section, Sentence
from plans.own_picture import CleanPicture, clean_picture
from plans.store.base import Opened, PlanStore

NOT_HERE = "This plan is not here. It may have been deleted, or kept on another computer."
NO_PICTURE = "A picture of this plan is not here. Add it again, or take it out of the plan."
ID = "0123456789abcdef"
OTHER = "fedcba9876543210"


@pytest.fixture
def picture(small_png) -> CleanPicture:
    return clean_picture(small_png)


@pytest.fixture
def small_png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 30)).save(file, "PNG")
    return file.getvalue()


def test_a_saved_plan_opens_as_it_was(store: PlanStore, plan):
    assert store.save(ID, plan, 0) == 1
    assert store.get(ID) == Opened(plan, version=1, notices=())
    assert store.ids() == (ID,)


def test_every_save_is_a_version_and_the_old_ones_stay(store: PlanStore, plan):
    second, third = replace(plan, title="Two"), replace(plan, title="Three")
    saved = [store.save(ID, plan, 0), store.save(ID, second, 1), store.save(ID, third, 2)]
    assert saved == [1, 2, 3]
    assert store.versions(ID) == (3, 2, 1)
    assert [store.get_version(ID, version) for version in (1, 2, 3)] == [plan, second, third]
    assert store.get(ID) == Opened(third, version=3)


@pytest.mark.parametrize(
    "words",
    ["👨‍👩‍👧‍👦 love you", "میں تم سے پیار کرتی ہوں", "\u200fשלום", "Zoë’s “naïve” café",
     "# no remark: - [x]", "no", "12:30", "2027-03-04",
     "'", '"', "  two  spaces ", "8", "true", "null", "~", "& * ! | >"],
)  # fmt: skip
def test_words_come_back_letter_for_letter(store: PlanStore, words):
    plan = Plan(title=words, sections=(Section("love", (Sentence("s1", (Phrase(words),)),)),))
    store.save(ID, plan, 0)
    assert store.get(ID).plan == plan


def test_saving_over_somebody_elses_change_is_refused(store: PlanStore, plan):
    store.save(ID, plan, 0)
    store.save(ID, replace(plan, title="Theirs"), 1)
    with pytest.raises(PlanChanged) as refused:
        store.save(ID, replace(plan, title="Mine"), 1)
    before, after = str(refused.value).split(" on ", 1)[0], str(refused.value).split(", after ", 1)[1]
    assert before == "Someone else saved this plan"
    assert after == (
        "you opened it. Your words are still on the screen: look at the newer plan first,"
        " then save yours on top of it or as a separate plan."
    )
    assert store.get(ID).plan.title == "Theirs"
    assert store.versions(ID) == (2, 1)


@pytest.mark.parametrize("base", [0, 2, 99])
def test_a_save_on_top_of_a_version_nobody_can_have_seen_is_refused(store: PlanStore, plan, base):
    store.save(ID, plan, 0)
    with pytest.raises(PlanChanged):
        store.save(ID, replace(plan, title="Mine"), base)
    assert store.get(ID) == Opened(plan, version=1)


def test_of_many_who_save_at_once_each_is_told_the_truth(store: PlanStore, plan):
    store.save(ID, replace(plan, title="0"), 0)

    def add_one(_: int) -> None:
        saved = 0
        while not saved:
            opened = store.get(ID)
            one_more = replace(opened.plan, title=str(int(opened.plan.title) + 1))
            with suppress(PlanChanged):
                saved = store.save(ID, one_more, opened.version)

    with ThreadPoolExecutor(4) as people:
        list(people.map(add_one, range(40)))
    assert (store.get(ID).plan.title, store.get(ID).version) == ("40", 41)


@pytest.mark.parametrize(
    "ask",
    [
        lambda store, plan: store.get(ID),
        lambda store, plan: store.versions(ID),
        lambda store, plan: store.get_version(ID, 1),
        lambda store, plan: store.save(ID, plan, 1),
        lambda store, plan: store.delete(ID),
        lambda store, plan: store.save_draft(ID, "s1", plan, 1),
        lambda store, plan: store.add_picture(ID, CleanPicture(b"x", "image/png", 1, 1)),
    ],
    ids=["get", "versions", "get_version", "save", "delete", "save_draft", "add_picture"],
)
def test_a_plan_that_is_not_here_is_said_so(store: PlanStore, plan, ask):
    store.save(OTHER, plan, 0)
    with pytest.raises(PlanNotFound) as refused:
        ask(store, plan)
    assert str(refused.value) == NOT_HERE
    assert store.ids() == (OTHER,)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", f"../{ID}", "/etc", "amara", ID.upper(), f"{ID}\n", f"{ID}/x", "nul", "\0" * 16,
     "０１２３４５６７８９ａｂｃｄｅｆ"],
)  # fmt: skip
def test_a_name_that_is_no_plan_id_leads_nowhere(store: PlanStore, plan, name):
    asks = [
        lambda: store.get(name),
        lambda: store.versions(name),
        lambda: store.get_version(name, 1),
        lambda: store.save(name, plan, 0),
        lambda: store.delete(name),
        lambda: store.save_draft(name, "s1", plan, 0),
        lambda: store.drafts(name),
        lambda: store.drop_draft(name, "s1"),
        lambda: store.add_picture(name, CleanPicture(b"x", "image/png", 1, 1)),
        lambda: store.picture(name, "photo:0123456789abcdef"),
    ]
    for ask in asks:
        with pytest.raises(PlanNotFound) as refused:
            ask()
        assert str(refused.value) == NOT_HERE
    assert store.ids() == ()


def test_new_ids_differ_and_can_be_saved_under(store: PlanStore, plan):
    ids = {store.new_id() for _ in range(100)}
    assert len(ids) == 100
    assert store.save(ids.pop(), plan, 0) == 1


@pytest.mark.parametrize("version", [0, 2, -1])
def test_a_version_that_is_not_here_is_said_so(store: PlanStore, plan, version):
    store.save(ID, plan, 0)
    with pytest.raises(PlanNotFound, match=r"^This version of the plan is not here\. Choose another\.$"):
        store.get_version(ID, version)


def test_a_plan_that_could_not_be_opened_again_is_not_saved(store: PlanStore, plan):
    long = tuple(Sentence(f"s{number}", (Phrase("x" * 15_000),)) for number in range(80))
    with pytest.raises(PlanTooLarge):
        store.save(ID, replace(plan, sections=(Section("love", long),)), 0)
    with pytest.raises(PlanFileBroken, match="hidden character"):
        store.save(ID, replace(plan, title="Nan\u202eam"), 0)
    with pytest.raises(PlanError):
        store.save_draft(ID, "s1", replace(plan, title="Nan\u202eam"), 0)
    assert store.ids() == ()


def test_the_list_shows_the_last_saved_first(store: PlanStore, plan):
    store.save(ID, plan, 0)
    store.save(OTHER, Plan(title="Noor’s plan", status="agreed"), 0)
    store.save(ID, replace(plan, review=None), 1)
    shown = [
        (seen.id, seen.title, seen.children, seen.status, seen.made, seen.review, seen.version)
        for seen in store.headers()
    ]
    assert sorted(shown) == [
        (ID, "Amara and Theo’s plan", "Amara, Theo", "draft", date(2027, 3, 4), None, 2),
        (OTHER, "Noor’s plan", "", "agreed", None, None, 1),
    ]
    times = [seen.updated for seen in store.headers()]
    assert times == sorted(times, reverse=True) and times[0].tzinfo is not None


def test_an_empty_store_lists_nothing(store: PlanStore):
    assert (store.ids(), store.headers(), store.drafts(ID)) == ((), (), ())


def test_a_draft_is_kept_for_each_session_until_it_is_dropped(store: PlanStore, plan):
    store.save(ID, plan, 0)
    store.save_draft(ID, "tab-1", replace(plan, title="First thought"), 1)
    store.save_draft(ID, "tab-2", replace(plan, title="Other tab"), 1)
    store.save_draft(ID, "tab-1", replace(plan, title="Second thought"), 1)
    kept = {(draft.session, draft.base, draft.plan.title) for draft in store.drafts(ID)}
    assert kept == {("tab-1", 1, "Second thought"), ("tab-2", 1, "Other tab")}
    times = [draft.updated for draft in store.drafts(ID)]
    assert times == sorted(times, reverse=True)
    assert store.get(ID) == Opened(plan, version=1)

    store.drop_draft(ID, "tab-1")
    store.drop_draft(ID, "never-there")
    assert [draft.session for draft in store.drafts(ID)] == ["tab-2"]


def test_a_plan_never_saved_is_found_by_its_draft(store: PlanStore, plan):
    store.save_draft(ID, "tab-1", plan, 0)
    opened = store.get(ID)
    (notice,) = opened.notices
    assert (opened.plan, opened.version, store.versions(ID)) == (plan, 0, ())
    assert notice.startswith("This plan was never saved. You are looking at the words kept on ")
    assert [(seen.id, seen.title, seen.version) for seen in store.headers()] == [(ID, plan.title, 0)]
    assert store.save(ID, plan, opened.version) == 1


def test_a_draft_dropped_from_a_plan_never_saved_leaves_nothing(store: PlanStore, plan):
    store.save_draft(ID, "tab-1", plan, 0)
    store.drop_draft(ID, "tab-1")
    assert store.ids() == ()


@pytest.mark.parametrize("session", ["", "../x", "TAB", "a b", "x" * 65, "con.yaml"])
def test_a_session_name_that_could_lead_elsewhere_is_refused(store: PlanStore, plan, session):
    with pytest.raises(StoreTrouble) as refused:
        store.save_draft(ID, session, plan, 0)
    assert str(refused.value) == ("Your unsaved words cannot be kept under this name. Open the app again in a new tab.")


def test_a_picture_is_kept_with_its_plan(store: PlanStore, plan, picture):
    store.save(ID, plan, 0)
    store.save(OTHER, plan, 0)
    key = store.add_picture(ID, picture)
    assert key.startswith("photo:") and len(key) == 22
    assert store.add_picture(ID, picture) == key
    assert store.picture(ID, key) == picture
    with pytest.raises(PlanNotFound) as refused:
        store.picture(OTHER, key)
    assert str(refused.value) == NO_PICTURE


@pytest.mark.parametrize("key", ["", "photo:", "photo:../../../../etc", "fridge", "photo:0123456789ABCDEF"])
def test_a_key_that_is_no_picture_leads_nowhere(store: PlanStore, plan, key):
    store.save(ID, plan, 0)
    with pytest.raises(PlanNotFound) as refused:
        store.picture(ID, key)
    assert str(refused.value) == NO_PICTURE


def test_deleting_a_plan_takes_everything_of_it(store: PlanStore, plan, picture):
    store.save(ID, plan, 0)
    store.save(OTHER, plan, 0)
    store.save_draft(ID, "tab-1", plan, 1)
    key = store.add_picture(ID, picture)
    store.delete(ID)
    assert (store.ids(), store.drafts(ID)) == ((OTHER,), ())
    assert [seen.id for seen in store.headers()] == [OTHER]
    with pytest.raises(PlanNotFound):
        store.picture(ID, key)


def test_a_deleted_plan_is_not_brought_back_by_a_screen_left_open(store: PlanStore, plan):
    store.save(ID, plan, 0)
    store.delete(ID)
    for late in (lambda: store.save(ID, plan, 1), lambda: store.save_draft(ID, "tab-1", plan, 1)):
        with pytest.raises(PlanNotFound):
            late()
    assert store.ids() == ()

"""The plan being worked on: a value, and what can happen to it while its window is open."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from plans.editing import phrases_of
from plans.errors import PictureRefused, PlanChanged, PlanError, PlanNotFound
from plans.history import History, changed, redone, undone
from plans.model import Plan
from plans.store.base import Draft, PlanStore

# Asks whether another session still has its window open; passed in, so that tests can open and close windows.
LiveCheck = Callable[[str], bool]


@dataclass(frozen=True)
class Work:
    """A plan in the hands of one window. `session` names its draft, and is new for each time a plan is opened.

    `base` is the version its words stand on. `serial` counts the times that the editor must take
    our sentences instead of its own; `acknowledged` is the last of its revisions we took in, `taken` the
    serial before this one and the last revision taken in under it. `brought_back` names the lost window
    (its session) whose draft was taken up, and the version that draft stood on.
    `trouble` says why the store does not take the words just now: they stay here and on the screen.
    """

    plan_id: str
    session: str
    base: int
    history: History
    saved: Plan | None
    serial: int = 0
    acknowledged: int = 0
    taken: tuple[int, int] = (-1, 0)
    brought_back: tuple[str, int] = ("", 0)
    kept_at: datetime | None = None
    saved_at: datetime | None = None
    notices: tuple[str, ...] = ()
    trouble: str = ""
    deleted: bool = False
    clash: bool = False
    offered: Draft | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it now is."""
        return self.history.plan

    @property
    def is_saved(self) -> bool:
        """Whether a version holds every word."""
        return self.saved == self.plan


def begin_work(store: PlanStore, plan: Plan, session: str, now: datetime) -> Work:
    """Return work on a plan that is new; its first words are kept at once."""
    plan_id = store.new_id()
    store.save_draft(plan_id, session, plan, 0)  # refused here, the screen still holds what was typed
    return save_version(store, Work(plan_id, session, 0, History(plan), None, kept_at=now), now)


def look_at(store: PlanStore, example: Plan, session: str) -> Work:
    """Return work on an example: nothing is kept before something is changed."""
    return Work(store.new_id(), session, 0, History(example), example)


def open_work(store: PlanStore, plan_id: str, session: str, is_live: LiveCheck, now: datetime) -> Work:
    """Return work on a saved plan, with words brought back that a lost window had not saved.

    Raises:
        PlanNotFound, PlanFileBroken, StoreTrouble: it cannot be opened.
    """
    opened = store.get(plan_id)
    left = [draft for draft in store.drafts(plan_id) if not is_live(draft.session)]
    work = Work(plan_id, session, opened.version, History(opened.plan), opened.plan, notices=opened.notices)
    for draft in left:
        if draft.base == opened.version:
            back = _brought_back(store, work, draft, now)
            others = (other for other in left if other is not draft and other.plan not in (draft.plan, opened.plan))
            return replace(back, offered=next(others, None))
    return replace(work, offered=next((draft for draft in left if draft.plan != opened.plan), None))


def change_plan(store: PlanStore, work: Work, plan: Plan, kind: str, now: datetime) -> Work:
    """Return the work with one more change, kept as a draft; a plan that was ready is a draft again."""
    if plan != work.plan and plan.status == work.plan.status == "agreed":
        plan = replace(plan, status="draft")
    history = changed(work.history, plan, kind)
    if history is work.history and not work.trouble:
        return work
    return keep_draft(store, replace(work, history=history), now)


def step_back(store: PlanStore, work: Work, now: datetime) -> Work:
    """Return the work with its last change undone."""
    return keep_draft(store, shown_anew(replace(work, history=undone(work.history))), now)


def step_forward(store: PlanStore, work: Work, now: datetime) -> Work:
    """Return the work with its last undone change made again."""
    return keep_draft(store, shown_anew(replace(work, history=redone(work.history))), now)


def shown_anew(work: Work) -> Work:
    """Return the work with the editor told to take our sentences."""
    return replace(work, serial=work.serial + 1, acknowledged=0, taken=(work.serial, work.acknowledged))


def acknowledged(work: Work, serial: int, revision: int) -> Work:
    """Return the work knowing the newest revision it took in, of this serial or of the one before."""
    return replace(work, acknowledged=revision) if serial == work.serial else replace(work, taken=(serial, revision))


def keep_draft(store: PlanStore, work: Work, now: datetime) -> Work:
    """Keep the words on disk, though not yet as a version; if the store refuses, the work says why."""
    try:
        store.save_draft(work.plan_id, work.session, work.plan, work.base)
    except PlanError as trouble:
        return _troubled(work, trouble)
    return replace(work, kept_at=now, trouble="", deleted=False)


def save_version(store: PlanStore, work: Work, now: datetime) -> Work:
    """Save the words as a new version, unless another window saved first or the store refuses: the work says so."""
    if work.is_saved or work.clash:
        return work
    try:
        version = store.save(work.plan_id, work.plan, work.base)
    except PlanChanged:
        return replace(work, clash=True)
    except PlanError as trouble:
        return _troubled(work, trouble)
    with suppress(PlanError):  # a draft that stays behind says nothing new
        store.drop_draft(work.plan_id, work.session)
    return replace(work, base=version, saved=work.plan, saved_at=now, trouble="")


def look_again(store: PlanStore, work: Work, taken_over: str) -> Work:
    """Return the work as another window’s saves leave it: newer words shown, or the clash told."""
    if not (work.base or work.kept_at):
        return work  # an example that nobody has changed is nowhere yet
    try:
        newest = max(store.versions(work.plan_id), default=0)
        if work.trouble and work.is_saved:
            work = replace(work, trouble="", deleted=False)  # the folder answers again, and holds every word
        if newest <= work.base or work.clash:
            return work
        if not work.is_saved:
            return replace(work, clash=True)
        opened = store.get(work.plan_id)
    except PlanError as trouble:
        return _troubled(work, trouble)
    fresh = replace(work, base=opened.version, history=changed(work.history, opened.plan), saved=opened.plan)
    return replace(shown_anew(fresh), notices=(*opened.notices, taken_over))


def keep_mine(store: PlanStore, work: Work, now: datetime) -> Work:
    """Settle a clash: our words become the newest version; the other words stay as the version before."""
    newest = max(store.versions(work.plan_id), default=0)
    return save_version(store, replace(work, base=newest, clash=False, saved=None), now)


def keep_both(store: PlanStore, work: Work, title: str, now: datetime) -> Work:
    """Settle a clash: our words become a plan of their own, under a title that says so."""
    plan = replace(work.plan, title=title)
    copy = begin_work(store, plan, work.session, now)
    copy_pictures(store, work.plan_id, copy.plan_id, plan)
    if not work.deleted:
        store.drop_draft(work.plan_id, work.session)
    return copy


def copy_pictures(store: PlanStore, source: str, target: str, plan: Plan) -> None:
    """Copy a plan’s own pictures to the folder of another; those that cannot be read stay behind."""
    used = [key for phrase in phrases_of(plan) for key in phrase.pictures]
    for key in dict.fromkeys([*used, plan.page.logo, *(picture.key for picture in plan.own_pictures)]):
        if key.startswith("photo:"):
            with suppress(PlanNotFound, PictureRefused):
                store.add_picture(target, store.picture(source, key))


def take_theirs(store: PlanStore, work: Work) -> Work:
    """Settle a clash: the other window’s words stand; ours can still be had back with undo."""
    opened = store.get(work.plan_id)
    store.drop_draft(work.plan_id, work.session)
    settled = replace(work, base=opened.version, history=changed(work.history, opened.plan), saved=opened.plan)
    return shown_anew(replace(settled, clash=False))


def _troubled(work: Work, trouble: PlanError) -> Work:
    return replace(work, trouble=str(trouble), deleted=work.deleted or isinstance(trouble, PlanNotFound))


def _brought_back(store: PlanStore, work: Work, draft: Draft, now: datetime) -> Work:
    """Words of a window that was closed before its draft became a version: they are simply there again."""
    lost = (draft.session.rpartition("-")[0], draft.base)
    work = replace(work, history=changed(work.history, draft.plan), brought_back=lost)
    back = save_version(store, work, now)
    if back.is_saved:
        store.drop_draft(work.plan_id, draft.session)
    return back

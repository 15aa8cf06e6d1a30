"""What a worker decides when words of two windows meet; what is not chosen stays a version, a plan or an undo."""

from dataclasses import replace
from datetime import datetime

from components import session
from components import work as desk
from components.words import say
from plans.layout.front import title_of


def settle(how: str) -> None:
    """Settle a clash with another window: mine, both or theirs."""
    current = session.open_plan_work()
    title = say("notice.copy_title", title=title_of(current.plan))
    settled = {
        "mine": lambda: desk.keep_mine(session.store(), current, datetime.now()),
        "both": lambda: desk.keep_both(session.store(), current, title, datetime.now()),
        "theirs": lambda: desk.take_theirs(session.store(), current),
    }[how]()
    session.renew_widgets()
    session.put(settled)


def forget_notices() -> None:
    """Put away the notices that were read."""
    session.show(told="")
    current = session.work()
    if current is not None:
        session.put(replace(current, notices=(), offered=None))


def open_left_over() -> None:
    """Open the words of a lost window that no longer fit on top, as a plan of their own."""
    current = session.open_plan_work()
    if current.offered is not None:
        lost = current.offered
        session.start_plan(replace(lost.plan, title=say("notice.copy_title", title=title_of(lost.plan))))
        desk.copy_pictures(session.store(), current.plan_id, session.open_plan_work().plan_id, lost.plan)
        session.store().drop_draft(current.plan_id, lost.session)  # only once the words stand elsewhere

"""This window’s state: the only file that touches st.session_state.

Every run and every callback begins with `take_in()`, so that the words typed last are in the plan
before anything is done with it.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import streamlit as st
from streamlit import runtime
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import work as desk
from components.offers import lexicon_of
from components.sentence_editor import Payload, read_ask, read_payload, read_photo
from components.view import View
from components.words import say
from components.work import Work
from plans.choices import with_choices
from plans.document_type import DocumentType, child_page_type, load_document_type
from plans.editing import with_sentences
from plans.errors import PlanError, StoreTrouble
from plans.layout.measure import FontMeasure
from plans.model import Plan
from plans.own_picture import CleanPicture
from plans.store.base import PlanStore
from plans.store.files import FileStore, default_folder

EDITOR = "editor"
_SECONDS_BETWEEN_VERSIONS = 60.0
_SECONDS_BETWEEN_LOOKS = 2.0


def store() -> PlanStore:
    """Return where plans are kept."""
    if "store" not in st.session_state:
        st.session_state["store"] = FileStore(default_folder())
    found: PlanStore = st.session_state["store"]
    return found


def measure() -> FontMeasure:
    """Return this window’s measure, which remembers the widths of its words only."""
    if "measure" not in st.session_state:
        st.session_state["measure"] = FontMeasure()
    found: FontMeasure = st.session_state["measure"]
    return found


def work() -> Work | None:
    """Return the plan being worked on, if one is open."""
    return st.session_state.get("work")


def open_plan_work() -> Work:
    """Return the plan being worked on, on a screen that has one."""
    found: Work = st.session_state["work"]
    return found


def plan() -> Plan:
    """Return the open plan as it now is."""
    return open_plan_work().plan


def kind() -> DocumentType:
    """Return the kind of the open plan’s page for the child."""
    return child_page_type(plan())


def view() -> View:
    """Return what this window shows."""
    found: View = st.session_state.setdefault("view", View())
    return found


def show(**changes: object) -> None:
    """Change what this window shows."""
    st.session_state["view"] = replace(view(), **changes)  # type: ignore[arg-type]


def begin() -> None:
    """Begin a run: open the plan that the address names, take in the editor’s words, see what others saved."""
    named = st.query_params.get("plan", "")
    if work() is None and named:
        _open_named(named)
    take_in()
    _look_around()


def _open_named(plan_id: str) -> None:
    """Open the plan of the address; one that cannot be opened is told once and leaves the address."""
    try:
        open_plan(plan_id)
    except PlanError as trouble:
        st.query_params.clear()
        show(told=str(trouble))


def take_in() -> bool:
    """Take in what the editor last sent, once; return whether it was news."""
    sent = st.session_state.get(EDITOR) or {}
    news = [_take_in(read_payload(sent.get(name))) for name in ("late", "doc")]
    return any(news)


def _take_in(payload: Payload | None) -> bool:
    current = work()
    if current is None or payload is None or payload.plan != current.plan_id or not _is_news(payload, current):
        return False
    if payload.session not in ("", _session_id()) and _stands_elsewhere(payload, current):
        # The server began anew under a window whose words stand on an older version than the one we opened:
        # laid over the newer words they would wipe them out unseen, so the worker is asked.
        current = replace(current, base=payload.base, clash=True)
    kind_of_plan = child_page_type(current.plan)
    changed = with_sentences(current.plan, payload.section, payload.sentences, kind_of_plan)
    changed, swapped = with_choices(current.plan, changed, lexicon_of(changed))
    what = "" if payload.kind == "act" else payload.kind
    taken = desk.change_plan(store(), current, changed, what, datetime.now())
    if not taken.trouble:  # told as saved only once it is on the disk; until then the editor keeps offering it
        taken = desk.acknowledged(taken, payload.serial, payload.revision)
    put(taken)
    if swapped is not None:
        show(swapped=swapped)
    return taken != current


def _is_news(payload: Payload, current: Work) -> bool:
    """Whether words are newer than what we took in, also those typed while another part was on its way."""
    if payload.serial == current.serial:
        return payload.revision > current.acknowledged
    left = payload.section != shown_section()
    return left and payload.serial == current.taken[0] and payload.revision > current.taken[1]


def shown_section() -> str:
    """Return the id of the part that the editor shows."""
    sections = [section.id for section in kind().sections]
    return view().section if view().section in sections else sections[0]


def _stands_elsewhere(payload: Payload, current: Work) -> bool:
    """Whether words were written on another version than ours, and not by the window whose draft we took up."""
    return payload.base != current.base and (payload.session, payload.base) != current.brought_back


def start_plan(new: Plan) -> None:
    """Begin a new plan in this window."""
    leave_plan()
    put(desk.begin_work(store(), new, _draft_name(), datetime.now()))
    _show_nothing_of_another_plan()


def look_at(example: Plan) -> None:
    """Open an invented example in this window; it becomes a plan of its own with the first change."""
    leave_plan()
    put(desk.look_at(store(), example, _draft_name()))
    _show_nothing_of_another_plan()


def open_plan(plan_id: str) -> None:
    """Open a saved plan in this window, with the words of a window that was closed."""
    leave_plan()
    opened = desk.open_work(store(), plan_id, _draft_name(), _is_live, datetime.now())
    put(_with_window_notice(opened))
    _show_nothing_of_another_plan()


def _show_nothing_of_another_plan() -> None:
    """Begin with a fresh view: what one family printed must not be chosen for the next."""
    st.session_state["view"] = View(told=view().told)


def try_again() -> bool:
    """Try once more to keep words that the folder refused; return whether it takes them now."""
    st.session_state["looked"] = 0.0
    _look_around()
    return not open_plan_work().trouble


def leave_plan() -> None:
    """Save the open plan and put it away.

    Raises:
        StoreTrouble: its words could not be saved; it stays open, because they are nowhere else.
    """
    save()
    current = work()
    if current is not None and current.trouble and not current.is_saved:
        raise StoreTrouble(current.trouble)
    st.session_state.pop("work", None)


def change(new: Plan, what: str = "") -> None:
    """Change the plan from outside the editor; `what` joins changes that follow each other."""
    current = open_plan_work()
    if new != current.plan:
        moved = new.sections != current.plan.sections  # else the editor’s own sentences are as new as ours
        current = desk.change_plan(store(), current, new, what, datetime.now())
        put(desk.shown_anew(current) if moved else current)


def undo() -> None:
    """Undo the last change."""
    take_in()
    _show_anew()
    put(desk.step_back(store(), open_plan_work(), datetime.now()))


def redo() -> None:
    """Make the last undone change again."""
    take_in()
    _show_anew()
    put(desk.step_forward(store(), open_plan_work(), datetime.now()))


def _show_anew() -> None:
    st.session_state["fresh"] = fresh() + 1


def save() -> None:
    """Save every word as a version."""
    take_in()
    current = work()
    if current is not None:
        put(desk.save_version(store(), current, datetime.now()))


def remember_ask() -> None:
    """Take in a search that the editor asks for."""
    take_in()
    show(ask=read_ask((st.session_state.get(EDITOR) or {}).get("ask")))


def remember_photo() -> None:
    """Take in the place where the editor wants a photo."""
    take_in()
    show(photo=read_photo((st.session_state.get(EDITOR) or {}).get("photo")))


def value(key: str) -> object:
    """Return what a widget holds."""
    return st.session_state.get(key)


def session_word() -> str:
    """Return a word that stays the same while this session lives; the editor resends when it changes."""
    return _session_id()


def after(action: Callable[[], None]) -> Callable[[], None]:
    """Return a callback that takes in the editor’s last words before it acts."""

    def act() -> None:
        take_in()
        action()

    return act


def _draft_name() -> str:
    """Return a name for a draft: this session’s and a part of its own, so that no draft is ever written over."""
    return f"{_session_id()}-{secrets.token_hex(4)}"


def _is_live(draft_name: str) -> bool:
    """Whether a draft belongs to another window that is still open, as Streamlit knows it."""
    session = draft_name.rpartition("-")[0]
    return session != _session_id() and runtime.exists() and runtime.get_instance().is_active_session(session)


def put(new: Work) -> None:
    """Go on with this state of the plan, and name the plan in the address once it is kept."""
    st.session_state["work"] = new
    if new.base or new.kept_at:
        st.query_params["plan"] = new.plan_id


def _look_around() -> None:
    """Every few seconds: save a version if it is time, and see whether another window saved."""
    current = work()
    now = time.monotonic()
    if current is None or now - st.session_state.get("looked", 0.0) < _SECONDS_BETWEEN_LOOKS:
        return
    st.session_state["looked"] = now
    before = current
    if current.trouble and not current.is_saved:
        current = desk.keep_draft(store(), current, datetime.now())
    current = desk.look_again(store(), current, say("notice.taken_over"))
    if now - st.session_state.setdefault("versioned", now) > _SECONDS_BETWEEN_VERSIONS:
        st.session_state["versioned"] = now
        current = desk.save_version(store(), current, datetime.now())
    if current.plan != before.plan:
        _show_anew()  # fields that show an old phone number would bring it back
    put(_with_window_notice(current))


def _with_window_notice(current: Work) -> Work:
    """Tell once that another window has this plan open with words of its own."""
    told = say("notice.other_window")
    try:
        others = [draft for draft in store().drafts(current.plan_id) if _is_live(draft.session)]
    except PlanError:
        return current  # a folder that does not answer is told when words are to be kept
    if not others or told in current.notices:
        return current
    return replace(current, notices=(*current.notices, told))


def _session_id() -> str:
    context = get_script_run_ctx()
    return context.session_id.lower().replace(" ", "-") if context else "no-session"


def keep_apart(field: str, chosen: object) -> None:
    """Keep who is harmed, or who harms, beside the plan."""
    ids = tuple(str(one) for one in chosen) if isinstance(chosen, list) else ()
    change(replace(plan(), private=replace(plan().private, **{field: ids})), f"private:{field}")


def take_document(name: str) -> None:
    """Make a document the plan’s main one, and go to where it is written."""
    change(replace(plan(), document=name))
    show(document=name, about="", beside=())
    go_to("write" if load_document_type(name).sections else "agree")


def leave_alone(screen: str) -> None:
    """Forget that nobody else sees the screen, once another one is shown, also by the browser’s own Back."""
    if st.session_state.get("screen") != screen:
        st.session_state["screen"] = screen
        st.session_state.pop("pages_shown", None)
        show(alone=False)


def go_to(screen: str) -> None:
    """Show another screen, with the plan in the address so that a reload comes back to it."""
    current = work()
    kept = current is not None and (current.base or current.kept_at)
    st.switch_page(
        st.session_state["pages"][screen], query_params={"plan": current.plan_id} if current and kept else {}
    )


def know_pages(pages: dict[str, StreamlitPage]) -> None:
    """Remember the screens of this run, so that a screen can lead to another."""
    st.session_state["pages"] = pages


def delete_plan() -> None:
    """Delete for good the plan that was asked about; if it is the open one, put it away first."""
    plan_id = view().deleting
    show(deleting="")
    current = work()
    if current is not None and current.plan_id == plan_id:
        st.session_state.pop("work")
    store().delete(plan_id)


def fresh() -> int:
    """Return a number that changes when widgets must show the plan’s values anew, as after undo."""
    return int(st.session_state.get("fresh", 0))


def read_photo_of_plan(key: str) -> CleanPicture | None:
    """Return one of the open plan’s own pictures, or None where it is not to be found."""
    try:
        return store().picture(open_plan_work().plan_id, key)
    except PlanError:
        return None


def choose_section(section: str) -> None:
    """Show another part of the plan in the editor."""
    take_in()
    show(section=section, ask=None)
    put(desk.shown_anew(open_plan_work()))


def take_in_quietly() -> None:
    """Take in the editor’s words, as its callback."""
    take_in()


def ask_for_starter() -> None:
    """Take in that somebody wants to pick a starter."""
    take_in()
    show(starter="pick")


def renew_widgets() -> None:
    """Let widgets show the plan’s values anew."""
    _show_anew()


def keep_picture(picture: CleanPicture) -> str:
    """Keep one of the family’s own pictures with the open plan, and return its key."""
    current = open_plan_work()
    if not (current.base or current.kept_at):  # an example that nobody has changed has no folder yet
        current = desk.keep_draft(store(), current, datetime.now())
        put(current)
    return store().add_picture(current.plan_id, picture)


def remember_pages(what: str, pages: tuple[str, ...]) -> None:
    """Remember the finished pages of a document of the open plan, to show while its newest words cannot be set."""
    st.session_state["pages_shown"] = (open_plan_work().plan_id, what, pages)


def last_pages(what: str) -> tuple[str, ...]:
    """Return the pages last finished of that same document of the open plan; never those of another."""
    plan_id, shown, pages = st.session_state.get("pages_shown", ("", "", ()))
    return pages if (plan_id, shown) == (open_plan_work().plan_id, what) else ()

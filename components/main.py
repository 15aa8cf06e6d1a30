"""The script that Streamlit runs at every turn: begin, top bar, one screen."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import streamlit as st

from components import session
from components.notices import show_notices
from components.screens.agree import agree_screen
from components.screens.check import check_screen
from components.screens.choose import choose_screen
from components.screens.page import page_screen
from components.screens.people import people_screen
from components.screens.print import print_screen
from components.screens.start import start_screen
from components.screens.write import write_screen
from components.trouble import as_typed
from components.words import say
from plans.errors import PlanError
from plans.layout.front import title_of

SCREENS: dict[str, Callable[[], None]] = {
    "start": start_screen,
    "people": people_screen,
    "choose": choose_screen,
    "write": write_screen,
    "agree": agree_screen,
    "page": page_screen,
    "check": check_screen,
    "print": print_screen,
}
LOOK = (Path(__file__).parent / "look.css").read_text(encoding="utf-8")


def main() -> None:
    """Draw the app once."""
    st.set_page_config(page_title=say("app.name"), layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{LOOK}</style>")
    pages = {
        name: st.Page(screen, title=say(f"app.{name}"), url_path=name, default=name == "start")
        for name, screen in SCREENS.items()
    }
    current = st.navigation(list(pages.values()), position="hidden")
    session.know_pages(pages)
    try:
        session.begin()
        session.leave_alone(current.title)
        _top_bar(current.title)
        if session.work() is None and current.title != say("app.start"):
            session.go_to("start")
        # Always there, even when empty: an element more or less above the editor would make the browser build
        # it anew, and the letters typed in that moment would go nowhere.
        with st.container(key="notices"):
            show_notices()
        current.run()
    except PlanError as trouble:
        st.error(as_typed(str(trouble)))


def _top_bar(current: str) -> None:
    """Steps are buttons: a link tapped straight after typing would leave the last words behind."""
    work = session.work()
    with st.container(horizontal=True, key="steps", vertical_alignment="center"):
        st.html(f'<span class="wp-brand">{escape(say("app.name"))}</span>', width="content")
        for name in SCREENS:
            key = f"{'here' if say(f'app.{name}') == current else 'go'}_{name}"
            off = work is None and name != "start"
            if st.button(say(f"app.{name}"), key=key, type="tertiary", disabled=off):
                _go(name)
        st.space("stretch")
        if work is not None:
            _plan_buttons(current)


def _plan_buttons(current: str) -> None:
    work = session.open_plan_work()
    if current != say("app.write"):  # there the editor itself says so, key by key
        st.html(f'<span class="wp-saved" role="status">{escape(_saved_words())}</span>', width="content")
    no_past, no_future = not work.history.past, not work.history.future
    st.button(say("app.undo"), key="undo", icon=":material/undo:", disabled=no_past, on_click=session.undo)
    st.button(say("app.redo"), key="redo", icon=":material/redo:", disabled=no_future, on_click=session.redo)
    if st.button(say("app.print_button", title=""), key="to_print", type="primary", help=as_typed(title_of(work.plan))):
        _go("print")


def _go(screen: str) -> None:
    session.save()
    session.go_to(screen)


def _saved_words() -> str:
    """A draft on the disk is as safe as a version, so both are called saved."""
    work = session.open_plan_work()
    if work.trouble:
        return say("app.not_kept")
    last = max((time for time in (work.kept_at, work.saved_at) if time), default=None)
    return say("app.saved", time=f"{last:%H:%M}" if last else "").strip()


main()

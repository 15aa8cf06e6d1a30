"""What the worker must know of the open plan: a clash with another window, words brought back."""

import streamlit as st

from components import session, settling
from components.trouble import as_typed
from components.words import say
from components.work import Work


def show_notices() -> None:
    """Show what there is to know, with what can be done about it."""
    work = session.work()
    if work is not None:
        _trouble(work)
        _left_over(work)
    told = (session.view().told, *(work.notices if work else ()))
    for notice in filter(None, told):
        st.info(as_typed(notice))
    if any(told):
        st.button(say("notice.read"), key="notices_read", on_click=settling.forget_notices)


def _trouble(work: Work) -> None:
    if work.clash:
        _clash()
    if work.trouble:
        st.error(as_typed(work.trouble))
        _try_again()
    if work.deleted:
        st.button(say("notice.both"), key="settle_deleted", on_click=settling.settle, args=("both",))


@st.fragment(run_every=5)
def _try_again() -> None:
    """While words are on the screen only, try to keep them without waiting for the next key."""
    if session.try_again():
        st.rerun()


def _left_over(work: Work) -> None:
    if work.offered is not None:
        st.warning(say("notice.left_over", time=f"{work.offered.updated.astimezone():%d.%m. %H:%M}"))
        st.button(say("notice.open_left_over"), key="left_over", on_click=settling.open_left_over)


def _clash() -> None:
    st.warning(say("notice.clash"))
    with st.container(horizontal=True):
        for how in ("mine", "both", "theirs"):
            st.button(say(f"notice.{how}"), key=f"settle_{how}", on_click=settling.settle, args=(how,))

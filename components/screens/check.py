"""Checks: all that good practice asks of the chosen document, what was let stand, and the page for the manager."""

from dataclasses import replace
from html import escape

import streamlit as st

from components import session
from components.alone import is_alone
from components.finding_cards import finding_cards, let_stand_cards
from components.findings import book, findings, troubles
from components.html_text import lead, small
from components.print_files import about_now, chosen, manager_file
from components.words import say
from plans.checks.overrides import Judged
from plans.checks.rule import LEVELS
from plans.document_type import CHILD_PAGE, document_type_ids, load_document_type

_MOST_SHOWN = 12


def check_screen() -> None:
    """Draw the checklist of the whole plan beside what can be done with it."""
    session.save()
    st.title(say("check.title"), anchor=False)
    lead(say("check.lead"))
    left, right = st.columns([1, 2], gap="large")
    with left:
        _document()
        if load_document_type(chosen()).about == "person" and not is_alone():
            return
        found = findings(load_document_type(chosen()), about_now())
        _summary(found)
        _ready(found)
        manager_file()
        troubles()
    with right:
        _found(found)


def _document() -> None:
    own = session.plan().document
    names = list(dict.fromkeys((own, CHILD_PAGE, *document_type_ids())))
    st.selectbox(
        say("check.document"), names, names.index(chosen()), key="check_document",
        format_func=lambda name: load_document_type(name).name,
        on_change=lambda: session.show(document=session.value("check_document"), about="", beside=(), alone=False),
    )  # fmt: skip


def _summary(found: Judged) -> None:
    counts = {level: sum(1 for one in found.open if one.level == level) for level in LEVELS}
    st.html(
        "<ul>"
        + "".join(f"<li>{escape(say(f'check.{name}_head', count=counts[name]))}</li>" for name in LEVELS)
        + "</ul>"
    )
    small(say("check.rules", count=len(book().rules), stands=len(found.let_stand)))


def _ready(found: Judged) -> None:
    """A document is ready once nothing is left that must be put right; until then it prints as a draft."""
    if session.plan().status == "agreed":
        (st.warning if found.must else st.success)(say("check.is_ready_must" if found.must else "check.is_ready"))
        st.button(say("check.draft_again"), key="draft_again", on_click=session.after(lambda: _status("draft")))
        return
    st.info(say("check.is_draft_must" if found.must else "check.is_draft"))
    mark = session.after(lambda: _status("agreed"))
    st.button(say("check.mark_ready"), key="mark_ready", type="primary", disabled=bool(found.must), on_click=mark)


def _status(status: str) -> None:
    session.change(replace(session.plan(), status=status))


def _found(found: Judged) -> None:
    if not found.open:
        st.success(say("check.nothing"))
    for level in LEVELS:
        of_level = [one for one in found.open if one.level == level]
        if not of_level:
            continue
        st.subheader(say(f"check.{level}_head", count=len(of_level)), anchor=False)
        finding_cards(of_level[:_MOST_SHOWN], alone=True)
        if more := of_level[_MOST_SHOWN:]:
            with st.expander(say("check.more", count=len(more))):
                finding_cards(more, alone=True)
    if found.let_stand:
        st.subheader(say("check.stand_head", count=len(found.let_stand)), anchor=False)
        let_stand_cards(found.let_stand)

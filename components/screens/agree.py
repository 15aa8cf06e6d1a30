"""Agree: what the grown-ups are worried about and promise, part by part, and whether the child’s page says so too."""

from collections.abc import Set

import streamlit as st

from components import session
from components.agreed_cards import (
    add_agreed,
    agreed_card,
    document_written,
    entries_of,
    part_name,
    quick_promise,
    terms_form,
    whose_own,
)
from components.alone import is_alone
from components.findings import findings
from components.html_text import lead
from components.parity_view import parity_view
from components.trouble import as_typed
from components.words import load_words, say
from plans.about import own_parts
from plans.agreeing import UNPLACED, points_of
from plans.agreement_format import MOST
from plans.document_type import point_parts
from plans.model import Point


def agree_screen() -> None:
    """Draw the parts of the agreement beside the one being written."""
    st.title(say("agree.title"), anchor=False)
    lead(say("agree.lead"))
    left, right = st.columns([1, 2], gap="large")
    with left, st.container(key="agree_parts"):
        _parts_list()
    with right:
        _shown_part(session.view().agreed)


def _parts_list() -> None:
    """The parts of the document that is being made; those of others fold away, unless something is in them."""
    own = document_written().point_parts
    others = [part for part in point_parts() if part not in own]
    private = own_parts()
    filled = [part for part in others if part not in private and points_of(session.plan(), part)]
    unplaced = [UNPLACED] if points_of(session.plan(), UNPLACED) else []
    for part in (*unplaced, "worries", "promises", "parity", *own, *filled, "terms"):
        _part_button(part)
    folded = [part for part in others if part not in filled]
    with st.expander(say("agree.other_documents"), expanded=session.view().agreed in folded):
        for part in folded:
            _part_button(part)


def _part_button(part: str) -> None:
    count = len(entries_of(session.plan(), part)) if part not in own_parts() else 0
    label = say("agree.part", name=part_name(part), count=count) if count else part_name(part)
    chosen = part == session.view().agreed
    st.button(
        as_typed(label), key=f"part_{part}", type="primary" if chosen else "secondary", width="stretch",
        on_click=session.show, kwargs={"agreed": part},
    )  # fmt: skip


def _shown_part(part: str) -> None:
    st.subheader(as_typed(part_name(part)), anchor=False)
    if f"agree.{part}_help" in load_words():
        lead(say(f"agree.{part}_help"))
    if part == "terms":
        terms_form()
    elif part == "parity":
        parity_view()
    elif part not in own_parts():
        _cards(part)
    elif is_alone():
        _cards(part, whose_own())


def _cards(part: str, whose: str | None = None) -> None:
    """The entries of a part; on somebody’s own paper, that person’s only, or those that belong to nobody known."""
    entries = entries_of(session.plan(), part)
    if whose is not None:
        known = {one.id for one in session.plan().everyone}
        entries = tuple(one for one in entries if isinstance(one, Point) and _is_whose(one, whose, known))
    if part == "promises" and len(entries) < MOST:
        quick_promise()
    found = () if part in own_parts() else findings(document_written()).open
    for entry in entries:
        with st.container(border=True, key=f"card_{entry.id}"):
            agreed_card(entry, part, found)
    if part == UNPLACED:
        return
    label = say(f"agree.add_{part}") if part in ("worries", "promises") else say("agree.add_other")
    full = len(entries) >= MOST
    add = session.after(lambda: add_agreed(part, whose or ""))
    st.button(label, key="add_agreed", type="primary", on_click=add, disabled=full)


def _is_whose(point: Point, whose: str, known: Set[str]) -> bool:
    return point.who == whose if whose else point.who not in known

"""Start: a new plan, a plan to go on with, an example, or a plan file."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components import session
from components.html_text import lead, small
from components.trouble import as_typed
from components.words import say
from plans.agreeing import UNPLACED, points_of
from plans.clean_text import clean_text
from plans.document_type import CHILD_PAGE, load_document_type
from plans.editing import free_id, with_child
from plans.errors import PlanError
from plans.layout.front import title_of
from plans.model import Child, Plan
from plans.store.base import Header
from plans.store.files import default_folder
from plans.wording import long_date
from plans.yaml_format import load_plan

EXAMPLES = Path(__file__).parent.parent.parent / "plans" / "examples"
_MOST_CHILDREN = 8
_DAYS_TO_REVIEW = 28


def start_screen() -> None:
    """Draw the way into a plan."""
    st.title(say("start.title"), anchor=False)
    lead(say("start.lead"))
    left, right = st.columns(2, gap="large")
    with left:
        _new_plan()
        _examples()
    with right:
        _saved_plans()
        _plan_file()
        _agreement()
    small(say("start.where", folder=default_folder()))


def _new_plan() -> None:
    with st.container(border=True, key="card_new"):
        st.subheader(say("start.new"), anchor=False)
        rows = session.view().child_rows
        for number in range(rows):
            name, age = st.columns([3, 1])
            name.text_input(say("start.child_name"), key=f"child_name_{number}", max_chars=60)
            age.number_input(say("start.child_age"), 0, 25, value=None, step=1, key=f"child_age_{number}")
        with st.container(horizontal=True):
            st.button(
                say("start.more_child"),
                key="more_child",
                on_click=session.show,
                kwargs={"child_rows": rows + 1},
                disabled=rows >= _MOST_CHILDREN,
            )
            if st.button(say("start.begin"), key="begin", type="primary"):
                _begin(rows)


def _begin(rows: int) -> None:
    today = date.today()
    plan = Plan(made=today, review=today + timedelta(days=_DAYS_TO_REVIEW))
    for number in range(rows):
        name = clean_text(str(session.value(f"child_name_{number}") or ""), 60).strip()
        age = session.value(f"child_age_{number}")
        if name:
            taken = [child.id for child in plan.children]
            plan = with_child(plan, Child(free_id(name, taken), name, age if isinstance(age, int) else None))
    if not plan.children:
        st.warning(say("start.need_name"))
        return
    session.start_plan(plan)
    session.go_to("people")


def _saved_plans() -> None:
    st.subheader(say("start.open"), anchor=False)
    headers = session.store().headers()
    if not headers:
        lead(say("start.none"))
    with st.container(key="saved_plans", height=420 if len(headers) > 4 else "content"):
        for header in headers:
            _saved_plan(header)


def _saved_plan(header: Header) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"card_{header.id}"):
        with st.container():
            st.text(header.title or header.children)
            review = say("start.review", date=long_date(header.review)) if header.review else ""
            small(" · ".join(part for part in (_changed(header), review) if part))
        if st.button(say("start.open_button"), key=f"open_{header.id}", type="primary"):
            session.open_plan(header.id)
            session.go_to("write")
        st.button(
            say("start.delete"), key=f"delete_{header.id}", type="tertiary",
            on_click=session.show, kwargs={"deleting": header.id},
        )  # fmt: skip
    if session.view().deleting == header.id:
        _delete(header)


def _changed(header: Header) -> str:
    return say("start.changed", time=f"{header.updated.astimezone():%d.%m.%Y %H:%M}")


@st.dialog(say("start.delete_title"), on_dismiss=lambda: session.show(deleting=""))
def _delete(header: Header) -> None:
    if not session.view().deleting:
        st.rerun()
    st.text(say("start.delete_sure", title=header.title or header.children, time=_changed(header)))
    with st.container(horizontal=True):
        keep = {"deleting": ""}
        st.button(say("start.delete_no"), key="delete_no", type="primary", on_click=session.show, kwargs=keep)
        st.button(say("start.delete_yes"), key="delete_yes", on_click=session.delete_plan)


def _examples() -> None:
    with st.container(border=True, key="card_examples", gap="small"):
        st.subheader(say("start.examples"), anchor=False)
        lead(say("start.examples_lead"))
        with st.container(key="examples", height=420, border=False, gap="small"):
            for name, plan in _example_plans().items():
                kind = load_document_type(plan.document)
                label = say("start.example", title=title_of(plan), document=kind.name)
                if st.button(as_typed(label), key=f"example_{name}", width="stretch"):
                    session.look_at(plan)
                    session.go_to("write" if kind.sections else "agree")


@cache
def _example_plans() -> dict[str, Plan]:
    """The invented families that come with the program, those with a child’s page first."""
    plans = {file.stem: load_plan(file.read_bytes()) for file in sorted(EXAMPLES.glob("*.yaml"))}
    return dict(sorted(plans.items(), key=lambda one: one[1].document != CHILD_PAGE))


def _plan_file() -> None:
    with st.container(border=True, key="card_file"):
        st.subheader(say("start.file"), anchor=False)
        lead(say("start.file_lead"))
        upload = st.file_uploader(say("start.file_button"), key="plan_file", label_visibility="collapsed")
        if upload is not None and st.button(say("start.open_button"), key="open_file", type="primary"):
            try:
                plan = load_plan(upload.getvalue())
            except PlanError as trouble:
                st.error(as_typed(str(trouble)))
                return
            session.start_plan(plan)
            session.go_to("write")


def _agreement() -> None:
    """Bring in an agreement that was written elsewhere: a Word file, or its text."""
    with st.container(border=True, key="card_bring"):
        st.subheader(say("start.bring"), anchor=False)
        lead(say("start.bring_lead"))
        st.text_input(say("start.bring_children"), key="bring_children", max_chars=300)
        upload = st.file_uploader(say("start.bring_file"), type=["docx", "txt"], key="bring_file")
        st.text_area(say("start.bring_text"), key="bring_text", height=120)
        if st.button(say("start.bring_button"), key="bring", type="primary"):
            try:
                _bring(upload)
            except PlanError as trouble:
                st.error(as_typed(str(trouble)))


def _bring(upload: UploadedFile | None) -> None:
    from plans.importing.bring import bring_in, pasted, read_agreement

    text = str(session.value("bring_text") or "")
    blocks = read_agreement(upload.name, upload.getvalue()) if upload else pasted(text)
    names = [clean_text(name, 60).strip() for name in str(session.value("bring_children") or "").split(",")]
    brought = bring_in(blocks, tuple(name for name in names if name), date.today())
    session.start_plan(brought.plan)
    first = UNPLACED if points_of(brought.plan, UNPLACED) else "promises"
    session.show(told=brought.told, agreed=first)
    session.go_to("agree")

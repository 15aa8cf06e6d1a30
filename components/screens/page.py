"""Page: the finished pages, and how they are set."""

from dataclasses import replace

import streamlit as st

from components import changes, session
from components.html_text import small
from components.preview import draw_preview
from components.trouble import as_typed
from components.words import say
from plans.clean_text import clean_text
from plans.errors import PlanError
from plans.model import ARRANGEMENTS, LARGEST_TYPE, PAPERS, SMALLEST_TYPE
from plans.own_picture import clean_picture


def page_screen() -> None:
    """Draw settings beside the pages."""
    settings, pages = st.columns([1, 2], gap="large")
    with settings:
        st.title(say("page.title"), anchor=False)
        _setting()
        _about()
        _logo()
    with pages:
        draw_preview("page_preview")


def _setting() -> None:
    page = session.plan().page
    _choice("arrangement", ARRANGEMENTS, page.arrangement)
    key = _key("type_size")
    st.slider(
        say("page.size"), SMALLEST_TYPE, LARGEST_TYPE, page.type_size, format="%d pt", key=key,
        on_change=lambda: changes.change_page(type_size=session.value(key)),
    )  # fmt: skip
    _choice("paper", PAPERS, page.paper)
    for field, label, on in (
        ("line_art", "page.line_art", page.line_art),
        ("drawing_frames", "page.frames", page.drawing_frames),
    ):
        _toggle(field, label, on)


def _choice(field: str, choices: tuple[str, ...], chosen: str) -> None:
    key = _key(field)
    st.segmented_control(
        say(f"page.{field}"), choices, default=chosen, format_func=lambda choice: say(f"page.{choice}"), key=key,
        required=True, on_change=lambda: changes.change_page(**{field: session.value(key)}),
    )  # fmt: skip


def _toggle(field: str, label: str, on: bool) -> None:
    key = _key(field)
    st.toggle(say(label), on, key=key, on_change=lambda: changes.change_page(**{field: bool(session.value(key))}))


def _about() -> None:
    plan = session.plan()
    for field, label, help_words in (
        ("title", "page.plan_title", "page.title_help"),
        ("subtitle", "page.subtitle", None),
    ):
        _text(field, label, getattr(plan, field), help_words)
    made, review = st.columns(2)
    for column, field in ((made, "made"), (review, "review")):
        key = _key(field)
        column.date_input(
            say(f"page.{field}"), getattr(plan, field), format="DD/MM/YYYY", key=key,
            on_change=lambda field=field, key=key: changes.change_plan_fields(**{field: session.value(key)}),
        )  # fmt: skip
    names = list(dict.fromkeys((*plan.copies, *(person.name for person in plan.people))))
    key = _key("copies")
    st.multiselect(
        say("page.copies"), names, default=list(plan.copies), key=key, accept_new_options=True,
        placeholder=say("page.copies_help"), on_change=lambda: _set_copies(session.value(key)),
    )  # fmt: skip


def _text(field: str, label: str, value: str, help_words: str | None) -> None:
    key = _key(field)
    st.text_input(
        say(label), value, key=key, max_chars=200, placeholder=say(help_words) if help_words else None, live="500ms",
        on_change=lambda: changes.change_plan_fields(**{field: clean_text(str(session.value(key)), 200).strip()}),
    )  # fmt: skip


def _set_copies(chosen: object) -> None:
    names = chosen if isinstance(chosen, list) else []
    changes.change_plan_fields(copies=tuple(clean_text(str(name), 100).strip() for name in names))


def _logo() -> None:
    small(say("page.logo_lead"))
    upload = st.file_uploader(say("page.logo"), key=_key("logo"))
    if upload is not None:
        try:
            changes.use_logo(clean_picture(upload.getvalue()))
        except PlanError as trouble:
            st.error(as_typed(str(trouble)))
    if session.plan().page.logo:
        st.button(say("page.logo_remove"), key="logo_remove", on_click=_remove_logo)


def _remove_logo() -> None:
    session.change(replace(session.plan(), page=replace(session.plan().page, logo="")))
    session.renew_widgets()


def _key(field: str) -> str:
    return f"page_{field}_{session.open_plan_work().plan_id}_{session.fresh()}"

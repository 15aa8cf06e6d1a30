"""Write: the parts of the plan, the sentences of one part, and the page beside them."""

import streamlit as st

from components import session
from components.html_text import heading, lead
from components.offers import offers_for, picture_views, search_answer
from components.photo_dialog import photo_dialog
from components.picture_routes import art_address
from components.preview import draw_preview
from components.sentence_editor import EditorData, sentence_editor
from components.starter_dialog import starter_dialog
from components.words import editor_words, say
from plans.document_type import SectionType
from plans.editing import sentences_of
from plans.model import DENSITIES


def write_screen() -> None:
    """Draw parts, sentences and page; the page can be put away on a small screen."""
    shown = session.view().preview
    parts, middle, *page = st.columns([1.05, 2.6, 1.75] if shown else [1.05, 4.35], gap="medium")
    with parts:
        _parts()
    with middle:
        _sentences()
    if page:
        with page[0]:
            draw_preview("write_preview")


def _parts() -> None:
    plan = session.plan()
    chosen = _section().id
    st.html(f'<p class="wp-small">{say("write.parts")}</p>')
    with st.container(key="parts", gap="small"):
        for section in session.kind().sections:
            count = len(sentences_of(plan, section.id))
            mark = str(count) if count else "!" if section.required else ""
            address = art_address(section.picture, {}, "")
            st.button(
                f"![]({address}) {section.heading} :gray[{mark}]",
                key=f"part_{section.id}",
                width="stretch",
                type="secondary" if section.id == chosen else "tertiary",
                on_click=session.after(lambda name=section.id: session.choose_section(name)),
            )


def _section() -> SectionType:
    sections = session.kind().sections
    wanted = session.view().section
    return next((section for section in sections if section.id == wanted), sections[0])


def _sentences() -> None:
    section = _section()
    heading(section.heading, section.picture)
    lead(section.help)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _dial()
        st.space("stretch")
        shown = session.view().preview
        st.button(
            say("write.hide" if shown else "write.show"), key="fold", type="tertiary",
            on_click=session.show, kwargs={"preview": not shown},
        )  # fmt: skip
    _editor(section)
    if session.view().photo is not None:
        photo_dialog()
    if session.view().starter:
        starter_dialog(section.id)


def _dial() -> None:
    key = f"dial_{session.open_plan_work().plan_id}_{session.fresh()}"
    st.segmented_control(
        say("write.offers"), DENSITIES, default=session.plan().page.suggestions, key=key, required=True,
        format_func=lambda density: say(f"write.{density}"),
        on_change=session.after(lambda: session.change_page(suggestions=session.value(key))),
    )  # fmt: skip


def _editor(section: SectionType) -> None:
    sentence_editor(
        _editor_data(section),
        key=session.EDITOR,
        on_doc=session.take_in_quietly,
        on_ask=session.remember_ask,
        on_photo=session.remember_photo,
        on_starter=session.ask_for_starter,
        on_undo=session.undo,
        on_redo=session.redo,
    )
    # A new session, after the server came back, learns the browser’s words only once the editor is drawn.
    if session.take_in():
        st.rerun()


def _editor_data(section: SectionType) -> EditorData:
    work = session.open_plan_work()
    plan = work.plan
    sentences = sentences_of(plan, section.id)
    offers = offers_for(plan, sentences)
    keys = [key for one in sentences for phrase in one.phrases for key in phrase.pictures]
    keys += [key for found in offers.values() for offer in found.offers for key in offer.pictures]
    return EditorData(
        session=session.session_word(),
        plan=work.plan_id,
        section=section.id,
        serial=work.serial,
        acknowledged=work.acknowledged,
        sentences=sentences,
        labels=editor_words(),
        offers=offers,
        pictures=picture_views(plan, work.plan_id, keys),
        people=tuple((one.id, one.name) for one in (*plan.children, *plan.people)),
        placeholder=say("write.placeholder"),
        search=search_answer(plan, work.plan_id, session.view().ask),
    )

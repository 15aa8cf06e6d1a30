"""Write: the parts of the plan, the sentences of one part, and the page beside them."""

import streamlit as st

from components import changes, session
from components.finding_cards import finding_cards
from components.findings import child_page, findings
from components.html_text import heading, lead
from components.offers import (
    everywhere_offer,
    offers_for,
    picture_keys,
    picture_views,
    places_in,
    search_answer,
    warnings_for,
)
from components.photo_dialog import photo_dialog
from components.picture_routes import art_address
from components.preview import draw_preview
from components.sentence_editor import EditorData, sentence_editor
from components.starter_dialog import starter_dialog
from components.words import editor_words, say
from plans.checks.run import Finding
from plans.document_type import SectionType
from plans.editing import sentences_of
from plans.ideas import Place
from plans.model import DENSITIES, Plan

AUTO, SHOWN, HIDDEN = "auto", "shown", "hidden"


def write_screen() -> None:
    """Draw parts, sentences and page; the page can be put away on a small screen."""
    shown = session.view().preview
    parts, middle, *page = st.columns([1.05, 2.6, 1.75] if shown != HIDDEN else [1.05, 4.35], gap="medium")
    with parts:
        _parts()
    with middle:
        _sentences()
    if page:
        with page[0], st.container(key="write_page"), st.container(key=f"page_{shown}"):
            draw_preview("write_preview")


def _parts() -> None:
    plan = session.plan()
    chosen = _section().id
    st.html(f'<p class="wp-small">{say("write.parts")}</p>')
    with st.container(key="parts", gap="small"):
        for section in session.kind().sections:
            count = len(sentences_of(plan, section.id))
            mark = f" :gray[{count}]" if count else f" :orange[{say('write.to_do')}]" if section.required else ""
            address = art_address(section.picture, {}, "")
            st.button(
                f"![]({address}) {section.heading}{mark}",
                key=f"{'chosen_' if section.id == chosen else ''}part_{section.id}",
                width="stretch",
                type="tertiary",
                on_click=session.choose_section,
                args=(section.id,),
            )


def _section() -> SectionType:
    wanted = session.shown_section()
    return next(section for section in session.kind().sections if section.id == wanted)


def _sentences() -> None:
    section = _section()
    heading(section.heading, section.picture)
    lead(section.help)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _dial()
        st.space("stretch")
        _fold()
    found = _found_in(section)
    _editor(section, found)
    _findings(found)
    if session.view().photo is not None:
        photo_dialog()
    if session.view().starter:
        starter_dialog(section.id)


def _findings(found: tuple[Finding, ...]) -> None:
    """What the checks say of this part’s sentences, under the editor so that nothing above it moves while one types."""
    with st.container(key="findings"):
        if found:
            st.subheader(say("check.here"), anchor=False)
            finding_cards(found)


def _found_in(section: SectionType) -> tuple[Finding, ...]:
    ids = {one.id for one in sentences_of(session.plan(), section.id)}
    return tuple(one for one in findings(child_page()).open if one.place in ids)


def _fold() -> None:
    """Until somebody chooses, the width of the screen decides: the style sheet shows the button that fits."""
    shown = session.view().preview
    if shown != HIDDEN:
        key = "fold_auto" if shown == AUTO else "fold"
        st.button(say("write.hide"), key=key, type="tertiary", on_click=session.show, kwargs={"preview": HIDDEN})
    if shown != SHOWN:
        key = "unfold" if shown == AUTO else "unfold_page"
        st.button(say("write.show"), key=key, type="tertiary", on_click=session.show, kwargs={"preview": SHOWN})


def _dial() -> None:
    key = f"dial_{session.open_plan_work().plan_id}_{session.fresh()}"
    st.segmented_control(
        say("write.offers"), DENSITIES, default=session.plan().page.suggestions, key=key, required=True,
        format_func=lambda density: say(f"write.{density}"),
        on_change=session.after(lambda: changes.change_page(suggestions=session.value(key))),
    )  # fmt: skip


def _editor(section: SectionType, found: tuple[Finding, ...]) -> None:
    sentence_editor(
        _editor_data(section, found),
        key=session.EDITOR,
        on_doc=session.take_in_quietly,
        on_ask=session.remember_ask,
        on_photo=session.remember_photo,
        on_everywhere=changes.use_everywhere,
        on_starter=session.ask_for_starter,
        on_undo=session.undo,
        on_redo=session.redo,
    )
    # A new session, after the server came back, learns the browser’s words only once the editor is drawn.
    if session.take_in():
        st.rerun()


def _editor_data(section: SectionType, found: tuple[Finding, ...]) -> EditorData:
    work = session.open_plan_work()
    plan = work.plan
    sentences = sentences_of(plan, section.id)
    offers = offers_for(plan, sentences)
    places = places_in(plan)
    return EditorData(
        session=session.session_word(),
        plan=work.plan_id,
        section=section.id,
        serial=work.serial,
        acknowledged=work.acknowledged,
        taken=work.taken,
        base=work.base,
        kept=not work.trouble,
        sentences=sentences,
        labels=editor_words(),
        offers=offers,
        pictures=picture_views(plan, work.plan_id, picture_keys(sentences, offers)),
        people=tuple((one.id, one.name) for one in plan.everyone),
        placeholder=say("write.placeholder"),
        search=search_answer(plan, work.plan_id, session.view().ask),
        everywhere=everywhere_offer(plan, session.view().swapped, places),
        warnings=_warnings(plan, places, found),
    )


def _warnings(plan: Plan, places: tuple[Place, ...], found: tuple[Finding, ...]) -> dict[str, tuple[str, ...]]:
    """What stands in small letters at each sentence: pictures that mean two things, and what the checks say."""
    told = warnings_for(plan, places)
    for one in found:
        told[one.place] = (*told.get(one.place, ()), one.message)
    return told

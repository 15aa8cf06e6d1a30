"""Pick a starter: choose a topic and a sentence, fill its blanks, and put it in the plan."""

import streamlit as st

from components import changes, session
from components.html_text import small
from components.picture_routes import art_address
from components.words import say
from plans.clean_text import clean_text
from plans.marks import read_marks
from plans.model import Child, Person
from plans.starters import Starter, Topic, filled, is_person_blank, load_starters, who_fits

PICK = "pick"


@st.dialog(say("write.starter_title"), width="medium", on_dismiss=lambda: session.show(starter=""))
def starter_dialog(section: str) -> None:
    """Draw the starters for a section, or the blanks of the one chosen."""
    chosen = session.view().starter
    found = next((one for topic in load_starters() for one in topic.starters if one.id == chosen), None)
    if found is None:
        _choose(section)
    else:
        _fill(found, section)


def _choose(section: str) -> None:
    topics = sorted(load_starters(), key=lambda topic: topic.section != section)
    topic: Topic = st.selectbox(
        say("write.starter_topic"), topics, format_func=lambda one: one.name, key="starter_topic"
    )
    with st.container(key="starters", height=460, gap="small"):
        for starter in topic.starters:
            st.button(
                _label(starter), key=f"starter_{starter.id}", width="stretch", type="tertiary",
                on_click=session.show, kwargs={"starter": starter.id},
            )  # fmt: skip


def _fill(starter: Starter, section: str) -> None:
    answers = {blank: answer for blank in starter.blanks if (answer := _ask(starter, blank)) is not None}
    said_by = _who_said()
    st.text("".join(phrase.words for phrase in filled(starter, answers)))
    open_blanks = [_blank_name(blank) for blank in starter.blanks if blank not in answers]
    if open_blanks:
        small(say("write.blank_left", blanks=", ".join(open_blanks)))
    with st.container(horizontal=True):
        st.button(say("write.starter_back"), key="starter_back", on_click=session.show, kwargs={"starter": PICK})
        if st.button(say("write.starter_add"), key="starter_add", type="primary"):
            changes.add_sentence(section, filled(starter, answers), said_by)
            session.show(starter="")
            st.rerun()


def _ask(starter: Starter, blank: str) -> str | Child | Person | None:
    key = f"blank_{starter.id}_{blank}"
    if is_person_blank(blank):
        people = who_fits(blank, session.plan())
        if not people:
            small(say("write.no_people"))
            return None
        label = say(f"write.blank_{blank.partition(' ')[0]}")
        return st.selectbox(label, people, format_func=lambda one: one.name, key=key, index=None)
    asked = st.text_input(say(f"write.blank_{blank.partition(' ')[0]}"), key=key, max_chars=200)
    return clean_text(asked, 200).strip() or None


def _who_said() -> str:
    plan = session.plan()
    names = {"": say("write.nobody"), **{one.id: one.name for one in plan.everyone}}
    chosen = st.selectbox(say("write.said_by"), list(names), format_func=lambda one: names[one], key="starter_said_by")
    return str(chosen or "")


def _label(starter: Starter) -> str:
    """A starter with its picture, its blanks as ‹who›, ‹when›; its words are ours, so they may stand in a label."""
    phrases = read_marks(starter.text)
    words = "".join(phrase.words for phrase in phrases)
    for blank in starter.blanks:
        kind = "person" if is_person_blank(blank) else blank.partition(" ")[0]
        words = words.replace("{" + blank + "}", f"‹{say(f'write.short_{kind}')}›")
    pictures = [key for phrase in phrases for key in phrase.pictures]
    return f"![]({art_address(pictures[0], {}, '')}) {words}" if pictures else words


def _blank_name(blank: str) -> str:
    return say(f"write.short_{'person' if is_person_blank(blank) else blank.partition(' ')[0]}")

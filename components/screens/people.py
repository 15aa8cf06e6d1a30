"""People: who is who, the name the child uses, and how each of them is drawn, set once for the plan."""

from collections import Counter
from dataclasses import replace

import streamlit as st

from components import session
from components.html_text import face, lead
from components.trouble import as_typed
from components.words import say
from plans.clean_text import clean_text
from plans.editing import everyones_ids, free_id, moved_person, with_child, with_person, without_person
from plans.model import AGES, HAIR, HAIR_COLOURS, SIDES, Child, Look, Person
from plans.yaml_format import LONGEST_PHONE, LONGEST_WORDS, MOST_CHILDREN, MOST_PEOPLE

# What a plan file takes, so that nothing typed here can keep a plan from being saved.
_LONGEST, _LONGEST_PHONE = LONGEST_WORDS, LONGEST_PHONE
LIVE = "500ms"  # a pause after which words typed into a field are taken in, without leaving the field


def people_screen() -> None:
    """Draw the list of people beside the one being changed."""
    st.title(say("people.title"), anchor=False)
    lead(say("people.lead"))
    _same_names()
    left, right = st.columns([2, 3], gap="large")
    with left:
        _list()
    with right:
        chosen = _chosen()
        if chosen is None:
            lead(say("people.pick"))
        else:
            _form(chosen)


def _same_names() -> None:
    plan = session.plan()
    counted = Counter(one.name.casefold().strip() for one in plan.everyone)
    for one in plan.everyone:
        if counted.pop(one.name.casefold().strip(), 0) > 1:
            st.warning(as_typed(say("people.same_name", name=one.name)))


def _list() -> None:
    plan = session.plan()
    st.subheader(say("people.children"), anchor=False)
    for child in plan.children:
        _row(child, "" if child.age is None else str(child.age))
    st.button(
        say("people.add_child"),
        key="add_child",
        on_click=session.after(_add_child),
        disabled=len(plan.children) >= MOST_CHILDREN,
    )
    st.subheader(say("people.helpers"), anchor=False)
    for person in plan.people:
        _row(person, " · ".join(part for part in (person.role, person.phone) if part))
    st.button(
        say("people.add_person"),
        key="add_person",
        type="primary",
        on_click=session.after(_add_person),
        disabled=len(plan.people) >= MOST_PEOPLE,
    )


def _row(one: Child | Person, told: str) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"row_{one.id}"):
        face(one, told)
        st.space("stretch")
        chosen = session.view().person == one.id
        st.button(
            say("people.change"), key=f"edit_{one.id}", type="primary" if chosen else "secondary",
            on_click=session.show, kwargs={"person": one.id},
        )  # fmt: skip


def _add_person() -> None:
    plan = session.plan()
    identity = free_id("person", everyones_ids(plan))
    session.change(with_person(plan, Person(identity, say("people.new_person"))))
    session.show(person=identity)


def _add_child() -> None:
    plan = session.plan()
    identity = free_id("child", everyones_ids(plan))
    session.change(with_child(plan, Child(identity, say("people.new_child"))))
    session.show(person=identity)


def _chosen() -> Child | Person | None:
    plan = session.plan()
    wanted = session.view().person
    return next((one for one in plan.everyone if one.id == wanted), None)


def _form(one: Child | Person) -> None:
    with st.container(border=True, key="person_form"):
        picture, words = st.columns([1, 2])
        with picture:
            face(one, large=True)
        with words:
            _words(one)
        if isinstance(one, Person):
            _side_and_phone(one)
        st.subheader(say("people.look"), anchor=False)
        _look(one)
        with st.container(horizontal=True):
            if isinstance(one, Person):
                st.button(say("people.up"), key="person_up", on_click=session.after(lambda: _up(one.id)))
            st.button(say("people.remove"), key="remove_person", on_click=session.after(lambda: _remove(one.id)))


def _words(one: Child | Person) -> None:
    if isinstance(one, Child):
        _text(one, "name", say("people.child_name"))
        key = _key(one, "age")
        st.number_input(
            say("people.age"),
            0,
            25,
            value=one.age,
            step=1,
            key=key,
            on_change=lambda: _set(one.id, age=session.value(key)),
        )
        return
    _text(one, "name", say("people.name"), say("people.name_help"))
    _text(one, "full_name", say("people.full_name"))
    _text(one, "role", say("people.role"), say("people.role_help"))


def _side_and_phone(one: Person) -> None:
    key = _key(one, "side")
    st.segmented_control(
        say("people.side"), SIDES, default=one.side, format_func=lambda side: say(f"people.{side}"), key=key,
        on_change=lambda: _set(one.id, side=session.value(key) or one.side), required=True,
    )  # fmt: skip
    _text(one, "phone", say("people.phone"), say("people.phone_help"))
    if one.side == "professional":
        _text(one, "agency", say("people.agency"), say("people.agency_help"))
    with st.container(horizontal=True):
        for field in ("takes_part", "made_plan", "parental_responsibility", "phone_printed"):
            _toggle(one, field)


def _toggle(one: Person, field: str) -> None:
    key = _key(one, field)
    st.toggle(
        say(f"people.{field}"), getattr(one, field), key=key,
        on_change=lambda: _set(one.id, **{field: bool(session.value(key))}),
    )  # fmt: skip


def _look(one: Child | Person) -> None:
    _choice(one, "age", AGES, "people.drawn_as")
    _choice(one, "hair", HAIR, "people.hair")
    _choice(one, "colour", HAIR_COLOURS, "people.colour")
    key = _key(one, "skin")
    st.pills(
        say("people.skin"), range(6), default=one.look.skin, key=key, format_func=_skin_name,
        on_change=lambda: _set_look(one.id, skin=session.value(key)), required=True,
    )  # fmt: skip
    glasses = _key(one, "glasses")
    st.toggle(
        say("people.glasses"), one.look.glasses, key=glasses,
        on_change=lambda: _set_look(one.id, glasses=bool(session.value(glasses))),
    )  # fmt: skip


def _choice(one: Child | Person, field: str, choices: tuple[str, ...], label: str) -> None:
    key = _key(one, f"look_{field}")
    st.pills(
        say(label), choices, default=getattr(one.look, field), key=key, format_func=_choice_name,
        on_change=lambda: _set_look(one.id, **{field: session.value(key)}), required=True,
    )  # fmt: skip


def _text(one: Child | Person, field: str, label: str, help_words: str | None = None) -> None:
    key = _key(one, field)
    st.text_input(
        label, getattr(one, field), key=key, max_chars=_LONGEST_PHONE if field == "phone" else _LONGEST,
        placeholder=help_words, live=LIVE,
        on_change=lambda: _set(one.id, **{field: session.value(key)}),
    )  # fmt: skip


def _set(identity: str, **fields: object) -> None:
    session.take_in()
    plan = session.plan()
    clean = {
        name: clean_text(value, _LONGEST).strip() if isinstance(value, str) else value for name, value in fields.items()
    }
    if clean.get("name") == "":
        return  # a person keeps the old name until there is a new one
    what = f"{identity}:{' '.join(clean)}"
    for child in plan.children:
        if child.id == identity:
            session.change(with_child(plan, replace(child, **clean)), what)  # type: ignore[arg-type]
    for person in plan.people:
        if person.id == identity:
            session.change(with_person(plan, replace(person, **clean)), what)  # type: ignore[arg-type]


def _set_look(identity: str, **fields: object) -> None:
    one = next(one for one in session.plan().everyone if one.id == identity)
    look: Look = replace(one.look, **{name: value for name, value in fields.items() if value is not None})  # type: ignore[arg-type]
    _set(identity, look=look)


def _up(identity: str) -> None:
    session.change(moved_person(session.plan(), identity, -1))


def _remove(identity: str) -> None:
    session.change(without_person(session.plan(), identity))
    session.show(person="")


def _key(one: Child | Person, field: str) -> str:
    """A widget’s key; the serial in it gives undo fresh widgets with the plan’s own values."""
    return f"{field}_{one.id}_{session.open_plan_work().plan_id}_{session.fresh()}"


def _skin_name(tone: int) -> str:
    return say(f"people.skin_{tone}")


def _choice_name(choice: str) -> str:
    return say(f"people.{choice}")

"""Agree: what the grown-ups are worried about and promise, part by part, and whether the child’s page says so too."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from components import session
from components.html_text import lead, small
from components.trouble import as_typed
from components.words import load_words, say
from plans import agreeing, parity
from plans.agreement_format import LONGEST_NOTE, LONGEST_TEXT, MOST
from plans.clean_text import clean_text
from plans.document_type import point_parts
from plans.editing import sentences_of, with_sentence
from plans.model import Phrase, Plan, Point, Promise, Worry

Agreed = Worry | Promise | Point
LIVE = "500ms"
# The part of the child’s page that a worry or a promise goes to first.
_PLACES = {Worry: "worries", Promise: "every_day"}


def agree_screen() -> None:
    """Draw the parts of the agreement beside the one being written."""
    st.title(say("agree.title"), anchor=False)
    lead(say("agree.lead"))
    left, right = st.columns([1, 2], gap="large")
    with left, st.container(key="agree_parts"):
        for part in ("worries", "promises", *point_parts(), "terms"):
            _part_button(part)
    with right:
        _shown_part(session.view().agreed)


def _part_button(part: str) -> None:
    count = len(_entries(session.plan(), part))
    label = say("agree.part", name=_name(part), count=count) if count else _name(part)
    chosen = part == session.view().agreed
    st.button(
        as_typed(label), key=f"part_{part}", type="primary" if chosen else "secondary", width="stretch",
        on_click=session.show, kwargs={"agreed": part},
    )  # fmt: skip


def _shown_part(part: str) -> None:
    st.subheader(as_typed(_name(part)), anchor=False)
    if f"agree.{part}_help" in load_words():
        lead(say(f"agree.{part}_help"))
    if part == "terms":
        _terms()
        return
    entries = _entries(session.plan(), part)
    for entry in entries:
        with st.container(border=True, key=f"card_{entry.id}"):
            _entry(entry, part)
    label = say(f"agree.add_{part}") if part in ("worries", "promises") else say("agree.add_other")
    st.button(
        label,
        key="add_agreed",
        type="primary",
        on_click=session.after(lambda: _add(part)),
        disabled=len(entries) >= MOST,
    )


def _entries(plan: Plan, part: str) -> tuple[Agreed, ...]:
    if part == "worries":
        return plan.worries
    return plan.promises if part == "promises" else agreeing.points_of(plan, part)


def _entry(entry: Agreed, part: str) -> None:
    label = say(f"agree.text_{part}") if part in ("worries", "promises") else say("agree.text_other")
    if isinstance(entry, Promise):
        _one_person(entry)
    _area(entry, "text", label)
    if isinstance(entry, Worry):
        _worry(entry)
    elif isinstance(entry, Promise):
        _promise(entry)
    else:
        _point(entry)
    if not isinstance(entry, Point) and entry.text.strip():
        _parity(entry)
    st.button(say("agree.remove"), key=f"remove_{entry.id}", on_click=session.after(lambda: _remove(entry)))


def _worry(worry: Worry) -> None:
    one, two = st.columns(2)
    with one:
        _people(worry, "who", say("agree.who_worries"))
    with two:
        _people(worry, "disagrees", say("agree.disagrees"))
    _line(worry, "child_says", say("agree.child_says"))


def _promise(promise: Promise) -> None:
    when, day = st.columns([2, 1])
    with when:
        _line(promise, "when", say("agree.when"))
    with day:
        _day(promise)
    for field in ("hindrance", "help", "shown"):
        _line(promise, field, say(f"agree.{field}"))
    _answers(promise)


def _point(point: Point) -> None:
    who, day = st.columns([2, 1])
    with who:
        _one_person(point)
    with day:
        _day(point)
    if session.plan().worries and point.part in ("support", "need_to_see"):
        _answers(point)


def _area(entry: Agreed, field: str, label: str) -> None:
    key = _key(entry.id, field)
    st.text_area(
        label, getattr(entry, field), key=key, max_chars=LONGEST_TEXT, height=90,
        on_change=lambda: _set(entry.id, **{field: session.value(key)}),
    )  # fmt: skip


def _line(entry: Agreed, field: str, label: str) -> None:
    key = _key(entry.id, field)
    st.text_input(
        label, getattr(entry, field), key=key, max_chars=LONGEST_NOTE, live=LIVE,
        on_change=lambda: _set(entry.id, **{field: session.value(key)}),
    )  # fmt: skip


def _day(entry: Promise | Point) -> None:
    key = _key(entry.id, "by")
    st.date_input(
        say("agree.by"), entry.by, key=key, format="DD/MM/YYYY",
        on_change=lambda: _set(entry.id, by=session.value(key)),
    )  # fmt: skip


def _one_person(entry: Promise | Point) -> None:
    names = {"": say("agree.nobody"), **{one.id: one.name for one in session.plan().people if one.takes_part}}
    _choice(entry, "who", say("agree.who"), names)


def _answers(entry: Promise | Point) -> None:
    worries = {one.id: one.text[:120] for one in session.plan().worries if one.text.strip()}
    _choice(entry, "worry", say("agree.worry"), {"": say("agree.no_worry"), **worries})


def _choice(entry: Promise | Point, field: str, label: str, names: Mapping[str, str]) -> None:
    chosen = getattr(entry, field)
    options = list(names) if chosen in names else [*names, chosen]
    key = _key(entry.id, field)
    st.selectbox(
        label, options, options.index(chosen), format_func=lambda one: names.get(one, one), key=key,
        on_change=lambda: _set(entry.id, **{field: session.value(key)}),
    )  # fmt: skip


def _people(worry: Worry, field: str, label: str) -> None:
    names = {one.id: one.name for one in session.plan().everyone}
    chosen = getattr(worry, field)
    key = _key(worry.id, field)
    st.multiselect(
        label, list(dict.fromkeys((*names, *chosen))), default=list(chosen), key=key,
        format_func=lambda one: names.get(one, one), placeholder=say("agree.nobody"),
        on_change=lambda: _set(worry.id, **{field: _ids(session.value(key))}),
    )  # fmt: skip


def _ids(chosen: object) -> tuple[str, ...]:
    return tuple(str(one) for one in chosen) if isinstance(chosen, list) else ()


def _terms() -> None:
    terms = session.plan().terms
    starts, ends = st.columns(2)
    for column, field in ((starts, "starts"), (ends, "ends")):
        key = _key("terms", field)
        column.date_input(
            say(f"agree.{field}"), getattr(terms, field), key=key, format="DD/MM/YYYY",
            on_change=lambda field=field, key=key: _set_terms(**{field: session.value(key)}),
        )  # fmt: skip
    for field, hint in (("until", say("agree.until_help")), ("place", None)):
        key = _key("terms", field)
        st.text_input(
            say(f"agree.{field}"), getattr(terms, field), key=key, max_chars=LONGEST_NOTE, live=LIVE, placeholder=hint,
            on_change=lambda field=field, key=key: _set_terms(**{field: session.value(key)}),
        )  # fmt: skip


def _parity(entry: Worry | Promise) -> None:
    """What the child’s page says of it; one press puts a first sentence there, in the grown-ups’ own words."""
    plan = session.plan()
    pair = next(pair for pair in parity.pairs(plan) if pair.agreed.id == entry.id)
    for sentence in pair.sentences:
        small(say("agree.told", words=sentence.text))
    for what in pair.changed:
        st.warning(say(f"agree.changed_{what}"))
    if pair.changed:
        st.button(say("agree.fits"), key=f"fits_{entry.id}", on_click=session.after(lambda: _fits(entry.id)))
    if pair.state is parity.State.MISSING:
        st.warning(say("agree.missing"))
        small(say("agree.put_words", words=parity.first_sentence(plan, entry)))
        st.button(say("agree.put"), key=f"put_{entry.id}", on_click=session.after(lambda: _put(entry.id)))


def _put(identity: str) -> None:
    """Put a first sentence at the end of its part of the child’s page, and link both."""
    plan = session.plan()
    entry = agreeing.agreed_with_id(plan, identity)
    if not isinstance(entry, Worry | Promise):
        return
    section = _PLACES[type(entry)]
    said_by = entry.who if isinstance(entry, Promise) else ""
    told = with_sentence(plan, section, (Phrase(parity.first_sentence(plan, entry)),), said_by, session.kind())
    session.change(agreeing.with_link(told, identity, sentences_of(told, section)[-1].id))


def _fits(identity: str) -> None:
    plan = session.plan()
    pair = next((pair for pair in parity.pairs(plan) if pair.agreed.id == identity), None)
    for sentence in pair.sentences if pair else ():
        plan = agreeing.with_link(plan, identity, sentence.id)
    session.change(plan)


_ADD: Mapping[str, Callable[[Plan], Plan]] = {
    "worries": lambda plan: agreeing.with_worry(plan, Worry(agreeing.free_agreed_id(plan, "w"), "")),
    "promises": lambda plan: agreeing.with_promise(plan, Promise(agreeing.free_agreed_id(plan, "p"), "", "")),
}


def _add(part: str) -> None:
    plan = session.plan()
    if part in _ADD:
        session.change(_ADD[part](plan))
    else:
        session.change(agreeing.with_point(plan, Point(agreeing.free_agreed_id(plan, "x"), part, "")))


def _remove(entry: Agreed) -> None:
    remove = {
        Worry: agreeing.without_worry,
        Promise: agreeing.without_promise,
        Point: agreeing.without_point,
    }[type(entry)]
    session.change(remove(session.plan(), entry.id))


def _set(identity: str, **fields: object) -> None:
    session.take_in()
    plan = session.plan()
    found = agreeing.agreed_with_id(plan, identity)
    clean = {name: _clean(value) for name, value in fields.items()}
    what = f"{identity}:{' '.join(clean)}"
    if isinstance(found, Worry):
        session.change(agreeing.with_worry(plan, replace(found, **clean)), what)  # type: ignore[arg-type]
    elif isinstance(found, Promise):
        session.change(agreeing.with_promise(plan, replace(found, **clean)), what)  # type: ignore[arg-type]
    elif isinstance(found, Point):
        session.change(agreeing.with_point(plan, replace(found, **clean)), what)  # type: ignore[arg-type]


def _set_terms(**fields: object) -> None:
    session.take_in()
    plan = session.plan()
    clean = {name: _clean(value) for name, value in fields.items()}
    session.change(replace(plan, terms=replace(plan.terms, **clean)), f"terms:{' '.join(clean)}")  # type: ignore[arg-type]


def _clean(value: object) -> object:
    return clean_text(value, LONGEST_TEXT).strip() if isinstance(value, str) else value


def _name(part: str) -> str:
    """A part of a kind of document that the app’s words do not know yet goes by its own name."""
    known = f"agree.{part}"
    return say(known) if known in load_words() else part.replace("_", " ").capitalize()


def _key(identity: str, field: str) -> str:
    """A widget’s key; the serial in it gives undo fresh widgets with the plan’s own values."""
    return f"{field}_{identity}_{session.open_plan_work().plan_id}_{session.fresh()}"

"""Cards of the Agree screen: a worry, a promise or a point with its fields, and the agreement’s days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from components import session
from components.finding_cards import finding_cards
from components.html_text import small
from components.parity_view import parity_of
from components.words import load_words, say
from plans import agreeing
from plans.about import own_parts
from plans.agreeing import UNPLACED, placed
from plans.checks.run import Finding
from plans.clean_text import clean_text
from plans.document_type import DocumentType, load_document_type, point_parts
from plans.model import LONGEST_NOTE, LONGEST_TEXT, STAGES, Plan, Point, Promise, Worry
from plans.wording import long_date
from plans.working_days import assessment_ends

Agreed = Worry | Promise | Point
LIVE = "500ms"
# Whose parts are asked for, while the plan has no document for grown-ups of its own.
_USUAL = "working_together_agreement"
# Parts of points that stand in a table beside the worry that they answer.
_BESIDE_WORRIES = ("support", "need_to_see", "progress", "change")


def entries_of(plan: Plan, part: str) -> tuple[Agreed, ...]:
    """Return the worries, the promises, or the points of a part."""
    if part == "worries":
        return plan.worries
    return plan.promises if part == "promises" else agreeing.points_of(plan, part)


def quick_promise() -> None:
    """Draw one line to write a promise in: who, what, when, and Enter; the next one can follow at once."""
    names = {"": say("agree.nobody"), **{one.id: one.name for one in session.plan().people if one.takes_part}}
    with st.form("quick_promise", clear_on_submit=True, border=True):
        who, what, when = st.columns([3, 5, 4])
        who.selectbox(say("agree.who"), list(names), format_func=names.__getitem__, key="quick_who")
        what.text_input(say("agree.text_promises"), key="quick_text", max_chars=LONGEST_TEXT)
        when.text_input(say("agree.when"), key="quick_when", max_chars=LONGEST_NOTE)
        st.form_submit_button(say("agree.quick_add"), type="primary", on_click=session.after(_add_quick_promise))


def _add_quick_promise() -> None:
    """Add what the line holds; an empty line adds nothing."""
    text = str(_clean(str(session.value("quick_text") or "")))
    when = str(_clean(str(session.value("quick_when") or "")))
    if text or when:
        plan = session.plan()
        promise = Promise(agreeing.free_agreed_id(plan, "p"), str(session.value("quick_who") or ""), text, when)
        session.change(agreeing.with_promise(plan, promise))


def agreed_card(entry: Agreed, part: str, found: Sequence[Finding] = ()) -> None:
    """Draw a worry, promise or point with its fields, how it stands with the child’s page, and what the checks say."""
    label = say(f"agree.text_{part}") if part in ("worries", "promises") else say("agree.text_other")
    if isinstance(entry, Promise):
        _one_person(entry)
    _area(entry, "text", label)
    _findings(entry, found)
    if isinstance(entry, Worry):
        _worry(entry)
    elif isinstance(entry, Promise):
        _promise(entry)
    else:
        _point(entry)
    if not isinstance(entry, Point) and entry.text.strip():
        parity_of(entry)
    st.button(say("agree.remove"), key=f"remove_{entry.id}", on_click=session.after(lambda: _remove(entry)))


def _findings(entry: Agreed, found: Sequence[Finding]) -> None:
    """What the checks say of this entry, under its words."""
    with st.container(key=f"findings_{entry.id}"):
        finding_cards([one for one in found if one.place == entry.id])


def document_written() -> DocumentType:
    """Return the document for grown-ups that is being made: the one chosen to print, the plan’s own, or the usual."""
    for name in (session.view().document, session.plan().document):
        if name and (kind := load_document_type(name)).parts:
            return kind
    return load_document_type(_USUAL)


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
    everyone = {one.id: one.name for one in session.plan().everyone}
    _choice(promise, "offered_by", say("agree.offered_by"), {"": say("agree.nobody"), **everyone})


def _point(point: Point) -> None:
    if point.part == UNPLACED:
        _place(point)
        return
    who, day = st.columns([2, 1])
    with who:
        _one_person(point)
    with day:
        _day(point)
    reached = {"": say("agree.no_number"), **{one.id: one.name for one in session.plan().people if one.printed_phone}}
    _choice(point, "phone_of", say("agree.phone_of"), reached)
    if session.plan().worries and (point.part in _BESIDE_WORRIES or _is_for_one_promise()):
        _answers(point)


def _is_for_one_promise() -> bool:
    """Whether the document that is made shows one promise, and of the rest only what belongs to its worry."""
    return load_document_type(session.view().document or session.plan().document).about == "promise"


def _place(point: Point) -> None:
    """Let people say where brought-in words belong."""
    places = ("worries", "promises", *(part for part in point_parts() if part not in own_parts()))
    key = _key(point.id, "place")
    st.selectbox(
        say("agree.place_in"), [UNPLACED, *places], key=key,
        format_func=lambda one: say("agree.place_nowhere") if one == UNPLACED else part_name(one),
        on_change=session.after(lambda: session.change(placed(session.plan(), point.id, str(session.value(key))))),
    )  # fmt: skip


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
    plan = session.plan()
    names = {"": say("agree.nobody"), **{one.id: one.name for one in plan.people if one.takes_part}}
    if isinstance(entry, Point):
        names |= {one.id: one.name for one in plan.children}
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


def terms_form() -> None:
    """Draw how long the agreement holds, where people meet, and when an assessment began."""
    terms = session.plan().terms
    key = _key("terms", "stage")
    st.selectbox(
        say("agree.stage"), STAGES, STAGES.index(terms.stage), key=key,
        format_func=lambda one: say(f"agree.stage_{one}"),
        on_change=lambda: _set_terms(stage=session.value(key)),
    )  # fmt: skip
    columns = [*st.columns(2), *st.columns(2)]
    for column, field in zip(columns, ("starts", "ends", "reviewed", "assessed_from"), strict=True):
        key = _key("terms", field)
        column.date_input(
            say(f"agree.{field}"), getattr(terms, field), key=key, format="DD/MM/YYYY",
            on_change=lambda field=field, key=key: _set_terms(**{field: session.value(key)}),
        )  # fmt: skip
    if terms.assessed_from:
        small(say("agree.assessment_ends", date=long_date(assessment_ends(terms.assessed_from))))
    for field, hint in (("until", say("agree.until_help")), ("place", None)):
        key = _key("terms", field)
        st.text_input(
            say(f"agree.{field}"), getattr(terms, field), key=key, max_chars=LONGEST_NOTE, live=LIVE, placeholder=hint,
            on_change=lambda field=field, key=key: _set_terms(**{field: session.value(key)}),
        )  # fmt: skip


_ADD: Mapping[str, Callable[[Plan], Plan]] = {
    "worries": lambda plan: agreeing.with_worry(plan, Worry(agreeing.free_agreed_id(plan, "w"), "")),
    "promises": lambda plan: agreeing.with_promise(plan, Promise(agreeing.free_agreed_id(plan, "p"), "", "")),
}


def whose_own() -> str:
    """Ask whose own paper is written, and return the person’s id; nobody sees two people’s at once."""
    names = {one.id: one.name for one in session.plan().everyone}
    if any(one.part in own_parts() and one.who not in names for one in session.plan().points):
        names[""] = say("agree.nobody")
    chosen = session.view().own if session.view().own in names else next(iter(names), "")
    st.selectbox(
        say("agree.whose"), list(names), list(names).index(chosen) if names else None, key="whose_own",
        format_func=lambda one: names.get(one, one),
        on_change=lambda: session.show(own=str(session.value("whose_own") or "")),
    )  # fmt: skip
    return chosen


def add_agreed(part: str, who: str = "") -> None:
    """Add an empty worry, promise or point, about somebody if `who` says so."""
    plan = session.plan()
    if part in _ADD:
        session.change(_ADD[part](plan))
    else:
        session.change(agreeing.with_point(plan, Point(agreeing.free_agreed_id(plan, "x"), part, "", who)))


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


def part_name(part: str) -> str:
    """Return a part’s name; a part of a kind of document that the app’s words do not know yet goes by its own name."""
    known = f"agree.{part}"
    return say(known) if known in load_words() else part.replace("_", " ").capitalize()


def _key(identity: str, field: str) -> str:
    """A widget’s key; the serial in it gives undo fresh widgets with the plan’s own values."""
    return f"{field}_{identity}_{session.open_plan_work().plan_id}_{session.fresh()}"

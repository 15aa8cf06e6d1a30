"""Print: what is still missing, and the plan as PDF, as HTML, and as a file to keep."""

from html import escape

import streamlit as st

from components import session
from components.agreed_cards import part_name
from components.alone import is_alone
from components.offers import places_in, two_ideas
from components.preview import draw_preview
from components.print_files import about_now, beside, chosen, files, printed_pages, set_chosen
from components.words import say
from plans import parity
from plans.about import subjects
from plans.document_type import CHILD_PAGE, DocumentType, document_type_ids, load_document_type
from plans.errors import PlanError
from plans.export import missing_pictures
from plans.ideas import opposites
from plans.left_out import left_out
from plans.missing import Missing, missing_parts
from plans.model import Plan

_MOST_NAMED = 8


def print_screen() -> None:
    """Draw the checks and the files beside the pages."""
    session.save()
    left, pages = st.columns([1, 2], gap="large")
    with left:
        st.title(say("print.title"), anchor=False)
        _document()
        if load_document_type(chosen()).about == "person" and not is_alone():
            return
        _about()
        _beside()
        files()
        _checks()
    with pages:
        draw_preview("print_preview", printed_pages, f"{chosen()} {beside()} {about_now()}")


def _document() -> None:
    """Let people choose which of the plan’s documents they print."""
    own = session.plan().document
    names = list(dict.fromkeys((own, CHILD_PAGE, *document_type_ids())))
    st.selectbox(
        say("print.document"), names, names.index(chosen()), key="print_document",
        format_func=_name_of,
        on_change=lambda: session.show(document=session.value("print_document"), about="", beside=(), alone=False),
    )  # fmt: skip


def _beside() -> None:
    """What is printed with it; somebody’s own paper is printed alone."""
    if load_document_type(chosen()).about:
        return
    names = list(dict.fromkeys((session.plan().document, CHILD_PAGE, *document_type_ids())))
    others = [name for name in names if name != chosen() and not load_document_type(name).about]
    st.multiselect(
        say("print.beside"), others, default=list(beside()), key=f"print_beside_{chosen()}",
        format_func=_name_of, placeholder=say("print.beside_none"),
        on_change=lambda: session.show(beside=_names(session.value(f"print_beside_{chosen()}"))),
    )  # fmt: skip


def _about() -> None:
    """Whose promise, or whose own plan, where the document is about one."""
    found = subjects(session.plan(), load_document_type(chosen()))
    if not found:
        return
    ids, about = list(found), about_now()
    key = f"print_about_{chosen()}_{session.fresh()}"
    st.selectbox(
        say("print.about"), ids, ids.index(about) if about else 0, key=key, format_func=lambda one: found[one],
        on_change=lambda: session.show(about=session.value(key)),
    )  # fmt: skip


def _name_of(name: str) -> str:
    return load_document_type(name).name


def _names(chosen: object) -> tuple[str, ...]:
    return tuple(str(one) for one in chosen) if isinstance(chosen, list) else ()


def _checks() -> None:
    st.subheader(say("print.check"), anchor=False)
    plan = session.plan()
    kind = load_document_type(chosen())
    found = [_missing(one) for one in missing_parts(plan, kind, about_now())]
    found += _left_out(plan, kind) if kind.parts else _not_told(plan)
    found += _too_long(kind)
    found += [say("print.no_picture", words=words) for words in missing_pictures(plan, session.read_photo_of_plan)]
    places = places_in(plan)
    found += [
        say(f"print.opposite_{'crossed' if crossed else 'plain'}", words=words) for words, crossed in opposites(places)
    ]
    found += [text for _, _, text in two_ideas(plan, places, "print.two_ideas")]
    if not found:
        st.success(say("print.fine"))
    if found:
        st.html("<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in found) + "</ul>")


def _missing(one: Missing) -> str:
    screen = one.parts.get("screen", "")
    return say(f"print.{one.name}", **{**one.parts, "screen": say(f"app.{screen}") if screen else ""})


def _too_long(kind: DocumentType) -> list[str]:
    if not kind.pages:
        return []
    try:
        count = len(set_chosen(kind.id)[0].pages)
    except PlanError:
        return []  # told above, beside the files
    return [say("print.too_long", pages=count, of=kind.pages)] if count > kind.pages else []


def _not_told(plan: Plan) -> list[str]:
    """What the grown-ups agreed and the child’s page does not say, or says in other words than it did."""
    names = {parity.State.MISSING: "print.untold", parity.State.CHANGED: "print.changed"}
    found = [pair for pair in parity.pairs(plan) if pair.state in names]
    return [say(names[pair.state], words=parity.first_sentence(plan, pair.agreed)) for pair in found]


def _left_out(plan: Plan, kind: DocumentType) -> list[str]:
    """What grown-ups agreed and this document has no place for: meant to be so, or forgotten."""
    names = [part_name(name) for name in left_out(plan, kind)]
    shown, more = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    rest = [say("print.left_out_more", count=more)] if more > 0 else []
    return [say("print.left_out", names=", ".join([*shown, *rest]))] if names else []

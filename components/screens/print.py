"""Print: what is still missing, and the plan as PDF, as HTML, and as a file to keep."""

from functools import partial
from html import escape

import streamlit as st

from components import session
from components.html_text import lead, small
from components.offers import places_in, two_ideas
from components.preview import draw_preview
from components.trouble import as_typed
from components.words import load_words, say
from plans import parity
from plans.council import load_council
from plans.document_type import DocumentType, document_type_ids, load_document_type
from plans.errors import PlanError
from plans.export import missing_pictures, set_document
from plans.file_name import safe_file_name
from plans.ideas import opposites
from plans.layout.page import Document
from plans.layout.pictures import PictureBook
from plans.left_out import left_out
from plans.missing import missing_parts
from plans.model import Plan
from plans.yaml_format import dump_plan

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def print_screen() -> None:
    """Draw the checks and the files beside the pages."""
    session.save()
    left, pages = st.columns([1, 2], gap="large")
    with left:
        st.title(say("print.title"), anchor=False)
        _document()
        _files()
        _checks()
    with pages:
        draw_preview("print_preview", printed_pages)


def _document() -> None:
    """Let people choose which of the plan’s documents they print; the child’s own page comes first."""
    own = session.plan().document
    names = [own, *(name for name in document_type_ids() if name != own)]
    st.selectbox(
        say("print.document"), names, names.index(_chosen()), key="print_document",
        format_func=lambda name: load_document_type(name).name,
        on_change=lambda: session.show(document=session.value("print_document")),
    )  # fmt: skip


def _chosen() -> str:
    wanted = session.view().document
    return wanted if wanted in document_type_ids() else session.plan().document


def printed_pages() -> tuple[Document, PictureBook]:
    """Return the finished pages of the chosen document.

    Raises:
        WordsNotDrawable: the fonts lack letters for some words.
    """
    plan, measure = session.plan(), session.measure()
    return set_document(plan, _chosen(), load_council(), session.read_photo_of_plan, measure=measure)


def _files() -> None:
    try:
        document, book = printed_pages()
    except PlanError as trouble:
        st.error(as_typed(f"{say('print.not_drawable')} {trouble}"))
    else:
        lead(say("print.lead"))
        _pages_files(document, book)
    data = dump_plan(session.plan())
    name = _file_name(data, "yaml")
    st.download_button(say("print.file"), data, name, "application/yaml", key="get_file", on_click="ignore")


def _pages_files(document: Document, book: PictureBook) -> None:
    """Made now and not at the click, because the name tells two copies apart by what is in them."""
    from plans.render.html import to_html
    from plans.render.pdf import to_pdf
    from plans.render.word import to_word

    pdf = to_pdf(document, book)
    name = _file_name(pdf, "pdf")
    st.download_button(
        say("print.pdf"),
        pdf,
        name,
        "application/pdf",
        key="get_pdf",
        type="primary",
        on_click="ignore",
        width="stretch",
    )
    small(say("print.name", name=name))
    html = to_html(document, book).encode()
    st.download_button(
        say("print.html"), html, _file_name(html, "html"), "text/html", key="get_html", on_click="ignore"
    )
    # Drawn at the click: it takes half a second. Its name comes from the same pages’ PDF.
    word = partial(to_word, document, book)
    st.download_button(say("print.word"), word, _file_name(pdf, "docx"), WORD_TYPE, key="get_word", on_click="ignore")


def _file_name(data: bytes, ending: str) -> str:
    plan = session.plan()
    what = load_document_type(_chosen()).name if _chosen() != plan.document and ending != "yaml" else "Plan"
    return safe_file_name((child.name for child in plan.children), plan.made, data, ending, what)


def _checks() -> None:
    st.subheader(say("print.check"), anchor=False)
    plan = session.plan()
    kind = load_document_type(_chosen())
    found = [say(f"print.{one.name}", **one.parts) for one in missing_parts(plan, kind)]
    found += _left_out(plan, kind) if kind.parts else _not_told(plan)
    found += [say("print.no_picture", words=words) for words in missing_pictures(plan, session.read_photo_of_plan)]
    places = places_in(plan)
    found += [say("print.opposite", words=words) for words in opposites(places)]
    found += [text for _, _, text in two_ideas(plan, places, "print.two_ideas")]
    if not found:
        st.success(say("print.fine"))
    if found:
        st.html("<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in found) + "</ul>")


def _not_told(plan: Plan) -> list[str]:
    """What the grown-ups agreed and the child’s page does not say, or says in other words than it did."""
    names = {parity.State.MISSING: "print.untold", parity.State.CHANGED: "print.changed"}
    found = [pair for pair in parity.pairs(plan) if pair.state in names]
    return [say(names[pair.state], words=parity.first_sentence(plan, pair.agreed)) for pair in found]


def _left_out(plan: Plan, kind: DocumentType) -> list[str]:
    """What grown-ups agreed and this document has no place for: meant to be so, or forgotten."""
    names = [say(f"agree.{name}") if f"agree.{name}" in load_words() else name for name in left_out(plan, kind)]
    return [say("print.left_out", names=", ".join(names))] if names else []

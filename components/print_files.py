"""The files of the Print screen: the chosen documents as PDF, each alone, as HTML, as Word, and the plan itself."""

import io
import zipfile
from functools import partial

import streamlit as st

from components import session
from components.html_text import lead, small
from components.trouble import as_typed
from components.words import say
from plans.about import handed_on, subjects, without_own_papers
from plans.council import load_council
from plans.document_type import CHILD_PAGE, document_type_ids, load_document_type
from plans.errors import PlanError
from plans.export import set_document, set_manager_page, version_of
from plans.file_name import safe_file_name
from plans.layout.joined import joined
from plans.layout.page import Document
from plans.layout.pictures import PictureBook
from plans.model import Plan
from plans.yaml_format import dump_plan

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def chosen() -> str:
    """Return the kind of document that is printed, the plan’s own first."""
    wanted = session.view().document
    return wanted if wanted in document_type_ids() else session.plan().document


def beside() -> tuple[str, ...]:
    """Return the documents that are printed with it."""
    if load_document_type(chosen()).about:
        return ()
    return tuple(
        name
        for name in session.view().beside
        if name in document_type_ids() and name != chosen() and not load_document_type(name).about
    )


def printed_pages() -> tuple[Document, PictureBook]:
    """Return the finished pages of the chosen document, and of those that are printed with it.

    Raises:
        WordsNotDrawable: the fonts lack letters for some words.
    """
    found = [set_chosen(name) for name in (chosen(), *beside())]
    return joined([document for document, _ in found]), found[0][1]


def about_now() -> str:
    """Return the promise or person that the chosen document is about, if it still is there."""
    about = session.view().about
    return about if about in subjects(session.plan(), load_document_type(chosen())) else ""


def set_chosen(name: str) -> tuple[Document, PictureBook]:
    """Return the finished pages of one of the documents."""
    plan, measure = session.plan(), session.measure()
    about = about_now() if name == chosen() else ""
    return set_document(plan, name, load_council(), session.read_photo_of_plan, measure=measure, about=about)


def files() -> None:
    """Draw the buttons for every file that is made of the chosen documents."""
    try:
        pages = printed_pages()
    except PlanError as trouble:
        st.error(as_typed(f"{say('print.not_drawable')} {trouble}"))
    else:
        lead(say("print.lead"))
        _pages_files(*pages)
    own_of = about_now() or next(iter(subjects(session.plan(), load_document_type(chosen()))), "")
    whose = own_of if load_document_type(chosen()).about == "person" else ""
    data = dump_plan(handed_on(session.plan(), whose))
    name = _file_name(data, "yaml")
    st.download_button(say("print.file"), data, name, "application/yaml", key="get_file", on_click="ignore")
    small(say("print.handed_on"))  # always said: saying it only where there is something would give it away


def manager_file() -> None:
    """Draw the button for the team manager’s page about the chosen document."""
    small(say("check.manager_help"))
    plan = session.plan()
    try:
        pages = set_manager_page(plan, chosen(), load_council(), measure=session.measure(), about=about_now())
    except PlanError as trouble:
        st.error(as_typed(str(trouble)))
        return
    # What is somebody’s own, and who is harmed, leaves no trace in the name of a file.
    version = version_of(without_own_papers(plan)).encode()
    st.download_button(
        say("check.manager"),
        partial(_manager_pdf, *pages),
        _file_name(version, "pdf").replace(".pdf", "-checks.pdf"),
        "application/pdf",
        key="get_manager",
        on_click="ignore",
    )


def _manager_pdf(document: Document, book: PictureBook) -> bytes:
    """The page as PDF; made at the click, when no session is at hand."""
    from plans.render.pdf import to_pdf

    return to_pdf(document, book)


def _pages_files(document: Document, book: PictureBook) -> None:
    """Made now and not at the click, because the name tells two copies apart by what is in them."""
    from plans.render.pdf import to_pdf

    pdf = to_pdf(document, book)
    name = _file_name(pdf, "pdf")
    several = bool(beside())
    st.download_button(
        say("print.one_pdf" if several else "print.pdf"), pdf, name, "application/pdf",
        key="get_pdf", type="primary", on_click="ignore", width="stretch",
    )  # fmt: skip
    small(say("print.name", name=name))
    if several:
        st.download_button(
            say("print.each_pdf"),
            partial(_zip, _each(), session.plan()),
            _file_name(pdf, "zip"),
            "application/zip",
            key="get_zip",
            on_click="ignore",
        )
        small(say("print.document_files"))
    _other_files(pdf)


def _other_files(pdf: bytes) -> None:
    """The chosen document as HTML and as Word."""
    from plans.render.html import to_html
    from plans.render.word import to_word

    document, book = set_chosen(chosen())
    html = to_html(document, book).encode()
    st.download_button(
        say("print.html"), html, _file_name(html, "html"), "text/html", key="get_html", on_click="ignore"
    )
    # Drawn at the click: it takes half a second. Its name comes from the same pages’ PDF.
    word = partial(to_word, document, book)
    st.download_button(say("print.word"), word, _file_name(pdf, "docx"), WORD_TYPE, key="get_word", on_click="ignore")


def _each() -> dict[str, tuple[Document, PictureBook]]:
    return {name: set_chosen(name) for name in (chosen(), *beside())}


def _zip(documents: dict[str, tuple[Document, PictureBook]], plan: Plan) -> bytes:
    """Each document as its own PDF, all in one file; made at the click, when no session is at hand."""
    from plans.render.pdf import to_pdf

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, pages in documents.items():
            pdf = to_pdf(*pages)
            archive.writestr(zipfile.ZipInfo(_named(plan, pdf, "pdf", name)), pdf)
    return out.getvalue()


def _file_name(data: bytes, ending: str) -> str:
    return _named(session.plan(), data, ending, chosen())


def _named(plan: Plan, data: bytes, ending: str, name: str) -> str:
    kind = load_document_type(name)
    # The name of a file must not give away that somebody has a safety plan of their own.
    plain = ending == "yaml" or name == CHILD_PAGE or kind.about == "person"
    what = "Plan" if plain else kind.name
    return safe_file_name((child.name for child in plan.children), plan.made, data, ending, what)

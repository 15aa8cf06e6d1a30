"""Print: what is still missing, and the plan as PDF, as HTML, and as a file to keep."""

import io
import zipfile
from functools import partial
from html import escape

import streamlit as st

from components import session
from components.agreed_cards import part_name
from components.html_text import lead, small
from components.offers import places_in, two_ideas
from components.preview import draw_preview
from components.trouble import as_typed
from components.words import say
from plans import parity
from plans.about import subjects
from plans.agreeing import handed_on
from plans.council import load_council
from plans.document_type import CHILD_PAGE, DocumentType, document_type_ids, load_document_type
from plans.errors import PlanError
from plans.export import missing_pictures, set_document
from plans.file_name import safe_file_name
from plans.ideas import opposites
from plans.layout.joined import joined
from plans.layout.page import Document
from plans.layout.pictures import PictureBook
from plans.left_out import left_out
from plans.missing import Missing, missing_parts
from plans.model import Plan
from plans.yaml_format import dump_plan

_MOST_NAMED = 8
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
    """Let people choose which of the plan’s documents they print, what it is about, and what is printed with it."""
    own = session.plan().document
    names = list(dict.fromkeys((own, CHILD_PAGE, *document_type_ids())))
    st.selectbox(
        say("print.document"), names, names.index(_chosen()), key="print_document",
        format_func=_name_of,
        on_change=lambda: session.show(document=session.value("print_document"), about="", beside=()),
    )  # fmt: skip
    _about()
    others = [name for name in names if name != _chosen()]
    st.multiselect(
        say("print.beside"), others, default=list(_beside()), key=f"print_beside_{_chosen()}",
        format_func=_name_of, placeholder=say("print.beside_none"),
        on_change=lambda: session.show(beside=_names(session.value(f"print_beside_{_chosen()}"))),
    )  # fmt: skip


def _about() -> None:
    """Whose promise, or whose own plan, where the document is about one."""
    found = subjects(session.plan(), load_document_type(_chosen()))
    if not found:
        return
    ids = list(found)
    about = session.view().about
    st.selectbox(
        say("print.about"), ids, ids.index(about) if about in ids else 0, key=f"print_about_{_chosen()}",
        format_func=lambda one: found[one],
        on_change=lambda: session.show(about=session.value(f"print_about_{_chosen()}")),
    )  # fmt: skip


def _name_of(name: str) -> str:
    return load_document_type(name).name


def _names(chosen: object) -> tuple[str, ...]:
    return tuple(str(one) for one in chosen) if isinstance(chosen, list) else ()


def _chosen() -> str:
    wanted = session.view().document
    return wanted if wanted in document_type_ids() else session.plan().document


def _beside() -> tuple[str, ...]:
    return tuple(name for name in session.view().beside if name in document_type_ids() and name != _chosen())


def printed_pages() -> tuple[Document, PictureBook]:
    """Return the finished pages of the chosen document, and of those that are printed with it.

    Raises:
        WordsNotDrawable: the fonts lack letters for some words.
    """
    found = [_set(name) for name in (_chosen(), *_beside())]
    return joined([document for document, _ in found]), found[0][1]


def _set(name: str) -> tuple[Document, PictureBook]:
    about = session.view().about if name == _chosen() else ""
    plan, measure = session.plan(), session.measure()
    return set_document(plan, name, load_council(), session.read_photo_of_plan, measure=measure, about=about)


def _files() -> None:
    try:
        pages = printed_pages()
    except PlanError as trouble:
        st.error(as_typed(f"{say('print.not_drawable')} {trouble}"))
    else:
        lead(say("print.lead"))
        _pages_files(*pages)
    data = dump_plan(handed_on(session.plan()))
    name = _file_name(data, "yaml")
    st.download_button(say("print.file"), data, name, "application/yaml", key="get_file", on_click="ignore")
    small(say("print.handed_on"))  # always said: saying it only where there is something would give it away


def _pages_files(document: Document, book: PictureBook) -> None:
    """Made now and not at the click, because the name tells two copies apart by what is in them."""
    from plans.render.pdf import to_pdf

    pdf = to_pdf(document, book)
    name = _file_name(pdf, "pdf")
    several = bool(_beside())
    st.download_button(
        say("print.one_pdf" if several else "print.pdf"),
        pdf,
        name,
        "application/pdf",
        key="get_pdf",
        type="primary",
        on_click="ignore",
        width="stretch",
    )
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

    document, book = _set(_chosen())
    html = to_html(document, book).encode()
    st.download_button(
        say("print.html"), html, _file_name(html, "html"), "text/html", key="get_html", on_click="ignore"
    )
    # Drawn at the click: it takes half a second. Its name comes from the same pages’ PDF.
    word = partial(to_word, document, book)
    st.download_button(say("print.word"), word, _file_name(pdf, "docx"), WORD_TYPE, key="get_word", on_click="ignore")


def _each() -> dict[str, tuple[Document, PictureBook]]:
    return {name: _set(name) for name in (_chosen(), *_beside())}


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
    return _named(session.plan(), data, ending, _chosen())


def _named(plan: Plan, data: bytes, ending: str, name: str) -> str:
    what = "Plan" if ending == "yaml" or name == CHILD_PAGE else load_document_type(name).name
    return safe_file_name((child.name for child in plan.children), plan.made, data, ending, what)


def _checks() -> None:
    st.subheader(say("print.check"), anchor=False)
    plan = session.plan()
    kind = load_document_type(_chosen())
    found = [_missing(one) for one in missing_parts(plan, kind, session.view().about)]
    found += _left_out(plan, kind) if kind.parts else _not_told(plan)
    found += _too_long(kind)
    found += [say("print.no_picture", words=words) for words in missing_pictures(plan, session.read_photo_of_plan)]
    places = places_in(plan)
    found += [say("print.opposite", words=words) for words in opposites(places)]
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
        count = len(_set(kind.id)[0].pages)
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

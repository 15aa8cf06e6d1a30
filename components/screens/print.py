"""Print: what is still missing, and the plan as PDF, as HTML, and as a file to keep."""

from html import escape

import streamlit as st

from components import session
from components.html_text import lead, small
from components.offers import places_in, two_ideas
from components.preview import draw_preview
from components.trouble import as_typed
from components.words import say
from plans.errors import PlanError
from plans.export import missing_pictures, set_pages
from plans.file_name import safe_file_name
from plans.ideas import opposites
from plans.layout.page import Document
from plans.layout.pictures import PictureBook
from plans.missing import missing_parts
from plans.yaml_format import dump_plan


def print_screen() -> None:
    """Draw the checks and the files beside the pages."""
    session.save()
    left, pages = st.columns([1, 2], gap="large")
    with left:
        st.title(say("print.title"), anchor=False)
        _files()
        _checks()
    with pages:
        draw_preview("print_preview")


def _files() -> None:
    try:
        document, book = set_pages(session.plan(), session.read_photo_of_plan, session.measure())
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


def _file_name(data: bytes, ending: str) -> str:
    plan = session.plan()
    return safe_file_name((child.name for child in plan.children), plan.made, data, ending)


def _checks() -> None:
    st.subheader(say("print.check"), anchor=False)
    plan = session.plan()
    found = [say(f"print.{one.name}", **one.parts) for one in missing_parts(plan, session.kind())]
    found += [say("print.no_picture", words=words) for words in missing_pictures(plan, session.read_photo_of_plan)]
    places = places_in(plan)
    found += [say("print.opposite", words=words) for words in opposites(places)]
    found += [text for _, _, text in two_ideas(plan, places, "print.two_ideas")]
    if not found:
        st.success(say("print.fine"))
    if found:
        st.html("<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in found) + "</ul>")

"""The finished page on screen, drawn from the same pages as the print."""

from collections.abc import Callable

import streamlit as st

from components import session
from components.page_preview import page_preview
from components.trouble import as_typed
from components.words import say
from plans.council import load_council
from plans.errors import PlanError
from plans.export import set_pages
from plans.layout.page import Document
from plans.layout.pictures import PictureBook
from plans.render.svg import to_svg


def draw_preview(key: str, pages_of: Callable[[], tuple[Document, PictureBook]] | None = None, what: str = "") -> None:
    """Draw every page; while some words keep it from being set, say which, and show the page as it was before.

    `pages_of` gives the pages of another document than the plan’s own, and `what` says which.
    """
    try:
        document, book = (pages_of or _own_pages)()
    except PlanError as trouble:
        st.warning(as_typed(str(trouble)))
        pages = session.last_pages(what)
    else:
        pages = tuple(to_svg(page, book) for page in document.pages)
        session.remember_pages(what, pages)
    labels = tuple(say("write.pages", number=number, of=len(pages)) for number in range(1, len(pages) + 1))
    with st.container(height=760, key=f"{key}_box"):
        page_preview(pages, labels, key=key)


def _own_pages() -> tuple[Document, PictureBook]:
    return set_pages(session.plan(), session.read_photo_of_plan, session.measure(), load_council())

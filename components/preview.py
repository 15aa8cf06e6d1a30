"""The finished page on screen, drawn from the same pages as the print."""

import streamlit as st

from components import session
from components.page_preview import page_preview
from components.trouble import as_typed
from components.words import say
from plans.errors import PlanError
from plans.export import set_pages
from plans.render.svg import to_svg


def draw_preview(key: str) -> None:
    """Draw every page; while some words keep it from being set, say which, and show the page as it was before."""
    try:
        document, book = set_pages(session.plan(), session.read_photo_of_plan, session.measure())
    except PlanError as trouble:
        st.warning(as_typed(str(trouble)))
        pages = session.last_pages()
    else:
        pages = tuple(to_svg(page, book) for page in document.pages)
        session.remember_pages(pages)
    labels = tuple(say("write.pages", number=number, of=len(pages)) for number in range(1, len(pages) + 1))
    with st.container(height=760, key=f"{key}_box"):
        page_preview(pages, labels, key=key)

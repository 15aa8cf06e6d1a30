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
    """Draw every page, or say which words keep the page from being set."""
    try:
        document, book = set_pages(session.plan(), session.read_photo_of_plan, session.measure())
    except PlanError as trouble:
        st.warning(as_typed(str(trouble)))
        return
    pages = tuple(to_svg(page, book) for page in document.pages)
    labels = tuple(say("write.pages", number=page.number, of=len(pages)) for page in document.pages)
    with st.container(height=760, key=f"{key}_box"):
        page_preview(pages, labels, key=key)

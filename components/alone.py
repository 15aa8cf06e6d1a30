"""Some things are shown only once somebody says that nobody else can see the screen."""

import streamlit as st

from components import session
from components.words import say


def is_alone() -> bool:
    """Return whether somebody has said so on this screen; ask for it, where nobody has."""
    if session.view().alone:
        return True
    with st.container(border=True, key="card_alone"):
        st.text(say("choose.alone"))
        st.button(say("choose.show"), key="alone", type="primary", on_click=session.show, kwargs={"alone": True})
    return False

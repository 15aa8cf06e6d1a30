"""A family’s own photo or drawing in place of a picture."""

import streamlit as st

from components import changes, session
from components.html_text import lead
from components.trouble import as_typed
from components.words import say
from plans.clean_text import clean_text
from plans.errors import PlanError
from plans.own_picture import clean_picture


@st.dialog(say("write.photo_title"), on_dismiss=lambda: session.show(photo=None))
def photo_dialog() -> None:
    """Ask for a picture and for what it shows; put it at the phrase."""
    lead(say("write.photo_lead"))
    # Any file may come: our own door says in a sentence what is wrong with it, Streamlit’s only shows a mark.
    upload = st.file_uploader(say("write.photo_file"), key="photo_file")
    alt = st.text_input(say("write.photo_alt"), _words_at_place(), key="photo_alt", max_chars=60)
    ready = upload is not None and alt.strip() != ""
    if st.button(say("write.photo_use"), key="photo_use", type="primary", disabled=not ready) and upload is not None:
        try:
            changes.use_photo(clean_picture(upload.getvalue()), clean_text(alt, 60).strip())
        except PlanError as trouble:
            st.error(as_typed(str(trouble)))
            return
        st.rerun()


def _words_at_place() -> str:
    """The words that the picture will stand at: mostly what it shows."""
    place = session.view().photo
    sentences = [one for section in session.plan().sections for one in section.sentences]
    return next((one.text[place.start : place.end] for one in sentences if place and one.id == place.sentence), "")

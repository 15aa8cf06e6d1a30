"""The sentence editor: the browser owns the words while they are typed, Python owns them once saved.

    sentence_editor(EditorData(…), key="editor", on_doc=take_in, on_ask=search)

In a callback, and at the start of a run, `st.session_state["editor"]` holds what the browser last sent:
`doc` for read_payload, `late` likewise for words of the part that was shown before, `ask` for read_ask, `photo`
for read_photo. The same values come back from the call, checked. A new session learns `doc` only by mounting, so
take it in once more after the call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from components.assets import asset_component
from components.sentence_editor.editor_data import (
    EditorData,
    EverywhereOffer,
    Offer,
    PictureView,
    SearchAnswer,
    SentenceOffers,
    offer_of,
    to_json,
)
from components.sentence_editor.payload import Ask, Payload, PhotoPlace, read_ask, read_payload, read_photo

__all__ = [
    "Answer",
    "Ask",
    "EditorData",
    "EverywhereOffer",
    "Offer",
    "Payload",
    "PhotoPlace",
    "PictureView",
    "SearchAnswer",
    "SentenceOffers",
    "offer_of",
    "read_ask",
    "read_payload",
    "read_photo",
    "sentence_editor",
]


@dataclass(frozen=True)
class Answer:
    """What the browser last sent, checked; what was pressed is told in one run only."""

    payload: Payload | None
    ask: Ask | None
    photo: PhotoPlace | None
    starter: bool
    undo: bool
    redo: bool


def _nothing() -> None:
    """Stand in for a callback: Streamlit tells of a value only if something listens."""


def sentence_editor(
    data: EditorData,
    *,
    key: str,
    on_doc: Callable[[], None],
    on_ask: Callable[[], None] = _nothing,
    on_photo: Callable[[], None] = _nothing,
    on_everywhere: Callable[[], None] = _nothing,
    on_starter: Callable[[], None] = _nothing,
    on_undo: Callable[[], None] = _nothing,
    on_redo: Callable[[], None] = _nothing,
) -> Answer:
    """Draw the editor for one section; return what the browser sent."""
    draw = asset_component("sentence_editor", "editor.js", "editor.css", "editor.html")
    sent = draw(
        key=key,
        data=[to_json(data)],  # in a list: a bare dict makes Streamlit import pandas, to look for data frames
        on_doc_change=on_doc,
        on_late_change=on_doc,
        on_ask_change=on_ask,
        on_photo_change=on_photo,
        on_everywhere_change=on_everywhere,
        on_starter_change=on_starter,
        on_undo_change=on_undo,
        on_redo_change=on_redo,
    )
    return Answer(
        payload=read_payload(sent.get("doc")),
        ask=read_ask(sent.get("ask")),
        photo=read_photo(sent.get("photo")),
        starter=sent.get("starter") is not None,
        undo=sent.get("undo") is not None,
        redo=sent.get("redo") is not None,
    )

"""The sentence editor: the browser owns the words while they are typed, Python owns them once saved.

    sentence_editor(EditorData(…), key="editor", on_doc=take_in, on_ask=search)

In a callback, and at the start of a run, `st.session_state["editor"]` holds what the browser last sent:
`doc` for read_payload, `ask` for read_ask, `photo` for read_photo. The same values come back from the call,
checked. A new session learns `doc` only by mounting, so take it in once more after the call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from components.sentence_editor.editor_data import (
    EditorData,
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

_PACKAGE, _NAME = "words-and-pictures", "sentence_editor"
_HERE = Path(__file__).parent


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
    on_starter: Callable[[], None] = _nothing,
    on_undo: Callable[[], None] = _nothing,
    on_redo: Callable[[], None] = _nothing,
) -> Answer:
    """Draw the editor for one section; return what the browser sent."""
    _find_assets()
    sent = _renderer()(
        key=key,
        data=[to_json(data)],  # in a list: for a bare dict Streamlit imports pandas, to look for data frames in it
        on_doc_change=on_doc,
        on_ask_change=on_ask,
        on_photo_change=on_photo,
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


@cache
def _renderer() -> ComponentRenderer:
    """Register the component; at the first drawing, for there is no Streamlit to ask before."""
    html = (_HERE / "ui" / "editor.html").read_text(encoding="utf-8")
    return st.components.v2.component(f"{_PACKAGE}.{_NAME}", html=html, css="editor.css", js="editor.js")


def _find_assets() -> None:
    """Tell Streamlit where our files are.

    By itself it looks into installed packages only, and misses those installed with `pip install -e`;
    told so, the app runs from a checkout as well, with the same addresses.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(f"{_PACKAGE}.{_NAME}") is None:
        manifest = ComponentManifest(_PACKAGE, "0", [ComponentConfig(_NAME, "ui")])
        manager.register_from_manifest(manifest, _HERE)

"""Our own components: tells Streamlit where their scripts and styles are.

By itself Streamlit looks into installed packages only, and misses those installed with
`pip install -e`; told so, the app runs from a checkout as well, with the same addresses.
"""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

PACKAGE = "words-and-pictures"
NAMES = ("sentence_editor", "page_preview")
_HERE = Path(__file__).parent


def asset_component(name: str, script: str, style: str, markup: str) -> ComponentRenderer:
    """Return the renderer of one of our components, from the files in its `ui` folder."""
    _know_assets(name)
    return _registered(name, script, style, (_HERE / name / "ui" / markup).read_text(encoding="utf-8"))


@cache
def _registered(name: str, script: str, style: str, markup: str) -> ComponentRenderer:
    return st.components.v2.component(f"{PACKAGE}.{name}", html=markup, css=style, js=script)


def _know_assets(name: str) -> None:
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(f"{PACKAGE}.{name}") is None:
        configs = [ComponentConfig(one, f"{one}/ui") for one in NAMES]
        manager.register_from_manifest(ComponentManifest(PACKAGE, "0", configs), _HERE)

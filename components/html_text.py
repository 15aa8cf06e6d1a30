"""Small pieces of HTML for st.html: everything a person typed goes through escape."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from components.picture_routes import art_address
from plans.model import Child, Look, Person


def lead(text: str) -> None:
    """Show a quiet line under a title."""
    st.html(f'<p class="wp-lead">{escape(text)}</p>')


def small(text: str) -> None:
    """Show small print."""
    st.html(f'<p class="wp-small">{escape(text)}</p>')


def heading(text: str, picture: str) -> None:
    """Show a heading with its picture."""
    address = escape(art_address(picture, {}, ""))
    st.html(f'<h2 class="wp-heading"><img src="{address}" alt="">{escape(text)}</h2>')


def face(one: Child | Person, told: str = "", *, large: bool = False) -> None:
    """Show somebody’s face, with name and what is told of them."""
    looks: Mapping[str, Look] = {one.id: one.look}
    address = escape(art_address(f"person:{one.id}", looks, ""))
    words = "" if large else f"<span><b>{escape(one.name)}</b>{escape(told)}</span>"
    size = " large" if large else ""
    st.html(f'<div class="wp-face{size}"><img src="{address}" alt="{escape(one.name)}">{words}</div>')

"""Text tiles: a number or 999 on a coloured card, a day on a calendar page, the letters drawn as outlines.

The outlines stand in letters.json, taken from Lexend Bold by tools/make_letters.py, so that
no renderer needs to set type inside a picture.
"""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from icon_library.art import Art, InkBox

LETTERS = Path(__file__).parent / "letters.json"
_PAPER = 'fill="#fff"'
_LINE = 'fill="none" stroke="#000" stroke-width="2"'
COLOURS = {"red": "#ea5a47", "blue": "#92d3f5", "green": "#b1cc33", "yellow": "#fcea2b", "grey": "#d0cfce"}


def tile_art(text: str, colour: str) -> Art:
    """Return a card with 1–6 letters or digits on it."""
    card = '<rect x="5" y="14" width="62" height="44" rx="7" {}/>'
    body = (
        f'<g class="color">{card.format(f"""fill="{COLOURS[colour]}" """)}</g>'
        f"{card.format(_LINE)}{_written(text, middle=36, tallest=24, widest=54)}"
    )
    return Art(body, InkBox(4, 13, 64, 46))


def calendar_page_art(text: str, colour: str) -> Art:
    """Return a page of a tear-off calendar with a coloured head and 1–6 letters or digits on it."""
    page = '<rect x="7" y="10" width="58" height="54" rx="5" {}/>'
    head = "M7 26V15Q7 10 12 10H60Q65 10 65 15V26Z"
    body = (
        f'<g class="color">{page.format(_PAPER)}<path d="{head}" fill="{COLOURS[colour]}"/></g>'
        f'{page.format(_LINE)}<path d="M7 26H65M22 6V15M50 6V15" {_LINE} stroke-linecap="round"/>'
        f"{_written(text, middle=45, tallest=22, widest=50)}"
    )
    return Art(body, InkBox(6, 5, 60, 60))


def _written(text: str, *, middle: float, tallest: float, widest: float) -> str:
    """The letters as outlines in black, in the middle of the grid and around a height."""
    outlines, width, cap = _outlines(text)
    scale = min(tallest / cap, widest / width)
    left, bottom = 36 - width * scale / 2, middle + cap * scale / 2
    return f'<g fill="#000" transform="translate({left:g} {bottom:g}) scale({scale:.6g} {-scale:.6g})">{outlines}</g>'


class _Letters(NamedTuple):
    """The height of a capital, and each letter’s outline and width, in font units."""

    cap: float
    outlines: dict[str, str]
    widths: dict[str, float]


def _outlines(text: str) -> tuple[str, float, float]:
    letters = _letters()
    parts, at = [], 0.0
    for letter in text:
        outline = letters.outlines[letter]
        parts.append(f'<path transform="translate({at:g} 0)" d="{outline}"/>' if outline else "")
        at += letters.widths[letter]
    return "".join(parts), at, letters.cap


@cache
def _letters() -> _Letters:
    found = json.loads(LETTERS.read_text(encoding="utf-8"))
    glyphs = found["glyphs"].items()
    return _Letters(
        found["cap"],
        {letter: glyph["d"] for letter, glyph in glyphs},
        {letter: glyph["width"] for letter, glyph in glyphs},
    )

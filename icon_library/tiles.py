"""Text tiles: a day, a number or 999 on a coloured card, its letters drawn as outlines.

The outlines stand in letters.json, taken from Lexend Bold by tools/make_letters.py, so that
no renderer needs to set type inside a picture.
"""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from icon_library.art import Art, InkBox

LETTERS = Path(__file__).parent / "letters.json"
COLOURS = {"red": "#ea5a47", "blue": "#92d3f5", "green": "#b1cc33", "yellow": "#fcea2b", "grey": "#d0cfce"}
_TALLEST, _WIDEST = 24.0, 54.0


def tile_art(text: str, colour: str) -> Art:
    """Return a card with 1–6 letters or digits on it."""
    outlines, width, cap = _outlines(text)
    scale = min(_TALLEST / cap, _WIDEST / width)
    left, bottom = 36 - width * scale / 2, 36 + cap * scale / 2
    card = '<rect x="5" y="14" width="62" height="44" rx="7" {}/>'
    body = (
        f'<g class="color">{card.format(f"""fill="{COLOURS[colour]}" """)}</g>'
        f'{card.format("""fill="none" stroke="#000" stroke-width="2" """)}'
        f'<g fill="#000" transform="translate({left:g} {bottom:g}) scale({scale:.6g} {-scale:.6g})">{outlines}</g>'
    )
    return Art(body, InkBox(4, 13, 64, 46))


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

"""Writes icon_library/letters.json: outlines of capitals and digits from Lexend Bold (OFL)."""

import json
import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen

sys.path.insert(0, str(Path(__file__).parent.parent))

from icon_library.tiles import LETTERS
from plans.layout.fonts import static_font

LETTER_SET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 "


def main() -> None:
    """Take the outlines from the font."""
    font = static_font("lexend-bold")
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    found = {}
    for letter in LETTER_SET:
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
        glyphs[names[ord(letter)]].draw(pen)
        found[letter] = {"d": pen.getCommands(), "width": glyphs[names[ord(letter)]].width}
    letters = {"cap": font["OS/2"].sCapHeight, "glyphs": found}
    LETTERS.write_text(json.dumps(letters, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

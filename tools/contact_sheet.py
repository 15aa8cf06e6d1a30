"""Draws the whole picture library on sheets to look at, one PNG for each category. Needs requirements-dev.txt.

`python tools/contact_sheet.py FOLDER` shows each picture as it is printed, 7 mm high at 300 dots an inch: in colour,
as line art, and as a hard black-and-white copy of the colours; with its key and what its labels say is drawn.
"""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import resvg_py
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).parent.parent))

from icon_library.art import Art, line_art
from icon_library.catalogue import CATEGORIES, Icon, icon_art, load_catalogue
from plans.layout.fonts import lexend_file

PRINTED_MM = 7
DOTS_A_MM = 300 / 25.4
SIDE = round(PRINTED_MM * DOTS_A_MM)
GAP = 10
CELL = (3 * SIDE + 4 * GAP, SIDE + 70)
COLUMNS = 5
BLACK_BELOW = 128
LINE = 13
CREAM, INK = "#fffdf6", "#222222"


def drawn(art: Art) -> Image.Image:
    """Return a picture on white, SIDE dots on its longer side."""
    scale = SIDE / max(art.box.width, art.box.height)
    width, height = round(art.box.width * scale), round(art.box.height * scale)
    png = resvg_py.svg_to_bytes(svg_string=art.svg, width=max(1, width), height=max(1, height))
    found = Image.open(io.BytesIO(bytes(png))).convert("RGBA")
    square = Image.new("RGBA", (SIDE, SIDE), "white")
    square.alpha_composite(found.crop((0, 0, SIDE, SIDE)), ((SIDE - found.width) // 2, (SIDE - found.height) // 2))
    return square.convert("RGB")


def copied(picture: Image.Image) -> Image.Image:
    """Return what a hard black-and-white copier leaves of a picture."""
    return picture.convert("L").point(lambda grey: 255 if grey >= BLACK_BELOW else 0).convert("RGB")


def cell(icon: Icon, font: ImageFont.FreeTypeFont) -> Image.Image:
    """Return a picture’s three looks with its key and labels below."""
    art = icon_art(icon)
    colour = drawn(art)
    whole = Image.new("RGB", CELL, CREAM)
    for number, look in enumerate((colour, drawn(line_art(art)), copied(colour))):
        whole.paste(look, (GAP + number * (SIDE + GAP), GAP))
    pen = ImageDraw.Draw(whole)
    lines = [icon.key, *wrap(", ".join(icon.shows), 44)[:3]]
    for number, line in enumerate(lines):
        pen.text((GAP, SIDE + GAP + 4 + number * LINE), line, INK if number else "#b00020", font=font)
    return whole


def sheet(icons: Sequence[Icon], font: ImageFont.FreeTypeFont) -> Image.Image:
    """Return the pictures of one category in rows."""
    rows = -(-len(icons) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * CELL[0], rows * CELL[1]), CREAM)
    for number, icon in enumerate(icons):
        whole.paste(cell(icon, font), (number % COLUMNS * CELL[0], number // COLUMNS * CELL[1]))
    return whole


def main() -> None:
    """Write a sheet for each category."""
    parser = argparse.ArgumentParser(description="Draw the whole picture library on sheets.")
    parser.add_argument("folder", type=Path, help="where the PNG files go")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    font = ImageFont.truetype(str(lexend_file()), 11)
    library = load_catalogue().icons.values()
    for category in CATEGORIES:
        icons = [icon for icon in library if icon.category == category]
        sheet(icons, font).save(folder / f"{category}.png")
        print(f"{category}.png: {len(icons)} pictures")


if __name__ == "__main__":
    main()

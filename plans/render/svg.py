"""One finished page as one SVG: the preview in the browser. It copies; it decides nothing.

Units are millimetres. Words carry no kerning and no ligatures, just as the PDF places them,
so that both show the same page. A picture’s drawing is written once a page and used many times.
"""

import base64
from html import escape

from plans.layout.fonts import BOLD, REGULAR
from plans.layout.page import MM_PER_POINT, Box, Page, Picture, Run, Words
from plans.layout.pictures import PictureBook

FONT_FAMILIES = {REGULAR: "Lexend", BOLD: "Lexend"}


def to_svg(page: Page, book: PictureBook) -> str:
    """Return the page as an SVG file; blocks are groups with `data-id`, to find what a tap meant."""
    keys = dict.fromkeys(run.key for run in _runs(page) if isinstance(run, Picture))
    names = {key: f"p{page.number}-{number}" for number, key in enumerate(keys)}
    drawings = "".join(_symbol(book, key, name) for key, name in names.items())
    blocks = "".join(
        f'<g class="{block.kind}" data-id="{escape(block.id)}">'
        + "".join(_run(run, names) for line in block.lines for run in line.runs)
        + "</g>"
        for block in page.blocks
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width:g} {page.height:g}" '
        f'role="img" aria-label="Page {page.number}" '
        "style=\"font-kerning:none;font-variant-ligatures:none;font-feature-settings:'kern' 0,'liga' 0,'calt' 0\">"
        f"<defs>{drawings}</defs>"
        f'<rect width="100%" height="100%" fill="{page.paper}"/>{blocks}</svg>'
    )


def _runs(page: Page) -> list[Run]:
    return [run for block in page.blocks for line in block.lines for run in line.runs]


def _symbol(book: PictureBook, key: str, name: str) -> str:
    photo = book.photo(key)
    if photo:
        data = base64.b64encode(photo.data).decode()
        size = f'width="{photo.width}" height="{photo.height}"'
        image = f'<image {size} href="data:{photo.media_type};base64,{data}"/>'
        return f'<symbol id="{name}" viewBox="0 0 {photo.width} {photo.height}">{image}</symbol>'
    art = book.art(key)
    x, y, width, height = art.box
    return f'<symbol id="{name}" viewBox="{x:g} {y:g} {width:g} {height:g}"><g stroke="none">{art.body}</g></symbol>'


def _run(run: Run, names: dict[str, str]) -> str:
    if isinstance(run, Words):
        return _words(run)
    if isinstance(run, Picture):
        place = f'x="{run.x:.3f}" y="{run.y:.3f}" width="{run.width:.3f}" height="{run.height:.3f}"'
        return f'<use href="#{names[run.key]}" data-key="{escape(run.key)}" {place}/>'
    return _box(run)


def _words(words: Words) -> str:
    family = FONT_FAMILIES.get(words.face, words.face)
    weight = ' font-weight="700"' if words.face == BOLD else ""
    place = f'x="{words.x:.3f}" y="{words.y:.3f}" font-size="{words.size * MM_PER_POINT:.4f}"'
    return (
        f'<text {place} font-family="{family}"{weight} fill="{words.colour}" xml:space="preserve">'
        f"{escape(words.text)}</text>"
    )


def _box(box: Box) -> str:
    paint = f'fill="{box.fill or "none"}"'
    if box.stroke:
        paint += f' stroke="{box.stroke}" stroke-width="{box.line:g}"'
    radius = f' rx="{box.radius:g}"' if box.radius else ""
    return f'<rect x="{box.x:.3f}" y="{box.y:.3f}" width="{box.width:.3f}" height="{box.height:.3f}"{radius} {paint}/>'

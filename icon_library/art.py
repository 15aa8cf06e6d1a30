"""Drawings as clean SVG on the 72 × 72 grid: cropped to the ink, in colour or as line art.

Colour lives in the groups named in COLOUR_GROUPS (the set’s own convention). Line art turns
them white instead of taking them out, so that a drawing in front still hides what is behind it.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

GRID = 72.0
COLOUR_GROUPS = frozenset({"color", "hair", "skin", "skin-shadow", "color-foreground"})
RED = "#d22f27"
_BLACKS = frozenset({"#000", "#000000", "black"})
_COLOUR_ID = re.compile(r"(color-foreground|color|hair|skin-shadow|skin)(?:[-_]|\Z)")
_ATTRIBUTES = frozenset(
    [
        "d",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "width",
        "height",
        "points",
        "transform",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "fill-rule",
        "fill-opacity",
        "stroke-opacity",
        "opacity",
    ]
)
_SPACE = re.compile(r"\s+")


class InkBox(NamedTuple):
    """Where the ink of a drawing lies on the grid."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Art:
    """A drawing: SVG elements without their root, and the part of the grid that they fill."""

    body: str
    box: InkBox

    @property
    def svg(self) -> str:
        """The drawing as one SVG file, cropped to its ink."""
        x, y, width, height = self.box
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {width:g} {height:g}" '
            f'width="{width:g}" height="{height:g}" stroke="none">{self.body}</svg>'
        )


def read_body(svg: str) -> str:
    """Return the elements of an SVG file of the set or of ours, without what is not drawn."""
    root = ET.fromstring(svg)
    _clean(root)
    return "".join(_SPACE.sub(" ", ET.tostring(child, encoding="unicode")) for child in root)


@cache
def line_art(art: Art) -> Art:
    """Return the drawing with its colours turned white and put behind its lines."""
    root = ET.fromstring(f"<g>{art.body}</g>")
    for parent in root.iter("g"):
        parent[:] = sorted(parent, key=lambda child: child.get("class") not in COLOUR_GROUPS)
    coloured = {element for group in root.iter("g") if group.get("class") in COLOUR_GROUPS for element in group.iter()}
    for element in root.iter():
        _bleach(element, "#fff" if element in coloured else "#000")
    return Art("".join(ET.tostring(child, encoding="unicode") for child in root), art.box)


def placed(art: Art, x: float, y: float, size: float, *, flip: bool = False) -> Art:
    """Return the drawing with its 72-unit square moved to x, y and made `size` units wide."""
    scale = size / GRID
    left, width = (x + size, -scale) if flip else (x, scale)
    body = f'<g transform="translate({left:g} {y:g}) scale({width:g} {scale:g})">{art.body}</g>'
    box_x = GRID - art.box.x - art.box.width if flip else art.box.x
    box = (x + box_x * scale, y + art.box.y * scale, art.box.width * scale, art.box.height * scale)
    return Art(body, InkBox(*box))


def stacked(arts: list[Art]) -> Art:
    """Return several drawings, the last in front, as one."""
    left = min(art.box.x for art in arts)
    top = min(art.box.y for art in arts)
    right = max(art.box.x + art.box.width for art in arts)
    bottom = max(art.box.y + art.box.height for art in arts)
    return Art("".join(art.body for art in arts), InkBox(left, top, right - left, bottom - top))


@cache
def crossed(art: Art) -> Art:
    """Return the drawing inside a red ring with a bar over it: this will not happen."""
    x, y, width, height = art.box
    scale = 42 / max(width, height, 1)
    move = f"translate({36 - (x + width / 2) * scale:g} {36 - (y + height / 2) * scale:g}) scale({scale:g})"
    ring = (
        f'<g fill="none" stroke="{RED}" stroke-width="5"><circle cx="36" cy="36" r="32"/>'
        '<path d="M13.4 13.4L58.6 58.6" stroke-width="4"/></g>'
    )
    paper = '<g class="color"><circle cx="36" cy="36" r="32" fill="#fff"/></g>'
    return Art(f'{paper}<g transform="{move}">{art.body}</g>{ring}', InkBox(1, 1, 70, 70))


def _clean(parent: ET.Element) -> None:
    for child in list(parent):
        child.tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else "metadata"
        if child.tag in ("metadata", "title", "desc", "defs") or child.get("display") == "none":
            parent.remove(child)
            continue
        colour_group = _COLOUR_ID.match(child.get("id", "")) if child.tag == "g" else None
        child.attrib = {name: value for name, value in child.attrib.items() if name in _ATTRIBUTES}
        if colour_group:
            child.set("class", colour_group[1])
        child.tail = child.text = None
        _clean(child)


def _bleach(element: ET.Element, line: str) -> None:
    """Make a fill white and a stroke `line`; black fills, such as eyes, stay outside the colour groups."""
    if element.get("stroke", "none") != "none":
        element.set("stroke", line)
    if element.get("fill", "none") != "none" and (line == "#fff" or element.get("fill", "").lower() not in _BLACKS):
        element.set("fill", "#fff")

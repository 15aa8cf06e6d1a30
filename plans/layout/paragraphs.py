"""Headings and paragraphs of documents for grown-ups, as strips."""

from plans.layout.page import HEADING, SENTENCE
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.model import Phrase as Words


def heading(desk: Desk, identity: str, text: str) -> list[Strip]:
    """Return a heading that stays with what follows."""
    style = desk.style
    pitch = style.pitch * 1.25
    lines = desk.setter(size=style.heading_size, bold=True, pitch=pitch).lines((Words(text),), style.left, style.width)
    gaps = [style.pitch * 0.6] + [0.0] * len(lines)
    return [
        Strip(HEADING, f"part-{identity}", pitch, line.runs, gap, keep=True)
        for line, gap in zip(lines, gaps, strict=False)
    ]


def paragraph(
    desk: Desk, identity: str, text: str, *, bullet: bool = False, under: bool = False, bold: bool = False
) -> list[Strip]:
    """Return a paragraph, an entry of a list with its dot, or what stands under one; two lines never part."""
    style = desk.style
    indent = 5.0 if bullet or under else 0.0
    lines = desk.setter(bold=bold).lines((Words(text),), style.left + indent, style.width - indent)
    dot = desk.setter().lines((Words("•"),), style.left, 10)[0].runs if bullet and lines else ()
    last = len(lines) - 1
    return [
        Strip(
            SENTENCE,
            identity,
            style.pitch,
            (*(dot if number == 0 else ()), *line.runs),
            0.0 if number else style.pitch * 0.2,
            keep=bold or (number < last and number in (0, last - 1)),
        )
        for number, line in enumerate(lines)
    ]

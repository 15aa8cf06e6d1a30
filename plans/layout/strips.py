"""Strips of content, and how they fill pages.

A strip is one line of a page with its height; its runs have x on the page and y from the
strip’s top. Strips that keep each other’s company never part at a page end, unless together
they are taller than a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.layout.page import (
    A4_HEIGHT,
    CELL,
    FURNITURE,
    HEADING,
    Block,
    Box,
    Cell,
    Line,
    Page,
    Run,
    moved,
)
from plans.layout.style import BOTTOM, LEFT, PAPERS, TOP

BAR_WIDTH = 2.0
_ROOM = A4_HEIGHT - TOP - BOTTOM


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of content; `bar` is the colour of the section’s bar beside it, or empty.

    A line of a table has `cells` instead of runs, the `head` that stands above it again on a new page, and `closing`
    rules that are drawn where the page ends with it.
    """

    kind: str
    id: str
    height: float
    runs: tuple[Run, ...] = ()
    gap: float = 0.0
    bar: str = ""
    keep: bool = False
    behind: tuple[Box, ...] = ()
    new_page: bool = False
    cells: tuple[tuple[Cell, tuple[Run, ...]], ...] = ()
    head: "tuple[Strip, ...]" = ()
    closing: tuple[Box, ...] = ()


Placed = tuple[float, Strip]


def fill_pages(strips: list[Strip], paper: str) -> list[Page]:
    """Return the strips on as few pages as their company allows."""
    sheets: list[list[Placed]] = [[]]
    y = TOP
    for company in _companies(strips):
        if sheets[-1] and (company[0].new_page or not _fits(company, y)):
            y = _turn(sheets, company[0])
        for strip in company:
            if sheets[-1] and y + strip.gap + strip.height > A4_HEIGHT - BOTTOM:
                y = _turn(sheets, strip)
            y += strip.gap if sheets[-1] else 0.0
            sheets[-1].append((y, strip))
            y += strip.height
    return [_page(number, sheet, paper) for number, sheet in enumerate(sheets, 1)]


def _turn(sheets: list[list[Placed]], strip: Strip) -> float:
    """Begin a page for this strip, with the head of its table again; return how far down it stands."""
    sheets.append([])
    y = TOP
    for head in strip.head:
        sheets[-1].append((y, head))
        y += head.height
    return y


def _companies(strips: list[Strip]) -> Iterator[list[Strip]]:
    company: list[Strip] = []
    for strip in strips:
        company.append(strip)
        if not strip.keep:
            yield company
            company = []
    if company:
        yield company


def _fits(company: list[Strip], y: float) -> bool:
    """Whether the company ends on this page; one taller than any page may as well begin here."""
    height = sum(strip.gap + strip.height for strip in company)
    return y + height <= A4_HEIGHT - BOTTOM or height - company[0].gap > _ROOM


def _page(number: int, sheet: list[Placed], paper: str) -> Page:
    behind = Block(FURNITURE, "behind", (Line((*_bars(sheet), *_backgrounds(sheet))),))
    blocks = [behind] if behind.lines[0].runs else []
    for y, strip in sheet:
        for cell, runs in strip.cells:
            name = f"{cell.table}-{cell.row}-{cell.column}-{cell.paragraph}"
            blocks.append(Block(CELL, name, (Line(tuple(moved(run, 0, y) for run in runs)),), cell))
        if not strip.runs:
            continue
        line = Line(tuple(moved(run, 0, y) for run in strip.runs))
        last = blocks[-1] if blocks else behind
        if (last.kind, last.id) == (strip.kind, strip.id) and last is not behind:
            blocks[-1] = Block(last.kind, last.id, (*last.lines, line))
        else:
            blocks.append(Block(strip.kind, strip.id, (line,)))
    return Page(number, tuple(blocks), PAPERS[paper])


def _bars(sheet: list[Placed]) -> Iterator[Box]:
    """One bar down the side of each run of strips with the same colour."""
    start: float | None = None
    for (y, strip), (_, following) in zip(sheet, [*sheet[1:], (0.0, None)], strict=True):
        if not strip.bar:
            continue
        start = y if start is None else start
        if following is None or following.bar != strip.bar or (following.kind == HEADING != strip.kind):
            yield Box(LEFT, start, BAR_WIDTH, y + strip.height - start, fill=strip.bar)
            start = None


def _backgrounds(sheet: list[Placed]) -> Iterator[Run]:
    yield from (moved(box, 0, y) for y, strip in sheet for box in strip.behind)
    yield from (moved(box, 0, y) for y, strip in sheet[-1:] for box in strip.closing)

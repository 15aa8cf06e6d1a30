"""The finished page: what stands where, and what it means.

Lengths are millimetres, y runs down from the top of the page, a Words’ y is its baseline.
Type sizes are points. Runs stand in reading order. A block with the same id on the next
page is the same paragraph going on.
"""

from dataclasses import dataclass
from datetime import date

MM_PER_POINT = 25.4 / 72
A4_WIDTH, A4_HEIGHT = 210.0, 297.0

# What a block is, for tags, headings and screen readers. Furniture is not read out.
TITLE, HEADING, SENTENCE, LABEL, FURNITURE = "title", "heading", "sentence", "label", "furniture"
CELL = "cell"


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one line, font and colour; `width` is the measured width."""

    x: float
    y: float
    text: str
    size: float
    face: str
    colour: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture placed on the page; an empty `alt` means that it only decorates."""

    x: float
    y: float
    width: float
    height: float
    key: str
    alt: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rule, a bar, a frame or a disc: decoration, never read out."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    line: float = 0.0
    radius: float = 0.0


Run = Words | Picture | Box


def moved(run: Run, right: float, down: float) -> Run:
    """Return a run moved to the right and down."""
    x, y = run.x + right, run.y + down
    if isinstance(run, Words):
        return Words(x, y, run.text, run.size, run.face, run.colour, run.width)
    if isinstance(run, Picture):
        return Picture(x, y, run.width, run.height, run.key, run.alt)
    return Box(x, y, run.width, run.height, run.fill, run.stroke, run.line, run.radius)


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that stand side by side."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table: the table’s id, row, column and paragraph in the cell, each from 0.

    `heads` says that it is the head of its column; `span` is over how many rows it goes.
    """

    table: str
    row: int
    column: int
    heads: bool = False
    paragraph: int = 0
    span: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, label or cell; `id` names what it came from (a sentence, a section)."""

    kind: str
    id: str
    lines: tuple[Line, ...]
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of paper."""

    number: int
    blocks: tuple[Block, ...]
    paper: str
    width: float = A4_WIDTH
    height: float = A4_HEIGHT


@dataclass(frozen=True, slots=True)
class Document:
    """All pages of one document of a plan, with what a reader’s program wants to know of it."""

    title: str
    language: str
    made: date
    pages: tuple[Page, ...]

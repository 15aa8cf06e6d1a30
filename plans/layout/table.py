"""A table as strips: a row is as many strips as its longest cell has lines, so that long rows go on overleaf.

The head stands again at the top of each page that the table goes on to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.layout.page import CELL, FURNITURE, Box, Cell, Run, moved
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.layout.style import HAIRLINE
from plans.model import Phrase

PADDING, SPACE, ABOVE = 2.0, 0.9, 1.5
DOT_WIDTH = 3.6
_RULE = 0.25
HEAD_GROUND = "#efeae0"
# So many lines of a row stay together at its beginning and at its end.
KEPT = 2


@dataclass(frozen=True)
class Column:
    """The head of a column and its share of the width."""

    head: str
    share: float


Paragraphs = tuple[str, ...]
Row = tuple[Paragraphs, ...]
# A cell’s lines, each with the number of its paragraph.
CellLines = list[tuple[int, tuple[Run, ...]]]


def table_strips(desk: Desk, identity: str, columns: Sequence[Column], rows: Sequence[Row]) -> list[Strip]:
    """Return the head and the rows; a cell is some paragraphs, and an empty one stays empty."""
    places = list(_places(desk, columns))
    heads = [_cell_lines(desk, (column.head,), place, bold=True) for column, place in zip(columns, places, strict=True)]
    head = _row_strips(desk, identity, 0, heads, places, heads_columns=True)
    again = tuple(_as_furniture(strip) for strip in head)
    strips = [*head]
    for number, row in enumerate(rows, 1):
        lines = [
            _cell_lines(desk, cell, place, dots=column > 0 and len(cell) > 1)
            for column, (cell, place) in enumerate(zip(row, places, strict=True))
        ]
        strips += _row_strips(desk, identity, number, lines, places, again=again)
    return strips


def _places(desk: Desk, columns: Sequence[Column]) -> Iterator[tuple[float, float]]:
    """Left edge and width of each column."""
    whole = sum(column.share for column in columns)
    left = desk.style.left
    for column in columns:
        width = desk.style.width * column.share / whole
        yield left, width
        left += width


def _cell_lines(
    desk: Desk, paragraphs: Paragraphs, place: tuple[float, float], *, bold: bool = False, dots: bool = False
) -> CellLines:
    """The lines of a cell; with a dot at each paragraph, so that it is seen where one ends."""
    setter = desk.setter(bold=bold, pitch=desk.style.pitch)
    indent = DOT_WIDTH if dots else 0.0
    left, width = place[0] + PADDING, place[1] - 2 * PADDING
    found: CellLines = []
    for paragraph, text in enumerate(paragraphs):
        lines = [line.runs for line in setter.lines((Phrase(text),), left + indent, width - indent)]
        dot = setter.lines((Phrase("•"),), left, width)[0].runs if dots else ()
        found += [(paragraph, (*(dot if number == 0 else ()), *runs)) for number, runs in enumerate(lines)]
    return found


def _row_strips(
    desk: Desk,
    table: str,
    row: int,
    lines: list[CellLines],
    places: list[tuple[float, float]],
    *,
    heads_columns: bool = False,
    again: tuple[Strip, ...] = (),
) -> list[Strip]:
    longest = max(1, *(len(cell) for cell in lines))
    strips = []
    for number in range(longest):
        last = number == longest - 1
        down = 0.0 if number else SPACE
        height = down + desk.style.pitch + (SPACE if last else 0)
        shown = [
            (column, *(cell[number] if cell else (0, ())))
            for column, cell in enumerate(lines)
            if number == 0 or number < len(cell)
        ]
        cells = tuple(
            (Cell(table, row, column, heads_columns, paragraph), tuple(moved(run, 0, down) for run in runs))
            for column, paragraph, runs in shown
        )
        keep = heads_columns or (not last and (number < KEPT - 1 or number >= longest - KEPT))
        ground = _ground(desk, places, height, ends=(number == 0, last), heads=heads_columns)
        gap = ABOVE if heads_columns and not number else 0.0
        strips.append(
            Strip(
                CELL, f"{table}-{row}", height, gap=gap, keep=keep, behind=ground, cells=cells, head=again,
                closing=(_rule(desk, height - _RULE),),
            )
        )  # fmt: skip
    return strips


def _ground(
    desk: Desk, places: list[tuple[float, float]], height: float, *, ends: tuple[bool, bool], heads: bool
) -> tuple[Box, ...]:
    """The grey of the head, a rule above and below a row, and the rules between columns."""
    style = desk.style
    grey = (Box(style.left, 0, style.width, height, fill=HEAD_GROUND),) if heads else ()
    tops = [top for top, there in zip((0.0, height - _RULE), ends, strict=True) if there]
    rules = tuple(_rule(desk, top) for top in tops)
    edges = [place[0] for place in places] + [style.left + style.width]
    between = tuple(Box(edge - _RULE / 2, 0, _RULE, height, fill=HAIRLINE) for edge in edges)
    return (*grey, *rules, *between)


def _rule(desk: Desk, top: float) -> Box:
    return Box(desk.style.left, top, desk.style.width, _RULE, fill=HAIRLINE)


def _as_furniture(strip: Strip) -> Strip:
    """A head that stands again: seen, and not read out a second time."""
    runs = tuple(run for _, cell in strip.cells for run in cell)
    return Strip(FURNITURE, "head", strip.height, runs, behind=strip.behind)

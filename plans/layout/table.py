"""A table as strips: a row is as many strips as its longest cell has lines, so that long rows go on overleaf.

The head stands again at the top of each page that the table goes on to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plans.layout.page import CELL, FURNITURE, Box, Cell, Run, moved
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.layout.style import HAIRLINE
from plans.model import Phrase

PADDING, SPACE, ABOVE = 2.0, 0.9, 1.5
DOT_WIDTH = 3.6
_RULE = 0.25
HEAD_GROUND = "#efeae0"
# A row of so many lines stays on one page; of a longer one, its first and last two lines stay together.
KEPT_WHOLE, KEPT = 12, 2


@dataclass(frozen=True)
class Column:
    """The head of a column and its share of the width."""

    head: str
    share: float


Paragraphs = tuple[str, ...]
Row = tuple[Paragraphs, ...]
# Rows whose first cell is one: the first row’s, which goes on beside the others.
Group = tuple[Row, ...]
# A cell’s lines, each with the number of its paragraph.
CellLines = list[tuple[int, tuple[Run, ...]]]


def table_strips(desk: Desk, identity: str, columns: Sequence[Column], groups: Sequence[Group]) -> list[Strip]:
    """Return the head and the rows; a cell is some paragraphs, and an empty one stays empty."""
    places = list(_places(desk, columns))
    heads = [_cell_lines(desk, (column.head,), place, bold=True) for column, place in zip(columns, places, strict=True)]
    head = _group_strips(desk, identity, 0, [heads], places, heads_columns=True)
    again = tuple(_as_furniture(strip) for strip in head)
    strips, number = [*head], 1
    for group in groups:
        lines = [
            [
                _cell_lines(desk, cell, place, dots=column > 0 and len(cell) > 1)
                for column, (cell, place) in enumerate(zip(row, places, strict=True))
            ]
            for row in group
        ]
        strips += _group_strips(desk, identity, number, lines, places, again=again)
        number += len(group)
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


def _group_strips(
    desk: Desk,
    table: str,
    first: int,
    rows: list[list[CellLines]],
    places: list[tuple[float, float]],
    *,
    heads_columns: bool = False,
    again: tuple[Strip, ...] = (),
) -> list[Strip]:
    """The lines of some rows; the first cell’s lines run down beside all of them."""
    lengths = _lengths(rows)
    side = iter(rows[0][0])
    strips: list[Strip] = []
    for place, (row, longest) in enumerate(zip(rows, lengths, strict=True)):
        for number in range(longest):
            line = [
                *_side_line(side, table, first, len(rows), heads_columns, is_first=not strips),
                *_row_line(row, number, table, first + place, heads_columns),
            ]
            ends = (number == 0, number == longest - 1)
            whole = (place == 0 and ends[0], place == len(rows) - 1 and ends[1])
            near_end = number < KEPT - 1 or number >= longest - KEPT
            keep = heads_columns or (not ends[1] and (longest <= KEPT_WHOLE or near_end))
            strip = _strip(desk, places, line, ends, whole, heads=heads_columns)
            gap = ABOVE if heads_columns and not strips else 0.0
            strips.append(replace(strip, id=f"{table}-{first + place}", gap=gap, keep=keep, head=again))
    return strips


def _strip(
    desk: Desk,
    places: list[tuple[float, float]],
    line: list[tuple[Cell, tuple[Run, ...]]],
    ends: tuple[bool, bool],
    whole: tuple[bool, bool],
    *,
    heads: bool,
) -> Strip:
    """One line of all cells, with air and rules at the ends of its row."""
    down = SPACE if ends[0] else 0.0
    height = down + desk.style.pitch + (SPACE if ends[1] else 0)
    cells = tuple((cell, tuple(moved(run, 0, down) for run in runs)) for cell, runs in line)
    ground = _ground(desk, places, height, ends=ends, whole=whole, heads=heads)
    return Strip(CELL, "", height, behind=ground, cells=cells, closing=(_rule(desk, height - _RULE),))


def _lengths(rows: list[list[CellLines]]) -> list[int]:
    """How many lines each row has; the last one is long enough for what is left of the first cell."""
    lengths = [max(1, *(len(cell) for cell in row[1:])) if len(row) > 1 else 1 for row in rows]
    lengths[-1] += max(0, len(rows[0][0]) - sum(lengths))
    return lengths


def _row_line(
    row: list[CellLines], number: int, table: str, at: int, heads: bool
) -> Iterator[tuple[Cell, tuple[Run, ...]]]:
    """One line of a row’s cells but the first; an empty cell is there once, so that no column shifts."""
    for column, lines in enumerate(row[1:], 1):
        if number == 0 or number < len(lines):
            paragraph, runs = lines[number] if lines else (0, ())
            yield Cell(table, at, column, heads, paragraph), runs


def _side_line(
    side: Iterator[tuple[int, tuple[Run, ...]]], table: str, at: int, span: int, heads: bool, *, is_first: bool
) -> Iterator[tuple[Cell, tuple[Run, ...]]]:
    """The next line of the cell that goes on beside several rows."""
    line = next(side, (0, ()) if is_first else None)
    if line is not None:
        yield Cell(table, at, 0, heads, line[0], span), line[1]


def _ground(
    desk: Desk,
    places: list[tuple[float, float]],
    height: float,
    *,
    ends: tuple[bool, bool],
    whole: tuple[bool, bool],
    heads: bool,
) -> tuple[Box, ...]:
    """The grey of the head, the rules above and below a row, and those between columns.

    A rule goes over the whole width at the ends of a group (`whole`), and leaves the first cell out within it.
    """
    style = desk.style
    grey = (Box(style.left, 0, style.width, height, fill=HEAD_GROUND),) if heads else ()
    second = places[1][0] if len(places) > 1 else style.left
    rules = tuple(
        _rule(desk, top, style.left if across else second)
        for top, there, across in zip((0.0, height - _RULE), ends, whole, strict=True)
        if there
    )
    edges = [place[0] for place in places] + [style.left + style.width]
    between = tuple(Box(edge - _RULE / 2, 0, _RULE, height, fill=HAIRLINE) for edge in edges)
    return (*grey, *rules, *between)


def _rule(desk: Desk, top: float, left: float | None = None) -> Box:
    start = desk.style.left if left is None else left
    return Box(start, top, desk.style.left + desk.style.width - start, _RULE, fill=HAIRLINE)


def _as_furniture(strip: Strip) -> Strip:
    """A head that stands again: seen, and not read out a second time."""
    runs = tuple(run for _, cell in strip.cells for run in cell)
    return Strip(FURNITURE, "head", strip.height, runs, behind=strip.behind)

"""A document in the order in which it is read: paragraphs joined over page ends, tables as rows of cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plans.layout.page import FURNITURE, Block, Document, Picture, Words

_BETWEEN_DIGITS = re.compile(r"(?<=[\d)]) (?=[\d(])")


@dataclass(frozen=True)
class TableCell:
    """A cell with its paragraphs (none, if it is empty), its column, and over how many rows it goes."""

    column: int
    span: int
    heads: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """A table of the document: rows of cells; a row leaves out what a cell above goes on over."""

    rows: tuple[tuple[TableCell, ...], ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return 1 + max(cell.column for row in self.rows for cell in row)


def reading_order(document: Document) -> Iterator[Block | Table]:
    """Return what a document says, without furniture and without blocks that hold only decoration."""
    tables: set[str] = set()
    blocks = list(whole_blocks(document))
    for block in blocks:
        if block.cell is None:
            if has_content(block):
                yield block
        elif block.cell.table not in tables:
            tables.add(block.cell.table)
            yield _table([one for one in blocks if one.cell and one.cell.table == block.cell.table])


def whole_blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks in reading order, with those that go on over a page end joined again."""
    joined: dict[tuple[str, str], Block] = {}
    for page in document.pages:
        for block in page.blocks:
            if block.kind != FURNITURE:
                name = (block.kind, block.id)
                before = joined[name].lines if name in joined else ()
                joined[name] = Block(block.kind, block.id, (*before, *block.lines), block.cell)
    return tuple(joined.values())


def foot_rows(document: Document) -> tuple[str, ...]:
    """Return what stands at the foot of every page, without the page number."""
    foot = [block for block in document.pages[-1].blocks if block.id == "foot"] if document.pages else []
    words = [run.text for block in foot for line in block.lines for run in line.runs if isinstance(run, Words)]
    return tuple(text for text in words if not text.startswith("Page "))


def with_whole_numbers(text: str) -> str:
    """Return text whose phone numbers no line end can part: parted, one could be read as two."""
    return _BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", text)


def has_content(block: Block) -> bool:
    """Whether a block has words or pictures."""
    return any(isinstance(run, Words | Picture) for line in block.lines for run in line.runs)


def _table(blocks: list[Block]) -> Table:
    rows: dict[int, dict[int, list[Block]]] = {}
    for block in blocks:
        if block.cell:
            rows.setdefault(block.cell.row, {}).setdefault(block.cell.column, []).append(block)
    return Table(tuple(tuple(_table_cell(cell) for _, cell in sorted(row.items())) for _, row in sorted(rows.items())))


def _table_cell(blocks: list[Block]) -> TableCell:
    at = next(block.cell for block in blocks if block.cell)
    return TableCell(at.column, at.span, at.heads, tuple(block for block in blocks if has_content(block)))

"""A paper as blocks: headings, paragraphs, entries of lists, lines to sign, and cells of tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.importing.cues import heading_place, load_cues

HEADING, TEXT, BULLET, SIGNATURE = "heading", "text", "bullet", "signature"
_DOT = re.compile(r"^\s*(?:[•·▪◦‣●*–-]|\d{1,2}[.)]|[a-z][.)])\s+")
_SIGN = re.compile(r"_{4,}|\.{8,}")
_STOPS = (".", "!", ";", ",", "…", "”", "’")
_LONGEST_HEADING = 14


@dataclass(frozen=True)
class Block:
    """A piece of a paper; `column` is the head of its table’s column, `row` its row there, 0 outside tables."""

    text: str
    kind: str = TEXT
    column: str = ""
    row: int = 0


def block_of(text: str, *, heading: bool = False, bullet: bool = False) -> Block:
    """Return a block of the kind that its words look like."""
    text = text.strip()
    if _SIGN.search(text) and len(text.split()) <= _LONGEST_HEADING:
        return Block(text, SIGNATURE)
    dotted = _DOT.match(text)
    if dotted or bullet:
        return Block(text[dotted.end() :] if dotted else text, BULLET)
    return Block(text, HEADING if heading or looks_like_heading(text) else TEXT)


def looks_like_heading(text: str) -> bool:
    """Whether words are few and end without a stop, as headings do."""
    return 0 < len(text.split()) <= _LONGEST_HEADING and not text.rstrip().endswith(_STOPS)


def table_blocks(rows: Sequence[Sequence[Sequence[str]]], first_row: int) -> Iterator[Block]:
    """Yield a table’s blocks; a cell is its lines, and the first row names the columns if it looks like heads."""
    heads = [" ".join(cell) for cell in rows[0]] if rows else []
    are_heads = len(rows) > 1 and any(heads) and all(_is_head(head) for head in heads if head)
    for head in heads if are_heads else ():
        yield Block(head, HEADING) if head else Block("")
    for number, row in enumerate(rows[1:] if are_heads else rows, first_row):
        for column, cell in enumerate(row):
            head = heads[column] if are_heads and column < len(heads) else "?"
            yield from (_in_cell(line, head, number) for line in whole_lines(cell))


def _is_head(text: str) -> bool:
    cues = load_cues()
    return looks_like_heading(text) and bool(heading_place(text, cues))


def whole_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines that hold words; one that ends without a stop goes on where the next begins small."""
    whole = ""
    for line in lines:
        if whole and line[:1].islower() and whole[-1] not in ".!?:;":
            whole = f"{whole} {line.strip()}"
            continue
        if whole:
            yield whole
        whole = line.strip()
    if whole:
        yield whole


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of pasted text, with tables as Word pastes them (cells parted by tabs)."""
    blocks: list[Block] = []
    lines = text.splitlines()
    place = row = plain_until = 0
    while place < len(lines):
        rows, after = _table_at(lines, place) if place >= plain_until else ([], place)
        if rows:
            blocks += table_blocks(rows, row + 1)
            row += len(rows)
        else:
            plain_until = _after_tabs(lines, place)  # no table begins within what was just seen to be none
            after = next((n for n in range(max(place + 1, plain_until), len(lines)) if "\t" in lines[n]), len(lines))
            blocks += [block_of(line) for line in whole_lines([one.replace("\t", " ") for one in lines[place:after]])]
        place = after
    return tuple(block for block in blocks if block.text)


def _after_tabs(lines: list[str], place: int) -> int:
    """The first line from here on that does not begin with a tab."""
    while place < len(lines) and lines[place].startswith("\t"):
        place += 1
    return place


def _in_cell(line: str, head: str, row: int) -> Block:
    found = block_of(line)
    return Block(found.text, TEXT if found.kind == HEADING else found.kind, head, row)


def _table_at(lines: list[str], place: int) -> tuple[list[list[list[str]]], int]:
    """A table that begins at a line, as rows of cells of lines, and the line after it; no rows where there is none."""
    line = lines[place]
    if line.startswith("\t") and "\t" not in line.strip():
        return _cells_below_each_other(lines, place)
    after = place
    while after < len(lines) and "\t" in lines[after].strip():
        after += 1
    rows = [[[cell.strip()] for cell in one.split("\t")] for one in lines[place:after]]
    return (rows, after) if len(rows) > 1 and len(rows[0]) > 1 else ([], place)


def _cells_below_each_other(lines: list[str], place: int) -> tuple[list[list[list[str]]], int]:
    """A table whose cells each begin with a tab and stand one under the other; two empty lines end it."""
    cells: list[list[str]] = []
    after = place
    while after < len(lines) and any(one.strip() for one in lines[after : after + 2]):
        if lines[after].startswith("\t"):
            cells.append([])
        cells[-1].append(lines[after].strip())
        after += 1
    count = next((n for n, cell in enumerate(cells) if not _is_head(" ".join(cell))), len(cells))
    rows = [cells[start : start + count] for start in range(0, len(cells), count)] if count > 1 else []
    return (rows, after) if len(rows) > 1 else ([], place)

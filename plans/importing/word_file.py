"""Reads the words of a Word file, and refuses what could do harm: macros, bombs, and what is no Word file."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from plans.errors import AgreementRefused
from plans.importing.paper import Block, block_of, table_blocks

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_WORDS = tuple(f"{_W}{name}" for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen"))
_BODY = "word/document.xml"
# Words that Word keeps beside the body: heads and feet of pages, notes.
_BESIDE = ("word/header", "word/footer", "word/footnotes", "word/endnotes")

_NOT_WORD = "This is not a Word file that can be read. Save it in Word as .docx and bring that, or paste its text."
_TOO_LARGE = "This Word file is larger than can be read safely. Take its pictures out, or paste its text."
_MACROS = "This Word file holds macros (small programs), so it is not opened. Save it as .docx without them."
_LOCKED = "This file has a password or is of an old kind (.doc). Save it in Word as .docx, without a password."


def word_blocks(data: bytes) -> tuple[Block, ...]:
    """Return the blocks of a Word file: the body in order, then heads, feet and notes.

    Raises:
        AgreementRefused: it is no Word file, too large, locked, or holds macros.
    """
    if data.startswith(_OLD_WORD):
        raise AgreementRefused(_LOCKED)
    if len(data) > MOST_BYTES:
        raise AgreementRefused(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
            parts = [_BODY, *sorted(name for name in archive.namelist() if name.startswith(_BESIDE))]
            return tuple(block for part in parts for block in _part_blocks(_read(archive, part)) if block.text)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, NotImplementedError, RuntimeError, EOFError, OSError):
        raise AgreementRefused(_NOT_WORD) from None


def _check(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise AgreementRefused(_TOO_LARGE)
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise AgreementRefused(_MACROS)


def _read(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """One part as a tree. What its size says may be a lie, so no more than the limit is ever unpacked."""
    with archive.open(name) as part:
        data = part.read(MOST_UNPACKED + 1)
    if len(data) > MOST_UNPACKED:
        raise AgreementRefused(_TOO_LARGE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:  # no Word file has one; what it defines would be lost or do harm
        raise AgreementRefused(_NOT_WORD)
    return root


def _part_blocks(root: etree._Element) -> Iterator[Block]:
    """Blocks in the order of the paper. Tables are read whole; one that stands in a cell is that cell’s text."""
    row = 1
    for table, paragraphs in _stretches(root):
        if table is None:
            yield from (_block(one) for one in paragraphs)
        else:
            rows = [list(_row_cells(one)) for one in _inner(table, "tr")]
            yield from table_blocks(rows, row)
            row += len(rows)


def _stretches(root: etree._Element) -> Iterator[tuple[etree._Element | None, list[etree._Element]]]:
    """The outer tables, and the paragraphs between them."""
    between: list[etree._Element] = []
    for one in root.iter(f"{_W}p", f"{_W}tbl"):
        if _has_above(one, f"{_W}tbl") or _has_above(one, _FALLBACK):
            continue
        if one.tag == f"{_W}p":
            between.append(one)
            continue
        yield None, between
        yield one, []
        between = []
    yield None, between


def _row_cells(row: etree._Element) -> Iterator[list[str]]:
    """The cells of a row; one that goes over several columns is followed by empty ones, so that no column shifts."""
    for cell in _inner(row, "tc"):
        yield _cell_lines(cell)
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        wide = span.get(f"{_W}val") if span is not None else None
        yield from ([] for _ in range(min(int(wide), 60) - 1 if wide and wide.isdigit() else 0))


def _inner(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside a content control, and none of a table within."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"):
            yield from _inner(child, name)


def _cell_lines(cell: etree._Element) -> list[str]:
    paragraphs = (one for one in cell.iter(f"{_W}p") if not _has_above(one, _FALLBACK))
    return [("• " if _is_listed(one) else "") + text for one in paragraphs if (text := _text(one).strip())]


def _block(paragraph: etree._Element) -> Block:
    is_heading = _style(paragraph).startswith(("heading", "title"))
    return block_of(_text(paragraph), heading=is_heading, bullet=_is_listed(paragraph))


def _is_listed(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None or _style(paragraph).startswith("list")


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return (style.get(f"{_W}val") or "").lower() if style is not None else ""


def _text(paragraph: etree._Element) -> str:
    """A paragraph’s own words, without those of a text box in it, which is a paragraph of its own."""
    pieces = []
    for one in paragraph.iter(*_WORDS):
        if next(one.iterancestors(f"{_W}p")) is paragraph and not _has_above(one, f"{_W}moveFrom"):
            pieces.append({f"{_W}t": one.text or "", f"{_W}noBreakHyphen": "-"}.get(str(one.tag), " "))
    return "".join(pieces)


def _has_above(element: etree._Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None

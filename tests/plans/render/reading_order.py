"""What a screen reader gets of a PDF: its tags walked in order, with the words and alt texts under each."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pikepdf

Marks = dict[tuple[int, int], str]


@dataclass(frozen=True)
class Letter:
    """A letter as it stands on the paper: page from 1, baseline start in points from the top left."""

    text: str
    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Reading:
    """A PDF as read: rows of (tag, text with [alt texts]), letters on paper, and those outside tags and artifacts."""

    rows: tuple[tuple[str, str], ...]
    letters: tuple[Letter, ...]
    outside: str
    pictures: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole reading as one row a tag."""
        return "\n".join(f"{tag}: {text}" for tag, text in self.rows)


def read_pdf(data: bytes) -> Reading:
    """Read a PDF as a screen reader would."""
    marks, letters, outside = _marked_letters(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marks.update(_spoken(pdf))
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        nodes = list(_walk(pdf.Root.StructTreeRoot.K, 0, pages, marks))
    return Reading(_rows(nodes), letters, outside, tuple(text for tag, text in nodes if tag == "Figure"))


def _marked_letters(data: bytes) -> tuple[Marks, tuple[Letter, ...], str]:
    """The letters by page and marked-content number, all letters, and those that are neither tagged nor furniture."""
    marks: Marks = defaultdict(str)
    letters, outside = [], ""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for letter in page.chars:
                letters.append(
                    Letter(letter["text"], number + 1, letter["matrix"][4], float(page.height) - letter["matrix"][5])
                )
                if letter.get("mcid") is not None:
                    marks[number, letter["mcid"]] += letter["text"]
                elif letter.get("tag") != "Artifact":
                    outside += letter["text"]
            page.close()
    return marks, tuple(letters), outside


def _spoken(pdf: pikepdf.Pdf) -> Marks:
    """Text that is given to be read out instead of the letters as drawn (ActualText), by page and mark."""
    spoken: Marks = {}
    for number, page in enumerate(pdf.pages):
        if b"ActualText" not in page.Contents.read_bytes():
            continue
        open_marks: list[tuple[int, str]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                told = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                open_marks.append((int(told.get("/MCID", -1)), str(told.get("/ActualText", ""))))
                mark = next((mcid for mcid, _ in reversed(open_marks) if mcid >= 0), -1)
                if mark >= 0 and open_marks[-1][1]:
                    spoken[number, mark] = spoken.get((number, mark), "") + open_marks[-1][1]
            elif str(operator) == "EMC":
                open_marks.pop()
    return spoken


def _walk(node: Any, page: int, pages: dict[Any, int], marks: Marks) -> Iterator[tuple[str, str]]:
    """Yield ("P", "") where a tag begins, ("", words) and ("Figure", alt)."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid, page, pages, marks)
    elif isinstance(node, int):
        yield "", marks.get((page, int(node)), "")
    elif node.get("/Type") == "/MCR":
        yield "", marks.get((pages[node.Pg.objgen], int(node.MCID)), "")
    else:
        page = pages[node.Pg.objgen] if "/Pg" in node else page
        kind = str(node.S).removeprefix("/")
        yield kind, str(node.get("/Alt", "")) if kind == "Figure" else ""
        if kind != "Figure" and "/K" in node:
            yield from _walk(node.K, page, pages, marks)


def _rows(nodes: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = []
    for tag, text in nodes:
        if tag in ("", "Figure"):
            kind, before = rows[-1]
            rows[-1] = (kind, before + (f"[{text}] " if tag else text))
        else:
            rows.append((tag, ""))
    return tuple((tag, " ".join(text.split())) for tag, text in rows if tag != "Document")

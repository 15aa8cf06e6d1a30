"""The finished pages as one flowing HTML file, for a phone or a screen reader.

It has the same words, headings, pictures and order as the pages, in one self-contained file:
no script, nothing fetched. The browser breaks the lines; the page furniture stays behind.
"""

import base64
from html import escape

from plans.layout.fonts import BOLD
from plans.layout.page import HEADING, LABEL, TITLE, Block, Document, Line, Picture, Words
from plans.layout.pictures import PictureBook
from plans.render.reading import Table, TableCell, foot_rows, reading_order, with_whole_numbers

_TAGS = {TITLE: "h1", HEADING: "h2"}
_STYLE = """
body{margin:0 auto;padding:1.2rem;max-width:46rem;background:PAPER;color:#1d1d1b;
font:1.25rem/2 Lexend,"Atkinson Hyperlegible",Verdana,sans-serif}
h1{font-size:2rem;line-height:1.25;margin:.2em 0}
h2{font-size:1.4rem;line-height:1.4;margin:1.6em 0 .2em;border-top:3px solid #2a7560;padding-top:.6em}
p{margin:.1em 0}
p .bold{display:inline-block;max-width:100%;font-weight:600;margin-right:.4em}
p.label{color:#5f5a52;font-size:1rem;line-height:1.6}
img{height:2em;max-width:3.2em;vertical-align:middle;margin:0 .15em;object-fit:contain}
table{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.5}
th,td{border:1px solid #d9d2c3;padding:.4em;text-align:left;vertical-align:top}
footer{margin-top:3em;font-size:.85rem;color:#5f5a52}
@media print{body{font-size:15pt}}
"""


def to_html(document: Document, book: PictureBook) -> str:
    """Return the document as one HTML file with real text and headings."""
    paper = document.pages[0].paper if document.pages else "#ffffff"
    body = "\n".join(_part(part, book) for part in reading_order(document))
    foot = "<br>".join(escape(text) for text in foot_rows(document))
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(document.title)}</title><style>{_STYLE.replace('PAPER', paper)}</style></head>\n"
        f"<body><main>\n{body}\n</main><footer>{foot}</footer></body></html>\n"
    )


def _part(part: Block | Table, book: PictureBook) -> str:
    if isinstance(part, Block):
        return _element(part, book)
    rows = ("".join(_cell(cell, book) for cell in row) for row in part.rows)
    return "<table>" + "".join(f"<tr>{cells}</tr>" for cells in rows) + "</table>"


def _cell(cell: TableCell, book: PictureBook) -> str:
    content = "".join(f"<p>{_lines(block, book)}</p>" for block in cell.blocks)
    span = f' rowspan="{cell.span}"' if cell.span > 1 else ""
    return f'<th scope="col">{content}</th>' if cell.heads else f"<td{span}>{content}</td>"


def _element(block: Block, book: PictureBook) -> str:
    tag = _TAGS.get(block.kind, "p")
    content = _lines(block, book)
    name = ' class="label"' if block.kind == LABEL else ""
    return f"<{tag}{name}>{content}</{tag}>"


def _lines(block: Block, book: PictureBook) -> str:
    return " ".join(_line(line, book) for line in block.lines)


def _line(line: Line, book: PictureBook) -> str:
    shown = (run for run in line.runs if isinstance(run, Words | Picture))
    return " ".join(_words(run) if isinstance(run, Words) else _image(run, book) for run in shown)


def _words(words: Words) -> str:
    """Words that keep their own direction; bold ones, such as a phone number, stand out and stay whole."""
    name = ' class="bold"' if words.face == BOLD else ""
    return f"<bdi{name}>{escape(with_whole_numbers(words.text))}</bdi>"


def _image(picture: Picture, book: PictureBook) -> str:
    photo = book.photo(picture.key)
    media_type, data = (
        (photo.media_type, photo.data) if photo else ("image/svg+xml", book.art(picture.key).svg.encode())
    )
    source = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    return f'<img alt="{escape(picture.alt)}" src="{source}">'

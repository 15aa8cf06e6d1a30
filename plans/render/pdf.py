"""Finished pages as a tagged PDF (PDF/UA-1 and PDF/A-2a in one file). It copies; it decides nothing.

Words and drawings are written as operators, a page at a time. Other scripts than Latin go
through fpdf2’s own shaped text, and photos through its own image call.
"""

import io
from datetime import UTC, datetime
from functools import cache
from typing import Any

from fpdf.enums import PDFResourceType
from fpdf.outline import OutlineSection
from fpdf.prefs import ViewerPreferences
from fpdf.syntax import DestinationXYZ

from plans.layout.fonts import WEIGHTS, script_file
from plans.layout.page import FURNITURE, HEADING, TITLE, Block, Box, Document, Line, Page, Picture, Words
from plans.layout.pictures import PictureBook
from plans.own_picture import CleanPicture
from plans.render.pdf_file import PlanPdf, ReadyObject, quoted
from plans.render.pdf_picture import drawing_form
from plans.render.pdf_tags import PRODUCER, Tag, xmp_metadata
from plans.render.reading import has_content

POINTS = 72 / 25.4
_KINDS = {TITLE: "H1", HEADING: "H2"}
# fpdf2 numbers photos from 1 by a count of its own, in the same list of names.
_FIRST_DRAWING = 10_001
_CIRCLE = 0.5523  # how far a Bézier handle reaches to bend like a quarter circle


def to_pdf(document: Document, book: PictureBook) -> bytes:
    """Return the document as a PDF file without author, machine or path in it."""
    return _Printer(document, book).file()


class _Printer:
    """One file being drawn: where the pen is in the tree, on the page, and in the fonts."""

    def __init__(self, document: Document, book: PictureBook) -> None:
        self.document, self.book = document, book
        self.pdf = PlanPdf()
        self.operators: list[str] = []
        self.tags: dict[tuple[str, str], Tag] = {}
        self.forms: dict[str, int] = {}
        self.height = 0.0

    def file(self) -> bytes:
        """Draw every page and return the file."""
        self._describe()
        for page in self.document.pages:
            self._page(page)
        return self.pdf.finished()

    def _describe(self) -> None:
        made = self.document.made
        created = datetime(made.year, made.month, made.day, tzinfo=UTC)
        self.pdf.set_title(self.document.title)
        self.pdf.set_lang(self.document.language)
        self.pdf.set_creation_date(created)
        self.pdf.set_producer(PRODUCER)
        self.pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        time = created.strftime("%Y-%m-%dT%H:%M:%S+00:00")
        self.pdf.set_xmp_metadata(xmp_metadata(self.document.title, self.document.language, time))

    def _page(self, page: Page) -> None:
        self.pdf.add_page()
        self.height = page.height
        self._artifact(_box_operators(Box(0, 0, page.width, page.height, fill=page.paper), page.height))
        for block in page.blocks:
            if block.kind == FURNITURE:
                self._furniture(block)
            else:
                self._block(block)
        self._flush()

    def _block(self, block: Block) -> None:
        tag = self.tags.get((block.kind, block.id))
        if tag is None:
            tag = self.tags[block.kind, block.id] = self._new_tag(block)
            if block.kind in _KINDS:
                self._bookmark(block)
        for line in block.lines:
            self._line(line, tag)

    def _new_tag(self, block: Block) -> Tag:
        """A tag of the block in its place in the tree; a cell’s paragraphs are in the cell, the row, the table."""
        root = self.pdf.tree.root
        if block.cell is None:
            return _child(root, Tag(_KINDS.get(block.kind, "P")))
        cell = block.cell
        row_name = f"{cell.table}-{cell.row}"
        table = self._tag_within(root, ("table", cell.table), Tag("Table"))
        row = self._tag_within(table, ("row", row_name), Tag("TR"))
        fresh = Tag("TH", scope="Column") if cell.heads else Tag("TD", span=cell.span)
        column = self._tag_within(row, ("column", f"{row_name}-{cell.column}"), fresh)
        return _child(column, Tag("P")) if has_content(block) else column

    def _tag_within(self, parent: Tag, name: tuple[str, str], fresh: Tag) -> Tag:
        """The tag of this name, or a fresh one at the end of its parent."""
        if name not in self.tags:
            self.tags[name] = _child(parent, fresh)
        return self.tags[name]

    def _line(self, line: Line, tag: Tag) -> None:
        for run in line.runs:
            if isinstance(run, Words):
                self._marked(tag, run)
            elif isinstance(run, Picture) and run.alt:
                self._figure(tag, run)
            elif isinstance(run, Picture):
                self._decoration(run)
            else:
                self._artifact(_box_operators(run, self.height))

    def _furniture(self, block: Block) -> None:
        for line in block.lines:
            for run in line.runs:
                if isinstance(run, Box):
                    self._artifact(_box_operators(run, self.height))
                elif isinstance(run, Words):
                    self.operators.append("/Artifact BMC")
                    self._words(run)
                    self.operators.append("EMC")
                else:
                    self._decoration(run)

    def _marked(self, tag: Tag, words: Words) -> None:
        number = self.pdf.tree.mark(tag, self.pdf.page)
        # Shaped letters stand as they are drawn, turned round and joined; this says what they are.
        said = "" if words.face in WEIGHTS else f" /ActualText {quoted(words.text + ' ')}"
        self.operators.append(f"/{tag.kind} <</MCID {number}{said}>> BDC")
        self._words(words)
        self.operators.append("EMC")

    def _figure(self, tag: Tag, picture: Picture) -> None:
        left, bottom = picture.x * POINTS, (self.height - picture.y - picture.height) * POINTS
        box = (left, bottom, left + picture.width * POINTS, bottom + picture.height * POINTS)
        figure = Tag("Figure", picture.alt, box)
        tag.children.append(figure)
        self.operators.append(f"/Figure <</MCID {self.pdf.tree.mark(figure, self.pdf.page)}>> BDC")
        self._picture(picture)
        self.operators.append("EMC")

    def _decoration(self, picture: Picture) -> None:
        self.operators.append("/Artifact BMC")
        self._picture(picture)
        self.operators.append("EMC")

    def _artifact(self, operators: str) -> None:
        self.operators.append(f"/Artifact BMC\n{operators}\nEMC")

    def _words(self, words: Words) -> None:
        """Write words; the space after them keeps lines apart for a reader that follows the tags."""
        if words.face not in WEIGHTS:
            self._shaped_words(words)
            return
        font = self.pdf.kit_font(words.face)
        self._use(PDFResourceType.FONT, font.i)
        at = f"{words.x * POINTS:.2f} {(self.height - words.y) * POINTS:.2f}"
        self.operators.append(
            f"BT {_colour(words.colour)} rg /F{font.i} {words.size:g} Tf {at} Td <{font.hex(words.text + ' ')}> Tj ET"
        )

    def _shaped_words(self, words: Words) -> None:
        self._flush()
        pdf = self.pdf
        if words.face.lower() not in pdf.fonts:
            pdf.add_font(words.face, fname=script_file(words.face))
        pdf.set_text_shaping(True)
        pdf.set_font(words.face, size=words.size)
        pdf.set_text_color(words.colour)
        pdf.set_xy(words.x, words.y - 0.8 * words.size / POINTS)
        pdf.c_margin = 0
        pdf.cell(w=words.width, h=words.size / POINTS, text=words.text + " ")

    def _picture(self, picture: Picture) -> None:
        photo = self.book.photo(picture.key)
        if photo:
            self._photo(picture, photo)
            return
        number, width, height = self._form(picture.key)
        self._use(PDFResourceType.X_OBJECT, number)
        across, up = picture.width * POINTS / width, picture.height * POINTS / height
        at = f"{picture.x * POINTS:.2f} {(self.height - picture.y - picture.height) * POINTS:.2f}"
        self.operators.append(f"q {across:.4f} 0 0 {up:.4f} {at} cm /I{number} Do Q")

    def _photo(self, picture: Picture, photo: CleanPicture) -> None:
        self._flush()
        self.pdf.image(io.BytesIO(photo.data), x=picture.x, y=picture.y, w=picture.width, h=picture.height)

    def _form(self, key: str) -> tuple[int, float, float]:
        art = self.book.art(key)
        number = self.forms.get(key)
        if number is None:
            catalog, form = self.pdf._resource_catalog, drawing_form(art)
            number = self.forms[key] = _FIRST_DRAWING + len(self.forms)
            box = f"/BBox [0 0 {art.box.width:g} {art.box.height:g}]"
            body = f"/Type /XObject /Subtype /Form {box} /Resources {form.resources} /Filter /FlateDecode"
            ready: Any = ReadyObject(body, form.operators)  # fpdf2 asks no more of it than to write itself
            catalog.form_xobjects.append((number, ready))
        return number, art.box.width, art.box.height

    def _use(self, kind: PDFResourceType, number: int) -> None:
        self.pdf._resource_catalog.resources_per_page[(self.pdf.page, kind)].add(number)

    def _bookmark(self, block: Block) -> None:
        text = " ".join(run.text for line in block.lines for run in line.runs if isinstance(run, Words))
        top = min(run.y for line in block.lines for run in line.runs) - 6
        level = 0 if block.kind == TITLE else 1
        target = DestinationXYZ(self.pdf.page, top=(self.height - top) * POINTS)
        self.pdf._outline.append(OutlineSection(text, level, self.pdf.page, target, None))

    def _flush(self) -> None:
        """Hand the operators over, so that what fpdf2 draws itself comes after them."""
        if self.operators:
            self.pdf._out("\n".join(self.operators))
            self.operators = []


def _child(parent: Tag, tag: Tag) -> Tag:
    parent.children.append(tag)
    return tag


def _box_operators(box: Box, page_height: float) -> str:
    colours = [f"{_colour(box.fill)} rg"] if box.fill else []
    colours += [f"{_colour(box.stroke)} RG {box.line * POINTS:.2f} w"] if box.stroke else []
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[bool(box.fill), bool(box.stroke)]
    return f"{' '.join(colours)} {_outline(box, page_height)} {paint}"


def _outline(box: Box, page_height: float) -> str:
    x, y = box.x * POINTS, (page_height - box.y - box.height) * POINTS
    width, height, radius = box.width * POINTS, box.height * POINTS, box.radius * POINTS
    if not radius:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    near, right, top = radius * (1 - _CIRCLE), x + width, y + height
    corners = [
        (right, y, right - radius, y, right - near, y, right, y + near, right, y + radius),
        (right, top, right, top - radius, right, top - near, right - near, top, right - radius, top),
        (x, top, x + radius, top, x + near, top, x, top - near, x, top - radius),
        (x, y, x, y + radius, x, y + near, x + near, y, x + radius, y),
    ]
    path = [f"{x + radius:.2f} {y:.2f} m"]
    for _, _, *points in corners:
        path.append(f"{points[0]:.2f} {points[1]:.2f} l")
        path.append(" ".join(f"{point:.2f}" for point in points[2:]) + " c")
    return " ".join(path) + " h"


@cache
def _colour(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))

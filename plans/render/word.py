"""A document as an editable Word file: real headings, lists, tables and pictures with their alt texts.

Word breaks the lines and pages; sizes and colours are those of the page. Nothing in the file says who made it.
"""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import resvg_py
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from plans.layout.fonts import BOLD
from plans.layout.page import A4_HEIGHT, A4_WIDTH, HEADING, TITLE, Block, Document, Picture, Words
from plans.layout.pictures import PictureBook
from plans.layout.style import GREY, LEFT
from plans.render.reading import Table, foot_rows, reading_order, with_whole_numbers

FONT = "Arial"  # councils’ machines have it; Lexend they have not
DOTS_A_MM = 300 / 25.4
_DOT = "•"
_STYLES = {TITLE: "Heading 1", HEADING: "Heading 2"}
_ROOM = A4_WIDTH - 2 * LEFT
# A paragraph with places to write on: where the lines for a name and a date end.
_SIGN_TABS = (60.0, 125.0, 170.0)


def to_word(document: Document, book: PictureBook) -> bytes:
    """Return the document as a .docx file without author, machine or path in it."""
    return _Writer(document, book).file()


class _Writer:
    """One Word file in the making."""

    def __init__(self, document: Document, book: PictureBook) -> None:
        self.document, self.book = document, book
        self.word: Any = docx.Document()
        self.drawn: dict[str, bytes] = {}

    def file(self) -> bytes:
        """Write every part and return the file."""
        self._describe()
        self._paper()
        for part in reading_order(self.document):
            if isinstance(part, Table):
                self._table(part)
            else:
                self._block(part)
        self._foot()
        out = io.BytesIO()
        self.word.save(out)
        return _plain_archive(out)

    def _describe(self) -> None:
        made = datetime(self.document.made.year, self.document.made.month, self.document.made.day, tzinfo=UTC)
        facts = self.word.core_properties
        facts.author = facts.comments = facts.last_modified_by = ""
        facts.title, facts.language = self.document.title, self.document.language
        facts.created = facts.modified = made
        links = self.word.part.package.rels
        for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
            links.pop(name)  # a picture of an empty page, which the template brings along

    def _paper(self) -> None:
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(A4_WIDTH), Mm(A4_HEIGHT)
        section.left_margin = section.right_margin = Mm(LEFT)
        section.top_margin = section.bottom_margin = Mm(20)
        for name in ("Normal", *_STYLES.values()):
            self._style(self.word.styles[name])
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), self.document.language)
        self.word.styles["Normal"].element.get_or_add_rPr().append(language)

    def _style(self, style: Any) -> None:
        style.font.name = FONT
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(script), None)
        style.paragraph_format.space_after = Pt(4)

    def _block(self, block: Block) -> None:
        if block.id.startswith("sign-"):
            self._signature(block)
            return
        style = _STYLES.get(block.kind) or ("List Bullet" if _is_listed(block) else None)
        self._write(self.word.add_paragraph(style=style), block)

    def _table(self, table: Table) -> None:
        grid = self.word.add_table(0, table.width, style="Table Grid")
        grid.alignment = WD_TABLE_ALIGNMENT.CENTER
        for row in table.rows:
            line = grid.add_row()
            if any(cell.heads for cell in row):
                line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            for cell in row:
                self._cell(line.cells[cell.column], cell.blocks)
        for at, row in enumerate(table.rows):
            for cell in row:
                if cell.span > 1:
                    grid.cell(at, cell.column).merge(grid.cell(at + cell.span - 1, cell.column))
        self.word.add_paragraph()

    def _cell(self, place: Any, blocks: tuple[Block, ...]) -> None:
        for number, block in enumerate(blocks):
            paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
            if _is_listed(block):
                paragraph.style = self.word.styles["List Bullet"]
            self._write(paragraph, block)

    def _signature(self, block: Block) -> None:
        """The name, then lines to write on; they never part at a page end."""
        *name, sign, day = [run.text for line in block.lines for run in line.runs if isinstance(run, Words)]
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.space_before = Pt(16)
        for end, leader in zip(
            _SIGN_TABS, (WD_TAB_LEADER.SPACES, WD_TAB_LEADER.LINES, WD_TAB_LEADER.LINES), strict=True
        ):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(end), WD_TAB_ALIGNMENT.LEFT, leader)
        paragraph.add_run(f"{' '.join(name)}\t{sign} \t {day} \t")

    def _write(self, paragraph: Any, block: Block) -> None:
        runs = [run for line in block.lines for run in line.runs if isinstance(run, Words | Picture)]
        if _is_listed(block):
            runs = runs[1:]
        paragraph.paragraph_format.keep_with_next = block.kind in _STYLES
        for number, run in enumerate(runs):
            space = " " if number else ""
            if isinstance(run, Words):
                self._words(paragraph, run, space)
            else:
                paragraph.add_run(space)
                self._picture(paragraph, run)

    def _words(self, paragraph: Any, words: Words, space: str) -> None:
        run = paragraph.add_run(space + with_whole_numbers(words.text))
        run.bold = words.face == BOLD
        run.font.size = Pt(words.size)
        run.font.color.rgb = RGBColor.from_string(words.colour.removeprefix("#").upper())

    def _picture(self, paragraph: Any, picture: Picture) -> None:
        image = self._image(picture)
        shape = paragraph.add_run().add_picture(io.BytesIO(image), height=Mm(picture.height))
        facts = shape._inline.docPr
        facts.set("descr", picture.alt)
        facts.set("name", f"Picture {facts.get('id')}")

    def _image(self, picture: Picture) -> bytes:
        photo = self.book.photo(picture.key)
        if photo:
            return photo.data
        if picture.key not in self.drawn:
            height = round(picture.height * DOTS_A_MM)
            self.drawn[picture.key] = bytes(resvg_py.svg_to_bytes(self.book.art(picture.key).svg, height=height))
        return self.drawn[picture.key]

    def _foot(self) -> None:
        paragraph = self.word.sections[0].footer.paragraphs[0]
        paragraph.add_run(" · ".join(foot_rows(self.document)) + " · Page ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")
        for run in paragraph.runs:
            run.font.size = Pt(9)
            run.font.color.rgb = RGBColor.from_string(GREY.removeprefix("#").upper())


def _plain_archive(file: io.BytesIO) -> bytes:
    """The same archive without the time at which it was written, so that one plan makes one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _is_listed(block: Block) -> bool:
    first = next((run for line in block.lines for run in line.runs), None)
    return isinstance(first, Words) and first.text == _DOT


def _field(paragraph: Any, code: str) -> None:
    """A number that Word works out itself."""
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        paragraph.add_run()._r.append(element)

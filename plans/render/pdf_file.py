"""An fpdf2 document that writes its fonts, pictures and tags ready-made.

fpdf2 makes each font anew for every file, which is nine tenths of its time, and has no tags for
text. Its `output_producer_class` argument lets a subclass write those parts; the rest of the file
stays fpdf2’s. This leans on insides of fpdf2, so requirements.txt pins it to the letter.
"""

import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

from fpdf import FPDF
from fpdf.enums import OutputIntentSubType, ResourceAccessPolicy, TextEmphasis
from fpdf.fonts import TTFFont
from fpdf.output import OutputProducer, PDFICCProfile
from fpdf.syntax import PDFObject
from fpdf.util import builtin_srgb2014_bytes

from plans.layout.fonts import FontKit, font_kit
from plans.render.pdf_packing import Packer
from plans.render.pdf_tags import TagTree, tag_body

Body = str | Callable[[], str]


class ReadyObject(PDFObject):
    """A PDF object whose dictionary is text, known now or once every object has its number."""

    def __init__(self, body: Body, stream: bytes | None = None) -> None:
        super().__init__()
        self.body = body
        self.stream = stream

    def serialize(self, obj_dict: Any = None, _security_handler: Any = None) -> Any:
        """Return the object as it stands in the file."""
        body = self.body if isinstance(self.body, str) else self.body()
        if self.stream is None:
            return f"{self._id} 0 obj\n{body}\nendobj"
        head = f"{self._id} 0 obj\n<<{body} /Length {len(self.stream)}>>\nstream\n"
        return head.encode("latin-1") + self.stream + b"\nendstream\nendobj"


class KitFont(TTFFont):
    """Lexend as fpdf2 sees it: a font with no file to open, only the letters of its kit."""

    def __init__(self, number: int, face: str) -> None:
        kit = self.kit = font_kit(face)
        self.i, self.type, self.fontkey, self.name = number, "TTF", face, kit.name
        self.emphasis, self.scale = TextEmphasis.coerce(""), 1.0
        self.missing_glyphs: list[int] = []
        self.color_font = self.ttfont = self._hbfont = None
        self._hex = _hex_table(face)

    def close(self) -> None:
        """There is no file to close."""

    def hex(self, text: str) -> str:
        """Return text as the glyph numbers that a PDF string holds."""
        return text.translate(self._hex)


class PlanPdf(FPDF):
    """One PDF in the making, with its fonts and its tree."""

    def __init__(self) -> None:
        super().__init__(unit="mm", format="A4")
        self.tree = TagTree()
        self.resource_access_policy = ResourceAccessPolicy.NONE
        self.set_auto_page_break(False)
        self.str_alias_nb_pages = ""
        self._set_min_pdf_version("1.7")
        self._declare_colours()

    def _declare_colours(self) -> None:
        """Say that colours are sRGB, as PDF/A asks. (fpdf2’s own PDF/A switch would leave out /Info.)"""
        self.add_output_intent(
            OutputIntentSubType.PDFA,
            output_condition_identifier="sRGB",
            output_condition="IEC 61966-2-1:1999",
            registry_name="http://www.color.org",
            dest_output_profile=PDFICCProfile(contents=builtin_srgb2014_bytes(), n=3, alternate="DeviceRGB"),
            info="sRGB2014 (v2)",
        )

    def kit_font(self, face: str) -> KitFont:
        """Return a face of Lexend, added to the file at its first use."""
        font = self.fonts.get(face)
        if not isinstance(font, KitFont):
            font = self.fonts[face] = KitFont(len(self.fonts) + 1, face)
        return font

    def finished(self) -> bytes:
        """Return the file."""
        return bytes(self.output(output_producer_class=PlanProducer))


class PlanProducer(OutputProducer):
    """Writes kit fonts and the tag tree; leaves the rest to fpdf2."""

    def __init__(self, fpdf: FPDF) -> None:
        super().__init__(fpdf)
        self._tree: TagTree = fpdf.tree if isinstance(fpdf, PlanPdf) else TagTree()
        self._packer = Packer()

    def _out(self, data: bytes | bytearray | str) -> None:
        """Write what fpdf2 hands over, small objects and the table packed."""
        data = data.encode("latin-1") if isinstance(data, str) else bytes(data)
        if data.startswith(b"xref\n"):
            data = self._packer.end_of_file(data, self.offsets, len(self.buffer))
        if not self._packer.takes(data):
            self.buffer += data + b"\n"

    def _add_fonts(self, *others: Any) -> Any:
        fonts = self.fpdf.fonts
        kits = {face: font for face, font in fonts.items() if isinstance(font, KitFont)}
        for face in kits:
            del fonts[face]
        written = super()._add_fonts(*others) if fonts else {}
        fonts.update(kits)
        return {**written, **{font.i: self._kit_font(font.kit) for font in kits.values()}}

    def _kit_font(self, kit: FontKit) -> ReadyObject:
        name = f"WAPKIT+{kit.name}"
        file = self._ready(f"/Filter /FlateDecode /Length1 {kit.font_length}", kit.font)
        unicode = self._ready("/Filter /FlateDecode", _to_unicode(kit.name))
        box = " ".join(f"{value:g}" for value in kit.bbox)
        described = self._ready(
            f"<</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 "
            f"/Ascent {kit.ascent:g} /Descent {kit.descent:g} /CapHeight {kit.cap:g} /StemV 80 /FontFile2 {file.ref}>>"
        )
        widths = " ".join(f"{advance:g}" for advance in kit.advances)
        system = "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
        letters = self._ready(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo {system} "
            f"/FontDescriptor {described.ref} /DW 1000 /W [0 [{widths}]] /CIDToGIDMap /Identity>>"
        )
        return self._ready(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{letters.ref}] /ToUnicode {unicode.ref}>>"
        )

    def _add_structure_tree(self) -> ReadyObject:
        pages = {number: page.ref for number, page in self.fpdf.pages.items()}
        root = self._ready("")
        tags = list(self._tree.walk())
        objects = {id(tag): self._ready("") for tag, _ in tags}
        own = {identity: ready.ref for identity, ready in objects.items()}
        for tag, parent in tags:
            above = own[id(parent)] if parent else root.ref
            objects[id(tag)].body = tag_body(tag, above, own, pages, quoted)
        rows = []
        for row, (number, marked) in enumerate(self._tree.parents()):
            self.fpdf.pages[number].struct_parents = row
            rows.append(f"{row} [{' '.join([own[id(tag)] for tag in marked])}]")
        parents = self._ready("<</Nums [" + "\n".join(rows) + "]>>")
        root.body = (
            f"<</Type /StructTreeRoot /K {own[id(self._tree.root)]} "
            f"/ParentTree {parents.ref} /ParentTreeNextKey {len(rows)}>>"
        )
        return root

    def _ready(self, body: str, stream: bytes | None = None) -> ReadyObject:
        ready = ReadyObject(body, stream)
        self._add_pdf_obj(ready)
        return ready

    def _log_final_sections_sizes(self) -> None:
        """fpdf2 counts bytes for its log here; nobody reads it."""


@cache
def _hex_table(face: str) -> dict[int, str]:
    return {code: f"{glyph:04X}" for code, glyph in font_kit(face).glyphs.items()}


def quoted(text: str) -> str:
    """A PDF string: as it stands where it is plain, or else as UTF-16 in hexadecimal."""
    if text.isascii() and not set(text) & set("()\\\r\n"):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


@cache
def _to_unicode(name: str) -> bytes:
    """The table that turns glyph numbers back into letters, for copying, searching and reading out."""
    face = {"Lexend-Regular": "lexend", "Lexend-Bold": "lexend-bold"}[name]
    letters = {glyph: code for code, glyph in sorted(font_kit(face).glyphs.items(), reverse=True)}
    rows = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in sorted(letters.items())]
    tables = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(f"{len(table)} beginbfchar\n" + "\n".join(table) + "\nendbfchar\n" for table in tables)
    return zlib.compress(_CMAP.format(body=body).encode(), 9)


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""

"""The structure tree of a tagged PDF: what is a heading, a paragraph, a picture, in reading order.

fpdf2 2.8.9 tags pictures only, and a file tagged by half is worse than one not tagged at all: a
screen reader then reads the pictures and leaves out the plan. So the whole tree is written here.
Sources: ISO 32000-1 §14.7–14.8, ISO 14289-1 (PDF/UA-1).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape

PRODUCER = "Words & Pictures"
Reference = str
AddObject = Callable[[str], Reference]
Quote = Callable[[str], str]


@dataclass(eq=False)
class Tag:
    """A node of the tree: its PDF type, and its children in reading order; a table’s head cell has its scope,
    a cell the number of rows that it goes over.

    A child is another tag, or a piece of marked content as (page number, MCID).
    """

    kind: str
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    scope: str = ""
    span: int = 1
    children: "list[Tag | tuple[int, int]]" = field(default_factory=list)


class TagTree:
    """The tree while the pages are drawn, and its objects once they are."""

    def __init__(self) -> None:
        self.root = Tag("Document")
        self._marked: dict[int, list[Tag]] = {}

    def mark(self, tag: Tag, page: int) -> int:
        """Count one more piece of marked content of this tag; return its MCID on the page."""
        on_page = self._marked.setdefault(page, [])
        on_page.append(tag)
        tag.children.append((page, len(on_page) - 1))
        return len(on_page) - 1

    def walk(self) -> Iterator[tuple[Tag, Tag | None]]:
        """Yield every tag with its parent, parents first."""
        waiting: list[tuple[Tag, Tag | None]] = [(self.root, None)]
        while waiting:
            tag, parent = waiting.pop()
            yield tag, parent
            waiting += [(child, tag) for child in reversed(tag.children) if isinstance(child, Tag)]

    def parents(self) -> list[tuple[int, list[Tag]]]:
        """Return, for each page with marked content, the tag of each MCID in order."""
        return sorted(self._marked.items())


def tag_body(tag: Tag, parent: Reference, own: dict[int, Reference], pages: dict[int, Reference], quote: Quote) -> str:
    """Return the dictionary of one tag; `own` finds the references of tags by id()."""
    content = [child[0] for child in tag.children if not isinstance(child, Tag)]
    page = content[0] if content else None
    kids = [_kid(child, page, own, pages) for child in tag.children]
    parts = [f"/S /{tag.kind} /P {parent}"]
    parts += [f"/Pg {pages[page]}"] if page is not None else []
    parts += [f"/K {kids[0] if len(kids) == 1 else '[' + ' '.join(kids) + ']'}"] if kids else []
    if tag.box:
        corners = " ".join(f"{corner:.0f}" for corner in tag.box)
        parts.append(f"/A <</O /Layout /Placement /Inline /BBox [{corners}]>>")
    parts += [f"/A <</O /Table /Scope /{tag.scope}>>"] if tag.scope else []
    parts += [f"/A <</O /Table /RowSpan {tag.span}>>"] if tag.span > 1 else []
    parts += [f"/Alt {quote(tag.alt)}"] if tag.alt else []
    return f"<<{' '.join(parts)}>>"


def _kid(child: Tag | tuple[int, int], page: int | None, own: dict[int, Reference], pages: dict[int, Reference]) -> str:
    if isinstance(child, Tag):
        return own[id(child)]
    on, number = child
    return str(number) if on == page else f"<</Type /MCR /Pg {pages[on]} /MCID {number}>>"


def xmp_metadata(title: str, language: str, created: str) -> str:
    """Return XMP that declares PDF/UA-1 and PDF/A-2a; `created` is an ISO 8601 time."""
    described = [
        _about(
            'xmlns:dc="http://purl.org/dc/elements/1.1/"',
            "<dc:format>application/pdf</dc:format>"
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
            f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>",
        ),
        _about(
            'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
            f"<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>",
        ),
        _about('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', f"<pdf:Producer>{escape(PRODUCER)}</pdf:Producer>"),
        _about('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', "<pdfuaid:part>1</pdfuaid:part>"),
        _about(
            'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        ),
        _UA_IN_PDFA,
    ]
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {rdf}>{"".join(described)}</rdf:RDF></x:xmpmeta>'


def _about(namespace: str, properties: str) -> str:
    return f'<rdf:Description rdf:about="" {namespace}>{properties}</rdf:Description>'


# PDF/A wants a description of every property that it does not know itself; pdfuaid:part is one.
_UA_IN_PDFA = _about(
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
)

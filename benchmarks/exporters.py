"""The engines compared, each as a function from its source to the bytes of a tagged PDF.

What a running server would keep from one export to the next is kept: fonts, pictures, caches.
Each engine is imported only where it is used, so that a process pays for its own engine alone.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plans.model import Plan


def our_exporter() -> Callable[["Plan"], bytes]:
    """Return our export, from a plan’s value to a file: layout, then PDF."""
    from plans.export import set_pages
    from plans.layout.measure import FontMeasure
    from plans.render.pdf import to_pdf

    measure = FontMeasure()

    def export(plan: "Plan") -> bytes:
        document, book = set_pages(plan, measure=measure)
        return to_pdf(document, book)

    return export


def typst_exporter(folder: Path) -> Callable[[str], bytes]:
    """Return Typst’s export, from source to a PDF/UA-1 file, with one compiler for all."""
    import typst

    folders = [folder / "fonts"]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    compiler = typst.Compiler(root=folder, font_paths=fonts, ignore_system_fonts=True)

    def export(source: str) -> bytes:
        made = compiler.compile(source.encode(), format="pdf", pdf_standards="ua-1")
        assert isinstance(made, bytes)
        return made

    return export


def weasyprint_exporter(folder: Path) -> Callable[[str], bytes]:
    """Return WeasyPrint’s export, from HTML to a PDF/UA-1 file, with its fonts and style sheet read once."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheet = CSS(filename=folder / "plan.css", font_config=fonts)
    pictures: dict[str, Any] = {}

    def export(source: str) -> bytes:
        html = HTML(string=source, base_url=str(folder / "plan.html"))
        kept = {"stylesheets": [sheet], "font_config": fonts, "cache": pictures}
        return bytes(html.write_pdf(pdf_variant="pdf/ua-1", **kept))

    return export

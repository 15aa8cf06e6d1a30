"""The like page as HTML and CSS for WeasyPrint."""

from html import escape

from benchmarks.like_page import DISC_SIZE, ROW_DISC_SIZE, Drawing, Face, LikePage, Part, Piece
from plans.layout.back import SIGN_DATE, SIGN_HERE
from plans.layout.style import BOTTOM, DISC, FOOT_SIZE, GREY, HAIRLINE, INK, LEFT, PAPERS, RIGHT, TOP


def html_source(page: LikePage) -> str:
    """Return the HTML of one plan; pictures are in pictures/ beside it."""
    faces = "".join(f"<div>{_disc(one)}<p>{escape(one.name)}</p></div>" for one in page.faces)
    parts = "".join(_part(part) for part in page.parts)
    rows = "".join(_row(one) for one in page.everyone)
    signatures = "".join(_signature(one) for one in page.everyone)
    return (
        f'<!DOCTYPE html><html lang="{page.language}"><head><meta charset="utf-8">'
        f"<title>{escape(page.title)}</title></head>"
        f'<body><div id="dates">{escape(page.dates)}<br>{escape(page.credit)}</div>'
        f'<h1>{escape(page.title)}</h1><p class="subtitle">{escape(page.subtitle)}</p>'
        f'<div class="faces">{faces}</div>{parts}'
        f'<h2 class="people">{escape(page.people_heading)}</h2>{rows}'
        f"<h2>{escape(page.copies_heading)}</h2><p>{escape(page.copies)}</p>"
        f"<h2>{escape(page.sign_heading)}</h2>{signatures}</body></html>"
    )


def css_source(page: LikePage) -> str:
    """Return the style sheet, the same for every plan; fonts are in fonts/ beside it."""
    style = page.style
    sizes = {
        "margin": f"{TOP}mm {RIGHT}mm {BOTTOM}mm {LEFT}mm", "paper": PAPERS["cream"], "ink": INK,
        "grey": GREY, "hair": HAIRLINE, "disc": DISC, "size": style.size, "pitch": style.pitch,
        "gap": style.gap, "title": style.title_size, "heading": style.heading_size,
        "sub": style.subtitle_size, "label": style.label_size, "foot": FOOT_SIZE, "small": style.size - 2,
        "disc_size": DISC_SIZE, "row_disc": ROW_DISC_SIZE, "inset": style.indent - 2,
    }  # fmt: skip
    return _CSS % sizes


_CSS = """
@font-face { font-family: Lexend; src: url(fonts/lexend.ttf); font-weight: 400 }
@font-face { font-family: Lexend; src: url(fonts/lexend-bold.ttf); font-weight: 700 }
@page { size: A4; margin: %(margin)s; background: %(paper)s;
  @bottom-left { content: element(dates); width: 75%%; vertical-align: top }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); vertical-align: top;
    font: %(foot)spt/4.5mm Lexend; color: %(grey)s } }
#dates { position: running(dates); font-size: %(foot)spt; line-height: 4.5mm; color: %(grey)s }
html { font-family: Lexend; font-size: %(size)spt; line-height: %(pitch)smm; color: %(ink)s;
  font-kerning: none; font-variant-ligatures: none; hyphens: none }
body, p, h1, h2 { margin: 0 }
h1 { font-size: %(title)spt; line-height: 12.4mm }
h2 { font-size: %(heading)spt; line-height: %(pitch)smm; margin-top: 6mm; break-after: avoid }
.subtitle { font-size: %(sub)spt; line-height: 7.8mm; color: %(grey)s }
.faces { display: flex; margin-top: 4mm }
.faces > div { flex: 1; text-align: center; font-size: %(label)spt; line-height: 5.5mm }
section { border-left: 2mm solid; padding-left: %(inset)smm; margin-top: calc(%(pitch)smm * 0.55);
  box-decoration-break: clone }
section h2 { margin: 0 }
section p { margin-top: calc(%(pitch)smm * 0.07); break-inside: avoid; color: %(ink)s }
section h2 + p { break-before: avoid }
.tied { white-space: nowrap }
.tied img { margin-left: %(gap)smm; vertical-align: middle }
h2 img { vertical-align: middle }
.disc { width: %(disc_size)smm; height: %(disc_size)smm; margin: 0 auto; border-radius: 50%%;
  background: %(disc)s; display: flex; align-items: center; justify-content: center }
.row .disc { width: %(row_disc)smm; height: %(row_disc)smm; margin: 0 5mm 0 0 }
.people { break-before: page }
.row, .sign { display: flex; align-items: center; break-inside: avoid }
.row { height: 21mm; line-height: 7.8mm; border-bottom: 0.2mm solid %(hair)s; box-sizing: border-box }
.row > p { width: 34%%; margin-right: 4mm }
.row b, .row > p { font-weight: 700 }
.row div p { font-size: %(small)spt }
.sign { height: 15mm; align-items: flex-end }
.sign p { font-size: %(small)spt; width: 36%% }
.sign p + p { font-size: 9pt; line-height: 4mm; color: %(grey)s; border-top: 0.3mm solid %(ink)s; width: 40%%;
  margin-right: 3mm }
.sign p + p + p { width: 20%%; margin-right: 0 }
"""


def _part(part: Part) -> str:
    sentences = "".join(f"<p>{''.join(_piece(piece) for piece in one)}</p>" for one in part.sentences)
    picture = _image(part.picture._replace(alt=part.heading))
    heading = f'<h2 style="color: {part.colour}">{picture} {escape(part.heading)}</h2>'
    return f'<section style="border-color: {part.colour}">{heading}{sentences}</section>'


def _piece(piece: Piece) -> str:
    if not piece.pictures:
        return escape(piece.words)
    pictures = "".join(_image(one) for one in piece.pictures)
    return f'<span class="tied">{escape(piece.words)}{pictures}</span>'


def _image(drawing: Drawing) -> str:
    size = f"width: {drawing.width:.3f}mm; height: {drawing.height:.3f}mm"
    return f'<img src="pictures/{drawing.file}" alt="{escape(drawing.alt)}" style="{size}">'


def _disc(one: Face) -> str:
    """A face in its disc. WeasyPrint tags every picture, so what only decorates needs an alt text here."""
    return f'<div class="disc">{_image(one.picture._replace(alt=one.name))}</div>'


def _row(one: Face) -> str:
    about = f"<p>{escape(one.about)}</p>" + (f"<p><b>{escape(one.phone)}</b></p>" if one.phone else "")
    return f'<div class="row">{_disc(one)}<p>{escape(one.name)}</p><div>{about}</div></div>'


def _signature(one: Face) -> str:
    return f'<div class="sign"><p>{escape(one.name)}</p><p>{SIGN_HERE}</p><p>{SIGN_DATE}</p></div>'

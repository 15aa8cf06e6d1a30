"""The like page as Typst source, written as somebody at home in Typst would write it."""

from benchmarks.like_page import DISC_SIZE, ROW_DISC_SIZE, Drawing, Face, LikePage, Part, Piece
from plans.layout.back import SIGN_DATE, SIGN_HERE
from plans.layout.style import (
    BOTTOM,
    DISC,
    FOOT_SIZE,
    GREY,
    HAIRLINE,
    INK,
    LEFT,
    PAPERS,
    RIGHT,
    TOP,
    baseline,
    x_height,
)

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\#[]*_`$<>@~-+=/'\""})


def typst_source(page: LikePage) -> str:
    """Return the source of one plan; pictures are in /pictures of the root folder."""
    parts = "\n".join(_part(part) for part in page.parts)
    faces = ", ".join(_face(one) for one in page.faces)
    rows = "\n".join(_row(one) for one in page.everyone)
    signatures = "\n".join(f"#signature[{_text(one.name)}]" for one in page.everyone)
    return f"""{_settings(page)}
{_FUNCTIONS % _places(page)}
= {_text(page.title)}
#subtitle[{_text(page.subtitle)}]
#faces({faces})
{parts}
#pagebreak()
#plain_heading[{_text(page.people_heading)}]
{rows}
#plain_heading[{_text(page.copies_heading)}]
#par[{_text(page.copies)}]
#plain_heading[{_text(page.sign_heading)}]
{signatures}
"""


def _settings(page: LikePage) -> str:
    """Fixed line pitch, greedy lines and no kerning, as on our page: it also spares Typst some work."""
    style, down = page.style, _baseline(page)
    return f"""#set document(title: [{_text(page.title)}])
#set page(paper: "a4", margin: (left: {LEFT}mm, right: {RIGHT}mm, top: {TOP}mm, bottom: {BOTTOM}mm),
  fill: rgb("{PAPERS["cream"]}"), footer-descent: 4mm, footer: {_footer(page)})
#set text(font: "Lexend", size: {style.size}pt, fill: rgb("{INK}"), lang: "{page.language[:2]}",
  region: "{page.language[3:]}", top-edge: {down:.3f}mm, bottom-edge: -{style.pitch - down:.3f}mm,
  kerning: false, ligatures: false, hyphenate: false)
#set par(leading: 0mm, spacing: {0.07 * style.pitch:.3f}mm, linebreaks: "simple")
#set image(fit: "stretch")"""


def _footer(page: LikePage) -> str:
    count = "context [Page #counter(page).display() of #counter(page).final().first()]"
    return (
        f'{{ set text(size: {FOOT_SIZE}pt, fill: rgb("{GREY}"), top-edge: 3.5mm, bottom-edge: -1mm); '
        f"[{_text(page.dates)} #h(1fr) #{count} \\ {_text(page.credit)}] }}"
    )


def _places(page: LikePage) -> dict[str, object]:
    style, down = page.style, _baseline(page)
    return {
        "middle": f"{down - style.pitch / 2:.3f}mm", "gap": f"{style.gap}mm", "pitch": f"{style.pitch}mm",
        "x_middle": f"{x_height(style.size) / 2:.3f}mm", "title": f"{style.title_size}pt",
        "heading": f"{style.heading_size}pt", "sub": f"{style.subtitle_size}pt",
        "label": f"{style.label_size}pt",
        "small": f"{style.size - 2}pt", "indent": f"{style.indent}mm", "grey": GREY, "hair": HAIRLINE,
        "disc": DISC, "disc_size": f"{DISC_SIZE}mm", "row_disc": f"{ROW_DISC_SIZE}mm", "ink": INK,
        "sign_here": SIGN_HERE, "sign_date": SIGN_DATE,
    }  # fmt: skip


_FUNCTIONS = """
#let picture(file, alt, width, height) = box(baseline: height / 2 - %(x_middle)s,
  image("/pictures/" + file, alt: alt, width: width, height: height))
#let drawing(file, width, height) = image("/pictures/" + file, width: width, height: height)
#let decoration(file, width, height) = pdf.artifact(drawing(file, width, height))
#let in_disc(disc, file, width, height) = pdf.artifact(circle(
  radius: disc / 2, fill: rgb("%(disc)s"), inset: 0mm, align(center + horizon, drawing(file, width, height))))
#let gap = h(%(gap)s)
#show heading.where(level: 1): it => block(below: 2mm,
  text(size: %(title)s, weight: "bold", top-edge: 0.8em, bottom-edge: -0.3em, it.body))
#show heading.where(level: 2): it => block(
  sticky: true, above: 0mm, below: 0mm, height: %(pitch)s, it.body)
#let subtitle(body) = par(text(
  size: %(sub)s, fill: rgb("%(grey)s"), top-edge: 5mm, bottom-edge: -2.8mm, body))
#let face(file, width, height, name) = align(center, {
  in_disc(%(disc_size)s, file, width, height)
  par(text(size: %(label)s, top-edge: 4mm, bottom-edge: -1.5mm, name))
})
#let faces(..all) = block(above: 4mm, below: 2mm,
  grid(columns: (1fr,) * all.pos().len(), column-gutter: 2mm, ..all.pos()))
#let section(colour, file, width, height, title, body) = block(above: 0.55 * %(pitch)s, below: 0mm,
  outset: (left: -1mm), stroke: (left: 2mm + colour), inset: (left: %(indent)s), {
    block(sticky: true, below: 0mm, grid(columns: 2, column-gutter: %(gap)s * 1.6, align: horizon,
      decoration(file, width, height),
      heading(level: 2, text(size: %(heading)s, weight: "bold", fill: colour, title))))
    body
  })
#let sentence(body) = block(breakable: false, above: 0.07 * %(pitch)s, below: 0mm, par(body))
#let plain_heading(body) = {
  v(6mm, weak: true)
  heading(level: 2, text(size: %(heading)s, weight: "bold", body))
}
#let row(file, width, height, name, about, phone) = block(breakable: false, width: 100%%, height: 21mm,
  above: 0mm, below: 0mm, stroke: (bottom: 0.2mm + rgb("%(hair)s")), {
    set text(top-edge: 5mm, bottom-edge: -2.8mm)
    grid(columns: (%(row_disc)s, 34%%, 1fr), column-gutter: 5mm, rows: 100%%, align: left + horizon,
      in_disc(%(row_disc)s, file, width, height), par(strong(name)),
      { par(text(size: %(small)s, about)); if phone != none { par(strong(phone)) } })
  })
#let rule(caption) = { pdf.artifact(line(length: 100%%, stroke: 0.3mm + rgb("%(ink)s")))
  par(text(size: 9pt, fill: rgb("%(grey)s"), top-edge: 3.5mm, bottom-edge: -0.5mm, caption)) }
#let signature(name) = block(breakable: false, height: 15mm, above: 0mm, below: 0mm, grid(
  columns: (36%%, 41%%, 1fr), column-gutter: 3mm, align: bottom, par(text(size: %(small)s, name)),
  rule[%(sign_here)s], rule[%(sign_date)s]))
"""


def _part(part: Part) -> str:
    sentences = "\n".join(f"#sentence[{''.join(_piece(piece) for piece in one)}]" for one in part.sentences)
    picture = f'"{part.picture.file}", {_size(part.picture)}'
    return f'#section(rgb("{part.colour}"), {picture}, [{_text(part.heading)}])[\n{sentences}\n]'


def _piece(piece: Piece) -> str:
    if not piece.pictures:
        return _text(piece.words)
    pictures = "#gap".join(_picture(one) for one in piece.pictures)
    return f"#box[{_text(piece.words)}#gap{pictures}]"


def _picture(drawing: Drawing) -> str:
    return f'#picture("{drawing.file}", "{drawing.alt}", {_size(drawing)})'


def _face(one: Face) -> str:
    return f'face("{one.picture.file}", {_size(one.picture)}, [{_text(one.name)}])'


def _row(one: Face) -> str:
    phone = f"[{_text(one.phone)}]" if one.phone else "none"
    picture = f'"{one.picture.file}", {_size(one.picture)}'
    return f"#row({picture}, [{_text(one.name)}], [{_text(one.about)}], {phone})"


def _size(drawing: Drawing) -> str:
    return f"{drawing.width:.3f}mm, {drawing.height:.3f}mm"


def _baseline(page: LikePage) -> float:
    return baseline(page.style.pitch, page.style.size)


def _text(words: str) -> str:
    return words.translate(_MARKS)

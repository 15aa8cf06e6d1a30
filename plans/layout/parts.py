"""What every arrangement shares: sizes of pictures, headings, labels, and the space for drawing."""

from dataclasses import dataclass, field, replace

from plans.document_type import SectionType
from plans.layout.breaking import PictureSize, Setter
from plans.layout.measure import Measure
from plans.layout.page import HEADING, LABEL, Box, Picture, moved
from plans.layout.pictures import PictureBook
from plans.layout.strips import Strip
from plans.layout.style import GREY, HAIRLINE, INK, Style
from plans.model import Phrase


@dataclass(frozen=True)
class Desk:
    """What a page is set with: measure, style and pictures."""

    measure: Measure
    style: Style
    book: PictureBook
    _setters: dict[tuple[float, bool, str, float], Setter] = field(default_factory=dict)

    def setter(self, *, size: float = 0.0, bold: bool = False, colour: str = INK, pitch: float = 0.0) -> Setter:
        """Return a setter for lines of text; sizes default to those of sentences.

        The same wishes get the same setter, which knows the words it has met.
        """
        wishes = (size, bold, colour, pitch)
        if wishes not in self._setters:
            style = replace(self.style, pitch=pitch) if pitch else self.style
            inline = fitted(self.book, style.picture_width, style.picture_height)
            self._setters[wishes] = Setter(self.measure, style, inline, size or style.size, bold, colour)
        return self._setters[wishes]


def fitted(book: PictureBook, width: float, height: float) -> PictureSize:
    """Return a function that gives a picture’s width, height and alt text when it fills this room."""
    known: dict[str, tuple[float, float, str]] = {}

    def size(key: str) -> tuple[float, float, str]:
        if key not in known:
            wide, tall = book.shape(key)
            scale = min(width / wide, height / tall)
            known[key] = (wide * scale, tall * scale, book.alt(key))
        return known[key]

    return size


def heading_strips(desk: Desk, section: SectionType) -> list[Strip]:
    """Return a section’s heading with its picture, in its colour; a long one takes more lines."""
    style, colour = desk.style, desk.style.section_colour(section.colour)
    width, height, _ = fitted(desk.book, style.picture_width, style.picture_height)(section.picture)
    picture = Picture(style.body_left, (style.pitch - height) / 2, width, height, section.picture, "")
    indent = width + style.gap * 1.6
    setter = desk.setter(size=style.heading_size, bold=True, colour=colour)
    lines = setter.lines((Phrase(section.heading),), style.body_left + indent, style.body_width - indent)
    first, *others = [line.runs for line in lines]
    strips = [Strip(HEADING, section.id, style.pitch, (picture, *first), style.pitch * 0.55, colour, keep=True)]
    return strips + [Strip(HEADING, section.id, style.pitch, runs, bar=colour, keep=True) for runs in others]


def frame_strip(desk: Desk, identity: str, bar: str, caption: str) -> Strip:
    """Return an empty frame that the child can draw in, with its caption."""
    style, height = desk.style, 46.0
    setter = desk.setter(size=style.label_size, colour=GREY, pitch=7.0)
    (line, *_) = setter.lines((Phrase(caption),), style.body_left + 3, style.body_width)
    caption_runs = tuple(moved(run, 0, 3.0) for run in line.runs)
    frame = Box(style.body_left, 1.5, style.body_width, height - 1.5, stroke=HAIRLINE, line=0.6, radius=3)
    return Strip(LABEL, f"{identity}-frame", height, caption_runs, gap=2.0, bar=bar, behind=(frame,))

"""Sizes and colours of the page, worked out from the plan’s page settings.

Lengths are millimetres, type sizes points. Everything grows with the type size.
"""

from dataclasses import dataclass

from plans.layout.page import A4_WIDTH, MM_PER_POINT, Box
from plans.model import PageSettings

INK, GREY, HAIRLINE = "#1d1d1b", "#5f5a52", "#d9d2c3"
DISC = "#f3e9cf"
PAPERS = {"cream": "#fffcf4", "white": "#ffffff"}
# Each passes 4.5 : 1 on cream and on white, and each heading has its words and a picture too.
SECTION_COLOURS = {
    "green": "#2a7560", "orange": "#b14d17", "purple": "#5a4a9f", "blue": "#1c68a8",
    "red": "#b3343a", "teal": "#0b6b75", "brown": "#7a5230", "pink": "#a8336e",
}  # fmt: skip

LEFT, RIGHT, TOP, BOTTOM = 20.0, 20.0, 17.0, 20.0
FOOT_SIZE = 9.0
_SIZE_OF_MOCK_UP = 15.0


@dataclass(frozen=True)
class Style:
    """How large and how far apart things are on this plan’s pages."""

    size: float
    pitch: float
    picture_height: float
    picture_width: float
    gap: float
    title_size: float
    heading_size: float
    subtitle_size: float
    label_size: float
    left: float = LEFT
    width: float = A4_WIDTH - LEFT - RIGHT
    indent: float = 7.0
    line_art: bool = False

    def section_colour(self, name: str) -> str:
        """A section’s colour; black on a sheet for copying."""
        return INK if self.line_art else SECTION_COLOURS[name]

    def disc(self, x: float, y: float, size: float) -> Box:
        """The round ground of a face; only its rim on a sheet for copying."""
        if self.line_art:
            return Box(x, y, size, size, stroke=HAIRLINE, line=0.3, radius=size / 2)
        return Box(x, y, size, size, fill=DISC, radius=size / 2)

    @property
    def body_left(self) -> float:
        """Left edge of sentences, right of the section bar."""
        return self.left + self.indent

    @property
    def body_width(self) -> float:
        """How long a line of a sentence may be."""
        return self.width - self.indent


def style_of(settings: PageSettings) -> Style:
    """Return the style for a type size of 14–24 points."""
    grown = settings.type_size / _SIZE_OF_MOCK_UP
    return Style(
        size=float(settings.type_size),
        pitch=10.4 * grown,
        picture_height=8.0 * grown,
        picture_width=11.0 * grown,
        gap=1.2 * grown,
        title_size=min(27.0 * grown, 34.0),
        heading_size=settings.type_size + 1.0,
        subtitle_size=settings.type_size - 1.0,
        label_size=max(settings.type_size - 4.0, 11.0),
        line_art=settings.line_art,
    )


def grown_up_style() -> Style:
    """Return the style of a document for grown-ups: 12 points, lines close together."""
    return Style(
        size=12.0,
        pitch=6.3,
        picture_height=6.0,
        picture_width=8.0,
        gap=1.0,
        title_size=21.0,
        heading_size=14.0,
        subtitle_size=12.0,
        label_size=12.0,
    )


def manager_style() -> Style:
    """Return the style of the page for the team manager: small, for one sheet and grown-up eyes."""
    return Style(
        size=9.5,
        pitch=4.7,
        picture_height=5.0,
        picture_width=7.0,
        gap=0.8,
        title_size=16.0,
        heading_size=11.0,
        subtitle_size=9.5,
        label_size=9.5,
    )


def x_height(size: float) -> float:
    """Return the height in millimetres of a small letter of Lexend."""
    return 0.525 * size * MM_PER_POINT


def baseline(height: float, size: float) -> float:
    """Return how far under the top of a strip the baseline stands, so that the words look centred."""
    return height / 2 + x_height(size) / 2 + 0.035 * size * MM_PER_POINT

"""How wide text is, asked of the font itself: the only place that measures.

Latin letters are summed from the kit, without kerning, just as PDF and preview place them.
Other scripts are shaped by HarfBuzz, just as fpdf2 shapes them.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol

from plans.layout.fonts import (
    BOLD,
    OTHER_SCRIPTS,
    REGULAR,
    FontKit,
    font_kit,
    script_file,
    script_letters,
)
from plans.layout.page import MM_PER_POINT

if TYPE_CHECKING:
    import uharfbuzz

# Marks that join or direct letters and have no shape of their own.
_SHAPELESS = frozenset({0x200C, 0x200D, 0x200E, 0x200F, 0xAD})


class Measure(Protocol):
    """What the layout asks of a font."""

    def face(self, text: str, *, bold: bool = False) -> str:
        """Return the face that draws all of the text, or "" where none does."""

    def width(self, text: str, size: float, face: str) -> float:
        """Return the width in millimetres of text set at `size` points."""


class FontMeasure:
    """Measures with the real fonts; keeps the widths of words it has met."""

    def __init__(self) -> None:
        self._kits: dict[str, FontKit] = {face: font_kit(face) for face in (REGULAR, BOLD)}
        self._letters = {face: frozenset(map(chr, kit.widths)) for face, kit in self._kits.items()}
        # Words are remembered here and not in the module, so that they go when this measure goes.
        self._latin = lru_cache(maxsize=20_000)(self._latin_width)
        self._shaped = lru_cache(maxsize=2_000)(_shaped_width)

    def face(self, text: str, *, bold: bool = False) -> str:
        """Return the face that draws all of the text, or "" where none does."""
        face = BOLD if bold else REGULAR
        return face if self._letters[face].issuperset(text) else _other_face(text)

    def width(self, text: str, size: float, face: str) -> float:
        """Return the width in millimetres of text set at `size` points."""
        thousandths = self._latin(text, face) if face in self._kits else self._shaped(text, face)
        return thousandths / 1000 * size * MM_PER_POINT

    def _latin_width(self, text: str, face: str) -> float:
        widths = self._kits[face].widths
        return sum(widths[ord(letter)] for letter in text)


def faced_pieces(measure: Measure, text: str, *, bold: bool) -> list[tuple[str, str]]:
    """Return a word as pieces that one face can draw, each with its face; mostly one piece."""
    whole = measure.face(text, bold=bold)
    if whole:
        return [(text, whole)]
    pieces: list[tuple[str, str]] = []
    for letter in text:
        face = measure.face(letter, bold=bold) or (pieces[-1][1] if pieces else REGULAR)
        if pieces and measure.face(pieces[-1][0] + letter, bold=bold) == pieces[-1][1]:
            pieces[-1] = (pieces[-1][0] + letter, pieces[-1][1])
        else:
            pieces.append((letter, face))
    return pieces


def undrawable_letters(text: str) -> str:
    """Return the letters of a text that none of the fonts draws."""
    known = font_kit(REGULAR).widths
    return "".join(letter for letter in text if ord(letter) not in known and not _other_face(letter))


def _other_face(text: str) -> str:
    letters = {ord(letter) for letter in text} - _SHAPELESS
    return next((face for face in OTHER_SCRIPTS if letters <= script_letters(face)), "")


def _shaped_width(text: str, face: str) -> float:
    import uharfbuzz

    font = _shaper(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(place.x_advance for place in buffer.glyph_positions or ()) * 1000 / font.face.upem)


@cache
def _shaper(face: str) -> "uharfbuzz.Font":
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(script_file(face)))))

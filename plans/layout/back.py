"""The end of the plan: who is who, who has a copy, and space to sign."""

from plans.layout.page import HEADING, LABEL, SENTENCE, Box, Picture, Run, moved
from plans.layout.parts import Desk, fitted
from plans.layout.strips import Strip
from plans.layout.style import GREY, HAIRLINE, INK
from plans.model import Child, Person, Phrase, Plan

WHO_IS_WHO, COPIES, SIGN = "Who is who", "Who has a copy", "We have read this plan together"
SIGN_HERE, SIGN_DATE = "Sign here", "Date"
_DISC = 16.0
_ROW = 18.6
_TALLEST = 120.0


def back_strips(desk: Desk, plan: Plan) -> list[Strip]:
    """Return the people page, the list of copies and the signature lines."""
    return [*_people(desk, plan), *_copies(desk, plan), *_signatures(desk, plan)]


def _people(desk: Desk, plan: Plan) -> list[Strip]:
    people = [one for one in plan.everyone if isinstance(one, Child) or one.takes_part]
    if not people:
        return []
    rows = [strip for one in people for strip in _person(desk, one)]
    return [*_heading(desk, WHO_IS_WHO, new_page=True), *rows]


def _person(desk: Desk, one: Child | Person) -> list[Strip]:
    style = desk.style
    key = f"person:{one.id}"
    wide, tall, _ = fitted(desk.book, _DISC * 0.78, _DISC * 0.78)(key)
    left, half = style.left + _DISC + 5, style.width * 0.34
    room = style.width - _DISC - half - 9
    name = _column(desk, one.name, left, half, bold=True)
    told = _stacked(_column(desk, _about(one), left + half + 4, room), _phone(desk, one, left + half + 4, room))
    height = max(_ROW, name[1] + 3, told[1] + 3)
    face = Picture(style.left + (_DISC - wide) / 2, (height - tall) / 2, wide, tall, key, "")
    runs = (face, *_centred(name, height), *_centred(told, height))
    if height > _TALLEST:
        return _long_person(desk, one)
    disc = style.disc(style.left, (height - _DISC) / 2, _DISC)
    rule = Box(style.left, height - 0.2, style.width, 0.2, fill=HAIRLINE)
    return [Strip(SENTENCE, f"person-{one.id}", height, runs, behind=(disc, rule))]


def _long_person(desk: Desk, one: Child | Person) -> list[Strip]:
    """Somebody with more words than a row can hold: told line by line, so that it can go on overleaf."""
    style, phone = desk.style, one.printed_phone if isinstance(one, Person) else ""
    told = ". ".join(part for part in (one.name, _about(one), phone) if part)
    lines = desk.setter().lines((Phrase(told, (f"person:{one.id}",)),), style.left, style.width)
    return [Strip(SENTENCE, f"person-{one.id}", style.pitch, line.runs) for line in lines]


def _about(one: Child | Person) -> str:
    if isinstance(one, Child):
        return "" if one.age is None else f"{one.age} years old" if one.age != 1 else "1 year old"
    return " · ".join(part for part in (one.full_name, one.role) if part)


def _phone(desk: Desk, one: Child | Person, left: float, room: float) -> "Column":
    """A phone number on one line of its own: parted over two lines it could be read as two."""
    if isinstance(one, Child) or not one.printed_phone:
        return [], 0.0
    runs, used = _column(desk, one.printed_phone, left, 1000, bold=True)
    return (
        (runs, used)
        if runs[-1].x + runs[-1].width <= left + room
        else _column(desk, one.printed_phone, left, room, bold=True)
    )


def _stacked(above: "Column", below: "Column") -> "Column":
    return [*above[0], *(moved(run, 0, above[1]) for run in below[0])], above[1] + below[1]


Column = tuple[list[Run], float]


def _column(desk: Desk, text: str, left: float, width: float, *, bold: bool = False) -> Column:
    pitch = desk.style.size * 0.52
    size = desk.style.size if bold else desk.style.size - 2
    lines = desk.setter(size=size, bold=bold, pitch=pitch).lines((Phrase(text),), left, width)
    runs: list[Run] = [moved(run, 0, number * pitch) for number, line in enumerate(lines) for run in line.runs]
    return runs, len(lines) * pitch


def _centred(column: Column, height: float) -> list[Run]:
    runs, used = column
    return [moved(run, 0, (height - used) / 2) for run in runs]


def _copies(desk: Desk, plan: Plan) -> list[Strip]:
    if not plan.copies:
        return []
    style = desk.style
    lines = desk.setter(pitch=style.pitch * 0.8).lines((Phrase(", ".join(plan.copies) + "."),), style.left, style.width)
    listed = [Strip(SENTENCE, "#copies", style.pitch * 0.8, line.runs) for line in lines]
    return [*_heading(desk, COPIES), *listed]


def _signatures(desk: Desk, plan: Plan) -> list[Strip]:
    names = [one.name for one in plan.everyone if isinstance(one, Child) or one.takes_part]
    if not names:
        return []
    rows = [strip for number, name in enumerate(names) for strip in signature_strips(desk, number, name)]
    return [*_heading(desk, SIGN), *rows]


def signature_strips(desk: Desk, number: int, name: str) -> list[Strip]:
    """A name with a line to sign on and a line for the date; a name too long for its column stands above."""
    style, height = desk.style, 11.5
    sign_at, date_at = style.left + style.width * 0.45, style.left + style.width * 0.82
    runs, used = _column(desk, name, style.left, style.width * 0.43)
    above: list[Strip] = []
    if used > _TALLEST:
        lines = desk.setter().lines((Phrase(name),), style.left, style.width)
        above = [Strip(LABEL, f"sign-{number}", style.pitch, line.runs) for line in lines]
        runs, used = [], 0.0
    height = max(height, used + 4)
    words = [moved(run, 0, height - used - 1) for run in runs]
    small = desk.setter(size=9, colour=GREY, pitch=4.0)
    for caption, x in ((SIGN_HERE, sign_at), (SIGN_DATE, date_at)):
        (line, *_) = small.lines((Phrase(caption),), x, 60)
        words += [moved(run, 0, height - 0.5) for run in line.runs]
    rules = (
        Box(sign_at, height - 1, date_at - sign_at - 5, 0.3, fill=INK),
        Box(date_at, height - 1, style.left + style.width - date_at, 0.3, fill=INK),
    )
    return [*above, Strip(LABEL, f"sign-{number}", height + 3.5, tuple(words), behind=rules)]


def _heading(desk: Desk, text: str, *, new_page: bool = False) -> list[Strip]:
    style = desk.style
    setter = desk.setter(size=style.heading_size + 1, bold=True)
    first, *others = [line.runs for line in setter.lines((Phrase(text),), style.left, style.width)]
    gap = style.pitch * 0.7
    strips = [Strip(HEADING, f"#{text}", style.pitch, first, gap, keep=True, new_page=new_page)]
    return strips + [Strip(HEADING, f"#{text}", style.pitch, runs, keep=True) for runs in others]

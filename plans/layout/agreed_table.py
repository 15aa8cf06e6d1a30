"""The table of an agreement: a row for each worry, or for each promise, and nothing agreed left out of it."""

from collections.abc import Iterator, Sequence, Set

from plans.agreed_words import (
    first_up,
    help_text,
    name_of,
    point_text,
    promise_time,
    promise_with_name,
    worry_paragraphs,
)
from plans.agreeing import points_of
from plans.document_type import CELLS, Part
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.layout.table import Column, Paragraphs, Row, table_strips
from plans.model import Plan, Promise, Worry

ALSO = "Also agreed"


def agreed_table_strips(desk: Desk, plan: Plan, part: Part) -> list[Strip]:
    """Return a table’s strips, or none where no row holds anything."""
    columns = [Column(column.head, column.share) for column in part.columns]
    rows = [row for row in _rows(plan, part) if any(row)]
    return table_strips(desk, part.id, columns, rows) if rows else []


def _rows(plan: Plan, part: Part) -> Iterator[Row]:
    if part.rows == "promises":
        yield from (_row(plan, part, None, (promise,), set()) for promise in plan.promises)
        return
    for worry in plan.worries:
        promises = [one for one in plan.promises if one.worry == worry.id]
        yield _row(plan, part, worry, promises, {worry.id})
    yield from _row_of_the_rest(plan, part)


def _row_of_the_rest(plan: Plan, part: Part) -> Iterator[Row]:
    """Promises and points that answer no worry of the plan, in a last row: nothing agreed may be lost."""
    worries = {one.id for one in plan.worries}
    others = {*(one.worry for one in plan.promises), *(one.worry for one in plan.points)} - worries
    row = _row(plan, part, None, [one for one in plan.promises if one.worry in others], others)
    if any(row):
        yield tuple(
            (ALSO,) if "worry" in column.shows else cell for column, cell in zip(part.columns, row, strict=True)
        )


def _row(plan: Plan, part: Part, worry: Worry | None, promises: Sequence[Promise], answered: Set[str]) -> Row:
    return tuple(
        tuple(text for name in column.shows for text in _cell(plan, name, worry, promises, answered))
        for column in part.columns
    )


def _cell(plan: Plan, name: str, worry: Worry | None, promises: Sequence[Promise], answered: Set[str]) -> Paragraphs:
    if name not in CELLS:
        return tuple(point_text(plan, one) for one in points_of(plan, name) if one.worry in answered)
    if name == "worry":
        return worry_paragraphs(plan, worry) if worry else ()
    said = {one.id: _of_promise(plan, name, one) for one in promises}
    if name in ("help", "shown") and len(promises) > 1:
        return tuple(f"{name_of(plan, one.who)}: {said[one.id]}".lstrip(": ") for one in promises if said[one.id])
    return tuple(text for text in said.values() if text)


def _of_promise(plan: Plan, name: str, promise: Promise) -> str:
    return {
        "promises": promise_with_name(plan, promise),
        "help": help_text(promise),
        "shown": promise.shown,
        "who": name_of(plan, promise.who),
        "what": first_up(promise.text),
        "when": first_up(promise_time(promise)),
    }[name]

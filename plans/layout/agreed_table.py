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
from plans.layout.table import Column, Group, Paragraphs, Row, table_strips
from plans.model import Plan, Promise, Worry

ALSO = "Also agreed"
_BESIDE_PROMISES = {"help", "shown"}


def agreed_table_strips(desk: Desk, plan: Plan, part: Part) -> list[Strip]:
    """Return a table’s strips, or none where no row holds anything."""
    columns = [Column(column.head, column.share) for column in part.columns]
    groups = [group for group in _groups(plan, part) if any(map(any, group))]
    return table_strips(desk, part.id, columns, groups) if groups else []


def _groups(plan: Plan, part: Part) -> Iterator[Group]:
    if part.rows == "promises":
        yield from ((_row(plan, part, None, (promise,), set()),) for promise in plan.promises)
        return
    for worry in plan.worries:
        promises = [one for one in plan.promises if one.worry == worry.id]
        yield _group(plan, part, worry, promises, {worry.id})
    yield from _group_of_the_rest(plan, part)


def _group_of_the_rest(plan: Plan, part: Part) -> Iterator[Group]:
    """Promises and points that answer no worry of the plan, in last rows: nothing agreed may be lost."""
    worries = {one.id for one in plan.worries}
    others = {*(one.worry for one in plan.promises), *(one.worry for one in plan.points)} - worries
    group = _group(plan, part, None, [one for one in plan.promises if one.worry in others], others)
    if any(map(any, group)):
        (first, *more) = group
        beside = zip(part.columns, first, strict=True)
        yield (tuple((ALSO,) if "worry" in column.shows else cell for column, cell in beside), *more)


def _group(plan: Plan, part: Part, worry: Worry | None, promises: Sequence[Promise], answered: Set[str]) -> Group:
    """The rows of a worry: one for each promise where help or a test stands beside it, then what holds for all."""
    beside = {name for column in part.columns if "promises" not in column.shows for name in column.shows}
    if not _BESIDE_PROMISES & beside:
        return (_row(plan, part, worry, promises, answered),)
    rows = [_row(plan, part, worry, (promise,), set()) for promise in promises]
    rest = _row(plan, part, worry, (), answered)
    told = rest if "worry" not in part.columns[0].shows else rest[1:]
    rows += [rest] if any(told) or not rows else []
    return tuple(rows)


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
    return tuple(text for one in promises if (text := _of_promise(plan, name, one)))


def _of_promise(plan: Plan, name: str, promise: Promise) -> str:
    return {
        "promises": promise_with_name(plan, promise),
        "help": help_text(promise),
        "shown": promise.shown,
        "who": name_of(plan, promise.who),
        "what": first_up(promise.text),
        "when": first_up(promise_time(promise)),
    }[name]

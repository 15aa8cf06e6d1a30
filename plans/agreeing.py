"""Changes to what the grown-ups agree: worries, promises, points and their links. Plan in, plan out."""

from dataclasses import replace
from typing import TypeVar

from plans.model import Link, Plan, Point, Promise, Worry

UNPLACED = "unplaced"  # the part of points that nobody has found a place for yet
Agreed = Worry | Promise | Point
One = TypeVar("One", Worry, Promise, Point)


def with_worry(plan: Plan, worry: Worry) -> Plan:
    """Return the plan with this worry added, or changed where the id is known."""
    return replace(plan, worries=_put(plan.worries, worry))


def with_promise(plan: Plan, promise: Promise) -> Plan:
    """Return the plan with this promise added, or changed where the id is known."""
    return replace(plan, promises=_put(plan.promises, promise))


def with_point(plan: Plan, point: Point) -> Plan:
    """Return the plan with this point added, or changed where the id is known."""
    return replace(plan, points=_put(plan.points, point))


def without_worry(plan: Plan, identity: str) -> Plan:
    """Return the plan without a worry; the promises and points that answered it stay and answer none."""
    return replace(
        plan,
        worries=_without(plan.worries, identity),
        promises=tuple(replace(one, worry="") if one.worry == identity else one for one in plan.promises),
        points=tuple(replace(one, worry="") if one.worry == identity else one for one in plan.points),
    )


def without_promise(plan: Plan, identity: str) -> Plan:
    """Return the plan without a promise; the child’s sentences that told it stay."""
    return replace(plan, promises=_without(plan.promises, identity))


def without_point(plan: Plan, identity: str) -> Plan:
    """Return the plan without a point."""
    return replace(plan, points=_without(plan.points, identity))


def without_anyone(plan: Plan, identity: str) -> Plan:
    """Return the plan with a person gone from the agreement; what they promised stays, without a name."""
    return replace(
        plan,
        worries=tuple(
            replace(one, who=_others(one.who, identity), disagrees=_others(one.disagrees, identity))
            for one in plan.worries
        ),
        promises=tuple(
            replace(one, who=_kept(one.who, identity), offered_by=_kept(one.offered_by, identity))
            for one in plan.promises
        ),
        points=tuple(
            replace(one, who=_kept(one.who, identity), phone_of=_kept(one.phone_of, identity)) for one in plan.points
        ),
        private=replace(
            plan.private, harmed=_others(plan.private.harmed, identity), harms=_others(plan.private.harms, identity)
        ),
    )


def without_blanks(plan: Plan) -> Plan:
    """Return the plan without worries, promises and points that nobody has written anything in yet."""
    return replace(
        plan,
        worries=tuple(one for one in plan.worries if _says(one.text, one.child_says)),
        promises=tuple(
            one for one in plan.promises if _says(one.text, one.when, one.hindrance, one.help, one.shown) or one.by
        ),
        points=tuple(one for one in plan.points if _says(one.text)),
    )


def _says(*texts: str) -> bool:
    return any(text.strip() for text in texts)


def placed(plan: Plan, identity: str, place: str) -> Plan:
    """Return the plan with a point moved to another place: worries, promises, or a part of points. Its words stay."""
    point = next((one for one in plan.points if one.id == identity), None)
    if point is None:
        return plan
    if place == "worries":
        worry = Worry(free_agreed_id(plan, "w"), point.text, links=point.links)
        return with_worry(without_point(plan, identity), worry)
    if place == "promises":
        promise = Promise(
            free_agreed_id(plan, "p"), point.who, point.text, by=point.by, worry=point.worry, links=point.links
        )
        return with_promise(without_point(plan, identity), promise)
    return with_point(plan, replace(point, part=place))


def points_of(plan: Plan, *parts: str) -> tuple[Point, ...]:
    """Return the points of some parts, in the order in which they were written."""
    return tuple(one for one in plan.points if one.part in parts)


def everything_agreed(plan: Plan) -> tuple[Agreed, ...]:
    """Return the worries, then the promises, then the points."""
    everything: tuple[Agreed, ...] = (*plan.worries, *plan.promises, *plan.points)
    return everything


def agreed_with_id(plan: Plan, identity: str) -> Agreed | None:
    """Return the worry, promise or point of an id."""
    return next((one for one in everything_agreed(plan) if one.id == identity), None)


def free_agreed_id(plan: Plan, letter: str) -> str:
    """Return an id that no worry (w), promise (p) or point (x) has yet: w1, p1, x1, …"""
    taken = {one.id for one in everything_agreed(plan)}
    numbers = range(1, len(taken) + 2)
    return next(name for number in numbers if (name := f"{letter}{number}") not in taken)


def with_link(plan: Plan, identity: str, sentence: str) -> Plan:
    """Return the plan in which a child’s sentence tells this worry, promise or point, as both are worded now."""
    told = next((one.text for part in plan.sections for one in part.sentences if one.id == sentence), "")
    found = agreed_with_id(plan, identity)
    if found is None:
        return plan
    others = tuple(link for link in found.links if link.sentence != sentence)
    return _with_links(plan, found, (*others, Link(sentence, found.text, told)))


def without_link(plan: Plan, identity: str, sentence: str) -> Plan:
    """Return the plan in which a child’s sentence no longer tells this worry, promise or point."""
    found = agreed_with_id(plan, identity)
    if found is None:
        return plan
    return _with_links(plan, found, tuple(link for link in found.links if link.sentence != sentence))


def _with_links(plan: Plan, found: Agreed, links: tuple[Link, ...]) -> Plan:
    if isinstance(found, Worry):
        return with_worry(plan, replace(found, links=links))
    if isinstance(found, Promise):
        return with_promise(plan, replace(found, links=links))
    return with_point(plan, replace(found, links=links))


def _put(those: tuple[One, ...], one: One) -> tuple[One, ...]:
    if any(other.id == one.id for other in those):
        return tuple(one if other.id == one.id else other for other in those)
    return those + (one,)  # noqa: RUF005 – mypy follows the types of this form only


def _without(those: tuple[One, ...], identity: str) -> tuple[One, ...]:
    return tuple(one for one in those if one.id != identity)


def _others(ids: tuple[str, ...], identity: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != identity)


def _kept(one: str, identity: str) -> str:
    return "" if one == identity else one

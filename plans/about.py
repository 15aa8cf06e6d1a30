"""A document about one thing of the plan: one person’s promise, or one person’s own plan."""

from dataclasses import replace
from functools import cache

from plans.agreed_words import full_name, promise_with_name
from plans.agreeing import points_of
from plans.document_type import DocumentType, document_type_ids, load_document_type
from plans.errors import PlanFileBroken
from plans.model import Child, Person, Plan, Point, Private, Promise, Worry
from plans.statements import worker_of

# Parts of an undertaking that hold for it alone, and need not say whose they are.
_OF_THE_MOMENT = ("emergency", "judgement")
# Parts that are always somebody’s: without a name it might be anybody who said it.
_SOMEBODYS = ("not_agreed", "needs")


def subjects(plan: Plan, kind: DocumentType) -> dict[str, str]:
    """Return what such a document can be about: ids with their words, the likeliest first; nothing for a whole plan."""
    if kind.about == "promise":
        known = {one.id for one in plan.people}
        told = [one for one in plan.promises if one.who in known and one.text.strip()]
        return {one.id: promise_with_name(plan, one) for one in told}
    if kind.about == "person":
        with_points = {one.who for one in points_of(plan, *kind.point_parts)}
        return {one.id: full_name(one) for one in plan.everyone if one.id in with_points}
    return {}


def narrowed(plan: Plan, kind: DocumentType, about: str = "") -> Plan:
    """Return the plan with only what such a document is about; the first that there is, where nothing is chosen.

    Of a promise only that promise, its worry and what is said of its person stay; of a person only their own points.
    So nothing that others said can stand on somebody’s own paper.

    Raises:
        PlanFileBroken: there is no such promise or person to be about.
    """
    if not kind.about:
        return plan
    found = subjects(plan, kind)
    if about and about not in found:
        raise PlanFileBroken(f"A {kind.name.lower()} cannot be about “{about[:40]}”. It can be: {', '.join(found)}.")
    about = about or next(iter(found), "")
    return _one_promise(plan, kind, about) if kind.about == "promise" else _one_person(plan, about)


@cache
def own_parts() -> frozenset[str]:
    """Return the parts of points that only somebody’s own paper shows."""
    kinds = [load_document_type(name) for name in document_type_ids()]
    own = {part for kind in kinds if kind.about == "person" for part in kind.point_parts}
    return frozenset(own - {part for kind in kinds if kind.about != "person" for part in kind.point_parts})


def without_own_papers(plan: Plan) -> Plan:
    """Return the plan without what stands on somebody’s own paper, who is harmed, the answers, and overrides."""
    own = own_parts()
    points = tuple(one for one in plan.points if one.part not in own)
    return replace(plan, answers=(), private=Private(), overrides=(), points=points)


def handed_on(plan: Plan, own_of: str = "") -> Plan:
    """Return the plan as others may have it: also without numbers that may not be printed.

    `own_of` is whose own safety plan goes with it; nobody else’s ever does.
    """
    own = own_parts()
    points = tuple(one for one in plan.points if one.part not in own or (own_of and one.who == own_of))
    people = tuple(one if one.phone_printed else replace(one, phone="") for one in plan.people)
    return replace(without_own_papers(plan), points=points, people=people)


def subject_of(plan: Plan, kind: DocumentType) -> Child | Person | None:
    """Return whom a narrowed plan’s document is about."""
    told = plan.promises if kind.about == "promise" else plan.points if kind.about else ()
    return next((one for one in plan.everyone if told and one.id == told[0].who), None)


def signers(plan: Plan, kind: DocumentType) -> tuple[Child | Person, ...]:
    """Return who signs: every grown-up who takes part; on one’s own paper that person, with the worker of a promise."""
    if not kind.about:
        return tuple(one for one in plan.people if one.takes_part)
    worker = worker_of(plan) if kind.about == "promise" else None
    return tuple(one for one in dict.fromkeys((subject_of(plan, kind), worker)) if one is not None)


def _one_promise(plan: Plan, kind: DocumentType, about: str) -> Plan:
    promise = next((one for one in plan.promises if one.id == about), None)
    if promise is None:
        return replace(plan, worries=(), promises=(), points=())
    return replace(
        plan,
        worries=tuple(_without_others(one, promise.who) for one in plan.worries if one.id == promise.worry),
        promises=(promise,),
        points=tuple(one for one in plan.points if _belongs(plan, kind, one, promise)),
    )


def _without_others(worry: Worry, who: str) -> Worry:
    """A worry without what the child and others said of it: they did not say it to this person."""
    return replace(worry, who=(), child_says="", disagrees=tuple(one for one in worry.disagrees if one == who))


def _belongs(plan: Plan, kind: DocumentType, point: Point, promise: Promise) -> bool:
    """Whether a point is about this promise; what names nobody counts where the whole plan is the undertaking."""
    if point.who:
        return point.who == promise.who
    if point.worry or point.part in _SOMEBODYS:
        return bool(point.worry) and point.worry == promise.worry
    return point.part in _OF_THE_MOMENT or plan.document == kind.id


def _one_person(plan: Plan, about: str) -> Plan:
    return replace(plan, worries=(), promises=(), points=tuple(one for one in plan.points if one.who == about))

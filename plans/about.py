"""A document about one thing of the plan: one person’s promise, or one person’s own plan."""

from dataclasses import replace

from plans.agreed_words import full_name, promise_with_name
from plans.agreeing import points_of
from plans.document_type import DocumentType
from plans.model import Child, Person, Plan
from plans.statements import worker_of


def subjects(plan: Plan, kind: DocumentType) -> dict[str, str]:
    """Return what such a document can be about: ids with their words, the likeliest first; nothing for a whole plan."""
    if kind.about == "promise":
        known = {one.id for one in plan.people}
        told = [one for one in plan.promises if one.who in known and one.text.strip()]
        return {one.id: promise_with_name(plan, one) for one in told}
    if kind.about == "person":
        with_points = [one.who for one in points_of(plan, *kind.point_parts)]
        first = [one for one in plan.everyone if one.id in with_points]
        return {one.id: full_name(one) for one in (*first, *(one for one in plan.everyone if one not in first))}
    return {}


def narrowed(plan: Plan, kind: DocumentType, about: str = "") -> Plan:
    """Return the plan with only what such a document is about; the first that there is, where nothing is chosen.

    Of a promise only that promise, its worry, its person and the worker stay; of a person only their own points. So
    nothing that others said can stand on somebody’s own paper.
    """
    if not kind.about:
        return plan
    found = subjects(plan, kind)
    about = about if about in found else next(iter(found), "")
    return _one_promise(plan, about) if kind.about == "promise" else _one_person(plan, about)


def subject_of(plan: Plan, kind: DocumentType) -> Child | Person | None:
    """Return whom a narrowed plan’s document is about."""
    told = plan.promises if kind.about == "promise" else plan.points if kind.about else ()
    return next((one for one in plan.everyone if told and one.id == told[0].who), None)


def signers(plan: Plan, kind: DocumentType) -> tuple[Child | Person, ...]:
    """Return who signs: every grown-up who takes part; on a paper about one, that person and who made it with them."""
    if not kind.about:
        return tuple(one for one in plan.people if one.takes_part)
    subject, worker = subject_of(plan, kind), worker_of(plan)
    made = tuple(one for one in plan.people if one.side == "professional" and one.made_plan)
    workers = made if made and kind.about == "person" else (worker,)
    return tuple(one for one in dict.fromkeys((subject, *workers)) if one is not None)


def _one_promise(plan: Plan, about: str) -> Plan:
    promise = next((one for one in plan.promises if one.id == about), None)
    if promise is None:
        return replace(plan, worries=(), promises=(), points=())
    answered = {"", promise.worry}
    return replace(
        plan,
        worries=tuple(one for one in plan.worries if one.id == promise.worry),
        promises=(promise,),
        points=tuple(one for one in plan.points if one.who in ("", promise.who) and one.worry in answered),
    )


def _one_person(plan: Plan, about: str) -> Plan:
    return replace(plan, worries=(), promises=(), points=tuple(one for one in plan.points if one.who == about))

"""The grown-ups’ side of a plan file: worries, promises, points, terms, and what is kept apart.

Only what somebody wrote is in the file: an empty field is left out, and comes back empty.
"""

from collections.abc import Callable
from dataclasses import fields as fields_of
from dataclasses import is_dataclass, replace

from plans import shape
from plans.model import (
    LONGEST_NOTE,
    LONGEST_TEXT,
    STAGES,
    Answer,
    Link,
    Override,
    Plan,
    Point,
    Private,
    Promise,
    Terms,
    Worry,
)

MOST, MOST_LINKS = 400, 60
AGREEMENT_FIELDS = ("worries", "promises", "points", "terms", "answers", "private", "overrides")


def with_agreement(plan: Plan, fields: shape.Fields, where: str) -> Plan:
    """Return the plan with the agreement that a file’s fields hold."""
    return replace(
        plan,
        worries=shape.each(fields, "worries", where, _worry, most=MOST),
        promises=shape.each(fields, "promises", where, _promise, most=MOST),
        points=shape.each(fields, "points", where, _point, most=MOST),
        terms=_terms(fields.get("terms"), "terms"),
        answers=shape.each(fields, "answers", where, _answer, most=MOST),
        private=_private(fields.get("private"), "private"),
        overrides=shape.each(fields, "overrides", where, _override, most=MOST),
    )


def agreement_fields(plan: Plan) -> shape.Fields:
    """Return the written form of the same fields, without those that hold nothing."""
    written = {name: _written(getattr(plan, name)) for name in AGREEMENT_FIELDS}
    return {name: value for name, value in written.items() if value}


def agreement_ids(plan: Plan) -> dict[str, list[str]]:
    """Return the ids of worries, promises and points."""
    return {
        "worries": [one.id for one in plan.worries],
        "promises": [one.id for one in plan.promises],
        "points": [one.id for one in plan.points],
    }


def _worry(found: object, where: str) -> Worry:
    fields = shape.known_fields(found, _names(Worry), where)
    return Worry(
        id=shape.identity(fields, "id", where),
        text=_text(fields, where),
        who=shape.texts(fields, "who", where),
        disagrees=shape.texts(fields, "disagrees", where),
        child_says=shape.words(fields, "child_says", where, longest=LONGEST_NOTE),
        links=_links(fields, where),
    )


def _promise(found: object, where: str) -> Promise:
    fields = shape.known_fields(found, _names(Promise), where)
    return Promise(
        id=shape.identity(fields, "id", where),
        who=shape.words(fields, "who", where),
        text=_text(fields, where),
        when=shape.words(fields, "when", where, longest=LONGEST_NOTE),
        by=shape.day(fields, "by", where),
        hindrance=shape.words(fields, "hindrance", where, longest=LONGEST_NOTE),
        help=shape.words(fields, "help", where, longest=LONGEST_NOTE),
        shown=shape.words(fields, "shown", where, longest=LONGEST_NOTE),
        worry=shape.words(fields, "worry", where),
        offered_by=shape.words(fields, "offered_by", where),
        links=_links(fields, where),
    )


def _point(found: object, where: str) -> Point:
    fields = shape.known_fields(found, _names(Point), where)
    return Point(
        id=shape.identity(fields, "id", where),
        part=shape.identity(fields, "part", where),
        text=_text(fields, where),
        who=shape.words(fields, "who", where),
        by=shape.day(fields, "by", where),
        worry=shape.words(fields, "worry", where),
        phone_of=shape.words(fields, "phone_of", where),
        links=_links(fields, where),
    )


def _override(found: object, where: str) -> Override:
    fields = shape.known_fields(found, _names(Override), where)
    return Override(
        rule=shape.identity(fields, "rule", where),
        place=shape.words(fields, "place", where),
        words=shape.words(fields, "words", where, longest=LONGEST_TEXT),
        document=shape.words(fields, "document", where),
        mark=shape.words(fields, "mark", where),
        reason=shape.needed_words(fields, "reason", where, longest=LONGEST_NOTE),
        day=shape.day(fields, "day", where),
    )


def _links(fields: shape.Fields, where: str) -> tuple[Link, ...]:
    return shape.each(fields, "links", where, _link, most=MOST_LINKS)


def _link(found: object, where: str) -> Link:
    fields = shape.known_fields(found, _names(Link), where)
    return Link(
        sentence=shape.identity(fields, "sentence", where),
        said=shape.words(fields, "said", where, longest=LONGEST_TEXT),
        told=shape.words(fields, "told", where, longest=20_000),
    )


def _terms(found: object, where: str) -> Terms:
    fields = shape.known_fields({} if found is None else found, _names(Terms), where)
    return Terms(
        stage=shape.one_of(fields, "stage", STAGES, where, ""),
        starts=shape.day(fields, "starts", where),
        ends=shape.day(fields, "ends", where),
        until=shape.words(fields, "until", where, longest=LONGEST_NOTE),
        place=shape.words(fields, "place", where, longest=LONGEST_NOTE),
        assessed_from=shape.day(fields, "assessed_from", where),
        reviewed=shape.day(fields, "reviewed", where),
    )


def _answer(found: object, where: str) -> Answer:
    fields = shape.known_fields(found, _names(Answer), where)
    return Answer(
        question=shape.identity(fields, "question", where),
        answer=shape.words(fields, "answer", where, longest=LONGEST_NOTE),
    )


def _private(found: object, where: str) -> Private:
    fields = shape.known_fields({} if found is None else found, _names(Private), where)
    return Private(shape.texts(fields, "harmed", where), shape.texts(fields, "harms", where))


def _text(fields: shape.Fields, where: str) -> str:
    return shape.words(fields, "text", where, longest=LONGEST_TEXT)  # empty while somebody is about to type it


def _names(kind: Callable[..., object]) -> tuple[str, ...]:
    return tuple(one.name for one in fields_of(kind))  # type: ignore[arg-type]


def _written(value: object) -> object:
    """A value as a file says it: lists as lists, an entry as its filled fields in order."""
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    if is_dataclass(value):
        return {name: _written(inner) for name, inner in vars(value).items() if inner not in ("", None, ())}
    return value

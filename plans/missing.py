"""What a plan still lacks before it is printed; the first plain reminders, as values."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.agreeing import points_of, without_blanks
from plans.document_type import DocumentType, Part
from plans.editing import sentences_of
from plans.model import Plan


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: a name for the sentence that says so, and what to put in it."""

    name: str
    parts: dict[str, str] = field(default_factory=dict)


def missing_parts(plan: Plan, kind: DocumentType) -> tuple[Missing, ...]:
    """Return what is missing, dates first, then parts, then blanks that were never filled."""
    empty = _empty_parts(without_blanks(plan), kind) if kind.parts else _empty_sections(plan, kind)
    return (*_dates(plan), *empty, *_open_blanks(plan))


def _dates(plan: Plan) -> Iterator[Missing]:
    if plan.made is None:
        yield Missing("no_made")
    if plan.review is None:
        yield Missing("no_review")
    if not plan.copies:
        yield Missing("no_copies")


def _empty_sections(plan: Plan, kind: DocumentType) -> Iterator[Missing]:
    for section in kind.sections:
        if section.required and not sentences_of(plan, section.id):
            yield Missing("empty_part", {"heading": section.heading})


def _empty_parts(plan: Plan, kind: DocumentType) -> Iterator[Missing]:
    for part in kind.parts:
        if part.required and part.heading and not _holds(plan, part):
            yield Missing("empty_part", {"heading": part.heading})


def _holds(plan: Plan, part: Part) -> bool:
    """Whether the plan says anything for a part; what is there in any case counts as said."""
    said: dict[str, object] = {
        "points": points_of(plan, *part.shows),
        "worries": plan.worries,
        "promises": plan.promises,
        "table": plan.worries and plan.promises,
        "sentences": [one for name in part.shows for one in sentences_of(plan, name)],
        "people": plan.people,
        "signatures": [one for one in plan.people if one.takes_part],
    }
    return bool(said.get(part.kind, True))


def _open_blanks(plan: Plan) -> Iterator[Missing]:
    for section in plan.sections:
        for sentence in section.sentences:
            if "…" in sentence.text or "____" in sentence.text:
                yield Missing("dots", {"words": sentence.text[:60]})

"""What a plan still lacks before it is printed; the first plain reminders, as values."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.document_type import DocumentType
from plans.editing import sentences_of
from plans.model import Plan


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: a name for the sentence that says so, and what to put in it."""

    name: str
    parts: dict[str, str] = field(default_factory=dict)


def missing_parts(plan: Plan, kind: DocumentType) -> tuple[Missing, ...]:
    """Return what is missing, dates first, then parts, then blanks that were never filled."""
    return (*_dates(plan), *_empty_sections(plan, kind), *_open_blanks(plan))


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


def _open_blanks(plan: Plan) -> Iterator[Missing]:
    for section in plan.sections:
        for sentence in section.sentences:
            if "…" in sentence.text or "____" in sentence.text:
                yield Missing("dots", {"words": sentence.text[:60]})

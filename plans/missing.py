"""What a plan still lacks before it is printed; the first plain reminders, as values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.about import narrowed
from plans.agreeing import points_of, without_blanks
from plans.document_type import DocumentType, Part
from plans.editing import sentences_of
from plans.facts import fact_line
from plans.model import Plan

# Where in the app a part is filled; what is not named here is filled on the Agree screen.
_SCREENS = {"people": "people", "signatures": "people", "sentences": "write"}


_BLANK = re.compile(r"…|\.{3}|_{3}|%%|\[[^\]]*\]|\bTBC\b")


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: a name for the sentence that says so, and what to put in it."""

    name: str
    parts: dict[str, str] = field(default_factory=dict)


def missing_parts(plan: Plan, kind: DocumentType, about: str = "") -> tuple[Missing, ...]:
    """Return what is missing, dates first, then parts, then blanks that were never filled."""
    if kind.parts:
        narrow = narrowed(without_blanks(plan), kind, about)
        return (*_dates(plan, kind), *empty_parts(plan, kind, about), *_open_agreed(narrow, kind))
    return (*_dates(plan, kind), *_empty_sections(plan, kind), *_open_blanks(plan))


def empty_parts(plan: Plan, kind: DocumentType, about: str = "") -> tuple[Missing, ...]:
    """Return the parts that a document for grown-ups must have and the plan says nothing for."""
    plan = narrowed(without_blanks(plan), kind, about)
    return tuple(
        Missing("empty_part", {"heading": _asked(part), "screen": _SCREENS.get(part.kind, "agree")})
        for part in kind.parts
        if part.required and not _holds(plan, part)
    )


def _asked(part: Part) -> str:
    return part.heading or part.help or part.id


def _dates(plan: Plan, kind: DocumentType) -> Iterator[Missing]:
    if plan.made is None:
        yield Missing("no_made")
    if plan.review is None:
        yield Missing("no_review")
    if not plan.copies and not kind.about:
        yield Missing("no_copies")


def _empty_sections(plan: Plan, kind: DocumentType) -> Iterator[Missing]:
    for section in kind.sections:
        if section.required and not sentences_of(plan, section.id):
            yield Missing("empty_part", {"heading": section.heading, "screen": "write"})


def _holds(plan: Plan, part: Part) -> bool:
    """Whether the plan says anything for a part; what is there in any case counts as said."""
    signing = [one for one in plan.people if one.takes_part]
    said: dict[str, object] = {
        "facts": _has_period(plan, part) and any(fact_line(name, plan) for name in part.shows),
        "points": points_of(plan, *part.shows),
        "said": points_of(plan, *part.shows),
        "worries": plan.worries,
        "promises": [one for one in plan.promises if not part.shows or _side_of(plan, one.who) in part.shows],
        "agencies": plan.promises,
        "table": plan.promises and (plan.worries or part.rows == "promises"),
        "sentences": [one for name in part.shows for one in sentences_of(plan, name)],
        "people": signing,
        "signatures": signing,
    }
    return bool(said.get(part.kind, True))


def _has_period(plan: Plan, part: Part) -> bool:
    """Whether a part that says from when until when can say it: an end is a day, or something that happens."""
    ends = bool(plan.terms.ends or plan.terms.until)
    return ("starts" not in part.shows or plan.terms.starts is not None) and ("ends" not in part.shows or ends)


def _side_of(plan: Plan, identity: str) -> str:
    """The side of whoever promises; nobody known counts as the family, as on the paper."""
    return next((one.side for one in plan.people if one.id == identity), "family")


def _open_agreed(plan: Plan, kind: DocumentType) -> Iterator[Missing]:
    """Blanks of other papers that nobody has filled: [name], …, %%%, a line to write on."""
    points = points_of(plan, *kind.point_parts)
    texts = (*(one.text for one in plan.worries), *(one.text for one in plan.promises), *(one.text for one in points))
    for text in texts:
        if _BLANK.search(text):
            yield Missing("dots", {"words": text[:60]})


def _open_blanks(plan: Plan) -> Iterator[Missing]:
    for section in plan.sections:
        for sentence in section.sentences:
            if "…" in sentence.text or "____" in sentence.text:
                yield Missing("dots", {"words": sentence.text[:60]})

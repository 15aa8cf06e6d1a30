"""A document for grown-ups: title, fixed statements, what was agreed part by part, and space to sign."""

from collections.abc import Callable, Iterator, Mapping, Set

from plans.about import subject_of
from plans.agreed_words import (
    FAMILY,
    children_of,
    first_up,
    full_name,
    name_of,
    parties_of,
    point_text,
    promise_text,
    promise_with_name,
    titled,
    worry_paragraphs,
)
from plans.agreeing import points_of, without_blanks
from plans.council import Council
from plans.document_type import DocumentType, Part
from plans.facts import fact_line
from plans.layout.agreed_table import agreed_table_strips
from plans.layout.back import signature_strips
from plans.layout.front import logo_strips, title_strips
from plans.layout.page import HEADING, SENTENCE
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.model import Child, Person, Plan
from plans.model import Phrase as Words
from plans.statements import statement
from plans.wording import joined_names

NOBODY = "Not yet said who"


def agreement_strips(desk: Desk, plan: Plan, kind: DocumentType, council: Council) -> list[Strip]:
    """Return the whole document; parts that hold nothing are left out."""
    plan = without_blanks(plan)
    strips = [*logo_strips(desk, plan), *title_strips(desk, agreement_title(plan, kind, council))]
    if kind.mark:
        strips += paragraph(desk, "mark", kind.mark, bold=True)
    for part in kind.parts:
        told = _TOLD[part.kind](desk, plan, part, council)
        if told and part.heading:
            strips += heading(desk, part.id, part.heading)
        strips += told
    return strips


def agreement_title(plan: Plan, kind: DocumentType, council: Council) -> str:
    """Return the title with the names of children, council, parties, and of whom it is about."""
    subject = subject_of(plan, kind)
    words = {
        "children": children_of(plan),
        "council": council.name,
        "parties": parties_of(plan),
        "person": full_name(subject) if subject else "",
    }
    title = kind.title or kind.name
    for word, value in words.items():
        title = title.replace(f"{{{word}}}", value)
    return first_up(title)


def heading(desk: Desk, identity: str, text: str) -> list[Strip]:
    """Return a heading that stays with what follows."""
    style = desk.style
    pitch = style.pitch * 1.25
    lines = desk.setter(size=style.heading_size, bold=True, pitch=pitch).lines((Words(text),), style.left, style.width)
    gaps = [style.pitch * 0.6] + [0.0] * len(lines)
    return [
        Strip(HEADING, f"part-{identity}", pitch, line.runs, gap, keep=True)
        for line, gap in zip(lines, gaps, strict=False)
    ]


def paragraph(desk: Desk, identity: str, text: str, *, bullet: bool = False, bold: bool = False) -> list[Strip]:
    """Return a paragraph, or an entry of a list with its dot; two lines never part at a page end."""
    style = desk.style
    indent = 5.0 if bullet else 0.0
    lines = desk.setter(bold=bold).lines((Words(text),), style.left + indent, style.width - indent)
    dot = desk.setter().lines((Words("•"),), style.left, 10)[0].runs if bullet and lines else ()
    last = len(lines) - 1
    return [
        Strip(
            SENTENCE,
            identity,
            style.pitch,
            (*(dot if number == 0 else ()), *line.runs),
            0.0 if number else style.pitch * 0.2,
            keep=bold or (number < last and number in (0, last - 1)),
        )
        for number, line in enumerate(lines)
    ]


def _statements(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip for name in part.shows for strip in paragraph(desk, f"{part.id}-{name}", statement(name, plan, council))
    ]


def _facts(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    told = ((name, fact_line(name, plan)) for name in part.shows)
    return [strip for name, line in told if line for strip in paragraph(desk, f"{part.id}-{name}", line)]


def _points(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for point in points_of(plan, *part.shows)
        for strip in paragraph(desk, f"{part.id}-{point.id}", point_text(plan, point), bullet=True)
    ]


def _said(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    """Points that begin with whom they are about: “Mum: may visit on Sundays”."""
    told = [(one.id, one.text, name_of(plan, one.who)) for one in points_of(plan, *part.shows)]
    return [
        strip
        for identity, text, name in told
        for strip in paragraph(desk, f"{part.id}-{identity}", f"{name}: {text}" if name else text, bullet=True)
    ]


def _worries(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for worry in plan.worries
        for number, text in enumerate(worry_paragraphs(plan, worry))
        for strip in paragraph(desk, f"{part.id}-{worry.id}-{number}", text, bullet=number == 0)
    ]


def _promises(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    """What each person promises, under their name; those of the sides or agencies that the part shows."""
    strips: list[Strip] = []
    for identity, name in _promisers(plan, part):
        promises = [one for one in plan.promises if one.who == identity]
        if promises:
            strips += paragraph(desk, f"{part.id}-{identity}", name, bold=True)
            for one in promises:
                strips += paragraph(desk, f"{part.id}-{one.id}", first_up(promise_text(one)), bullet=True)
    return strips


def _promisers(plan: Plan, part: Part) -> Iterator[tuple[str, str]]:
    """Id and name of those whose promises a part shows; with the family’s stand those of nobody known."""
    for person in plan.people:
        if not part.shows or person.side in part.shows or person.agency in part.shows:
            yield person.id, titled(person)
    if not part.shows or FAMILY[0] in part.shows:
        known = {one.id for one in plan.people}
        yield from ((who, name_of(plan, who) or NOBODY) for who in _unknown(plan, known))


def _unknown(plan: Plan, known: Set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.who for one in plan.promises if one.who not in known))


def _agencies(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    """A block for the family, and one for each agency, under its own heading: everything that its people promise."""
    strips: list[Strip] = []
    points_here = points_of(plan, *part.shows)
    for number, (title, members) in enumerate(_blocks(plan, {one.who for one in points_here}).items()):
        promises = [(one.id, promise_with_name(plan, one)) for one in plan.promises if one.who in members]
        points = [(one.id, point_text(plan, one)) for one in points_here if one.who in members]
        if promises or points:
            strips += heading(desk, f"{part.id}-{number}", title)
            for identity, text in (*promises, *points):
                strips += paragraph(desk, f"{part.id}-{identity}", text, bullet=True)
    return strips


def _blocks(plan: Plan, speaking: Set[str]) -> dict[str, set[str]]:
    """Headings with the ids of the people whose words stand under them; the last holds whoever is not known."""
    blocks: dict[str, set[str]] = {}
    for one in plan.people:
        title = "What the family will do" if one.side in FAMILY else f"What {one.agency or full_name(one)} will do"
        blocks.setdefault(title, set()).add(one.id)
    blocks.setdefault("What the family will do", set()).update(one.id for one in plan.children)
    known = {one.id for one in plan.everyone}
    others = {*(one.who for one in plan.promises), *speaking} - known
    return {**blocks, NOBODY: others} if others else blocks


def _table(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return agreed_table_strips(desk, plan, part)


def _people(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for person in plan.people
        if person.takes_part
        for strip in paragraph(desk, f"{part.id}-{person.id}", titled(person), bullet=True)
    ]


def _phones(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    """The numbers of those whom the points of some parts name, so that no number is typed twice."""
    texts = " ".join(one.text for one in points_of(plan, *part.shows))
    named = [one for one in plan.people if one.phone and (one.name in texts or full_name(one) in texts)]
    return [
        strip
        for one in named
        for strip in paragraph(desk, f"{part.id}-{one.id}", f"{one.name}: {one.phone}", bullet=True)
    ]


def _sentences(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for section in plan.sections
        if section.id in part.shows
        for sentence in section.sentences
        if sentence.text.strip()
        for strip in paragraph(desk, f"{part.id}-{sentence.id}", sentence.text, bullet=True)
    ]


def _copies(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return paragraph(desk, part.id, joined_names(list(plan.copies)) + ".") if plan.copies else []


def _signatures(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    """A line for each grown-up who takes part; for the child too where it is the child’s own paper."""
    people = [one for one in plan.people if one.takes_part and (not part.shows or one.side in part.shows)]
    own: set[str] = {one.who for one in plan.points} if "child" in part.shows else set()
    signers: list[Child | Person] = [*(one for one in plan.children if one.id in own), *people]
    names = [", ".join(words for words in (full_name(one), getattr(one, "role", "")) if words) for one in signers]
    return [strip for number, name in enumerate(names) for strip in signature_strips(desk, number, name)]


_TOLD: Mapping[str, Callable[[Desk, Plan, Part, Council], list[Strip]]] = {
    "statements": _statements,
    "facts": _facts,
    "points": _points,
    "said": _said,
    "worries": _worries,
    "promises": _promises,
    "agencies": _agencies,
    "table": _table,
    "people": _people,
    "phones": _phones,
    "sentences": _sentences,
    "copies": _copies,
    "signatures": _signatures,
}

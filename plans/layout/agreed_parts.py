"""The parts of a document for grown-ups: how each kind of part shows what it shows of the plan."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from plans.about import signers, subject_of
from plans.agreed_words import (
    FAMILY,
    children_of,
    first_up,
    full_name,
    name_and_role,
    name_of,
    parties_of,
    point_text,
    promise_details,
    promise_text,
    promise_with_name,
    said_text,
    titled,
    with_number,
    worry_paragraphs,
)
from plans.agreeing import points_of
from plans.council import Council
from plans.document_type import DocumentType, Part
from plans.facts import fact_line
from plans.layout.agreed_table import agreed_table_strips
from plans.layout.back import signature_strips
from plans.layout.paragraphs import heading, paragraph
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.model import Child, Person, Plan, Point, Promise
from plans.statements import statement, worker_of
from plans.wording import joined_names

NOBODY, SOMEBODY_I_TRUST = "Not yet said who", "Somebody I trust"


@dataclass(frozen=True)
class Shown:
    """What a document shows: the plan, narrowed to what it is about, the kind of document, and the council’s words."""

    plan: Plan
    kind: DocumentType
    council: Council

    @property
    def subject(self) -> Child | Person | None:
        """Whom the document is about, where it is about one person."""
        return subject_of(self.plan, self.kind)

    def filled(self, text: str) -> str:
        """Return a title or heading with the names of children, council, parties, and of whom it is about."""
        words = {
            "children": children_of(self.plan),
            "council": self.council.name,
            "parties": parties_of(self.plan),
            "person": full_name(self.subject) if self.subject else "",
        }
        for word, value in words.items():
            text = text.replace(f"{{{word}}}", value)
        return first_up(text.removeprefix(": "))


def part_strips(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    """Return what a part shows, without its heading; nothing where the plan says nothing."""
    return _TOLD[part.kind](desk, shown, part)


def _statements(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    return [
        strip
        for name in part.shows
        for strip in paragraph(desk, f"{part.id}-{name}", statement(name, shown.plan, shown.council))
    ]


def _facts(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    told = ((name, fact_line(name, shown.plan)) for name in part.shows)
    return [strip for name, line in told if line for strip in paragraph(desk, f"{part.id}-{name}", line)]


def _points(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    return [
        strip
        for point in _in_order(shown.plan, part)
        for strip in paragraph(desk, f"{part.id}-{point.id}", _point(shown, point), bullet=True)
    ]


def _in_order(plan: Plan, part: Part) -> Iterator[Point]:
    """A part’s points in the order in which the part names them."""
    for name in part.shows:
        yield from points_of(plan, name)


def _point(shown: Shown, point: Point) -> str:
    """A point’s words; on somebody’s own paper their name need not be said."""
    own = shown.subject is not None and shown.subject.id == point.who
    return with_number(shown.plan, point, point.text) if own else point_text(shown.plan, point)


def _said(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    """Points that begin with whom they are about: “Mum: may visit on Sundays”."""
    return [
        strip
        for point in _in_order(shown.plan, part)
        for strip in paragraph(desk, f"{part.id}-{point.id}", said_text(shown.plan, point), bullet=True)
    ]


def _worries(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    return [
        strip
        for worry in shown.plan.worries
        for number, text in enumerate(worry_paragraphs(shown.plan, worry))
        for strip in paragraph(desk, f"{part.id}-{worry.id}-{number}", text, bullet=number == 0, under=number > 0)
    ]


def _promises(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    """What each person promises, under their name; those of the sides or agencies that the part shows."""
    strips: list[Strip] = []
    for identity, name in _promisers(shown.plan, part):
        promises = [one for one in shown.plan.promises if one.who == identity]
        if promises:
            strips += paragraph(desk, f"{part.id}-{identity}", name, bold=True)
            for one in promises:
                strips += _promise(desk, f"{part.id}-{one.id}", one, first_up(promise_text(one)))
    return strips


def _promise(desk: Desk, identity: str, promise: Promise, text: str) -> list[Strip]:
    """A promise with what stands under it: the help with it, and how everyone will know."""
    strips = paragraph(desk, identity, text, bullet=True)
    for number, more in enumerate(promise_details(promise)):
        strips += paragraph(desk, f"{identity}-{number}", more, under=True)
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


def _agencies(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    """A block for the family, and one for each agency, under its own heading: everything that its people promise."""
    strips: list[Strip] = []
    points_here = tuple(_in_order(shown.plan, part))
    for number, (title, members) in enumerate(_blocks(shown.plan, {one.who for one in points_here}).items()):
        promises = [one for one in shown.plan.promises if one.who in members]
        points = [one for one in points_here if one.who in members]
        if promises or points:
            strips += heading(desk, f"{part.id}-{number}", title)
        for promise in promises:
            strips += _promise(desk, f"{part.id}-{promise.id}", promise, promise_with_name(shown.plan, promise))
        for point in points:
            strips += paragraph(desk, f"{part.id}-{point.id}", point_text(shown.plan, point), bullet=True)
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


def _table(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    return agreed_table_strips(desk, shown.plan, part)


def _people(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    return [
        strip
        for person in shown.plan.people
        if person.takes_part
        for strip in paragraph(desk, f"{part.id}-{person.id}", titled(person), bullet=True)
    ]


def _sentences(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    return [
        strip
        for section in shown.plan.sections
        if section.id in part.shows
        for sentence in section.sentences
        if sentence.text.strip()
        for strip in paragraph(desk, f"{part.id}-{sentence.id}", f"“{sentence.text.strip()}”", bullet=True)
    ]


def _copies(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    """Everybody with a copy; where a part names sides, nobody of another side, who has the paper itself."""
    sides = {one.name: one.side for one in shown.plan.people}
    names = [name for name in shown.plan.copies if not part.shows or sides.get(name, part.shows[0]) in part.shows]
    return paragraph(desk, part.id, joined_names(names) + ".") if names else []


def _signatures(desk: Desk, shown: Shown, part: Part) -> list[Strip]:
    """A line for each who signs; the last two stay together, so that no line stands alone on a page."""
    signing = [one for one in signers(shown.plan, shown.kind) if _signs(shown.plan, part, one)]
    names = [name_and_role(one) for one in signing]
    names += [SOMEBODY_I_TRUST] if shown.kind.about == "person" else []
    strips = [strip for number, name in enumerate(names) for strip in signature_strips(desk, number, name)]
    return [*strips[:-2], *(replace(strip, keep=True) for strip in strips[-2:-1]), *strips[-1:]]


def _signs(plan: Plan, part: Part, one: Child | Person) -> bool:
    """Whether somebody signs here: everybody, some sides, or only those who write for the council."""
    if part.shows == ("council",):
        return one == worker_of(plan) or "manager" in getattr(one, "role", "").lower()
    return not part.shows or getattr(one, "side", "family") in part.shows


_TOLD: Mapping[str, Callable[[Desk, Shown, Part], list[Strip]]] = {
    "statements": _statements,
    "facts": _facts,
    "points": _points,
    "said": _said,
    "worries": _worries,
    "promises": _promises,
    "agencies": _agencies,
    "table": _table,
    "people": _people,
    "sentences": _sentences,
    "copies": _copies,
    "signatures": _signatures,
}

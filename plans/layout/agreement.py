"""A document for grown-ups: title, fixed statements, what was agreed part by part, and space to sign."""

from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date

from plans.agreeing import points_of, without_blanks
from plans.council import Council
from plans.document_type import DocumentType, Part
from plans.layout.back import signature_strips
from plans.layout.front import logo_strips, title_strips
from plans.layout.page import HEADING, SENTENCE
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.layout.table import Column, Row, table_strips
from plans.model import Person, Plan, Point, Promise, Worry
from plans.model import Phrase as Words
from plans.statements import statement, worker_of
from plans.wording import joined_names, long_date

COLUMNS = (
    Column("What we are worried about", 0.9),
    Column("What we agree to do", 1.15),
    Column("Help with it: who and how", 1.0),
    Column("What we need to see", 0.95),
)
ALSO = "Also agreed"
NOBODY = "Not yet said who"
_FACTS = {
    "children": "It is about",
    "made": "Made on",
    "made_by": "Made by",
    "starts": "It begins on",
    "ends": "It ends on",
    "until": "It ends with",
    "review": "We look at it again by",
    "place": "Where we meet",
    "worker": "Social worker",
}


def agreement_strips(desk: Desk, plan: Plan, kind: DocumentType, council: Council) -> list[Strip]:
    """Return the whole document; parts that hold nothing are left out."""
    plan = without_blanks(plan)
    strips = [*logo_strips(desk, plan), *title_strips(desk, agreement_title(plan, kind, council))]
    for part in kind.parts:
        told = _TOLD[part.kind](desk, plan, part, council)
        if told and part.heading:
            strips += heading(desk, part.id, part.heading)
        strips += told
    return strips


def agreement_title(plan: Plan, kind: DocumentType, council: Council) -> str:
    """Return the title with the children’s names in it."""
    children = joined_names([child.name for child in plan.children])
    return (kind.title or kind.name).replace("{children}", children).replace("{council}", council.name)


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


def promise_text(promise: Promise) -> str:
    """Return a promise with when, and by which day."""
    by = f"by {long_date(promise.by)}" if promise.by else ""
    return " ".join(part.strip(" .") for part in (promise.text, promise.when, by) if part.strip()) + "."


def _statements(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip for name in part.shows for strip in paragraph(desk, f"{part.id}-{name}", statement(name, plan, council))
    ]


def _facts(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    told = ((name, _fact(name, plan)) for name in part.shows)
    return [
        strip
        for name, words in told
        if words
        for strip in paragraph(desk, f"{part.id}-{name}", f"{_FACTS.get(name, name)}: {words}")
    ]


def _fact(name: str, plan: Plan) -> str:
    worker = worker_of(plan)
    made_by = [_name(one) for one in plan.people if one.made_plan]
    days = {"made": plan.made, "review": plan.review, "starts": plan.terms.starts, "ends": plan.terms.ends}
    words: dict[str, str] = {
        "children": joined_names([child.name for child in plan.children]) if plan.children else "",
        "made_by": joined_names(made_by) if made_by else "",
        "until": plan.terms.until,
        "place": plan.terms.place,
        "worker": ", ".join(part for part in (_name(worker), worker.phone) if part) if worker else "",
    }
    day: date | None = days.get(name)
    return long_date(day) if day else words.get(name, "")


def _points(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for point in points_of(plan, *part.shows)
        for strip in paragraph(desk, f"{part.id}-{point.id}", _point_text(plan, point), bullet=True)
    ]


def _point_text(plan: Plan, point: Point) -> str:
    who = _name_of(plan, point.who)
    by = f"by {long_date(point.by)}" if point.by else ""
    more = ", ".join(part for part in (who, by) if part)
    return f"{point.text} ({more})" if more else point.text


def _worries(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for worry in plan.worries
        for text in _worry_paragraphs(plan, worry)
        for strip in paragraph(desk, f"{part.id}-{worry.id}", text, bullet=text == worry.text)
    ]


def _worry_paragraphs(plan: Plan, worry: Worry) -> tuple[str, ...]:
    who = joined_names([_name_of(plan, one) for one in worry.who])
    not_agreed = joined_names([_name_of(plan, one) for one in worry.disagrees])
    more = (
        f"Worried: {who}." if worry.who else "",
        f"{joined_names([child.name for child in plan.children])}: “{worry.child_says}”" if worry.child_says else "",
        f"Does not agree: {not_agreed}." if worry.disagrees else "",
    )
    return (worry.text, *(text for text in more if text))


def _promises(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    """What each person promises, under their name; those of the sides or agencies that the part shows."""
    strips: list[Strip] = []
    for identity, name in _promisers(plan, part):
        promises = [one for one in plan.promises if one.who == identity]
        if promises:
            strips += paragraph(desk, f"{part.id}-{identity}", name, bold=True)
            for one in promises:
                strips += paragraph(desk, f"{part.id}-{one.id}", _first_up(promise_text(one)), bullet=True)
    return strips


def _promisers(plan: Plan, part: Part) -> Iterator[tuple[str, str]]:
    """Id and name of those whose promises a part shows; where it shows everybody’s, also those of nobody known."""
    for person in plan.people:
        if not part.shows or person.side in part.shows or person.agency in part.shows:
            yield person.id, _titled(person)
    if not part.shows:
        known = {one.id for one in plan.people}
        yield from ((who, _name_of(plan, who) or NOBODY) for who in _unknown(plan, known))


def _unknown(plan: Plan, known: Set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.who for one in plan.promises if one.who not in known))


def _table(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    rows = [*(_row(plan, worry) for worry in plan.worries), *_row_of_the_rest(plan)]
    return table_strips(desk, part.id, COLUMNS, rows) if rows else []


def _row(plan: Plan, worry: Worry) -> Row:
    return (_worry_paragraphs(plan, worry), *_answers(plan, {worry.id}))


def _row_of_the_rest(plan: Plan) -> Iterator[Row]:
    """Promises and help that answer no worry of the plan, in a last row: nothing agreed may be lost."""
    worries = {one.id for one in plan.worries}
    others = {*(one.worry for one in plan.promises), *(one.worry for one in plan.points)} - worries
    rest = _answers(plan, others)
    if any(rest):
        yield ((ALSO,), *rest)


def _answers(plan: Plan, worries: Set[str]) -> tuple[tuple[str, ...], ...]:
    promises = [one for one in plan.promises if one.worry in worries]
    support = [_point_text(plan, one) for one in points_of(plan, "support") if one.worry in worries]
    seen = [_point_text(plan, one) for one in points_of(plan, "need_to_see") if one.worry in worries]
    helped = [text for one in promises for text in _help(one)]
    shown = [one.shown for one in promises if one.shown]
    return tuple(_agreed(plan, one) for one in promises), (*helped, *support), (*shown, *seen)


def _agreed(plan: Plan, promise: Promise) -> str:
    name = _name_of(plan, promise.who)
    text = promise_text(promise)
    return text if not name or text.startswith(name) else f"{name} {text}"


def _help(promise: Promise) -> Iterator[str]:
    if promise.hindrance:
        yield f"What could get in the way: {promise.hindrance}"
    if promise.help:
        yield promise.help


def _people(desk: Desk, plan: Plan, part: Part, council: Council) -> list[Strip]:
    return [
        strip
        for person in plan.people
        if person.takes_part
        for strip in paragraph(desk, f"{part.id}-{person.id}", _titled(person), bullet=True)
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
    people = [one for one in plan.people if one.takes_part and (not part.shows or one.side in part.shows)]
    names = [", ".join(words for words in (_name(one), one.role) if words) for one in people]
    return [strip for number, name in enumerate(names) for strip in signature_strips(desk, number, name)]


def _name(person: Person) -> str:
    return person.full_name or person.name


def _name_of(plan: Plan, identity: str) -> str:
    return next((one.name for one in plan.everyone if one.id == identity), identity)


def _titled(person: Person) -> str:
    parts = (person.role, person.agency)
    more = ", ".join(part for part in parts if part)
    return f"{_name(person)} ({more})" if more else _name(person)


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


_TOLD: Mapping[str, Callable[[Desk, Plan, Part, Council], list[Strip]]] = {
    "statements": _statements,
    "facts": _facts,
    "points": _points,
    "worries": _worries,
    "promises": _promises,
    "table": _table,
    "people": _people,
    "sentences": _sentences,
    "copies": _copies,
    "signatures": _signatures,
}

"""How people, worries, promises and points are said in documents for grown-ups."""

import re
from collections.abc import Iterator

from plans.model import Child, Person, Plan, Point, Promise, Worry
from plans.wording import joined_names, long_date

FAMILY = ("family", "friend")


def full_name(person: Child | Person) -> str:
    """Return the name that grown-ups use."""
    return (person.full_name or person.name) if isinstance(person, Person) else person.name


def name_of(plan: Plan, identity: str) -> str:
    """Return the name that the children use; an id that nobody has stands as it is."""
    return next((one.name for one in plan.everyone if one.id == identity), identity)


def both_names(person: Child | Person) -> str:
    """Return both names, “Mummy – Ann Hall”, or one where it holds the other."""
    full = full_name(person)
    return full if person.name in full else f"{person.name} – {full}"


def titled(person: Child | Person) -> str:
    """Return the names of a person with what the person is, and where they work."""
    agency = person.agency if isinstance(person, Person) else ""
    more = ", ".join(part for part in (_role(person), agency) if part)
    return f"{both_names(person)} ({more})" if more else both_names(person)


def name_and_role(person: Child | Person) -> str:
    """Return the names of a person and what the person is, as it stands beside a line to sign."""
    return ", ".join(part for part in (both_names(person), _role(person)) if part)


def _role(person: Child | Person) -> str:
    """What a person is, unless the name says so already: Mum, mum."""
    role = person.role if isinstance(person, Person) else ""
    return "" if role.lower() == person.name.lower() else role


def children_of(plan: Plan) -> str:
    """Return the children’s names."""
    return joined_names([child.name for child in plan.children])


def parents_of(plan: Plan) -> str:
    """Return those with parental responsibility, else the family’s grown-ups who take part."""
    family = [one for one in plan.people if one.side == "family" and one.takes_part]
    parents = [one for one in plan.people if one.parental_responsibility and one.takes_part] or family
    return joined_names([full_name(one) for one in parents]) if parents else ""


def parties_of(plan: Plan) -> str:
    """Return who agrees with whom: the family, then each agency once."""
    professionals = [one for one in plan.people if one.side == "professional" and one.takes_part]
    agencies = dict.fromkeys(one.agency or full_name(one) for one in professionals)
    return joined_names([f"the family of {children_of(plan)}", *agencies])


def promise_text(promise: Promise) -> str:
    """Return a promise with when, and by which day."""
    return ", ".join(part.strip(" .") for part in (promise.text, promise_time(promise)) if part.strip()) + "."


def promise_time(promise: Promise) -> str:
    """Return when or how often, and by which day."""
    by = f"by {long_date(promise.by)}" if promise.by else ""
    return " ".join(part.strip(" .") for part in (promise.when, by) if part.strip())


def promise_with_name(plan: Plan, promise: Promise) -> str:
    """Return a promise as a sentence: who, what, when."""
    name, text = name_of(plan, promise.who), promise_text(promise)
    return text if not name or re.match(rf"{re.escape(name)}\b", text) else f"{name} {text}"


def point_text(plan: Plan, point: Point) -> str:
    """Return a point with who it is about, unless its words say so, and by which day."""
    who = name_of(plan, point.who)
    by = f"by {long_date(point.by)}" if point.by else ""
    said = bool(who) and re.search(rf"\b{re.escape(who)}\b", point.text) is not None
    more = ", ".join(part for part in ("" if said else who, by) if part)
    return with_number(plan, point, f"{point.text} ({more})" if more else point.text)


def with_number(plan: Plan, point: Point, text: str) -> str:
    """Return a text with the number that a person chose to stand with it, where it may be printed."""
    rung = next((one for one in plan.people if one.id == point.phone_of and one.printed_phone), None)
    return f"{text} – {rung.name}: {rung.printed_phone}" if rung else text


def said_text(plan: Plan, point: Point) -> str:
    """Return a point that begins with whom it is about, and ends with the day until which it holds."""
    name = name_of(plan, point.who)
    text = f"{name}: {point.text}" if name else point.text
    return with_number(plan, point, f"{text} (by {long_date(point.by)})" if point.by else text)


def worry_paragraphs(plan: Plan, worry: Worry) -> tuple[str, ...]:
    """Return a worry, who has it, what the child says of it, and who does not agree."""
    who = joined_names([name_of(plan, one) for one in worry.who])
    not_agreed = joined_names([name_of(plan, one) for one in worry.disagrees])
    more = (
        f"Worried: {who}." if worry.who else "",
        f"{children_of(plan)} {'say' if len(plan.children) > 1 else 'says'}: “{worry.child_says}”"
        if worry.child_says
        else "",
        f"Does not agree: {not_agreed}." if worry.disagrees else "",
    )
    return (worry.text, *(text for text in more if text))


def help_text(promise: Promise) -> str:
    """Return what could get in the way of a promise, and the help against it."""
    hindrance = f"What could get in the way: {promise.hindrance}" if promise.hindrance else ""
    help_with = f"Help: {promise.help}" if hindrance and promise.help else promise.help
    return " ".join(part for part in (hindrance, help_with) if part)


def promise_details(promise: Promise) -> Iterator[str]:
    """Yield the help with a promise and how everyone will know, each as a line under it."""
    if text := help_text(promise):
        yield text
    if promise.shown:
        yield f"How we know: {promise.shown}"


def first_up(text: str) -> str:
    """Return words with a capital first."""
    return text[:1].upper() + text[1:]

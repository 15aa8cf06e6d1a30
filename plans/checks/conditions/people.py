"""Who takes part, who signs, who promises nothing, and who is named without being there."""

import re
from collections.abc import Iterator

from plans.checks.checked import At, Checked, at_words
from plans.checks.rule import Rule
from plans.model import Person
from plans.wording import joined_names

_FIRST_WORDS = 60  # letters in which those stand who promise something together


def no_worker(_: Rule, checked: Checked) -> Iterator[At]:
    """No social worker, or no team manager, is there to sign."""
    roles = [one.role.lower() for one in checked.taking_part if one.side == "professional"]
    worker = any("social worker" in role or "early help" in role or "worker" in role for role in roles)
    manager = any("manager" in role or "supervisor" in role or "team lead" in role for role in roles)
    lacks = [name for name, there in (("a social worker", worker), ("a team manager", manager)) if not there]
    if lacks:
        yield At(parts={"who": " and ".join(lacks)})


def no_parent_signs(_: Rule, checked: Checked) -> Iterator[At]:
    """Nobody with parental responsibility takes part, or somebody who has it does not."""
    holders = [one for one in checked.plan.people if one.parental_responsibility]
    away = [one.name for one in holders if not one.takes_part]
    if away:
        yield At(parts={"who": joined_names(away)})
    elif not holders:
        yield At(parts={"who": "nobody is marked so here"})


def nobody_of_the_council_promises(_: Rule, checked: Checked) -> Iterator[At]:
    """No professional promises anything."""
    professionals = [one for one in checked.plan.people if one.side == "professional"]
    if checked.promises and not any(checked.promises_of(one) for one in professionals):
        yield At()


def no_promise(_: Rule, checked: Checked) -> Iterator[At]:
    """Somebody takes part and promises nothing; a manager answers for the worker’s promises."""
    without = [one for one in checked.taking_part if not _promises(checked, one) and not _only_signs(one)]
    if checked.promises and without:
        verb, promise = ("take", "promise") if len(without) > 1 else ("takes", "promises")
        parts = {"who": joined_names([one.name for one in without]), "verb": verb, "promise": promise}
        yield At(parts=parts)


def _promises(checked: Checked, person: Person) -> bool:
    """Whether somebody promises anything, also in words that begin with several names: “Mum and Dad will …”."""
    shared = (one.text for one in checked.promises if not one.who)
    return bool(checked.promises_of(person)) or any(_begins_with(text, person) for text in shared)


def _begins_with(text: str, person: Person) -> bool:
    names = [name for name in (person.name, person.full_name, person.full_name.split(" ")[-1]) if name]
    return any(re.search(rf"\b{re.escape(name)}\b", text[:_FIRST_WORDS]) for name in names)


def _only_signs(person: Person) -> bool:
    return "manager" in person.role.lower()


def no_network(_: Rule, checked: Checked) -> Iterator[At]:
    """No relative or friend besides the parents has a part."""
    parents = {one.id for one in checked.parents}
    if not any(one.side != "professional" and one.id not in parents for one in checked.taking_part):
        yield At()


def no_word_of_the_child(_: Rule, checked: Checked) -> Iterator[At]:
    """Nothing in it was said by a child who is old enough to speak."""
    children = {name for one in checked.plan.children for name in (one.id, one.name)}
    can_speak = [one for one in checked.plan.children if one.age is None or one.age >= 4]
    plan = checked.plan
    said = (
        any(worry.child_says for worry in plan.worries)
        or any(point.who in children for point in plan.points)
        or any(sentence.said_by in children for sentence in checked.sentences)
        or any(any(name in one.said.text for name in children) and "“" in one.said.text for one in checked.agreed)
    )
    if can_speak and not said:
        yield At(parts={"who": joined_names([one.name for one in can_speak])})


def all_from_professionals(_: Rule, checked: Checked) -> Iterator[At]:
    """Every promise was thought of by a professional."""
    professionals = {one.id for one in checked.plan.people if one.side == "professional"}
    offered = [one.offered_by for one in checked.promises if one.offered_by]
    if len(offered) > 1 and professionals.issuperset(offered):
        yield At()


def promise_of_nobody(_: Rule, checked: Checked) -> Iterator[At]:
    """A promise without somebody who makes it."""
    known = {one.id for one in checked.plan.everyone}
    for one in checked.promises:
        if one.who not in known and not any(_begins_with(one.text, person) for person in checked.plan.people):
            yield At(one.id, "who", one.text)


def unknown_person(rule: Rule, checked: Checked) -> Iterator[At]:
    """A role or a relative is named in a text and is not among the people."""
    people = checked.plan.people
    roles = " ".join(f"{one.role} {one.name}" for one in people).lower()
    known = {word for one in checked.plan.everyone for word in _words_of(one)}
    for written in (*checked.agreed, *checked.told):
        text = written.said.own_words
        for found in rule.groups["role"].finditer(text):
            if found["role"].lower() not in roles:
                yield at_words(written, found)
        for found in rule.groups["relative"].finditer(text):
            if found["name"] not in known:
                yield at_words(written, found)


def _words_of(person: object) -> set[str]:
    return set(f"{getattr(person, 'name', '')} {getattr(person, 'full_name', '')}".split())


CONDITIONS = {
    "no_worker": no_worker,
    "no_parent_signs": no_parent_signs,
    "nobody_of_the_council_promises": nobody_of_the_council_promises,
    "no_promise": no_promise,
    "no_network": no_network,
    "no_word_of_the_child": no_word_of_the_child,
    "all_from_professionals": all_from_professionals,
    "promise_of_nobody": promise_of_nobody,
    "unknown_person": unknown_person,
}

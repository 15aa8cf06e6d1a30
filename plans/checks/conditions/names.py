"""Names: each person has one, spelt one way, on the child’s page and in the agreement."""

import re
from collections import Counter
from collections.abc import Iterator

from plans.checks.checked import At, Checked, at_words
from plans.checks.rule import Rule
from plans.model import Person

_CAPITAL = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{2,}")
_SHORTEST = 4


def spelt_two_ways(rule: Rule, checked: Checked) -> Iterator[At]:
    """A word that is nearly a name of somebody, and nobody’s name: Nicki and Niki."""
    names = {word for one in checked.cast for name in one.names for word in _CAPITAL.findall(name)}
    told: set[str] = set()
    for written in (*checked.told, *checked.agreed):
        for found in _CAPITAL.finditer(written.said.text):
            word = found[0]
            if word in names or word in told or rule.groups["words"].fullmatch(word):
                continue
            near = next((name for name in sorted(names) if _is_near(word, name)), "")
            if near:
                told.add(word)
                yield at_words(written, found, name=near)


def _is_near(word: str, name: str) -> bool:
    """Whether two words begin alike and differ in one letter, added, left out, changed, or two exchanged."""
    if (
        word[0] != name[0]
        or abs(len(word) - len(name)) > 1
        or max(len(word), len(name)) < _SHORTEST
        or name + "s" == word
    ):
        return False
    first = next((at for at, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[first:], name[first:]
    exchanged = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return exchanged or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def one_name_for_two(_: Rule, checked: Checked) -> Iterator[At]:
    """Two people of the plan are called the same, so that nobody, and no other check, can tell them apart."""
    names = Counter(one.name.strip().casefold() for one in checked.plan.everyone if one.name.strip())
    for name in dict.fromkeys(one.name.strip() for one in checked.plan.everyone):
        if names[name.casefold()] > 1:
            names[name.casefold()] = 0
            yield At(parts={"name": name})


def several_names(rule: Rule, checked: Checked) -> Iterator[At]:
    """Somebody has one name in the plan and another on the child’s page: Mum, Mummy, Rachel."""
    others = {name: one for one in checked.plan.people for name in _other_words(rule, one)}
    others = {name: one for name, one in others.items() if not _is_somebody_elses(name, one, checked)}
    if not others:
        return
    names = "|".join(sorted(map(re.escape, others), key=len, reverse=True))
    pattern = re.compile(rf"(?<!“)\b(?:{names})\b(?![’']?s (?:mum|dad|house))(?! [A-Z])")
    whole = re.compile("|".join(re.escape(one.full_name or one.name) for one in checked.plan.people))
    told: set[str] = set()
    for written in checked.told:
        text = whole.sub(lambda found: " " * len(found[0]), written.said.own_words)
        for found in pattern.finditer(text):
            person = others[found[0]]
            if person.id not in told:
                told.add(person.id)
                yield at_words(written, found, name=person.name)


def _other_words(rule: Rule, person: Person) -> list[str]:
    """The other names that a page could have for somebody: the first name, and the words for the same relative."""
    first = person.full_name.split()[0] if len(person.full_name.split()) > 1 else ""
    titled = first.rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Dr")
    words = {first} if first and not titled and first not in person.name.split() else set()
    for group in rule.groups.values():
        if group.fullmatch(person.name):  # words with | between them, and nothing else
            words |= {name for name in group.pattern.split("|") if name != person.name}
    return sorted(words)


def _is_somebody_elses(name: str, person: Person, checked: Checked) -> bool:
    return any(
        one.id != person.id and name in f"{one.name} {getattr(one, 'full_name', '')}".split()
        for one in checked.plan.everyone
    )


def switches_person(rule: Rule, checked: Checked) -> Iterator[At]:
    """The page speaks to the children, “you”, and in another sentence of all of them by name."""
    names = "|".join(re.escape(one.name) for one in checked.plan.children if one.name)
    if not names or not any(rule.groups["you"].search(one.said.own_words) for one in checked.told):
        return
    several = rf"(?:{names})(?:, (?:{names}))*,? and (?:{names})" if len(checked.plan.children) > 1 else f"(?:{names})"
    spoken_of = re.compile(rf"(?<![,“] )\b{several}\b(?!,)(?! [A-ZÀ-Þ])")
    for written in checked.told:
        found = spoken_of.search(written.said.own_words)
        if found and not rule.groups["you"].search(written.said.own_words):
            yield at_words(written, found)
            return  # told once: the whole page is to be read for it


CONDITIONS = {
    "one_name_for_two": one_name_for_two,
    "spelt_two_ways": spelt_two_ways,
    "several_names": several_names,
    "switches_person": switches_person,
}

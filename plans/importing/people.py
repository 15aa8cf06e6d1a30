"""Recognises the people of an agreement by titles, family words, roles, and lines to sign."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from plans.editing import free_id
from plans.importing.cues import Cues
from plans.importing.paper import SIGNATURE, Block
from plans.model import Person

_NAME = r"(?<![\w-])[A-ZÀ-Þ](?:[’'][A-Z])?[a-zß-ÿA-Z-]{0,28}[a-zß-ÿ](?![\w-])"
_AND = r"\s*(?:,|&|and/or|and|or|/)\s+"
_LINE = re.compile(r"_{2,}|\.{4,}")
_SIGNING = re.compile(r"\b(?:date|signed|signature)\b:?", re.IGNORECASE)
# More names than these are hardly people; their words stay in the sentences.
_MOST = 60
_NEAR = 200


@dataclass
class _Found:
    """Somebody in the making: the name that is used, and all names under which they stand in the paper."""

    name: str
    side: str = "family"
    role: str = ""
    agency: str = ""
    full_name: str = ""
    aliases: list[str] = field(default_factory=list)


def people_of(blocks: Sequence[Block], children: Sequence[str], cues: Cues) -> dict[str, Person]:
    """Return the people, by every name under which the paper speaks of them."""
    text = "\n".join(block.text for block in blocks)
    signing = "\n".join(block.text for block in blocks if block.kind == SIGNATURE)
    found: list[_Found] = []
    seen: set[tuple[str, str, str]] = set()
    for one in chain(_by_role(text, cues), _titled(text, cues), _kin(text, cues), _groups(text, cues)):
        _add(found, one, seen)
    for one in chain(_signers(signing, cues), _acting(text, cues)):
        if (one.name, one.side, one.role) not in seen and not _is_part_of(one.name, found):
            _add(found, one, seen)
    skip = {name.lower() for name in children}
    return _named([one for one in found if one.name.lower() not in skip][:_MOST])


def names_pattern(people: Iterable[str]) -> str:
    """Return a pattern for any of the names, longest first; for none, one that fits nothing."""
    return "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True)) or "(?!)"


def without_signing(line: str) -> str:
    """Return what a line to sign says beside its dashes and “Date”."""
    return " ".join(_SIGNING.sub(" ", _LINE.sub(" ", line)).split())


def _by_role(text: str, cues: Cues) -> Iterator[_Found]:
    """Names that follow a role: “social worker Ann Lee”, “SW, Ann Lee”."""
    full = rf"(?:(?:{'|'.join(cues.titles)})\.?[ ]+)?{_NAME}(?:[ ]+{_NAME})?"
    sides = {role: side for side, roles in cues.roles.items() for role in roles}
    for role in sorted((*sides, *cues.short_roles), key=len, reverse=True):
        said = cues.short_roles.get(role, role)
        for match in re.finditer(rf"\b(?i:{re.escape(role)})s?,?[ ]+({full})", text):
            name = match[1]
            if _is_name(name, cues):
                first = name if name.split()[0].rstrip(".") in cues.titles else name.split()[0]
                whole = match[0]
                aliases = [name, first, whole, whole[:1].upper() + whole[1:]]
                yield _Found(first, sides.get(said, "professional"), said, full_name=name, aliases=aliases)


def _titled(text: str, cues: Cues) -> Iterator[_Found]:
    """Mr Hall, Mr and Mrs Hall; of the school where the sentence speaks of it and no family has that name."""
    title = rf"(?:{'|'.join(cues.titles)})\.?"
    couples = re.findall(rf"\b{title}{_AND}{title}[ ]+({_NAME})", text)
    families = {*couples, *re.findall(rf"({_NAME})[ ]+[Ff]amily\b", text)}
    for match in re.finditer(rf"\b({title})(?:{_AND}({title}))?[ ]+({_NAME})", text):
        school = any(re.search(rf"\b{word}\b", _around(text, match)) for word in cues.school_words)
        for one in filter(None, (match[1], match[2])):
            name = f"{one.rstrip('.')} {match[3]}"
            role, side = ("teacher", "professional") if school and match[3] not in families else ("", "family")
            yield _Found(name, side, role, aliases=[name, f"{one} {match[3]}"])


def _around(text: str, match: re.Match[str]) -> str:
    """The sentence that a name stands in, as far as it is near."""
    start, end = max(0, match.start() - _NEAR), min(len(text), match.end() + _NEAR)
    before = text[start : match.start()].rpartition(". ")[2]
    return (before + text[match.start() : match.end()] + text[match.end() : end].partition(". ")[0]).lower()


def _kin(text: str, cues: Cues) -> Iterator[_Found]:
    for match in re.finditer(rf"\b({'|'.join(cues.kin)})\b(?:[ ]+({_NAME}))?", text):
        name = f"{match[1]} {match[2]}" if match[2] and _is_name(match[2], cues) else match[1]
        yield _Found(name, role=match[1].lower(), aliases=[name])


def _groups(text: str, cues: Cues) -> Iterator[_Found]:
    """Agencies that promise as a whole: “School will …”."""
    for group in cues.groups:
        if re.search(rf"(?m)(?:^|[.:•]\s*|What\s+){re.escape(group)}\s+[Ww]ill\b", text):
            name = re.sub(r"^[Tt]he ", "", group)
            name = name[:1].upper() + name[1:]
            yield _Found(name, "professional", agency=name, aliases=[group, name])


def _acting(text: str, cues: Cues) -> Iterator[_Found]:
    """First names that somebody is told by elsewhere too: “Amy and Ben will …”."""
    verbs = "will|have|has|agrees?|understands?|to"

    @cache
    def is_told_of_elsewhere(name: str) -> bool:
        return re.search(rf"[a-z,]\s+{re.escape(name)}\b", text) is not None

    for match in re.finditer(rf"(?m)\b((?:{_NAME}{_AND}){{0,6}}{_NAME})\s+(?:{verbs})\b", text):
        for name in re.findall(_NAME, match[1]):
            if _is_name(name, cues) and is_told_of_elsewhere(name):
                yield _Found(name, aliases=[name])


def _signers(text: str, cues: Cues) -> Iterator[_Found]:
    for line in text.splitlines():
        name = without_signing(line)
        if re.fullmatch(rf"{_NAME}(?:[ ]+{_NAME}){{0,2}}", name) and _is_name(name, cues):
            first = name.split()[0]
            yield _Found(first, full_name=name, aliases=[name, first])


def _is_name(name: str, cues: Cues) -> bool:
    return not any(word in cues.not_names for word in name.split())


def _add(found: list[_Found], one: _Found, seen: set[tuple[str, str, str]]) -> None:
    """Add somebody, or what is new about somebody who is known by one of the names; not the same twice, nor a crowd."""
    if (told := (one.full_name or one.name, one.side, one.role)) in seen:
        return
    seen.add(told)
    names = {name.lower() for name in one.aliases}
    known = next((two for two in found if names & {name.lower() for name in two.aliases}), None)
    if known is None:
        found += [one] if len(found) < _MOST else []
        return
    known.aliases += [name for name in one.aliases if name not in known.aliases]
    known.full_name = known.full_name or one.full_name
    if one.role and not known.role:
        known.role, known.side = one.role, one.side


def _is_part_of(name: str, found: Sequence[_Found]) -> bool:
    """Whether a name is only a part of one that is known, such as the surname of Mr Hall."""
    return any(name in alias.split()[1:] for one in found for alias in one.aliases)


def _named(found: Sequence[_Found]) -> dict[str, Person]:
    """People with ids, under all their names."""
    people: dict[str, Person] = {}
    for one in found:
        identity = free_id(one.name, [person.id for person in people.values()])
        full = one.full_name if one.full_name != one.name else ""
        person = Person(identity, one.name, full, one.role, one.side, agency=one.agency)
        people |= {alias: person for alias in dict.fromkeys((one.name, *one.aliases)) if alias not in people}
    return people

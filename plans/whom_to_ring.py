"""Whom a text says to ring: only they need a number on the paper, and never somebody whom it merely names.

“If Dad comes, ring 999” asks nobody to ring Dad, and “Dan” is not “Dana”.
"""

import re
from collections.abc import Sequence

from plans.model import Person

_RING = r"(?:ring|rings|call|calls|phone|phones|text|texts|tell|tells|message|messages|reach|reaches)"
_NOT = re.compile(r"(?:\bnot|\bnever|n[’']t|\bnobody|\bno one)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_AND = r"(?:(?:\w+[’']?\w*\s+){0,2}?(?:,|and|or|then)\s+)"


def rung(people: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Return those whom a text says to ring or tell; of two with one name neither: it could be the wrong one."""
    return tuple(one for one in _apart(people) if any(_is_rung(name, text) for name in _names(one)))


def helpers(people: Sequence[Person], texts: Sequence[str]) -> tuple[Person, ...]:
    """Return those with whose name one of the texts begins: “Dana has said yes: she comes”."""
    starts = [(one, re.compile("|".join(rf"{re.escape(name)}\b" for name in _names(one)))) for one in _apart(people)]
    return tuple(one for one, start in starts if any(start.match(text.strip()) for text in texts))


def _is_rung(name: str, text: str) -> bool:
    asked = re.compile(rf"\b{_RING}\s+{_AND}{{0,3}}?{re.escape(name)}\b", re.IGNORECASE)
    return any(not _NOT.search(text[: found.start()]) for found in asked.finditer(text))


def _names(one: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (one.name.strip(), one.full_name.strip()) if name))


def _apart(people: Sequence[Person]) -> list[Person]:
    """People whose name is theirs alone."""
    names = [name.lower() for one in people for name in _names(one)]
    return [one for one in people if _names(one) and all(names.count(name.lower()) == 1 for name in _names(one))]

"""How a language says that a thing does not happen: data, so that negation.py knows no English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from icon_library.words_file import Part, cut_phrase

# Phrases by their first word.
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class Negation:
    """How a language says that a thing does not happen; the words file tells what each list is for."""

    words: Phrases
    enders: Phrases
    ender_endings: tuple[str, ...]
    affirming: Phrases
    denials: Phrases
    passives: Phrases
    closers: Phrases
    nobodies: frozenset[tuple[str, ...]]
    flips: frozenset[tuple[str, ...]]
    deep: frozenset[tuple[str, ...]]
    until_comma: frozenset[tuple[str, ...]]
    stops: frozenset[str]
    openers: frozenset[str]
    joins: frozenset[str]
    adds: frozenset[str]
    carriers: frozenset[str]
    asides: frozenset[str]
    settings: frozenset[str]
    sealed: frozenset[str]
    reach: int


def read_negation(part: Part) -> Negation:
    """Read the part of a words file that tells how things are denied."""
    return Negation(**{field.name: _READERS[str(field.type)](part, field.name) for field in fields(Negation)})


def _by_first_word(part: Part, key: str) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in map(cut_phrase, part.words(key)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(ones) for first, ones in found.items()}


# How a field is read follows from its type.
_READERS: Mapping[str, Callable[[Part, str], Any]] = {
    "Phrases": _by_first_word,
    "frozenset[tuple[str, ...]]": lambda part, key: frozenset(map(cut_phrase, part.words(key))),
    "frozenset[str]": lambda part, key: frozenset(part.words(key)),
    "tuple[str, ...]": lambda part, key: part.words(key),
    "int": lambda part, key: part.number(key, 6),
}

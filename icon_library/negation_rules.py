"""How a language says that a thing does not happen: data, so that negation.py knows no English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from icon_library.words_file import Part, cut_phrase, with_groups

# Phrases by their first word.
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
Groups = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Negation:
    """How a language says that a thing does not happen; the words file tells what each list is for."""

    words: Phrases
    enders: Phrases
    ender_endings: tuple[str, ...]
    innocent: Phrases
    affirming: Phrases
    denials: Phrases
    closers: Phrases
    ceased: Phrases
    too: Phrases
    takes_in: Phrases
    sequels: Phrases
    ruled_out: Phrases
    verdicts: Phrases
    headings: Phrases
    kept_from: tuple[tuple[str, ...], ...]
    staying: Phrases
    weak: Phrases
    reasons: Phrases
    blames: Phrases
    nobodies: frozenset[tuple[str, ...]]
    nothings: frozenset[tuple[str, ...]]
    conditional: frozenset[tuple[str, ...]]
    comma_bound: frozenset[tuple[str, ...]]
    pairs: frozenset[tuple[str, ...]]
    flips: frozenset[tuple[str, ...]]
    deep: frozenset[tuple[str, ...]]
    until_comma: frozenset[tuple[str, ...]]
    stops: frozenset[str]
    openers: frozenset[str]
    inverted: frozenset[str]
    joins: frozenset[str]
    adds: frozenset[str]
    carriers: frozenset[str]
    asides: frozenset[str]
    settings: frozenset[str]
    ways: frozenset[str]
    insists: frozenset[str]
    leads: frozenset[str]
    sealed: frozenset[str]
    turns: frozenset[str]
    nominatives: frozenset[str]
    relatives: frozenset[str]
    asked: frozenset[str]
    questions: frozenset[str]
    answers: Phrases
    neithers: frozenset[tuple[str, ...]]
    at_start: Phrases
    remarks: frozenset[str]
    anyone: frozenset[str]
    definite: frozenset[str]
    pending: frozenset[str]
    lately: frozenset[str]
    habits: Phrases
    nowadays: frozenset[str]
    still: frozenset[str]
    listed: frozenset[str]
    passive_endings: tuple[str, ...]
    undone: frozenset[str]
    away: frozenset[str]
    attends: frozenset[str]
    compound_starts: frozenset[str]
    compound_ends: frozenset[str]
    being: frozenset[str]
    deeds: frozenset[str]
    reach: int

    @cached_property
    def uncrossed(self) -> frozenset[str]:
        """Words that no gap in a phrase steps over: the baby never sleeps is not the baby sleeps."""
        alone = {phrase[0] for phrases in self.words.values() for phrase in phrases if len(phrase) == 1}
        return self.stops | alone


def read_negation(part: Part, groups: Groups) -> Negation:
    """Read the part of a words file that tells how things are denied; phrases may name a <group>."""
    return Negation(**{field.name: _READERS[str(field.type)](part, field.name, groups) for field in fields(Negation)})


def _phrases(part: Part, key: str, groups: Groups) -> Iterator[tuple[str, ...]]:
    return (cut_phrase(one) for written in part.words(key) for one in with_groups(written, groups, part.place))


def _by_first_word(part: Part, key: str, groups: Groups) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _phrases(part, key, groups):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(ones) for first, ones in found.items()}


# How a field is read follows from its type.
_READERS: Mapping[str, Callable[[Part, str, Groups], Any]] = {
    "Phrases": _by_first_word,
    "frozenset[tuple[str, ...]]": lambda part, key, groups: frozenset(_phrases(part, key, groups)),
    "tuple[tuple[str, ...], ...]": lambda part, key, groups: tuple(_phrases(part, key, groups)),
    "frozenset[str]": lambda part, key, groups: frozenset(part.words(key)),
    "tuple[str, ...]": lambda part, key, groups: part.words(key),
    "int": lambda part, key, groups: part.number(key, 6),
}

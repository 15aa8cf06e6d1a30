"""A words file as text, lists and mappings, read with an error for every key nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from icon_library.kept import read_text_data
from icon_library.words import EXACT, core

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


GAP = "…"
GROUP = re.compile(r"<(\w+)>")
_PLAIN = re.compile(r"(?:(?:…|=?[a-z0-9]+(?:'[a-z]+)?)(?: |\Z))+")


class LexiconError(ValueError):
    """A words file does not say what the picture suggester needs."""


def load_words(file: Path, place: str) -> Part:
    """Return what a words file holds; errors name it by its place. Raises LexiconError where it cannot be read."""
    try:
        return Part(read_text_data(file), place)
    except yaml.YAMLError as trouble:
        raise LexiconError(f"{place}: {' '.join(str(trouble).split())}") from trouble


def read_words(data: bytes, place: str) -> Part:
    """Return what YAML holds."""
    return Part(yaml.load(data, _Loader), place)  # noqa: S506 – it makes text, lists and mappings only


class Part:
    """A mapping of the words file; remembers which keys were read, so that unknown ones are refused."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise LexiconError(f"{place}: a list of names with their values is needed here.")
        self.value: dict[str, object] = {str(key): inner for key, inner in value.items()}
        self.place = place
        self.read: list[str] = []
        self.inner: dict[str, Part] = {}

    def take(self, key: str, default: object = None) -> object:
        self.read.append(key)
        return self.value.get(key, default)

    def words(self, key: str) -> tuple[str, ...]:
        found = self.take(key, [])
        if not isinstance(found, list) or set(map(type, found)) - {str}:
            raise LexiconError(f"{self.place}: {key}: a list of words is needed.")
        return tuple(found)

    def choice(self, key: str, choices: Sequence[str]) -> str:
        found = self.take(key, choices[0])
        if not isinstance(found, str) or found not in choices:
            raise LexiconError(f"{self.place}: {key} is one of {', '.join(choices)}.")
        return found

    def number(self, key: str, default: int) -> int:
        found = self.take(key, str(default))
        if not isinstance(found, str) or not found.isdecimal():
            raise LexiconError(f"{self.place}: {key} is a number.")
        return int(found)

    def part(self, key: str) -> Part:
        if key not in self.inner:
            self.inner[key] = Part(self.take(key, {}), f"{self.place}: {key}")
        return self.inner[key]

    def parts(self) -> Iterator[tuple[str, Part]]:
        for key in self.value:
            yield key, self.part(key)

    def finish(self) -> None:
        """Refuse the keys that nobody read, here and further in."""
        for key in self.value:
            if key not in self.read:
                raise LexiconError(f"{self.place}: the key “{key}” is not known here.")
        for part in self.inner.values():
            part.finish()


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of the words file as tokens; a gap stays a token."""
    if _PLAIN.fullmatch(phrase):  # nine in ten, and reading them all should take no time
        return tuple(phrase.split())
    pieces = phrase.replace("-", " ").replace("/", " ").split()
    return tuple(piece if piece == GAP or piece.startswith(EXACT) else core(piece) for piece in pieces)


def spread(words: Iterable[str], groups: Mapping[str, frozenset[str]], place: str) -> frozenset[str]:
    """The words with each <group> replaced by the words of that group."""
    found: set[str] = set()
    for word in words:
        group = GROUP.fullmatch(word)
        if group and group[1] not in groups:
            raise LexiconError(f"{place}: there is no group “{group[1]}”.")
        found |= groups[group[1]] if group else {word}
    return frozenset(found)


def with_groups(phrase: str, groups: Mapping[str, frozenset[str]], place: str) -> Iterator[str]:
    """The phrase; one with a <group> once for each word of the group."""
    marked = GROUP.search(phrase) if "<" in phrase else None
    if not marked:
        yield phrase
        return
    for word in sorted(spread([marked[0]], groups, place)):
        yield from with_groups(phrase.replace(marked[0], word, 1), groups, place)

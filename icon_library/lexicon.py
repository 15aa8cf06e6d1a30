"""The words that call for pictures, read from words/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

from icon_library.words import EXACT, Inflections, base_forms, core

GAP = "…"
FOLDER = Path(__file__).parent / "words"
SHOWN = ("key", "spare", "more")
GROUP = re.compile(r"<(\w+)>")
# Everything is read as text, so that no, on and 999 are the words they look like.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class LexiconError(ValueError):
    """A words file does not say what the picture suggester needs."""


@dataclass(frozen=True)
class Context:
    """Words near a phrase that decide which sense it has; empty sets decide nothing."""

    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    just_before: frozenset[str] = frozenset()
    not_just_before: frozenset[str] = frozenset()
    just_after: frozenset[str] = frozenset()
    not_just_after: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sense:
    """One idea, the pictures that can stand for it (best first), and the words that mean it."""

    key: str
    icons: tuple[str, ...]
    phrases: tuple[str, ...]
    show: str = "key"
    together: int = 1
    crossed: bool = True
    context: Context = field(default_factory=Context)
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A phrase cut into tokens for matching, and the key of the sense or kin that it means."""

    tokens: tuple[str, ...]
    key: str


@dataclass(frozen=True)
class Negation:
    """How a language says that a thing does not happen."""

    words: frozenset[tuple[str, ...]]
    enders: frozenset[tuple[str, ...]]
    ender_endings: tuple[str, ...]
    affirming: frozenset[tuple[str, ...]]
    stops: frozenset[str]
    openers: frozenset[str]
    joins: frozenset[str]
    reach: int


@dataclass(frozen=True)
class Kin:
    """A family word such as mum, the words that mean the same, and its pictures."""

    key: str
    words: tuple[str, ...]
    icons: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """All that the suggester knows of one language."""

    senses: Mapping[str, Sense]
    index: Mapping[str, tuple[Entry, ...]]
    function_words: frozenset[str]
    fillers: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    negation: Negation
    inflections: Inflections
    kin: Mapping[str, Kin]
    kin_index: Mapping[str, tuple[Entry, ...]]
    titles: frozenset[str]
    names: frozenset[str]


def load_lexicon(language: str = "en", folder: Path = FOLDER) -> Lexicon:
    """Read the words of a language. Raises LexiconError, naming the file and the key."""
    return read_lexicon((folder / f"{language}.yaml").read_bytes(), f"{language}.yaml")


def read_lexicon(data: bytes, name: str = "words") -> Lexicon:
    """Read the words of a language from YAML. Raises LexiconError, naming the file and the key."""
    raw = _Part(yaml.load(data, _Loader), name)  # noqa: S506 – it makes text, lists and mappings only
    inflections = _inflections(raw.part("inflections"), raw.words("function_words"))
    groups = {key: frozenset(raw.part("groups").words(key)) for key in raw.part("groups").value}
    kin = {key: _kin(key, part) for key, part in raw.part("kin").parts()}
    known = groups | {key: frozenset(one.words) for key, one in kin.items()}
    senses = {key: _sense(key, part, known) for key, part in raw.part("senses").parts()}
    functions = frozenset(raw.words("function_words"))
    lexicon = Lexicon(
        senses=senses,
        index=_index(senses, known, functions, name),
        function_words=functions,
        fillers=frozenset(raw.words("fillers")),
        groups=groups,
        negation=_negation(raw.part("negation")),
        inflections=inflections,
        kin=kin,
        kin_index=_longest_first(Entry(cut_phrase(word), key) for key, one in kin.items() for word in one.words),
        titles=frozenset(raw.words("titles")),
        names=frozenset(raw.words("names")),
    )
    raw.finish()
    return lexicon


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of the words file as tokens; a gap stays a token."""
    pieces = phrase.replace("-", " ").replace("/", " ").split()
    return tuple(piece if piece == GAP or piece.startswith(EXACT) else core(piece) for piece in pieces)


class _Part:
    """A mapping of the words file; remembers which keys were read, so that unknown ones are refused."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise LexiconError(f"{place}: a list of names with their values is needed here.")
        self.value: dict[str, object] = {str(key): inner for key, inner in value.items()}
        self.place = place
        self.read: list[str] = []
        self.inner: dict[str, _Part] = {}

    def take(self, key: str, default: object = None) -> object:
        self.read.append(key)
        return self.value.get(key, default)

    def words(self, key: str) -> tuple[str, ...]:
        found = self.take(key, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
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

    def part(self, key: str) -> _Part:
        if key not in self.inner:
            self.inner[key] = _Part(self.take(key, {}), f"{self.place}: {key}")
        return self.inner[key]

    def parts(self) -> Iterator[tuple[str, _Part]]:
        for key in self.value:
            yield key, self.part(key)

    def finish(self) -> None:
        """Refuse the keys that nobody read, here and further in."""
        for key in self.value:
            if key not in self.read:
                raise LexiconError(f"{self.place}: the key “{key}” is not known here.")
        for part in self.inner.values():
            part.finish()


def _sense(key: str, part: _Part, groups: Mapping[str, frozenset[str]]) -> Sense:
    icons = part.words("icons")
    if not icons:
        raise LexiconError(f"{part.place}: at least one icon is needed.")
    context = {name: _spread(part.words(name), groups, part.place) for name in Context.__annotations__}
    return Sense(
        key=key,
        icons=icons,
        phrases=part.words("phrases"),
        show=part.choice("show", SHOWN),
        together=part.number("together", 1),
        crossed=part.choice("crossed", ("true", "false")) == "true",
        context=Context(**context),
        fires=part.words("fires"),
        silent=part.words("silent"),
    )


def _spread(words: Iterable[str], groups: Mapping[str, frozenset[str]], place: str) -> frozenset[str]:
    """The words with each <group> replaced by the words of that group."""
    found: set[str] = set()
    for word in words:
        group = GROUP.fullmatch(word)
        if group and group[1] not in groups:
            raise LexiconError(f"{place}: there is no group “{group[1]}”.")
        found |= groups[group[1]] if group else {word}
    return frozenset(found)


def _kin(key: str, part: _Part) -> Kin:
    return Kin(key, tuple(dict.fromkeys((key.replace("_", " "), *part.words("words")))), part.words("icons"))


def _inflections(part: _Part, unbending: tuple[str, ...]) -> Inflections:
    irregular = part.part("irregular")
    endings = part.part("endings")
    return Inflections(
        {word: tuple(str(irregular.take(word)).split()) for word in irregular.value},
        {ending: endings.words(ending) for ending in endings.value},
        frozenset(part.words("doubling")),
        frozenset(unbending),
    )


def _negation(part: _Part) -> Negation:
    return Negation(
        words=_cut_all(part.words("words")),
        enders=_cut_all(part.words("enders")),
        ender_endings=part.words("ender_endings"),
        affirming=_cut_all(part.words("affirming")),
        stops=frozenset(part.words("stops")),
        openers=frozenset(part.words("openers")),
        joins=frozenset(part.words("joins")),
        reach=part.number("reach", 6),
    )


def _cut_all(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(cut_phrase(phrase) for phrase in phrases)


def _index(
    senses: Mapping[str, Sense], groups: Mapping[str, frozenset[str]], functions: frozenset[str], name: str
) -> dict[str, tuple[Entry, ...]]:
    """Every phrase of every sense, by its first token."""
    entries: list[Entry] = []
    for sense in senses.values():
        for tokens in _all_tokens(sense, groups, f"{name}: senses: {sense.key}"):
            if len(tokens) == 1 and tokens[0] in functions:
                raise LexiconError(f"{name}: senses: {sense.key}: “{' '.join(tokens)}” cannot have a picture.")
            entries.append(Entry(tokens, sense.key))
    return _longest_first(entries)


def _longest_first(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by their first token; longer ones first, else in the order given."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: -len(one.tokens)):
        found.setdefault(entry.tokens[0], []).append(entry)
    return {first: tuple(ones) for first, ones in found.items()}


def _all_tokens(sense: Sense, groups: Mapping[str, frozenset[str]], place: str) -> Iterator[tuple[str, ...]]:
    """Each phrase of a sense as tokens; a phrase with a <group> once for each word of the group."""
    for phrase in sense.phrases:
        marked = GROUP.search(phrase)
        for choice in sorted(_spread([marked[0]], groups, place)) if marked else [""]:
            yield cut_phrase(phrase.replace(marked[0], choice, 1) if marked else phrase)


def kin_of(words: Iterable[str], lexicon: Lexicon) -> Kin | None:
    """The family word among some words, if there is one."""
    bases = {base for word in words for base in base_forms(core(word), lexicon.inflections)}
    return next((kin for kin in lexicon.kin.values() if bases & set(kin.words)), None)

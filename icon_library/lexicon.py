"""The words that call for pictures, read from words/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

from icon_library.words import Inflections, base_forms, core

GAP = "…"
FOLDER = Path(__file__).parent / "words"
SHOWN = ("key", "spare", "more")
GROUP = re.compile(r"<(\w+)>")
# Everything is read as text, so that no, on and 999 are the words they look like.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class LexiconBroken(ValueError):
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
    """A phrase of a sense, cut into tokens for matching."""

    tokens: tuple[str, ...]
    sense: str


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
    titles: frozenset[str]
    names: frozenset[str]


def load_lexicon(language: str = "en", folder: Path = FOLDER) -> Lexicon:
    """Read the words of a language. Raises LexiconBroken, naming the file and the key."""
    return read_lexicon((folder / f"{language}.yaml").read_bytes(), f"{language}.yaml")


def read_lexicon(data: bytes, name: str = "words") -> Lexicon:
    """Read the words of a language from YAML. Raises LexiconBroken, naming the file and the key."""
    raw = _Part(yaml.load(data, _Loader), name)
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
        titles=frozenset(raw.words("titles")),
        names=frozenset(raw.words("names")),
    )
    raw.finish()
    return lexicon


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of the words file as tokens; a gap stays a token."""
    pieces = phrase.replace("-", " ").replace("/", " ").split()
    return tuple(GAP if piece == GAP else core(piece) for piece in pieces)


class _Part:
    """A mapping of the words file; remembers which keys were read, so that unknown ones are refused."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise LexiconBroken(f"{place}: a list of names with their values is needed here.")
        self.value: dict[str, object] = {str(key): inner for key, inner in value.items()}
        self.place = place
        self.read: list[str] = []
        self.inner: list[_Part] = []

    def take(self, key: str, default: object = None) -> object:
        self.read.append(key)
        return self.value.get(key, default)

    def words(self, key: str) -> tuple[str, ...]:
        found = self.take(key, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise LexiconBroken(f"{self.place}: {key}: a list of words is needed.")
        return tuple(found)

    def choice(self, key: str, choices: Sequence[str]) -> str:
        found = self.take(key, choices[0])
        if not isinstance(found, str) or found not in choices:
            raise LexiconBroken(f"{self.place}: {key} is one of {', '.join(choices)}.")
        return found

    def number(self, key: str, default: int) -> int:
        found = self.take(key, str(default))
        if not isinstance(found, str) or not found.isdecimal():
            raise LexiconBroken(f"{self.place}: {key} is a number.")
        return int(found)

    def part(self, key: str) -> _Part:
        made = _Part(self.take(key, {}), f"{self.place}: {key}")
        self.inner.append(made)
        return made

    def parts(self) -> Iterator[tuple[str, _Part]]:
        for key in self.value:
            made = self.part(key)
            yield key, made
            made.finish()

    def finish(self) -> None:
        for key in self.value:
            if key not in self.read:
                raise LexiconBroken(f"{self.place}: the key “{key}” is not known here.")


def _sense(key: str, part: _Part, groups: Mapping[str, frozenset[str]]) -> Sense:
    icons = part.words("icons")
    if not icons:
        raise LexiconBroken(f"{part.place}: at least one icon is needed.")
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
            raise LexiconBroken(f"{place}: there is no group “{group[1]}”.")
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
    reach = part.number("reach", 6)
    cut = {key: frozenset(cut_phrase(one) for one in part.words(key)) for key in ("words", "enders", "affirming")}
    made = Negation(**cut, ender_endings=part.words("ender_endings"), stops=frozenset(part.words("stops")),
                    openers=frozenset(part.words("openers")), joins=frozenset(part.words("joins")), reach=reach)  # fmt: skip
    part.finish()
    return made


def _index(
    senses: Mapping[str, Sense], groups: Mapping[str, frozenset[str]], functions: frozenset[str], name: str
) -> dict[str, tuple[Entry, ...]]:
    """Entries by their first token, those with most words first, earlier senses before later ones."""
    found: dict[str, list[Entry]] = {}
    for sense in senses.values():
        for tokens in _all_tokens(sense, groups, f"{name}: senses: {sense.key}"):
            if len(tokens) == 1 and tokens[0] in functions:
                raise LexiconBroken(f"{name}: senses: {sense.key}: “{' '.join(tokens)}” cannot have a picture.")
            found.setdefault(tokens[0], []).append(Entry(tokens, sense.key))
    return {first: tuple(sorted(ones, key=lambda one: -len(one.tokens))) for first, ones in found.items()}


def _all_tokens(
    sense: Sense, groups: Mapping[str, frozenset[str]], place: str
) -> Iterator[tuple[str, ...]]:
    """Each phrase of a sense as tokens; a phrase with a <group> once for each word of the group."""
    for phrase in sense.phrases:
        marked = GROUP.search(phrase)
        for choice in sorted(_spread([marked[0]], groups, place)) if marked else [""]:
            yield cut_phrase(phrase.replace(marked[0], choice, 1) if marked else phrase)


def kin_of(words: Iterable[str], lexicon: Lexicon) -> Kin | None:
    """The family word among some words, if there is one."""
    bases = {base for word in words for base in base_forms(core(word), lexicon.inflections)}
    return next((kin for kin in lexicon.kin.values() if bases & set(kin.words)), None)

"""The words that call for pictures: words/<language>.yaml, and its senses by topic in words/<language>/."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from icon_library.doubt import Doubts, read_doubts
from icon_library.negation_rules import Negation, read_negation
from icon_library.phrase_index import PhraseIndex
from icon_library.words import Inflections, base_forms, core
from icon_library.words_file import LexiconError, Part, load_words, read_words, spread, with_groups

FOLDER = Path(__file__).parent / "words"
SHOWN = ("key", "spare", "more")


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
    """One idea, the pictures that can stand for it (best first), and the words that mean it; topic names its file."""

    key: str
    icons: tuple[str, ...]
    phrases: tuple[str, ...]
    show: str = "key"
    together: int = 1
    crossed: bool = True
    context: Context = field(default_factory=Context)
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    topic: str = ""


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
    index: PhraseIndex
    function_words: frozenset[str]
    fillers: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    negation: Negation
    inflections: Inflections
    kin: Mapping[str, Kin]
    kin_index: PhraseIndex
    titles: frozenset[str]
    names: frozenset[str]
    addresses: frozenset[str]
    doubts: Doubts = field(default_factory=Doubts)


def languages(folder: Path = FOLDER) -> frozenset[str]:
    """The languages we have words of, as two letters."""
    return frozenset(file.stem for file in folder.glob("*.yaml"))


def load_lexicon(language: str = "en", folder: Path = FOLDER) -> Lexicon:
    """Read the words of a language. Raises LexiconError, naming the file and the key."""
    topics = sorted((folder / language).glob("*.yaml"))
    gc.disable()  # else it walks every new phrase again and again, for a third of the time
    try:
        words = load_words(folder / f"{language}.yaml", f"{language}.yaml")
        lexicon = _lexicon(words, (load_words(topic, f"{language}/{topic.name}") for topic in topics))
        return replace(lexicon, doubts=read_doubts(folder / language / "doubts.json"))
    finally:
        gc.enable()


def read_lexicon(language: bytes, *topics: bytes) -> Lexicon:
    """Read words and senses from YAML. Raises LexiconError, naming the key."""
    return _lexicon(read_words(language, "words"), (read_words(topic, "senses") for topic in topics))


def _lexicon(raw: Part, topics: Iterable[Part]) -> Lexicon:
    groups = {key: frozenset(raw.part("groups").words(key)) for key in raw.part("groups").value}
    kin = {key: _kin(key, part) for key, part in raw.part("kin").parts()}
    known = groups | {key: frozenset(one.words) for key, one in kin.items()}
    functions = frozenset(raw.words("function_words"))
    senses: dict[str, Sense] = {}
    index = PhraseIndex()
    for topic in topics:  # one after another, and each is forgotten: all at once they fill a tenth of the memory
        for sense, place in _senses(topic, known, senses):
            _add_phrases(sense, place, known, functions, index)
        topic.finish()
    lexicon = Lexicon(
        senses=senses,
        index=index,
        function_words=functions,
        fillers=frozenset(raw.words("fillers")),
        groups=groups,
        negation=read_negation(raw.part("negation"), groups),
        inflections=_inflections(raw.part("inflections"), raw.words("function_words")),
        kin=kin,
        kin_index=PhraseIndex((word, key) for key, one in kin.items() for word in one.words),
        titles=frozenset(raw.words("titles")),
        names=frozenset(raw.words("names")),
        addresses=frozenset(raw.words("addresses")),
    )
    raw.finish()
    return lexicon


def _senses(topic: Part, groups: Mapping[str, frozenset[str]], known: dict[str, Sense]) -> Iterator[tuple[Sense, str]]:
    """The senses of a topic, each with its place; they become known. Raises LexiconError where two have one name."""
    for key, part in topic.parts():
        if key in known:
            raise LexiconError(f"{part.place}: there is a sense of this name already, in {known[key].topic}: {key}.")
        known[key] = _sense(key, part, groups)
        yield known[key], part.place


def _sense(key: str, part: Part, groups: Mapping[str, frozenset[str]]) -> Sense:
    icons = part.words("icons")
    if not icons:
        raise LexiconError(f"{part.place}: at least one icon is needed.")
    near = [name for name in Context.__annotations__ if name in part.value]
    context = {name: spread(part.words(name), groups, part.place) for name in near}
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
        topic=part.place.removesuffix(f": {key}"),
    )


def _kin(key: str, part: Part) -> Kin:
    if not part.value.get("icons"):
        raise LexiconError(f"{part.place}: at least one icon is needed.")
    return Kin(key, tuple(dict.fromkeys((key.replace("_", " "), *part.words("words")))), part.words("icons"))


def _inflections(part: Part, unbending: tuple[str, ...]) -> Inflections:
    irregular = part.part("irregular")
    endings = part.part("endings")
    return Inflections(
        {word: tuple(str(irregular.take(word)).split()) for word in irregular.value},
        {ending: endings.words(ending) for ending in endings.value},
        frozenset(part.words("doubling")),
        frozenset(unbending),
    )


def _add_phrases(
    sense: Sense, place: str, groups: Mapping[str, frozenset[str]], functions: frozenset[str], index: PhraseIndex
) -> None:
    """Put the phrases of a sense into the index. Raises LexiconError where one is a little word alone."""
    for phrase in functions.intersection(sense.phrases):
        raise LexiconError(f"{place}: “{phrase}” cannot have a picture.")
    index.add((phrase, sense.key) for written in sense.phrases for phrase in with_groups(written, groups, place))


def kin_of(words: Iterable[str], lexicon: Lexicon) -> Kin | None:
    """The family word among some words, if there is one."""
    bases = {base for word in words for base in base_forms(core(word), lexicon.inflections)}
    return next((kin for kin in lexicon.kin.values() if bases & set(kin.words)), None)

"""The words that call for pictures: words/<language>.yaml, and its senses by topic in words/<language>/."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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


def languages(folder: Path = FOLDER) -> frozenset[str]:
    """The languages we have words of, as two letters."""
    return frozenset(file.stem for file in folder.glob("*.yaml"))


def load_lexicon(language: str = "en", folder: Path = FOLDER) -> Lexicon:
    """Read the words of a language. Raises LexiconError, naming the file and the key."""
    topics = sorted((folder / language).glob("*.yaml"))
    gc.disable()  # else it walks every new phrase again and again, for a third of the time
    try:
        words = load_words(folder / f"{language}.yaml", f"{language}.yaml")
        return _lexicon(words, [load_words(topic, f"{language}/{topic.name}") for topic in topics])
    finally:
        gc.enable()


def read_lexicon(language: bytes, *topics: bytes) -> Lexicon:
    """Read words and senses from YAML. Raises LexiconError, naming the key."""
    return _lexicon(read_words(language, "words"), [read_words(topic, "senses") for topic in topics])


def _lexicon(raw: Part, topics: Sequence[Part]) -> Lexicon:
    groups = {key: frozenset(raw.part("groups").words(key)) for key in raw.part("groups").value}
    kin = {key: _kin(key, part) for key, part in raw.part("kin").parts()}
    known = groups | {key: frozenset(one.words) for key, one in kin.items()}
    functions = frozenset(raw.words("function_words"))
    places = _places(topics)
    senses = {key: _sense(key, part, known) for key, part in places.items()}
    lexicon = Lexicon(
        senses=senses,
        index=_index(senses, known, functions, places),
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
    for part in (raw, *topics):
        part.finish()
    return lexicon


def _places(topics: Iterable[Part]) -> dict[str, Part]:
    """Each sense's place in the topic files. Raises LexiconError where two have one name."""
    found: dict[str, Part] = {}
    for topic in topics:
        for key, part in topic.parts():
            if key in found:
                raise LexiconError(f"{part.place}: there is a sense of this name already, in {found[key].place}.")
            found[key] = part
    return found


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


def _index(
    senses: Mapping[str, Sense],
    groups: Mapping[str, frozenset[str]],
    functions: frozenset[str],
    places: Mapping[str, Part],
) -> PhraseIndex:
    """Every phrase of every sense. Raises LexiconError where one is a little word alone."""
    for sense in senses.values():
        for phrase in functions.intersection(sense.phrases):
            raise LexiconError(f"{places[sense.key].place}: “{phrase}” cannot have a picture.")
    return PhraseIndex(
        (phrase, sense.key)
        for sense in senses.values()
        for written in sense.phrases
        for phrase in with_groups(written, groups, places[sense.key].place)
    )


def kin_of(words: Iterable[str], lexicon: Lexicon) -> Kin | None:
    """The family word among some words, if there is one."""
    bases = {base for word in words for base in base_forms(core(word), lexicon.inflections)}
    return next((kin for kin in lexicon.kin.values() if bases & set(kin.words)), None)

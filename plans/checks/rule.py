"""A rule is a value: what it asks, why, from which guidance, and sentences that must and must not set it off.

Rules are blocks of the YAML files in rules/<language>/. A broken file takes only itself away: the others go on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from plans import shape
from plans.checks.said import HARMED, HARMS
from plans.errors import PlanFileBroken
from plans.strict_yaml import read_yaml

RULES = Path(__file__).parent / "rules"
LEVELS = ("must", "should", "think")
KINDS = ("words", "dateless", "nameless", "long", "policing")
SIDES = ("family", "professional", "child page")
_LONGEST = 600


@dataclass(frozen=True)
class Example:
    """A sentence that a rule is tried on, and where it stands; empty means anywhere that the rule looks."""

    text: str
    said: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """One thing that good practice asks of a sentence.

    `find` are patterns of words at fault and `unless` patterns that make the sentence good again; `fields` and `sides`
    are where it looks, everywhere if empty; `documents` the codes of documents, all if empty; `swaps` say by which
    words a found one is replaced. In a pattern of the kind `policing`, HARMED and HARMS stand for the names of who is
    harmed and who harms, and LETTER_OF_HARMED for one letter of such a name.
    """

    id: str
    kind: str
    level: str
    message: str
    why: str
    source: str
    serves: tuple[str, ...]
    rewording: str = ""
    find: tuple[re.Pattern[str], ...] = ()
    unless: tuple[re.Pattern[str], ...] = ()
    swaps: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    limit: int = 0
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()


@dataclass(frozen=True)
class RuleBook:
    """The rules of a language, and a sentence for each file that could not be read."""

    rules: tuple[Rule, ...]
    troubles: tuple[str, ...] = ()


@cache
def load_rules(language: str = "en", folder: Path = RULES) -> RuleBook:
    """Return every rule of a language; what is broken is told by file, rule and key, and the rest still works."""
    rules: list[Rule] = []
    troubles: list[str] = []
    for file in sorted((folder / language).glob("*.yaml")):
        try:
            found = shape.known_fields(read_yaml(file.read_bytes()), ("rules",), "The file")
            entries = shape.entries(found, "rules", "The file", most=500)
        except PlanFileBroken as trouble:
            troubles.append(f"{file.name}: {trouble}")
            continue
        for number, entry in enumerate(entries, 1):
            try:
                rules.append(_rule(entry, _name(entry, number)))
            except PlanFileBroken as trouble:
                troubles.append(f"{file.name}: {trouble}")
    return RuleBook(tuple(rules), tuple(troubles))


def _name(entry: object, number: int) -> str:
    named = entry.get("id") if isinstance(entry, dict) else None
    return f"rule “{str(named)[:40]}”" if named else f"rule {number}"


def _rule(entry: object, where: str) -> Rule:
    known = (
        "id", "kind", "level", "message", "why", "source", "serves", "rewording", "find", "unless", "swaps", "fields",
        "sides", "documents", "limit", "fires", "silent",
    )  # fmt: skip
    fields = shape.known_fields(entry, known, where)
    swaps = _swaps(fields, where)
    return Rule(
        id=shape.identity(fields, "id", where),
        kind=shape.one_of(fields, "kind", KINDS, where, "words"),
        level=shape.one_of(fields, "level", LEVELS, where, "should"),
        message=shape.needed_words(fields, "message", where, longest=_LONGEST),
        why=shape.needed_words(fields, "why", where, longest=_LONGEST),
        source=shape.needed_words(fields, "source", where),
        serves=shape.texts(fields, "serves", where),
        rewording=shape.words(fields, "rewording", where, longest=_LONGEST),
        find=(*_patterns(fields, "find", where), *_swapped(swaps, where)),
        unless=_patterns(fields, "unless", where),
        swaps={word.lower(): swap for word, swap in swaps.items()},
        fields=shape.texts(fields, "fields", where),
        sides=shape.texts(fields, "sides", where),
        documents=shape.texts(fields, "documents", where),
        limit=shape.whole(fields, "limit", 1, 1_000, where, 0) or 0,
        fires=shape.each(fields, "fires", where, _example, most=60),
        silent=shape.each(fields, "silent", where, _example, most=60),
    )


def _example(entry: object, where: str) -> Example:
    if isinstance(entry, str):
        return Example(entry)
    known = ("text", "side", "field", "document_type", "people", "domestic_abuse")
    fields = shape.known_fields(entry, known, where)
    text = shape.needed_words(fields, "text", where, longest=_LONGEST)
    return Example(text, {name: value for name, value in fields.items() if name != "text"})


def _swaps(fields: shape.Fields, where: str) -> dict[str, str]:
    found = fields.get("swaps") or {}
    known = shape.known_fields(found, found if isinstance(found, dict) else (), f"{where}: swaps")
    return {word: shape.needed_words(known, word, where) for word in known}


def _swapped(swaps: Mapping[str, str], where: str) -> tuple[re.Pattern[str], ...]:
    """One pattern for all words that are swapped, whole words and the longest first."""
    words = [re.escape(word) for word in sorted(swaps, key=len, reverse=True)]
    return (_pattern(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", "swaps", where),) if words else ()


def _patterns(fields: shape.Fields, name: str, where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(text, name, where) for text in shape.texts(fields, name, where, longest=2_000))


def _pattern(text: str, name: str, where: str) -> re.Pattern[str]:
    try:
        named = (
            text.replace("LETTER_OF_HARMED", HARMED)
            .replace("HARMED", f"{HARMED}+")
            .replace("HARMS", f"(?:{HARMS}+|him|her|them)")
        )
        return re.compile(named.replace("'", "[’']"), re.IGNORECASE)
    except re.error as trouble:
        raise PlanFileBroken(f"{where}: “{name}” is not a pattern that can be read ({trouble}).") from None

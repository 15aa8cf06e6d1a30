"""A rule is a value: what it asks, why, from which guidance, and sentences that must and must not set it off.

Rules are blocks of the YAML files in rules/<language>/. A broken file takes only itself away: the others go on.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from plans import shape
from plans.checks.gate import Gated, Gates, gated
from plans.checks.points import load_cards
from plans.checks.said import CHILD, HARMED, HARMS, RELATIVE, WORKER
from plans.errors import PlanFileBroken
from plans.strict_yaml import read_yaml

RULES = Path(__file__).parent / "rules"
LEVELS = ("must", "should", "think")
KINDS = ("words", "dateless", "nameless", "long", "cast", "policing", "answerable", "both", "weekday", "points", "plan")
SIDES = ("family", "professional", "child page")
_LONGEST = 600
# What stands in patterns for the names of people, by what they are in the plan.
_MACROS = {
    "LETTER_OF_HARMED": HARMED,
    "HARMED": f"{HARMED}+",
    "HARMER": f"{HARMS}+",
    "HARMS": f"(?:{HARMS}+|him|her|them)",
    "CHILD": f"{CHILD}+",
    "WORKER": f"{WORKER}+",
    "RELATIVE": f"{RELATIVE}+",
    "GAP": f"[^.;{HARMED}{HARMS}{CHILD}{WORKER}{RELATIVE}]",
    "ANYBODY": f"[{HARMED}{HARMS}{CHILD}{WORKER}{RELATIVE}]+",
}
_SET_OR_APOSTROPHE = re.compile(r"\[(?:\\.|[^\]\\])*\]|'")
_FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Example:
    """A sentence that a rule is tried on, and where it stands; empty means anywhere that the rule looks."""

    text: str
    said: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class PlanExample:
    """What is changed in the plan of example.yaml, by path (see example.py), and the document that is checked."""

    changes: Mapping[str, object]
    document: str = ""


@dataclass(frozen=True)
class Rule:
    """One thing that good practice asks of a sentence, or of a whole plan.

    `find` are patterns of words at fault and `unless` patterns that make the sentence good again; `fields` and
    `sides` are where it looks, everywhere if empty; `documents` the codes of documents, all if empty; `swaps` say
    by which words a found one is replaced. In a pattern of the kinds `cast` and `policing` the words of _MACROS
    stand for the names of people: HARMED for who is harmed, HARMER for who harms, HARMS also for “him”, CHILD,
    WORKER, RELATIVE. A rule is silent where one that it `yields_to` has spoken, and in a plan that says in another
    text what is `answered`. A rule of the kind `plan` names its `condition`, a function of conditions/, and gives
    it `groups` of words by name and a `limit`. A rule of the kind `points` names its `card`, words and points that were
    learned from our own sentences (see points.py); it speaks last, and where its group `with` is in the sentence.
    `doubted` names cards and the fewest points on each: a pattern that a sentence with still fewer meets was mistaken.
    """

    id: str
    kind: str
    level: str
    message: str
    why: str
    source: str
    serves: tuple[str, ...]
    rewording: str = ""
    find: tuple[Gated, ...] = ()
    unless: tuple[re.Pattern[str], ...] = ()
    swaps: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    answered: tuple[re.Pattern[str], ...] = ()
    limit: int = 0
    condition: str = ""
    card: str = ""
    doubted: Mapping[str, float] = field(default_factory=dict)
    groups: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    fires: tuple[Example | PlanExample, ...] = ()
    silent: tuple[Example | PlanExample, ...] = ()

    def looks_at(self, field: str, side: str, document: str) -> bool:
        """Return whether the rule is meant for texts of such a place; what is not said of it does not speak against."""
        return (
            self.kind != "plan"
            and (not self.fields or not field or field in self.fields)
            and (not self.sides or not side or side in self.sides)
            and (not self.documents or not document or document in self.documents)
        )

    @cached_property
    def also(self) -> tuple[Gated, ...]:
        """What must be in the sentence besides, for a rule of the kind `both`."""
        return (gated(self.groups["with"]),) if self.kind == "both" else ()

    @cached_property
    def swap_words(self) -> Mapping[str, tuple[str, ...]]:
        """The words that are swapped, by their first word, the longest first."""
        found: dict[str, tuple[str, ...]] = {}
        for swap in sorted(self.swaps, key=len, reverse=True):
            first = _FIRST_WORD.search(swap)
            if first:
                found[first[0]] = (*found.get(first[0], ()), swap)
        return found


class Looking:
    """The rules that look at texts of one place, those that yield to others last, and how to find those for a text.

    A card of points comes after all patterns, which are surer. `weighs` tells whether any asks for points.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted(rules, key=_turn)
        self._gates = Gates(gate for one in self._rules for gate in (*one.find, *one.also))
        self._always = {at for at, one in enumerate(self._rules) if not one.find or one.swaps}
        self._by_gate: dict[Gated, set[int]] = {}
        for at, one in enumerate(self._rules):
            for gate in one.find:
                self._by_gate.setdefault(gate, set()).add(at)
        self.weighs = any(one.card or one.doubted for one in self._rules)

    def at(self, small: str) -> tuple[list[Rule], set[Gated]]:
        """Return the rules that could speak of a text in small letters, and the patterns that could be found in it."""
        could_be = self._gates.open_for(small)
        found = self._always.union(*(self._by_gate.get(gate, ()) for gate in could_be))
        return [self._rules[at] for at in sorted(found)], could_be


class Rules(tuple[Rule, ...]):
    """Some rules, made ready for looking through many texts: which look where, and what a text must have for them."""

    def __init__(self, _: Iterable[Rule] = ()) -> None:
        self._ready: dict[tuple[str, str, str], Looking] = {}

    def for_place(self, field: str, side: str, document: str) -> Looking:
        """Return the rules that look at texts of such a place."""
        place = (field, side, document)
        if place not in self._ready:
            self._ready[place] = Looking(one for one in self if one.looks_at(*place))
        return self._ready[place]


def _turn(rule: Rule) -> int:
    return 2 if rule.kind == "points" else 1 if rule.yields_to else 0


@dataclass(frozen=True)
class RuleBook:
    """The rules of a language, and a sentence for each file that could not be read."""

    rules: Rules
    troubles: tuple[str, ...] = ()


@cache
def load_rules(language: str = "en", folder: Path = RULES) -> RuleBook:
    """Return every rule of a language; what is broken is told by file, rule and key, and the rest still works."""
    rules: list[Rule] = []
    troubles: list[str] = []
    for file in sorted((folder / language).glob("*.yaml")):  # a council’s pack has no folders of languages
        try:
            data = file.read_bytes()
        except OSError as trouble:
            troubles.append(f"{file.name} cannot be read ({trouble.strerror}).")
            continue
        try:
            found = shape.known_fields(read_yaml(data), ("rules",), "The file")
            entries = shape.entries(found, "rules", "The file", most=500)
        except PlanFileBroken as trouble:
            troubles.append(f"{file.name}: {trouble}")
            continue
        for number, entry in enumerate(entries, 1):
            try:
                rules.append(_rule(entry, _name(entry, number)))
            except PlanFileBroken as trouble:
                troubles.append(f"{file.name}: {trouble}")
    return RuleBook(Rules(rules), tuple(troubles))


def _name(entry: object, number: int) -> str:
    named = entry.get("id") if isinstance(entry, dict) else None
    return f"rule “{str(named)[:40]}”" if named else f"rule {number}"


def _rule(entry: object, where: str) -> Rule:
    known = (
        "id", "kind", "level", "message", "why", "source", "serves", "rewording", "find", "unless", "swaps", "fields",
        "sides", "documents", "yields_to", "answered", "limit", "condition", "card", "doubted",
        "groups", "fires", "silent",
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
        find=tuple(gated(pattern) for pattern in _patterns(fields, "find", where)),
        unless=_patterns(fields, "unless", where),
        swaps={word.lower(): swap for word, swap in swaps.items()},
        fields=shape.texts(fields, "fields", where),
        sides=shape.texts(fields, "sides", where),
        documents=shape.texts(fields, "documents", where),
        yields_to=shape.texts(fields, "yields_to", where),
        answered=_patterns(fields, "answered", where),
        limit=shape.whole(fields, "limit", 1, 5_000, where, 0) or 0,
        condition=shape.words(fields, "condition", where),
        card=_card(fields, where),
        doubted=_doubted(fields, where),
        groups=_groups(fields, where),
        fires=shape.each(fields, "fires", where, _example, most=60),
        silent=shape.each(fields, "silent", where, _example, most=60),
    )


def _example(entry: object, where: str) -> Example | PlanExample:
    if isinstance(entry, str):
        return Example(entry)
    if isinstance(entry, dict) and "plan" in entry:
        fields = shape.known_fields(entry, ("plan", "document"), where)
        changes = shape.known_fields(
            fields["plan"], list(fields["plan"]) if isinstance(fields["plan"], dict) else (), where
        )
        return PlanExample(changes, shape.words(fields, "document", where))
    known = ("text", "side", "field", "document_type", "people", "domestic_abuse", "made")
    fields = shape.known_fields(entry, known, where)
    text = shape.needed_words(fields, "text", where, longest=_LONGEST)
    return Example(text, {name: value for name, value in fields.items() if name != "text"})


def _swaps(fields: shape.Fields, where: str) -> dict[str, str]:
    found = fields.get("swaps") or {}
    known = shape.known_fields(found, found if isinstance(found, dict) else (), f"{where}: swaps")
    return {word: shape.needed_words(known, word, where) for word in known}


def _card(fields: shape.Fields, where: str) -> str:
    card, known = shape.words(fields, "card", where), load_cards().names
    if card in known or (not card and fields.get("kind") != "points"):
        return card
    raise PlanFileBroken(f"{where}: “card” must be one of {', '.join(known)}, not “{card[:40]}”.")


def _doubted(fields: shape.Fields, where: str) -> dict[str, float]:
    found = fields.get("doubted") or {}
    known = shape.known_fields(found, load_cards().names, f"{where}: doubted")
    return {card: float(shape.whole(known, card, -20, 0, f"{where}: doubted", 0) or 0) for card in known}


def _groups(fields: shape.Fields, where: str) -> dict[str, re.Pattern[str]]:
    found = fields.get("groups") or {}
    known = shape.known_fields(found, found if isinstance(found, dict) else (), f"{where}: groups")
    return {name: _pattern(shape.needed_words(known, name, where, longest=2_000), name, where) for name in known}


def _patterns(fields: shape.Fields, name: str, where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(text, name, where) for text in shape.texts(fields, name, where, longest=2_000))


def _pattern(text: str, name: str, where: str) -> re.Pattern[str]:
    try:
        for word, marked in _MACROS.items():
            text = text.replace(word, marked)
        return re.compile(_SET_OR_APOSTROPHE.sub(_both_apostrophes, text), re.IGNORECASE)
    except re.error as trouble:
        raise PlanFileBroken(f"{where}: “{name}” is not a pattern that can be read ({trouble}).") from None


def _both_apostrophes(found: re.Match[str]) -> str:
    """A straight apostrophe stands for the curly one as well, in a set of letters too."""
    return found[0].replace("'", "’'") if found[0].startswith("[") else "[’']"

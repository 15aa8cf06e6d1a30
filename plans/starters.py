"""Sentence starters: sentences to begin from, with blanks that the plan’s people and the writer fill.

A blank stands in braces: `{grown_up}`, `{day}`. A person’s blank becomes the name the child uses,
with that person’s picture. Starters are data in starters/<language>.yaml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.marks import join_plain, read_marks
from plans.model import Child, Person, Phrase, Plan
from plans.strict_yaml import read_yaml

STARTERS = Path(__file__).parent / "starters"
PEOPLE_BLANKS = ("grown_up", "child", "helper", "professional", "family", "anyone")
ASKED_BLANKS = ("day", "time", "place", "date", "toy", "food", "words", "number")
_BLANK = re.compile(r"\{([a-z_]+)( \d)?\}")


@dataclass(frozen=True)
class Starter:
    """A sentence with blanks, marked as in plan files."""

    id: str
    text: str

    @property
    def blanks(self) -> tuple[str, ...]:
        """Return the blanks in order, each once: ("grown_up", "grown_up 2", "day")."""
        return tuple(dict.fromkeys(found[0][1:-1] for found in _BLANK.finditer(self.text)))


@dataclass(frozen=True)
class Topic:
    """Starters about one thing, and the section they are meant for."""

    id: str
    name: str
    section: str
    starters: tuple[Starter, ...]


@cache
def load_starters(language: str = "en", folder: Path = STARTERS) -> tuple[Topic, ...]:
    """Return all topics of a language.

    Raises:
        DataFileBroken: the file has a mistake; the message names file and place.
    """
    file = folder / f"{language}.yaml"
    try:
        fields = shape.known_fields(read_yaml(file.read_bytes()), ("topics",), "The file")
        return shape.each(fields, "topics", "The file", _topic, most=200)
    except PlanFileBroken as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def who_fits(blank: str, plan: Plan) -> tuple[Child | Person, ...]:
    """Return the plan’s people who can stand in a blank, likeliest first."""
    kind = blank.partition(" ")[0]
    if kind == "child":
        return plan.children
    sides = {
        "grown_up": ("family",),
        "family": ("family",),
        "professional": ("professional",),
        "helper": ("family", "friend", "professional"),
    }.get(kind, ("family", "friend", "professional"))
    fitting = tuple(person for person in plan.people if person.side in sides)
    others = tuple(person for person in plan.people if person.side not in sides)
    return (*fitting, *others)


def is_person_blank(blank: str) -> bool:
    """Whether a blank is filled by a person and not by words."""
    return blank.partition(" ")[0] in PEOPLE_BLANKS


def filled(starter: Starter, answers: Mapping[str, str | Child | Person]) -> tuple[Phrase, ...]:
    """Return the starter’s phrases with every answered blank filled; an open one stays as “…”."""
    phrases: list[Phrase] = []
    for phrase in read_marks(starter.text):
        if phrase.pictures:
            phrases.append(phrase)
        else:
            phrases += _filled_words(phrase.words, answers)
    return _with_capital(join_plain(tuple(phrases)))


def _filled_words(words: str, answers: Mapping[str, str | Child | Person]) -> list[Phrase]:
    phrases: list[Phrase] = []
    at = 0
    for blank in _BLANK.finditer(words):
        answer = answers.get(blank[0][1:-1], "…")
        phrases.append(Phrase(words[at : blank.start()]))
        if isinstance(answer, str):
            phrases.append(Phrase(answer.strip() or "…"))
        else:
            phrases.append(Phrase(answer.name, (f"person:{answer.id}",)))
        at = blank.end()
    return [*phrases, Phrase(words[at:])]


def _with_capital(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    if not phrases:
        return phrases
    first = phrases[0]
    return (Phrase(first.words[:1].upper() + first.words[1:], first.pictures), *phrases[1:])


def _topic(found: object, where: str) -> Topic:
    fields = shape.known_fields(found, ("id", "name", "section", "starters"), where)
    return Topic(
        id=shape.identity(fields, "id", where),
        name=shape.needed_words(fields, "name", where),
        section=shape.identity(fields, "section", where),
        starters=shape.each(fields, "starters", where, _starter, most=200),
    )


def _starter(found: object, where: str) -> Starter:
    fields = shape.known_fields(found, ("id", "text"), where)
    starter = Starter(shape.identity(fields, "id", where), shape.needed_words(fields, "text", where, longest=1000))
    for blank in starter.blanks:
        if blank.partition(" ")[0] not in (*PEOPLE_BLANKS, *ASKED_BLANKS):
            raise PlanFileBroken(f"{where}: {{{blank}}} is not a blank we know.")
    return starter

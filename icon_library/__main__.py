"""Suggest pictures for sentences: python -m icon_library suggest < sentences.json > pictures.json."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from icon_library.catalogue import Catalogue, load_catalogue
from icon_library.lexicon import Lexicon, kin_of, load_lexicon
from icon_library.suggest import Named, Suggestion, suggest

GROWN_UP = 18


class InputError(ValueError):
    """What came in is not a list of sentences."""


class Asked(NamedTuple):
    """A sentence to illustrate, the people named in it, and what each person’s picture shows."""

    id: str
    text: str
    people: tuple[Named, ...]
    faces: Mapping[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read sentences, write pictures; 0 when all went well, 2 when the input cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m icon_library", description="Pictures for plain sentences.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("suggest", help="read a JSON list of {id, text, people}; write the pictures")
    command.add_argument("--density", choices=("key", "all"), default="key", help="key phrases, or everything")
    density = parser.parse_args(arguments).density
    lexicon = load_lexicon()
    try:
        asked = read_sentences(sys.stdin.buffer.read(), lexicon)
    except InputError as trouble:
        print(trouble, file=sys.stderr)
        return 2
    catalogue = load_catalogue()
    answer = [answer_sentence(one, lexicon, catalogue, density) for one in asked]
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    return 0


def answer_sentence(asked: Asked, lexicon: Lexicon, catalogue: Catalogue, density: str) -> dict[str, object]:
    """A sentence’s pictures: inclusive word numbers, what each shows, and the next best."""
    found = suggest(asked.text, asked.people, lexicon, density=density)
    shows = {key: icon.shows for key, icon in catalogue.icons.items()}
    shows |= {f"person:{id}": shows[face] for id, face in asked.faces.items()}
    crossed = {key for key, icon in catalogue.icons.items() if icon.crossed}
    return {"id": asked.id, "pictures": [one for each in found for one in _pictures(each, shows, crossed)]}


def _pictures(
    found: Suggestion, shows: Mapping[str, tuple[str, ...]], crossed: Collection[str]
) -> list[dict[str, object]]:
    rest = [list(shows[key]) for key in found.pictures[found.count :]]
    return [
        {
            "start_word": found.start,
            "end_word": found.end - 1,
            "labels": list(shows[key]),
            "negated": found.negated or key in crossed,
            "alternatives": rest,
            "reason": found.reason,
            "idea": found.idea,
            "why": why,
            "alternative_whys": list(found.whys[found.count :]),
            "icon": key,
        }
        for key, why in list(zip(found.pictures, found.whys, strict=True))[: found.count]
    ]


def read_sentences(data: bytes, lexicon: Lexicon) -> tuple[Asked, ...]:
    """The sentences of a JSON list. Raises InputError, naming the entry."""
    try:
        raw = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as trouble:
        raise InputError("The input is not JSON: a list of sentences is needed.") from trouble
    if not isinstance(raw, list):
        raise InputError('The input is a list of sentences: [{"id": …, "text": …}].')
    return tuple(_sentence(one, number, lexicon) for number, one in enumerate(raw, 1))


def _sentence(raw: object, number: int, lexicon: Lexicon) -> Asked:
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str) or "id" not in raw:
        raise InputError(f"Sentence {number} needs an id and a text.")
    people = raw.get("people") or []
    if not isinstance(people, list):
        raise InputError(f"Sentence {number}: people is a list of names.")
    known = [_person(one, f"p{place}", number, lexicon) for place, one in enumerate(people, 1)]
    return Asked(str(raw["id"]), raw["text"], tuple(one for one, _ in known), {one.id: face for one, face in known})


def _person(raw: object, id: str, number: int, lexicon: Lexicon) -> tuple[Named, str]:
    """A person and the icon whose drawing their picture resembles."""
    fields = {"name": raw} if isinstance(raw, str) else raw
    if not isinstance(fields, dict):
        raise InputError(f"Sentence {number}: a person is a name, or has a name.")
    told = [fields.get(key) for key in ("called", "name", "role")]
    names = tuple(dict.fromkeys(one for one in told if isinstance(one, str) and one.strip()))
    if not names:
        raise InputError(f"Sentence {number}: a person is a name, or has a name.")
    named = Named(str(fields.get("id") or id), names)
    return named, _face(names, fields.get("age"), lexicon)


def _face(names: Sequence[str], age: object, lexicon: Lexicon) -> str:
    kin = kin_of((word for name in names for word in name.split()), lexicon)
    if kin:
        return kin.icons[0]
    young = isinstance(age, int | float) and age < GROWN_UP
    return "child" if young else "grown_up"


if __name__ == "__main__":
    sys.exit(main())

"""What the browser sends, checked: a client can send anything.

A reader returns None when something is not as our own editor would have sent it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plans.clean_text import clean_text
from plans.marks import PICTURE_KEY, join_plain
from plans.model import Phrase, Sentence

MOST_SENTENCES = 2_000
MOST_LETTERS = 20_000
MOST_PHRASES = 4_000
MOST_PICTURES = 12
MOST_TURNED_DOWN = 400
LONGEST_SEARCH = 200
LONGEST_SESSION = 100
LARGEST_NUMBER = 2**53

_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,63}\Z")
_PLAN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
_KIND = re.compile(r"(?:act|typing:[a-z0-9][a-z0-9_]{0,63})\Z")


@dataclass(frozen=True)
class Payload:
    """The sentences of one section as the browser holds them; kind is `act` or `typing:<sentence id>`.

    `session` and `base` say under which session and on which version of the plan they were written.
    """

    plan: str
    section: str
    serial: int
    revision: int
    kind: str
    sentences: tuple[Sentence, ...]
    session: str = ""
    base: int = 0


@dataclass(frozen=True)
class Ask:
    """A search for pictures; category is an id, or empty for all."""

    query: str
    category: str


@dataclass(frozen=True)
class PhotoPlace:
    """Where a photo is wanted: the letters start to end (half open) of a sentence’s text.

    `phrase` is the index of the phrase that is exactly these letters, or -1 while there is none.
    """

    sentence: str
    phrase: int
    start: int
    end: int


class _NotOursError(ValueError):
    """The browser sent what our editor never sends."""


def read_payload(value: object) -> Payload | None:
    """Return the sentences the browser sent, or None if the value is not one of ours."""
    try:
        fields = _mapping(value)
        return Payload(
            plan=_match(_PLAN_ID, fields.get("plan")),
            section=_match(_ID, fields.get("section")),
            serial=_number(fields.get("serial")),
            revision=_number(fields.get("rev")),
            kind=_match(_KIND, fields.get("kind")),
            sentences=_sentences(fields.get("sentences")),
            session=_words(fields.get("session", ""), LONGEST_SESSION),
            base=_number(fields.get("base", 0)),
        )
    except _NotOursError:
        return None


def read_ask(value: object) -> Ask | None:
    """Return the search the browser asks for, or None."""
    try:
        fields = _mapping(value)
        category = fields.get("category") or ""
        return Ask(
            query=clean_text(_words(fields.get("search"), LONGEST_SEARCH), LONGEST_SEARCH).strip(),
            category=_match(_ID, category) if category else "",
        )
    except _NotOursError:
        return None


def read_photo(value: object) -> PhotoPlace | None:
    """Return the place the browser wants a photo for, or None."""
    try:
        fields = _mapping(value)
        start, end = _number(fields.get("start")), _number(fields.get("end"))
        phrase = -1 if fields.get("phrase") == -1 else _number(fields.get("phrase"))
        if not start < end <= MOST_LETTERS or phrase >= MOST_PHRASES:
            return None
        return PhotoPlace(_match(_ID, fields.get("sentence")), phrase, start, end)
    except _NotOursError:
        return None


def _sentences(value: object) -> tuple[Sentence, ...]:
    sentences = tuple(_sentence(one) for one in _list(value, MOST_SENTENCES))
    if len({sentence.id for sentence in sentences}) < len(sentences):
        raise _NotOursError
    return sentences


def _sentence(value: object) -> Sentence:
    fields = _mapping(value)
    said_by = fields.get("said_by") or ""
    return Sentence(
        id=_match(_ID, fields.get("id")),
        phrases=_phrases(fields.get("phrases")),
        said_by=_match(_ID, said_by) if said_by else "",
        without=_turned_down(fields.get("without")),
    )


def _phrases(value: object) -> tuple[Phrase, ...]:
    phrases = tuple(_phrase(one) for one in _list(value, MOST_PHRASES))
    if sum(len(phrase.words) for phrase in phrases) > MOST_LETTERS:
        raise _NotOursError
    return join_plain(phrases)


def _phrase(value: object) -> Phrase:
    fields = _mapping(value)
    words = clean_text(_words(fields.get("words"), MOST_LETTERS), MOST_LETTERS)
    return Phrase(words, tuple(_match(PICTURE_KEY, key) for key in _list(fields.get("pictures"), MOST_PICTURES)))


def _turned_down(value: object) -> tuple[str, ...]:
    words = (clean_text(_words(one, MOST_LETTERS), MOST_LETTERS).strip() for one in _list(value, MOST_TURNED_DOWN))
    return tuple(dict.fromkeys(filter(None, words)))


def _mapping(value: object) -> Mapping[object, object]:
    if not isinstance(value, Mapping):
        raise _NotOursError
    return value


def _list(value: object, most: int) -> Iterable[object]:
    if not isinstance(value, list) or len(value) > most:
        raise _NotOursError
    return value


def _words(value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise _NotOursError
    return value


def _match(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.match(value):
        raise _NotOursError
    return value


def _number(value: object) -> int:
    # JavaScript has one kind of number: a whole one may come back as 3.0. True is a number to Python, not here.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST_NUMBER:
        raise _NotOursError
    if value != int(value):
        raise _NotOursError
    return int(value)

"""Words of a sentence: the only place that cuts text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

# A form that begins with this is the word as it stands: =park is not found in parking.
EXACT = "="

_CURLY = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"'})
_PIECES = re.compile(r"\S+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_JOINS = re.compile(r"[-‐‑–—/+]+")
_TAIL = re.compile(r"[\W_]+$")
_POSSESSIVE = re.compile(r"('s|(?<=s)')$")
_FULL_STOPS = frozenset(".!?;…–—(")
# The pauses that end a sentence, or what leads up to a list; a comma ends neither.
ENDS = frozenset(".:")


class Word(NamedTuple):
    """A piece of text between white space, and where it stands in the text."""

    text: str
    start: int
    end: int


class Token(NamedTuple):
    """One word as the matcher sees it; `grown-up` and `letters/emails` are two tokens of one word."""

    text: str
    core: str
    bases: tuple[str, ...]
    word: int
    first: bool
    pause: str


@dataclass(frozen=True)
class Inflections:
    """How a language bends its words: data, so that the code knows no English."""

    irregular: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    doubling: frozenset[str]
    unbending: frozenset[str]


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text, exactly the pieces that text.split() gives."""
    return tuple([Word(piece.group(), *piece.span()) for piece in _PIECES.finditer(text)])


def core(word: str) -> str:
    """The word in small letters with straight quotes and without punctuation around it."""
    straight = word.translate(_CURLY)
    bare = _EDGES.sub("", straight)
    owner = straight[: straight.rfind(bare) + len(bare) + 1] if bare else ""
    return (bare + "'" if _owns_many(bare, owner, straight) else bare).lower()


def cores(text: str) -> tuple[str, ...]:
    """The cores of a text’s words, those joined by a hyphen or a stroke one by one, as read_tokens cuts them."""
    pieces = (piece for word in split_words(text) for piece in _JOINS.split(word.text))
    return tuple(filter(None, map(core, pieces)))


def base_forms(word: str, inflections: Inflections) -> tuple[str, ...]:
    """The forms a dictionary might list for a word, the word itself first."""
    plain = _POSSESSIVE.sub("", word)
    if plain in inflections.unbending:
        return tuple(dict.fromkeys((word, plain, *inflections.irregular.get(plain, ()))))
    found = [word, plain, *inflections.irregular.get(plain, ())]
    for ending, replacements in inflections.endings.items():
        stem = plain[: -len(ending)]
        if plain.endswith(ending) and stem:
            found += [stem + new for new in replacements if len(stem + new) >= 3]
            if ending in inflections.doubling and len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def read_tokens(text: str, inflections: Inflections) -> tuple[Token, ...]:
    """The tokens of a text, each with its base forms, its word's index and the pause after it."""
    tokens: list[Token] = []
    first = True
    for index, word in enumerate(split_words(text)):
        pieces = [piece for piece in _JOINS.split(word.text) if core(piece)]
        pause = _pause_after(word.text) if pieces else "."
        for number, piece in enumerate(pieces, 1):
            own = core(piece)
            last = pause if number == len(pieces) else ""
            forms = (*base_forms(own, inflections), EXACT + _POSSESSIVE.sub("", own))
            tokens.append(Token(_EDGES.sub("", piece), own, forms, index, first, last))
            first = False
        if not pieces and tokens:
            tokens[-1] = tokens[-1]._replace(pause=".")
        first = first or (bool(tokens) and tokens[-1].pause in ENDS and word.text[-1:] not in "–—(")
    return tuple(tokens)


def is_possessive(token: Token) -> bool:
    """Whether the word says that something belongs to somebody (Nan’s)."""
    return bool(_POSSESSIVE.search(token.core))


def _owns_many(bare: str, owner: str, straight: str) -> bool:
    """Whether an apostrophe after s is a possessive (boys’) and not a closing quote."""
    return bare[-1:] in "sS" and owner.endswith("'") and not straight.startswith("'") and bool(bare)


def _pause_after(text: str) -> str:
    """The pause a word's punctuation makes: '.' for an end, ':' before a list, ',' for a comma, '' for none."""
    tail = _TAIL.search(text)
    marks = set(tail.group()) if tail else set()
    if marks & _FULL_STOPS:
        return "."
    if ":" in marks:
        return ":"
    return "," if "," in marks or ")" in marks else ""

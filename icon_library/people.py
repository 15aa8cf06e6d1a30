"""Which words of a sentence name the people of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from icon_library.lexicon import Kin, Lexicon, kin_of
from icon_library.words import Token, core, is_possessive, split_words


class Named(NamedTuple):
    """A person of the plan and the names people use for them; the picture key is person:<id>."""

    id: str
    names: tuple[str, ...]


class Mention(NamedTuple):
    """Tokens start to end (half open) that name somebody: who (person:mum, or kin:mum), and pictures, best first."""

    start: int
    end: int
    pictures: tuple[str, ...]
    idea: str


class _Name(NamedTuple):
    """A name cut for matching; a capital must stand in the text unless it is a family word."""

    id: str
    pieces: tuple[str, ...]
    capital: bool


def find_people(tokens: Sequence[Token], people: Sequence[Named], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people of the plan by name, and family words, which mean a person when only one fits."""
    names = tuple(_cut(one.id, name, lexicon) for one in people for name in one.names if core(name))
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        taken = found and tokens[found[-1].end - 1].word == tokens[at].word
        named = None if taken else _by_name(tokens, at, names, lexicon) or _by_kin(tokens, at, people, lexicon)
        if named:
            found.append(named)
        at = named.end if named else at + 1
    return tuple(found)


def _cut(id: str, name: str, lexicon: Lexicon) -> _Name:
    words = split_words(name.replace("-", " "))
    pieces = tuple(piece for word in words if (piece := core(word.text)))
    return _Name(id, pieces, name[:1].isupper() and kin_of(pieces[:1], lexicon) is None)


def _by_name(tokens: Sequence[Token], at: int, names: Sequence[_Name], lexicon: Lexicon) -> Mention | None:
    """The person whose name stands here, if only one has it; the longest name wins."""
    lengths: dict[str, int] = {}
    for name in names:
        if name.pieces[0] in tokens[at].bases[:2] and _is_named(tokens, at, name):
            lengths[name.id] = max(lengths.get(name.id, 0), len(name.pieces))
    longest = max(lengths.values(), default=0)
    fitting = [id for id, length in lengths.items() if length == longest]
    if len(fitting) != 1 or _asks(tokens, at, lexicon):
        return None
    person = f"person:{fitting[0]}"
    return Mention(at, at + longest, (person,), person)


def _is_named(tokens: Sequence[Token], at: int, name: _Name) -> bool:
    """Whether a whole name stands here, with nothing between its words."""
    here = tokens[at : at + len(name.pieces)]
    if len(here) < len(name.pieces) or (name.capital and not here[0].text[:1].isupper()):
        return False
    if any(token.pause or is_possessive(token) for token in here[:-1]):
        return False
    return all(piece in token.bases[:2] for piece, token in zip(name.pieces, here, strict=True))


def _asks(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a helping verb opens a question here (Will Mum come?), though it is also a name."""
    token, following = tokens[at], tokens[at + 1 : at + 2]
    if not token.first or token.core not in lexicon.groups["helping_verbs"] or not following:
        return False
    return following[0].text[:1].isupper() or following[0].core in lexicon.groups["subjects"]


def _by_kin(tokens: Sequence[Token], at: int, people: Sequence[Named], lexicon: Lexicon) -> Mention | None:
    """A family word here: the plan’s person when exactly one fits, else the family word’s own picture."""
    for base in tokens[at].bases:
        for wanted, key, *_ in lexicon.kin_index.starting(base):
            here = tokens[at : at + len(wanted)]
            if len(here) == len(wanted) and all(
                piece in token.bases for piece, token in zip(wanted, here, strict=True)
            ):
                end = at + len(wanted)
                person = None if _has_another_name(tokens, at, end) else _only(people, lexicon.kin[key], lexicon)
                own = (f"person:{person}",) if person else ()
                return Mention(at, end, (*own, *lexicon.kin[key].icons), own[0] if own else f"kin:{key}")
    return None


def _only(people: Sequence[Named], kin: Kin, lexicon: Lexicon) -> str | None:
    """The one person with a name or role that is a word for this relation (Nana Jo for grandma)."""
    fitting = [
        one.id
        for one in people
        if any(kin_of([word.text for word in split_words(name)], lexicon) == kin for name in one.names)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _has_another_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name follows a family word (Uncle Ben), so that it means somebody else."""
    if end >= len(tokens) or tokens[end - 1].pause or is_possessive(tokens[end - 1]):
        return False
    following = tokens[end].text
    return tokens[at].text[:1].isupper() and following[:1].isupper() and following[1:2].islower()

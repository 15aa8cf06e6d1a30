"""Which picture belongs at which words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from icon_library.lexicon import Kin, Lexicon, kin_of
from icon_library.matching import Match, choose, find_matches
from icon_library.negation import crossed
from icon_library.words import Token, core, is_possessive, read_tokens, split_words

MOST_CHOICES = 8
# A spare picture may stand where a sentence has fewer than one picture to this many words.
ROOM = 16
CLOSE = 6
DENSITIES = ("key", "all", "none")


class Named(NamedTuple):
    """A person of the plan and the names people use for them; the picture key is person:<id>."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """Pictures for the words start to end (half open, indices in text.split()), best first."""

    start: int
    end: int
    pictures: tuple[str, ...]
    count: int
    negated: bool
    key: bool
    reason: str


class _Found(NamedTuple):
    """A place for a picture, in tokens, before it is decided whether it is a key one."""

    start: int
    end: int
    pictures: tuple[str, ...]
    count: int
    show: str
    crossable: bool


def suggest(
    text: str, people: Sequence[Named], lexicon: Lexicon, *, density: str = "key"
) -> tuple[Suggestion, ...]:
    """The pictures for a sentence, left to right, no two at one word; density is key, all or none."""
    if density not in DENSITIES:
        raise ValueError(f"The density is one of {', '.join(DENSITIES)}.")
    if density == "none":
        return ()
    tokens = read_tokens(text, lexicon.inflections)
    found = _find(tokens, people, lexicon)
    spans = [(one.start, one.end) for one in found]
    steady = frozenset((one.start, one.end) for one in found if not one.crossable)
    off = crossed(tokens, spans, steady, lexicon)
    drawn = [_suggestion(one, tokens, text, (one.start, one.end) in off) for one in found]
    made = _mark_key(drawn, found, len(split_words(text)))
    return tuple(one for one in made if one.key or density == "all")


def _find(tokens: Sequence[Token], people: Sequence[Named], lexicon: Lexicon) -> tuple[_Found, ...]:
    matches = find_matches(tokens, lexicon)
    names = _people(tokens, people, lexicon)
    strong = [match for match in matches if match.fits and match.words > 1]
    named = [one for one in names if not any(_longer(match, one) for match in strong)]
    won = choose(matches, [(one.start, one.end) for one in named], tokens)
    things = [_thing(match, matches, lexicon) for match in won]
    return tuple(sorted((*named, *things)))


def _longer(match: Match, person: _Found) -> bool:
    """Whether a phrase of several words takes in a person’s name and more (Nan’s house)."""
    covers = match.start <= person.start and person.end <= match.end
    return covers and match.words > person.end - person.start


def _thing(match: Match, matches: Sequence[Match], lexicon: Lexicon) -> _Found:
    """A sense’s pictures, then those of the other senses the same words could have."""
    sense = lexicon.senses[match.sense]
    others = (lexicon.senses[one.sense] for one in matches if one.start == match.start)
    icons = tuple(dict.fromkeys((*sense.icons, *(icon for other in others for icon in other.icons))))
    count = min(sense.together, len(sense.icons))
    return _Found(match.start, match.end, icons[:MOST_CHOICES], count, sense.show, sense.crossed)


def _suggestion(found: _Found, tokens: Sequence[Token], text: str, negated: bool) -> Suggestion:
    start, end = tokens[found.start].index, tokens[found.end - 1].index + 1
    reason = " ".join(core(word.text) for word in split_words(text)[start:end])
    return Suggestion(start, end, found.pictures, found.count, negated, found.show == "key", reason)


def _mark_key(made: Sequence[Suggestion], found: Sequence[_Found], words: int) -> tuple[Suggestion, ...]:
    """Key pictures, no two alike close together; then spare ones where there is room; people come last."""
    forward = range(len(made))
    # A sentence says what matters most at its end, so spare room is filled from there.
    levels = (
        ("key", forward, len(made)),
        ("spare", reversed(forward), max(1, words // ROOM)),
        ("person", forward, 1),
    )
    chosen: list[int] = []
    for show, places, most in levels:
        for at in places:
            if found[at].show == show and len(chosen) < most and not _repeats(made, at, chosen):
                chosen.append(at)
    return tuple(replace(one, key=at in chosen) for at, one in enumerate(made))


def _repeats(made: Sequence[Suggestion], at: int, chosen: Sequence[int]) -> bool:
    """Whether the same picture is chosen already a few words away."""
    one = made[at]
    alike = (made[other] for other in chosen if made[other].pictures[0] == one.pictures[0])
    return any(max(one.start, other.start) - min(one.end, other.end) < CLOSE for other in alike)


def _people(tokens: Sequence[Token], people: Sequence[Named], lexicon: Lexicon) -> list[_Found]:
    """The people of the plan by name, and family words, which mean a person when only one fits."""
    found: list[_Found] = []
    at = 0
    while at < len(tokens):
        taken = found and tokens[found[-1].end - 1].index == tokens[at].index
        named = None if taken else _by_name(tokens, at, people, lexicon) or _by_kin(tokens, at, people, lexicon)
        if named:
            found.append(named)
        at = named.end if named else at + 1
    return found


def _by_name(
    tokens: Sequence[Token], at: int, people: Sequence[Named], lexicon: Lexicon
) -> _Found | None:
    """The person whose name stands here, if only one has it; the longest name wins."""
    lengths = {
        one.id: max((_name_length(tokens, at, name, lexicon) for name in one.names), default=0) for one in people
    }
    longest = max(lengths.values(), default=0)
    fitting = [id for id, length in lengths.items() if length == longest]
    return _person(at, at + longest, f"person:{fitting[0]}") if longest and len(fitting) == 1 else None


def _name_length(tokens: Sequence[Token], at: int, name: str, lexicon: Lexicon) -> int:
    """How many tokens of a name stand here; 0 if it does not, or if the word has another job."""
    wanted = [piece for word in split_words(name.replace("-", " ")) if (piece := core(word.text))]
    here = tokens[at : at + len(wanted)]
    if not wanted or len(here) < len(wanted):
        return 0
    if any(piece not in token.bases[:2] for piece, token in zip(wanted, here, strict=True)):
        return 0
    if any(token.pause or is_possessive(token) for token in here[:-1]):
        return 0
    if name[:1].isupper() and not here[0].text[:1].isupper() and kin_of(wanted[:1], lexicon) is None:
        return 0
    return 0 if _asks(tokens, at, lexicon) else len(wanted)


def _asks(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a helping verb opens a question here (Will Mum come?), though it is also a name."""
    token, following = tokens[at], tokens[at + 1 : at + 2]
    if not token.first or token.core not in lexicon.groups["helping_verbs"] or not following:
        return False
    return following[0].text[:1].isupper() or following[0].core in lexicon.groups["subjects"]


def _by_kin(
    tokens: Sequence[Token], at: int, people: Sequence[Named], lexicon: Lexicon
) -> _Found | None:
    """A family word here: the plan’s person when exactly one fits, else the family word’s own picture."""
    for kin in lexicon.kin.values():
        for word in kin.words:
            length = len(word.split())
            if _stands(word, tokens[at : at + length]):
                fitting = [one.id for one in people if _is_kin(one, kin, lexicon)]
                key = (f"person:{fitting[0]}",) if len(fitting) == 1 else ()
                return _person(at, at + length, *key, *kin.icons)
    return None


def _stands(word: str, here: Sequence[Token]) -> bool:
    pieces = word.split()
    return len(here) == len(pieces) and all(
        piece in token.bases for piece, token in zip(pieces, here, strict=True)
    )


def _is_kin(person: Named, kin: Kin, lexicon: Lexicon) -> bool:
    """Whether one of a person’s names or roles is a word for this relation (Nana Jo for grandma)."""
    return any(kin_of([word.text for word in split_words(name)], lexicon) == kin for name in person.names)


def _person(start: int, end: int, *pictures: str) -> _Found:
    return _Found(start, end, pictures[:MOST_CHOICES], 1, "person", False)

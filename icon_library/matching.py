"""Where the phrases of a lexicon stand in a sentence, and in which sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from icon_library.lexicon import Context, Lexicon
from icon_library.phrase_index import Entry
from icon_library.words import EXACT, Token, is_possessive
from icon_library.words_file import GAP

NEAR = 3
NONE: frozenset[str] = frozenset()
END = Token("", ".", (".",), -1, False, "")
LONGEST_GAP = 3

Tokens = Sequence[Token]


class Match(NamedTuple):
    """A phrase found at tokens start to end (half open); words counts the tokens that are its own."""

    start: int
    end: int
    words: int
    exact: int
    sense: str
    fits: bool
    denies: bool = False


def find_matches(tokens: Tokens, lexicon: Lexicon) -> tuple[Match, ...]:
    """Every phrase found, also in senses that the words around it rule out (fits is False)."""
    here = {"", *(base for token in tokens for base in token.bases)}
    return tuple(
        match
        for start, token in enumerate(tokens)
        if not is_name(tokens, start, lexicon) and not is_address(tokens, start, lexicon)
        for base in token.bases
        for entry in lexicon.index.starting(base)
        if entry.need in here
        for match in _match(entry, tokens, start, lexicon)
    )


def choose(matches: Iterable[Match], taken: Iterable[tuple[int, int]], tokens: Tokens) -> tuple[Match, ...]:
    """The matches that win: most words first, then the exact form; no word has two."""
    used = {tokens[at].word for start, end in taken for at in range(start, end)}
    won: list[Match] = []
    ranked = sorted(matches, key=lambda one: (-one.words, -one.exact, one.start, one.end))
    for match in ranked:
        place = {tokens[at].word for at in range(match.start, match.end)}
        if match.fits and not place & used:
            used |= place
            won.append(match)
    return tuple(sorted(won))


def is_name(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is somebody’s name here: Mrs Bell, Rose will, with Frost."""
    token = tokens[at]
    if not token.text[:1].isupper():
        return False
    if at and _is_title(tokens[at - 1], lexicon):
        return True
    if lexicon.names.isdisjoint(token.bases[:2]):
        return False
    return _starts_as_name(tokens, at, lexicon) if token.first else not _is_owned(tokens, at, lexicon)


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a title before a name: Miss Bell, but not: (you will not) miss Brownies."""
    return token.core in lexicon.titles and token.text[:1].isupper() and not token.pause


def is_address(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word stands between pauses as what somebody is called: Yes, love, you can."""
    token = tokens[at]
    if not token.pause or token.core not in lexicon.addresses:
        return False
    return token.pause == "," if token.first else tokens[at - 1].pause == ","


def _starts_as_name(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence is followed as a name is: Rose will, Biscuit the cat, Poppy and Sam."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or is_possessive(tokens[at]):
        return following is not None
    if token_is(following, lexicon.groups["helping_verbs"]):
        return True
    if token_is(following, lexicon.groups["determiners"]):
        return at + 2 < len(tokens) and token_is(tokens[at + 2], lexicon.groups["pets"])
    joined = following.core in lexicon.negation.joins and at + 2 < len(tokens)
    return joined and tokens[at + 2].text[:1].isupper()


def _is_owned(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    return bool(at) and tokens[at - 1].core in lexicon.groups["determiners"]


def token_is(token: Token, words: frozenset[str]) -> bool:
    """Whether a token is one of some words in any of its forms."""
    return not words.isdisjoint(token.bases)


def _match(entry: Entry, tokens: Tokens, start: int, lexicon: Lexicon) -> Iterator[Match]:
    end = _end_of(entry.tokens, tokens, start, lexicon)
    if end:
        own = [token for token in entry.tokens if token != GAP]
        here = {one.core for one in tokens[start:end]}
        exact = sum(token.removeprefix(EXACT) in here for token in own)
        context = lexicon.senses[entry.key].context
        fits = _fits(context, tokens, start, end, own)
        yield Match(start, end, len(own), exact, entry.key, fits, entry.denies)


def _end_of(wanted: Sequence[str], tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """Where a phrase that starts here ends, stepping over fillers and gaps; 0 if it is not here."""
    at, gap = start, 0
    for number, word in enumerate(wanted):
        if word == GAP:
            gap = LONGEST_GAP
            continue
        while not (at < len(tokens) and word in tokens[at].bases):
            if at >= len(tokens) or not (gap or (number and tokens[at].core in lexicon.fillers)):
                return 0
            if tokens[at].pause or tokens[at - 1].pause or tokens[at].core in lexicon.negation.uncrossed:
                return 0
            gap -= bool(gap)
            at += 1
        if number and tokens[at - 1].pause:
            return 0
        at, gap = at + 1, 0
    return at


def _fits(context: Context, tokens: Tokens, start: int, end: int, own: Sequence[str]) -> bool:
    """Whether the words around a phrase allow this sense; beyond a pause, the very next word rules nothing out.

    An end, written “.”, stands after the phrase where its clause ends, and before it where one begins.
    """
    later = tokens[end : end + NEAR]
    earlier = tokens[max(0, start - NEAR) : start]
    ends = not later or bool(tokens[end - 1].pause)
    begins = not earlier or bool(earlier[-1].pause)
    return (
        _allows(context.before, context.not_before, later)
        and _allows(context.after, context.not_after, earlier)
        and _allows(context.just_before, NONE, [*later[:1], END] if ends else later[:1])
        and _allows(NONE, context.not_just_before, [END] if ends else later[:1])
        and _allows(context.just_after, NONE, [*earlier[-1:], END] if begins else earlier[-1:])
        and _allows(NONE, context.not_just_after, [END] if begins else earlier[-1:])
        and _allows(context.near, context.not_near, _around(tokens, start, end, own))
    )


def _around(tokens: Tokens, start: int, end: int, own: Sequence[str]) -> Iterator[Token]:
    """All words but the phrase’s own; those in its gaps count as near it."""
    yield from tokens[:start]
    yield from (token for token in tokens[start:end] if not any(word in token.bases for word in own))
    yield from tokens[end:]


def _allows(wanted: frozenset[str], banned: frozenset[str], there: Iterable[Token]) -> bool:
    if not wanted and not banned:
        return True
    bases = {base for token in there for base in token.bases}
    return (not wanted or bool(wanted & bases)) and not banned & bases

"""Which suggestions are of things that will not happen, so that they are drawn crossed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from icon_library.lexicon import Lexicon, Negation
from icon_library.words import Token

Span = tuple[int, int]


def crossed(
    tokens: Sequence[Token], spans: Sequence[Span], steady: frozenset[Span], lexicon: Lexicon
) -> frozenset[Span]:
    """The spans that a negation reaches; steady spans (people, places) are never crossed themselves."""
    found: set[Span] = set()
    for start, begin in _negators(tokens, spans, lexicon.negation):
        scope = begin, _end_of_scope(tokens, start, begin, lexicon.negation)
        later = [span for span in spans if begin <= span[0] and span not in steady]
        found |= set(_chain(tokens, later, scope, lexicon))
    return frozenset(found)


def _negators(tokens: Sequence[Token], spans: Sequence[Span], rules: Negation) -> Iterator[Span]:
    """Where each negating word or phrase stands, unless it is part of a phrase that has its own picture."""
    at = 0
    while at < len(tokens):
        affirmed = _longest(tokens, at, rules.affirming)
        length = affirmed or _longest(tokens, at, rules.words) or _ender(tokens, at, rules)
        if length and not affirmed and not any(start <= at < end for start, end in spans):
            yield at, at + length
        at += length or 1


def _longest(tokens: Sequence[Token], at: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """How many tokens of the longest of some phrases stand here."""
    here = [token.core for token in tokens[at : at + 4]]
    return max((len(one) for one in phrases if tuple(here[: len(one)]) == one), default=0)


def _ender(tokens: Sequence[Token], at: int, rules: Negation) -> int:
    """How many tokens of a word such as stop stand here, if what follows is what ends (stop shouting)."""
    for phrase in rules.enders:
        end = at + len(phrase)
        here = tokens[at:end]
        if len(here) == len(phrase) and all(word in token.bases for word, token in zip(phrase, here, strict=True)):
            ended = any(token.core.endswith(rules.ender_endings) for token in tokens[end : end + 2])
            return len(phrase) if ended and not here[-1].pause else 0
    return 0


def _end_of_scope(tokens: Sequence[Token], start: int, begin: int, rules: Negation) -> int:
    """The token at which a negation ends: a stop word, the end of its sentence or of its if-clause."""
    opened = any(token.core in rules.openers for token in _same_sentence(tokens, start))
    for at in range(begin, len(tokens)):
        if tokens[at].core in rules.stops:
            return at
        if tokens[at].pause == "." or (tokens[at].pause and opened):
            return at + 1
    return len(tokens)


def _same_sentence(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The tokens before this one, back to the last pause."""
    back = start
    while back and not tokens[back - 1].pause:
        back -= 1
    return tokens[back:start]


def _chain(tokens: Sequence[Token], spans: Sequence[Span], scope: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The first span within reach, and those listed with it (drinking or taking drugs)."""
    begin, end = scope
    last: Span | None = None
    for span in spans:
        near = last is None and span[0] - begin < lexicon.negation.reach
        listed = last is not None and _joined(tokens[last[1] - 1 : span[0]], lexicon)
        if begin <= span[0] < end and (near or listed):
            yield (last := span)


def _joined(between: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether what stands between two spans only lists them: no new subject, no new verb."""
    rules = lexicon.negation
    joins = [at for at, token in enumerate(between) if token.core in rules.joins or token.pause == ","]
    if not joins:
        return False
    after = between[joins[-1] + 1 :]
    subjects = lexicon.groups["subjects"] | lexicon.groups["helping_verbs"]
    return len(after) <= 2 and not any(token.core in subjects or token.text[:1].isupper() for token in after)

"""Which suggestions are of things that will not happen, so that they are drawn crossed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from icon_library.clause import Sentence, Span, longest, same_clause
from icon_library.denied_after import Reached, reach
from icon_library.denied_before import denied_before, end_of_denial, maybe_denied_before, spans_of
from icon_library.denied_between import kept_from
from icon_library.denied_later import denied_later
from icon_library.lexicon import Lexicon
from icon_library.negation_rules import Negation
from icon_library.scope import Negator
from icon_library.words import ENDS, Token

Kind = Literal["thing", "steady", "quiet"]
# So many tokens are read together at least, if there are so many, and so many at most.
LONG, LONGEST = 80, 200


class Denied(NamedTuple):
    """Spans that are denied, and unsure ones: they may be, or only say where a denied thing does not happen."""

    things: frozenset[Span]
    unsure: frozenset[Span]


def find_denied(tokens: Sequence[Token], kinds: Mapping[Span, Kind], lexicon: Lexicon) -> Denied:
    """The spans that a negation reaches, but not those it reaches twice (not without a coat).

    Quiet spans, such as people, are never denied; steady ones, such as days, are unsure where another would be denied.
    A long text is read stretch by stretch, so that a page pasted into one sentence takes no more than its share.
    """
    things: set[Span] = set()
    unsure: set[Span] = set()
    for start, end in _stretches(tokens, kinds, lexicon.negation.uncrossed):
        inside = {(one - start, other - start): kind for (one, other), kind in kinds.items() if start <= one < end}
        found = _denied_in(tokens[start:end], inside, lexicon)
        things.update((one + start, other + start) for one, other in found.things)
        unsure.update((one + start, other + start) for one, other in found.unsure)
    return Denied(frozenset(things), frozenset(unsure))


def _stretches(tokens: Sequence[Token], kinds: Mapping[Span, Kind], openers: frozenset[str]) -> Iterator[Span]:
    """Stretches of tokens that end with a sentence, or in an endless one before a no; none cuts a span in two."""
    start = 0
    within = {at for one, other in kinds for at in range(one + 1, other)}
    for at in range(1, len(tokens)):
        ends = tokens[at - 1].pause in ENDS or at - start >= LONGEST
        ends = ends or (at - start >= 2 * LONG and tokens[at].core in openers)
        if ends and at - start >= LONG and at not in within:
            yield start, at
            start = at
    yield start, len(tokens)


def _denied_in(tokens: Sequence[Token], kinds: Mapping[Span, Kind], lexicon: Lexicon) -> Denied:
    text = _sentence(tokens, kinds, lexicon)
    before = _all_before(text)
    every = list(_negators(tokens, list(kinds), lexicon.negation))
    negators = [one for one in every if before.keys().isdisjoint(_near(one))]
    # One that is a part of a denial of what stands before it says where that holds: not allowed → in the house.
    elsewhere = [reach(one, every, text) for one in every if one not in negators]
    negators += _too(text, min(before, default=len(tokens)))
    told = [maybe_denied_before(one.start, one.end, text) for one in negators]
    after = [_reached(one, negators, subject, text) for one, subject in zip(negators, told, strict=True)]
    later = [*denied_later(text, every), kept_from(text)]
    everything = (*before.values(), *told, *after, *later)
    times = Counter({span for found in (*before.values(), *later) for span in found.things})
    times.update(span for found in (*told, *after) for span in found.things)
    crossable = [span for span in text.spans if span not in text.steady]
    times.update(span for span in crossable if _is_compound(span, tokens, lexicon.negation))
    denied = frozenset(span for span, count in times.items() if count % 2)
    unsure = {span for found in everything for span in found.unsure}
    unsure.update(span for found in elsewhere for span in spans_of(found))
    unsure.update(span for span in text.spans if _is_put_away(span, text) or _is_taken_in(span, denied, text))
    return Denied(denied, frozenset(unsure) - denied)


def _too(text: Sentence, after: int) -> Iterator[Negator]:
    """Where more is denied in the same way, after a first denial: …, and so is pushing."""
    for at in range(after, len(text.tokens)):
        if phrase := longest(text.tokens, at, text.rules.too):
            yield Negator(at, at + len(phrase), phrase)


def _all_before(text: Sentence) -> dict[int, Reached]:
    """What is denied after it was named, by the token at which the denial begins."""
    found: dict[int, Reached] = {}
    at = 1
    while at < len(text.tokens):
        end = end_of_denial(at, text)
        denied = denied_before(at, end, text)
        if any(spans_of(denied)):
            found[at] = denied
        at = max(end, at + 1)
    return found


def _reached(negator: Negator, negators: Sequence[Negator], subject: Reached, text: Sentence) -> Reached:
    """What a negator reaches; where it denies its subject, the rest only says where: pills are not left on shelves."""
    found = reach(negator, negators, text)
    return Reached((), tuple(spans_of(found))) if subject.things else found


def _sentence(tokens: Sequence[Token], kinds: Mapping[Span, Kind], lexicon: Lexicon) -> Sentence:
    rules = lexicon.negation
    quiet = frozenset(at for span, kind in kinds.items() if kind != "thing" for at in range(*span))
    spans = [span for span, kind in kinds.items() if kind != "quiet"]
    steady = frozenset(span for span in spans if kinds[span] == "steady" or _denies_itself(span, tokens, rules))
    inside = frozenset(at for start, end in kinds for at in range(start + 1, end))
    return Sentence(tokens, sorted(spans), steady, quiet, inside, lexicon)


def _denies_itself(span: Span, tokens: Sequence[Token], rules: Negation) -> bool:
    """Whether a phrase has its denial in it (cannot sleep, stop loving), so that its picture shows what is not."""
    inside = tokens[span[0] : span[1]]
    return any(longest(inside, at, rules.words) or _ender(inside, at, rules) for at in range(len(inside)))


def _negators(tokens: Sequence[Token], spans: Sequence[Span], rules: Negation) -> Iterator[Negator]:
    """Each negating word or phrase; one inside a phrase with its own picture denies what is listed with it."""
    at = 0
    seen: list[tuple[str, ...]] = []
    while at < len(tokens):
        denying = longest(tokens, at, rules.words) or _ender(tokens, at, rules)
        affirming = longest(tokens, at, rules.affirming) or longest(tokens, at, rules.innocent)
        opening = longest(tokens, at, rules.at_start) if tokens[at].first else ()
        affirming = affirming if len(affirming) >= len(denying) and not opening else ()
        phrase = opening or affirming or denying
        end = at + len(phrase)
        paired = phrase in rules.pairs and any(one in rules.nobodies for one in seen)
        seen = [*seen, phrase] if phrase else seen
        own = next(((start, stop) for start, stop in spans if start <= at and end < stop), None)
        if phrase and not affirming and not paired and not _is_cut_off(tokens, end - 1, rules):
            yield Negator(at, end, phrase, own)
        at = max(end, at + 1)


def _is_cut_off(tokens: Sequence[Token], at: int, rules: Negation) -> bool:
    """Whether a negating word denies nothing after it: it ends its clause, or belongs to a compound (no-tears)."""
    follows = tokens[at + 1 : at + 2]
    if follows and follows[0].core in rules.insists:
        return False
    if follows and (follows[0].word == tokens[at].word or follows[0].core in rules.adds):
        return True  # no-tears; it was deleted and …
    return bool(tokens[at].pause)


def _ender(tokens: Sequence[Token], at: int, rules: Negation) -> tuple[str, ...]:
    """A phrase such as stop, if it stands here and what follows is what ends (stop shouting)."""
    phrase = longest(tokens, at, rules.enders)
    end = at + len(phrase)
    ended = any(token.core.endswith(rules.ender_endings) for token in tokens[end : end + 2])
    return phrase if phrase and ended and not tokens[end - 1].pause else ()


def _is_compound(span: Span, tokens: Sequence[Token], rules: Negation) -> bool:
    """Whether a span is the denied part of a word: alcohol-free, non-uniform."""
    start, end = span
    after = tokens[end : end + 1]
    before = tokens[start - 1 : start] if start else ()
    denied_after = any(one.word == tokens[end - 1].word and one.core in rules.compound_ends for one in after)
    return denied_after or any(one.word == tokens[start].word and one.core in rules.compound_starts for one in before)


def _is_put_away(span: Span, text: Sentence) -> bool:
    """Whether a clause says no more than that a thing is off or away: telly off, phones away."""
    before = span[0] - 1
    while before >= 0 and text.tokens[before].core in text.lexicon.groups["determiners"]:
        before -= 1
    opening = text.rules.attends | text.rules.joins
    opens = before < 0 or bool(text.tokens[before].pause) or text.tokens[before].core in opening
    last = span[1] - 1 if text.tokens[span[1] - 1].core in text.rules.away else span[1]
    if not opens or last >= len(text.tokens) or text.tokens[last].core not in text.rules.away:
        return False
    follows = text.tokens[last + 1 : last + 2]
    on = text.rules.joins | text.rules.settings
    return bool(text.tokens[last].pause) or not follows or any(token.core in on for token in follows)


def _is_taken_in(span: Span, denied: frozenset[Span], text: Sentence) -> bool:
    """Whether more is said to be denied, or only where: no sweets, and that goes for biscuits; or for the car."""
    begin = span[0] - len(same_clause(text.tokens, span[0]))
    taken_in = any(longest(text.tokens, at, text.rules.takes_in) for at in range(begin, span[0]))
    return taken_in and any(one[1] <= begin for one in denied)


def _near(negator: Negator) -> range:
    """Where a phrase begins of which a negator is a part: is not (allowed)."""
    return range(negator.start - 1, negator.end)

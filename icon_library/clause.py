"""What a sentence tells about its denials: what is listed, what begins something new, what only says where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from icon_library.lexicon import Lexicon
from icon_library.negation_rules import Negation, Phrases
from icon_library.words import Token, is_possessive

Span = tuple[int, int]
MOST_CARRIERS = 5
MOST_JOINERS = 4


class Sentence(NamedTuple):
    """What negation looks at: tokens, the spans of things that can be denied, and the tokens of people and the like.

    `inside` are the tokens that stand in a phrase after its first: a stop word there (looked after) ends no clause.
    `steady` are spans whose pictures are never crossed, though what they mean can be denied: a place, a festival.
    """

    tokens: Sequence[Token]
    spans: Sequence[Span]
    steady: frozenset[Span]
    quiet: frozenset[int]
    inside: frozenset[int]
    lexicon: Lexicon

    @property
    def rules(self) -> Negation:
        """How the sentence's language denies things."""
        return self.lexicon.negation


def longest(tokens: Sequence[Token], at: int, phrases: Phrases) -> tuple[str, ...]:
    """The longest of some phrases that stands here, or nothing."""
    found: tuple[str, ...] = ()
    for base in tokens[at].bases:
        for phrase in phrases.get(base, ()):
            if len(phrase) > len(found) and stands(tokens, at, phrase):
                found = phrase
    return found


def stands(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand here, with no pause between them."""
    last = at + len(phrase) - 1
    if last >= len(tokens):
        return False
    for place, word in enumerate(phrase, at):
        token = tokens[place]
        if word not in token.bases or (token.pause and place < last):
            return False
    return True


def same_clause(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The tokens before this one, back to the last pause."""
    back = start
    while back and not tokens[back - 1].pause:
        back -= 1
    return tokens[back:start]


def says_where(between: Sequence[Token], text: Sentence) -> bool:
    """Whether words before a span end as those that say where: (to keep cans) in the."""
    said = [token.core for token in between]
    determined = False
    while said and said[-1] in text.lexicon.groups["determiners"]:
        determined = bool(said.pop())
    if not said:
        return False
    return said[-1] in text.rules.settings or (determined and said[-1] in text.rules.ways)


def begins_something(tokens: Sequence[Token], text: Sentence) -> bool:
    """Whether one of some words is a subject or a helping verb, so that something new is told."""
    starters = text.lexicon.groups["subjects"] | text.lexicon.groups["helping_verbs"]
    return any(token.core in starters - text.rules.carriers for token in tokens)


def is_joined(last: Span, span: Span, text: Sentence, *, denied_later: bool = False) -> bool:
    """Whether what stands between two spans only lists them: no new subject, no new verb."""
    tokens, rules = text.tokens, text.rules
    found = [at for at in range(last[1] - 1, span[0]) if joins(tokens[at], at == last[1] - 1, rules)]
    helping = text.lexicon.groups["helping_verbs"] - rules.carriers
    if not found or any(token.core in helping for token in tokens[last[1] : found[-1]]):
        return False
    return only_lists(range(found[-1] + 1, span[0]), span, text, denied_later=denied_later)


def only_lists(after: range, span: Span, text: Sentence, *, denied_later: bool = False) -> bool:
    """Whether the few words between a comma (or an and) and a span begin nothing new, and nor does the span."""
    tokens, rules = text.tokens, text.rules
    if after and tokens[after.start].core in rules.joins:
        after = after[1:]
    helping = text.lexicon.groups["helping_verbs"] - rules.carriers
    told = [tokens[at] for at in after if at not in text.quiet]
    new = begins_something(told, text) or any(_is_new_name(one) or _is_finite(one, text) for one in told)
    elsewhere = any(tokens[at].core in rules.settings for at in (*after[:1], *after[-2:]))
    verb_next = span[1] < len(tokens) and tokens[span[1]].core in helping and not tokens[span[1] - 1].pause
    is_subject = not denied_later and (verb_next or _is_told_of(after, span, text))
    return len(after) <= MOST_JOINERS and not (new or elsewhere or _adds(after.start - 1, is_subject, text))


def _is_told_of(after: range, span: Span, text: Sentence) -> bool:
    """Whether a thing after a comma is what a new clause tells of: …, the judge said so."""
    if not after or text.tokens[after.start].core not in text.rules.definite:
        return False
    rest = text.tokens[span[1] - 1 :]
    listed = rest[0].pause or len(rest) < 2 or any(token.core in text.rules.joins for token in rest)
    return not listed


def _adds(at: int, is_subject: bool, text: Sentence) -> bool:
    """Whether an “and” begins something new: and the bills are …, or one after a comma; an “or” goes on denying."""
    if at < 0 or (text.tokens[at].core in text.rules.joins and text.tokens[at].core not in text.rules.adds):
        return False
    return is_subject or (text.tokens[at].core in text.rules.adds and bool(text.tokens[at - 1].pause))


def _is_finite(token: Token, text: Sentence) -> bool:
    """Whether a word is a verb in a form that tells of what is so: (has given up wine and) drinks squash."""
    bent = token.bases[1:]
    return not text.rules.deeds.isdisjoint(bent) and not token.core.endswith(text.rules.ender_endings)


def _is_new_name(token: Token) -> bool:
    return token.text[:1].isupper() and not is_possessive(token)


def joins(token: Token, own: bool, rules: Negation) -> bool:
    """Whether a token lists what follows with what came before: a comma, an or."""
    return token.pause == "," or (token.core in rules.joins and not own)


def parts(at: int, text: Sentence) -> bool:
    """Whether a pause or an and stands here that is not one between two names: Leo and Sam."""
    token, around = text.tokens[at], (at - 1, at + 1)
    if token.pause:
        return True
    if token.core not in text.rules.joins:
        return False
    named = (
        0 <= one < len(text.tokens) and (one in text.quiet or text.tokens[one].text[:1].isupper()) for one in around
    )
    return not all(named)


def is_carried(last: Span, span: Span, text: Sentence, more: frozenset[str] = frozenset()) -> bool:
    """Whether only small words and people stand between: throw (a) punch, ask (you to keep a) secret."""
    carriers = text.rules.carriers | more
    between = range(last[1], span[0])
    if len(between) > MOST_CARRIERS or any(text.tokens[at].pause for at in range(last[1] - 1, span[0])):
        return False
    return all(
        at in text.quiet
        or text.tokens[at].core in carriers
        or text.tokens[at].text[:1].isupper()
        or is_possessive(text.tokens[at])
        for at in between
    )

"""Where a denial ends: at a stop word, at another denial, at the end of its clause, where something new is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from icon_library.clause import Sentence, Span, longest, same_clause
from icon_library.words import ENDS, Token


class Negator(NamedTuple):
    """Tokens start to end (half open) that deny what follows them: not, without, stop …ing.

    `own` is the span that the negator is a part of, as in a phrase such as “cannot sleep”.
    """

    start: int
    end: int
    phrase: tuple[str, ...]
    own: Span | None = None


def end_of_scope(negator: Negator, begin: int, negators: Sequence[Negator], text: Sentence) -> int:
    """The token at which a negation ends: a stop word, another negator, the end of its clause."""
    joined = text.rules.flips - text.rules.conditional
    others = {one.start for one in negators if one.phrase not in joined and negator.phrase not in text.rules.deep}
    comma = _ends_at_comma(negator, text)
    for at in range(begin, len(text.tokens)):
        if at in others or _begins_anew(at, begin, negator, text):
            return at
        if text.tokens[at].pause in ENDS or (text.tokens[at].pause and comma):
            return at + 1
    return len(text.tokens)


def _ends_at_comma(negator: Negator, text: Sentence) -> bool:
    """Whether a denial goes no further than its comma: if …, instead of …, a lady, not a man, …, Errol, who never …."""
    rules, token = text.rules, text.tokens[negator.start]
    before = same_clause(text.tokens, negator.start)
    begin = _begin_of_sentence(text.tokens, negator.start)
    first = text.tokens[begin]
    if any(one.core in rules.openers for one in (*before, first)):
        return True
    if first.core in rules.inverted and negator.start > begin + 1:  # should Mum not …, but not: should not …
        return True
    after_comma = negator.start > 0 and text.tokens[negator.start - 1].pause == ","
    until_comma = token.first and negator.phrase in rules.until_comma
    return until_comma or (after_comma and negator.phrase in rules.comma_bound) or _is_told_of_whom(negator, text)


def _is_told_of_whom(negator: Negator, text: Sentence) -> bool:
    """Whether a denial stands in a remark between commas: Errol, who has never touched a drop, drives."""
    before = same_clause(text.tokens, negator.start)
    begin = negator.start - len(before)
    opens = bool(before) and before[0].core in text.rules.remarks and begin > 0 and text.tokens[begin - 1].pause == ","
    return opens and not any(token.core in text.rules.nominatives for token in before)


def _begins_anew(at: int, begin: int, negator: Negator, text: Sentence) -> bool:
    """Whether something begins at this token that the denial does not reach."""
    rules, token, before = text.rules, text.tokens[at], text.tokens[at - 1]
    request = negator.phrase in rules.at_start.get(negator.phrase[0], ())
    ends = rules.stops | (rules.adds if request else frozenset())  # say no to a kiss | and tell Nan
    if (token.core in ends and at not in text.inside) or longest(text.tokens, at, rules.affirming):
        return True
    if (before.pause and token.core in rules.turns) or (at > begin and _goes_on_anew(at, negator, text)):
        return True
    return negator.phrase not in rules.deep and _is_new_subject(at, negator, text)


def _goes_on_anew(at: int, negator: Negator, text: Sentence) -> bool:
    """Whether a verb goes on: a grown-up who is not drinking | will cook; stops ringing | and stops sending pizzas."""
    rules, token = text.rules, text.tokens[at]
    remark = any(one.core in rules.remarks for one in same_clause(text.tokens, negator.start))
    again = (token.core,) in rules.flips and text.tokens[at - 1].core in rules.adds
    return (remark and token.core in text.lexicon.groups["modals"]) or again


def _begin_of_sentence(tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at - 1].pause not in ENDS:
        at -= 1
    return at


def _is_new_subject(at: int, negator: Negator, text: Sentence) -> bool:
    """Whether a pronoun begins a clause without a pause: if we cannot come | we ring."""
    before = text.tokens[at - 1]
    if before.pause and at > negator.end:
        return text.tokens[at].core in text.rules.nominatives
    earliest = negator.own[1] if negator.own else negator.end + 2
    if text.tokens[at].core not in text.rules.nominatives - text.rules.carriers or at < earliest:
        return False
    listing = text.rules.joins - text.rules.adds
    return before.core not in text.lexicon.groups["helping_verbs"] | text.rules.relatives | listing

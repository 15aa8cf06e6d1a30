"""What a negating word denies of what follows it: will not shout, hit or swear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icon_library.clause import (
    Sentence,
    Span,
    begins_something,
    is_carried,
    is_joined,
    joins,
    longest,
    only_lists,
    parts,
    says_where,
)
from icon_library.scope import Negator, end_of_scope

FAR = 4
SOON = 4


class Reached(NamedTuple):
    """What a negator denies, and what it may deny, or only says where: no picture is safe there."""

    things: tuple[Span, ...] = ()
    unsure: tuple[Span, ...] = ()


def reach(negator: Negator, negators: Sequence[Negator], text: Sentence) -> Reached:
    """The first span that a negator reaches and those that belong to it, listed or its object; and the unsure ones."""
    begin = _begin(negator, text)
    end = end_of_scope(negator, begin, negators, text)
    if _is_undone(begin, end, text) or _is_condition(negator, negators, text):
        return Reached()
    if negator.own and _leads_on(negator.own, negator.own[1] == negator.end, text):
        negator = negator._replace(own=None)
    found = _walk(negator, begin, end, text)
    found = found._replace(unsure=(*found.unsure, *_blamed(end, text), *_told_of_whom(begin, end, text)))
    opening = text.tokens[min(begin, len(text.tokens) - 1)].core
    felt = any(token.core in text.rules.sealed for token in text.tokens[begin:end])
    if not found.things and not felt and opening not in text.rules.settings:
        # Nothing else is denied, so it is the place: nobody puts your things in a bin bag.
        crossable = tuple(one for one in found.unsure if one not in text.steady)[:1]
        crossable = () if _is_of_unknown(negator, begin, text) else crossable
        found = Reached(crossable, tuple(one for one in found.unsure if one not in crossable))
    doubtful = {one for one in found.things if _is_doubtful(one, negator, negators, text)}
    sure = tuple(one for one in found.things if one not in doubtful and one != negator.own)
    return Reached(sure, (*found.unsure, *doubtful - {negator.own}))


def _is_of_unknown(negator: Negator, begin: int, text: Sentence) -> bool:
    """Whether it is a thing without a picture that is denied, and not the place after it: no guns in the house."""
    if negator.phrase not in text.rules.nothings or not begin == negator.end < len(text.tokens):
        return False
    deed = text.tokens[begin].core.endswith(text.rules.ender_endings)  # no picking up sparklers
    return not deed and text.lexicon.function_words.isdisjoint(text.tokens[begin].bases)


def _told_of_whom(begin: int, end: int, text: Sentence) -> Iterator[Span]:
    """What a clause tells of those who are denied (not have anyone round who is drunk), or asks (not say where …)."""
    if end >= len(text.tokens) or text.tokens[end - 1].pause:
        return
    whom = text.tokens[end].core in text.rules.remarks and any(
        token.core in text.rules.anyone for token in text.tokens[begin:end]
    )
    if not whom and text.tokens[end].core not in text.rules.asked:
        return
    helping = text.lexicon.groups["helping_verbs"]
    begins = next((at for at in range(end + 1, len(text.tokens)) if text.tokens[at].core not in helping), end)
    told = range(begins + 1, len(text.tokens))
    last = next((at for at in told if text.tokens[at - 1].pause or text.tokens[at].core in helping), len(text.tokens))
    yield from (span for span in text.spans if end <= span[0] < last)


def _blamed(end: int, text: Sentence) -> Iterator[Span]:
    """What a clause after a denial names as a reason that is none: (you are not in care) because you wet the bed."""
    if (
        not longest(text.tokens, end, text.rules.blames) or text.tokens[end - 1].pause
        if end < len(text.tokens)
        else True
    ):
        return
    last = next((at for at in range(end, len(text.tokens)) if text.tokens[at].pause), len(text.tokens))
    yield from (span for span in text.spans if end <= span[0] <= last)


def _leads_on(own: Span, ends_with_denial: bool, text: Sentence) -> bool:
    """Whether a phrase with a denial in it goes on to what is denied: not ok to → hit, want to stop → drinking."""
    around = text.tokens[own[1] - 1 : own[1] + 1]
    leads = any(token.core in text.rules.leads for token in around)
    return not around[0].pause and (leads or ends_with_denial)


def _walk(negator: Negator, begin: int, end: int, text: Sentence) -> Reached:
    """The spans from begin to end that belong to a denial, each told by the one before it."""
    things: list[Span] = [negator.own] if negator.own else []
    unsure: list[Span] = []
    for span in text.spans:
        if span == negator.own or span[1] <= begin or not negator.start < span[0] < end:
            continue
        if things and text.tokens[things[-1][1]].core in text.rules.remarks and things[-1][1] < span[0]:
            unsure.append(span)  # don’t worry that Dad is cold, no secrets that make you sad
        elif _follows(things[-1], span, negator, text) if things else _is_first(negator, begin, span, text):
            (unsure if span in text.steady else things).append(span)
        elif _may_belong(things[-1] if things else (begin, begin), span, negator, text):
            unsure.append(span)
    return Reached(tuple(things), tuple(unsure))


def _may_belong(last: Span, span: Span, negator: Negator, text: Sentence) -> bool:
    """Whether a span may belong to what is denied, or says where it does not happen."""
    if negator.own == last and negator.start > last[0]:
        return False
    return _is_setting(last[1], span, text) or (last[0] < last[1] and _goes_on(last, span, text))


def _begin(negator: Negator, text: Sentence) -> int:
    """Where what is denied begins: after not; nobody at school will → shout; nothing you tell us will → upset us."""
    end = _end_of_clause(negator.end, text)
    follows = text.tokens[negator.end : negator.end + 1]
    named = bool(follows) and (negator.end in text.quiet or follows[0].text[:1].isupper())
    told = bool(follows) and (follows[0].core in text.rules.nominatives or named)
    if negator.phrase in text.rules.neithers and any(
        negator.end <= span[0] < negator.end + SOON for span in text.spans
    ):
        return negator.end
    if negator.phrase in text.rules.nobodies or (negator.phrase in text.rules.nothings and told):
        return _after_helping_verb(negator.end, end, text)
    return negator.end


def _end_of_clause(at: int, text: Sentence) -> int:
    ends = text.rules.adds | text.rules.stops - text.rules.remarks
    while at < len(text.tokens) and text.tokens[at].core not in ends:
        at += 1
        if text.tokens[at - 1].pause:
            break
    return at


def _after_helping_verb(begin: int, end: int, text: Sentence) -> int:
    """After the helping verb; after the last one where a remark comes between: nobody who drank will → drive."""
    helping = text.lexicon.groups["helping_verbs"]
    found = [at + 1 for at in range(begin, end) if text.tokens[at].core in helping]
    remark = begin < len(text.tokens) and text.tokens[begin].core in text.rules.remarks
    return begin if not found else found[-1] if remark else found[0]


def _is_undone(begin: int, end: int, text: Sentence) -> bool:
    """Whether the denied verb is one like miss, so that all is well: will not miss your visit."""
    spanned = {at for span in text.spans for at in range(*span)}
    soon = range(begin, min(begin + SOON, end))
    return any(not text.rules.undone.isdisjoint(text.tokens[at].bases) and at not in spanned for at in soon)


def _is_condition(negator: Negator, negators: Sequence[Negator], text: Sentence) -> bool:
    """Whether a word like without only says what else is needed: cannot hear without hearing aids."""
    earlier = [one.end for one in negators if one.end <= negator.start]
    if negator.phrase not in text.rules.conditional or not earlier:
        return False
    return not any(token.pause for token in text.tokens[earlier[-1] : negator.start])


def _opens_a_condition(negator: Negator, text: Sentence) -> bool:
    """Whether a sentence begins with what would be if a thing were not there: without your glasses you cannot see."""
    return text.tokens[negator.start].first and negator.phrase in text.rules.conditional


def _is_doubtful(span: Span, negator: Negator, negators: Sequence[Negator], text: Sentence) -> bool:
    """Whether a span is denied only in part: (not go out) without a coat, not even for a laugh, what you said."""
    if longest(text.tokens, negator.start, text.rules.weak) or _opens_a_condition(negator, text):
        return True
    later = [one for one in negators if span[1] <= one.start]
    if any(_is_condition(one, negators, text) for one in later[:1]):
        return True
    return _is_relative(negator.end, span, text) or _has_reason(span, text)


def _has_reason(span: Span, text: Sentence) -> bool:
    """Whether it is the reason that is denied: (not in prison) because of you."""
    for at in range(span[1], len(text.tokens)):
        if text.tokens[at - 1].pause:
            return False
        if longest(text.tokens, at, text.rules.reasons):
            return True
    return False


def _is_relative(begin: int, span: Span, text: Sentence) -> bool:
    """Whether a span belongs to a remark on what is denied: (not tell) anything you said."""
    return any(
        text.tokens[at].core in text.rules.relatives
        and (text.tokens[at + 1].core in text.rules.nominatives or at + 1 in text.quiet)
        for at in range(begin, span[0] - 1)
    )


def _is_setting(after: int, span: Span, text: Sentence) -> bool:
    """Whether nothing new begins between a denial, or a denied thing, and a span: (not shout) on the stairs."""
    between = text.tokens[after : span[0]]
    pauses = [at for at in range(max(0, after - 1), span[0]) if text.tokens[at].pause]
    if not pauses:
        joined = any(parts(at, text) for at in range(after, span[0]))
        placed = any(token.core in text.rules.settings for token in between)
        return not joined or (placed and not begins_something(between, text))
    follows = text.tokens[pauses[-1] + 1]
    return follows.core in text.rules.settings and not begins_something(between, text)


def _goes_on(last: Span, span: Span, text: Sentence) -> bool:
    """Whether a list of denied things goes on to a span, in words we do not follow: or turn up at Leo’s school."""
    between = range(last[1] - 1, span[0])
    joined = any(joins(text.tokens[at], at == last[1] - 1, text.rules) for at in between)
    adds = any(text.tokens[at].core in text.rules.adds for at in between)
    return joined and not adds and not begins_something([text.tokens[at] for at in between], text)


def _is_first(negator: Negator, begin: int, span: Span, text: Sentence) -> bool:
    """Whether a negation reaches this span first: close by, in the same clause, and not as a time (by tea)."""
    between = text.tokens[begin : span[0]]
    if len(between) >= text.rules.reach or (between and between[-1].core in text.rules.asides):
        return False
    # Nobody at school …, not keep cans or bottles in the flat: the place is where, and not what.
    opening = text.tokens[min(begin, span[0])].core
    subject = negator.phrase in text.rules.nobodies and opening in text.rules.settings
    place = says_where(between, text) or text.tokens[span[0]].core in text.rules.settings
    if place and (len(between) > FAR or subject or _is_of_unknown(negator, begin, text)):
        return False
    breaks = [at for at in range(begin, span[0]) if parts(at, text)]
    return not breaks or only_lists(range(breaks[-1] + 1, span[0]), span, text)


def _follows(last: Span, span: Span, negator: Negator, text: Sentence) -> bool:
    """Whether a span is listed with the one before it, or is what that one is done to (but: not afraid to ring)."""
    if last == negator.own and negator.start > last[0]:
        return is_joined(last, span, text)
    between = text.tokens[last[1] - 1 : span[0]]
    if text.tokens[span[0]].core in text.rules.settings or says_where(between, text):
        return False  # a phrase such as “in the bath” says where
    if negator.phrase in text.rules.nothings and last[0] < negator.end + SOON:
        more = text.lexicon.groups["helping_verbs"]  # no dog will be kicked
        if is_carried(last, span, text, more):
            return True
    if any(text.tokens[at].core in text.rules.sealed for at in range(*last)):
        return text.tokens[last[1]].core in text.rules.joins and is_joined(last, span, text)
    return is_joined(last, span, text) or is_carried(last, span, text)

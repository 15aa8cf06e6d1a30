"""Which suggestions are of things that will not happen, so that they are drawn crossed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icon_library.lexicon import Lexicon
from icon_library.negation_rules import Negation, Phrases
from icon_library.words import Token, is_possessive

Span = tuple[int, int]
MOST_CARRIERS = 5
MOST_JOINERS = 4
FAR = 4


class _Negator(NamedTuple):
    """Tokens start to end (half open) that deny what follows them: not, without, stop …ing."""

    start: int
    end: int
    phrase: tuple[str, ...]


class _Sentence(NamedTuple):
    """What negation looks at: tokens, spans whose pictures can be crossed, and the tokens of those that cannot."""

    tokens: Sequence[Token]
    spans: Sequence[Span]
    quiet: frozenset[int]
    lexicon: Lexicon

    @property
    def rules(self) -> Negation:
        return self.lexicon.negation


class Denied(NamedTuple):
    """Spans that are denied, and settings: spans that only say where or when a denied thing does not happen."""

    things: frozenset[Span]
    settings: frozenset[Span]


def find_denied(tokens: Sequence[Token], spans: Sequence[Span], steady: frozenset[Span], lexicon: Lexicon) -> Denied:
    """The spans that a negation reaches, but not those it reaches twice (not without a coat).

    Steady spans, such as people, are never denied themselves.
    """
    quiet = frozenset(at for span in steady for at in range(*span))
    open_to = [span for span in spans if span not in steady and not _denies_itself(span, tokens, lexicon.negation)]
    text = _Sentence(tokens, open_to, quiet, lexicon)
    before = {at: things for at in range(1, len(tokens)) if (things := tuple(_denied_before(at, text)))}
    negators = [one for one in _negators(tokens, spans, lexicon.negation) if before.keys().isdisjoint(_near(one))]
    reached = [_reached(one, negators, text) for one in negators]
    times = Counter(span for spans_reached, _ in reached for span in spans_reached)
    times.update({span for earlier in before.values() for span in earlier})
    times.update(
        {span for one, (there, _) in zip(negators, reached, strict=True) if not there for span in _left(one, text)}
    )
    denied = frozenset(span for span, count in times.items() if count % 2)
    return Denied(denied, frozenset(span for _, settings in reached for span in settings) - denied)


def _denies_itself(span: Span, tokens: Sequence[Token], rules: Negation) -> bool:
    """Whether a phrase has its denial in it (cannot sleep, stop loving): denied once more, it is true after all."""
    inside = tokens[span[0] : span[1]]
    return any(_longest(inside, at, rules.words) or _ender(inside, at, rules) for at in range(len(inside)))


def _negators(tokens: Sequence[Token], spans: Sequence[Span], rules: Negation) -> Iterator[_Negator]:
    """Each negating word or phrase, unless it is part of a phrase that has its own picture."""
    at = 0
    while at < len(tokens):
        affirming = _longest(tokens, at, rules.affirming)
        phrase = affirming or _longest(tokens, at, rules.words) or _ender(tokens, at, rules)
        end = at + len(phrase)
        own = any(start <= at and end < stop for start, stop in spans)
        if phrase and not affirming and not own and not _is_cut_off(tokens, end - 1):
            yield _Negator(at, end, phrase)
        at = max(end, at + 1)


def _is_cut_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a negating word denies nothing after it: it ends its clause, or belongs to a compound (no-tears)."""
    follows = tokens[at + 1 : at + 2]
    return bool(tokens[at].pause) or (bool(follows) and follows[0].word == tokens[at].word)


def _longest(tokens: Sequence[Token], at: int, phrases: Phrases) -> tuple[str, ...]:
    """The longest of some phrases that stands here, or nothing."""
    known = (phrase for base in tokens[at].bases for phrase in phrases.get(base, ()))
    return max((one for one in known if _stands(tokens, at, one)), key=len, default=())


def _stands(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    here = tokens[at : at + len(phrase)]
    if len(here) < len(phrase) or any(token.pause for token in here[:-1]):
        return False
    return all(word in token.bases for word, token in zip(phrase, here, strict=True))


def _ender(tokens: Sequence[Token], at: int, rules: Negation) -> tuple[str, ...]:
    """A phrase such as stop, if it stands here and what follows is what ends (stop shouting)."""
    phrase = _longest(tokens, at, rules.enders)
    end = at + len(phrase)
    ended = any(token.core.endswith(rules.ender_endings) for token in tokens[end : end + 2])
    return phrase if phrase and ended and not tokens[end - 1].pause else ()


def _reached(negator: _Negator, negators: Sequence[_Negator], text: _Sentence) -> tuple[list[Span], list[Span]]:
    """The first span that a negator reaches and those that belong to it, listed or its object; and their settings."""
    begin, end = negator.end, _end_of_scope(negator, negators, text)
    if negator.phrase in text.rules.nobodies:
        begin = _after_helping_verb(begin, end, text)
    things: list[Span] = []
    settings: list[Span] = []
    for span in text.spans:
        if span[1] <= begin or not negator.start < span[0] < end:
            continue
        if _follows(things[-1], span, text) if things else _is_first(negator, begin, span, text):
            things.append(span)
        elif _is_setting(things[-1][1] if things else begin, span, text) or (
            things and _goes_on(things[-1], span, text)
        ):
            settings.append(span)
    return things, settings


def _is_setting(after: int, span: Span, text: _Sentence) -> bool:
    """Whether nothing new begins between a denial, or a denied thing, and a span: (not shout) on the stairs."""
    between = text.tokens[after : span[0]]
    pause = any(token.pause for token in text.tokens[max(0, after - 1) : span[0]])
    return not pause and not any(token.core in text.rules.joins for token in between)


def _goes_on(last: Span, span: Span, text: _Sentence) -> bool:
    """Whether a list of denied things goes on to a span, in words we do not follow: or turn up at Leo’s school."""
    between = range(last[1] - 1, span[0])
    joined = any(_joins(text.tokens[at], at == last[1] - 1, text.rules) for at in between)
    starters = text.lexicon.groups["subjects"] | text.lexicon.groups["helping_verbs"]
    adds = any(text.tokens[at].core in text.rules.adds for at in between)
    new = any(text.tokens[at].core in starters - text.rules.carriers for at in between)
    return joined and not adds and not new


def _says_where(between: Sequence[Token], text: _Sentence) -> bool:
    """Whether words before a span end as those that say where: (to keep cans) in the."""
    said = [token.core for token in between]
    while said and said[-1] in text.lexicon.groups["determiners"]:
        said.pop()
    return bool(said) and said[-1] in text.rules.settings


def _end_of_scope(negator: _Negator, negators: Sequence[_Negator], text: _Sentence) -> int:
    """The token at which a negation ends: a stop word, another negator, the end of its clause."""
    tokens, rules = text.tokens, text.rules
    opened = any(token.core in rules.openers for token in _same_clause(tokens, negator.start))
    opened = opened or (tokens[negator.start].first and negator.phrase in rules.until_comma)
    others = {one.start for one in negators if one.phrase not in rules.flips and negator.phrase not in rules.deep}
    for at in range(negator.end, len(tokens)):
        if tokens[at].core in rules.stops or at in others or _longest(tokens, at, rules.affirming):
            return at
        if tokens[at].pause == "." or (tokens[at].pause and opened):
            return at + 1
    return len(tokens)


def _same_clause(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The tokens before this one, back to the last pause."""
    back = start
    while back and not tokens[back - 1].pause:
        back -= 1
    return tokens[back:start]


def _after_helping_verb(begin: int, end: int, text: _Sentence) -> int:
    """Where what nobody does begins: nobody at school will → shout."""
    for at in range(begin, end):
        if text.tokens[at].core in text.lexicon.groups["helping_verbs"]:
            return at + 1
        if text.tokens[at].pause:
            break
    return begin


def _is_first(negator: _Negator, begin: int, span: Span, text: _Sentence) -> bool:
    """Whether a negation reaches this span first: close by, in the same clause, and not as a time (by tea)."""
    between = text.tokens[begin : span[0]]
    if len(between) >= text.rules.reach or (between and between[-1].core in text.rules.asides):
        return False
    # Nobody at school …, not keep cans or bottles in the flat: the place is where, and not what.
    subject = negator.phrase in text.rules.nobodies and bool(between) and between[0].core in text.rules.settings
    if _says_where(between, text) and (len(between) > FAR or subject):
        return False
    breaks = [at for at in range(begin, span[0]) if text.tokens[at].pause or _joins(text.tokens[at], False, text.rules)]
    return not breaks or _only_lists(range(breaks[-1] + 1, span[0]), span, text)


def _follows(last: Span, span: Span, text: _Sentence) -> bool:
    """Whether a span is listed with the one before it, or is what that one is done to (but: not afraid to ring)."""
    if text.tokens[span[0]].core in text.rules.settings:
        return False  # a phrase such as “in the bath” says where
    if any(text.tokens[at].core in text.rules.sealed for at in range(*last)):
        return text.tokens[last[1]].core in text.rules.joins and _is_joined(last, span, text)
    return _is_joined(last, span, text) or _is_carried(last, span, text)


def _is_joined(last: Span, span: Span, text: _Sentence, *, denied_later: bool = False) -> bool:
    """Whether what stands between two spans only lists them: no new subject, no new verb."""
    tokens, rules = text.tokens, text.rules
    joins = [at for at in range(last[1] - 1, span[0]) if _joins(tokens[at], at == last[1] - 1, rules)]
    after = range(joins[-1] + 1, span[0]) if joins else range(0)
    return bool(joins) and _only_lists(after, span, text, denied_later=denied_later)


def _only_lists(after: range, span: Span, text: _Sentence, *, denied_later: bool = False) -> bool:
    """Whether the few words between a comma (or an and) and a span begin nothing new, and nor does the span."""
    tokens, rules = text.tokens, text.rules
    if after and tokens[after.start].core in rules.joins:
        after = after[1:]
    helping = text.lexicon.groups["helping_verbs"] - rules.carriers
    starters = (text.lexicon.groups["subjects"] | helping) - rules.carriers
    new = any(tokens[at].core in starters or _is_new_name(tokens[at]) for at in after if at not in text.quiet)
    elsewhere = any(tokens[at].core in rules.settings for at in (*after[:1], *after[-2:]))
    verb_next = span[1] < len(tokens) and tokens[span[1]].core in helping and not tokens[span[1] - 1].pause
    is_subject = verb_next and not denied_later
    return len(after) <= MOST_JOINERS and not (new or elsewhere or _adds(after.start - 1, is_subject, text))


def _adds(at: int, is_subject: bool, text: _Sentence) -> bool:
    """Whether an “and” begins something new: and the bills are …, or one after a comma; an “or” goes on denying."""
    if at < 0 or text.tokens[at].core not in text.rules.adds:
        return False
    return is_subject or bool(text.tokens[at - 1].pause)


def _is_new_name(token: Token) -> bool:
    return token.text[:1].isupper() and not is_possessive(token)


def _joins(token: Token, own: bool, rules: Negation) -> bool:
    return token.pause == "," or (token.core in rules.joins and not own)


def _is_carried(last: Span, span: Span, text: _Sentence, more: frozenset[str] = frozenset()) -> bool:
    """Whether only small words and people stand between: throw (a) punch, ask (you to keep a) secret."""
    carriers = text.rules.carriers | more
    between = range(last[1], span[0])
    if len(between) > MOST_CARRIERS or any(text.tokens[at].pause for at in range(last[1] - 1, span[0])):
        return False
    return all(
        at in text.quiet or text.tokens[at].core in carriers or text.tokens[at].text[:1].isupper() for at in between
    )


def _left(negator: _Negator, text: _Sentence) -> Iterator[Span]:
    """What a denial with nothing after it denies before it: medicine will not be (left out)."""
    begins = [
        at for at in (negator.start - 1, negator.start) if at > 0 and _longest(text.tokens, at, text.rules.passives)
    ]
    if begins:
        yield from _subject_before(begins[0], text)


def _near(negator: _Negator) -> range:
    """Where a phrase begins of which a negator is a part: is not (allowed)."""
    return range(negator.start - 1, negator.end)


def _denied_before(at: int, text: _Sentence) -> Iterator[Span]:
    """The spans that a phrase here denies afterwards: smoking is not allowed, the shouting has stopped."""
    if _is_denial(at, text):
        yield from _subject_before(at, text)


def _is_denial(at: int, text: _Sentence) -> bool:
    """Whether a phrase stands here that denies what stands before it."""
    tokens, rules = text.tokens, text.rules
    end = at + len(_longest(tokens, at, rules.denials))
    if end > at:
        return end == len(tokens) or tokens[end].core not in rules.carriers or bool(tokens[end - 1].pause)
    end = at + len(_longest(tokens, at, rules.closers))
    return end > at and bool(tokens[end - 1].pause)


def _subject_before(at: int, text: _Sentence) -> Iterator[Span]:
    """The last span before a denial, and those that are listed with it by an and or an or."""
    later: Span | None = None
    listed = False
    for span in reversed([span for span in text.spans if span[0] < at and span[1] <= at + 1]):
        gap = text.tokens[span[1] - 1 : later[0] if later else at]
        listed = listed or any(token.core in text.rules.joins for token in gap)
        if later is None:
            others = text.lexicon.groups["subjects"] - text.rules.carriers
            if len(gap) > MOST_JOINERS or any(token.pause or token.core in others for token in gap):
                return
        elif not (listed and _is_joined(span, later, text, denied_later=True)) and not _is_carried(
            span, later, text, text.rules.settings
        ):
            return
        yield (later := span)

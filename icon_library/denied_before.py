"""What is denied after it was named: smoking is not allowed, the shouting has stopped, pills are not left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from icon_library.clause import Sentence, Span, is_carried, is_joined, longest, same_clause, says_where
from icon_library.denied_after import Reached
from icon_library.words import Token

NOTHING = Reached()
SOON = 3
FAR = 9
# So many words leave no doubt that they deny, whatever follows: is off limits to Dad.
CLEAR = 3


def denied_before(at: int, end: int, text: Sentence) -> Reached:
    """What the denial at these tokens denies, or may deny, of what stands before it."""
    found = subject_before(at, text, surely=True) if end > at else NOTHING
    if not any(spans_of(found)):
        return NOTHING
    return found._replace(unsure=(*found.unsure, *(span for span in text.spans if at <= span[0] < end)))


def maybe_denied_before(at: int, end: int, text: Sentence) -> Reached:
    """What the negator at these tokens may deny as its subject: pills are never …, photos must not be ….

    It is denied for sure where the verb says so (are not kept); it is not at all where the verb is one like miss.
    """
    if end < len(text.tokens) and _stays(end, text):
        return subject_before(_verb_begins(at, text), text)
    be = _be_at(at, end, text)
    if be < 0 or text.tokens[end - 1].core in text.rules.settings | text.rules.carriers:  # is free of drink
        return NOTHING
    after = text.tokens[max(be + 1, end) : max(be + 1, end) + SOON]
    if any(not text.rules.undone.isdisjoint(token.bases) for token in after):
        return NOTHING
    begin = _verb_begins(at, text)
    if any(not text.rules.deeds.isdisjoint(token.bases) for token in after):
        return subject_before(begin, text)
    if after and after[0].core.endswith(text.rules.passive_endings):
        return Reached((), tuple(spans_of(subject_before(begin, text))))
    return NOTHING


def _stays(at: int, text: Sentence) -> bool:
    """Whether the verb here tells where its subject is or comes, and has no picture of its own: nappies lie about."""
    end = at + len(longest(text.tokens, at, text.rules.staying))
    if end == at or text.tokens[at - 1].pause:
        return False
    return not any(start <= at and end < stop for start, stop in text.spans)


def _verb_begins(at: int, text: Sentence) -> int:
    """Where the verb that is denied here begins: pills → must not be kept."""
    while at and text.tokens[at - 1].core in text.lexicon.groups["helping_verbs"]:
        at -= 1
    return at


def _be_at(at: int, end: int, text: Sentence) -> int:
    """Where a form of be stands at a negator, or just before or after it; -1 where there is none."""
    near = (*range(at, end), at - 1, end)
    return next(
        (place for place in near if 0 <= place < len(text.tokens) and text.tokens[place].core in text.rules.being), -1
    )


def end_of_denial(at: int, text: Sentence) -> int:
    """Where a phrase that stands here and denies what stands before it ends; here, if there is none."""
    tokens, rules = text.tokens, text.rules
    end = at + len(longest(tokens, at, rules.denials))
    if end > at:
        goes_on = end < len(tokens) and tokens[end].core.endswith(rules.ender_endings)
        goes_on = goes_on or bool(longest(tokens, end - 1, rules.innocent))
        clear = end - at >= CLEAR or end == len(tokens) or bool(tokens[end - 1].pause)
        denies = clear or tokens[end].core not in rules.carriers
        return end if denies and not goes_on and not _is_pending(at, text) else at
    end = at + len(longest(tokens, at, rules.closers))
    # The arguing stopped, smoking in the car stopped when …; a watch stopped too.
    ceased = longest(tokens, at, rules.ceased)
    ended = at and (tokens[at - 1].core.endswith(rules.ender_endings) or _is_of_a_deed(at, text))
    at_end = end > at and (tokens[end - 1].pause or (ceased and end < len(tokens) and tokens[end].core in rules.stops))
    closes = at_end and (ended or not ceased)
    return end if closes and not _is_pending(at, text) else at


def _is_of_a_deed(at: int, text: Sentence) -> bool:
    """Whether a clause begins with something done, and tells of that: passing messages through you has to stop."""
    before = same_clause(text.tokens, at)
    helping = text.lexicon.groups["helping_verbs"]
    deed = bool(before) and before[0].core.endswith(text.rules.ender_endings)
    denied = any(longest(before, one, text.rules.words) for one in range(len(before)))
    return deed and not denied and not any(token.core in helping for token in before)


def _is_pending(at: int, text: Sentence) -> bool:
    """Whether the clause here tells what is waited for: until the court case is over."""
    begin = at
    while begin and not text.tokens[begin - 1].pause:
        begin -= 1
        if text.tokens[begin].core in text.rules.stops and begin not in text.inside:
            return text.tokens[begin].core in text.rules.pending
    return False


def subject_before(at: int, text: Sentence, *, surely: bool = False) -> Reached:
    """The thing that a predicate here tells of, with what is listed with it; what only belongs to it is unsure.

    Spying on phones has stopped: the spying is denied, the phones are not. Where what stands here denies for sure, a
    thing done may be far away.
    """
    if (aside := _aside_begins(at, text)) >= 0:
        # Minding the twins while Mum naps is not …: the nap is not what the predicate tells of.
        found = subject_before(aside, text)
        return found._replace(unsure=(*found.unsure, *(span for span in text.spans if aside <= span[0] < at)))
    spans = [span for span in reversed(text.spans) if span[0] < at and span[1] <= at + 1]
    remarked = tuple(takewhile(lambda span: _in_remark(span, text), spans))
    spans = spans[len(remarked) :]
    gap = text.tokens[spans[0][1] - 1 : at] if spans else ()
    if not spans or not (_is_near(gap, text) or _is_remarked(gap, text) or (surely and _is_of_a_deed(at, text))):
        return NOTHING
    things, unsure = _with_listed(spans, text)
    steady = (one for one in things if one in text.steady)
    return Reached(tuple(one for one in things if one not in text.steady), (*unsure, *steady, *remarked))


def _with_listed(spans: Sequence[Span], text: Sentence) -> tuple[list[Span], list[Span]]:
    """A thing with what is listed with it, and what only belongs to it; spans are right to left."""
    things, unsure, listed = [spans[0]], list[Span](), False
    for span in spans[1:]:
        later = min((*things, *unsure))
        gap = text.tokens[span[1] - 1 : later[0]]
        if is_carried(span, later, text, text.rules.settings) or _is_part(later, span, text):
            if later in things and says_where(gap, text):
                things.remove(later)
                unsure.append(later)
        else:
            listed = listed or any(token.core in text.rules.joins for token in gap)
            stopped = any(token.core in text.rules.stops for token in gap[1:])
            if stopped or not (listed and is_joined(span, later, text, denied_later=True)):
                break
        things.append(span)
    return things, unsure


def _is_remarked(gap: Sequence[Token], text: Sentence) -> bool:
    """Whether only a remark between commas stands between a thing and what is told of it: beer, which …, is …."""
    remark = len(gap) > 1 and gap[1].core in text.rules.remarks
    return remark and bool(gap[0].pause and gap[-1].pause) and not any(token.pause for token in gap[1:-1])


def _in_remark(span: Span, text: Sentence) -> bool:
    """Whether a thing is told in a remark on whom the predicate is about: a baby who is crying must not be …."""
    begin = span[0] - len(same_clause(text.tokens, span[0]))
    return any(text.tokens[at].core in text.rules.remarks and _is_remark(at, text) for at in range(begin, span[0]))


def _is_remark(at: int, text: Sentence) -> bool:
    """Whether a who or that here remarks on what stands before it: (a secret) that, and not (promised) that the."""
    if at == 0 or text.tokens[at - 1].pause:
        return at > 0 and text.tokens[at - 1].pause == ","
    named = any(start < at <= end for start, end in text.spans) or text.tokens[at - 1].core in text.rules.anyone
    new = text.lexicon.groups["determiners"] | text.lexicon.groups["subjects"]
    return (named or at - 1 in text.quiet) and text.tokens[at + 1].core not in new


def _aside_begins(at: int, text: Sentence) -> int:
    """Where a clause inside the subject begins (while Mum naps), after a thing that is done; -1 where there is none."""
    for back in range(at - 1, 0, -1):
        if text.tokens[back - 1].pause:
            return -1
        if text.tokens[back].core in text.rules.stops and back not in text.inside:
            return back if any(_is_done(span, text) and span[1] <= back for span in text.spans) else -1
    return -1


def _is_done(span: Span, text: Sentence) -> bool:
    """Whether a clause begins with a thing that is done: minding the twins."""
    begins = not span[0] or bool(text.tokens[span[0] - 1].pause) or text.tokens[span[0] - 1].core in text.rules.joins
    return begins and text.tokens[span[0]].core.endswith(text.rules.ender_endings)


def _is_part(later: Span, span: Span, text: Sentence) -> bool:
    """Whether a thing only says where the one before it is: films with a number on the box."""
    gap = text.tokens[span[1] - 1 : later[0]]
    if len(gap) > FAR or any(token.pause or token.core in text.lexicon.groups["helping_verbs"] for token in gap[1:]):
        return False
    return not gap[0].pause and any(token.core in text.rules.settings for token in gap[1:])


def _is_near(gap: Sequence[Token], text: Sentence) -> bool:
    """Whether nothing but a few words stands between a thing and what is told of it: no and, no other subject.

    A gap begins with the last word of the thing.
    """
    others = text.lexicon.groups["subjects"] - text.rules.carriers
    done_to = bool(gap) and gap[0].core.endswith(text.rules.ender_endings)  # kicking Smudge is …
    if len(gap) > FAR or any(token.pause for token in gap):
        return False
    if gap and gap[-1].core in text.rules.adds and not any(token.core in text.rules.being for token in gap):
        return False  # but: hitting is wrong and | must end
    if any(token.core in others for token in gap[1 + (done_to and len(gap) == 2) :]):
        return False
    pronoun = bool(gap) and gap[-1].core in text.lexicon.groups["subjects"]
    begins = pronoun and len(gap) > 2 and gap[-2].core in text.rules.stops  # so it → cannot be spent on drink
    return not begins and (done_to or not _is_named(gap, text))


def _is_named(gap: Sequence[Token], text: Sentence) -> bool:
    """Whether the predicate has a name for its subject: (the judge said) that Darren must not."""
    if len(gap) < 2 or not gap[-1].text[:1].isupper():
        return False
    small = (text.rules.carriers | text.rules.settings) - text.rules.remarks
    return gap[-2].core not in small


def spans_of(found: Reached) -> Iterator[Span]:
    """All that is denied or may be."""
    yield from found.things
    yield from found.unsure

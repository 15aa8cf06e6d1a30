"""What a later clause denies of the one before it: he used to shove, and that is over. Crisps? Not here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from icon_library.clause import Sentence, Span, begins_something, longest, says_where
from icon_library.denied_after import Reached
from icon_library.scope import Negator
from icon_library.words import ENDS

# So few words between two pauses name no more than a thing: energy drinks? Not in this house.
SHORT = 4
# The pause between a heading and its list.
LIST = ":"


def denied_later(text: Sentence, negators: Sequence[Negator]) -> Iterator[Reached]:
    """What each clause that says so ends, or rules out, of what was told just before it.

    Where that was denied already (I do not hit you; those days are over), nothing is added.
    """
    denied = {one.start for one in negators}
    for at in range(1, len(text.tokens)):
        end = at + len(longest(text.tokens, at, text.rules.sequels))
        told = _told_before(at, text) if end > at and _is_said_of_all(at, end, text) else range(0)
        if denied.isdisjoint(told):
            yield Reached(tuple(_ended(told, text)))
        if longest(text.tokens, at, text.rules.verdicts) or (
            text.tokens[at - 1].pause and longest(text.tokens, at, text.rules.ruled_out)
        ):
            yield Reached(tuple(_named_before(at, text)))
        if text.tokens[at].core in text.rules.nowadays and (told := _once(at, text)):
            yield Reached(tuple(_ended(told, text)))
        if text.tokens[at - 1].pause in ENDS and _doubts(at, text, denied):
            yield Reached((), tuple(_named_before(at, text)))
        if text.tokens[at - 1].pause == LIST and _is_heading(at, text):
            yield Reached(tuple(span for span in text.spans if at <= span[0] < _end_of_sentence(at, text)))
        answer = at + len(longest(text.tokens, at, text.rules.answers))
        if answer > at and text.tokens[answer - 1].pause and text.tokens[at - 1].pause:
            yield _answered(at, answer, text)


def _doubts(at: int, text: Sentence, denied: Set[int]) -> bool:
    """Whether the sentence that begins here denies something of a list before it: …: we buy none of them."""
    said = range(at, _end_of_sentence(at, text))
    return not denied.isdisjoint(said) and any(text.tokens[one].core in text.rules.listed for one in said)


def _is_heading(at: int, text: Sentence) -> bool:
    """Whether what stands in front of a list denies what is in it: not allowed on the bus: …."""
    begin = at - 1
    while begin > 0 and text.tokens[begin - 1].pause not in ENDS:
        begin -= 1
    listed = text.tokens[at : _end_of_sentence(at, text)]
    pauses = sum(bool(token.pause) for token in listed[:-1]) + 1
    return bool(longest(text.tokens, begin, text.rules.headings)) and len(listed) <= 2 * SHORT * pauses


def _end_of_sentence(at: int, text: Sentence) -> int:
    return next((one + 1 for one in range(at, len(text.tokens)) if text.tokens[one].pause in ENDS), len(text.tokens))


def _once(at: int, text: Sentence) -> range:
    """The tokens of what used to be, in a clause before the one that says what is so now: he used to drink, now ….

    Nothing is, where what he used to do was to forget something.
    """
    rules = text.rules
    for begin in range(at - 1):
        past = longest(text.tokens, begin, rules.habits)
        follows = text.tokens[begin + len(past) : begin + len(past) + 1]
        used = begin > 0 and text.tokens[begin - 1].core in rules.being
        used = used or any(token.core in text.lexicon.groups["determiners"] for token in follows)
        if past and not used:
            told = range(begin + len(past), at)
            ends = (one for one in told if text.tokens[one].pause or text.tokens[one].core in rules.joins | rules.stops)
            end = next(ends, at)
            if _goes_on_still(begin + len(past), end, text):
                return range(0)
            return range(begin + len(past), end + bool(end < at and text.tokens[end].pause))
    return range(0)


def _goes_on_still(begin: int, end: int, text: Sentence) -> bool:
    """Whether what used to be was only forgotten, or is done still: he used to visit on Monday, now on Friday."""
    rules = text.rules
    if any(not rules.undone.isdisjoint(text.tokens[at].bases) for at in range(begin, end)):
        return True
    later = text.tokens[end:]
    verb = set(text.tokens[begin].bases) if begin < end else set()
    return any(token.core in rules.still or not verb.isdisjoint(token.bases) for token in later)


def _is_said_of_all(at: int, end: int, text: Sentence) -> bool:
    """Whether a clause says no more than this, with perhaps a word like now; in it stands nothing else to be denied."""
    begin = at
    while begin and not text.tokens[begin - 1].pause:
        begin -= 1
    if any(begin <= span[0] < at for span in text.spans):
        return False
    rest = text.tokens[end - 1 :]
    return bool(rest[0].pause) or len(rest) < 2 or rest[1].core in text.rules.lately


def _told_before(at: int, text: Sentence) -> range:
    """The tokens of what was told just before: back to the start of its sentence."""
    last = at - 1
    while last >= 0 and not text.tokens[last].pause:
        last -= 1
    begin = last
    while begin > 0 and text.tokens[begin - 1].pause not in ENDS:
        begin -= 1
    return range(begin, last + 1)


def _ended(told: range, text: Sentence) -> Iterator[Span]:
    """The things told there, but not where and when they happened: that was so."""
    crossable = (span for span in text.spans if span[0] in told and span not in text.steady)
    yield from (span for span in crossable if not _is_aside(span, told, text))


def _is_aside(span: Span, told: range, text: Sentence) -> bool:
    """Whether a thing stands in a clause of its own (when I was cross), is a place (at the bandstand) or a feeling."""
    before = range(told.start, span[0])
    opening = text.tokens[span[0]].core
    if opening in text.rules.settings | text.rules.sealed or says_where([text.tokens[at] for at in before], text):
        return True
    own = text.rules.stops | text.rules.relatives
    return any(text.tokens[at].core in own and at not in text.inside for at in before)


def _named_before(at: int, text: Sentence) -> Iterator[Span]:
    """The things that a question of a few words, or a list that tells nothing of them, names in front of a verdict."""
    end = at
    while end > 0 and text.tokens[end - 1].pause not in ENDS:
        end -= 1
    begin = end - 1
    while begin > 0 and text.tokens[begin - 1].pause not in ENDS:
        begin -= 1
    named = text.tokens[max(begin, 0) : end]
    pauses = sum(bool(token.pause) for token in named)
    if named and len(named) <= SHORT * pauses and not begins_something(named, text):
        yield from (span for span in text.spans if begin <= span[0] < end and span not in text.steady)


def _answered(at: int, end: int, text: Sentence) -> Reached:
    """The things that a question asked of (does he smack? no), or that were named just before (wandering off, no).

    Of a long question it is not known what the answer denies.
    """
    begin = at - 1
    while begin > 0 and text.tokens[begin - 1].pause not in ENDS:
        begin -= 1
    asked = text.tokens[at - 1].pause in ENDS and text.tokens[begin].core in text.rules.questions
    named = text.tokens[at - 1].pause == "," and text.tokens[end - 1].pause in ENDS
    if not (asked or (named and not begins_something(text.tokens[begin:at], text))):
        return Reached()
    spans = tuple(span for span in text.spans if begin <= span[0] < at and span not in text.steady)
    return Reached(spans) if at - begin <= 2 * SHORT else Reached((), spans)

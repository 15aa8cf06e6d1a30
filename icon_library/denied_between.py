"""What is kept from a place, between a verb and what goes with it: keep (your hands) off."""

from __future__ import annotations

from icon_library.clause import Sentence, longest, stands
from icon_library.denied_after import Reached
from icon_library.words import ENDS

# So many words may stand in the gap: leave the bag, the coat and the shoes outside.
LONG = 12
# So many may name the place: off (the cooker).
SHORT = 2


def kept_from(text: Sentence) -> Reached:
    """What is kept from a place, and the place: no picture is safe there."""
    gaps = (
        _with_place(_gap(at, phrase, text), phrase, text)
        for at in range(len(text.tokens))
        for phrase in text.rules.kept_from
    )
    kept = [gap for gap in gaps if gap]
    return Reached((), tuple(span for span in text.spans if any(span[0] in gap for gap in kept)))


def _with_place(gap: range, phrase: tuple[str, ...], text: Sentence) -> range:
    """A gap, with the few words that may name the place that something is kept from: off (the cooker)."""
    return range(gap.start, _end_of_place(gap.stop + len(phrase[2:]), text)) if gap else gap


def _gap(at: int, phrase: tuple[str, ...], text: Sentence) -> range:
    """The verb here and what stands in the gap after it, if a phrase with a gap stands here: keep (your hands) off."""
    verb, _, *away = phrase
    if verb not in text.tokens[at].bases or _is_denied(at, text):
        return range(0)
    for end in range(at + 1, min(at + LONG, len(text.tokens))):
        if (
            text.tokens[end - 1].pause in ENDS
            or text.tokens[end - 1].core in text.rules.stops
            or _adds_more(end - 1, text)
        ):
            return range(0)
        if stands(text.tokens, end, tuple(away)):
            return range(at, end)
    return range(0)


def _is_denied(at: int, text: Sentence) -> bool:
    """Whether the verb here is denied itself: would not swap her hens for the world."""
    rules = text.rules
    return any(
        longest(text.tokens, back, one) for back in range(max(0, at - 2), at) for one in (rules.words, rules.affirming)
    )


def _end_of_place(end: int, text: Sentence) -> int:
    for at in range(end, min(end + SHORT, len(text.tokens))):
        if text.tokens[at - 1].pause or text.tokens[at].core in text.rules.joins | text.rules.stops:
            return at
    return end + SHORT


def _adds_more(at: int, text: Sentence) -> bool:
    """Whether a word here joins on something other than a thing: keep it tidy and switch it off."""
    if text.tokens[at].core not in text.rules.joins or any(span[0] == at + 1 for span in text.spans):
        return False
    return at + 1 >= len(text.tokens) or text.tokens[at + 1].core not in text.lexicon.groups["determiners"]

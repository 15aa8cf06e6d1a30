"""Pictures that a family chose for words of its plan: the same words, and others of the same idea, get them again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from icon_library.lexicon import Lexicon
from icon_library.words import Token, core, split_words


class Chosen(NamedTuple):
    """Words, the idea they had (empty where the lexicon knows none), and the pictures chosen for them."""

    words: str
    idea: str
    pictures: tuple[str, ...]


class ChosenPlace(NamedTuple):
    """Tokens start to end (half open) that are words with a picture of the family’s own."""

    start: int
    end: int
    chosen: Chosen


def newest_first(chosen: Sequence[Chosen], idea: str, words: str) -> tuple[Chosen, ...]:
    """What was chosen for an idea: for the very same words first, then newest first."""
    alike = [one for one in reversed(chosen) if idea and one.idea == idea]
    return tuple(sorted(alike, key=lambda one: same_words(one.words) != words))


def same_words(words: str) -> str:
    """Words as they are compared: without capitals, punctuation and quotes."""
    return " ".join(core(word.text) for word in split_words(words.replace("-", " ")))


def find_chosen(tokens: Sequence[Token], chosen: Sequence[Chosen], lexicon: Lexicon) -> tuple[ChosenPlace, ...]:
    """Where words stand that only this family has a picture for, longest first where two overlap."""
    known = {same_words(one.words): one for one in chosen if one.idea not in lexicon.senses and ":" not in one.idea}
    places = [place for words, one in known.items() for place in _places(tokens, words.split(), one)]
    free: list[ChosenPlace] = []
    for place in sorted(places, key=lambda one: (one.start - one.end, one.start)):
        if all(place.end <= other.start or other.end <= place.start for other in free):
            free.append(place)
    return tuple(free)


def _places(tokens: Sequence[Token], words: Sequence[str], chosen: Chosen) -> list[ChosenPlace]:
    length = len(words)
    return [
        ChosenPlace(at, at + length, chosen)
        for at in range(len(tokens) - length + 1 if length else 0)
        if all(word in token.bases for word, token in zip(words, tokens[at : at + length], strict=True))
    ]

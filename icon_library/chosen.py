"""Pictures that a family chose for words of its plan: the same words, and others of the same idea, get them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from icon_library.lexicon import Lexicon
from icon_library.words import Token, cores


class Chosen(NamedTuple):
    """Words, the idea they had (empty where the lexicon knows none), and the pictures chosen for them."""

    words: str
    idea: str
    pictures: tuple[str, ...]


class OwnWords(NamedTuple):
    """Words that only this family has a picture for, cut as a sentence is cut."""

    cores: tuple[str, ...]
    pictures: tuple[str, ...]


class ChosenPictures(NamedTuple):
    """What was chosen in a plan, made ready once for all its sentences: by idea, newest first, and by first word."""

    by_idea: Mapping[str, tuple[Chosen, ...]]
    by_word: Mapping[str, tuple[OwnWords, ...]]


class OwnPlace(NamedTuple):
    """Tokens start to end (half open) that are a family’s own words, and their pictures."""

    start: int
    end: int
    pictures: tuple[str, ...]


NOTHING_CHOSEN = ChosenPictures({}, {})


def same_words(words: str) -> str:
    """Words as they are compared: without capitals, punctuation, quotes and hyphens."""
    return " ".join(cores(words))


def read_chosen(chosen: Iterable[Chosen], lexicon: Lexicon) -> ChosenPictures:
    """Make a plan’s choices ready, oldest first; little words alone are never a family’s own."""
    by_idea: dict[str, list[Chosen]] = {}
    own: dict[tuple[str, ...], OwnWords] = {}
    for one in chosen:
        words = cores(one.words)
        if one.idea in lexicon.senses or ":" in one.idea:
            by_idea.setdefault(one.idea, []).insert(0, one)
        elif not lexicon.function_words.issuperset(words):
            own[words] = OwnWords(words, one.pictures)
    by_word: dict[str, list[OwnWords]] = {}
    for words, found in own.items():
        by_word.setdefault(words[0], []).append(found)
    return ChosenPictures(
        {idea: tuple(ones) for idea, ones in by_idea.items()}, {word: tuple(ones) for word, ones in by_word.items()}
    )


def newest_first(chosen: ChosenPictures, idea: str, words: str) -> tuple[Chosen, ...]:
    """What was chosen for an idea: for the very same words first, then newest first."""
    alike = chosen.by_idea.get(idea, ())
    return tuple(sorted(alike, key=lambda one: same_words(one.words) != words))


def find_own(tokens: Sequence[Token], chosen: ChosenPictures) -> tuple[OwnPlace, ...]:
    """Where words stand that only this family has a picture for; the longest first where two meet at a word."""
    places = [place for at in range(len(tokens)) for place in _own_at(tokens, at, chosen)]
    used: set[int] = set()
    free: list[OwnPlace] = []
    for place in sorted(places, key=lambda one: (one.start - one.end, one.start)):
        words = {token.word for token in tokens[place.start : place.end]}
        if not words & used:
            used |= words
            free.append(place)
    return tuple(free)


def _own_at(tokens: Sequence[Token], at: int, chosen: ChosenPictures) -> list[OwnPlace]:
    known = (one for base in tokens[at].bases for one in chosen.by_word.get(base, ()))
    return [
        OwnPlace(at, at + len(one.cores), one.pictures)
        for one in known
        if at + len(one.cores) <= len(tokens)
        and all(word in token.bases for word, token in zip(one.cores, tokens[at:], strict=False))
    ]

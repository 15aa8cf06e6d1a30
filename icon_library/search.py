"""Search of the whole library: by word, by category, by a word spelt wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from icon_library.catalogue import Catalogue
from icon_library.lexicon import Lexicon
from icon_library.words import base_forms, core, split_words

CLOSE_ENOUGH = 0.75
MOST_GUESSES = 3

# How well a picture answers, best first.
DRAWN, MEANT, PARTLY_DRAWN, PARTLY_MEANT, GUESSED = 100, 90, 60, 40, 20


class Found(NamedTuple):
    """A picture that answers a search, and the words for which it was found."""

    key: str
    score: int
    reason: str


def search(
    words: str, catalogue: Catalogue, lexicon: Lexicon, *, category: str = "", most: int = 60
) -> tuple[Found, ...]:
    """The pictures for some words, best first; all of a category when no words are given."""
    asked = _bases(words, lexicon)
    if not asked:
        found: Iterable[Found] = (Found(key, 0, category) for key in catalogue.icons if category)
    else:
        known = dict(_known(catalogue, lexicon))
        found = tuple(_answers(asked, known, lexicon)) or _guesses(asked, known, lexicon)
    best = _best(one for one in found if not category or catalogue.icons[one.key].category == category)
    return tuple(sorted(best, key=lambda one: -one.score))[:most]


def _bases(words: str, lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    """For each word of a phrase, the forms that count as that word."""
    pieces = (core(word.text) for word in split_words(words.replace("-", " ")))
    return tuple(frozenset(base_forms(piece, lexicon.inflections)) for piece in pieces if piece)


def _known(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Every label and phrase, with the pictures it calls for and how well each answers it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for icon in catalogue.icons.values():
        for label in (*icon.shows, icon.alt):
            found.setdefault(label.lower(), []).append((icon.key, DRAWN))
    meanings = [(sense.phrases, sense.icons) for sense in lexicon.senses.values()]
    meanings += [(kin.words, kin.icons) for kin in lexicon.kin.values()]
    for phrases, icons in meanings:
        for phrase in phrases:
            for place, key in enumerate(icons):
                if key in catalogue.icons:
                    found.setdefault(phrase, []).append((key, MEANT - place))
    return iter(found.items())


def _answers(
    asked: tuple[frozenset[str], ...], known: dict[str, list[tuple[str, int]]], lexicon: Lexicon
) -> Iterator[Found]:
    """Pictures whose label or phrase has every word asked for; whole phrases before parts of phrases."""
    for phrase, pictures in known.items():
        pieces = _bases(phrase, lexicon)
        if not all(any(word & piece for piece in pieces) for word in asked):
            continue
        whole = len(pieces) == len(asked)
        for key, score in pictures:
            part = PARTLY_DRAWN if score == DRAWN else PARTLY_MEANT + score - MEANT
            yield Found(key, score if whole else part, phrase)


def _guesses(
    asked: tuple[frozenset[str], ...], known: dict[str, list[tuple[str, int]]], lexicon: Lexicon
) -> tuple[Found, ...]:
    """Pictures for the nearest words that we know, where a word is spelt in a way that we do not."""
    vocabulary = sorted({piece for phrase in known for piece in phrase.split()} - lexicon.function_words)
    words = [min(word, key=len) if len(word) == 1 else max(word, key=len) for word in asked]
    nearest = [get_close_matches(word, vocabulary, MOST_GUESSES, CLOSE_ENOUGH) for word in words]
    meant = [_bases(word, lexicon) for each in nearest for word in each]
    found = (one for place in meant for one in _answers(place, known, lexicon))
    return tuple(one._replace(score=one.score * GUESSED // 100) for one in found)


def _best(found: Iterable[Found]) -> tuple[Found, ...]:
    """Each picture once, with its best reason."""
    best: dict[str, Found] = {}
    for one in found:
        if one.key not in best or best[one.key].score < one.score:
            best[one.key] = one
    return tuple(best.values())

"""Search of the whole library: by word, by category, by a word spelt wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from icon_library.catalogue import Catalogue
from icon_library.lexicon import Lexicon
from icon_library.phrase_index import DENIES
from icon_library.words import Inflections, base_forms, core, split_words
from icon_library.words_file import GAP, GROUP

CLOSE_ENOUGH = 0.75
MOST_GUESSES = 4
MOST_FOUND = 60

# What is drawn counts a little more than what it can mean; each step down costs points.
DRAWN, MEANT = 100, 95
OTHER_FORM, PART, GUESSED = 26, 25, 30


class Found(NamedTuple):
    """A picture that answers a search, and the words for which it was found."""

    key: str
    score: int
    reason: str


class _Label(NamedTuple):
    """Words that lead to a picture: as written, their forms, and how well they name it."""

    key: str
    text: str
    words: tuple[str, ...]
    forms: tuple[frozenset[str], ...]
    score: int


@dataclass(frozen=True)
class SearchIndex:
    """All words that lead to pictures, made ready once."""

    labels: Mapping[str, tuple[_Label, ...]]
    vocabulary: tuple[str, ...]
    categories: Mapping[str, str]
    inflections: Inflections


def index_library(catalogue: Catalogue, lexicon: Lexicon) -> SearchIndex:
    """Make the library ready for searching: labels of the pictures, and phrases of the lexicon."""
    labels: dict[str, list[_Label]] = {}
    for label in _labels(catalogue, lexicon):
        for form in {form for forms in label.forms for form in forms}:
            labels.setdefault(form, []).append(label)
    known = {word for ones in labels.values() for one in ones for word in one.words} - lexicon.function_words
    return SearchIndex(
        labels={form: tuple(ones) for form, ones in labels.items()},
        vocabulary=tuple(sorted(known)),
        categories={key: icon.category for key, icon in catalogue.icons.items()},
        inflections=lexicon.inflections,
    )


def search(words: str, index: SearchIndex, *, category: str = "", most: int = MOST_FOUND) -> tuple[Found, ...]:
    """The pictures for some words, best first; all of a category when there are no words."""
    asked = _cut(words)
    found: Iterable[Found] = _answers(asked, index)
    if not asked and category:
        found = (Found(key, 0, category) for key in index.categories)
    elif not (found := tuple(found)):
        found = _guesses(asked, index)
    best = _best(one for one in found if category in ("", index.categories[one.key]))
    return tuple(sorted(best, key=lambda one: -one.score))[:most]


def _labels(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[_Label]:
    """Every label of a picture and every phrase that calls for it."""
    for icon in catalogue.icons.values():
        for place, text in enumerate(dict.fromkeys((*icon.shows, icon.alt))):
            yield _label(icon.key, text, DRAWN - 2 * min(place, 8), lexicon)
    meanings = [(sense.phrases, sense.icons) for sense in lexicon.senses.values()]
    meanings += [(kin.words, kin.icons) for kin in lexicon.kin.values()]
    for phrases, icons in meanings:
        for phrase in (one for one in phrases if not one.startswith(DENIES)):
            plain = GROUP.sub("", phrase).replace(GAP, "")
            for place, key in enumerate(icons):
                if key in catalogue.icons:
                    yield _label(key, plain, MEANT - 4 * place, lexicon)


def _label(key: str, text: str, score: int, lexicon: Lexicon) -> _Label:
    words = _cut(text)
    return _Label(key, text, words, _forms(words, lexicon.inflections), score)


def _cut(text: str) -> tuple[str, ...]:
    return tuple(piece for word in split_words(text.replace("-", " ")) if (piece := core(word.text)))


def _forms(words: Sequence[str], inflections: Inflections) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(base_forms(word, inflections)) for word in words)


def _answers(asked: Sequence[str], index: SearchIndex) -> Iterator[Found]:
    """The pictures with a label that has every word asked for, in any of its forms."""
    forms = _forms(asked, index.inflections)
    for label in dict.fromkeys(one for form in forms[:1] for base in form for one in index.labels.get(base, ())):
        if all(any(form & known for known in label.forms) for form in forms):
            lost = PART * (len(label.words) > len(asked)) + OTHER_FORM * (not set(asked) <= set(label.words))
            yield Found(label.key, label.score - lost, label.text)


def _guesses(asked: Sequence[str], index: SearchIndex) -> tuple[Found, ...]:
    """The pictures for the nearest words that we know, where a word is spelt in a way that we do not."""
    choices = [_nearest(word, index) for word in asked]
    meant = [[choice[min(place, len(choice) - 1)] for choice in choices] for place in range(MOST_GUESSES)]
    found = (one for words in meant for one in _answers(words, index))
    return tuple(one._replace(score=one.score - GUESSED) for one in found)


def _nearest(word: str, index: SearchIndex) -> Sequence[str]:
    """The word itself where it is known; else the words most like it."""
    known = any(form in index.labels for form in base_forms(word, index.inflections))
    return [word] if known else get_close_matches(word, index.vocabulary, MOST_GUESSES, CLOSE_ENOUGH) or [word]


def _best(found: Iterable[Found]) -> tuple[Found, ...]:
    """Each picture once, with its best reason."""
    best: dict[str, Found] = {}
    for one in found:
        if one.key not in best or best[one.key].score < one.score:
            best[one.key] = one
    return tuple(best.values())

"""Cards of words and points: what a sentence says in words that no pattern lists.

A card belongs to one requirement. It gives points to words and to pairs of words, and to where a sentence stands; they
were learned from our own sentences (tools/learn_points.py) and can be read in points/<language>.json. The points of a
sentence are added, divided by the root of the number of its features, and the card’s own are added: above 0, it speaks.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

from plans.checks.said import CHILD, HARMED, HARMS, RELATIVE, WORKER, Said

POINTS = Path(__file__).parent / "points"
Span = tuple[int, int]
# A word of the sentence: where it begins and ends, and the form in which the cards know it.
Word = tuple[int, int, str]

_MARKS = {HARMED: "HARMED", HARMS: "HARMER", CHILD: "CHILD", WORKER: "WORKER", RELATIVE: "RELATIVE"}
_WORD = re.compile("|".join([*(f"{mark}+" for mark in _MARKS), "[A-Za-zÀ-ÿ0-9’']+", "[.,;:()…?!/%]"]))
_DIGITS = re.compile(r"\d+")
_SHORT = ("n't", "'s", "'ll")
# Endings, and the fewest letters of a word that loses one.
_ENDINGS = (("ing", 6), ("ed", 5), ("es", 5), ("s", 4))
_MOST_WORDS = 8


class Card(TypedDict):
    """One card of the file: what every sentence has on it, and the points of each feature."""

    own: float
    points: dict[str, float]


class Cards:
    """The cards of a language, by the features that they know: a sentence is looked through once for all of them."""

    def __init__(self, cards: Mapping[str, Card]) -> None:
        self.names = tuple(cards)
        self.points = {name: card["points"] for name, card in cards.items()}
        self._own = tuple(card["own"] for card in cards.values())
        known = {feature for card in self.points.values() for feature in card}
        # In hundredths, so that the same words have the same points whatever their order.
        self._rows = {
            feature: tuple(round(100 * card.get(feature, 0.0)) for card in self.points.values()) for feature in known
        }

    def scores(self, features: frozenset[str]) -> dict[str, float]:
        """Return what a sentence of such features has on each card."""
        root = 100 * len(features) ** 0.5
        known = self._rows.keys() & features
        rows = [self._rows[feature] for feature in known] or [(0,) * len(self._own)]
        columns = zip(*rows, strict=True)  # summed by card: three in four of the points of a row are 0, and yet faster
        return {name: sum(card) / root + own for name, card, own in zip(self.names, columns, self._own, strict=True)}


@cache
def load_cards(language: str = "en") -> Cards:
    """Return the cards of a language; there are none for one that nobody has learned them for."""
    file = POINTS / f"{language}.json"
    return Cards(json.loads(file.read_text(encoding="utf-8"))["cards"] if file.exists() else {})


def words_of(masked: str) -> tuple[Word, ...]:
    """Return the words of a sentence as the cards know them, and its stops; what is quoted is blank already."""
    return tuple((found.start(), found.end(), _known_form(found[0])) for found in _WORD.finditer(masked))


def features_of(masked: str, field: str, side: str) -> frozenset[str]:
    """Return all that a card may give points for: words, pairs of neighbours, the place of the sentence."""
    words = [*map(_known_form, _WORD.findall(masked))]
    pairs = [f"{one} {other}" for one, other in zip(["^", *words], [*words, "$"], strict=True)]
    return frozenset((*words, *pairs, f"@{field}", f"@{side}", f"@{side}/{field}"))


def scores_of(said: Said) -> dict[str, float]:
    """Return the points that a sentence has on each card."""
    return load_cards().scores(features_of(said.masked, said.field, said.side))


@lru_cache(maxsize=4_096)
def _known_form(word: str) -> str:
    """A name is what its bearer is in the plan, a number 0, and a word loses its ending."""
    if word[0] in _MARKS:
        return _MARKS[word[0]]
    small = _DIGITS.sub("0", word.lower().replace("’", "'"))
    for short in _SHORT:
        small = small.removesuffix(short) or small
    for ending, least in _ENDINGS:
        if len(small) >= least and small.endswith(ending) and not small.endswith("ss"):
            return small.removesuffix(ending)
    return small


def earned(card: str, said: Said) -> Span | None:
    """Return the words that earned a sentence most of its points on a card, or nothing where no word did."""
    words, points = words_of(said.masked), load_cards().points[card]
    worth = _worth(words, points)
    runs = ((_sum(worth[first:after]), first, after) for first, after in _runs(words, said))
    most, first, after = max(runs, key=lambda run: (run[0], run[1] - run[2]), default=(0.0, 0, 0))
    return (words[first][0], words[after - 1][1]) if most > 0 else None


def _worth(words: Sequence[Word], points: Mapping[str, float]) -> list[float]:
    """What each word has on a card: its own points, and half of those of the pairs that it is in."""
    worth = [points.get(word, 0.0) for _, _, word in words]
    for at, (one, other) in enumerate(pairwise(words)):
        half = points.get(f"{one[2]} {other[2]}", 0.0) / 2
        worth[at] += half
        worth[at + 1] += half
    return worth


def _runs(words: Sequence[Word], said: Said) -> Iterable[Span]:
    """Every run of a few words with no quotation in it that begins and ends with a word."""
    for first, (start, _, word) in enumerate(words):
        for after in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1 if word[-1].isalnum() else 0):
            end = words[after - 1][1]
            if said.text[start:end] != said.own_words[start:end]:
                break
            if words[after - 1][2][-1].isalnum():
                yield first, after


def _sum(worth: Sequence[float]) -> float:
    return round(sum(worth), 6)  # so that equal runs are equal

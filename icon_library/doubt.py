"""Where a picture may say the opposite of its sentence, in words that no list knows: ideas, words and their points.

There are two doubts. What is drawn plainly may be denied (“the beer went down the sink”), and what is crossed may not
be (“no child is refused a drink”). Their points were learned from our own sentences (tools/learn_doubts.py) and can
be read in words/<language>/doubts.json: those of an idea by how often plans deny it (cigarettes often, breakfast
hardly ever), and those of words around it. The points of the words are added and divided by the root of their number,
those of the idea are added: above 0, there is doubt, and people are asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from pathlib import Path

from icon_library.words import EXACT, Token

HERE = "*"
LEFT, RIGHT = "<", ">"
# So many words on each side are looked at, so that a page pasted into one sentence says no more than a sentence.
AROUND = 24
# Three words say no more than they would in a sentence with so many features.
SHORT = 20
_FIRST, _LAST = "^", "$"


@dataclass(frozen=True)
class Points:
    """The points of ideas, of topics for ideas that have none, and of words; `own` is what every picture has."""

    own: float = -1.0
    ideas: Mapping[str, float] = field(default_factory=dict)
    topics: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, float] = field(default_factory=dict)

    def of(self, features: frozenset[str], idea: str, topic: str) -> float:
        """The points of an idea with such words around it."""
        said = sum(self.words.get(feature, 0.0) for feature in sorted(features))
        return self.own + self.ideas.get(idea, self.topics.get(topic, 0.0)) + said / root_of(features)


@dataclass(frozen=True)
class Doubts:
    """The points with which plain pictures are doubted, and crossed ones; without any, nothing is."""

    plain: Points = Points()
    crossed: Points = Points()

    def about(self, features: frozenset[str], idea: str, topic: str, *, crossed: bool) -> bool:
        """Whether a picture may say the opposite of what is meant."""
        return (self.crossed if crossed else self.plain).of(features, idea, topic) > 0


def root_of(features: frozenset[str]) -> float:
    """What the points of the words are divided by: the root of their number, or of that of a short sentence."""
    return float(max(len(features), SHORT) ** 0.5)


def features_of(tokens: Sequence[Token], start: int, end: int) -> frozenset[str]:
    """The words around the tokens start to end in each of their forms, and pairs of neighbours; `*` is the phrase.

    The words of its own clause are there a second time, with the side on which they stand: `<not`, `>sink`.
    """
    before, after = tokens[max(0, start - AROUND) : start], tokens[end : end + AROUND]
    pairs = (f"{one} {other}" for one, other in pairwise(_in_order(before, after)))
    closed = bool(tokens[end - 1].pause)
    left = (f"{LEFT}{form}" for form in _forms(takewhile(lambda one: not one.pause, reversed(before))))
    right = (f"{RIGHT}{form}" for form in _forms(() if closed else _to_pause(after)))
    return frozenset((*_forms((*before, *after)), *pairs, *left, *right))


def read_doubts(file: Path) -> Doubts:
    """Return the doubts of a language; there are none for one that nobody has learned them for."""
    if not file.exists():
        return Doubts()
    found = json.loads(file.read_text("utf-8"))
    return Doubts(Points(**found["plain"]), Points(**found["crossed"]))


def _forms(tokens: Iterable[Token]) -> Iterator[str]:
    return (form for token in tokens for form in token.bases if not form.startswith(EXACT))


def _to_pause(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens until one that ends a clause, with that one."""
    for token in tokens:
        yield token
        if token.pause:
            return


def _in_order(before: Sequence[Token], after: Sequence[Token]) -> Iterator[str]:
    yield _FIRST
    yield from (token.core for token in before)
    yield HERE
    yield from (token.core for token in after)
    yield _LAST

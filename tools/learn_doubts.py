"""Learns which pictures to doubt from the sentences of the corpus: `python tools/learn_doubts.py` (five minutes).

Writes icon_library/words/en/doubts.json: the points with which icon_library/doubt.py tells that a plain picture may
stand at something denied, or a crossed one at something that is not. They are two logistic regressions over the words
around every picture whose place people marked, and over how often its idea is denied anywhere. How well that does is
told by sentences of sets that it was not learned from: in turn each set of the corpus (the letters of a sentence’s
id) is left out. From these comes what is taken off, so that of the pictures that are right so many at most are lost
(LOST).

What is kept aside is never read here.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

import score_denials
import score_pictures

from icon_library.catalogue import Catalogue, load_catalogue
from icon_library.doubt import Doubts, Points, features_of, root_of
from icon_library.lexicon import FOLDER, Lexicon, load_lexicon
from icon_library.suggest import Suggestion, suggest
from icon_library.words import read_tokens

PLANS = tuple(score_pictures.CORPUS / f"{name}.json" for name in ("plans", "plans_more", "plans_many", "plans_others"))
DENIALS = tuple(score_denials.CORPUS / f"{name}.json" for name in ("used", "used_more", "used_many"))
DOUBTS = FOLDER / "en" / "doubts.json"
LOST = 0.016  # of the right pictures in plans, of the plain ones and of the crossed ones
# How freely points are given; the fewest sentences of a word that has any, and the fewest points that are kept.
_FREE, _LEAST_SENTENCES, _LEAST_POINTS = 0.3, 3, 0.3
# How many places of its topic an idea’s own are mixed with, and how many of all a topic’s are.
_OF_TOPIC, _OF_ALL = 3, 5
# The points of an idea that is never doubted.
_NEVER = -9.0
# What a word counts beside the rate of its idea.
_SCALE = 4.0
_RATE = "="
_ABOUT = "Made by tools/learn_doubts.py from our own sentences. Change those, then run it."


@dataclass(frozen=True)
class Place:
    """A picture in a sentence of the corpus: what is around it, whether what it shows is denied and is crossed."""

    idea: str
    topic: str
    features: frozenset[str] = frozenset()
    of_set: str = ""
    in_plan: bool = False
    denied: bool = False
    crossed: bool = False


@dataclass(frozen=True)
class Rates:
    """How often ideas are denied; one that is rare leans on its topic, and a topic on all."""

    ideas: Mapping[str, tuple[int, int]]
    topics: Mapping[str, float]

    def of(self, place: Place, *, without: bool = False) -> float:
        """The log odds of a place’s idea, without the place itself where it is learned from."""
        denied, count = self.ideas.get(place.idea, (0, 0))
        denied, count = denied - (without and place.denied), count - without
        rate = (denied + _OF_TOPIC * self.topics[place.topic]) / (count + _OF_TOPIC)
        return math.log(rate / (1 - rate))


def main() -> int:
    """Learn, print how well it does on sentences left out, and write the file."""
    # What was learned before must not choose what is learned from.
    lexicon, catalogue = replace(load_lexicon(), doubts=Doubts()), load_catalogue()
    places = [
        *_plan_places(lexicon, catalogue), *_denial_places(lexicon, catalogue), *_example_places(lexicon, catalogue)
    ]  # fmt: skip
    learned = {}
    for name, crossed in (("plain", False), ("crossed", True)):
        scored = _scored_left_out(places, crossed=crossed)
        least = _least(scored, crossed=crossed)
        _tell(scored, least, name, crossed=crossed)
        points = learn(places, crossed=crossed)
        ideas = dict(sorted({**points.ideas, **dict.fromkeys(_drawn_crossed(lexicon, catalogue), _NEVER)}.items()))
        learned[name] = asdict(replace(points, own=round(points.own - least, 3), ideas=ideas))
    whole = {"about": _ABOUT, "corpus": corpus_sum(), **learned}
    DOUBTS.write_text(json.dumps(whole, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return 0


def corpus_sum() -> str:
    """Return the sum of the corpus files, by which a test knows whether the doubts must be learned again."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in (*PLANS, *DENIALS))).hexdigest()


def _drawn_crossed(lexicon: Lexicon, catalogue: Catalogue) -> Iterator[str]:
    """The ideas whose first picture has its own cross, so that it says no by itself."""
    return (key for key, sense in lexicon.senses.items() if catalogue.icons[sense.icons[0]].crossed)


def learn(places: Sequence[Place], *, crossed: bool) -> Points:
    """Return the points with which these places teach to doubt pictures that are crossed, or that are not."""
    rates = _rates(places)
    drawn = [place for place in places if place.crossed == crossed]
    counts = Counter(feature for place in drawn for feature in place.features)
    known = {feature for feature, count in counts.items() if count >= _LEAST_SENTENCES}
    rows = [_row(place, rates.of(place, without=True), known) for place in drawn]
    own, weights = _fitted(rows, [place.denied != crossed for place in drawn])

    def worth(place: Place) -> float:
        return round(weights[_RATE] * rates.of(place) + weights.get(_RATE + place.topic, 0.0), 2)

    words = {word: round(_SCALE * weights[word], 1) for word in sorted(known)}
    return Points(
        own=own,
        ideas={place.idea: worth(place) for place in sorted(places, key=lambda one: one.idea)},
        topics={topic: worth(Place("", topic)) for topic in sorted({place.topic for place in places})},
        words={word: points for word, points in words.items() if abs(points) >= _LEAST_POINTS},
    )


def _row(place: Place, rate: float, known: set[str]) -> dict[str, float]:
    share = _SCALE / root_of(place.features)
    return {_RATE: rate, _RATE + place.topic: 1.0} | dict.fromkeys(sorted(place.features & known), share)


def _fitted(rows: Sequence[Mapping[str, float]], wrong: Sequence[bool]) -> tuple[float, dict[str, float]]:
    """The regression’s own points and those of each feature."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for row in rows for name in row})
    column = {name: at for at, name in enumerate(names)}
    cells = [(number, column[name], value) for number, row in enumerate(rows) for name, value in row.items()]
    lines, columns, values = zip(*cells, strict=True)
    table: Any = csr_matrix((values, (lines, columns)), shape=(len(rows), len(names)))
    found = LogisticRegression(C=_FREE, solver="liblinear", random_state=0).fit(table, wrong)
    return float(found.intercept_[0]), dict(zip(names, map(float, found.coef_[0]), strict=True))


def _rates(places: Sequence[Place]) -> Rates:
    denied, count = Counter(one.idea for one in places if one.denied), Counter(one.idea for one in places)
    of_topic, in_topic = Counter(one.topic for one in places if one.denied), Counter(one.topic for one in places)
    everywhere = sum(denied.values()) / len(places)
    topics = {one: (of_topic[one] + _OF_ALL * everywhere) / (in_topic[one] + _OF_ALL) for one in in_topic}
    return Rates({idea: (denied[idea], count[idea]) for idea in count}, topics)


def _plan_places(lexicon: Lexicon, catalogue: Catalogue) -> Iterator[Place]:
    """Pictures that match one that people wanted in a plan’s sentence."""
    concepts = score_pictures.load_concepts()
    for file in PLANS:
        for sentence in json.loads(file.read_text("utf-8"))["sentences"]:
            for one, wanted in score_pictures.matched(sentence, lexicon, catalogue, concepts):
                yield from _place(sentence, one, bool(wanted["negated"]), lexicon, catalogue, in_plan=True)


def _denial_places(lexicon: Lexicon, catalogue: Catalogue) -> Iterator[Place]:
    for file in DENIALS:
        for sentence in json.loads(file.read_text("utf-8"))["sentences"]:
            for one, denied in score_denials.told(sentence, lexicon):
                yield from _place(sentence, one, denied, lexicon, catalogue, in_plan=False)


def _example_places(lexicon: Lexicon, catalogue: Catalogue) -> Iterator[Place]:
    """The plain pictures of the lexicon’s own examples: short sentences in which hardly anything is denied."""
    for sense in lexicon.senses.values():
        for text in sense.fires:
            found = (one for one in suggest(text, (), lexicon) if one.idea == sense.key and not one.negated)
            for one in found:
                yield from _place({"text": text, "id": "example"}, one, False, lexicon, catalogue, in_plan=False)


def _place(
    sentence: Mapping[str, Any], one: Suggestion, denied: bool, lexicon: Lexicon, catalogue: Catalogue, *, in_plan: bool
) -> Iterator[Place]:
    """The place of a suggestion, unless it is a person’s, who is never crossed, or its picture has its own cross."""
    if one.idea not in lexicon.senses or catalogue.icons[one.pictures[0]].crossed:
        return
    tokens = read_tokens(sentence["text"], lexicon.inflections)
    mine = [at for at, token in enumerate(tokens) if one.start <= token.word < one.end]
    features = features_of(tokens, mine[0], mine[-1] + 1)
    of_set = re.sub(r"\d+$", "", sentence["id"]) + "-" * in_plan
    yield Place(one.idea, lexicon.senses[one.idea].topic, features, of_set, in_plan, denied, one.negated)


def _scored_left_out(places: Sequence[Place], *, crossed: bool) -> list[tuple[float, Place]]:
    """What each picture that is crossed, or is not, has with points that were learned without its set."""
    points = {
        left: learn([one for one in places if one.of_set != left], crossed=crossed)
        for left in sorted({one.of_set for one in places})
    }
    drawn = [one for one in places if one.crossed == crossed]
    return [(points[one.of_set].of(one.features, one.idea, one.topic), one) for one in drawn]


def _least(scored: Sequence[tuple[float, Place]], *, crossed: bool) -> float:
    """The points above which only so many of the right pictures in plans are as may be lost."""
    right = [score for score, one in scored if one.in_plan and one.denied == crossed]
    return sorted(right, reverse=True)[int(LOST * len(right))]


def _tell(scored: Sequence[tuple[float, Place]], least: float, name: str, *, crossed: bool) -> None:
    for in_plan, where in ((True, "plans"), (False, "denials")):
        for right in (False, True):
            here = [(score, one) for score, one in scored if one.in_plan == in_plan]
            those = [score > least for score, one in here if (one.denied == crossed) == right]
            kind = "right" if right else "wrong"
            print(f"{name}, in {where}: {sum(those)} of {len(those)} {kind} pictures doubted")


if __name__ == "__main__":
    sys.exit(main())

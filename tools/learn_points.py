"""Learns the cards of points from the sentences of the corpus: `python tools/learn_points.py`.

Writes plans/checks/points/en.json: for each requirement of CARDS the words and pairs of words that tell sentences which
break it from all others, with their points. A card is a logistic regression over features weighted by how rare they
are; only its weightiest features are kept, and their points learned again. How well the cards do is told by sentences
of sets that they were not learned from: in turn each set of the corpus (the first letter of a sentence’s id) is left
out. From these comes what is taken off every card, so that all cards together cry over at most one clean sentence in a
hundred, and off a single card, so that at most one of twenty of its findings is wrong.

What is kept aside is never read here.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

from score_checks import CORPUS, read_corpus

from plans.checks.points import POINTS, Card, Cards, features_of
from plans.checks.said import said_of

USED = (CORPUS / "sentences.json", CORPUS / "sentences_more.json")
# Requirements that come in words, with those that count as the same. What is a matter of form has no card.
CARDS = {
    "R001": (), "R006": (), "R009": (), "R021": (), "R061": (), "R112": (), "R131": (), "R138": (),
    "R153": (), "R158": (), "R179": (), "R213": ("R210",), "R228": (), "R229": (), "R252": (),
}  # fmt: skip
ALARMS = 0.01  # findings for each clean sentence
WRONG = 0.12  # of a card’s findings
_MOST, _LEAST_SENTENCES = 500, 2
# How freely points are given: at first, and once the weightiest are chosen; and how much common words are preferred.
_FREE, _FREE_AGAIN, _COMMON, _SCALE = 80.0, 20.0, 0.3, 4.0
_ABOUT = "Made by tools/learn_points.py from our own sentences. Change those, then run it."


@dataclass(frozen=True)
class Labelled:
    """A sentence for learning: its features, its set, and the requirements that it breaks."""

    features: frozenset[str]
    of_set: str
    wrong: frozenset[str]

    def breaks(self, card: str) -> bool:
        """Return whether a card ought to speak."""
        return card in self.wrong or not self.wrong.isdisjoint(CARDS[card])


def main() -> int:
    """Learn, print how well it does on sentences left out, and write the file."""
    try:
        fitted = _fitting()
    except ImportError:
        print("This needs scikit-learn: python -m pip install -r requirements-dev.txt")
        return 1
    sentences = _sentences()
    left_out = _scores_left_out(sentences, fitted)
    common = _least(sentences, left_out)
    least = {card: _least_of(card, sentences, left_out, common) for card in CARDS}
    _tell(sentences, left_out, least)
    cards = learn(sentences, fitted)
    for name, card in cards.items():
        card["own"] = round(card["own"] - least[name], 3)
    POINTS.mkdir(exist_ok=True)
    (POINTS / "en.json").write_text(_written(cards), encoding="utf-8")
    return 0


def corpus_sum() -> str:
    """Return the sum of the corpus files, by which a test knows whether the cards must be learned again."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in USED)).hexdigest()


def learn(sentences: Sequence[Labelled], fitted: Callable[..., Any]) -> dict[str, Card]:
    """Return the cards that these sentences teach."""
    counts = Counter(feature for one in sentences for feature in one.features)
    known = sorted(feature for feature, count in counts.items() if count >= _LEAST_SENTENCES)
    rare = [math.log((1 + len(sentences)) / (1 + counts[feature])) + 1 for feature in known]
    table = _table(sentences, known, rare)
    cards = {}
    for name in CARDS:
        broken = [one.breaks(name) for one in sentences]
        first = fitted(table, broken, _FREE).coef_[0]
        weighty = sorted(
            range(len(known)), key=lambda at: (-abs(first[at] * rare[at]) * counts[known[at]] ** _COMMON, known[at])
        )
        kept = sorted(weighty[:_MOST])
        again = fitted(table[:, kept], broken, _FREE_AGAIN)
        weights = (
            (known[at], float(weight) * rare[at] / _SCALE) for at, weight in zip(kept, again.coef_[0], strict=True)
        )
        points = {feature: round(weight, 2) for feature, weight in weights if round(weight, 2)}
        cards[name] = Card(own=float(again.intercept_[0]), points=points)
    return cards


def _fitting() -> Callable[..., Any]:
    """The library’s regression, which only this tool needs."""
    from sklearn.linear_model import LogisticRegression

    def fitted(table: Any, broken: list[bool], free: float) -> Any:
        return LogisticRegression(C=free, solver="liblinear", random_state=0).fit(table, broken)

    return fitted


def _table(sentences: Sequence[Labelled], known: Sequence[str], rare: Sequence[float]) -> Any:
    """A row for each sentence with what each feature counts in it."""
    from scipy.sparse import csr_matrix

    column = {feature: at for at, feature in enumerate(known)}
    cells = [
        (row, column[feature], rare[column[feature]] / (_SCALE * len(one.features) ** 0.5))
        for row, one in enumerate(sentences)
        for feature in sorted(one.features & column.keys())
    ]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(sentences), len(known)))


def _sentences() -> list[Labelled]:
    found = []
    for one in (one for file in USED for one in read_corpus(file)):
        said = said_of(one)
        features = features_of(said.masked, said.field, said.side)
        found.append(Labelled(features, str(one["id"])[0], frozenset(one["wrong"])))
    return found


def _scores_left_out(sentences: Sequence[Labelled], fitted: Callable[..., Any]) -> list[dict[str, float]]:
    """What each sentence has on cards that were learned without its set."""
    cards = {
        left: Cards(learn([one for one in sentences if one.of_set != left], fitted))
        for left in sorted({one.of_set for one in sentences})
    }
    return [cards[one.of_set].scores(one.features) for one in sentences]


def _least(sentences: Sequence[Labelled], scores: Sequence[dict[str, float]]) -> float:
    """The fewest points with which all cards together speak up at no more clean sentences than they may."""
    clean = [score for one, score in zip(sentences, scores, strict=True) if not one.wrong]
    highest = sorted((points for score in clean for points in score.values()), reverse=True)
    return highest[int(ALARMS * len(clean))]


def _least_of(card: str, sentences: Sequence[Labelled], scores: Sequence[dict[str, float]], common: float) -> float:
    """The fewest points, and no fewer than all cards need, above which few enough of a card’s findings are wrong."""
    least, wrong = math.inf, 0
    spoken = [(score[card], one) for one, score in zip(sentences, scores, strict=True) if score[card] > common]
    for number, (points, one) in enumerate(sorted(spoken, key=lambda pair: -pair[0]), 1):
        wrong += not one.breaks(card)
        if wrong <= WRONG * number:
            least = math.nextafter(points, -math.inf)
    return least


def _tell(sentences: Sequence[Labelled], scores: Sequence[dict[str, float]], least: dict[str, float]) -> None:
    for name in CARDS:
        spoken = [one for one, score in zip(sentences, scores, strict=True) if score[name] > least[name]]
        right = sum(one.breaks(name) for one in spoken)
        named = sum(one.breaks(name) for one in sentences)
        alarms = sum(not one.wrong for one in spoken)
        print(f"{name}: {right}/{named} found, {len(spoken) - right} wrongly, {alarms} of these on clean sentences")
    both = [(one.breaks(name), score[name] > least[name], not one.wrong)
            for one, score in zip(sentences, scores, strict=True) for name in CARDS]  # fmt: skip
    found, named = sum(broken and says for broken, says, _ in both), sum(broken for broken, _, _ in both)
    alarms, clean = sum(says and good for _, says, good in both), sum(not one.wrong for one in sentences)
    print(f"all: recall {found / named:.3f} of {named}; {alarms} findings on {clean} clean sentences")


def _written(cards: dict[str, Card]) -> str:
    """The file, with a line for each feature, the weightiest first."""
    ordered = {
        name: Card(own=card["own"], points=dict(sorted(card["points"].items(), key=lambda one: (-one[1], one[0]))))
        for name, card in cards.items()
    }
    whole = {"about": _ABOUT, "corpus": corpus_sum(), "cards": ordered}
    return json.dumps(whole, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    sys.exit(main())

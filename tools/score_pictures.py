"""Scores the picture suggester on annotated sentences: `python tools/score_pictures.py [FILE] [--errors 40]`.

A file is JSON: `{"sentences": [{"id", "text", "situation", "pictures", "traps"}]}`. A picture has start_word and
end_word (inclusive, over text.split()), weight (must, may), negated, and the concepts that are acceptable there; a trap
has a place and the concepts that are wrong there (`*`: any). concepts.yaml beside the corpus says which labels of the
library show a concept.

    recall     musts with a right picture / all musts
    precision  right pictures / all pictures; a picture is right at a must or a may, one picture each
    F1         of the two
    traps      pictures of the wrong sense, of 100 trap words; modals: pictures at will, can and the like
    plain      right pictures of denied things that are not crossed
    density    pictures in 100 words
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from icon_library.catalogue import Catalogue, load_catalogue
from icon_library.lexicon import Lexicon, load_lexicon
from icon_library.suggest import Suggestion, suggest

CORPUS = Path(__file__).parent.parent / "tests/icon_library/corpus"
NEAR = 1

Concepts = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Placed:
    """A suggested picture: its words (inclusive), its labels, and whether it is crossed."""

    start: int
    end: int
    labels: frozenset[str]
    crossed: bool


@dataclass
class Score:
    """Counts over sentences, and what went wrong as (id, kind, words, pictures)."""

    words: int = 0
    musts: int = 0
    met: int = 0
    right: int = 0
    placed: int = 0
    traps: int = 0
    trapped: int = 0
    modals: int = 0
    plain: int = 0
    errors: list[tuple[str, str, str, str]] = field(default_factory=list, repr=False)

    @property
    def recall(self) -> float:
        """Share of the musts that have a right picture."""
        return self.met / self.musts if self.musts else 1.0

    @property
    def precision(self) -> float:
        """Share of the pictures that are right."""
        return self.right / self.placed if self.placed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    @property
    def trap_rate(self) -> float:
        """Wrong senses in 100 trap words."""
        return 100 * self.trapped / self.traps if self.traps else 0.0

    @property
    def density(self) -> float:
        """Pictures in 100 words."""
        return 100 * self.placed / self.words if self.words else 0.0

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.3f}  precision {self.precision:.3f}  F1 {self.f1:.3f}  traps {self.trap_rate:.1f} %"
            f"  modals {self.modals}  plain {self.plain}  density {self.density:.1f}"
        )


def load_concepts(file: Path = CORPUS / "concepts.yaml") -> Concepts:
    """Return which labels show a concept."""
    return {name: frozenset(labels) for name, labels in yaml.safe_load(file.read_text("utf-8")).items()}


def score_file(file: Path, lexicon: Lexicon, catalogue: Catalogue, concepts: Concepts) -> Score:
    """Return the score of the suggester on the sentences of a file, at the density of key phrases."""
    sentences = json.loads(file.read_text("utf-8"))["sentences"]
    return score_pictures([(one, tuple(_placed(one["text"], lexicon, catalogue))) for one in sentences], concepts)


def score_pictures(answered: Iterable[tuple[Mapping[str, Any], Sequence[Placed]]], concepts: Concepts) -> Score:
    """Return the score of pictures placed in annotated sentences."""
    score = Score()
    for sentence, placed in answered:
        _count(sentence, placed, concepts, score)
    return score


def matched(
    sentence: Mapping[str, Any], lexicon: Lexicon, catalogue: Catalogue, concepts: Concepts
) -> Iterator[tuple[Suggestion, Mapping[str, Any]]]:
    """The suggestions for a sentence that are a wanted picture, each with that."""
    made = suggest(sentence["text"], (), lexicon)
    placed = [(one, picture) for one in made for picture in _pictures(one, catalogue)]
    wanted = _musts_first(sentence)
    pairs = _matched(wanted, [picture for _, picture in placed], concepts)
    yield from ((placed[at][0], wanted[gold]) for at, gold in pairs.items())


def _placed(text: str, lexicon: Lexicon, catalogue: Catalogue) -> Iterator[Placed]:
    for one in suggest(text, (), lexicon):
        yield from _pictures(one, catalogue)


def _pictures(one: Suggestion, catalogue: Catalogue) -> Iterator[Placed]:
    for key in one.pictures[: one.count]:
        icon = catalogue.icons[key]
        yield Placed(one.start, one.end - 1, frozenset(icon.shows), one.negated or icon.crossed)


def _count(sentence: Mapping[str, Any], placed: Sequence[Placed], concepts: Concepts, score: Score) -> None:
    wanted = _musts_first(sentence)
    pairs = _matched(wanted, placed, concepts)
    score.words += len(sentence["text"].split())
    score.placed += len(placed)
    score.right += len(pairs)
    score.plain += sum(wanted[gold]["negated"] and not placed[at].crossed for at, gold in pairs.items())
    score.traps += sum(not trap.get("auto") for trap in sentence["traps"])
    for number, one in enumerate(wanted):
        if one["weight"] == "must":
            score.musts += 1
            score.met += number in pairs.values()
            if number not in pairs.values():
                score.errors.append((sentence["id"], "missed", one["anchor"], ", ".join(one["acceptable"])))
    for at in set(range(len(placed))) - set(pairs):
        _count_wrong(sentence, placed[at], concepts, score)


def _musts_first(sentence: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted(sentence["pictures"], key=lambda one: str(one["weight"] != "must"))


def _count_wrong(sentence: Mapping[str, Any], one: Placed, concepts: Concepts, score: Score) -> None:
    trap = next((trap for trap in sentence["traps"] if _is_trapped(one, trap, concepts)), None)
    modal = trap is not None and bool(trap.get("auto"))
    score.modals += modal
    score.trapped += trap is not None and not modal
    kind = "extra" if trap is None else "modal" if modal else "trap"
    words = " ".join(sentence["text"].split()[one.start : one.end + 1])
    score.errors.append((sentence["id"], kind, words, ", ".join(sorted(one.labels))))


def _is_trapped(one: Placed, trap: Mapping[str, Any], concepts: Concepts) -> bool:
    touches = one.start <= trap["end_word"] and trap["start_word"] <= one.end
    return touches and ("*" in trap["wrong"] or _shows(one, trap["wrong"], concepts))


def _shows(one: Placed, names: Sequence[str], concepts: Concepts) -> bool:
    return any(not one.labels.isdisjoint(concepts.get(name, frozenset({name}))) for name in names)


def _matched(wanted: Sequence[Mapping[str, Any]], placed: Sequence[Placed], concepts: Concepts) -> dict[int, int]:
    """Which picture serves which wanted one, as many as can be (augmenting paths), musts first."""
    fits = [
        [at for at, one in enumerate(placed) if _is_near(one, gold) and _shows(one, gold["acceptable"], concepts)]
        for gold in wanted
    ]
    taken: dict[int, int] = {}

    def serve(gold: int, tried: set[int]) -> bool:
        for at in fits[gold]:
            if at not in tried:
                tried.add(at)
                if at not in taken or serve(taken[at], tried):
                    taken[at] = gold
                    return True
        return False

    for gold in range(len(wanted)):
        serve(gold, set())
    return taken


def _is_near(one: Placed, gold: Mapping[str, Any]) -> bool:
    return bool(one.start <= gold["end_word"] + NEAR and one.end >= gold["start_word"] - NEAR)


def main() -> None:
    """Print the score of each file, and what went wrong."""
    parser = argparse.ArgumentParser(description="Score the picture suggester on annotated sentences.")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(CORPUS.glob("*.json")))
    parser.add_argument("--errors", type=int, default=0, help="how many errors to show")
    asked = parser.parse_args()
    lexicon, catalogue, concepts = load_lexicon(), load_catalogue(), load_concepts()
    for file in asked.files:
        score = score_file(file, lexicon, catalogue, concepts)
        print(f"{file.name}: {score}")
        for error in score.errors[: asked.errors]:
            print("   ", *error, sep="  ")


if __name__ == "__main__":
    main()

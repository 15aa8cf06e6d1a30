"""Scores how denials are drawn: `python tools/score_denials.py [FILE] [--errors]`.

A file is JSON: `{"sentences": [{"id", "text", "crossed", "plain", "either"}]}`; the three lists hold words of the text:
what a child should see crossed out, what not, and what can be argued about. Only key pictures count, where one stands
at such words.

    drawn plain      pictures of what is denied that are not crossed, of all that stand at such words
    wrongly crossed  pictures of what is not denied that are crossed, of all that stand at such words
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from icon_library.catalogue import Catalogue, load_catalogue
from icon_library.lexicon import Lexicon, load_lexicon
from icon_library.suggest import Suggestion, suggest
from icon_library.words import cores, split_words

CORPUS = Path(__file__).parent.parent / "tests/icon_library/corpus/denials"


@dataclass
class Denials:
    """Counts of pictures at words that are denied, and at words that are not; errors as (kind, id, words, text)."""

    denied: int = 0
    drawn_plain: int = 0
    affirmed: int = 0
    wrongly_crossed: int = 0
    errors: list[tuple[str, str, str, str]] = field(default_factory=list, repr=False)

    def __str__(self) -> str:
        return (
            f"drawn plain {self.drawn_plain} of {self.denied}"
            f"  wrongly crossed {self.wrongly_crossed} of {self.affirmed}"
        )


def score_denials(file: Path, lexicon: Lexicon, catalogue: Catalogue) -> Denials:
    """Return how the things of a file’s sentences are drawn, at the density of key phrases."""
    score = Denials()
    for sentence in json.loads(file.read_text("utf-8"))["sentences"]:
        for one, denied in told(sentence, lexicon):
            crossed = one.negated or catalogue.icons[one.pictures[0]].crossed
            if denied:
                score.denied += 1
                _count(score, "drawn_plain", not crossed, sentence, one)
            else:
                score.affirmed += 1
                _count(score, "wrongly_crossed", crossed, sentence, one)
    return score


def told(sentence: Mapping[str, Any], lexicon: Lexicon) -> Iterator[tuple[Suggestion, bool]]:
    """The key pictures of a sentence at words that are told to be denied, or told not to be, and which."""
    denied, plain = (set(_places(sentence, key)) for key in ("crossed", "plain"))
    for one in suggest(sentence["text"], (), lexicon):
        words = set(range(one.start, one.end))
        if bool(words & denied) != bool(words & plain):
            yield one, bool(words & denied)


def _count(score: Denials, kind: str, is_error: bool, sentence: Mapping[str, Any], one: Suggestion) -> None:
    if is_error:
        setattr(score, kind, getattr(score, kind) + 1)
        score.errors.append((kind, sentence["id"], one.reason, sentence["text"]))


def _places(sentence: Mapping[str, Any], key: str) -> Iterator[int]:
    """The words of a sentence that stand in one of its lists, by their index."""
    words = [cores(word.text) for word in split_words(sentence["text"])]
    for entry in sentence[key]:
        wanted = cores(entry)
        for start in range(len(words)):
            end = start
            found: tuple[str, ...] = ()
            while end < len(words) and len(found) < len(wanted):
                found, end = (*found, *words[end]), end + 1
            if any(found[at : at + len(wanted)] == wanted for at in range(len(found))):
                yield from range(start, end)


def main() -> None:
    """Print how the things of each file are drawn."""
    parser = argparse.ArgumentParser(description="Score how denials are drawn.")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(CORPUS.glob("*.json")))
    parser.add_argument("--errors", action="store_true", help="show what went wrong; never of what is kept aside")
    asked = parser.parse_args()
    lexicon, catalogue = load_lexicon(), load_catalogue()
    for file in asked.files:
        score = score_denials(file, lexicon, catalogue)
        print(f"{file.name}: {score}")
        for error in score.errors if asked.errors else ():
            print("   ", *error, sep="  ")


if __name__ == "__main__":
    main()

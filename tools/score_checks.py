"""Scores the checks on annotated sentences: `python tools/score_checks.py [FILE] [--errors 40]`.

A file is JSON: `{"sentences": [{"id", "text", …, "wrong": ["R061"]}]}`; the rest of a sentence is as in
`python -m plans check --sentences`. `wrong` names the requirements that the sentence breaks; a clean one has none.

    recall         named requirements that a finding serves / all named
    false alarms   findings on clean sentences / 100 clean sentences
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from plans.checks.rule import load_rules
from plans.checks.run import Finding, check_sentence
from plans.checks.said import said_of

CORPUS = Path(__file__).parent.parent / "tests/plans/checks/corpus"


@dataclass
class Score:
    """Counts over a corpus, and what was missed or cried over."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    alarms: list[tuple[str, Finding]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Named requirements that were found, of all named."""
        return self.found.total() / max(1, self.wanted.total())

    @property
    def false_alarms(self) -> float:
        """Findings on clean sentences, for each hundred of them."""
        return 100 * len(self.alarms) / max(1, self.clean)


def score_checks(sentences: Sequence[dict[str, Any]]) -> Score:
    """Return how the rules do on annotated sentences."""
    rules, score = load_rules().rules, Score()
    for sentence in sentences:
        findings = check_sentence(said_of(sentence), rules)
        served = {code for one in findings for code in one.serves}
        if not sentence["wrong"]:
            score.clean += 1
            score.alarms += [(sentence["text"], one) for one in findings]
        for code in sentence["wrong"]:
            score.wanted[code] += 1
            score.found[code] += code in served
            score.missed += [] if code in served else [(code, sentence["text"])]
    return score


def read_corpus(file: Path) -> list[dict[str, Any]]:
    """Return the sentences of a file."""
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["sentences"]
    return found


def main(arguments: list[str]) -> int:
    """Print the score of each file, by requirement, with as many errors as asked for."""
    parser = argparse.ArgumentParser(description="Score the checks on annotated sentences.")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(CORPUS.glob("*.json")))
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args(arguments)
    for file in asked.files:
        score = score_checks(read_corpus(file))
        print(f"{file.name}: recall {score.recall:.3f}, {score.false_alarms:.1f} false alarms in 100 clean sentences")
        print("  " + ", ".join(f"{code} {score.found[code]}/{count}" for code, count in sorted(score.wanted.items())))
        for code, text in score.missed[: asked.errors]:
            print(f"  missed {code}: {text}")
        for text, one in score.alarms[: asked.errors]:
            print(f"  alarm {one.rule} “{one.text}”: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

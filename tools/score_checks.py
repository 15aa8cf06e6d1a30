"""Scores the checks on annotated sentences and plans: `python tools/score_checks.py [PLACE …] [--errors 40]`.

A file of sentences is JSON: `{"casts": {"c1": [people]}, "sentences": [{"id", "text", …, "people": "c1", "wrong":
["R061"]}]}`; the rest of a sentence is as in `python -m plans check --sentences`. A folder of plans has an index.json:
`{"a.yaml": {"document": "written_agreement", "wrong": ["R055"]}}`. `wrong` names the requirements that are broken.

    recall         named requirements that a finding serves / all named
    false alarms   findings on what is clean / 100 clean sentences, or / clean plans
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
from plans.checks.run import Finding, check_plan, check_sentence
from plans.checks.said import said_of
from plans.document_type import load_document_type
from plans.yaml_format import load_plan

CORPUS = Path(__file__).parent.parent / "tests/plans/checks/corpus"
# A grown-up’s job given to a child serves either of these, and annotators used both.
_SAME = {"R210": "R213"}


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
        """Findings on what is clean, for each hundred of it."""
        return 100 * len(self.alarms) / max(1, self.clean)

    def take(self, name: str, wrong: Sequence[str], findings: Sequence[Finding]) -> None:
        """Count what was found in one sentence or plan against what is wrong with it."""
        served = {code for one in findings for code in one.serves}
        served |= {_SAME[code] for code in served & _SAME.keys()} | {a for a, b in _SAME.items() if b in served}
        if not wrong:
            self.clean += 1
            self.alarms += [(name, one) for one in findings]
        for code in wrong:
            self.wanted[code] += 1
            self.found[code] += code in served
            self.missed += [] if code in served else [(code, name)]


def score_checks(sentences: Sequence[dict[str, Any]]) -> Score:
    """Return how the rules do on annotated sentences."""
    rules, score = load_rules().rules, Score()
    for sentence in sentences:
        score.take(sentence["text"], sentence["wrong"], check_sentence(said_of(sentence), rules))
    return score


def score_plans(folder: Path) -> Score:
    """Return how the rules do on the annotated plans of a folder."""
    rules, score = load_rules().rules, Score()
    for name, told in json.loads((folder / "index.json").read_text(encoding="utf-8")).items():
        plan, kind = load_plan((folder / name).read_bytes()), load_document_type(told["document"])
        score.take(name, told["wrong"], check_plan(plan, kind, rules))
    return score


def read_corpus(file: Path) -> list[dict[str, Any]]:
    """Return the sentences of a file, each with its people."""
    found = json.loads(file.read_text(encoding="utf-8"))
    casts = found.get("casts", {})
    sentences: list[dict[str, Any]] = found["sentences"]
    return [{**one, "people": casts.get(str(one["people"]), one["people"])} for one in sentences]


def main(arguments: list[str]) -> int:
    """Print the score of each file or folder, by requirement, with as many errors as asked for."""
    parser = argparse.ArgumentParser(description="Score the checks on annotated sentences and plans.")
    own = [*sorted(CORPUS.glob("*.json")), *sorted(file.parent for file in CORPUS.glob("*/index.json"))]
    parser.add_argument("places", nargs="*", type=Path, default=own)
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args(arguments)
    for place in asked.places:
        score = score_plans(place) if place.is_dir() else score_checks(read_corpus(place))
        what = f"{score.clean} clean {'plans' if place.is_dir() else 'sentences'}"
        print(
            f"{place.name}: recall {score.recall:.3f} of {score.wanted.total()}; {len(score.alarms)} findings on {what}"
        )
        print("  " + ", ".join(f"{code} {score.found[code]}/{count}" for code, count in sorted(score.wanted.items())))
        for code, text in score.missed[: asked.errors]:
            print(f"  missed {code}: {text}")
        for text, one in score.alarms[: asked.errors]:
            print(f"  alarm {one.rule} “{one.text}”: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

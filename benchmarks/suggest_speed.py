"""How good and how fast our picture suggester is, beside a search for emoji by keyword in the same run.

    python benchmarks/suggest_speed.py

Prints a table, and for each target whether it is reached. See README.md in this folder.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

PROJECT = Path(__file__).parent.parent
CORPUS = PROJECT / "tests/icon_library/corpus/plans.json"
BATCH = 10_000
# What the suggester promises: seconds until it is ready, milliseconds a sentence, MiB.
TARGETS = {"ready (s)": 0.3, "median (ms)": 2.0, "peak (MiB)": 60.0}


def main() -> int:
    """Measure both, print the figures; 1 where a target is missed."""
    sys.path.insert(0, str(PROJECT))
    figures = {name: _figures(name) for name in ("ours", "emoji")}
    print(f"{'':<22}{'ours':>12}{'emoji search':>14}")
    for what in figures["ours"]:
        print(f"{what:<22}{figures['ours'][what]:>12.3f}{figures['emoji'][what]:>14.3f}")
    missed = [what for what, most in TARGETS.items() if figures["ours"][what] > most]
    for what, most in TARGETS.items():
        print(f"{'MISSED ' if what in missed else 'reached'}  {what} at most {most:g}")
    return 1 if missed else 0


def _figures(name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.suggesters", name, str(CORPUS), str(BATCH)]
    subprocess.run([*command[:-1], "1"], cwd=PROJECT, check=True, capture_output=True)  # fills the cache of kept data
    told: dict[str, Any] = json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True).stdout)
    each = sorted(told["each"])
    return {
        "ready (s)": told["ready"],
        "median (ms)": median(each),
        "p99 (ms)": each[int(len(each) * 0.99)],
        f"{BATCH} sentences (s)": told["batch"],
        "peak (MiB)": told["peak"],
        **_quality(told["pictures"]),
    }


def _quality(pictures: list[Any]) -> dict[str, float]:
    from tools.score_pictures import Placed, load_concepts, score_pictures

    sentences = json.loads(CORPUS.read_text("utf-8"))["sentences"]
    placed = [[Placed(start, end, frozenset(labels), False) for start, end, labels in found] for found in pictures]
    score = score_pictures(zip(sentences, placed, strict=True), load_concepts())
    return {"F1": score.f1, "traps (%)": score.trap_rate, "pictures in 100 words": score.density}


if __name__ == "__main__":
    sys.exit(main())

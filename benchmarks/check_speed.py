"""How fast the checks are: for a sentence, for a plan, and how that grows with the plan and with the rules.

    python benchmarks/check_speed.py

The peer is the library readability, which counts words and syllables of the same texts. Times are the CPU’s. Prints a
table, and for each target whether it is reached. See README.md in this folder.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path.insert(0, str(PROJECT))

from readability import getmeasures  # type: ignore[import-untyped]  # noqa: E402

from plans.checks.checked import Checked  # noqa: E402
from plans.checks.rule import Rules, load_rules  # noqa: E402
from plans.checks.run import check_plan, check_sentence  # noqa: E402
from plans.document_type import load_document_type  # noqa: E402
from plans.model import Plan, Section, Sentence  # noqa: E402
from plans.yaml_format import load_plan  # noqa: E402

PLAN = PROJECT / "plans/examples/amara_and_theo.yaml"
ROUNDS = 15
# Milliseconds of the CPU, and how much more 16 times the text may cost than 16 times once.
TARGETS = {"a sentence (ms)": 1.0, "a plan (ms)": 15.0, "16 × the plan / 16": 1.2}


def main() -> int:
    """Measure, print the figures; 1 where a target is missed."""
    plan, rules = load_plan(PLAN.read_bytes()), load_rules().rules
    kind = load_document_type(plan.document)
    texts = Checked(plan, kind).told
    lines = [" ".join(one.said.text.split()) for one in texts]
    once = _cpu(lambda: check_plan(plan, kind, rules))
    figures = {
        "words of the plan": float(sum(len(line.split()) for line in lines)),
        "rules": float(len(rules)),
        "a sentence (ms)": _cpu(lambda: [check_sentence(replace(one.said), rules) for one in texts]) / len(texts),
        "a sentence, readability": _cpu(lambda: [getmeasures(line) for line in lines]) / len(texts),
        "a plan (ms)": once,
        "a plan, readability": _cpu(lambda: getmeasures("\n".join(lines))),
        **{f"{times} × the plan / {times}": _grown(plan, times, rules) / times / once for times in (1, 4, 16)},
        **{f"a plan, {share} % of the rules": _some(plan, share, rules) for share in (25, 50, 100)},
    }
    for what, value in figures.items():
        print(f"{what:<28}{value:>10.3f}")
    missed = [what for what, most in TARGETS.items() if figures[what] > most]
    for what, most in TARGETS.items():
        print(f"{'MISSED ' if what in missed else 'reached'}  {what} at most {most:g}")
    return 1 if missed else 0


def _cpu(work: Callable[[], object]) -> float:
    """Milliseconds of the CPU that some work takes, once it has been done before: the least of some rounds."""
    work()
    took = []
    for _ in range(ROUNDS):
        before = time.process_time()
        work()
        took.append(time.process_time() - before)
    return 1_000 * min(took)


def _grown(plan: Plan, times: int, rules: Rules) -> float:
    """A plan so many times as long: its sentences again under ids of their own."""
    sections = tuple(Section(one.id, tuple(_again(one, times))) for one in plan.sections)
    grown = replace(plan, sections=sections)
    return _cpu(lambda: check_plan(grown, load_document_type(plan.document), rules))


def _again(section: Section, times: int) -> list[Sentence]:
    copies = zip(cycle(section.sentences), range(times * len(section.sentences)), strict=False)
    return [replace(one, id=f"{one.id}_{number}") for one, number in copies]


def _some(plan: Plan, share: int, rules: Rules) -> float:
    """The same plan with a share of the rules, taken evenly from all of them."""
    some = Rules(rule for number, rule in enumerate(rules) if number * share // 100 != (number - 1) * share // 100)
    return _cpu(lambda: check_plan(plan, load_document_type(plan.document), some))


if __name__ == "__main__":
    sys.exit(main())

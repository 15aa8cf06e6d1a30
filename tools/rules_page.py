"""Writes docs/rules.md from the rule files, for workers to read: what each rule asks, why, and what it finds.

python tools/rules_page.py           write the page
python tools/rules_page.py --check   only say whether it is up to date (exit 1 if not)
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from plans.checks.conditions import CONDITIONS
from plans.checks.points import load_cards
from plans.checks.rule import Rule, load_rules

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
_LEVELS = {"must": "To be put right before printing", "should": "Better put right", "think": "Worth a thought"}
_WEIGHTIEST = 10
_BLANK = re.compile(r"\{\w+\}")
_FILES = {"000": "an article and its readers", "001": "a principal social worker’s guidance", "002": "Cambridgeshire",
          "003": "Kent", "004": "Salford"}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is up to date."""
    parser = argparse.ArgumentParser(description="Write docs/rules.md.")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    is_old = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != rules_page()
    if is_old and not asked.check:
        PAGE.write_text(rules_page(), encoding="utf-8")
    if is_old:
        print(f"docs/{PAGE.name} {'is out of date: run python tools/rules_page.py' if asked.check else 'written'}")
    return 1 if is_old and asked.check else 0


def rules_page() -> str:
    """Return the page as Markdown."""
    lines = [
        "<!-- Made by tools/rules_page.py from plans/checks/rules. Change those, then run it. -->\n",
        "# What the checks ask of a sentence and of a plan\n",
        "The checks advise; people decide. Words in quotation marks are somebody’s own and are left alone.\n",
        "Some rules read a card of words and points, learned from our own sentences. The points of a sentence’s words",
        "and pairs of words are added; above a limit the rule asks, where no other has spoken of the same. All cards",
        "are in `plans/checks/points/en.json`. HARMED, HARMER, CHILD, WORKER and RELATIVE stand there for names, ^ and",
        "$ are the beginning and the end of a sentence, and words have lost their endings. Where a sentence has far",
        "fewer points than almost any with that fault, the other rules about it that the card doubts are silent too.",
    ]
    rules = load_rules().rules
    for rule in (*(one for one in rules if one.kind != "plan"), *(one for one in rules if one.kind == "plan")):
        lines += _told(rule)
    return "\n".join(lines) + "\n"


def _told(rule: Rule) -> list[str]:
    number, _, section = rule.source.partition(" ")
    better = [f"**Better:** {rule.rewording}\n"] if rule.rewording else []
    swaps = [f"**Swaps:** {len(rule.swaps)} words, each with plain ones.\n"] if rule.swaps else []
    documents = [f"**In:** {', '.join(rule.documents)}\n"] if rule.documents else []
    return [
        f"\n## {rule.id.replace('_', ' ').capitalize()}\n",
        f"*{_LEVELS[rule.level]}.* {_BLANK.sub('…', rule.message)}\n",
        f"**Why:** {rule.why} (From {_FILES[number]}: {section}; {', '.join(rule.serves)})\n",
        *better,
        *swaps,
        *documents,
        *_card(rule),
        *(_examples(rule) if rule.kind != "plan" else _looks_at(rule)),
    ]


def _card(rule: Rule) -> list[str]:
    """The weightiest words of a card; where a sentence stands counts as well, and is not told."""
    points = load_cards().points.get(rule.card, {})
    words = [feature for feature in sorted(points, key=points.__getitem__, reverse=True) if not feature.startswith("@")]
    return [f"**Most points have:** {' · '.join(words[:_WEIGHTIEST])}\n"] if words else []


def _examples(rule: Rule) -> list[str]:
    rows = range(max(len(rule.fires), len(rule.silent)))
    return [
        "| It speaks up at | It is silent at |",
        "|---|---|",
        *(f"| {_cell(rule.fires, at)} | {_cell(rule.silent, at)} |" for at in rows),
    ]


def _looks_at(rule: Rule) -> list[str]:
    """What a rule of whole plans looks at, in the words of its condition."""
    told = (CONDITIONS[rule.condition].__doc__ or "").split("\n")[0]
    limit = f" The limit is {rule.limit}." if rule.limit else ""
    return [f"**It speaks up where:** {told[:1].lower()}{told[1:]}{limit}"]


def _cell(examples: tuple[object, ...], at: int) -> str:
    text = getattr(examples[at], "text", "") if at < len(examples) else ""
    return str(text).replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

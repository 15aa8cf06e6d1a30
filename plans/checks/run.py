"""Runs the rules over a sentence and says what they found: advice, never trouble."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.checks.kinds import KINDS
from plans.checks.rule import Rule
from plans.checks.said import Said


@dataclass(frozen=True)
class Finding:
    """What a rule says about some words of a sentence; `start` and `end` are their place in it."""

    rule: str
    serves: tuple[str, ...]
    level: str
    text: str
    message: str
    rewording: str
    start: int
    end: int


def check_sentence(said: Said, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find in a sentence, in the order of its words; a rule says each thing once."""
    found = [one for rule in rules if _looks(rule, said) for one in _findings(rule, said)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _looks(rule: Rule, said: Said) -> bool:
    """Whether a rule is meant for such a sentence; what is not said about it does not speak against looking."""
    return (
        (not rule.fields or not said.field or said.field in rule.fields)
        and (not rule.sides or not said.side or said.side in rule.sides)
        and (not rule.documents or not said.document or said.document in rule.documents)
    )


def _findings(rule: Rule, said: Said) -> Iterator[Finding]:
    seen: set[str] = set()
    for start, end in KINDS[rule.kind](rule, said):
        words = said.text[start:end]
        if words.lower() not in seen:
            seen.add(words.lower())
            swap = rule.swaps.get(words.lower(), "")
            message = rule.message.replace("{words}", words)
            rewording = swap or rule.rewording.replace("{words}", words)
            yield Finding(rule.id, rule.serves, rule.level, words, message, rewording, start, end)

"""Findings that people let stand with a reason: kept with the plan, and in force while nothing changes there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import chain

from plans.checks.run import Finding
from plans.model import LONGEST_TEXT, Override, Plan, Point, Promise, Sentence, Worry

# What of an entry may not change unless the decision about it is made anew.
_STANDING = ("text", "who", "when", "by", "help", "shown", "hindrance", "part")


@dataclass(frozen=True)
class Judged:
    """What the checks found, parted: what is open, and what people let stand, each with their override."""

    open: tuple[Finding, ...]
    let_stand: tuple[tuple[Finding, Override], ...]

    @property
    def must(self) -> tuple[Finding, ...]:
        """What is to be put right before a document is ready."""
        return tuple(one for one in self.open if one.level == "must")


def judged(findings: Iterable[Finding], plan: Plan) -> Judged:
    """Return the findings, parted by the plan’s overrides."""
    known = {_override_key(one): one for one in plan.overrides}
    both = [(one, known.get((*_key(one), mark_of(plan, one)))) for one in findings]
    return Judged(
        tuple(one for one, override in both if override is None),
        tuple((one, override) for one, override in both if override is not None),
    )


def with_override(plan: Plan, finding: Finding, reason: str, day: date) -> Plan:
    """Return the plan in which a finding is let stand for a reason."""
    rule, place, words, document = _key(finding)
    override = Override(rule, place, words, document, mark_of(plan, finding), reason.strip(), day)
    return replace(plan, overrides=(*_others(plan, finding), override))


def without_override(plan: Plan, finding: Finding) -> Plan:
    """Return the plan in which a finding is open again."""
    return replace(plan, overrides=_others(plan, finding))


def _others(plan: Plan, finding: Finding) -> tuple[Override, ...]:
    key = (*_key(finding), mark_of(plan, finding))
    return tuple(one for one in plan.overrides if _override_key(one) != key)


def mark_of(plan: Plan, finding: Finding) -> str:
    """Return letters that change with what stands where a finding is, and with what the finding says."""
    told = (finding.message, finding.field, *(_words(part) for part in _standing(plan, finding.place)))
    return sha256(repr(told).encode()).hexdigest()[:16]


def _standing(plan: Plan, place: str) -> Iterator[str]:
    sentences = (one for part in plan.sections for one in part.sentences)
    entries: Iterator[Worry | Promise | Point | Sentence] = chain(plan.worries, plan.promises, plan.points, sentences)
    for entry in entries:
        if place and entry.id == place:
            yield from (str(getattr(entry, name, "") or "") for name in _STANDING)


def _override_key(one: Override) -> tuple[str, str, str, str, str]:
    return one.rule, one.place, one.words, one.document, one.mark


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.place, _words(finding.text), finding.document


def _words(text: str) -> str:
    """The words as a plan file keeps them: one space between, and no longer than it takes."""
    return " ".join(text.split())[:LONGEST_TEXT].strip()

"""Findings that people let stand with a reason: kept with the plan, and in force while the words are the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from plans.agreement_format import LONGEST_TEXT
from plans.checks.run import Finding
from plans.model import Override, Plan


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
    both = [(one, known.get(_key(one))) for one in findings]
    return Judged(
        tuple(one for one, override in both if override is None),
        tuple((one, override) for one, override in both if override is not None),
    )


def with_override(plan: Plan, finding: Finding, reason: str, day: date) -> Plan:
    """Return the plan in which a finding is let stand for a reason."""
    override = Override(finding.rule, finding.place, _words(finding.text), reason.strip(), day)
    return replace(plan, overrides=(*_others(plan, finding), override))


def without_override(plan: Plan, finding: Finding) -> Plan:
    """Return the plan in which a finding is open again."""
    return replace(plan, overrides=_others(plan, finding))


def _others(plan: Plan, finding: Finding) -> tuple[Override, ...]:
    key = _key(finding)
    return tuple(one for one in plan.overrides if _override_key(one) != key)


def _override_key(one: Override) -> tuple[str, str, str]:
    return one.rule, one.place, _words(one.words).casefold()


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.place, _words(finding.text).casefold()


def _words(text: str) -> str:
    """The words as a plan file keeps them: one space between, and no longer than it takes."""
    return " ".join(text.split())[:LONGEST_TEXT].strip()

"""What the checks found, as lines to read and as JSON, each with the words it is about."""

import json
from collections.abc import Iterator
from typing import Any

from plans.agreed_words import name_of
from plans.agreeing import agreed_with_id
from plans.checks.overrides import Judged
from plans.checks.run import Finding
from plans.document_type import DocumentType
from plans.model import Plan, Promise

_LEVELS = {"must": "To be put right", "should": "Better put right", "think": "Worth a thought"}
_LONGEST = 90


def as_lines(plan: Plan, kind: DocumentType, found: Judged) -> Iterator[str]:
    """Yield the findings as lines: what is to be put right first, then the rest, then what was let stand."""
    counts = {level: sum(1 for one in found.open if one.level == level) for level in _LEVELS}
    summary = ", ".join(f"{name.lower()}: {counts[level]}" for level, name in _LEVELS.items())
    yield f"{kind.name} – {summary}, let stand: {len(found.let_stand)}"
    for level, name in _LEVELS.items():
        for one in (one for one in found.open if one.level == level):
            yield from ("", f"{name}: {one.message}", *_about(plan, one))
    for one, override in found.let_stand:
        yield from ("", f"Let stand: {one.message}", *_about(plan, one), f"  Because: {override.reason}")


def as_json(plan: Plan, kind: DocumentType, found: Judged) -> str:
    """Return the same as JSON: document, findings, and what was let stand with its reason."""
    told = {
        "document": kind.id,
        "findings": [_fields(one) for one in found.open],
        "let_stand": [{**_fields(one), "reason": override.reason} for one, override in found.let_stand],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def words_at(plan: Plan, finding: Finding) -> str:
    """Return the whole text that a finding is about, with who promises it; nothing for the whole plan."""
    sentence = next((one for part in plan.sections for one in part.sentences if one.id == finding.place), None)
    if sentence is not None:
        return sentence.text
    agreed = agreed_with_id(plan, finding.place)
    text = str(getattr(agreed, finding.field if finding.field not in ("by", "who") else "text", "") or "")
    lead = name_of(plan, agreed.who) if isinstance(agreed, Promise) and finding.field == "text" else ""
    return f"{lead} {text}".strip()


def _about(plan: Plan, one: Finding) -> Iterator[str]:
    text = words_at(plan, one)
    if text:
        yield f"  In: {text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}"
    if one.rewording:
        yield f"  {one.rewording}"


def _fields(one: Finding) -> dict[str, Any]:
    names = ("rule", "level", "place", "field", "text", "start", "end", "message", "rewording")
    return {**{name: getattr(one, name) for name in names}, "serves": list(one.serves)}

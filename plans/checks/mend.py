"""Puts other words in place of those that a finding is about: plan in, plan out."""

from dataclasses import replace

from plans.agreeing import agreed_with_id, with_point, with_promise, with_worry
from plans.checks.run import Finding
from plans.editing import with_changed_sentence, with_new_words
from plans.model import Plan, Promise, Sentence, Worry

# The texts of a plan in which words can be put in place of others.
FIELDS = ("text", "when", "help", "shown", "hindrance")


def words_found(plan: Plan, finding: Finding) -> str:
    """Return the words of the plan that a finding is about; nothing where they are no longer there."""
    found = _text(plan, finding)[finding.start : finding.end]
    return found if found in finding.text else ""


def mended(plan: Plan, finding: Finding, words: str) -> Plan:
    """Return the plan with `words` where the finding’s words stand; the plan as it is where they no longer stand there.

    A capital stays a capital.
    """
    found = words_found(plan, finding)
    if not found or not finding.place or not words.strip():
        return plan
    new = words.strip()
    new = new[:1].upper() + new[1:] if found[:1].isupper() and finding.start == 0 else new
    if _sentence(plan, finding) is not None:
        return with_changed_sentence(
            plan, finding.place, lambda one: with_new_words(one, finding.start, finding.end, new)
        )
    text = _text(plan, finding)
    return _with_text(plan, finding, f"{text[: finding.start]}{new}{text[finding.end :]}")


def _with_text(plan: Plan, finding: Finding, text: str) -> Plan:
    agreed = agreed_with_id(plan, finding.place)
    if agreed is None:
        return plan
    if isinstance(agreed, Worry):
        return with_worry(plan, replace(agreed, text=text))
    if isinstance(agreed, Promise):
        return with_promise(plan, replace(agreed, **{finding.field: text}))  # type: ignore[arg-type]
    return with_point(plan, replace(agreed, text=text))


def _text(plan: Plan, finding: Finding) -> str:
    sentence = _sentence(plan, finding)
    if sentence is not None:
        return sentence.text
    if finding.field not in FIELDS:
        return ""
    return str(getattr(agreed_with_id(plan, finding.place), finding.field, ""))


def _sentence(plan: Plan, finding: Finding) -> Sentence | None:
    return next((one for part in plan.sections for one in part.sentences if one.id == finding.place), None)

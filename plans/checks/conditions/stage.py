"""Whether this kind of document is right here: the stage of the work, other papers, and where the child lives."""

from collections.abc import Iterator

from plans.agreeing import points_of
from plans.checks.checked import At, Checked
from plans.checks.rule import Rule


def instead_of_the_letter(_: Rule, checked: Checked) -> Iterator[At]:
    """The steps before court have begun, where a letter of expectations is the paper."""
    if checked.plan.terms.stage in ("pre_proceedings", "court"):
        yield At()


def stands_alone(_: Rule, checked: Checked) -> Iterator[At]:
    """It names no other plan that it stands beside."""
    if not points_of(checked.plan, "other_plan"):
        yield At()


def said_without(rule: Rule, checked: Checked) -> Iterator[At]:
    """Words are there, and nowhere the words that must go with them."""
    texts = (*checked.agreed, *checked.told)
    if any(rule.groups["answered"].search(one.said.text) for one in texts):
        return
    for one in texts:
        for gate in rule.find:
            for found in gate.pattern.finditer(one.said.own_words):
                start = max(0, found.start() - one.lead)
                yield At(one.place, one.field, found[0], start, {"words": found[0]}, in_words=True)


CONDITIONS = {
    "instead_of_the_letter": instead_of_the_letter,
    "stands_alone": stands_alone,
    "said_without": said_without,
}

"""Whether this kind of document is right here: the stage of the work, other papers, and where the child lives."""

import re
from collections.abc import Iterator

from plans.agreeing import points_of
from plans.checks.checked import At, Checked, at_words
from plans.checks.plan_text import Written
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
    found = [(one, words) for one in texts for words in _words_of(rule, one)]
    if found and not any(rule.groups["answered"].search(one.said.text) for one in texts):
        yield from (at_words(one, words) for one, words in found)


def _words_of(rule: Rule, text: Written) -> Iterator[re.Match[str]]:
    for gate in rule.find:
        if not gate.needed or any(piece in text.said.small for piece in gate.needed):
            yield from gate.pattern.finditer(text.said.own_words)


CONDITIONS = {
    "instead_of_the_letter": instead_of_the_letter,
    "stands_alone": stands_alone,
    "said_without": said_without,
}

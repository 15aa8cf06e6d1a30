"""Rules of whole plans: each is tried on one invented plan, changed as its examples say."""

import pytest

from plans.checks.conditions import CONDITIONS
from plans.checks.example import example_plan
from plans.checks.rule import PlanExample, load_rules
from plans.checks.run import check_plan
from plans.document_type import load_document_type

RULES = load_rules().rules
OF_PLANS = [rule for rule in RULES if rule.kind == "plan"]
EACH = pytest.mark.parametrize("rule", OF_PLANS, ids=lambda rule: rule.id)


def finds(rule, example: PlanExample) -> bool:
    plan = example_plan(example)
    return check_plan(plan, load_document_type(example.document or plan.document), [rule]) != ()


def test_every_condition_is_there_and_used():
    assert {rule.condition for rule in OF_PLANS} == set(CONDITIONS)


@EACH
def test_a_rule_of_plans_finds_what_it_must_and_nothing_in_its_near_misses(rule):
    assert [one.changes for one in rule.fires if not finds(rule, one)] == []
    assert [one.changes for one in rule.silent if finds(rule, one)] == []


@pytest.mark.parametrize("document", ["working_together_agreement", "words_and_pictures"])
def test_no_rule_has_anything_against_the_example_plan(document):
    plan = example_plan(PlanExample({}))
    assert check_plan(plan, load_document_type(document), RULES) == ()

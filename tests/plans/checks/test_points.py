"""Cards of words and points: they belong to the corpus, name words of the sentence, and speak where nobody has yet."""

import json

import pytest

from plans.checks.points import POINTS, earned
from plans.checks.rule import Rule, Rules, load_rules
from plans.checks.run import check_sentence
from plans.checks.said import Said, said_of
from tools.learn_points import corpus_sum

RULES = load_rules().rules
OF_POINTS = [rule for rule in RULES if rule.kind == "points"]
EACH = pytest.mark.parametrize("rule", OF_POINTS, ids=lambda rule: rule.id)


def test_the_cards_were_learned_from_the_corpus_as_it_is():
    found = json.loads((POINTS / "en.json").read_text(encoding="utf-8"))
    assert found["corpus"] == corpus_sum(), "The corpus was changed: python tools/learn_points.py"
    assert {rule.card for rule in OF_POINTS} == set(found["cards"])
    assert (POINTS / "en.json").stat().st_size < 600_000


@EACH
def test_a_card_is_worth_a_thought_and_serves_its_requirement(rule: Rule):
    assert (rule.level, rule.serves[0]) == ("think", rule.card)


@EACH
def test_a_finding_names_a_few_words_of_the_sentence(rule: Rule):
    for example in rule.fires:
        (found, *_) = check_sentence(said_of({"text": example.text, **example.said}), [rule])
        assert found.text == example.text[found.start : found.end]
        assert 1 <= len(found.text.split()) <= 8
        assert found.text[0].isalnum()
        assert found.text[-1].isalnum()


def test_quoted_words_earn_nothing_and_are_in_no_finding():
    text = "The visits carry on as long as need be."
    said = Said(text, "family", "term")
    assert earned("R061", said)
    assert earned("R061", Said(f"Nan says: “{text}”", "family", "term")) is None
    both = Said("The visits carry on until “Priti or Ella” say otherwise for as long as it takes.", "family", "term")
    start, end = earned("R061", both) or (0, 0)
    assert end > start
    assert not {"“", "Priti"} & {*both.text[start:end].split(), *both.text[start:end]}


def test_a_card_is_silent_where_a_pattern_has_said_it():
    said = Said("Nan will have Ella for as long as it takes.", "family", "term")
    card = next(rule for rule in RULES if rule.card == "R061")
    pattern = next(rule for rule in RULES if rule.id == "open_ended_time")
    assert [one.rule for one in check_sentence(said, [card])] == [card.id]
    assert [one.rule for one in check_sentence(said, Rules((card, pattern)))] == [pattern.id]


def test_nobody_is_taken_for_harmed_who_was_not_named_as_one():
    said = said_of({"text": "Keeping Kev away rests with Marta.", "people": [{"name": "Marta"}, {"name": "Kev"}]})
    assert check_sentence(said, [rule for rule in OF_POINTS if rule.card in ("R001", "R138")]) == ()


@pytest.mark.parametrize("card", ["", ", card: R999"])
def test_an_unknown_card_is_told_by_file_rule_and_key(tmp_path, card):
    (tmp_path / "en").mkdir()
    rule = f"{{id: odd, kind: points, message: m, why: w, source: s, serves: [R061]{card}}}"
    (tmp_path / "en" / "a.yaml").write_text(f"rules: [{rule}]", encoding="utf-8")
    (trouble,) = load_rules("en", tmp_path).troubles
    assert trouble.startswith("a.yaml: rule “odd”: “card” must be one of R001, ")

"""The rules that hold here: our own, a council’s pack beside them, and what the council switched or set otherwise."""

from dataclasses import replace
from functools import cache

from plans.checks.rule import LEVELS, Rule, RuleBook, Rules, load_rules
from plans.council import CheckSettings


def rule_book(settings: CheckSettings, language: str = "en") -> RuleBook:
    """Return the rules with a council’s settings; what in these fits no rule is told in a sentence, and no more."""
    return _rule_book(settings, language)


@cache
def _rule_book(settings: CheckSettings, language: str) -> RuleBook:
    own = load_rules(language)
    pack = load_rules("", settings.pack) if settings.pack else RuleBook(Rules())
    known = {rule.id for rule in own.rules}
    twice = tuple(f"{rule.id}: there is a rule of this name already." for rule in pack.rules if rule.id in known)
    rules = (*own.rules, *(rule for rule in pack.rules if rule.id not in known))
    troubles = (*own.troubles, *pack.troubles, *twice, *_unknown(rules, settings))
    return RuleBook(Rules(_set(rule, settings) for rule in rules if rule.id not in settings.off), troubles)


def _set(rule: Rule, settings: CheckSettings) -> Rule:
    level, limit = dict(settings.levels).get(rule.id, rule.level), dict(settings.limits).get(rule.id, rule.limit)
    if level not in LEVELS:
        level = rule.level
    return rule if (level, limit) == (rule.level, rule.limit) else replace(rule, level=level, limit=limit)


def _unknown(rules: tuple[Rule, ...], settings: CheckSettings) -> tuple[str, ...]:
    known = {rule.id for rule in rules}
    names = [*settings.off, *dict(settings.levels), *dict(settings.limits)]
    lost = [f"The council’s settings name a rule “{name}”, which there is not." for name in names if name not in known]
    wrong = [
        f"The council’s settings give “{name}” the level “{level}”. Levels are {', '.join(LEVELS)}."
        for name, level in settings.levels
        if level not in LEVELS
    ]
    return (*lost, *wrong)

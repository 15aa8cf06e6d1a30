"""The rules that hold here: our own, a council’s pack beside them, and what the council switched or set otherwise."""

from dataclasses import replace
from functools import cache

from plans.checks.conditions import CONDITIONS, balance, dates, parts, people
from plans.checks.kinds import NEEDED_GROUPS
from plans.checks.rule import LEVELS, RULES, Rule, RuleBook, Rules, load_rules
from plans.council import CheckSettings

_WORDLESS = (balance, dates, parts, people)


def rule_book(settings: CheckSettings, language: str = "en") -> RuleBook:
    """Return the rules with a council’s settings; what in these fits no rule is told in a sentence, and no more.

    For a language that no rule knows the words of, only those are left that ask for dates, people and parts.
    """
    return _rule_book(settings, language.partition("-")[0] or "en")


@cache
def _rule_book(settings: CheckSettings, language: str) -> RuleBook:
    own = load_rules(language) if (RULES / language).is_dir() else _without_words(load_rules(), language)
    pack = load_rules("", settings.pack) if settings.pack else RuleBook(Rules())
    known = {rule.id for rule in own.rules}
    twice = tuple(f"{rule.id}: there is a rule of this name already." for rule in pack.rules if rule.id in known)
    unfit = {rule.id: told for rule in pack.rules if (told := _unfit(rule))}
    rules = (*own.rules, *(rule for rule in pack.rules if rule.id not in known and rule.id not in unfit))
    troubles = (*own.troubles, *pack.troubles, *twice, *unfit.values(), *_unknown(rules, settings))
    return RuleBook(Rules(_set(rule, settings) for rule in rules if rule.id not in settings.off), troubles)


def _without_words(book: RuleBook, language: str) -> RuleBook:
    conditions = {name for module in _WORDLESS for name in module.CONDITIONS}
    rules = Rules(one for one in book.rules if one.condition in conditions and not one.groups)
    told = f"The checks know no words of this plan’s language, “{language}”: they look at dates, people and parts."
    return RuleBook(rules, (*book.troubles, told))


def _unfit(rule: Rule) -> str:
    """What keeps a council’s own rule from being run."""
    if rule.kind == "plan" and rule.condition not in CONDITIONS:
        return f"{rule.id}: “condition” must be one of {', '.join(sorted(CONDITIONS))}."
    if rule.kind == "plan":
        own = next(one for one in load_rules().rules if one.condition == rule.condition)
        lacks = sorted(set(own.groups) - set(rule.groups))
    else:
        lacks = [name for name in NEEDED_GROUPS.get(rule.kind, ()) if name not in rule.groups]
    return f"{rule.id}: “groups” lacks {', '.join(lacks)}." if lacks else ""


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

"""Conditions of whole plans, by the name that a rule calls them by."""

from collections.abc import Callable, Iterator, Mapping

from plans.checks.checked import At, Checked
from plans.checks.conditions import balance, child_page, clashes, dates, names, parts, people, pictures, stage
from plans.checks.rule import Rule

Condition = Callable[[Rule, Checked], Iterator[At]]
_MODULES = (balance, child_page, clashes, dates, names, parts, people, pictures, stage)
CONDITIONS: Mapping[str, Condition] = {
    name: condition for module in _MODULES for name, condition in module.CONDITIONS.items()
}

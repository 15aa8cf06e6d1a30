"""The invented plan that rules of whole plans are tried on, changed as an example says.

A change is a path and a value: `review` sets a field, `promises.p1.by` one of an entry, `people.nan` with nothing takes
an entry away, and with fields puts one in its place or adds it.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path

import yaml

from plans.checks.rule import PlanExample
from plans.errors import PlanFileBroken
from plans.model import Plan
from plans.strict_yaml import read_yaml
from plans.yaml_format import load_plan

FILE = Path(__file__).parent / "example.yaml"


def example_plan(example: PlanExample) -> Plan:
    """Return the example plan with the changes of one example.

    Raises:
        PlanFileBroken: a path leads nowhere, or the changed plan is none.
    """
    fields = deepcopy(_fields())
    for path, value in example.changes.items():
        _change(fields, str(path).split("."), value)
    return load_plan(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False).encode())


@cache
def _fields() -> dict[str, object]:
    fields = read_yaml(FILE.read_bytes())
    if not isinstance(fields, dict):
        raise PlanFileBroken(f"{FILE.name} is no plan.")
    return fields


def _change(found: object, path: list[str], value: object) -> None:
    name, *rest = path
    if isinstance(found, list):
        at = next((number for number, one in enumerate(found) if one.get("id") == name), len(found))
        if rest:
            _change(found[at] if at < len(found) else _nowhere(name), rest, value)
        elif value is None:
            del found[at : at + 1]
        else:
            found[at : at + 1] = [{"id": name, **dict(value)}]  # type: ignore[call-overload]
    elif isinstance(found, dict):
        if rest:
            _change(found.setdefault(name, {}), rest, value)
        else:
            found[name] = value
    else:
        _nowhere(name)


def _nowhere(name: str) -> object:
    raise PlanFileBroken(f"There is no “{name}” in the example plan.")

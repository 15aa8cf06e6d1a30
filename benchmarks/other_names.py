"""The same plan for another family: names changed, and the same text many times over."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from plans.model import Plan, Section, Sentence

_CHILDREN = (
    "Ada", "Bilal", "Chidi", "Daisy", "Elif", "Freya", "Gabriel", "Hana", "Isaac", "Jasmine",
    "Kacper", "Layla", "Mohammed", "Niamh", "Oluwaseun", "Priya", "Quentin", "Rosa", "Stanisław", "Zoë",
)  # fmt: skip
_GROWN_UPS = (
    "Bea", "Flo", "Marguerite", "Pat", "Sunita", "Oyelaran", "Lim", "Hughes", "Kowalczyk", "Ng", "Vasquez",
)  # fmt: skip
Value = TypeVar("Value")


def renamed(plan: Plan, number: int) -> Plan:
    """Return the example plan with the names of family number 0, 1, 2 …; the first 200 all differ."""
    first, second = divmod(number, len(_CHILDREN))
    names = {
        "Amara": _CHILDREN[number % len(_CHILDREN)],
        "Theo": _CHILDREN[(second + first + 1) % len(_CHILDREN)],
        "Nana Jo": f"Nana {_GROWN_UPS[first % len(_GROWN_UPS)]}",
        "Miss Okafor": f"Miss {_GROWN_UPS[number % len(_GROWN_UPS)]}",
    }
    return _with_names(plan, names)


def many_times(plan: Plan, times: int) -> Plan:
    """Return the plan with its sentences `times` over, with other names each time."""
    copies = [renamed(plan, number) if number else plan for number in range(times)]
    sections = zip(*(copy.sections for copy in copies), strict=True)
    return replace(plan, sections=tuple(_one_section(copied) for copied in sections))


def _one_section(copied: tuple[Section, ...]) -> Section:
    sentences = [_numbered(one, number) for number, section in enumerate(copied) for one in section.sentences]
    return Section(copied[0].id, tuple(sentences))


def _numbered(sentence: Sentence, number: int) -> Sentence:
    return replace(sentence, id=f"{sentence.id}_{number}")


def _with_names(value: Value, names: Mapping[str, str]) -> Value:
    """Change every text in a value of the model; ids and picture keys are lower case, so they stay."""
    changed: object = value
    if isinstance(value, str):
        changed = value
        for old, new in names.items():
            changed = changed.replace(old, new)
    elif isinstance(value, tuple):
        changed = tuple(_with_names(one, names) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = {one.name: getattr(value, one.name) for one in fields(value)}
        changed = replace(value, **{name: _with_names(one, names) for name, one in found.items()})
    return changed  # type: ignore[return-value]

"""Reads the fields of a mapping from a file, and says in a sentence what is wrong with one."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from plans.errors import PlanFileBroken

Fields = dict[str, object]
Read = TypeVar("Read")

_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,63}\Z")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_TYPES = {str: "words", bool: "true or false", int: "a number", list: "a list", dict: "a list of names and values"}


def known_fields(found: object, allowed: Iterable[str], where: str) -> Fields:
    """Return the mapping, once it is one and has no field but those allowed."""
    if not isinstance(found, dict):
        raise PlanFileBroken(f"{where} must be a list of names and values, not {_kind(found)}.")
    names = list(allowed)
    for name in found:
        if name not in names:
            raise PlanFileBroken(f"{where} has “{name[:40]}”, which we do not know. Known are: {', '.join(names)}.")
    return found


def words(fields: Fields, name: str, where: str, *, longest: int = 200, default: str = "") -> str:
    """Return a text field; a whole number counts as its digits."""
    value = fields.get(name)
    if value is None:
        return default
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise PlanFileBroken(f"{where}: “{name}” must be words, not {_kind(value)}.")
    if len(value) > longest:
        raise PlanFileBroken(f"{where}: “{name}” has {len(value):,} letters; the most is {longest:,}. Make it shorter.")
    return value


def needed_words(fields: Fields, name: str, where: str, *, longest: int = 200) -> str:
    """Return a text field that must not be empty."""
    value = words(fields, name, where, longest=longest).strip()
    if not value:
        raise PlanFileBroken(f"{where}: “{name}” is missing. Write it in.")
    return value


def identity(fields: Fields, name: str, where: str) -> str:
    """Return an id: small letters, digits and underscores, 64 at most."""
    value = needed_words(fields, name, where)
    if not _ID.match(value):
        raise PlanFileBroken(f"{where}: “{name}” must be small letters, digits and _ only, not “{value[:40]}”.")
    return value


def one_of(fields: Fields, name: str, choices: tuple[str, ...], where: str, default: str) -> str:
    """Return a field that must be one of a few words."""
    value = words(fields, name, where, default=default)
    if value not in choices:
        raise PlanFileBroken(f"{where}: “{name}” must be one of {', '.join(choices)}, not “{value[:40]}”.")
    return value


def flag(fields: Fields, name: str, where: str, *, default: bool = False) -> bool:
    """Return a field that must be true or false."""
    value = fields.get(name, default)
    if not isinstance(value, bool):
        raise PlanFileBroken(f"{where}: “{name}” must be true or false, not {_kind(value)}.")
    return value


def whole(fields: Fields, name: str, least: int, most: int, where: str, default: int | None = None) -> int | None:
    """Return a whole number between least and most, or the default where there is none."""
    value = fields.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        shown = value if isinstance(value, int) and not isinstance(value, bool) else _kind(value)
        raise PlanFileBroken(f"{where}: “{name}” must be a number from {least} to {most}, not {shown}.")
    return value


def day(fields: Fields, name: str, where: str) -> date | None:
    """Return a date written 2027-03-04, or None where the field is empty."""
    value = words(fields, name, where)
    if not value:
        return None
    try:
        if _ISO_DATE.match(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PlanFileBroken(f"{where}: “{name}” must be a date like 2027-03-04, not “{value[:40]}”.")


def texts(fields: Fields, name: str, where: str, *, longest: int = 200, most: int = 200) -> tuple[str, ...]:
    """Return a list of texts."""
    found = entries(fields, name, where, most=most)
    return tuple(words({name: text}, name, where, longest=longest) for text in found)


def entries(fields: Fields, name: str, where: str, *, most: int) -> list[object]:
    """Return a list field; a missing one is empty."""
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise PlanFileBroken(f"{where}: “{name}” must be a list, not {_kind(value)}.")
    if len(value) > most:
        raise PlanFileBroken(f"{where}: “{name}” has {len(value):,} entries; the most is {most:,}.")
    return value


def each(fields: Fields, name: str, where: str, read: Callable[[object, str], Read], *, most: int) -> tuple[Read, ...]:
    """Return a list field with every entry read; an entry’s place is told as “people, entry 2”."""
    found = entries(fields, name, where, most=most)
    return tuple(read(entry, f"{name}, entry {number}") for number, entry in enumerate(found, 1))


def _kind(value: object) -> str:
    return "nothing" if value is None else _TYPES.get(type(value), "something else")

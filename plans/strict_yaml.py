"""Reads plan files strictly: names, lists, words, whole numbers, true, false and nothing.

The file is read as a stream of parser events, counted before anything is built of them. PyYAML’s own
loaders are not safe here: 50 kB of brackets ends the whole process, and 500 bytes of aliases fill the memory.
Dates, times, `no` and `on` stay words, so that nobody’s answer turns into something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml

from plans.errors import PlanFileBroken, PlanTooLarge

# libyaml where it is installed; PyYAML’s own parser otherwise, which is slower. Neither calls itself for
# each level, so that the level count below comes first with both.
FASTEST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})\Z")
_FIXED_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True)
class Limits:
    """The most that one file may hold."""

    bytes: int = 1_000_000
    levels: int = 24
    parts: int = 50_000
    letters: int = 20_000


DEFAULT = Limits()


def read_yaml(data: bytes, limits: Limits = DEFAULT, *, loader: Any = FASTEST_LOADER) -> dict[str, object]:
    """Return the names and values of one YAML file.

    Raises:
        PlanFileBroken: the file is not plain YAML; `line` says where, if known.
        PlanTooLarge: the file is past the limits.
    """
    text = _text(data, limits)
    try:
        root = _only_document(_allowed(yaml.parse(text, Loader=loader), limits))
    except yaml.YAMLError as trouble:
        raise _not_yaml(trouble, text) from None
    if not isinstance(root, dict):
        raise PlanFileBroken("This file is empty or is not a plan. Check that it is the right file.")
    return root


def _text(data: bytes, limits: Limits) -> str:
    if len(data) > limits.bytes:
        raise PlanTooLarge(
            f"This file is too large for a plan: it has {len(data):,} bytes, and the most is"
            f" {limits.bytes:,}. Check that it is the right file."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanFileBroken("This file is not text in UTF-8. Save it again as UTF-8 text.") from None
    hidden = _HIDDEN.search(text)
    if hidden:
        raise _hidden_character(text.count("\n", 0, hidden.start()) + 1, hidden[0])
    return text


def _allowed(events: Iterator[yaml.Event], limits: Limits) -> Iterator[yaml.Event]:
    """Pass the events on, as long as they are of the kinds and numbers allowed."""
    levels = 0
    for parts, event in enumerate(events, start=1):
        if parts > limits.parts:
            raise PlanTooLarge(f"This file has more than {limits.parts:,} parts. Make the plan shorter.")
        if isinstance(event, yaml.NodeEvent):
            _refuse_shortcuts(event)
            levels += isinstance(event, yaml.CollectionStartEvent)
        levels -= isinstance(event, yaml.CollectionEndEvent)
        if levels > limits.levels:
            raise _too_deep(event, limits)
        if isinstance(event, yaml.ScalarEvent):
            _refuse_long_or_hidden(event, limits)
        yield event


def _refuse_shortcuts(event: yaml.NodeEvent) -> None:
    if event.anchor:  # what an alias points to, too
        raise _broken(event, "shortcuts (& or *) are not used in plans. Put the words in quotes.")
    if getattr(event, "tag", None):
        raise _broken(event, "tags (!) are not used in plans. Put the words in quotes.")


def _refuse_long_or_hidden(event: yaml.ScalarEvent, limits: Limits) -> None:
    if len(event.value) > limits.letters:
        most = f"{limits.letters:,} letters"
        raise PlanTooLarge(f"Line {_line(event)}: one piece of text has more than {most}. Make it shorter.")
    # Only text in double quotes can say \u202e and mean it; all else was looked at before.
    hidden = _HIDDEN.search(event.value) if event.style == '"' else None
    if hidden:
        raise _hidden_character(_line(event), hidden[0])


def _only_document(events: Iterator[yaml.Event]) -> object:
    """Return what the file holds, None if that is nothing."""
    roots: list[object] = []
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and roots:
            raise _broken(event, "a second document begins (---). Keep one plan in each file.")
        if isinstance(event, yaml.NodeEvent):
            roots.append(_value(event, events))
    return roots[0] if roots else None


def _value(event: yaml.Event, events: Iterator[yaml.Event]) -> object:
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events)
    if isinstance(event, yaml.SequenceStartEvent):
        return [_value(entry, events) for entry in _until(yaml.SequenceEndEvent, events)]
    return _scalar(event)


def _mapping(events: Iterator[yaml.Event]) -> dict[str, object]:
    values: dict[str, object] = {}
    for event in _until(yaml.MappingEndEvent, events):
        name = _name(event)
        if name in values:
            raise _broken(event, f"“{name[:40]}” is written twice. Keep one of them.")
        values[name] = _value(next(events), events)
    return values


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events of one list or mapping; its end is taken off the stream too."""
    return takewhile(lambda event: not isinstance(event, end), events)


def _name(event: yaml.Event) -> str:
    name = event.value if isinstance(event, yaml.ScalarEvent) else ""
    if not name:
        raise _broken(event, "a name is missing before “:”. Write it in.")
    if name == "<<":
        raise _broken(event, "“<<” is not used in plans. Write the values out.")
    return str(name)


def _scalar(event: yaml.Event) -> object:
    assert isinstance(event, yaml.ScalarEvent)
    words = str(event.value)
    if not event.implicit[0]:  # in quotes or in a block, so meant as words
        return words
    if words in _FIXED_WORDS:
        return _FIXED_WORDS[words]
    return int(words) if _WHOLE_NUMBER.match(words) else words


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _broken(event: yaml.Event, what: str) -> PlanFileBroken:
    return PlanFileBroken(f"Line {_line(event)}: {what}", _line(event))


def _too_deep(event: yaml.Event, limits: Limits) -> PlanTooLarge:
    return PlanTooLarge(
        f"Line {_line(event)}: there are more than {limits.levels} lists inside each other."
        " Check that it is the right file."
    )


def _hidden_character(line: int, character: str) -> PlanFileBroken:
    return PlanFileBroken(
        f"Line {line}: there is a hidden character (U+{ord(character):04X}) that can hide or turn words. Take it out.",
        line,
    )


def _not_yaml(trouble: yaml.YAMLError, text: str) -> PlanFileBroken:
    """The parser’s own words are for programmers, and may quote the plan; its line number helps everyone."""
    if not isinstance(trouble, yaml.MarkedYAMLError) or trouble.problem_mark is None:
        return PlanFileBroken("This file is not written as a plan is. Check that it is the right file.")
    line = min(trouble.problem_mark.line, text.count("\n")) + 1
    return PlanFileBroken(f"Line {line}: the quotes, brackets or spaces do not fit together. Look there first.", line)

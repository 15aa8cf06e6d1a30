"""Which words a text must have for a pattern to be found in it, so that most patterns need not be tried."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

_SHORTEST, _BEGINNING = 2, 3


@dataclass(frozen=True, eq=False)
class Gated:
    """A pattern, and pieces of text of which every match has one; empty where none is sure."""

    pattern: re.Pattern[str]
    needed: frozenset[str]


class Gates:
    """The patterns of many rules, by the beginnings of the pieces that they need: a text is looked through once."""

    def __init__(self, patterns: Iterable[Gated]) -> None:
        self._always: set[Gated] = set()
        self._by_beginning: dict[str, list[tuple[str, Gated]]] = defaultdict(list)
        for one in patterns:
            if not one.needed:
                self._always.add(one)
            for piece in one.needed:
                self._by_beginning[piece[:_BEGINNING]].append((piece, one))

    def open_for(self, small: str) -> set[Gated]:
        """Return the patterns that could be found in a text; `small` is the text in small letters."""
        found = set(self._always)
        places = range(len(small))
        beginnings = {small[at : at + length] for length in (_SHORTEST, _BEGINNING) for at in places}
        for beginning in beginnings & self._by_beginning.keys():
            found.update(one for piece, one in self._by_beginning[beginning] if one not in found and piece in small)
        return found


def gated(pattern: re.Pattern[str]) -> Gated:
    """Return a pattern with the pieces of text that it cannot do without."""
    return Gated(pattern, needed_words(pattern))


def needed_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """Return pieces of small-letter text of which every match has at least one; empty where none is sure.

    They are read from the pattern’s own grammar, so that a rule cannot say it wrongly. Python keeps that grammar to
    itself: where it changes, no piece is sure and every pattern is tried, which is slower and no less right.
    """
    try:
        return _of_all(parser.parse(pattern.pattern, pattern.flags)) or frozenset()
    except (AttributeError, TypeError, ValueError, re.error):
        return frozenset()


def _of_all(parts: object) -> frozenset[str] | None:
    """The best pieces of parts that follow one another: those whose shortest is longest."""
    found: list[frozenset[str]] = []
    letters = ""
    for kind, value in [*parts, (None, None)]:  # type: ignore[misc]
        if kind is kinds.LITERAL and chr(value).isascii():
            letters += chr(value).lower()
            continue
        if len(letters) >= _SHORTEST:
            found.append(frozenset([letters]))
        letters = ""
        piece = _of_one(kind, value)
        if piece:
            found.append(piece)
    return max(found, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=None)


def _of_one(kind: object, value: object) -> frozenset[str] | None:
    if kind is kinds.SUBPATTERN:
        return _of_all(value[-1])  # type: ignore[index]
    if kind is kinds.BRANCH:
        branches = [_of_all(branch) for branch in value[1]]  # type: ignore[index]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0] > 0:  # type: ignore[index]
        return _of_all(value[2])  # type: ignore[index]
    return None

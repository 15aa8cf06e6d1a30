"""Which words a text must have for a pattern to be found in it, so that most patterns need not be tried."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

_SHORTEST, _BEGINNING = 2, 3
_COMMON = re.compile(
    r"(?:a|able|all|and|are|as|at|be|by|can|come|day|do|get|give|go|had|has|have|he|her|him|his|if|in|is|it|keep|ll"
    r"|make|me|my|no|not|of|on|one|or|out|put|ring|say|see|she|so|stay|take|tell|that|the|them|they|this|time|to|up"
    r"|us|was|we|what|when|who|will|with|you|your)"
)
_SHARES = (30.0, 20.0, 8.0, 3.0, 1.0, 0.4)


@dataclass(frozen=True, eq=False)
class Gated:
    """A pattern, and pieces of text of which every match has one; empty where none is sure."""

    pattern: re.Pattern[str]
    needed: frozenset[str]


class Gates:
    """The patterns of many rules, by the beginnings of the pieces that they need: a text is looked through once."""

    def __init__(self, patterns: Iterable[Gated]) -> None:
        self._always: set[Gated] = set()
        by_piece: dict[str, set[Gated]] = defaultdict(set)
        for one in patterns:
            if not one.needed:
                self._always.add(one)
            for piece in one.needed:
                by_piece[piece].add(one)
        self._short = [(piece, those) for piece, those in by_piece.items() if len(piece) < _BEGINNING]
        self._by_beginning: dict[str, list[tuple[str, set[Gated]]]] = defaultdict(list)
        for piece, those in by_piece.items():
            if len(piece) >= _BEGINNING:
                self._by_beginning[piece[:_BEGINNING]].append((piece, those))

    def open_for(self, small: str) -> set[Gated]:
        """Return the patterns that could be found in a text; `small` is the text in small letters."""
        found = set(self._always)
        beginnings = {small[at : at + _BEGINNING] for at in range(len(small))}
        for beginning in beginnings & self._by_beginning.keys():
            for piece, those in self._by_beginning[beginning]:
                if piece in small:
                    found |= those
        for piece, those in self._short:
            if piece in small:
                found |= those
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
    """The best pieces of parts that follow one another: those that the fewest texts have."""
    found: list[frozenset[str]] = []
    letters = ""
    for kind, value in [*parts, (None, None)]:  # type: ignore[misc]
        if kind is kinds.LITERAL and (chr(value).isascii() or not chr(value).isalpha()):
            letters += chr(value).lower()
            continue
        if len(letters) >= _SHORTEST or (letters and not letters.isalnum() and letters != " "):
            found.append(frozenset([letters]))
        letters = ""
        piece = _of_one(kind, value)
        if piece:
            found.append(piece)
    return min(found, key=lambda pieces: sum(map(_share, pieces)), default=None)


def _share(piece: str) -> float:
    """About how many sentences of a hundred have a piece of text: words that hold sentences together most."""
    return 50.0 if _COMMON.fullmatch(piece.strip()) else _SHARES[min(len(piece), len(_SHARES)) - 1]


def _of_one(kind: object, value: object) -> frozenset[str] | None:
    if kind is kinds.SUBPATTERN:
        return _of_all(value[-1])  # type: ignore[index]
    if kind is kinds.BRANCH:
        branches = [_of_all(branch) for branch in value[1]]  # type: ignore[index]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0] > 0:  # type: ignore[index]
        return _of_all(value[2])  # type: ignore[index]
    return None

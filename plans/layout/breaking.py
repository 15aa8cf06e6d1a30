"""Line breaking: words and their pictures into lines, with a phrase and its picture kept together.

A unit is what never parts at a line end: a word, or a phrase with the pictures after it.
Punctuation belongs to its word, so a picture stands after “eat,” and not before the comma.
Only a unit longer than a whole line is parted: a word between letters, pictures between pictures.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from icon_library.words import Word, split_words
from plans.layout.fonts import WEIGHTS
from plans.layout.measure import Measure, faced_pieces
from plans.layout.page import Line, Picture, Words
from plans.layout.style import INK, Style, baseline, x_height
from plans.model import Phrase

# A glued phrase may take this part of a line; a longer one keeps only its last word by its picture.
_LONGEST_GLUED = 0.42
# A piece of a phone number, as people write them: 07700, (0), 900-123.
_NUMBER_STARTS = "+(0123456789"
_DIGITS = re.compile(r"[+(]*\d[\d()-]*[.,;:!?)]*\Z")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or a picture with its width; `before` is the space that parts it from its neighbour."""

    text: str
    face: str
    width: float
    before: float
    height: float = 0.0
    alt: str = ""

    @property
    def is_picture(self) -> bool:
        """A picture has a key as its text and no face."""
        return not self.face

    @property
    def begins_word(self) -> bool:
        """Later pieces of a word follow without a space."""
        return bool(self.face) and self.before > 0


Unit = tuple[Atom, ...]
PictureSize = Callable[[str], tuple[float, float, str]]


@dataclass(frozen=True)
class Setter:
    """Sets phrases in lines: the measure, the style, and the size and alt text of each picture."""

    measure: Measure
    style: Style
    picture_size: PictureSize
    size: float
    bold: bool = False
    colour: str = INK
    _met: dict[str, Unit] = field(default_factory=dict)

    def lines(self, phrases: tuple[Phrase, ...], left: float, width: float) -> list[Line]:
        """Return the phrases as lines from `left`, none wider than `width`; y is 0 at each line’s top."""
        rows = _fill(self._units(phrases, width), width, self.style.gap)
        return [self._line(row, left) for row in rows]

    def _units(self, phrases: tuple[Phrase, ...], width: float) -> Iterator[Unit]:
        words = split_words("".join(phrase.words for phrase in phrases))
        glued, after = _ties(phrases, words)
        unit: list[Atom] = []
        for number, word in enumerate(words):
            unit += self._word(word.text)
            unit += [self._picture(key) for key in after.get(number, ())]
            if number not in glued:
                if len(unit) == 1 and unit[0].width <= width:
                    yield (unit[0],)
                else:
                    yield from self._fitting(tuple(unit), width)
                unit = []

    def _fitting(self, unit: Unit, width: float) -> Iterator[Unit]:
        """Part a unit that is too long: first between its words, then inside what is still too long."""
        starts = [number for number, atom in enumerate(unit) if atom.begins_word]
        if len(starts) < 2 or _width(unit) <= width * _LONGEST_GLUED or _is_number(unit, width):
            yield from self._torn(unit, width)
            return
        for start, end in zip(starts, [*starts[1:], len(unit)], strict=True):
            yield from self._torn(unit[start:end], width)

    def _torn(self, unit: Unit, width: float) -> Iterator[Unit]:
        """Part a word between letters, so that its last letters still share a line with its first picture."""
        if _width(unit) <= width:
            yield unit
            return
        words = [atom for atom in unit if not atom.is_picture]
        pictures = [atom for atom in unit if atom.is_picture]
        first, others = pictures[:1], pictures[1:]
        room = width - sum(picture.before + picture.width for picture in first)
        pieces = [piece for word in words for piece in self._torn_word(word, room)]
        yield from ((piece,) for piece in pieces[:-1])
        yield (pieces[-1], *first)
        yield from ((picture,) for picture in others)

    def _torn_word(self, word: Atom, width: float) -> Iterator[Atom]:
        if word.width <= width:
            yield word
            return
        part, before = "", word.before
        for letter in word.text:
            if part and self.measure.width(part + letter, self.size, word.face) > width:
                yield self._part(word, part, before)
                part, before = "", 0.0
            part += letter
        yield self._part(word, part, before)

    def _part(self, word: Atom, text: str, before: float) -> Atom:
        return replace(word, text=text, before=before, width=self.measure.width(text, self.size, word.face))

    def _word(self, text: str) -> Unit:
        """Return a word as one atom, or as several where no font has all of its letters."""
        atoms = self._met.get(text)
        if atoms is None:
            space = self.measure.width(" ", self.size, self.measure.face(" ", bold=self.bold))
            pieces = faced_pieces(self.measure, text, bold=self.bold)
            atoms = self._met[text] = tuple(
                Atom(piece, face, self.measure.width(piece, self.size, face), 0.0 if number else space)
                for number, (piece, face) in enumerate(pieces)
            )
        return atoms

    def _picture(self, key: str) -> Atom:
        width, height, alt = self.picture_size(key)
        return Atom(key, "", width, self.style.gap, height, alt)

    def _line(self, row: list[Atom], left: float) -> Line:
        runs: list[Words | Picture] = []
        x, previous = left, row[0]
        for number, atom in enumerate(row):
            space = _space_before(atom, previous, self.style.gap) if number else 0.0
            if runs and isinstance(runs[-1], Words) and runs[-1].face == atom.face:
                runs[-1] = self._joined(runs[-1], atom, space)
            elif atom.is_picture:
                runs.append(self._placed(atom, x + space))
            else:
                runs.append(self._words(atom, x + space))
            x, previous = runs[-1].x + runs[-1].width, atom
        return Line(tuple(runs))

    def _words(self, atom: Atom, x: float) -> Words:
        return Words(x, self._baseline, atom.text, self.size, atom.face, self.colour, atom.width)

    def _joined(self, words: Words, atom: Atom, space: float) -> Words:
        text = f"{words.text}{' ' if space else ''}{atom.text}"
        width = words.width + space + atom.width
        if atom.face not in WEIGHTS:  # shaped letters may turn round: only the font knows how wide they are
            width = self.measure.width(text, self.size, atom.face)
        return Words(words.x, words.y, text, words.size, words.face, words.colour, width)

    @property
    def _baseline(self) -> float:
        return baseline(self.style.pitch, self.size)

    def _placed(self, atom: Atom, x: float) -> Picture:
        middle = self._baseline - x_height(self.size) / 2
        return Picture(x, middle - atom.height / 2, atom.width, atom.height, atom.text, atom.alt)


def _ties(phrases: tuple[Phrase, ...], words: tuple[Word, ...]) -> tuple[set[int], dict[int, list[str]]]:
    """Return which words stay with the next word, and the pictures after each word."""
    glued: set[int] = set()
    after: dict[int, list[str]] = {}
    at = first = 0
    for phrase in phrases:
        end = at + len(phrase.words)
        while first < len(words) and words[first].end <= at:
            first += 1
        if phrase.pictures and words:
            last = max([first, *_starting_before(words, first, end)])
            last = min(last, len(words) - 1)
            glued.update(range(min(first, last), last))
            after.setdefault(last, []).extend(phrase.pictures)
        at = end
    return glued | _number_ties(words), after


def _number_ties(words: tuple[Word, ...]) -> set[int]:
    """Return the pieces of phone numbers that stay with the next piece."""
    digits = [
        number for number, word in enumerate(words) if word.text[0] in _NUMBER_STARTS and _DIGITS.match(word.text)
    ]
    return {number for number, following in pairwise(digits) if following == number + 1}


def _is_number(unit: Unit, width: float) -> bool:
    """A phone number stays in one line whenever a line can hold it."""
    return all(_DIGITS.match(atom.text) for atom in unit if not atom.is_picture) and _width(unit) <= width


def _starting_before(words: tuple[Word, ...], first: int, end: int) -> Iterator[int]:
    for number in range(first, len(words)):
        if words[number].start >= end:
            return
        yield number


def _fill(units: Iterator[Unit], width: float, gap: float) -> list[list[Atom]]:
    rows: list[list[Atom]] = []
    used = 0.0
    for unit in units:
        space = _space_before(unit[0], rows[-1][-1], gap) if rows else 0.0
        needed = space + _width(unit)
        if rows and used + needed <= width:
            rows[-1] += unit
            used += needed
        else:
            rows.append(list(unit))
            used = _width(unit)
    return rows


def _width(unit: Unit) -> float:
    return unit[0].width + sum(atom.before + atom.width for atom in unit[1:])


def _space_before(atom: Atom, previous: Atom, gap: float) -> float:
    return max(atom.before, gap * 1.6) if previous.is_picture and not atom.is_picture else atom.before

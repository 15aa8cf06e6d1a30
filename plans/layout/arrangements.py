"""The arrangements of a child’s page: a function each, from sections to strips."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from plans.document_type import SectionType
from plans.layout.page import SENTENCE, Box, Line, Picture, moved
from plans.layout.parts import Desk, fitted, frame_strip, heading_strips
from plans.layout.strips import Strip
from plans.layout.style import HAIRLINE
from plans.model import Phrase, Section, Sentence

Arrangement = Callable[[Desk, SectionType, Section, bool], list[Strip]]
DRAW_HERE = "You can draw here"
_ROW_PICTURE_WIDTH, _ROW_PICTURE_HEIGHT, _ROW_COLUMN = 34.0, 25.0, 42.0
_ROW_PADDING = 4.0
# No picture in a row is smaller than this less its gap: under 6 mm a child cannot tell what it shows.
_SMALLEST_CELL, _MOST_ACROSS = 8.5, 4


def in_line(desk: Desk, kind: SectionType, section: Section, frames: bool) -> list[Strip]:
    """Return a section with each picture straight after its phrase."""
    colour = desk.style.section_colour(kind.colour)
    strips = heading_strips(desk, kind)
    for sentence in section.sentences:
        first_of_many = sentence is section.sentences[0] and len(section.sentences) > 1
        lines = desk.setter().lines(sentence.phrases, desk.style.body_left, desk.style.body_width)
        strips += _sentence_strips(desk, sentence.id, lines, colour)
        strips[-1] = replace(strips[-1], keep=first_of_many)  # a heading takes more than one sentence with it
    if frames:
        strips[-1] = replace(strips[-1], keep=True)
        strips.append(frame_strip(desk, section.id, colour, DRAW_HERE))
    return strips


def rows(desk: Desk, kind: SectionType, section: Section, frames: bool) -> list[Strip]:
    """Return a section with one idea a row: its pictures large on the left, the sentence on the right."""
    strips = heading_strips(desk, kind)
    for sentence in section.sentences:
        strips += _row(desk, sentence, desk.style.section_colour(kind.colour), frames)
    return strips


def _row(desk: Desk, sentence: Sentence, bar: str, frames: bool) -> list[Strip]:
    style = desk.style
    pitch = style.pitch * 0.82
    left = style.body_left + _ROW_COLUMN
    words = tuple(Phrase(phrase.words) for phrase in sentence.phrases)
    lines = desk.setter(size=style.size + 1, pitch=pitch).lines(words, left, style.width - style.indent - _ROW_COLUMN)
    keys = [key for phrase in sentence.phrases for key in phrase.pictures]
    least = _ROW_PICTURE_HEIGHT if keys or frames else 0.0
    height = max(least, len(lines) * pitch, _grid_rows(len(keys)) * _SMALLEST_CELL) + 2 * _ROW_PADDING
    if height > 200:  # a sentence longer than a page flows on, its pictures in its lines
        return _long_row(desk, sentence, bar, pitch)
    down = (height - len(lines) * pitch) / 2
    texts = tuple(moved(run, 0, down + number * pitch) for number, line in enumerate(lines) for run in line.runs)
    pictures = _picture_grid(desk, keys, height)
    behind: tuple[Box, ...] = (Box(style.body_left, height - 0.2, style.body_width, 0.2, fill=HAIRLINE),)
    if frames and not keys:
        behind += (_empty_frame(style.body_left, height),)
    return [Strip(SENTENCE, sentence.id, height, (*texts, *pictures), bar=bar, behind=behind)]


def _long_row(desk: Desk, sentence: Sentence, bar: str, pitch: float) -> list[Strip]:
    style = desk.style
    setter = desk.setter(size=style.size + 1, pitch=max(pitch, style.pitch))
    lines = setter.lines(sentence.phrases, style.body_left, style.body_width)
    return _sentence_strips(desk, sentence.id, lines, bar)


def _sentence_strips(desk: Desk, identity: str, lines: list[Line], bar: str) -> list[Strip]:
    """Lines of one sentence: up to three never part at a page end, longer ones only past the second."""
    gap = 0.07 * desk.style.pitch
    last = len(lines) - 1
    keeps = [number < last and (last < 3 or number in (0, last - 1)) for number in range(len(lines))]
    return [
        Strip(SENTENCE, identity, desk.style.pitch, line.runs, gap=0.0 if number else gap, bar=bar, keep=keep)
        for number, (line, keep) in enumerate(zip(lines, keeps, strict=True))
    ]


def _picture_grid(desk: Desk, keys: list[str], height: float) -> list[Picture]:
    """Every picture of the sentence, as large as the column allows: one, two side by side, then rows of more."""
    if not keys:
        return []
    across = _grid_columns(len(keys))
    down = _grid_rows(len(keys))
    cell_width = (_ROW_PICTURE_WIDTH + 2) / across
    cell_height = (height - 2 * _ROW_PADDING + 2) / down
    size = fitted(desk.book, cell_width - 2, min(cell_height, _ROW_PICTURE_HEIGHT + 2) - 2)
    grid = []
    for number, key in enumerate(keys):
        row, column = divmod(number, across)
        width, tall, alt = size(key)
        x = desk.style.body_left + column * cell_width + (cell_width - width) / 2
        y = _ROW_PADDING - 1 + row * cell_height + (cell_height - tall) / 2
        grid.append(Picture(x, y, width, tall, key, alt))
    return grid


def _grid_columns(pictures: int) -> int:
    return next(number for number in range(1, _MOST_ACROSS + 1) if number == _MOST_ACROSS or number**2 >= pictures)


def _grid_rows(pictures: int) -> int:
    return -(-pictures // _grid_columns(pictures))


def _empty_frame(left: float, height: float) -> Box:
    frame = height - 2 * _ROW_PADDING
    return Box(left + 1, _ROW_PADDING, _ROW_PICTURE_WIDTH, frame, stroke=HAIRLINE, line=0.6, radius=3)


ARRANGEMENTS: Mapping[str, Arrangement] = {"in_line": in_line, "rows": rows}

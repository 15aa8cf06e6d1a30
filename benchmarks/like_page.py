"""What the page shows, told without any engine, so that each makes a like page of its own.

Words, pictures and sizes are those of our layout; where lines and pages end is for each engine
to work out, for that is the work compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plans.document_type import DocumentType
from plans.layout.back import COPIES, SIGN, WHO_IS_WHO
from plans.layout.front import title_of
from plans.layout.lay_out import CREDIT, long_date
from plans.layout.parts import fitted
from plans.layout.pictures import PictureBook
from plans.layout.style import SECTION_COLOURS, Style, style_of
from plans.model import Child, Person, Phrase, Plan

FACE_SIZE, DISC_SIZE, ROW_DISC_SIZE = 14.0, 18.0, 17.0
_MOST_FACES = 7
_LONGEST_GLUED = 32  # letters: about the part of a line that our layout keeps in one piece


class Drawing(NamedTuple):
    """A picture file with its alt text ("" where it only decorates) and its size in millimetres."""

    file: str
    alt: str
    width: float
    height: float


class Piece(NamedTuple):
    """Words that never part from the pictures after them, or words with none that flow freely."""

    words: str
    pictures: tuple[Drawing, ...] = ()


class Part(NamedTuple):
    """A section: heading, colour, picture and sentences."""

    heading: str
    colour: str
    picture: Drawing
    sentences: tuple[tuple[Piece, ...], ...]


class Face(NamedTuple):
    """A line of the people page."""

    name: str
    about: str
    phone: str
    picture: Drawing


@dataclass(frozen=True)
class LikePage:
    """Everything on paper, in order."""

    style: Style
    language: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]
    everyone: tuple[Face, ...]
    faces: tuple[Face, ...]
    copies: str
    dates: str
    credit: str = CREDIT
    people_heading: str = WHO_IS_WHO
    copies_heading: str = COPIES
    sign_heading: str = SIGN


def like_page(plan: Plan, kind: DocumentType, book: PictureBook) -> LikePage:
    """Return what our page of this plan shows."""
    everyone = tuple(_face(one, book) for one in _everyone(plan))
    return LikePage(
        style=style_of(plan.page),
        language=plan.language,
        title=title_of(plan),
        subtitle=plan.subtitle or kind.subtitle,
        parts=tuple(_parts(plan, kind, book)),
        everyone=everyone,
        faces=everyone[len(plan.children) :][:_MOST_FACES],
        copies=", ".join(plan.copies) + ".",
        dates=f"Made {_day(plan.made)} · we look at it again by {_day(plan.review)}",
    )


def write_pictures(plan: Plan, kind: DocumentType, book: PictureBook, folder: Path) -> None:
    """Write every picture that the page shows as an SVG file."""
    folder.mkdir(parents=True, exist_ok=True)
    people = [f"person:{one.id}" for one in _everyone(plan)]
    for key in {*people, *_keys(plan), *(section.picture for section in kind.sections)}:
        (folder / _file(key)).write_text(book.art(key).svg, encoding="utf-8")


def _parts(plan: Plan, kind: DocumentType, book: PictureBook) -> Iterator[Part]:
    written = {section.id: section for section in plan.sections}
    style = style_of(plan.page)
    size = fitted(book, style.picture_width, style.picture_height)
    drawn = {key: _drawing(key, size(key)) for key in _keys(plan)}
    for section in kind.sections:
        if section.id in written:
            width, height, _ = size(section.picture)
            heading = Drawing(_file(section.picture), "", width, height)
            sentences = tuple(tuple(_pieces(one.phrases, drawn)) for one in written[section.id].sentences)
            yield Part(section.heading, SECTION_COLOURS[section.colour], heading, sentences)


def _pieces(phrases: tuple[Phrase, ...], drawn: dict[str, Drawing]) -> Iterator[Piece]:
    """Give each phrase its punctuation, and tie its last words to its pictures."""
    texts = [phrase.words for phrase in phrases]
    for number, phrase in enumerate(phrases):
        words = texts[number]
        if not phrase.pictures:
            yield Piece(words)
            continue
        if number + 1 < len(texts):
            following = texts[number + 1]
            rest = following.lstrip(".,;:!?’”)")
            words, texts[number + 1] = words + following[: len(following) - len(rest)], rest
        free, _, tied = ("", "", words) if len(words) <= _LONGEST_GLUED else words.rpartition(" ")
        if free:
            yield Piece(f"{free} ")
        yield Piece(tied, tuple(drawn[key] for key in phrase.pictures))


def _keys(plan: Plan) -> set[str]:
    sentences = [sentence for section in plan.sections for sentence in section.sentences]
    return {key for sentence in sentences for phrase in sentence.phrases for key in phrase.pictures}


def _everyone(plan: Plan) -> list[Child | Person]:
    return [*plan.children, *plan.people]


def _face(one: Child | Person, book: PictureBook) -> Face:
    key = f"person:{one.id}"
    width, height, _ = fitted(book, FACE_SIZE, FACE_SIZE)(key)
    picture = Drawing(_file(key), "", width, height)
    if isinstance(one, Child):
        return Face(one.name, f"{one.age} years old", "", picture)
    return Face(one.name, f"{one.full_name} · {one.role}", one.phone, picture)


def _drawing(key: str, size: tuple[float, float, str]) -> Drawing:
    width, height, alt = size
    return Drawing(_file(key), alt, width, height)


def _file(key: str) -> str:
    return f"{key.replace(':', '-')}.svg"


def _day(day: date | None) -> str:
    return long_date(day) if day else ""

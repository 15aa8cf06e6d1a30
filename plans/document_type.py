"""Kinds of document, each declared in a YAML file of document_types/: its parts, order and wording."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.model import Plan
from plans.strict_yaml import read_yaml

DOCUMENT_TYPES = Path(__file__).parent / "document_types"
COLOURS = ("green", "orange", "purple", "blue", "red", "teal", "brown", "pink")
AUDIENCES = ("child", "grown_up")
PART_KINDS = (
    "statements", "facts", "points", "worries", "promises", "table", "people", "sentences", "copies", "signatures",
)  # fmt: skip


# Parts of points that a table shows beside the worry that they answer.
TABLE_POINTS = ("support", "need_to_see")


@dataclass(frozen=True)
class SectionType:
    """A part of a document: its heading, and what the writer is asked there."""

    id: str
    heading: str
    picture: str
    colour: str
    help: str
    required: bool
    serves: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A part of a grown-ups’ document: how it shows what (`shows`) of the plan, and what to do where that is missing.

    What `shows` names follows from the kind: statements by id, facts, parts of points, sides of people whose promises
    or signatures stand here, sections of the child’s sentences.
    """

    id: str
    kind: str
    heading: str = ""
    shows: tuple[str, ...] = ()
    help: str = ""
    required: bool = False
    serves: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentType:
    """A kind of document: its sections for a child, or its parts for grown-ups, in order.

    `code` is the short name that rules know it by; `title` may name {children} and {council}; `use` says in a sentence
    what the document is for.
    """

    id: str
    name: str
    audience: str
    subtitle: str
    sections: tuple[SectionType, ...]
    code: str = ""
    title: str = ""
    use: str = ""
    parts: tuple[Part, ...] = ()


@cache
def load_document_type(name: str, folder: Path = DOCUMENT_TYPES) -> DocumentType:
    """Return one kind of document.

    Raises:
        PlanFileBroken: there is no such kind.
        DataFileBroken: its file has a mistake; the message names file and field.
    """
    file = folder / f"{name}.yaml"
    if not name.replace("_", "").isalnum() or not file.is_file():
        raise PlanFileBroken(f"There is no kind of document called “{name[:40]}”.")
    try:
        return _document_type(read_yaml(file.read_bytes()))
    except PlanFileBroken as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def check_sections(plan: Plan, kind: DocumentType) -> None:
    """Refuse a plan with a part that this kind of document would leave out without a word.

    Raises:
        PlanFileBroken: names the part.
    """
    known = [section.id for section in kind.sections]
    lost = next((section.id for section in plan.sections if section.sentences and section.id not in known), None)
    if lost:
        raise PlanFileBroken(
            f"The plan has a part “{lost}” that a {kind.name.lower()} does not print. "
            f"Its parts are: {', '.join(known)}."
        )


def document_type_ids(folder: Path = DOCUMENT_TYPES) -> tuple[str, ...]:
    """Return the ids of all kinds of document."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def point_parts(folder: Path = DOCUMENT_TYPES) -> tuple[str, ...]:
    """Return every part of points that some kind of document shows, in the order of the documents."""
    kinds = [load_document_type(name, folder) for name in reversed(document_type_ids(folder))]
    shown = [
        name
        for kind in kinds
        for part in kind.parts
        for name in {"points": part.shows, "table": TABLE_POINTS}.get(part.kind, ())
    ]
    return tuple(dict.fromkeys(shown))


def _document_type(found: object) -> DocumentType:
    where = "The document type"
    known = ("id", "name", "audience", "subtitle", "sections", "code", "title", "use", "parts")
    fields = shape.known_fields(found, known, where)
    return DocumentType(
        id=shape.identity(fields, "id", where),
        name=shape.needed_words(fields, "name", where),
        audience=shape.one_of(fields, "audience", AUDIENCES, where, "grown_up"),
        subtitle=shape.words(fields, "subtitle", where, longest=400),
        sections=shape.each(fields, "sections", where, _section_type, most=60),
        code=shape.words(fields, "code", where),
        title=shape.words(fields, "title", where),
        use=shape.words(fields, "use", where, longest=600),
        parts=shape.each(fields, "parts", where, _part, most=60),
    )


def _part(found: object, where: str) -> Part:
    known = ("id", "kind", "heading", "shows", "help", "required", "serves")
    fields = shape.known_fields(found, known, where)
    return Part(
        id=shape.identity(fields, "id", where),
        kind=shape.one_of(fields, "kind", PART_KINDS, where, ""),
        heading=shape.words(fields, "heading", where),
        shows=shape.texts(fields, "shows", where),
        help=shape.words(fields, "help", where, longest=600),
        required=shape.flag(fields, "required", where),
        serves=shape.texts(fields, "serves", where),
    )


def _section_type(found: object, where: str) -> SectionType:
    known = ("id", "heading", "picture", "colour", "help", "required", "serves")
    fields = shape.known_fields(found, known, where)
    return SectionType(
        id=shape.identity(fields, "id", where),
        heading=shape.needed_words(fields, "heading", where),
        picture=shape.identity(fields, "picture", where),
        colour=shape.one_of(fields, "colour", COLOURS, where, "green"),
        help=shape.words(fields, "help", where, longest=600),
        required=shape.flag(fields, "required", where),
        serves=shape.texts(fields, "serves", where),
    )

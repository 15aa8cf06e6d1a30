"""Kinds of document, each declared in a YAML file of document_types/: its parts, order and wording."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.model import Plan
from plans.strict_yaml import read_yaml

DOCUMENT_TYPES = Path(__file__).parent / "document_types"
CHILD_PAGE = "words_and_pictures"
COLOURS = ("green", "orange", "purple", "blue", "red", "teal", "brown", "pink")
AUDIENCES = ("child", "grown_up")
PART_KINDS = (
    "statements", "facts", "points", "said", "worries", "promises", "agencies", "table", "people",
    "sentences", "copies", "signatures",
)  # fmt: skip
# What one document can be about, where it is not about the whole plan.
ABOUT = ("", "promise", "person")
ROWS = ("worries", "promises")
# What a column of a table can show of a worry and its promises; any other word is a part of points.
CELLS = ("worry", "promises", "help", "shown", "who", "what", "when")


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
class Column:
    """A column of a table: its head, what its cells show (words of CELLS, or parts of points), its share of width."""

    head: str
    shows: tuple[str, ...]
    share: int = 10


@dataclass(frozen=True)
class Part:
    """A part of a grown-ups’ document: how it shows what (`shows`) of the plan, and what to do where that is missing.

    What `shows` names follows from the kind: statements by id, facts, parts of points, sides of people whose promises
    or signatures stand here (`council`: the worker and managers), sections of the child’s sentences. A table has
    `columns`, and a row for each of `rows`.
    """

    id: str
    kind: str
    heading: str = ""
    shows: tuple[str, ...] = ()
    help: str = ""
    required: bool = False
    serves: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: str = "worries"

    @property
    def point_parts(self) -> tuple[str, ...]:
        """Return the parts of points that stand here."""
        if self.kind in ("points", "said", "agencies"):
            return self.shows
        return tuple(name for column in self.columns for name in column.shows if name not in CELLS)


@dataclass(frozen=True)
class DocumentType:
    """A kind of document: its sections for a child, or its parts for grown-ups, in order.

    `code` is the short name that rules know it by; `title` may name {children}, {council}, {parties} and {person};
    `use` says in a sentence what the document is for; `about` is what one such document is about, if not the whole
    plan; `mark` stands at its head and on each page, such as “Draft for legal review”. It is meant to stand on so many
    `pages`, where that is not 0, and says when it is looked at again if it is `reviewed`.
    """

    id: str
    name: str
    audience: str
    subtitle: str
    sections: tuple[SectionType, ...]
    code: str = ""
    title: str = ""
    use: str = ""
    about: str = ""
    mark: str = ""
    pages: int = 0
    reviewed: bool = True
    parts: tuple[Part, ...] = ()

    @property
    def point_parts(self) -> tuple[str, ...]:
        """Return the parts of points that this document shows, in its order."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.point_parts))

    def shows_any(self, *kinds: str) -> bool:
        """Whether a part of one of these kinds stands in it."""
        return any(part.kind in kinds for part in self.parts)


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


def child_page_type(plan: Plan) -> DocumentType:
    """Return the kind of the plan’s page for the child; words and pictures, where the plan is mainly for grown-ups.

    Raises:
        PlanFileBroken: there is no such kind.
    """
    own = load_document_type(plan.document)
    return own if own.sections else load_document_type(CHILD_PAGE)


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
    return tuple(dict.fromkeys(name for kind in kinds for name in kind.point_parts))


def _document_type(found: object) -> DocumentType:
    where = "The document type"
    known = (
        "id",
        "name",
        "audience",
        "subtitle",
        "sections",
        "code",
        "title",
        "use",
        "about",
        "mark",
        "pages",
        "reviewed",
        "parts",
    )
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
        about=shape.one_of(fields, "about", ABOUT, where, ""),
        mark=shape.words(fields, "mark", where),
        pages=shape.whole(fields, "pages", 1, 100, where, 0) or 0,
        reviewed=shape.flag(fields, "reviewed", where, default=True),
        parts=shape.each(fields, "parts", where, _part, most=60),
    )


def _part(found: object, where: str) -> Part:
    known = ("id", "kind", "heading", "shows", "help", "required", "serves", "columns", "rows")
    fields = shape.known_fields(found, known, where)
    return Part(
        id=shape.identity(fields, "id", where),
        kind=shape.one_of(fields, "kind", PART_KINDS, where, ""),
        heading=shape.words(fields, "heading", where),
        shows=shape.texts(fields, "shows", where),
        help=shape.words(fields, "help", where, longest=600),
        required=shape.flag(fields, "required", where),
        serves=shape.texts(fields, "serves", where),
        columns=shape.each(fields, "columns", where, _column, most=6),
        rows=shape.one_of(fields, "rows", ROWS, where, "worries"),
    )


def _column(found: object, where: str) -> Column:
    fields = shape.known_fields(found, ("head", "shows", "share"), where)
    return Column(
        head=shape.needed_words(fields, "head", where),
        shows=shape.texts(fields, "shows", where),
        share=shape.whole(fields, "share", 1, 100, where, 10) or 10,
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

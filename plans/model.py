"""A plan as plain frozen values: what people say, who they are, and how the page looks.

Nothing here does anything; changes are in editing.py, files in yaml_format.py.
Dates are `datetime.date`; type sizes are points.
"""

from dataclasses import dataclass, field
from datetime import date

SIDES = ("family", "friend", "professional")
HAIR = ("long", "short", "curly", "long_curly", "bob", "bald", "bun", "beard", "headscarf", "turban")
HAIR_COLOURS = ("black", "brown", "fair", "red", "grey", "white")
AGES = ("baby", "child", "grown_up", "older")
ARRANGEMENTS = ("in_line", "rows")
PAPERS = ("cream", "white")
DENSITIES = ("all", "key", "none")
STATUSES = ("draft", "agreed")
SMALLEST_TYPE, LARGEST_TYPE = 14, 24
MOST_CHOICES = 300


@dataclass(frozen=True)
class Look:
    """How a person is drawn. `skin` is 1 (lightest) to 5 (darkest), or 0 while nobody has chosen."""

    hair: str = "short"
    colour: str = "brown"
    skin: int = 0
    glasses: bool = False
    age: str = "grown_up"


@dataclass(frozen=True)
class Person:
    """Someone in the plan, under the name the child uses."""

    id: str
    name: str
    full_name: str = ""
    role: str = ""
    side: str = "family"
    phone: str = ""
    look: Look = Look()


@dataclass(frozen=True)
class Child:
    """A child whose plan this is."""

    id: str
    name: str
    age: int | None = None
    look: Look = Look(age="child")


@dataclass(frozen=True)
class Phrase:
    """Words that stay together, and the pictures that stand straight after them (often none).

    A picture is a key: `washing_machine`, `not:shouting`, `person:mum`, `photo:1f2e…`.
    """

    words: str
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence for the child, as the phrases it is made of, in order."""

    id: str
    phrases: tuple[Phrase, ...] = ()
    said_by: str = ""
    without: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words alone, as they are read out."""
        return "".join(phrase.words for phrase in self.phrases)


@dataclass(frozen=True)
class Section:
    """A part of the plan; its id names it in the document type."""

    id: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class PageSettings:
    """How the page is set; `type_size` in points."""

    arrangement: str = "in_line"
    type_size: int = 15
    line_art: bool = False
    paper: str = "cream"
    drawing_frames: bool = False
    suggestions: str = "key"
    logo: str = ""


@dataclass(frozen=True)
class OwnPicture:
    """A family’s own photo or drawing: its key in the store and what it shows."""

    key: str
    alt: str


@dataclass(frozen=True)
class Choice:
    """Pictures that the family chose for words; `idea` names what the words mean, empty where nobody knows."""

    words: str
    idea: str
    pictures: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """One family’s plan: told once, shown as many documents."""

    title: str = ""
    document: str = "words_and_pictures"
    status: str = "draft"
    language: str = "en-GB"
    subtitle: str = ""
    made: date | None = None
    review: date | None = None
    children: tuple[Child, ...] = ()
    people: tuple[Person, ...] = ()
    sections: tuple[Section, ...] = ()
    copies: tuple[str, ...] = ()
    own_pictures: tuple[OwnPicture, ...] = ()
    choices: tuple[Choice, ...] = ()
    page: PageSettings = field(default_factory=PageSettings)

    @property
    def everyone(self) -> "tuple[Child | Person, ...]":
        """Children first, then the others."""
        both: tuple[Child | Person, ...] = (*self.children, *self.people)
        return both

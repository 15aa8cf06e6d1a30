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
STAGES = ("", "early_help", "child_in_need", "child_protection", "pre_proceedings", "court", "looked_after", "closing")
SMALLEST_TYPE, LARGEST_TYPE = 14, 24
MOST_CHOICES = 300
LONGEST_TEXT, LONGEST_NOTE = 4_000, 1_000


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
    """Someone in the plan, under the name the child uses.

    `agency` is whom a professional works for (school, social care). Who does not take part is only mentioned,
    and neither promises nor signs. A `phone` that is not `phone_printed` stands on no paper: a foster carer’s, say.
    """

    id: str
    name: str
    full_name: str = ""
    role: str = ""
    side: str = "family"
    phone: str = ""
    look: Look = Look()
    agency: str = ""
    phone_printed: bool = True
    parental_responsibility: bool = False
    takes_part: bool = True
    made_plan: bool = False

    @property
    def printed_phone(self) -> str:
        """The phone number, if it may stand on paper."""
        return self.phone if self.phone_printed else ""


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
class Link:
    """A child’s sentence that tells a worry or a promise, and the words of both when they were linked.

    From the words one sees what has changed since: `said` is the worry’s or promise’s, `told` the sentence’s.
    """

    sentence: str
    said: str = ""
    told: str = ""


@dataclass(frozen=True)
class Worry:
    """What has happened, or might happen, that could hurt a child. People are named by their ids."""

    id: str
    text: str
    who: tuple[str, ...] = ()
    disagrees: tuple[str, ...] = ()
    child_says: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Promise:
    """What one person says they will do, or will stop doing.

    `when` is when or how often, `by` the day until which it is done; `hindrance` could get in the way and `help` is
    offered against it; `shown` is how everyone will know; `worry` is the id of the worry that it answers.
    """

    id: str
    who: str
    text: str
    when: str = ""
    by: date | None = None
    hindrance: str = ""
    help: str = ""
    shown: str = ""
    worry: str = ""
    offered_by: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Point:
    """Anything else that was agreed or told; `part` says what it is: aim, support, bottom_line, contingency …

    Parts are words of the document types, so a new one needs no new field. `phone_of` is whose number stands with it,
    chosen by a person and never guessed from the words.
    """

    id: str
    part: str
    text: str
    who: str = ""
    by: date | None = None
    worry: str = ""
    phone_of: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Terms:
    """When and where an agreement holds, and at which stage of the work with the family.

    `until` is an event that ends it (the end of an enquiry), beside the day `ends`; an assessment is counted from
    `assessed_from`; `reviewed` is the day on which it was last looked at.
    """

    stage: str = ""
    starts: date | None = None
    ends: date | None = None
    until: str = ""
    place: str = ""
    assessed_from: date | None = None
    reviewed: date | None = None


@dataclass(frozen=True)
class Answer:
    """What somebody answered to a question that led to the kind of document."""

    question: str
    answer: str


@dataclass(frozen=True)
class Private:
    """Who is harmed, and who harms them, by their ids. Never printed on any document."""

    harmed: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Override:
    """A finding of the checks that people let stand, and why; it holds while nothing changes at `place`.

    `rule` is the rule’s id; `place` the id of the sentence, worry, promise or point, empty for the whole plan;
    `document` the kind of document, and whom it is about, where the finding belongs to that alone; `mark` changes with
    what stands at the place and with what the finding says; `day` is when they decided so.
    """

    rule: str
    place: str = ""
    words: str = ""
    document: str = ""
    mark: str = ""
    reason: str = ""
    day: date | None = None


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
    worries: tuple[Worry, ...] = ()
    promises: tuple[Promise, ...] = ()
    points: tuple[Point, ...] = ()
    terms: Terms = Terms()
    answers: tuple[Answer, ...] = ()
    private: Private = Private()
    overrides: tuple[Override, ...] = ()
    copies: tuple[str, ...] = ()
    own_pictures: tuple[OwnPicture, ...] = ()
    choices: tuple[Choice, ...] = ()
    page: PageSettings = field(default_factory=PageSettings)

    @property
    def everyone(self) -> "tuple[Child | Person, ...]":
        """Children first, then the others."""
        both: tuple[Child | Person, ...] = (*self.children, *self.people)
        return both

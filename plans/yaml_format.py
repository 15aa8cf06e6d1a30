"""Plan files: readable YAML, format 2. Old formats are read, the newest is written.

Dates are written 2027-03-04 and type sizes in points. Unknown fields are refused,
so that a promise in a misspelt field is never lost without a word.
"""

import yaml

from plans import shape
from plans.agreement_format import AGREEMENT_FIELDS, agreement_fields, agreement_ids, with_agreement
from plans.errors import PlanFileBroken
from plans.marks import PICTURE_KEY, read_marks, write_marks
from plans.model import (
    AGES,
    ARRANGEMENTS,
    DENSITIES,
    HAIR,
    HAIR_COLOURS,
    LARGEST_TYPE,
    MOST_CHOICES,
    PAPERS,
    SIDES,
    SMALLEST_TYPE,
    STATUSES,
    Child,
    Choice,
    Look,
    OwnPicture,
    PageSettings,
    Person,
    Plan,
    Section,
    Sentence,
)
from plans.strict_yaml import read_yaml

FORMAT = 2
LONGEST_SENTENCE = 20_000
LONGEST_WORDS, LONGEST_PHONE, LONGEST_PICTURES = 200, 60, 1_000
MOST_CHILDREN, MOST_PEOPLE = 20, 200
_PLAN_FIELDS = (
    "format", "title", "document", "status", "made", "review", "language", "subtitle",
    "children", "people", *AGREEMENT_FIELDS, "copies", "sections", "own_pictures", "choices", "page",
)  # fmt: skip


def load_plan(data: bytes) -> Plan:
    """Return the plan in a plan file.

    Raises:
        PlanFileBroken: the file is not a plan; the message names the place.
        PlanTooLarge: the file is past the limits of strict_yaml.
    """
    fields = read_yaml(data)
    _check_format(fields)
    known = shape.known_fields(fields, _PLAN_FIELDS, "The plan")
    plan = with_agreement(_plan(known), known, "The plan")
    _check_ids(plan)
    return plan


def dump_plan(plan: Plan) -> bytes:
    """Return the plan as a plan file: UTF-8 YAML, list fields (title, dates) first."""
    text = yaml.dump(
        _plan_fields(plan),
        Dumper=_PlainDumper,
        sort_keys=False,
        allow_unicode=True,
        width=1000,
    )
    return str(text).encode()


class _PlainDumper(yaml.CSafeDumper if hasattr(yaml, "CSafeDumper") else yaml.SafeDumper):  # type: ignore[misc]
    """Writes every value out in full: a shortcut (&) to an equal one would be refused on reading."""

    def ignore_aliases(self, data: object) -> bool:
        """Never make a shortcut."""
        return True


def _check_format(fields: shape.Fields) -> None:
    found = fields.get("format")
    if type(found) is int and found > FORMAT:
        raise PlanFileBroken(
            f"This plan was made by a newer version of Words & Pictures (format {found}). Update the program first."
        )
    if type(found) is not int or found < 1:
        raise PlanFileBroken(f"This is not a Words & Pictures plan: its first line should be “format: {FORMAT}”.")


def _check_ids(plan: Plan) -> None:
    groups = {
        "people": [*(one.id for one in plan.everyone)],
        "sections": [section.id for section in plan.sections],
        "sentences": [sentence.id for section in plan.sections for sentence in section.sentences],
        **agreement_ids(plan),
    }
    for group, ids in groups.items():
        twice = next((one for one in ids if ids.count(one) > 1), None) if len(set(ids)) < len(ids) else None
        if twice:
            raise PlanFileBroken(f"Two {group} have the same id, “{twice}”. Give one of them another.")


def _plan(fields: shape.Fields) -> Plan:
    where = "The plan"
    return Plan(
        title=shape.words(fields, "title", where),
        document=shape.words(fields, "document", where, default="words_and_pictures"),
        status=shape.one_of(fields, "status", STATUSES, where, "draft"),
        language=shape.words(fields, "language", where, longest=35, default="en-GB"),
        subtitle=shape.words(fields, "subtitle", where, longest=400),
        made=shape.day(fields, "made", where),
        review=shape.day(fields, "review", where),
        children=shape.each(fields, "children", where, _child, most=MOST_CHILDREN),
        people=shape.each(fields, "people", where, _person, most=MOST_PEOPLE),
        sections=shape.each(fields, "sections", where, _section, most=100),
        copies=shape.texts(fields, "copies", where),
        own_pictures=shape.each(fields, "own_pictures", where, _own_picture, most=500),
        choices=shape.each(fields, "choices", where, _choice, most=MOST_CHOICES),
        page=_page(fields.get("page"), "page"),
    )


def _child(found: object, where: str) -> Child:
    fields = shape.known_fields(found, ("id", "name", "age", "look"), where)
    return Child(
        id=shape.identity(fields, "id", where),
        name=shape.needed_words(fields, "name", where),
        age=shape.whole(fields, "age", 0, 25, where),
        look=_look(fields.get("look"), where, default_age="child"),
    )


def _person(found: object, where: str) -> Person:
    known = (
        "id", "name", "full_name", "role", "side", "phone", "look",
        "agency", "phone_printed", "parental_responsibility", "takes_part", "made_plan",
    )  # fmt: skip
    fields = shape.known_fields(found, known, where)
    return Person(
        id=shape.identity(fields, "id", where),
        name=shape.needed_words(fields, "name", where),
        full_name=shape.words(fields, "full_name", where),
        role=shape.words(fields, "role", where),
        side=shape.one_of(fields, "side", SIDES, where, "family"),
        phone=shape.words(fields, "phone", where, longest=LONGEST_PHONE),
        look=_look(fields.get("look"), where, default_age="grown_up"),
        agency=shape.words(fields, "agency", where),
        phone_printed=shape.flag(fields, "phone_printed", where, default=True),
        parental_responsibility=shape.flag(fields, "parental_responsibility", where),
        takes_part=shape.flag(fields, "takes_part", where, default=True),
        made_plan=shape.flag(fields, "made_plan", where),
    )


def _look(found: object, where: str, *, default_age: str) -> Look:
    where = f"{where}, look"
    fields = shape.known_fields({} if found is None else found, ("hair", "colour", "skin", "glasses", "age"), where)
    return Look(
        hair=shape.one_of(fields, "hair", HAIR, where, "short"),
        colour=shape.one_of(fields, "colour", HAIR_COLOURS, where, "brown"),
        skin=shape.whole(fields, "skin", 0, 5, where) or 0,
        glasses=shape.flag(fields, "glasses", where),
        age=shape.one_of(fields, "age", AGES, where, default_age),
    )


def _section(found: object, where: str) -> Section:
    fields = shape.known_fields(found, ("id", "sentences"), where)
    identity = shape.identity(fields, "id", where)
    return Section(identity, shape.each(fields, "sentences", where, _sentence, most=2000))


def _sentence(found: object, where: str) -> Sentence:
    fields = shape.known_fields(found, ("id", "text", "said_by", "without"), where)
    return Sentence(
        id=shape.identity(fields, "id", where),
        phrases=read_marks(shape.words(fields, "text", where, longest=LONGEST_SENTENCE)),
        said_by=shape.words(fields, "said_by", where),
        without=shape.texts(fields, "without", where),
    )


def _own_picture(found: object, where: str) -> OwnPicture:
    fields = shape.known_fields(found, ("key", "alt"), where)
    key = shape.needed_words(fields, "key", where)
    if not PICTURE_KEY.match(key):
        raise PlanFileBroken(f"{where}: “key” is not the name of a picture.")
    return OwnPicture(key, shape.words(fields, "alt", where))


def _choice(found: object, where: str) -> Choice:
    fields = shape.known_fields(found, ("words", "idea", "pictures"), where)
    pictures = tuple(shape.needed_words(fields, "pictures", where, longest=LONGEST_PICTURES).split())
    if not all(PICTURE_KEY.match(key) and not key.startswith("not:") for key in pictures):
        raise PlanFileBroken(f"{where}: “pictures” has a name that is not a picture’s.")
    return Choice(shape.needed_words(fields, "words", where), shape.words(fields, "idea", where), pictures)


def _page(found: object, where: str) -> PageSettings:
    known = ("arrangement", "type_size", "line_art", "paper", "drawing_frames", "suggestions", "logo")
    fields = shape.known_fields({} if found is None else found, known, where)
    return PageSettings(
        arrangement=shape.one_of(fields, "arrangement", ARRANGEMENTS, where, "in_line"),
        type_size=shape.whole(fields, "type_size", SMALLEST_TYPE, LARGEST_TYPE, where) or PageSettings().type_size,
        line_art=shape.flag(fields, "line_art", where),
        paper=shape.one_of(fields, "paper", PAPERS, where, "cream"),
        drawing_frames=shape.flag(fields, "drawing_frames", where),
        suggestions=shape.one_of(fields, "suggestions", DENSITIES, where, "key"),
        logo=shape.words(fields, "logo", where),
    )


def _plan_fields(plan: Plan) -> shape.Fields:
    return {
        "format": FORMAT,
        "title": plan.title,
        "document": plan.document,
        "status": plan.status,
        "made": plan.made,
        "review": plan.review,
        "language": plan.language,
        "subtitle": plan.subtitle,
        "children": [_child_fields(child) for child in plan.children],
        "people": [_person_fields(person) for person in plan.people],
        **agreement_fields(plan),
        "copies": list(plan.copies),
        "sections": [_section_fields(section) for section in plan.sections],
        "own_pictures": [{"key": picture.key, "alt": picture.alt} for picture in plan.own_pictures],
        **_choices_fields(plan),
        "page": _changed(plan.page, PageSettings()),
    }


def _child_fields(child: Child) -> shape.Fields:
    fields: shape.Fields = {"id": child.id, "name": child.name, "age": child.age}
    return {**fields, "look": _changed(child.look, Look(age="child"))}


def _person_fields(person: Person) -> shape.Fields:
    told = _changed(person, Person("", "", side=""))
    return {**told, "look": _changed(person.look, Look())}


def _section_fields(section: Section) -> shape.Fields:
    return {"id": section.id, "sentences": [_sentence_fields(sentence) for sentence in section.sentences]}


def _sentence_fields(sentence: Sentence) -> shape.Fields:
    fields: shape.Fields = {"id": sentence.id, "text": write_marks(sentence.phrases)}
    if sentence.said_by:
        fields["said_by"] = sentence.said_by
    if sentence.without:
        fields["without"] = list(sentence.without)
    return fields


def _choices_fields(plan: Plan) -> shape.Fields:
    """The pictures that the family chose, where it chose any."""
    choices = [{"words": one.words, "idea": one.idea, "pictures": " ".join(one.pictures)} for one in plan.choices]
    return {"choices": choices} if choices else {}


def _changed(value: object, plain: object) -> shape.Fields:
    """Only the fields that differ from the plain value: a file says what somebody chose."""
    return {name: chosen for name, chosen in vars(value).items() if chosen != getattr(plain, name)}

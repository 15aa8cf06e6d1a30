"""Kinds of document are declared in files; each part has its heading, its picture and its question."""

from dataclasses import replace

import pytest

from icon_library.catalogue import load_catalogue
from plans.document_type import (
    COLOURS,
    DocumentType,
    SectionType,
    check_sections,
    document_type_ids,
    load_document_type,
)
from plans.errors import DataFileBroken, PlanFileBroken
from plans.layout.arrangements import ARRANGEMENTS
from plans.layout.style import SECTION_COLOURS
from plans.missing import Missing, missing_parts
from plans.model import Section
from tests.plans.invented import family, plan_of, sentences

KIND = load_document_type("words_and_pictures")


def test_the_parts_of_words_and_pictures_stand_in_their_order():
    assert [(section.id, section.heading) for section in KIND.sections] == [
        ("good_things", "What is good"),
        ("worries", "What people are worried about"),
        ("every_day", "Every day"),
        ("visits", "Who comes to see you"),
        ("arguments", "If grown-ups argue"),
        ("drink_and_drugs", "If grown-ups drink or take drugs"),
        ("very_sad", "If a grown-up is very sad"),
        ("signal", "If you feel worried"),
        ("sleepover", "If you need to sleep somewhere else"),
        ("keeping_safe", "Who can help right now"),
        ("love", "Who loves you"),
        ("meet_again", "We meet again"),
    ]


@pytest.mark.parametrize("name", document_type_ids())
def test_every_part_of_every_document_has_its_picture_its_colour_and_its_help(name):
    catalogue = load_catalogue()
    for section in load_document_type(name).sections:
        assert section.picture in catalogue, section.id
        assert section.colour in SECTION_COLOURS, section.id
        assert section.help.endswith((".", "?")), section.id


def test_every_colour_that_can_be_declared_can_be_drawn_and_every_arrangement_chosen():
    assert set(COLOURS) == set(SECTION_COLOURS)
    assert set(ARRANGEMENTS) == {"in_line", "rows"}


@pytest.mark.parametrize("name", ["novel", "", "../../etc/passwd", "words_and_pictures.yaml", "a b"])
def test_a_kind_of_document_that_is_not_there_is_told(name):
    with pytest.raises(PlanFileBroken) as broken:
        load_document_type(name)
    assert str(broken.value) == f"There is no kind of document called “{name}”."


def test_a_kind_of_document_is_read_from_its_file(tmp_path):
    (tmp_path / "letter.yaml").write_text(
        "id: letter\nname: Letter\naudience: child\nsubtitle: For you.\nsections:\n"
        "- {id: hello, heading: Hello, picture: star, colour: blue, help: Say it., required: true, serves: [R1]}\n",
        encoding="utf-8",
    )
    assert load_document_type("letter", tmp_path) == DocumentType(
        "letter", "Letter", "child", "For you.",
        (SectionType("hello", "Hello", "star", "blue", "Say it.", True, ("R1",)),),
    )  # fmt: skip
    assert document_type_ids(tmp_path) == ("letter",)


@pytest.mark.parametrize(
    "file, told",
    [
        (
            "id: x\nname: X\ncolor: red\n",
            "x.yaml: The document type has “color”, which we do not know."
            " Known are: id, name, audience, subtitle, sections, code, title, use, about,"
            " mark, pages, reviewed, parts.",
        ),
        ("id: x\n", "x.yaml: The document type: “name” is missing. Write it in."),
        (
            "id: x\nname: X\naudience: cats\n",
            "x.yaml: The document type: “audience” must be one of child, grown_up, not “cats”.",
        ),
        (
            "id: x\nname: X\nsections: [{id: a, heading: A, picture: star, colour: mauve}]\n",
            "x.yaml: sections, entry 1: “colour” must be one of green, orange, purple, blue, red, teal, brown, pink,"
            " not “mauve”.",
        ),
    ],
)
def test_a_mistake_in_a_document_type_names_the_file_and_the_field(file, told, tmp_path):
    (tmp_path / "x.yaml").write_text(file, encoding="utf-8")
    with pytest.raises(DataFileBroken) as broken:
        load_document_type("x", tmp_path)
    assert str(broken.value) == told


def test_a_part_that_the_document_does_not_print_is_refused_by_name():
    with pytest.raises(PlanFileBroken) as broken:
        check_sections(plan_of("Hello.", section="evry_day"), replace(KIND, sections=KIND.sections[:2]))
    assert str(broken.value) == (
        "The plan has a part “evry_day” that a words and pictures plan does not print."
        " Its parts are: good_things, worries."
    )
    check_sections(plan_of(sections=(Section("empty_one"),)), KIND)


def test_what_is_missing_is_told_dates_first_then_parts_then_blanks():
    plan = plan_of("We meet ….", section="meet_again", made=None, review=None)
    assert missing_parts(plan, KIND) == (
        Missing("no_made"),
        Missing("no_review"),
        Missing("no_copies"),
        Missing("empty_part", {"heading": "What is good", "screen": "write"}),
        Missing("empty_part", {"heading": "What people are worried about", "screen": "write"}),
        Missing("empty_part", {"heading": "Every day", "screen": "write"}),
        Missing("empty_part", {"heading": "Who comes to see you", "screen": "write"}),
        Missing("empty_part", {"heading": "If you feel worried", "screen": "write"}),
        Missing("empty_part", {"heading": "Who can help right now", "screen": "write"}),
        Missing("empty_part", {"heading": "Who loves you", "screen": "write"}),
        Missing("dots", {"words": "We meet …."}),
    )


def test_a_whole_plan_lacks_nothing():
    required = [section.id for section in KIND.sections if section.required]
    sections = tuple(
        Section(name, tuple(replace(one, id=f"{name}_1") for one in sentences("Hello."))) for name in required
    )
    assert missing_parts(family(sections=sections, copies=("Mum",)), KIND) == ()

"""Plan files: what is written comes back, old files open, and a mistake is told with its place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.clean_text import clean_text
from plans.errors import PlanFileBroken, PlanTooLarge
from plans.marks import join_plain
from plans.model import (
    AGES,
    ARRANGEMENTS,
    DENSITIES,
    HAIR,
    HAIR_COLOURS,
    PAPERS,
    SIDES,
    STATUSES,
    Child,
    Look,
    OwnPicture,
    PageSettings,
    Person,
    Phrase,
    Plan,
    Section,
    Sentence,
)
from plans.yaml_format import dump_plan, load_plan
from tests.plans.invented import EXAMPLES, ROOT, family, plan_of

OLD_FILE = ROOT / "tests" / "data" / "format_1.yaml"


def test_a_plan_of_format_1_opens_with_everything_in_it():
    assert load_plan(OLD_FILE.read_bytes()) == Plan(
        title="Idris’s plan",
        status="agreed",
        subtitle="Everyone here helps you.",
        made=date(2026, 11, 20),
        review=date(2026, 12, 18),
        children=(
            Child("idris", "Idris", 7, Look("curly", "black", 5, True, "child")),
            Child("baby", "No", None, Look("bald", "brown", 0, False, "baby")),
        ),
        people=(
            Person(
                "auntie",
                "Auntie “Bee”",
                "Beatrice Okoro",
                "2026-01-01",
                "friend",
                "07700 900555",
                Look("headscarf", "brown", 4, False, "older"),
            ),
            Person("ms_9", "9", side="professional"),
        ),
        sections=(
            Section(
                "good_things",
                (
                    Sentence(
                        "s1",
                        (
                            Phrase("Auntie Bee", ("person:auntie",)),
                            Phrase(" cooks "),
                            Phrase("rice", ("bowl_of_rice",)),
                            Phrase(", and nobody will "),
                            Phrase("shout", ("not:shouting",)),
                            Phrase("."),
                        ),
                        "idris",
                        ("cooks", "rice"),
                    ),
                    Sentence(
                        "s2",
                        (Phrase("Our dog [Rex] sleeps "), Phrase("here", ("photo:1f2e3d",)), Phrase(".")),
                    ),
                ),
            ),
            Section("love"),
        ),
        copies=("Auntie “Bee”", "yes", "12"),
        own_pictures=(OwnPicture("photo:1f2e3d", "Rex in his basket"),),
        page=PageSettings("rows", 18, True, "white", True, "none", "photo:1f2e3d"),
    )


def test_a_plan_is_written_as_people_read_it():
    plan = family(
        "Mum will give you [breakfast](breakfast).",
        copies=("Mum",),
        page=PageSettings(type_size=18),
    )
    assert (
        dump_plan(plan).decode()
        == """\
format: 1
title: Amara’s plan
document: words_and_pictures
status: draft
made: 2027-03-04
review: 2027-04-01
language: en-GB
subtitle: You will be safe.
children:
- id: amara
  name: Amara
  age: 8
  look:
    hair: long
    colour: black
    skin: 4
people:
- id: mum
  name: Mum
  full_name: Grace Mensah
  role: mum
  side: family
  phone: 07700 900123
  look:
    hair: long
    colour: black
    skin: 4
- id: nana_jo
  name: Nana Jo
  role: grandma
  side: family
  phone: 01632 960145
  look:
    hair: bun
    colour: grey
    skin: 5
    glasses: true
    age: older
copies:
- Mum
sections:
- id: every_day
  sentences:
  - id: s1
    text: Mum will give you [breakfast](breakfast).
own_pictures: []
page:
  type_size: 18
"""
    )


@pytest.mark.parametrize("file", [*EXAMPLES, OLD_FILE], ids=lambda file: file.stem)
def test_a_saved_plan_is_the_plan(file):
    plan = load_plan(file.read_bytes())
    assert load_plan(dump_plan(plan)) == plan


def test_a_plan_made_and_reviewed_on_one_day_opens_again():
    plan = plan_of("Hello.", made=date(2027, 3, 4), review=date(2027, 3, 4))
    assert load_plan(dump_plan(plan)) == plan
    assert b"&" not in dump_plan(plan)


@pytest.mark.parametrize(
    "name",
    [
        "no",
        "yes",
        "on",
        "true",
        "null",
        "~",
        "8",
        "-8",
        "007",
        "2027-03-04",
        "12:30",
        "1e3",
        "0x1F",
        "1_000",
        "=",
        "<<",
    ],
)
def test_a_name_stays_the_name_that_was_typed(name):
    plan = family(people=(Person("x", name, name, name, phone=name),), copies=(name,), title=name, subtitle=name)
    assert load_plan(dump_plan(plan)) == plan


@pytest.mark.parametrize(
    "name",
    [
        'Mum "the boss" O’Brien',
        "it's 'quoted'",
        "<script>alert(1)</script>",
        "**Mum** _x_ [y](star) `z` # h",
        "محمد علي",
        "👩🏾‍🦱 Mum ❤️",
        "a: b # c",
        "- x",
        "{x: y}",
        "&x *y !z %d @e",
        "back\\slash",
        "x" * 199 + "é",
    ],
)
def test_a_name_with_any_marks_opens_again(name):
    plan = family("Hello.", people=(Person("x", name, full_name=name),), copies=(name,))
    assert load_plan(dump_plan(plan)) == plan


identities = st.from_regex(r"[a-z0-9][a-z0-9_]{0,8}", fullmatch=True)
texts = st.text(max_size=40).map(lambda text: clean_text(text, 40))
names = texts.map(str.strip).filter(bool)
days = st.none() | st.dates()
looks = st.builds(
    Look,
    st.sampled_from(HAIR),
    st.sampled_from(HAIR_COLOURS),
    st.integers(0, 5),
    st.booleans(),
    st.sampled_from(AGES),
)
sentence_phrases = st.lists(
    st.builds(Phrase, texts, st.lists(st.sampled_from(("star", "not:fist", "person:a")), max_size=2).map(tuple)),
    max_size=5,
).map(lambda phrases: join_plain(tuple(phrases)))
people = st.builds(Person, identities, names, texts, texts, st.sampled_from(SIDES), texts, looks)
children = st.builds(Child, identities, names, st.none() | st.integers(0, 25), looks)
written = st.builds(Sentence, identities, sentence_phrases, texts, st.lists(texts, max_size=2).map(tuple))
pages = st.builds(
    PageSettings,
    st.sampled_from(ARRANGEMENTS),
    st.integers(14, 24),
    st.booleans(),
    st.sampled_from(PAPERS),
    st.booleans(),
    st.sampled_from(DENSITIES),
    texts,
)
sections = st.builds(Section, identities, st.lists(written, max_size=3, unique_by=lambda one: one.id).map(tuple))
any_plans = st.builds(
    Plan,
    title=texts,
    status=st.sampled_from(STATUSES),
    subtitle=texts,
    made=days,
    review=days,
    children=st.lists(children, max_size=1).map(tuple),
    sections=st.lists(sections, max_size=1).map(tuple),
    copies=st.lists(texts, max_size=3).map(tuple),
    own_pictures=st.lists(st.builds(OwnPicture, st.just("photo:1f"), texts), max_size=1).map(tuple),
    page=pages,
)


@given(any_plans, st.lists(people, max_size=2, unique_by=lambda one: one.id))
def test_any_plan_that_can_be_typed_comes_back_from_its_file(plan, others):
    known = {child.id for child in plan.children}
    plan = replace(plan, people=tuple(one for one in others if one.id not in known))
    assert load_plan(dump_plan(plan)) == plan


def test_a_long_sentence_opens_again_letter_for_letter():
    plan = plan_of("word  two   " * 400 + "x" * 5000)
    assert load_plan(dump_plan(plan)) == plan


def file_with(changed: str) -> bytes:
    """A whole small plan file with one more line, or one line of the head in another way."""
    head = {"format": "1", "title": "T", "made": "2027-03-04", "review": "2027-04-01"}
    name, _, value = changed.partition(": ")
    return "\n".join(f"{key}: {text}" for key, text in {**head, name: value}.items()).encode()


FIELDS = (
    "format, title, document, status, made, review, language, subtitle, children, people, copies, sections,"
    " own_pictures, page"
)


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("promise: x", f"The plan has “promise”, which we do not know. Known are: {FIELDS}."),
        ("format: one", "This is not a Words & Pictures plan: its first line should be “format: 1”."),
        ("format: true", "This is not a Words & Pictures plan: its first line should be “format: 1”."),
        ("format: 0", "This is not a Words & Pictures plan: its first line should be “format: 1”."),
        (
            "format: 2",
            "This plan was made by a newer version of Words & Pictures (format 2). Update the program first.",
        ),
        ("title: [x]", "The plan: “title” must be words, not a list."),
        ("title: true", "The plan: “title” must be words, not true or false."),
        ("title: {a: b}", "The plan: “title” must be words, not a list of names and values."),
        (f"title: {'x' * 201}", "The plan: “title” has 201 letters; the most is 200. Make it shorter."),
        ("status: final", "The plan: “status” must be one of draft, agreed, not “final”."),
        ("made: 4 March", "The plan: “made” must be a date like 2027-03-04, not “4 March”."),
        ("made: 2027-02-30", "The plan: “made” must be a date like 2027-03-04, not “2027-02-30”."),
        ("made: 20270304", "The plan: “made” must be a date like 2027-03-04, not “20270304”."),
        ("made: no", "The plan: “made” must be a date like 2027-03-04, not “no”."),
        ("review: 2027-13-01", "The plan: “review” must be a date like 2027-03-04, not “2027-13-01”."),
        ("children: Amara", "The plan: “children” must be a list, not words."),
        ("children: {a: b}", "The plan: “children” must be a list, not a list of names and values."),
        ("children: [x]", "children, entry 1 must be a list of names and values, not words."),
        ("children: [~]", "children, entry 1 must be a list of names and values, not nothing."),
        ("children: [{id: a}]", "children, entry 1: “name” is missing. Write it in."),
        ("children: [{id: a, name: ' '}]", "children, entry 1: “name” is missing. Write it in."),
        ("children: [{name: A}]", "children, entry 1: “id” is missing. Write it in."),
        (
            "children: [{id: Amara A, name: A}]",
            "children, entry 1: “id” must be small letters, digits and _ only, not “Amara A”.",
        ),
        ("children: [{id: a, name: A, age: 26}]", "children, entry 1: “age” must be a number from 0 to 25, not 26."),
        ("children: [{id: a, name: A, age: -1}]", "children, entry 1: “age” must be a number from 0 to 25, not -1."),
        (
            "children: [{id: a, name: A, age: eight}]",
            "children, entry 1: “age” must be a number from 0 to 25, not words.",
        ),
        (
            "children: [{id: a, name: A, look: {skin: 6}}]",
            "children, entry 1, look: “skin” must be a number from 0 to 5, not 6.",
        ),
        (
            "children: [{id: a, name: A, look: {glasses: no}}]",
            "children, entry 1, look: “glasses” must be true or false, not words.",
        ),
        (
            "children: [{id: a, name: A, look: {hair: mohican}}]",
            "children, entry 1, look: “hair” must be one of long, short, curly, long_curly, bob, bald, bun, beard,"
            " headscarf, turban, not “mohican”.",
        ),
        (
            "children: [{id: a, name: A, look: {hat: red}}]",
            "children, entry 1, look has “hat”, which we do not know. Known are: hair, colour, skin, glasses, age.",
        ),
        (
            f"children: [{', '.join(['{id: a, name: A}'] * 21)}]",
            "The plan: “children” has 21 entries; the most is 20.",
        ),
        (
            "children: [{id: a, name: A}, {id: a, name: B}]",
            "Two people have the same id, “a”. Give one of them another.",
        ),
        (
            "people: [{id: p, name: A, side: enemy}]",
            "people, entry 1: “side” must be one of family, friend, professional, not “enemy”.",
        ),
        (
            "people: [{id: p, name: A}, {id: q, name: B, phone: [1]}]",
            "people, entry 2: “phone” must be words, not a list.",
        ),
        (
            "people: [{id: p, name: A, age: 40}]",
            "people, entry 1 has “age”, which we do not know. Known are: id, name, full_name, role, side, phone, look.",
        ),
        (
            "sections: [{id: love}, {id: love}]",
            "Two sections have the same id, “love”. Give one of them another.",
        ),
        (
            "sections: [{id: love, sentences: [{id: s1, text: a}, {id: s1, text: b}]}]",
            "Two sentences have the same id, “s1”. Give one of them another.",
        ),
        (
            "sections: [{id: love, sentences: [{id: s1, txt: a}]}]",
            "sentences, entry 1 has “txt”, which we do not know. Known are: id, text, said_by, without.",
        ),
        (
            "sections: [{id: love, sentences: [{id: s1, text: false}]}]",
            "sentences, entry 1: “text” must be words, not true or false.",
        ),
        ("copies: [[x]]", "The plan: “copies” must be words, not a list."),
        ("own_pictures: [{key: ../x}]", "own_pictures, entry 1: “key” is not the name of a picture."),
        ("page: rows", "page must be a list of names and values, not words."),
        ("page: {type_size: 13}", "page: “type_size” must be a number from 14 to 24, not 13."),
        ("page: {type_size: 14.5}", "page: “type_size” must be a number from 14 to 24, not words."),
        ("page: {arrangement: spiral}", "page: “arrangement” must be one of in_line, rows, not “spiral”."),
        ("page: {line_art: maybe}", "page: “line_art” must be true or false, not words."),
    ],
)
def test_a_mistake_in_a_plan_is_told_with_its_place(line, sentence):
    with pytest.raises(PlanFileBroken) as broken:
        load_plan(file_with(line))
    assert str(broken.value) == sentence


def test_a_plan_of_a_newer_version_says_so_whatever_is_new_in_it():
    with pytest.raises(PlanFileBroken) as broken:
        load_plan(b"format: 2\nwitnesses: [x]\npage: {colour_of_ink: blue}\n")
    assert (
        str(broken.value)
        == "This plan was made by a newer version of Words & Pictures (format 2). Update the program first."
    )


def test_a_file_without_a_format_is_not_a_plan():
    with pytest.raises(PlanFileBroken) as broken:
        load_plan(b"title: x\n")
    assert str(broken.value) == "This is not a Words & Pictures plan: its first line should be “format: 1”."


def test_a_file_past_the_limits_is_refused_as_too_large():
    with pytest.raises(PlanTooLarge):
        load_plan(b"format: 1\n# " + b"x" * 1_000_000)

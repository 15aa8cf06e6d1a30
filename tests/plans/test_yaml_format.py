"""Plan files: what is written comes back, old files open, and a mistake is told with its place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.clean_text import clean_text
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
format: 2
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

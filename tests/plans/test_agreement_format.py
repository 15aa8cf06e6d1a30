"""The grown-ups’ side of a plan file: it comes back as it was, and a mistake is told with its place."""

from dataclasses import replace
from datetime import date

import pytest

from plans.errors import PlanFileBroken
from plans.model import (
    Answer,
    Child,
    Link,
    Person,
    Phrase,
    Plan,
    Point,
    Private,
    Promise,
    Section,
    Sentence,
    Terms,
    Worry,
)
from plans.yaml_format import dump_plan, load_plan
from tests.plans.invented import ROOT

FILE = ROOT / "tests" / "data" / "format_2.yaml"
PLAN = Plan(
    title="Nia’s plan",
    made=date(2027, 3, 1),
    review=date(2027, 3, 29),
    children=(Child("nia", "Nia", 6),),
    people=(
        Person("mum", "Mum", role="mum", parental_responsibility=True, made_plan=True),
        Person("dad", "Dad", role="dad", takes_part=False),
        Person("mr_hall", "Mr Hall", role="teacher", side="professional", agency="Hill School"),
    ),
    sections=(Section("every_day", (Sentence("s1", (Phrase("Mum will be at home."),)),)),),
    worries=(
        Worry(
            "w1",
            "Nia was alone in the flat on two evenings in February.",
            ("mr_hall",),
            ("mum",),
            "I put the telly on.",
            (Link("s1", "Nia was alone.", "You were alone."),),
        ),
    ),
    promises=(
        Promise(
            "p1",
            "mum",
            "will be at home from six o’clock",
            when="every evening",
            by=date(2027, 3, 8),
            hindrance="late shifts",
            help="her sister comes",
            shown="Mr Hall asks Nia on Fridays",
            worry="w1",
            offered_by="mum",
        ),
    ),
    points=(Point("x1", "contingency", "Nia goes to her aunt.", "mum", date(2027, 3, 2), "w1"),),
    terms=Terms("child_in_need", date(2027, 3, 1), date(2027, 5, 31), "the end of the enquiry", "Hill School"),
    answers=(Answer("in_danger", "no"),),
    private=Private(("mum",), ("dad",)),
    copies=("Mum",),
)


def test_a_plan_of_format_2_opens_with_everything_in_it():
    assert load_plan(FILE.read_bytes()) == PLAN


def test_a_saved_agreement_is_the_agreement():
    assert load_plan(dump_plan(PLAN)) == PLAN


def test_what_nobody_wrote_is_not_in_the_file():
    bare = replace(PLAN, worries=(), promises=(), points=(), terms=Terms(), answers=(), private=Private())
    written = dump_plan(bare).decode()
    assert not any(f"{name}:" in written for name in ("worries", "promises", "points", "terms", "answers", "private"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("worries: [{text: x}]", "worries, entry 1: “id” is missing. Write it in."),
        (
            "promises: [{id: p1, text: x, by: soon}]",
            "promises, entry 1: “by” must be a date like 2027-03-04, not “soon”.",
        ),
        (
            "points: [{id: x1, part: bottom_line, text: x, when: now}]",
            "points, entry 1 has “when”, which we do not know. Known are: id, part, text, who, by, worry, phone_of, links.",
        ),
        ("points: [{id: x1, part: Bottom line, text: x}]", "“part” must be small letters, digits and _ only"),
        (
            "promises: [{id: p1, text: x}, {id: p1, text: y}]",
            "Two promises have the same id, “p1”. Give one of them another.",
        ),
        ("terms: {stage: soon}", "terms: “stage” must be one of "),
        ("private: yes", "private must be a list of names and values, not words."),
    ],
)
def test_a_mistake_is_told_with_its_place(change, message):
    with pytest.raises(PlanFileBroken) as trouble:
        load_plan(f"format: 2\n{change}\n".encode())
    assert message in str(trouble.value)

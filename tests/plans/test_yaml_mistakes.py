"""A mistake in a plan file is told in a sentence, with its place."""

import pytest

from plans.errors import PlanFileBroken, PlanTooLarge
from plans.yaml_format import load_plan


def file_with(changed: str) -> bytes:
    """A whole small plan file with one more line, or one line of the head in another way."""
    head = {"format": "1", "title": "T", "made": "2027-03-04", "review": "2027-04-01"}
    name, _, value = changed.partition(": ")
    return "\n".join(f"{key}: {text}" for key, text in {**head, name: value}.items()).encode()


FIELDS = (
    "format, title, document, status, made, review, language, subtitle, children, people, worries,"
    " promises, points, terms, answers, private, overrides, copies, sections, own_pictures, choices, page"
)


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("promise: x", f"The plan has “promise”, which we do not know. Known are: {FIELDS}."),
        ("format: one", "This is not a Words & Pictures plan: its first line should be “format: 2”."),
        ("format: true", "This is not a Words & Pictures plan: its first line should be “format: 2”."),
        ("format: 0", "This is not a Words & Pictures plan: its first line should be “format: 2”."),
        (
            "format: 3",
            "This plan was made by a newer version of Words & Pictures (format 3). Update the program first.",
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
            "people, entry 1 has “age”, which we do not know. Known are: id, name, full_name, role, side, phone, look,"
            " agency, phone_printed, parental_responsibility, takes_part, made_plan.",
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
        load_plan(b"format: 3\nwitnesses: [x]\npage: {colour_of_ink: blue}\n")
    assert (
        str(broken.value)
        == "This plan was made by a newer version of Words & Pictures (format 3). Update the program first."
    )


def test_a_file_without_a_format_is_not_a_plan():
    with pytest.raises(PlanFileBroken) as broken:
        load_plan(b"title: x\n")
    assert str(broken.value) == "This is not a Words & Pictures plan: its first line should be “format: 2”."


def test_a_file_past_the_limits_is_refused_as_too_large():
    with pytest.raises(PlanTooLarge):
        load_plan(b"format: 1\n# " + b"x" * 1_000_000)

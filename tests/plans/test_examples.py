"""The invented examples: nobody real in them, nothing missing, ready to print."""

import re
from datetime import timedelta

import pytest

from plans.document_type import load_document_type
from plans.editing import everyones_ids
from plans.missing import missing_parts
from plans.yaml_format import load_plan
from tests.plans.invented import EXAMPLES

EACH = pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
# Numbers that Ofcom keeps free for stories.
DRAMA = re.compile(r"07700 900\d{3}|01632 960\d{3}")
NUMBER = re.compile(r"(?:\+|\b0)\d[\d ]{6,}\d")


def test_there_are_at_least_three_families():
    assert len(EXAMPLES) >= 3
    assert len({load_plan(file.read_bytes()).title for file in EXAMPLES}) == len(EXAMPLES)


@EACH
def test_every_phone_number_is_kept_for_stories(file):
    plan = load_plan(file.read_bytes())
    assert [person.phone for person in plan.people if person.phone and not DRAMA.fullmatch(person.phone)] == []
    numbers = NUMBER.findall(file.read_text(encoding="utf-8"))
    assert [number for number in numbers if not DRAMA.fullmatch(number.strip())] == []


@EACH
def test_every_example_says_that_it_is_invented(file):
    assert file.read_text(encoding="utf-8").startswith("# An invented family.")


@EACH
def test_an_example_lacks_nothing_before_it_is_printed(file):
    plan = load_plan(file.read_bytes())
    assert missing_parts(plan, load_document_type(plan.document)) == ()


@EACH
def test_an_example_is_looked_at_again_within_a_month(file):
    plan = load_plan(file.read_bytes())
    assert plan.made is not None
    assert plan.review is not None
    assert timedelta(days=1) <= plan.review - plan.made <= timedelta(days=31)


@EACH
def test_whoever_said_a_sentence_is_in_the_plan(file):
    plan = load_plan(file.read_bytes())
    said = {sentence.said_by for section in plan.sections for sentence in section.sentences if sentence.said_by}
    assert said <= set(everyones_ids(plan))
    assert len(said) >= 3


@EACH
def test_everyone_who_has_a_copy_is_in_the_plan(file):
    plan = load_plan(file.read_bytes())
    known = {one.name for one in (*plan.children, *plan.people)}
    assert [name for name in plan.copies if name not in known] == []


@EACH
def test_what_was_turned_down_is_in_its_sentence(file):
    plan = load_plan(file.read_bytes())
    for section in plan.sections:
        for sentence in section.sentences:
            assert all(words.lower() in sentence.text.lower() for words in sentence.without), sentence.id


@EACH
def test_sentences_are_short_enough_for_a_child(file):
    plan = load_plan(file.read_bytes())
    lengths = [len(sentence.text.split()) for section in plan.sections for sentence in section.sentences]
    assert max(lengths) <= 22
    assert sum(lengths) / len(lengths) <= 15


def test_one_example_has_the_size_of_the_model_document():
    plan = load_plan(next(file for file in EXAMPLES if file.stem == "amara_and_theo").read_bytes())
    sentences = [sentence for section in plan.sections for sentence in section.sentences]
    words = sum(len(sentence.text.split()) for sentence in sentences)
    pictures = sum(len(phrase.pictures) for sentence in sentences for phrase in sentence.phrases)
    assert 780 <= words <= 860
    assert 55 <= pictures <= 75
    assert len(plan.sections) >= 10

"""Changes to a plan: plan in, plan out, and nothing else altered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icon_library.words import split_words
from plans.document_type import load_document_type
from plans.editing import (
    everyones_ids,
    free_id,
    moved_person,
    phrases_of,
    sentence_ids,
    sentences_of,
    with_changed_sentence,
    with_child,
    with_letters,
    with_own_picture,
    with_person,
    with_pictures,
    with_sentence,
    with_sentences,
    without_person,
    without_pictures,
)
from plans.marks import read_marks, write_marks
from plans.model import OwnPicture, Person, Phrase, Plan, Section, Sentence
from tests.plans.invented import AMARA, MUM, NANA_JO, family, plan_of, sentences

KIND = load_document_type("words_and_pictures")


def written(plan: Plan) -> list[str]:
    """The plan’s sentences as they stand in its file."""
    return [write_marks(sentence.phrases) for section in plan.sections for sentence in section.sentences]


@pytest.mark.parametrize(
    "name, taken, identity",
    [
        ("Mum", (), "mum"),
        ("Nana Jo", (), "nana_jo"),
        ("Mum", ("mum",), "mum_2"),
        ("Mum", ("mum", "mum_2", "mum_3"), "mum_4"),
        ("Łukasz!", (), "ukasz"),
        ("محمد", (), "one"),
        ("", (), "one"),
        ("___", ("one",), "one_2"),
        ("x" * 99, (), "x" * 40),
    ],
)
def test_an_id_is_made_of_the_name_and_is_never_taken(name, taken, identity):
    assert free_id(name, taken) == identity


def test_a_child_or_person_is_added_at_the_end_or_changed_in_place():
    plan = with_person(with_person(with_child(Plan(), AMARA), MUM), NANA_JO)
    assert everyones_ids(plan) == ("amara", "mum", "nana_jo")
    changed = with_child(with_person(plan, replace(MUM, name="Mam")), replace(AMARA, age=9))
    assert [person.name for person in changed.people] == ["Mam", "Nana Jo"]
    assert [child.age for child in changed.children] == [9]
    assert plan.people == (MUM, NANA_JO)


def test_when_somebody_leaves_the_plan_their_words_stay_and_their_picture_goes():
    plan = family("[Mum](person:mum star) and [Nana](person:nana_jo) [x](not:person:mum).")
    plan = with_changed_sentence(plan, "s1", lambda one: replace(one, said_by="mum"))
    left = without_person(plan, "mum")
    assert written(left) == ["[Mum](star) and [Nana](person:nana_jo) x."]
    assert sentences_of(left, "every_day")[0].said_by == ""
    assert everyones_ids(left) == ("amara", "nana_jo")
    assert everyones_ids(without_person(plan, "amara")) == ("mum", "nana_jo")


@pytest.mark.parametrize(
    "identity, by, names",
    [
        ("b", -1, "bac"),
        ("b", 1, "acb"),
        ("a", -1, "abc"),
        ("c", 5, "abc"),
        ("a", 2, "bca"),
    ],
)
def test_people_can_be_put_in_another_order(identity, by, names):
    plan = Plan(people=tuple(Person(one, one) for one in "abc"))
    assert "".join(person.name for person in moved_person(plan, identity, by).people) == names


def test_sentences_are_added_under_ids_of_their_own_in_the_order_of_the_document():
    plan = with_sentence(Plan(), "love", (Phrase("Mum "), Phrase("loves you.")), "mum", KIND)
    plan = with_sentence(plan, "good_things", (Phrase("You draw."),), "", KIND)
    plan = with_sentence(plan, "love", (Phrase("Always."),), "", KIND)
    assert plan.sections == (
        Section("good_things", (Sentence("s_2", (Phrase("You draw."),)),)),
        Section("love", (Sentence("s", (Phrase("Mum loves you."),), "mum"), Sentence("s_3", (Phrase("Always."),)))),
    )
    assert sentence_ids(plan) == ("s_2", "s", "s_3")
    assert [phrase.words for phrase in phrases_of(plan)] == ["You draw.", "Mum loves you.", "Always."]


def test_a_section_nobody_wrote_in_has_no_sentences():
    assert sentences_of(Plan(), "love") == ()


def test_a_section_the_document_does_not_know_comes_last():
    plan = with_sentences(with_sentences(Plan(), "other", sentences("a"), KIND), "love", (), KIND)
    assert [section.id for section in plan.sections] == ["love", "other"]


@pytest.mark.parametrize(
    "marked, start, end, pictures, result",
    [
        ("You go to school.", 3, 4, ("school",), "You go to [school](school)."),
        ("You go to school.", 0, 4, ("school",), "[You go to school](school)."),
        ("“Stop!” she said.", 0, 1, ("not:fist",), "“[Stop](not:fist)!” she said."),
        ("(tea), then bed…", 0, 1, ("tea",), "([tea](tea)), then bed…"),
        ("Nana Jo’s house", 0, 3, ("grandma_house",), "[Nana Jo’s house](grandma_house)"),
        ("A [clean home](mop) here", 1, 2, ("soap",), "A [clean](soap) home here"),
        ("A [clean home](mop) here", 0, 4, ("star",), "[A clean home here](star)"),
        ("A [clean home](mop) here", 1, 3, (), "A clean home here"),
        ("A [b](x) [c](y) d", 3, 4, ("z",), "A [b](x) [c](y) [d](z)"),
        ("A [b](x) c", 2, 3, ("z",), "A [b](x) [c](z)"),
        ("drinking", 0, 1, ("beer", "wine"), "[drinking](beer wine)"),
        ("one two", 2, 3, ("x",), "one two"),
        ("one two", 1, 1, ("x",), "one two"),
        ("… !", 0, 1, ("x",), "… !"),
        ("", 0, 1, ("x",), ""),
    ],
)
def test_pictures_are_put_at_words_and_punctuation_stays_outside(marked, start, end, pictures, result):
    sentence = Sentence("s1", read_marks(marked), "mum", ("fridge",))
    changed = with_pictures(sentence, start, end, pictures)
    assert write_marks(changed.phrases) == result
    assert replace(changed, phrases=()) == replace(sentence, phrases=())


@pytest.mark.parametrize(
    "first, last, result",
    [
        (0, 3, "[Mum](x) cooks"),
        (4, 9, "Mum [cooks](x)"),
        (1, 6, "M[um co](x)oks"),
        (3, 3, "Mum cooks"),
        (-1, 3, "Mum cooks"),
        (0, 99, "Mum cooks"),
    ],
)
def test_pictures_are_put_at_letters_that_are_there(first, last, result):
    assert write_marks(with_letters(Sentence("s", (Phrase("Mum cooks"),)), first, last, ("x",)).phrases) == result


marked_sentences = st.lists(
    st.builds(Phrase, st.text("ab ,.“”’[]\\é", max_size=8), st.lists(st.sampled_from("xyz"), max_size=2).map(tuple)),
    max_size=6,
).map(lambda phrases: Sentence("s", tuple(phrases)))


@given(marked_sentences, st.integers(0, 8), st.integers(0, 8), st.lists(st.sampled_from("pq"), max_size=2).map(tuple))
def test_choosing_a_picture_never_changes_a_letter_or_a_picture_elsewhere(sentence, start, end, pictures):
    changed = with_pictures(sentence, start, end, pictures)
    assert changed.text == sentence.text
    words = split_words(sentence.text)[start:end]
    if not words:
        return
    first, last = words[0].start, words[-1].end
    at = 0
    for phrase in sentence.phrases:
        ends = at + len(phrase.words)
        if phrase.words and phrase.pictures and (ends <= first or at >= last):
            assert phrase in changed.phrases
        at = ends


def test_pictures_that_are_gone_leave_their_words():
    plan = plan_of("[a](x y) [b](x) [c](z)")
    assert written(without_pictures(plan, {"x"})) == ["[a](y) b [c](z)"]
    assert without_pictures(plan, {"q"}) == plan


def test_a_photo_is_known_once_under_its_key():
    plan = with_own_picture(with_own_picture(Plan(), "photo:a", "Rex"), "photo:b", "Us")
    assert with_own_picture(plan, "photo:a", "Rex asleep").own_pictures == (
        OwnPicture("photo:b", "Us"),
        OwnPicture("photo:a", "Rex asleep"),
    )

"""Marks tie words to their picture, and whatever a person types comes back as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.marks import join_plain, read_marks, write_marks
from plans.model import Phrase

KEYS = ("washing_machine", "not:shouting", "person:mum", "photo:1f2e", "not:person:dad", "9")


@pytest.mark.parametrize(
    "marked, phrases",
    [
        (
            "You will have [enough to eat](plate) and [clean clothes](washing_machine).",
            (
                Phrase("You will have "),
                Phrase("enough to eat", ("plate",)),
                Phrase(" and "),
                Phrase("clean clothes", ("washing_machine",)),
                Phrase("."),
            ),
        ),
        ("[drinking](beer wine)", (Phrase("drinking", ("beer", "wine")),)),
        ("[shout](not:shouting)", (Phrase("shout", ("not:shouting",)),)),
        ("[Nana Jo](person:nana_jo)", (Phrase("Nana Jo", ("person:nana_jo",)),)),
        ("[us](photo:1f2e)[all](star)", (Phrase("us", ("photo:1f2e",)), Phrase("all", ("star",)))),
        ("no marks (at all)", (Phrase("no marks (at all)"),)),
        ("", ()),
        ("[x](Not A Key!)", (Phrase("[x](Not A Key!)"),)),
        ("[x](http://example.org)", (Phrase("[x](http://example.org)"),)),
        ("[](star)", (Phrase("[](star)"),)),
        ("[x] (star)", (Phrase("[x] (star)"),)),
        (r"\[x](star)", (Phrase("[x](star)"),)),
        (r"\\[x](star)", (Phrase("\\"), Phrase("x", ("star",)))),
        (r"[a \[b\] c](star)", (Phrase("a [b] c", ("star",)),)),
        (r"C:\temp", (Phrase(r"C:\temp"),)),
        ("[[x](star)", (Phrase("["), Phrase("x", ("star",)))),
        ("**bold** _x_ `code` # 1.", (Phrase("**bold** _x_ `code` # 1."),)),
    ],
)
def test_marks_read_as_they_are_written(marked, phrases):
    assert read_marks(marked) == phrases


@pytest.mark.parametrize(
    "phrases, marked",
    [
        ((Phrase("a [b](c) d"),), r"a \[b\](c) d"),
        ((Phrase("back\\"), Phrase("x", ("star",))), r"back\\[x](star)"),
        ((Phrase("[", ("star",)), Phrase("]")), r"[\[](star)\]"),
        ((Phrase("“so” 'so' \"so\" (so)"),), "“so” 'so' \"so\" (so)"),
        ((Phrase("👨‍👩‍👧‍👦", ("star",)), Phrase(" مرحبا")), "[👨‍👩‍👧‍👦](star) مرحبا"),
        ((Phrase("drinking", ("beer", "not:wine")),), "[drinking](beer not:wine)"),
    ],
)
def test_brackets_that_a_person_typed_stay_brackets(phrases, marked):
    assert write_marks(phrases) == marked
    assert read_marks(marked) == phrases


pieces = st.text(alphabet=st.sampled_from("ab []()\\:_ ’\"'*é😀مא"), max_size=8) | st.text(max_size=6)
phrases = st.lists(st.builds(Phrase, pieces, st.lists(st.sampled_from(KEYS), max_size=3).map(tuple)), max_size=6)


@given(phrases.map(tuple).map(join_plain))
def test_any_sentence_comes_back_from_its_marks(sentence):
    assert read_marks(write_marks(sentence)) == sentence


@given(pieces)
def test_any_text_can_be_read_for_marks_and_written_again(typed):
    once = join_plain(read_marks(typed))
    assert read_marks(write_marks(once)) == once


def test_plain_neighbours_are_joined_and_empty_ones_go():
    assert join_plain((Phrase("a"), Phrase(""), Phrase(" b"), Phrase("c", ("star",)), Phrase("", ("star",)))) == (
        Phrase("a b"),
        Phrase("c", ("star",)),
    )

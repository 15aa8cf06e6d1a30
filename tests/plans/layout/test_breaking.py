"""Line breaking, countable by eye: every letter, space and gap is 1 mm wide, every picture 3 mm."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.layout.breaking import Setter
from plans.layout.page import MM_PER_POINT, Picture, Words
from plans.layout.style import style_of
from plans.marks import read_marks
from plans.model import PageSettings, Phrase
from tests.plans.invented import Half

STYLE = replace(style_of(PageSettings()), gap=1.0)
SETTER = Setter(Half(), STYLE, lambda key: (3.0, 3.0, key), size=2 / MM_PER_POINT)


def broken(marked: str, width: int) -> list[str]:
    """The lines of a sentence as text."""
    return as_text(read_marks(marked), width)


def as_text(phrases: tuple[Phrase, ...], width: float) -> list[str]:
    return [
        " ".join(run.text if isinstance(run, Words) else f"[{run.key}]" for run in line.runs)
        for line in SETTER.lines(phrases, 0.0, width)
    ]


@pytest.mark.parametrize(
    "marked, width, lines",
    [
        ("Mum keeps you safe.", 19, ["Mum keeps you safe."]),
        ("Mum keeps you safe.", 18, ["Mum keeps you", "safe."]),
        ("Mum keeps you safe.", 9, ["Mum keeps", "you safe."]),
        ("Mum  keeps\nyou safe.", 40, ["Mum keeps you safe."]),
        ("", 20, []),
    ],
    ids=str,
)
def test_words_go_on_a_line_while_there_is_room(marked, width, lines):
    assert broken(marked, width) == lines


@pytest.mark.parametrize(
    "marked, width, lines",
    [
        ("You go to [school](school) soon.", 30, ["You go to school [school] soon."]),
        ("You go to [school](school) soon.", 20, ["You go to school [school]", "soon."]),
        ("You go to [school](school) soon.", 19, ["You go to", "school [school] soon."]),
        ("You go to [school](school).", 20, ["You go to", "school. [school]"]),
        (
            "We will see that you have a [clean bed](bed) now.",
            41,
            ["We will see that you have a clean bed [bed]", "now."],
        ),
        (
            "We will see that you have a [clean bed](bed) now.",
            40,
            ["We will see that you have a", "clean bed [bed] now."],
        ),
        ("They had [drinks](beer wine).", 24, ["They had drinks. [beer] [wine]"]),
        ("They had [drinks](beer wine).", 23, ["They had", "drinks. [beer] [wine]"]),
    ],
    ids=str,
)
def test_a_phrase_and_its_picture_never_part_at_a_line_end(marked, width, lines):
    assert broken(marked, width) == lines


@pytest.mark.parametrize(
    "marked, line",
    [
        ("You [eat](plate), and sleep.", "You eat, [plate] and sleep."),
        ("Go to [school](school).", "Go to school. [school]"),
        ("(See the [star](star)!)", "(See the star!) [star]"),
        ("“[Stop](not:fist)”, she said.", "“Stop”, [not:fist] she said."),
        ("[Nana](person:nana)’s house", "Nana’s [person:nana] house"),
        ("[a](x)[b](y) c", "ab [x] [y] c"),
        ("[eat ](plate)and sleep", "eat [plate] and sleep"),
        ("we[ eat](plate) and", "we eat [plate] and"),
    ],
)
def test_punctuation_stays_with_its_word_and_the_picture_comes_after_it(marked, line):
    assert broken(marked, 60) == [line]


def test_a_phrase_too_long_for_a_line_keeps_its_last_words_by_its_picture():
    assert broken("We all [have enough to eat every day](plate), at home.", 20) == [
        "We all have enough",
        "to eat every",
        "day, [plate] at home.",
    ]


def test_a_word_longer_than_a_line_is_parted_and_nothing_is_lost():
    assert broken("a abcdefghijklmnopqrstuvwxyz b", 10) == ["a", "abcdefghij", "klmnopqrst", "uvwxyz b"]


def test_a_run_of_pictures_longer_than_a_line_goes_on_in_the_next():
    assert broken("Hi [all](x x x x x x) you", 14) == ["Hi all [x] [x]", "[x] [x] [x]", "[x] you"]


def test_a_word_as_long_as_the_line_keeps_its_picture_beside_a_part_of_it():
    (first, last) = broken("[abcdefghij](star)", 10)
    assert first + last.removesuffix(" [star]") == "abcdefghij"
    assert last.endswith(" [star]")
    assert last != "[star]"


@pytest.mark.parametrize("width", range(14, 40))
@pytest.mark.parametrize("number", ["07700 900123", "01632 960145", "020 7946 0123", "+44 7700 900123"])
def test_a_phone_number_never_parts_over_two_lines(number, width):
    lines = broken(f"You can ring Mum on {number} at night.", max(width, len(number) + 1))
    assert any(number in line for line in lines)


def test_a_picture_has_its_alt_text_its_size_and_the_middle_of_the_letters():
    (line,) = SETTER.lines((Phrase("star", ("star",)),), 5.0, 50)
    words, picture = line.runs
    assert isinstance(words, Words)
    assert isinstance(picture, Picture)
    assert (words.x, words.width) == pytest.approx((5, 4))
    assert (picture.x, picture.width, picture.height, picture.alt) == pytest.approx((10, 3, 3, "star"))
    assert picture.y < words.y - 1 < picture.y + picture.height


def test_words_keep_clear_of_the_picture_before_them():
    (line,) = SETTER.lines(read_marks("[a](x) b"), 0.0, 50)
    first, picture, last = line.runs
    assert picture.x - (first.x + first.width) == pytest.approx(1.0)
    assert last.x - (picture.x + picture.width) == pytest.approx(1.6)


some_words = st.text(alphabet="abc.,’", min_size=1, max_size=9)
some_phrases = st.lists(
    st.builds(
        Phrase,
        st.lists(some_words, min_size=1, max_size=3).map(lambda words: " ".join(words) + " "),
        st.lists(st.sampled_from(("x", "y")), max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=8,
).map(tuple)


@given(some_phrases, st.integers(18, 50))
def test_no_sentence_leaves_its_lines_or_loses_anything(phrases, width):
    lines = SETTER.lines(phrases, 3.0, float(width))
    runs = [run for line in lines for run in line.runs]
    assert "".join(run.text for run in runs if isinstance(run, Words)).replace(" ", "") == "".join(
        phrase.words for phrase in phrases
    ).replace(" ", "")
    assert [run.key for run in runs if isinstance(run, Picture)] == [
        key for phrase in phrases for key in phrase.pictures
    ]
    assert all(run.x >= 3 and run.x + run.width <= 3 + width + 1e-6 for run in runs)
    for line in lines:
        ends = [run.x + run.width for run in line.runs]
        assert all(after.x >= end for end, after in zip(ends, line.runs[1:], strict=False))


@given(some_phrases, st.integers(18, 50))
def test_no_line_begins_with_a_picture(phrases, width):
    """Words here are shorter than a line, and so are their pictures."""
    assert all(isinstance(line.runs[0], Words) for line in SETTER.lines(phrases, 0.0, float(width)))

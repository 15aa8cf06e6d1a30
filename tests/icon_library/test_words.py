"""How text is cut into words, and which forms a word may have."""

import pytest

from icon_library.lexicon import load_lexicon
from icon_library.words import base_forms, core, read_tokens, split_words

ENGLISH = load_lexicon().inflections


@pytest.mark.parametrize(
    "text",
    [
        "Mum will ring Nan.",
        "  two  spaces\tand\na line ",
        "no\u00a0break thin\u2009space",
        "Katie’s [toy] – “Ted” …",
        "",
        "   ",
    ],
)
def test_words_are_the_pieces_that_split_gives(text: str) -> None:
    assert [word.text for word in split_words(text)] == text.split()


def test_a_word_knows_where_it_stands_in_the_text() -> None:
    text = "Nan  rings."
    assert [text[word.start : word.end] for word in split_words(text)] == ["Nan", "rings."]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("School.", "school"),
        ("“Stop!”", "stop"),
        ("Katie’s", "katie's"),
        ("boys’", "boys'"),
        ("‘drinks’", "drinks"),
        ("(SW)", "sw"),
        ("won’t", "won't"),
        ("grown-up,", "grown-up"),
        ("…", ""),
    ],
)
def test_the_core_of_a_word_is_small_and_without_marks(word: str, expected: str) -> None:
    assert core(word) == expected


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("shouting", "shout"),
        ("stopped", "stop"),
        ("worries", "worry"),
        ("washes", "wash"),
        ("slept", "sleep"),
        ("children", "child"),
        ("lying", "lie"),
        ("nan's", "nan"),
        ("boys'", "boy"),
        ("living", "live"),
    ],
)
def test_a_bent_word_leads_back_to_its_base(word: str, base: str) -> None:
    assert base in base_forms(word, ENGLISH)


@pytest.mark.parametrize("word", ["will", "his", "was", "this", "as"])
def test_little_words_are_never_bent(word: str) -> None:
    assert base_forms(word, ENGLISH) == (word,)


def test_hyphens_and_slashes_part_a_word_that_keeps_its_number() -> None:
    tokens = read_tokens("A grown-up reads letters/emails.", ENGLISH)
    assert [(token.core, token.word, token.pause) for token in tokens] == [
        ("a", 0, ""),
        ("grown", 1, ""),
        ("up", 1, ""),
        ("reads", 2, ""),
        ("letters", 3, ""),
        ("emails", 3, "."),
    ]


def test_a_sentence_begins_after_a_full_stop_and_a_dash_stands_alone() -> None:
    tokens = read_tokens("Ring Nan. Stay – wait, then go", ENGLISH)
    assert [(token.core, token.first, token.pause) for token in tokens] == [
        ("ring", True, ""),
        ("nan", False, "."),
        ("stay", True, "."),
        ("wait", False, ","),
        ("then", False, ""),
        ("go", False, ""),
    ]

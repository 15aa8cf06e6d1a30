"""Finding any picture of the library."""

import pytest

from icon_library.catalogue import load_catalogue
from icon_library.lexicon import load_lexicon
from icon_library.search import index_library, search

LIBRARY = load_catalogue()
INDEX = index_library(LIBRARY, load_lexicon())


def best(words: str, category: str = "") -> str:
    return search(words, INDEX, category=category)[0].key


@pytest.mark.parametrize(
    ("words", "picture"),
    [
        ("dog", "dog"),
        ("washing machine", "washing_machine"),
        ("sad", "sad_face"),
        ("nan", "older_woman"),
        ("Argued", "arguing"),
        ("look after", "heart_hands"),
        ("toothbrush", "toothbrush"),
    ],
)
def test_a_word_finds_its_picture(words: str, picture: str) -> None:
    assert best(words) == picture


@pytest.mark.parametrize(
    ("words", "picture"),
    [("frightned", "scared_face"), ("hospitle", "hospital"), ("washing machne", "washing_machine")],
)
def test_a_word_spelt_wrongly_finds_its_picture(words: str, picture: str) -> None:
    assert best(words) == picture


def test_a_category_lists_its_pictures() -> None:
    found = search("", INDEX, category="animals", most=500)
    assert {one.key for one in found} == {key for key, icon in LIBRARY.icons.items() if icon.category == "animals"}


def test_words_are_sought_within_a_category() -> None:
    assert {LIBRARY.icons[one.key].category for one in search("red", INDEX, category="school")} == {"school"}


def test_the_best_answer_comes_first_and_each_picture_once() -> None:
    found = search("phone", INDEX)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({one.key for one in found}) == len(found)


def test_nonsense_and_nothing_find_nothing() -> None:
    assert search("xqzzyx", INDEX) == search("  ", INDEX) == ()


def test_every_picture_is_found_by_what_it_shows() -> None:
    missing = [
        key
        for key, icon in LIBRARY.icons.items()
        if key not in {one.key for one in search(icon.shows[0], INDEX, most=500)}
    ]
    assert missing == []

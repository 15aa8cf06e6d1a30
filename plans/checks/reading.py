"""How hard a text is to read: a formula, and words that most ten-year-olds know, both from the library readability."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without_re2() -> Iterator[None]:
    """Let the library be loaded with Python’s own patterns: with re2, which it prefers, it cannot be loaded today."""
    before = sys.modules.get("re2")
    sys.modules["re2"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if before is None:
            del sys.modules["re2"]
        else:
            sys.modules["re2"] = before


with _without_re2():
    from readability import KincaidGradeLevel  # type: ignore[import-untyped]
    from readability.langdata import basicwords_en, countsyllables_en  # type: ignore[import-untyped]

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'][a-z]+)?")
_ENDINGS = ("’s", "'s", "s", "es", "ed", "d", "ing", "ning", "ting", "ping", "er", "ers", "est", "ly", "y", "n’t")
_SCHOOL_STARTS = 5  # the age in the first school year, by which grades become ages


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Return how many syllables a word has, as the library counts them."""
    return int(countsyllables_en(word))


def reading_age(syllable_count: int, word_count: int, sentence_count: int) -> float:
    """Return the age of which a text is, by the formula of Kincaid."""
    return float(KincaidGradeLevel(syllable_count, word_count, sentence_count)) + _SCHOOL_STARTS


def is_common(word: str, also: re.Pattern[str]) -> bool:
    """Return whether a word, or one that it is an ending of, is among the common ones, or is a name."""
    small = word.lower()
    stems = (small.removesuffix(ending) for ending in _ENDINGS if small.endswith(ending))
    return (
        word[0].isupper()
        or _is_known(small, also)
        or any(_is_known(stem, also) or f"{stem}e" in basicwords_en for stem in stems)
    )


def _is_known(word: str, also: re.Pattern[str]) -> bool:
    return word in basicwords_en or also.fullmatch(word) is not None

"""Phrases by their first word, cut into tokens only when a sentence has that word: a start sees tens of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import intern
from typing import NamedTuple

from icon_library.words_file import GAP, cut_phrase

# A phrase that begins with this says that its thing does not happen.
DENIES = "~"


class Entry(NamedTuple):
    """A phrase cut into tokens for matching, and the key of the sense or kin that it means.

    `need` is the longest token after the first, or nothing: most phrases are ruled out because a sentence lacks it. One
    that denies says itself that its thing does not happen: no drink in the house.
    """

    tokens: tuple[str, ...]
    key: str
    need: str = ""
    denies: bool = False


class PhraseIndex:
    """The phrases that begin with a word, longest first, else in the order they were given.

    What was cut is kept. Two threads that cut the same phrases at once get equal ones, so no lock is needed.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]] = ()) -> None:
        """Take phrases as they are written, each with the key that it means."""
        self._written: dict[str, list[tuple[str, str]]] = {}
        self._cut: dict[str, tuple[Entry, ...]] = {}
        self.add(phrases)

    def add(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take more phrases, before any is asked for."""
        for phrase, key in phrases:
            self._written.setdefault(_first_word(phrase), []).append((phrase, key))

    def starting(self, word: str) -> tuple[Entry, ...]:
        """Return the phrases whose first token is this word."""
        if word not in self._written:
            return ()
        if word not in self._cut:
            entries = (_entry(phrase, key) for phrase, key in self._written[word])
            self._cut[word] = tuple(sorted(entries, key=lambda one: -len(one.tokens)))
        return self._cut[word]

    def __iter__(self) -> Iterator[Entry]:
        """Go through all phrases."""
        return (entry for word in self._written for entry in self.starting(word))


def _first_word(phrase: str) -> str:
    word = phrase.removeprefix(DENIES).partition(" ")[0]
    return word if word.isalnum() else cut_phrase(word)[0]


def _entry(phrase: str, key: str) -> Entry:
    # The same few thousand words are in all phrases: each is kept once.
    tokens = tuple(map(intern, cut_phrase(phrase.removeprefix(DENIES))))
    need = max((token for token in tokens[1:] if token != GAP), key=len, default="")
    return Entry(tokens, key, need, phrase.startswith(DENIES))

"""Sentence marks: words tied to their picture as `[clean clothes](washing_machine)`.

The marks are Markdown’s own link marks. A bracket or backslash that a person typed
is written with a backslash before it, so that it stays a bracket.
"""

import re

from plans.model import Phrase

PICTURE_KEY = re.compile(r"(?:photo:|(?:not:)?(?:person:)?)[a-z0-9][a-z0-9_]{0,63}\Z")
_MARK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(([^()]*)\)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\[\]\\])")
_NEEDS_ESCAPE = re.compile(r"[\[\]\\]")


def read_marks(marked: str) -> tuple[Phrase, ...]:
    """Return the phrases of a marked sentence; what is not a mark stays as typed."""
    phrases: list[Phrase] = []
    at = 0
    for mark in _MARK.finditer(marked):
        if _is_escaped(marked, mark.start()):
            continue
        pictures = tuple(mark[2].split())
        if not mark[1].strip() or not all(PICTURE_KEY.match(key) for key in pictures):
            continue
        phrases += _plain(marked[at : mark.start()])
        phrases.append(Phrase(_unescape(mark[1]), pictures))
        at = mark.end()
    return (*phrases, *_plain(marked[at:]))


def write_marks(phrases: tuple[Phrase, ...]) -> str:
    """Return the marked sentence that read_marks turns back into these phrases."""
    return "".join(_marked(phrase) for phrase in phrases)


def join_plain(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Join neighbouring phrases that have no pictures; drop empty ones, and pictures at no words."""
    joined: list[Phrase] = []
    for phrase in phrases:
        if not phrase.words:
            continue
        bare = not phrase.pictures or not phrase.words.strip()
        if joined and bare and not joined[-1].pictures:
            joined[-1] = Phrase(joined[-1].words + phrase.words)
        else:
            joined.append(Phrase(phrase.words) if bare else phrase)
    return tuple(joined)


def _marked(phrase: Phrase) -> str:
    words = _NEEDS_ESCAPE.sub(lambda found: "\\" + found[0], phrase.words)
    return f"[{words}]({' '.join(phrase.pictures)})" if phrase.pictures and words.strip() else words


def _plain(words: str) -> list[Phrase]:
    return [Phrase(_unescape(words))] if words else []


def _unescape(words: str) -> str:
    return _ESCAPED.sub(r"\1", words)


def _is_escaped(marked: str, at: int) -> bool:
    before = marked[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1

"""Which places of a sentence are a list: bunk beds, a kitchen and our own key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from icon_library.lexicon import Lexicon
from icon_library.words import ENDS, Token

Span = tuple[int, int]


def find_lists(
    spans: Sequence[Span], tokens: Sequence[Token], lexicon: Lexicon, shortest: int
) -> Iterator[tuple[Span, ...]]:
    """The spans of each list of so many or more; spans are of tokens, half open, left to right."""
    run: list[Span] = []
    for span in spans:
        if run and not _goes_on(run[-1], span, tokens, lexicon):
            if len(run) >= shortest:
                yield tuple(run)
            run = []
        run.append(span)
    if len(run) >= shortest:
        yield tuple(run)


def _goes_on(last: Span, span: Span, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether only a comma or an and, and small words, stand between two spans."""
    joins, between = lexicon.negation.joins, tokens[last[1] : span[0]]
    pauses = [token.pause for token in tokens[last[1] - 1 : span[0]]]
    small = joins | lexicon.fillers | lexicon.groups["determiners"]
    joined = pauses[0] == "," or any(token.core in joins for token in between)
    return joined and ENDS.isdisjoint(pauses) and all(token.core in small for token in between)

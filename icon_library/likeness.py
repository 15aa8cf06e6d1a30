"""Whether words only say what something is like (as quick as a fish, it feels like wasps), so that none is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from icon_library.lexicon import Lexicon
from icon_library.words import Token

# So many words may describe the thing between its “like a” and itself: like a big red rocket.
_DESCRIBE = 2


def is_likeness(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether what stands at start is what something else is compared with.

    The words of a language for that are the groups `likens` (like, as), `likened` (what may stand before them: hard as
    a drum, went up like a rocket) and `likens_to` (a, an, the).
    """
    groups = lexicon.groups
    for at in range(start - 1, max(-1, start - _DESCRIBE - 3), -1):
        token = tokens[at]
        if token.pause:
            return False
        if token.core in groups.get("likens", ()):
            article = at + 1 < start and tokens[at + 1].core in groups["likens_to"]
            return bool(at) and (article or at + 1 == start) and tokens[at - 1].core in groups["likened"]
    return False

"""What something is only compared with is not drawn by itself."""

import pytest

from icon_library.lexicon import load_lexicon
from icon_library.suggest import suggest

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Be as quiet as mice when the baby naps.", "mice"),
        ("His tummy goes as hard as a drum.", "drum"),
        ("Sweets make him go up like a rocket.", "rocket"),
        ("She went off like a big red fire engine.", "fire engine"),
    ],
)
def test_a_thing_that_something_is_like_is_not_drawn_by_itself(text, word):
    assert not any(one.reason.endswith(word) for one in suggest(text, (), LEXICON))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You can play the drum at school.", "drum"),
        ("Would you like a biscuit?", "biscuit"),
        ("Leo and Mia like the rabbit.", "rabbit"),
        ("Pack your coat as well as a torch.", "torch"),
    ],
)
def test_a_thing_that_is_liked_or_added_is_drawn(text, word):
    assert any(one.reason.endswith(word) for one in suggest(text, (), LEXICON))

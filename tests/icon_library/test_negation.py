"""What a sentence denies is crossed, and nothing else. Each case gives the words that are crossed."""

import pytest

from icon_library.lexicon import load_lexicon
from icon_library.suggest import suggest

ENGLISH = load_lexicon()


def crossed(text: str) -> list[str]:
    return [one.reason for one in suggest(text, (), ENGLISH, density="all") if one.negated]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Dad will not shout.", ["shout"]),
        ("Dad will not shout, hit or smoke.", ["shout", "hit", "smoke"]),
        ("Nobody in our family will shout.", ["shout"]),
        ("Smoking is not allowed in the house.", ["smoking"]),
        ("The shouting has stopped.", ["shouting"]),
        ("Hitting, smoking and shouting are never okay.", ["hitting", "smoking", "shouting"]),
        ("Mum will stop smoking.", ["smoking"]),
        ("Instead of shouting, Dad goes for a walk.", ["shouting"]),
        ("Dad goes for a walk instead of shouting.", ["shouting"]),
        ("There will be no photographs and no secrets.", ["photographs", "secrets"]),
        ("Nobody will ask Leo to keep a secret.", ["keep a secret"]),
        ("The dog will not be left with the baby.", ["dog"]),
    ],
)
def test_what_will_not_happen_is_crossed(text: str, denied: list[str]) -> None:
    assert [reason for reason in crossed(text) if reason in denied] == denied


@pytest.mark.parametrize(
    "text",
    [
        "If Mum smokes, ring Nan.",
        "You will not go out without a coat.",
        "The baby will not stop crying.",
        "If it is not, you will sleep at Nan’s.",
        "Mum will use the no-tears shampoo.",
        "It is not because she stopped loving you.",
        "No matter how cross he is, he will walk away.",
        "I do not mind how often they ring.",
        "Dad will not come and Mum will hug you.",
        "Mum won’t visit and Nan will take you to school.",
        "It is not true that Mum does not love you.",
        "Nobody loves you more than Mum.",
    ],
)
def test_what_is_only_near_a_denial_is_not_crossed(text: str) -> None:
    assert crossed(text) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Dad will not shout when Nan comes to tea.", "tea"),
        ("Nobody will smoke, and the window stays open.", "window"),
        ("Dad will not hit you but hug you.", "hug"),
        ("Do not be afraid to ring Nan.", "ring"),
        ("Don’t be shy, ring Nan.", "ring"),
    ],
)
def test_a_denial_ends_where_something_new_begins(text: str, plain: str) -> None:
    found = suggest(text, (), ENGLISH, density="all")
    assert [one.negated for one in found if plain in one.reason] == [False]


def test_where_a_denied_thing_does_not_happen_has_no_key_picture() -> None:
    key = [one.reason for one in suggest("Nobody will take photos of you in the bath.", (), ENGLISH)]
    everything = [
        one.reason for one in suggest("Nobody will take photos of you in the bath.", (), ENGLISH, density="all")
    ]
    assert (any("bath" in one for one in key), any("bath" in one for one in everything)) == (False, True)

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
        ("Photos of Ravi must not be shared.", ["photos of"]),
        ("Hitting with a belt is against the law.", ["hitting with a belt"]),
        ("No child has to cook or mind the baby.", ["cook", "mind the baby"]),
        ("Nobody who has had a drink will drive or look after you.", ["drive", "look after"]),
        ("Dad can’t sleep or eat.", ["eat"]),
        ("Spying on phones has stopped.", ["spying on"]),
        ("You must never be hit or smacked.", ["hit", "smacked"]),
        ("Dad used to shove and slap, and that is over.", ["shove", "slap"]),
        ("I had a beer every night, but I don't any more.", ["a beer"]),
        ("Mum broke plates when she was cross, and she will never do that again.", ["broke plates"]),
        ("Energy drinks? Not in this house.", ["energy drinks"]),
        ("Should Mum not wake, run next door or dial 999.", ["wake"]),
        ("Should not have vodka, wine or beer.", ["vodka", "wine", "beer"]),
        ("Gum, phones and toys are prohibited.", ["gum", "phones", "toys"]),
        ("Mr Doyle is prohibited from smoking.", ["smoking"]),
        ("Ray asked to send a card, and the answer was no.", ["send a card"]),
        ("He is excused homework on Fridays.", ["homework"]),
        ("Had never smoked, vaped or drunk before.", ["smoked", "vaped", "drunk"]),
        ("Carrying a blade is out.", ["carrying a blade"]),
        ("Minding the twins while Mum naps is not a job for you.", ["minding the twins"]),
        ("You are too young for TikTok.", ["tiktok"]),
        ("Beer, wine and vodka: none of it comes in.", ["beer", "wine", "vodka"]),
        ("Old nappies do not sit about.", ["nappies"]),
        ("The shouting stopped, and so did the hitting.", ["shouting", "hitting"]),
        ("I won’t have anyone round who is drunk.", ["drunk"]),
        ("Does Mum smack? No, she counts to ten.", ["smack"]),
        ("Off limits: beer, bleach and knives.", ["beer", "bleach", "knives"]),
        ("Say no to sweets or puppies from a stranger.", ["sweets", "puppies"]),
        ("Cigarettes, which make Sam cough, are not allowed.", ["cigarettes"]),
    ],
)
def test_what_will_not_happen_is_crossed(text: str, denied: list[str]) -> None:
    assert [reason for reason in crossed(text) if reason in denied] == denied


@pytest.mark.parametrize(
    "text",
    [
        "If Mum smokes, ring Nan.",
        "You are safe from Dad at Nan’s house.",
        "Mum promises to stop at nothing to keep you safe.",
        "Dad handed over the medicine to the nurse.",
        "Dad poured the milk for you.",
        "We eat the last of the cake on Sunday.",
        "Dad will replace the batteries in the smoke alarm.",
        "The bus stops today at four.",
        "Visits end today at four.",
        "Your teddy stays in the car.",
        "Lunch can wait until one.",
        "Lunch is finished at one and then we play.",
        "You can swap your book for a new one at the library.",
        "We used to play football and now we play cricket too.",
        "Mum used to visit on Monday, now she visits on Friday.",
        "We have said goodbye to the rabbit.",
        "Ring Nan when the film is over.",
        "You were brave when you burned your hand; that is over now, so have a cuddle.",
        "Scared of the dark? No problem, Dad will leave the light on.",
        "Where is your coat? Nan has it.",
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
        "Dad will not miss your birthday.",
        "Your inhaler will never be forgotten.",
        "It is not naughty to tell a teacher.",
        "If we can’t come, we ring before tea.",
        "Nothing you tell your teacher will go any further.",
        "Until the shouting has stopped, we stay at Nan’s.",
        "She will not stop her medicine all of a sudden.",
        "We won’t stop your family time.",
        "The children go nowhere without a seat belt on.",
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
        ("Say no to a kiss and tell Nan.", "tell"),
        ("Mum has given up wine and drinks squash.", "squash"),
        ("A grown-up who is not drunk will cook tea.", "cook"),
    ],
)
def test_a_denial_ends_where_something_new_begins(text: str, plain: str) -> None:
    found = suggest(text, (), ENGLISH, density="all")
    assert [one.negated for one in found if plain in one.reason] == [False]


def pictured(text: str, density: str) -> list[str]:
    return [one.reason for one in suggest(text, (), ENGLISH, density=density)]


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Nobody will take photos of you in the bath.", "bath"),
        ("You cannot swim without your armbands.", "swim"),
        ("Dad is not in prison because of you.", "in prison"),
        ("Spying on phones has stopped.", "phones"),
        ("We do not swear, not even for a laugh.", "laugh"),
        ("Uncle Dev will not come for Diwali.", "diwali"),
        ("Keep the dog off the bed.", "bed"),
        ("No vapes in the car.", "car"),
        ("There are no guns in the house.", "house"),
        ("Nobody tells Dad where your school is.", "school"),
        ("No sweets, and that goes for biscuits too.", "biscuits"),
    ],
    ids=[
        "where",
        "a condition",
        "a reason",
        "what it is done to",
        "not even",
        "a festival",
        "kept off",
        "no … where",
        "no unknown thing where",
        "what is asked",
        "what is taken in",
    ],
)
def test_what_may_be_denied_or_only_says_where_has_no_key_picture(text: str, unsure: str) -> None:
    key, everything = (any(unsure in reason for reason in pictured(text, density)) for density in ("key", "all"))
    assert (key, everything) == (False, True)


def test_a_page_pasted_into_one_sentence_is_crossed_where_it_denies_and_nowhere_else() -> None:
    found = suggest(
        "Dad will not shout, hit or swear. Mum will cook tea and read to you. " * 60, (), ENGLISH, density="all"
    )
    assert {one.reason for one in found if one.negated} == {"shout", "hit", "swear"}
    assert [one.negated for one in found if one.reason == "shout"] == [True] * 60


def test_words_without_end_or_stop_are_read_to_the_end() -> None:
    found = suggest("no beer now " * 400, (), ENGLISH, density="all")
    assert {one.negated for one in found if one.reason == "beer"} == {True}
    assert max(one.end for one in found) >= 1_195

"""Where a picture may say the opposite of its sentence in words that no list knows, people are asked."""

import json

import pytest

from icon_library.doubt import Doubts, Points, features_of, read_doubts
from icon_library.lexicon import load_lexicon
from icon_library.suggest import Chosen, read_chosen, suggest
from icon_library.words import read_tokens
from tools.learn_doubts import DOUBTS, corpus_sum

LEXICON = load_lexicon()


def offered(text: str, density: str = "key") -> list[str]:
    """The words that have a picture; a cross before those whose picture is crossed."""
    return [("×" if one.negated else "") + one.reason for one in suggest(text, (), LEXICON, density=density)]


@pytest.mark.parametrize(
    ("text", "key", "asked_for"),
    [
        ("Dad tipped his cider over the compost.", ["compost"], "cider"),
        ("Vodka and Mum have parted company.", ["mum"], "vodka"),
        ("Mum has traded her cigarettes for chewing gum.", ["chewing gum"], "cigarettes"),
        ("No child is ever refused a drink of water here.", ["refused"], "×drink of water"),
        ("Nobody could be prouder of your drawing.", [], "×drawing"),
    ],
)
def test_what_may_say_the_opposite_is_no_key_picture_and_can_be_had(text, key, asked_for):
    assert offered(text) == key
    assert asked_for in offered(text, "all")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Dad will bring your coat and your lunch box.", ["coat", "lunch box"]),
        ("I was worried because Mum was drinking vodka.", ["worried", "was drinking", "vodka"]),
        ("Grandad’s medicine is in the locked cupboard.", ["medicine is in the locked cupboard"]),
        ("There will be no vodka and no cigarettes.", ["×vodka", "×cigarettes"]),
    ],
)
def test_what_is_told_plainly_or_denied_plainly_is_not_doubted(text, key):
    assert offered(text) == key


def test_the_doubts_were_learned_from_the_corpus_as_it_is():
    found = json.loads(DOUBTS.read_text(encoding="utf-8"))
    assert found["corpus"] == corpus_sum(), "The corpus was changed: python tools/learn_doubts.py"
    assert DOUBTS.stat().st_size < 500_000


def test_the_points_of_an_idea_and_of_the_words_around_it_are_added():
    points = Points(own=-3.0, ideas={"beer": 2.0}, topics={"worries": 1.0}, words={"sink": 6.0, "* sink": 2.0})
    around = features_of(read_tokens("beer sink", LEXICON.inflections), 0, 1)
    assert around == {"sink", ">sink", "^ *", "* sink", "sink $"}
    assert points.of(around, "beer", "worries") == -3.0 + 2.0 + (6.0 + 2.0) / 20**0.5  # as in a short sentence
    assert points.of(around, "wine", "worries") == -3.0 + 1.0 + (6.0 + 2.0) / 20**0.5
    more = around | {f"word{number}" for number in range(95)}
    assert points.of(more, "beer", "worries") == -3.0 + 2.0 + (6.0 + 2.0) / 100**0.5
    assert points.of(frozenset({"cup", "^ *"}), "tea", "food") == -3.0
    doubts = Doubts(plain=points)
    assert doubts.about(around, "beer", "worries", crossed=False)
    assert not doubts.about(around, "beer", "worries", crossed=True)


def test_words_of_the_clause_say_more_with_the_side_on_which_they_stand():
    around = features_of(read_tokens("no, the cider went down, Dad", LEXICON.inflections), 2, 3)
    assert {one for one in around if one[0] in "<>"} == {"<the", ">go", ">went", ">down"}
    closed = features_of(read_tokens("the cider, not squash", LEXICON.inflections), 1, 2)
    assert {one for one in closed if one[0] in "<>"} == {"<the"}


def test_words_of_a_pasted_page_that_are_far_away_say_nothing():
    near = read_tokens("we have beer " + "very " * 30, LEXICON.inflections)
    far = read_tokens("we have beer " + "very " * 30 + "sink " * 5_000, LEXICON.inflections)
    assert features_of(far, 2, 3) == features_of(near, 2, 3)


def test_a_language_that_nobody_learned_doubts_for_has_none(tmp_path):
    doubts = read_doubts(tmp_path / "doubts.json")
    assert not any(doubts.about(frozenset({"beer"}), "beer", "", crossed=crossed) for crossed in (False, True))


def test_people_are_asked_only_where_a_picture_would_have_stood():
    """Dad is a name and the house hardly worth a picture: nobody is asked about them."""
    found = suggest("Dad tipped his cider over the compost by the house.", (), LEXICON, density="all")
    assert [one.reason for one in found if one.doubted] == ["cider"]
    assert not any(one.doubted and one.key for one in found)


def test_people_are_hardly_ever_asked_about_short_plain_sentences():
    examples = [text for sense in LEXICON.senses.values() for text in sense.fires]
    asked = sum(any(one.doubted for one in suggest(text, (), LEXICON, density="all")) for text in examples)
    assert asked <= len(examples) / 45


def test_of_pictures_that_only_this_family_has_and_of_those_never_crossed_nobody_is_asked():
    chosen = read_chosen([Chosen("zogball", "", ("photo:p1",))], LEXICON)
    for text in ("Zogball was refused and banned.", "Zogball went down the sink.", "Those men can’t message you."):
        found = suggest(text, (), LEXICON, density="all", chosen=chosen)
        assert [one.reason for one in found if one.doubted] == []


def test_a_picture_that_says_no_by_itself_is_not_doubted():
    found = suggest("Smoking has had its day: our home is smoke free.", (), LEXICON, density="all")
    signs = [(one.reason, one.key, one.doubted) for one in found if one.pictures[0] == "no_smoking_sign"]
    assert signs == [("smoke free", True, False)]

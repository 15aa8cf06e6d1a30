"""Which pictures the sentence editor is given."""

from components.offers import picture_keys
from components.sentence_editor import Offer, SentenceOffers
from plans.model import Phrase, Sentence


def test_where_a_picture_is_crossed_each_is_ready_with_and_without_its_cross():
    shout = Sentence("s1", (Phrase("Dad will not "), Phrase("shout", ("not:shouting", "person:dad"))))
    beer = Sentence("s2", (Phrase("No "), Phrase("beer")))
    plain = Sentence("s3", (Phrase("Dad will "), Phrase("cook", ("pan",))))
    doubted = Sentence("s4", (Phrase("The cider went down the sink"),))
    offers = {
        "s2": SentenceOffers("No beer", (Offer(1, 2, ("not:beer", "photo:mug"), negated=True),)),
        "s3": SentenceOffers("Dad will cook", (Offer(2, 3, ("pan", "plate")),)),
        "s4": SentenceOffers("The cider went down the sink", (Offer(1, 2, ("cup",), doubted=True),)),
    }
    assert set(picture_keys((shout, beer, plain, doubted), offers)) == {
        "not:shouting", "shouting", "person:dad",
        "not:beer", "beer", "photo:mug",
        "pan", "plate", "cup", "not:cup",
    }  # fmt: skip

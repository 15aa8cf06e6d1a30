"""How denials are drawn in 15,141 sentences by other hands. The ceilings below may only fall.

used.json was read while the rules for denials grew, and the doubts are learned from it, from used_more.json and
from used_many.json. The two kept aside must stay unread: their figures are for looking at.
"""

import json
from typing import NamedTuple

import pytest

from icon_library.catalogue import load_catalogue
from icon_library.lexicon import load_lexicon
from tools.score_denials import CORPUS, score_denials


class Ceiling(NamedTuple):
    """At most so many denied things are drawn plain, and so many others crossed."""

    drawn_plain: int
    wrongly_crossed: int


CEILINGS = {
    "used.json": Ceiling(61, 34),
    "used_more.json": Ceiling(162, 117),
    "used_many.json": Ceiling(102, 48),
    "kept_aside.json": Ceiling(18, 14),
    "kept_aside_2.json": Ceiling(23, 5),
}


LONG = ("used.json", "used_more.json", "used_many.json")


@pytest.mark.parametrize("file", [pytest.param(one, marks=[pytest.mark.slow] * (one in LONG)) for one in CEILINGS])
def test_denials_are_drawn_as_well_as_they_have_been(file: str) -> None:
    score = score_denials(CORPUS / file, load_lexicon(), load_catalogue())
    assert score.drawn_plain <= CEILINGS[file].drawn_plain, str(score)
    assert score.wrongly_crossed <= CEILINGS[file].wrongly_crossed, str(score)


def test_every_entry_stands_in_its_sentence_and_no_sentence_twice() -> None:
    found = [one for file in CEILINGS for one in json.loads((CORPUS / file).read_text("utf-8"))["sentences"]]
    assert len(found) == len({one["id"] for one in found}) == len({one["text"] for one in found})
    missing = [
        one["id"] for one in found for key in ("crossed", "plain", "either") for entry in one[key]
        if entry not in one["text"]
    ]  # fmt: skip
    assert missing == []


def test_the_score_counts_pictures_at_denied_words_and_at_others(tmp_path) -> None:
    sentences = [
        {"id": "1", "text": "Dad will not shout.", "crossed": ["shout"], "plain": [], "either": []},
        {"id": "2", "text": "Dad will shout.", "crossed": ["shout"], "plain": [], "either": []},
        {"id": "3", "text": "Mum never smokes in bed.", "crossed": [], "plain": ["smokes"], "either": ["bed"]},
    ]
    file = tmp_path / "some.json"
    file.write_text(json.dumps({"sentences": sentences}), encoding="utf-8")
    score = score_denials(file, load_lexicon(), load_catalogue())
    assert str(score) == "drawn plain 1 of 2  wrongly crossed 1 of 1"
    assert [error[:3] for error in score.errors] == [("drawn_plain", "2", "shout"), ("wrongly_crossed", "3", "smokes")]

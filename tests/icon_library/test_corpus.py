"""The suggester on invented plan sentences whose pictures people chose. The floors below may only rise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from icon_library.catalogue import load_catalogue
from icon_library.lexicon import load_lexicon
from tools.score_pictures import CORPUS, Placed, load_concepts, score_file, score_pictures

FILES = (
    "plans.json",
    "plans_kept_aside.json",
    "plans_more.json",
    "plans_many.json",
    "plans_others.json",
    "plans_kept_aside_2.json",
    "plans_kept_aside_3.json",
)
WEIGHTS = ("must", "may")


class Floor(NamedTuple):
    """What a score must reach: at least this F1, at most so many wrong senses, plain denials and modals."""

    f1: float
    traps: float
    plain: int
    modals: int = 0


# plans.json was used to improve the lexicon, and so were plans_more.json, plans_many.json and plans_others.json, which came
# later and were scored before anybody read them; the three kept aside must stay so: who works on the words looks at their
# score, and not at their sentences (docs/decisions/11 names the few exceptions). The writers of plans_others.json and of
# plans_kept_aside_3.json had no part in the rest: these tell best what the lexicon knows of text by new hands.
FLOORS = {
    "plans.json": Floor(0.965, 0.1, 0),
    "plans_more.json": Floor(0.94, 0.3, 1),
    "plans_many.json": Floor(0.914, 0.3, 16),
    "plans_others.json": Floor(0.846, 1.9, 79),
    "plans_kept_aside.json": Floor(0.868, 2.5, 3),
    "plans_kept_aside_2.json": Floor(0.848, 1.9, 2),
    "plans_kept_aside_3.json": Floor(0.809, 4.3, 35, modals=1),
}


def sentences(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CORPUS / file).read_text("utf-8"))["sentences"]
    return found


LONG = ("plans_many.json", "plans_others.json", "plans_kept_aside_3.json")


@pytest.mark.parametrize("file", [pytest.param(one, marks=[pytest.mark.slow] * (one in LONG)) for one in FILES])
def test_the_suggester_is_as_good_as_it_has_been(file: str) -> None:
    score = score_file(CORPUS / file, load_lexicon(), load_catalogue(), load_concepts())
    floor = FLOORS[file]
    assert score.f1 >= floor.f1, score
    assert score.trap_rate <= floor.traps, score
    assert score.plain <= floor.plain, score
    assert score.modals <= floor.modals, score


def test_the_corpus_has_more_than_600_sentences_and_a_third_of_them_is_kept_aside() -> None:
    used, kept = (len(sentences(file)) for file in FILES[:2])
    assert used + kept >= 600
    assert 0.3 < kept / (used + kept) < 0.37


def test_no_sentence_stands_twice_and_every_place_is_in_its_sentence() -> None:
    everything = [one for file in FILES for one in sentences(file)]
    assert len({one["id"] for one in everything}) == len({one["text"] for one in everything}) == len(everything)
    wrong = [
        (one["id"], place)
        for one in everything
        for place in (*one["pictures"], *one["traps"])
        if " ".join(one["text"].split()[place["start_word"] : place["end_word"] + 1]) != place["anchor"]
    ]
    assert wrong == []


def test_every_wanted_picture_has_a_weight_and_a_concept() -> None:
    wanted = [picture for file in FILES for one in sentences(file) for picture in one["pictures"]]
    assert [one for one in wanted if one["weight"] not in WEIGHTS or not one["acceptable"]] == []


def test_the_labels_of_a_concept_are_labels_of_the_library() -> None:
    labels = {label for icon in load_catalogue().icons.values() for label in icon.shows}
    assert sorted({label for shown in load_concepts().values() for label in shown} - labels) == []


SENTENCE = {
    "id": "X1",
    "text": "Nan will ring Mum if Dad does not stop shouting",
    "pictures": [
        {"start_word": 2, "end_word": 2, "anchor": "ring", "acceptable": ["phone"], "weight": "must", "negated": False},
        {"start_word": 9, "end_word": 9, "anchor": "shouting", "acceptable": ["angry"], "weight": "must", "negated": True},
        {"start_word": 0, "end_word": 0, "anchor": "Nan", "acceptable": ["grandma"], "weight": "may", "negated": False},
    ],
    "traps": [
        {"start_word": 1, "end_word": 1, "anchor": "will", "wrong": ["*"], "auto": True},
        {"start_word": 2, "end_word": 2, "anchor": "ring", "wrong": ["ring"]},
    ],
}  # fmt: skip
CONCEPTS = {"phone": frozenset({"telephone"}), "angry": frozenset({"angry face"}), "grandma": frozenset({"old woman"})}


def placed(at: int, label: str, crossed: bool = False) -> Placed:
    return Placed(at, at, frozenset({label}), crossed)


@pytest.mark.parametrize(
    ("pictures", "told"),
    [
        ([], (0.0, 1.0, 0, 0, 0)),
        ([placed(2, "telephone"), placed(9, "angry face", True)], (1.0, 1.0, 0, 0, 0)),
        ([placed(3, "telephone"), placed(9, "angry face")], (1.0, 1.0, 0, 0, 1)),
        ([placed(5, "telephone")], (0.0, 0.0, 0, 0, 0)),
        ([placed(2, "ring"), placed(1, "scroll")], (0.0, 0.0, 1, 1, 0)),
        ([placed(0, "old woman")], (0.0, 1.0, 0, 0, 0)),
        ([placed(2, "telephone"), placed(2, "telephone")], (0.5, 0.5, 0, 0, 0)),
    ],
    ids=["none", "both", "a word off and not crossed", "too far", "a trap and a modal", "only a may", "twice"],
)
def test_the_score_counts_as_a_person_would(pictures: list[Placed], told: tuple[float, float, int, int, int]) -> None:
    score = score_pictures([(SENTENCE, pictures)], CONCEPTS)
    assert (score.recall, score.precision, score.trapped, score.modals, score.plain) == told


def test_the_corpus_lies_where_the_tools_look_for_it() -> None:
    assert sorted(file.name for file in Path(CORPUS).glob("*.json")) == sorted(FILES)

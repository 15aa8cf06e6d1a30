"""Suggesting from the command line."""

import json
import subprocess
import sys
from typing import Any

import pytest


def run(given: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "icon_library", "suggest", *arguments]
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)


def answered(given: object, *arguments: str) -> Any:
    done = run(json.dumps(given), *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_each_sentence_is_answered_with_what_its_pictures_show() -> None:
    (answer,) = answered([{"id": "S1", "text": "Dad will not shout."}])
    (picture,) = answer["pictures"]
    assert answer["id"] == "S1"
    assert (picture["start_word"], picture["end_word"], picture["negated"]) == (3, 3, True)
    assert "shouting" in picture["labels"]
    assert len(picture["alternatives"]) >= 2
    assert "concept" not in picture


def test_two_pictures_side_by_side_are_two_answers_at_one_place() -> None:
    (answer,) = answered([{"id": "S1", "text": "Mum has been drinking and taking drugs."}])
    assert [(one["start_word"], one["icon"]) for one in answer["pictures"]][:2] == [(2, "wine"), (2, "beer")]


def test_people_may_be_names_or_say_more_of_themselves() -> None:
    people = ["Nana Jo", {"id": "sam", "name": "Sam Rivers", "called": "Sam", "role": "child", "age": 8}]
    (answer,) = answered([{"id": "S1", "text": "Nana Jo and Sam.", "people": people}], "--density", "all")
    assert [(one["icon"], one["labels"][0]) for one in answer["pictures"]] == [
        ("person:p1", "older woman"),
        ("person:sam", "child"),
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("{", "The input is not JSON: a list of sentences is needed.\n"),
        ("{}", 'The input is a list of sentences: [{"id": …, "text": …}].\n'),
        ('[{"id": 1}]', "Sentence 1 needs an id and a text.\n"),
        ('[{"id": 1, "text": ""}, 5]', "Sentence 2 needs an id and a text.\n"),
        ('[{"id": 1, "text": "", "people": "Mum"}]', "Sentence 1: people is a list of names.\n"),
        ('[{"id": 1, "text": "", "people": [{"age": 3}]}]', "Sentence 1: a person is a name, or has a name.\n"),
    ],
)
def test_input_that_cannot_be_used_is_answered_with_one_line(given: str, message: str) -> None:
    done = run(given)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)

"""Loose sentences from another program are checked at the command line."""

import json
import subprocess
import sys

import pytest

from plans.checks.loose import checked_json
from plans.checks.rule import load_rules
from plans.checks.run import check_sentence
from plans.checks.said import said_of
from plans.errors import PlanFileBroken, PlanTooLarge
from tests.plans.invented import ROOT


def check(data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "plans", "check", "--sentences"]
    return subprocess.run(command, input=data, cwd=ROOT, capture_output=True, timeout=60, check=False)


def test_each_sentence_is_answered_with_its_findings():
    sentences = [
        {"id": "a", "document_type": "WTA", "side": "family", "field": "term", "text": "Nan will ring on Monday."},
        {"id": "b", "document_type": "WTA", "side": "family", "field": "term", "text": "Time TBC."},
    ]
    answered = check(json.dumps(sentences).encode())
    assert answered.returncode == 0
    assert json.loads(answered.stdout) == [
        {"id": "a", "findings": []},
        {
            "id": "b",
            "findings": [
                {
                    "rule": "placeholder",
                    "serves": ["R129"],
                    "level": "must",
                    "text": "TBC",
                    "message": "“TBC” was never filled in.",
                    "rewording": "Fill it in, or take it out.",
                }
            ],
        },
    ]


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'[{"id": 1}]', b"[" * 100_000, b"\xff"])
def test_what_is_no_list_of_sentences_is_refused_in_a_sentence(data):
    with pytest.raises(PlanFileBroken, match="must be a JSON list of sentences"):
        checked_json(data)


def test_the_command_says_in_one_line_what_is_wrong():
    answered = check(b"no json")
    assert (answered.returncode, answered.stdout) == (1, b"")
    assert answered.stderr.decode() == "Standard input must be a JSON list of sentences, each with “id” and “text”.\n"


@pytest.mark.parametrize("name", ["Jim", "J*", "A. (Tony)", "JIM"])
def test_a_name_is_known_whatever_letters_it_has(name):
    people = [{"name": "Tess", "harmed": True}, {"name": "Jim" if name == "JIM" else name, "harms": True}]
    said = said_of(
        {
            "text": f"Tess must make sure that {name} does not drink.",
            "field": "term",
            "side": "family",
            "people": people,
        }
    )
    assert any("R044" in one.serves for one in check_sentence(said, load_rules().rules))


def test_a_page_of_quotation_marks_and_a_sentence_that_is_too_long_keep_nobody_waiting():
    texts = ["“" * 20_000, "'a " * 6_000]  # they took minutes
    answered = check(json.dumps([{"id": text[:1], "text": text} for text in texts]).encode())
    assert [one["id"] for one in json.loads(answered.stdout)] == ["“", "'"]
    with pytest.raises(PlanTooLarge, match="longer than 20,000 letters"):
        checked_json(json.dumps([{"id": "1", "text": "a" * 20_001}]).encode())


def test_half_a_letter_and_a_number_that_is_none_are_answered_or_refused():
    told, _ = checked_json(b'[{"id": "\\ud800", "text": "on a regular basis \\ud800"}]')
    assert json.loads(told)[0]["id"] == "\ud800"
    with pytest.raises(PlanFileBroken):
        checked_json(b'[{"id": NaN, "text": "a"}]')

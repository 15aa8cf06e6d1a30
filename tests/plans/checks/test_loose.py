"""Loose sentences from another program are checked at the command line."""

import json
import subprocess
import sys

import pytest

from plans.checks.loose import checked_json
from plans.errors import PlanFileBroken
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

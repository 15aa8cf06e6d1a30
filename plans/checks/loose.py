"""Checks loose sentences for another program: a JSON list in, the findings of each sentence out."""

import json

from plans.checks.rule import RuleBook, load_rules
from plans.checks.run import Finding, check_sentence
from plans.checks.said import said_of
from plans.errors import PlanFileBroken, PlanTooLarge

MOST_BYTES = 20_000_000
_MOST_LETTERS = 20_000
_NOT_A_LIST = "Standard input must be a JSON list of sentences, each with “id” and “text”."


def checked_json(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the findings as JSON, and a sentence for each rule that could not be read.

    Raises:
        PlanFileBroken: the input is no JSON list of sentences.
        PlanTooLarge: it is larger than 20 MB, or a sentence longer than 20,000 letters.
    """
    if len(data) > MOST_BYTES:
        raise PlanTooLarge("The sentences are more than 20 MB. Send them in parts.")
    try:
        found = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise PlanFileBroken(_NOT_A_LIST) from None
    if not isinstance(found, list) or not all(isinstance(one, dict) and "id" in one and "text" in one for one in found):
        raise PlanFileBroken(_NOT_A_LIST)
    if any(len(str(one["text"])) > _MOST_LETTERS for one in found):
        raise PlanTooLarge(f"A sentence is longer than {_MOST_LETTERS:,} letters. Send it in parts.")
    book = load_rules()
    told = [{"id": one["id"], "findings": _findings(one, book)} for one in found]
    return json.dumps(told).encode(), book.troubles


def _no_number(name: str) -> None:
    raise ValueError(name)


def _findings(sentence: dict[str, object], book: RuleBook) -> list[dict[str, object]]:
    return [_told(one) for one in check_sentence(said_of(sentence), book.rules)]


def _told(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "serves": list(one.serves),
        "level": one.level,
        "text": one.text,
        "message": one.message,
        "rewording": one.rewording,
    }

"""Which questions are asked, which document the answers lead to, and what to think of first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.model import Answer, Plan
from plans.strict_yaml import read_yaml

FOLDER = Path(__file__).parent
# Each named question has one of these answers.
Condition = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Question:
    """A question with its answers: ids and what they say, in order."""

    id: str
    text: str
    options: Mapping[str, str]
    condition: Condition
    help: str = ""
    serves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A document that some answers lead to, and why."""

    document: str
    why: str
    condition: Condition
    serves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Advice:
    """What to think of first; `stop` speaks against writing the document at all."""

    text: str
    condition: Condition
    stop: bool = False
    serves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chooser:
    """All questions, documents and advice of a language."""

    questions: tuple[Question, ...]
    offers: tuple[Offer, ...]
    advice: tuple[Advice, ...]


@cache
def load_chooser(language: str = "en", folder: Path = FOLDER) -> Chooser:
    """Return the chooser of a language.

    Raises:
        DataFileBroken: its file has a mistake; the message names file and place.
    """
    file = folder / f"{language}.yaml"
    try:
        fields = shape.known_fields(read_yaml(file.read_bytes()), ("questions", "documents", "advice"), "The file")
        return Chooser(
            shape.each(fields, "questions", "The file", _question, most=60),
            shape.each(fields, "documents", "The file", _offer, most=200),
            shape.each(fields, "advice", "The file", _advice, most=200),
        )
    except PlanFileBroken as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def answers_of(plan: Plan) -> dict[str, str]:
    """Return the plan’s answers by question."""
    return {one.question: one.answer for one in plan.answers}


def with_answer(plan: Plan, question: str, answer: str) -> Plan:
    """Return the plan with an answer kept, or taken back where it is empty."""
    others = tuple(one for one in plan.answers if one.question != question)
    return replace(plan, answers=(*others, Answer(question, answer)) if answer else others)


def asked(chooser: Chooser, answers: Mapping[str, str]) -> tuple[Question, ...]:
    """Return the questions to ask, given what was answered so far."""
    return tuple(one for one in chooser.questions if holds(one.condition, answers))


def offered(chooser: Chooser, answers: Mapping[str, str]) -> Offer | None:
    """Return the document that the answers lead to, once every question that is asked has an answer."""
    live = _live(chooser, answers)
    if len(live) < len(asked(chooser, answers)):
        return None
    return next((one for one in chooser.offers if holds(one.condition, live)), None)


def advised(chooser: Chooser, answers: Mapping[str, str]) -> tuple[Advice, ...]:
    """Return what to think of first: what speaks against it, then the rest."""
    live = _live(chooser, answers)
    told = [one for one in chooser.advice if holds(one.condition, live)]
    return tuple(sorted(told, key=lambda one: not one.stop))


def _live(chooser: Chooser, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers to questions that are asked still: an earlier answer may have led elsewhere."""
    return {one.id: answers[one.id] for one in asked(chooser, answers) if answers.get(one.id) in one.options}


def holds(condition: Condition, answers: Mapping[str, str]) -> bool:
    """Whether the answers are as a condition wants them."""
    return all(answers.get(question) in wanted for question, wanted in condition.items())


def _question(found: object, where: str) -> Question:
    fields = shape.known_fields(found, ("id", "text", "options", "if", "help", "serves"), where)
    options = fields.get("options")
    known = shape.known_fields(options, options if isinstance(options, dict) else (), f"{where}: options")
    return Question(
        shape.identity(fields, "id", where),
        shape.needed_words(fields, "text", where),
        {name: shape.needed_words(known, name, where) for name in known},
        _condition(fields, where),
        shape.words(fields, "help", where, longest=600),
        shape.texts(fields, "serves", where),
    )


def _offer(found: object, where: str) -> Offer:
    fields = shape.known_fields(found, ("document", "if", "why", "serves"), where)
    return Offer(
        shape.identity(fields, "document", where),
        shape.needed_words(fields, "why", where, longest=600),
        _condition(fields, where),
        shape.texts(fields, "serves", where),
    )


def _advice(found: object, where: str) -> Advice:
    fields = shape.known_fields(found, ("if", "text", "stop", "serves"), where)
    return Advice(
        shape.needed_words(fields, "text", where, longest=600),
        _condition(fields, where),
        shape.flag(fields, "stop", where),
        shape.texts(fields, "serves", where),
    )


def _condition(fields: shape.Fields, where: str) -> dict[str, tuple[str, ...]]:
    found = fields.get("if") or {}
    known = shape.known_fields(found, found if isinstance(found, dict) else (), f"{where}: if")
    return {question: shape.texts(known, question, where) for question in known}

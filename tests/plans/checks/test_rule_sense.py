"""Findings make sense to those who read them: plain words fit their sentence, and nobody’s hurt is told on the screen."""

import re

import pytest

from plans.checks.mend import mended
from plans.checks.rule import load_rules
from plans.checks.run import Finding, check_sentence
from plans.checks.said import Said, said_of
from tests.plans.checks.test_check_plan import plan_with

RULES = load_rules().rules
CAST = [{"name": "Tess", "harmed": True}, {"name": "Rob", "harms": True}]


def said_better(text: str, *, word: str = "") -> str:
    """The text after one press on the plain words that the checks offer for a word of the services."""
    found = [one for one in check_sentence(Said(text), RULES) if one.swap and (not word or one.text == word)]
    return with_words(text, found[0].text, found[0].rewording) if found else text


def with_words(text: str, old: str, new: str) -> str:
    plan = plan_with(promises__p5__text=text)
    start = text.index(old)
    finding = Finding("r", (), "must", old, "", new, start, start + len(old), "p5", "text")
    return next(one.text for one in mended(plan, finding, new).promises if one.id == "p5")


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("sees an LSA on Mondays", "sees a classroom helper on Mondays"),
        ("rings an FNP", "rings a nurse for young parents"),
        ("goes to a PNC check", "goes to a look at police records"),
        ("reads a CMO", "reads a court’s list of what happens next"),
        ("An OT comes.", "An occupational therapist comes."),
        ("An LSA comes.", "A classroom helper comes."),
        ("asks a CPN", "asks a mental health nurse"),
        ("asks an NQSW", "asks a newly trained social worker"),
        ("meets a SW", "meets a social worker"),
        ("keeps to the MCA", "keeps to the law on who can decide for themselves"),
        ("will read. Facilitate contact", "will read. Help with contact"),
        ("who helps: SW Kim", "who helps: Social worker Kim"),
        ("asks! HV rings", "asks! Health visitor rings"),
        ("asks the SW", "asks the social worker"),
        ("will implement the plan", "will carry out the plan"),
    ],
)
def test_one_press_leaves_a_whole_sentence(text, better):
    assert said_better(text) == better


@pytest.mark.parametrize(
    ("new", "better"),
    [
        ("hour", "asks an hour"),
        ("union", "asks a union"),
        ("uncle", "asks an uncle"),
        ("one-parent family", "asks a one-parent family"),
        ("European", "asks a European"),
        ("used pram", "asks a used pram"),
        ("uninvited guest", "asks an uninvited guest"),
        ("a friend", "asks a friend"),
        ("the nurse", "asks a nurse"),
    ],
)
def test_a_or_an_goes_by_the_sound(new, better):
    assert with_words("asks a thing", "thing", new) == better


@pytest.mark.parametrize(
    "text",
    [
        "will escalate concerns to the manager",
        "will disengage from the group",
        "disclosed to her teacher that Dad shouts",
        "will prioritise the children",
        "will engage with Priti",
        "a statutory duty",
        "has breached it",
    ],
)
def test_where_plain_words_need_another_sentence_there_is_a_question_and_no_press(text):
    found = [one for one in check_sentence(Said(text), RULES) if one.rule == "jargon"]
    assert [one.swap for one in found] == [False]
    assert found[0].rewording.endswith("?")


def test_the_dictionary_of_plain_words_has_hundreds():
    assert sum(len(rule.swaps) for rule in RULES) >= 600


@pytest.mark.parametrize("rule", [one for one in RULES if one.id.startswith("victim_")], ids=lambda one: one.id)
def test_what_stands_on_the_screen_does_not_tell_who_is_hurt(rule):
    shown = f"{rule.message} {rule.why} {rule.rewording}"
    assert not re.search(r"hurt|harm|victim|violen|abus|blam|mother|father|the other person", shown, re.IGNORECASE)


@pytest.mark.parametrize("field", ["term", "child_page"])
@pytest.mark.parametrize(
    "text",
    [
        "Tess will tell you when Rob comes.",
        "Tess will have tea with Nan on Friday 4 June while Rob is at football.",
        "Tess will see her solicitor on Monday 4 May; Rob will see his on Friday 8 May.",
        "On Monday at four Tess has her own appointment; Rob does not know where.",
        "Tess takes Ella to Rob’s mum every Sunday.",
    ],
)
def test_what_somebody_does_while_the_other_is_elsewhere_is_no_duty_over_them(text, field):
    said = said_of({"text": text, "people": CAST, "field": field})
    assert [one.rule for one in check_sentence(said, RULES) if one.rule.startswith("victim_")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tess could not leave because Rob had taken her keys on 9 December.",
        "Rob would not let Tess see her sister from May to October 2026.",
        "Ella saw Rob hit Tess and has not left her side since.",
        "The police did not recognise the danger in 2025, and said so in a letter.",
        "Nan lets Rob in at 2pm and out at 3pm on Saturdays until 27 February 2027.",
    ],
)
@pytest.mark.parametrize("field", ["worry", "history", "note"])
def test_what_was_done_to_somebody_is_no_blame_of_them(text, field):
    said = said_of({"text": text, "people": [*CAST, {"name": "Ella", "role": "child"}], "field": field})
    assert [one.rule for one in check_sentence(said, RULES) if one.rule == "blaming"] == []


@pytest.mark.parametrize("end", ["until Easter", "until March", "until the summer holidays", "until Mum or Dad is up"])
def test_a_child_understands_an_end_that_is_no_date(end):
    said = Said(f"You have breakfast at Nan’s {end}.", side="child page", field="child_page", document="CSP")
    assert [one.rule for one in check_sentence(said, RULES)] == []

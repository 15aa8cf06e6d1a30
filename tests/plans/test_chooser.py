"""A few plain questions lead to the right document, say why, and warn where one would do harm."""

from dataclasses import replace

import pytest

from plans.about import handed_on
from plans.chooser.choose import advised, answers_of, asked, load_chooser, offered, with_answer
from plans.document_type import document_type_ids
from plans.errors import DataFileBroken
from plans.model import Plan, Private
from plans.yaml_format import dump_plan, load_plan

CHOOSER = load_chooser()
CALM = {
    "abuse": "no",
    "lives": "no",
    "capacity": "yes",
    "talked": "yes",
    "earlier": "no",
    "reason": "detail",
    "evidence": "yes",
    "emergency": "yes",
    "how_long": "days",
    "likely": "yes",
    "in_force": "no",
}


def answers(need: str, **others: str) -> dict[str, str]:
    return {**CALM, "need": need, **others}


def document(need: str, **others: str) -> str:
    offer = offered(CHOOSER, answers(need, **others))
    return offer.document if offer else ""


def codes(need: str, **others: str) -> set[str]:
    """The guidance behind what is advised against writing the document."""
    told = [one for one in advised(CHOOSER, answers(need, **others)) if one.stop]
    return {code for one in told for code in one.serves}


@pytest.mark.parametrize(
    "need, wanted",
    [
        ("tell_child", "words_and_pictures"),
        ("agree", "working_together_agreement"),
        ("work", "working_agreement"),
        ("fixed", "written_agreement"),
        ("one_person", "written_undertaking"),
        ("family_time", "family_time_agreement"),
        ("shared", "shared_agreement"),
        ("own", "own_safety_plan"),
        ("court", "letter_of_expectations"),
        ("look_again", "review_record"),
        ("ending", "closure_letter"),
        ("early_help", "early_help_agreement"),
        ("school", "school_copy"),
    ],
)
def test_each_need_leads_to_its_document_where_nothing_speaks_against_it(need, wanted):
    assert document(need) == wanted
    assert codes(need) == set()


def test_every_document_can_be_reached_and_every_document_offered_is_there():
    assert {one.document for one in CHOOSER.offers} == set(document_type_ids())


@pytest.mark.parametrize("need", ["agree", "work", "fixed", "one_person", "own"])
@pytest.mark.parametrize("abuse", ["yes", "not_sure"])
def test_where_somebody_is_hurt_a_safety_plan_takes_the_place_of_an_agreement(need, abuse):
    assert document(need, abuse=abuse) == "own_safety_plan"
    assert {"R044", "R245", "R246"} <= codes(need, abuse=abuse)


@pytest.mark.parametrize("abuse", ["yes", "not_sure"])
@pytest.mark.parametrize("need", list(CHOOSER.questions[0].options))
def test_no_need_goes_without_a_warning_where_somebody_is_hurt(need, abuse):
    assert codes(need, abuse=abuse) & {"R044", "R244"}


def test_where_somebody_is_hurt_nobody_is_told_to_talk_with_everybody():
    for talked in ("no", "no_time"):
        told = " ".join(one.text for one in advised(CHOOSER, answers("agree", abuse="yes", talked=talked)))
        assert "everybody" not in told


@pytest.mark.parametrize("need", ["family_time", "shared", "court", "ending"])
def test_where_somebody_is_hurt_other_papers_come_after_a_safety_plan(need):
    assert "R244" in codes(need, abuse="yes")


def test_an_undertaking_is_for_emergencies_and_days_and_an_agreement_for_the_rest():
    assert document("one_person", emergency="no") == "working_together_agreement"
    assert document("one_person", how_long="longer") == "working_together_agreement"
    offer = offered(CHOOSER, answers("one_person"))
    assert offer is not None
    assert "An agreement is different" in offer.why
    assert "R072" in codes("one_person", likely="no")


def test_what_people_can_and_cannot_do_is_written_only_on_strong_evidence():
    assert document("fixed", evidence="not_sure") == "working_together_agreement"


@pytest.mark.parametrize(
    "told, code",
    [
        ({"lives": "we_ask"}, "R063"),
        ({"capacity": "not_sure"}, "R173"),
        ({"earlier": "broken"}, "R002"),
        ({"earlier": "many"}, "R002"),
        ({"reason": "force"}, "R076"),
        ({"reason": "control"}, "R077"),
        ({"reason": "reassure"}, "R078"),
        ({"reason": "broken"}, "R079"),
        ({"reason": "no_order"}, "R080"),
    ],
)
def test_what_speaks_against_an_agreement_is_said_with_its_source(told, code):
    assert code in codes("agree", **told)


def test_section_20_asks_for_real_consent():
    told = [one for one in advised(CHOOSER, answers("agree", lives="section_20")) if "R064" in one.serves]
    assert "consent freely" in told[0].text


def test_what_speaks_against_it_comes_first():
    told = advised(CHOOSER, answers("agree", abuse="yes", reason="force"))
    assert [one.stop for one in told] == sorted((one.stop for one in told), reverse=True)


def test_nothing_is_offered_while_a_question_is_open():
    open_one = answers("agree")
    del open_one["lives"]
    assert offered(CHOOSER, open_one) is None


def test_an_answer_to_a_question_that_is_no_longer_asked_counts_for_nothing():
    stale = answers("school", reason="force", earlier="many")
    assert "reason" not in [one.id for one in asked(CHOOSER, stale)]
    assert [one for one in advised(CHOOSER, stale) if one.stop] == []
    assert offered(CHOOSER, answers("school", abuse="of course")) is None


def test_answers_are_kept_with_the_plan_and_left_out_of_a_file_that_is_handed_on():
    plan = with_answer(with_answer(Plan(), "need", "agree"), "abuse", "yes")
    plan = replace(plan, private=Private(("mum",), ("dad",)))
    kept = load_plan(dump_plan(plan))
    assert answers_of(kept) == {"need": "agree", "abuse": "yes"}
    data = dump_plan(handed_on(kept))
    assert b"abuse" not in data
    assert b"harm" not in data
    assert answers_of(with_answer(kept, "abuse", "")) == {"need": "agree"}


@pytest.mark.parametrize(
    "file, told",
    [
        ("questions: [{id: a, options: {b: B}}]", "xx.yaml: questions, entry 1: “text” is missing. Write it in."),
        ("advices: []", "xx.yaml: The file has “advices”, which we do not know. Known are: questions, documents, advice."),
        ("documents: [{document: a, why: b, if: [x]}]", "xx.yaml: documents, entry 1: if must be a list of names and values, not a list."),
    ],
)  # fmt: skip
def test_a_mistake_in_the_questions_names_file_and_place(file, told, tmp_path):
    (tmp_path / "xx.yaml").write_text(file, encoding="utf-8")
    with pytest.raises(DataFileBroken) as broken:
        load_chooser("xx", tmp_path)
    assert str(broken.value) == told

"""All kinds of document: one plan makes each of them, each has an example, and none shows what is not its own."""

from dataclasses import replace
from datetime import date

import pytest

from plans.about import handed_on, narrowed, signers, subjects
from plans.document_type import document_type_ids, load_document_type
from plans.errors import PlanFileBroken
from plans.export import set_document, version_of
from plans.facts import fact_line
from plans.layout.joined import joined
from plans.left_out import left_out
from plans.missing import Missing, empty_parts, missing_parts
from plans.model import Answer, Person, Plan, Point, Private, Promise, Terms, Worry
from plans.render.pdf import to_pdf
from plans.statements import load_statements
from plans.working_days import assessment_ends, working_days_after
from plans.yaml_format import load_plan
from tests.plans.invented import AMARA, EXAMPLES, MUM, NANA_JO, ROOT, plan_of
from tests.plans.render.reading_order import read_pdf
from tests.plans.test_agreement import COUNCIL, MR_HALL, agreement, document_of, words_of

KINDS = document_type_ids()
TEGAN = load_plan((ROOT / "plans" / "examples" / "tegan.yaml").read_bytes())
HANA = load_plan((ROOT / "plans" / "examples" / "hana.yaml").read_bytes())
UNDERTAKING = load_document_type("written_undertaking")
OWN = load_document_type("own_safety_plan")


def text_of(plan: Plan, kind: str, about: str = "") -> str:
    return read_pdf(to_pdf(*set_document(plan, kind, COUNCIL, about=about))).text


def test_there_are_thirteen_kinds_of_document():
    assert [load_document_type(name).code for name in KINDS] == [
        "CL", "TAF", "FTA", "PLO", "SP", "REV", "SC", "MAA", "CSP", "WKA", "WTA", "WA", "WU",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_one_plan_makes_every_kind_of_document_whole(kind):
    assert missing_parts(TEGAN, load_document_type(kind)) == ()
    document, _ = set_document(TEGAN, kind, COUNCIL)
    assert document.pages


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_document_is_the_main_one_of_an_example_that_lacks_nothing(kind):
    plans = [load_plan(file.read_bytes()) for file in EXAMPLES]
    own = [plan for plan in plans if plan.document == kind]
    assert own
    assert [missing_parts(plan, load_document_type(kind)) for plan in own] == [()] * len(own)


@pytest.mark.parametrize("kind", KINDS)
def test_every_statement_that_a_document_names_is_there_and_every_required_part_asks_a_question(kind):
    for part in load_document_type(kind).parts:
        if part.kind == "statements":
            assert set(part.shows) <= set(load_statements())
        if part.required and part.kind not in ("facts", "people", "signatures", "sentences"):
            assert part.help.endswith(("?", ".")), part.id


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_pdfua_finds_nothing_in_any_kind_of_document(kind, tmp_path):
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed: pip install -r requirements-dev.txt")
    (tmp_path / "page.pdf").write_bytes(to_pdf(*set_document(TEGAN, kind, COUNCIL)))
    report = pdfua.validate(str(tmp_path / "page.pdf"))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []


def promising() -> Plan:
    """Two people with a promise each, each against a worry of its own."""
    return plan_of(
        children=(AMARA,),
        people=(MUM, NANA_JO, MR_HALL),
        worries=(Worry("w1", "Worry one."), Worry("w2", "Worry two.", ("mum",), ("mum", "nana_jo"), "I hid.")),
        promises=(Promise("p1", "mum", "will stay", worry="w1"), Promise("p2", "nana_jo", "will ring", worry="w2")),
        points=(
            Point("x1", "emergency", "It burned.", worry="w2"),
            Point("x2", "contingency", "For this.", worry="w2"),
            Point("x3", "contingency", "Mum’s secret.", "mum"),
            Point("x4", "contingency", "The refuge is in Leeds."),
            Point("x5", "not_agreed", "Not true.", "nana_jo"),
            Point("x6", "not_agreed", "A lie.", "mum"),
        ),
        copies=("Mum", "Nana Jo"),
    )


def test_an_undertaking_shows_one_promise_and_nothing_that_others_said():
    told = text_of(promising(), "written_undertaking", "p2")
    assert "Will ring." in told
    assert "Worry two." in told
    assert "It burned." in told
    assert "For this." in told
    assert "Nana Jo: Not true." in told
    assert "Does not agree: Nana Jo." in told
    for other in ("Will stay", "Worry one", "Mum’s secret", "Leeds", "A lie", "I hid", "Worried:"):
        assert other not in told


def test_only_who_promises_and_the_worker_sign_an_undertaking():
    narrow = narrowed(promising(), UNDERTAKING, "p2")
    assert [one.name for one in signers(narrow, UNDERTAKING)] == ["Nana Jo", "Mr Hall"]
    assert list(subjects(promising(), UNDERTAKING)) == ["p1", "p2"]


def test_an_own_plan_shows_that_persons_words_only():
    hanas, mums = text_of(HANA, "own_safety_plan", "hana"), text_of(HANA, "own_safety_plan", "mum")
    for point in HANA.points:
        assert (point.text in hanas) == (point.who == "hana"), point.id
        assert (point.text in mums) == (point.who == "mum"), point.id
    assert hanas.startswith("H1: Hana: my own safety plan\n")


def test_an_own_plan_is_about_whoever_has_words_in_it_first():
    assert next(iter(subjects(HANA, OWN))) == "hana"
    assert [one.id for one in signers(narrowed(HANA, OWN, "mum"), OWN)] == ["mum"]


@pytest.mark.parametrize("kind, wrong", [(OWN, "emii"), (UNDERTAKING, "nope")])
def test_a_paper_about_nobody_known_is_refused_and_never_somebody_elses(kind, wrong):
    with pytest.raises(PlanFileBroken, match=f"cannot be about “{wrong}”"):
        narrowed(HANA if kind is OWN else promising(), kind, wrong)


def test_a_file_that_is_handed_on_holds_no_own_plan_but_the_one_it_is_for_and_no_number_that_may_not_be_printed():
    hidden = replace(MUM, phone_printed=False)
    points = (Point("x1", "safe_place", "The refuge.", "mum"), Point("x2", "safe_place", "Nana’s.", "amara"))
    plan = agreement(people=(hidden, NANA_JO), points=points, document="own_safety_plan")
    assert handed_on(plan).points == ()
    assert handed_on(plan).people == (replace(hidden, phone=""), NANA_JO)
    assert handed_on(plan, "mum").points == points[:1]


def test_an_own_plan_changes_neither_the_version_nor_the_errors_of_another_document():
    plan = agreement()
    secret = replace(plan, points=(*plan.points, Point("x9", "safe_place", "Refuge ꀀSecretꀀ house", "mum")))
    assert to_pdf(*set_document(plan, "working_together_agreement", COUNCIL)) == to_pdf(
        *set_document(secret, "working_together_agreement", COUNCIL)
    )


def test_a_number_stands_only_where_somebody_chose_it_and_never_because_a_name_is_in_a_text():
    dad = Person("dad", "Dad", "Scott Mercer", phone="01632 960001")
    dana = Person("dana", "Dana", phone="01632 960003")
    points = (
        Point("x1", "contingency", "Ring 999 and Dad must leave. Nobody rings Dad. Ring Dana."),
        Point("x2", "contingency", "Dana comes the same night.", phone_of="dana"),
        Point("x3", "may_see", "sees Amara on Sundays", "dad", phone_of="gone"),
    )
    plan = agreement(people=(dad, dana), promises=(Promise("p1", "dad", "will ring Dana"),), points=points)
    told = text_of(plan, "working_together_agreement")
    assert "• Dana comes the same night. – Dana: 01632 960003" in told
    assert told.count("960003") == 1
    assert "960001" not in told
    hidden = replace(plan, people=(dad, replace(dana, phone_printed=False)))
    assert "960003" not in text_of(hidden, "working_together_agreement")


def test_an_undertaking_whose_plan_is_nothing_else_holds_what_names_nobody_but_not_what_is_tied_to_another_worry():
    plan = replace(promising(), document="written_undertaking")
    told = text_of(plan, "written_undertaking", "p1")
    assert "The refuge is in Leeds." in told  # the whole plan is this undertaking
    for other in ("It burned.", "For this.", "Not true."):
        assert other not in told


def test_mums_own_plan_does_not_change_the_version_of_her_undertaking():
    plan = promising()
    own = replace(plan, points=(*plan.points, Point("x9", "safe_place", "The refuge.", "mum")))
    shown = [to_pdf(*set_document(one, "written_undertaking", COUNCIL, about="p1")) for one in (plan, own)]
    assert shown[0] == shown[1]


def test_an_entry_whose_main_words_are_missing_is_still_printed():
    plan = agreement(
        promises=(Promise("p1", "mum", "", "every evening", help="Nana Jo helps."),),
        worries=(Worry("w1", "", child_says="He hurts me."),),
    )
    told = text_of(plan, "working_together_agreement")
    for words in ("every evening", "Nana Jo helps.", "He hurts me."):
        assert words in told


def test_a_review_record_tells_that_the_help_with_promises_is_not_on_it():
    assert left_out(agreement(points=()), load_document_type("review_record")) == {"promise_details": 2}
    assert left_out(agreement(points=()), load_document_type("working_together_agreement")) == {}


def test_what_stands_on_somebodys_own_paper_is_not_told_beside_another_document():
    plan = agreement(points=(Point("x1", "warning_sign", "I hide.", "mum"), Point("x2", "at_school", "Listen.")))
    assert left_out(plan, load_document_type("working_together_agreement")) == {"at_school": 1}
    assert left_out(plan, OWN) == {}
    nobodys = agreement(points=(Point("x1", "warning_sign", "I hide."),))
    assert left_out(nobodys, OWN) == {"warning_sign": 1}


def test_school_gets_the_numbers_that_were_chosen_for_its_page_and_the_workers():
    told = text_of(TEGAN, "school_copy")
    assert [one.name for one in TEGAN.people if one.phone in told] == ["Grandma", "Tunde"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_that_may_not_be_printed_is_on_no_document(kind):
    people = tuple(replace(one, phone_printed=False) for one in TEGAN.people)
    told = text_of(replace(TEGAN, people=people), kind)
    assert [one.phone for one in TEGAN.people if one.phone and one.phone in told] == []


def test_the_version_changes_with_every_word_and_not_with_what_is_kept_apart():
    plan = agreement()
    apart = replace(plan, private=Private(("mum",), ("x",)), answers=(Answer("abuse", "yes"),))
    assert version_of(plan) == version_of(apart)
    assert version_of(plan) != version_of(replace(plan, copies=("Mum",)))
    assert f"Version {version_of(plan)}" in words_of(document_of(plan, "school_copy"))


@pytest.mark.parametrize(
    "began, ends",
    [
        (date(2027, 3, 1), date(2027, 5, 6)),  # Good Friday, Easter Monday and the first Monday in May do not count
        (date(2027, 6, 7), date(2027, 8, 9)),
        (date(2027, 11, 1), date(2028, 1, 6)),  # Christmas and New Year fall on weekends and are made up after them
    ],
)
def test_an_assessment_ends_45_working_days_after_it_began(began, ends):
    assert assessment_ends(began) == ends
    assert fact_line("assessment_ends", plan_of(terms=Terms(assessed_from=began))).startswith(
        "The assessment is finished by (45 working days): "
    )


def test_a_working_day_is_no_saturday_sunday_or_bank_holiday():
    assert working_days_after(date(2027, 8, 27), 1) == date(2027, 8, 31)


def test_an_agreement_and_the_childs_page_are_one_file_each_with_its_own_page_count():
    both = [set_document(TEGAN, kind, COUNCIL) for kind in ("working_together_agreement", "words_and_pictures")]
    document = joined([one for one, _ in both])
    assert len(document.pages) == sum(len(one.pages) for one, _ in both)
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    read = read_pdf(to_pdf(document, both[0][1]))
    assert read.text == "\n".join(read_pdf(to_pdf(*one)).text for one in both)
    assert f"Page 1 of {len(both[1][0].pages)}" in words_of(document)


def test_what_a_document_cannot_be_made_without_is_told_with_the_screen_where_it_is_written():
    assert empty_parts(plan_of(children=(AMARA,)), load_document_type("school_copy")) == (
        Missing("empty_part", {"heading": "The signal, in the words of the page for {children}", "screen": "write"}),
        Missing("empty_part", {"heading": "What we do and say at school", "screen": "agree"}),
    )


def test_blanks_of_another_paper_that_nobody_filled_are_told():
    plan = agreement(worries=(Worry("w1", "[name of child] was alone on %%%."),), terms=Terms(starts=date(2027, 3, 4)))
    told = missing_parts(plan, load_document_type("working_together_agreement"))
    assert Missing("dots", {"words": "[name of child] was alone on %%%."}) in told


def test_a_period_needs_a_beginning_and_an_end():
    kind = load_document_type("written_agreement")
    heading = "How long it holds"
    for terms, missing in (
        (Terms(starts=date(2027, 3, 4)), True),
        (Terms(starts=date(2027, 3, 4), until="the enquiry"), False),
        (Terms(ends=date(2027, 3, 4)), True),
    ):
        told = [one.parts["heading"] for one in empty_parts(agreement(terms=terms), kind)]
        assert (heading in told) is missing


def test_a_closure_letter_does_not_say_that_anything_is_looked_at_again():
    assert "we look at it again" not in words_of(document_of(TEGAN, "closure_letter"))


def test_who_only_is_mentioned_neither_signs_the_childs_page_nor_stands_among_those_who_keep_the_child_safe():
    plan = plan_of(children=(AMARA,), people=(MUM, replace(NANA_JO, takes_part=False)))
    told = text_of(plan, "words_and_pictures")
    assert "Nana Jo Sign here" not in told
    assert "Mum Sign here" in told


def test_early_help_is_asked_of_whoever_leads_it():
    worker = Person("w", "Ola", "Ola Berg", "early help worker", "professional", "01632 960777")
    plan = agreement(people=(*agreement().people, worker))
    assert "To talk about it, ring Ola Berg on 01632 960777." in text_of(plan, "early_help_agreement")

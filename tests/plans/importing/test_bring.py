"""An agreement that was written elsewhere becomes a plan: sentences find a place, people are known, nothing is lost."""

import io
import re
import zipfile
from collections import Counter
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.agreed_words import promise_with_name
from plans.agreeing import UNPLACED, placed, points_of
from plans.errors import AgreementRefused, DataFileBroken
from plans.importing.bring import Brought, bring_in, pasted, read_agreement
from plans.importing.cues import load_cues
from plans.importing.sentences import split_sentences
from plans.model import Plan, Point, Promise, Worry
from plans.yaml_format import dump_plan, load_plan

PAPER = """Agreement between the Hill family, social care and Bay School

To make sure that Ella gets to school.

When and where
Ella is at school from nine until three.

What Mr & Mrs Hill will do
Mr and Mrs Hill will bring Ella to school by ten to nine.
Mrs Hill will ring school by half past nine if Ella is ill. She says why.

School will:
• Give Ella breakfast every morning;
• Ring social worker Ann Lee the same day if Ella is not there.

Social worker Ann Lee will visit every Tuesday at 4.30 p.m. Ann will ring before she comes.

If things go wrong
If nobody brings Ella, Grandma Joy fetches her.
How long this lasts
It lasts until 12.03.27 and is reviewed by Mr. Dunn then.
Nobody knows where the key is.

______________ Mrs Hill Date ________
______________ Tom Dunn Date ________
"""


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def lost(source: str, brought: Brought) -> Counter[str]:
    """Words of the source that are neither in the plan nor in a heading."""
    plan = brought.plan
    kept = [*brought.headings, *(one.text for one in plan.worries), *(one.text for one in plan.points)]
    kept += [promise_with_name(plan, one) for one in plan.promises]
    return words(source) - words(" ".join(kept))


@pytest.fixture(scope="module")
def brought() -> Brought:
    return bring_in(pasted(PAPER), ("Ella",), date(2027, 3, 4))


def test_the_sentences_of_a_paper_find_their_places(brought):
    plan = brought.plan
    assert [(one.who, one.text) for one in plan.promises] == [
        ("", "Mr and Mrs Hill will bring Ella to school by ten to nine."),
        ("mrs_hill", "will ring school by half past nine if Ella is ill."),
        ("", "She says why."),
        ("school", "will give Ella breakfast every morning;"),
        ("school", "will ring social worker Ann Lee the same day if Ella is not there."),
        ("ann", "Social worker Ann Lee will visit every Tuesday at 4.30 p.m."),
        ("ann", "will ring before she comes."),
    ]
    assert [(one.part, one.text) for one in plan.points] == [
        ("aim", "To make sure that Ella gets to school."),
        ("when_and_where", "Ella is at school from nine until three."),
        ("contingency", "If nobody brings Ella, Grandma Joy fetches her."),
        ("review_meeting", "It lasts until 12.03.27 and is reviewed by Mr. Dunn then."),
        ("review_meeting", "Nobody knows where the key is."),
    ]


def test_the_people_of_a_paper_are_known_by_titles_family_words_roles_and_signatures(brought):
    assert [(one.name, one.full_name, one.role, one.side) for one in brought.plan.people] == [
        ("Ann", "Ann Lee", "social worker", "professional"),
        ("Mr Hill", "", "", "family"),
        ("Mrs Hill", "", "", "family"),
        ("Mr Dunn", "", "", "family"),
        ("Grandma Joy", "", "grandma", "family"),
        ("School", "", "", "professional"),
        ("Tom", "Tom Dunn", "", "family"),
    ]
    assert [child.name for child in brought.plan.children] == ["Ella"]


def test_nothing_of_a_paper_is_lost_and_what_came_of_it_is_told(brought):
    assert lost(PAPER, brought) == Counter()
    assert brought.told == (
        "We found a place for 0 worries, 7 promises and 5 other sentences. 0 sentences wait to be placed."
        " 7 people were found. Please look at each. Read as headings and left out: “Agreement between the Hill family,"
        " social care and Bay School”, “When and where”, “What Mr & Mrs Hill will do”, “School will:”, “If things go"
        " wrong”, “How long this lasts”."
    )
    assert load_plan(dump_plan(brought.plan)) == brought.plan


def test_what_fits_nowhere_waits_to_be_placed_and_can_be_placed_anywhere():
    plan = bring_in(pasted("Blue is a colour. So is red."), ("Ella",)).plan
    assert [one.text for one in points_of(plan, UNPLACED)] == ["Blue is a colour.", "So is red."]
    plan = placed(placed(plan, "x1", "worries"), "x2", "promises")
    assert plan.worries == (Worry("w1", "Blue is a colour."),)
    assert plan.promises == (Promise("p1", "", "So is red."),)
    plan = placed(bring_in(pasted("Blue is a colour.")).plan, "x1", "bottom_line")
    assert plan.points == (Point("x1", "bottom_line", "Blue is a colour."),)


TABLE = [
    ["What we are worried about", "What we agree to do", "Support for you", "What we need to see"],
    [
        "Dad drank on four evenings. Ella hid.",
        "Dad will go to the clinic on Monday. He tells Mum.",
        "Nurse Kay comes along.",
        "Ella sleeps well.",
    ],
    ["Ella was cold.", "Mum will buy a coat.", "", "Ella wears it."],
]


def in_word(*, bold_heads: bool = False) -> bytes:
    """A Word file with a heading, a list, a table, a foot and a text that is partly bold."""
    paper = docx.Document()
    paper.add_heading("Working together", 1)
    paper.add_paragraph("Ella is seven.")
    table = paper.add_table(0, 4)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.add_heading("If things go wrong", 2)
    paper.add_paragraph("Grandma Joy comes", style="List Bullet")
    bold = paper.add_paragraph("The council ")
    bold.add_run("rings the same day.").bold = True
    paper.sections[0].footer.paragraphs[0].text = "Keep this paper safe."
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def check_table(plan: Plan) -> None:
    assert plan.worries == (Worry("w1", "Dad drank on four evenings. Ella hid."), Worry("w2", "Ella was cold."))
    assert [(one.who, one.text, one.worry) for one in plan.promises] == [
        ("dad", "will go to the clinic on Monday.", "w1"),
        ("", "He tells Mum.", "w1"),
        ("mum", "will buy a coat.", "w2"),
    ]
    assert [(one.part, one.text, one.worry) for one in plan.points if one.worry] == [
        ("support", "Nurse Kay comes along.", "w1"),
        ("need_to_see", "Ella sleeps well.", "w1"),
        ("need_to_see", "Ella wears it.", "w2"),
    ]


def test_a_table_in_word_keeps_each_promise_beside_its_worry():
    brought = bring_in(read_agreement("paper.docx", in_word()), ("Ella",))
    check_table(brought.plan)
    assert [(one.part, one.text) for one in brought.plan.points if not one.worry] == [
        (UNPLACED, "Ella is seven."),
        ("contingency", "Grandma Joy comes"),
        ("contingency", "The council rings the same day."),
        ("contingency", "Keep this paper safe."),
    ]


def test_a_table_pasted_from_word_keeps_each_promise_beside_its_worry():
    text = "\n".join("\t".join(row) for row in TABLE)
    brought = bring_in(pasted(text), ("Ella",))
    check_table(brought.plan)
    assert lost(text, brought) == Counter()


def test_a_table_whose_cells_stand_below_each_other_is_read_too():
    text = "\n".join(f"\t{cell}" for row in TABLE[:2] for cell in row) + "\n\n\nIf things go wrong\nMum rings Joy.\n"
    plan = bring_in(pasted(text), ("Ella",)).plan
    assert plan.worries == (Worry("w1", "Dad drank on four evenings. Ella hid."),)
    assert [one.text for one in points_of(plan, "contingency")] == ["Mum rings Joy."]


@pytest.mark.parametrize(
    "text, parts",
    [
        ("Mr. Hill comes at 9.30 a.m. on Monday. Dr. Lee waits.", ["Mr. Hill comes at 9.30 a.m. on Monday.", "Dr. Lee waits."]),
        ("She said: “Go home.” He went!  Why? ", ["She said: “Go home.”", "He went!", "Why?"]),
        ("By 10.01.22 he rings, e.g. Nan.", ["By 10.01.22 he rings, e.g. Nan."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_would_say_so(text, parts):
    assert list(split_sentences(text)) == parts


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Mn", "Lm", "Zl", "Zp"))
        | st.sampled_from("\n\t. •_A"),
        max_size=400,
    )
)
@settings(max_examples=80, deadline=None)
def test_whatever_is_pasted_no_word_of_it_is_lost(text):
    try:
        brought = bring_in(pasted(text), ("Ella",))
    except AgreementRefused as refused:
        assert "no words" in str(refused)
        assert not text.strip()
        return
    assert set(lost(text, brought)) <= set(words(" ".join(re.findall(r"(?m)^\s*(?:\d{1,2}[.)]|[a-z][.)])\s", text))))
    assert load_plan(dump_plan(brought.plan)).points == brought.plan.points


def with_part(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(in_word())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    return with_part("word/media/big.bin", b"\0" * 61_000_000)


ENTITY = (
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Hi &a;'
    b"</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    "make, told",
    [
        (lambda: b"PK\x03\x04 no zip", "This is not a Word file that can be read."),
        (lambda: b"%PDF-1.7", "This is not a Word file that can be read."),
        (lambda: b"\xd0\xcf\x11\xe0 old", "This file has a password or is of an old kind (.doc)."),
        (lambda: with_part("word/vbaProject.bin", b"macro"), "This Word file holds macros (small programs)"),
        (bomb, "This Word file is larger than can be read safely."),
        (lambda: with_part("word/document.xml", b"<broken"), "This is not a Word file that can be read."),
        (lambda: in_word()[:-400], "This is not a Word file that can be read."),
    ],
)
def test_a_file_that_is_no_word_file_or_could_do_harm_is_refused_in_a_sentence(make, told):
    with pytest.raises(AgreementRefused) as refused:
        bring_in(read_agreement("paper.docx", make()))
    assert str(refused.value).startswith(told)


def test_a_word_file_that_defines_words_of_its_own_is_refused():
    with pytest.raises(AgreementRefused, match="not a Word file"):
        read_agreement("paper.docx", with_part("word/document.xml", ENTITY))


@pytest.mark.parametrize(
    "line",
    [
        "Supervised contact only on Saturdays",
        "No contact with Dad because of concern about drinking",
        "What if Dad turns up: ring 999",
        "Dad: no copies of keys",
        "Dad never left alone with Tegan, concern of school",
        "Grandma sleeps at the house if things go wrong",
        "Breach: children removed to Gran’s address in Leeds",
        "Mum and Dad will not see the child",
        "Concern: Dad hit Mum",
        "All contact will be supervised by school",
        "Supervision by Nana Jo",
        "Dad will do it",
        "Dad cannot change this",
        "If things go wrong, children go to Nana Jo",
        "If it goes wrong they go to school",
        "Backup: Grandma and Pam",
        "Mum is worried about Dad",
        "We are worried about Mum",
        "Support for Mum from Nana Jo",
        "Who will help: Nana Jo",
        "Dad must follow the plan",
        "Letter: Dad must leave today",
        "Plan: Leo stays with Nana Jo until Friday",
        "No contact agreement with Dad",
        "Keep a record of all visits",
        "Review again if things go wrong",
        "Negotiable: school visits",
    ],
)
def test_a_line_that_says_something_is_never_taken_for_a_heading(line):
    plan = bring_in(pasted(f"{line}\nGran will sleep here."), ("Tegan",)).plan
    assert words(line) - words(" ".join(_all_texts(plan))) == Counter()
    assert [promise_with_name(plan, one) for one in plan.promises][-1] == "Gran will sleep here."


def _all_texts(plan: Plan) -> list[str]:
    promises = [promise_with_name(plan, one) for one in plan.promises]
    return [*(one.text for one in plan.worries), *promises, *(one.text for one in plan.points)]


def test_a_short_answer_is_a_word_too():
    plan = bring_in(pasted("May Dad stay overnight?\nNo\n"), ("Tegan",)).plan
    assert [one.text for one in plan.points] == ["May Dad stay overnight?", "No"]


def test_what_was_moved_in_word_is_read_once_and_a_wide_cell_shifts_no_column():
    paper = docx.Document()
    moved = paper.add_paragraph()._p
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for tag, text in (("moveFrom", "Old place."), ("moveTo", "New place.")):
        moved.append(parse_xml(f"<w:{tag} {space}><w:r><w:t>{text}</w:t></w:r></w:{tag}>"))
    table = paper.add_table(0, 4)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    wide = table.rows[2].cells
    wide[1].merge(wide[2])
    out = io.BytesIO()
    paper.save(out)
    plan = bring_in(read_agreement("paper.docx", out.getvalue()), ("Ella",)).plan
    assert [one.text for one in points_of(plan, UNPLACED)] == ["New place."]
    assert [one.text for one in points_of(plan, "need_to_see")] == ["Ella sleeps well.", "Ella wears it."]


@pytest.mark.parametrize(
    "text",
    ["Mr Hall " * 6_000, "\ta\n" * 15_000, "AaBb" * 14_000, "Anna will Bo. " * 4_000, "Mum " * 14_000, "A-" * 29_000,
     "\n".join(f"Amy Hall{number} ____" for number in range(3_000)), "a.a.a." * 9_000, "Mr and " * 8_000],
    ids=lambda text: text[:10].strip(),
)  # fmt: skip
def test_the_longest_text_of_any_shape_is_brought_in_or_refused(text):
    """Each of these once took minutes, because the work grew with the square of the text."""
    try:
        assert bring_in(pasted(text), ("Ella",)).plan.points
    except AgreementRefused as refused:
        assert str(refused).endswith("Bring it in part by part.")


def test_a_text_file_in_another_encoding_and_a_paper_that_is_too_long_are_refused():
    with pytest.raises(AgreementRefused, match="neither a Word file"):
        read_agreement("paper.txt", b"\xff\xfe\x00")
    with pytest.raises(AgreementRefused, match="400 sentences of one kind"):
        bring_in(pasted("Blue is a colour. " * 401))
    with pytest.raises(AgreementRefused, match="60,000 letters"):
        pasted("x" * 60_001)


def test_a_sentence_longer_than_a_field_takes_goes_on_in_the_next():
    text = "word " * 1_500
    plan = bring_in(pasted(text)).plan
    assert [len(one.text) <= 4_000 for one in plan.points] == [True, True]
    assert words(text) == words(" ".join(one.text for one in plan.points))


def test_a_mistake_in_the_cue_words_names_the_file(tmp_path):
    (tmp_path / "cues.yaml").write_text("verbs: []", encoding="utf-8")
    with pytest.raises(DataFileBroken, match=r"^cues.yaml: The file has “verbs”"):
        load_cues(tmp_path / "cues.yaml")

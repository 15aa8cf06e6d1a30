"""One plan, many documents: what grown-ups get, part by part, and that nothing agreed is lost on the way."""

from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from plans.council import Council, load_council
from plans.document_type import document_type_ids, load_document_type
from plans.errors import DataFileBroken, PlanFileBroken, WordsNotDrawable
from plans.export import set_document
from plans.layout.page import CELL, FURNITURE, Box, Document, Words
from plans.layout.text_dump import page_text
from plans.left_out import left_out
from plans.model import Person, Plan, Point, Private, Promise, Terms, Worry
from plans.render.html import to_html
from plans.render.pdf import to_pdf
from plans.yaml_format import load_plan
from tests.plans.invented import AMARA, MUM, NANA_JO, ROOT, plan_of
from tests.plans.render.reading_order import read_pdf

WTA = "working_together_agreement"
MR_HALL = Person(
    "mr_hall", "Mr Hall", "Sam Hall", "social worker", "professional", "01632 960200", agency="Hill Council"
)
COUNCIL = Council("Hill Council", "Ring 01632 960999.")


def agreement(**others: object) -> Plan:
    """Amara’s plan with a worry, two promises and some points."""
    plan = plan_of(
        children=(AMARA,),
        people=(replace(MUM, made_plan=True), NANA_JO, MR_HALL),
        worries=(Worry("w1", "Amara was alone on two evenings.", ("mr_hall",), ("mum",), "I put the telly on."),),
        promises=(
            Promise("p1", "mum", "will be at home", "from six every evening", worry="w1", shown="Amara says so."),
            Promise("p2", "mr_hall", "will visit", "every Tuesday", by=date(2027, 3, 20), help="Nana Jo comes too."),
        ),
        points=(
            Point("x1", "aim", "Amara is never alone."),
            Point("x2", "contingency", "Nana Jo comes at once.", "nana_jo"),
            Point("x3", "support", "The late shifts end in April.", worry="w1"),
        ),
        terms=Terms(starts=date(2027, 3, 4), ends=date(2027, 6, 4)),
        copies=("Mum", "Mr Hall"),
    )
    return replace(plan, **others)  # type: ignore[arg-type]


def document_of(plan: Plan, kind: str = WTA, council: Council = COUNCIL) -> Document:
    return set_document(plan, kind, council)[0]


def read_out(plan: Plan, kind: str = WTA) -> str:
    return read_pdf(to_pdf(*set_document(plan, kind, COUNCIL))).text


def words_of(document: Document) -> str:
    return " ".join(page_text(page) for page in document.pages)


def test_an_agreement_is_read_out_part_by_part_with_its_table_row_by_row():
    assert read_out(agreement()) == (
        "H1: Working together for Amara\n"
        "P: This agreement is about Amara. It was made by the people named below. It says what each of us will"
        " do every day so that Amara will be safe, how everyone will know that it is working, and what happens"
        " if there are new worries.\n"
        "P: Hill Council wants to work with parents and to find the best way forward together.\n"
        "P: Made on: Thursday 4 March 2027\n"
        "P: Made by: Grace Mensah\n"
        "P: It begins on: Thursday 4 March 2027\n"
        "P: It ends on: Friday 4 June 2027\n"
        "P: We look at it again by: Thursday 1 April 2027\n"
        "H2: Why we made it, and what we want to reach\n"
        "P: • Amara is never alone.\n"
        "H2: Our worries, and what each of us does about them\n"
        "Table: \n"
        "TR: \n"
        "TH: \n"
        "P: What we are worried about\n"
        "TH: \n"
        "P: What we agree to do\n"
        "TH: \n"
        "P: Help with it: who and how\n"
        "TH: \n"
        "P: What we need to see\n"
        "TR: \n"
        "TD: \n"
        "P: Amara was alone on two evenings.\n"
        "P: Worried: Mr Hall.\n"
        "P: Amara says: “I put the telly on.”\n"
        "P: Does not agree: Mum.\n"
        "TD: \n"
        "P: Mum will be at home, from six every evening.\n"
        "TD: \n"
        "TD: \n"
        "P: Amara says so.\n"
        "TR: \n"
        "TD: \n"
        "TD: \n"
        "P: The late shifts end in April.\n"
        "TD: \n"
        "TR: \n"
        "TD: \n"
        "P: Also agreed\n"
        "TD: \n"
        "P: Mr Hall will visit, every Tuesday by 20 March 2027.\n"
        "TD: \n"
        "P: Nana Jo comes too.\n"
        "TD: \n"
        "H2: If there are new worries, or something does not work\n"
        "P: • Nana Jo comes at once.\n"
        "H2: When we meet again, and whom to ring\n"
        "P: We look at it together again on 1 April 2027 at the latest.\n"
        "P: To talk about it, ring Sam Hall on 01632 960200.\n"
        "P: Whoever is worried about any of this tells Sam Hall on 01632 960200, and we meet to talk about it.\n"
        "P: It is all right to ask for help or advice. It counts as a strength.\n"
        "P: Everybody who works with the family gives Grace Mensah and Nana Jo every chance, and help, to show"
        " what they can do.\n"
        "H2: Who has a copy\n"
        "P: Mum and Mr Hall.\n"
        "H2: Please read this before you sign\n"
        "P: This is not a legal document and it is not legally binding.\n"
        "P: If a court is ever asked to decide about Amara, this paper, and whether people kept to it, may be"
        " shown there.\n"
        "P: You can question anything in it and ask for changes at any time. Nobody will call you uncooperative"
        " for that.\n"
        "P: Please talk to a solicitor or an advocate before you sign. You may show this paper to them, and we"
        " will give you time for it.\n"
        "P: If Hill Council or anybody else does not keep to it, you can complain. Ring 01632 960999.\n"
        "P: What keeps Amara safe is what people do. No paper can promise it.\n"
        "P: By signing, each of us agrees to keep to it.\n"
        "H2: Who agrees\n"
        "P: Mum – Grace Mensah Sign here Date\n"
        "P: Nana Jo, grandma Sign here Date\n"
        "P: Mr Hall – Sam Hall, social worker Sign here Date"
    )


def test_a_school_copy_holds_what_school_does_and_nothing_of_the_familys_story():
    plan = load_plan((ROOT / "plans" / "examples" / "leo.yaml").read_bytes())
    assert read_out(plan, "school_copy") == (
        "H1: For school – Leo\n"
        "H2: The signal, in the words of the page for Leo\n"
        "P: • “If you feel worried, you can give Miss Tate your lion.”\n"
        "P: • “Miss Tate will listen and phone Grandad.”\n"
        "P: • “You will talk together every Wednesday.”\n"
        "H2: What we do and say at school\n"
        "P: • When Leo gives her his lion, Miss Tate says: “Thank you for telling me. Let us sit down.” She"
        " listens and rings Grandad. – Grandad: 01632 960171\n"
        "P: • If Leo comes hungry, the office gives him breakfast and asks no questions in front of others.\n"
        "P: If you are worried about Leo, ring Amir Hussain on 07700 900618. In an emergency ring 999."
    )


@pytest.mark.parametrize("kind", document_type_ids())
def test_who_is_harmed_by_whom_is_on_no_document(kind):
    secret = Private(harmed=("mum",), harms=("Bernard Grout",))
    shown = set_document(agreement(private=secret), kind, COUNCIL)
    plain = set_document(agreement(), kind, COUNCIL)
    assert to_pdf(*shown) == to_pdf(*plain)
    assert to_html(*shown) == to_html(*plain)


def test_every_worry_promise_and_support_stands_on_the_agreement_even_where_its_person_or_worry_is_gone():
    promises = (Promise("p1", "", "will ring."), Promise("p2", "Aunt Bea", "will cook", worry="w99"))
    points = (Point("x1", "support", "A lift to the shops.", worry="w98"),)
    told = words_of(document_of(agreement(promises=promises, points=points)))
    assert "will ring." in told
    assert "Aunt Bea will cook." in told
    assert "A lift to the shops." in told


def test_what_a_document_does_not_show_is_told_by_its_name():
    plan = agreement(points=(*agreement().points, Point("x9", "bottom_lines", "Nobody shouts.")))
    assert left_out(plan, load_document_type(WTA)) == {"bottom_lines": 1}
    assert left_out(plan, load_document_type("school_copy")) == {
        "aim": 1, "contingency": 1, "support": 1, "bottom_lines": 1, "promises": 2, "worries": 1,
    }  # fmt: skip
    assert left_out(plan, load_document_type("words_and_pictures")) == {}


def long_agreement(rows: int) -> Plan:
    worries = tuple(Worry(f"w{number}", f"Worry {number} was seen by many people.") for number in range(rows))
    promises = tuple(
        Promise(f"p{number}", "mum", "will be there and say so to everybody " * 4, worry=f"w{number}")
        for number in range(rows)
    )
    return agreement(worries=worries, promises=promises, points=())


def test_a_table_over_many_pages_has_its_head_on_each_of_them_and_every_row_once():
    document = document_of(long_agreement(40))
    with_cells = [page for page in document.pages if any(block.kind == CELL for block in page.blocks)]
    assert len(with_cells) > 4
    assert all("What we agree to" in _printed(page.blocks) for page in with_cells)
    text = read_pdf(to_pdf(*set_document(long_agreement(40), WTA, COUNCIL))).text
    assert [text.count(f"P: Worry {number} was") for number in range(40)] == [1] * 40
    assert text.count("P: What we agree to do") == 1


def _printed(blocks) -> str:
    lines = [line for block in blocks for line in block.lines]
    return " ".join(run.text for line in lines for run in line.runs if isinstance(run, Words))


def test_a_row_taller_than_a_page_goes_on_overleaf_and_loses_no_word():
    text = " ".join(f"word{number}" for number in range(900))
    told = read_out(agreement(promises=(Promise("p1", "mum", text, worry="w1"),)))
    assert text in told


def test_a_name_and_its_line_to_sign_on_stand_on_one_page_with_nothing_below_the_foot():
    crowd = tuple(Person(f"p{number}", f"Person {number}") for number in range(60))
    document = document_of(agreement(people=crowd, promises=()))
    for page in document.pages:
        names = [block for block in page.blocks if block.id.startswith("sign-")]
        behind = [run for block in page.blocks if block.id == "behind" for line in block.lines for run in line.runs]
        thick = [run for run in behind if isinstance(run, Box) and run.height == 0.3]
        assert len(thick) == 2 * len(names)
        assert all(run.y < 281 for run in thick)
    assert len(document.pages) > 2


def test_a_document_for_grown_ups_is_set_in_twelve_points_or_more():
    document = document_of(agreement())
    sizes = {
        run.size
        for page in document.pages
        for block in page.blocks
        if block.kind != FURNITURE and not block.id.startswith("sign-")
        for line in block.lines
        for run in line.runs
        if isinstance(run, Words)
    }
    assert min(sizes) == 12


def test_who_is_only_mentioned_does_not_sign():
    people = (MUM, replace(NANA_JO, takes_part=False))
    assert "Nana Jo, grandma" not in words_of(document_of(agreement(people=people)))


def test_what_the_plan_does_not_say_stays_a_line_to_fill_in():
    told = words_of(document_of(agreement(people=(), review=None)))
    assert "To talk about it, ring __________ on __________." in told


def test_a_councils_logo_stands_at_the_top_of_plans_that_have_none_of_their_own(tmp_path):
    Image.new("RGB", (80, 20), "navy").save(tmp_path / "logo.png")
    (tmp_path / "council.yaml").write_text("name: Moor Council\nlogo: logo.png\n", encoding="utf-8")
    council = load_council(tmp_path / "council.yaml")
    for kind in (WTA, "words_and_pictures"):
        assert "Moor Council" in read_pdf(to_pdf(*set_document(agreement(), kind, council))).pictures
    own = replace(agreement(), page=replace(agreement().page, logo="photo:own"))
    assert "Moor Council" not in read_pdf(to_pdf(*set_document(own, WTA, council))).pictures
    (tmp_path / "logo.png").write_bytes(b"no picture")
    with pytest.raises(DataFileBroken, match=r"council\.yaml: This file is not a picture"):
        load_council(tmp_path / "council.yaml")
    (tmp_path / "logo.png").unlink()
    with pytest.raises(DataFileBroken, match=r"logo\.png cannot be read"):
        load_council(tmp_path / "council.yaml")


def test_a_council_has_its_own_name_complaints_and_wording(tmp_path):
    file = tmp_path / "council.yaml"
    file.write_text(
        "name: Moor Council\ncomplaints: Write to the customer team.\n"
        'statements: {not_legally_binding: "{council} says: no court stands behind this paper."}\n',
        encoding="utf-8",
    )
    told = read_pdf(to_pdf(*set_document(agreement(), WTA, load_council(file)))).text
    assert "Moor Council says: no court stands behind this paper." in told
    assert "you can complain. Write to the customer team." in told
    assert "This is not a legal document" not in told


def test_a_new_kind_of_document_is_one_file(tmp_path):
    (tmp_path / "thank_you.yaml").write_text(
        "id: thank_you\nname: Thank-you letter\ntitle: To {children}, from {council}\nparts:\n"
        "- {id: good, kind: points, heading: What went well, shows: [aim]}\n"
        "- {id: sign, kind: signatures, heading: With love, shows: [friend, family]}\n",
        encoding="utf-8",
    )
    document, book = set_document(agreement(), "thank_you", COUNCIL, folder=tmp_path)
    assert read_pdf(to_pdf(document, book)).text == (
        "H1: To Amara, from Hill Council\n"
        "H2: What went well\n"
        "P: • Amara is never alone.\n"
        "H2: With love\n"
        "P: Mum – Grace Mensah Sign here Date\n"
        "P: Nana Jo, grandma Sign here Date"
    )


def test_a_statement_that_there_is_not_is_told(tmp_path):
    (tmp_path / "x.yaml").write_text(
        "id: x\nname: X\nparts:\n- {id: a, kind: statements, shows: [nonsense]}\n", encoding="utf-8"
    )
    with pytest.raises(DataFileBroken) as broken:
        set_document(agreement(), "x", COUNCIL, folder=tmp_path)
    assert str(broken.value) == "There is no statement called “nonsense” in statements.yaml."


def test_letters_that_we_have_not_are_told_before_anything_is_printed():
    plan = agreement(worries=(Worry("w1", "Amara says \U000118a0 often."),))
    with pytest.raises(WordsNotDrawable) as broken:
        document_of(plan)
    assert str(broken.value).startswith("Our fonts have no letters for “\U000118a0”.")


def test_a_kind_of_document_that_there_is_not_is_told():
    with pytest.raises(PlanFileBroken) as broken:
        document_of(agreement(), "sonnet")
    assert str(broken.value) == "There is no kind of document called “sonnet”."


def test_every_statement_of_every_document_is_there_and_has_its_words_filled_in():
    for kind in document_type_ids():
        told = words_of(document_of(agreement(), kind))
        assert "{" not in told, kind


@pytest.mark.parametrize("kind", [WTA, "school_copy"])
def test_pdfua_finds_nothing_in_a_document_for_grown_ups(kind, tmp_path):
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed: pip install -r requirements-dev.txt")
    (tmp_path / "page.pdf").write_bytes(to_pdf(*set_document(long_agreement(8), kind, COUNCIL)))
    report = pdfua.validate(str(tmp_path / "page.pdf"))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []


def test_the_page_for_phones_has_the_table_as_a_table():
    page = to_html(*set_document(agreement(), WTA, COUNCIL))
    assert page.count("<tr>") == 4
    assert page.count('<th scope="col">') == 4
    assert page.count("<td>") + page.count('<td rowspan="2">') == 11

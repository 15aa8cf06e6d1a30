"""What the finished pages look like, read as text; every letter is half as wide as tall."""

from dataclasses import replace
from itertools import pairwise

import pytest

from icon_library.catalogue import load_catalogue
from plans.document_type import load_document_type
from plans.layout.lay_out import lay_out
from plans.layout.page import FURNITURE, HEADING, LABEL, SENTENCE, Box, Document, Picture, Words
from plans.layout.pictures import picture_book
from plans.layout.text_dump import page_text
from plans.model import Child, Look, PageSettings, Person, Plan, Section
from tests.plans.invented import (
    ARRANGEMENTS,
    MUM,
    NANA_JO,
    Half,
    family,
    pictures_on,
    plan_of,
    runs_of,
    sentences,
    words_on,
)

FOOT = "furniture| Draft · Made 4 March 2027 · we look at it again by 1 April 2027 Page {} of {} Pictures: OpenMoji, CC BY-SA 4.0"


def set_with_half(plan: Plan) -> Document:
    book = picture_book(plan, load_catalogue())
    return lay_out(plan, load_document_type(plan.document), Half(), book)


def as_text(plan: Plan) -> list[str]:
    return [page_text(page) for page in set_with_half(plan).pages]


def test_a_page_reads_as_written():
    plan = plan_of("You will have [enough to eat](plate).", "Mum will walk with you to [school](school) each day.")
    assert as_text(plan) == [
        "title    | Amara’s plan\n"
        "sentence | You will be safe.\n"
        "heading  | [calendar] Every day\n"
        "sentence | You will have enough to eat. [plate]\n"
        "sentence | Mum will walk with you to school [school] each day.\n" + FOOT.format(1, 1)
    ]


def test_one_idea_a_row_has_the_sentence_and_then_its_pictures():
    plan = plan_of(
        "They had [drinks](beer wine) and [argued](arguing).",
        "Nobody will [shout](not:shouting).",
        page=PageSettings("rows"),
    )
    assert as_text(plan) == [
        "title    | Amara’s plan\n"
        "sentence | You will be safe.\n"
        "heading  | [calendar] Every day\n"
        "sentence | They had drinks and argued. [beer] [wine] [arguing]\n"
        "sentence | Nobody will shout. [not:shouting]\n" + FOOT.format(1, 1)
    ]


def test_the_people_page_tells_everyone_with_their_phone_number_and_who_has_a_copy_and_where_to_sign():
    plan = family("[Mum](person:mum) cooks.", copies=("Mum", "Miss Okafor"))
    assert as_text(plan) == [
        "title    | Amara’s plan\n"
        "sentence | You will be safe.\n"
        "label    | [person:mum] Mum [person:nana_jo] Nana Jo\n"
        "heading  | [calendar] Every day\n"
        "sentence | Mum [person:mum] cooks.\n" + FOOT.format(1, 2),
        "heading  | Who is who\n"
        "sentence | [person:amara] Amara 8 years old\n"
        "sentence | [person:mum] Mum Grace Mensah · mum 07700 900123\n"
        "sentence | [person:nana_jo] Nana Jo grandma 01632 960145\n"
        "heading  | Who has a copy\n"
        "sentence | Mum, Miss Okafor.\n"
        "heading  | We have read this plan together\n"
        "label    | Amara Sign here Date\n"
        "label    | Mum Sign here Date\n"
        "label    | Nana Jo Sign here Date\n" + FOOT.format(2, 2),
    ]


def test_an_empty_plan_is_one_page_with_its_title():
    assert as_text(Plan(title="T", subtitle="S.")) == [
        "title    | T\nsentence | S.\nfurniture| Draft Page 1 of 1 Pictures: OpenMoji, CC BY-SA 4.0"
    ]


@pytest.mark.parametrize(
    "names, title",
    [
        ((), "Our plan"),
        (("Amara",), "Amara’s plan"),
        (("Amara", "Theo"), "Amara and Theo’s plan"),
        (("Amara", "Theo", "James"), "Amara, Theo and James’ plan"),
    ],
)
def test_a_plan_without_a_title_is_named_after_its_children(names, title):
    plan = Plan(children=tuple(Child(f"c{number}", name) for number, name in enumerate(names)))
    assert set_with_half(plan).title == title


@pytest.mark.parametrize("age, told", [(None, ""), (0, "0 years old"), (1, "1 year old"), (2, "2 years old")])
def test_a_childs_age_is_told_in_years(age, told):
    plan = Plan(title="T", subtitle="S.", children=(Child("a", "Amara", age),))
    assert f"sentence | [person:a] Amara {told}".strip() in as_text(plan)[-1]


def test_sections_stand_in_the_order_of_the_document_and_empty_ones_are_left_out():
    plan = Plan(
        title="T",
        sections=(
            Section("love", sentences("Mum loves you.")),
            Section("worries"),
            Section("good_things", tuple(replace(one, id="g1") for one in sentences("You draw well."))),
            Section("signal", tuple(replace(one, id="e1") for one in sentences("   "))),
        ),
    )
    rows = as_text(plan)[0].splitlines()
    assert [row for row in rows if row.startswith("heading")] == [
        "heading  | [star] What is good",
        "heading  | [two_hearts] Who loves you",
    ]


def test_a_sentence_may_have_the_id_of_a_part_of_the_page():
    copied = tuple(
        replace(one, id=name) for one, name in zip(sentences("One.", "Two."), ("subtitle", "copies"), strict=True)
    )
    plan = family(sections=(Section("love", copied),), copies=("Mum",))
    blocks = [
        (block.kind, block.id) for page in set_with_half(plan).pages for block in page.blocks if block.kind != FURNITURE
    ]
    assert len(blocks) == len(set(blocks))


def test_drawing_frames_stand_at_the_end_of_each_section():
    plan = plan_of("You draw well.", section="good_things", page=PageSettings(drawing_frames=True))
    document = set_with_half(plan)
    assert page_text(document.pages[0]).splitlines()[3:5] == [
        "sentence | You draw well.",
        "label    | You can draw here",
    ]
    frames = [run for _, _, run in runs_of(document.pages) if isinstance(run, Box) and run.stroke and not run.fill]
    assert [(frame.width, frame.height) for frame in frames] == [(163.0, 44.5)]


def test_rows_without_a_picture_have_a_frame_in_its_place():
    plan = plan_of("Draw.", "Look at the [star](star).", page=PageSettings("rows", drawing_frames=True))
    document = set_with_half(plan)
    frames = [run for _, _, run in runs_of(document.pages) if isinstance(run, Box) and run.stroke and not run.fill]
    assert [(frame.width, frame.height) for frame in frames] == [(34.0, 25.0)]


def test_the_logo_stands_at_the_top_right():
    document = set_with_half(plan_of("Hello.", page=PageSettings(logo="school")))
    first = document.pages[0].blocks[0] if document.pages[0].blocks[0].kind == LABEL else document.pages[0].blocks[1]
    (logo,) = first.lines[0].runs
    assert isinstance(logo, Picture)
    assert (logo.key, logo.x + logo.width, logo.y) == ("school", pytest.approx(190), pytest.approx(17))


def test_a_logo_that_is_lost_is_left_out():
    assert as_text(plan_of("Hi.", page=PageSettings(logo="photo:gone")))[0].startswith("title    | Amara’s plan")


@pytest.mark.parametrize("paper, colour", [("cream", "#fffcf4"), ("white", "#ffffff")])
def test_the_paper_has_the_colour_that_was_chosen(paper, colour):
    (page,) = set_with_half(plan_of("Hi.", page=PageSettings(paper=paper))).pages
    assert page.paper == colour


@pytest.mark.parametrize("type_size", [14, 19, 24])
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_the_words_have_the_size_that_was_chosen(arrangement, type_size):
    document = set_with_half(plan_of("Hi [star](star).", page=PageSettings(arrangement, type_size)))
    (words,) = [run for _, block, run in runs_of(document.pages) if block.id == "s1" and isinstance(run, Words)]
    assert words.size == {"in_line": type_size, "rows": type_size + 1}[arrangement]


@pytest.mark.parametrize("sentence_lines", [3, 5, 9, 40])
@pytest.mark.parametrize("before", range(18, 30))
def test_a_heading_never_stands_alone_at_a_page_foot(before, sentence_lines):
    """Whatever stands before it, two lines of its section stand under a heading on its page."""
    line = "a" * 61
    sections = (
        Section("good_things", sentences(" ".join([line] * before))),
        Section("love", tuple(replace(one, id="x" + one.id) for one in sentences(" ".join([line] * sentence_lines)))),
    )
    for page in set_with_half(plan_of(sections=sections)).pages:
        rows = [row for row in page_text(page).splitlines() if not row.startswith("furniture")]
        for number, row in enumerate(rows):
            if row.startswith("heading"):
                assert len(rows) > number + 2


@pytest.mark.parametrize("before", range(1, 14))
def test_a_heading_in_rows_takes_a_row_with_it(before):
    sections = (
        Section("good_things", sentences(*["Look [here](star)."] * before)),
        Section("love", tuple(replace(one, id="x" + one.id) for one in sentences("Look [here](star).", "And."))),
    )
    for page in set_with_half(plan_of(sections=sections, page=PageSettings("rows"))).pages:
        rows = [row for row in page_text(page).splitlines() if not row.startswith("furniture")]
        assert not rows[-1].startswith("heading")


@pytest.mark.parametrize("before", range(20, 28))
@pytest.mark.parametrize("length", [2, 3])
def test_a_sentence_of_up_to_three_lines_stays_on_one_page(before, length):
    line = "a" * 61
    plan = plan_of(" ".join([line] * before), " ".join([line] * length))
    pages = {page.number for page, block, _ in runs_of(set_with_half(plan).pages) if block.id == "s2"}
    assert len(pages) == 1


def test_lines_of_sentences_keep_one_pitch():
    document = set_with_half(plan_of(" ".join(["some [words](star) here"] * 40)))
    tops = {
        run.y: None
        for page, block, run in runs_of(document.pages)
        if block.id == "s1" and isinstance(run, Words) and page.number == 1
    }
    steps = {round(after - before, 6) for before, after in pairwise(tops)}
    assert steps == {10.4}


def test_a_phone_number_on_the_people_page_never_parts():
    plan = family(
        people=(replace(MUM, phone="01632 960145 ext 4", role="mum " * 30), NANA_JO), page=PageSettings(type_size=24)
    )
    phones = [
        run.text
        for _, _, run in runs_of(set_with_half(plan).pages)
        if isinstance(run, Words) and "01632 960145" in run.text
    ]
    assert phones == ["01632 960145 ext 4", "01632 960145"]


def test_a_signature_stays_with_its_lines_on_one_page():
    people = tuple(Person(f"p{number}", f"Person {number}") for number in range(60))
    document = set_with_half(family(people=people))
    signed = {}
    for page, block, run in runs_of(document.pages):
        if block.id.startswith("sign-"):
            signed.setdefault(block.id, []).append((page.number, getattr(run, "text", "")))
    assert len(signed) == 61
    for runs in signed.values():
        assert len({page for page, _ in runs}) == 1
        assert [text for _, text in runs][-2:] == ["Sign here", "Date"]


def test_the_people_page_is_complete_for_sixty_people():
    people = tuple(Person(f"p{number}", f"Person{number}", phone=f"07700 9000{number:02}") for number in range(60))
    document = set_with_half(family(people=people))
    listed = [block.id for page in document.pages for block in page.blocks if block.id.startswith("person-")]
    assert listed == ["person-amara", *(f"person-p{number}" for number in range(60))]
    assert pictures_on(document) == ["person:amara", *(f"person:p{number}" for number in range(60))]


def test_every_name_in_the_row_of_faces_is_whole():
    people = tuple(
        Person(f"p{number}", name)
        for number, name in enumerate(["Ciocia Małgosia", "Mrs Wolstenholme-Featherstonehaugh"] * 3)
    )
    document = set_with_half(family(people=people, page=PageSettings(type_size=24)))
    shown = " ".join(words_on(document, (LABEL,), "#faces")).replace(",", "").replace(" ", "")
    assert shown == "".join(person.name for person in people).replace(" ", "")


def test_section_bars_run_the_height_of_their_section():
    document = set_with_half(plan_of("One.", "Two."))
    (page,) = document.pages
    (bar,) = [run for run in page.blocks[0].lines[0].runs if isinstance(run, Box)]
    heading = next(run for _, block, run in runs_of([page]) if block.kind == HEADING)
    last = [run for _, block, run in runs_of([page]) if block.kind == SENTENCE][-1]
    assert bar.x == 20
    assert bar.y <= heading.y
    assert bar.y + bar.height >= last.y


def test_a_plan_for_copying_has_no_colour_but_the_paper():
    grey = {"#1d1d1b", "#5f5a52", "#d9d2c3", "#ffffff", "#fffcf4", ""}
    plan = family("Look [here](star).", page=PageSettings(line_art=True, drawing_frames=True), people=(MUM, NANA_JO))
    for _, _, run in runs_of(set_with_half(plan).pages):
        if isinstance(run, Words):
            assert run.colour in grey
        if isinstance(run, Box):
            assert {run.fill, run.stroke} <= grey


def test_a_look_that_nobody_chose_still_has_a_face():
    plan = family("[Jo](person:jo) is here.", people=(Person("jo", "Jo", look=Look()),))
    assert "person:jo" in pictures_on(set_with_half(plan))

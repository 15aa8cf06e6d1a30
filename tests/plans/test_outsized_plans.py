"""Plans and names that are far too long: inside the margins, and nothing lost."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from plans.export import set_pages
from plans.layout.page import FURNITURE, Picture, Words
from plans.layout.style import BOTTOM, LEFT, RIGHT
from plans.model import PageSettings, Person, Phrase, Plan, Section, Sentence
from plans.render.pdf import to_pdf
from plans.yaml_format import dump_plan, load_plan
from tests.plans.invented import ARRANGEMENTS, family, plan_of, runs_of, words_on


def places(plan: Plan) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of everything a reader reads, on every page."""
    document, _ = set_pages(plan)
    for _, block, run in runs_of(document.pages):
        if block.kind == FURNITURE:
            continue
        if isinstance(run, Words):
            yield run.x, run.y - 2, run.x + run.width, run.y
        elif isinstance(run, Picture):
            yield run.x, run.y, run.x + run.width, run.y + run.height


def is_inside(plan: Plan) -> bool:
    """Whether nothing leaves the margins of A4."""
    return all(
        left >= LEFT - 0.01 and top >= 0 and right <= 210 - RIGHT + 0.01 and bottom <= 297 - BOTTOM + 0.01
        for left, top, right, bottom in places(plan)
    )


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("type_size", [14, 24])
def test_a_sentence_of_5000_letters_without_a_space_stays_inside_the_margins_and_nothing_is_lost(
    arrangement, type_size
):
    letters = "".join(chr(97 + number % 26) for number in range(5000))
    plan = plan_of(f"{letters} [end](star)", page=PageSettings(arrangement, type_size))
    document, _ = set_pages(plan)
    assert "".join(words_on(document, ident="s1")) == letters + "end"
    assert is_inside(plan)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_500_pictures_in_one_sentence_are_all_there_inside_the_margins_and_large_enough_to_see(arrangement):
    plan = plan_of(f"Look: [pictures]({' '.join(['star', 'house'] * 250)}) end.", page=PageSettings(arrangement))
    document, book = set_pages(plan)
    shown = [run for _, block, run in runs_of(document.pages) if block.id == "s1" and isinstance(run, Picture)]
    assert [run.key for run in shown] == ["star", "house"] * 250
    assert min(run.width for run in shown) >= 3
    assert min(run.height for run in shown) >= 3
    assert is_inside(plan)
    assert to_pdf(document, book).startswith(b"%PDF-")


@pytest.mark.slow
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_a_plan_of_200_pages_is_exported_whole(arrangement):
    end = Phrase(", and then you all walk to school together with Nana Jo and the dog.")
    many = [
        Sentence(f"s{number}", (Phrase(f"Mum makes {number}. "), Phrase("breakfast", ("breakfast",)), end))
        for number in range(3200)
    ]
    kinds = ("every_day", "visits")
    sections = tuple(Section(kind, tuple(many[at : at + 1600])) for kind, at in zip(kinds, (0, 1600), strict=True))
    plan = load_plan(dump_plan(family(sections=sections, page=PageSettings(arrangement))))
    document, book = set_pages(plan)
    assert len(document.pages) >= 200
    assert [word for word in words_on(document) if word.endswith(".") and word[:-1].isdigit()] == [
        f"{number}." for number in range(3200)
    ]
    with pikepdf.open(io.BytesIO(to_pdf(document, book))) as pdf:
        assert len(pdf.pages) == len(document.pages)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("letter", ["W", "Wilhelmina "], ids=["one word", "many words"])
def test_names_as_long_as_a_file_may_hold_leave_no_margin(arrangement, letter):
    long = (letter * 200)[:200].strip()
    plan = plan_of(
        "Hello.",
        title=long,
        people=(Person("p", long, long, long, phone="0" * 60),),
        copies=(long,),
        page=PageSettings(arrangement, 24),
    )
    assert is_inside(plan)


@pytest.mark.parametrize("letter", ["W", "Wilhelmina-Jo "], ids=["one word", "many words"])
def test_a_title_as_long_as_a_file_may_hold_is_whole_on_the_page(letter):
    long = (letter * 200)[:200].strip()
    document, _ = set_pages(plan_of("Hello.", title=long, page=PageSettings(type_size=24)))
    assert "".join(words_on(document, ("title",))) == long.replace(" ", "")

"""The invented examples, laid out with the real fonts: nothing leaves the paper, nothing is lost."""

import re
from functools import cache
from itertools import pairwise

import pytest

from icon_library.lexicon import load_lexicon
from icon_library.suggest import Named, suggest
from plans.document_type import child_page_type
from plans.editing import with_changed_sentence, with_pictures
from plans.export import missing_pictures, set_pages
from plans.layout.lay_out import check_letters
from plans.layout.page import FURNITURE, HEADING, Box, Picture, Words
from plans.layout.style import BOTTOM, LEFT, RIGHT, SECTION_COLOURS, style_of
from plans.model import Plan
from plans.wording import long_date
from tests.plans.invented import ARRANGEMENTS, CHILD_EXAMPLES, example, pictures_on, runs_of, words_on

EACH = pytest.mark.parametrize("file", CHILD_EXAMPLES, ids=lambda file: file.stem)
BOTH = pytest.mark.parametrize("arrangement", ARRANGEMENTS)
lexicon = cache(load_lexicon)
SIZES = pytest.mark.parametrize("type_size", [14, 15, 24])


def written(plan: Plan) -> list[str]:
    """The words of the plan’s sentences in the order of the document."""
    kind = child_page_type(plan)
    order = {section.id: number for number, section in enumerate(kind.sections)}
    sections = sorted(plan.sections, key=lambda section: order[section.id])
    return [word for section in sections for sentence in section.sentences for word in sentence.text.split()]


def placed(plan: Plan) -> list[str]:
    kind = child_page_type(plan)
    order = {section.id: number for number, section in enumerate(kind.sections)}
    sections = sorted(plan.sections, key=lambda section: order[section.id])
    return [
        key
        for section in sections
        for sentence in section.sentences
        for phrase in sentence.phrases
        for key in phrase.pictures
    ]


def own_ids(plan: Plan) -> set[str]:
    return {sentence.id for section in plan.sections for sentence in section.sentences}


@EACH
@BOTH
@SIZES
def test_every_word_of_an_example_is_on_its_pages_in_order(file, arrangement, type_size, measure):
    plan = example(file, arrangement=arrangement, type_size=type_size)
    document, _ = set_pages(plan, measure=measure)
    on_pages = [
        word
        for _, block, run in runs_of(document.pages)
        if block.id in own_ids(plan) and isinstance(run, Words)
        for word in run.text.split()
    ]
    assert on_pages == written(plan)


@EACH
@BOTH
@SIZES
def test_every_picture_of_an_example_is_on_its_pages_in_order(file, arrangement, type_size, measure):
    plan = example(file, arrangement=arrangement, type_size=type_size)
    document, _ = set_pages(plan, measure=measure)
    own = own_ids(plan)
    on_pages = [run.key for _, block, run in runs_of(document.pages) if block.id in own and isinstance(run, Picture)]
    assert on_pages == placed(plan)
    assert len(on_pages) >= 15


@EACH
@BOTH
@SIZES
def test_nothing_of_an_example_leaves_the_margins(file, arrangement, type_size, measure):
    document, _ = set_pages(
        example(file, arrangement=arrangement, type_size=type_size, drawing_frames=True), measure=measure
    )
    for page, block, run in runs_of(document.pages):
        foot = 297 - BOTTOM if block.id != "foot" and block.kind != FURNITURE else 297 - 5
        top, bottom = (run.y - run.size * 0.3, run.y) if isinstance(run, Words) else (run.y, run.y + run.height)
        shown = (page.number, block.kind, block.id, run)
        assert run.x >= LEFT - 0.01, shown
        assert run.x + run.width <= 210 - RIGHT + 0.01, shown
        assert top >= 10, shown
        assert bottom <= foot + 0.01, shown
        assert run.width > 0, shown


@EACH
@BOTH
@SIZES
def test_the_foot_of_the_page_keeps_clear_of_the_plan(file, arrangement, type_size, measure):
    document, _ = set_pages(example(file, arrangement=arrangement, type_size=type_size), measure=measure)
    for page in document.pages:
        runs = [(block.id, run) for _, block, run in runs_of([page])]
        foot = min(run.y - run.size * 0.4 for name, run in runs if name == "foot")
        low = max(run.y + (0 if isinstance(run, Words) else run.height) for name, run in runs if name != "foot")
        assert low < foot, page.number


@EACH
@BOTH
def test_words_and_pictures_never_lie_on_each_other(file, arrangement, measure):
    document, _ = set_pages(example(file, arrangement=arrangement), measure=measure)
    for page in document.pages:
        for block in page.blocks:
            for line in block.lines:
                shown = [run for run in line.runs if isinstance(run, Words | Picture) and block.id != "foot"]
                inked = sorted(
                    (run for run in shown if isinstance(run, Words)), key=lambda run: (round(run.y, 3), run.x)
                )
                for left, right in pairwise(inked):
                    assert round(left.y, 3) != round(right.y, 3) or left.x + left.width <= right.x + 0.01
                for picture in (run for run in shown if isinstance(run, Picture)):
                    for words in inked:
                        beside = (
                            words.x + words.width <= picture.x + 0.01 or picture.x + picture.width <= words.x + 0.01
                        )
                        apart = words.y <= picture.y + 0.6 or picture.y + picture.height <= words.y - words.size * 0.25
                        assert beside or apart, (page.number, words.text, picture.key)


@EACH
@pytest.mark.parametrize("type_size", [14, 24])
def test_in_the_line_no_line_begins_with_a_picture_and_the_pitch_stays(file, type_size, measure):
    plan = example(file, arrangement="in_line", type_size=type_size)
    document, _ = set_pages(plan, measure=measure)
    pitch = style_of(plan.page).pitch
    for page in document.pages:
        for block in page.blocks:
            if block.id not in own_ids(plan):
                continue
            assert all(isinstance(line.runs[0], Words) for line in block.lines)
            lines = [next(run.y for run in line.runs if isinstance(run, Words)) for line in block.lines]
            assert all(after - before == pytest.approx(pitch) for before, after in pairwise(lines))


@EACH
@BOTH
@SIZES
def test_a_heading_of_an_example_never_stands_alone(file, arrangement, type_size, measure):
    document, _ = set_pages(example(file, arrangement=arrangement, type_size=type_size), measure=measure)
    for page in document.pages:
        kinds = [block.kind for block in page.blocks if block.kind != FURNITURE]
        assert kinds[-1] != HEADING
        assert all((before, after) != (HEADING, HEADING) for before, after in pairwise(kinds))


@EACH
@SIZES
def test_each_phone_number_is_whole_on_the_people_page(file, type_size, measure):
    plan = example(file, type_size=type_size)
    document, _ = set_pages(plan, measure=measure)
    shown = [
        run.text
        for _, block, run in runs_of(document.pages)
        if block.id.startswith("person-") and isinstance(run, Words)
    ]
    assert [person.phone for person in plan.people if person.phone] == [
        text for text in shown if re.match(r"0\d{4} \d{6}\Z", text)
    ]


@EACH
@pytest.mark.parametrize("type_size", [14, 15, 18, 21, 24])
def test_no_name_of_an_example_is_torn(file, type_size, measure):
    plan = example(file, type_size=type_size)
    document, _ = set_pages(plan, measure=measure)
    under_faces = [word.strip(",") for word in words_on(document, ("label",), "#faces")]
    assert under_faces == [word for person in plan.people[:7] for word in person.name.split()]
    for one in (*plan.children, *plan.people):
        in_list = words_on(document, ident=f"person-{one.id}")
        assert in_list[: len(one.name.split())] == one.name.split()


@EACH
def test_every_page_has_its_number_its_dates_and_the_credit_for_the_pictures(file, measure):
    plan = example(file)
    document, _ = set_pages(plan, measure=measure)
    assert plan.made is not None
    assert plan.review is not None
    for page in document.pages:
        foot = [run.text for _, block, run in runs_of([page]) if block.id == "foot" and isinstance(run, Words)]
        assert foot == [
            f"Draft · Made {long_date(plan.made)} · we look at it again by {long_date(plan.review)}",
            f"Page {page.number} of {len(document.pages)}",
            "Pictures: OpenMoji, CC BY-SA 4.0",
        ]


@EACH
def test_an_example_has_no_word_without_letters_and_no_picture_that_is_lost(file):
    plan = example(file)
    check_letters(plan)
    assert missing_pictures(plan) == ()


@EACH
def test_in_line_art_no_picture_has_any_colour(file, measure):
    document, book = set_pages(example(file, line_art=True), measure=measure)
    keys = {run.key for _, _, run in runs_of(document.pages) if isinstance(run, Picture)}
    colours = {
        colour.lower() for key in keys for colour in re.findall(r'(?:fill|stroke)="(#[0-9a-fA-F]+)"', book.art(key).svg)
    }
    assert colours <= {"#000", "#000000", "#fff", "#ffffff"}


@EACH
@BOTH
def test_an_alt_text_stands_at_every_picture_of_a_sentence(file, arrangement, measure):
    plan = example(file, arrangement=arrangement)
    document, _ = set_pages(plan, measure=measure)
    for _, block, run in runs_of(document.pages):
        if isinstance(run, Picture):
            assert bool(run.alt) == (block.id in own_ids(plan)), (block.id, run.key)
            assert len(run.alt.split()) <= 6


@EACH
@BOTH
@pytest.mark.parametrize("density", ["key", "all"])
def test_every_picture_that_was_offered_and_taken_reaches_the_page(file, arrangement, density, measure):
    plan = example(file, arrangement=arrangement)
    named = [Named(one.id, (one.name,)) for one in (*plan.children, *plan.people)]
    taken = []
    for section in plan.sections:
        for sentence in section.sentences:
            for offer in suggest(sentence.text, named, lexicon(), density=density):
                chosen = offer.pictures[: offer.count]
                keys = tuple(f"not:{key}" for key in chosen) if offer.negated else chosen
                plan = with_changed_sentence(
                    plan,
                    sentence.id,
                    lambda one, offer=offer, keys=keys: with_pictures(one, offer.start, offer.end, keys),
                )
                taken += [(sentence.id, key) for key in keys]
    document, _ = set_pages(plan, measure=measure)
    shown = [(block.id, run.key) for _, block, run in runs_of(document.pages) if isinstance(run, Picture)]
    assert len(taken) >= 15
    for offer_taken in set(taken):
        assert shown.count(offer_taken) >= taken.count(offer_taken)
    assert missing_pictures(plan) == ()


def _brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("paper", ["#fffcf4", "#ffffff"])
@pytest.mark.parametrize("colour", ["#1d1d1b", "#5f5a52", *SECTION_COLOURS.values()])
def test_every_colour_of_letters_is_dark_enough_to_read_on_the_paper(colour, paper):
    assert (_brightness(paper) + 0.05) / (_brightness(colour) + 0.05) >= 4.5


def test_the_words_on_the_pages_are_the_same_in_both_arrangements(measure):
    for file in CHILD_EXAMPLES:
        in_line, _ = set_pages(example(file, arrangement="in_line"), measure=measure)
        rows, _ = set_pages(example(file, arrangement="rows"), measure=measure)
        assert words_on(in_line) == words_on(rows)
        assert pictures_on(in_line) == pictures_on(rows)


@EACH
def test_bars_and_discs_are_drawn_behind(file, measure):
    document, _ = set_pages(example(file), measure=measure)
    for page in document.pages:
        later = [run for block in page.blocks[1:] for line in block.lines for run in line.runs if isinstance(run, Box)]
        assert later == []

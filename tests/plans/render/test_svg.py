"""The preview: the same page as the print, to a third of a point, and nothing in it but pictures and words."""

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

from plans.export import set_pages
from plans.layout.fonts import WEIGHTS
from plans.layout.page import MM_PER_POINT, Words
from plans.model import OwnPicture, Person
from plans.render.svg import to_svg
from tests.plans.invented import family, plan_of, runs_of
from tests.plans.render.reading_order import Letter

SVG = "{http://www.w3.org/2000/svg}"
SAME = 0.3  # points


def svg_words(svg: str, page: int, measure) -> list[Letter]:
    """Each word of an SVG page and where it begins, in points; words are measured as a browser sets them."""
    found = []
    for element in ET.fromstring(svg).iter(f"{SVG}text"):
        text, size = element.text or "", float(element.get("font-size")) / MM_PER_POINT
        face = {"Lexend": "lexend"}.get(element.get("font-family"), element.get("font-family"))
        face = "lexend-bold" if element.get("font-weight") == "700" else face
        x, y = float(element.get("x")) / MM_PER_POINT, float(element.get("y")) / MM_PER_POINT
        for word in re.finditer(r"\S+", text):
            before = measure.width(text[: word.start()], size, face) / MM_PER_POINT
            found.append(Letter(word[0], page, x + before, y))
    return found


def pdf_words(letters: tuple[Letter, ...]) -> list[Letter]:
    """Each word of a PDF and where it begins, in points."""
    found: list[Letter] = []
    begins = True
    for letter in letters:
        if letter.text.isspace():
            begins = True
        elif begins:
            found.append(letter)
            begins = False
        else:
            found[-1] = Letter(found[-1].text + letter.text, found[-1].page, found[-1].x, found[-1].y)
    return found


def test_preview_and_print_agree_on_every_word_to_a_third_of_a_point(printed, measure):
    shown = [
        word for page in printed.document.pages for word in svg_words(to_svg(page, printed.book), page.number, measure)
    ]
    on_paper = pdf_words(printed.reading.letters)
    assert [(word.page, word.text) for word in shown] == [(word.page, word.text) for word in on_paper]
    assert len(shown) > 300
    apart = max(max(abs(one.x - other.x), abs(one.y - other.y)) for one, other in zip(shown, on_paper, strict=True))
    assert apart <= SAME


def test_the_preview_turns_off_what_would_move_letters(printed):
    svg = to_svg(printed.document.pages[0], printed.book)
    assert "font-kerning:none;font-variant-ligatures:none" in svg


def test_every_block_can_be_found_by_its_id(printed):
    for page in printed.document.pages:
        root = ET.fromstring(to_svg(page, printed.book))
        groups = [(group.get("class"), group.get("data-id")) for group in root.findall(f"{SVG}g")]
        assert groups == [(block.kind, block.id) for block in page.blocks]


def test_every_picture_is_drawn_where_the_page_says(printed):
    for page in printed.document.pages:
        root = ET.fromstring(to_svg(page, printed.book))
        names = {symbol.get("id") for symbol in root.iter(f"{SVG}symbol")}
        placed = [(one.get("data-key"), float(one.get("x")), float(one.get("width"))) for one in root.iter(f"{SVG}use")]
        pictures = [run for _, _, run in runs_of([page]) if hasattr(run, "key")]
        assert [key for key, _, _ in placed] == [run.key for run in pictures]
        for (_, x, width), run in zip(placed, pictures, strict=True):
            assert (x, width) == pytest.approx((run.x, run.width), abs=0.001)
        assert {one.get("href").removeprefix("#") for one in root.iter(f"{SVG}use")} == names


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</text></svg><script>x</script>",
        "&lt;script&gt;",
        "]]><!--",
        "javascript:alert(1)",
        "' onload='x",
    ],
)
def test_what_a_person_typed_is_shown_as_text(hostile):
    plan = family(
        hostile, title=hostile, people=(Person("p", hostile, hostile, hostile, phone=hostile),), copies=(hostile,)
    )
    document, book = set_pages(plan)
    for page in document.pages:
        svg = to_svg(page, book)
        root = ET.fromstring(svg)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "defs", "symbol", "g", "rect", "text", "use",
            "path", "circle", "ellipse", "line", "polyline", "polygon",
        }  # fmt: skip
        assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)
        words = [element.text for element in root.iter(f"{SVG}text")]
        assert words == [run.text for _, _, run in runs_of([page]) if isinstance(run, Words)]
        assert unescape(svg).count(hostile.split()[0]) >= 1


def test_other_scripts_name_their_own_font():
    document, book = set_pages(plan_of("Оксана is here."))
    families = re.findall(r'font-family="(\w+)"', to_svg(document.pages[0], book))
    assert set(families) == {"Lexend", "NotoSans"}
    assert set(WEIGHTS) == {"lexend", "lexend-bold"}


def test_a_photo_is_inside_the_preview(photo):
    plan = plan_of("[Rex](photo:rex) sleeps.", own_pictures=(OwnPicture("photo:rex", "Rex"),))
    document, book = set_pages(plan, lambda key: photo if key == "photo:rex" else None)
    svg = to_svg(document.pages[0], book)
    assert re.findall(r'<image width="(\d+)" height="(\d+)" href="data:(image/\w+);base64,', svg) == [
        (str(photo.width), str(photo.height), photo.media_type)
    ]
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")

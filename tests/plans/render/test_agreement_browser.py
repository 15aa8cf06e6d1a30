"""The preview in a real browser and the print: every word stands in the same place on both."""

import base64
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
from playwright.sync_api import Browser

from plans.export import set_pages
from plans.layout.fonts import lexend_file
from plans.render.pdf import to_pdf
from plans.render.svg import to_svg
from plans.yaml_format import load_plan
from tests.plans.invented import CHILD_EXAMPLES

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[3] / "plans" / "examples"
POINTS = 72 / 25.4
CLOSE = 0.3
# Where each word of each text begins, in the millimetres of the page.
PLACES = """() => [...document.querySelectorAll("svg text")].flatMap((text) => {
  const words = [...text.textContent.matchAll(/\\S+/g)];
  return words.map((word) => {
    const at = text.getStartPositionOfChar(word.index);
    return [word[0], at.x, at.y];
  });
})"""


@pytest.fixture(scope="module")
def sheet(browser: Browser):
    """A browser page with our font loaded."""
    page = browser.new_page()
    font = base64.b64encode(lexend_file().read_bytes()).decode()
    page.set_content(
        "<style>@font-face{font-family:Lexend;font-weight:100 900;"
        f"src:url(data:font/ttf;base64,{font})}}</style><main></main>"
    )
    page.evaluate("() => Promise.all([document.fonts.load('400 16px Lexend'), document.fonts.load('700 16px Lexend')])")
    yield page
    page.close()


def in_browser(sheet, svg: str) -> list[tuple[str, float, float]]:
    """Each word of a preview with its place in points from the top left."""
    sheet.evaluate("(svg) => { document.querySelector('main').innerHTML = svg }", svg)
    return sorted((word, x * POINTS, y * POINTS) for word, x, y in sheet.evaluate(PLACES))


def on_paper(page) -> list[tuple[str, float, float]]:
    """Each word of a printed page with its place in points from the top left."""
    words: list[tuple[str, float, float]] = []
    joined = False
    for letter in page.chars:
        x, y = letter["matrix"][4], float(page.height) - letter["matrix"][5]
        if letter["text"].isspace():
            joined = False
        elif joined:
            words[-1] = (words[-1][0] + letter["text"], *words[-1][1:])
        else:
            words.append((letter["text"], x, y))
            joined = True
    return sorted(words)


@pytest.mark.parametrize("arrangement", ["in_line", "rows"])
@pytest.mark.parametrize("example", [file.stem for file in CHILD_EXAMPLES])
def test_every_word_stands_where_it_is_printed(sheet, tmp_path, example, arrangement):
    plan = load_plan((EXAMPLES / f"{example}.yaml").read_bytes())
    document, book = set_pages(replace(plan, page=replace(plan.page, arrangement=arrangement)))
    file = tmp_path / "plan.pdf"
    file.write_bytes(to_pdf(document, book))
    with pdfplumber.open(file) as pdf:
        for page, printed in zip(document.pages, pdf.pages, strict=True):
            shown, paper = in_browser(sheet, to_svg(page, book)), on_paper(printed)
            assert [word for word, _, _ in shown] == [word for word, _, _ in paper]
            assert [one for one, other in zip(shown, paper, strict=True) if far(one, other)] == []


def far(one: tuple[str, float, float], other: tuple[str, float, float]) -> bool:
    return abs(one[1] - other[1]) > CLOSE or abs(one[2] - other[2]) > CLOSE
